"""Seasons and "Monday week", who held a hearing, a special told by the way, an age that is no byline's date. All people are invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

SPECIAL = """Special fined

15 March 2019

{told}

Yannick Prewett, 27, {joined}. He was fined £200 for common assault at Leicester Magistrates' Court {when}.
"""


def subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("page", text)).to_dict()["subjects"]
    return found


def special(
    when: str = "last week", joined: str = "is a special constable with Leicestershire Police"
) -> Any:
    (found,) = subjects(SPECIAL.format(told="A man has been fined.", when=when, joined=joined))
    return found


@pytest.mark.parametrize(
    ("when", "day"), [("last autumn", "2018"), ("last summer", "2018"), ("this spring", "2019")]
)
def test_a_season_gives_the_year(when: str, day: str) -> None:
    assert special(when=when)["sentenced_on"] == day


def test_a_season_that_may_be_of_either_year_gives_none() -> None:
    page = SPECIAL.format(
        told="", when="last spring", joined="is a special constable with Leicestershire Police"
    )
    (found,) = subjects(page.replace("15 March", "15 November"))
    assert found["sentenced_on"] is None


def test_who_joined_as_a_special() -> None:
    assert (
        special(joined="joined the Leicestershire force as a special in 2016")["rank"] == "special_constable"
    )


TO_COME = """Sergeant faces panel

Friday, 10 November 2023

Sgt Emlyn Vartanian, 41, of Kent Police, who is non-operational, will go before a misconduct hearing on {day}.

"The allegations, if found proven, amount to gross misconduct and could justify dismissal," a notice says.
"""


@pytest.mark.parametrize(("day", "date"), [("Monday week", "2023-11-20"), ("Monday", "2023-11-13")])
def test_a_hearing_to_come(day: str, date: str) -> None:
    (found,) = subjects(TO_COME.format(day=day))
    assert found["proceeding"]["date"] == date
    assert (found["proceeding"]["finding"], found["proceeding"]["outcome"]) == ("pending", "pending")
    assert found["restricted"] is True


HELD = """Detective sergeant dismissed

7 May 2024

Detective Sergeant Ffion Gascoigne of Essex Police was convicted of dangerous driving in March.

Yesterday Chief Constable Henrietta Skelmersdale held an accelerated hearing at Boreham. DS Gascoigne attended. She was dismissed without notice.
"""


def test_the_chief_constable_who_held_the_hearing() -> None:
    (found,) = subjects(HELD)
    assert found["proceeding"]["chair"] == "Henrietta Skelmersdale"


def test_a_name_and_an_age_on_a_short_line_are_no_byline() -> None:
    page = "Traffic sergeant fined\n\nNigel Carraway, 51, of Heavitree,\na sergeant with Devon and Cornwall\nPolice, was fined £200 for speeding.\n"
    assert [s["name"] for s in subjects(page)] == ["Nigel Carraway"]


THROWN_OUT = """Officer out

8 July 2006

A Durham policeman who pocketed £400 found in a dealer's coat has been thrown out of {whom}.

Constable Graham Sleightholme, 38, pleaded guilty to theft at Teesside Crown Court. A charge of fraud was thrown out.
"""


@pytest.mark.parametrize("whom", ["the force", "Durham Constabulary"])
def test_an_officer_thrown_out_of_the_force_is_no_charge_thrown_out(whom: str) -> None:
    (found,) = subjects(THROWN_OUT.format(whom=whom))
    assert {o["offence"]: o["stage"] for o in found["offences"]} == {
        "theft": "convicted",
        "fraud": "discontinued",
    }
    assert found["proceeding"]["outcome"] == "dismissed"
