"""Records under officers' names: blocks whose labels differ, date lines above the names, hearings that several share."""

from __future__ import annotations

import pytest

from peelian.reading.cast import Cast, find_cast
from peelian.reading.page import Page
from peelian.reading.scan import Scan

OUTCOMES = """Hearings in public, spring 2019

PS Adele Forsyth (collar number 731, Whitby)
Hearing: 4 & 5 March 2019, Northallerton
LQC: Piers Wantage
Matter: told a constable to change a log
Determination: Dismissed without notice

PC Glen Tarbuck (collar number 1182, Whitby)
Same hearing
Matter: changed the log
Determination: Misconduct. Written warning

DC Isla Renton (collar number 2210, Ripon)
Hearing: 11 April 2019, Northallerton
LQC: Piers Wantage
Matter: looked up a neighbour
Determination: Gross misconduct. Final written warning

Investigations: the first two officers, by the IOPC. DC Renton, by the Professional Standards Department.
"""

UPCOMING = """Hearings to come

Monday 3 May 2021, 10am
PC 5518 Ross Eddowes (Didcot)
Chair: Mrs June Aldiss
Alleged excessive use of force on a prisoner.

10 May 2021, 9.30am (two days)
Former PC 6120 Cara Nunn (last posted to Thame)
Chair: Mr Paul Lessing
Alleged sexual relationship with a witness.

17 May 2021, 10am
Sgt 4077 Keith Arbor (Roads Policing)
Accelerated hearing before the Chief Constable
Convicted of speeding.

The hearing of PC 8215 Tess Quorn, which was to begin on 26 April, has been put off.
"""


def cast_of(text: str) -> Cast:
    page = Page(text)
    return find_cast(page, Scan(page))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Hearing: 4",
            ["Adele Forsyth", "Glen Tarbuck"],
        ),  # "Same hearing" below: date and chair are both officers'
        ("LQC: Piers", ["Adele Forsyth", "Glen Tarbuck"]),
        ("told a constable", ["Adele Forsyth"]),  # what was done is not shared
        ("changed the log", ["Glen Tarbuck"]),
        ("Hearing: 11", ["Isla Renton"]),
        ("by the IOPC", ["Adele Forsyth", "Glen Tarbuck"]),  # "the first two officers"
    ],
)
def test_blocks_that_begin_with_other_labels(words: str, names: list[str]) -> None:
    cast = cast_of(OUTCOMES)
    assert [p.name for p in cast.subjects] == ["Adele Forsyth", "Glen Tarbuck", "Isla Renton"]
    assert [p.name for p in cast.who(OUTCOMES.index(words))] == names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Monday 3 May", "Ross Eddowes"),  # a date line above the name begins the section
        ("10 May", "Cara Nunn"),
        ("Accelerated", "Keith Arbor"),
        ("26 April", "Tess Quorn"),  # a last paragraph about one more hearing is a section of its own
    ],
)
def test_date_lines_above_the_officers(words: str, name: str) -> None:
    cast = cast_of(UPCOMING)
    assert [p.name for p in cast.subjects] == ["Ross Eddowes", "Cara Nunn", "Keith Arbor", "Tess Quorn"]
    assert [p.name for p in cast.who(UPCOMING.index(words))] == [name]
