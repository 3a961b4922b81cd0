"""Who may be named, and what names do to the rest: no charge, the advisory list, surnames that are words, few of a rank."""

from __future__ import annotations

from typing import Any

import pytest
from tests.publication.making import FILLER, C, Made, Told, make

from peelian.publication.rules.orders import few_hold


def offence(words: str, stage: str, stage_words: str, **more: Any) -> dict[str, Any]:
    return {"offence": C(words, words), "title": C(words, words), "stage": C(stage, stage_words), **more}


def not_taken_further(text: str, stage_words: str, **more: Any) -> Made:
    subject = {
        "name": C("Osric Penhallow", "Osric Penhallow"),
        "force": C("kent", "Kent Police"),
        "offences": [offence("arson", "discontinued", stage_words)],
        **more,
    }
    return make(Told(text=text + FILLER, subjects=[subject]))


def test_nobody_is_named_of_whom_it_is_only_told_that_no_charge_was_brought() -> None:
    made = not_taken_further(
        "Osric Penhallow of Kent Police was accused of arson. No charge was brought.", "No charge was brought"
    )
    case = made.publish()
    party = case.parties[0]
    assert party.facts["name"].rule == "before_charge" and "Penhallow" not in case.to_json().decode()
    # What is told is true of a case that never came to a charge as well.
    told = " ".join(
        [party.offences[0].label("stage"), *(one.reason for one in party.offences[0].facts.values())]
    )
    assert "charge" not in told.casefold() and party.offences[0].label("stage") == "Not taken further"


@pytest.mark.parametrize(
    ("text", "stage_words", "more"),
    [
        (
            "Osric Penhallow of Kent Police, charged on 2 May 2024, faces no trial for arson: no evidence was offered.",
            "no evidence was offered",
            {"dates.charged": ("2024-05-02", "2 May 2024")},
        ),
        (
            "Osric Penhallow of Kent Police stood before Maidstone Crown Court for arson. No evidence was offered.",
            "No evidence was offered",
            {"courts": [C("Maidstone Crown Court", "Maidstone Crown Court")]},
        ),
    ],
)
def test_a_charge_that_came_to_court_and_was_dropped_is_still_a_ground(
    text: str, stage_words: str, more: dict[str, Any]
) -> None:
    made = not_taken_further(text, stage_words, **more)
    party = made.publish(on="2024-04-20").parties[0]
    assert party.facts["name"].rule != "before_charge"


def listed(words: str) -> Made:
    text = f"A misconduct meeting of Kent Police heard of PC Osric Penhallow. He {words}."
    subject = {
        "name": C("Osric Penhallow", "Osric Penhallow"),
        "force": C("kent", "Kent Police"),
        "proceeding": {
            "kind": C("misconduct_meeting", "misconduct meeting"),
            "finding": C("misconduct", "heard of"),
        },
        "barred": C(True, words),
    }
    return make(Told(text=text + FILLER, subjects=[subject]))


def test_the_advisory_list_is_not_public_and_names_nobody() -> None:
    advisory = listed("was put on the police advisory list").publish()
    assert advisory.parties[0].facts["name"].rule == "before_charge"
    assert advisory.parties[0].facts["barred"].rule == "advisory_list"
    barred = listed("will be put on the police barred list").publish()
    assert barred.parties[0].named
    # Being told of as one who will be put on a list is not being on it.
    assert barred.parties[0].facts["barred"].heading == "On, or to be placed on, the barred or advisory list"


@pytest.mark.parametrize("surname", ["Constable", "Read", "Kent", "Force", "Person", "Case", "Sergeant"])
def test_an_unnamed_officer_whose_surname_is_a_word_does_not_hold_the_case(surname: str) -> None:
    text = (
        f"PC {surname} of Kent Police was accused of arson, a special constable said. The case was read by the "
        f"sergeant of the force. Chief Constable Ada Thorne spoke of {surname.upper()}. {surname} went home."
    )
    subjects = [
        {
            "name": C(surname, f"PC {surname}"),
            "rank": C("special_constable", "special constable"),
            "force": C("kent", "Kent Police"),
            "offences": [offence("arson", "alleged", "accused")],
            "proceeding": {"kind": C("misconduct_meeting", "case"), "chair_role": C("sergeant", "sergeant")},
        }
    ]
    case = make(Told(text=text + FILLER, title=f"PC {surname} accused", subjects=subjects)).publish()
    assert not case.held, case.holds
    assert not case.parties[0].named
    quoted = " ".join(
        quote.text for party in case.parties for shown in party.facts.values() for quote in shown.quotes
    )
    assert surname not in quoted.replace("Kent Police", "") and surname.upper() not in quoted
    assert case.sources[0].title == "PC ▮▮▮ accused"


