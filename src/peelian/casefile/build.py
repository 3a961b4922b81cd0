"""The whole way: statements in, a case file out."""

from __future__ import annotations

from peelian.casefile.events import events
from peelian.casefile.facts import CaseFile, CaseInput
from peelian.casefile.parties import parties
from peelian.casefile.summary import summary, title


def build(case: CaseInput) -> CaseFile:
    """The case file of a case: parties, events in order, regime, checks, durations, title and summary.

    Pure: the same statements, decisions and sources give the same case file, in whatever order they
    come. Statements of a source that is not among ``case.sources`` count for nothing.
    """
    people = parties(case)
    sources = tuple(sorted(case.sources, key=lambda source: (source.published or "9999", source.id)))
    told = events(case.id, people, sources)
    return CaseFile(
        id=case.id,
        title=title(people),
        summary=summary(people),
        parties=people,
        sources=sources,
        events=told,
    )
