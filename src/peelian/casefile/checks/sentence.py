"""Sentences over the maximum of their date, orders outside their time, sentences without a conviction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from peelian.casefile.checks.registry import Finding, Subject, may, parts, rule
from peelian.casefile.parties import days_of
from peelian.casefile.wording import article, length_words, offence_words, term_name
from peelian.law import (
    DateError,
    LengthError,
    Limit,
    UnknownTerm,
    compare_lengths,
    longest_operational_period,
    longest_suspended_term,
    maximum_sentence,
    term,
)
from peelian.law.lengths import INDEFINITE, format_length, months_and_days

_SUSPENDED: Final = "Sentencing Code s.277; LASPO 2012 s.68; Sentencing Act 2026 s.2"


def _day(subject: Subject) -> str | None:
    """The day of sentence; without one, the first publication that tells of it (later than the day itself)."""
    if day := _day_of(subject, "sentenced_on"):
        return day
    told = [
        published
        for record in subject.party.sentences
        for fact in record.facts.values()
        for citation in fact.citations
        if (published := subject.published(citation.source)[1]) is not None
    ]
    return min(told).isoformat() if told else None


def _day_of(subject: Subject, field: str) -> str | None:
    """A date that a field tells with its year."""
    day = subject.party.get(field)
    return day if isinstance(day, str) and days_of(day)[0] is not None else None


@rule(
    "suspended_term_over_maximum",
    "error",
    "A suspended term over the longest that could be suspended",
    _SUSPENDED,
)
def suspended_term_over_maximum(subject: Subject) -> Iterator[Finding]:
    """A term longer than a court could suspend on the day of sentence."""
    yield from _over(subject, "length", longest_suspended_term, "term that could be suspended")


@rule(
    "operational_period_over_maximum", "warning", "A sentence suspended for too long", "Sentencing Code s.288"
)
def operational_period_over_maximum(subject: Subject) -> Iterator[Finding]:
    """A term that hangs over the person for longer than the statute allowed."""
    yield from _over(
        subject, "suspended_for", longest_operational_period, "time for which a term could be suspended"
    )


def _over(subject: Subject, part: str, limits_on: object, what: str) -> Iterator[Finding]:
    day = _day(subject)
    if day is None or not callable(limits_on):
        return
    limits: tuple[Limit, ...] = limits_on(day)
    for record in subject.party.sentences:
        value = record.get(part)
        if record.get("kind") != "suspended_sentence" or not isinstance(value, str) or not limits:
            continue
        if not all(_longer(value, one.length) for one in limits):
            continue
        certain = all(one.verified for one in limits)
        yield Finding(
            f"{length_words(value)} {may(certain, 'is', 'may be')} over the longest {what} on {day} "
            f"({length_words(limits[-1].length)}).",
            parts(record, part) + subject.told("sentenced_on"),
            certain,
            source="; ".join(dict.fromkeys(one.source for one in limits)),
        )


def _longer(value: str, limit: str) -> bool:
    try:
        return compare_lengths(value, limit) == 1
    except LengthError:
        return False


@rule(
    "sentence_over_maximum",
    "warning",
    "A prison term over the maximum of the offence",
    "The statute of the offence",
)
def sentence_over_maximum(subject: Subject) -> Iterator[Finding]:
    """A term longer than the maxima of all offences proved, added up, with every count at its maximum.

    Asked only where each offence proved has a number of counts: consecutive terms can lawfully add up. The
    maximum is that of the day of the offence; where that is not told, any that held up to the day of sentence.
    """
    proved = [record for record in subject.party.offences if record.get("stage") == "convicted"]
    since, until = (
        _day_of(subject, "dates.conduct_from"),
        _day_of(subject, "dates.conduct_to") or _day(subject),
    )
    months = days = 0
    source = []
    for record in proved:
        count = record.get("count")
        try:
            held = maximum_sentence(str(record.get("offence")), since=since, until=until)
        except (DateError, UnknownTerm):
            return
        if held is None or held.life or not isinstance(count, int):
            return
        of_month, of_days = months_and_days(held.length) if held.custody else (0, 0)
        months, days = months + count * of_month, days + count * of_days
        source.append(held.source)
    most = format_length({"M": months, "D": days}) or "P0D"
    for record in subject.party.sentences:
        value = record.get("length")
        if not proved or record.get("kind") not in ("imprisonment", "suspended_sentence"):
            continue
        if not isinstance(value, str) or value == INDEFINITE or not _longer(value, most):
            continue
        named = offence_words(proved[0]) if len(proved) == 1 else "the offences proved, all counts together"
        told = (
            f"the longest term for {named} is {length_words(most)}"
            if most != "P0D"
            else f"{named} carries no prison term"
        )
        yield Finding(
            f"{length_words(value)} may be over the maximum: {told}, as far as is known.",
            parts(record, "length") + tuple(part for one in proved for part in parts(one, "offence")),
            certain=False,
            source="; ".join(dict.fromkeys(source)),
        )


@rule(
    "sentence_without_conviction",
    "note",
    "A sentence, and no conviction told",
    "Process reference, section 5: a sentence follows a conviction",
)
def sentence_without_conviction(subject: Subject) -> Iterator[Finding]:
    """A sentence is told while every offence told is short of a conviction. It is never taken for one."""
    stages = {record.get("stage") for record in subject.party.offences}
    if not stages or stages & {"convicted", "cautioned"}:
        return
    if any(one.get("kind") == "criminal" and one.get("result") == "allowed" for one in subject.party.appeals):
        # The conviction was quashed: the sentence went with it.
        return
    for record in subject.party.sentences:
        kind = record.get("kind")
        if kind not in (None, "caution", "other"):
            told = (
                article(term_name("sentences", kind).casefold()) if kind != "imprisonment" else "imprisonment"
            )
            yield Finding(
                f"The sources tell of {told} but of no conviction for any offence that they name.",
                parts(record, "kind"),
            )
            return


@rule(
    "order_outside_its_time",
    "warning",
    "An order before it existed, or after its end",
    "Sexual Offences Act 2003; Anti-social Behaviour, Crime and Policing Act 2014 Sch. 5",
)
def order_outside_its_time(subject: Subject) -> Iterator[Finding]:
    """A sexual harm prevention order before March 2015, or a sexual offences prevention order made after."""
    written = subject.party.get("sentenced_on")
    first, last = days_of(written)
    for record in subject.party.orders:
        try:
            entry = term("orders", str(record.get("kind")))
        except UnknownTerm:
            continue
        begins, ends = entry.extra.get("active_from"), entry.extra.get("active_to")
        early = begins and last is not None and last < date.fromisoformat(begins)
        late = ends and first is not None and first > date.fromisoformat(ends)
        if early or late:
            verb = may(entry.verified, "could not", "may not have been able to")
            edge = f"began on {begins}" if early else f"ended on {ends}"
            yield Finding(
                f"A court {verb} make {article(entry.name.casefold())} on {written}: such orders {edge}.",
                parts(record, "kind") + subject.told("sentenced_on"),
                entry.verified,
                source=entry.source,
            )
