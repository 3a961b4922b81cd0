"""What the public form says, at two levels of language: data/form_words.yaml."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

LEVELS: Final = ("plain", "easy")


def level_of(asked: str | None) -> str:
    """``asked``, if there is such a level, else plain."""
    return asked if asked in LEVELS else "plain"


def words(level: str) -> dict[str, Any]:
    """All words of one level: texts by key; ``limits`` is a list of texts."""
    return _all()[level]


@cache
def _all() -> dict[str, dict[str, Any]]:
    text = files("peelian.intake").joinpath("data/form_words.yaml").read_text("utf-8")
    held: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return held
