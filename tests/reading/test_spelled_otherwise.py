"""Offences are known in American and Oxford spelling too."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("unauthorised access to computer material", "unauthorized access to computer material"),
        ("controlling or coercive behaviour", "controlling or coercive behavior"),
    ],
)
def test_an_offence_spelled_otherwise(usual: str, other: str) -> None:
    told = "PC Orla Templecombe, of Dorset Police, was convicted of {} at Poole Crown Court on 5 March 2019."

    def of(words: str) -> list[tuple[str, str]]:
        subjects = read(Document("x", told.format(words))).to_dict()["subjects"]
        return [(o["offence"], o["stage"]) for s in subjects for o in s["offences"]]

    assert of(other) == of(usual) != []


def test_a_word_that_only_looks_like_one() -> None:
    """The neighbour: what was authorized was no offence."""
    text = (
        "PC Orla Templecombe, of Dorset Police, was dismissed without notice. Her leave had been authorized."
    )
    assert [s["offences"] for s in read(Document("x", text)).to_dict()["subjects"]] == [[]]
