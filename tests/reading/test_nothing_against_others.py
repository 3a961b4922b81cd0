""" "No evidence of misconduct by other officers" clears nobody whom the page names."""

from __future__ import annotations

import pytest
from whole_pages import the_one

_CHARGED = "PC Dennis Orme, of Kent Police, was charged with theft on 4 May 2016. "


@pytest.mark.parametrize(
    "told",
    [
        "The IOPC found no evidence of misconduct by other officers.",
        "The IOPC looked at earlier contact and found no indication that any officer might have behaved in a way that would justify disciplinary action.",
    ],
)
def test_no_finding_of_the_named_one(told: str) -> None:
    proceeding = the_one(_CHARGED + told)["proceeding"]
    assert proceeding is None or proceeding["finding"] is None


def test_the_officer_of_whom_it_is_said_is_cleared() -> None:
    page = (
        "PC Dennis Orme, of Kent Police, chased a car. "
        "The IOPC found no indication that the officer had behaved in a way that would justify disciplinary action."
    )
    assert the_one(page)["proceeding"]["finding"] == "no_case"
