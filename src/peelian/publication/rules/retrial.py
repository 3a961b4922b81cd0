"""A retrial after a quashed conviction: proceedings are active again until it has ended.

No reading has a field for it, so the sources' own words are asked, but only of a party whose criminal
appeal succeeded. Source: Contempt of Court Act 1981 Sch. 1 para. 16 (from general knowledge, not looked up);
publication rules, 3.1.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from peelian.casefile.events import events as events_of
from peelian.casefile.facts import Party, Record
from peelian.casefile.records import quashed
from peelian.publication.context import Context, day_of

_WORD: Final = r"(?:re-?trial|re-?tried|tried again|(?:fresh|new|second) trial)"
_TOLD: Final = re.compile(rf"(?<!\w){_WORD}(?!\w)", re.IGNORECASE)
#: "There will be no retrial", "did not seek a retrial", "ruled out a new trial".
_NONE: Final = re.compile(
    rf"(?<!\w)(?:no|not|never|without|against|neither|declined?|refused?|ruled out|rather than)"
    rf"(?:\s+\w+){{0,5}}\s+{_WORD}(?!\w)",
    re.IGNORECASE,
)
#: "After a second trial", "cleared by a jury at his retrial": it has been held.
_HELD: Final = re.compile(
    rf"(?<!\w)(?:after|following|(?:cleared|acquitted|convicted|guilty)[^.\n]{{0,60}}\s(?:at|in))\s+"
    rf"(?:an?|the|his|her|their|that|this)?\s*{_WORD}(?!\w)",
    re.IGNORECASE,
)
_ENDS: Final = frozenset({"acquitted", "sentenced", "withdrawn_charge"})


def retried(party: Party) -> tuple[Record, ...]:
    """The offences to which a retrial belongs: those whose conviction was quashed, else those acquitted."""
    return tuple(quashed(party)) or tuple(o for o in party.offences if o.get("stage") == "acquitted")


def retrial_told(context: Context, party: Party) -> tuple[bool, str | None]:
    """Whether a source of the party tells of a retrial that is not known to have ended, and since when (EDTF).

    It has ended where a later source tells of it as held, or an acquittal, sentence or end of the case lies
    after the day on which a retrial was last told of as to come.
    """
    if not any(one.get("kind") == "criminal" and one.get("result") == "allowed" for one in party.appeals):
        return False, None
    told: list[str | None] = []
    ends = _ended(context, party)
    for source in context.cites(party):
        text, published = context.texts.get(source, ""), context.published(source)
        left = _HELD.sub(" ", _NONE.sub(" ", text))
        if _TOLD.search(left):
            told.append(published)
        elif _HELD.search(text) and (day := day_of(published, last=False)) is not None:
            ends.append(day)
    if not told:
        return False, None
    since = max((day for day in told if day is not None), default=None)
    last = day_of(since, last=True)
    if last is not None and any(day > last for day in ends):
        return False, None
    return True, min((day for day in told if day is not None), default=None)


def _ended(context: Context, party: Party) -> list[date]:
    """The first days on which what could end a retrial can have been."""
    told = context.case.events or events_of(context.case.id, context.case.parties, context.case.sources)
    days = [
        day_of(event.date, last=False) if event.date else _iso(event.earliest)
        for event in told
        if event.person == party.person and event.kind in _ENDS
    ]
    return [day for day in days if day is not None]


def _iso(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)
