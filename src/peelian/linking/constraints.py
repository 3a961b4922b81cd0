"""What must not be joined, whatever the weights say, and what people decided.

A pair is *barred* (two subjects of one document, names that conflict, a person said "different"),
*opposed* (it may be right, but only a person should join it: ages far apart, two collar numbers),
*misspelt* (the names are more than one slip of the pen apart), *unsupported* (it lacks what joining takes, as
the day in an unnamed officer's case), or free. `clusters` keeps all of it through every chain of joins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from peelian.linking import names
from peelian.linking.mentions import Days, Mention, split_key

Judgement = Literal["same", "different", "unsure"]
JUDGEMENTS: Final = ("same", "different", "unsure")


class DecisionError(ValueError):
    """A decision has not the shape {"a": mention, "b": mention, "judgement": same|different|unsure}."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said of two mentions. Of several on one pair, the last holds."""

    a: str
    b: str
    judgement: Judgement

    @property
    def pair(self) -> tuple[str, str]:
        """The two mentions in order."""
        return (self.a, self.b) if self.a < self.b else (self.b, self.a)


def decisions_of(raw: Iterable[Any]) -> list[Decision]:
    """Return decisions from mappings (a, b, judgement). Raises `DecisionError` saying which is wrong and how."""
    out = []
    for number, item in enumerate(raw, 1):
        if isinstance(item, Decision):
            out.append(item)
            continue
        if not isinstance(item, Mapping):
            raise DecisionError(f"decision {number} is no record")
        a, b, judgement = item.get("a"), item.get("b"), item.get("judgement")
        for mention in (a, b):
            try:
                split_key(mention if isinstance(mention, str) else "")
            except ValueError as error:
                raise DecisionError(f"decision {number}: {error}") from error
        if a == b:
            raise DecisionError(f"decision {number}: both mentions are {a!r}")
        if judgement not in JUDGEMENTS:
            raise DecisionError(
                f"decision {number}: the judgement is {judgement!r}, not one of {', '.join(JUDGEMENTS)}"
            )
        out.append(Decision(str(a), str(b), judgement))
    return out


def barred(one: Mention, other: Mention) -> str | None:
    """Return why two mentions can never be one person, or None."""
    if one.document == other.document:
        return "two subjects of one document"
    if names.conflict(one.parts, other.parts):
        return "names conflict"
    return None


def misspelt(one: Mention, other: Mention) -> str | None:
    """Return why two names that may be one are too far apart to be joined but by a person, or None."""
    return "the names are more than a letter apart" if names.spelt_apart(one.parts, other.parts) else None


def opposed(one: Mention, other: Mention) -> str | None:
    """Return what speaks so strongly against two mentions that only a person may join them, or None."""
    if one.born is not None and other.born is not None and _gap(one.born, other.born) > 3 * 366:
        return "ages are more than three years apart"
    if one.force is not None and other.force is not None:
        if one.force != other.force:
            if not _moved(one, other):
                return "two forces, and nothing but the name in common"
        elif one.collar and other.collar and one.collar != other.collar:
            return "two collar numbers in one force"
    if one.anonymous or other.anonymous:
        if one.force and other.force and one.force != other.force:
            return "not named, and the forces differ"
        if (
            one.seniority is not None
            and other.seniority is not None
            and abs(one.seniority - other.seniority) > 2
        ):
            return "not named, and the ranks differ"
        if one.sworn is not None and other.sworn is not None and one.sworn != other.sworn:
            return "not named, and one is staff"
        if one.label and other.label and one.label != other.label and _meet(one.hearing, other.hearing):
            return "the labels differ"
    return None


def unsupported(one: Mention, other: Mention) -> str | None:
    """Return what is missing for two mentions to be joined by their own weight, or None.

    They may still be joined through a third that has it.
    """
    if one.anonymous or other.anonymous:
        return _unnamed(one, other)
    if _compared_in_vain(one, other) and not _man_fits(one, other):
        return "the same name, and nothing of the matter in common"
    return None


