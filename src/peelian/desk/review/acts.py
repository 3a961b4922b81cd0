"""What a reviewer does. Each act says which state of the document it was looking at; nobody overwrites anybody.

An act on a fact that somebody else has decided on since is refused as a `Conflict`, which holds what they
did. Acts on different facts of one document do not disturb each other.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from peelian.casebook.audit import Actor, record
from peelian.casebook.deciding import DecisionRefused, decide
from peelian.casebook.locking import turn
from peelian.casebook.models import Decision, Reading
from peelian.desk.review import fields
from peelian.desk.review.document import Document, decided_since, document, mine
from peelian.desk.review.marking import Span, WordsNotFound, find_words

#: Kinds of sensitive words that a person can mark (those that the publication rules weigh).
SENSITIVE_KINDS: Final[dict[str, str]] = {
    "victim_name": "What names a victim",
    "victim_relationship": "Who the victim is to the officer",
    "victim_age": "The victim's age",
    "victim_place": "Where the victim lives, works or learns",
    "child": "A person under 18",
    "health": "Health",
    "street_address": "A street or house",
    "telephone": "A telephone number",
    "reporting_restriction": "A reporting restriction is mentioned",
    "anonymity_order": "Anonymity granted, a name withheld",
}


class Conflict(Exception):
    """Somebody else was quicker. ``others`` is what they decided since."""

    def __init__(self, others: Sequence[Decision], reread: bool = False) -> None:
        super().__init__("somebody else has decided on this since you looked")
        self.others = others
        self.reread = reread


def act(source_id: str, version: str, form: Mapping[str, str], actor: Actor) -> str:
    """Do what a form of the review page asks for, and return a sentence on what was done.

    Raises `Conflict`, `DecisionRefused`, `WordsNotFound`; then nothing was done.
    """
    wanted = _ACTS.get(form.get("act", ""))
    if wanted is None:
        raise DecisionRefused("There is no such act.")
    with transaction.atomic():
        turn()
        now = document(source_id)
        reading, _, last = version.partition(".")
        if str(now.reading.pk) != reading:
            raise Conflict(decided_since(now.source, int(last or 0)), reread=True)
        return wanted(now, int(last or 0), form, actor)


def _unchanged(now: Document, last: int, targets: Sequence[str]) -> None:
    others = decided_since(now.source, last, targets)
    if others:
        raise Conflict(others)


def _on_fact(now: Document, last: int, form: Mapping[str, str]) -> str:
    key = form.get("key", "")
    if all(fact.key != key for fact in now.facts):
        raise DecisionRefused("That fact is not of this document.")
    _unchanged(now, last, [key])
    return key


def _accept(now: Document, last: int, form: Mapping[str, str], actor: Actor) -> str:
    decide("accept", _on_fact(now, last, form), actor=actor)
    return "Accepted."


def _reject(now: Document, last: int, form: Mapping[str, str], actor: Actor) -> str:
    decide("reject", _on_fact(now, last, form), reason=form.get("reason", ""), actor=actor)
    return "Rejected."


def _accept_all(now: Document, last: int, form: Mapping[str, str], actor: Actor) -> str:
    waiting = [fact.key for fact in now.facts if fact.status == "unreviewed"]
    if not waiting:
        return "Nothing was left to accept."
    _unchanged(now, last, waiting)
    batch = secrets.token_hex(8)
    for key in waiting:
        decide("accept", key, payload={"batch": batch}, actor=actor)
    return "Accepted 1 fact." if len(waiting) == 1 else f"Accepted {len(waiting)} facts."


def _correct(now: Document, last: int, form: Mapping[str, str], actor: Actor) -> str:
    key = _on_fact(now, last, form)
    fact = next(fact for fact in now.facts if fact.key == key)
    payload: dict[str, Any] = {"value": fields.typed(fact.field, form.get("value", ""))}
    if spans := _spans(now, form, fact.spans):
        payload["spans"] = spans
    decide("correct", key, payload=payload, reason=form.get("reason", ""), actor=actor)
    return "Corrected."


def _add(now: Document, last: int, form: Mapping[str, str], actor: Actor) -> str:
    mention, name, text = form.get("mention", ""), form.get("field", ""), form.get("value", "")
    if all(subject.mention.key != mention for subject in now.subjects):
        raise DecisionRefused("Choose a subject of this document.")
    payload: dict[str, Any] = {"field": name, "value": fields.typed(name, text)}
    record_, _, part = name.partition(".")
    if record_ in fields.RECORDS:
        pointer = form.get("pointer", "")
        if pointer:
            payload["pointer"] = f"{pointer}/{part}"
        else:
            payload = {"field": record_, "value": {part: payload["value"]}}
            if name == "offences.offence":
                payload["value"] |= {
                    "title": form.get("words") or text,
                    "stage": form.get("stage") or "alleged",
                }
    if spans := _spans(now, form, []):
        payload["spans"] = spans
    decide("add", mention, payload=payload, reason=form.get("reason", ""), actor=actor)
    return "Added."


def _not_subject(now: Document, last: int, form: Mapping[str, str], actor: Actor) -> str:
    subject = next((one for one in now.subjects if one.mention.key == form.get("mention", "")), None)
    if subject is None:
        raise DecisionRefused("Choose a subject of this document.")
    _unchanged(now, last, [subject.mention.key, *(f.key for group in subject.groups for f in group.facts)])
    decide("not_subject", subject.mention.key, reason=form.get("reason", ""), actor=actor)
    return f"{subject.title} is no subject of this document any more. Undo takes that back."


def _sensitive(now: Document, last: int, form: Mapping[str, str], actor: Actor) -> str:
    kind = form.get("kind", "")
    if kind not in SENSITIVE_KINDS:
        raise DecisionRefused(f"Say what the words are: {', '.join(SENSITIVE_KINDS)}.")
    spans = _spans(now, form, [])
    if not spans:
        raise DecisionRefused("Select the words, or type them.")
    start, end = spans[0]
    decide(
        "sensitive", now.source.public_id, payload={"kind": kind, "start": start, "end": end},
        reason=form.get("reason", ""), actor=actor,
    )  # fmt: skip
    return "Marked as sensitive."


def _unsensitive(now: Document, last: int, form: Mapping[str, str], actor: Actor) -> str:
    mark = next((m for m in now.sensitive if f"{m.kind}-{m.start}-{m.end}" == form.get("key", "")), None)
    if mark is None:
        raise DecisionRefused("That mark is not there any more.")
    if not form.get("reason", "").strip():
        raise DecisionRefused("Say why these words may be shown.")
    decide(
        "sensitive", now.source.public_id,
        payload={"kind": mark.kind, "start": mark.start, "end": mark.end, "drop": True},
        reason=form["reason"], actor=actor,
    )  # fmt: skip
    return "The mark is taken off."


def _undo(now: Document, last: int, form: Mapping[str, str], actor: Actor) -> str:
    own = mine(now.source, actor.name)
    if not own:
        return "There is nothing of yours to undo."
    batch = own[0].payload.get("batch")
    for decision in own if batch else own[:1]:
        if not batch or decision.payload.get("batch") == batch:
            decide("close", str(decision.pk), reason="undone while reviewing", actor=actor)
    return f"Undone: {own[0].kind}{' all' if batch else ''}."


def _done(now: Document, last: int, form: Mapping[str, str], actor: Actor) -> str:
    if now.open:
        left = "1 fact is" if now.open == 1 else f"{now.open} facts are"
        raise DecisionRefused(f"{left} not decided yet. A accepts all that is left.")
    _unchanged(now, last, ())
    finish(now.reading, actor)
    return "Reviewed."


def _reopen(now: Document, last: int, form: Mapping[str, str], actor: Actor) -> str:
    Reading.internal.filter(pk=now.reading.pk).update(reviewed_at=None, reviewed_by="")
    record("reading.reopened", now.source.public_id, actor, {"reading": now.reading.pk})
    return "Open for review again."


def finish(reading: Reading, actor: Actor) -> None:
    """Note that a person has reviewed a reading."""
    Reading.internal.filter(pk=reading.pk).update(reviewed_at=timezone.now(), reviewed_by=actor.name[:150])
    record("reading.reviewed", reading.source.public_id, actor, {"reading": reading.pk})


def _spans(now: Document, form: Mapping[str, str], near: Sequence[Span]) -> list[Span]:
    """The words that a form gives: selected (offsets), else typed, else none."""
    start, end = form.get("start", ""), form.get("end", "")
    if start.isdigit() and end.isdigit() and int(start) < int(end) <= len(now.text):
        chosen = now.text[int(start) : int(end)]
        cut = len(chosen) - len(chosen.lstrip())
        return [(int(start) + cut, int(start) + cut + len(chosen.strip()))] if chosen.strip() else []
    typed = form.get("words", "").strip()
    if not typed or (near and typed == form.get("was", "").strip()):
        return []
    return [find_words(now.text, typed, near)]


_ACTS: Final[dict[str, Callable[[Document, int, Mapping[str, str], Actor], str]]] = {
    "accept": _accept,
    "reject": _reject,
    "accept_all": _accept_all,
    "correct": _correct,
    "add": _add,
    "not_subject": _not_subject,
    "sensitive": _sensitive,
    "unsensitive": _unsensitive,
    "undo": _undo,
    "done": _done,
    "reopen": _reopen,
}

__all__ = ["SENSITIVE_KINDS", "Conflict", "DecisionRefused", "WordsNotFound", "act", "finish"]
