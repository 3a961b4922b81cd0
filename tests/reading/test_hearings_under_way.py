"""Hearings that have begun and are not over, and findings whose sanction is awaited."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def proceeding(story: str) -> dict[str, object]:
    """The proceeding of the first subject of a report of Thursday 9 March 2023."""
    text = f"Panel hears of kick\n\nThe Mail, Thursday 9 March 2023\n\n{story}"
    told: dict[str, object] = read(Document("x", text)).to_dict()["subjects"][0]["proceeding"]
    return told


@pytest.mark.parametrize(
    "then",
    [
        "The panel will hear submissions on sanction in the morning. His barrister said he would ask the panel to consider a final written warning.",
        "The panel will now decide what sanction he should face. He could be dismissed.",
        "PC Alden's fate will be decided tomorrow.",
        "He will learn his punishment on Friday.",
    ],
)
def test_a_sanction_that_is_awaited_is_pending(then: str) -> None:
    told = proceeding(
        "PC Joel Alden, of Norfolk Constabulary, committed gross misconduct when he kicked a man, a misconduct panel ruled "
        f"today.\n\n{then}"
    )
    assert (told["finding"], told["outcome"]) == ("gross_misconduct", "pending")


def test_a_sanction_given_is_not_awaited() -> None:
    told = proceeding(
        "PC Joel Alden, of Norfolk Constabulary, was given a final written warning by a misconduct panel today for gross "
        "misconduct. The chair will publish what the panel decided."
    )
    assert told["outcome"] == "final_written_warning"


@pytest.mark.parametrize(
    ("story", "date"),
    [
        ("On the first day of a misconduct hearing in Wymondham on Wednesday, the panel heard that PC Joel Alden kicked a man. PC Alden denies it.", "2023-03-08"),
        ("PC Joel Alden, of Norfolk Police, kicked a man, a misconduct hearing was told. Opening the case on Tuesday, Mark Ley said he was drunk. It is expected to last three days.", "2023-03-07"),
        ("PC Joel Alden, of Norfolk Police, kicked a man, a misconduct hearing was told. He denies gross misconduct. It is listed for five days.", None),
    ],
)  # fmt: skip
def test_a_hearing_under_way_is_pending_and_dated_by_its_start(story: str, date: str | None) -> None:
    told = proceeding(story)
    assert (told["finding"], told["outcome"], told["date"]) == ("pending", "pending", date)


def test_an_officer_who_punched_a_colleague_is_no_victim() -> None:
    text = (
        "Officer punched colleague, hearing told\n\nPC Joel Alden, 34, of Norfolk Police, punched a colleague at a party, a "
        "misconduct hearing was told."
    )
    assert [s["name"] for s in read(Document("x", text)).to_dict()["subjects"]] == ["Joel Alden"]


@pytest.mark.parametrize(
    "told",
    [
        "Chief Constable Edwina Toll dismissed PC Joel Alden, of Norfolk Police, at an accelerated hearing on 8 March, finding gross misconduct.",
        "Having found gross misconduct, a misconduct panel dismissed PC Joel Alden, of Norfolk Police, on 8 March.",
    ],
)
def test_a_finding_in_a_participle(told: str) -> None:
    assert proceeding(told)["finding"] == "gross_misconduct"


def test_a_day_told_of_the_same_hearing_goes_before_its_month() -> None:
    told = proceeding(
        "PC Joel Alden, of Norfolk Police, will appear before a gross misconduct panel next month.\n\nThe hearing will open at "
        "Wymondham on 14 April and be chaired by John Tetbury-Imrie."
    )
    assert told["date"] == "2023-04-14"
