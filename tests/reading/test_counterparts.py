"""Whoever the officer of a lead did it for ("passed records to a private eye") is no officer when both are named in the next breath."""

from __future__ import annotations

import pytest
from whole_pages import subjects, the_one

_END = "\n\nHumberside Police said it would now bring disciplinary proceedings. He remains suspended."


@pytest.mark.parametrize(
    ("lead", "deed", "other"),
    [
        (
            "A detective constable passed police records to a private investigator, a jury has found.",
            "Martin Oakden gave Delia Frome the addresses of three families.",
            "Frome, 51, from Goole, was found guilty of encouraging or assisting an offence.",
        ),
        (
            "A police constable who helped a drug dealer has been convicted.",
            "Martin Oakden searched police computers for Delia Frome.",
            "Frome, 34, admitted conspiracy to supply cocaine. She worked as a cleaner for Humberside Police until 2009 but was not employed by any force at the time.",
        ),
        (
            "A PC who tipped off an old friend about police raids has been convicted.",
            "Martin Oakden, 38, had sent Delia Frome messages before three raids in Goole.",
            "Frome, 40, was convicted of money laundering.",
        ),
    ],
)
def test_the_verdict_is_of_the_officer_and_not_of_the_other(lead: str, deed: str, other: str) -> None:
    trial = "After a trial at Hull Crown Court, the Humberside Police officer, who is 38, was convicted of misconduct in public office."
    subject = the_one(f"Officer sold secrets\n\n{lead}\n\n{deed}\n\n{trial}\n\n{other}{_END}")
    assert (subject["name"], subject["age"], subject["suspended"]) == ("Martin Oakden", 38, True)
    assert [o["offence"] for o in subject["offences"]] == ["misconduct_in_public_office"]


def test_a_friend_who_works_for_the_police_is_told_of_too() -> None:
    found = subjects(
        "Constable gave records to friend\n\nA PC who passed records to a friend has been convicted.\n\n"
        "Ruth Garside gave Karl Venn, a detention officer at the same station, the details of a prisoner.\n\n"
        "Venn, 40, was convicted of misconduct in public office at Manchester Crown Court. Garside, 33, of Greater Manchester Police, was convicted of computer misuse."
    )
    assert [s["name"] for s in found] == ["Ruth Garside", "Karl Venn"]


def test_a_ranked_name_stays_though_it_comes_second() -> None:
    subject = the_one(
        "Sergeant groped friend\n\nA police sergeant has been sacked after he groped a friend.\n\nRuth Garside told Karl Venn to stop touching her at a party in Bury.\n\n"
        "Sgt Venn, 40, of Greater Manchester Police, was dismissed without notice on 4 May 2020."
    )
    assert subject["name"] == "Karl Venn"
