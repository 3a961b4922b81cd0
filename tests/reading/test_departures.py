"""Suspension, restriction, resignation, retirement and the barred list."""

from __future__ import annotations

import pytest
from one_subject import read_one

CASES = [
    # from duty
    ("PC Holt has been suspended since her arrest.", "suspended", True),
    # a sentence that is suspended
    ("PC Holt was given ten months' imprisonment, suspended for two years.", "suspended", None),
    # not suspended
    ("PC Holt is not suspended.", "suspended", None),
    # restricted
    ("PC Holt was placed on restricted duties in May.", "restricted", True),
    # left
    ("PC Holt handed in her resignation last week.", "resigned", "resigned"),
    # did leave, told as a condition
    ("She would have been dismissed had she not resigned in June.", "resigned", "resigned"),
    # a sanction, not a resignation
    ("PC Holt was required to resign.", "resigned", None),
    # left with a pension
    ("Sgt Holt retired before the hearing.", "resigned", "retired"),
    # somebody else's description
    ("PC Holt robbed a retired teacher.", "resigned", None),
    # the barred list
    ("Her name will be added to the barred list held by the College of Policing.", "barred", True),
    # said to be kept off it
    ("She was not placed on the barred list.", "barred", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "expected"), CASES)
def test_departure(text: str, field: str, expected: object) -> None:
    """Each field is filled by what is said of the subject's service, and by nothing else."""
    cited = getattr(read_one(text), field)
    assert (cited.value if cited is not None else None) == expected


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("In February she left by resignation.", "resigned"),
        ("PC Holt stood down as a special constable after being charged.", "resigned"),
        ("She left the force by retirement in May.", "retired"),
        ("PC Holt left the service on a full pension.", "retired"),
        ("PC Holt stood down as captain of the force's team.", None),
    ],
)
def test_ways_to_leave(words: str, left: str | None) -> None:
    cited = read_one(words).resigned
    assert (cited.value if cited is not None else None) == left
