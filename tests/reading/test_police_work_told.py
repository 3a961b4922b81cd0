"""What a page tells of police work, and what it tells against an officer: kept apart."""

from __future__ import annotations

import pytest
from tests.reading.whole_pages import subjects


def offences(text: str) -> list[list[tuple[str, str]]]:
    return [[(o["offence"], o["stage"]) for o in s["offences"]] for s in subjects(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A former detective inspector with Kent Police will be charged with perverting the course of justice over the "
        "1984 investigation into the murder of schoolgirl Helen Carrow.",
        "A former detective inspector with Kent Police has been charged with perverting the course of justice after an "
        "inquiry into the rape of a student.",
    ],
)
def test_what_an_inquiry_was_about_is_no_charge(text: str) -> None:
    assert offences(text) == [[("perverting_the_course_of_justice", "charged")]]


def test_a_charge_after_an_investigation_is_still_one() -> None:
    text = "PC Ann Tilling of Kent Police has been charged with rape after an investigation."
    assert offences(text) == [[("rape", "charged")]]


def test_one_more_officer_whom_nobody_charged_keeps_her_own_meeting() -> None:
    text = (
        "PC Daniel Rowntree of Kent Police will appear at Maidstone Magistrates' Court on 3 June charged with assault.\n\n"
        "The CPS decided that there was insufficient evidence to charge a second officer, PC Olivia Marsh. "
        "We have told the force that she should attend a misconduct meeting."
    )
    found = {s["name"]: (s["proceeding"] or {}).get("kind") for s in subjects(text)}
    assert found == {"Daniel Rowntree": None, "Olivia Marsh": "misconduct_meeting"}


def test_an_officer_of_an_older_year_is_still_no_second_one() -> None:
    text = (
        "PC Daniel Rowntree of Kent Police was charged with assault and dismissed.\n\n"
        "In 2011 there was not enough evidence to charge another officer, PC Olivia Marsh."
    )
    assert [s["name"] for s in subjects(text) if not s.get("background")] == ["Daniel Rowntree"]


def test_had_another_not_resigned_tells_of_nobody_who_was_dismissed() -> None:
    text = (
        "Two South Wales Police officers have been dismissed and another would have been had she not resigned.\n\n"
        "PC Gavin Threlfall and PC Bethan Maes were dismissed without notice. Former PC Carys Hoddinott resigned in "
        "the summer of 2021."
    )
    assert {s["name"]: s["resigned"] for s in subjects(text)} == {
        "Gavin Threlfall": None,
        "Bethan Maes": None,
        "Carys Hoddinott": "resigned",
    }


def test_whom_officers_went_to_arrest_is_no_subject() -> None:
    text = (
        "The IOPC has found no fault in how police dealt with a man who fell from a balcony in Derby.\n\n"
        "Officers had gone to a flat in Wilmot Street on 6 September 2021 to arrest Kyle Denholm, 26. Mr Denholm "
        "climbed over the rail and fell.\n\nAll three officers were treated as witnesses. We concluded that no officer "
        "had behaved in a way that would justify disciplinary proceedings."
    )
    assert subjects(text) == []


def test_a_constable_whom_officers_went_to_arrest_is_one() -> None:
    text = (
        "Officers went to a flat in Derby to arrest Kyle Denholm, 26, a constable with Derbyshire Police. "
        "He was later convicted of theft and dismissed."
    )
    assert [s["name"] for s in subjects(text)] == ["Kyle Denholm"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The officer from Kent Police gave the man words of advice. We found the officer had no case to answer.",
            None,
        ),
        (
            "One officer from Kent Police had a case to answer for misconduct for not listening to the woman and giving "
            "her 'words of advice' about wasting police time. As the officer had left, no further action was taken.",
            "no_action",
        ),
        (
            "The officer from Kent Police had a case to answer for misconduct. The force gave the officer words of advice.",
            "management_advice",
        ),
        (
            "The constable from Kent Police had a case to answer for misconduct. He was given words of advice.",
            "management_advice",
        ),
    ],
)
def test_advice_to_the_public_is_no_outcome(text: str, expected: str | None) -> None:
    (officer,) = subjects(text)
    assert officer["proceeding"]["outcome"] == expected


def test_who_gave_the_advice_is_not_who_received_it() -> None:
    text = "The constable from Kent Police had a case to answer for misconduct. A superintendent gave him words of advice."
    assert [(s["rank"], s["proceeding"]["outcome"]) for s in subjects(text)] == [
        ("police_constable", "management_advice")
    ]


def test_an_inspector_who_was_given_advice_received_it() -> None:
    text = "The constable from Kent Police had a case to answer for misconduct. An inspector was given words of advice."
    assert [(s["rank"], s["proceeding"]["outcome"]) for s in subjects(text)] == [
        ("police_constable", None),
        ("inspector", "management_advice"),
    ]


def test_a_man_whom_officers_shot_is_none_of_them() -> None:
    text = (
        "Kent officers who shot a man were justified, the IPCC has found.\n\nTerence Oakhurst, 45, survived. He was later "
        "jailed for four years for possessing an imitation firearm with intent.\n\nThe silver commander, a chief "
        "inspector, should receive management advice, the report says."
    )
    assert all(s["name"] is None and not s["offences"] for s in subjects(text))


def test_an_officer_may_survive_a_hearing() -> None:
    text = "PC Terence Oakhurst survived the hearing and kept his job at Kent Police with a final written warning."
    assert [s["name"] for s in subjects(text)] == ["Terence Oakhurst"]


def test_the_heading_misconduct_is_nobodys_level() -> None:
    text = (
        "Response to threats\n\nPC B from Kent Police attended and recorded no crime. Sergeant C, who supervised the "
        "incident, closed it that night.\n\nMisconduct\n\nPC B had a case to answer for misconduct for failing to record "
        "a crime and received a written warning. Sergeant C had a case to answer and received management action."
    )
    assert [s["proceeding"]["finding"] for s in subjects(text)] == [None, None]
