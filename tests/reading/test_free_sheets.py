"""Free sheets, parish papers and what else their pages tell in words of their own."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("THE WREAKE PENNY SHEET   Issue 1,077   Weds 25 March 2020   TAKE ONE", "2020-03-25"),
        ("THE WREAKE ADVERTISER, No. 31, Friday 9 March 2018", "2018-03-09"),
    ],
)
def test_the_line_of_a_free_sheet_says_when_it_came_out(top: str, day: str) -> None:
    page = f"{top}\n\nSpecial admits theft\n\nSpecial Constable Sam Hurd, 40, of Kent Police, admitted theft before Maidstone magistrates."
    reading = read(Document("x", page)).to_dict()
    assert (reading["published"], reading["title"]) == (day, "Special admits theft")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ('The force said that the misconduct case against him would "go ahead without him".', "not_stated"),
        ("A misconduct process is now in train.", "not_stated"),
        ("Internal proceedings have begun.", "not_stated"),
        ("What happens to his job is now a matter for a misconduct panel.", "misconduct_hearing"),
    ],
)
def test_a_case_that_goes_on_is_pending(words: str, kind: str) -> None:
    page = f"PC fined\n\nKent News 25 March 2020\n\nPC Leo Marsh, of Kent Police, was fined £200 on Monday. {words}"
    (officer,) = read(Document("x", page)).to_dict()["subjects"]
    assert (officer["proceeding"]["kind"], officer["proceeding"]["outcome"]) == (kind, "pending")


def test_whoever_would_plead_not_guilty_denies() -> None:
    page = (
        "Detective in court\n\nKent Star 7 February 2023\n\nDC Ada Brack, 38, of Kent Police, indicated that she would plead "
        "not guilty to eleven counts of unauthorised access to computer material. Jurors had cleared her of a firearms charge."
    )
    (officer,) = read(Document("x", page)).to_dict()["subjects"]
    told = [(o["offence"], o["count"], o["plea"], o["stage"]) for o in officer["offences"]]
    assert ("computer_misuse", 11, "not_guilty", "charged") in told
    assert ("firearms", 1, None, "acquitted") in told


def test_a_third_defendant_may_be_an_officer() -> None:
    page = (
        "Sergeant guilty\n\nKent Star 7 February 2023\n\nSgt Tom Lee, 40, of Kent Police, was convicted of theft at Maidstone "
        "Crown Court.\n\nA third defendant, PC Amos Ridding, 29, had faced one count of misconduct in public office. The judge "
        "directed the jury to acquit him. He is resigned to a long wait."
    )
    officer = read(Document("x", page)).to_dict()["subjects"][1]
    assert [(o["offence"], o["stage"]) for o in officer["offences"]] == [
        ("misconduct_in_public_office", "acquitted")
    ]
    assert officer["resigned"] is None


def test_who_joined_the_special_constabulary_is_a_special() -> None:
    page = (
        "Volunteer sent pictures\n\nKent Star 7 February 2023\n\nLeo Marsh, 27, pleaded guilty to three charges of exposure "
        "at Maidstone Magistrates' Court.\n\nMr Marsh joined the Kent Special Constabulary in 2017. He handed back his uniform last autumn."
    )
    (officer,) = read(Document("x", page)).to_dict()["subjects"]
    assert (officer["rank"], officer["resigned"]) == ("special_constable", "resigned")


def test_numbers_of_two_named_in_one_breath() -> None:
    page = (
        "Two to face panel\n\nKent Star 7 February 2024\n\nPolice Constable Rosa Tilley (collar number 6318) and Detective "
        "Constable Aoife Hend, collar number 4402, of Kent Police, will attend a misconduct hearing on Monday."
    )
    subjects = read(Document("x", page)).to_dict()["subjects"]
    assert [s["collar_number"] for s in subjects] == ["6318", "4402"]
