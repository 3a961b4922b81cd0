"""From the casebook's tables to what the gate needs: case file, texts, sensitive words, decisions."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from django.db.models import Q

from peelian.casebook.models import Case, Decision, Person, Reading, SourceText
from peelian.casefile.facts import CaseFile, Sensitive
from peelian.casefile.statements import sensitive as sensitive_of
from peelian.publication import following
from peelian.publication.gate import Weighed, weigh
from peelian.publication.models import Correction, Reply
from peelian.publication.rulings import Override, Restriction
from peelian.publication.shapes import Note


class NotPublishable(ValueError):
    """The case does not exist, has no facts yet, or was merged into another; the message says which."""


class Assembled(msgspec.Struct, frozen=True, kw_only=True):
    """All that the gate needs for one case, but for policy and day."""

    case: CaseFile
    texts: dict[str, str]
    sensitive: tuple[Sensitive, ...]
    overrides: tuple[Override, ...]
    restrictions: tuple[Restriction, ...]
    notes: tuple[Note, ...]

    def weigh(self, policy: str, as_of: date) -> Weighed:
        """What may be shown under a policy on a day, and why."""
        return weigh(
            self.case,
            sensitive=self.sensitive,
            texts=self.texts,
            policy=policy,
            as_of=as_of,
            overrides=self.overrides,
            restrictions=self.restrictions,
            notes=self.notes,
        )


def assemble(case_id: str) -> Assembled:
    """Gather what the gate needs for a case. Raises ``NotPublishable``."""
    row = Case.internal.filter(public_id=case_id).select_related("redirect").first()
    if row is None:
        raise NotPublishable(f"there is no case {case_id}")
    if row.redirect is not None:
        raise NotPublishable(f"case {case_id} was merged into {row.redirect.public_id}: publish that one")
    case = row.casefile
    if case is None:
        raise NotPublishable(f"case {case_id} has no facts yet: run `peelian rebuild`")
    ids = [source.id for source in case.sources]
    moves = _moves(row, case)
    cases = [case_id, *moves.cases]
    texts = dict(
        SourceText.internal.filter(source__public_id__in=ids).values_list("source__public_id", "text")
    )
    return Assembled(
        case=case,
        texts=texts,
        sensitive=_sensitive(ids, texts),
        overrides=tuple(following.overrides(_overrides(cases), moves, case)),
        restrictions=tuple(following.restrictions(_restrictions(cases), moves, case)),
        notes=tuple(following.notes(_notes(cases), moves)),
    )


def _moves(row: Case, case: CaseFile) -> following.Moves:
    """The ids that stood for the case and for its people before they were merged, however often."""
    people = Person.internal.filter(public_id__in=[party.person for party in case.parties])
    return following.Moves(
        cases=dict.fromkeys(_former(Case, {row.pk: row.public_id}), row.public_id),
        persons=_former(Person, dict(people.values_list("pk", "public_id"))),
    )


def _former(model: type[Case] | type[Person], now: dict[int, str]) -> dict[str, str]:
    """Every id that leads to one of some rows (by number), and the id that it leads to."""
    found: dict[str, str] = {}
    while now:
        rows = list(
            model.internal.filter(redirect__in=list(now)).values_list("pk", "public_id", "redirect_id")
        )
        now = {pk: now[redirect] for pk, id, redirect in rows if id not in found}
        found |= {id: now[pk] for pk, id, _ in rows if pk in now}
    return found


def _sensitive(ids: list[str], texts: dict[str, str]) -> tuple[Sensitive, ...]:
    """The marked words of the current readings, with what people added; a person can take a mark back."""
    found: dict[tuple[str, str, int, int], Sensitive] = {}
    readings = Reading.internal.filter(source__public_id__in=ids, current=True).select_related("source")
    for reading in readings.order_by("pk"):
        source = reading.source.public_id
        for item in sensitive_of(reading.body, texts.get(source, ""), source):
            found[item.source, item.kind, item.start, item.end] = item
    decisions = Decision.internal.filter(kind="sensitive", target__in=ids, closed_by=None).order_by("pk")
    for decision in decisions:
        data: dict[str, Any] = decision.payload
        start, end = int(data["start"]), int(data["end"])
        key = (decision.target, str(data["kind"]), start, end)
        if data.get("drop"):
            found.pop(key, None)
            continue
        quote = texts.get(decision.target, "")[start:end]
        if quote:
            found[key] = Sensitive(
                source=decision.target, kind=key[1], start=start, end=end, quote=quote, reason=decision.reason
            )
    return tuple(sorted(found.values(), key=lambda item: (item.source, item.start, item.end, item.kind)))


def _open(kind: str, cases: list[str]) -> list[Decision]:
    return list(
        Decision.internal.filter(Q(closed_by=None), kind=kind, target__in=cases, soft=False).order_by("pk")
    )


def _overrides(cases: list[str]) -> list[Override]:
    return [
        Override(
            id=str(row.pk),
            target=str(row.payload["place"]),
            effect=row.payload["effect"],
            rule=str(row.payload.get("rule", "decision")),
            reason=row.reason,
            by=row.actor_name,
            on=row.at.date(),
            review_on=row.review_on,
        )
        for row in _open("override", cases)
    ]


def _restrictions(cases: list[str]) -> list[Restriction]:
    return [
        Restriction(
            id=str(row.pk),
            state=row.payload["state"],
            targets=tuple(row.payload.get("places", ())),
            person=row.payload.get("person"),
            source=row.payload.get("source"),
            until=date.fromisoformat(row.payload["until"]) if row.payload.get("until") else None,
            reason=row.reason,
            by=row.actor_name,
            on=row.at.date(),
        )
        for row in _open("restriction", cases)
    ]


def _notes(cases: list[str]) -> list[Note]:
    corrections = [
        Note(
            id=f"correction-{row.pk}",
            kind="correction",
            on=row.on.isoformat(),
            text=row.text,
            about=row.about,
        )
        for row in Correction.internal.filter(case_id__in=cases)
    ]
    replies = [
        Note(
            id=f"reply-{row.pk}",
            kind="reply",
            on=row.on.isoformat(),
            text=row.text,
            about=row.about,
            by=row.by,
        )
        for row in Reply.internal.filter(case_id__in=cases)
    ]
    return corrections + replies


def case_ids() -> list[str]:
    """Every case that could be published: with facts, and not merged into another."""
    rows = Case.internal.filter(redirect=None).exclude(facts=None).order_by("public_id")
    return list(rows.values_list("public_id", flat=True))
