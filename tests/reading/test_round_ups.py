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


def test_entries_of_a_list_that_give_a_name_alone_or_a_code() -> None:
    found = read(
        Document(
            "x",
            "GONE IN A YEAR\nThe officers and staff Kent Police lost in 2017\n\nThe Stour Inquirer, 3 February 2018\n\n"
            "* Inspector Roderick Pascoe. A hearing in Deal ended on 27 September with a finding of gross misconduct; he would have been dismissed.\n\n"
            "* Melisande HART. Ran the front desk. She put her hand up to two counts of fraud at Exeter Crown Court in May: eight months, suspended for 18.\n\n"
            "* The person known as PC K. Drove while unfit through drugs and was fined £700 by Deal magistrates in May.\n\n"
            "* Sgt Petroc Lanyon. Dismissed without notice in December by a panel.\n\n"
            "And the one who stayed: DS Gwendolen Marsh. Accused of leaking a file, she was on restricted duties for a year. "
            "The case against her was found not proven on 18 December.\n",
        )
    ).to_dict()["subjects"]
    assert [s["name"] or s["label"] for s in found] == [
        "Roderick Pascoe",
        "Melisande HART",
        "PC K",
        "Petroc Lanyon",
        "Gwendolen Marsh",
    ]
    assert found[1]["offences"][0]["plea"] == "guilty"
    assert found[2]["offences"][0]["offence"] == "drug_driving"
    assert found[4]["restricted"] and found[4]["proceeding"]["finding"] == "not_proven"
    assert not any(s["restricted"] for s in found[:4])


def test_a_case_not_proven_is_a_panels_only_where_no_court_is_spoken_of() -> None:
    for verdict, finding in (("", "not_proven"), (" by the jury at Perth Sheriff Court", None)):
        found = read(
            Document(
                "x",
                f"Officer cleared\n\nDS Gwen Marsh, of Kent Police, was on restricted duties. The case against her was found not proven{verdict}.\n",
            )
        ).to_dict()["subjects"]
        assert ((found[0]["proceeding"] or {}).get("finding") if found else None) == finding


def test_a_numbered_list_whose_entries_open_with_names() -> None:
    found = read(
        Document(
            "x",
            "WHERE ARE THEY NOW?\n\nWaveney Gazette\nMonday, 9 March 2020\n\nWe have looked up five officers of Suffolk Police.\n\n"
            "1. Fabian Tollemache. The sergeant who ran the dog section pleaded guilty in 2018 to two counts of fraud.\n\n"
            "2. Constance Mehta-Rudd, who is now 31, was a constable in Bury until a panel dismissed her in April 2019.\n\n"
            '3. "Officer T". A detective sergeant, accused of fraud. A jury in Norwich acquitted T in May 2019.\n\n'
            "4. Dudley Ashworth-Kane. Never a policeman: he was a crime scene examiner. He resigned in November 2017.\n\n"
            "5. And Superintendent Beatrice Orford-Lane? Still there. It was decided that she had no case to answer.\n",
        )
    ).to_dict()["subjects"]
    assert [(s["name"] or s["label"], s["rank"]) for s in found] == [
        ("Fabian Tollemache", "sergeant"),
        ("Constance Mehta-Rudd", "police_constable"),
        ("Officer T", "detective_sergeant"),
        ("Dudley Ashworth-Kane", "police_staff"),
        ("Beatrice Orford-Lane", "superintendent"),
    ]
    assert found[3]["resigned"] == "resigned"
