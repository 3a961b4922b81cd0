"""Records under officers' names: blocks whose labels differ, date lines above the names, hearings that several share."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
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


_WHO_IS_WHO = """OPERATION TURNSTONE: WHO'S WHO

East Anglian Courier, Wednesday 12 December 2012

DETECTIVE SUPERINTENDENT GORDON FARTHINGALE
Ran Norfolk's drugs squad. Convicted in March 2011 of bribery and jailed for nine years. Dismissed the following month.

PC TIMOTHY HARDACRE
Charged with theft in 2009. The case against him was dropped on the eve of trial.

MICHAEL 'MICKEY' DRAPER
The dealer whose complaint started it all. Serving 16 years for importation.

PC ROBERT SALLOW
The last man. Given a 12-month sentence for misconduct in public office.

DCI ANNABEL TREEMAN
The Suffolk detective brought in to investigate. Awarded the Queen's Police Medal in 2011.

JUDGE SIR NEVILLE CATCHPOLE
Tried all the cases.
"""


def test_who_is_who_tells_of_those_against_whom_something_is_told() -> None:
    told = {s["name"]: s for s in read(Document("x", _WHO_IS_WHO)).to_dict()["subjects"]}
    assert list(told) == ["GORDON FARTHINGALE", "TIMOTHY HARDACRE", "ROBERT SALLOW"]
    assert told["GORDON FARTHINGALE"]["rank"] == "detective_superintendent"
    assert [s["length"] for s in told["GORDON FARTHINGALE"]["sentences"]] == ["P9Y"]
    assert told["TIMOTHY HARDACRE"]["sentences"] == []
    assert all(s["force"] != "suffolk" for s in told.values())


def test_lines_below_the_named_are_cases_of_their_own() -> None:
    text = (
        "Every Thames Valley Police officer dismissed in 2022\n\n29 December 2022\n\n"
        "PC Ahmed Fallowfield\nThe Slough response officer was dismissed without notice on January 19 after he claimed overtime he did not work.\n\n"
        "PC Ivan Petrossian\nPetrossian tried to kiss a shoplifter. He was dismissed at a hearing in September.\n\n"
        "WHO KEPT THEIR JOBS?\n\nSgt Mike Dorrington, of Witney, got a final written warning in February for swearing at a child.\n\n"
        "A constable was given a written warning in May for failing to attend a domestic incident.\n\n"
        "Superintendent Ann Lee said the force had been given a warning.\n"
    )
    told = [
        (s["name"], s["rank"], s["proceeding"]["outcome"])
        for s in read(Document("x", text)).to_dict()["subjects"]
    ]
    assert told == [
        ("Ahmed Fallowfield", "police_constable", "dismissed_without_notice"),
        ("Ivan Petrossian", "police_constable", "dismissed"),
        ("Mike Dorrington", "sergeant", "final_written_warning"),
        (None, "police_constable", "written_warning"),
    ]


def test_answers_to_the_publics_questions_tell_of_nobody() -> None:
    text = (
        "Police misconduct: your questions answered\n\nWhat is gross misconduct?\nA breach so serious that dismissal would be justified.\n\n"
        "Can an officer who has resigned be dismissed?\nNo, but the panel can find that the officer would have been dismissed. He or she is then placed on the barred list.\n\n"
        "What is a final written warning?\nAn officer who commits further misconduct can expect to be dismissed.\n\n"
        "How many officers are dismissed each year?\nIn the year to March 2020, 150 officers were dismissed.\n"
    )
    assert read(Document("x", text)).to_dict()["subjects"] == []
