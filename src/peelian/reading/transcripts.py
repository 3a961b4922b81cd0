"""Transcripts: who asks and who answers in evidence to a committee, a debate or an interview, each turn a paragraph.

"Q101 Chair: Can we turn to the case of ...?", "Deputy Commissioner Lee: I do know it.", "Mr. Moss: To ask the
Secretary of State ...". Whoever opens a paragraph so speaks there, and is none of those of whom is spoken.
The official report of a House prints each Member on a line above the speech: "Ann Lee (Fenby North) (Ind)".
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.kind import is_judgment
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.scan import Scan

_TURN: Final = re.compile(
    r"(?:Q\d{1,4}\.? )?(?P<who>[A-Z][\w.'\u2019-]*(?: (?:of |for |the |and )?[A-Z][\w.'\u2019-]*){0,6})"
    r"(?: \[[^\]\n]{2,40}\])?(?: \([^)\n]{2,60}\)){0,3}: ?(?=[A-Z\"\u201c(\[])"
)
# What somebody says in such a turn: of themselves, to another, or as a question.
_SPOKEN: Final = re.compile(r"\b(?:i|i'm|i've|me|my|we|our|you|your)\b|\?|\bto ask\b")
# A line of a House's report that names who speaks next: an office, the name, the seat and the party.
_MEMBER: Final = re.compile(
    r"(?P<who>(?:The |Mr\.? |Mrs\.? |Ms\.? |Sir |Dame |Dr\.? |Lord |Baroness |Lady )?[A-Z][\w.'\u2019-]+(?:,? (?:of |for |the |and |at |in )*[A-Z][\w.'\u2019-]+){0,12}"
    r"(?: [(\[][^()\[\]\n]{2,60}[)\]]){0,4})\s*"
)
_HOUSE: Final = (
    "hon. ",
    "my lords",
    "deputy speaker",
    "mr speaker",
    "madam speaker",
    "beg to move",
    "noble lord",
    "noble baroness",
    "noble friend",
    "house adjourned",
    "llywydd",
    "presiding officer",
)
_HEADING: Final = 120  # characters of such a line
# A line of a judgment that names the judge who gives it: "Dame Ann Lee, P :", "LORD JUSTICE LEE:"
_JUDGE: Final = re.compile(
    r"[^\S\n]*(?P<who>(?:dame|sir|lord|lady|mr|mrs|ms|miss|hh|hhj|his|her|judge|recorder|the|deputy|chief|senior)\b[^\n:;|]{2,80}?)[^\S\n]*:[^\S\n]*"
)
_BENCH: Final = re.compile(r"\b(?:dame|sir|lord|lady|justice|judge|honour|hhj|hh|recorder)\b")
_REACH: Final = 500  # characters of a turn that are looked at
_FEWEST: Final = 2


def turns(page: Page, _: Scan) -> list[Span]:
    """Where the words before the colon of each turn stand; nothing for a page that is no transcript."""
    found = []
    for line in page.lines:
        if page.text.find(":", line.start, line.end) == -1:
            continue
        turn = _TURN.match(page.text, line.start, line.end)
        if turn is not None and _SPOKEN.search(page.low, turn.end(), min(line.end, turn.end() + _REACH)):
            found.append(turn.span("who"))
    if any(word in page.low for word in _HOUSE):
        found += _members(page)
    return found if len(found) >= _FEWEST else []


def _members(page: Page) -> list[Span]:
    """The lines of a House's report that each name who speaks below."""
    found = []
    for above, below in pairwise(line for line in page.lines if line.end > line.start):
        if above.end - above.start > _HEADING or below.end - below.start < 2:
            continue
        line = _MEMBER.fullmatch(page.text, above.start, above.end)
        if line is not None and _SPOKEN.search(page.low, below.start, min(below.end, below.start + _REACH)):
            found.append(line.span("who"))
    return found


def judges(page: Page, scan: Scan) -> list[Span]:
    """Where a judgment names, on a line of its own, the judge who gives it."""
    if not is_judgment(page, scan):
        return []
    found = []
    for line in page.lines:
        if line.end - line.start > _HEADING or not page.low[line.start : line.end].rstrip().endswith(":"):
            continue
        who = _JUDGE.fullmatch(page.low, line.start, line.end)
        if who is None or _BENCH.search(page.low, *who.span("who")) is None:
            continue
        words = page.text[who.start("who") : who.end("who")].split()
        if all(word[0].isupper() or word in ("of", "the") for word in words):
            found.append(who.span("who"))
    return found


def those_who_speak(persons: list[Person], scan: Scan) -> list[Person]:
    """Those of ``persons`` who open a turn of a transcript."""
    spans = [*scan.once(turns), *scan.once(judges)]
    if not spans:
        return []
    return [p for p in persons if any(a <= m.start and m.end <= b for m in p.mentions for a, b in spans)]
