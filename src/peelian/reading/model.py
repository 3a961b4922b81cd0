"""What a reading is: the labelling guide's shape, and the drafts that the facts are gathered in.

``Cited`` is the rule that evidence is not optional: a value cannot be made without the words it
rests on. Drafts hold ``Cited`` values; ``settle`` turns a finished draft into a ``Reading`` of plain
values plus ``evidence`` (JSON Pointer -> spans), so nothing reaches a reading uncited.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec

T = TypeVar("T")
Span: TypeAlias = tuple[int, int]


class UncitedValueError(ValueError):
    """A value was about to be written down without the words that it rests on."""


class Cited(Generic[T]):
    """A value and the spans ``[start, end)`` of the words that it rests on (at least one)."""

    __slots__ = ("spans", "value")

    def __init__(self, value: T, *spans: Span) -> None:
        for start, end in spans or ((0, 0),):
            if start >= end:
                raise UncitedValueError(f"no words are cited for {value!r}")
        self.value = value
        self.spans = spans

    def __repr__(self) -> str:
        return f"Cited({self.value!r}, {self.spans})"


# ---- drafts: what the families of facts fill


@dataclass(slots=True)
class OffenceDraft:
    """One distinct offence of one subject. ``at`` orders records by the first words that name them."""

    offence: Cited[str]
    title: Cited[str]
    stage: Cited[str]
    count: Cited[int] | None = None
    plea: Cited[str] | None = None


@dataclass(slots=True)
class SentenceDraft:
    """One sentence passed: see the guide's sentence record. Lengths are ISO 8601, amounts pounds."""

    kind: Cited[str]
    length: Cited[str] | None = None
    suspended_for: Cited[str] | None = None
    amount: Cited[float] | None = None
    hours: Cited[int] | None = None


@dataclass(slots=True)
class OrderDraft:
    """One order beside the sentence: see the guide's order record."""

    kind: Cited[str]
    length: Cited[str] | None = None
    amount: Cited[float] | None = None
    hours: Cited[int] | None = None


@dataclass(slots=True)
class InvestigationDraft:
    """Who investigated the subject, under whose oversight, in which mode."""

    bodies: list[Cited[str]] = field(default_factory=list)
    oversight: Cited[str] | None = None
    mode: Cited[str] | None = None


@dataclass(slots=True)
class ProceedingDraft:
    """The misconduct proceeding that counts: the latest one decided, or the one to come."""

    kind: Cited[str]
    date: Cited[str] | None = None
    chair: Cited[str] | None = None
    chair_role: Cited[str] | None = None
    venue: Cited[str] | None = None
    finding: Cited[str] | None = None
    outcome: Cited[str] | None = None
    standards: list[Cited[str]] = field(default_factory=list)


@dataclass(slots=True)
class AppealDraft:
    """An appeal lodged or decided."""

    kind: Cited[str]
    result: Cited[str]


@dataclass(slots=True)
class SubjectDraft:
    """One subject while its facts are gathered. ``anchor`` is where the document first tells of it."""

    anchor: Span
    name: Cited[str] | None = None
    label: Cited[str] | None = None
    background: Cited[bool] | None = None
    former: Cited[bool] | None = None
    rank: Cited[str] | None = None
    collar_number: Cited[str] | None = None
    age: Cited[int] | None = None
    force: Cited[str] | None = None
    posts: list[Cited[str]] = field(default_factory=list)
    residence: Cited[str] | None = None
    joined: Cited[str] | None = None
    offences: list[OffenceDraft] = field(default_factory=list)
    courts: list[Cited[str]] = field(default_factory=list)
    sentenced_on: Cited[str] | None = None
    sentences: list[SentenceDraft] = field(default_factory=list)
    orders: list[OrderDraft] = field(default_factory=list)
    investigation: InvestigationDraft = field(default_factory=InvestigationDraft)
    proceeding: ProceedingDraft | None = None
    appeal: AppealDraft | None = None
    suspended: Cited[bool] | None = None
    restricted: Cited[bool] | None = None
    resigned: Cited[str] | None = None
    barred: Cited[bool] | None = None

    def tells(self) -> bool:
        """Whether anything is told of what the subject did or what became of them, beside who they are."""
        return bool(
            self.offences or self.courts or self.sentences or self.orders or self.proceeding or self.appeal
            or self.suspended or self.restricted or self.resigned or self.barred
        )  # fmt: skip


