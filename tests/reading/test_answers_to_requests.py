"""Answers to requests for information: tables, blocks and run-on lines of officers without names. All are invented."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def _subjects(text: str) -> list[dict[str, Any]]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return subjects


RUN_ON = """SUSSEX POLICE
FOI 2231 18
Officers who had misconduct hearings with department and reason
2016 Two
PC Brighton Response Failed to attend a burglary and lied about it Hearing 3 May 2016 Honesty and integrity Dismissed without notice
DC Major Crime Hove Used the police computer to check on a tenant Hearing 11 October 2016
SUSSEX POLICE
2
Final written warning
2017 Two
PC Roads Policing Unit Hailsham Convicted of drink driving Worthing Magistrates Court 6 June 2017 fined £450 Special case hearing 1 August 2017 Dismissed without notice
Officer known as PC K Hastings neighbourhood Misconduct hearing listed 9 March 2018 alleged relationship with a witness Suspended
The Force holds no information on officers who resigned
"""


def test_lines_that_run_on_are_entries_and_posts_no_names() -> None:
    """Each line's facts are its own officer's, over a page head in its middle."""
    first, second, third, fourth = _subjects(RUN_ON)
    assert [s["name"] for s in (first, second, third, fourth)] == [None] * 4
    assert [s["proceeding"]["date"] for s in (first, second, third)] == [
        "2016-05-03",
        "2016-10-11",
        "2017-08-01",
    ]
    assert second["proceeding"]["outcome"] == "final_written_warning"
    assert (first["offences"], third["sentences"][0]["amount"]) == ([], 450)
    assert (fourth["label"], fourth["suspended"]) == ("PC K", True)


def test_the_next_part_of_a_paper_is_no_part_of_the_chairs_name() -> None:
    """ "LQC Mr Owen Hale Allegations that he ...": the name ends before the allegations."""
    text = RUN_ON.replace(
        "Hearing 3 May 2016", "Misconduct hearing 3 May 2016 LQC Mr Owen Hale-Moss Allegation proven"
    )
    assert _subjects(text)[0]["proceeding"]["chair"] == "Owen Hale-Moss"


TABLE = """FOI Reference: 0871/2019
Published 4 April 2019

Request
Please provide details of any Cheshire police officer who was found guilty of or cautioned for a crime and who left the force.

Rank | Year | Crime | Result at court | Internal result
PC | 2016 | Drunk and disorderly | Fined £120 | Misconduct meeting - written warning
DC | 2017 | Theft x 2 | 10 months' imprisonment | Special case - dismissed without notice
Sgt | 2018 | Criminal damage | Conditional discharge 6 months | Pending

Notes
1. 'Result at court' does not include victim surcharge.
"""


def test_what_was_asked_and_what_is_left_out_is_told_of_nobody() -> None:
    """The question's caution and the note's surcharge belong to no row."""
    subjects = _subjects(TABLE)
    assert [x["kind"] for s in subjects for x in s["sentences"]] == [
        "fine",
        "imprisonment",
        "conditional_discharge",
    ]
    assert not any(s["orders"] for s in subjects)


def test_a_cell_that_says_pending_is_an_outcome_to_come() -> None:
    """No hearing is named, and still something is to follow."""
    last = _subjects(TABLE)[2]["proceeding"]
    assert (last["kind"], last["finding"], last["outcome"]) == ("not_stated", "pending", "pending")


BLOCKS = """Disclosure log
Criminal proceedings - officers and staff of Derbyshire Constabulary
Response sent: 28 May 2014

Person 1
Rank/role: Constable
Charge: Theft (2 charges)
Plea: Guilty
Result: 120 hours unpaid work

Person 2
Rank/role: Station enquiry officer
Charge: Unauthorised access to computer material
Plea: Not guilty
Result: Acquitted, Derby Crown Court

Person 3
Rank/role: Special Constable
Charge: Common assault
Plea: Not guilty
Result: Trial fixed for September 2014
"""


def test_a_labelled_plea_is_a_plea() -> None:
    """ "Plea: Not guilty" is no verdict, and a charge with a plea of guilty is a conviction."""
    got = [(o["stage"], o["plea"]) for s in _subjects(BLOCKS) for o in s["offences"]]
    assert got == [("convicted", "guilty"), ("acquitted", "not_guilty"), ("charged", "not_guilty")]


LETTER = """Freedom of Information Act request 2018-0457 - Sussex Police
24 September 2018
I write in reply to your request of 9 August 2018 for hearings of staff.
Case one. PCSO, Hastings. Cautioned by Kent Police for theft. Hearing on 22 February 2017. Dismissed without notice.
Case two. Call handler, Lewes. Arrested by Surrey Police for assault; no charge. Hearing on 6 February 2018. Final written warning.
Case three. Licensing officer, Brighton. Alleged to have issued a certificate to a relative. Hearing stayed.
"""


def test_cases_counted_in_words_are_entries() -> None:
    """The force that cautioned or arrested somebody is not their employer, nor the day of the request a hearing's."""
    subjects = _subjects(LETTER)
    assert [s["rank"] for s in subjects] == ["pcso", "police_staff", "police_staff"]
    assert [s["force"] for s in subjects] == ["sussex"] * 3
    last = subjects[2]["proceeding"]
    assert (last["outcome"], last["date"]) == ("pending", None)
