"""What two forms of a case both allow: used when a day tightens an approved case that has also changed.

Nothing that was not approved is shown, and nothing that may no longer be shown stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from peelian.casefile.facts import Fact, Party, Record, Value
from peelian.casefile.summary import summary as summary_of
from peelian.casefile.summary import title as title_of
from peelian.publication.changes import LEVEL
from peelian.publication.filtering import KINDS
from peelian.publication.gate import HELD_TITLE, search_text, swapped, unlinked
from peelian.publication.shapes import PublishedCase, PublishedParty, PublishedRecord, PublishedSource, Shown

_NOTHING = PublishedCase(
    id="",
    policy="cautious",
    as_of="",
    title=HELD_TITLE,
    summary="",
    noindex=True,
    held=True,
    holds=("Nobody of this case may be shown, so nothing of it is.",),
)


def narrowed(approved: PublishedCase, now: PublishedCase, persons: Mapping[str, str]) -> PublishedCase:
    """The case as approved, without what ``now`` no longer allows, and with nothing that ``now`` adds.

    ``persons`` maps ids that mean something only within the case (``party-2``) to the casebook's. If a value
    changed, the approved one stays without its quotations, as far as the field may still be shown. A held
    ``now`` is returned as it is.
    """
    if now.held:
        return now
    before, after = _linked(approved, persons), _linked(now, persons)
    old = {party.person: party for party in before.parties}
    parties = tuple(_party(old[party.person], party) for party in after.parties if party.person in old)
    if not parties:  # nobody is left of whom anything may be told
        return msgspec.structs.replace(
            _NOTHING, id=now.id, policy=now.policy, as_of=now.as_of, next_review=now.next_review
        )
    events = {(e.person, e.kind, e.title, e.date) for e in before.events}
    checks = {(c.rule, c.person, c.message) for c in before.checks}
    durations = set(before.durations)
    sources = {source.id: source for source in before.sources}
    plain = [_plain(party) for party in parties]
    made = msgspec.structs.replace(
        after,
        title=title_of(plain),
        summary=summary_of(plain),
        parties=parties,
        events=tuple(e for e in after.events if (e.person, e.kind, e.title, e.date) in events),
        checks=tuple(c for c in after.checks if (c.rule, c.person, c.message) in checks),
        durations=tuple(d for d in after.durations if d in durations),
        sources=tuple(_source(sources[s.id], s) for s in after.sources if s.id in sources),
        regime=after.regime if after.regime == before.regime else None,
        noindex=after.noindex or before.noindex,
        active=after.active or before.active,
        search_text="",
    )
    made = msgspec.structs.replace(made, search_text=search_text(made))
    return unlinked(made, persons)


def _party(before: PublishedParty, now: PublishedParty) -> PublishedParty:
    named = before.named and now.named
    facts = _fields(before.facts, now.facts)
    lists = {
        name: tuple(
            shown
            for shown in many
            if not shown.visible or shown.label in {old.label for old in before.lists.get(name, ())}
        )
        for name, many in now.lists.items()
        if name in before.lists
    }
    records: dict[str, Any] = {}
    for kind in KINDS:
        old = {record.id: record for record in getattr(before, kind)}
        records[kind] = tuple(
            _record(old[record.id], record) for record in getattr(now, kind) if record.id in old
        )
    made = msgspec.structs.replace(
        now,
        named=named,
        facts=facts,
        lists=lists,
        other_names=tuple(name for name in now.other_names if name in before.other_names) if named else (),
        **records,
    )
    return msgspec.structs.replace(made, display=title_of([_plain(made)]))


def _record(before: PublishedRecord, now: PublishedRecord) -> PublishedRecord:
    if now.state == "withheld" or before.state == "withheld":
        return now if now.state == "withheld" else before
    title = now.title if now.title == before.title else now.kind.rstrip("s").capitalize()
    return msgspec.structs.replace(now, title=title, facts=_fields(before.facts, now.facts))


def _fields(before: Mapping[str, Shown], now: Mapping[str, Shown]) -> dict[str, Shown]:
    made: dict[str, Shown] = {}
    for name, shown in now.items():
        old = before.get(name)
        if old is None:
            continue
        if not shown.visible or not old.visible:
            made[name] = shown if not shown.visible else old
        elif shown.label == old.label:
            others = tuple(one for one in shown.others if one in old.others)
            quotes = tuple(quote for quote in shown.quotes if quote in old.quotes)
            made[name] = msgspec.structs.replace(shown, others=others, quotes=quotes)
        elif LEVEL[shown.state] < LEVEL[old.state]:
            made[name] = msgspec.structs.replace(shown, others=(), quotes=())
        elif shown.state == "shown" and old.state == "shown":
            made[name] = msgspec.structs.replace(old, others=(), quotes=())
        else:
            made[name] = msgspec.structs.replace(old, quotes=(), others=())
    return made


def _source(before: PublishedSource, now: PublishedSource) -> PublishedSource:
    return msgspec.structs.replace(
        now,
        title=now.title if now.title == before.title else None,
        url=now.url if now.url == before.url else None,
    )


def _plain(party: PublishedParty) -> Party:
    """A party as the case file has it, of what is shown alone, for titles and summaries."""

    def fact(shown: Shown) -> Fact:
        value = Value(value=shown.value, citations=())
        return Fact(
            field=shown.field,
            value=shown.value,
            why="only",
            reason="",
            preferred=value,
            conflict=shown.conflict,
        )

    def facts(shown: Mapping[str, Shown]) -> dict[str, Fact]:
        return {name: fact(one) for name, one in shown.items() if one.visible}

    made = Party(person=party.person, background=party.background, facts=facts(party.facts))
    records = {
        kind: tuple(
            Record(id=record.id, kind=kind, facts=facts(record.facts))
            for record in getattr(party, kind)
            if record.state != "withheld"
        )
        for kind in KINDS
    }
    return msgspec.structs.replace(made, **records)


def _linked(case: PublishedCase, persons: Mapping[str, str]) -> PublishedCase:
    """The case with the casebook's person ids everywhere, so that two forms can be compared."""
    data = case.to_json()
    for here in sorted(persons, key=len, reverse=True):
        data = swapped(data, here, persons[here])
    return PublishedCase.from_json(data)
