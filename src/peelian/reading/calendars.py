"""Calendars: a page of hearings on which those to come stand beside those already decided.

"Coming up" over some entries and "Decisions in the last 28 days" over others: what an entry tells is of a
hearing to come or of one that is over by the heading under which it stands.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page

_LONGEST: Final = 60  # characters of such a heading
_EVENT: Final = r"(?:hearings?|meetings?|proceedings|cases|dates|outcomes?|results?|decisions?|matters)\b"
_COMING: Final = re.compile(
    rf"(?:(?:public |misconduct |accelerated |police |notices? of |details of |list of |our |the )*"
    rf"(?:(?:up-?coming|forthcoming|future|scheduled|planned|next|pending) (?:[a-z]+ ){{0,3}}{_EVENT}"
    r"|hearings? (?:to come|to be held|arranged|listed|scheduled|planned|coming up|fixed))|coming up|to be heard|still to come)"
    r"[^.;:!?|>]{0,30}:?$",
    re.MULTILINE,
)
_DECIDED: Final = re.compile(
    rf"(?:(?:public |misconduct |accelerated |police |our |the )*"
    rf"(?:(?:recent|past|previous|completed|concluded|latest|closed|finished|last) (?:[a-z]+ ){{0,3}}{_EVENT}"
    r"|(?:hearing )?(?:outcomes|results|decisions)|hearings? (?:outcomes?|results|held|concluded|completed|decided|that (?:have|has) (?:finished|ended|concluded|taken place)))"
    r"|decided|concluded|completed|already heard)"
    r"(?: (?:of|from|in|since|during|published|held|to date|and|for|by|at)\b[^.;:!?|>]{0,34})?:?$",
    re.MULTILINE,
)


def calendar(page: Page) -> list[tuple[int, str]]:
    """Where the parts of a calendar begin, each with the kind of its entries; empty unless both kinds are on the page.

    The kinds are ``hearing_notice`` (to come) and ``hearing_outcome`` (decided). What stands above the first
    such heading belongs to neither.
    """
    out: list[tuple[int, str]] = []
    lines = page.lines
    for n, line in enumerate(lines):
        if line.end - line.start > _LONGEST or (not line.blank_before and n and not _alone(page, n)):
            continue
        kind = (
            "hearing_notice"
            if _COMING.match(page.low, line.start, line.end)
            else "hearing_outcome"
            if _DECIDED.match(page.low, line.start, line.end)
            else ""
        )
        if not kind:
            continue
        if out and page.low[out[-1][0] : line.start].count("\n") < _FEWEST_LINES:
            out.pop()  # a heading, or a link of a menu, with nothing under it
        out.append((line.start, kind))
    return out if len({kind for _, kind in out}) > 1 else []


_FEWEST_LINES: Final = 3


def _alone(page: Page, n: int) -> bool:
    """Whether the line above a heading ends a sentence or is one."""
    above = page.lines[n - 1]
    return page.text[above.end - 1] in ".)" or above.end - above.start > _LONGEST


def kind_at(parts: list[tuple[int, str]], at: int) -> str | None:
    """The kind of the part of a calendar in which ``at`` stands, or None."""
    found = None
    for start, kind in parts:
        if start <= at:
            found = kind
    return found
