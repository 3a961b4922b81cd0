"""Deciding: what a person decides is stored for ever, told in the audit trail, and put into effect, at once.

One transaction holds the decision, its audit entry and the new facts of the cases that it touches. A
decision is never changed: a later one takes its place, or ``close`` takes it back.

    accept, correct, reject   a statement (its key)
    add                       a value that no reader found, to a mention (its key)
    not_subject               a mention (its key): the reader took somebody for a subject who is none
    same, different, unsure   two mentions (their keys)
    split_person              some mentions of a person are another's
    split_case, join_case     some mentions of a case are another matter; two cases are one
    close                     takes back a decision (its number)

The other kinds of the table (``sensitive``, ``stage``, ``publish``, …) are stored and told in the same way;
their rooms put them into effect.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from peelian.casebook import audit, deriving, linking_step
from peelian.casebook.audit import Actor
from peelian.casebook.inputs import FIRST_FREE
from peelian.casebook.link_store import Linked
from peelian.casebook.listing import NoSuchCase, case_of, person_of
from peelian.casebook.locking import turn
from peelian.casebook.models import Case, Decision, Mention, Pair, SourceText, Statement
from peelian.casebook.values import ValueProblem, pointers, settled

STATEMENT_KINDS: Final = ("accept", "correct", "reject")
PAIR_KINDS: Final = ("same", "different", "unsure")
OTHER_KINDS: Final = ("sensitive", "stage", "restriction", "override", "publish", "withdraw")
#: Decisions that nobody can understand later without a reason.
REASONED: Final = ("not_subject", "same", "different", "split_person", "split_case", "join_case", "close")


class DecisionRefused(ValueError):
    """The decision cannot be taken. The message says why, and what would be right."""


def decide(
    kind: str,
    target: str,
    other: str = "",
    payload: Mapping[str, Any] | None = None,
    reason: str = "",
    *,
    actor: Actor,
    at: datetime.datetime | None = None,
    soft: bool = False,
    review_on: datetime.date | None = None,
) -> Decision:
    """Store a decision, put it into effect, and return it.

    ``target`` and ``other`` are keys as each kind has them (see above); ``payload`` holds ``value`` for
    ``correct``; ``field``, ``value`` and perhaps ``pointer`` and ``spans`` for ``add``; ``mentions`` for
    ``split_person`` and ``split_case``. ``soft`` is for a rule's "different": a note that binds nobody,
    until ``review_on``. Raises `DecisionRefused` with nothing stored.
    """
    if not actor.name.strip():
        raise DecisionRefused("A decision needs the name of who takes it.")
    if kind in REASONED and not reason.strip():
        raise DecisionRefused(f"“{kind}” needs a reason: later nobody can ask you.")
    if soft and kind != "different":
        raise DecisionRefused(
            "Only “different” can be soft: a rule may keep a pair apart for a while, no more."
        )
    prepare = _PREPARE.get(kind, _other if kind in OTHER_KINDS else None)
    if prepare is None:
        raise DecisionRefused(
            f"There is no decision {kind!r}. There are: {', '.join((*_PREPARE, *OTHER_KINDS))}."
        )
    with transaction.atomic():
        turn()
        made = Decision(
            kind=kind, target=target, other=other, payload=dict(payload or {}), reason=reason.strip(), soft=soft,
            actor_id=actor.user_id, actor_name=actor.name.strip()[:150], at=at or timezone.now(),
            review_on=review_on,
        )  # fmt: skip
        prepare(made)
        made.save(force_insert=True)
        audit.record(
            f"decision.{kind}",
            made.target,
            actor,
            {"decision": made.pk, "sha256": audit.decision_hash(made)},
            made.at,
        )
        put_into_effect(made if kind != "close" else made.closes)
    return made


def put_into_effect(decision: Decision | None) -> None:
    """Bring what a decision touches up to date with the decisions that are open now."""
    if decision is None or decision.soft:
        return
    if decision.kind in (*STATEMENT_KINDS, "add"):
        if decision.kind == "add":
            write_added(decision)
        _derive_of(_mentions_of(decision))
    elif decision.kind == "not_subject":
        linked = _take_out(decision) if not _closed(decision) else _put_back(decision)
        concerned = Q(pk__in=linked.touched) | Q(mentions__key=decision.target)
        deriving.derive(list(Case.internal.filter(concerned).distinct()))
    elif decision.kind in (*PAIR_KINDS, "split_person", "split_case", "join_case"):
        linked = linking_step.link_around(_mentions_of(decision), decision.at)
        deriving.derive(list(Case.internal.filter(pk__in=linked.touched)))


def _take_out(decision: Decision) -> Linked:
    """Have a mention be no subject: it leaves its person, its case and the pairs; what is left is linked anew."""
    mention = Mention.internal.get(key=decision.target)
    beside = Q(source=mention.source_id) | Q(person=mention.person_id) | Q(case=mention.case_id)
    others = Mention.internal.filter(beside, current=True).exclude(pk=mention.pk)
    near = list(others.values_list("key", flat=True))
    Pair.internal.filter(Q(left=mention.key) | Q(right=mention.key)).delete()
    Mention.internal.filter(pk=mention.pk).update(current=False)
    return linking_step.link_around(near, decision.at)


def _put_back(decision: Decision) -> Linked:
    """Have a mention that was taken out be a subject again, with the ids it had, if its document still tells of it."""
    mention = Mention.internal.get(key=decision.target)
    if Statement.internal.filter(mention=mention, current=True).exists():
        for name, of in (("case", case_of), ("person", person_of)):
            if decision.payload[name]:
                setattr(mention, name, of(decision.payload[name]))
        mention.current, mention.scored = True, False
        mention.save(update_fields=["current", "scored", "case", "person"])
    return linking_step.link_new(decision.at)


def _mentions_of(decision: Decision) -> list[str]:
    if decision.kind in PAIR_KINDS:
        return [decision.target, decision.other]
    if decision.kind == "add":
        return [decision.target]
    if decision.kind in STATEMENT_KINDS:
        return list(Statement.internal.filter(key=decision.target).values_list("mention__key", flat=True))
    return [*decision.payload["mentions"], *decision.payload["others"]]


def _derive_of(mentions: Iterable[str]) -> None:
    deriving.derive(list(Case.internal.filter(mentions__key__in=list(mentions)).distinct()))


# ---- each kind: what must be right before it is stored


def _statement(made: Decision) -> None:
    row = (
        Statement.internal.filter(key=made.target)
        .select_related("mention")
        .order_by("-current", "-pk")
        .first()
    )
    if row is None:
        raise DecisionRefused(f"There is no statement {made.target!r}.")
    if made.kind == "correct":
        if "value" not in made.payload:
            raise DecisionRefused("To correct a statement, say the right value.")
        made.payload["value"] = _settled(row.field, made.payload["value"])
        _quote(made, row.mention)


def _add(made: Decision) -> None:
    mention = _mention(made.target)
    field = made.payload.get("field")
    if not isinstance(field, str) or "value" not in made.payload:
        raise DecisionRefused("To add a statement, say its field and its value.")
    value = made.payload["value"]
    if field in ("offences", "sentences", "orders"):
        if not isinstance(value, Mapping) or not value:
            raise DecisionRefused(f"A record of {field} is written as its parts with their values.")
        made.payload["value"] = {part: _settled(f"{field}.{part}", told) for part, told in value.items()}
    else:
        made.payload["value"] = _settled(field, value)
    pointer = made.payload.get("pointer")
    if pointer is not None:
        if pointer not in pointers(field):
            raise DecisionRefused(f"{pointer!r} is no place of {field}.")
        head = "/".join(str(pointer).split("/")[:3]) + "/"
        made.payload["beside"] = sorted(
            Statement.internal.filter(mention=mention, current=True, pointer__startswith=head).values_list(
                "key", flat=True
            )
        )
        if not made.payload["beside"]:
            raise DecisionRefused(
                f"There is no record at {head.rstrip('/')!r} to add to. Add the whole record."
            )
    elif field.startswith(("offences.", "sentences.", "orders.")):
        record = field.partition(".")[0]
        raise DecisionRefused(f"Say which of the {record} it belongs to: a pointer such as /{record}/0/….")
    _quote(made, mention)


def _quote(made: Decision, mention: Mention) -> None:
    """Check the spans that a person gives, and keep the words at them."""
    spans = made.payload.get("spans")
    if not spans:
        return
    text = SourceText.internal.get(pk=mention.source_id).text
    try:
        settled = [[int(start), int(end)] for start, end in spans]
    except (TypeError, ValueError) as error:
        raise DecisionRefused("Spans are pairs of numbers: where the words begin and end.") from error
    if not all(0 <= start < end <= len(text) for start, end in settled):
        raise DecisionRefused(f"The spans do not lie in the text, which has {len(text)} characters.")
    made.payload["spans"] = settled
    made.payload["quote"] = " … ".join(" ".join(text[start:end].split()) for start, end in settled)


def _settled(field: str, value: Any) -> Any:
    try:
        return settled(field, value)
    except ValueProblem as problem:
        raise DecisionRefused(str(problem)) from problem


def _mention(key: str) -> Mention:
    found = Mention.internal.filter(key=key).first()
    if found is None:
        raise DecisionRefused(f"There is no mention {key!r}.")
    return found


def _subject(key: str) -> Mention:
    mention = _mention(key)
    if not mention.current:
        raise DecisionRefused(f"{key} is no subject of its document now.")
    return mention


def _not_subject(made: Decision) -> None:
    mention = _subject(made.target)
    made.payload = {
        "person": mention.person.public_id if mention.person else "",
        "case": mention.case.public_id if mention.case else "",
    }


def _pair(made: Decision) -> None:
    if made.target == made.other:
        raise DecisionRefused("The two mentions are one and the same.")
    one, other = _subject(made.target), _subject(made.other)
    if made.kind == "same" and one.source_id == other.source_id:
        raise DecisionRefused("Two subjects of one document are never one person.")
    made.target, made.other = sorted((made.target, made.other))


def _split_person(made: Decision) -> None:
    try:
        person = person_of(made.target)
    except NoSuchCase as error:
        raise DecisionRefused(str(error)) from error
    _split(made, Mention.internal.filter(person=person, current=True), person.public_id)


def _split_case(made: Decision) -> None:
    case = _case(made.target)
    _split(made, Mention.internal.filter(case=case, current=True), case.public_id)


def _case(public_id: str) -> Case:
    try:
        return case_of(public_id)
    except NoSuchCase as error:
        raise DecisionRefused(str(error)) from error


def _split(made: Decision, mentions: Any, public_id: str) -> None:
    everyone = set(mentions.values_list("key", flat=True))
    given = made.payload.get("mentions")
    if not isinstance(given, list) or not given:
        raise DecisionRefused("Say which mentions are to be taken out.")
    if strangers := set(given) - everyone:
        raise DecisionRefused(f"{public_id} has no mention {', '.join(sorted(strangers))}.")
    if set(given) == everyone:
        raise DecisionRefused(f"These are all the mentions of {public_id}: nothing would be left.")
    made.target = public_id
    made.payload["mentions"] = sorted(given)
    made.payload["others"] = sorted(everyone - set(given))


def _join_case(made: Decision) -> None:
    one, other = _case(made.target), _case(made.other)
    if one.pk == other.pk:
        raise DecisionRefused("The two cases are one and the same.")
    made.target, made.other = one.public_id, other.public_id
    for name, case in (("mentions", one), ("others", other)):
        found = sorted(Mention.internal.filter(case=case, current=True).values_list("key", flat=True))
        if not found:
            raise DecisionRefused(f"No document tells of {case.public_id} now.")
        made.payload[name] = found


def _close(made: Decision) -> None:
    closed = Decision.internal.filter(pk=int(made.target)).first() if made.target.isdigit() else None
    if closed is None:
        raise DecisionRefused(f"There is no decision {made.target!r}.")
    if closed.kind == "close":
        raise DecisionRefused("What was taken back is decided anew, not by taking back the taking back.")
    if _closed(closed):
        raise DecisionRefused(f"Decision {closed.pk} was taken back already.")
    made.closes = closed


def _closed(decision: Decision) -> bool:
    return Decision.internal.filter(closes=decision.pk).exists()


def _other(made: Decision) -> None:
    if not made.target:
        raise DecisionRefused(f"“{made.kind}” needs what it is about.")


_PREPARE: Final[dict[str, Callable[[Decision], None]]] = {
    **dict.fromkeys(STATEMENT_KINDS, _statement),
    "add": _add,
    "not_subject": _not_subject,
    **dict.fromkeys(PAIR_KINDS, _pair),
    "split_person": _split_person,
    "split_case": _split_case,
    "join_case": _join_case,
    "close": _close,
}


# ---- statements that a person wrote


def write_added(decision: Decision) -> None:
    """Have the statements that an ``add`` decision makes be there as it says; none of them counts if it is closed."""
    mention = Mention.internal.get(key=decision.target)
    open_ = not _closed(decision)
    for n, (pointer, field, value) in enumerate(_parts(decision)):
        key = "t-" + hashlib.sha256(f"added\n{decision.target}\n{decision.pk}\n{n}".encode()).hexdigest()[:16]
        Statement.internal.update_or_create(
            key=key,
            mention=mention,
            origin="person",
            defaults={
                "pointer": pointer, "field": field, "value": value, "current": open_,
                "spans": decision.payload.get("spans", []), "quote": decision.payload.get("quote", ""),
                "beside": decision.payload.get("beside", []),
            },
        )  # fmt: skip


def _parts(decision: Decision) -> list[tuple[str, str, Any]]:
    field, value = decision.payload["field"], decision.payload["value"]
    number = FIRST_FREE * 10 + decision.pk
    if field in ("offences", "sentences", "orders"):
        return [
            (f"/{field}/{number}/{part}", f"{field}.{part}", told) for part, told in sorted(value.items())
        ]
    if pointer := decision.payload.get("pointer"):
        return [(pointer, field, value)]
    place = "/" + field.replace(".", "/")
    if field in ("posts", "courts", "investigation.bodies", "proceeding.standards"):
        place += f"/{number}"
    return [(place, field, value)]
