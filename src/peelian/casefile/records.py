"""Which records of several sources are one: the same offence, sentence, order, proceeding or appeal.

Two records of one source are never one. Between sources the best fitting pairs are joined first; what
fits nothing stays a record of its own. A hearing and the tribunal that hears the appeal from it are two
records; a hearing announced and the same hearing held are one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final

from peelian.casefile.facts import Party, Record
from peelian.casefile.prefer import Claim
from peelian.casefile.values import exacter, key
from peelian.law import compatible, fold
from peelian.law.dates import DateError, earliest, latest

DISMISSALS: Final = frozenset(
    {
        "dismissed",
        "dismissed_without_notice",
        "dismissed_with_immediate_effect",
        "dismissed_with_notice",
        "would_have_been_dismissed",
        "required_to_resign",
    }
)
"""Outcomes by which a person leaves, or would have left, the police: that happens once in a case."""


def quashed(party: Party) -> list[Record]:
    """The offences of which a conviction was quashed: acquitted now, convicted before, a criminal appeal allowed."""
    allowed = any(one.get("kind") == "criminal" and one.get("result") == "allowed" for one in party.appeals)
    return [
        offence
        for offence in party.offences
        if allowed
        and offence.get("stage") == "acquitted"
        and not offence.facts["stage"].conflict
        and any(value.value == "convicted" for value in offence.facts["stage"].others)
    ]


def overtaken(party: Party, record: Record) -> bool:
    """Whether a sentence or order went with a conviction that was quashed.

    Where another conviction stands, only what a source of the acquittal tells is known to stand too.
    """
    fact, gone = record.facts.get("kind"), quashed(party)
    if fact is None or not gone:
        return False
    if not any(offence.get("stage") == "convicted" for offence in party.offences):
        return True
    after = {one.source for offence in gone for one in offence.facts["stage"].citations}
    return not any(one.source in after for one in fact.citations)


def appealed_against(party: Party, tribunal: Record) -> str | None:
    """The finding under a tribunal that is the hearing's, not its own: misconduct, and the appeal won.

    The labelling guide gives a tribunal's proceeding the outcome that stands; the finding beside it may still
    be that of the hearing.
    """
    won = tribunal.get("outcome") == "reinstated" or any(
        one.get("kind") == "tribunal" and one.get("result") in ("allowed", "varied") for one in party.appeals
    )
    finding = tribunal.get("finding")
    if tribunal.get("kind") != "appeal_tribunal" or not won or tribunal.facts.get("finding") is None:
        return None
    disputed = tribunal.facts["finding"].conflict
    return finding if finding in ("gross_misconduct", "misconduct") and not disputed else None


FINAL_STAGES: Final = frozenset({"convicted", "acquitted", "discontinued", "cautioned"})
_CUSTODY: Final = frozenset({"imprisonment", "suspended_sentence", "life"})
_NEAR: Final = 31
_FAST_TRACK: Final = {"special_case_hearing", "accelerated_hearing"}
"""One procedure, renamed by the 2020 Regulations; "fast-track hearing" is said of both."""


@dataclass(slots=True)
class Told:
    """One record as one source tells it: claims by the name of the part (``kind``, ``length``, …).

    ``day`` is the day of sentence that the same source gives, ``alike`` how many records of the same
    offence it tells.
    """

    mention: str
    index: int
    parts: dict[str, list[Claim]]
    day: str | None = None
    alike: int = 1

    _way: Hashable = None

    def get(self, name: str) -> Any:
        """The value of a part: a person's, if a person wrote or corrected it."""
        claims = self.parts.get(name)
        if not claims:
            return None
        if len(claims) == 1:
            return claims[0].value
        return max(
            claims, key=lambda c: (c.statement.origin == "person", c.statement.status == "corrected")
        ).value

    def way(self) -> Hashable:
        """What the record says, without who says it: two records told alike have the same."""
        if self._way is None:
            self._way = (self.day, *((name, repr(self.get(name))) for name in sorted(self.parts)))
        return self._way


Fits = Callable[[Told, Told], int]
"""How well two records of different sources fit: more than nought if they can be one, below if they cannot."""


def group(field: str, mentions: Sequence[Sequence[Told]]) -> list[list[Told]]:
    """Join the records of ``field`` over mentions (in a settled order) into groups of one record each."""
    fits = FITS[field]
    groups: list[list[Told]] = []
    # Many sources tell a record in the same words: each way of telling is compared once.
    ways: list[dict[Hashable, Told]] = []
    known: dict[tuple[Hashable, Hashable], int] = {}

    def fit(one: Told, other: Told) -> int:
        at = (one.way(), other.way())
        if at not in known:
            known[at] = fits(one, other)
        return known[at]

    # Those that tell a day come first: what tells none must not draw one of them from the others of its day.
    places = sorted(range(len(mentions)), key=lambda n: not any(one.get("date") for one in mentions[n]))
    first: list[tuple[int, int]] = []  # where each group is told of first: records keep that order
    for n in places:
        told = mentions[n]
        pairs = []
        for (g, members), (r, record) in product(enumerate(ways), enumerate(told)):
            scores = [fit(member, record) for member in members.values()]
            if min(scores) >= 0 and max(scores) > 0:
                pairs.append((-max(scores), -sum(scores), g, r))
        placed: dict[int, int] = {}
        taken: set[int] = set()
        for _, _, g, r in sorted(pairs):
            if g not in taken and r not in placed:
                taken.add(g)
                placed[r] = g
        for r, record in enumerate(told):
            if r not in placed:
                placed[r] = len(groups)
                groups.append([])
                ways.append({})
                first.append((n, r))
            groups[placed[r]].append(record)
            first[placed[r]] = min(first[placed[r]], (n, r))
            ways[placed[r]].setdefault(record.way(), record)
    return [members for _, members in sorted(zip(first, groups, strict=True), key=lambda one: one[0])]


