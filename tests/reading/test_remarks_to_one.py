"""A judge's remarks to one defendant are told of that one: not of an officer cleared beside, of witnesses, of a shopkeeper compared."""

from __future__ import annotations

import pytest
from tests.reading.whole_pages import subjects, the_one

_REMARKS = """IN THE CROWN COURT AT LEEDS

R
-v-
MARTIN OAKDEN-FELL

SENTENCING REMARKS OF HIS HONOUR JUDGE TRASK
4 MARCH 2016

On 2 February the jury convicted you on Counts 1 and 2. Inspector Hallam, who was tried with you, was acquitted of perverting the course of justice.

PC Reed and PC Tolley gave evidence against you. They showed great courage. You showed none.

You are 41 and until your arrest you served with West Yorkshire Police.

On Count 1, assault occasioning actual bodily harm, 8 months' imprisonment. On Count 2, perverting the course of justice, 4 months, consecutive. The total is 12 months' imprisonment.
"""


def test_the_sentence_is_of_the_one_spoken_to() -> None:
    defendant, beside = subjects(_REMARKS)
    assert defendant["age"] == 41
    assert [o["offence"] for o in defendant["offences"]] == ["abh", "perverting_the_course_of_justice"]
    assert [s["length"] for s in defendant["sentences"]] == ["P12M"]
    assert beside["name"] == "Hallam"
    assert [o["stage"] for o in beside["offences"]] == ["acquitted"]
    assert beside["sentences"] == []


def test_all_of_two_defendants_are_spoken_to() -> None:
    found = subjects(
        "IN THE CROWN COURT AT DERBY\n\nR\n-v-\nOWEN TRELOAR-BANKS\nSUSAN MOSS\n\nSENTENCING REMARKS OF HER HONOUR JUDGE KEMBLE\n11 June 2023\n\n"
        "You were both police constables in the Derbyshire Constabulary. The jury convicted each of you of theft.\n\n"
        "You, Treloar-Banks, will go to prison for 14 months. You, Moss, will go to prison for 9 months."
    )
    assert [s["rank"] for s in found] == ["police_constable"] * 2
    assert [s["sentences"][0]["length"] for s in found] == ["P14M", "P9M"]


def test_they_after_witnesses_are_those_witnesses() -> None:
    found = subjects(
        "Two constables jailed over cell assault\n\nPC Owen Treloar and PC Susan Moss of Kent Police were jailed at Maidstone Crown Court on 4 May 2016 for theft.\n\n"
        "Sgt Reed and Insp Tolley gave evidence. They were praised by the judge.\n\nThey will serve nine months each."
    )
    assert [s["sentences"][0]["length"] for s in found] == ["P9M", "P9M"]


@pytest.mark.parametrize(
    "compared",
    [
        "His barrister told the court that last month a nurse who falsified a chart had been given a community order by the same judge.",
        "Counsel referred to a case in which a car salesman who lied to police was given a community order.",
        "The judge was reminded that in this court in the spring a door supervisor who did worse got a community order.",
    ],
)
def test_what_a_nurse_was_given_is_no_sentence_of_the_officer(compared: str) -> None:
    page = f"Sgt Paul Kestrel, 52, of Humberside Police, was jailed for nine months at Hull Crown Court on 9 May 2019 for theft.\n\n{compared}"
    assert [s["kind"] for s in the_one(page)["sentences"]] == ["imprisonment"]


def test_what_the_officer_was_given_is_told_though_said() -> None:
    page = (
        "Sgt Paul Kestrel, 52, of Humberside Police, admitted theft.\n\n"
        "Kestrel, the court heard, is a man who lied in March to the same court. He was given a community order."
    )
    assert [s["kind"] for s in the_one(page)["sentences"]] == ["community_order"]
