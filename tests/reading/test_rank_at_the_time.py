"""The rank held when it happened goes before the one held now, if the page says which that was."""

from __future__ import annotations

import pytest
from whole_pages import subjects, the_one

_END = " was dismissed without notice by Kent Police on 4 May 2016."


@pytest.mark.parametrize(
    ("page", "rank"),
    [
        (f"Chief Inspector Ann Orme{_END} At the material time the officer was a temporary superintendent at Dover.", "superintendent"),
        (f"Insp Ann Orme{_END} At the time of the incident she was a sergeant at Dover.", "sergeant"),
        (f"Sergeant Dennis Orme{_END} He was a constable when he sent the messages.", "police_constable"),
        (f"Sergeant Dennis Orme{_END} The messages were sent in 2012, when he was a police constable at Deal.", "police_constable"),
        (f"Superintendent Ann Orme{_END} She gave the order on 14 May 2014, at which time she was carrying out the duties of chief superintendent.", "chief_superintendent"),
        ("Former Sergeant Dennis Orme, then an acting inspector with Kent Police, was found on 4 May 2016 to have committed gross misconduct.", "inspector"),
    ],
)  # fmt: skip
def test_the_rank_of_the_time(page: str, rank: str) -> None:
    assert the_one(page)["rank"] == rank


@pytest.mark.parametrize(
    "told",
    [
        "At the time of the incident he was with a constable, who gave evidence.",
        "He was a constable when he joined Dover in 2002.",
        "At the relevant time the officer was supervised by an inspector.",
        "At the time an inspector was in charge of the shift.",
    ],
)
def test_a_rank_of_another_time_or_person_is_not_taken(told: str) -> None:
    assert the_one(f"Sergeant Dennis Orme{_END} {told}")["rank"] == "sergeant"


def test_both_of_two_appellants_were_then_constables() -> None:
    found = subjects(
        "R v Orme and Fell [2014] EWCA Crim 9955\n\nCOURT OF APPEAL\nCRIMINAL DIVISION\n\nR E G I N A\nv\nDELROY ORME\nSIOBHAN FELL\n\nJ U D G M E N T\n\n"
        "1. On 23 November 2012, in the Crown Court at Preston, these appellants, both of whom were then constables in the Merseyside Police, were convicted of perverting the course of justice.\n\n"
        "2. Orme was sentenced to 12 months' imprisonment. Fell was sentenced to nine months' imprisonment. Their appeals are dismissed."
    )
    assert [s["rank"] for s in found] == ["police_constable", "police_constable"]
