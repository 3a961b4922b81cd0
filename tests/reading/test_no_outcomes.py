"""Outcomes that were none, and other people's: weighed, expected, taken back, an allegation's, a co-accused's."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

WHO = "PC Una Holt of Kent Police "


def subject(text: str) -> dict[str, Any]:
    """A page's only subject."""
    (found,) = read(Document("x", text)).to_dict()["subjects"]
    result: dict[str, Any] = found
    return result


def outcome(text: str) -> str | None:
    """The outcome of a page's only subject."""
    proceeding = subject(text)["proceeding"]
    return proceeding["outcome"] if proceeding else None


NONE = [
    WHO + "was before a misconduct hearing in May. The panel was to have decided between a final written warning and dismissal, but it rose early.",
    WHO + "was found guilty of common assault at Maidstone Crown Court. The judge said that she was almost certain to be dismissed.",
    WHO + "faces a misconduct hearing over an allegation that could lead to dismissal.",
    "The complaint against PC Una Holt was dismissed yesterday. The Kent Police officer had been accused of rudeness.",
    "All allegations against former sergeant Una Holt, who retired from Kent Police in 2001, were dismissed by the misconduct panel.",
    WHO + "had been given a sentence that was too light, the Court of Appeal said, and she must go to prison for fraud.",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_no_dismissal(text: str) -> None:
    """Nobody is dismissed by what was only weighed, nor by a complaint's dismissal."""
    assert outcome(text) in (None, "pending")


TOLD = [
    # what was expected is not what came
    ("Colleagues expected a written warning. " + WHO + "was dismissed without notice at a misconduct hearing.", "dismissed_without_notice"),
    (WHO + "was on the point of being dismissed by the panel. She will instead carry a final written warning for two years.", "final_written_warning"),
    # a probationer's discharge
    (WHO + "has left. Her services were dispensed with under regulation 13 by the chief constable.", "other"),
    ("Had she stayed, dismissal would have followed, a misconduct hearing was told. Former PC Una Holt of Kent Police committed gross misconduct.", "would_have_been_dismissed"),
    # what was decided between is told, and then what was decided
    ("The panel had to choose between a warning and dismissal. " + WHO + "was dismissed at the misconduct hearing.", "dismissed"),
    # proved, and so dismissed
    ("The allegations against PC Una Holt of Kent Police were proved and she was dismissed.", "dismissed"),
    (WHO + "was dismissed as expected.", "dismissed"),
    (WHO + "received a written warning at a misconduct meeting.", "written_warning"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), TOLD)
def test_what_was_decided(text: str, value: str) -> None:
    """What came of it is told beside what might have come."""
    assert outcome(text) == value


def test_a_warning_taken_back_is_none() -> None:
    """A sanction set aside no longer stands."""
    assert outcome(WHO + "appealed and her written warning has been set aside.") != "written_warning"


def test_a_minority_and_a_submission_find_nothing() -> None:
    """Neither a dissenting member's view nor a rejected submission is the panel's finding."""
    text = WHO + "was before a misconduct hearing. "
    dissent = subject(text + "The dissenting member would have found misconduct.")["proceeding"]
    assert dissent is None or dissent["finding"] is None
    rejected = subject(
        text
        + "The panel rejected the submission that this was only misconduct and found gross misconduct. She was dismissed."
    )
    assert rejected["proceeding"]["finding"] == "gross_misconduct"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # another's sentence is not the officer's
        (
            "Drug dealer Lew Stark got seven years. PC Una Holt of Kent Police admitted misconduct in public office at Maidstone Crown Court.",
            [],
        ),
        (
            "Burglar Lew Stark got three years. PC Una Holt of Kent Police, convicted of burglary, was jailed for two years at Maidstone Crown Court.",
            [("imprisonment", "P2Y")],
        ),
    ],
)
def test_anothers_sentence(text: str, kinds: list[tuple[str, str]]) -> None:
    """The sentence of a civilian named in the same breath stays theirs."""
    assert [(s["kind"], s["length"]) for s in subject(text)["sentences"]] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "A constable drove into a gate. Kent Police said: \"We do not intend to hold a misconduct hearing.\" PC Una Holt was charged with careless driving.",
        "PC Una Holt of Kent Police has been charged with fraud. A hearing at the Old Bailey is set for October.",
    ],
)  # fmt: skip
def test_no_hearing_to_come(text: str) -> None:
    """A hearing that nobody will hold, and a court's, are no misconduct proceedings."""
    assert subject(text)["proceeding"] is None


def test_what_was_wrongly_said_is_neither_outcome_nor_finding() -> None:
    """A libel that a page takes back is not told again."""
    text = (
        "Former Supt Wallace Dunbarton of Norfolk Constabulary has won damages from a newspaper which wrongly said he had been sacked "
        "for gross misconduct. He retired in 2015."
    )
    assert subject(text)["proceeding"] is None
