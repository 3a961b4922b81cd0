"""The gate: every rule weighs every place of a case; the strictest wins; unknown counts as hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import msgspec

from peelian.casefile.events import events as events_of
from peelian.casefile.facts import CaseFile, Party, Sensitive
from peelian.casefile.summary import summary as summary_of
from peelian.casefile.summary import title as title_of
from peelian.publication import rulebook
from peelian.publication.building import Builder
from peelian.publication.context import Context
from peelian.publication.filtering import filtered, gone, of_places
from peelian.publication.inferring import Inferring
from peelian.publication.rules import all_rulings
from peelian.publication.rules.orders import days_of_unnamed
from peelian.publication.rules.sources import beyond_the_document, facts_without_source
from peelian.publication.rulings import ORDER, Override, Restriction, Ruling, apply_overrides, strictest
from peelian.publication.scanning import fixed_words, pointer_of, scanned, texts_of
from peelian.publication.secrets import gather
from peelian.publication.shapes import Note, Policy, PublishedCase
from peelian.publication.sourcing import Sourcing

HELD_TITLE: Final = "A case that is not shown at present"
ACTIVE: Final = (
    "Criminal proceedings are active, or may be. Nothing here should be read as saying how they will end."
)
UNPROVEN: Final = "An allegation or a charge is not a finding."


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """What the public may see, and every ruling that counted, for the desk alone (never for the public)."""

    case: PublishedCase
    rulings: tuple[Ruling, ...]


def gate(
    case: CaseFile,
    *,
    sensitive: Sequence[Sensitive] = (),
    texts: Mapping[str, str] | None = None,
    policy: str = "cautious",
    as_of: date,
    overrides: Sequence[Override] = (),
    restrictions: Sequence[Restriction] = (),
    notes: Sequence[Note] = (),
) -> PublishedCase:
    """What may be shown of a case under a policy on a day.

    ``sensitive`` are the marked words of all its sources, ``texts`` their texts by source id (without a
    text only the cited words themselves are quoted), ``overrides`` and ``restrictions`` what people decided
    and found out, ``notes`` public corrections and replies. Pure: the same input gives the same bytes.
    Raises ``RulebookError`` for a policy that does not exist, ``OverrideRefused`` for a decision that would
    loosen what none can.
    """
    return weigh(
        case,
        sensitive=sensitive,
        texts=texts,
        policy=policy,
        as_of=as_of,
        overrides=overrides,
        restrictions=restrictions,
        notes=notes,
    ).case


def weigh(
    case: CaseFile,
    *,
    sensitive: Sequence[Sensitive] = (),
    texts: Mapping[str, str] | None = None,
    policy: str = "cautious",
    as_of: date,
    overrides: Sequence[Override] = (),
    restrictions: Sequence[Restriction] = (),
    notes: Sequence[Note] = (),
) -> Weighed:
    """The same as ``gate``, with the rulings that the desk needs to see why."""
    rules = rulebook.policy(policy)
    context = Context(
        case=case,
        policy=rules,
        as_of=as_of,
        sensitive=tuple(sensitive),
        texts=dict(texts or {}),
        restrictions=tuple(restrictions),
    )
    rulings = apply_overrides(all_rulings(context), overrides, as_of)
    decided = strictest(rulings)
    if rules.has("anonymous_details"):
        unnamed = {p.person for p in case.parties if gone(decided, p.person, f"{p.person}/name")}
        rulings += days_of_unnamed(context, unnamed)
        decided = strictest(rulings)
    rulings += facts_without_source(context, decided)
    rulings += beyond_the_document(context, decided)
    decided = strictest(rulings)
    review = _next_review(rulings, restrictions, as_of)
    holds = [ruling.words for ruling in rulings if ruling.effect == "hold"]
    if holds and rules.public:
        return Weighed(case=_held(case, rules, as_of, holds, review), rulings=tuple(of_places(case, rulings)))

    secrets = gather(context, decided)
    parties = filtered(case.parties, decided, secrets.clean)
    if rules.public and not parties:
        why = "Nobody of this case may be shown, so nothing of it is."
        rulings.append(Ruling(rule="last_check", target="case", effect="hold", reason=why))
        return Weighed(case=_held(case, rules, as_of, [why], review), rulings=tuple(of_places(case, rulings)))
    builder = Builder(context, decided, secrets, parties)
    sourcing = Sourcing(context, decided, secrets, parties)
    inferring = Inferring(context, decided, secrets, parties, builder.quoting)
    sources = sourcing.sources()
    known = {source.id for source in sources}
    people = builder.parties()
    told = events_of(case.id, parties, sourcing.dated(known))
    if not rules.public:
        told = case.events or told
    events = builder.events(told)
    title = secrets.clean(title_of(parties)) if not _plain(parties) else title_of(parties)
    summary = summary_of(parties)
    active = any(ruling.rule == "active_proceedings" for ruling in rulings)
    made = PublishedCase(
        id=case.id,
        policy=rules.id,  # type: ignore[arg-type]  # the rulebook's names are the policies
        as_of=as_of.isoformat(),
        title=title,
        summary=summary if _plain(parties) else secrets.clean(summary),
        parties=people,
        sources=sources,
        events=events,
        checks=inferring.checks(case.checks),
        durations=inferring.durations(case.durations, events),
        regime=inferring.regime(),
        corrections=builder.notes(note for note in notes if note.kind == "correction"),
        replies=builder.notes(note for note in notes if note.kind == "reply"),
        notices=_notices(parties, active=active),
        next_review=None if review is None else review.isoformat(),
        noindex=_noindex(rulings),
        active=active,
    )
    if (pointer := pointer_of(context, decided)) is not None:
        made = scanned(made, pointer)
    # Only now: what a search may match is what is shown, masks and all.
    made = msgspec.structs.replace(made, search_text=search_text(made))
    made = unlinked(made, persons_of(case))
    if rules.public and (left := secrets.left_in(texts_of(made), fixed_words(made))):
        why = f"The finished text still holds {len(left)} withheld value(s); nothing is shown until this is mended."
        rulings.append(Ruling(rule="last_check", target="case", effect="hold", reason=why))
        return Weighed(case=_held(case, rules, as_of, [why], review), rulings=tuple(of_places(case, rulings)))
    return Weighed(case=made, rulings=tuple(of_places(case, rulings)))


def _held(
    case: CaseFile, rules: rulebook.PolicyRules, as_of: date, holds: Sequence[str], review: date | None
) -> PublishedCase:
    return PublishedCase(
        id=case.id,
        policy=rules.id,  # type: ignore[arg-type]
        as_of=as_of.isoformat(),
        title=HELD_TITLE,
        summary="",
        noindex=True,
        held=True,
        holds=tuple(dict.fromkeys(holds)),
        next_review=None if review is None else review.isoformat(),
    )


def _next_review(rulings: Sequence[Ruling], restrictions: Sequence[Restriction], as_of: date) -> date | None:
    """The first day on which anything changes. What is gone without a trace tells no day either."""
    days = [r.changes_on for r in rulings if r.changes_on is not None and r.changes_on > as_of]
    days += [order.on for order in restrictions if order.on > as_of]
    return min(days, default=None)


def _noindex(rulings: Sequence[Ruling]) -> bool:
    return any(ORDER[r.effect] > 0 and rulebook.rule(r.rule).noindex for r in rulings)


def _plain(parties: Sequence[Party]) -> bool:
    """Whether every party of a summary is named or none has anything to hide in it: then nothing is masked there."""
    return all("name" in party.facts for party in parties)


def _notices(parties: Sequence[Party], *, active: bool) -> tuple[str, ...]:
    made = [ACTIVE] if active else []
    stages = {offence.get("stage") for party in parties for offence in party.offences}
    findings = {one.get("finding") for party in parties for one in party.proceedings}
    if not active and (stages & {"alleged", "charged"} or "pending" in findings):
        made.append(UNPROVEN)
    return tuple(made)


def search_text(case: PublishedCase) -> str:
    """All that a search may match: labels that are shown, titles, publishers."""
    words = [case.title, case.summary]
    for party in case.parties:
        words += [party.display, *party.other_names]
        fields = [
            *party.facts.values(),
            *(shown for many in party.lists.values() for shown in many),
            *(shown for record in party.records for shown in record.facts.values()),
        ]
        words += [shown.label for shown in fields if shown.visible]
        words += [record.title for record in party.records if record.state != "withheld"]
    words += [text for source in case.sources for text in (source.title, source.publisher) if text]
    return "\n".join(dict.fromkeys(word for word in words if word))


def persons_of(case: CaseFile) -> dict[str, str]:
    """The ids of this case alone (``party-1``) and the casebook's person ids that they stand for."""
    return {f"party-{number}": party.person for number, party in enumerate(case.parties, 1)}


def unlinked(made: PublishedCase, persons: Mapping[str, str]) -> PublishedCase:
    """Give people who are not named an id of this case alone, wherever the case writes their id.

    ``persons``: as ``persons_of`` gives them.
    """
    named = {party.person for party in made.parties if party.named}
    data = made.to_json()
    for here, person in persons.items():
        if person and person not in named:
            data = swapped(data, person, here)
    return PublishedCase.from_json(data)


def swapped(data: bytes, old: str, new: str) -> bytes:
    """Replace an id where it stands whole, between quotes or slashes, and nowhere else."""
    return re.sub(rb'(?<=["/])' + re.escape(old.encode()) + rb'(?=["/])', new.encode(), data)


__all__ = ["Policy", "Weighed", "gate", "persons_of", "search_text", "weigh"]
