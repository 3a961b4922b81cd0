"""The masthead: a document's headline, its publisher, its date, and what kind of document it is.

The lines above the text proper are read one by one and each is given one part (headline, dateline,
byline, publisher, section, caption, furniture); what a line's first words say comes from
``data/openers.toml``. Values that the carrier's metadata gives go before what the page prints; they
are cited only where the page prints them too.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.dates import Date
from peelian.reading.furniture import Openers, find_furniture, is_menu
from peelian.reading.kind import Imprint, decide_kind, is_judgment
from peelian.reading.model import Cited, Span
from peelian.reading.name_words import given_names
from peelian.reading.page import Line, Page
from peelian.reading.published import SERIAL, find_published, stamped_first
from peelian.reading.publisher import A_HEADLINE, find_publisher, newspaper, organisation, over_its_date
from peelian.reading.scan import Scan

_ZONE: Final = 26  # lines that a masthead may take
_STOPS: Final = ".!?;"
_CLOSERS: Final = "\"'\u201d\u2019)]"
_CLOCK_TAIL: Final = re.compile(
    r"\s*[|,-]?\s*(?:\([^()]{1,24}\)\s*)?\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?:,?\s+\d{1,2}[:.]\d\d)?\Z"
)
_TITLED: Final = re.compile(r"(?:title|subject|re|headline)\s*:\s*(?=\S{2})")
_FORCE_END: Final = re.compile(r"(?:Police|Constabulary)\Z")
_JOINT: Final = re.compile(r"[a-z](?=[A-Z][a-z])")


@dataclass(slots=True)
class Masthead:
    """What the document says of itself.

    ``body_start`` is the offset where the text proper begins; ``furniture`` the ``[start, end)`` of
    lines that are no part of the text (menus, cookie text, share bars, links to other stories), and
    ``links`` of those among them that lead to other stories: what they tell is left out of the reading.
    ``above`` are the lines above the text other than the headline: dates, sections, bylines.
    """

    title: Cited[str] | None
    published: Cited[str] | None
    publisher: Cited[str] | None
    kind: str
    body_start: int = 0
    furniture: list[Span] = field(default_factory=list)
    links: list[Span] = field(default_factory=list)
    above: list[Span] = field(default_factory=list)

    def is_furniture(self, at: int) -> bool:
        """Whether offset ``at`` stands in a line of page furniture."""
        i = bisect_right(self.furniture, (at, len(self.furniture) and self.furniture[-1][1] + 1)) - 1
        return i >= 0 and at < self.furniture[i][1]


@dataclass(slots=True)
class HeadLine:
    """One line above the text: ``part`` is headline, dateline, byline, section, caption, label, menu or furniture."""

    index: int
    line: Line
    part: str


def read_masthead(
    page: Page, scan: Scan, dates: list[Date], published: str | None, publisher: str | None, title: str | None
) -> Masthead:
    """Find headline, publisher, date and kind in the first lines (or at the foot) of a page.

    ``published`` (EDTF), ``publisher`` and ``title`` are the carrier's own, or None.
    """
    openers = Openers(scan)
    furniture, links = find_furniture(page, scan, openers)
    head = _head_lines(page, dates, openers, {start for start, _ in furniture})
    body = head[-1].index + 1 if head else 0
    body_start = (
        page.lines[body].start if body < len(page.lines) else (page.lines[-1].start if page.lines else 0)
    )
    stamp = stamped_first(page)
    headline = _headline(page, scan, head) if stamp is None else _after_stamp(page, stamp)
    mark = headline.spans[0] if headline else (0, 0)
    named = find_publisher(page, scan, dates, head, mark, body_start, {start for start, _ in furniture})
    ruling = is_judgment(page, scan)
    when = find_published(page, dates, openers, body_start, mark, ruling)
    imprint = Imprint(headline, named, _newsy(page, openers, head), _released(page, openers), body_start)
    kind = decide_kind(page, scan, imprint)
    if kind == "judgment":
        headline, named = _case_name(page, headline), None
    return Masthead(
        _prefer(page, title, headline),
        _prefer_date(published, when),
        _prefer(page, publisher, named),
        kind,
        body_start,
        furniture,
        links,
        [(h.line.start, h.line.end) for h in head if not mark[0] <= h.line.start < max(mark[1], 1)],
    )


def _newsy(page: Page, openers: Openers, head: list[HeadLine]) -> bool:
    """Whether the page has a byline or a picture's caption, as news has."""
    if any(h.part in ("byline", "caption") for h in head):
        return True
    return any(
        (openers.of(page, line) or ("",))[0] == "caption"
        for line in page.lines[-8:]
        if line.end - line.start < 120
    )


