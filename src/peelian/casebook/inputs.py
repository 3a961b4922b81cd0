"""From rows to what a case file is computed from: statements with people's decisions applied to them.

Of several open decisions on one statement the newest holds. A statement that a person accepted or
corrected goes on counting when a newer reader no longer makes it; what a person added counts always.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils import timezone

from peelian.casebook.models import Case, Decision, Mention, Source, Statement
from peelian.casefile import facts

#: Decisions on statements, and what each makes of one.
STATUS: Final[dict[str, facts.Status]] = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}
#: Records that no current reading has begin at this number.
FIRST_FREE: Final = 10_000
_RECORD: Final = re.compile(r"^/(offences|sentences|orders)/(\d+)/")


@dataclass(slots=True)
class Told:
    """What is needed of the tables to compute some cases."""

    mentions: dict[int, list[Mention]] = field(default_factory=dict)
    statements: dict[int, list[Statement]] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)


def case_inputs(cases: Sequence[Case]) -> dict[int, facts.CaseInput]:
    """What each case is computed from, by the number of the case. Cases without a mention are left out."""
    told = _fetch([case.pk for case in cases])
    return {case.pk: _input(case, told) for case in cases if told.mentions.get(case.pk)}


def open_decisions_on(keys: Iterable[str]) -> dict[str, Decision]:
    """The newest open decision on each statement that has one."""
    found: dict[str, Decision] = {}
    wanted = list(keys)
    for start in range(0, len(wanted), 5000):
        some = Decision.internal.filter(
            target__in=wanted[start : start + 5000], kind__in=list(STATUS), closed_by=None
        )
        for decision in some.order_by("pk"):
            found[decision.target] = decision
    return found


def _fetch(cases: Sequence[int]) -> Told:
    told = Told()
    mentions = (
        Mention.internal.filter(case__in=cases, current=True)
        .select_related("source", "source__copy_of", "person")
        .order_by("source__public_id", "index", "key")
    )
    for mention in mentions:
        if mention.case_id is not None:
            told.mentions.setdefault(mention.case_id, []).append(mention)
    numbers = [m.pk for some in told.mentions.values() for m in some]
    by_mention: dict[int, list[Statement]] = defaultdict(list)
    for start in range(0, len(numbers), 5000):
        some = Statement.internal.filter(mention__in=numbers[start : start + 5000], current=True)
        for statement in some.order_by("pk"):
            by_mention[statement.mention_id].append(statement)
    told.statements = by_mention
    _add_upheld(numbers, told)
    told.decisions |= open_decisions_on(s.key for some in by_mention.values() for s in some)
    return told


def _add_upheld(mentions: Sequence[int], told: Told) -> None:
    """Add what no reader says any more and a person accepted or corrected."""
    for start in range(0, len(mentions), 5000):
        gone = list(
            Statement.internal.filter(
                mention__in=mentions[start : start + 5000], current=False, origin="reader"
            ).order_by("mention", "-reading", "pk")
        )
        if not gone:
            continue
        decisions = open_decisions_on({s.key for s in gone})
        by_mention: dict[int, list[Statement]] = defaultdict(list)
        for statement in gone:
            by_mention[statement.mention_id].append(statement)
        for number, old in by_mention.items():
            here = told.statements.setdefault(number, [])
            there = {s.key for s in here}
            for statement in old:
                decision = decisions.get(statement.key)
                if statement.key not in there and decision is not None and decision.kind != "reject":
                    statement.pointer = _settled(statement.pointer, _beside(statement, old), here)
                    here.append(statement)
                    there.add(statement.key)


def _beside(statement: Statement, others: Iterable[Statement]) -> list[str]:
    """The keys of the statements that stood in one record with this one."""
    match = _RECORD.match(statement.pointer)
    if match is None:
        return []
    same = [s for s in others if s.reading_id == statement.reading_id]
    return [s.key for s in same if s.pointer.startswith(match[0]) and s.key != statement.key]


def _settled(pointer: str, beside: Iterable[str], here: Sequence[Statement]) -> str:
    """The pointer with the number that its record has now: that of a statement it stood beside, else a free one."""
    match = _RECORD.match(pointer)
    if match is None:
        return pointer
    wanted = set(beside)
    for statement in here:
        now = _RECORD.match(statement.pointer)
        if now is not None and statement.key in wanted and now[1] == match[1]:
            return now[0] + pointer[match.end() :]
    number = int(match[2])
    return f"/{match[1]}/{number if number >= FIRST_FREE else number + FIRST_FREE}/{pointer[match.end() :]}"


def _input(case: Case, told: Told) -> facts.CaseInput:
    mentions = told.mentions[case.pk]
    sources = {m.source.public_id: as_source(m.source) for m in mentions}
    return facts.CaseInput(
        id=case.public_id,
        sources=tuple(sources[key] for key in sorted(sources)),
        mentions=tuple(_mention(m, told.statements.get(m.pk, ()), told.decisions) for m in mentions),
    )


def as_source(source: Source) -> facts.Source:
    """A row of sources as the case file has it."""
    return facts.Source(
        id=source.public_id,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        kind=source.kind,
        official=source.official,
        copy_of=None if source.copy_of is None else source.copy_of.public_id,
        removed=source.removed_at is not None,
        removed_on=None if source.removed_at is None else timezone.localdate(source.removed_at).isoformat(),
    )


def _mention(
    mention: Mention, statements: Sequence[Statement], decisions: Mapping[str, Decision]
) -> facts.Mention:
    return facts.Mention(
        key=mention.key,
        source=mention.source.public_id,
        person=mention.person.public_id if mention.person else "",
        index=mention.index,
        background=mention.background,
        statements=tuple(_statement(mention, s, decisions.get(s.key), statements) for s in statements),
    )


def _statement(
    mention: Mention, row: Statement, decision: Decision | None, others: Sequence[Statement]
) -> facts.Statement:
    pointer = row.pointer
    if row.origin == "person":
        pointer = _settled(pointer, row.beside, [s for s in others if s.origin == "reader"])
    value: Any = row.value
    if decision is not None and decision.kind == "correct":
        value = decision.payload["value"]
    spans, quote = row.spans, row.quote
    if decision is not None and decision.payload.get("spans"):
        spans, quote = decision.payload["spans"], decision.payload.get("quote", "")
    return facts.Statement(
        key=row.key,
        source=mention.source.public_id,
        mention=mention.key,
        pointer=pointer,
        field=row.field,
        value=value,
        spans=tuple((int(start), int(end)) for start, end in spans),
        quote=quote,
        origin="person" if row.origin == "person" else "reader",
        status="unreviewed" if decision is None else STATUS[decision.kind],
        decision=None if decision is None else str(decision.pk),
        decided_by=None if decision is None else decision.actor_name,
        reason=None if decision is None else decision.reason or None,
    )
