"""Entries of a court round-up: who stands at the head, and what rank the first sentence gives to them."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

LEAD = "SENTENCED THIS WEEK\nThe round-up of who was sent where by the judges at Bristol Crown Court.\n\n"
OTHER = (
    "\n\nOSCAR MENZIES, 30, of Keynsham. A serving PC, he broke a man's jaw. Section 20 wounding. 21 months."
)


def ranks(text: str) -> dict[str | None, str | None]:
    return {s.name: s.rank for s in read(Document(id="x", text=text)).subjects}


@pytest.mark.parametrize(
    "opening",
    [
        "The former detective constable kept",
        "The ex-detective constable kept",
        "The retired detective constable kept",
        "A former detective constable, he kept",
    ],
)
def test_the_first_sentence_of_an_entry_gives_the_rank(opening: str) -> None:
    entry = f"STEPHEN PARGETER, 55, of Thornbury. {opening} indecent images on a laptop. Three counts of making indecent photographs. 16 months."
    assert ranks(LEAD + entry + OTHER) == {
        "STEPHEN PARGETER": "detective_constable",
        "OSCAR MENZIES": "police_constable",
    }


@pytest.mark.parametrize(
    "opening",
    [
        "A detective constable saw him keep",
        "The detective constable he bit found",
        "The sergeant who stopped him found",
    ],
)
def test_an_officer_of_the_entry_is_not_who_stands_at_its_head(opening: str) -> None:
    entry = f"STEPHEN PARGETER, 55, of Thornbury. {opening} indecent images on a laptop. Three counts of making indecent photographs. 16 months."
    assert ranks(LEAD + entry + OTHER).get("STEPHEN PARGETER") is None
