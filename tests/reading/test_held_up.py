"""What becomes of officers in general, or became of one held up as an example, is not told of the page's own."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def of_bell(text: str) -> dict[str, Any]:
    subjects = read(Document("x", text)).to_dict()["subjects"]
    return next(s for s in subjects if s["name"] == "Tom Bell")


_WARNED = "PC Tom Bell was given a final written warning after a misconduct hearing in Dover. "
_TO_BE_TRIED = "PC Tom Bell will stand trial for theft at Hove Crown Court on 4 May. "


@pytest.mark.parametrize(
    "more",
    [
        'Chief Constable Ann Reed said: "Officers who steal will be dismissed, charged and jailed."',
        "Barrister Hugh Lane said that in a similar case in 2017 an officer had been dismissed and jailed for fraud.",
        'The guidance says: "Where an officer has been convicted of theft, dismissal without notice will usually be the outcome."',
        "The guidance says that an officer who is convicted of theft should normally be dismissed without notice.",
        "The IOPC said that it was comparable to the case of a constable who was dismissed in 2019 and convicted of theft.",
        '"In my day he would have been sacked on the spot," said a retired superintendent.',
        "His lawyer drew attention to a case in Sussex, in 2009, in which a handler in like circumstances was dismissed and fined.",
    ],
)
def test_what_becomes_of_others_is_not_told_of_the_officer(more: str) -> None:
    bell = of_bell(_WARNED + more)
    assert bell["proceeding"]["outcome"] == "final_written_warning"
    assert bell["offences"] == bell["sentences"] == []


@pytest.mark.parametrize(
    "more",
    [
        "He told the jury that he knew that officers who were convicted of theft were sacked and jailed.",
        'His lawyer said: "He is not guilty. If he is convicted he will be sent to prison and dismissed without notice."',
        "The same prosecutor had charged two Kent detectives with fraud in 2014 and both were jailed for two years.",
    ],
)
def test_a_trial_to_come_is_no_conviction(more: str) -> None:
    bell = of_bell(_TO_BE_TRIED + more)
    assert [(o["offence"], o["stage"]) for o in bell["offences"]] == [("theft", "charged")]
    assert bell["sentences"] == []
    assert bell["proceeding"] is None


def test_a_judges_example_is_not_the_sentence() -> None:
    bell = of_bell(
        "Tom Bell, a former police constable, was jailed for a year for theft. Judge Ann Reed told him: "
        '"Officers convicted of corruption have been sent to prison for six years."'
    )
    assert [s["length"] for s in bell["sentences"]] == ["P1Y"]


def test_officers_of_whom_a_page_opens_are_told_of() -> None:
    """The headline's "officers who ... have been dismissed" are the page's own."""
    subjects = read(
        Document(
            "x",
            "Officers who sent racist messages have been dismissed.\nPC Tom Bell and PC Ann Moss were dismissed.",
        )
    ).to_dict()["subjects"]
    assert {s["proceeding"]["outcome"] for s in subjects} == {"dismissed"}
