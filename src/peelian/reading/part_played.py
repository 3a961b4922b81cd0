"""The part played: "the ringleader", "the senior man", where a page has two subjects and means one by what he or she was in it.

It is whoever the page calls so ("Brook, the ringleader"), else, of two, the one whom the next words do not name: "The
ringleader was jailed. Dunn got a community order." Where neither tells, nobody has the floor: a term passed on one of
two is never given to whoever was named last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Person, Topic
from peelian.reading.spans import holds_any

if TYPE_CHECKING:
    from peelian.reading.events import Event

_PART: Final = (
    r"(?:(?:main|chief|prime|principal|lead|leading|real|self-styled|undisputed) )?(?:ring-?leader|instigator|mastermind|prime mover|driving force|architect|kingpin|organiser"
    r"|main offender|main player|chief culprit|main culprit|leading figure|brains behind (?:it|the [\w-]+)|more culpable(?: of the (?:two|pair))?(?: officer| man| woman)?"
    r"|follower|lesser player|junior partner|senior partner|other (?:man|woman|officer|constable|defendant|one))"
)
_SENIORITY: Final = r"(?:(?:more )?(?P<senior>senior)|(?:more )?junior|higher[- ]ranking|lower[- ]ranking)(?: (?:man|woman|officer|one|figure|colleague))?(?: of the (?:two|pair))?"
_TOLD: Final = (
    r"(?=,? (?:who [^,;.]{3,50}, |also |then |later |has |had |have |been |himself |herself )*"
    r"(?:was|is|were|received|got|gets|will|would|must|walked|escaped|avoided|lost|faces|faced|denied|admitted|pleaded|resigned|retired|quit)\b)"
)
BY_PART: Final = re.compile(rf"\bthe (?:{_PART}|{_SENIORITY}){_TOLD}")
_WORDS: Final = ("leader", "instigator", "mastermind", "mover", "driving force", "architect", "kingpin", "organiser", "offender", "player", "culprit", "figure", "brains", "culpable", "follower", "partner", "senior", "junior", "ranking", "the other ")  # fmt: skip
_SENIOR: Final = re.compile(r"the (?:more )?(?:senior|higher)\b(?! partner)")
_JUNIOR: Final = re.compile(r"the (?:more )?(?:junior|lower)\b(?! partner)")
_ORDER: Final = ("pcso", "special_constable", "constable", "sergeant", "inspector", "superintendent")
_JUST_BEFORE: Final = 2  # sentences in which somebody else may have been brought in
_MAY_BE: Final = ("official", "rival", "civil", "other", "kin", "brought in", "stranger")
_SAID: Final = re.compile(
    r"\b(?:said|told|adding|added|sentencing|jailing|described|prosecut\w+|defending|heard)\b"
)
_CALLED_BEFORE: Final = 30  # characters before a name
_CALLED_AFTER: Final = 60  # ... and after it
_CLAUSE: Final = re.compile(
    r"(?:[;:]|,? (?:and|but|while|whereas|though)|\u2013|\u2014|-) (?:(?:former|ex|pc|sgt|ps|dc|ds|mr|ms|mrs)[ -])*\Z"
)
_FATE: Final = re.compile(
    r"(?:,? \(?\d\d\)?,?)?(?:, (?:who|a|an|of|from|whose) [^.;]{3,70}?,)? (?:also |then |later |himself |herself )?(?:was|received|got|gets|will|would|must|walked|escaped|avoided|faces|resigned|retired|quit|lost|kept|pleaded|admitted)\b"
)


def places_of_parts(page: Page) -> list[tuple[int, int]]:
    """Where the page means one of its people by the part played, in order."""
    if not holds_any(page.low, _WORDS):
        return []
    return [m.span() for m in BY_PART.finditer(page.low)]


def who_played(page: Page, event: Event, two: Topic, events: Sequence[Event], outsiders: bool) -> Topic:
    """Whom of ``two`` the words of ``event`` mean; nobody where it is open.

    ``outsiders``: somebody who is no officer stands beside them in the case, and may be meant.
    """
    words = page.low[event.start + 4 : event.end]
    rank = _by_rank(page, event, two)
    if rank:
        return rank
    called = tuple(p for p in two if _is_called(page, p, words))
    if len(called) == 1:
        return called
    if outsiders or len(two) != 2:
        return ()
    return _other_than_named(page, event, two, events)


def _by_rank(page: Page, event: Event, two: Topic) -> Topic:
    senior = _SENIOR.match(page.low, event.start) is not None
    if not senior and _JUNIOR.match(page.low, event.start) is None:
        return ()
    places = [
        next((i for i in range(len(_ORDER) - 1, -1, -1) if p.rank and _ORDER[i] in p.rank.value), -1)
        for p in two
    ]
    if -1 in places or len(set(places)) < len(places):
        return ()
    best = max(places) if senior else min(places)
    return (two[places.index(best)],)


def _is_called(page: Page, person: Person, words: str) -> bool:
    """Whether the page calls somebody by these words: "ringleader Adam Brook", "Brook, the ringleader", "Brook was the ringleader"."""
    for m in person.mentions:
        before = page.low[max(0, m.start - _CALLED_BEFORE) : m.start].rstrip(" ,:\u2013\u2014-")
        if before.endswith(words):
            return True
        after = page.low[m.end : m.end + _CALLED_AFTER]
        told = _called_so(words).match(after)
        if told is not None:
            return True
    return False


@cache
def _called_so(words: str) -> re.Pattern[str]:
    """How a page says after a name that its bearer was the one."""
    return re.compile(
        rf"(?:,? \(?\d\d\)?)?(?:,| was| is| had been| -| \u2013| \u2014)(?: (?:described|named|identified|branded|labelled|seen|said to be|called|regarded))?(?: as)? (?:the |its |their )?(?:group's |chat's )?{re.escape(words)}\b"
    )


def _speaks(page: Page, event: Event) -> bool:
    """Whether somebody is named, or a calling told, only as whose words follow: a judge, counsel, the panel's chair."""
    return (
        event.kind in ("official", "civil")
        and _SAID.search(page.low, event.end, page.sentence_at(event.start).end) is not None
    )


def _other_than_named(page: Page, event: Event, two: Topic, events: Sequence[Event]) -> Topic:
    """Of two, the one whom the same sentence or the next one does not name, where it tells what became of the other."""
    low = page.low
    i = page.sentence_index(event.start)
    sentence = page.sentences[i]
    since = page.sentences[max(0, i - _JUST_BEFORE)].start
    told = [
        e for e in events[bisect_right(events, since, key=lambda e: e.start - 1) :] if e.start < event.start
    ]
    if any(e.person not in two and e.kind in _MAY_BE and not _speaks(page, e) for e in told):
        return ()  # "A builder, Ned Obi, led the plot. The ringleader was jailed"
    after = page.sentences[i + 1] if i + 1 < len(page.sentences) else sentence
    beside = [
        e
        for e in events[bisect_right(events, sentence.start, key=lambda e: e.start - 1) :]
        if e.start < after.end and e.kind == "subject" and e.person in two
    ]
    named = {e.person for e in beside}
    if len(named) != 1:
        return ()
    [one] = named
    for e in beside:
        opens = e.start - after.start < _CALLED_BEFORE and e.start >= after.start
        clause = (
            e.start == sentence.start
            or _CLAUSE.search(low, max(sentence.start, e.start - 24), e.start) is not None
        )
        if (opens or clause) and _FATE.match(low, e.end, after.end) is not None:
            return tuple(p for p in two if p is not one)
    return ()
