"""What each part of a sentence gives towards the day on which a conviction is spent.

The rows are those of one table of rehabilitation_periods.yaml; `rehabilitation` joins the parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from peelian.law.dates import earliest as first_day
from peelian.law.dates import latest as last_day
from peelian.law.lengths import (
    INDEFINITE,
    add_length,
    compare_lengths,
    days_at_least_and_most,
    months_and_days,
)
from peelian.law.vocabulary import Term, ids, term

State = Literal["day", "never", "open", "unknown"]
_CUSTODY = ("imprisonment", "suspended_sentence")


@dataclass(frozen=True, slots=True)
class Passed:
    """One sentence passed: the guide's kind, its custodial or order length, and the offences it was for.

    A suspended sentence counts by its term, not by how long it is suspended. `consecutive`: it is
    added to the others; else it runs with them. Give a total as one sentence. `extended`: an extended
    sentence, which is never spent. `ended`: the EDTF day on which an order truly ended, if told.
    """

    kind: str
    length: str | None = None
    consecutive: bool = False
    offences: tuple[str, ...] = ()
    extended: bool = False
    ended: str | None = None


@dataclass(frozen=True, slots=True)
class Ordered:
    """One order beside the sentence: the guide's kind (or `endorsement`), its length, when it ended or was paid."""

    kind: str
    length: str | None = None
    ended: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of a sentence gives: a state and the first and last day on which it can be spent."""

    state: State
    low: date | None
    high: date | None
    what: str
    source: str
    verified: bool
    soft: bool = False
    edge: str | None = None


def schedule_18(offence: str) -> bool | None:
    """Say whether an offence is listed in Sentencing Code Schedule 18; None if it depends or is not known.

    The guide's id, or one of offence_catalogue. None was looked up. Raises `UnknownTerm`.
    """
    if offence in ids("schedule_18"):
        listed = term("schedule_18", offence).extra["listed"]
    else:
        listed = term("offence_catalogue", offence).extra.get("sch18")
    return None if listed is None else bool(listed)


Span = tuple[date, date] | None


def span(value: str | None) -> Span:
    """Return the first and last day that an EDTF date can mean; None if they are not known. Raises `DateError`."""
    if value is None:
        return None
    low, high = first_day(value), last_day(value)
    return None if low is None or high is None else (low, high)


def total_term(sentences: Sequence[Passed]) -> Passed | None:
    """Return the terms of custody as one, if some are consecutive: the longest of the others, with these added.

    None if nothing is to be added or a length is not known. Source: ROA 1974 s.5(7)(b), from knowledge.
    """
    custody = [one for one in sentences if one.kind in _CUSTODY]
    added = [one for one in custody if one.consecutive]
    lengths = [one.length for one in custody if one.length is not None and one.length != INDEFINITE]
    if not added or len(lengths) != len(custody):
        return None
    beside = [one.length for one in custody if not one.consecutive and one.length is not None]
    longest = [max(beside, key=lambda one: days_at_least_and_most(one)[1])] if beside else []
    terms = [months_and_days(one) for one in [*longest, *(one.length for one in added if one.length)]]
    months, days = sum(one[0] for one in terms), sum(one[1] for one in terms)
    every = tuple(dict.fromkeys(offence for one in custody for offence in one.offences))
    return Passed("imprisonment", f"P{months}M{days}D", offences=every)


@dataclass(frozen=True, slots=True)
class Counting:
    """The rows of one table and the days of one conviction: what each part of its sentence gives."""

    rows: Sequence[Term]
    begun: Span
    convicted: Span
    convicted_told: bool
    under_18: bool

    def sentence(self, one: Passed) -> list[Part]:
        """Return what one sentence gives. Raises `UnknownTerm`, `LengthError`, `DateError`."""
        name = term("sentences", one.kind).name
        if one.kind == "other":
            return [Part("unknown", None, None, name, "not told which disposal", False)]
        if one.kind == "life" or one.extended or (one.kind in _CUSTODY and one.length == INDEFINITE):
            return [self._by_row(self._row("life"), one.length, one.ended, "Life or extended sentence")]
        if one.kind not in _CUSTODY:
            return [self._by_row(self._row(one.kind), one.length, one.ended, name)]
        if one.length is None:
            return [Part("unknown", None, None, name, "the term is not told", False)]
        return [self._custody(one, one.length, name)]

    def order(self, one: Ordered) -> list[Part]:
        """Return what an order gives; nothing if it plays no part. Raises `UnknownTerm`, `LengthError`."""
        entry = term("rehabilitation_orders", one.kind)
        effect = entry.extra["effect"]
        if effect == "none":
            return []
        if effect == "unknown":
            return [Part("unknown", None, None, entry.name, entry.source, False)]
        part = self._by_row(self._row(effect), one.length, one.ended, entry.name)
        return [
            replace(part, source=f"{part.source}; {entry.source}", verified=part.verified and entry.verified)
        ]

    def _row(self, kind: str) -> Term:
        return next(row for row in self.rows if kind in row.extra["kinds"])

    def _custody(self, one: Passed, length: str, name: str) -> Part:
        listed = _listed(one.offences)
        possible = []
        edges = []
        for row in self.rows:
            if one.kind not in row.extra["kinds"]:
                continue
            over, up_to = row.extra.get("over"), row.extra.get("up_to")
            above = compare_lengths(length, over) if over else 1
            below = compare_lengths(length, up_to) if up_to else -1
            if up_to and below == 0:
                edges.append(f"exactly {up_to}: up to and including it")
            if above in (0, -1) or below == 1:
                continue
            if above is None or below is None:
                edges.append(f"{length} against {over or up_to}: weeks and months do not compare")
            asked = row.extra.get("schedule_18")
            if asked is not None and listed is not None and asked is not listed:
                continue
            part = self._by_row(row, length, None, f"{name} ({row.name})")
            if asked is not None:
                part = replace(part, verified=False, source=f"{part.source}; Schedule 18 from knowledge")
            possible.append(part)
        edge = "; ".join(dict.fromkeys(edges)) or None
        if len({part.state for part in possible}) > 1:
            lows = [part.low for part in possible if part.low is not None]
            why = "whether every offence is listed in Schedule 18 is not known" if listed is None else edge
            return Part(
                "unknown",
                min(lows, default=None),
                None,
                possible[0].what,
                possible[0].source,
                False,
                edge=why,
            )
        last = max(possible, key=lambda part: part.high or date.max)
        lows = [part.low for part in possible if part.low is not None]
        # Early release is ignored and time on remand not known: the true end of a term can be earlier.
        soft = last.soft or one.kind == "imprisonment"
        return replace(last, low=min(lows, default=None), soft=soft, edge=edge)

    def _by_row(self, row: Term, length: str | None, ended: str | None, what: str) -> Part:
        extra = row.extra
        period = (extra.get("under_18") if self.under_18 else None) or extra.get("period")
        runs = extra["runs_from"]
        note = extra.get("note")
        made = Part("never", None, None, what, row.source, row.verified, edge=note)
        if runs == "never":
            return made
        soft = not self.convicted_told
        if runs == "conviction":
            found = _after(self.convicted, period)
            return _dated(made, found, soft=soft or (found is not None and found[0] != found[1]))
        end: Span = None
        if ended is not None:
            end = span(ended)
        elif length == INDEFINITE:
            if extra.get("without_end"):
                return _dated(made, _after(self.convicted, extra["without_end"]), soft=soft)
            return replace(
                made, state="open", edge="it has no end: it keeps the conviction unspent as long as it runs"
            )
        elif length is not None:
            end = _after(self.begun, length)
        elif row.extra["kinds"] == ["compensation"]:
            return replace(made, state="unknown", edge="when it was paid in full is not told")
        if end is None and length is None and ended is None:
            return replace(made, state="unknown", edge="its length is not told")
        found = _after(end, period)
        if extra.get("at_least"):
            found = _later(found, _after(self.convicted, extra["at_least"]))
        soft = found is not None and found[0] != found[1]
        # The statute's period begins with the last day of the term, so it can end one day before gov.uk's.
        if found is not None and runs == "term_end":
            found = (found[0] - timedelta(days=1), found[1])
        return _dated(made, found, soft=soft)


def _listed(offences: tuple[str, ...]) -> bool | None:
    """Return whether offences are all in Schedule 18, or none is; None if mixed, not known or not told."""
    found = {schedule_18(offence) for offence in offences}
    return found.pop() if len(found) == 1 else None


def _after(span: Span, length: str | None) -> Span:
    if span is None or length is None:
        return None
    return add_length(span[0], length), add_length(span[1], length)


def _later(one: Span, other: Span) -> Span:
    if one is None or other is None:
        return None
    return max(one[0], other[0]), max(one[1], other[1])


def _dated(part: Part, span: Span, *, soft: bool) -> Part:
    if span is None:
        return replace(part, state="unknown", edge="the date is not known")
    return replace(part, state="day", low=span[0], high=span[1], soft=soft)
