"""Who only stands by an officer or speaks for the force, and who is named in passing but has an end of their own."""

from __future__ import annotations

import pytest
from whole_pages import subjects

LAMB = "PC Ian Lamb of Kent Police was dismissed without notice at a misconduct hearing in May. "


@pytest.mark.parametrize(
    "told",
    [
        "His Federation friend, Sgt Rosa Keats, urged the chief to follow what was done with another constable, who kept his job.",
        "His Police Federation representative, Inspector Rosa Keats, had asked for a final written warning.",
        "Chief Inspector Rosa Keats, for the appropriate authority, had asked for dismissal.",
    ],
)
def test_who_stands_by_is_no_subject(told: str) -> None:
    assert [s["name"] for s in subjects(LAMB + told + "\n")] == ["Ian Lamb"]


@pytest.mark.parametrize(
    "told",
    [
        "Inspector Rosa Keats, who had conducted a review at midnight without entering the cell, received a written warning following a misconduct meeting.",
        "Inspector Rosa Keats had the case against her thrown out.",
    ],
)
def test_who_was_warned_or_cleared_is_a_subject(told: str) -> None:
    assert [s["name"] for s in subjects(LAMB + told + "\n")] == ["Ian Lamb", "Rosa Keats"]


def test_a_co_accused_who_never_was_an_officer() -> None:
    told = subjects(
        "PC Ian Lamb of Kent Police was jailed for two years for theft at Maidstone Crown Court. His co-accused, Leanne Bray, was a woman with whom he "
        "lived; she has never been employed by the police. Bray got a conditional discharge.\n"
    )
    assert [s["name"] for s in told] == ["Ian Lamb"]
