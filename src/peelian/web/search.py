"""A question from an address: read, answered, written back. The same for pages, feeds, alerts and API.

q=…             words (see ``fulltext``)
force=…, …      a facet's value; may be given several times (either)
from=, to=      days between which the latest event lies (ISO)
sort=           relevance (default with words), newest (default without), oldest, name
page=           from 1
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from pyroaring import BitMap

from peelian.web import fulltext
from peelian.web.facets import BY_NAME, COUNTS, FACETS, Facet
from peelian.web.models import Entry

PAGE = 20
SORTS = {
    "relevance": _("Best match"),
    "newest": _("Newest first"),
    "oldest": _("Oldest first"),
    "name": _("Title"),
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]+")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
#: How deep one may page: further on, narrowing the question serves better than paging.
MOST_PAGES = 500
#: So many ids may be named in one query to the database (SQLite's limit of variables was 999).
MOST_NAMED = 900


@dataclass(frozen=True)
class Question:
    """What is asked. ``choices`` maps a facet's name to the values chosen."""

    words: str = ""
    choices: dict[str, list[str]] = field(default_factory=dict)
    since: str = ""
    until: str = ""
    sort: str = ""
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> Question:
        """A question from an address's query. What makes no sense is left out, never an error."""
        page = query.get("page", "1")
        sort = query.get("sort", "")
        days = [query.get(name, "") for name in ("from", "to")]
        since, until = (day if _DAY.fullmatch(day) else "" for day in days)
        return cls(
            words=_CONTROL.sub(" ", query.get("q", "")).strip()[:500],
            choices={
                name: [_CONTROL.sub("", value)[:160] for value in query.getlist(name)[:20] if value]
                for name in BY_NAME
                if query.getlist(name)
            },
            since=since,
            until=until,
            sort=sort if sort in SORTS else "",
            page=min(max(int(page), 1), MOST_PAGES)
            if page.isascii() and page.isdigit() and len(page) < 9
            else 1,
        )

    @property
    def order(self) -> str:
        """The order in force: what was asked, or the one that suits the question."""
        if self.sort and (self.sort != "relevance" or self.words):
            return self.sort
        return "relevance" if self.words else "newest"

    @property
    def query(self) -> str:
        """The question as an address's query, without its page."""
        pairs = [("q", self.words)] if self.words else []
        pairs += [(name, value) for name in BY_NAME for value in self.choices.get(name, [])]
        pairs += [(name, day) for name, day in (("from", self.since), ("to", self.until)) if day]
        return urlencode(pairs + ([("sort", self.sort)] if self.sort else []))

    def toggled(self, facet: str, value: str) -> Question:
        """This question with one value of a facet chosen, or no longer chosen."""
        chosen = self.choices.get(facet, [])
        now = [other for other in chosen if other != value] if value in chosen else [*chosen, value]
        choices = {**self.choices, facet: now}
        return replace(self, choices={name: values for name, values in choices.items() if values}, page=1)

    @property
    def said(self) -> str:
        """The question in words, for titles of pages, feeds and mails."""
        told = [f"“{self.words}”"] if self.words else []
        told += [BY_NAME[name].label(value) for name, values in self.choices.items() for value in values]
        told += [gettext("from %(day)s") % {"day": self.since}] if self.since else []
        told += [gettext("to %(day)s") % {"day": self.until}] if self.until else []
        return ", ".join(told) or gettext("all cases")


@dataclass(frozen=True)
class Choice:
    """One value of a facet beside the results: its words, its count, the address that chooses it."""

    value: str
    label: str
    count: int
    chosen: bool
    query: str


@dataclass(frozen=True)
class Answer:
    """What was found: the page's entries, how many in all, and the facets."""

    question: Question
    entries: list[Entry]
    total: int
    facets: list[tuple[Facet, list[Choice]]]
    pages: int


def answer(question: Question, size: int = PAGE) -> Answer:
    """Answer a question: one page of entries and the facets with their counts."""
    counts = COUNTS.fresh()
    ranked, base = _without_choices(question)
    hits = _both(base, counts.chosen(question.choices))
    entries = _page(question, ranked, hits, size)
    total = Entry.public.count() if hits is None else len(hits)
    shown = [
        (
            facet,
            [
                Choice(
                    value=value,
                    label=facet.label(value),
                    count=count,
                    chosen=value in question.choices.get(facet.name, []),
                    query=question.toggled(facet.name, value).query,
                )
                for value, count in counts.counted(facet.name, _but(question, base, facet.name))
            ],
        )
        for facet in FACETS
    ]
    return Answer(question, entries, total, [pair for pair in shown if pair[1]], -(-total // size))


def hits(question: Question) -> BitMap | None:
    """The ids of all entries that fit a question; None: every one."""
    return _both(_without_choices(question)[1], COUNTS.fresh().chosen(question.choices))


def _without_choices(question: Question) -> tuple[list[int] | None, BitMap | None]:
    """What fits the words (ranked) and the words and days (as a set), whatever the facets; None: no such limit."""
    ranked = fulltext.matches(question.words) if question.words else None
    base = None if ranked is None else BitMap(ranked)
    if question.since or question.until:
        days = Entry.public.filter(latest__gte=question.since or "0", latest__gt="")
        if question.until:
            days = days.filter(latest__lte=question.until)
        base = _both(base, BitMap(list(days.values_list("pk", flat=True))))
    return ranked, base


def _both(one: BitMap | None, other: BitMap | None) -> BitMap | None:
    """What is in both; None is everything."""
    return other if one is None else one if other is None else one & other


def _but(question: Question, base: BitMap | None, facet: str) -> BitMap | None:
    return _both(base, COUNTS.chosen(question.choices, but=facet))


def _page(question: Question, ranked: list[int] | None, hits: BitMap | None, size: int) -> list[Entry]:
    start = (question.page - 1) * size
    if question.order == "relevance" and ranked is not None and len(ranked) <= fulltext.MOST_RANKED:
        return entries_of([pk for pk in ranked if hits is None or pk in hits][start : start + size])
    orders = {"oldest": ("latest", "pk"), "name": ("title", "pk")}
    order = orders.get(question.order, ("-latest", "pk"))  # too many to rank: newest first
    query = Entry.public.order_by(*order)
    if hits is None:  # an offset is cheaper than to walk
        return list(query.defer("body")[start : start + size])
    return entries_of(list(islice(within(query, hits), start, start + size)))


def within(query: QuerySet[Entry], hits: BitMap | None) -> Iterator[int]:
    """The ids of a query's entries, in its order, that are among the hits (None: all): an index is walked only
    as far as somebody reads on."""
    if hits is not None and len(hits) <= MOST_NAMED:
        query, hits = query.filter(pk__in=list(hits)), None
    for pk in query.values_list("pk", flat=True).iterator(chunk_size=2_000):
        if hits is None or pk in hits:
            yield pk


def entries_of(ids: list[int]) -> list[Entry]:
    """The entries with these ids, in this order, without their bodies; one that is gone meanwhile is left out."""
    by_pk = Entry.public.defer("body").in_bulk(ids)
    return [by_pk[pk] for pk in ids if pk in by_pk]
