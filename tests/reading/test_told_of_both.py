"""What is told of two: "as was Lee", "so was Moss", "would both have been", "gave them both", and what is told of one after a clause."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

_HEAD = "Officers sacked\n\nKent Herald, 21 August 2017\n\n"


def _ends(text: str) -> dict[str, str | None]:
    found = read(Document("x", _HEAD + text)).to_dict()["subjects"]
    return {s["name"]: (s["proceeding"] or {}).get("outcome") for s in found}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "PC Rita Cash, of Kent Police, sent the most messages. She was dismissed without notice, as was Det Con Isla Vane, who had written of a woman.",
            "dismissed_without_notice",
        ),
        (
            "PC Rita Cash, of Kent Police, was dismissed without notice. So was Det Con Isla Vane.",
            "dismissed_without_notice",
        ),
        (
            "Former sergeant Rita Cash, who resigned in June, and PC Isla Vane, who retired on medical grounds, would both have been dismissed if they had still been serving with Kent Police.",
            "would_have_been_dismissed",
        ),
        (
            "PC Rita Cash and PC Isla Vane, of Kent Police, had lied about a car. Chief Constable Ada Bose gave them both their marching orders on Friday.",
            "dismissed",
        ),
    ],
)
def test_told_of_both(text: str, outcome: str) -> None:
    assert _ends(text) == {"Rita Cash": outcome, "Isla Vane": outcome}


def test_the_clause_on_somebody_else_ends() -> None:
    text = (
        "PC Keith Marsh, of Kent Police, was dismissed on Friday at a fast-track hearing in Maidstone. His sergeant knew. "
        'Sgt Horace Lind, who told the boy\'s mum "if the cap fits", is up before a misconduct hearing of his own on October 9.'
    )
    assert _ends(text) == {"Keith Marsh": "dismissed", "Horace Lind": "pending"}
