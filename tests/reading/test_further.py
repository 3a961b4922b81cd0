"""Unnamed officers beside named ones: only those who cannot be the ones named."""

from __future__ import annotations

import pytest

from peelian.reading.cast import Cast, find_cast
from peelian.reading.further import overlaid
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.scan import Scan

LEAD = (
    "Constable sacked over custody death\n\n"
    "A police constable has been dismissed after a man died in custody.\n"
    "PC Alwyn Tremarrow, 34, of Borsetshire Police, was dismissed without notice at a misconduct hearing on 4 May 2017.\n"
    "PC Tremarrow had denied gross misconduct but the panel found it proved.\n"
)


def cast(words: str) -> Cast:
    page = Page(LEAD + words)
    return find_cast(page, Scan(page))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # a second officer with an outcome
        ("A second officer, who has not been named, received management advice.", [None]),
        # two others
        ("Two other officers were given written warnings.", [None, None]),
        # a rank that nobody named holds
        (
            "A detention officer was given a final written warning for failing to carry out checks.",
            ["police_staff"],
        ),
        # a case to answer told before its owner
        ("We found no case to answer for the duty inspector.", ["inspector"]),
        # the lead's constable is PC Tremarrow
        ("A constable of ten years' service was sacked last week.", []),
        # the rank of one named, told after a name
        ("PC Tremarrow, 34, then a detective constable, was cleared.", []),
        # who hears the case
        ("The superintendent found that misconduct was not proven.", []),
        # those found to have done right
        ("Two other officers were found to have acted properly.", []),
        # a witness
        ("Another officer told the hearing that he had been asked to change his statement.", []),
        # a name follows
        ("A second officer, PC Morwenna Hask, was cleared.", []),
        # the man's own conviction
        ("The man had been convicted of assaulting another officer.", []),
    ],
)
def test_further_officers(words: str, expected: list[str | None]) -> None:
    unnamed = [p for p in cast(words).subjects if p.name is None]
    assert [p.rank.value if p.rank else None for p in unnamed] == expected


def test_their_outcome_is_not_the_named_officers() -> None:
    words = "A second officer, who has not been named, received management advice. PC Tremarrow has appealed."
    found = cast(words)
    at = (LEAD + words).index("management advice")
    assert [p.name for p in found.who(at)] == [None]
    assert [p.name for p in found.who((LEAD + words).index("has appealed"))] == ["Alwyn Tremarrow"]


def test_overlaid_stretches_do_not_overlap() -> None:
    a, b = Person(name="A"), Person()
    assert overlaid([(0, 10, (a,)), (10, 20, (a,))], [(5, 12, (b,))]) == [
        (0, 5, (a,)),
        (5, 12, (b,)),
        (12, 20, (a,)),
    ]
    assert overlaid([(0, 10, (a,))], []) == [(0, 10, (a,))]
