"""Reviews and minutes that tell cases in numbered paragraphs: counted off, named within, and spoken of by others. All invented."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def _read(text: str) -> list[dict[str, Any]]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return subjects


REVIEW = """Review of professional standards in Northamptonshire Police
December 2018

4.1 I was asked whether cases take too long. I set out three here.

4.2 The first is that of a detective constable who was alleged to have stolen £90. A panel met on 12 December 2017 and found the allegation not proven.

4.3 The second concerns a sergeant who hid a complaint. He was given a written warning at a misconduct meeting on 4 May 2018.

4.4 The third shows what can be done. PC Everard Lisle-Campbell drove into a wall. He was dismissed without notice at a special case hearing on 14 November 2017.

4.5 Detective Chief Inspector Honora Billing, who leads the department, told me that she knew which she preferred.

5.1 Staff whom I met spoke often of the case of Inspector Jago Ferrars-Lane, who was given a written warning in 2014 for misuse of a credit card.
"""


def test_entries_that_count_their_officers_off_and_those_that_name_a_case() -> None:
    """ "4.2 The first is that of a detective constable"; "5.1 ... the case of Inspector Ferrars-Lane"; who speaks is none."""
    assert [(s["rank"], s["name"]) for s in _read(REVIEW)] == [
        ("detective_constable", None),
        ("sergeant", None),
        ("police_constable", "Everard Lisle-Campbell"),
        ("inspector", "Jago Ferrars-Lane"),
    ]


def test_each_counted_entry_keeps_what_it_tells() -> None:
    """What became of each stands in its own paragraph."""
    first, second, third, last = _read(REVIEW)
    assert first["proceeding"]["finding"] == "not_proven"
    assert (second["proceeding"]["kind"], second["proceeding"]["outcome"]) == (
        "misconduct_meeting",
        "written_warning",
    )
    assert third["proceeding"]["kind"] == "special_case_hearing"
    assert last["proceeding"]["outcome"] == "written_warning"


def test_an_officer_known_by_how_the_case_ended() -> None:
    """ "The officer dismissed in 2020 over the leak, former DI Corin Hazeldine,": the words before the name tell the deed."""
    got = _read(
        "Sussex police panel\n\n28 January 2022\n\nMembers heard that PC Benedict Orme-Salako had been jailed for nine years at Hove Crown Court for theft.\n\n"
        "The commissioner said that the officer dismissed in 2020 over the leak of papers, former Detective Inspector Corin Hazeldine, had cost the force £61,000.\n"
    )
    assert [s["name"] for s in got] == ["Benedict Orme-Salako", "Corin Hazeldine"]
    assert got[1]["proceeding"]["outcome"] == "dismissed"


def test_a_hearing_that_is_on_a_day_is_still_to_come() -> None:
    """ "Her misconduct hearing is on 19 September", told in July: of the same year."""
    got = _read(
        "Bulletin, 7 July 2023\n\nPC Ann Lee-Ward of Kent Police drove at 121mph and was fined £1,100. Her misconduct hearing is on 19 September.\n"
    )
    assert got[0]["proceeding"]["date"] == "2023-09-19"
