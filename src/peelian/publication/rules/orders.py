"""Reporting restrictions and anonymity orders: unknown counts as hold until a person has looked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Final

from peelian import law
from peelian.casefile.facts import Party, Sensitive
from peelian.publication import rulebook
from peelian.publication.context import Context, records_of, told_in, values_of
from peelian.publication.rulings import Ruling

_OFFICER: Final = re.compile(
    r"\b(?:officers?|constable|sergeant|inspector|superintendent|appellant|subject|pc|former|he|she|his|her|"
    r"member of staff|pcso)\b",
    re.IGNORECASE,
)


def about_victims_only(quote: str) -> bool:
    """Whether the words of a restriction speak of victims, witnesses or children and of no officer."""
    low = " " + re.sub(r"\W+", " ", quote.casefold()) + " "
    names_victim = any(f" {word} " in low for word in rulebook.words("victim"))
    return names_victim and not _OFFICER.search(quote)


def reporting_restrictions(context: Context) -> Iterator[Ruling]:
    """Hold the case where a source mentions a restriction that may concern more than victims, until answered.

    Victims, witnesses and children are never identified anyhow; so words about them alone hold nothing.
    Source: Contempt of Court Act 1981 ss.4(2), 11; 2020 Regulations regs 39(3), 59(2).
    """
    for item in _marked(context, "reporting_restriction"):
        if about_victims_only(item.quote) or context.settled(None, item.source):
            continue
        yield Ruling(
            rule="reporting_restriction",
            target="case",
            effect="hold",
            reason=f"Source {item.source} mentions a reporting restriction. Record what it covers, then this opens.",
        )


def anonymity_orders(context: Context) -> Iterator[Ruling]:
    """Do not name an officer whom any document of the proceedings calls by a label, or whose anonymity it mentions.

    That another document names him changes nothing until a person decides. Source: 2020 Regulations regs
    39, 59; College of Policing APP.
    """
    for party in context.case.parties:
        if _unnamed_by_order(context, party):
            yield from anonymous(party, "anonymity_order")


def days_of_unnamed(context: Context, unnamed: Collection[str]) -> Iterator[Ruling]:
    """Of the days of those whose name or label sources tell and the rules withhold, the month: a day, a force
    and a rank find the notice or the report that names them.

    A day that the case tells of a colleague who is named is told already.
    """
    hidden = [p for p in context.case.parties if p.person in unnamed and {"name", "label"} & set(p.facts)]
    told = {
        day
        for party in context.case.parties
        if party.person not in unnamed
        for _, days in _days(party)
        for day in days
    }
    for party in hidden:
        for target, days in _days(party):
            if any(len(day) == 10 and day not in told for day in days):
                yield Ruling(rule="anonymous_details", target=target, effect="generalise", value=days[0][:7])


def recorded(context: Context) -> Iterator[Ruling]:
    """Withhold what a restriction covers that somebody has recorded as in force."""
    for order in context.restrictions:
        if order.state != "in_force" or order.on > context.as_of:
            continue
        if order.until is not None and order.until < context.as_of:
            continue
        for target in order.targets or ("case",):
            yield Ruling(
                rule="restriction_order",
                target=target,
                effect="hold" if target == "case" else "withhold",
                changes_on=None if order.until is None else order.until + timedelta(days=1),
            )


def anonymous(party: Party, rule: str, *, changes_on: date | None = None) -> Iterator[Ruling]:
    """Withhold a party's name, and what with it would say who it is: number, town, age, post, date of joining.

    The rank too where few hold it: a chief superintendent anywhere, a chief inspector of a small force.
    """
    yield Ruling(rule=rule, target=f"{party.person}/name", effect="withhold", changes_on=changes_on)
    names = ["collar_number", "residence", "age", "joined", "posts"]
    if any(few_hold(rank, party.get("force")) for rank in told_in(party.facts, "rank")):
        names.append("rank")
    for name in names:
        yield Ruling(
            rule="anonymous_details",
            target=f"{party.person}/{name}",
            effect="withhold",
            changes_on=changes_on,
        )


def few_hold(rank: str, force: object) -> bool:
    """Whether so few officers of a force hold a rank that the two together may say who it is.

    By ``data/few.yaml``; a force whose size is not known counts as small.
    """
    try:
        size = law.term("forces", str(force)).extra.get("officers") if force else None
    except law.UnknownTerm:
        size = None
    officers = int(size["value"]) if size else 0
    seniority = _seniority(rank)
    return any(
        seniority >= entry.seniority and (entry.below is None or officers < entry.below)
        for entry in rulebook.few_of_a_rank()
    )


def _days(party: Party) -> Iterator[tuple[str, list[str]]]:
    """The days that a party's facts tell, each place with all that sources say of it."""
    yield f"{party.person}/sentenced_on", told_in(party.facts, "sentenced_on")
    for record in records_of(party):
        yield f"{record.id}/date", told_in(record.facts, "date")


def _unnamed_by_order(context: Context, party: Party) -> bool:
    label = party.facts.get("label")
    if label is not None and not any(_opened(context, party, c.source) for c in label.citations):
        return True
    about = context.cites(party)
    return any(
        item.source in about
        and not about_victims_only(item.quote)
        and not _about_another(context, party, item)
        and not _opened(context, party, item.source)
        for item in _marked(context, "anonymity_order")
    )


def _about_another(context: Context, party: Party, item: Sensitive) -> bool:
    """Whether words on anonymity plainly concern somebody else: they use another's label, or stand in an
    official document that names this person itself."""
    labels = {
        str(value.value)
        for other in context.case.parties
        if (fact := other.facts.get("label")) is not None
        for value in values_of(fact)
    }
    if any(label in item.quote for label in labels):
        return True  # those who bear a label are anonymous by that already
    name = party.facts.get("name")
    source = context.sources.get(item.source)
    return (
        name is not None
        and source is not None
        and source.official
        and any(citation.source == item.source for citation in name.citations)
    )


def _opened(context: Context, party: Party, source: str) -> bool:
    answer = context.settled(party, source)
    return answer is not None and answer.state in ("lifted", "not_about_subject")


def _marked(context: Context, kind: str) -> Iterator[Sensitive]:
    for item in context.sensitive:
        if item.kind == kind:
            yield item


def _seniority(rank: str) -> int:
    try:
        return law.seniority(rank) or 0
    except law.UnknownTerm:
        return 0
