"""Whose an inquiry was: the force's own, which an oversight body only reviewed, or that body's."""

from __future__ import annotations

import pytest
from whole_pages import the_one

_PC = "PC Lena Harcastle-Boom"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (f"The investigation was the force's own. The IOPC only considered a review by the complainant. Kent Police must take {_PC}, who lost the tape, to a misconduct meeting.", "local"),
        (f"Kent Police investigated the complaint itself and found that {_PC} had a case to answer for misconduct. On review the IOPC agreed.", "local"),
        (f"The inquiry into {_PC} was carried out by Kent Police. The IOPC's role was limited to a review. She was given a written warning at a misconduct meeting.", "local"),
        (f"The IOPC investigated the complaint itself and found that {_PC} of Kent Police had a case to answer for misconduct.", "independent"),
        (f"The inquiry into {_PC} of Kent Police was carried out by the Independent Police Complaints Commission. She was given a written warning at a misconduct meeting.", "independent"),
    ],
)  # fmt: skip
def test_whose_inquiry_it_was(text: str, mode: str) -> None:
    assert the_one(text)["investigation"]["mode"] == mode


@pytest.mark.parametrize(
    "told",
    [
        f"Kent Police must take {_PC}, who lost the tape, to a misconduct meeting.",
        f"The IOPC upheld a review and directed Kent Police to put {_PC}, who is based at Dover, before a misconduct meeting.",
    ],
)
def test_who_must_be_taken_to_a_meeting_awaits_it(told: str) -> None:
    proceeding = the_one(told)["proceeding"]
    assert (proceeding["kind"], proceeding["outcome"]) == ("misconduct_meeting", "pending")


def test_an_oversight_body_is_no_chair() -> None:
    told = the_one(
        f"Kent Police's inquiry into {_PC} was overseen by the IOPC. She was dismissed at a misconduct hearing."
    )
    assert told["proceeding"]["chair"] is None
