"""The whole way: statements in, a case file out."""

from __future__ import annotations

from typing import Final

from peelian.casefile.checks import Subject, run
from peelian.casefile.durations import durations
from peelian.casefile.events import about, events
from peelian.casefile.facts import CaseFile, CaseInput, Check, Duration
from peelian.casefile.parties import parties
from peelian.casefile.regime import regime
from peelian.casefile.summary import summary, title

_GRAVITY: Final = {"error": 0, "warning": 1, "note": 2}


def build(case: CaseInput) -> CaseFile:
    """The case file of a case: parties, events in order, regime, checks, durations, title and summary.

    Pure: the same statements, decisions and sources give the same case file, in whatever order they
    come. Statements of a source that is not among ``case.sources`` count for nothing.
    """
    people = parties(case)
    sources = tuple(sorted(case.sources, key=lambda source: (source.published or "9999", source.id)))
    told = events(case.id, people, sources)
    main = [person for person in people if not person.background]
    governing = {person.person: regime(person, told) for person in main}
    checks: list[Check] = []
    lengths: list[Duration] = []
    for person in main:
        own = about(person, told)
        checks += run(Subject(case.id, person, own, governing[person.person], sources))
        lengths += durations(person.person, own)
    return CaseFile(
        id=case.id,
        title=title(people),
        summary=summary(people),
        parties=people,
        sources=sources,
        events=told,
        checks=tuple(sorted(checks, key=lambda one: _GRAVITY[one.severity])),
        durations=tuple(lengths),
        regime=governing[main[0].person] if main else None,
    )
