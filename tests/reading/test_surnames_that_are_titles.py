"""Surnames that are titles, ranks or counties too: whose it is, and when the word is only the word."""

from __future__ import annotations

import pytest
from whole_pages import subjects

TWO = (
    "PC Colin {name} and PC Zara Holloway of Kent Police were dismissed without notice at a misconduct hearing.\n\n"
    "Holloway, 27, did not attend. The chair said that a picture shared by {name} on duty was beneath contempt.\n\n"
    "{name}, 31, was convicted at Medway Magistrates' Court of theft and fined £200.\n"
)


@pytest.mark.parametrize("name", ["Judge", "Bishop", "Constable", "Marshal"])
def test_a_surname_that_is_a_title_stands_alone(name: str) -> None:
    his, hers = subjects(TWO.format(name=name))
    assert [o["offence"] for o in his["offences"]] == ["theft"]
    assert his["age"] == 31
    assert hers["offences"] == []
    assert hers["sentences"] == []


def test_the_judge_is_no_officer_of_that_name() -> None:
    (sergeant,) = subjects(
        "Sergeant Ann Judge, 40, of Kent Police admitted theft at Maidstone Crown Court. The Judge told her to wait. "
        "Judge Tom Lane adjourned the case. District Judge Farmer had sent it up.\n"
    )
    assert sergeant["name"] == "Ann Judge"


def test_a_county_that_is_a_surname_is_no_force() -> None:
    told = subjects(
        "Police misconduct hearings - results\n\nWest Yorkshire Police\nJanuary to March 2017\n\n"
        "PC 5560 Wyn Adler\nHearing of 6 March 2017. Chair: Mrs G. Kent-Olney.\nHe lied. Gross misconduct. Dismissed without notice.\n\n"
        "PC 4190 Tamsin Kent\nHearing of 16 January 2017. Chair: Mrs G. Kent-Olney (no relation).\n"
        "PC Kent told her tutor that she had passed. Gross misconduct. Final written warning.\n"
    )
    assert [s["force"] for s in told] == ["west_yorkshire", "west_yorkshire"]
