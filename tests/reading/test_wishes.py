"""What somebody wished who did not decide is no outcome. All people are invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

WARNED = "final_written_warning"
TOLD = [
    ("was handed a final written warning by a panel on Tuesday, despite the force arguing he should be dismissed.", WARNED),
    ("was before a misconduct panel. The force insisted he should be dismissed. He was given a final written warning.", WARNED),
    ("kept his job. A misconduct hearing was told by the force's lawyer that he must be sacked, but gave him a final written warning.", WARNED),
    ("should have been dismissed, the chief constable said of the misconduct panel's final written warning.", WARNED),
    ("should be dismissed without notice, a misconduct panel ruled.", "dismissed_without_notice"),
    ("attended a hearing. The panel recommended that he should be dismissed, and he was dismissed.", "dismissed"),
    ("told the misconduct panel that he wanted to stay. The panel ruled that he should be dismissed.", "dismissed"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "outcome"), TOLD)
def test_only_what_was_decided_is_an_outcome(told: str, outcome: str) -> None:
    text = f"PC's hearing\n\nPC Lewis Carrow, of Norfolk Police, {told}\n"
    proceeding = read(Document("wish", text)).subjects[0].proceeding
    assert proceeding is not None
    assert proceeding.outcome == outcome


def test_a_force_that_wanted_somebody_sacked_did_not_sack_him() -> None:
    text = "Norfolk Police wanted PC Lewis Carrow sacked, but a misconduct panel decided to give him a final written warning."
    proceeding = read(Document("wish", text)).subjects[0].proceeding
    assert proceeding is not None
    assert proceeding.outcome == WARNED
