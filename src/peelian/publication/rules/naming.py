"""Who may be named, on what ground, and for how long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, Literal

from peelian import law
from peelian.casefile.facts import Party, Record
from peelian.publication import rulebook
from peelian.publication.context import (
    ENDED_WELL,
    FAVOURABLE,
    PUBLIC_KINDS,
    Context,
    day_of,
    standing,
    values_of,
)
from peelian.publication.rules.orders import anonymous
from peelian.publication.rules.retrial import retrial_told
from peelian.publication.rulings import Ruling

Ground = Literal["convicted", "charged", "public_hearing", "barred"]
_HEARINGS: Final = frozenset(
    {"misconduct_hearing", "special_case_hearing", "accelerated_hearing", "appeal_tribunal"}
)
_OPEN: Final = frozenset({"pending", None})


def grounds(context: Context, party: Party) -> set[Ground]:
    """On what ground a party may be named: charge, conviction, public hearing, public barred list.

    Publication rule 3.4. A hearing counts where hearings were public by rule on its date, or where an
    official source names the person; a meeting never does (2020 Regulations reg. 39; SI 2015/626). What was
    not taken further counts only where something says that it had come to a charge; the advisory list,
    which is not public, never does.
    """
    found: set[Ground] = set()
    for offence in party.offences:
        stage = offence.get("stage")
        if stage == "convicted":
            found.add("convicted")
        if stage in ("charged", "convicted", "acquitted") or was_charged(party, offence):
            found.add("charged")
    if standing(party, party.sentences):
        found.add("convicted")
    name = party.facts.get("name")
    named_officially = name is not None and context.official(name.citations)
    for proceeding in party.proceedings:
        if proceeding.get("kind") in _HEARINGS and (named_officially or _in_public(proceeding)):
            found.add("public_hearing")
        if proceeding.get("kind") == "not_stated" and named_officially:
            found.add("public_hearing")
    if party.get("barred") and not advisory_only(party):
        found.add("barred")
    return found


def was_charged(party: Party, offence: Record) -> bool:
    """Whether anything says that an offence came to a charge before it was not taken further.

    The guide's ``discontinued`` is also "no charge was brought", so the stage alone does not say it.
    """
    stage = offence.facts.get("stage")
    return offence.get("stage") == "discontinued" and (
        "plea" in offence.facts
        or any(fact in party.facts for fact in ("dates.charged", "dates.plea"))
        or (stage is not None and any(value.value == "charged" for value in stage.others))
        or (len(party.offences) == 1 and bool(party.lists.get("courts")))
    )


def advisory_only(party: Party) -> bool:
    """Whether every source that tells of a list tells of the advisory list, which is never public, and of no other."""
    fact = party.facts.get("barred")
    words = [] if fact is None else [citation.quote.casefold() for citation in fact.citations]
    return bool(words) and all("advisory" in one and "barred" not in one for one in words)


def told_as_chair(context: Context) -> Iterator[Ruling]:
    """Hold the case where a person is the chair of their own proceeding: whoever decided was taken for the subject.

    A namesake is possible; then two people say so in a decision. Policy (accuracy: UK GDPR Article 5(1)(d)).
    """
    for party in context.case.parties:
        name = party.facts.get("name")
        own = {str(value.value) for value in values_of(name)} if name is not None else set()
        for proceeding in party.proceedings:
            chair = proceeding.facts.get("chair")
            chairs = [] if chair is None else [str(value.value) for value in values_of(chair)]
            if any(law.same_name(one, other) for one in own for other in chairs):
                yield Ruling(
                    rule="told_as_chair",
                    target="case",
                    effect="hold",
                    reason=f"{party.person} is told as the chair of their own proceeding. Look at who is the officer and "
                    "who the chair, and correct the reading; or decide that they are two people of one name.",
                )


def ground_for_naming(context: Context) -> Iterator[Ruling]:
    """Do not name a suspect before charge, nor anybody without an open ground. Source: ZXC v Bloomberg [2022] UKSC 5."""
    for party in context.case.parties:
        if not grounds(context, party):
            yield from anonymous(party, "before_charge")


def proven(party: Party) -> bool:
    """Whether anything was proven: a conviction, or a finding or outcome against the person."""
    return any(o.get("stage") in ("convicted", "cautioned") for o in party.offences) or any(
        against(p) for p in party.proceedings
    )


def result_in_favour(context: Context) -> Iterator[Ruling]:
    """After 28 days do not name somebody whose proceedings all ended in their favour (publication rule 3.4)."""
    for party in context.case.parties:
        if proven(party) or not _ended(party) or retrial_told(context, party)[0]:
            continue
        rule = "not_proven" if any(p.get("finding") in FAVOURABLE for p in party.proceedings) else "acquitted"
        day = _day_of_result(context, party)
        until = (
            None if day is None else law.add_length(day, rulebook.period("favourable_result_named").length)
        )
        if until is None or until <= context.as_of:
            yield from anonymous(party, rule)
        else:
            yield Ruling(rule=rule, target=f"{party.person}/name", effect="note", changes_on=until)


def charge_without_result(context: Context) -> Iterator[Ruling]:
    """Do not name somebody whose charge is old while its result is not known: it may have been an acquittal."""
    for party in context.case.parties:
        stages = {offence.get("stage") for offence in party.offences}
        open_ = "charged" in stages or retrial_told(context, party)[0]
        if not open_ or "convicted" in stages or proven(party):
            continue
        day = last_word(context, party)
        until = None if day is None else law.add_length(day, rulebook.period("charge_result_expected").length)
        if until is None or until <= context.as_of:
            yield from anonymous(party, "charge_without_result")
        else:
            yield Ruling(
                rule="charge_without_result", target=f"{party.person}/name", effect="note", changes_on=until
            )


def notice_expired(context: Context) -> Iterator[Ruling]:
    """Do not name somebody from the notice of a hearing to come, 28 days after the hearing (or the notice, if later)."""
    for party in context.case.parties:
        pending = [p for p in party.proceedings if not against(p) and p.get("finding") in _OPEN]
        if not pending or proven(party) or _ended(party) or party.offences:
            continue
        days = [day_of(p.get("date"), last=True) for p in pending]
        days.append(last_word(context, party))
        known = [day for day in days if day is not None]
        until = law.add_length(max(known), rulebook.period("notice_after_hearing").length) if known else None
        if until is None or until <= context.as_of:
            yield from anonymous(party, "notice_expired")
        else:
            yield Ruling(
                rule="notice_expired", target=f"{party.person}/name", effect="note", changes_on=until
            )


def _in_public(proceeding: Record) -> bool:
    kind, held = str(proceeding.get("kind")), proceeding.get("date")
    if not isinstance(held, str):
        return False
    try:
        return law.in_public(kind, held) is True
    except (law.UnknownTerm, law.DateError):
        return False


def against(proceeding: Record) -> bool:
    if proceeding.get("finding") in ("misconduct", "gross_misconduct"):
        return True
    outcome = proceeding.get("outcome")
    return outcome not in (None, "pending", "no_action", "reinstated", "other")


def _ended(party: Party) -> bool:
    """Whether something was decided and nothing is still open."""
    stages = {offence.get("stage") for offence in party.offences} - {"alleged"}
    findings = {p.get("finding") for p in party.proceedings}
    some = bool(stages & ENDED_WELL) or bool(findings & FAVOURABLE)
    return some and stages <= ENDED_WELL and findings <= FAVOURABLE | {None}


def _day_of_result(context: Context, party: Party) -> date | None:
    days = [day_of(p.get("date"), last=True) for p in party.proceedings if p.get("finding") in FAVOURABLE]
    published = [day_of(context.published(s), last=False) for s in context.cites(party)]
    known = [day for day in (*days, *published) if day is not None and day <= context.as_of]
    return max(known, default=None)


def last_word(context: Context, party: Party) -> date | None:
    days = [day_of(context.published(source), last=True) for source in context.cites(party)]
    return max((day for day in days if day is not None), default=None)


def named_in_public_document(context: Context, party: Party) -> bool:
    """Whether an official document about the misconduct proceeding itself names the party."""
    name = party.facts.get("name")
    if name is None:
        return False
    told = {c.source for p in party.proceedings for f in p.facts.values() for c in f.citations}
    return any(
        c.source in told
        and c.source in context.sources
        and (context.sources[c.source].kind in PUBLIC_KINDS or context.sources[c.source].official)
        for c in name.citations
    )
