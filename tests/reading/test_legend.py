"""Legends: a key of abbreviations decodes the cells of its table and is no fact about anybody."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.legend import find_legend
from peelian.reading.page import Page

_ROWS = """Gwent Police: register of proceedings
03/02/2021 | PC 4410 Tamar Oakley | MH | GM | DWN | H
09/02/2021 | Sgt 2207 Ivor Penhale | MM | M | WW | D
17/03/2021 | PC 3131 Lena Marchbank | MH | GM | WHBD | H
"""
_KEYS = [
    # bars, no sign between
    "Key: MH misconduct hearing | MM misconduct meeting | GM gross misconduct | M misconduct | DWN dismissed without notice | WW written warning | WHBD would have been dismissed | H Honesty and Integrity | D Duties and Responsibilities",
    # semicolons and signs of equality
    "Abbreviations: MH = misconduct hearing; MM = misconduct meeting; GM = gross misconduct; M = misconduct; DWN = dismissed without notice; WW = written warning; WHBD = would have been dismissed; H = Honesty and Integrity; D = Duties and Responsibilities",
    # one a line below a heading
    "Glossary\nMH: misconduct hearing\nMM: misconduct meeting\nGM: gross misconduct\nM: misconduct\nDWN: dismissed without notice\nWW: written warning\nWHBD: would have been dismissed\nH: Honesty and Integrity\nD: Duties and Responsibilities",
]


def _subjects(text: str) -> list[dict[str, Any]]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return subjects


@pytest.mark.parametrize("key", _KEYS)
@pytest.mark.parametrize("first", [True, False])
def test_a_key_decodes_each_row_and_tells_nothing_itself(key: str, first: bool) -> None:
    text = f"{key}\n\n{_ROWS}" if first else f"{_ROWS}\n{key}\n"
    told = [
        (
            s["name"],
            s["proceeding"]["kind"],
            s["proceeding"]["finding"],
            s["proceeding"]["outcome"],
            s["proceeding"]["standards"],
        )
        for s in _subjects(text)
    ]
    assert told == [
        ("Tamar Oakley", "misconduct_hearing", "gross_misconduct", "dismissed_without_notice", ["honesty_and_integrity"]),
        ("Ivor Penhale", "misconduct_meeting", "misconduct", "written_warning", ["duties_and_responsibilities"]),
        ("Lena Marchbank", "misconduct_hearing", "gross_misconduct", "would_have_been_dismissed", ["honesty_and_integrity"]),
    ]  # fmt: skip


def test_without_a_key_letters_mean_nothing() -> None:
    assert find_legend(Page(_ROWS)) is None


@pytest.mark.parametrize(
    "line",
    [
        "Key findings: the panel heard two days of evidence",  # no abbreviations
        "Key: see overleaf",  # none either
        "The key to the case was a receipt, said DC Holt",  # prose
    ],
)
def test_what_is_no_key(line: str) -> None:
    assert find_legend(Page(line)) is None
