"""Everybody unnamed of whom a page has told so far: the people, the groups told of together, and who has the floor.

``resolving`` says which of them a description means, and brings in new ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peelian.reading.description import Description
from peelian.reading.persons import Person
from peelian.reading.unnamed import JUDGED, NO_RANK, Group, Referent, suits

MOST_GROUPS: Final = 30  # keeps the work in step with the page's length
#: What ends a case: of whoever has one of these told, no further verdict is likely.
FINAL: Final = frozenset({"finding", "outcome", "management", "left"})


class Company:
    """The unnamed people of one document, in order of first mention."""

    def __init__(self) -> None:
        self.people: list[Referent] = []
        self.groups: list[Group] = []
        self.focus: list[Referent] = []
        self.focus_paragraph = -1
        self._tellings = 0

    def tell(
        self, told: list[Referent], level: int, verdicts: frozenset[str], paragraph: int, notice: int = 0
    ) -> None:
        """Note that one clause tells ``verdicts`` of the people ``told``, and give them the floor."""
        self._tellings += 1
        for r in told:
            r.level, r.notice = max(r.level, level), max(r.notice, notice)
            r.told.extend(verdicts)
            if level == JUDGED:
                r.together.append(self._tellings)
            if verdicts & {"no_case", "no_indication", "left"}:
                r.closed = True
            elif verdicts & {"case", "hearing"}:
                r.closed = False
        for group in self.groups:
            if not all(r in told for r in group.members):
                group.touched.update((id(r), None) for r in told)
        if len(told) > 1:
            self.group(told)
        self.focus, self.focus_paragraph = list(told), paragraph

    def group(self, members: list[Referent]) -> None:
        """Note that ``members`` were told of together."""
        self.groups.append(Group(list(members)))
        if len(self.groups) > MOST_GROUPS:
            del self.groups[1]  # the first is the largest as a rule

    def release(self, people: list[Referent]) -> None:
        """Forget those who turned out to be mere witnesses: later words of a group count without them."""
        gone = [r for r in people if r.level < JUDGED]
        self.people = [r for r in self.people if r not in gone]
        self.focus = [r for r in self.focus if r not in gone]
        for group in self.groups:
            group.members = [r for r in group.members if r not in gone]
        self.groups = [g for g in self.groups if g.members]

    def unsettled(self, n: int, known: list[Referent]) -> list[Referent]:
        """The next ``n`` of a group of whose other members the end is told: "... not proven for four. One officer ..."."""
        for group in reversed(self.groups):
            free = [r for r in group.free() if r in known and not FINAL & set(r.told)]
            told = [r for r in group.members if FINAL & set(r.told)]
            if n <= len(free) and told and len(free) + len(told) == len(group.members):
                return free[:n]
        return []

    def of_a_closed_pair(self, r: Referent) -> bool:
        """Whether a person was told of, and cleared, only together with others: no "the officer" means one of them."""
        return r.closed and any(
            r in g.members and len(g.free()) == len(g.members) and all(o.closed for o in g.members)
            for g in self.groups
        )

    def left_together(self, d: Description, group: Group) -> bool:
        """Whether "the officers" are a group of just such people, the others beside them having been told of alone."""
        if d.form != "known" or len(group.members) < 2 or len(group.free()) < len(group.members):
            return False
        if not all(suits(d, r) == 3 and r.level < JUDGED for r in group.members):
            return False
        own = set(group.members)
        return any(
            own < set(g.members)
            and own == set(g.free())
            and all(r.level == JUDGED for r in g.members if r not in own)
            for g in self.groups
        )

    def told_together(self, n: int, counted: list[Referent], all_judged: bool) -> list[Referent]:
        """The latest group of ``n``, all of whom the words suit; one with a case to answer goes before one without."""
        fits = [
            g
            for g in reversed(self.groups)
            if len(g.members) == n
            and all(r in counted for r in g.members)
            and (not all_judged or all(r.level == JUDGED for r in g.members))
        ]
        return (
            list(next((g for g in fits if not all(r.closed for r in g.members)), fits[0]).members)
            if fits
            else []
        )

    def latest_group(
        self,
        d: Description,
        n: int,
        of: int | None,
        verdicts: frozenset[str] = frozenset(),
        taken: Sequence[Referent] = (),
        beside: Sequence[Referent] = (),
    ) -> Group | None:
        """The latest group of which ``d`` can mean a part of ``n``; ``of`` is how many the group must be, where told."""
        result = verdicts & {"management", "outcome", "performance"}
        ended = verdicts & {"outcome", "finding", "hearing"}
        for group in reversed(self.groups):
            if ended and len(group.members) > n and self._only_cleared(group):
                continue  # "One of the two officers was dismissed": of the two who had a case to answer
            if d.form == "new" and result and all(result <= set(r.told) for r in group.members):
                continue  # "three were given advice ... one officer was given advice" is another
            if d.form == "new" and not d.generic and all(FINAL & set(r.told) for r in group.members):
                continue  # "both took part in reflective practice. ... a sergeant who ..." is another
            if (
                len(group.members) > n
                and sum(r not in taken and r not in beside for r in group.free()) >= n
                and (of is None or len(group.members) == of)
                and all(suits(d, r) >= (1 if d.generic else 2) for r in group.free() if r not in beside)
            ):
                return group
        return self.latest_group(d, n, None, taken=taken) if of is not None else None

    def _only_cleared(self, group: Group) -> bool:
        """Whether a group was found to have no case to answer, while as many others have one."""
        facing = [r for r in self.people if "case" in r.told and not r.closed]
        return len(facing) >= len(group.members) and all(r.closed for r in group.members)

    def specialise(self, r: Referent, d: Description) -> Referent:
        """Later words may say more of a person than the first did ("one officer" ... "the sergeant")."""
        if d.family != "any":
            if d.role not in r.roles and d.role not in ("officer", "staff"):
                r.roles -= {"officer", "staff"}
                r.roles.add(d.role)
                r.family = d.family if d.role not in NO_RANK else r.family
                r.specialised = True
                r.head = d.head
            r.specialised = r.specialised or bool(d.telling - r.telling)
            r.telling |= d.telling
            r.open = r.open and d.generic
        return r

    def one_more(self, like: Referent, d: Description) -> Referent:
        """Another of those who have the floor: "Two of the constables ... The third"."""
        r = Referent(
            like.family, set(like.roles), set(like.telling), d.start, like.head, Person(anchor=d.start)
        )
        r.definite = d.form != "other"
        self.people.append(r)
        return r

    def new(self, d: Description, open_: bool) -> Referent:
        """Somebody of whom nothing was told before; ``open_``: later words may say more of what they are."""
        r = Referent(
            d.family,
            {d.role},
            set(d.telling),
            d.start,
            d.head,
            Person(anchor=d.start),
            open=open_,
            deed=d.deed,
        )
        r.definite = d.form in ("known", "ordinal") or (d.form == "all" and d.generic and not d.negative)
        r.many, r.mixed = d.number or 1, d.mixed
        r.specialised = d.apposed and d.form == "part"
        self.people.append(r)
        return r
