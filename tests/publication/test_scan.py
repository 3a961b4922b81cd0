"""What a red team found: words that no reading marked, trials beside earlier convictions, titles that tell."""

from __future__ import annotations

from typing import Any

import pytest
from tests.publication.making import FILLER, C, Made, Told, make


def convicted(text: str, offence: str, words: str, **more: Any) -> Made:
    """PC Osric Penhallow, 41, convicted of an offence in a source in which no reading marked anything."""
    subject = {
        "name": C("Osric Penhallow", "Osric Penhallow"),
        "rank": C("police_constable", "PC"),
        "age": C(41, "41"),
        "force": C("kent", "Kent Police"),
        "sentenced_on": C("2024-04-11", "11 April 2024"),
        "offences": [
            {
                "offence": C(offence, words),
                "title": C(words, words),
                "stage": C("convicted", "found guilty of " + words),
            }
        ],
        "sentences": [{"kind": C("imprisonment", "jailed"), "length": C("P9Y", "nine years")}],
    }
    return make(Told(text=text + FILLER, subjects=[subject], **more))


def story(words: str) -> str:
    return f"PC Osric Penhallow, 41, of Kent Police, found guilty of {words}, was jailed for nine years on 11 April 2024."


@pytest.mark.parametrize("policy", ["cautious", "journalism"])
@pytest.mark.parametrize(
    ("words", "secrets"),
    [
        ("raping his 19-year-old niece", ["19", "niece"]),
        ("raping his 22 year old stepdaughter at her flat", ["22", "stepdaughter"]),
        ("raping his ex-partner's cousin, aged 23", ["aged 23", "ex-partner", "cousin"]),
        ("raping a nineteen-year-old, his wife's sister", ["nineteen", "wife", "sister"]),
        ("rape of a probationer at Redcar police station", ["probationer", "Redcar", "police station"]),
        ("rape of a colleague in Croydon custody suite", ["colleague", "Croydon", "custody suite"]),
        ("rape of a student officer at St Wilfrid's College", ["student officer", "Wilfrid"]),
    ],
)
def test_unmarked_words_that_point_at_a_victim_are_masked(
    words: str, secrets: list[str], policy: str
) -> None:
    case = convicted(story(words), "rape", words).publish(policy)
    assert not case.held and case.parties[0].named
    data = case.to_json().decode().casefold().replace("2024-04-19", "")
    assert [secret for secret in secrets if secret.casefold() in data] == []


def test_the_officers_own_age_is_still_quoted() -> None:
    case = convicted(story("rape"), "rape", "rape").publish()
    assert case.parties[0].label("age") == "41"
    assert "41" in case.parties[0].facts["age"].quotes[0].text


def test_policy_protects_the_victims_of_stalking_too_and_theft_masks_nothing() -> None:
    text = story("stalking") + " He lived with his girlfriend."
    words = "stalking his 31-year-old ex-wife"
    data = convicted(story(words), "stalking", words).publish().to_json().decode()
    assert "31-year-old" not in data and "ex-wife" not in data
    plain = convicted(
        text.replace("stalking", "theft"), "theft", "theft", title="Theft from his niece, 19, of Deal"
    )
    assert "niece" in plain.publish().to_json().decode()


@pytest.mark.parametrize(
    "title",
    [
        "Met officer who raped colleague at Croydon custody suite",
        "PC jailed for rape of probationers",
        "PC raped trainee at Redcar police station",
        "PC jailed for rape of flatmate",
    ],
)
def test_a_title_or_address_that_tells_a_workplace_is_not_shown(title: str) -> None:
    url = "https://paper.example/" + title.casefold().replace(" ", "-")
    case = convicted(story("rape"), "rape", "rape", title=title, url=url).publish()
    assert case.sources[0].title is None and case.sources[0].url is None
    assert title not in case.to_json().decode() and url not in case.to_json().decode()


