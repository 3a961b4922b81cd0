"""Cases for tests: readings in the guide's shape, made into case inputs by the room's own functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from peelian.casefile import CaseFile, CaseInput, Source, Statement, build, statements
from peelian.casefile.facts import Check, Fact, Mention, Party

EMPTY: dict[str, Any] = {
    "name": None,
    "label": None,
    "former": None,
    "rank": None,
    "collar_number": None,
    "age": None,
    "force": None,
    "posts": [],
    "residence": None,
    "joined": None,
    "offences": [],
    "courts": [],
    "sentenced_on": None,
    "sentences": [],
    "orders": [],
    "investigation": {"bodies": [], "oversight": None, "mode": None},
    "proceeding": None,
    "appeal": None,
    "suspended": None,
    "restricted": None,
    "resigned": None,
    "barred": None,
}
Told = tuple[Source, dict[str, Any]]


def subject(**fields: Any) -> dict[str, Any]:
    """A subject of a reading; what is not given is as the guide leaves it."""
    fields.setdefault("name", "Ada Thorne")
    fields.setdefault("rank", "police_constable")
    fields.setdefault("force", "kent")
    return {**EMPTY, **fields}


def offence(offence: str = "theft", stage: str = "convicted", **parts: Any) -> dict[str, Any]:
    title = parts.pop("title", offence.replace("_", " "))
    return {"offence": offence, "title": title, "count": None, "plea": None, "stage": stage, **parts}


def sentence(kind: str = "imprisonment", length: str | None = None, **parts: Any) -> dict[str, Any]:
    return {"kind": kind, "length": length, "suspended_for": None, "amount": None, "hours": None, **parts}


def order(kind: str, length: str | None = None, **parts: Any) -> dict[str, Any]:
    return {"kind": kind, "length": length, "amount": None, "hours": None, **parts}


def proceeding(kind: str = "misconduct_hearing", **parts: Any) -> dict[str, Any]:
    whole = dict.fromkeys(("date", "chair", "chair_role", "venue", "finding", "outcome"))
    return {"kind": kind, **whole, "standards": [], **parts}


def investigation(**parts: Any) -> dict[str, Any]:
    return {"bodies": [], "oversight": None, "mode": None, **parts}


def source(id: str = "s-1", published: str | None = None, **fields: Any) -> Source:
    return Source(id=id, published=published, **{"publisher": f"Paper {id}", "kind": "news", **fields})


def told(
    published: str | None = None, *, id: str = "s-1", of: dict[str, Any] | None = None, **fields: Any
) -> Told:
    """One source and the subject that it tells of."""
    return source(id, published, **(of or {})), subject(**fields)


Edit = Callable[[Statement], Statement]


def case(*tellings: Told, edit: Edit | None = None, written: Sequence[Statement] = ()) -> CaseInput:
    """A case of one person told by some sources. ``edit`` changes statements, ``written`` adds a person's."""
    mentions: list[Mention] = []
    for n, (one, who) in enumerate(tellings):
        (draft,) = statements({"subjects": [who]}, "", one.id)
        made = draft.of("p-1")
        some = tuple(edit(s) for s in made.statements) if edit else made.statements
        if n == 0 and written:
            some += tuple(msgspec.structs.replace(s, mention=made.key, source=one.id) for s in written)
        mentions.append(msgspec.structs.replace(made, statements=some))
    return CaseInput(id="c-1", sources=tuple(one for one, _ in tellings), mentions=tuple(mentions))


def wrote(field: str, value: Any, pointer: str | None = None) -> Statement:
    """A statement that a person wrote down."""
    at = pointer or "/" + field.replace(".", "/")
    return Statement(
        key=f"t-{field}-{value}", source="", mention="", pointer=at, field=field, value=value, origin="person"
    )


def decide(field: str, value: Any, status: str, new: Any = None) -> Edit:
    """An edit: give the statements of a field and value a status (and a new value, for a correction)."""

    def edit(statement: Statement) -> Statement:
        if statement.field != field or statement.value != value:
            return statement
        after = statement.value if new is None else new
        return msgspec.structs.replace(
            statement, status=status, value=after, decision="d-1", decided_by="reviewer"
        )

    return edit


def built(*tellings: Told, **how: Any) -> CaseFile:
    return build(case(*tellings, **how))


def party(*tellings: Told, **how: Any) -> Party:
    return built(*tellings, **how).parties[0]


def fact(field: str, *tellings: Told, **how: Any) -> Fact:
    """A single fact of the one party, or of its first record (``offences.stage``)."""
    one = party(*tellings, **how)
    if field in one.facts:
        return one.facts[field]
    head, _, part = field.partition(".")
    records = {
        "offences": one.offences,
        "sentences": one.sentences,
        "orders": one.orders,
        "proceeding": one.proceedings,
        "appeal": one.appeals,
    }[head]
    return records[0].facts[part]


def checks(rule: str, *tellings: Told, **how: Any) -> list[Check]:
    """What one rule says of a case."""
    return [one for one in built(*tellings, **how).checks if one.rule == rule]
