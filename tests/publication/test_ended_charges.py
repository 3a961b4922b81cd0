"""Charges whose court case ended in a sentence for others; and whoever is told as the chair of their own proceeding."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.publication.making import FILLER, C, Made, Told, make

from peelian.publication.rulings import Override

NAME = C("Osric Penhallow", "Osric Penhallow")


def count(offence: str, words: str, stage: str, told: str) -> dict[str, Any]:
    return {"offence": C(offence, words), "title": C(words, words), "stage": C(stage, told)}


def charge(published: str | None = "2022-08-30", *, alone: bool = False) -> Told:
    """The headline's word for it (harassment), and unless ``alone`` the count that the court convicted of."""
    text = (
        "Sergeant charged with harassing somebody. Osric Penhallow of Kent Police faces a count of stalking."
    )
    counts = [count("harassment", "harassing", "charged", "charged")]
    if not alone:
        counts.append(count("stalking", "stalking", "charged", "faces"))
    subject = {"name": NAME, "force": C("kent", "Kent Police"), "offences": counts}
    return Told(text=text + FILLER, published=published, subjects=[subject])


def sentence(published: str = "2023-02-10", length: str = "P8M", *, more: bool = False) -> Told:
    text = (
        "Osric Penhallow of Kent Police was jailed for eight months on 10 February 2023 after he admitted stalking. "
        "He is charged with arson and was dismissed after an accelerated misconduct hearing on 1 March 2023."
    )
    counts = [count("stalking", "stalking", "convicted", "admitted")]
    if more:
        counts.append(count("arson", "arson", "charged", "charged"))
    subject = {
        "name": NAME,
        "force": C("kent", "Kent Police"),
        "sentenced_on": C("2023-02-10", "10 February 2023"),
        "offences": counts,
        "sentences": [{"kind": C("imprisonment", "jailed"), "length": C(length, "eight months")}],
        "proceeding": {
            "kind": C("accelerated_hearing", "accelerated misconduct hearing"),
            "date": C("2023-03-01", "1 March 2023"),
            "outcome": C("dismissed", "dismissed"),
        },
    }
    return Told(
        text=text + FILLER,
        published=published,
        kind="hearing_outcome",
        official=True,
        publisher="Kent Police",
        subjects=[subject],
    )


def test_a_charge_whose_court_case_ended_in_a_sentence_is_over_and_not_told() -> None:
    case = make(charge(), sentence()).publish(on="2023-06-01")
    assert not case.active and not case.notices
    party = case.parties[0]
    assert party.sentences[0].state == "shown"
    assert {
        record.get("offence"): record.rule for record in party.offences if record.state == "withheld"
    } == {None: "charge_not_followed"}
    assert [r.get("offence") for r in party.offences if r.state == "shown"] == ["stalking"]
    assert "harass" not in case.to_json().decode().casefold()


def test_it_goes_with_a_spent_conviction() -> None:
    case = make(charge(), sentence()).publish(on="2026-06-01")
    party = case.parties[0]
    assert not case.active and party.offences == () and party.sentences == ()
    assert party.proceedings[0].get("outcome") == "dismissed"
    data = case.to_json().decode().casefold()
    assert [
        words for words in ("harass", "stalk", "charged", "jailed", "eight months") if words in data
    ] == []


@pytest.mark.parametrize(
    ("sources", "why"),
    [
        ((charge("2023-05-01"), sentence()), "it is told after the sentence"),
        ((charge(None), sentence()), "nobody knows when it was told"),
        ((charge(alone=True), sentence()), "nothing says that it is of the same court case"),
        ((charge(), sentence(more=True)), "the source of the sentence tells of a charge that stands"),
    ],
)
def test_a_charge_that_may_be_open_keeps_the_case_active(sources: tuple[Told, ...], why: str) -> None:
    assert make(*sources).publish(on="2023-06-01").active, why


def test_before_the_day_of_the_sentence_the_charge_is_open() -> None:
    assert make(charge(), sentence()).publish(on="2023-02-01").active


def chaired_by(chair: str) -> Made:
    text = f"Osric Penhallow of Kent Police was dismissed after a misconduct hearing on 2 May 2024 chaired by {chair}."
    subject = {
        "name": NAME,
        "force": C("kent", "Kent Police"),
        "proceeding": {
            "kind": C("misconduct_hearing", "misconduct hearing"),
            "date": C("2024-05-02", "2 May 2024"),
            "outcome": C("dismissed", "dismissed"),
            "chair": C(chair, f"chaired by {chair}"),
        },
    }
    return make(Told(text=text + FILLER, official=True, kind="hearing_outcome", subjects=[subject]))


@pytest.mark.parametrize(
    "chair", ["Osric Penhallow", "Mr OSRIC PENHALLOW", "Chief Constable Osric Penhallow"]
)
def test_whoever_chairs_their_own_proceeding_is_held(chair: str) -> None:
    case = chaired_by(chair).publish()
    assert case.held and case.parties == () and "told as the chair of their own proceeding" in case.holds[0]
    assert not chaired_by(chair).publish("internal").held


def test_another_chair_holds_nothing() -> None:
    case = chaired_by("Isolde Penhallow").publish()
    assert not case.held and case.parties[0].proceedings[0].get("chair") == "Isolde Penhallow"


def test_two_people_of_one_name_can_be_told_apart_by_decision() -> None:
    decided = Override(
        id="1",
        target="case",
        effect="show",
        rule="told_as_chair",
        reason="The force confirmed that they are two people.",
        by="carla",
        on=date(2024, 5, 20),
        review_on=date(2025, 5, 20),
    )
    assert not chaired_by("Osric Penhallow").publish(overrides=[decided]).held
