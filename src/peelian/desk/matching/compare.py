"""Two mentions side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Literal

from peelian.casebook.inputs import open_decisions_on
from peelian.casebook.models import Mention, SourceText, Statement
from peelian.desk.review import fields
from peelian.law import fold

Relation = Literal["agrees", "differs", "one"]


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says in a field: values in words, and the words of the document."""

    words: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One field of both mentions."""

    heading: str
    left: Said
    right: Said
    relation: Relation


def rows(left: Mention, right: Mention) -> list[Row]:
    """Every field that either mention tells, in the order in which people read them."""
    one, other = _said(left), _said(right)
    made = []
    for field in fields.ORDER:
        if field not in one and field not in other:
            continue
        a, b = one.get(field, Said()), other.get(field, Said())
        made.append(Row(_heading(field), a, b, _relation(a, b)))
    return made


def beginning(mention: Mention, length: int = 700) -> str:
    """How the document begins, so that a person need not open it for a plain pair."""
    text = SourceText.internal.get(pk=mention.source_id).text
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def _heading(field: str) -> str:
    record = field.partition(".")[0]
    name = {
        "offences": "Offence",
        "sentences": "Sentence",
        "orders": "Order",
        "appeal": "Appeal",
        "proceeding": "Hearing",
    }.get(record, "")
    told = fields.title(field)
    if not name or "." not in field or told.startswith(name):
        return told  # it names its record itself: "Offence as written"
    return f"{name}: {told.casefold()}"


def _said(mention: Mention) -> dict[str, Said]:
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    statements = list(Statement.internal.filter(mention=mention, current=True).order_by("pk"))
    decisions = open_decisions_on(s.key for s in statements)
    for statement in statements:
        decision = decisions.get(statement.key)
        if decision is not None and decision.kind == "reject":
            continue
        value: Any = decision.payload["value"] if decision and decision.kind == "correct" else statement.value
        told = (fields.words(statement.field, value), statement.quote, str(value))
        if told not in found[statement.field]:
            found[statement.field].append(told)
    return {
        field: Said(
            tuple(dict.fromkeys(words for words, _, _ in told)),
            tuple(quote for _, quote, _ in told if quote),
            tuple(value for _, _, value in told),
        )
        for field, told in found.items()
    }


def _relation(left: Said, right: Said) -> Relation:
    if not left.words or not right.words:
        return "one"
    if any(a.startswith(b) or b.startswith(a) for a in left.values for b in right.values):
        return "agrees"  # 2022-03 and 2022-03-24 may be one day
    shared = {fold(words) for words in left.words} & {fold(words) for words in right.words}
    return "agrees" if shared else "differs"
