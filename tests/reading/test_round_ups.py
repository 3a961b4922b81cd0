"""Round-ups whose paragraphs open on one force after another. All people are invented."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read

ROUND_UP = """Police conduct this week

A former Derbyshire detective who looked up his ex-wife would have been dismissed had he not already quit, a panel ruled. Ex-DC Peter Lomas opened crime reports on 14 occasions.

A Nottinghamshire PCSO has been given a final written warning. Kayleigh Brand, who is based in Mansfield, sent racist messages to a WhatsApp group.

And in Leicestershire, PC Amir Dost was cleared of using excessive force on a shoplifter. The panel, led by legally qualified chair Oliver Trench, found the allegation not proven.

Sgt Neil Fanshawe, also of Leicestershire Police, was sacked without notice for drink driving. Magistrates had fined him £900 in June.
"""


def test_each_paragraph_is_a_case_of_its_own() -> None:
    subjects = read(Document("week", ROUND_UP)).to_dict()["subjects"]
    assert [(s["name"], s["rank"], s["force"], s["proceeding"]["outcome"]) for s in subjects] == [
        ("Peter Lomas", "detective_constable", "derbyshire", "would_have_been_dismissed"),
        ("Kayleigh Brand", "pcso", "nottinghamshire", "final_written_warning"),
        ("Amir Dost", "police_constable", "leicestershire", None),
        ("Neil Fanshawe", "sergeant", "leicestershire", "dismissed_without_notice"),
    ]
    assert [s["proceeding"]["chair"] for s in subjects] == [None, None, "Oliver Trench", None]


def test_one_story_with_officers_of_several_forces_is_no_round_up() -> None:
    text = """Detective jailed over leaks

A Kent Police detective, DC Peter Lomas, has been jailed for two years for leaking reports to a dealer.

Det Insp Ann Hurd, of Essex Police, who led the inquiry, said: "PC Lomas sold what he swore to keep."

Lomas, who had served with Surrey Police before, was dismissed without notice after a misconduct hearing in June.
"""
    subjects = read(Document("story", text)).to_dict()["subjects"]
    assert [(s["name"], s["force"], s["proceeding"]["outcome"]) for s in subjects] == [
        ("Peter Lomas", "kent", "dismissed_without_notice")
    ]


def test_the_three_are_all_of_three() -> None:
    text = """Two police officers have been sacked and a third given a final written warning after a man was punched.

PC Simon Hurst and PC Leah Grady were dismissed. Sergeant Alun Prosser, who failed to intervene, keeps his job.

The three, who all work at Swansea Central, were suspended by South Wales Police in May.
"""
    subjects = read(Document("three", text)).to_dict()["subjects"]
    assert [s["suspended"] for s in subjects] == [True, True, True]


SHAME = """The Met's year of shame

The Metropolitan Police has had another bruising year.

Commander Miles Trent - dismissed in March for refusing a drugs test.

PC Ashley Boone - jailed for 11 years in June after being convicted of rape.

Chief Supt Paul Irwin - given a final written warning in September for using a police car.

PC Sam Udall and PC Ryan Keogh - sacked without notice in November over racist posts.
"""


def test_a_rank_a_name_and_a_dash_open_an_entry() -> None:
    subjects = read(Document("year", SHAME)).to_dict()["subjects"]
    assert [(s["name"], (s["proceeding"] or {}).get("outcome"), len(s["offences"])) for s in subjects] == [
        ("Miles Trent", "dismissed", 0),
        ("Ashley Boone", None, 1),
        ("Paul Irwin", "final_written_warning", 0),
        ("Sam Udall", "dismissed_without_notice", 0),
        ("Ryan Keogh", "dismissed_without_notice", 0),
    ]


def test_a_panel_that_found_what_would_have_been_was_held() -> None:
    text = "Ex-PCs Dean Roper and Carl Hobday, of Surrey Police, would have been dismissed if they were still serving, a disciplinary panel found."
    subjects = read(Document("panel", text)).to_dict()["subjects"]
    assert [s["proceeding"]["kind"] for s in subjects] == ["misconduct_hearing", "misconduct_hearing"]
