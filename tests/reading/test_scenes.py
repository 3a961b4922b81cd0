"""Sentences that set the scene of a hearing: whose it is, is told by those whom the paragraph or the page goes on about."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

BREATH = """Officers dealt with over breath tests

Independent Police Complaints Commission
22 July 2010

Constables Ivor Lee, 44, and Kirsty Webb, 30, of Dorset Police, appeared at Bournemouth Magistrates' Court in September 2009 charged with false accounting. Mr Lee admitted two offences. Against Ms Webb the Crown offered no evidence.

{scene} It required Mr Lee to resign. Ms Webb was given a written warning.

Their supervisor, Sergeant Al Petrie, had asked no questions. The same panel dismissed him. He had recourse to the Police Appeals Tribunal which, on 8 July, put a reduction in rank in the place of dismissal.
"""


@pytest.mark.parametrize(
    "scene",
    [
        "A disciplinary panel chaired by Assistant Chief Constable Prunella Straker sat on 4 February 2010.",
        "The misconduct hearing was held on 4 February 2010 before Assistant Chief Constable Prunella Straker.",
    ],
)
def test_a_hearing_told_before_any_name_is_of_all_who_are_named_after_it(scene: str) -> None:
    lee, webb, petrie = read(Document("x", BREATH.format(scene=scene))).to_dict()["subjects"]
    for told, outcome in ((lee, "required_to_resign"), (webb, "written_warning")):
        assert told["proceeding"]["kind"] == "misconduct_hearing"
        assert told["proceeding"]["date"] == "2010-02-04"
        assert told["proceeding"]["chair"] == "Prunella Straker"
        assert told["proceeding"]["outcome"] == outcome
    assert petrie["proceeding"]["outcome"] == "reduction_in_rank"
    assert petrie["appeal"] == {"kind": "tribunal", "result": "varied"}


ENDED = """Police officers lose jobs over sweepstake

Borderland Herald
3 June 2022

Two police officers of Kent Police who bet on 999 calls were told their fate.

PC Ann Lee kept the ledger. It was gross misconduct and she was dismissed without notice.

PC Tom Moss resigned in 2021. {moss}

The hearing, at Hindlip Hall, took eight days and finished yesterday.
"""


@pytest.mark.parametrize(
    "moss",
    [
        "Gross misconduct again, and dismissal had he stayed.",
        "The panel called it gross misconduct too: dismissal, had he not already left.",
    ],
)
def test_a_hearing_told_at_the_end_is_of_all_and_had_he_stayed_is_no_dismissal(moss: str) -> None:
    subjects = read(Document("x", ENDED.format(moss=moss))).to_dict()["subjects"]
    told = [
        (s["proceeding"]["finding"], s["proceeding"]["outcome"], s["proceeding"]["date"]) for s in subjects
    ]
    assert told == [
        ("gross_misconduct", "dismissed_without_notice", "2022-06-02"),
        ("gross_misconduct", "would_have_been_dismissed", "2022-06-02"),
    ]


def test_a_career_over_in_all_but_name_goes_on() -> None:
    page = "Inspector warned\n\nBorderland Herald\n3 June 2022\n\nInspector Ann Lee, of Kent Police, faced a misconduct hearing.\n\nHer career is over in all but name, said a colleague."
    subject = read(Document("x", page)).to_dict()["subjects"][0]
    assert subject["proceeding"]["outcome"] is None
