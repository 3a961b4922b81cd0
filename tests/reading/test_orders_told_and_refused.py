"""Orders beside a sentence: those in brackets, those refused, penalty points, and those of somebody else."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

PAGE = "Sgt Una Wick, of Dorset Police, admitted stalking at Poole Magistrates' Court on 9 June 2017. {}\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "She was given a restraining order (five years) and costs (£500).",
            {"restraining_order": "P5Y", "costs": 500},
        ),
        ("A sexual harm prevention order was refused.", {}),
        ("Costs of £600 were sought but not awarded.", {}),
        ("Costs of £600 were sought and awarded.", {"costs": 600}),
        ("She was fined £300 and given six penalty points.", {}),
        ("She was fined £300 and Ann Moss, her cousin, was told to pay £500 compensation.", {}),
    ],
)
def test_orders(words: str, expected: dict[str, object]) -> None:
    subjects = read(Document("x", PAGE.format(words))).to_dict()["subjects"]
    (one,) = [s for s in subjects if s["name"] == "Una Wick"]
    assert {o["kind"]: o["length"] or o["amount"] for o in one["orders"]} == expected
