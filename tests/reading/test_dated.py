"""Pages that part their entries by nothing but a day, and calendars of hearings to come beside those decided."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read

CALENDAR = """Upcoming and past hearings
Gwent Police

Forthcoming hearings

9 June 2021
PS 1180 Colin Trevithick-Bell, Newport
Misconduct hearing. It is alleged that the sergeant failed to pass on a report. Duties and Responsibilities.

14 to 16 June 2021
PC 702 Amanda Roscoe-Lunt and PC 733 Ewan Dray
Accelerated misconduct hearing before the Chief Constable. PC Roscoe-Lunt is alleged to have taken cash (Honesty and Integrity).

21 June 2021 - CANCELLED
PC 640 Noel Tarbuck-Shaw
The allegations have been withdrawn.

Recent outcomes

12 May 2021
Former PC 655 Hefin Orchard
Would have been dismissed. He had sold his uniform.

20 May 2021
A member of police staff
Gross misconduct. Dismissed without notice.
"""

BUTTONS = """Surrey Police hearing results

Friday 4 October 2019
Inspector Lowell Craddock-Shah was given a written warning at a misconduct meeting.
Read more

Wednesday 9 October 2019
Two officers, PC Ravi Tansley and PC Melvyn Stope, appeared before a panel. PC Tansley was given a final written warning; the case against PC Stope was not proven.
Read more

Thursday 10 October 2019
The hearing of Sergeant Piers Amblecote was adjourned until 18 November 2019.
Read more
"""

ONE_LINE = """Misconduct panel decisions - Wiltshire Police

Panel, 11 July 2017. Chair: Mr Hugo Venning. PC Sally Braithwaite-Onu, Trowbridge: falsified a statement. Gross misconduct, dismissed without notice.

Panel, 2 August 2017. A detective constable who cannot be named: an allegation of disclosing information was not proven.

Special case hearing, 20 September 2017. Former Sgt Ken Maddox-Lee: convicted of harassment. Would have been dismissed.
"""


def _subjects(text: str) -> list[dict[str, Any]]:
    return list(read(Document("x", text)).to_dict()["subjects"])


def _case(subject: dict[str, Any]) -> tuple[str, str, str | None, str | None]:
    p = subject["proceeding"]
    return p["kind"], p["date"], p["finding"], p["outcome"]


def test_what_is_to_come_is_pending_and_what_is_decided_is_not() -> None:
    people = _subjects(CALENDAR)
    assert [s["name"] for s in people] == [
        "Colin Trevithick-Bell",
        "Amanda Roscoe-Lunt",
        "Ewan Dray",
        "Noel Tarbuck-Shaw",
        "Hefin Orchard",
        None,
    ]
    assert _case(people[0]) == ("misconduct_hearing", "2021-06-09", "pending", "pending")
    assert _case(people[1]) == _case(people[2]) == ("accelerated_hearing", "2021-06-14", "pending", "pending")
    assert _case(people[4]) == ("misconduct_hearing", "2021-05-12", None, "would_have_been_dismissed")
    assert _case(people[5]) == (
        "misconduct_hearing",
        "2021-05-20",
        "gross_misconduct",
        "dismissed_without_notice",
    )


def test_a_cancelled_hearing_is_not_pending() -> None:
    cancelled = _subjects(CALENDAR)[3]["proceeding"]
    assert (cancelled["finding"], cancelled["outcome"]) == (None, None)


def test_in_an_entry_of_two_what_is_said_of_one_is_not_of_the_other() -> None:
    people = _subjects(CALENDAR)
    assert people[1]["proceeding"]["standards"] == ["honesty_and_integrity"]
    assert people[2]["proceeding"]["standards"] == []


def test_a_button_below_every_entry_does_not_hide_the_next_day() -> None:
    people = _subjects(BUTTONS)
    assert [(s["name"], *_case(s)) for s in people] == [
        ("Lowell Craddock-Shah", "misconduct_meeting", "2019-10-04", None, "written_warning"),
        ("Ravi Tansley", "misconduct_hearing", "2019-10-09", None, "final_written_warning"),
        ("Melvyn Stope", "misconduct_hearing", "2019-10-09", "not_proven", None),
        ("Piers Amblecote", "misconduct_hearing", "2019-11-18", "pending", "pending"),
    ]


def test_the_day_may_open_the_entry_s_own_line() -> None:
    people = _subjects(ONE_LINE)
    assert [(s["name"], s["rank"], *_case(s)) for s in people] == [
        ("Sally Braithwaite-Onu", "police_constable", "misconduct_hearing", "2017-07-11", "gross_misconduct", "dismissed_without_notice"),
        (None, "detective_constable", "misconduct_hearing", "2017-08-02", "not_proven", None),
        ("Ken Maddox-Lee", "sergeant", "special_case_hearing", "2017-09-20", None, "would_have_been_dismissed"),
    ]  # fmt: skip


SECTIONS = """Staffordshire Police
Public hearings archive

June 2018: use of force in Hanley
Police Constables 4820 Ursula Leekley and 5233 Mansoor Hilderstone attended a hearing on 19 and 20 June. It had been alleged that both struck a man. The panel found that no case was made out against PC Leekley. PC Hilderstone's last strikes were misconduct, for which he received a written warning.

July 2018: special case
Temporary Sergeant Aldous Cheddleton-Rae was dismissed by Chief Constable Petra Swynnerton on 17 July following his conviction at Stafford Crown Court for theft.

August 2018: data
A police staff investigator looked up a tenant of hers. She was dismissed at a disciplinary hearing on 3 August after she admitted it.
"""


def test_a_day_takes_its_year_from_the_heading_over_it() -> None:
    dates = {s["name"]: s["proceeding"]["date"] for s in _subjects(SECTIONS)}
    assert dates["Aldous Cheddleton-Rae"] == "2018-07-17"
    assert dates[None] == "2018-08-03"
    assert dates["Mansoor Hilderstone"] == "2018-06-20"


TABLE = (
    "West Yorkshire Police misconduct hearings 2022\n"
    "Ref no\tListed for\tOfficer\tForum\tStatus\tResult\n"
    "1\t10/01/2022\tPC 7714 Beatrix Snape-Oduya\tMisconduct hearing\tConcluded\tDismissed without notice\n"
    "2\t07/03/2022\tPC 6623 Gil Marwood\tMisconduct hearing\tAdjourned to 16/05/2022\t\n"
    "3\t08/03/2022\tPC 6700 Nan Oldroyd\tMisconduct hearing\tAdjourned at officer's request until 23/05/2022\t\n"
)


def test_a_row_that_is_adjourned_is_pending_on_the_new_day() -> None:
    assert [(s["name"], s["proceeding"]["date"], s["proceeding"]["outcome"]) for s in _subjects(TABLE)] == [
        ("Beatrix Snape-Oduya", "2022-01-10", "dismissed_without_notice"),
        ("Gil Marwood", "2022-05-16", "pending"),
        ("Nan Oldroyd", "2022-05-23", "pending"),
    ]
