"""One document on the review page: its subjects, their facts with people's decisions on them, its version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Max, Q

from peelian.casebook.inputs import open_decisions_on
from peelian.casebook.models import Decision, Mention, Reading, Source, SourceText, Statement
from peelian.casefile.statements import sensitive as sensitive_of
from peelian.desk.review import fields
from peelian.desk.review.marking import Piece, Span, pieces

STATUS: Final = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}


@dataclass(slots=True)
class Fact:
    """One statement with what people decided on it."""

    key: str
    field: str
    pointer: str
    heading: str
    value: Any
    words: str
    spans: list[Span]
    quote: str
    status: str = "unreviewed"
    read: str = ""
    decision: Decision | None = None
    by_person: bool = False

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Every value that it can have, if they can be counted."""
        return fields.choices(self.field)

    @property
    def hint(self) -> str:
        """How its value is typed."""
        return fields.hint(self.field)

    @property
    def plain(self) -> str:
        """The value as a form holds it."""
        return str(self.value).lower() if isinstance(self.value, bool) else str(self.value)


@dataclass(slots=True)
class Group:
    """Facts that belong together: the person, or one record."""

    title: str
    pointer: str
    facts: list[Fact] = field(default_factory=list)


@dataclass(slots=True)
class Subject:
    """One subject of the document with its facts in groups."""

    mention: Mention
    groups: list[Group]

    @property
    def title(self) -> str:
        """How the page calls it."""
        return self.mention.name or f"Unnamed subject {self.mention.index + 1}"

    @property
    def records(self) -> list[tuple[str, str]]:
        """The records that a part can be added to: pointer and title."""
        return [(g.pointer, g.title) for g in self.groups if g.pointer.split("/")[1] in fields.RECORDS]


@dataclass(frozen=True, slots=True)
class Sensitive:
    """Words that publication must weigh; ``decision`` is the person's mark, None where the reader made it."""

    kind: str
    start: int
    end: int
    quote: str
    reason: str
    decision: Decision | None = None

    @property
    def key(self) -> str:
        """Its key among the pieces of the text."""
        return f"sensitive-{self.start}-{self.end}"


@dataclass(slots=True)
class Document:
    """All that the review page shows."""

    source: Source
    reading: Reading
    text: str
    subjects: list[Subject]
    sensitive: list[Sensitive]
    version: str

    @property
    def facts(self) -> list[Fact]:
        """Every fact, in the page's order."""
        return [fact for subject in self.subjects for group in subject.groups for fact in group.facts]

    @property
    def open(self) -> int:
        """How many facts nobody has decided on."""
        return sum(fact.status == "unreviewed" for fact in self.facts)

    @property
    def pieces(self) -> list[Piece]:
        """The text in pieces for marking."""
        spans = [(fact.key, span) for fact in self.facts if fact.status != "rejected" for span in fact.spans]
        spans += [(mark.key, (mark.start, mark.end)) for mark in self.sensitive]
        return pieces(self.text, spans)

    @property
    def inconsistencies(self) -> list[dict[str, Any]]:
        """Where the document disagrees with itself or the law."""
        found: list[dict[str, Any]] = self.reading.body.get("inconsistencies", [])
        return found


class NotReadable(LookupError):
    """There is no such document, or no reader has read it."""


def document(source_id: str) -> Document:
    """A document with its facts as they stand. Raises `NotReadable`."""
    reading = (
        Reading.internal.filter(source__public_id=source_id, current=True).select_related("source").first()
    )
    if reading is None:
        raise NotReadable(f"There is no document {source_id} that a reader has read.")
    source = reading.source
    text = SourceText.internal.get(pk=source.pk).text
    mentions = list(Mention.internal.filter(source=source, current=True).order_by("index", "pk"))
    statements = list(Statement.internal.filter(mention__in=mentions).order_by("-current", "pk"))
    decisions = open_decisions_on({row.key for row in statements})
    by_mention: dict[int, dict[str, Statement]] = defaultdict(dict)
    for row in statements:
        upheld = row.key in decisions and decisions[row.key].kind != "reject" and row.origin == "reader"
        if row.current or upheld:
            by_mention[row.mention_id].setdefault(row.key, row)
    return Document(
        source=source,
        reading=reading,
        text=text,
        subjects=[Subject(m, _groups(list(by_mention[m.pk].values()), decisions)) for m in mentions],
        sensitive=_sensitive(source, reading, text),
        version=version(reading, _targets(source)),
    )


