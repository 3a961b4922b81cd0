"""Cases: which mentions tell of one matter.

Two steps. Within a person, two mentions are one matter unless both are dated and what they tell lies
years apart with nothing in common. Within a document, two subjects share a matter if the weights of
`data/cases.json` say so: the same hearing day, court or force speak for it, a list of outcomes, a
background mention or different hearing days against it. The rest follows by chains.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from peelian.linking.mentions import Days, Mention

_DATA = Path(__file__).parent / "data" / "cases.json"


@dataclass(frozen=True, slots=True)
class CaseWeights:
    """What speaks for (above 0) and against (below) two subjects of a document sharing a matter.

    ``years``: so far apart, two dated matters of one person without anything in common are two.
    """

    start: float
    features: Mapping[str, float]
    years: float


@cache
def case_weights() -> CaseWeights:
    """Return the weights that ship."""
    raw: dict[str, Any] = json.loads(_DATA.read_text("utf-8"))
    return CaseWeights(float(raw["start"]), raw["features"], float(raw["years"]))


def features(
    one: Mention, other: Mention, document: Sequence[Mention], *, each: bool | None = None
) -> set[str]:
    """Return what can be said of two subjects of one document, as names of `CaseWeights.features`.

    `each` is what `a_matter_each` says of the document, where it has been asked already.
    """
    found = set()
    if one.background or other.background:
        found.add("background")
    if one.kind in ("hearing_outcome", "hearing_notice"):
        found.add("list")
    if one.kind in ("oversight_release", "prosecution_release", "judgment"):
        found.add("one story")
    if one.force and other.force and one.force != other.force:
        found.add("forces differ")
    found.add("hearing " + _days(one.hearing, other.hearing))
    if one.chair and other.chair:
        found.add("chair same" if one.chair == other.chair else "chairs differ")
    found.add("sentence " + _days(one.sentenced, other.sentenced))
    if one.courts and other.courts:
        found.add("court shared" if set(one.courts) & set(other.courts) else "courts differ")
    if one.offences and other.offences:
        found.add("offence shared" if set(one.offences) & set(other.offences) else "offences differ")
    if one.posts and other.posts:
        found.add("post shared" if set(one.posts) & set(other.posts) else "posts differ")
    if a_matter_each(document) if each is None else each:
        found.add("a matter each")
    if one.anonymous or other.anonymous:
        found.add("one without a name")
    if _bare(one) or _bare(other):
        found.add("one with little told")
    if len(document) == 2:
        found.add("two subjects")
    return found


def a_matter_each(document: Sequence[Mention]) -> bool:
    """Say whether most subjects of a document have a matter of their own: it is a list."""
    shown = [m for m in document if not m.background]
    own = sum(_own_matter(m, shown) for m in shown)
    return own > 2 and 3 * own >= 2 * len(shown)


def _own_matter(m: Mention, shown: Sequence[Mention]) -> bool:
    """Whether a subject has a day or a charge that no other of the document has."""
    others = [other for other in shown if other is not m]
    if m.hearing is None and m.sentenced is None and not m.offences:
        return False
    return not any(
        _one_day(m.hearing, other.hearing)
        or _one_day(m.sentenced, other.sentenced)
        or set(m.offences) & set(other.offences)
        for other in others
    )


def _one_day(one: Days | None, other: Days | None) -> bool:
    """Whether two dates are the same, or one is known to the year only and can be the other."""
    if one is None or other is None:
        return False
    wide = max(one[1] - one[0], other[1] - other[0]) > 31
    return one == other if not wide else one[0] <= other[1] and other[0] <= one[1]


def _bare(m: Mention) -> bool:
    """Whether of a subject neither a day nor an offence is told: it hangs on another's story."""
    return m.hearing is None and m.sentenced is None and not m.offences


def _days(one: Days | None, other: Days | None) -> str:
    if one is None or other is None:
        return "day not told"
    if one == other:
        return "day same"
    if one[0] <= other[1] and other[0] <= one[1]:
        return "day may be same"
    return "days differ"


def shared(
    one: Mention,
    other: Mention,
    document: Sequence[Mention],
    weights: CaseWeights,
    *,
    each: bool | None = None,
) -> float:
    """Return log odds that two subjects of a document share a matter; `each` as for `features`."""
    told = features(one, other, document, each=each)
    return weights.start + sum(weights.features.get(name, 0.0) for name in sorted(told))


