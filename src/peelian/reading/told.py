"""What a page tells about proceedings, gathered once and then seen from the side of each subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, Protocol, TypeVar

from peelian.reading.appeal_answers import TribunalAppeal
from peelian.reading.calendars import calendar, kind_at
from peelian.reading.chair_fields import Chair
from peelian.reading.chairs import find_chairs
from peelian.reading.dates import Date
from peelian.reading.deeds_not_done import deeds_not_done
from peelian.reading.denials import find_denials
from peelian.reading.findings import Finding, find_findings
from peelian.reading.hearings import Hearing, find_hearings
from peelian.reading.labels import Field, fields_on
from peelian.reading.model import SubjectDraft
from peelian.reading.one_of_two_standards import Standard
from peelian.reading.outcomes import Outcome, carried_on, find_outcomes
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.standards import find_standards
from peelian.reading.told_too import told_too
from peelian.reading.tribunals import find_tribunal_appeals
from peelian.reading.tribunals_to_come import find_to_be_heard
from peelian.reading.whose_hearing import given_to_those_facing

# What is said of nobody in particular stands at a page's head or foot; no more of it than this is weighed.
_GENERAL: Final = 20
_LISTS: Final = ("hearing_outcome", "hearing_notice")


class _Told(Protocol):
    """Anything told of subjects."""

    @property
    def who(self) -> tuple[Person, ...]: ...


T = TypeVar("T", bound=_Told)


class ByPerson(Generic[T]):
    """Things told on a page: all of them, each subject's own, and the general ones told of nobody in particular."""

    __slots__ = ("_own", "all", "general")

    def __init__(self, items: Sequence[T]) -> None:
        self.all = items
        self._own: dict[Person, list[T]] = {}
        general = []
        for item in items:
            if not item.who:
                general.append(item)
            for person in item.who:
                self._own.setdefault(person, []).append(item)
        self.general = general if len(general) <= 2 * _GENERAL else general[:_GENERAL] + general[-_GENERAL:]

    def of(self, person: Person) -> list[T]:
        """What is told of one subject, in order."""
        return self._own.get(person, [])


@dataclass(slots=True)
class PlacedField:
    """A field of a notice with the subjects in whose part of the page its label stands."""

    field: Field
    who: tuple[Person, ...]


@dataclass(slots=True)
class PlacedDate:
    """A date with the subjects of whom the words around it tell."""

    date: Date
    who: tuple[Person, ...]


@dataclass(slots=True)
class Told:
    """Everything about proceedings that a page tells. ``joint`` are hearings that can have dealt with several."""

    prepared: Prepared
    hearings: ByPerson[Hearing]
    outcomes: ByPerson[Outcome]
    findings: ByPerson[Finding]
    chairs: ByPerson[Chair]
    standards: ByPerson[Standard]
    appeals: ByPerson[TribunalAppeal]
    fields: ByPerson[PlacedField]
    dates: ByPerson[PlacedDate]
    joint: list[Hearing]
    parts: tuple[int, int] | None
    named_chairs: set[str]
    by_sentence: dict[int, list[Hearing]]
    calendar: list[tuple[int, str]]

    def general_of(self, told: ByPerson[T], person: Person) -> list[T]:
        """What is told of nobody in particular; for an entry of a list only what heads or ends the list.

        What stands between entries, and belongs to none of them, is another entry's whose subject is
        not known.
        """
        if person.region is None or self.parts is None:
            return told.general
        first, last = self.parts
        return [g for g in told.general if not first <= _place(g) < last]


def _place(item: object) -> int:
    """Where a thing is told."""
    for name in ("start", "at"):
        if hasattr(item, name):
            return int(getattr(item, name))
    inner = getattr(item, "field", None) or getattr(item, "date", None)
    return inner.start if inner is not None else 0


@dataclass(slots=True)
class Side:
    """One subject's side of what is told: its draft and what tells of it. ``fields`` has the page's general ones too."""

    told: Told
    person: Person
    draft: SubjectDraft
    hearings: list[Hearing]
    outcomes: list[Outcome]
    findings: list[Finding]
    standards: list[Standard]
    appeals: list[TribunalAppeal]
    fields: list[Field] = field(default_factory=list)

    @property
    def prepared(self) -> Prepared:
        """The document."""
        return self.told.prepared

    @property
    def kind(self) -> str:
        """What kind of document it is; on a page of hearings to come and of others decided, what the subject's part is."""
        part = kind_at(self.told.calendar, self.person.anchor) if self.person.region is not None else None
        return part or self.told.prepared.masthead.kind


