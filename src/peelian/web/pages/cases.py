"""A case: who, what, outcome in one sentence; the two-track timeline; each fact with its words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_safe

from peelian.publication.shapes import (
    PublishedCase,
    PublishedEvent,
    PublishedParty,
    PublishedRecord,
    Quote,
    Shown,
)
from peelian.web.models import Entry
from peelian.web.pages.expected import expected
from peelian.web.pages.marks import MARKS, Mark, marks_of

#: Fields of a party in the order in which one asks for them.
FIELDS = (
    "name", "label", "rank", "force", "collar_number", "age", "residence", "joined", "former", "suspended",
    "restricted", "resigned", "barred", "sentenced_on", "investigation.oversight", "investigation.mode",
)  # fmt: skip
LISTS = ("posts", "courts", "investigation.bodies")
GROUPS = (
    ("offences", _("Offences")),
    ("sentences", _("Sentences")),
    ("orders", _("Orders")),
    ("proceedings", _("Misconduct proceedings")),
    ("appeals", _("Appeals")),
)


@dataclass(frozen=True)
class RecordView:
    """A record as the page shows it: its mark, then its facts."""

    record: PublishedRecord
    mark: str
    mark_word: str
    facts: list[Shown]


@dataclass(frozen=True)
class PartyView:
    """A party as the page shows it: single facts in order, lists, groups of records."""

    party: PublishedParty
    facts: list[Shown]
    lists: list[tuple[str, list[Shown]]]
    groups: list[tuple[str, list[RecordView]]]


def _record(record: PublishedRecord) -> RecordView:
    state = record.get("stage") or record.get("finding") or ""
    mark = "withheld" if record.state == "withheld" else MARKS.get(str(state), "")
    word = record.label("stage") or record.label("finding") if mark else ""
    skipped = {"title", "stage"} if record.kind == "offence" else {"kind"}
    facts = [fact for name, fact in record.facts.items() if name not in skipped]
    return RecordView(record, mark, "Withheld" if mark == "withheld" else word, facts)


def party_view(party: PublishedParty) -> PartyView:
    """A party's facts in the page's order; fields that the page has no place for come last."""
    names = [*FIELDS, *(name for name in party.facts if name not in FIELDS)]
    lists = [name for name in (*LISTS, *(n for n in party.lists if n not in LISTS)) if party.lists.get(name)]
    return PartyView(
        party=party,
        facts=[party.facts[name] for name in names if name in party.facts],
        lists=[(party.lists[name][0].heading, list(party.lists[name])) for name in lists],
        groups=[
            (heading, [_record(record) for record in getattr(party, name)])
            for name, heading in GROUPS
            if getattr(party, name)
        ],
    )


@dataclass(frozen=True)
class EventView:
    """An event on the timeline: which rail, and whether its day is known exactly, in part or not."""

    event: PublishedEvent
    rail: str
    known: str
    again: bool


def _events(events: Iterable[PublishedEvent]) -> list[EventView]:
    """Events for the timeline; ``again``: on the same day as the one before, so that the day is told once."""
    rails = {"criminal": "criminal", "misconduct": "misconduct", "employment": "misconduct"}
    views: list[EventView] = []
    before = ""
    for event in events:
        exact = event.earliest is not None and event.earliest == event.latest
        known = "exact" if exact else "span" if event.date else "unknown"
        told = event.date or "not told"
        views.append(EventView(event, rails.get(event.track, "oversight"), known, told == before))
        before = told
    return views


def _marks(case: PublishedCase) -> list[Mark]:
    records = [record for party in case.parties if not party.background for record in party.records]
    return marks_of(
        [str(record.get("stage")) for record in records if record.get("stage")],
        [str(record.get("finding")) for record in records if record.get("finding")],
    )


def find(case_id: str) -> Entry:
    """The entry of a case. Raises ``Http404`` if no case of that id is public."""
    return get_object_or_404(Entry.public, case_id=case_id)


@require_safe
def case(request: HttpRequest, case_id: str) -> HttpResponse:
    """``/cases/<id>/``."""
    entry = find(case_id)
    published = entry.case
    events = _events(published.events)
    response = render(
        request,
        "web/case.html",
        {
            "section": "cases",
            "entry": entry,
            "case": published,
            "parties": [party_view(party) for party in published.parties],
            "events": events,
            "two_track": {"criminal", "misconduct"} <= {view.rail for view in events},
            "marks": _marks(published),
            "publishers": {source.id: source.publisher or "" for source in published.sources},
            "numbers": {source.id: n for n, source in enumerate(published.sources, 1)},
            "today": localdate(),
            "expected": expected(published),
            "address": request.build_absolute_uri(f"/cases/{case_id}/"),
            "schema": schema_org(published, request.build_absolute_uri(f"/cases/{case_id}/")),
        },
    )
    if entry.noindex:
        response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def case_json(request: HttpRequest, case_id: str) -> HttpResponse:
    """``/cases/<id>.json``: the published case."""
    return HttpResponse(find(case_id).body, content_type="application/json")


def schema_org(case: PublishedCase, address: str) -> str:
    """The case as schema.org JSON-LD (an ``Article`` with its sources as citations), safe inside HTML."""
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": case.title,
        "abstract": case.summary,
        "url": address,
        "dateModified": case.as_of,
        "citation": [
            {"@type": "CreativeWork", "name": source.title, "publisher": source.publisher, "url": source.url}
            for source in case.sources
        ],
    }
    text = json.dumps(data, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@require_safe
def source(request: HttpRequest, case_id: str, source_id: str) -> HttpResponse:
    """``/cases/<id>/sources/<source>/``: what one source says in this case, its words marked."""
    published = find(case_id).case
    told = published.source(source_id)
    if told is None:
        raise Http404("This case has no such source.")
    quotes: list[tuple[str, str, str, Quote]] = []
    for party in published.parties:
        who = party.display if len(published.parties) > 1 else ""
        single = [(who, fact) for fact in party.facts.values()]
        single += [(who, fact) for facts in party.lists.values() for fact in facts]
        single += [(record.title, fact) for record in party.records for fact in record.facts.values()]
        for about, fact in single:
            for told_as, said in ((fact.label, fact.quotes), *((o.label, o.quotes) for o in fact.others)):
                quotes += [
                    (fact.heading, about, told_as, quote) for quote in said if quote.source == source_id
                ]
    return render(
        request, "web/source.html", {"section": "cases", "case": published, "source": told, "quotes": quotes}
    )
