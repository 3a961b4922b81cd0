"""Details that identify only together, and words that look like a tie and are none."""

from __future__ import annotations

from typing import Any

import pytest
from tests.publication.making import FILLER, C, Made, Told, make


def convicted(words: str, offence: str = "rape", **more: Any) -> Made:
    """PC Osric Ward of a small station, jailed; the days of the conduct and of its report are told."""
    text = (
        f"PC Osric Ward of Kent Police, based at Thistlewick, was found guilty of {offence} on 3 March 2024 and jailed "
        f"for nine years. It began on 14 June 2022 and was reported on 19 June 2022. {words}"
    )
    subject = {
        "name": C("Osric Ward", "Osric Ward"),
        "rank": C("police_constable", "PC"),
        "force": C("kent", "Kent Police"),
        "posts": [C("Thistlewick", "Thistlewick")],
        "sentenced_on": C("2024-03-03", "3 March 2024"),
        "dates.conduct_from": C("2022-06-14", "14 June 2022"),
        "dates.reported": C("2022-06-19", "19 June 2022"),
        "offences": [
            {
                "offence": C(offence, offence),
                "title": C(offence, offence),
                "stage": C("convicted", "found guilty"),
            }
        ],
        "sentences": [{"kind": C("imprisonment", "jailed"), "length": C("P9Y", "nine years")}],
    }
    return make(Told(text=text + FILLER, subjects=[subject], **more))


def marked(words: str, kind: str, span: str) -> Made:
    return convicted(words, sensitive=[(kind, span)])


def test_the_days_of_the_conduct_and_the_station_go_where_a_tie_is_told() -> None:
    case = marked("The victim was his niece.", "victim_relationship", "his niece").publish()
    party = case.parties[0]
    assert party.named and party.lists["posts"][0].rule == "jigsaw"
    assert {name: party.facts[name].value for name in ("dates.conduct_from", "dates.reported")} == {
        "dates.conduct_from": "2022",
        "dates.reported": "2022",
    }
    assert party.facts["dates.reported"].rule == "jigsaw"
    data = case.to_json().decode()
    for words in ("niece", "Thistlewick", "14 June", "19 June", "2022-06-14", "2022-06-19"):
        assert words not in data, words
    # The trial was public: its days stay.
    assert party.get("sentenced_on") == "2024-03-03"


@pytest.mark.parametrize("words", ["Nothing is told of the victim.", ""])
def test_without_a_detail_of_the_victim_the_station_and_the_days_stay(words: str) -> None:
    party = convicted(words).publish().parties[0]
    assert party.get("dates.conduct_from") == "2022-06-14"
    assert party.lists["posts"][0].label == "Thistlewick"


@pytest.mark.parametrize("kind", ["victim_age", "victim_place"])
def test_small_details_together_weigh_as_much_as_a_tie(kind: str) -> None:
    made = marked("She was from Deal, aged 23.", kind, "aged 23" if kind == "victim_age" else "from Deal")
    # 1 for the detail, 1 for the station, 1 for the exact days: 3 together.
    assert made.publish().parties[0].lists["posts"][0].rule == "jigsaw"


@pytest.mark.parametrize(
    "words",
    [
        "The force worked with partner agencies.",
        "A neighbouring force looked into it.",
        "An electoral ward meeting was told.",
        "Its statutory partners were told.",
        "He had trained at a police academy.",
        "Osric Ward said nothing.",
    ],
)
def test_words_that_point_at_nobody_are_left(words: str) -> None:
    title = f"Outcome. {words}"
    assert convicted("", title=title).publish().sources[0].title == title
    assert convicted("", "stalking", title=title).publish().sources[0].title == title


@pytest.mark.parametrize(
    ("words", "by_law", "by_policy"),
    [
        ("It was his partner.", True, True),
        ("She was a partner of his for years.", True, True),
        ("She was his patrol partner.", True, False),
        ("She worked on Maple Ward.", True, False),
        ("She was on a hospital ward.", True, False),
    ],
)
def test_a_tie_of_work_is_masked_where_the_law_protects_and_a_tie_of_kin_always(
    words: str, by_law: bool, by_policy: bool
) -> None:
    told = [
        convicted("", offence, title=words).publish().sources[0].title != words
        for offence in ("rape", "stalking")
    ]
    assert told == [by_law, by_policy]
