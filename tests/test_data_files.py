"""The data files of all rooms say what they seem to say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

SOURCE = Path(__file__).parents[1] / "src" / "peelian"
FILES = sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("data/*.yaml"))


def cut_off(value: Any) -> Iterator[str]:
    """Keys that are the rest of a text: in ``{what: One, two}`` the comma ends the text, and "two" is a key."""
    if isinstance(value, dict):
        for key, one in value.items():
            if one is None and isinstance(key, str) and " " in key:
                yield key
            yield from cut_off(one)
    elif isinstance(value, list):
        for one in value:
            yield from cut_off(one)


def test_a_text_that_a_comma_cut_is_found() -> None:
    assert list(cut_off(yaml.safe_load("- {name: What is alleged (short, no name), kind: text}"))) == [
        "no name)"
    ]
    assert not list(cut_off(yaml.safe_load("- {name: 'What is alleged (short, no name)', kind: }")))


@pytest.mark.parametrize("path", FILES, ids=str)
def test_no_text_is_cut_off_at_a_comma(path: Path) -> None:
    assert list(cut_off(yaml.safe_load((SOURCE / path).read_text("utf-8")))) == []
