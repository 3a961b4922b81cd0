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


# ---- transcripts of a court, headed letter by letter

_TRANSCRIPT = (
    "Royal Courts of Justice\nThe Strand\nLondon\nB e f o r e:\nTHE LORD CHIEF JUSTICE OF ENGLAND AND WALES\n(Lord Sorrel)\nMR JUSTICE LYLE\n"
    "__________\nR E G I N A\n- v -\n{names}\n__________\nMR P ASH appeared on behalf of THE APPELLANT\n__________\nJ U D G M E N T\n"
)


def test_the_name_below_the_crown_is_the_appellant_and_not_a_constable_named_on_the_way() -> None:
    page = told(
        _TRANSCRIPT.format(names="KARIM TARN")
        + "MR JUSTICE LYLE:\nOn 10 January 2003, at Southwark Crown Court, this appellant pleaded guilty to an offence of misconduct in a public "
        "office. On 27 February 2003, he was sentenced to three months' imprisonment, against which he appeals by leave of the single judge.\n"
        "On 7 November 2001 a young officer, PC Holm, based at Tooting Police Station, issued a ticket. The passenger knew the appellant, "
        "who was also a police officer.\nThe appeal is dismissed.\n"
    )
    assert (page["kind"], page["title"]) == ("judgment", None)
    (found,) = page["subjects"]
    assert found["name"] == "KARIM TARN"
    assert (found["sentenced_on"], found["appeal"]["result"]) == ("2003-02-27", "dismissed")


def test_one_tried_with_officers_who_was_not_an_officer_is_no_subject() -> None:
    page = told(
        _TRANSCRIPT.format(names="KARIM TARN\nand\nLEO WRAY")
        + "1. On 10 September 2010 Karim Tarn, aged 41, a sergeant in Kent Police, was convicted of misconduct in a public office.\n\n"
        "2. Leo Wray, who was not a police officer but a private inquiry agent, received three years for aiding and abetting him.\n"
    )
    assert [s["name"] for s in page["subjects"]] == ["KARIM TARN"]


# ---- small words


def test_a_rank_that_ends_in_commissioner_is_a_speakers_whole_role() -> None:
    page = told(
        "Officer in court\n\nPC Owen Tarn, of the Met, appeared at Westminster Magistrates' Court charged with rape.\n\n"
        'Before the hearing, Deputy Assistant Commissioner Ann Sorrel said: "These are horrific allegations."\n'
    )
    assert page["speakers"][0]["role"] == "Deputy Assistant Commissioner"


def test_the_suspended_officer_is_suspended_and_a_suspended_sentence_suspends_nobody() -> None:
    text = "PC Owen Tarn, of Kent Police, has been charged with theft.\n\n{0} was arrested in May and later released on bail.\n"
    assert subject(
        "Officer charged\n\n" + text.format("The suspended officer, who is attached to a roads unit,")
    )["suspended"]
    jailed = "Officer spared\n\nPC Owen Tarn, of Kent Police, was given the suspended sentence at Dover Magistrates' Court for theft.\n"
    assert subject(jailed)["suspended"] is None


def test_the_standards_of_police_staff_are_nobody() -> None:
    text = (
        "Computer misuse - Dorset Police, November 2022\n\nWe found that an officer made unlawful searches on a police database.\n\n"
        "The former Police Community Support Officer who made the searches was fined at Poole Magistrates' Court in December 2023 for computer misuse.\n\n"
        "We also found the former officer had a case to answer for gross misconduct for breaches of the police staff standards of professional behaviour.\n"
    )
    assert subject(text)["rank"] == "pcso"


def test_the_year_of_a_deed_is_not_the_day_on_which_it_was_proven() -> None:
    text = (
        "Officer given written warning\n\nA Dorset Police officer has been given a written warning after a disciplinary hearing.\n\n"
        "The hearing was organised by the force following an inquiry by the Independent Office for Police Conduct (IOPC) and concluded on "
        "Tuesday (22 February).\n\nHe met her over a theft in 2017, had read records about her in 2018 and four out of the five allegations were proven.\n"
    )
    assert subject(text)["proceeding"]["date"] == "XXXX-02-22"


def test_each_former_officer_under_a_letter_whose_hearing_is_told_is_a_subject() -> None:
    entry = "A Special Case Misconduct Hearing took place on {0}th November 2019 regarding Former Officer {1}, {2}. Chief Constable Marl, as chair, decided that the allegations amounted to gross misconduct. The officer would have been dismissed if still serving.\n\n"
    page = told(
        "Misconduct Hearings\n\n"
        + entry.format(8, "B", "who accepted that he had misled a complainant")
        + entry.format(9, "A", "who chose not to attend")
    )
    assert [s["label"] for s in page["subjects"]] == ["Former Officer B", "Former Officer A"]


# ---- people named on the way, and what of a group is not everybody's


def test_whoever_is_named_to_say_whose_child_was_mocked_is_no_officer() -> None:
    page = told(
        "Met officers guilty of gross misconduct over messages\n\nFour serving and former Metropolitan Police officers have been found guilty of "
        "gross misconduct over messages shared in a group.\n\nThe messages included some that made fun of Greta Holm's disabled son.\n\n"
        'The hearing concerned former Sgt Tom Gorse, former PC Evan Lyle, PC Glen Marl, and "Officer B", who cannot be named.\n'
    )
    named = {s["name"]: s["former"] for s in page["subjects"] if s["name"]}
    assert named == {"Tom Gorse": True, "Evan Lyle": True, "Glen Marl": None}


def test_former_officers_in_a_list_after_one_word_are_all_former() -> None:
    page = told(
        "Officers sentenced\n\nThree serving and former Kent Police officers were sentenced today.\n\nFormer PCs Tom Gorse, 41, and Evan Lyle, 33, "
        "pleaded guilty to theft. PC Glen Marl, 29, admitted fraud.\n"
    )
    assert [s["former"] for s in page["subjects"]] == [True, True, None]


def test_crimes_that_a_raid_was_about_are_not_the_officers() -> None:
    text = (
        "Two police officers convicted of theft\n\nTwo officers of South Wales Police have been convicted of theft following a raid linked to a series of "
        "robberies in Barry.\n\nDS Tom Gorse, 45, and DC Evan Lyle, 44, took cash, Cardiff Magistrates' Court heard.\n"
    )
    assert stages(text) == [[("theft", "convicted")], [("theft", "convicted")]]