def test_a_trial_beside_an_earlier_conviction_is_active_and_the_conviction_is_not_told() -> None:
    before = Told(
        text="PC Osric Penhallow of Kent Police was jailed for five years on 9 November 2023 after admitting theft."
        + FILLER,
        title="Kent constable jailed for theft",
        url="https://paper.example/constable-jailed-for-theft",
        published="2023-11-10",
        subjects=[
            {
                "name": C("Osric Penhallow", "Osric Penhallow"),
                "rank": C("police_constable", "PC"),
                "force": C("kent", "Kent Police"),
                "sentenced_on": C("2023-11-09", "9 November 2023"),
                "offences": [
                    {
                        "offence": C("theft", "theft"),
                        "title": C("theft", "theft"),
                        "stage": C("convicted", "admitting"),
                    }
                ],
                "sentences": [{"kind": C("imprisonment", "jailed"), "length": C("P5Y", "five years")}],
            }
        ],
    )
    now = Told(
        text="PC Osric Penhallow of Kent Police is on trial charged with perjury. The trial continues."
        + FILLER,
        title="Kent constable on trial for perjury",
        published="2024-05-10",
        subjects=[
            {
                "name": C("Osric Penhallow", "Osric Penhallow"),
                "rank": C("police_constable", "PC"),
                "force": C("kent", "Kent Police"),
                "offences": [
                    {
                        "offence": C("perjury", "perjury"),
                        "title": C("perjury", "perjury"),
                        "stage": C("charged", "charged"),
                    }
                ],
            }
        ],
    )
    case = make(before, now).publish()
    assert case.active and case.checks == ()
    assert [record.get("offence") for record in case.parties[0].offences] == ["perjury"]
    assert case.parties[0].sentences == ()
    data = case.to_json().decode().casefold()
    for words in ("theft", "five years", "p5y", "2023-11-09", "9 november", "jailed"):
        assert words not in data, words


def test_the_sentence_for_all_that_was_charged_still_ends_the_case() -> None:
    assert not convicted(story("theft"), "theft", "theft").publish().active


def acquitted(**more: Any) -> Made:
    subject = {
        "name": C("Osric Penhallow", "Osric Penhallow"),
        "force": C("kent", "Kent Police"),
        "offences": [
            {
                "offence": C(
                    "assault_occasioning_actual_bodily_harm", "assault occasioning actual bodily harm"
                ),
                "title": C(
                    "assault occasioning actual bodily harm", "assault occasioning actual bodily harm"
                ),
                "stage": C("acquitted", "not guilty"),
            }
        ],
    }
    text = "Osric Penhallow of Kent Police was found not guilty of assault occasioning actual bodily harm."
    return make(Told(text=text + FILLER, subjects=[subject], **more))


@pytest.mark.parametrize(
    "title",
    ["Kent officer cleared of assault", "PC did not attack man, jury finds", "Assaulting a man: PC cleared"],
)
def test_a_title_that_tells_a_withheld_charge_is_not_shown_nor_searched(title: str) -> None:
    made = acquitted(title=title, url="https://paper.example/pc-cleared-of-assault")
    case = made.publish()
    assert case.sources[0].title is None and case.sources[0].url is None
    assert "assault" not in case.search_text.casefold() and title not in case.search_text
    assert title in made.publish("journalism").search_text


def test_a_title_that_tells_no_charge_is_shown() -> None:
    assert acquitted(title="Kent officer cleared").publish().sources[0].title == "Kent officer cleared"


def test_a_case_in_which_nobody_may_be_shown_is_held() -> None:
    text = "In 2019 Osric Penhallow of Kent Police was dismissed."
    made = make(
        Told(
            text=text + FILLER,
            subjects=[{"background": True, "name": C("Osric Penhallow", "Osric Penhallow")}],
        )
    )
    case = made.publish()
    assert case.held and case.holds and not case.sources
    assert not made.publish("internal").held


def test_the_regime_goes_with_withheld_proceedings() -> None:
    text = "PC Osric Penhallow of Kent Police is charged with theft. In 2021 a misconduct hearing gave him a warning."
    subject = {
        "name": C("Osric Penhallow", "Osric Penhallow"),
        "force": C("kent", "Kent Police"),
        "offences": [
            {"offence": C("theft", "theft"), "title": C("theft", "theft"), "stage": C("charged", "charged")}
        ],
        "proceeding": {"kind": C("misconduct_hearing", "misconduct hearing"), "date": C("2021", "2021")},
    }
    made = make(Told(text=text + FILLER, subjects=[subject]))
    assert made.case.regime is not None
    case = made.publish()
    assert case.parties[0].proceedings[0].state == "withheld" and case.regime is None
    assert made.publish("internal").regime is not None
