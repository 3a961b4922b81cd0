"""Whose a hearing is that a sentence of its own tells of nobody: theirs who had a case to answer, and not his who had none.

"Officer A had a case to answer for gross misconduct. Officer B had none. |A hearing was held in June|": Officer A's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.findings import Finding
from peelian.reading.hearings import Hearing
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared

_HELD: Final = ("held", "named")
_SOMEBODY: Final = re.compile(r"\b(?:he|she|his|her|him|they|their|both|the officers?)\b")


def given_to_those_facing(
    prepared: Prepared, hearings: list[Hearing], findings: list[Finding]
) -> list[Hearing]:
    """``hearings`` with such of them told of whoever had a case to answer by then; in the same order."""
    if len(prepared.cast.subjects) < 2 or not any(f.value == "no_case" for f in findings):
        return hearings
    return [_given(prepared, h, findings) for h in hearings]


def _given(prepared: Prepared, h: Hearing, findings: list[Finding]) -> Hearing:
    if h.tense not in _HELD or not h.full or h.kind in ("not_stated", "appeal_tribunal") or len(h.who) != 1:
        return h
    before = [f for f in findings if f.start < h.start]
    cleared = _of("no_case", before) - _of("case_to_answer", before)
    facing = _of("case_to_answer", before) - _of("no_case", before)
    if h.who[0] not in cleared or not facing or _told_by_name(prepared, h):
        return h
    return replace(h, who=tuple(p for p in prepared.cast.subjects if p in facing))


def _of(value: str, findings: list[Finding]) -> set[Person]:
    return {p for f in findings if f.value == value for p in f.who}


def _told_by_name(prepared: Prepared, h: Hearing) -> bool:
    """Whether the sentence of a hearing, or the next of its paragraph, names whose it is, or says "his" or "their"."""
    page = prepared.page
    own = page.sentences[h.sentence]
    if _SOMEBODY.search(page.low, own.start, own.end):
        return True
    after = page.sentences[h.sentence + 1] if h.sentence + 1 < len(page.sentences) else own
    end = after.end if after.paragraph == own.paragraph else own.end
    person = h.who[0]
    return bool(prepared.cast.subjects_in(own.start, own.end)) or any(
        own.end <= m.start < end for m in person.mentions
    )