def _released(page: Page, openers: Openers) -> bool:
    """Whether the foot is that of an official release."""
    return any((openers.of(page, line) or ("",))[0] == "release" for line in page.lines[-10:])


def _prefer(page: Page, given: str | None, read: Cited[str] | None) -> Cited[str] | None:
    """The carrier's value where the page prints it; None where it does not (the reader then takes it uncited)."""
    if given is None:
        return read
    at = page.text.find(given)
    return Cited(given, (at, at + len(given))) if given and at >= 0 else None


def _prefer_date(given: str | None, read: Cited[str] | None) -> Cited[str] | None:
    return read if given is None or (read is not None and read.value == given) else None


def _head_lines(page: Page, dates: list[Date], openers: Openers, furniture: set[int]) -> list[HeadLine]:
    """The lines above the text proper, each with its part; ends at the first line of prose or the first fact."""
    head: list[HeadLine] = []
    caption_next = False
    d, headlines = 0, 0
    for i, line in enumerate(page.lines[:_ZONE]):
        while d < len(dates) and dates[d].start < line.start:
            d += 1
        dated = d < len(dates) and dates[d].start < line.end
        found = openers.of(page, line)
        by_day = dated and dates[d].day is not None
        part = _part(page, line, found, (dated, by_day), line.start in furniture)
        if part == "headline" and caption_next:
            part = "caption"
        caption_next = part == "caption" and line.end - line.start < 16
        if part == "prose":
            if (
                headlines
                or line.end - line.start > 200
                or i == len(page.lines) - 1
                or _is_sentence(page.text, line)
            ):  # a headline has text below it
                break
            part = "headline"
        if part == "label" and headlines:
            break
        headlines += part == "headline"
        if headlines > 6:
            break
        head.append(HeadLine(i, line, part))
    return head


def _part(
    page: Page, line: Line, found: tuple[str, int] | None, dates: tuple[bool, bool], furniture: bool
) -> str:
    """The part that a line plays; ``dates`` says whether it holds a date and whether that is exact to the day."""
    dated, by_day = dates
    text, length = page.text, line.end - line.start
    if furniture:
        return "menu" if is_menu(page, line) else "furniture"
    if found is not None:
        value, end = found
        after = text[end : end + 1]
        if (value == "byline" and length < 110 and text[line.start].isupper()) or (
            value == "byline" and text[end : end + 2].lstrip()[:1].isupper()
        ):
            return "dateline" if dated else "byline"
        if value == "caption" and length < 200:
            return "caption"
        if value in ("published", "updated") and (by_day or (dated and length < 40) or length < 20):
            return "dateline"
        if value == "section" and (end >= line.end - 1 or (dated and length < 110 and _BAR.match(text, end))):
            return "dateline" if dated else "section"
        if value == "label" and page.low.startswith("ref", line.start) and length < 40:
            return "furniture"
        if value in ("label", "other_date") and (after == ":" or end >= line.end - 1):
            return "label"
    if dated and length < 100 and (_only_date(page, line, by_day) or newspaper(page, line.start, line.end)):
        return "dateline"
    if by_day and length < 130 and SERIAL.search(page.low, line.start, line.end):
        return "dateline"
    if _is_prose(text, line):
        return "prose"
    return "headline"


_DATE_WORDS: Final = re.compile(
    r"\b(?:mon|tues?|wednes|thurs?|fri|satur|sun|wed|thu|sat)(?:day)?\b|\b\d{1,2}(?:st|nd|rd|th)?\b|\b(?:19|20)\d\d\b|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\b(?:am|pm|gmt|bst|utc|est|edt|uk|at|on|of|the|page|no|updated|published|issue)\b|\d+(?:am|pm)"
)

_NOT_LETTERS: Final = re.compile(r"[^a-z'&]+")


_BAR: Final = re.compile(r"\s*(?:\||\u2022|/|-\s|\s\s)")


