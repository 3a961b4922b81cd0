"""The rank of an officer under a letter, told beside the letter: "Officer A, his sergeant," and "His sergeant, Officer A,"."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def ranks(words: str) -> list[str | None]:
    text = f"Officer D was dismissed without notice by Kent Police at a misconduct hearing. {words}"
    return [s["rank"] for s in read(Document("x", text)).to_dict()["subjects"]]


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("Officer E, his sergeant, was given a written warning.", "sergeant"),
        ("Officer E, who was her line inspector, was given a written warning.", "inspector"),
        ("Officer E, the custody sergeant at Hove, was given a written warning.", "sergeant"),
        ("Her inspector, Officer E, was given a written warning.", "inspector"),
    ],
)
def test_the_rank_beside_a_letter(words: str, rank: str) -> None:
    assert ranks(words) == [None, rank]
