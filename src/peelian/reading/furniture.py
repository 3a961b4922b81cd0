"""Page furniture: lines of menus, cookie notices, share bars, captions' credits, links to other stories.

Nothing is cut: furniture is marked, so that no family of facts reads another officer's headline as
this one's case, and all offsets stay true.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Line, Page
from peelian.reading.scan import Scan

_MARK: Final = "-*\u2022\u25aa\u25cf\u00b7\u2013>: \u00bb\u2014"
_STOP: Final = frozenset(".!?\"\u201d'\u2019")
# A bar of links has no date, no time and no collar number in it.
_DIGITS: Final = re.compile(r"\d{1,2}[/:.]\d\d|\b\d{1,2} [A-Za-z]{3}|\b(?:19|20)\d\d\b|\b[A-Z]{2,3} \d")
_RUNNING: Final = re.compile(r"page \d{1,3} of \d{1,3}\Z")
_HEADINGS: Final = frozenset(
    "rank name outcome finding allegation allegations date hearing chair standards standard sanction result officer year role offence disposal".split()
)
# A heading over links is short, and no block of links is longer than this.
_HEADING: Final = 60
_LINKS: Final = 8
_LINK: Final = 110
_ONE_LINK: Final = 160


class Openers:
    """What the first words of each line say that the line is (``data/openers.toml``, table ``opener``)."""

    __slots__ = ("_at",)

    def __init__(self, scan: Scan) -> None:
        self._at: dict[int, tuple[str, int]] = {}
        for hit in scan.of("opener"):
            self._at.setdefault(hit.start, (hit.value, hit.end))

    def of(self, page: Page, line: Line) -> tuple[str, int] | None:
        """``(value, end)`` of the words that open a line, bullets and dashes skipped; None if they say nothing."""
        at = line.start
        while at < line.end and page.text[at] in _MARK:
            at += 1
        return self._at.get(at)


def find_furniture(page: Page, scan: Scan, openers: Openers) -> tuple[list[Span], list[Span]]:
    """The ``[start, end)`` of every line that is page furniture, in order; and of those that lead to other stories."""
    lines, marked, links = page.lines, set(), set()
    starts = [line.start for line in lines]
    for hit in scan.of("furniture"):
        i = bisect_right(starts, hit.start) - 1
        if lines[i].end - lines[i].start < 200:
            marked.add(i)
    i = 0
    while i < len(lines):
        found = openers.of(page, lines[i])
        if found is not None and page.text[lines[i].start] != "|":
            value, end = found
            if (value == "furniture" and _is_furniture(page, lines[i], end)) or (
                value == "alone" and _stands_alone(page, lines[i], end)
            ):
                marked.add(i)
            elif value == "related" and _leads_to_one_link(page, lines[i], end):
                links.add(i)
            elif (
                value == "related"
                and lines[i].end - lines[i].start <= _HEADING
                and not _is_sentence(page, lines[i])
            ):
                links.update({i} if _is_button(page, i) else range(i, _last_link(page, i) + 1))
        i += 1
    last = len(lines) - 4
    for i, line in enumerate(lines):
        if (i < 14 or i > last) and (
            (is_menu(page, line) and not _in_table(page, i))
            or (
                page.low[line.end - 1].isdigit()
                and _RUNNING.search(page.low, max(line.start, line.end - 16), line.end)
            )
        ):
            marked.add(i)
    spans, elsewhere = (
        [(lines[i].start, lines[i].end) for i in sorted(found)] for found in (marked | links, links)
    )
    return spans, elsewhere


_NUMBERED: Final = re.compile(r"[A-Z]{0,2}\d{2,}")


def is_menu(page: Page, line: Line) -> bool:
    """Whether a line is a bar of short links or a trail of them ("Home > News > Kent"), without any date."""
    text = page.text[line.start : line.end]
    if not (
        "|" in text or ">" in text or "\u00bb" in text or "\u2022" in text or "   " in text or " / " in text
    ):
        return False
    if _NUMBERED.match(text):  # an entry's number opens no menu
        return False
    if text[0] == "|" or len(text) > 160 or text[-1] in '.:"' or _DIGITS.search(text):
        return False
    if len(_HEADINGS.intersection(page.low[line.start : line.end].split())) >= 2:  # the head of a table
        return False
    for mark in (" | ", " > ", " >> ", " \u00bb ", "   ", "  \u2022  "):
        parts = [p for p in text.split(mark) if p.strip()]
        if len(parts) >= (2 if mark in (" > ", " >> ", " \u00bb ") else 3) and all(
            len(p.strip()) <= 34 for p in parts
        ):
            return True
    parts = text.split(" / ")
    return len(parts) >= 2 and parts[0].strip().lower().removeprefix("you are here: ") in (
        "home",
        "news",
        "uk news",
        "iopc",
        "ipcc",
        "about us",
        "our work",
    )


def _in_table(page: Page, i: int) -> bool:
    """Whether the line above or below has as many bars or gaps, or one more or less: rows of a table, not a bar of links."""
    near = page.lines[max(0, i - 1) : i + 2]
    for marks in (
        [page.text.count(" | ", a.start, a.end) for a in near],
        [len(_WIDE.findall(page.text, a.start, a.end)) for a in near],
    ):
        mine = marks.pop(1 if i else 0)
        if mine >= _BARS and any(abs(mine - other) <= 1 and other >= _BARS for other in marks):
            return True  # (an empty cell leaves one out)
    return False


_BARS: Final = 2
_WIDE: Final = re.compile(r"   +")


def _is_furniture(page: Page, line: Line, end: int) -> bool:
    """A line with a furniture opener, unless it runs on as a sentence of the text ("Police said ...")."""
    length = line.end - line.start
    return length <= 70 or (
        length < 180 and page.text[end : end + 1] in (" ", "", ":", ",", "?") and _loud(page, line)
    )


def _leads_to_one_link(page: Page, line: Line, end: int) -> bool:
    """Whether the words open a line that is itself the link: "Read more: Man jailed over assault"."""
    return (
        line.end - line.start <= _ONE_LINK
        and page.text[end - 1 : end + 1].strip().endswith((":", ">", "|", "\u2013", "-"))
        and bool(page.text[end + 1 : line.end].strip())
    )


_WORDS: Final = 5  # a heading is shorter, or has no full stop


def _is_sentence(page: Page, line: Line) -> bool:
    """Whether "Also in the dock was Ann Lee, 28." is a sentence of the text, and no heading such as "Also in the news"."""
    return page.text[line.end - 1] == "." and page.text.count(" ", line.start, line.end) >= _WORDS


def _stands_alone(page: Page, line: Line, end: int) -> bool:
    """A button's word ("Share") with nothing after it but more buttons, a bar or a gap."""
    rest = page.text[end : line.end]
    return not rest or (line.end - line.start < 70 and rest.startswith((" |", "  ", " \u2022", "|")))


