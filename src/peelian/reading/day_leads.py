"""Days as they stand at the beginning of a line or of a list's entry: "4 February 2025", "Hearing, 12 July. PC Ann Lee ..."."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

_MONTHS: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_WEEKDAY: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_DAYS: Final = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:(?: ?(?:[,&\u2013/-]|and|to) ?)+{_WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?)*"
)
_YEAR: Final = r"(?:,? (?:19|20)\d\d)?"
# A day, or a run of days, with its month and perhaps its year.
_DATE: Final = (
    rf"{_WEEKDAY}(?:{_DAYS} (?:of )?{_MONTHS}{_YEAR}(?: ?(?:-|\u2013|to|and) ?{_WEEKDAY}{_DAYS} (?:of )?{_MONTHS}{_YEAR})?"
    rf"|{_MONTHS} {_DAYS}{_YEAR}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|(?:19|20)\d\d-\d\d-\d\d)"
)
_FORUM: Final = r"(?:[a-z-]+ ){0,3}(?:hearing|meeting|case|panel|tribunal|board)s?(?: (?:held|dates?|heard))?(?: (?:of|on|from))?[,:]? "
DAY_LINE: Final = re.compile(rf"(?:{_FORUM})?{_DATE}(?![\w/])")
# The day opens the entry's own sentence: "Hearing, 12 July. PC Ann Lee was found ...", "12 July 2016: A sergeant ...".
# (It is asked of the text itself, where a space may be one that does not break.)
DAY_LEAD: Final = re.compile(
    rf"(?:{_FORUM})?{_DATE}\.?(?:[.:;,]| ?[\u2013-]) (?=[A-Z])".replace(" ", r"[ \u00a0]"), re.IGNORECASE
)
