"""A conviction quashed: what went with it, and a retrial, which is active proceedings until it has ended."""

from __future__ import annotations

from typing import Any

import pytest
from tests.publication.making import FILLER, C, Made, Told, make


def subject(stage: str, stage_words: str, **more: Any) -> dict[str, Any]:
    return {
        "name": C("Osric Penhallow", "Osric Penhallow"),
        "force": C("kent", "Kent Police"),
        "offences": [
            {"offence": C("arson", "arson"), "title": C("arson", "arson"), "stage": C(stage, stage_words)}
        ],
        **more,
    }


def quashed(after: str, *more: Told) -> Made:
    """Convicted and jailed in March 2023; quashed in May 2024, with ``after`` told of what comes next."""
    trial = Told(
        text="Osric Penhallow of Kent Police was jailed for five years for arson on 3 March 2023." + FILLER,
        title="Kent officer jailed for five years",
        url="https://paper.example/officer-jailed",
        published="2023-03-06",
        subjects=[
            subject(
                "convicted",
                "jailed",
                sentenced_on=C("2023-03-03", "3 March 2023"),
                sentences=[{"kind": C("imprisonment", "jailed"), "length": C("P5Y", "five years")}],
            )
        ],
    )
    appeal = Told(
        text=f"The Court of Appeal quashed the conviction of Osric Penhallow of Kent Police for arson. {after}"
        + FILLER,
        title="Conviction quashed",
        published="2024-05-02",
        subjects=[
            subject(
                "acquitted",
                "quashed",
                appeal={"kind": C("criminal", "Appeal"), "result": C("allowed", "quashed")},
            )
        ],
    )
    return make(trial, appeal, *more)


@pytest.mark.parametrize(
    "after",
    [
        "A retrial was ordered.",
        "He will face a re-trial next year.",
        "The judges directed that he be tried again.",
        "He had been convicted after a retrial in 2021; a further retrial was ordered.",
    ],
)
def test_a_retrial_is_active_and_the_first_verdict_is_not_told(after: str) -> None:
    case = quashed(after).publish(on="2024-06-01")
    assert case.active and case.noindex and case.checks == ()
    party = case.parties[0]
    assert party.named and party.offences[0].get("stage") == "charged"
    assert party.offences[0].get("offence") == "arson"
    assert party.sentences == () and party.appeals == ()
    data = case.to_json().decode().casefold()
    for words in (
        "convicted",
        "quashed",
        "jailed",
        "acquitted",
        "five years",
        "p5y",
        "2023-03-03",
        "3 march",
    ):
        assert words not in data, words


@pytest.mark.parametrize(
    "after",
    [
        "There will be no retrial.",
        "The prosecution did not seek a retrial.",
        "The judges ruled out a new trial.",
        "He thanked his family.",
    ],
)
def test_a_quashed_conviction_without_a_retrial_is_over(after: str) -> None:
    case = quashed(after).publish(on="2024-05-20")
    assert not case.active
    party = case.parties[0]
    assert party.offences[0].get("stage") == "acquitted"
    assert party.offences[0].facts["offence"].rule == "acquitted_charge"


def test_what_went_with_a_quashed_conviction_is_not_repeated() -> None:
    made = quashed("He thanked his family.")
    case = made.publish(on="2024-05-20")
    (sentence,) = case.parties[0].sentences
    assert sentence.state == "withheld" and sentence.rule == "acquitted_charge"
    assert case.parties[0].facts["sentenced_on"].state == "withheld"
    (told,) = made.publish("journalism", on="2024-05-20").parties[0].sentences
    assert told.title == "Jailed for 5 years (the conviction was quashed)"
    # It is no conviction, so nothing of it is or becomes spent.
    assert "spent_conviction" not in made.publish("journalism", on="2040-01-01").to_json().decode()


@pytest.mark.parametrize(
    "result",
    ["Osric Penhallow of Kent Police was found not guilty of arson at his retrial on 3 February 2025."],
)
def test_the_end_of_the_retrial_ends_it(result: str) -> None:
    end = Told(
        text=result + FILLER,
        published="2025-02-03",
        subjects=[subject("acquitted", "not guilty")],
    )
    made = quashed("A retrial was ordered.", end)
    assert made.publish(on="2025-02-20").active is False
    assert quashed("A retrial was ordered.").publish(on="2025-02-20").active is True


def test_a_retrial_without_a_result_is_nobodys_after_two_years() -> None:
    made = quashed("A retrial was ordered.")
    assert made.publish(on="2026-05-01").parties[0].named
    case = made.publish(on="2026-05-02")
    assert case.parties[0].facts["name"].rule == "charge_without_result"


def sentenced_elsewhere(*, same_source: bool) -> Made:
    """A dated charge, and a sentence that is told by a source of the charge or by another one alone."""
    charge = "Osric Penhallow of Kent Police was charged with arson on 5 January 2024."
    prison = "Osric Penhallow of Kent Police was jailed for two years on 3 March 2024."
    told = subject("charged", "charged")
    told["dates.charged"] = C("2024-01-05", "5 January 2024")
    passed = {
        "name": C("Osric Penhallow", "Osric Penhallow"),
        "force": C("kent", "Kent Police"),
        "sentenced_on": C("2024-03-03", "3 March 2024"),
        "sentences": [{"kind": C("imprisonment", "jailed"), "length": C("P2Y", "two years")}],
    }
    if same_source:
        return make(Told(text=f"{charge} {prison}{FILLER}", subjects=[told | passed], published="2024-03-04"))
    return make(
        Told(text=charge + FILLER, subjects=[told], published="2024-01-06"),
        Told(text=prison + FILLER, subjects=[passed], published="2024-03-04"),
    )


def test_a_sentence_that_another_source_tells_does_not_end_a_charge() -> None:
    assert sentenced_elsewhere(same_source=False).publish(on="2024-04-01").active
    assert not sentenced_elsewhere(same_source=True).publish(on="2024-04-01").active


def test_under_a_tribunal_that_was_won_the_finding_is_the_hearings() -> None:
    text = (
        "The Police Appeals Tribunal reinstated Osric Penhallow of Kent Police on 2 April 2024. A misconduct hearing had "
        "found gross misconduct."
    )
    told = {
        "name": C("Osric Penhallow", "Osric Penhallow"),
        "force": C("kent", "Kent Police"),
        "proceeding": {
            "kind": C("appeal_tribunal", "Police Appeals Tribunal"),
            "date": C("2024-04-02", "2 April 2024"),
            "finding": C("gross_misconduct", "gross misconduct"),
            "outcome": C("reinstated", "reinstated"),
        },
    }
    (record,) = make(Told(text=text + FILLER, subjects=[told])).publish().parties[0].proceedings
    assert record.facts["finding"].heading == "Finding appealed against"
    told["proceeding"]["outcome"] = C("dismissed", "reinstated")
    (record,) = make(Told(text=text + FILLER, subjects=[told])).publish().parties[0].proceedings
    assert record.facts["finding"].heading == "Finding"
