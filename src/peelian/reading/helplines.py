"""Helplines: telephone numbers offered to readers for help or for reports in confidence, with whose they are."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Cited, HelplineDraft, Span
from peelian.reading.page import Page
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Scan

# A British number as written: 0808 2000 247, 08 08 16 89 111, (01904) 669339, 116 123, +44 20 7946 0018.
# The first pattern only finds where digits run on; the second says whether they are a number.
_RUN: Final = re.compile(r"[+(01][\d][\d ()-]{3,18}\d")
_PHONE: Final = re.compile(r"(?:\+44 ?(?:\(0\))? ?\d|\(?0\d)(?:[ )-]{0,2}\d){8,9}|116 ?\d{3}")
_SHORT: Final = re.compile(
    r"\b[Tt]ext(?:ing)?\b[^.\n]{0,28}?\b([68]\d{4})\b(?![,.]\d)"
)  # a number to send a text to
_NAME: Final = re.compile(r"(?:(?:24/7|[A-Z][\w'\u2019!&-]*)(?: (?:and|of|for|[A-Z][\w'\u2019!&-]*))*)")


def phones_on(page: Page, _: Scan) -> list[Span]:
    """``find_phones`` for ``Scan.once``: both helplines and what publication must weigh ask for them."""
    return find_phones(page.text)


def find_phones(text: str) -> list[Span]:
    """The ``[start, end)`` of every telephone number in a text, in order."""
    out: list[Span] = []
    for run in _RUN.finditer(text):
        start, end = run.span()
        found = _PHONE.fullmatch(text, start, end)
        inside = start and (text[start - 1].isalnum() or text[start - 1] in "/.,\u00a3-")
        if found and not inside and not text[end : end + 1].isalnum() and text[end : end + 1] != "/":
            out.append((start, end))
    if "text" in text or "Text" in text:
        out += [m.span(1) for m in _SHORT.finditer(text)]
        out.sort()
    return out


def read_helplines(prepared: Prepared) -> list[HelplineDraft]:
    """Every helpline of a document: the number as written and the organisation where it is named beside it.

    Press offices, newsdesks, switchboards and booking lines are not helplines.
    """
    page = prepared.page
    out: list[HelplineDraft] = []
    seen: set[str] = set()
    for start, end in prepared.scan.once(phones_on):
        digits = re.sub(r"\D", "", page.text[start:end])
        if digits in seen or not is_helpline(prepared, start):
            continue
        seen.add(digits)
        out.append(
            HelplineDraft(_organisation(prepared, start, end), Cited(page.text[start:end], (start, end)))
        )
    return out


def is_helpline(prepared: Prepared, at: int) -> bool:
    """Whether the words around a number offer help, or a way to report in confidence, to whoever reads."""
    page = prepared.page
    i = page.sentence_index(at)
    s = page.near(at)
    offers = prepared.scan.between("help_offer", s.start, s.end)
    offers += [h for h in prepared.scan.between("help_org", s.start, s.end) if h.value == "org"]
    desks = prepared.scan.between("help_desk", s.start, s.end)
    before = [h.end for h in offers if h.end <= at]
    if desks and (not before or max(h.start for h in desks) > max(before)):
        return False
    if offers:
        return True
    previous = page.sentences[i - 1] if i else s
    return (
        bool(prepared.scan.between("help_offer", max(previous.start, previous.end - 500), previous.end))
        and s.start - previous.end < 3
        and not desks
    )


def _organisation(prepared: Prepared, start: int, end: int) -> Cited[str] | None:
    """The name nearest before the number in its sentence; else after it in brackets; else in the sentence before."""
    page = prepared.page
    i = page.sentence_index(start)
    s = page.near(start)
    known = [
        h for h in prepared.scan.between("help_org", s.start, s.end) if h.end <= start or h.start <= end + 4
    ]
    before = [h for h in known if h.end <= start]
    if before:
        h = max(before, key=lambda h: (h.end, h.end - h.start))
        return _widened(page.text, h.start, h.end, s.start)
    if known:
        return _widened(page.text, known[0].start, known[0].end, s.start)
    last = None
    for m in _NAME.finditer(page.text, s.start, start):
        if page.text[m.start() : m.end()] not in _NOT_NAMES and (m.start() > s.start or " " in m.group()):
            last = m
    if last is not None:
        return _cite(page.text, last.start(), last.end())
    if i:
        p = page.sentences[i - 1]
        hits = prepared.scan.between("help_org", p.start, p.end)
        if hits:
            return _widened(page.text, hits[-1].start, hits[-1].end, p.start)
    force = prepared.scan.of("force")
    near = [h for h in force if h.start < start]
    return _cite(page.text, near[-1].start, near[-1].end) if near else None


_NOT_NAMES: Final = frozenset(
    {
        "If",
        "Anyone",
        "Call",
        "You",
        "For",
        "In",
        "UK",
        "Wales",
        "England",
        "Text",
        "Or",
        "Help",
        "Information",
        "Advice",
        "Concerned",
        "Worried",
    }
)


def _widened(text: str, start: int, end: int, floor: int) -> Cited[str]:
    """A known name with the capitalised words before and after that belong to it."""
    for m in _NAME.finditer(text, floor, min(len(text), end + 40)):
        if m.start() <= start and m.end() >= end:
            at = m.start()
            first = text[at : m.end()].split(" ", 1)[0]
            if first in _NOT_NAMES or first == "The":
                at += len(first) + 1
            return _cite(text, min(at, start), m.end() if text[m.end() - 4 : m.end()] != " for" else end)
    return _cite(text, start, end)


def _cite(text: str, start: int, end: int) -> Cited[str]:
    return Cited(text[start:end], (start, end))
