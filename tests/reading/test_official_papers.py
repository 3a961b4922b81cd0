"""What forces, commissioners and authorities publish: minutes, notices, tables. All people are invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import Reading, read

MINUTES = """Fenshire Police and Crime Commissioner
Minutes of the meeting held on 14 June 2016 at Holt House, Cromer

Present: Commissioner (Chair), Deputy Chief Constable S Hathern, Head of Finance

Two misconduct hearings had been held. On 4 May, PC Roy Coningsby was dismissed without notice.
"""

NOTICE = """OUTCOME OF MISCONDUCT HEARING

DATE: 22/02/2018
VENUE: Holt House, Cromer
OFFICER: PC Leon Stafforth
OUTCOME: Dismissed without notice
"""

JOINT = """Fenshire Police
OUTCOME OF MISCONDUCT HEARING

HEARING DATE: 22 February 2018

OFFICERS:
(1) PC Leon Stafforth
(2) PC Misha Gunnerby

ALLEGATIONS
It was alleged that on 16 September 2016 PC Stafforth and PC Gunnerby left their post at the station without authority and went to a public house, as they often did (Duties and Responsibilities; Discreditable Conduct).

FINDINGS
PC Stafforth - proved - Gross Misconduct
PC Gunnerby - not proved

OUTCOME
PC Stafforth - Dismissal without notice
PC Gunnerby - No action
"""

TABLE = """Fenshire Police: outcomes, June 2018

Month\tRank\tAllegation\tStandards\tFinding\tResult
June 2018\tPC\tDid not disclose a caution\tHonesty and Integrity\tGross misconduct\tDismissed without notice
June 2018\tDS\tDid not supervise an investigation into an allegation of rape\tDuties and Responsibilities\tMisconduct\tWritten warning
June 2018\tPC\tLate for duty\tDuties and Responsibilities\tMisconduct\tManagement advice
"""


def reading(text: str) -> Reading:
    return read(Document("x", text))


def test_those_present_at_a_committee_and_its_room_are_no_hearings() -> None:
    proceeding = reading(MINUTES).subjects[0].proceeding
    assert proceeding is not None
    assert (proceeding.chair, proceeding.venue, proceeding.date) == (None, None, "2016-05-04")


def test_a_bare_date_among_the_labels_of_a_hearing_is_the_hearings() -> None:
    found = reading(NOTICE)
    assert found.published is None
    assert [s.proceeding and s.proceeding.date for s in found.subjects] == ["2018-02-22"]


def test_standards_alleged_at_the_end_of_a_long_sentence_are_all_alleged() -> None:
    standards = [s.proceeding.standards if s.proceeding else None for s in reading(JOINT).subjects]
    assert standards == [["duties_and_responsibilities", "discreditable_conduct"], []]


def test_a_word_of_one_cell_does_not_clear_the_standard_of_the_next() -> None:
    first = reading(TABLE).subjects[0].proceeding
    assert first is not None
    assert first.standards == ["honesty_and_integrity"]


def test_what_an_officer_should_have_looked_into_is_no_offence_of_theirs() -> None:
    assert reading(TABLE).subjects[1].offences == []


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("The IPCC chose to manage an investigation by the force.", "managed"),
        ("The IOPC has directed that the force should carry out the investigation.", "directed"),
    ],
)
def test_modes(words: str, mode: str) -> None:
    text = f"PC Lee Tranmer of Kent Police was charged with assault on 3 May 2019. {words}"
    assert [s.investigation.mode for s in reading(text).subjects] == [mode]


def test_an_appeal_not_upheld_is_dismissed() -> None:
    text = "PC Lee Tranmer was dismissed at a misconduct hearing on 5 September 2016. He appealed and the appeal was not upheld."
    appeals = [s.appeal for s in reading(text).subjects]
    assert [a and a.result for a in appeals] == ["dismissed"]


def test_who_must_register_to_attend_is_on_no_register() -> None:
    text = (
        "Fenshire Police: hearings to come\n\nAnyone who wishes to attend must register first.\n\n"
        "1. PC Lee Tranmer, 3 May 2019. Misconduct hearing. Alleged to have lied.\n\n2. PC Ann Stowell, 4 May 2019. Misconduct hearing. Alleged to have lied.\n"
    )
    assert [s.orders for s in reading(text).subjects] == [[], []]
