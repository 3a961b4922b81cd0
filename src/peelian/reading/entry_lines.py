"""Where the entries of a list open and end: a line that names an officer, or says who one is, and what stands below it."""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.frame import Frame
from peelian.reading.model import Span
from peelian.reading.name_words import NOT_A_NAME, OPENERS, TITLES, fold, is_common
from peelian.reading.persons import SENIOR
from peelian.reading.scan import Hit

_FEWEST: Final = 3
_SHORTEST: Final = 40
_SHORTEST_OPENING: Final = 16  # of a line that only says who it is, with the rest on the lines below
_NAME: Final = r"(?P<name>[A-Z][\w'\u2019-]*\.?(?: [A-Z][\w'\u2019-]*\.?){0,2} [A-Z][\w'\u2019-]+)"
# A name at the beginning of a line, ended by an age, a home, a full stop or a bracket.
_OPENING: Final = re.compile(
    _NAME + r"(?: \([^()\n]{2,40}\))?"
    r"(?:(?P<age>,? (?:aged )?\(?\d\d\)?(?=[,.;:]| of | from ))|(?P<of>, (?=of |address |no fixed ))|(?P<stop>\.(?= ['\"\u2018\u201c]?[A-Z0-9])))"
)
# A name and the rank behind it: "Ros Hame, police constable, Stoke: dismissed".
_RANK_AFTER: Final = re.compile(
    _NAME + r"(?P<stop>)?(?:[,:]| \(| -| \u2013) ?(?:an? |the |then )?(?=[A-Za-z])"
)
# A rank, one name or two, and a dash: "PC Ann Lee - jailed in June", "PC Ann Lee and PC Tom Moss: sacked".
_DASHED: Final = re.compile(
    _NAME
    + r"(?P<stop>)?(?:,? (?:and|&) [A-Z][\w'\u2019. -]{4,44}?)?(?: - | ?[\u2013\u2014] ?|: )(?=[a-z\d\u00a3'\"]|[A-Z][a-z])"
)
# A name alone on its line, with what is told of that person below: "Ann Lee", "Ian and Ann Lee".
NAME_LINE: Final = re.compile(
    r"(?:(?P<other>[A-Z][\w'\u2019-]+) (?:and|&) )?(?P<name>[A-Z][\w'\u2019-]*\.?(?: [A-Z][\w'\u2019-]*\.?){0,2} [A-Z][\w'\u2019-]+)(?P<stop>)?(?:,? \(?\d\d\)?)?"
)
# A line of a Crown Court's daily list: its number, the surname in capitals, the forenames, and the police's own number.
_LISTED: Final = re.compile(
    r"[A-Z]\d{6,8}[ \t]+(?P<name>(?P<surname>[A-Z][A-Z'\u2019-]+(?: [A-Z][A-Z'\u2019-]+)*) (?P<given>[A-Z][a-z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*)*))(?=[ \t]{2,}|\n|$)"
)
# A roll's or a gazette's entry: "HADDOW, Martin Ellis, formerly Sergeant, ...".
_TURNED: Final = re.compile(
    r"(?P<name>(?P<surname>[A-Z][A-Z'\u2019-]{2,}(?: [A-Z][A-Z'\u2019-]{2,})?), (?P<given>[A-Z][a-z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*){0,3}))(?=[,.;:(]| [(\u2013-])"
)
_BEFORE_A_DATE: Final = frozenset("until since last on in by from at during before after".split())
_SEVERAL: Final = frozenset("pcs constables dcs sergeants inspectors detectives officers pcsos".split())


class Entry(NamedTuple):
    """A paragraph ``[start, end)`` opened by a person's name at ``name``, with their rank if it stands before it.

    ``name`` is None where a label ("OFFICER C.") stands for the name.
    """

    start: int
    body: int
    end: int
    name: tuple[int, int] | None
    rank: Hit | None


def find_entries(frame: Frame) -> list[Entry]:
    """Three or more paragraphs of different people that make up most of the page; empty if there are none such."""
    out = [entry for i in range(len(frame.rows)) if (entry := _entry(frame, i)) is not None]
    named = {_key(frame, e.name) for e in out if e.name is not None}
    if len(named) < _FEWEST or len(named) < sum(1 for e in out if e.name is not None):
        return []
    listed = sum(1 for e in out if surname_first(frame.page.text, e.start, e.end) is not None)
    return out if fills(frame, out) or listed >= _FEWEST or _is_announced(frame, out) else []


def fills(frame: Frame, entries: list[Entry]) -> bool:
    """Whether the entries make up most of the page, and are no short list within a story."""
    return sum(e.end - e.start for e in entries) * 2 >= len(frame.page.text)


def _is_announced(frame: Frame, entries: list[Entry]) -> bool:
    """Whether a line with a colon leads to the entries, which stand one right below another."""
    rows = frame.rows
    at = {r.start: n for n, r in enumerate(rows)}
    first = at[entries[0].start]
    last = at[entries[-1].start]
    above = rows[first - 1] if first else None
    return (
        last - first == len(entries) - 1
        and above is not None
        and frame.page.low[above.start : above.end].rstrip().endswith(":")
    )


