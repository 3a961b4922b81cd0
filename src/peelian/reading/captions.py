"""Captions: the heading of a court's paper, which prints the parties one below another with the part of each.

    IAN BRADE
    DEEPA LYLE                    Appellants
    - and -
    THE CHIEF CONSTABLE OF ESSEX  Respondent
    - and -
    (1) PC ANN HARROW
    (2) PS TOM GORSE      Interested Parties

The text below calls them by part and number: "the First Interested Party", "the second appellant".
"""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.kind import is_judgment
from peelian.reading.page import Page
from peelian.reading.quantities import GROUPS
from peelian.reading.scan import Scan

_HEADING: Final = 2500  # characters in which a paper names its parties
_LINE: Final = 110
_MOST: Final = 10  # lines over the word for their part
# The word for the part, alone on its line or at the end of the last name's.
_PART: Final = re.compile(
    r"(?:^|(?<=[\s)(.-]))\(?(appellant|claimant|applicant|defendant|respondent|offender|interested part)(?:s|y|ies)?\)?[.: |]*$"
)
_APART: Final = re.compile(
    r"[\s_|-]*(?:and|v\.?|vs\.?|between|b e t w e e n|-v-|the king|the queen|rex|regina|r|r e x|r e g i n a)?[\s:_|-]*$"
)
_NO_PERSON: Final = re.compile(
    r"\b(?:chief constable|commissioner|police|constabulary|authority|crown|rex|regina|queen|king|tribunal|panel|office|council|court|director|secretary|attorney|before|date|judge|justice|lord|lady|advocate|appeal|note|sentence|judgment|mr|mrs|ms|miss|qc|kc|for|instructed|counsel|solicitors?|llp)\b"
)
_NUMBER: Final = re.compile(r"\s*(?:\(?\d\)|\d[.)])\s*")
_NAMES: Final = re.compile(r"[A-Z][\w'\u2019.-]*(?: [A-Z][\w'\u2019.-]*){1,4}")
_ORDINAL: Final = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth)(?:-named)?(?:,? and (first|second|third|fourth|fifth|sixth))? (appellant|claimant|applicant|defendant|respondent|offender|interested part)(?:s|y|ies)?\b"
)
_FIRST_SEVERAL: Final = re.compile(
    r"\bfirst (two|three|four) (appellant|claimant|applicant|defendant|respondent|offender|interested part)(?:s|ies)\b"
)
_ORDER: Final = {w: n for n, w in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"))}
_PARTS: Final = (
    "appellant",
    "claimant",
    "applicant",
    "defendant",
    "respondent",
    "offender",
    "interested part",
)


_APPLICATION: Final = re.compile(
    r"\s*(?:the (?:king|queen)|rex|regina|r) ?\(? ?(?:on the application of|ex parte|o/a/o|oao) ?:? (?P<name>[^()\n]{3,60}?)\)?\s*$"
)


class Party(NamedTuple):
    """A name printed at ``[start, end)`` of a paper's heading, with its ``part`` in the case and its number in it."""

    start: int
    end: int
    part: str
    number: int


def captions(page: Page, scan: Scan) -> list[Party]:
    """The people whom the heading of a court's paper prints as parties, in order; empty for any other page."""
    top = page.low[:_HEADING]
    lines = _lines(page)
    crown = any(_CROWN.match(page.low, *line) or _CROWN_ALONE.match(page.low, *line) for line in lines)
    if not (crown or any(part in top for part in _PARTS)) or not is_judgment(page, scan):
        return []
    out: list[Party] = _numbered_in_line(page, lines) or _below_the_crown(page, lines)
    for i, (start, end) in enumerate(lines):
        found = _PART.search(page.low, start, end) if end - start < _LINE else None
        if found is None:
            continue
        part = _whole(found.group(1))
        names: list[tuple[int, int]] = []
        for back in range(i, max(-1, i - _MOST), -1):
            a, b = lines[back]
            stop = found.start() if back == i else b
            low = page.low[a:stop]
            if back < i and (b - a >= _LINE or _APART.match(low) or _PART.search(page.low, a, b)):
                if low.strip() not in ("", "and", "&"):
                    break
                continue
            names = _people(page, a, stop) + names
        out += [Party(a, b, part, n) for n, (a, b) in enumerate(names)]
    return out


_FEWEST: Final = 2
_CROWN: Final = re.compile(r"\s*(?:r|rex|regina|the (?:king|queen))\s*-?(?:v|vs)\.?-?\s+(?=[a-z(])")


def _numbered_in_line(page: Page, lines: list[tuple[int, int]]) -> list[Party]:
    """The defendants of one line: "R -v- (1) Ann Lee (2) Tom Moss", "R v Ann LEE, Ros HAME and Tom MOSS"."""
    for start, end in lines:
        found = _CROWN.match(page.low, start, end)
        if found is not None:
            people = _people(page, found.end(), end)
            if len(people) < len(_pieces(page.text, found.end(), end)) or len(people) < _FEWEST:
                continue
            return [Party(a, b, "defendant", n) for n, (a, b) in enumerate(people)]
    return []


# "R E G I N A", "- v -", and the name or names below, each on a line
_CROWN_ALONE: Final = re.compile(
    r"[\s_-]*(?:r|rex|r e x|regina|r e g i n a|the (?:king|queen))(?:\s+-?\s?v\.?\s?-?)?[\s_-]*\Z"
)
_VERSUS: Final = re.compile(r"[\s_-]*v(?:\.|s\.?|ersus)?[\s_-]*\Z")


def _below_the_crown(page: Page, lines: list[tuple[int, int]]) -> list[Party]:
    """The defendants of a heading that gives the Crown, the "v" and each name a line of its own."""
    told = [(a, b) for a, b in lines if page.text[a:b].strip(" _-\t")]
    for i, (a, b) in enumerate(told):
        if not _CROWN_ALONE.match(page.low, a, b) or i + 2 > len(told):
            continue
        rest = told[i + 1 :]
        if _VERSUS.match(page.low, *rest[0]):
            rest = rest[1:]
        elif " v" not in page.low[a:b]:
            continue
        out: list[Party] = []
        for start, end in rest[:_MOST]:
            people = _people(page, start, end) if end - start < _LINE else []
            if not people and _APART.match(page.low, start, end):
                continue  # "and"
            if not people:
                break
            out += [Party(c, d, "defendant", len(out) + n) for n, (c, d) in enumerate(people)]
        if out:
            return out
    return []


def _whole(part: str) -> str:
    return "interested party" if part == "interested part" else part


def _lines(page: Page) -> list[tuple[int, int]]:
    out, at = [], 0
    while at < min(len(page.text), _HEADING):
        end = page.text.find("\n", at)
        end = len(page.text) if end == -1 else end
        out.append((at, end))
        at = end + 1
    return out


def _people(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """The names of people in one line of a heading: none where it names a force, a court or counsel."""
    applied = _APPLICATION.match(page.low, start, end)
    if applied is not None:  # "THE QUEEN (on the application of ANN LEE)"
        start, end = applied.span("name")
    if _NO_PERSON.search(page.low, start, end):
        return []
    out = []
    for piece in _pieces(page.text, start, end):
        found = _NAMES.fullmatch(page.text, *piece)
        if found is not None:
            out.append(piece)
    return out


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The line cut at numbers in brackets, commas and "and", each piece without blanks around it."""
    out, at = [], start
    for gap in [*re.finditer(r"\(\d\)|,\s|\s(?:and|AND|&)\s|\s{3,}", text[start:end]), None]:
        stop = end if gap is None else start + gap.start()
        a, b = at, stop
        number = _NUMBER.match(text, a, b)
        a = number.end() if number is not None else a
        while a < b and text[a].isspace():
            a += 1
        while b > a and (text[b - 1].isspace() or text[b - 1] in ".,-(|"):
            b -= 1
        if a < b:
            out.append((a, b))
        at = end if gap is None else start + gap.end()
    return out


def called_by_number(page: Page) -> list[tuple[int, int, str, int]]:
    """Where the text calls a party by part and number: ``[start, end)``, the part, the number from 0."""
    out = []
    for found in _ORDINAL.finditer(page.low):
        part = _whole(found.group(3))
        out.append((found.start(), found.end(1), part, _ORDER[found.group(1)]))
        if found.group(2):
            out.append((found.start(2), found.end(), part, _ORDER[found.group(2)]))
    for found in _FIRST_SEVERAL.finditer(page.low):
        count = GROUPS[found.group(1)]
        out += [(found.start(), found.end(1), _whole(found.group(2)), n) for n in range(count)]
    return out
