"""Officers without names: who they are, how much is told of them, and which words suit them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from peelian.reading.by_part import CREW
from peelian.reading.description import Description
from peelian.reading.persons import Person
from peelian.reading.scan import Hit

# How much is told of a person: interviewed only; under notice or caution; a finding, outcome or charge.
INTERVIEWED: Final = 1
UNDER_NOTICE: Final = 2
JUDGED: Final = 3
MOST_TOLD_TOGETHER: Final = 5  # more than this many told of only together are one subject (the guide)

RANK_OF_STAFF: Final = "police_staff"
NO_RANK: Final = frozenset(
    {"officer", "driver", "passenger", "dog_handler", "supervisor", "detective", "any"}
)


OVER_STAFF: Final = "control_supervisor"  # who supervises those who take calls and send officers
# Roles that a person first called "the officer" is often given later.
_PLAIN_ROLES: Final = frozenset(
    {"police_constable", "detective_constable", "driver", "dog_handler", "supervisor"}
)


@dataclass(slots=True, eq=False)
class Referent:
    """One unnamed person, or a number of them that the document never counts (``uncounted``).

    ``many`` is how many came in with them, ``whole`` of how many they were said to be a part; ``specialised`` says that later words told more of them than
    the first; ``singled``, that a verdict was told of them and not only of everybody or of nobody; ``placed``, that they
    are the rest of a few of whom one was told of first, and come after that one; ``mixed``, that they came in as one of
    a number of officers and staff; ``gross``, that the case to answer was told to be for gross misconduct.
    """

    family: str
    roles: set[str]
    telling: set[str]
    anchor: int
    head: Hit | None
    person: Person
    ordinal: int | None = None
    level: int = 0
    notice: int = 0
    open: bool = False
    closed: bool = False
    uncounted: bool = False
    apart: bool = False
    definite: bool = False
    many: int = 1
    whole: int = 0
    specialised: bool = False
    singled: bool = False
    placed: bool = False
    mixed: bool = False
    gross: bool = False
    deed: tuple[str, ...] = ()
    told: list[str] = field(default_factory=list)
    together: list[int] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Group:
    """Several people told of together; ``touched`` are those told of alone since, in that order."""

    members: list[Referent]
    touched: dict[int, None] = field(default_factory=dict)

    def free(self) -> list[Referent]:
        """The members of whom nothing has been told apart from the group."""
        return [r for r in self.members if id(r) not in self.touched]


def suits(d: Description, r: Referent) -> int:
    """How well words suit a person: 0 not at all, 1 same family, 2 a generic word for them, 3 the same role."""
    if d.family == "any":
        return 2
    if d.role == "staff" and d.number != 1 and d.form == "all":
        return 2
    if d.role == "supervisor" and r.open and r.roles == {"staff"}:
        return 2
    if d.role == "supervisor" and "supervisor" in r.telling:
        return 3  # "the control room supervisor ... the supervisor"
    if d.role == "supervisor" and OVER_STAFF in r.roles:
        return 3
    if (d.role == OVER_STAFF) != (OVER_STAFF in r.roles) and d.role != "staff" and not r.open:
        return 0  # "the call handler ... the control room supervisor": two
    if d.family != r.family:
        if r.mixed and r.roles == {"officer"} and d.family == "staff":
            return 2  # "seven officers and staff ... a call handler"
        if d.form == "new" and d.family == "officer" and r.open and r.roles == {"staff"} and r.many > 1:
            return 2  # "four staff members ... and a police constable"
        return 1 if d.role == "officer" and "detention_officer" in r.roles and not d.telling else 0
    if ("male" in d.telling and "female" in r.telling) or ("female" in d.telling and "male" in r.telling):
        return 0
    apart = d.telling and r.telling and not d.telling & r.telling
    if d.role in r.roles:
        if apart or (d.form == "new" and "student" in d.telling - r.telling):
            return 0
        if d.telling and not r.telling and d.role in ("officer", "staff"):
            return 2 if r.open else 0
        return 3
    if d.role == "officer" and d.telling:  # "the custody officer" is the custody sergeant
        return 3 if d.telling & r.telling else 0
    if d.role in ("officer", "staff"):
        return 2
    if d.role in CREW and r.roles == {"police_constable"} and r.many > 1:
        return 2  # "two constables ... the driver ... his passenger"
    if d.role == "pcso" and d.form == "new" and r.roles == {"officer"}:
        return 0  # "a community support officer" is none of the eight officers
    if r.roles <= {"officer", "staff"}:
        return 2 if r.open or d.role in _PLAIN_ROLES else 0
    return 1 if d.family == "staff" else 0


# "The sergeant who had been tried", "the officer who resigned": words of a deed that an earlier verdict told.
_TRIED: Final = frozenset({"tried", "charged", "prosecuted", "convicted", "acquitted", "arrested"})
_LEFT: Final = frozenset({"resigned", "retired", "left"})


def in_state(d: Description, known: list[Referent]) -> list[Referent]:
    """Of those whom words suit, the ones in the state that the words name: former, still serving, tried."""
    gone = [r for r in known if "left" in r.told]
    if d.former or _LEFT & set(d.deed):
        return gone if len(gone) >= (d.number or 1) else known
    if d.serving and gone:
        return [r for r in known if r not in gone] or known
    if _TRIED & set(d.deed):
        return [r for r in known if "crime" in r.told] or known
    return known


def is_alike(d: Description, r: Referent) -> bool:
    """Whether words of the story, before anything was told of them, suit a person exactly."""
    custody = "custody" in d.telling & r.telling and d.role in ("officer", "sergeant")
    return d.telling == frozenset(r.telling) and (d.role in r.roles or custody)


def only_cleared(r: Referent) -> bool:
    """Whether of people never counted, and never put under notice, no more is told than that they did nothing wrong."""
    return (
        (r.uncounted or r.many > MOST_TOLD_TOGETHER)
        and not r.singled
        and r.notice < UNDER_NOTICE
        and set(r.told) <= {"no_case", "no_indication", "performance", "appropriate"}
    )


def without_cleared(people: list[Referent]) -> list[Referent]:
    """Those of "the officers" with whom anything is left to be done: not those found to have nothing to answer for."""
    open_ = [r for r in people if not (r.closed and r.told[-1:] == ["no_case"])]
    blamed = any({"case", "performance", "finding"} & set(r.told) for r in open_)
    return open_ if blamed and len(open_) < len(people) else people


def same_kind(r: Referent, other: Referent) -> bool:
    return r.family == other.family and bool(r.roles & other.roles or r.roles <= {"officer", "staff"})


def judged(people: list[Referent]) -> list[Referent]:
    """Those who qualify as subjects; more than five told of only together are one."""
    level = max((r.level for r in people), default=0)
    found = [r for r in people if r.level == level and level >= UNDER_NOTICE and not only_cleared(r)]
    if any(not r.uncounted for r in found):
        found = [
            r
            for r in found
            if not r.uncounted or not any(same_kind(r, o) and not o.apart for o in found if o is not r)
        ]
    out: list[Referent] = []
    told_of = Counter((telling, frozenset(r.roles)) for r in people for telling in r.together)
    for r in found:
        same = [o for o in found if o.together == r.together and o.roles == r.roles]
        # "eight officers were given advice", and one of them more: of the rest nothing was told but of all
        rest = bool(r.together) and all(
            told_of[t, frozenset(r.roles)] > MOST_TOLD_TOGETHER for t in r.together
        )
        if (len(same) > MOST_TOLD_TOGETHER or rest) and r is not same[0]:
            r.person = same[0].person
            continue
        out.append(r)
    return out