def _offences(one: Told, other: Told) -> int:
    first, second = one.get("offence"), other.get("offence")
    title, words = fold(one.get("title") or ""), fold(other.get("title") or "")
    alike = bool(title and words) and _overlap(title, words) >= 0.5
    if first == second:
        # "other" names no offence: only the words can tell.
        if first == "other" and not alike:
            return 0
        score = 10
    elif first is None or second is None:
        score = 4 if alike else 0
    elif exacter("offences.offence", first, second) or exacter("offences.offence", second, first):
        score = 6 if "other" not in (first, second) or alike else 0
    else:
        score = 4 if title == words and title else 0
    if score == 0:
        return 0
    if title and title == words:
        score += 4
    elif alike:
        score += 2
    stage, later = one.get("stage"), other.get("stage")
    if stage == later:
        score += 3
        if one.get("count") is not None and other.get("count") is not None:
            score += 2 if one.get("count") == other.get("count") else -1
    elif stage in FINAL_STAGES and later in FINAL_STAGES:
        score -= 6
    else:
        score += 2
    return max(score, 0)


def _overlap(first: str, second: str) -> float:
    one, other = set(first.split()) - _SMALL, set(second.split()) - _SMALL
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


_SMALL: Final = frozenset("a an the of in to by with and or for on into".split())


def _sentences(one: Told, other: Told) -> int:
    first, second = one.get("kind"), other.get("kind")
    score = 6 if first == second else 0
    if not score and first in _CUSTODY and second in _CUSTODY:
        # Jailed or suspended? One passing of sentence told in two ways is a contradiction to show.
        score = 2
    if _another_occasion("sentences", one, other):
        return -1
    return _parts_fit("sentences", one, other, score, ("length", "amount", "hours", "suspended_for"))


def _orders(one: Told, other: Told) -> int:
    first, second = one.get("kind"), other.get("kind")
    score = 6 if first == second else 0
    if not score and (exacter("orders.kind", first, second) or exacter("orders.kind", second, first)):
        score = 4 if "other" not in (first, second) else 0
    if first == second == "other":
        score = 0 if _parts_fit("orders", one, other, 1, ("length", "amount", "hours")) <= 1 else score
    if _another_occasion("orders", one, other):
        return -1
    return _parts_fit("orders", one, other, score, ("length", "amount", "hours"))


def _another_occasion(field: str, one: Told, other: Told) -> bool:
    """Whether the days of sentence are far apart, and nothing says that one of them is simply wrong.

    Two sources that give the same term or sum tell one sentence: then they contradict each other on its day.
    """
    if _days(one.day, other.day) != "far":
        return False
    for name in ("length", "amount", "hours"):
        first, second = one.get(name), other.get(name)
        if first is not None and second is not None:
            at = f"{field}.{name}"
            return one.get("kind") != other.get("kind") or key(at, first) != key(at, second)
    return True


def _parts_fit(field: str, one: Told, other: Told, score: int, names: Sequence[str]) -> int:
    if score == 0:
        return 0
    for name in names:
        first, second = one.get(name), other.get(name)
        if first is not None and second is not None:
            at = f"{field}.{name}"
            score += 3 if key(at, first) == key(at, second) else -1
    return max(score, 1)


def _appeals(one: Told, other: Told) -> int:
    return 5 if one.get("kind") == other.get("kind") else -1


def _proceedings(one: Told, other: Told) -> int:
    """Whether two tellings are of one hearing: kind, day and outcome together decide."""
    first, second = one.get("kind") or "not_stated", other.get("kind") or "not_stated"
    outcome, result = one.get("outcome"), other.get("outcome")
    appeals = (first == "appeal_tribunal") + (second == "appeal_tribunal")
    if appeals == 1:
        # "Dismissed", with no word on how, is told of the first hearing, not of the tribunal.
        return -1
    kinds = 6 if first == second else 3 if "not_stated" in (first, second) else 0
    if not kinds:
        kinds = 3 if _exacter_kind(first, second) or {first, second} == _FAST_TRACK else 0
    days = _days(one.get("date"), other.get("date"))
    left = outcome in DISMISSALS and result in DISMISSALS
    open_ = outcome in (None, "pending") or result in (None, "pending")
    if days == "same":
        return kinds + 5
    if days == "near":
        return kinds + 1 if kinds and (left or open_ or outcome == result) else -1
    if days == "far":
        # A person is dismissed once, and a hearing that was to come may have been put off.
        return kinds + 1 if kinds and (left or (open_ and "pending" in (outcome, result))) else -1
    if kinds:
        return kinds + (2 if outcome == result else 0)
    # Of a telling with neither day nor outcome nothing speaks against either.
    return 2 if left else 0 if open_ else -1


def _exacter_kind(first: str, second: str) -> bool:
    return exacter("proceeding.kind", first, second) or exacter("proceeding.kind", second, first)


def _days(first: str | None, second: str | None) -> str | None:
    """Whether two dates are the same as far as they are known, near, far, or not both known."""
    if first is None or second is None:
        return None
    try:
        if compatible(first, second):
            return "same"
        low, high = earliest(first), latest(first)
        start, end = earliest(second), latest(second)
    except DateError:
        return None
    if low is None or high is None or start is None or end is None:
        return "near"
    return "near" if max((start - high).days, (low - end).days) <= _NEAR else "far"


FITS: Final[dict[str, Fits]] = {
    "offences": _offences,
    "sentences": _sentences,
    "orders": _orders,
    "proceeding": _proceedings,
    "appeal": _appeals,
}
