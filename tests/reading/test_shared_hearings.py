"""One hearing to come is that of all who are accused together, and of nobody else."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def _days(text: str) -> list[tuple[str | None, str | None]]:
    """Each subject with the day of the proceeding."""
    subjects = read(Document("t", text)).to_dict()["subjects"]
    return [(s["name"], (s["proceeding"] or {}).get("date")) for s in subjects]


@pytest.mark.parametrize(
    "text",
    [
        "PC Adam Lowe of Kent Police is accused of hitting a man. His colleague PC Ben Marsh is accused of lying about it. "
        "The hearing is to begin on 12 June 2023 at Maidstone.",
        "A police officer will face a hearing over messages.\n\nPC Adam Lowe, of Kent Police, is alleged to have sent a racist "
        "image to PC Ben Marsh, who is accused of failing to report it. The misconduct hearing will start on 12 June 2023.",
    ],
)
def test_the_hearing_is_everybodys(text: str) -> None:
    assert _days(text) == [("Adam Lowe", "2023-06-12"), ("Ben Marsh", "2023-06-12")]


def test_whoever_was_dealt_with_has_no_other_hearing() -> None:
    text = (
        "PC Adam Lowe of Kent Police, accused of hitting a man, was dismissed in March 2023. His colleague PC Ben Marsh is "
        "accused of lying about it. The hearing is to begin on 12 June 2023 at Maidstone."
    )
    assert _days(text) == [("Adam Lowe", "2023-03"), ("Ben Marsh", "2023-06-12")]


def test_whoever_is_not_accused_has_no_hearing() -> None:
    text = (
        "PC Adam Lowe of Kent Police resigned last year. His colleague PC Ben Marsh is accused of lying. "
        "The hearing is to begin on 12 June 2023 at Maidstone."
    )
    days = _days(text)
    assert ("Ben Marsh", "2023-06-12") in days
    assert ("Adam Lowe", "2023-06-12") not in days