def surname_first(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name that opens a line of a court's list or of a roll, its surname first."""
    return _LISTED.match(text, start, end) or _TURNED.match(text, start, end)


class _Opening(NamedTuple):
    """What opens an entry: where its body begins, whose it is (a name's span), and the rank before it."""

    body: int
    name: Span | None
    rank: Hit | None


def _entry(frame: Frame, i: int) -> Entry | None:
    """The entry that the line ``i`` opens, with the lines that go on below it without a gap."""
    opening = _opening(frame, i)
    if opening is None:
        return None
    return Entry(frame.rows[i].start, opening.body, _end(frame, i), opening.name, opening.rank)


def _opening(frame: Frame, i: int) -> _Opening | None:
    row, text = frame.rows[i], frame.page.text
    if row.label is not None or (row.marker and not row.marker.startswith(("digit", "case"))):
        return None
    goes_on = i + 1 < len(frame.rows) and not frame.rows[i + 1].blank_before
    if goes_on and row.blank_before and frame.rows[i + 1].end - frame.rows[i + 1].start >= _SHORTEST:
        named = NAME_LINE.fullmatch(text, row.start, row.end)
        if named is not None and _is_named_line(frame, named):
            return _Opening(row.end, named.span("name"), None)
        ranked = frame.heads.read(row.start, row.end)
        if ranked is not None and ranked.rank is not None and ranked.name is not None:
            plain = ranked.rank.value not in SENIOR and ranked.label is None
            if plain and ranked.name[1] == row.end and row.start == ranked.rank.start:
                return _Opening(row.end, ranked.name, ranked.rank)  # "PC Ann Lee" over what she did
    if row.end - row.body < (_SHORTEST_OPENING if goes_on else _SHORTEST):
        return None
    listed = surname_first(text, row.start, row.end)
    if listed is not None:
        return _Opening(listed.end(), listed.span("name"), None)
    head = frame.heads.read(row.body, row.end)
    if head is not None and head.label is not None:
        shouted = text[head.start : head.end].isupper()
        if text[head.end : head.end + 2] not in ((". ", ", ", ": ") if shouted else (". ",)):
            return None
        return _Opening(head.end, None, head.rank)
    rank = None
    at = row.body
    if head is not None:
        if head.name is None or head.rank is None:
            return None
        at, rank = head.name[0], head.rank
        if text[rank.start : rank.end].lower() in _SEVERAL:
            return None  # "PCs Ann Lee, 41, and Tom Moss, 33, admitted": a sentence of a story
    found = _DASHED.match(text, at, row.end) if rank is not None else None
    if rank is not None and rank.value in SENIOR:
        told = found is not None and frame.scan.among(
            ("outcome", "departure", "offence"), found.end(), row.end
        )
        if not told:
            return None
    found = found or _OPENING.match(text, at, row.end)
    if found is None and rank is None:
        found = _RANK_AFTER.match(text, at, row.end)
        held = frame.heads.read(found.end(), row.end) if found is not None else None
        if held is None or not held.nameless or held.rank is None or held.rank.value in SENIOR:
            return None
    if found is None or not _is_name(frame, found):
        return None
    return _Opening(found.end(), found.span("name"), rank)


def _is_name(frame: Frame, found: re.Match[str]) -> bool:
    """Whether the words that open a line are a person's name and no place, body or title."""
    words = [fold(w) for w in found.group("name").split()]
    if words[0] in TITLES | NOT_A_NAME | _BEFORE_A_DATE or found.group("name").endswith(
        (" Court", " Police")
    ):
        return False
    start, end = found.span("name")
    scan = frame.scan
    if found.group("stop") is not None and scan.among(("force", "force_weak", "court", "rank"), start, end):
        return False
    return frame.heads.names.read(start, end, True) is not None


def _is_named_line(frame: Frame, found: re.Match[str]) -> bool:
    """Whether a line that is all capitals' words is a person's name: a surname may look like a rank ("Ann Constable")."""
    start, end = found.span("name")
    words = [fold(w) for w in found.group("name").split()]
    if words[0] in TITLES or words[0] in NOT_A_NAME or words[0] in OPENERS or all(map(is_common, words)):
        return False
    if frame.scan.among(("force", "force_weak", "court", "rank"), start, start + len(words[0])):
        return False
    if frame.scan.among(("force", "court"), start, end):
        return False
    return frame.heads.names.read(start, end, True) == (start, end)


def _end(frame: Frame, i: int) -> int:
    rows = frame.rows
    j = i + 1
    while j < len(rows) and not rows[j].blank_before and _opening(frame, j) is None:
        j += 1
    return rows[j - 1].end


def _key(frame: Frame, name: tuple[int, int]) -> str:
    return frame.page.low[name[0] : name[1]]
