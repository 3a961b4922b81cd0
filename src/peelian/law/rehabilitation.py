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
from datetime import date

from peelian.law.regimes import overlaps
from peelian.law.rehabilitation_parts import (
    Counting,
    Ordered,
    Part,
    Passed,
    State,
    schedule_18,
    span,
    total_term,
)
from peelian.law.vocabulary import term, vocabulary

__all__ = ["Ordered", "Passed", "Spent", "reconvicted", "schedule_18", "spent_from", "table_on"]


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


def table_on(as_of: date) -> str:
    """Return the table in force on a day: t1974, t2014 or t2023. Source: rehabilitation_periods.yaml."""
    for entry in vocabulary("rehabilitation_periods"):
        if overlaps(as_of.isoformat(), entry.extra.get("active_from"), entry.extra.get("active_to")):
            return str(entry.extra["table"])
    raise AssertionError("the tables cover every day")  # pragma: no cover


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
    begun = span(sentenced)
    counts = Counting(
        rows=[entry for entry in vocabulary("rehabilitation_periods") if entry.extra["table"] == table],
        begun=begun,
        convicted=span(convicted) if convicted is not None else begun,
        convicted_told=convicted is not None,
        under_18=under_18,
    )
    named = [replace(one, offences=one.offences or offences) for one in sentences]
    total = total_term(named)
    beside = list(orders)
    parts = [part for one in ([*named, total] if total else named) for part in counts.sentence(one)]
    parts += [part for order in beside for part in counts.order(order)]
    if not named:
        parts.append(Part("unknown", None, None, "no sentence is told", "publication rules, 4.8", False))
    held = {offence for one in named for offence in one.offences}
    return _settle(parts, table, _endorsement_missing(held, beside))


def _endorsement_missing(offences: set[str], orders: Sequence[Ordered]) -> str | None:
    entry = term("rehabilitation_orders", "endorsement")
    if any(order.kind == "endorsement" for order in orders) or not offences & set(entry.extra["offences"]):
        return None
    return "a court endorses a licence for such an offence as a rule: five years, if so"


def _settle(parts: Sequence[Part], table: str, missing: str | None) -> Spent:
    """Join the parts of one sentence: the one that lasts longest decides."""
    lows = [part.low for part in parts if part.low is not None]
    least = max(lows, default=None)
    for state in ("never", "open", "unknown"):
        deciding = [part for part in parts if part.state == state]
        if deciding:
            return _spent(deciding[0], None, least if state == "unknown" else None, table, missing, parts)
    last = max(parts, key=lambda part: part.high or date.min)
    return _spent(last, last.high, least, table, missing, parts)


_WORDS = {
    "never": "never spent",
    "open": "not spent while it runs",
    "unknown": "cannot be worked out",
}


def _spent(
    part: Part, day: date | None, least: date | None, table: str, missing: str | None, parts: Sequence[Part]
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
