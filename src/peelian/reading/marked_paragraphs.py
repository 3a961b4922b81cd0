"""Marks before the paragraphs of one story: numbers, letters and bullets that tell nothing, read as if they were not there.

"1.1 PC Lee was told ... 1.2 She denied it ...": a report, a decision and a minute number their paragraphs, and a page that is
copied may set a bullet before each. A list of officers is marked so too. What parts the two is how a marked paragraph
opens: an entry of a list never goes on about "he" or "they". Where none does, every mark stays.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.house_style import Edit
from peelian.reading.patterns import Match

_MARK: Final = re.compile(
    r"(?m)^[ \t]*(?:(?P<bullet>[-*\u2022\u25aa\u25cf\u00b7\u2013\u25e6>])|(?P<deep>\d{1,2}\.(?P<inner>\d{1,3})\.?)"
    r"|(?P<open>[(\[]?)(?:(?P<digit>\d{1,3})|(?P<letter>[a-z]))(?P<close>[.)\]]{0,2}))[ \t\u00a0]+"
    r"(?=(?P<first>[\"'\u2018\u201c(\[]?[A-Z0-9\u00a3]))"
)
# What only goes on: nobody opens an entry of a list so.
_GOES_ON: Final = re.compile(
    r"[\"'\u2018\u201c]?(?:He|She|They|His|Her|Their|It|Its|Both|Neither|All (?:two|three|four|five|six)|This|These|But|However"
    r"|The (?:officers?|former officers?|pair|two|three|trio|panel|court|jury|judge|hearing|tribunal|force|men|women|\d\d-year-old"
    r"|victim|incident|case|inquiry|investigation|trial|matter|chair|woman|man|appellant|claimant|prosecution|defence|constable|sergeant|inspector))\b(?! [A-Z]\b)"
    r"|[\"\u201c][A-Z][\w\u2019']* [a-z]"
    r"|(?:An? |The )?(?:[A-Z][\w\u2019']+ ){0,3}(?:[Ss]pokes(?:person|man|woman)|[Jj]udge|[Mm]agistrates|[Jj]ury) "
    r"|(?:Mr|Mrs|Ms|Miss|Judge|Sentencing|Prosecuting|Defending|Mitigating) "
)
# What opens an entry of a list: an officer, with a rank.
_OFFICER: Final = re.compile(
    r"(?:(?:An?|Another|One|Two|Three|The|Former|Ex|Serving|Retired|Acting|Temporary|Detective|Police|Special|Chief|Male|Female)[ -]){0,3}"
    r"(?:PC|DC|PS|DS|DI|DCI|PCSO|SC|Sgt|Insp|Constable|Sergeant|Inspector|Superintendent|Officer|Staff|Member"
    r"|constable|sergeant|inspector|superintendent|officer|detective|special|member|worker)s?\b"
)
_USUAL: Final = "1."  # a mark that ``numbered_story`` judges, where the officers are known
_FEWEST: Final = 4  # paragraphs of one kind of mark
_PROSE: Final = 90  # characters that they have on average
_SHARE: Final = 6  # of them to one that goes on


class _Marked(NamedTuple):
    """A mark ``[start, end)``, the number that it gives (0: a bullet) and, of "2.3", the chapter."""

    start: int
    end: int
    number: int
    chapter: int


def marks_of_a_story(text: str) -> list[Edit]:
    """The marks before the paragraphs of one story, to be left out; none where they may mark a list."""
    kinds: dict[str, list[_Marked]] = defaultdict(list)
    for m in _MARK.finditer(text):
        kind, number, chapter = _read(m)
        kinds[kind].append(_Marked(m.start(), m.end(), number, chapter))
    found: list[Edit] = []
    for kind, marked in kinds.items():
        if kind != _USUAL and len(marked) >= _FEWEST and _is_series(kind, marked) and _is_story(text, marked):
            found += [Edit(m.start, m.end, "") for m in marked]
    return sorted(found)


def _read(m: Match[str]) -> tuple[str, int, int]:
    """The kind of a mark, what it counts to, and in which chapter."""
    if m["bullet"]:
        return m["bullet"], 0, 0
    if m["deep"]:
        return "deep", int(m["inner"]), int(m["deep"].split(".")[0])
    if m["digit"]:
        return f"{m['open']}1{m['close']}", int(m["digit"]), 0
    return f"{m['open']}a{m['close']}", ord(m["letter"]) - ord("a") + 1, 0


def _is_series(kind: str, marked: list[_Marked]) -> bool:
    """Whether the marks count on, each one further or from one anew."""
    if marked[0].number == 0:
        return True
    if kind == "a":  # ("a PC Lee ...": a letter with nothing behind it is a word)
        return False
    counted = sum(now.number == before.number + 1 or now.number == 1 for before, now in pairwise(marked))
    return 10 * counted >= 9 * (len(marked) - 1)


def _is_story(text: str, marked: list[_Marked]) -> bool:
    """Whether marked paragraphs are running text that goes on from one to the next."""
    ends = [text.find("\n", m.end) for m in marked]
    length = sum((end if end >= 0 else len(text)) - m.end for m, end in zip(marked, ends, strict=True))
    if length < _PROSE * len(marked):
        return False
    goes_on = sum(_GOES_ON.match(text, m.end) is not None for m in marked[1:])
    officers = sum(_OFFICER.match(text, m.end) is not None for m in marked)
    return goes_on >= 1 and goes_on * _SHARE >= len(marked) and 2 * officers <= len(marked)
