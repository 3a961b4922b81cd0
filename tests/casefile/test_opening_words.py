"""How sentences open: "An accelerated misconduct hearing", and numbers with their nouns."""

from __future__ import annotations

import pytest

from peelian.casefile.wording import opening
from peelian.cli.words import many


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("accelerated misconduct hearing", "An accelerated misconduct hearing"),
        ("special case hearing", "A special case hearing"),
        ("independent", "An independent"),
    ],
)
def test_a_sentence_opens_with_the_right_article(words: str, told: str) -> None:
    assert opening(words) == told


def test_one_is_one() -> None:
    assert (many(1, "person"), many(0, "pair"), many(2000, "case")) == ("1 person", "0 pairs", "2,000 cases")
