"""Stories that open on so many officers or members of staff, and then name them."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

STAFF = """Union wins for dispatchers

Two control room operators who lost their jobs at Kent Police have been cleared.

UNISON members Bill Farthing and Sue Oxley were sacked in June 2018 for gross misconduct. Their appeals were allowed in October.
"""
PCSOS = """Three PCSOs sacked over pub crawl

Three police community support officers who drank on duty have been dismissed by Suffolk Constabulary.

Ann Lister (31), Tom Hallow (44) and Jo Prideaux (28) were caught on CCTV in Ipswich in May 2019.

A misconduct hearing was held on 3 September 2019. Lister and Hallow were dismissed without notice. Prideaux was given a final written warning.
"""
THIRD = """Pair of detectives jailed

Two detectives who took bribes were jailed yesterday at Hull Crown Court.

Frankie Brannigan, 44, got four years for bribery. Frank Brannigan, as he was to the judge, wept. Eric Vole, 51, got three years for the same offence.

A third man from the team, DC Ian Pask, was told that he had a case to answer and will face a misconduct hearing.
"""
HURT = """Two cops attacked

Two police officers were attacked with a bottle in Leeds city centre. Gary Dunn, 34, and Lee Mott, 29, both of Harehills, pleaded guilty to assaulting emergency workers at Leeds Crown Court and were jailed for six months.
"""
VICTIMS = """Warnings for pair

Two police constables who followed a bike before it crashed have been given written warnings.

Karl Mercer and Toby Shaw, both 15, died when they hit a parked van.

PC Dai Goodhew and PC Mair Mathias had been accused of gross misconduct. A panel in Cardiff found misconduct only.
"""


def _subjects(page: str) -> dict[str, dict[str, Any]]:
    return {s["name"]: s for s in read(Document("x", page)).to_dict()["subjects"]}


def test_members_of_staff_have_the_calling_that_the_opening_gives() -> None:
    found = _subjects(STAFF)
    assert {k: s["rank"] for k, s in found.items()} == {
        "Bill Farthing": "police_staff",
        "Sue Oxley": "police_staff",
    }


def test_as_many_as_the_opening_counted_are_named_in_one_breath() -> None:
    found = _subjects(PCSOS)
    assert {k: s["proceeding"]["outcome"] for k, s in found.items()} == {
        "Ann Lister": "dismissed_without_notice",
        "Tom Hallow": "dismissed_without_notice",
        "Jo Prideaux": "final_written_warning",
    }


def test_what_the_opening_tells_of_two_is_not_told_of_the_third() -> None:
    found = _subjects(THIRD)
    assert list(found) == ["Frank Brannigan", "Eric Vole", "Ian Pask"]
    assert found["Ian Pask"]["sentences"] == [] and found["Ian Pask"]["offences"] == []


def test_neither_attackers_nor_victims_are_the_officers_counted() -> None:
    assert _subjects(HURT) == {}
    assert list(_subjects(VICTIMS)) == ["Dai Goodhew", "Mair Mathias"]


@pytest.mark.parametrize(
    ("first", "second", "how_many"),
    [
        ("PC Chris Lee", "Sgt Christina Lee", 2),
        ("PC Dan Lee", "Sgt Danielle Lee", 2),
        ("PC Rob Lee", "PC Roberta Lee", 2),
        ("PC Neville Lee", "Nev Lee, 45,", 1),
    ],
)
def test_a_short_first_name_joins_two_mentions_and_never_two_people(
    first: str, second: str, how_many: int
) -> None:
    page = (
        f"Police sacked\n\nMedway Recorder\n9 March 2017\n\n{first} was dismissed without notice by Kent Police at a misconduct "
        f"hearing on Tuesday.\n\n{second} was given a final written warning, the panel said."
    )
    assert len(read(Document("x", page)).to_dict()["subjects"]) == how_many


def test_short_and_long_name_in_one_sentence_are_two_people() -> None:
    page = (
        "Police couple sacked\n\nMedway Recorder\n9 March 2017\n\nPC Jon Lee and his cousin, PC Jonathan Lee, of Kent Police, faced "
        "a misconduct hearing on Tuesday.\n\nPC Jon Lee was dismissed without notice. PC Jonathan Lee was given a final written warning."
    )
    told = {s["name"]: s["proceeding"]["outcome"] for s in read(Document("x", page)).to_dict()["subjects"]}
    assert told == {"Jon Lee": "dismissed_without_notice", "Jonathan Lee": "final_written_warning"}