def _loud(page: Page, line: Line) -> bool:
    low = page.low[line.start : line.end]
    return (
        "cookie" in low
        or "sign up" in low
        or "subscribe" in low
        or "available in" in low
        or "newsletter" in low
        or "bbc is not" in low
        or "is a beta" in low
        or "do not publish" in low
    )


_FEWEST_BUTTONS: Final = 3


def _is_button(page: Page, i: int) -> bool:
    """Whether "Read more" is the button below an entry and no heading over links: it comes again and again, or a day follows."""
    line = page.lines[i]
    words = page.low[line.start : line.end]
    if page.low.count(words) >= _FEWEST_BUTTONS:
        return sum(1 for x in page.lines if page.low[x.start : x.end] == words) >= _FEWEST_BUTTONS
    after = page.lines[i + 1] if i + 1 < len(page.lines) else None
    return after is not None and _DAY_ALONE.match(page.low, after.start, after.end) is not None


_DAY_ALONE: Final = re.compile(
    r"(?:[a-z]+day,? )?\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} (?:19|20)\d\d$|\d{1,2}/\d{1,2}/\d{2,4}$",
    re.MULTILINE,
)


def _last_link(page: Page, heading: int) -> int:
    """The index of the last line under a heading that is a link: short, and no sentence of prose."""
    lines = page.lines
    i = heading
    while i + 1 < len(lines) and i - heading < _LINKS:
        following = lines[i + 1]
        if following.end - following.start > _LINK or page.text[following.end - 1] in _STOP:
            break
        if page.text[following.start] == "\u00a9" or page.low.startswith("image", following.start):
            break
        if following.blank_before and i > heading and not following.bullet:
            break
        i += 1
    return i
