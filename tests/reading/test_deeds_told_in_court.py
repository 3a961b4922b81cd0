"""What a court heard that an officer did, where a sentence follows and no offence is named. All invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _told(text: str) -> list[tuple[str, str | None, str]]:
    [subject] = read(Document("x", text)).to_dict()["subjects"]
    told: list[dict[str, Any]] = subject["offences"]
    return [(o["offence"], o["plea"], o["stage"]) for o in told]


@pytest.mark.parametrize(
    ("words", "offences"),
    [
        (
            "Sgt Ivor Orpe stole £4,000 from a dead man's flat, Hull Crown Court was told. The Humberside officer was jailed for 18 months. He pleaded guilty.",
            [("theft", "guilty", "convicted")],
        ),
        (
            "Hull Crown Court heard how he groped a trainee. Sgt Ivor Orpe of Humberside Police was given a suspended sentence of six months. He had denied the charge.",
            [("sexual_assault", "not_guilty", "convicted")],
        ),
        (
            "Sgt Ivor Orpe stole £4,000 from a dead man's flat, Hull Crown Court was told. The trial of the Humberside officer goes on.",
            [],
        ),
        (
            "A burglar stole a car and Sgt Ivor Orpe of Humberside Police chased him, Hull Crown Court heard. Orpe was fined £200.",
            [],
        ),
        (
            "Sgt Ivor Orpe of Humberside Police stole from a shop, his wife said. Hull Magistrates' Court fined him £200 for speeding.",
            [("speeding", None, "convicted")],
        ),
    ],
)
def test_a_deed_that_a_court_heard_of(words: str, offences: list[Any]) -> None:
    assert _told(words + "\n") == offences
