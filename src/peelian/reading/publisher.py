"""Who published a document, as the page prints it: a force, an oversight body, prosecutors, a newspaper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from peelian.reading.dates import Date
from peelian.reading.model import Cited
from peelian.reading.page import Page
from peelian.reading.scan import Hit, Scan

if TYPE_CHECKING:
    from peelian.reading.masthead import HeadLine

Span = tuple[int, int]

# The last word of a newspaper's or news site's name.
_PAPER: Final = frozenset(
    """advertiser agency argus beacon bulletin chronicle concourse courier daily dispatch echo examiner express
    flyer free-press gazette globe guardian herald hub independent informer international journal leader ledger live
    mail magazine mercury messenger mirror news newspaper newsletter observer online outlook post press packet pictorial
    record recorder reporter review sentinel standard star sun telegraph times today tribune week weekly world
    broadcast calendar citizen voice digest register group xtra extra""".split()
)
_SMALL: Final = frozenset({"and", "of", "the", "for", "in", "on"})
_CUT: Final = re.compile(r"\s*(?:\||\u2022|\s[-\u2013\u2014/.]\s|,\s|:\s|\s{2,}|\.\s|\()\s*")
_FOOT: Final = 5  # lines at the foot where a publisher may stand


def find_publisher(
    page: Page, scan: Scan, dates: list[Date], head: list[HeadLine], headline: Span, body_start: int
) -> Cited[str] | None:
    """The publisher from the lines above the text, else from the foot, else from the headline or a release's own words."""
    lines = [h for h in head if h.part not in ("caption", "furniture") and h.line.start != headline[0]]
    for h in lines:
        found = _paper_in(page, h.line.start, h.line.end) if h.part != "menu" else None
        found = found or _body_in(page, scan, h.line.start, h.line.end)
        if found is not None:
            return found
    for line in page.lines[-_FOOT:]:
        if (
            line.start > body_start
            and line.end - line.start < 90
            and _is_imprint(page, dates, line.start, line.end)
        ):
            found = _paper_in(page, line.start, line.end) or _body_in(page, scan, line.start, line.end)
            if found is not None:
                return found
    return _self_named(page, scan, headline)


def newspaper(page: Page, start: int, end: int) -> Span | None:
    """The span of a newspaper's name in ``[start, end)``: capitalised words of which the last is a paper's word."""
    at = start
    for piece in (*_CUT.finditer(page.text, start, end), None):
        stop = piece.start() if piece else end
        span = _paper_piece(page, at, stop)
        if span is not None:
            return span
        at = piece.end() if piece else end
    return None


def _paper_piece(page: Page, start: int, end: int) -> Span | None:
    text = page.text[start:end].strip(" '\"\u2018\u2019().;")
    if not 3 <= len(text) <= 50 or any(c.isdigit() for c in text):
        return None
    at = page.text.index(text, start)
    for lead in ("From ", "by ", "By "):
        if text.startswith(lead):
            at, text = at + len(lead), text[len(lead) :]
    words = text.split()
    last = words[-1].lower().strip(".,")
    loud = all(w[0].isupper() or w.lower() in _SMALL or not w[0].isalpha() for w in words[:-1])
    known = last in _PAPER and len(words) > 1
    if not known and not (
        words[0] == "The" and 2 < len(words) < 5 and words[-1][0].isupper() and "&" in text
    ):
        known = "&" in words and len(words) == 3 and words[-1][0].isupper()
    if not loud or not known or (words[-1][0].islower() and last not in ("magazine", "newspaper", "online")):
        return None
    if (
        words[0] in ("Latest", "Breaking", "Local", "Crime", "Press", "Uk", "UK")
        or text.isupper()
        and len(words) > 3
    ):
        return None
    if text.startswith("the "):
        at, text = at + 4, text[4:]
    return at, at + len(text)


def _paper_in(page: Page, start: int, end: int) -> Cited[str] | None:
    span = newspaper(page, start, end)
    return Cited(page.text[span[0] : span[1]], span) if span else None


def _body_in(page: Page, scan: Scan, start: int, end: int) -> Cited[str] | None:
    """A force or body named in a line of the masthead: its whole name as the line has it."""
    hits: list[Hit] = scan.between("publisher", start, end) + scan.between("force", start, end)
    if not hits:
        return None
    best = max(hits, key=lambda h: (h.kind == "publisher" and h.value == "pcc", h.end - h.start))
    stop = best.end
    if page.text[stop : stop + 2] == " (":  # "... (IOPC)"
        close = page.text.find(")", stop, min(end, stop + 14))
        stop = close + 1 if close > 0 and page.text[stop + 2 : close].isupper() else stop
    return Cited(page.text[best.start : stop], (best.start, stop))


def _is_imprint(page: Page, dates: list[Date], start: int, end: int) -> bool:
    """Whether a line at the foot is an imprint: a name with a date, a copyright line, the publisher alone."""
    low = page.low[start:end]
    if low.startswith(
        ("\u00a9", "(c)", "copyright", "from the ", "the bbc is", "published ", "contact", "media contact")
    ):
        return True
    dated = any(start <= d.start < end for d in dates)
    return (dated or end - start < 60) and low[-1] not in '".!?'


_CONTACT: Final = re.compile(r"\b(?:media|press) (?:enquiries|contact|enquiry)|press office")
_SAYS_ITSELF: Final = re.compile(r"has today (?:published|announced|concluded)|today published")


def _self_named(page: Page, scan: Scan, headline: Span) -> Cited[str] | None:
    """A body that names itself: in the headline of a notice, as the contact of a release, or by "has today published"."""
    oversight = [h for h in scan.of("publisher") if h.value in ("oversight", "prosecution")]
    for hit in oversight:
        after = page.low[hit.end : hit.end + 40]
        if hit.start > headline[1] and (
            _SAYS_ITSELF.match(after.strip()) or after.startswith(" press office")
        ):
            longest = max(oversight, key=lambda h: (h.value == hit.value) * (h.end - h.start))
            return Cited(page.text[longest.start : longest.end], (longest.start, longest.end))
    low = page.low[headline[0] : headline[1]]
    if "misconduct" in low and ("hearing" in low or "outcome" in low) or low.startswith("foi "):
        for hit in scan.between("force", headline[0], headline[1]):
            return Cited(page.text[hit.start : hit.end], (hit.start, hit.end))
    return None