def vague(m: Mention) -> bool:
    """Say whether a mention could be several people's: it gives no full name, or nothing beside name, force and rank."""
    if m.parts is None or m.parts.given is None or len(m.parts.given) == 1:
        return True
    matter = m.offences or m.courts or m.sentenced or m.hearing or m.chair
    return not (matter or m.born or m.collar or m.posts or m.homes)


def _compared_in_vain(one: Mention, other: Mention) -> bool:
    """Whether both tell of a matter (offences, court, sentence or hearing), and nothing of it agrees."""
    told = False
    for first, second in ((one.offences, other.offences), (one.courts, other.courts)):
        if first and second:
            told = True
            if set(first) & set(second):
                return False
    for here, there in ((one.sentenced, other.sentenced), (one.hearing, other.hearing)):
        if here is not None and there is not None:
            told = True
            if _gap(here, there) <= 31:
                return False
    if one.chair is not None and one.chair == other.chair:
        return False
    return told and not (_tribunal_after(one, other) or _tribunal_after(other, one))


def _tribunal_after(hearing: Mention, tribunal: Mention) -> bool:
    """Whether one tells of a hearing, the other of a tribunal within three years of it."""
    if tribunal.hearing_kind != "appeal_tribunal" or hearing.hearing_kind == "appeal_tribunal":
        return False
    if hearing.hearing is None or tribunal.hearing is None:
        return False
    return 0 <= tribunal.hearing[0] - hearing.hearing[1] <= 1100


def _man_fits(one: Mention, other: Mention) -> bool:
    """Whether something of the man beside name, force and rank agrees: age, number, post or place."""
    if one.born is not None and other.born is not None and _gap(one.born, other.born) <= 366:
        return True
    if one.collar is not None and one.collar == other.collar:
        return True
    return bool(set(one.posts) & set(other.posts) or set(one.homes) & set(other.homes))


def _moved(one: Mention, other: Mention) -> bool:
    """Whether something other than name and age says that an officer of one force is the other's."""
    if one.collar is not None and one.collar == other.collar:
        return True
    if _meet(one.sentenced, other.sentenced) or _meet(one.hearing, other.hearing):
        return True
    if set(one.homes) & set(other.homes) or set(one.posts) & set(other.posts):
        return True
    return bool(set(one.offences) & set(other.offences)) and bool(
        set(one.courts) & set(other.courts) or (one.chair and one.chair == other.chair)
    )


def _unnamed(one: Mention, other: Mention) -> str | None:
    """An unnamed subject is joined only through force, date, rank and conduct.

    The date must be the same day; where one is known to the month only, an offence must be shared too.
    """
    if one.force is None or one.force != other.force:
        return "not named, and the force is not the same"
    if not (_meet(one.sentenced, other.sentenced) or _meet(one.hearing, other.hearing)):
        return "not named, and no day in common"
    offences = set(one.offences) & set(other.offences)
    if offences:
        return None
    if not (_day(one.sentenced, other.sentenced) or _day(one.hearing, other.hearing)):
        return "not named, and no more than a month in common"
    if one.outcome_group is not None and one.outcome == other.outcome:
        return None
    # One chair sits in one hearing on a day: what came of it may be told less exactly, or not yet.
    told = one.outcome_group is not None and other.outcome_group is not None
    agree = one.outcome_group == other.outcome_group or not told
    if one.chair is not None and one.chair == other.chair and agree:
        return None
    if len(set(one.standards) & set(other.standards)) > 1:
        return None
    return "not named, and no conduct or outcome in common"


def _day(one: Days | None, other: Days | None) -> bool:
    """Whether two dates are the same day, known as such."""
    return one is not None and one == other and one[0] == one[1]


def _gap(one: Days, other: Days) -> int:
    """Days between two intervals; below nought if they meet."""
    return max(one[0] - other[1], other[0] - one[1])


def _meet(one: Days | None, other: Days | None) -> bool:
    """Whether two dates, both known to the month at least, can be the same day."""
    if one is None or other is None or one[1] - one[0] > 31 or other[1] - other[0] > 31:
        return False
    return one[0] <= other[1] and other[0] <= one[1]
