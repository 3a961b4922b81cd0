"""Tallies: lines of statistics ("Sergeant 27", "Dismissed  1  2  1"), which count cases and tell of nobody."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page

_FEWEST: Final = 3
_LONGEST: Final = 160
_FIGURE: Final = (
    r"(?:\d{1,3}(?:,\d{3})*|\d{4}|<\d|[-\u2013]|nil|none)(?:\.\d+)?%?(?: ?\(\d{1,3}(?:\.\d+)?%\))?"
)
_COUNTED: Final = re.compile(
    rf"(?P<what>[a-z(][^\d\n|]{{2,70}}?)[ \t:|.]+(?P<figures>{_FIGURE}(?:[ \t|]+{_FIGURE})*)[ \t|]*\Z"
)
_ENDS: Final = frozenset("0123456789%)-le| ")  # a figure, "nil", "none"
_YEARS: Final = re.compile(r"(?:(?:19|20)\d\d[ \t|]*)+\Z")


def find_tallies(page: Page) -> list[Span]:
    """The lines of every run of three or more in each of which other words are counted; in order.

    Lines of which the words come again ("PC 4417", "PC 5520"; "Officer 1", "Officer 2") count nothing.
    """
    out: list[Span] = []
    run: list[tuple[Span, str]] = []
    for line in page.lines:
        short = line.end - line.start <= _LONGEST and page.low[line.end - 1] in _ENDS
        found = _COUNTED.match(page.low[line.start : line.end]) if short else None
        if found is not None and _YEARS.match(found.group("figures")) is None:
            run.append(((line.start, line.end), found.group("what").strip()))
            continue
        out += _counted(run)
        run = []
    return out + _counted(run)


def _counted(run: list[tuple[Span, str]]) -> list[Span]:
    """The lines of a run, if it is a tally."""
    tally = len(run) >= _FEWEST and len({what for _, what in run}) == len(run)
    return [span for span, _ in run] if tally else []