def one_matter(one: Mention, other: Mention, years: float) -> bool:
    """Say whether two mentions of one person can tell of one matter.

    A conviction and the tribunal two years on share an offence or a court; a feature told ten years
    later gives the old dates. Two dated matters with nothing in common and `years` between are two.
    """
    if set(one.offences) & set(other.offences) or set(one.courts) & set(other.courts):
        return True
    if one.chair is not None and one.chair == other.chair:
        return True
    days_one, days_other = _dates(one), _dates(other)
    if not days_one or not days_other:
        return True
    gap = min(max(a[0] - b[1], b[0] - a[1], 0) for a in days_one for b in days_other)
    if gap > years * 366:
        return False
    both_told = bool(one.offences) and bool(other.offences)
    return not (both_told and gap > years * 366 / 2)


def _dates(m: Mention) -> list[Days]:
    """The days of the matter; the day of the report only if the report is no look back."""
    days = [d for d in (m.hearing, m.sentenced) if d is not None]
    if not days and m.day is not None and not m.background:
        days = [(m.day, m.day)]
    return days


def cases(
    persons: Sequence[Sequence[str]], mentions: Mapping[str, Mention], weights: CaseWeights | None = None
) -> list[list[str]]:
    """Return the cases as sorted lists of mentions. The order of what is given does not matter."""
    weights = weights or case_weights()
    of: dict[str, list[str]] = {}
    matter: dict[str, int] = {}  # a person's matters are never joined by a chain
    number = 0
    person_of: dict[str, int] = {}
    for who, members in enumerate(sorted(sorted(p) for p in persons)):
        for group in _matters([mentions[k] for k in members], weights.years):
            for k in group:
                of[k], matter[k], person_of[k] = group, number, who
            number += 1
    by_document: dict[str, list[Mention]] = {}
    for m in mentions.values():
        by_document.setdefault(m.document, []).append(m)
    for _, document in sorted(by_document.items()):
        document.sort(key=lambda m: m.index)
        for sharing in _sharing(document, weights):
            for a, b in pairwise(sharing):
                first, second = of[a], of[b]
                if first is second:
                    continue
                held = {(person_of[k], matter[k]) for k in first}
                others = {(person_of[k], matter[k]) for k in second}
                if any(p == q and m != n for p, m in held for q, n in others):
                    continue
                merged = first + second
                for k in merged:
                    of[k] = merged
    unique = {id(group): group for group in of.values()}
    return sorted(sorted(group) for group in unique.values())


def _sharing(document: Sequence[Mention], weights: CaseWeights) -> list[list[str]]:
    """The subjects of a document in groups that share a matter: the two groups for which most speaks on
    average are joined first, and none against which more speaks, so that one doubtful pair joins no crowds.
    """
    groups = [[m.key] for m in document]
    if len(groups) < 2:
        return groups
    each = a_matter_each(document)  # the same for every two
    odds = {
        frozenset((one.key, other.key)): shared(one, other, document, weights, each=each)
        for i, one in enumerate(document)
        for other in document[:i]
    }
    while len(groups) > 1:
        mean, i, j = max(
            (sum(odds[frozenset((a, b))] for a in one for b in other) / (len(one) * len(other)), -i, -j)
            for i, one in enumerate(groups)
            for j, other in enumerate(groups[:i])
        )
        if mean <= 0:
            break
        groups[-j] = groups[-j] + groups.pop(-i)
    return groups


def _matters(members: Sequence[Mention], years: float) -> list[list[str]]:
    """A person's mentions as matters. A mention without any day goes with the matter it fits best, and
    bridges none.
    """
    dated = [m for m in members if _dates(m)]
    groups: list[list[Mention]] = []
    for m in dated:
        near = [g for g in groups if any(one_matter(m, other, years) for other in g)]
        groups = [g for g in groups if g not in near]
        groups.append([other for g in near for other in g] + [m])
    settled = [list(g) for g in groups]
    for m in members:
        if _dates(m):
            continue
        if not groups:
            groups.append([])
            settled.append([])
        best = min(range(len(groups)), key=lambda i: (*_far(m, settled[i]), i))
        groups[best].append(m)
    return sorted(sorted(m.key for m in g) for g in groups)


def _far(m: Mention, group: Sequence[Mention]) -> tuple[bool, int]:
    """How far an undated mention is from a matter: whether nothing agrees, and the days to its report."""
    agrees = any(
        set(m.offences) & set(x.offences)
        or set(m.courts) & set(x.courts)
        or (m.outcome is not None and m.outcome == x.outcome)
        for x in group
    )
    days = (
        [abs(m.day - day) for x in group for span in _dates(x) for day in span] if m.day is not None else []
    )
    return not agrees, min(days, default=0)
