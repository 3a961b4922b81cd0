"""Entries that answer the same questions, and what the papers of police authorities say. All people are invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

DIGEST = """60 seconds from PSD
Leicestershire Police, 14 February 2024

Hello all. Here is what crossed our desks in January.

What happened? An officer on a night shift made colleagues laugh at a drunk student.
What did the panel say? Gross misconduct. Final written warning, three years.

What happened? A sergeant approved his own leave for two summers.
What did the meeting say? Misconduct. Written warning, 18 months.

What happened? A DC typed his girlfriend's ex into a database.
What did the court say? Guilty plea, computer misuse, £900 fine at Leicester Magistrates' Court on 9 January.

Questions? Pop in for a cuppa. A constable makes the tea.
"""


def test_the_first_question_that_comes_again_opens_each_entry() -> None:
    found = read(Document("x", DIGEST)).subjects
    assert [(s.rank, s.proceeding and s.proceeding.outcome, len(s.sentences)) for s in found] == [
        (None, "final_written_warning", 0),
        ("sergeant", "written_warning", 0),
        ("detective_constable", None, 1),
    ]


def test_questions_of_an_interview_are_no_entries() -> None:
    text = (
        "PC Ann Lee of Kent Police was dismissed at a misconduct hearing on 3 May 2012.\n\n"
        "Was it hard? A sergeant told her to go home. She did.\n\nWill she appeal? A solicitor said that she would not.\n"
    )
    assert [s.name for s in read(Document("x", text)).subjects] == ["Ann Lee"]


@pytest.mark.parametrize(
    "told",
    [
        "Notice of appeal has been given.",
        "He has given notice of appeal.",
        "Notice of appeal was lodged in November.",
    ],
)
@pytest.mark.parametrize("end", ["reduced to the rank of constable", "required to resign"])
def test_notice_of_appeal_against_a_heavy_outcome(told: str, end: str) -> None:
    text = f"A sergeant of Kent Police was {end} on 7 October 2004. {told}\n"
    (found,) = read(Document("x", text)).subjects
    assert found.appeal is not None
    assert (found.appeal.kind, found.appeal.result) == ("tribunal", "pending")


def test_the_pca_by_its_letters() -> None:
    text = "PC Ann Lee was required to resign by Kent Police on 7 October 2004. The PCA supervised the investigation.\n"
    (found,) = read(Document("x", text)).subjects
    assert (found.investigation.oversight, found.investigation.mode) == ("pca", "supervised")


def test_a_division_in_brackets_is_no_label() -> None:
    text = (
        "Kent Police Authority\nHearings concluded\n\n(i) A sergeant (F Division) - neglect. Hearing 7 October 2004. Reduced to the rank of constable.\n\n"
        "(ii) A constable (D1) - falsehood. Hearing 18 November 2004. Required to resign.\n"
    )
    assert [s.label for s in read(Document("x", text)).subjects] == [None, None]
