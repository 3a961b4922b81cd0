"""The day of a verdict as the day of sentence: magistrates and judges who sentence there and then."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Cited
from peelian.reading.prepared import Prepared
from peelian.reading.spans import beginning_in
from peelian.reading.terms import Term

_PUT_OFF: Final = re.compile(
    r"\b(?:adjourn\w*|to be sentenced|be sentenced|awaits?|awaiting|later|remanded|return(?:ed|s)?|reports?)\b"
)
# "convicted on 14 July by Selby magistrates": who sentence there and then, if no other day is told
_BY_MAGISTRATES: Final = re.compile(r"\bby (?:[\w'-]+ ){0,3}(?:magistrates|justices)\b")
# "convicted |at Selby Magistrates' Court on| 4 May. She was fined"
_AT_MAGISTRATES: Final = re.compile(r"\b(?:at|in|by|before) [\w' -]{3,40} magistrates' court,? (?:on )?\Z")
_THERE_AND_THEN: Final = frozenset({"fine", "conditional_discharge", "absolute_discharge"})
_VERDICT: Final = re.compile(r"\b(?:convict\w*|found (?:him |her |them )?guilty|admit\w*|plead\w*|pled)\b")


def day_of_verdict(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """ "Magistrates convicted her on Monday. She was given a discharge": sentenced there and then, if no other day is told."""
    page, low = prepared.page, prepared.page.low
    first = own[0].sentence
    if first < 0:
        return None
    people = {p for t in own for p in t.who}
    mild = all(t.kind in _THERE_AND_THEN for t in own)
    back = [*range(first, max(-1, first - 5), -1)] if first else []
    # "She was fined £300. She was convicted at Selby Magistrates' Court on 4 May."
    ahead = [i for i in (own[-1].sentence + 1,) if mild and i < len(page.sentences)]
    for index in back + ahead:
        s = page.sentences[index]
        if _PUT_OFF.search(low, s.start, s.end):
            return None
        for date in beginning_in(prepared.dates, s.start, s.end):
            soon = date.kind == "weekday" or date.relative in ("today", "yesterday", "this morning")
            soon = soon or (date.kind == "day" and _BY_MAGISTRATES.search(low, s.start, s.end) is not None)
            now = soon and index <= first
            now = now or (
                mild
                and date.kind == "day"
                and index >= first - 1
                and _AT_MAGISTRATES.search(low, s.start, date.start) is not None
                and not people.isdisjoint(prepared.cast.who(date.start))
            )
            if now and date.edtf and _VERDICT.search(low, s.start, s.end):
                return Cited(date.edtf, (date.start, date.end))
    return None
