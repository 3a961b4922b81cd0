"""Rules and counts tell of nobody; whoever is named beside them is still told of."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def subjects(text: str) -> list[str | None]:
    """The names of those whom a page tells of."""
    return [s.name for s in read(Document("page", text)).subjects]


@pytest.mark.parametrize(
    "text",
    [
        "Kent Police\nPolicy on misconduct\n\n1. A police constable found to have committed gross misconduct may be dismissed "
        "without notice.\n\n2. A sergeant or inspector may be reduced in rank.\n",
        "Kent Police\n\nAn officer who resigns before a hearing may be told that they would have been dismissed.\n",
        "Kent Police's annual figures\n\nIn 2023 13 officers were dismissed without notice, 22 received final written warnings "
        "and 4 would have been dismissed had they not resigned.\n",
        "Kent Police\nHow many officers faced hearings?\n\n• 17 police constables – dismissed\n• 2 sergeants – final written "
        "warning\n• 4 PCSOs – no further action\n",
    ],
)
def test_rules_and_counts_are_of_nobody(text: str) -> None:
    assert subjects(text) == []


def test_a_named_officer_beside_counts_is_told_of() -> None:
    text = (
        "Kent Police\n\nIn 2023 13 officers were dismissed and 22 received final written warnings.\n\nPC Ann Leamy was "
        "dismissed without notice on 3 May 2023.\n"
    )
    assert subjects(text) == ["Ann Leamy"]


def test_few_officers_counted_one_by_one_are_told_of() -> None:
    text = "Kent Police\n\nTwo officers were dismissed and one received a final written warning at a hearing in May 2023.\n"
    assert len(subjects(text)) == 3


def test_what_may_become_of_one_officer_is_no_rule() -> None:
    text = (
        "Kent Police\n\nA constable was arrested in May. He may be charged with theft, the court was told.\n"
    )
    assert len(subjects(text)) == 1
