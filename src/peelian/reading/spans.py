"""Things with offsets, in order: those that begin in a stretch, found without looking at the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

P = TypeVar("P", bound=Any)
_START = attrgetter("start")


def beginning_in(things: Sequence[P], start: int, end: int) -> Sequence[P]:
    """The things that begin in ``[start, end)``; ``things`` must be in order of their ``start``."""
    return things[bisect_left(things, start, key=_START) : bisect_left(things, end, key=_START)]


def find_all(text: str, words: Iterable[str]) -> list[int]:
    """Where any of ``words`` begins in ``text``, in order; much quicker than a pattern where they are few."""
    out: list[int] = []
    for word in words:
        at = text.find(word)
        while at != -1:
            out.append(at)
            at = text.find(word, at + 1)
    out.sort()
    return out


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Whether any of ``words`` stands in ``text``: asked before a pattern that needs one of them."""
    for word in words:  # noqa: SIM110 (a generator for any() costs more than the search)
        if word in text:
            return True
    return False
