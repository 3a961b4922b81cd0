"""Storing: one document with its reading goes into the tables in one transaction, wholly or not at all."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet

from peelian.casebook.carrying import carried
from peelian.casebook.models import (
    Case,
    Decision,
    Mention,
    Reading,
    Source,
    SourceText,
    Statement,
)
from peelian.casebook.readers import ReadDocument, storable
from peelian.casefile.statements import MentionDraft, statements
from peelian.documents import Document

#: Kinds of document in which a force, a prosecutor, an oversight body or a court speaks for itself.
OFFICIAL: Final = frozenset(
    (
        "force_release",
        "oversight_release",
        "prosecution_release",
        "hearing_notice",
        "hearing_outcome",
        "judgment",
    )
)
#: What an ``about`` of a decision must be for a subject or statement to be kept though no reader sees it.
UPHOLDING: Final = (
    "accept",
    "correct",
    "add",
    "same",
    "different",
    "unsure",
    "split_person",
    "split_case",
    "join_case",
)


def store(read: ReadDocument, at: datetime.datetime) -> tuple[Source, bool]:
    """Store one document. Return its source, and whether anything but "last seen" changed.

    One transaction: when this returns the document is there, when it raises nothing of it is.
    """
    with transaction.atomic():
        source = Source.internal.filter(sha256=read.sha256, part=read.part).first()
        if source is None:
            source = _new_source(read, at)
            if source.url and read.fetched:  # other bytes, but the text of one that is there: it still stands
                same = Source.internal.filter(url=source.url, text_sha256=source.text_sha256)
                seen_again(same, at, published=True)
        else:
            seen_again(Source.internal.filter(pk=source.pk), at, published=read.fetched)
        return source, store_reading(source, read.document.text, read.reading, at)


def seen_again(sources: QuerySet[Source], at: datetime.datetime, *, published: bool) -> int:
    """Note that sources came in again; return how many.

    Only where they were fetched from their address (``published``) are they held to be published: a file on disk
    says nothing of that.
    """
    if not published:
        return sources.update(last_seen_at=at)
    back = list(sources.exclude(removed_at=None).values_list("pk", flat=True))
    Case.internal.filter(mentions__source__in=back).update(stale=True)
    return sources.update(last_seen_at=at, removed_at=None)


def _new_source(read: ReadDocument, at: datetime.datetime) -> Source:
    document = read.document
    source = Source.internal.create(
        public_id=read.source_id,
        sha256=read.sha256,
        part=read.part,
        size=read.size,
        origin=storable(read.origin),
        url=document.url,
        media_type=document.media_type,
        notes=[storable(note) for note in document.notes],
        carrier={
            "id": document.id,
            "title": document.title,
            "published": document.published,
            "publisher": document.publisher,
            "url": document.url,
            "media_type": document.media_type,
        },
        text_sha256=hashlib.sha256(document.text.encode()).hexdigest(),
        added_at=at,
        retrieved_at=at,
        last_seen_at=at,
    )
    SourceText.internal.create(source=source, text=document.text)
    return source


def document_of(source: Source) -> Document:
    """The document that a source is, as reading saw it."""
    carrier = source.carrier
    return Document(
        id=carrier.get("id") or source.public_id,
        text=SourceText.internal.get(pk=source.pk).text,
        title=carrier.get("title"),
        published=carrier.get("published"),
        publisher=carrier.get("publisher"),
        url=carrier.get("url"),
        media_type=source.media_type,
        sha256=source.sha256,
        notes=tuple(source.notes),
        origin=source.origin,
    )


def store_reading(source: Source, text: str, reading: Mapping[str, Any], at: datetime.datetime) -> bool:
    """Make ``reading`` the current one of ``source``. Return whether it was not so already.

    Mentions and statements that are still told keep their keys, and with them their decisions. What is
    told no more stays in the tables, no longer current; where a person upheld it, it goes on counting
    (see ``inputs``). The cases concerned are marked as stale. Runs in one transaction.
    """
    who = reading["reader"]
    body = json.loads(
        json.dumps(reading)
    )  # as the table gives it back: a reader's pairs of offsets are tuples
    with transaction.atomic():
        kept = Reading.internal.filter(source=source, reader=who["name"], version=who["version"]).first()
        if kept is not None and kept.current and kept.body == body:
            return False
        drafts = statements(reading, text, source.public_id)
        before = list(Mention.internal.filter(source=source).order_by("pk"))
        if before:
            drafts = tuple(carried(drafts, before, _told(source)))
        Reading.internal.filter(source=source, current=True).update(current=False)
        Statement.internal.filter(mention__source=source, origin="reader", current=True).update(current=False)
        if kept is None:
            kept = Reading(source=source, reader=who["name"], version=who["version"])
        else:  # the same version read it otherwise: a reader at work; its words go, decisions stay
            Statement.internal.filter(reading=kept).delete()
        kept.made_at, kept.current, kept.body = at, True, body
        kept.save()
        _store_mentions(source, kept, drafts, before, reading["subjects"])
        _describe(source, reading)
        Case.internal.filter(mentions__source=source).update(stale=True)
    return True


def _told(source: Source) -> dict[int, list[Statement]]:
    """The statements of the last reading of a source, by the number of their mention."""
    found: dict[int, list[Statement]] = defaultdict(list)
    told = Statement.internal.filter(mention__source=source, origin="reader", current=True)
    for statement in told.order_by("pk"):
        found[statement.mention_id].append(statement)
    return found


def _store_mentions(
    source: Source,
    reading: Reading,
    drafts: Sequence[MentionDraft],
    before: Sequence[Mention],
    subjects: Sequence[dict[str, Any]],
) -> None:
    known = {mention.key: mention for mention in before}
    out = _taken_out([*known, *(draft.key for draft in drafts)])
    made: list[Statement] = []
    for draft in drafts:
        subject = subjects[draft.index]
        mention = known.pop(draft.key, None) or Mention(source=source, key=draft.key)
        if mention.pk is None or mention.subject != subject or not mention.current:
            mention.scored = False
        mention.index, mention.background = draft.index, draft.background
        mention.name, mention.subject = subject.get("name") or subject.get("label") or "", subject
        mention.current = draft.key not in out
        mention.save()
        made.extend(
            Statement(
                key=told.key,
                mention=mention,
                reading=reading,
                pointer=told.pointer,
                field=told.field,
                value=told.value,
                spans=told.spans,
                quote=told.quote,
            )
            for told in draft.statements
        )
    Statement.internal.bulk_create(made, batch_size=500)
    for mention in known.values():
        upheld = mention.key not in out and _upheld(mention)
        if mention.current != upheld:
            Mention.internal.filter(pk=mention.pk).update(current=upheld)


def _taken_out(keys: Iterable[str]) -> set[str]:
    """The mentions of which a person said that they are no subjects."""
    said = Decision.internal.filter(kind="not_subject", target__in=set(keys), closed_by=None)
    return set(said.values_list("target", flat=True))


def _upheld(mention: Mention) -> bool:
    """Whether a person decided something by which a subject stays, though no reader sees it now."""
    keys = [mention.key, *Statement.internal.filter(mention=mention).values_list("key", flat=True)]
    mine = Decision.internal.filter(kind__in=UPHOLDING, soft=False, closed_by=None)
    return mine.filter(target__in=keys).exists() or mine.filter(other=mention.key).exists()


def _describe(source: Source, reading: Mapping[str, Any]) -> None:
    """Have a source's row say what its reading says of the document."""
    source.title, source.publisher = reading["title"], reading["publisher"]
    source.published, source.kind = reading["published"], reading["kind"]
    source.official = reading["kind"] in OFFICIAL
    source.save(update_fields=["title", "publisher", "published", "kind", "official"])
