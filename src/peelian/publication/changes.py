"""What a reader would see change between two published forms of a case: the preview, and date changes."""

from __future__ import annotations

from collections.abc import Iterator

from peelian.publication.shapes import Change, PublishedCase, PublishedParty, Shown

LEVEL = {"withheld": 0, "masked": 1, "generalised": 2, "shown": 3}
"""How much each state of a field shows."""
Place = tuple[str, str, int]
"""Heading, words, and how much is shown (0 nothing to 3 all)."""


def changes_between(before: PublishedCase | None, after: PublishedCase) -> tuple[Change, ...]:
    """Every difference, in the order of the case. ``before`` None: everything that is shown appears."""
    old = {} if before is None else dict(_places(before))
    new = dict(_places(after))
    made: list[Change] = []
    for where, (heading, words, shown) in new.items():
        if where not in old:
            if shown:
                made.append(Change(where=where, heading=heading, kind="appears", after=words))
            continue
        _, past, level = old[where]
        if (past, level) == (words, shown):
            continue
        kind = "changes" if level == shown else "loosens" if shown > level else "tightens"
        made.append(
            Change(where=where, heading=heading, kind=kind, before=past, after=words)  # type: ignore[arg-type]
        )
    for where, (heading, words, shown) in old.items():
        if where not in new and shown:
            made.append(Change(where=where, heading=heading, kind="disappears", before=words))
    return tuple(made)


def loosens(before: PublishedCase | None, after: PublishedCase) -> bool:
    """Whether anything is shown after that was not, or less so, before."""
    return any(change.kind in ("appears", "loosens", "changes") for change in changes_between(before, after))


def _places(case: PublishedCase) -> Iterator[tuple[str, Place]]:
    yield "title", ("Title", case.title, 3)
    yield "summary", ("Summary", case.summary, 3)
    for party in case.parties:
        yield from _of_party(party)
    for event in case.events:
        yield f"events/{event.id}", ("Event", f"{event.title} {event.date_label}".strip(), 3)
    for check in case.checks:
        yield f"checks/{check.rule}/{check.person or ''}/{'+'.join(check.facts)}", ("Check", check.message, 3)
    for source in case.sources:
        at = f"sources/{source.id}"
        yield at, ("Source", source.publisher or source.kind, 3)
        yield f"{at}/title", ("Title of a source", source.title or "", 3 if source.title else 0)
        yield f"{at}/url", ("Link to a source", source.url or "", 3 if source.url else 0)
    for note in (*case.corrections, *case.replies):
        yield f"notes/{note.id}", (note.kind.capitalize(), note.text, 3)


def _of_party(party: PublishedParty) -> Iterator[tuple[str, Place]]:
    at = f"parties/{party.person}"
    yield at, ("Person", party.display, 3)
    for name, shown in party.facts.items():
        yield from _field(f"{at}/{name}", shown)
    for name, many in party.lists.items():
        for number, shown in enumerate(many):
            yield from _field(f"{at}/{name}/{number}", shown)
    for record in party.records:
        yield record.id, (record.kind.capitalize(), record.title, LEVEL[record.state])
        for name, shown in record.facts.items():
            yield from _field(f"{record.id}/{name}", shown)


def _field(at: str, shown: Shown) -> Iterator[tuple[str, Place]]:
    yield at, (shown.heading, shown.label, LEVEL[shown.state])
    for number, quote in enumerate(shown.quotes):
        yield f"{at}/quotes/{number}", (f"{shown.heading}: words of the source", quote.text, 3)
