"""The published shapes: all that pages, API, feeds, exports and previews may know of a case.

    PublishedCase      the whole: one JSON document and back (``to_json``/``from_json``)
    PublishedParty     one person in it, named or not
    PublishedRecord    one offence, sentence, order, proceeding or appeal
    Shown              one field: its value and words, or why it is not shown
    Quote              the words that a value rests on, short, withheld words masked (``▮▮▮``)
    PublishedSource    a source: title, publisher, link, number of copies
    PublishedEvent, PublishedCheck, PublishedDuration, PublishedRegime, Note

A withheld value is not in these shapes at all: neither in ``value`` nor in ``label``, quotations, others,
titles, events or search text. Where even the existence of a fact may not be told (a spent conviction),
its field or record is absent, and the desk learns why from ``Weighed.rulings`` (see ``gate``).

All are frozen ``msgspec`` structs. Dates are EDTF (``as_of``, ``changes_on`` and ``next_review``: ISO days).
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Policy = Literal["internal", "cautious", "journalism"]
State = Literal["shown", "generalised", "masked", "withheld"]
"""``shown`` as it is; ``generalised`` to something less exact (town for street); ``masked``: part of the
text replaced by ``▮▮▮``; ``withheld``: not given (``value`` is None, ``reason`` says why)."""
Span = tuple[int, int]

MASK = "▮▮▮"
"""What stands in a text for words that are withheld: always of this length, whatever it covers."""


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a source around a piece of evidence: at most about 200 characters, never the whole text.

    ``source`` is the id of a ``PublishedSource`` of the same case. ``marks`` are ``[start, end)`` offsets
    into ``text`` of the words that the value rests on. ``before`` and ``after`` are true where the
    source's text goes on at that end (show an ellipsis). ``masked`` is true if words were replaced by
    ``▮▮▮``; with no ``text`` the source tells the value and its words may not be shown. ``statement`` is the statement's key (to cite it in a correction), "" if there is none.
    """

    source: str
    text: str
    marks: tuple[Span, ...] = ()
    before: bool = False
    after: bool = False
    masked: bool = False
    statement: str = ""


