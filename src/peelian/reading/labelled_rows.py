"""Labelled rows of a notice that tells of a second officer too: "Decision ..." is of the one whom the label of the name names.

The notice is read as prose then (``records.notice`` is for one officer); its labels still speak of its own officer.
"""

from __future__ import annotations

from typing import Final

from peelian.reading.frame import Frame
from peelian.reading.persons import Person, Topics

_OF_THE_CASE: Final = frozenset({"standards", "finding", "outcome", "result"})
_FEWEST: Final = 2  # labels of a hearing on a page that is a notice
_OF_A_HEARING: Final = frozenset({"date", "type", "chair", "venue", *_OF_THE_CASE})


def of_labelled_rows(frame: Frame, persons: list[Person]) -> Topics:
    """The rows labelled as finding, outcome or standards, each with the one officer whom a row labelled as name names."""
    subjects = [p for p in persons if p.is_subject]
    if len(subjects) < 2 or len({r.label for r in frame.rows} & _OF_A_HEARING) < _FEWEST:
        return []
    named = {
        p
        for r in frame.rows
        if r.label == "name"
        for p in subjects
        for m in p.mentions
        if r.value <= m.start < r.end
    }
    if len(named) != 1:
        return []
    mine = next(iter(named))
    starts = [m.start for p in subjects if p is not mine for m in p.mentions]
    return [
        (r.start, r.end, (mine,))
        for r in frame.rows
        if r.label in _OF_THE_CASE and not r.alone and not any(r.start <= at < r.end for at in starts)
    ]
