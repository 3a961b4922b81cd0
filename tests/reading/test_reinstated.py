"""Whoever is given back their job is not left with the finding and outcome for which they lost it."""

from __future__ import annotations

import pytest
from one_subject import read_one, told

from peelian.documents import Document
from peelian.reading import read

SACKED = "PC Holt was dismissed without notice at a misconduct hearing on 4 May 2021 after the panel found gross misconduct. "

# text, finding that stands, outcome that stands
STANDS = [
    # the finding itself is set aside, in several words
    ("A Police Appeals Tribunal allowed her appeal and quashed the finding of gross misconduct.", None, None),
    ("A Police Appeals Tribunal reinstated her. It found the finding of gross misconduct unreasonable.", None, "reinstated"),
    ("The Police Appeals Tribunal said the gross misconduct finding could not stand. She was reinstated.", None, "reinstated"),
    # no tribunal is named
    ("She has been reinstated.", None, "reinstated"),
    ("She has won her job back on appeal.", None, "reinstated"),
    ("The force has been ordered to reinstate her.", None, "reinstated"),
    # the finding is said to stand
    (
        "A Police Appeals Tribunal allowed her appeal and reinstated her. It left the finding of gross misconduct in place and "
        "confirmed that it was gross misconduct.",
        "gross_misconduct",
        "reinstated",
    ),
    # a lesser sanction in its place
    (
        "A Police Appeals Tribunal upheld the gross misconduct finding but reinstated her with a final written warning.",
        "gross_misconduct",
        "final_written_warning",
    ),
    # the finding is upheld, the sanction replaced, the job given back, each in a sentence of its own
    (
        "A Police Appeals Tribunal upheld the finding of gross misconduct. Her appeal was allowed and the Tribunal replaced the "
        "dismissal with a written warning. She has been reinstated.",
        "gross_misconduct",
        "written_warning",
    ),
    # the finding upheld and nothing changed
    ("A Police Appeals Tribunal upheld the finding of gross misconduct.", "gross_misconduct", "dismissed_without_notice"),
    # what was asked for and refused
    ("A Police Appeals Tribunal refused to reinstate her and dismissed her appeal.", "gross_misconduct", "dismissed_without_notice"),
    ("She hopes to be reinstated.", "gross_misconduct", "dismissed_without_notice"),
    # back from a suspension; back later as something else
    ("She had been suspended in 2019 and reinstated in 2020.", "gross_misconduct", "dismissed_without_notice"),
    ("She later returned to the force as a civilian.", "gross_misconduct", "dismissed_without_notice"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "finding", "outcome"), STANDS)
def test_what_stands(text: str, finding: str | None, outcome: str | None) -> None:
    """After a reinstatement only what still stands is told; without one, all that was decided."""
    now = told(read_one(SACKED + text))
    assert (now.get("finding"), now.get("outcome")) == (finding, outcome)


RESULTS = [
    # upheld and replaced: varied, however the sentences are ordered
    (
        "The Police Appeals Tribunal confirmed the findings but replaced the dismissal with a final written warning.",
        "varied",
    ),
    (
        "The Police Appeals Tribunal substituted a final written warning. The finding of gross misconduct was upheld.",
        "varied",
    ),
    # only upheld: dismissed
    ("The Police Appeals Tribunal confirmed the panel's finding.", "dismissed"),
]


@pytest.mark.parametrize(("text", "result"), RESULTS)
def test_a_finding_upheld(text: str, result: str) -> None:
    """A finding that stands is the end of an appeal only where the sanction is not told to have changed."""
    appeal = read_one(SACKED + text).appeal
    assert appeal is not None and appeal.result.value == result


def test_a_job_that_one_cannot_have_back_is_no_reinstatement() -> None:
    page = (
        "A former police officer can't have his job back, the High Court has ruled.\n\nAnn Lee was a PC with Kent Police. "
        "A misconduct hearing dismissed her without notice in March 2019. A Police Appeals Tribunal agreed."
    )
    (officer,) = read(Document("x", page)).to_dict()["subjects"]
    assert officer["proceeding"]["outcome"] == "dismissed_without_notice"
    assert officer["appeal"] == {"kind": "tribunal", "result": "dismissed"}
