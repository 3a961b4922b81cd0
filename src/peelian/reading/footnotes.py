"""Footnotes of a table: the sign beside an entry ("2*", "Former DS†", "PC Ann Lee [3]") and the line or sentence that says what it means.

"* Special case hearing" tells of the entries with the sign and of no other; so does what follows "except those
marked *" in a sentence that tells of all.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record
from peelian.reading.model import Span
from peelian.reading.persons import Person, Topics

_RAISED: Final = "\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
SIGNS: Final = ("*", "\u2020", "\u2021", "[", *_RAISED)
_SIGN: Final = rf"[*\u2020\u2021]{{1,5}}|[{_RAISED}]{{1,2}}"
# (a sign after a space opens the line of a list; a number in brackets does not)
_BESIDE: Final = re.compile(
    rf"(?<=[\w.)])(?P<sign>{_SIGN})(?=[\s|,;:.)]|\Z)|(?<=[\w.)]) ?(?P<number>\[\d{{1,2}}\])(?=[\s|,;:.)]|\Z)"
)
_NOTE: Final = re.compile(
    rf"(?:[(\[]?(?P<sign>{_SIGN})[)\]]?|(?P<number>\[\d{{1,2}}\])) ?(?:[=:\u2013\u2014-]|denotes|indicates)? ?(?=\w)"
)
_EXCEPT: Final = re.compile(
    r",? ?\(?(?:except(?: for)?|other than|apart from|save for|but not) (?:those|the ones|cases|hearings|entries|rows)?[^.;,*\u2020\u2021]{0,30}?(?:marked|with|by|shown)?[^.;,*\u2020\u2021]{0,24}?(?P<sign>[*\u2020\u2021]{1,2}|asterisk)"
)


def signed(
    frame: Frame, records: list[Record], of_record: list[tuple[Person, ...]]
) -> dict[str, tuple[Person, ...]]:
    """By sign: the officers of the entries that carry it."""
    out: dict[str, tuple[Person, ...]] = {}
    if not any(sign in frame.page.text for sign in SIGNS):
        return out
    for record, people in zip(records, of_record, strict=True):
        for start, end in record.spans:
            for found in _BESIDE.finditer(frame.page.text, start, end):
                sign = found["sign"] or found["number"]
                out[sign] = tuple(dict.fromkeys((*out.get(sign, ()), *people)))
    return out


def note_lines(
    frame: Frame, by_sign: dict[str, tuple[Person, ...]]
) -> list[tuple[int, int, tuple[Person, ...]]]:
    """The lines that begin with a sign which entries carry, and the officers of those entries."""
    out = []
    for row in frame.rows if by_sign else ():
        found = _NOTE.match(frame.page.text, row.start, row.end)
        if found is not None and (people := by_sign.get(found["sign"] or found["number"])):
            out.append((row.start, row.end, people))
    return out


def all_but_signed(
    frame: Frame, sentence: Span, by_sign: dict[str, tuple[Person, ...]], everyone: tuple[Person, ...]
) -> Topics:
    """A sentence about all entries but those with a sign, which the rest of it tells of; empty for any other."""
    found = _EXCEPT.search(frame.page.low, *sentence) if by_sign else None
    if found is None:
        return []
    sign = found["sign"] if found["sign"] in by_sign else next(iter(by_sign))
    rest = tuple(p for p in everyone if p not in by_sign[sign])
    return [(sentence[0], found.start(), rest), (found.start(), sentence[1], by_sign[sign])]
