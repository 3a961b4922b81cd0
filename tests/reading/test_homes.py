"""Homes end where the sentence or the next name begins."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


@pytest.mark.parametrize(
    ("words", "home"),
    [
        ("PC Ann Lott, 33, of Diss. She was with Kent Police. She was dismissed without notice.", "Diss"),
        ("PC Ann Lott, 33, of St. Ives, was dismissed without notice by Kent Police.", "St. Ives"),
        (
            "PC Ann Lott, 33, of Moor Lane, Diss, was dismissed without notice by Kent Police.",
            "Moor Lane, Diss",
        ),
    ],
)
def test_where_a_home_ends(words: str, home: str) -> None:
    (subject,) = read(Document("x", words)).to_dict()["subjects"]
    assert subject["residence"] == home