def test_a_surname_left_in_a_finished_text_is_still_found() -> None:
    from peelian.publication.secrets import Secrets

    secrets = Secrets()
    secrets.name("Constable")
    assert secrets.left_in(["PC Constable resigned."])
    assert secrets.left_in(["PC CONSTABLE resigned."])
    assert not secrets.left_in(
        ["A constable resigned.", "Special Constable Ada Thorne"], ["Special constable"]
    )
    secrets.name("Ada Read")
    assert secrets.left_in(["ada read resigned"]) and not secrets.left_in(["She had already read it"])


def test_an_acquittal_of_what_another_was_convicted_of_does_not_hold_the_case() -> None:
    text = (
        "PC Ada Thorne of Kent Police was convicted of arson on 2 April 2024 and jailed for two years. PC Osric "
        "Penhallow was cleared of arson, and a misconduct hearing on 3 May 2024 dismissed him for lying."
    )
    made = make(
        Told(
            text=text + FILLER,
            subjects=[
                {
                    "name": C("Ada Thorne", "Ada Thorne"),
                    "force": C("kent", "Kent Police"),
                    "sentenced_on": C("2024-04-02", "2 April 2024"),
                    "offences": [offence("arson", "convicted", "convicted")],
                    "sentences": [{"kind": C("imprisonment", "jailed"), "length": C("P2Y", "two years")}],
                },
                {
                    "name": C("Osric Penhallow", "Osric Penhallow"),
                    "force": C("kent", "Kent Police"),
                    "offences": [offence("arson", "acquitted", "cleared")],
                    "proceeding": {
                        "kind": C("misconduct_hearing", "misconduct hearing"),
                        "date": C("2024-05-03", "3 May 2024"),
                        "outcome": C("dismissed", "dismissed"),
                    },
                },
            ],
        )
    )
    case = made.publish()
    assert not case.held, case.holds
    assert case.parties[0].offences[0].title == "Arson: convicted"
    assert case.parties[1].offences[0].facts["title"].state == "withheld"


@pytest.mark.parametrize(
    ("rank", "force", "few"),
    [
        ("police_constable", "city_of_london", False),
        ("chief_inspector", "city_of_london", True),
        ("chief_inspector", "metropolitan", False),
        ("superintendent", "kent", True),
        ("superintendent", "metropolitan", False),
        ("chief_superintendent", "metropolitan", True),
        ("chief_inspector", None, True),
        ("inspector", None, False),
    ],
)
def test_a_rank_that_few_hold_is_told_of_nobody_unnamed(rank: str, force: str | None, few: bool) -> None:
    assert few_hold(rank, force) is few


@pytest.mark.parametrize(("kind", "named"), [("misconduct_meeting", False), ("misconduct_hearing", True)])
def test_of_the_days_of_somebody_whose_name_is_withheld_the_month_is_left(kind: str, named: bool) -> None:
    words = kind.replace("_", " ")
    text = f"PC Osric Penhallow of Kent Police was given a written warning by a {words} on 2 April 2024."
    subject = {
        "name": C("Osric Penhallow", "Osric Penhallow"),
        "force": C("kent", "Kent Police"),
        "proceeding": {
            "kind": C(kind, words),
            "date": C("2024-04-02", "2 April 2024"),
            "outcome": C("written_warning", "written warning"),
        },
    }
    case = make(Told(text=text + FILLER, subjects=[subject])).publish()
    shown = case.parties[0].proceedings[0].facts["date"]
    assert case.parties[0].named is named
    assert (shown.state, shown.value) == (("shown", "2024-04-02") if named else ("generalised", "2024-04"))
    assert ("2 April" in case.to_json().decode()) is named
    assert ("2024-04-02" in case.to_json().decode()) is named
