"""What must not be joined, whatever the weights say, and clusters in which nothing of it is broken.

A pair is *barred* (two subjects of one document, names that conflict, a person said "different"),
*opposed* (it may be right, but only a person should join it: ages far apart, two collar numbers),
*unsupported* (it lacks what joining takes, as the day in an unnamed officer's case), or free. Bars and
oppositions are kept through every chain of joins: clusters grow by the weightiest pair first, and a join
that would put such a pair into one cluster is not made. So it is with spelling: any two names of one cluster
are one slip of the pen apart at most, or forty surnames, each a letter from the next, would be one person.
A person's "same" overrules all but another person's "different".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from peelian.linking import names
from peelian.linking.mentions import Days, Mention, split_key
from peelian.linking.scoring import Pair
from peelian.linking.weights import Bands

Judgement = Literal["same", "different", "unsure"]
Band = Literal["joined", "review", "apart"]
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


@dataclass(frozen=True, slots=True)
class Clusters:
    """Persons as sorted lists of mentions, the band and reason of each pair, and decisions that contradict.

    ``reasons`` has, for a pair that was not free, why ("names conflict"). ``contradictions`` are "same"
    decisions that could not be followed because others say, in one step or several, that they differ.
    """

    members: list[list[str]]
    bands: dict[tuple[str, str], Band]
    reasons: dict[tuple[str, str], str]
    contradictions: list[Decision] = field(default_factory=list)


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


def _vague(m: Mention) -> bool:
    """Whether a mention could be several people's: it gives no full name, or nothing beside name, force and rank."""
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


def cluster(
    mentions: Mapping[str, Mention], pairs: Sequence[Pair], decisions: Iterable[Decision], bands: Bands
) -> Clusters:
    """Return persons, and the band of each pair.

    The result depends on what is given, not on its order. Decisions on mentions that are not there are
    passed over (a document may come back).
    """
    last = {d.pair: d for d in decisions if d.a in mentions and d.b in mentions}
    said = {pair: d.judgement for pair, d in last.items()}
    groups = _Groups(mentions, said)
    contradictions = []
    for pair in sorted(p for p, judgement in said.items() if judgement == "same"):
        if not groups.join(*pair, by_person=True):
            contradictions.append(last[pair])
    reasons: dict[tuple[str, str], str] = {}
    able: list[Pair] = []
    unclear: list[Pair] = []
    near: list[Pair] = []
    for p in pairs:
        one, other = mentions[p.left], mentions[p.right]
        if why := groups.against(one, other):
            reasons[p.left, p.right] = why
            continue
        if _vague(one) or _vague(other):
            near.append(p)
        if why := unsupported(one, other):
            reasons[p.left, p.right] = why
        elif p.weight >= bands.join:
            (unclear if _vague(one) or _vague(other) else able).append(p)
    for p in sorted(able, key=_weightiest):
        if not groups.join(p.left, p.right) and not groups.together(p.left, p.right):
            reasons[p.left, p.right] = "it would join others that must stay apart"
    _join_vague(groups, sorted(unclear, key=_weightiest), near, bands.margin, reasons)
    told: dict[tuple[str, str], Band] = {}
    for p in pairs:
        if groups.together(p.left, p.right):
            told[p.left, p.right] = "joined"
            if (p.left, p.right) in reasons:
                reasons[p.left, p.right] = "joined through other mentions"
        elif (
            p.weight < bands.review
            or said.get((p.left, p.right)) == "different"
            or barred(mentions[p.left], mentions[p.right])
        ):
            told[p.left, p.right] = "apart"
        else:
            told[p.left, p.right] = "review"
    for pair, judgement in said.items():
        reasons[pair] = f"a person said: {judgement}"
        if pair not in told:
            told[pair] = (
                "joined" if groups.together(*pair) else "review" if judgement == "unsure" else "apart"
            )
    return Clusters(groups.all(), told, reasons, contradictions)


def _weightiest(pair: Pair) -> tuple[float, str, str]:
    return -pair.weight, pair.left, pair.right


def _join_vague(
    groups: _Groups,
    pairs: Sequence[Pair],
    near: Sequence[Pair],
    margin: float,
    reasons: dict[tuple[str, str], str],
) -> None:
    """Join mentions that are vague, each only if no other that it could as well be comes close.

    `near` are all pairs that nothing speaks against: a co-accused has the same day and the same charge.
    """
    rivals: dict[str, list[Pair]] = {}
    for p in near:
        rivals.setdefault(p.left, []).append(p)
        rivals.setdefault(p.right, []).append(p)
    for p in pairs:
        unclear = False
        for mention, partner in ((p.left, p.right), (p.right, p.left)):
            if not _vague(groups.mentions[mention]):
                continue
            for rival in rivals[mention]:
                other = rival.right if rival.left == mention else rival.left
                if rival is p or rival.weight < p.weight - margin or groups.together(other, partner):
                    continue
                if groups.free(mention, other) and groups.distinct(other, partner):
                    unclear = True
        if unclear:
            reasons[p.left, p.right] = "it tells too little, and another fits as well"
        elif not groups.join(p.left, p.right) and not groups.together(p.left, p.right):
            reasons[p.left, p.right] = "it would join others that must stay apart"


class _Groups:
    """Sets of mentions that grow together, and know what must not meet."""

    def __init__(self, mentions: Mapping[str, Mention], said: Mapping[tuple[str, str], Judgement]) -> None:
        self.mentions, self.said = mentions, said
        self.of: dict[str, list[str]] = {key: [key] for key in mentions}

    def together(self, a: str, b: str) -> bool:
        return self.of[a] is self.of[b]

    def against(self, one: Mention, other: Mention) -> str | None:
        """Why two mentions must not be joined by weight alone."""
        judgement = self.said.get((one.key, other.key) if one.key < other.key else (other.key, one.key))
        if judgement == "same":
            return None
        if judgement is not None:
            return f"a person said: {judgement}"
        return barred(one, other) or opposed(one, other) or misspelt(one, other)

    def free(self, a: str, b: str) -> bool:
        """Whether the sets of two mentions can be joined without breaking anything."""
        if self.of[a] is self.of[b]:
            return True
        return not any(
            self.against(self.mentions[x], self.mentions[y]) for x in self.of[a] for y in self.of[b]
        )

    def distinct(self, a: str, b: str) -> bool:
        """Whether two mentions are of two people, as far as is known: something keeps them or their sets apart."""
        if not self.free(a, b):
            return True
        one, other = self.mentions[a], self.mentions[b]
        return not one.anonymous and not other.anonymous and unsupported(one, other) is not None

    def join(self, a: str, b: str, *, by_person: bool = False) -> bool:
        """Join the sets of two mentions unless something speaks against it. Say whether it was done."""
        first, second = self.of[a], self.of[b]
        if first is second:
            return True
        if by_person:
            if any(self.said.get((x, y) if x < y else (y, x)) == "different" for x in first for y in second):
                return False
        elif not self.free(a, b):
            return False
        if len(first) < len(second):
            first, second = second, first
        first.extend(second)
        for key in second:
            self.of[key] = first
        return True

    def all(self) -> list[list[str]]:
        """Every set, its members in order, in the order of their first members."""
        unique = {id(group): group for group in self.of.values()}
        return sorted(sorted(group) for group in unique.values())