class Other(msgspec.Struct, frozen=True, kw_only=True):
    """Another value that sources give for a field, in words, with its quotations."""

    value: Any
    label: str
    quotes: tuple[Quote, ...] = ()
    sources: int = 1
    official: bool = False


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One field as the public may see it.

    ``field`` is the guide's name (``rank``, ``proceeding.outcome`` within a party's facts, ``stage``
    within a record), ``heading`` the same in words ("Rank"), ``label`` the value in words ("police
    constable", "11 April 2014"); ``value`` is the plain value (ids, EDTF, ISO 8601, numbers) or None.
    ``reason`` (plain words), ``rule`` (id in rules.yaml) and ``source`` (Act, section, policy) say why it
    is not simply shown, or why it will not be for ever; ``changes_on`` is the ISO day on which to look
    again. ``why`` is why this value is preferred, in words; ``conflict`` true where sources contradict
    each other, the other values being in ``others``.
    """

    field: str
    heading: str
    state: State = "shown"
    value: Any = None
    label: str = ""
    reason: str = ""
    rule: str = ""
    source: str = ""
    changes_on: str | None = None
    why: str = ""
    conflict: bool = False
    quotes: tuple[Quote, ...] = ()
    others: tuple[Other, ...] = ()
    sources: int = 0
    official: bool = False

    @property
    def visible(self) -> bool:
        """Whether there is a value to show (shown, generalised or masked)."""
        return self.state != "withheld"


class PublishedRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One offence, sentence, order, proceeding or appeal. ``id`` as in the case file; ``title`` in words.

    ``state`` is ``withheld`` where the record as a whole is not shown but its existence may be told; then
    ``facts`` is empty and ``reason``, ``rule``, ``source``, ``changes_on`` say why and until when.
    """

    id: str
    kind: str
    title: str
    state: State = "shown"
    facts: dict[str, Shown] = {}
    reason: str = ""
    rule: str = ""
    source: str = ""
    changes_on: str | None = None

    def get(self, name: str) -> Any:
        """The value of a fact that is shown, else None."""
        shown = self.facts.get(name)
        return None if shown is None or not shown.visible else shown.value

    def label(self, name: str) -> str:
        """The words of a fact that is shown, else an empty string."""
        shown = self.facts.get(name)
        return "" if shown is None or not shown.visible else shown.label


class PublishedParty(msgspec.Struct, frozen=True, kw_only=True):
    """One person of a case.

    ``named`` is true where the name may be shown: only then is ``person`` the casebook's public person id
    (``p-…``) and may a page link to the person. Otherwise ``person`` is an id that means something only
    within this case (``party-1``), so that an anonymised officer cannot be joined to other cases.
    ``display`` is how to call the person in a heading ("PC Mark Ellis", "A constable of Gwent Police").
    """

    person: str
    named: bool
    display: str
    background: bool = False
    facts: dict[str, Shown] = {}
    lists: dict[str, tuple[Shown, ...]] = {}
    offences: tuple[PublishedRecord, ...] = ()
    sentences: tuple[PublishedRecord, ...] = ()
    orders: tuple[PublishedRecord, ...] = ()
    proceedings: tuple[PublishedRecord, ...] = ()
    appeals: tuple[PublishedRecord, ...] = ()
    other_names: tuple[str, ...] = ()

    def get(self, name: str) -> Any:
        """The value of a single field that is shown, else None."""
        shown = self.facts.get(name)
        return None if shown is None or not shown.visible else shown.value

    def label(self, name: str) -> str:
        """The words of a single field that is shown, else an empty string."""
        shown = self.facts.get(name)
        return "" if shown is None or not shown.visible else shown.label

    @property
    def records(self) -> tuple[PublishedRecord, ...]:
        """All records, in the order offences, sentences, orders, proceedings, appeals."""
        return self.offences + self.sentences + self.orders + self.proceedings + self.appeals


class PublishedSource(msgspec.Struct, frozen=True, kw_only=True):
    """One source. Its text is never published; ``url`` links to its publisher.

    ``title`` may hold masks; ``url`` is None where the address itself says what is withheld (``reason``
    then says that it is left out). ``copies`` counts the syndicated or near-duplicate copies of it beside
    it (0: none); copies are not listed on their own.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    kind: str = "other"
    official: bool = False
    copies: int = 0
    removed: bool = False
    state: State = "shown"
    reason: str = ""
    rule: str = ""


class PublishedEvent(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened, for the timeline (see ``casefile.Event``). Facts not shown have no event."""

    id: str
    person: str | None
    track: str
    kind: str
    title: str
    date: str | None = None
    date_label: str = ""
    earliest: str | None = None
    latest: str | None = None
    order_certain: bool = True
    inferred: bool = False
    reason: str | None = None
    conflict: bool = False
    facts: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()


class PublishedCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule says about the case, in plain words (see ``casefile.Check``)."""

    rule: str
    severity: str
    message: str
    source: str
    certain: bool = True
    person: str | None = None
    facts: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()


class PublishedDuration(msgspec.Struct, frozen=True, kw_only=True):
    """How long from one event to another, in days; ``label`` in words ("212 days", "between 3 and 33 days")."""

    kind: str
    person: str
    start: str
    end: str
    shortest: int
    longest: int
    heading: str = ""
    label: str = ""


class PublishedRegime(msgspec.Struct, frozen=True, kw_only=True):
    """Which Conduct Regulations govern (see ``casefile.Regime``)."""

    ids: tuple[str, ...]
    basis: str
    reason: str
    source: str
    label: str = ""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A public correction or a reply that stands beside the case or beside one fact of it.

    ``about`` is "" for the whole case, else ``<person>/<field>`` or a record's id. ``on`` is the ISO day.
    ``by`` is who replies, as they wish to be called ("the officer", "Gwent Police"); empty in corrections.
    """

    id: str
    kind: Literal["correction", "reply"]
    on: str
    text: str
    about: str = ""
    by: str = ""


class PublishedCase(msgspec.Struct, frozen=True, kw_only=True):
    """One case as it may be shown under a policy on a day.

    ``id`` is the case's public id (``c-…``): opaque, so an address never holds a name. ``next_review`` is
    the first ISO day on which a rule's answer changes (None: none is foreseen). ``noindex`` asks search
    engines to keep away (meta robots, ``X-Robots-Tag``, left out of the sitemap). ``search_text`` is all
    that full-text search may match. ``active`` is true while criminal proceedings are, or may be, active: then
    no page may link to previous or similar cases. ``notices`` are sentences to show above the case. ``held`` is true where the case may not go public at present;
    ``holds`` says why, in plain words, for the desk: a held case has no parties, events or quotations
    under a public policy.
    """

    id: str
    policy: Policy
    as_of: str
    title: str
    summary: str
    parties: tuple[PublishedParty, ...] = ()
    sources: tuple[PublishedSource, ...] = ()
    events: tuple[PublishedEvent, ...] = ()
    checks: tuple[PublishedCheck, ...] = ()
    durations: tuple[PublishedDuration, ...] = ()
    regime: PublishedRegime | None = None
    corrections: tuple[Note, ...] = ()
    replies: tuple[Note, ...] = ()
    notices: tuple[str, ...] = ()
    next_review: str | None = None
    noindex: bool = False
    active: bool = False
    held: bool = False
    holds: tuple[str, ...] = ()
    search_text: str = ""

    def to_json(self) -> bytes:
        """The published case as UTF-8 JSON: the same bytes each time for the same case."""
        return msgspec.json.encode(self, order="deterministic")

    @classmethod
    def from_json(cls, data: bytes | str) -> PublishedCase:
        """A published case from its JSON. Raises ``msgspec.ValidationError`` if it is none."""
        return msgspec.json.decode(data, type=cls)

    def source(self, source_id: str) -> PublishedSource | None:
        """The source with this id, or None (copies are not listed on their own)."""
        return next((source for source in self.sources if source.id == source_id), None)


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between two published forms of a case: what a reader would see change.

    ``where`` names the place (``title``, ``parties/party-1/rank``, ``sources/s-…``); ``kind`` says
    whether something ``appears``, ``disappears``, ``tightens`` (less is shown), ``loosens`` (more is
    shown) or ``changes``; ``before`` and ``after`` are what it says, in words.
    """

    where: str
    heading: str
    kind: Literal["appears", "disappears", "tightens", "loosens", "changes"]
    before: str = ""
    after: str = ""
    reason: str = ""
