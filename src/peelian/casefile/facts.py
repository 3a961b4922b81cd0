"""The shapes of a case file. What a source says is a ``Statement``; what the case says is a ``Fact``.

    Statement   one value of one reading, with the words it rests on (or that a person wrote down)
    Citation    where a value is said: source, spans, the words
    Value       a value with every citation that supports it
    Fact        the preferred value of a field, why it is preferred, and all the other values
    Record      facts that belong together: one offence, sentence, order, proceeding or appeal
    Party       one person in the case: facts, records, lists
    Event       something that happened on a partly known day, on one of the tracks
    Check       what a rule of process or law says about the case, in plain words
    CaseFile    the whole

All are frozen ``msgspec`` structs, so that a case file is one JSON document and back
(``to_json``/``from_json``). Dates are EDTF, lengths ISO 8601, money pounds, as in the labelling guide.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Span = tuple[int, int]
Origin = Literal["reader", "person"]
Status = Literal["unreviewed", "accepted", "corrected", "rejected"]
Why = Literal["only", "decision", "official", "later", "more_sources", "more_exact", "first"]
Track = Literal["coming_forward", "oversight", "criminal", "misconduct", "employment", "publication"]
Severity = Literal["note", "warning", "error"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One published document. ``id`` is its public id (``s-`` and 12 hex digits of its SHA-256).

    ``official`` is true for a force, an oversight body, a prosecutor or a court speaking for itself.
    ``copy_of`` is the id of the source of which this one is a syndicated or near-duplicate copy: the two
    count once. ``removed``: it is published no more, as was found on ``removed_on``.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    kind: str = "other"
    official: bool = False
    copy_of: str | None = None
    removed: bool = False
    removed_on: str | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One value that one source gives for one of its subjects, or that a person wrote down.

    ``pointer`` is the JSON Pointer under the subject (``/proceeding/outcome``, ``/offences/0/stage``);
    ``field`` the same without the number (``proceeding.outcome``, ``offences.stage``); ``quote`` the
    words at ``spans``. ``key`` is a hash of source, mention, field, value and quote: a later reader that
    reads the same value from the same words makes the same key, so decisions stay with it. Records of
    a list add what they are about (offence and title, or kind), so that one word said of two offences
    makes two statements.

    With ``status`` corrected, ``value`` is the person's. ``field`` may also be one of
    ``casefile.kinds.DATED`` (``dates.charged``, …) or ``regime``, which no reader fills: a person writes
    them down.
    """

    key: str
    source: str
    mention: str
    pointer: str
    field: str
    value: Any
    spans: tuple[Span, ...] = ()
    quote: str = ""
    origin: Origin = "reader"
    status: Status = "unreviewed"
    decision: str | None = None
    decided_by: str | None = None
    reason: str | None = None


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One subject of one source: which person it is of, and what is said of it."""

    key: str
    source: str
    person: str
    index: int
    background: bool = False
    statements: tuple[Statement, ...] = ()


class CaseInput(msgspec.Struct, frozen=True, kw_only=True):
    """All that is needed to compute a case file: its id, its sources and its mentions."""

    id: str
    sources: tuple[Source, ...]
    mentions: tuple[Mention, ...]


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """Where a value is said: the source, the statement, the spans in its text, and the words."""

    source: str
    statement: str
    spans: tuple[Span, ...] = ()
    quote: str = ""
    status: Status = "unreviewed"


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A value with every citation that supports it; ``sources`` counts copies of one text once."""

    value: Any
    citations: tuple[Citation, ...]
    sources: int = 1
    official: bool = False
    decision: str | None = None


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """The preferred value of a field, why it is preferred, and all other values that sources give.

    ``others`` holds each value that differs. ``conflict`` is true where one of them cannot be true
    together with the preferred one (26 and 27); a less exact form of it (2014-04 beside 2014-04-11, "J
    Smith" beside "John Smith") is kept in ``others`` without being a conflict.
    """

    field: str
    value: Any
    why: Why
    reason: str
    preferred: Value
    others: tuple[Value, ...] = ()
    conflict: bool = False

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the preferred value."""
        return self.preferred.citations


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Facts that belong together: one offence, sentence, order, proceeding or appeal of one party.

    ``id`` is stable for the same statements (``c-…/offences/1``). The facts carry the guide's names:
    ``offence``, ``title``, ``count``, ``plea``, ``stage``; ``kind``, ``length``, …
    """

    id: str
    kind: str
    facts: dict[str, Fact]

    def get(self, name: str) -> Any:
        """The preferred value of a fact of this record, or None if nothing says it."""
        fact = self.facts.get(name)
        return None if fact is None else fact.value


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """One person in the case. ``facts`` are the single fields of the guide's subject (name, label, rank,
    age, force, residence, joined, former, sentenced_on, suspended, restricted, resigned, barred,
    ``investigation.oversight``, ``investigation.mode``); ``lists`` its lists of words (posts, courts,
    ``investigation.bodies``), one fact each; the rest are records."""

    person: str
    background: bool = False
    facts: dict[str, Fact] = {}
    lists: dict[str, tuple[Fact, ...]] = {}
    offences: tuple[Record, ...] = ()
    sentences: tuple[Record, ...] = ()
    orders: tuple[Record, ...] = ()
    proceedings: tuple[Record, ...] = ()
    appeals: tuple[Record, ...] = ()
    other_names: tuple[str, ...] = ()

    def get(self, name: str) -> Any:
        """The preferred value of a single field, or None if nothing says it."""
        fact = self.facts.get(name)
        return None if fact is None else fact.value


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened. ``kind`` is an id of ``law``'s stages or of ``casefile``'s event kinds.

    ``date`` is EDTF or None; ``earliest`` and ``latest`` are the ISO days between which it lies (None:
    open). ``order_certain`` is false where the day overlaps a neighbour's on the same track, so that the
    order shown is partial. ``inferred`` is true where a rule, not a source, gives the event; then
    ``reason`` says which. ``reason`` also says what overtook an event (a conviction quashed later).
    """

    id: str
    person: str | None
    track: Track
    kind: str
    title: str
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    order_certain: bool = True
    inferred: bool = False
    reason: str | None = None
    conflict: bool = False
    facts: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule says about the case. ``rule`` is a stable id; ``source`` the rule's source (Act, section).

    ``certain`` is false where the rule is marked unverified or rests on an inference: then the message
    says "may". ``facts`` are ids of the facts or events concerned: ``<case>/<person>/<field>``, or the id of
    a record or event, with ``/<name>`` for a fact of a record.
    """

    rule: str
    severity: Severity
    message: str
    source: str
    certain: bool = True
    person: str | None = None
    facts: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


