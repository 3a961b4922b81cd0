"""Awaited days: the day of a hearing to come, told in a sentence that does not name the hearing.

"The officer will answer the allegations at 2pm on Friday, 12 March", "The case will be heard between 10 and 14 May".
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.hearing_dates import first_of_run
from peelian.reading.hearing_days import WAS_TO_BE_BEFORE
from peelian.reading.model import Cited
from peelian.reading.presiding import is_only
from peelian.reading.told import Side

_WILL: Final = re.compile(
    r"\b(?:will|shall|(?:is|are)(?: (?:now|also|both|then))* (?:due|set|expected|scheduled|listed|to)(?: to)?)(?: (?:now|then|also|both|each|next|all))*"
    r" (?:answer|face|respond to|appear|attend|go before|stand before|be (?:heard|held|dealt with|considered|decided|called)|take place|begin|start|commence|open|get under way|run|last|sit|rule|(?:announce|give|deliver|reach|return|hand down|publish) (?:its|their|the|a|his|her) (?:decision|ruling|verdict|findings?|outcome|judgment|conclusions?))\b"
)
# What makes a day the deed's, a court's, or that by which readers must write in.
_ELSE: Final = re.compile(
    r"\b(?:alleged|allegedly|relat\w+ to|that (?:he|she|they|his|her|their|between|on|in)|incidents?|after|following|from an?|when|while|who|register|registered|apply|by|before noon|deadline|court|trial|inquest|sentenc\w+|plead\w*|criminal|charged?|convict\w*|(?<!heard )between (?!(?:\w+day|\d)))\b"
)
_COURT: Final = re.compile(
    r"\b(?:court|trial|jury|inquest|magistrates|sentenc\w+|plea|proceeds of crime|confiscation|parole|coroner|tribunal|inquiry)\b"
)
_WHOLE_DAY: Final = 10  # characters of an EDTF day


def awaited_day(side: Side) -> Cited[str] | None:
    """The first day of a subject's hearing to come, by what its sentence says will be done on it."""
    prepared = side.prepared
    low = prepared.page.low
    for d in prepared.dates:
        if d.edtf is None or len(d.edtf) != _WHOLE_DAY or d.kind == "year":
            continue
        who = prepared.cast.who(d.start)
        if side.person not in who and (who or not is_only(side)):
            continue
        s = prepared.page.near(d.start)
        will = _WILL.search(low, s.start, d.start)
        if will is None or _COURT.search(low, s.start, s.end) or _ELSE.search(low, will.end(), d.start):
            continue
        if WAS_TO_BE_BEFORE.search(low, max(s.start, d.start - 60), d.start):
            continue
        return first_of_run(prepared, d)
    return None
