"""Who stands by an officer before a panel is no subject, and what that one asked for was not imposed."""

from __future__ import annotations

import pytest
from whole_pages import subjects, the_one

_OWN = "PC Tamsin Orme, 28, was dismissed without notice by Kent Police on 20 September 2018.\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "Her Federation friend, Sgt Carl Fell, said she had been a good officer and urged the chief to think again.",
        "Her police friend, Insp Carl Fell, asked the panel to impose a final written warning.",
        "DC Carl Fell, who accompanied her as her Federation friend, pleaded with the chair for a written warning.",
        "Her workplace representative, PC Carl Fell, begged Mrs Lane to let her off with a final written warning.",
        "Her barrister tried to persuade the panel to give her a final written warning.",
    ],
)
def test_a_friend_is_no_subject_and_asks_in_vain(told: str) -> None:
    subject = the_one(_OWN + told)
    assert subject["name"] == "Tamsin Orme"
    assert subject["proceeding"]["outcome"] == "dismissed_without_notice"


def test_what_was_asked_for_and_given_stands() -> None:
    subject = the_one(
        "PC Tamsin Orme of Kent Police was found guilty of gross misconduct on 20 September 2018.\n\n"
        "Her police friend asked the panel to impose a final written warning, and the panel agreed."
    )
    assert subject["proceeding"]["outcome"] == "final_written_warning"


def test_a_representative_with_an_own_case_is_its_subject() -> None:
    page = "Sgt Carl Fell, a Federation representative, was dismissed without notice by Kent Police on 20 September 2018."
    assert the_one(page)["name"] == "Carl Fell"


def test_an_officer_of_whom_a_panel_is_reminded_is_background() -> None:
    own, other = subjects(
        _OWN
        + "Her friend reminded the panel that PC Leo Varga had been given a final written warning in 2016."
    )
    assert own["proceeding"]["outcome"] == "dismissed_without_notice"
    assert (other["name"], other["background"]) == ("Leo Varga", True)
