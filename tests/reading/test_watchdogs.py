"""An oversight body that is only called the police watchdog: it may have investigated, but which one it was is not told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def investigation(told: str) -> tuple[Any, Any]:
    text = f"PC Ann Lee, of Kent Police, was dismissed after a misconduct hearing in 2022. {told}"
    (only,) = json.loads(read(Document(id="d", text=text)).to_json())["subjects"]
    return only["investigation"]["oversight"], only["investigation"]["mode"]


@pytest.mark.parametrize(
    ("told", "oversight", "mode"),
    [
        ("The police watchdog investigated after a referral by the force.", None, "independent"),
        ("It followed an independent investigation by the police watchdog.", None, "independent"),
        (
            "The force referred it to the police watchdog, the Independent Office for Police Conduct. The watchdog investigated.",
            "iopc",
            "independent",
        ),
        ("The force told the police watchdog, and looked into the matter by itself.", None, None),
        ("The case was referred to the police watchdog and it investigated.", None, "independent"),
        ("The data watchdog investigated too.", None, None),
        ("The watchdog investigated.", None, None),
    ],
)
def test_who_investigated(told: str, oversight: str | None, mode: str | None) -> None:
    assert investigation(told) == (oversight, mode)
