"""Collar numbers: collar, warrant and shoulder numbers, as they stand after a rank or after a name; never a day or a year."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

_COLLAR: Final = re.compile(
    r"[ \u00a0,]{0,3}(?:(?:collar |warrant |shoulder )?(?:no\.? ?|number |num\.? ))?\(?#?([A-Za-z]{0,2}\d{2,6}[A-Za-z]{0,2})\)?(?=[ \u00a0,;:.|/()\n\t-]|$)"
)
_COLLAR_AFTER: Final = re.compile(
    r"(?:,? ?\(|,? )(?:(?:now |formerly |former |ex-?)?(?:pc|ps|dc|ds|di|sgt|insp|sergeant|constable|police constable|wpc|pcso|sc) )?"
    r"((?:collar|warrant|shoulder|force|badge|id) (?:number|no\.?|num)[ :]*)?([a-z]{0,2}\d[0-9a-z]{2,6})(?=[ ,;:)|/\n\t-]|$)"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")
_DATE_TAIL: Final = re.compile(
    r"(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[/.:-]\d", re.IGNORECASE
)


def number_after_rank(text: str, at: int, end: int) -> re.Match[str] | None:
    """The number (group 1) that begins at ``at``, behind a rank: "PC 4417", "Sgt (collar number 90)"."""
    number = _COLLAR.match(text, at, end)
    if number is None or (
        len(number.group(1)) <= 2 and ("," in number.group() or _is_date(text, number.end(1)))
    ):
        return None
    return number


def number_after_name(low: str, at: int, end: int) -> tuple[int, int] | None:
    """A collar or warrant number just after a name: "(collar number 318CP)", "Hussey 4410", "Trent (1490, ..."."""
    found = _COLLAR_AFTER.match(low, at, end)
    if found is None:
        return None
    digits = found.group(2)
    if found.group(1) is None and (
        _YEAR.match(digits) or sum(c.isdigit() for c in digits) < 3 or _is_date(low, found.end(2))
    ):
        return None
    return found.span(2)


def _is_date(text: str, at: int) -> bool:
    """Whether the digits before ``at`` are the day of a date or part of a time."""
    return _DATE_TAIL.match(text, at) is not None
