"""The same officers told of twice: first how many were dealt with and how, then one by one with their ranks.

"Four officers were dismissed and one was given a warning. ... The panel found that: a detective inspector
should be dismissed; two sergeants ...": the second telling brings in nobody new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.clauses import Clause
from peelian.reading.outcomes import DISMISSALS
from peelian.reading.page import Sentence
from peelian.reading.scan import Scan
from peelian.reading.unnamed import JUDGED, Referent

_FORMS: Final = frozenset({"new", "known", "ordinal"})
_LEAST: Final = 3  # people; two are as likely to be two others
_DISMISSED: Final = "dismissed"
# "Two were dismissed and one warned, after findings of gross misconduct against each of them"
_OF_EACH: Final = re.compile(
    r",? (?:following|after|with) [^.;]{0,60}\b(?:against|for|by|in respect of) (?:each|all)(?: (?:two|three|four|five|six))? of (?:them|the officers)\b"
)


def told_again(
    scan: Scan,
    clauses: Sequence[Clause],
    people: Sequence[Referent],
    topics: Sequence[tuple[int, int, list[Referent] | None]],
) -> list[list[Referent]] | None:
    """For each clause of a sentence those of ``people`` whom it tells of again; None if it does not tell of all again.

    ``topics`` are the stretches told of them so far. The numbers must be the same, and what became of them.
    """
    parts = [c for c in clauses if c.targets]
    if len(parts) < 2 or any(d.form not in _FORMS or not d.number for c in parts for d in c.targets):
        return None
    numbers = [sum(d.number or 0 for d in c.targets) for c in parts]
    plain = all(r.level == JUDGED and r.roles == {"officer"} and not r.telling for r in people)
    if not (plain and len(people) == sum(numbers) >= _LEAST):
        return None
    if all(d.generic for c in parts for d in c.targets):
        return None
    before = {id(r): end_of(scan, [(s, e) for s, e, told in topics if told and r in told]) for r in people}
    now = [end_of(scan, [(c.start, c.end)]) for c in parts]
    if None in now or Counter(before.values()) != Counter(
        end for end, n in zip(now, numbers, strict=True) for _ in range(n)
    ):
        return None
    left = list(people)
    out: list[list[Referent]] = []
    for clause in clauses:
        end = end_of(scan, [(clause.start, clause.end)])
        n = sum(d.number or 0 for d in clause.targets)
        own = [r for r in left if before[id(r)] == end][:n]
        left = [r for r in left if r not in own]
        out.append(own)
    return out


def share_with_each(
    low: str, sentence: Sentence, topics: list[tuple[int, int, list[Referent] | None]], whole: list[Referent]
) -> None:
    """Give the end of a sentence, from "after findings against each of them" on, to all of whom it tells."""
    shared = _OF_EACH.search(low, sentence.start, sentence.end)
    if shared is not None and topics and topics[-1][0] < shared.start() < topics[-1][1]:
        start, end, last = topics[-1]
        topics[-1:] = [(start, shared.start(), last), (shared.start(), end, whole)]


def end_of(scan: Scan, spans: Sequence[tuple[int, int]]) -> str | None:
    """What became of somebody by the words of ``spans``: an outcome's id, all dismissals as one; None if untold."""
    found = [h.value for start, end in spans for h in scan.between("outcome", start, end)]
    if any(value in DISMISSALS for value in found):
        return _DISMISSED
    return found[0] if found else None
