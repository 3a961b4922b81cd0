"""From the mentions of one person to a party: single facts, lists of words, and records.

Rejected statements count nowhere. A record whose identity was rejected (its offence, its kind) is gone
with all that hung on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

from peelian.casefile.facts import CaseInput, Fact, Mention, Party, Record, Statement
from peelian.casefile.prefer import Claim, claim_maker, fact, in_order, value_of
from peelian.casefile.records import Told, group
from peelian.casefile.values import contradict, key
from peelian.law.dates import DateError, earliest, latest

SINGLE: Final = (
    "name",
    "label",
    "rank",
    "former",
    "collar_number",
    "age",
    "force",
    "residence",
    "joined",
    "sentenced_on",
    "suspended",
    "restricted",
    "resigned",
    "barred",
    "investigation.oversight",
    "investigation.mode",
)
WORD_LISTS: Final = ("posts", "courts", "investigation.bodies")
RECORDS: Final = ("offences", "sentences", "orders", "proceeding", "appeal")
_PLURAL: Final = {"proceeding": "proceedings", "appeal": "appeals"}
_IDENTITY: Final = {"offences": "offence", "sentences": "kind", "orders": "kind"}
_STANDARDS: Final = "standards"

Maker = Callable[[Statement], Claim | None]


def parties(case: CaseInput) -> tuple[Party, ...]:
    """Every person of the case, those whose own matter it is first, then in order of first mention."""
    make = claim_maker(case.sources)
    published = {source.id: source.published or "9999" for source in case.sources}
    by_person: dict[str, list[Mention]] = {}
    for mention in sorted(
        case.mentions, key=lambda m: (published.get(m.source, "9999"), m.source, m.index, m.key)
    ):
        by_person.setdefault(mention.person, []).append(mention)
    found = [_party(case.id, person, mentions, make) for person, mentions in by_person.items()]
    return tuple(sorted(found, key=lambda party: party.background))


def _party(case: str, person: str, mentions: Sequence[Mention], make: Maker) -> Party:
    singles: dict[str, list[Claim]] = {}
    words: dict[str, list[Claim]] = {}
    told: dict[str, list[list[Told]]] = {field: [] for field in RECORDS}
    for mention in mentions:
        records: dict[str, dict[int, Told]] = {field: {} for field in RECORDS}
        lost = _lost(mention.statements)
        for statement in sorted(mention.statements, key=_in_place):
            claim = make(statement)
            if claim is None:
                continue
            head, _, part = statement.field.partition(".")
            if head in records and part:
                at = _place(statement.pointer) if head in _IDENTITY else 0
                if (head, at) in lost:
                    continue
                record = records[head].setdefault(at, Told(mention.key, at, {}))
                record.parts.setdefault(part, []).append(claim)
            elif statement.field in WORD_LISTS:
                words.setdefault(statement.field, []).append(claim)
            else:
                singles.setdefault(statement.field, []).append(claim)
        _surroundings(mention, records)
        for field, some in records.items():
            if some:
                told[field].append([some[at] for at in sorted(some)])
    changed = {
        appeal.mention
        for some in told["appeal"]
        for appeal in some
        if appeal.get("kind") == "criminal" and appeal.get("result") in ("varied", "allowed")
    }
    groups = {field: group(field, told[field]) for field in RECORDS}
    made = {
        field: tuple(
            _record(f"{case}/{person}/{_PLURAL.get(field, field)}/{n}", field, members, changed)
            for n, members in enumerate(groups[field], 1)
        )
        for field in RECORDS
    }
    facts = _single_facts(singles, groups["sentences"])
    return Party(
        person=person,
        background=all(mention.background for mention in mentions),
        facts=facts,
        lists={field: _word_facts(field, words[field]) for field in WORD_LISTS if field in words},
        offences=made["offences"],
        sentences=made["sentences"],
        orders=made["orders"],
        proceedings=made["proceeding"],
        appeals=made["appeal"],
        other_names=_other_names(facts),
    )


def _surroundings(mention: Mention, records: dict[str, dict[int, Told]]) -> None:
    """Give records what the rest of their source says about them: the day of sentence, how many are alike."""
    days = [s.value for s in mention.statements if s.field == "sentenced_on" and s.status != "rejected"]
    for field in ("sentences", "orders"):
        for record in records[field].values():
            record.day = days[-1] if days and isinstance(days[-1], str) else None
    alike = Counter(record.get("offence") for record in records["offences"].values())
    for record in records["offences"].values():
        record.alike = alike[record.get("offence")]


def _in_place(statement: Statement) -> tuple[str, int, str, str]:
    """Orders the statements of a mention, so that no input order matters."""
    return statement.field, _place(statement.pointer), statement.pointer, statement.key


def _place(pointer: str) -> int:
    """The number of the record in a pointer such as ``/offences/2/stage``; 0 if it has none."""
    for part in pointer.split("/"):
        if part.isdigit():
            return int(part)
    return 0


def _lost(statements: Iterable[Statement]) -> set[tuple[str, int]]:
    """The records of a mention whose identity was rejected and that no person gave another."""
    rejected: set[tuple[str, int]] = set()
    kept: set[tuple[str, int]] = set()
    for statement in statements:
        head, _, part = statement.field.partition(".")
        if _IDENTITY.get(head) == part:
            at = (head, _place(statement.pointer))
            (rejected if statement.status == "rejected" else kept).add(at)
    return rejected - kept


def _single_facts(singles: dict[str, list[Claim]], sentences: Sequence[Sequence[Told]]) -> dict[str, Fact]:
    passed = {told.mention for members in sentences for told in members}
    shared = {(one.mention, other.mention) for members in sentences for one in members for other in members}

    def sentenced_twice(one: Claim, other: Claim) -> bool:
        """Two days of sentence contradict unless the sources tell of different sentences."""
        pair = (one.statement.mention, other.statement.mention)
        if pair not in shared and passed.issuperset(pair):
            return False
        return contradict("sentenced_on", one.value, other.value)

    special = {"age": _ages_differ, "sentenced_on": sentenced_twice}
    found = {}
    order = {field: n for n, field in enumerate(SINGLE)}
    for field in sorted(singles, key=lambda name: (order.get(name, len(order)), name)):
        made = fact(field, in_order(singles[field]), contradicts=special.get(field))
        if made is not None:
            found[field] = made
    return found


def _word_facts(field: str, claims: Sequence[Claim]) -> tuple[Fact, ...]:
    """One fact for each item of a list of words: items of one list do not contradict each other."""
    items: dict[Any, list[Claim]] = {}
    for claim in claims:
        items.setdefault(key(field, claim.value), []).append(claim)
    made = [fact(field, in_order(some)) for some in items.values()]
    return tuple(one for one in made if one is not None)


def _record(id: str, field: str, members: Sequence[Told], changed: set[str]) -> Record:
    """One record of a party: each part's preferred value over all sources that tell of it.

    ``changed`` are the mentions that tell how an appeal changed the sentence: what they tell stands.
    """
    parts: dict[str, list[Claim]] = {}
    for member in members:
        for name, claims in member.parts.items():
            parts.setdefault(name, []).extend(claims)
    facts: dict[str, Fact] = {}
    settled = _settled(field, parts)
    now = settled.value if settled is not None else None
    for name, claims in parts.items():
        at = f"{field}.{name}"
        if name == _STANDARDS:
            facts[name] = _standards(at, claims)
            continue
        if settled is not None and settled.field == at:
            facts[name] = settled
            continue
        if field == "proceeding" and name == "finding" and now not in (None, "pending"):
            # Once the outcome is told, "still to be decided" is no finding any more.
            claims = [claim for claim in claims if claim.value != "pending"]
        aside: list[Claim] = []
        because = _BECAUSE.get((field, name), _AFTER_APPEAL)
        if field in ("sentences", "orders") and any(c.statement.mention in changed for c in claims):
            aside = [claim for claim in claims if claim.statement.mention not in changed]
            claims = [claim for claim in claims if claim.statement.mention in changed]
        if name in _MOMENTARY.get(field, ()) and now is not None:
            others = {m.mention for m in members if _moment(field, m) not in (None, now)}
            if field == "proceeding" and now != "pending":
                others = {m.mention for m in members if _moment(field, m) == "pending"}
            if name == "count":
                # One line for several charges in one source is a sum, where another lists them one by one.
                most = max(m.alike for m in members)
                others |= {m.mention for m in members if m.alike < most}
            aside = [claim for claim in claims if claim.statement.mention in others]
            claims = [claim for claim in claims if claim.statement.mention not in others]
        made = fact(at, in_order(claims), aside=in_order(aside), because=because)
        if made is not None:
            facts[name] = made
    facts = {name: facts[name] for name in sorted(facts, key=lambda one: (_ORDER.get(one, 99), one))}
    return Record(id=id, kind=_PLURAL.get(field, field).removesuffix("s"), facts=facts)


_ORDER: Final = {
    name: n
    for n, name in enumerate(
        "offence title count plea stage kind date chair chair_role venue finding outcome standards "
        "length suspended_for amount hours result".split()
    )
}
_MOMENTARY: Final = {"offences": ("count",), "proceeding": ("date",)}
"""Parts that belong to a moment: how many counts were charged is not how many were proved, and the day
for which a hearing was planned is not the day on which it was decided."""


_BECAUSE: Final = {
    ("offences", "count"): "It is the number for the stage that the matter has reached, told one by one.",
    ("proceeding", "date"): "It is the day of the decision; another was the day planned.",
}
_AFTER_APPEAL: Final = "It is what stands after the appeal."


def _settled(field: str, parts: dict[str, list[Claim]]) -> Fact | None:
    name = {"offences": "stage", "proceeding": "outcome"}.get(field)
    return None if name is None or name not in parts else fact(f"{field}.{name}", in_order(parts[name]))


def _moment(field: str, told: Told) -> Any:
    return told.get("stage" if field == "offences" else "outcome")


def _standards(field: str, claims: Sequence[Claim]) -> Fact:
    """The standards named in any source, as one list: naming one does not deny another."""
    named = list(dict.fromkeys(claim.value for claim in in_order(claims)))
    whole = value_of(named, claims)
    sources = "one source" if whole.sources == 1 else f"{whole.sources} sources"
    return Fact(
        field=field,
        value=named,
        why="decision" if whole.decision else "only",
        reason=f"All that are named, by {sources}.",
        preferred=whole,
    )


def _other_names(facts: dict[str, Fact]) -> tuple[str, ...]:
    held = []
    for field in ("name", "label"):
        if field in facts:
            held += [str(value.value) for value in facts[field].others]
    if "name" in facts and "label" in facts:
        held.append(str(facts["label"].value))
    return tuple(dict.fromkeys(held))


def _ages_differ(one: Claim, other: Claim) -> bool:
    """Whether two ages cannot be one person's, given the days on which each was published.

    41 in April and 42 the next March agree; 26 and 27 on one day, or on unknown days, do not.
    """
    first = _born(one.value, one.first, one.last)
    second = _born(other.value, other.first, other.last)
    if first is None or second is None:
        return bool(one.value != other.value)
    return first[1] < second[0] or second[1] < first[0]


@lru_cache(maxsize=4096)
def _born(age: Any, first: date | None, last: date | None) -> tuple[date, date] | None:
    """The days between which a person was born who had this age when the source was published."""
    if first is None or last is None or not isinstance(age, int):
        return None
    return _years_before(first, age + 1) + timedelta(1), _years_before(last, age)


def _years_before(day: date, years: int) -> date:
    year = max(day.year - years, 1)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def sources_of(party: Party) -> frozenset[str]:
    """The sources that tell anything of a party."""
    facts = [*party.facts.values(), *(one for some in party.lists.values() for one in some)]
    for records in (party.offences, party.sentences, party.orders, party.proceedings, party.appeals):
        facts += [one for record in records for one in record.facts.values()]
    return frozenset(
        citation.source
        for one in facts
        for value in (one.preferred, *one.others)
        for citation in value.citations
    )


def days_of(value: Any) -> tuple[date | None, date | None]:
    """The first and last day that a fact's EDTF value can mean; None where it is no date or has no year."""
    if not isinstance(value, str):
        return None, None
    try:
        return earliest(value), latest(value)
    except DateError:
        return None, None
