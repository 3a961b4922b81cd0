"""Who helps, by need: data/helplines.yaml, or the casebook's own file in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import yaml
from django.conf import settings


@dataclass(frozen=True, slots=True)
class Helpline:
    """An organisation that helps. ``verified`` false: the number may be out of date, and the page says "may"."""

    name: str
    phone: str
    site: str
    needs: tuple[str, ...]
    note: str
    verified: bool


class NotADirectory(ValueError):
    """The casebook's helplines.yaml is not in the shape of ours. The message says where."""


def needs() -> dict[str, str]:
    """The needs, key to words, in the file's order."""
    return _directory()[0]


def by_need(wanted: Sequence[str] = ()) -> list[tuple[str, list[Helpline]]]:
    """The needs, in words, with who helps; those ``wanted`` first, then all others."""
    words, lines = _directory()
    order = [need for need in wanted if need in words] + [need for need in words if need not in wanted]
    grouped = [(words[need], [line for line in lines if need in line.needs]) for need in order]
    return [(need, found) for need, found in grouped if found]


def _directory() -> tuple[dict[str, str], tuple[Helpline, ...]]:
    own = Path(getattr(settings, "CASEBOOK", ".")) / "helplines.yaml"
    if own.is_file():
        return _read(own.read_text("utf-8"), str(own))
    return _read(files("peelian.intake").joinpath("data/helplines.yaml").read_text("utf-8"), "helplines.yaml")


@lru_cache(maxsize=4)
def _read(text: str, where: str) -> tuple[dict[str, str], tuple[Helpline, ...]]:
    try:
        held = yaml.safe_load(text)
        words = {str(key): str(value) for key, value in held["needs"].items()}
        lines = tuple(
            Helpline(
                str(entry["name"]),
                str(entry.get("phone") or ""),
                str(entry.get("site") or ""),
                tuple(str(need) for need in entry["needs"]),
                str(entry.get("note") or ""),
                entry.get("verified") is True,
            )
            for entry in held["helplines"]
        )
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise NotADirectory(f"{where} is not in the shape of Peelian's own helplines.yaml: {error}") from None
    if stray := sorted({need for line in lines for need in line.needs} - words.keys()):
        raise NotADirectory(f"{where} uses a need that it does not name: {stray[0]}")
    return words, lines