@dataclass(slots=True)
class SpeakerDraft:
    """Somebody to whom the document attributes words."""

    name: Cited[str] | None = None
    role: Cited[str] | None = None
    organisation: Cited[str] | None = None


@dataclass(slots=True)
class HelplineDraft:
    """A telephone number offered to readers for help."""

    organisation: Cited[str] | None = None
    phone: Cited[str] | None = None


# ---- the reading: plain values and their evidence


class Offence(msgspec.Struct, frozen=True):
    """An offence record of the guide."""

    offence: str
    title: str
    count: int | None
    plea: str | None
    stage: str


class Sentence(msgspec.Struct, frozen=True):
    """A sentence record of the guide."""

    kind: str
    length: str | None
    suspended_for: str | None
    amount: int | float | None
    hours: int | None


class Order(msgspec.Struct, frozen=True):
    """An order record of the guide."""

    kind: str
    length: str | None
    amount: int | float | None
    hours: int | None


class Investigation(msgspec.Struct, frozen=True):
    """Who investigated, under whose oversight, in which mode."""

    bodies: list[str]
    oversight: str | None
    mode: str | None


class Proceeding(msgspec.Struct, frozen=True):
    """A proceeding record of the guide."""

    kind: str
    date: str | None
    chair: str | None
    chair_role: str | None
    venue: str | None
    finding: str | None
    outcome: str | None
    standards: list[str]


class Appeal(msgspec.Struct, frozen=True):
    """An appeal lodged or decided."""

    kind: str
    result: str


class Subject(msgspec.Struct, frozen=True):
    """A person with a police role whose own conduct the document reports."""

    name: str | None
    label: str | None
    former: bool | None
    rank: str | None
    collar_number: str | None
    age: int | None
    force: str | None
    posts: list[str]
    residence: str | None
    joined: str | None
    offences: list[Offence]
    courts: list[str]
    sentenced_on: str | None
    sentences: list[Sentence]
    orders: list[Order]
    investigation: Investigation
    proceeding: Proceeding | None
    appeal: Appeal | None
    suspended: bool | None
    restricted: bool | None
    resigned: str | None
    barred: bool | None
    background: bool | msgspec.UnsetType = msgspec.UNSET


class Speaker(msgspec.Struct, frozen=True):
    """Somebody to whom the document attributes a quotation or statement."""

    name: str | None
    role: str | None
    organisation: str | None


class Helpline(msgspec.Struct, frozen=True):
    """A helpline offered to readers."""

    organisation: str | None
    phone: str | None


class Inconsistency(msgspec.Struct, frozen=True):
    """Where a document disagrees with itself or with the law of its date.

    ``rule`` is a stable id; ``message`` plain words; ``pointers`` JSON Pointers into the reading;
    ``spans`` the words concerned; ``source`` the rule's source; ``certain`` false where the rule is
    marked unverified (then the message says "may").
    """

    rule: str
    message: str
    pointers: list[str]
    spans: list[Span]
    source: str
    certain: bool = True


class Sensitive(msgspec.Struct, frozen=True):
    """A span that publication must weigh: what kind of thing it is and why."""

    kind: str
    start: int
    end: int
    reason: str


class ReaderName(msgspec.Struct, frozen=True):
    """Which reader made a reading."""

    name: str
    version: str


class Reading(msgspec.Struct, frozen=True):
    """All that a document says, in the guide's shape, with the words that each value rests on.

    ``evidence`` maps the JSON Pointer (RFC 6901) of each value to the ``[start, end)`` character
    offsets of its words in ``Document.text``.
    """

    id: str
    title: str | None
    published: str | None
    publisher: str | None
    kind: str
    subjects: list[Subject]
    speakers: list[Speaker]
    helplines: list[Helpline]
    evidence: dict[str, list[Span]]
    inconsistencies: list[Inconsistency]
    sensitive: list[Sensitive]
    reader: ReaderName

    def to_dict(self) -> dict[str, Any]:
        """The reading as plain dictionaries and lists, ready for ``json.dumps``."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain

    def to_json(self) -> bytes:
        """The reading as one line of UTF-8 JSON; the same bytes each time for the same document."""
        return msgspec.json.encode(self)
