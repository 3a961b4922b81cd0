"""Each rule with a case that it stops and one that it lets pass."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.publication.making import FILLER, C, Made, Told, dismissed, make

from peelian.publication.rulebook import policies, rules
from peelian.publication.rules.privacy import town_of
from peelian.publication.rulings import Restriction


def story(text: str, subject: dict[str, Any], **more: Any) -> Made:
    return make(Told(text=text + FILLER, subjects=[subject], **more))


NAME = C("Osric Penhallow", "Osric Penhallow")


def hearing(**parts: Any) -> dict[str, Any]:
    return {"kind": C("misconduct_hearing", "misconduct hearing"), **parts}


def test_every_rule_has_a_source_and_every_policy_only_known_rules() -> None:
    assert all(rule.source and rule.reason and rule.title for rule in rules().values())
    assert set(policies()) == {"internal", "cautious", "journalism"}
    absolute = {rule.id for rule in rules().values() if rule.absolute}
    assert all(absolute <= policy.applies for policy in policies().values() if policy.public)


def test_a_suspect_before_charge_is_not_named() -> None:
    made = story(
        "Osric Penhallow of Kent Police was arrested on suspicion of theft.",
        {
            "name": NAME,
            "force": C("kent", "Kent Police"),
            "offences": [
                {
                    "offence": C("theft", "theft"),
                    "title": C("theft", "theft"),
                    "stage": C("alleged", "suspicion"),
                }
            ],
        },
    )
    case = made.publish()
    assert case.parties[0].facts["name"].rule == "before_charge"
    assert "Penhallow" not in case.to_json().decode()
    assert "Penhallow" in made.publish("internal").to_json().decode()


def test_a_meeting_is_private_and_gives_no_ground_to_name() -> None:
    subject = {
        "name": NAME,
        "force": C("kent", "Kent Police"),
        "proceeding": {
            "kind": C("misconduct_meeting", "misconduct meeting"),
            "finding": C("misconduct", "misconduct proven"),
            "outcome": C("written_warning", "written warning"),
        },
    }
    text = (
        "Osric Penhallow of Kent Police had a misconduct meeting, misconduct proven, and a written warning."
    )
    case = story(text, subject).publish()
    assert not case.parties[0].named
    assert case.parties[0].proceedings[0].get("outcome") == "written_warning"


def charged(published: str = "2024-04-12", **more: Any) -> Made:
    return story(
        "Osric Penhallow of Kent Police has been charged with theft. He once kept bees in Deal. He resigned in May.",
        {
            "name": NAME,
            "force": C("kent", "Kent Police"),
            "posts": [C("Deal", "Deal")],
            "resigned": C("resigned", "resigned"),
            "offences": [
                {
                    "offence": C("theft", "theft"),
                    "title": C("theft", "theft"),
                    "stage": C("charged", "charged"),
                }
            ],
        },
        published=published,
        **more,
    )


def test_active_proceedings_show_the_charge_and_no_background() -> None:
    case = charged().publish()
    party = case.parties[0]
    assert case.active and case.noindex and case.checks == ()
    assert party.named and party.offences[0].get("stage") == "charged"
    assert party.facts["resigned"].rule == "active_proceedings"
    assert party.lists["posts"][0].state == "withheld"
    assert "bees" not in case.to_json().decode()
    assert case.notices


def test_an_official_release_may_be_told_while_proceedings_are_active() -> None:
    party = charged(kind="force_release", official=True).publish().parties[0]
    assert party.get("resigned") == "resigned"


def test_journalism_does_not_lift_contempt() -> None:
    assert charged().publish("journalism").parties[0].facts["resigned"].rule == "active_proceedings"


def test_a_charge_without_result_is_nobodys_after_two_years() -> None:
    made = charged()
    assert made.publish(on="2026-04-11").parties[0].named
    assert made.publish(on="2026-04-11").next_review == "2026-04-12"
    case = made.publish(on="2026-04-12")
    assert not case.parties[0].named
    assert case.parties[0].facts["name"].rule == "charge_without_result"


def not_proven(**more: Any) -> Made:
    return story(
        "A misconduct hearing for PC Osric Penhallow of Kent Police on 2 April 2024 found the case not proven.",
        {
            "name": NAME,
            "force": C("kent", "Kent Police"),
            "proceeding": hearing(
                date=C("2024-04-02", "2 April 2024"), finding=C("not_proven", "not proven")
            ),
        },
        kind="hearing_outcome",
        official=True,
        published="2024-04-03",
        **more,
    )


def test_not_proven_is_nobodys_after_28_days() -> None:
    made = not_proven()
    before = made.publish(on="2024-04-30")
    assert before.parties[0].named and before.next_review == "2024-05-01"
    after = made.publish(on="2024-05-01")
    assert not after.parties[0].named and after.noindex
    assert after.parties[0].proceedings[0].get("finding") == "not_proven"
    assert made.publish("journalism", on="2024-05-01").parties[0].named


def test_what_somebody_was_acquitted_of_is_not_repeated() -> None:
    text = (
        "PC Osric Penhallow of Kent Police was cleared of arson, and a misconduct hearing on 2 April 2024 found "
        "gross misconduct. He was dismissed."
    )
    made = story(
        text,
        {
            "name": NAME,
            "force": C("kent", "Kent Police"),
            "offences": [
                {
                    "offence": C("arson", "arson"),
                    "title": C("arson", "arson"),
                    "stage": C("acquitted", "cleared"),
                }
            ],
            "proceeding": hearing(
                date=C("2024-04-02", "2 April 2024"),
                finding=C("gross_misconduct", "gross misconduct"),
                outcome=C("dismissed", "dismissed"),
            ),
        },
    )
    case = made.publish()
    assert case.parties[0].named
    assert case.parties[0].offences[0].get("stage") == "acquitted"
    assert "arson" not in case.to_json().decode().casefold()
    assert "arson" in made.publish("journalism").to_json().decode().casefold()


def test_a_notice_of_a_hearing_to_come_has_its_time() -> None:
    made = story(
        "A misconduct hearing for PC Osric Penhallow of Kent Police will begin on 2 April 2024.",
        {
            "name": NAME,
            "force": C("kent", "Kent Police"),
            "proceeding": hearing(
                date=C("2024-04-02", "2 April 2024"),
                finding=C("pending", "will begin"),
                outcome=C("pending", "will"),
            ),
        },
        kind="hearing_notice",
        official=True,
        published="2024-03-20",
    )
    assert made.publish(on="2024-04-29").parties[0].named
    assert made.publish(on="2024-04-29").next_review == "2024-04-30"
    assert made.publish(on="2024-04-30").parties[0].facts["name"].rule == "notice_expired"


def test_the_barred_list_forgets_after_five_years_and_the_name_with_it() -> None:
    made = make(dismissed())
    assert made.publish(on="2029-05-01").parties[0].named
    case = made.publish(on="2029-05-02")
    assert not case.parties[0].named
    assert case.parties[0].facts["barred"].state == "withheld"


def test_a_restriction_about_the_officer_holds_the_case_until_somebody_answers() -> None:
    words = "A third officer, who cannot be named for legal reasons, was at the hearing."
    told = dismissed()
    told.text += " " + words
    told.sensitive = [("reporting_restriction", words)]
    made = make(told)
    held = made.publish()
    assert held.held and not held.parties and "Vane" not in held.to_json().decode()
    answer = Restriction(
        id="1",
        state="not_about_subject",
        reason="Asked the listing office.",
        by="Ira",
        on=date(2024, 5, 20),
        source=told.id,
    )
    assert not made.publish(restrictions=[answer]).held
    assert made.publish(on="2024-05-19", restrictions=[answer]).held, (
        "an answer counts from the day it was given"
    )


def test_words_that_protect_a_victim_hold_nothing() -> None:
    words = "The victim cannot be named for legal reasons."
    told = dismissed()
    told.text += " " + words
    told.sensitive = [("reporting_restriction", words)]
    assert not make(told).publish().held


def test_an_order_in_force_withholds_what_it_names_until_it_ends() -> None:
    made = make(dismissed())
    order = Restriction(
        id="1",
        state="in_force",
        reason="Section 11 order.",
        by="Ira",
        on=date(2024, 5, 5),
        targets=("p-person0000/name",),
        until=date(2024, 7, 1),
    )
    during = made.publish(on="2024-07-01", restrictions=[order])
    assert not during.parties[0].named and "Vane" not in during.to_json().decode()
    assert during.next_review == "2024-07-02"
    assert made.publish(on="2024-07-02", restrictions=[order]).parties[0].named


@pytest.mark.parametrize(
    ("residence", "town"),
    [
        ("Bridge Lane, Selby", "Selby"),
        ("14 High Street, Ware, Hertfordshire", "Hertfordshire"),
        ("Selby", "Selby"),
        ("Bridge Lane", None),
        ("Flat 2, Dene Court", None),
        ("Rose Cottage, YO8 4QX", None),
        ("YO8 4QX", None),
        ("near Goole", "Goole"),
        ("", None),
    ],
)
def test_of_an_address_only_the_town_is_left(residence: str, town: str | None) -> None:
    assert town_of(residence) == town


def test_a_party_under_18_is_never_named() -> None:
    text = "Cadet Osric Penhallow, 17, of Kent Police was convicted of theft."
    made = story(
        text,
        {
            "name": NAME,
            "age": C(17, "17"),
            "offences": [
                {
                    "offence": C("theft", "theft"),
                    "title": C("theft", "theft"),
                    "stage": C("convicted", "convicted"),
                }
            ],
        },
    )
    for policy in ("cautious", "journalism"):
        case = made.publish(policy)
        assert case.parties[0].facts["name"].rule == "child"
        assert "Penhallow" not in case.to_json().decode()
        assert case.parties[0].get("age") is None


def test_a_title_and_an_address_that_tell_a_tie_are_not_shown() -> None:
    told = dismissed(
        title="Officer jailed for raping his niece",
        url="https://paper.example/officer-jailed-for-raping-niece",
    )
    told.subjects[0]["offences"][0] = {
        "offence": C("rape", "theft"),
        "title": C("rape", "theft"),
        "stage": C("convicted", "pleaded guilty"),
    }
    case = make(told).publish()
    assert "niece" not in case.to_json().decode()
    assert case.sources[0].url is None and case.sources[0].title is None
    assert case.parties[0].facts["residence"].rule == "jigsaw"


def test_background_people_are_left_out_without_a_trace() -> None:
    told = dismissed()
    told.text += " In 2019 PC Hector Brightwell was dismissed too."
    told.subjects.append({"background": True, "name": C("Hector Brightwell", "Hector Brightwell")})
    case = make(told).publish()
    assert len(case.parties) == 1
    assert "Brightwell" not in case.to_json().decode()
