"""The chronology of a case: what happened in order, each line with numbered sources and their words.

Two forms: the desk's own, of all that the casebook holds and of what was recorded; and one of what may be shown,
made by publication's gate alone, in which nothing withheld stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from peelian.casebook.models import Case
from peelian.casefile import CaseFile
from peelian.casefile.facts import Citation, Fact
from peelian.desk.casework.papers import Line, Paper
from peelian.desk.casework.recording import say_date, told
from peelian.desk.casework.standing import Entry, Standing
from peelian.publication import services
from peelian.publication.shapes import PublishedCase

INTERNAL = "Not for publication: this holds what may be withheld."
SHOWN = "Draft from what may be shown under the cautious policy."
UNDATED = "day not known"


def internal(case: Case, now: Standing) -> Paper:
    """The desk's chronology: events of the documents with sources numbered, and what was recorded."""
    file = now.told
    numbers: dict[str, int] = {}
    lines = [] if file is None else _told(file, numbers)
    recorded = sorted((one for one in now.entries if one.what != "particulars"), key=lambda one: one.on)
    sections: list[tuple[str, tuple[Line, ...]]] = []
    if file is not None:
        sections.append(("What the documents tell", tuple(lines)))
    if recorded:
        sections.append(("What was recorded here", tuple(_entry(one) for one in recorded)))
    if file is not None:
        sections.append(("Sources", tuple(_sources(file, numbers))))
    lead = [one for one in (case.summary, f"Case {case.public_id}.") if one]
    if file is None:
        lead.append("No document tells of this case: it was opened by hand.")
    return Paper(f"Chronology: {case.title or case.public_id}", INTERNAL, tuple(lead), tuple(sections))


def public(case_id: str) -> Paper:
    """The chronology as the public may see it, under the cautious policy. Raises ``NotPublishable``."""
    shown = services.preview(case_id, "cautious").case
    if shown.held:
        return Paper(
            f"Chronology: case {case_id}", SHOWN, ("This case may not be shown at present.", *shown.holds)
        )
    numbers: dict[str, int] = {}
    lines = tuple(_shown(shown, numbers))
    sources = tuple(
        Line(
            f"[{numbers[one.id]}]",
            ", ".join(
                str(part)
                for part in (one.title, one.publisher, one.published and say_date(one.published), one.url)
                if part
            ),
        )
        for one in shown.sources
        if one.id in numbers
    )
    listed = tuple(sorted(sources, key=lambda line: int(line.margin[1:-1])))
    lead = tuple(one for one in (shown.summary, *shown.notices) if one)
    return Paper(f"Chronology: {shown.title}", SHOWN, lead, (("What happened", lines), ("Sources", listed)))


def _told(file: CaseFile, numbers: dict[str, int]) -> Iterable[Line]:
    facts = _facts_by_id(file)
    for event in file.events:
        cited = list(event.citations) or [c for name in event.facts for c in facts.get(name, ())]
        marks, quotes = _cite(cited, numbers)
        day = say_date(event.date) if event.date else UNDATED
        note = tuple([f"Inferred: {event.reason}"] if event.inferred and event.reason else [])
        conflict = ("Sources differ on this.",) if event.conflict else ()
        yield Line(day, f"{event.title} {marks}".strip(), (*quotes, *note, *conflict))


def _facts_by_id(file: CaseFile) -> dict[str, tuple[Citation, ...]]:
    found: dict[str, tuple[Citation, ...]] = {}

    def put(name: str, fact: Fact) -> None:
        found[name] = fact.citations

    for party in file.parties:
        for name, fact in party.facts.items():
            put(f"{file.id}/{party.person}/{name}", fact)
        for record in (*party.offences, *party.sentences, *party.orders, *party.proceedings, *party.appeals):
            for name, fact in record.facts.items():
                put(f"{record.id}/{name}", fact)
            found[record.id] = tuple(c for fact in record.facts.values() for c in fact.citations)
    return found


def _cite(cited: Iterable[Citation], numbers: dict[str, int]) -> tuple[str, tuple[str, ...]]:
    marks: dict[int, None] = {}
    quotes: dict[str, None] = {}
    for one in cited:
        number = numbers.setdefault(one.source, len(numbers) + 1)
        marks[number] = None
        if one.quote:
            quotes[f"[{number}] “{one.quote}”"] = None
    return "".join(f"[{number}]" for number in marks), tuple(quotes)


def _sources(file: CaseFile, numbers: dict[str, int]) -> Iterable[Line]:
    for one in file.sources:
        numbers.setdefault(one.id, len(numbers) + 1)
    for one in sorted(file.sources, key=lambda source: numbers[source.id]):
        said = [
            one.title or one.id,
            one.publisher,
            say_date(one.published) if one.published else None,
            one.url,
        ]
        copy = (f"A copy of [{numbers[one.copy_of]}]",) if one.copy_of in numbers else ()
        yield Line(f"[{numbers[one.id]}]", ", ".join(str(part) for part in said if part), (one.id, *copy))


def _entry(one: Entry) -> Line:
    recorded = {name: value for name, value in one.recorded.items() if name != "date"}
    said = [f"{title}: {words}" for title, words in told(recorded)]
    flagged = [f"Exception: {one.exception.get('reason')}"] if one.exception else []
    return Line(
        say_date(one.on) if one.on else "",
        one.title,
        (*said, *flagged, f"Recorded by {one.by}, {say_date(timezone.localdate(one.at).isoformat())}"),
    )


def _shown(shown: PublishedCase, numbers: dict[str, int]) -> Iterable[Line]:
    for event in shown.events:
        marks: dict[int, None] = {}
        quotes = []
        for quote in event.quotes:
            number = numbers.setdefault(quote.source, len(numbers) + 1)
            marks[number] = None
            quotes.append(
                f"[{number}] “{'… ' if quote.before else ''}{quote.text}{' …' if quote.after else ''}”"
            )
        margin = event.date_label or (say_date(event.date) if event.date else UNDATED)
        yield Line(margin, f"{event.title} {''.join(f'[{n}]' for n in marks)}".strip(), tuple(quotes))
