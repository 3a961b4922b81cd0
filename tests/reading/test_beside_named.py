"""Officers without names beside a named one: whom no action was taken against, who faces a meeting, who is told of by "he" next."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

_PAGE = """Sergeant dismissed over crash

3 June 2019

Sgt Alan Moss, 41, of Kent Police, was dismissed on Friday after a misconduct hearing in Maidstone. He had driven home drunk in April.

The panel heard that he left his car in a hedge and walked off.

{}

Moss has the right to appeal.
"""


def _subjects(words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", _PAGE.format(words))).to_dict()["subjects"]
    return found


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (
            'No action was taken against a probationer who drove out to look for him "as a favour".',
            "no_action",
        ),
        ("Written warnings went to two other constables.", "written_warning"),
        ("The force later sacked a records clerk for the same thing.", "dismissed"),
        (
            "A records clerk, who ran the chat, was dealt with separately. He lost his job in April.",
            "dismissed",
        ),
        (
            "A constable who was in the passenger seat has been told he will face a misconduct meeting.",
            "pending",
        ),
        (
            "A second Kent officer was at one time to have been a witness. He has since been told that he'll face a misconduct meeting.",
            "pending",
        ),
    ],
)
def test_told_of_without_a_name(words: str, outcome: str) -> None:
    moss, *others = _subjects(words)
    assert (moss["name"], moss["proceeding"]["outcome"], moss["resigned"]) == ("Alan Moss", "dismissed", None)
    assert others
    assert {s["proceeding"]["outcome"] for s in others} == {outcome}


@pytest.mark.parametrize(
    "words",
    [
        "A retired inspector who lives nearby called 999.",
        "Of the two PCs who went with him, one was given a written warning and the other resigned.",
        "A constable gave evidence that no action was taken against the driver.",
    ],
)
def test_nothing_of_theirs_is_the_named_one_s(words: str) -> None:
    found = _subjects(words)
    assert [(s["name"], s["resigned"], s["proceeding"]["outcome"]) for s in found if s["name"]] == [
        ("Alan Moss", None, "dismissed")
    ]