class Duration(msgspec.Struct, frozen=True, kw_only=True):
    """How long from one event to another: ``shortest`` and ``longest`` in days (equal where both are exact)."""

    kind: str
    person: str
    start: str
    end: str
    shortest: int
    longest: int


class Regime(msgspec.Struct, frozen=True, kw_only=True):
    """Which Conduct Regulations govern: ids that are possible, and how that is known."""

    ids: tuple[str, ...]
    basis: Literal["stated", "inferred", "unknown"]
    reason: str
    source: str


class Sensitive(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a source that publication must weigh (see the reading's ``sensitive``)."""

    source: str
    kind: str
    start: int
    end: int
    quote: str
    reason: str = ""


class CaseFile(msgspec.Struct, frozen=True, kw_only=True):
    """One case, computed: parties, sources, events in order, checks, durations, regime."""

    id: str
    title: str
    summary: str
    parties: tuple[Party, ...]
    sources: tuple[Source, ...]
    events: tuple[Event, ...] = ()
    checks: tuple[Check, ...] = ()
    durations: tuple[Duration, ...] = ()
    regime: Regime | None = None

    def to_json(self) -> bytes:
        """The case file as UTF-8 JSON: the same bytes each time for the same case file."""
        return msgspec.json.encode(self)

    @classmethod
    def from_json(cls, data: bytes | str) -> CaseFile:
        """A case file from its JSON. Raises ``msgspec.ValidationError`` if it is none."""
        return msgspec.json.decode(data, type=cls)
