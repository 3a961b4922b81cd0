"""Who saw, filmed or reported what an officer did is no subject, though the page names nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


@pytest.mark.parametrize(
    "text",
    [
        "Ned Obi was walking his dog when he saw the constable kick the man. He gave evidence to the hearing.",
        "Shop worker Eve Obi filmed the constable hitting the man.",
        "Ned Obi, 54, a taxi driver, saw it all.",
        "A witness, Ned Obi, was in the cell next door. He heard the constable threaten the prisoner.",
        "Ned Obi phoned the police to complain. He had filmed the constable on his phone.",
        "Ned Obi was arrested by the constable and complained that his wrist was broken.",
        "Neighbour Ned Obi heard the crash.",
    ],
)
def test_a_witness_named_in_full_is_no_subject(text: str) -> None:
    found = told(text + " The constable was dismissed without notice.")
    assert [s["name"] for s in found] == [None]
    assert found[0]["proceeding"]["outcome"] == "dismissed_without_notice"


@pytest.mark.parametrize(
    "text",
    [
        "Ned Obi, a constable, saw the officer in charge strike a man and lied about it. He was dismissed.",
        "Ned Obi saw a colleague hit a prisoner and did not report it. The officer was dismissed without notice.",
        "Ned Obi was on duty when he saw a drunk man. He punched him. The officer was dismissed.",
        "PC Ned Obi saw the sergeant hit a prisoner and said nothing. He was dismissed.",
        "Ned Obi saw the sergeant hit a prisoner and said nothing. Obi was dismissed from Kent Police.",
    ],
)
def test_an_officer_who_saw_something_stays_a_subject(text: str) -> None:
    assert [s["name"] for s in told(text)] == ["Ned Obi"]


@pytest.mark.parametrize("verb", ["kicked him", "threw her to the ground", "had kicked them"])
def test_a_blow_is_no_dismissal(verb: str) -> None:
    [subject] = told(f"PC Ann Lee was fined £500 for assault. The court heard that the officer {verb}.")
    assert subject["proceeding"] is None


def test_thrown_out_is_a_dismissal() -> None:
    [subject] = told("PC Ann Lee lied to her sergeant. The panel threw her out.")
    assert subject["proceeding"]["outcome"] == "dismissed"