def gather(prepared: Prepared) -> Told:
    """Find everything about proceedings on a page."""
    fields = _with_cells(prepared, prepared.scan.once(fields_on))
    hearings = find_hearings(prepared)
    hearings = sorted([*hearings, *_of_type(prepared, fields, hearings)], key=lambda h: h.start)
    chairs = find_chairs(prepared, fields)
    findings = find_findings(prepared, hearings, fields) + find_denials(prepared, hearings)
    findings += deeds_not_done(prepared, {h.sentence for h in hearings if h.tense in ("held", "named")})
    findings.sort(key=lambda f: f.start)
    hearings = given_to_those_facing(prepared, hearings, findings)
    who = prepared.cast.who
    by_sentence: dict[int, list[Hearing]] = {}
    for h in hearings:
        by_sentence.setdefault(h.sentence, []).append(h)
    listed = prepared.masthead.kind == "hearing_outcome"
    return Told(
        prepared,
        ByPerson(hearings),
        ByPerson(
            told_too(prepared, carried_on(prepared, find_outcomes(prepared, hearings, fields), findings))
        ),
        ByPerson(findings),
        ByPerson(chairs),
        ByPerson(find_standards(prepared, fields)),
        ByPerson(find_tribunal_appeals(prepared, hearings) + find_to_be_heard(prepared, hearings)),
        ByPerson([PlacedField(f, who(f.label_start)) for f in fields]),
        ByPerson(
            [PlacedDate(d, who(d.start)) for d in prepared.dates if d.edtf and d.kind == "day"]
            if listed or _is_notice(prepared) or any(p.region for p in prepared.cast.subjects)
            else []
        ),
        _joint(hearings),
        _parts(prepared),
        {c.name for c in chairs if c.name},
        by_sentence,
        calendar(prepared.page) if prepared.masthead.kind in _LISTS else [],
    )


# What stands alone after "Type:" or in a column of that name.
_TYPES: Final = {
    "accelerated": "accelerated_hearing", "expedited": "accelerated_hearing", "fast track": "special_case_hearing", "fast-track": "special_case_hearing",
    "special case": "special_case_hearing", "misconduct": "misconduct_hearing", "gross misconduct": "misconduct_hearing",
    "hearing": "misconduct_hearing", "meeting": "misconduct_meeting",
}  # fmt: skip


def _of_type(prepared: Prepared, fields: list[Field], hearings: list[Hearing]) -> list[Hearing]:
    """Proceedings of which a notice's field of type gives only the kind ("Type: Accelerated")."""
    low = prepared.page.low
    full = {h.start for h in hearings if h.full}
    out = []
    for f in fields:
        words = low[f.start : f.end].lstrip()
        if f.name != "kind" or any(f.start <= at < f.end for at in full):
            continue
        found = next(
            (t for t in _TYPES if words.startswith(t) and not words[len(t) : len(t) + 1].isalpha()), None
        )
        if found is None:
            continue
        who = prepared.cast.who(f.start)
        out.append(
            Hearing(
                f.start, f.start + len(found), _TYPES[found], True, "named", who, prepared.page.sentence_index(f.start), False
            )
        )  # fmt: skip
    return out


# Columns of a table, and what a notice's label of that kind is called.
_COLUMNS: Final = {
    "date": "date", "type": "kind", "chair": "chair", "venue": "venue", "standards": "standards",
    "finding": "finding", "outcome": "outcome", "result": "outcome",
}  # fmt: skip


def _with_cells(prepared: Prepared, fields: list[Field]) -> list[Field]:
    """The fields of a page with the cells of its tables: a column's heading is the label of every cell below it."""
    taken = sorted((f.start, f.end) for f in fields)
    cells = [
        Field(_COLUMNS[kind], start, start, end)
        for p in prepared.cast.subjects
        if p.columns
        for kind, (start, end) in p.fields.items()
        if kind in _COLUMNS and not any(a < end and start < b for a, b in taken)
    ]
    return sorted([*fields, *cells], key=lambda f: f.start) if cells else fields


def _parts(prepared: Prepared) -> tuple[int, int] | None:
    """Where the first entry of a list begins and the last ends."""
    regions = [p.region for p in prepared.cast.subjects if p.region is not None]
    return (min(r[0] for r in regions), max(r[1] for r in regions)) if len(regions) > 1 else None


def _is_notice(prepared: Prepared) -> bool:
    return prepared.masthead.kind == "hearing_notice"


def _joint(hearings: list[Hearing]) -> list[Hearing]:
    """Hearings that can be those of others too: all of one kind, and held."""
    held = [
        h
        for h in hearings
        if h.who and h.tense in ("held", "named") and h.kind not in ("not_stated", "appeal_tribunal")
    ]
    if len({h.kind for h in held if h.full}) > 1 or any(p.role == "background" for h in held for p in h.who):
        return []
    return held[: 2 * _GENERAL]


def side_of(told: Told, person: Person, draft: SubjectDraft) -> Side:
    """One subject's side of what is told."""
    fields = [f.field for f in told.fields.of(person)] + [
        f.field for f in told.general_of(told.fields, person)
    ]
    return Side(
        told, person, draft, told.hearings.of(person), told.outcomes.of(person), told.findings.of(person),
        told.standards.of(person), told.appeals.of(person), fields,
    )  # fmt: skip