def _only_date(page: Page, line: Line, by_day: bool) -> bool:
    """Whether a dated line says little beside its date: a publisher, a section, a name."""
    low = page.low[line.start : line.end]
    rest = _DATE_WORDS.sub(" ", low)
    words = [w for w in _NOT_LETTERS.split(rest) if w]
    if page.text[line.end - 1] in ".:":
        return False
    if len(words) <= 1:
        return True
    return by_day and len(words) <= 5 and _publisher_like(page.text[line.start : line.end])


def _publisher_like(text: str) -> bool:
    """Every word but small ones has a capital, as in a title of a newspaper and not in a headline."""
    words = re.findall(r"[^\W\d_][\w'\u2019-]*", text)
    return all(
        w[0].isupper()
        or w in ("and", "of", "the", "for", "by", "at", "am", "pm", "st", "nd", "rd", "th", "on", "in")
        for w in words
    )


def _is_prose(text: str, line: Line) -> bool:
    end = line.end
    while end > line.start and text[end - 1] in _CLOSERS:
        end -= 1
    length = line.end - line.start
    return length > 180 or (
        length > 45 and text[end - 1] in _STOPS and text.count(" ", line.start, line.end) >= 7
    )


_SENTENCE: Final = 75  # characters: a shorter line with a full stop may be a headline


def _is_sentence(text: str, line: Line) -> bool:
    """Whether a line of prose is the story's first sentence: long, and with a full stop as no headline has."""
    return line.end - line.start > _SENTENCE and text[line.end - 1] == "."


def _headline(page: Page, scan: Scan, head: list[HeadLine]) -> Cited[str] | None:
    """The headline: the first line that is neither a publisher's name nor anything else, after any menu."""
    lines = [h for h in head if h.part == "headline"]
    for h in head:
        told = _TITLED.match(page.low, h.line.start, h.line.end)
        if told:
            return Cited(page.text[told.end() : h.line.end], (told.end(), h.line.end))
    candidates = [h for h in lines if not is_name_of_publisher(page, scan, h.line)]
    menu = next((h.index for h in head if h.part == "menu"), None)
    after = [h for h in candidates if menu is not None and h.index > menu and _words(page, h) >= 5]
    if after and candidates[0].index < (menu or 0):
        candidates = after
    if len(candidates) > 1 and (
        _names_section(page, candidates[0], candidates[1]) or over_its_date(page, scan, head, candidates)
    ):
        candidates = candidates[1:]
    while len(candidates) > 1 and (
        _names_place(page, candidates[0], candidates[1]) or _names_writer(page, candidates[0], candidates[1])
    ):
        candidates = candidates[1:]
    if len(candidates) > 1 and _words(page, candidates[0]) == 1 and _words(page, candidates[1]) <= 2:
        candidates = [h for h in candidates if _words(page, h) >= 5] or candidates
    if not lines:
        return None
    chosen = (candidates or lines)[0]
    return _whole_headline(page, chosen)


def _after_stamp(page: Page, start: int) -> Cited[str] | None:
    """The headline after a day of issue in the first line; None where the story begins there."""
    rest = page.lines[0]._replace(start=start)
    if _is_prose(page.text, rest):
        return None
    return Cited(" ".join(page.text[start : rest.end].split()), (start, rest.end))


_WELSH: Final = ("heddlu", "swyddfa", "comisiwn")  # the Welsh name stands first in a bilingual line


def _words(page: Page, h: HeadLine) -> int:
    return page.text.count(" ", h.line.start, h.line.end) + 1


# "Statements", "Case 6", "10 Great George Street, London SW1P": where on a site, in a bulletin or in a town.
_PLACE_LINE: Final = re.compile(
    r"(?:news ?(?:centre|room|desk|archive)|(?:news|latest|press)(?: [|\u2022>-] [a-z,& -]{3,40}){1,3})\Z"
    r"|(?:statements?|news|latest|investigations?|summar(?:y|ies)|publications?|reports?|press|media|releases?|outcomes?|recommendations?|updates?|home)\Z"
    r"|(?:press|news|media) (?:notice|release)s?\b[^.]{0,80}\Z"
    r"|(?:case|item|story|no\.?|page)(?: study)? \d{1,3}\.?\Z"
    r"|\d{1,4}[a-z]?(?:-\d{1,4})? [a-z' ]{3,40}\b(?:street|road|avenue|lane|square|place|way|walk|gate|court|house)\b[^.]{0,60}\Z"
)


