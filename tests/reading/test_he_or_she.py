"""Whom "she" means after two women, and to whom "her career is over; his goes on" gives what."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def ends(text: str) -> dict[str, str | None]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return {s["name"]: (s["proceeding"] or {}).get("outcome") for s in subjects}


WOMAN_AND_MAN = "PC Ann Doyle and PC Mark Reed went before a misconduct panel. "


@pytest.mark.parametrize(
    "text",
    [
        "Her career is over; his goes on, with a final written warning.",
        "Her punishment was dismissal, his a final written warning.",
        "His is a final written warning. Her fate was dismissal.",
    ],
)
def test_what_is_hers_and_what_is_his(text: str) -> None:
    assert ends(WOMAN_AND_MAN + text) == {"Ann Doyle": "dismissed", "Mark Reed": "final_written_warning"}


@pytest.mark.parametrize(
    "text",
    [
        "PC Ann Doyle and PC Clare Reed went before a misconduct panel. She was dismissed without notice.",
        "PC Mark Reed and PC Neil Platt lied about a stop, and he was dismissed without notice.",
        "PC Ann Doyle and PC Clare Reed went before a misconduct panel. Her career ended with dismissal without notice.",
    ],
)
def test_one_of_two_so_called_and_nobody_says_which(text: str) -> None:
    assert set(ends(text).values()) <= {None}


def test_whoever_was_told_of_alone_since_is_meant() -> None:
    found = ends(
        "PC Ann Doyle and PC Clare Reed attended a burglary. PC Reed kept a bracelet. She was dismissed without notice."
    )
    assert found == {"Ann Doyle": None, "Clare Reed": "dismissed_without_notice"}


def test_the_only_woman_of_two_is_meant() -> None:
    assert ends(WOMAN_AND_MAN + "She was dismissed.") == {"Ann Doyle": "dismissed", "Mark Reed": None}


def test_both_are_still_both() -> None:
    text = (
        "PC Ann Doyle and PC Clare Reed went before a misconduct panel. They were dismissed without notice."
    )
    assert set(ends(text).values()) == {"dismissed_without_notice"}


def test_a_harmed_womans_arm_is_no_officers_end() -> None:
    found = ends(
        "PC Ann Doyle and PC Mark Reed pushed a woman. Her fate was a broken arm. Both officers were given written warnings."
    )
    assert set(found.values()) == {"written_warning"}
