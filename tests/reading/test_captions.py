"""Several parties of one paper: printed in its heading, called by number, told of together and apart. All people are invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.captions import called_by_number, captions
from peelian.reading.page import Page
from peelian.reading.scan import Scan

HEADING = """Neutral Citation Number: [2012] EWCA Crim 9910
IN THE COURT OF APPEAL (CRIMINAL DIVISION)
ON APPEAL FROM THE CROWN COURT AT LINCOLN

Date: 6 May 2012

Before:
LORD JUSTICE ARDLEY
MR JUSTICE CONSTABLE

Between:

IAN KEITH BRADSTOCK
DEEPAK LYLE
CAROLINE ANNE FEWSTER                    Appellants
- and -
THE QUEEN                                Respondent

Judgment

Lord Justice Ardley:

"""
BODY = """1. The appellants were officers of the Lincolnshire Police. Bradstock was a detective inspector, Lyle a detective sergeant and Fewster a detective constable. On 22 July 2011 all three were convicted of perjury. A fourth man, Anthony Glossop, an informant, pleaded guilty.

2. On 8 September Bradstock was sentenced to six years' imprisonment, Lyle to four years' imprisonment and Fewster to 15 months' imprisonment.

3. The first two appellants have since been dismissed.
"""


def subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("page", text)).to_dict()["subjects"]
    return found


def test_every_name_above_the_word_for_a_part_is_a_party() -> None:
    page = Page(HEADING + BODY)
    printed = captions(page, Scan(page))
    assert [(page.text[p.start : p.end], p.part, p.number) for p in printed] == [
        ("IAN KEITH BRADSTOCK", "appellant", 0),
        ("DEEPAK LYLE", "appellant", 1),
        ("CAROLINE ANNE FEWSTER", "appellant", 2),
    ]


def test_numbers_in_brackets_part_the_names_of_one_line() -> None:
    page = Page(
        "IN THE HIGH COURT OF JUSTICE\n[2020] EWHC 9901 (Admin)\n\nTHE CHIEF CONSTABLE OF KENT  Claimant\n- and -\n(1) ANN HARROW (2) TOM GORSE  Interested Parties\n"
    )
    assert [(page.text[p.start : p.end], p.number) for p in captions(page, Scan(page))] == [
        ("ANN HARROW", 0),
        ("TOM GORSE", 1),
    ]


def test_no_other_page_has_parties() -> None:
    page = Page("The claimant and the respondent met.\n\nANN HARROW\nClaimant\n")
    assert captions(page, Scan(page)) == []


def test_parties_called_by_number() -> None:
    page = Page("The first and third appellants, the second claimant and the first two appellants.")
    assert [(part, number) for _, _, part, number in called_by_number(page)] == [
        ("appellant", 0),
        ("appellant", 2),
        ("claimant", 1),
        ("appellant", 0),
        ("appellant", 1),
    ]


def test_the_parties_are_the_subjects_and_the_heading_is_of_all() -> None:
    found = subjects(HEADING + BODY)
    assert [s["name"] for s in found] == ["IAN KEITH BRADSTOCK", "DEEPAK LYLE", "CAROLINE ANNE FEWSTER"]
    assert all("Lincoln Crown Court" in s["courts"] for s in found)
    assert [s["force"] for s in found] == ["lincolnshire"] * 3


def test_a_day_before_several_names_is_of_each() -> None:
    found = subjects(HEADING + BODY)
    assert [s["sentenced_on"] for s in found] == ["2011-09-08"] * 3
    assert [s["sentences"][0]["length"] for s in found] == ["P6Y", "P4Y", "P15M"]


@pytest.mark.parametrize("opening", ["She said that they were taps.", "They were not."])
def test_she_after_a_sentence_about_several_is_the_one_told_of_before(opening: str) -> None:
    text = f"""Three constables, PC Ann Harrow, PC Lyle Best and PC Tom Gorse, appeared at a misconduct hearing on 3 May 2019.

PC Best and PC Gorse were given written warnings. PC Harrow spoke of the blows. {opening} She was dismissed without notice.
"""
    outcomes = {s["name"]: s["proceeding"]["outcome"] for s in subjects(text)}
    assert outcomes == {
        "Ann Harrow": "dismissed_without_notice",
        "Lyle Best": "written_warning",
        "Tom Gorse": "written_warning",
    }


def test_an_employment_tribunals_claimant_is_staff_and_whoever_speaks_for_her_is_not() -> None:
    text = """EMPLOYMENT TRIBUNALS

Claimant: Mrs Yvonne Casterbridge
Respondent: The Chief Constable of Suffolk Constabulary

Heard at: Ipswich    On: 9 October 2017
Before: Employment Judge Pellew

Representation
Claimant: Mr E Gathorne (UNISON)
Respondent: Miss T Oakeshott (counsel)

REASONS

1. The claimant was employed as a detention officer at Martlesham until her summary dismissal on 30 November 2016.
"""
    assert [(s["name"], s["rank"]) for s in subjects(text)] == [("Yvonne Casterbridge", "police_staff")]


def test_officers_of_one_line_are_all_read_past_what_stands_in_brackets() -> None:
    text = """Police misconduct hearing: outcome

Officers concerned: OFFICER 1 (Police Sergeant), OFFICER 2 and OFFICER 3 (Police Constables)
Force: Devon & Cornwall Police
Hearing: Buckfast, 5 to 16 September 2022

Officer 1 is dismissed without notice.

Officer 2: written warning.

Officer 3: final written warning.
"""
    assert [(s["label"], s["proceeding"]["outcome"]) for s in subjects(text)] == [
        ("OFFICER 1", "dismissed_without_notice"),
        ("OFFICER 2", "written_warning"),
        ("OFFICER 3", "final_written_warning"),
    ]


def test_paragraphs_about_people_named_again_below_are_one_story() -> None:
    text = """Westland officers sentenced for messages

PC Conor Abernethy, 36, was convicted of six counts of misconduct in public office.

Former PCs Lewis Blake, 41, and Rhys Gwilliam, 33, pleaded guilty to three counts of misconduct in public office.

Former Sergeant Nathan Ellershaw, 50, was found guilty of one count of misconduct in public office.

PC Abernethy, Blake, Gwilliam and Ellershaw will be sentenced in May.
"""
    assert [s["name"] for s in subjects(text)] == [
        "Conor Abernethy",
        "Lewis Blake",
        "Rhys Gwilliam",
        "Nathan Ellershaw",
    ]