def _names_place(page: Page, first: HeadLine, second: HeadLine) -> bool:
    """Whether a line over the headline only tells where it stands, or where the publisher sits."""
    apart = second.line.blank_before or page.text[first.line.start].isdigit()
    return (
        apart
        and _words(page, second) >= 3
        and _PLACE_LINE.match(page.low[first.line.start : first.line.end]) is not None
    )


_WRITER: Final = re.compile(r"[A-Z][a-z]+(?: [A-Z][\w'\u2019-]+){1,2}\Z")


def _names_writer(page: Page, first: HeadLine, second: HeadLine) -> bool:
    """Whether a line over the headline is only the name of who wrote the page ("Ann Lee")."""
    name = page.text[first.line.start : first.line.end]
    return (
        second.line.blank_before
        and _words(page, second) >= A_HEADLINE
        and _WRITER.match(name) is not None
        and name.split(" ")[0].lower() in given_names()
    )


def _names_section(page: Page, first: HeadLine, second: HeadLine) -> bool:
    """Whether the first line only names the part of a site ("Misconduct hearing outcomes") that the second is in."""
    a, b = (page.low[h.line.start : h.line.end] for h in (first, second))
    if (
        a == b
        or len(a) >= len(b)
        or _words(page, first) > 4
        or not second.line.blank_before
        or b.startswith("in the matter")
    ):
        return False
    shared = {w.rstrip("s") for w in a.split()} & {w.rstrip("s") for w in b.split()}
    return len(shared) >= 2


_NAMED_TWICE: Final = re.compile(r"[A-Z]{3,5} ?[|\u2013:-] ?")


def is_name_of_publisher(page: Page, scan: Scan, line: Line) -> bool:
    """Whether a line is (little more than) the name of a force, a body or a newspaper."""
    named = organisation(page, scan, line.start, line.end)
    if named == (line.start, line.end):
        return True
    if named and named[1] >= line.end and page.low.startswith(_WELSH, line.start):
        return True
    if named and named[1] >= line.end and _NAMED_TWICE.fullmatch(page.text, line.start, named[0]):
        return bool(scan.between("publisher", line.start, named[0]))  # "IOPC | Independent Office for ..."
    if (
        named
        and named[0] == line.start
        and _BAR.match(page.text, named[1])
        and not scan.between("kind_sign", named[1], line.end)
    ):
        return _publisher_like(page.text[line.start : line.end])
    span = newspaper(page, line.start, line.end)
    if span is None:
        return False
    return _publisher_like(page.text[line.start : line.end]) or (
        span[0] - line.start < 3 and page.text[span[1] : span[1] + 3] in (" - ", " | ", " \u2013 ")
    )


def _whole_headline(page: Page, chosen: HeadLine) -> Cited[str]:
    """The headline with lines that a narrow column broke off, and without a date that trails it."""
    text, line = page.text, chosen.line
    start, end = line.start, line.end
    for follower in page.lines[chosen.index + 1 : chosen.index + 5]:
        if (
            follower.blank_before
            or not text[follower.start].islower()
            or end - start > 120
            or page.low.startswith("by ", follower.start)
        ):
            break
        end = follower.end
    joints = [m.end() for m in _JOINT.finditer(text, start, end)]
    if chosen.index == 0 and (len(joints) >= 2 or (joints and _FORCE_END.search(text, start, joints[0]))):
        start = joints[-1]  # lost line breaks: the trail above the headline ran into it
    found = _CLOCK_TAIL.search(text, start, end)
    if found and found.start() > start + 12:
        end = found.start()
    return Cited(" ".join(text[start:end].split()), (start, end))


def _case_name(page: Page, headline: Cited[str] | None) -> Cited[str] | None:
    """A judgment's title: the name of the case on one line, or the tribunal's; the court's name is no title."""
    if headline is None:
        return None
    low = headline.value.lower()
    if low.startswith(("in the ", "royal courts of justice", "neutral citation", "case no", "[")) or low in (
        "regina",
        "r",
        "regina v",
        "judiciary of england and wales",
    ):
        for line in page.lines[:10]:
            text = page.low[line.start : line.end]
            if 12 < len(text) < 200 and (" v " in text or " v. " in text) and not text.startswith("regina"):
                return Cited(page.text[line.start : line.end], (line.start, line.end))
        return None
    return headline
