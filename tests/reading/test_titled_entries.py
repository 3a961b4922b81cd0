"""Annual reports and disclosure logs: entries that open on what they are about, and signs with their footnotes. All invented."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def _read(text: str) -> list[dict[str, Any]]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return subjects


def _told(text: str) -> list[tuple[Any, Any, Any]]:
    return [
        (s["rank"], s["proceeding"]["date"], s["proceeding"]["outcome"])
        for s in _read(text)
        if s["proceeding"] is not None
    ]


REPORT = """Professional Standards: half-year report
Dyfed-Powys Police
October 2017

3.1 Six matters came to an end in the period.

3.2 Overtime: a sergeant at Llanelli entered hours for three Saturdays which she had spent at a wedding fair. She was dismissed without notice at a hearing on 4 May 2017.

3.3 Social media - two officers, both of them constables, posted pictures of an injured cyclist. Each received a written warning at a meeting in June.

3.4 Lastly, a detective inspector who had kept evidence in his garage was required to resign at a hearing on 2 August 2017.
"""


def test_an_entry_may_open_on_what_it_is_about_before_its_officer() -> None:
    """ "3.2 Overtime: a sergeant ..."; "Lastly, a detective inspector" goes on with the list."""
    assert _told(REPORT) == [
        ("sergeant", "2017-05-04", "dismissed_without_notice"),
        ("police_constable", "2017-06", "written_warning"),
        ("police_constable", "2017-06", "written_warning"),
        ("detective_inspector", "2017-08-02", "required_to_resign"),
    ]


def test_a_titled_entry_about_two_does_not_sum_up_those_below() -> None:
    """Two officers of an entry with a title of its own are told of there, and one each below."""
    text = """Staff and Officer Conduct
Humberside Police

2.1 Sickness fraud. Two officers, both of them sergeants, told Occupational Health that they could not lift and were filmed moving a piano. Both were dismissed without notice on 3 February 2021.

2.2 Use of force. A special constable struck a man in handcuffs. Misconduct was found at a meeting on 11 December 2020 and she received a written warning.

2.3 Data. A PCSO looked up his landlord on force systems. He was dismissed without notice on 8 March 2021 after a disciplinary hearing held in private.
"""
    assert [s["rank"] for s in _read(text)] == ["sergeant", "sergeant", "special_constable", "pcso"]


TABLE = """Disclosure log 211-19 South Yorkshire Police
Hearings held in 2018
Case
Rank
Hearing date
Allegation
Outcome
1{sign}
Sergeant
14/02/2018
Convicted of common assault
Dismissed without notice
2
DC
02/03/2018
Lied to supervisor
Final written warning
3{sign}
PC
19/07/2018
Convicted of theft
Dismissed without notice
{note}
"""


def test_a_footnote_tells_of_the_entries_with_its_sign_and_of_no_other() -> None:
    """ "\u2020 Special case hearing" is of the two cases marked so."""
    got = _read(TABLE.format(sign="\u2020", note="\u2020 Special case hearing"))
    assert [s["proceeding"]["kind"] for s in got] == [
        "special_case_hearing",
        "misconduct_hearing",
        "special_case_hearing",
    ]


def test_what_is_told_of_all_but_those_with_a_sign_is_not_told_of_them() -> None:
    """ "All had a legally qualified chair except those marked *, which were special case hearings"."""
    note = "All of the hearings had a legally qualified chair except those marked *, which were special case hearings."
    got = _read(TABLE.format(sign="*", note=note))
    assert [(s["proceeding"]["kind"], s["proceeding"]["chair_role"]) for s in got] == [
        ("special_case_hearing", None),
        ("misconduct_hearing", "legally qualified chair"),
        ("special_case_hearing", None),
    ]