def version(reading: Reading, targets: Sequence[str]) -> str:
    """What is shown, as a word: the reading's number and that of the last decision on it."""
    return f"{reading.pk}.{_decisions(targets).aggregate(last=Max('pk'))['last'] or 0}"


def decided_since(source: Source, last: int, targets: Sequence[str] = ()) -> list[Decision]:
    """What was decided on a document (or on ``targets`` of it) after decision number ``last``, in order."""
    found = _decisions(targets or _targets(source)).filter(pk__gt=last)
    return list(found.select_related("closes").order_by("pk"))


def mine(source: Source, actor_name: str) -> list[Decision]:
    """The open decisions of one person on a document, the last first: what undo takes back."""
    kinds = ("accept", "correct", "reject", "add", "not_subject", "sensitive")
    found = _decisions(_targets(source)).filter(actor_name=actor_name, kind__in=kinds, closed_by=None)
    return list(found.order_by("-pk"))


def _targets(source: Source) -> list[str]:
    mentions = list(Mention.internal.filter(source=source).values_list("key", flat=True))
    statements = Statement.internal.filter(mention__source=source).values_list("key", flat=True).distinct()
    return [source.public_id, *mentions, *statements]


def _decisions(targets: Sequence[str]) -> Any:
    kinds = ("accept", "correct", "reject", "add", "not_subject", "sensitive", "close")
    return Decision.internal.filter(Q(target__in=targets) | Q(closes__target__in=targets), kind__in=kinds)


def _groups(statements: list[Statement], decisions: dict[str, Decision]) -> list[Group]:
    groups: dict[str, Group] = {}
    place = {name: n for n, name in enumerate(fields.ORDER)}
    for row in sorted(statements, key=lambda s: (place.get(s.field, 99), s.pointer)):
        head = row.field.partition(".")[0]
        if head in fields.RECORDS:
            pointer = "/".join(row.pointer.split("/")[:3])
            name = {"offences": "Offence", "sentences": "Sentence", "orders": "Order"}[head]
        elif head in ("proceeding", "appeal", "investigation") and "." in row.field:
            pointer, name = f"/{head}", head.capitalize()
        else:
            pointer, name = "/", "Person"
        group = groups.setdefault(pointer, Group(name, pointer))
        group.facts.append(_fact(row, decisions.get(row.key)))
    for group in groups.values():
        if group.title in ("Offence", "Sentence", "Order") and group.facts:
            group.title = f"{group.title}: {group.facts[0].words}"
    return list(groups.values())


def _fact(row: Statement, decision: Decision | None) -> Fact:
    value, spans, quote, read = row.value, row.spans, row.quote, ""
    if decision is not None and decision.kind == "correct":
        value, read = decision.payload["value"], fields.words(row.field, row.value)
    if decision is not None and decision.payload.get("spans"):
        spans, quote = decision.payload["spans"], decision.payload.get("quote", "")
    return Fact(
        key=row.key,
        field=row.field,
        pointer=row.pointer,
        heading=fields.title(row.field),
        value=value,
        words=fields.words(row.field, value),
        spans=[(int(start), int(end)) for start, end in spans],
        quote=quote,
        status="unreviewed" if decision is None else STATUS[decision.kind],
        read=read,
        decision=decision,
        by_person=row.origin == "person",
    )


def _sensitive(source: Source, reading: Reading, text: str) -> list[Sensitive]:
    found = {
        (item.kind, item.start, item.end): Sensitive(item.kind, item.start, item.end, item.quote, item.reason)
        for item in sensitive_of(reading.body, text, source.public_id)
    }
    marks = Decision.internal.filter(kind="sensitive", target=source.public_id, closed_by=None).order_by("pk")
    for decision in marks:
        data = decision.payload
        start, end = int(data["start"]), int(data["end"])
        key = (str(data["kind"]), start, end)
        if data.get("drop"):
            found.pop(key, None)
        elif text[start:end]:
            found[key] = Sensitive(*key, text[start:end], decision.reason, decision)
    return sorted(found.values(), key=lambda mark: (mark.start, mark.end))
