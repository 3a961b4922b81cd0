"""Numbered reports of which only some paragraphs are about an officer."""

from __future__ import annotations

import pytest

from peelian.reading.cast import Cast, find_cast
from peelian.reading.page import Page
from peelian.reading.scan import Scan

REPORT = """Professional standards report to the Board

1. This report covers six months. In that time nine assessments were for gross misconduct.

2. Two misconduct hearings were held. On 16 May PC Rhys Matthern, Tenby, was dismissed without notice for racist messages. On 5 September Sergeant Elin Tudur received a final written warning; a panel found misconduct.

3. One special case hearing took place, on 20 July. PC Terence Oakham was dismissed.

4. Two officers received management advice.

5. A PCSO in Aberaeron resigned while under investigation for theft.
"""

LETTERED = """Inquiry into custody care

1. On 30 May a girl was held for 19 hours. Constable Three and Constable Four took her to Sergeant One.

2. The matter was looked into by the force.

3. Sergeant One: case to answer, failing to call an adult. Misconduct proven. Written warning.

4. Constables Three and Four: no case to answer.

5. PC Five, whose name was in the newspaper, was not on duty that weekend.
"""


def cast_of(text: str) -> Cast:
    page = Page(text)
    return find_cast(page, Scan(page))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("nine assessments", []),  # a paragraph that names nobody is nobody's
        ("Two misconduct", ["Rhys Matthern", "Elin Tudur"]),  # its first words are of all whom it names
        ("16 May", ["Rhys Matthern"]),
        ("a panel", ["Elin Tudur"]),
        ("One special", ["Terence Oakham"]),
        ("management", [None, None]),
        ("theft", [None]),
    ],
)
def test_each_paragraph_tells_of_those_it_names(words: str, names: list[str | None]) -> None:
    assert [p.name for p in cast_of(REPORT).who(REPORT.index(words))] == names


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("Written warning", ["Sergeant One"]),
        ("no case", ["Constable Three", "Constable Four"]),  # two labels under one plural
        ("looked into", []),
    ],
)
def test_officers_with_number_words(words: str, labels: list[str]) -> None:
    cast = cast_of(LETTERED)
    # of "PC Five" nothing is told
    assert sorted(p.label or "" for p in cast.subjects) == [
        "Constable Four",
        "Constable Three",
        "Sergeant One",
    ]
    assert [p.label for p in cast.who(LETTERED.index(words))] == labels


RANKED = """Kent Police
Misconduct outcomes: April to June 2022

{}
Lied about overtime. Honesty and integrity.
Dismissed without notice

{}
Failed to look into a burglary. Duties and responsibilities.
Written warning
"""


@pytest.mark.parametrize(
    ("first", "second", "ranks"),
    [
        # rank and place; rank, kind of hearing and date; rank alone
        ("PC, Hove", "DC, Lewes", ["police_constable", "detective_constable"]),
        (
            "PC 1234 - Misconduct hearing, 4 April 2022",
            "PCSO, Lewes - Misconduct meeting, 5 May 2022",
            ["police_constable", "pcso"],
        ),
        ("Police Constable", "Sergeant", ["police_constable", "sergeant"]),
        # a sentence is no heading
        ("The constable had lied to his sergeant.", "The sergeant wept at home.", []),
    ],
)
def test_entries_headed_by_a_rank(first: str, second: str, ranks: list[str]) -> None:
    """A rank that stands over an outcome heads an entry, with a name or without."""
    page = Page(RANKED.format(first, second))
    told = [p for p in find_cast(page, Scan(page)).subjects if p.region is not None]
    assert [p.rank.value for p in told if p.rank is not None] == ranks


NAME_FIRST = """Who went last year

1. Hester ALDWYCK-PYE, detective constable, Goole. Dismissed without notice in March for lying about a search.

2. Sgt Omar BRINDLE. Final written warning in April, after a misconduct hearing.

3. Joan TULLIVER. Special constable. Cautioned for theft and dismissed in May.

4. Peter TULLIVER, her husband, a PC in Selby. Written warning at a misconduct meeting in June.
"""


def test_an_item_may_open_with_the_name_and_go_on_with_the_rank() -> None:
    subjects = {p.name: p.rank and p.rank.value for p in cast_of(NAME_FIRST).subjects}
    assert subjects == {
        "Hester ALDWYCK-PYE": "detective_constable",
        "Omar BRINDLE": "sergeant",
        "Joan TULLIVER": "special_constable",
        "Peter TULLIVER": "police_constable",
    }
