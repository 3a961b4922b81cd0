"""Courts where a subject appeared or will appear, and the day of sentence."""

from __future__ import annotations

import re
from typing import Final

from peelian.reading.dates import Date
from peelian.reading.model import Cited
from peelian.reading.names import Person
from peelian.reading.prepared import Prepared
from peelian.reading.terms import Term

_UNLISTED: Final = re.compile(
    r"(?P<town>(?:[A-Z][\w'\u2019-]+|upon|on|of|and|the)(?: (?:[A-Z][\w'\u2019-]+|upon|on|of|in|le|under))*) (?P<kind>Crown Court|[Mm]agistrates['\u2019]? [Cc]ourt|Sheriff Court|[Mm]agistrates)"
)


def read_courts(prepared: Prepared, person: Person, fallback: bool) -> list[Cited[str]]:
    """The courts told of one subject in order, each once, in official form.

    ``fallback``: the document has one subject with a criminal case, so a court told of nobody is this subject's.
    """
    out: dict[str, Cited[str]] = {}
    for hit in prepared.scan.of("court"):
        who = prepared.cast.who(hit.start)
        if person not in who and not (fallback and not who):
            continue
        if prepared.page.low.startswith((" team", " of human rights", " reporter", " correspondent"), hit.end):
            continue
        name = hit.value
        if name not in out:
            out[name] = Cited(name, (hit.start, hit.end))
    return list(out.values())


_CONDUCT: Final = re.compile(r"\b(?:between|since|from|in the early hours of|offence on|incident on|committed|happened|took place|occurred|on the night of|dating back to|during)(?: \w+){0,4} \Z")
_NOT_SENTENCE: Final = re.compile(
    r"\b(?:convicted|found (?:him |her |them )?guilty|pleaded|admitted|admitting|charged|arrested|dismissed|resigned|suspended|hearing|trial|guilty plea|plea|retired|joined|sacked|appeal\w*|panel|released|born|will be)\b"
)


def read_sentenced_on(prepared: Prepared, person: Person, terms: list[Term]) -> Cited[str] | None:
    """The day on which one subject was sentenced: the date told with the words of the sentence."""
    own = [t for t in terms if person in t.who and (t.cue == "penalty" and t.kind not in ("caution", "minimum") or t.cue == "order" and (t.amount or t.length or t.hours))]
    if not own:
        return None
    best: tuple[float, Date] | None = None
    for date in prepared.dates:
        if date.edtf is None or date.kind == "relative" and date.relative in ("this year", "last year", "this week", "last week", "this month"):
            continue
        score = _nearness(prepared, date, own)
        if score is not None and (best is None or score < best[0]):
            best = (score, date)
    if best is not None and best[1].edtf is not None:
        return Cited(best[1].edtf, (best[1].start, best[1].end))
    return None


def _nearness(prepared: Prepared, date: Date, own: list[Term]) -> float | None:
    """How near a date stands to the words of a sentence (smaller is nearer); None if it tells of something else."""
    page, low = prepared.page, prepared.page.low
    index = page.sentence_index(date.start)
    s = page.sentences[index]
    near = [t for t in own if t.sentence == index]
    if not near:
        return None
    if _CONDUCT.search(low, max(s.start, date.start - 40), date.start):
        return None
    at = min(near, key=lambda t: abs(t.start - date.start))
    first, last = min(at.end, date.end), max(at.start, date.start)
    between = low[first:last]
    penalty = 0.0
    if _NOT_SENTENCE.search(between):
        penalty += 300
    ahead = low[max(s.start, date.start - 50) : date.start]
    if _NOT_SENTENCE.search(ahead) and date.start > at.start:
        penalty += 300
    penalty += {"day": 0, "weekday": 10, "relative": 10, "month": 40, "year": 120}[date.kind]
    if penalty >= 300:
        return None
    return penalty + len(between) / 4 + index * 0.5
