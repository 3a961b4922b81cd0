"""An oversight body that is said to have had no part in the investigation did not oversee it."""

from __future__ import annotations

import pytest
from whole_pages import the_one

_OWN = "Sgt Dennis Orme, of Kent Police, was jailed for two years at Maidstone Crown Court on 4 May 2021 for theft. "


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("The IOPC was not involved in the investigation, which was led by detectives.", None),
        ("The IOPC looked at an earlier complaint. It had no role in the theft inquiry.", None),
        ("The IOPC played no part in the case.", None),
        ("A complaint was referred to the IOPC, which took no part in the trial.", "iopc"),
        ("The IOPC investigated. The force had no role in the inquiry.", "iopc"),
    ],
)
def test_no_part_no_oversight(told: str, body: str | None) -> None:
    assert the_one(_OWN + told)["investigation"].get("oversight") == body


def test_an_oversight_body_that_had_no_part() -> None:
    told = "PC Ian Lamb of Kent Police was dismissed without notice at a misconduct hearing. {said}\n"
    for said in (
        "The Independent Office for Police Conduct said that it had not been involved.",
        "Under the IOPC's own definition this was an abuse of position.",
    ):
        assert the_one(told.format(said=said))["investigation"]["oversight"] is None
    part = the_one(told.format(said="The Independent Office for Police Conduct investigated."))
    assert part["investigation"]["oversight"] == "iopc"
