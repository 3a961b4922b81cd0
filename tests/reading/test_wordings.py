"""How pages say it: one sentence a case, in the words of newspapers, forces, panels and oversight bodies."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from one_subject import read_one, told

OPENING = "PC Dana Holt took bribes from a garage.\n\n"
DAY = "2019-03-14"  # a Thursday
CASES: list[dict[str, object]] = tomllib.loads((Path(__file__).parent / "wordings.toml").read_text("utf-8"))[
    "case"
]


def _plain(value: object) -> object:
    """A value of the table as the reader gives it."""
    return set(value) if isinstance(value, list) else None if value == "none" else value


@pytest.mark.parametrize("case", CASES, ids=[str(c["text"])[:60] for c in CASES])
def test_wording(case: dict[str, object]) -> None:
    """What one sentence tells of the officer; a value of "none" says that nothing may be read there."""
    draft = read_one(OPENING + str(case["text"]), published=DAY)
    want = {k: _plain(v) for k, v in case.items() if k != "text"}
    have = told(draft)
    for name in ("resigned", "suspended", "restricted", "barred"):
        cited = getattr(draft, name)
        have[name] = cited.value if cited else None
    have["appeal"] = draft.appeal.result.value if draft.appeal else None
    inquiry = draft.investigation
    have["mode"] = inquiry.mode.value if inquiry and inquiry.mode else None
    have["oversight"] = inquiry.oversight.value if inquiry and inquiry.oversight else None
    assert {name: have.get(name) for name in want} == want
