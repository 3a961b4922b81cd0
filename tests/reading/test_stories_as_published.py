"""Pages as papers and forces publish them: no headline, a verdict in plain words, and sentences that are somebody else's."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> dict[str, Any]:
    """The whole reading of a page."""
    return read(Document("x", text)).to_dict()


def subject(text: str) -> dict[str, Any]:
    """The one subject of a page."""
    subjects: list[dict[str, Any]] = told(text)["subjects"]
    assert len(subjects) == 1
    return subjects[0]


def stages(text: str) -> list[list[tuple[str, str]]]:
    """The offences and stages of each subject."""
    return [[(o["offence"], o["stage"]) for o in s["offences"]] for s in told(text)["subjects"]]


# ---- a page that begins with its story


def test_a_page_that_begins_with_a_sentence_has_no_headline_and_its_first_words_are_read() -> None:
    page = told(
        "A serving Kent Police officer has been charged with two counts of rape. PC Owen Tarn was charged today, the force said.\n\n"
        "PC Tarn was first arrested in September. He is due to appear at Dover Magistrates' Court.\n"
    )
    assert page["title"] is None
    (offence,) = page["subjects"][0]["offences"]
    assert (offence["offence"], offence["count"], offence["stage"]) == ("rape", 2, "charged")


@pytest.mark.parametrize(
    "headline", ["Officer sacked.", "How did a rapist come to wear a Kent Police uniform for eleven years?"]
)
def test_a_short_line_or_a_question_is_still_a_headline(headline: str) -> None:
    page = told(f"{headline}\n\nPC Owen Tarn, of Kent Police, was dismissed without notice on Monday.\n")
    assert page["title"] == headline


def test_notes_of_a_site_above_a_story_are_no_headline() -> None:
    page = told(
        "This site is a beta, which means it's a work in progress. Your feedback helps us, so please let us know what you think.\n\n"
        "Constable dismissed over searches\n\nPC Owen Tarn, of Kent Police, was dismissed without notice on Monday.\n"
    )
    assert page["title"] == "Constable dismissed over searches"


# ---- verdicts


def test_cleared_of_assault_is_cleared_of_the_bodily_harm_charged() -> None:
    text = (
        "Kent officer found not guilty of assault\n\nA Kent Police officer has been found not guilty of assaulting a man in Deal.\n\n"
        "PC Owen Tarn was acquitted by a jury following a trial at Canterbury Crown Court.\n\n"
        "We passed a file to the Crown Prosecution Service, which authorised a charge of assault occasioning actual bodily harm.\n"
    )
    assert stages(text) == [[("abh", "acquitted")]]


def test_but_not_of_another_charge_that_is_still_to_be_tried() -> None:
    text = (
        "Officer cleared\n\nPC Owen Tarn, of Kent Police, was found not guilty of assaulting a man at Dover Magistrates' Court.\n\n"
        "He will also stand trial in May charged with assault occasioning actual bodily harm.\n"
    )
    assert ("abh", "charged") in stages(text)[0]


def test_a_conviction_is_never_carried_to_the_graver_charge() -> None:
    text = (
        "Officer guilty of assault\n\nPC Owen Tarn, of Kent Police, was found guilty of assaulting a man at Canterbury Crown Court.\n\n"
        "He had been charged with causing grievous bodily harm with intent.\n"
    )
    assert ("gbh_with_intent", "convicted") not in stages(text)[0]


def test_both_officers_found_not_guilty_are_cleared_of_all_their_charges() -> None:
    text = (
        "Officers acquitted\n\nPC Owen Tarn, of Kent Police, was charged with five counts of wounding/causing grievous bodily harm with intent. "
        "Another officer, PC Ivo Beck, was charged with misconduct in public office, and with one count of perjury.\n\n"
        "A jury, at Maidstone Crown Court, 14 June, found both officers not guilty.\n"
    )
    assert stages(text) == [
        [("gbh_with_intent", "acquitted")],
        [("misconduct_in_public_office", "acquitted"), ("perjury", "acquitted")],
    ]


def test_a_charge_named_between_dropping_and_the_word_charge_was_dropped_and_no_other() -> None:
    text = (
        "Officer on trial\n\nPC Owen Tarn, of Kent Police, appeared at Canterbury Crown Court accused of manslaughter.\n\n"
        "Prosecutors dropped the manslaughter charge, and went ahead on a single count of perjury.\n"
    )
    assert stages(text) == [[("manslaughter", "discontinued"), ("perjury", "charged")]]


# ---- what is somebody else's


@pytest.mark.parametrize(
    "other",
    [
        "Also appearing at the court was Lena Moss, 28, of Dover. She was given a community order of 12 months.",
        "Also in the dock was Lena Moss, 28, of Dover.\n\nShe was given a community order of 12 months.",
        "Beside him in the dock stood Lena Moss, 28. She was given a community order of 12 months.",
    ],
)
def test_the_sentence_of_whoever_stood_trial_too_is_not_the_officers(other: str) -> None:
    text = (
        "Constable sentenced\n\nA constable who struck a man outside a takeaway has been fined.\n\n"
        "PC Tom Gorse, 31, of Kent Police, appeared at Canterbury Crown Court on Monday. He was fined £300 for assault.\n\n"
        f"{other}\n\nThe force said that it would now consider a hearing.\n"
    )
    assert [s["kind"] for s in subject(text)["sentences"]] == ["fine"]


def test_a_ban_told_of_him_after_a_victim_is_neither_officers() -> None:
    text = (
        "Officers convicted of beating driver\n\nPCs Robin Gorse, 31, and Evan Lyle, 32, of Kent Police, were convicted of assault "
        "at Canterbury Crown Court on Monday.\n\nThe driver, Robin Fadden, 26, from Deal, was left with a broken jaw.\n\n"
        "The court heard that Mr Fadden, a petty criminal, had taken tablets.\n\n"
        "He had been disqualified from driving just hours before the incident.\n"
    )
    assert [s["orders"] for s in told(text)["subjects"]] == [[], []]


def test_counsel_and_federation_are_never_the_unnamed_officer() -> None:
    text = (
        "Reinstated\n\nA former police officer has been reinstated on an appeal against her dismissal.\n\n"
        "Edmund Marl successfully represented the officer at the Police Appeals Tribunal. The officer was also assisted by "
        "Keith Sorrel, from Dorset Police Federation.\n\nOn 9 August 2018, the officer pleaded guilty to driving with excess alcohol "
        "at Poole Magistrates' Court. She was disqualified for 12 months.\n\nEdmund Marl drafted the grounds of appeal.\n"
    )
    found = subject(text)
    assert found["name"] is None
    assert [(o["offence"], o["stage"]) for o in found["offences"]] == [("drink_driving", "convicted")]


def test_a_country_may_be_a_given_name_after_a_rank() -> None:
    text = (
        "Officer charged with rape\n\nPC Ireland Marl, 25, of Kent Police, appeared at Dover Magistrates' Court on Monday charged with rape.\n\n"
        "Marl, of Deal, was arrested on January 11.\n"
    )
    assert subject(text)["name"] == "Ireland Marl"
