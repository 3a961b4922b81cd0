"""The case of another officer, brought up beside the page's own: its force, its rank and its end are that other's."""

from __future__ import annotations

import pytest
from whole_pages import subjects, the_one

_OWN = "Sergeant keeps job\n\nSgt Dennis Orme was given a final written warning at a misconduct hearing at Devon and Cornwall Police headquarters on 4 May 2021.\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "Counsel for the force compared the case with that of a constable dismissed by Dorset Police in 2017, PC Harriet Vine, who had lied about a fine.",
        "He relied on the case of a constable dismissed by the Dorset force in 2017, PC Harriet Vine.",
        "The panel was referred to the case of a constable who was dismissed by Dorset Police in 2017 (PC Harriet Vine).",
    ],
)
def test_the_other_force_and_the_dismissal_are_of_the_one_compared(told: str) -> None:
    own, other = subjects(_OWN + told)
    assert (own["force"], own["proceeding"]["outcome"]) == ("devon_and_cornwall", "final_written_warning")
    assert (other["name"], other["background"], other["force"]) == ("Harriet Vine", True, "dorset")
    assert other["proceeding"]["outcome"] == "dismissed"


def test_a_cited_name_without_a_rank_keeps_its_force() -> None:
    own, other = subjects(
        "R v Orme [2019] EWCA Crim 9901\n\nIN THE COURT OF APPEAL (CRIMINAL DIVISION)\n\nREGINA\n- v -\nDENNIS ORME    Appellant\n\nJ U D G M E N T\n\n"
        "1. On 4 March 2019, in the Crown Court at Leeds, the appellant pleaded guilty to misconduct in public office and was sentenced to two years' imprisonment. "
        "He joined West Yorkshire Police in 2001 and was a sergeant.\n\n"
        "2. Mr Keane drew our attention to Pallister, a case from 2011 in which a constable of the Cleveland force, who had taken money from a prisoner, received 18 months.\n\n"
        "3. The appeal is dismissed."
    )
    assert (own["force"], other["name"], other["force"]) == ("west_yorkshire", "Pallister", "cleveland")


def test_the_case_on_which_a_page_opens_is_its_own() -> None:
    subject = the_one(
        "PC sacked after shoplifting\n\nThe case of a constable dismissed by Norfolk Constabulary after stealing a chicken was published today. "
        "PC Dennis Orme was dismissed without notice on 4 May 2021."
    )
    assert (subject["force"], subject["proceeding"]["outcome"]) == ("norfolk", "dismissed_without_notice")
