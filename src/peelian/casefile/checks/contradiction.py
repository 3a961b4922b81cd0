"""Sources that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from peelian.casefile.checks.registry import Finding, Subject, rule
from peelian.casefile.facts import Fact, Record, Severity, Value
from peelian.casefile.values import contradict, is_date
from peelian.casefile.wording import (
    date_words,
    length_words,
    money_words,
    offence_words,
    rank_words,
    term_name,
)

_SOURCE: Final = "The sources themselves"
_GRAVE: Final = frozenset(
    {"offences.stage", "proceeding.outcome", "proceeding.finding", "sentences.kind", "name", "force"}
)
_NAMED: Final = {
    "name": "the name",
    "age": "the age",
    "rank": "the rank",
    "force": "the force",
    "joined": "the day of joining",
    "sentenced_on": "the day of sentence",
    "collar_number": "the collar number",
    "resigned": "how the person left",
    "investigation.oversight": "the oversight body",
    "investigation.mode": "the mode of investigation",
    "offences.offence": "the offence",
    "offences.count": "the number of counts",
    "offences.plea": "the plea",
    "offences.stage": "the result",
    "sentences.kind": "the kind of sentence",
    "sentences.length": "the length of the sentence",
    "sentences.suspended_for": "how long the sentence was suspended",
    "sentences.amount": "the fine",
    "sentences.hours": "the hours",
    "orders.kind": "the kind of order",
    "orders.length": "the length of an order",
    "orders.amount": "the amount of an order",
    "orders.hours": "the hours of an order",
    "proceeding.kind": "the kind of hearing",
    "proceeding.date": "the day of the hearing",
    "proceeding.chair": "who chaired",
    "proceeding.finding": "the finding",
    "proceeding.outcome": "the outcome",
    "appeal.kind": "the kind of appeal",
    "appeal.result": "the result of the appeal",
}
_TERMS: Final = {
    "force": "forces",
    "proceeding.kind": "proceedings",
    "proceeding.finding": "findings",
    "proceeding.outcome": "outcomes",
    "sentences.kind": "sentences",
    "orders.kind": "orders",
    "offences.offence": "offences",
}


@rule("sources_contradict", "note", "Sources that contradict each other", _SOURCE)
def sources_contradict(subject: Subject) -> Iterator[Finding]:
    """Each fact of which two sources give values that cannot both be true."""
    party = subject.party
    for field in party.facts:
        for id, fact in subject.told(field):
            if fact.conflict:
                yield _finding(id, fact, None)
    for records in (party.offences, party.sentences, party.orders, party.proceedings, party.appeals):
        for record in records:
            for name, fact in record.facts.items():
                if fact.conflict:
                    yield _finding(f"{record.id}/{name}", fact, record)


def _finding(id: str, fact: Fact, record: Record | None) -> Finding:
    what = _NAMED.get(fact.field, fact.field.replace("_", " ").replace(".", " "))
    about = ""
    if record is not None and record.kind == "offence" and fact.field != "offences.offence":
        about = (
            f" of the case of {offence_words(record)}"
            if fact.field == "offences.stage"
            else f" for {offence_words(record)}"
        )
    values = [fact.preferred, *(one for one in fact.others if _against(fact, one))]
    if len(values) == 1:
        return Finding(
            f"The sources do not agree on {what}{about}: {_words(fact.field, fact.value)} on one day and again on "
            "another cannot both be right.",
            ((id, fact),),
        )
    told = "; ".join(f"{_words(fact.field, one.value)} ({_many(one)})" for one in values)
    severity: Severity = "warning" if fact.field in _GRAVE else "note"
    decided = " A person decided which is shown." if fact.why == "decision" else ""
    return Finding(
        f"The sources do not agree on {what}{about}: {told}.{decided}",
        ((id, fact), *((id, _as_fact(fact, one)) for one in values[1:])),
        severity="note" if fact.why == "decision" else severity,
    )


def _against(fact: Fact, other: Value) -> bool:
    return fact.field == "age" or contradict(fact.field, fact.value, other.value)


def _as_fact(fact: Fact, value: Value) -> Fact:
    return Fact(field=fact.field, value=value.value, why=fact.why, reason=fact.reason, preferred=value)


def _many(value: Value) -> str:
    return f"{value.sources} source{'s' * (value.sources != 1)}{', official' if value.official else ''}"


def _words(field: str, value: Any) -> str:
    if is_date(field):
        return date_words(value).removeprefix("on ").removeprefix("in ") or str(value)
    if field.endswith((".length", ".suspended_for")):
        return length_words(value)
    if field.endswith(".amount"):
        return money_words(value)
    if field == "rank":
        return rank_words(value)
    if field in _TERMS:
        return term_name(_TERMS[field], value)
    return str(value).replace("_", " ")
