"""Days and states told around a hearing: of other acts, of rules, of the page itself, of one that goes on without who left."""

from __future__ import annotations

from typing import Any

import pytest
from whole_pages import subjects, the_one

_PC = "PC Lena Harcastle-Boom of Kent Police"


def _proceeding(text: str) -> dict[str, Any]:
    found: dict[str, Any] = the_one(text)["proceeding"] or {}
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The misconduct panel recorded that former PC Lena Harcastle-Boom of Kent Police, who had handed in her notice in April, would have been dismissed.",
        f"A misconduct hearing is pending for {_PC}; papers were served on her in July 2022.",
        f"{_PC}, who gave up her badge in May 2020, was dismissed at a misconduct hearing.",
    ],
)
def test_the_day_of_another_act_is_not_the_hearings(text: str) -> None:
    assert _proceeding(text)["date"] is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{_PC} has been barred since 2018, when a misconduct hearing dismissed her.", "2018"),
        (f"{_PC} has been off sick since 2018. A misconduct hearing dismissed her.", None),
        (f"From May 2024 new rules apply. At a misconduct hearing in July {_PC} was dismissed.", "XXXX-07"),
        (f"A misconduct hearing opened in February 2019 and {_PC} was dismissed in March.", "2019-03"),
        (
            f'It was last summer that {_PC} sat through a misconduct hearing. "It hurts," she says in our issue of 6 February 2021. She got a final written warning.',
            "2020",
        ),
        (
            f"{_PC} was dismissed at a misconduct hearing earlier this year. This article was written in November 2017.",
            "2017",
        ),
        (
            f"A misconduct hearing has been told that {_PC} took a gift. The panel is expected to rule tomorrow.\n\nBy our reporter, 5 October 2023",
            "2023-10-06",
        ),
    ],
)
def test_the_day_of_the_hearing(text: str, date: str | None) -> None:
    assert _proceeding(text)["date"] == date


@pytest.mark.parametrize(
    ("text", "kind", "finding"),
    [
        (f"{_PC} has quit. A misconduct panel had been due to sit next week; it will now be an accelerated one, in her absence.", "accelerated_hearing", "pending"),
        (f"{_PC} resigned days before her misconduct hearing was due. It will go ahead in her absence.", "misconduct_hearing", "pending"),
        (f"{_PC} resigned days before her misconduct hearing was due.", "misconduct_hearing", None),
        (f"{_PC} was due before a misconduct hearing next week. It has been cancelled.", "misconduct_hearing", None),
        (f"{_PC} was due before a misconduct hearing next week. It has been put off until May.", "misconduct_hearing", "pending"),
        (f"The misconduct panel that heard the case of {_PC} has yet to reach a decision.", "misconduct_hearing", "pending"),
        (f"The misconduct hearing of {_PC}, about a missing gun, ends tomorrow.", "misconduct_hearing", "pending"),
    ],
)  # fmt: skip
def test_what_is_to_come_and_what_is_off(text: str, kind: str, finding: str | None) -> None:
    told = _proceeding(text)
    assert (told["kind"], told["finding"]) == (kind, finding)


def test_who_presides_in_brackets_is_the_chair() -> None:
    text = f"Three officers made up the board: Ch Supt Dominic Nethering (presiding), Supt Oscar Mbekwin and Supt Bethan Aldley. {_PC} was found by it to have lied and was required to resign."
    (told,) = subjects(text)
    assert (told["name"], told["proceeding"]["chair"]) == ("Lena Harcastle-Boom", "Dominic Nethering")


def test_the_friday_after_a_day_told() -> None:
    told = _proceeding(
        f"A misconduct hearing into {_PC} began on Monday 3 June 2019. On the Friday the panel dismissed her."
    )
    assert told["date"] == "2019-06-07"


def test_a_hearing_moved_to_a_later_day_is_to_come() -> None:
    told = _proceeding(
        f"A misconduct hearing for {_PC}, listed for 5 October 2020, was moved to 12 November 2020."
    )
    assert (told["date"], told["outcome"]) == ("2020-11-12", "pending")


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Tole's misconduct panel dismissed {_PC} in July 2017.",
        f"Insp Roy Gant took the misconduct meeting and imposed a written warning on {_PC}.",
        f"Silas Quarrington, who sat with Supt Joy Meakin and Ann Tole, told {_PC} that she would be dismissed. The misconduct hearing lasted a day.",
    ],
)
def test_who_sat_is_no_subject(text: str) -> None:
    told = the_one(text)
    assert told["name"] == "Lena Harcastle-Boom"
    assert told["proceeding"]["outcome"] is not None
