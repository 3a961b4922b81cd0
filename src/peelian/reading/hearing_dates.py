"""Hearing dates: the day of a decision, or the first day of a hearing to come."""

from __future__ import annotations

import re
from typing import Final

from peelian.reading.dates import Date
from peelian.reading.labels import Field
from peelian.reading.model import Cited
from peelian.reading.prepared import Prepared

# Words that make the date after them another thing's: an arrest, a sentence, the conduct itself.
_ELSE_BEFORE: Final = re.compile(
    r"\b(?:between|born|convict(?:ed|ion)|sentenced?|arrested|charged|joined|joining|resign(?:ed|ation)|retired|quit|suspended|since|until|till|guilty|pleaded|incident|referred|jailed|acquitted|cleared|committed|promoted"
    r"|offences?|conduct|investigation (?:began|was completed|concluded)|completed our investigation|by (?:noon|\d)|dated|published|regulations?|rules|act|met|before|with effect from|in force|birthday|left (?:the force|in)|court|trial|jury|warned|deadline|appeal by|fined|order of|restricted duties|accident|collision|pay from|backdated to|backdated|continuously)"
    r"[^.;]{0,32}\Z"
)
_BREAK: Final = re.compile(
    r"\b(?:convict(?:ed|ion)|sentenced|arrested|court|pleaded|resigned|retired|suspended|who|whom|which followed|joined|when|while|after (?:he|she|they|being|an incident)|offences?|alleged|allegation|incident|between|during)\b|[;]"
)


def date_in_fields(prepared: Prepared, fields: list[Field], to_come: bool) -> Cited[str] | None:
    """The date that a notice gives in its date field."""
    for field in fields:
        if field.name not in ("date", "kind", "venue") or re.search(r"appeal heard by", prepared.page.low[field.label_start : field.start]):
            continue
        dates = [d for d in prepared.dates_between(field.start, field.end) if d.edtf and d.kind in ("day", "month")]
        if dates and (field.name == "date" or dates[0].kind == "day"):
            dates = _together(prepared, dates)
            return _first(prepared, dates[0]) if to_come else _cited(dates[-1])
    return None


def _together(prepared: Prepared, dates: list[Date]) -> list[Date]:
    """The leading dates of a field that are one run of days (not a later note in brackets)."""
    out = dates[:1]
    for d in dates[1:]:
        gap = prepared.page.low[out[-1].end : d.start]
        if len(gap) > 24 or "not sit" in gap or "won't" in gap or "listed" in gap:
            break
        out.append(d)
    return out


def _cited(d: Date) -> Cited[str] | None:
    return Cited(d.edtf, (d.start, d.end)) if d.edtf else None


def _first(prepared: Prepared, d: Date) -> Cited[str] | None:
    """A date, or the first day of the range that ends with it."""
    if d.edtf and d.first_day and d.day and len(d.edtf) == 10:
        low = prepared.page.low
        a = low.rfind(str(d.first_day), max(0, d.start - 40), d.start)
        start = a if a != -1 else d.start
        month = re.match(r"\d+(?:st|nd|rd|th)? (january|february|march|april|may|june|july|august|september|october|november|december)", low[start : d.start])
        value = d.edtf[:8] + f"{d.first_day:02d}"
        if month:
            names = "january february march april may june july august september october november december".split()
            value = f"{d.edtf[:5]}{names.index(month.group(1)) + 1:02d}-{d.first_day:02d}"
        return Cited(value, (start, d.end))
    return _cited(d)


def date_near(prepared: Prepared, anchors: list[tuple[int, int, float]], to_come: bool) -> Cited[str] | None:
    """The best date in the clauses of the anchors ``(start, end, weight)``: an outcome, a finding, a hearing."""
    best: tuple[float, Date] | None = None
    low = prepared.page.low
    for start, end, weight in anchors:
        sentence = prepared.page.sentence_at(start)
        for d in prepared.dates_between(sentence.start, sentence.end):
            if d.edtf is None:
                continue
            score = weight + _fit(low, sentence.start, d, start, end)
            if score > 0 and (best is None or score > best[0]):
                best = (score, d)
    if best is None:
        return None
    return _first(prepared, best[1]) if to_come else _cited(best[1])


def _fit(low: str, sentence_start: int, d: Date, start: int, end: int) -> float:
    """How well a date fits an anchor: near, exact, and not another event's."""
    gap_start, gap_end = (end, d.start) if d.start >= end else (d.end, start)
    gap = low[gap_start:gap_end] if gap_end > gap_start else ""
    fit = -min(len(gap), 150) / 45
    before = low[max(sentence_start, d.start - 60) : d.start]
    if _ELSE_BEFORE.search(before) and not re.search(r"\b(?:hearing|meeting|panel|held|tribunal)\b[^.;,]{0,30}\Z", before):
        fit -= 4
    if d.start >= end and _BREAK.search(gap):
        fit -= 3
    if d.start < start and re.search(r"\b(?:who|whom|resigned|retired)\b", gap):
        fit -= 1.5
    after = low[d.end : d.end + 30]
    if re.match(r" (?:he|she|they|the officer|pc|ps|sgt|dc) (?!(?:was|were|would|had) )", after):
        fit -= 1.5
    return fit + {"day": 1.5, "relative": 1.2, "weekday": 1.2, "month": 0.6}.get(d.kind, 0.0)
