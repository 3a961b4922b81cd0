"""Seeing: whether sources are still published, asked of their addresses or told by a person.

Forces take notices down after 28 days. `ask` fetches the address of each source, only when somebody asks for
it, one after another with a pause between two requests to one server. What comes of it:

    seen      the address gives the text that is kept, or most of it: "last seen" is now
    removed   the server says that there is nothing (404) or nothing any more (410): "removed" is now
    changed   it gives another text: a person should look, or `peelian add` the address
    failed    no answer, an error of the server, a refusal, an address of this network: nothing is noted

Each source is noted in a transaction of its own, with an entry in the audit trail where it is found removed or
back, so a run that is stopped
keeps what it found; the next passes over what was asked lately. Nothing that is kept is ever taken away.
"""

from __future__ import annotations

import datetime
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from peelian.casebook import audit, deriving
from peelian.casebook.audit import Actor
from peelian.casebook.copies import shingles
from peelian.casebook.locking import turn
from peelian.casebook.models import Case, Source, SourceText
from peelian.casebook.readers import on_the_web, storable
from peelian.documents import DocumentError, NotFetched, load
from peelian.documents.contents import url_id
from peelian.documents.web import Fetched, fetch_bytes

State = Literal["seen", "removed", "changed", "failed"]
#: What a server answers where a page is no more. Any other error may pass.
GONE: Final = (404, 410)
#: So much of the kept text must still be there: a page's menus change, its story does not.
SAME: Final = 0.5
#: Seconds between two requests to one server.
PAUSE: Final = 2.0

Fetch = Callable[[str], Fetched]


class NoSuchSource(LookupError):
    """There is no source with this id or address."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for one source: ``cause`` says more where it was not seen."""

    source: str
    url: str
    state: State
    cause: str = ""


def sources_of(which: str) -> list[Source]:
    """The source with an id, or all with an address. Raises `NoSuchSource`."""
    found = list(Source.internal.filter(Q(public_id=which) | Q(url=which)).order_by("pk"))
    if not found:
        raise NoSuchSource(f"There is no source {which!r}. `peelian sources list` lists them.")
    return found


def to_ask(which: Sequence[str] = (), *, before: datetime.datetime, removed: bool = False) -> list[str]:
    """The addresses to ask for: of the sources named, else of all that were not seen again since ``before``.

    Those that are removed are left out unless ``removed``. Raises `NoSuchSource`.
    """
    if which:
        found = [source.url for name in which for source in sources_of(name)]
    else:
        # Adding notes a sight too, and of a file on disk, so that only a later one counts.
        lately = Q(last_seen_at__gte=before, last_seen_at__gt=F("added_at"))
        rows = Source.internal.exclude(url=None).exclude(lately)
        rows = rows if removed else rows.filter(removed_at=None)
        found = list(rows.order_by("last_seen_at", "pk").values_list("url", flat=True))
    return list(dict.fromkeys(url for url in found if url and on_the_web(url)))


def ask(
    urls: Iterable[str],
    *,
    actor: Actor,
    pause: float = PAUSE,
    fetch: Fetch | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Answer]:
    """Ask for each address, note what came of it, and yield it source by source.

    Without ``fetch``, only addresses of the public internet are asked: an address stands in a document, which
    must not make this machine ask its neighbours. Cases are derived anew when all is asked.
    """
    last: dict[str, float] = {}
    counts: Counter[str] = Counter()
    try:
        for url in urls:
            host = urlsplit(url).netloc
            wait = last.get(host, -pause) + pause - time.monotonic()
            if wait > 0:
                sleep(wait)
            page = _fetched(url, fetch or _public)
            last[host] = time.monotonic()
            for source in Source.internal.filter(url=url).order_by("pk"):
                answer = _compared(source, url, page)
                _note(source, answer, actor)
                counts[answer.state] += 1
                yield answer
    finally:
        if counts:
            audit.record("sources.checked", "", actor, dict(sorted(counts.items())))
        deriving.derive_stale()


def _public(url: str) -> Fetched:
    return fetch_bytes(url, public=True)


def _fetched(url: str, fetch: Fetch) -> str | DocumentError:
    """The text at an address, or why there is none."""
    try:
        page = fetch(url)
        suffix = ".html" if (page.media_type or "").endswith("html") else ""
        return storable(load(page.data, name=url_id(page.url) + suffix).text)
    except DocumentError as error:
        return error


def _compared(source: Source, url: str, page: str | DocumentError) -> Answer:
    if isinstance(page, NotFetched) and page.status in GONE:
        return Answer(source.public_id, url, "removed", page.cause)
    if isinstance(page, NotFetched):
        return Answer(source.public_id, url, "failed", page.cause)
    if isinstance(page, DocumentError):
        return Answer(source.public_id, url, "changed", page.cause)
    kept = shingles(SourceText.internal.get(pk=source.pk).text)
    share = len(kept & shingles(page)) / len(kept)
    if share >= SAME:
        return Answer(source.public_id, url, "seen")
    return Answer(source.public_id, url, "changed", f"{share:.0%} of the kept text is there")


def _note(source: Source, answer: Answer, actor: Actor) -> None:
    now = timezone.now()
    if answer.state == "seen":
        _set(source, actor, last_seen_at=now, removed_at=None)
    elif answer.state == "removed" and source.removed_at is None:
        _set(source, actor, removed_at=now, why=answer.cause)


def mark_removed(which: str, on: datetime.date, *, actor: Actor, reason: str) -> list[Source]:
    """Note that a person found a source (or all of an address) taken down on a day; return those noted.

    Raises `NoSuchSource`, or `ValueError` for a day to come or no reason.
    """
    return _told(which, on, actor, reason, gone=True)


def mark_seen(which: str, on: datetime.date, *, actor: Actor, reason: str) -> list[Source]:
    """Note that a person saw a source published on a day: it is no longer held to be removed. Raises as `mark_removed`."""
    return _told(which, on, actor, reason, gone=False)


def _told(which: str, on: datetime.date, actor: Actor, reason: str, *, gone: bool) -> list[Source]:
    if on > timezone.localdate():
        raise ValueError(f"{on.isoformat()} is yet to come.")
    if not reason.strip() or not actor.name.strip():
        raise ValueError("Say who noted it and why: later nobody can ask.")
    at = timezone.make_aware(datetime.datetime.combine(on, datetime.time()))
    with transaction.atomic():
        found = sources_of(which)
        for source in found:
            if gone:
                _set(source, actor, removed_at=at, why=reason)
            else:
                seen = max(at, source.last_seen_at or at)
                _set(source, actor, last_seen_at=seen, removed_at=None, why=reason)
        deriving.derive_stale()
    return found


def _set(source: Source, actor: Actor, *, why: str = "", **moments: datetime.datetime | None) -> None:
    """Set the moments of a source, tell the trail, and have its cases derived anew."""
    with transaction.atomic():
        turn()
        before = source.removed_at
        for name, moment in moments.items():
            setattr(source, name, moment)
        source.save(update_fields=list(moments))
        if why or before != source.removed_at:
            told = {name: moment and moment.isoformat(timespec="seconds") for name, moment in moments.items()}
            action = "source.removed" if moments["removed_at"] else "source.seen"
            audit.record(action, source.public_id, actor, {**told, "why": storable(why.strip())})
        if before != source.removed_at:
            Case.internal.filter(mentions__source=source).update(stale=True)
