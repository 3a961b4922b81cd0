"""A sanction that is only spoken of is no sanction: weighed, asked for, ruled out, or open to a panel."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _one(text: str) -> dict[str, Any]:
    (subject,) = read(Document("x", text + "\n")).to_dict()["subjects"]
    return dict(subject)


def _outcome(text: str) -> str | None:
    proceeding = _one(text)["proceeding"] or {}
    outcome: str | None = proceeding.get("outcome")
    return outcome


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        (
            "A panel thought of dismissing PC Una Brill of Kent Police but decided against it. She got a final written warning.",
            "final_written_warning",
        ),
        (
            "Dismissing PC Una Brill of Kent Police would have been out of proportion, a panel said, as it gave her a written warning.",
            "written_warning",
        ),
        (
            "Dismissal was too severe for PC Una Brill of Kent Police, a panel ruled. She was given a written warning.",
            "written_warning",
        ),
        (
            "Kent Police tried to dismiss PC Una Brill, but a misconduct panel gave her a final written warning.",
            "final_written_warning",
        ),
        (
            "Another lapse would see PC Una Brill of Kent Police sacked, said the panel which gave her a final written warning.",
            "final_written_warning",
        ),
        (
            "Demotion was discussed for PC Una Brill of Kent Police, but the panel gave her a written warning.",
            "written_warning",
        ),
        (
            "The panel asked whether Sgt Una Brill of Kent Police should be reduced in rank, and gave her a final written warning.",
            "final_written_warning",
        ),
        (
            "The panel declined to reduce Sgt Una Brill of Kent Police in rank and gave her a written warning.",
            "written_warning",
        ),
        (
            "A final written warning would have been too lenient for PC Una Brill of Kent Police, the panel said.",
            None,
        ),
        (
            "A misconduct panel weighed up a final written warning for PC Una Brill of Kent Police, which it held was not enough.",
            None,
        ),
        (
            "The options open to the panel in the case of PC Una Brill of Kent Police are a warning, reduction in rank and dismissal without notice.",
            None,
        ),
        (
            "A petition to dismiss PC Una Brill of Kent Police was signed by 400 people.",
            None,
        ),
        (
            "PC Una Brill of Kent Police was cleared by a panel. Had the allegations been proved she would have been dismissed.",
            None,
        ),
    ],
)
def test_what_was_only_weighed_is_no_outcome(told: str, outcome: str | None) -> None:
    assert _outcome(told) == outcome


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("A misconduct panel decided to dismiss PC Una Brill of Kent Police.", "dismissed"),
        ("Dismissing PC Una Brill of Kent Police, the chair said that she had lied.", "dismissed"),
        ("The panel held that dismissal was appropriate for PC Una Brill of Kent Police.", "dismissed"),
        (
            "The panel thought a warning would not be enough for PC Una Brill of Kent Police, and dismissed her without notice.",
            "dismissed_without_notice",
        ),
        (
            "The panel considered a final written warning appropriate for PC Una Brill of Kent Police.",
            "final_written_warning",
        ),
        ("PC Una Brill of Kent Police was given a final written warning.", "final_written_warning"),
        (
            "PC Una Brill of Kent Police was before a misconduct hearing. It found that the only possible sanction was dismissal without notice.",
            "dismissed_without_notice",
        ),
        (
            "PC Una Brill resigned from Kent Police. Had she stayed she would have been dismissed.",
            "would_have_been_dismissed",
        ),
    ],
)
def test_what_was_decided_stays(told: str, outcome: str) -> None:
    assert _outcome(told) == outcome


def test_a_resignation_taken_back_is_none() -> None:
    assert (
        _one("PC Una Brill of Kent Police withdrew her resignation and was given a written warning.")[
            "resigned"
        ]
        is None
    )
    assert (
        _one("PC Una Brill of Kent Police handed in her resignation before the hearing.")["resigned"]
        == "resigned"
    )
