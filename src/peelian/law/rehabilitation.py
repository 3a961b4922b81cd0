"""When a conviction is spent: the Rehabilitation of Offenders Act 1974, by the table of the day of asking.

Three tables: to 9 March 2014, from 10 March 2014 (LASPO 2012), from 28 October 2023 (PCSC Act 2022).
The table in force on the day of publication governs, whenever the conviction was. Days are counted as
gov.uk does, which can be a day later than the statute's. Early release and remand are ignored: the
true day can be earlier, never later. What is not known never makes a conviction spent, nor unspent.
Notification requirements, misconduct findings and list entries are no convictions and play no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from peelian.law.regimes import overlaps
from peelian.law.vocabulary import Term, ids, term, vocabulary

TOLERANCE_DAYS = 2
"""How far gov.uk's day and the statute's may lie apart (publication rules, 4.4)."""

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
class Spent:
    """When a conviction is spent, by one table.

    `state`: "day" (spent from `day`), "never", "open" (not while an order without an end runs), or
    "unknown". `earliest` is the first day on which it may be spent already (removal decisions use it);
    for "unknown" it is the day before which it is surely not, or None. `not_later_than`: the true day can be
    earlier (remand, a date known in part, a conviction before the sentence). `edge` says where a
    value lies on a boundary. `decided_by` is the part of the sentence that lasts longest.
    """

    state: State
    day: date | None
    earliest: date | None
    not_later_than: bool
    edge: str | None
    decided_by: str
    rule: str
    table: str
    source: str
    verified: bool

    def spent(self, on: date) -> bool | None:
        """Say whether it is spent on a day; None where that is not decided."""
        if self.state in ("never", "open"):
            return False
        if self.state == "unknown" or self.day is None:
            return False if self.earliest is not None and on < self.earliest else None
        if on >= self.day:
            return True
        return None if self.earliest is not None and on >= self.earliest else False

    def treat_as_spent(self, on: date) -> bool:
        """Say whether a publisher should treat it as spent: yes unless it surely is not."""
        return self.spent(on) is not False


@dataclass(frozen=True, slots=True)
class _Part:
    """What one part of a sentence gives: a state and the first and last day on which it can be spent."""

    state: State
    low: date | None
    high: date | None
    what: str
    source: str
    verified: bool
    soft: bool = False
    edge: str | None = None


def table_on(as_of: date) -> str:
    """Return the table in force on a day: t1974, t2014 or t2023. Source: rehabilitation_periods.yaml."""
    for entry in vocabulary("rehabilitation_periods"):
        if overlaps(as_of.isoformat(), entry.extra.get("active_from"), entry.extra.get("active_to")):
            return str(entry.extra["table"])
    raise AssertionError("the tables cover every day")  # pragma: no cover


def schedule_18(offence: str) -> bool | None:
    """Say whether an offence is listed in Sentencing Code Schedule 18; None if it depends or is not known.

    The guide's id, or one of offence_catalogue. None was looked up. Raises `UnknownTerm`.
    """
    if offence in ids("schedule_18"):
        listed = term("schedule_18", offence).extra["listed"]
    else:
        listed = term("offence_catalogue", offence).extra.get("sch18")
    return None if listed is None else bool(listed)


def spent_from(
    sentences: Sequence[Passed],
    orders: Iterable[Ordered] = (),
    *,
    sentenced: str | None,
    as_of: date,
    convicted: str | None = None,
    offences: tuple[str, ...] = (),
    under_18: bool = False,
) -> Spent:
    """Return when a conviction is spent, by the table in force on `as_of`.

    `sentenced` and `convicted` are EDTF dates (without the second, the first stands for it and the
    answer is "not later than"); `offences` are for sentences that name none. The longest part wins:
    terms in custody (the longest, with those that are consecutive added), other sentences, orders.
    Source: ROA 1974 s.5 in its three forms; publication rules, section 4.
    Raises `UnknownTerm` for a kind that there is not, `DateError`, `LengthError`.
    """
    table = table_on(as_of)
    begun = _span(sentenced)
    counts = _Counting(
        rows=[entry for entry in vocabulary("rehabilitation_periods") if entry.extra["table"] == table],
        begun=begun,
        convicted=_span(convicted) if convicted is not None else begun,
        convicted_told=convicted is not None,
        under_18=under_18,
    )
    named = [replace(one, offences=one.offences or offences) for one in sentences]
    total = _total(named)
    beside = list(orders)
    parts = [part for one in ([*named, total] if total else named) for part in counts.sentence(one)]
    parts += [part for order in beside for part in counts.order(order)]
    held = {offence for one in named for offence in one.offences}
    return _settle(parts, table, _endorsement_missing(held, beside))


Span = tuple[date, date] | None


def _span(value: str | None) -> Span:
    if value is None:
        return None
    low, high = first_day(value), last_day(value)
    return None if low is None or high is None else (low, high)


def _total(sentences: Sequence[Passed]) -> Passed | None:
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
class _Counting:
    """The rows of one table and the days of one conviction: what each part of its sentence gives."""

    rows: Sequence[Term]
    begun: Span
    convicted: Span
    convicted_told: bool
    under_18: bool

    def sentence(self, one: Passed) -> list[_Part]:
        """Return what one sentence gives. Raises `UnknownTerm`, `LengthError`, `DateError`."""
        name = term("sentences", one.kind).name
        if one.kind == "other":
            return [_Part("unknown", None, None, name, "not told which disposal", False)]
        if one.kind == "life" or one.extended or (one.kind in _CUSTODY and one.length == INDEFINITE):
            return [self._by_row(self._row("life"), one.length, one.ended, "Life or extended sentence")]
        if one.kind not in _CUSTODY:
            return [self._by_row(self._row(one.kind), one.length, one.ended, name)]
        if one.length is None:
            return [_Part("unknown", None, None, name, "the term is not told", False)]
        return [self._custody(one, one.length, name)]

    def order(self, one: Ordered) -> list[_Part]:
        """Return what an order gives; nothing if it plays no part. Raises `UnknownTerm`, `LengthError`."""
        entry = term("rehabilitation_orders", one.kind)
        effect = entry.extra["effect"]
        if effect == "none":
            return []
        if effect == "unknown":
            return [_Part("unknown", None, None, entry.name, entry.source, False)]
        part = self._by_row(self._row(effect), one.length, one.ended, entry.name)
        return [
            replace(part, source=f"{part.source}; {entry.source}", verified=part.verified and entry.verified)
        ]

    def _row(self, kind: str) -> Term:
        return next(row for row in self.rows if kind in row.extra["kinds"])

    def _custody(self, one: Passed, length: str, name: str) -> _Part:
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
            return _Part(
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

    def _by_row(self, row: Term, length: str | None, ended: str | None, what: str) -> _Part:
        extra = row.extra
        period = (extra.get("under_18") if self.under_18 else None) or extra.get("period")
        runs = extra["runs_from"]
        note = extra.get("note")
        made = _Part("never", None, None, what, row.source, row.verified, edge=note)
        if runs == "never":
            return made
        soft = not self.convicted_told
        if runs == "conviction":
            found = _after(self.convicted, period)
            return _dated(made, found, soft=soft or (found is not None and found[0] != found[1]))
        end: Span = None
        if ended is not None:
            end = _span(ended)
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


def _dated(part: _Part, span: Span, *, soft: bool) -> _Part:
    if span is None:
        return replace(part, state="unknown", edge="the date is not known")
    return replace(part, state="day", low=span[0], high=span[1], soft=soft)


def _endorsement_missing(offences: set[str], orders: Sequence[Ordered]) -> str | None:
    entry = term("rehabilitation_orders", "endorsement")
    if any(order.kind == "endorsement" for order in orders) or not offences & set(entry.extra["offences"]):
        return None
    return "a court endorses a licence for such an offence as a rule: five years, if so"


def _settle(parts: Sequence[_Part], table: str, missing: str | None) -> Spent:
    """Join the parts of one sentence: the one that lasts longest decides."""
    lows = [part.low for part in parts if part.low is not None]
    least = max(lows, default=None)
    for state in ("never", "open", "unknown"):
        deciding = [part for part in parts if part.state == state]
        if deciding:
            return _spent(deciding[0], None, least if state == "unknown" else None, table, missing, parts)
    if not parts:
        none = _Part("unknown", None, None, "no sentence is told", "publication rules, 4.8", False)
        return _spent(none, None, None, table, missing, parts)
    last = max(parts, key=lambda part: part.high or date.min)
    return _spent(last, last.high, least, table, missing, parts)


_WORDS = {
    "never": "never spent",
    "open": "not spent while it runs",
    "unknown": "cannot be worked out",
}


def _spent(
    part: _Part, day: date | None, least: date | None, table: str, missing: str | None, parts: Sequence[_Part]
) -> Spent:
    said = _WORDS.get(part.state) or f"spent on {day}"
    edges = [part.edge, missing if part.state != "never" else None]
    return Spent(
        state=part.state,
        day=day,
        earliest=least,
        not_later_than=part.state == "day" and part.soft,
        edge="; ".join(one for one in edges if one) or None,
        decided_by=part.what,
        rule=f"{part.what}: {said}",
        table=table,
        source=part.source,
        verified=part.verified and all(one.verified for one in parts if one.state == part.state),
    )


def reconvicted(first: Spent, second: Spent, *, convicted: date) -> Spent:
    """Return when the first conviction is spent after another, not summary, of a day in its period: the later.

    Source: ROA 1974 s.6(4), from knowledge. A first one that was spent before stays so.
    """
    if first.spent(convicted):
        return first
    if first.state in ("never", "open"):
        return first
    longer = second.state != "day" or (
        first.day is not None and second.day is not None and second.day > first.day
    )
    if not longer:
        return first
    return replace(
        second,
        rule=f"{second.rule}, because of a second conviction",
        source=f"{second.source}; ROA 1974 s.6(4), general knowledge, not looked up",
        verified=False,
    )
