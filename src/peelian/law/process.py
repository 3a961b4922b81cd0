"""The process as a state machine: its stages, what each must record, and which may follow which.

A case can stand at several stages at once, one for each track: the criminal and the misconduct track
run side by side. Ask for the next stages of each. The stages and steps are data (stages.yaml,
transitions.yaml, record_fields.yaml); the rules on steps are in guards.py. A step that is not allowed
is returned too, with the reason: a caseworker may make an exception, which is then flagged.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from peelian.law.guards import Circumstances, Judgement, Status, judge
from peelian.law.vocabulary import Term, term, vocabulary

Track = Literal["coming_forward", "oversight", "criminal", "misconduct", "list", "publication"]
TRACKS: tuple[Track, ...] = ("coming_forward", "oversight", "criminal", "misconduct", "list", "publication")
"""The tracks of a case, in the order in which they usually begin."""


@dataclass(frozen=True, slots=True)
class RecordField:
    """One thing that a stage records: its id, title, kind of value, choices, and whether it must be there.

    `kind` is date, text, choice, yes_no, number, counts, person or document. `choices` are ids; where
    they come from a vocabulary of this room, `vocabulary` names it.
    """

    id: str
    title: str
    kind: str
    required: bool
    choices: tuple[str, ...]
    vocabulary: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: who decides, what is recorded on entering it, and under which regimes it exists (None: all).

    `proceeding` is the guide's id of the kind of proceeding, where the stage is one.
    """

    id: str
    title: str
    track: Track
    decided_by: tuple[str, ...]
    record: tuple[RecordField, ...]
    regimes: tuple[str, ...] | None
    proceeding: str | None
    starts: bool
    ends: bool
    note: str | None
    source: str
    verified: bool

    @property
    def must_record(self) -> tuple[RecordField, ...]:
        """What must be recorded on entering the stage."""
        return tuple(field for field in self.record if field.required)


@dataclass(frozen=True, slots=True)
class Transition:
    """One step from a stage to another, and whether the law allows it here.

    `why_not` says in plain words why a step is not allowed. `depends_on` names what is not known and
    would decide (regime, status, date, kind, outcome): such a step is offered. `judgements` are the
    rules that were asked. `verified` is false where the step or a rule that forbids it was not seen
    in a source: say "may".
    """

    start: str
    to: str
    title: str
    track: Track
    decided_by: tuple[str, ...]
    allowed: bool
    why_not: str | None
    depends_on: tuple[str, ...]
    record: tuple[RecordField, ...]
    judgements: tuple[Judgement, ...]
    source: str
    verified: bool

    @property
    def must_record(self) -> tuple[RecordField, ...]:
        """What must be recorded when the step is taken."""
        return tuple(field for field in self.record if field.required)


def _field(entry: Term, required: bool) -> RecordField:
    choices = entry.extra.get("choices", ())
    named = choices if isinstance(choices, str) else None
    listed = tuple(one.id for one in vocabulary(named)) if named else tuple(choices)
    return RecordField(entry.id, entry.name, entry.extra["kind"], required, listed, named, entry.source)


@cache
def stages() -> tuple[Stage, ...]:
    """Return every stage in the order of the process. Source: process reference, section 6."""
    everywhere = [one.id for one in vocabulary("record_fields") if one.extra.get("everywhere")]
    made = []
    for entry in vocabulary("stages"):
        extra = entry.extra
        required = list(extra["required"])
        others = [one for one in (*extra["record"], *everywhere) if one not in required]
        regimes = extra.get("regimes")
        made.append(
            Stage(
                id=entry.id,
                title=entry.name,
                track=extra["track"],
                decided_by=tuple(extra["who"]),
                record=tuple(
                    _field(term("record_fields", one), one in required)
                    for one in dict.fromkeys([*required, *others])
                ),
                regimes=tuple(regimes) if regimes else None,
                proceeding=extra.get("kind"),
                starts=bool(extra.get("start")),
                ends=bool(extra.get("end")),
                note=extra.get("note"),
                source=entry.source,
                verified=entry.verified,
            )
        )
    return tuple(made)


@cache
def _stages_by_id() -> dict[str, Stage]:
    return {one.id: one for one in stages()}


def stage(id: str) -> Stage:
    """Return the stage of that id. Raises `UnknownTerm` if there is none."""
    term("stages", id)
    return _stages_by_id()[id]


@cache
def _steps_from(current: str) -> tuple[Term, ...]:
    return tuple(entry for entry in vocabulary("transitions") if entry.extra["from"] == current)


def next_stages(
    current: str,
    *,
    regime: str | None = None,
    on: str | None = None,
    status: Status | None = None,
    former: bool | None = None,
    kind: str | None = None,
    outcome: str | None = None,
    consent: bool | None = None,
) -> tuple[Transition, ...]:
    """Return every step from a stage, in the order of the data, each allowed or not and why.

    `regime` is the regime that governs the case, `on` the EDTF date of the step, `status` officer,
    special or staff, `former` whether the person has left, `kind` the kind of proceeding that gave an
    outcome, `outcome` that outcome, `consent` whether the authority agreed to a resignation. What is
    not given is not known and forbids nothing. Source: process reference, section 6, and each rule's own. Raises `UnknownTerm`, `DateError`,
    and `ValueError` for a status that there is not.
    """
    stage(current)
    if status not in (None, *get_args(Status)):
        raise ValueError(f"no status {status!r}: officer, special or staff")
    if regime is not None:
        term("regimes", regime)
    if kind is not None:
        term("proceedings", kind)
    found = []
    for entry in _steps_from(current):
        to = stage(entry.extra["to"])
        case = Circumstances(
            stage=to.id,
            regime=regime,
            on=on,
            status=status,
            former=former,
            kind=kind,
            outcome=outcome,
            consent=consent,
        )
        judgements = tuple(judge(rule, case) for rule in entry.extra.get("guards", ()))
        against = [one for one in judgements if one.allowed is False]
        known = {
            "regime": regime,
            "date": on,
            "status": status,
            "former": former,
            "kind": kind,
            "outcome": outcome,
            "consent": consent,
        }
        open_ = [one for one in judgements if one.allowed is None]
        depends = dict.fromkeys(ask for one in open_ for ask in one.asks if known.get(ask) is None)
        found.append(
            Transition(
                start=current,
                to=to.id,
                title=to.title,
                track=to.track,
                decided_by=to.decided_by,
                allowed=not against,
                why_not="; ".join(str(one.why_not) for one in against) or None,
                depends_on=tuple(depends),
                record=to.record,
                judgements=judgements,
                source="; ".join([entry.source, *(one.source for one in against)]),
                verified=all(one.verified for one in against) if against else entry.verified,
            )
        )
    return tuple(found)


def step(current: str, to: str, **known: str | bool | None) -> Transition | None:
    """Return the step from one stage to another, or None if the process has no such step.

    `known` as for `next_stages`. Raises `UnknownTerm`, `DateError`.
    """
    stage(to)
    return next((one for one in next_stages(current, **known) if one.to == to), None)  # type: ignore[arg-type]
