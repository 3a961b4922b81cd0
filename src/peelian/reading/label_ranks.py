"""The rank beside an officer's letter or number: "a police constable ("Officer K")", "Officer M was then a constable"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit

_BEFORE: Final = re.compile(
    r"(?:,? \(?(?:(?:to|by|for)? ?whom (?:we|i|the (?:panel|report|chair)) (?:will |shall )?(?:call|refer to|refer|know|describe)(?: to)?(?: \w+)?(?: as)?"
    r"|(?:who (?:is|was|will be|has been) )?(?:referred to|known|identified|described|anonymised|called)(?: (?:here|below|only|in this (?:notice|report|document|outcome)|throughout))*(?: as)?|here(?:in)?after)(?: |,)[\"'(]*| \([\"']*|,? [\"'])\Z"
)
_AFTER: Final = re.compile(
    r"(?:[\"']?,|[\"')]* (?:is|was|who (?:is|was)|being))(?: (?:at the (?:material |relevant )?time|at that time|then|now|currently|still))?,? (?:an?|the|his|her|their|(?:its|the) \w+'s) (?:(?:serving|former|male|female|student|probationary|trainee|police|retired|custody|shift|line|duty|own|immediate|patrol|beat|section|team|response|supervising|tutor|station|response) )*"
)
# ... and where those words end: neither "the sergeant said" nor "the sergeant's wife".
_ENDS: Final = re.compile(r"[,.;)]| (?:on|of|in|at|for|who|from|with|and|whose|by|to)\b|\Z")
# "His sergeant, |Officer A, was|": the rank stands before.
_THEN_LABEL: Final = re.compile(r", \Z")
_OF_ONE: Final = re.compile(
    r"(?:\A|[\n.;\"] ?|\b(?:and|but|while|that|then) )(?:the|his|her|their) (?:(?:custody|shift|line|duty|own|immediate|supervising|tutor|station|then|male|female|former) )*\Z"
)
_GOES_ON: Final = re.compile(r"[\"']?(?:,| (?:was|is|has|had|who|will|would|did|told|said|gave)\b)")
_REACH: Final = 110  # characters
_MENTIONS: Final = 6  # the first of an officer


def rank_beside(prepared: Prepared, person: Person) -> Hit | None:
    """The rank that the page gives in apposition to an officer's letter or number, or None."""
    if person.label is None:
        return None
    low, scan = prepared.page.low, prepared.scan
    for m in person.mentions[:_MENTIONS]:
        start = max(prepared.page.sentence_at(m.start).start, m.start - _REACH)
        before = [h for k in ("rank", "rank_weak") for h in scan.between(k, start, m.start)]
        last = max(before, key=lambda h: h.end, default=None)
        if (
            last is not None
            and last.end < m.start
            and _ARTICLE.search(low, max(0, last.start - 40), last.start)
            and _BEFORE.fullmatch(low, last.end, m.start)
        ):
            return last
        if (
            last is not None
            and _THEN_LABEL.fullmatch(low, last.end, m.start)
            and _OF_ONE.search(low, max(0, last.start - 40), last.start)
            and _GOES_ON.match(low, m.end)
        ):
            return last
        after = _AFTER.match(low, m.end, m.end + _REACH)
        if after is not None:
            told = [
                h
                for k in ("rank", "rank_weak")
                for h in scan.between(k, m.end, after.end() + 1)
                if h.start <= after.end() < h.end
                and not low.startswith((" (", ", officer"), h.end)
                and (after.group().endswith((" a ", " an ")) or _ENDS.match(low, h.end))
            ]
            if told:
                return max(told, key=lambda h: h.end - h.start)
    return None


_ARTICLE: Final = re.compile(r"\b(?:an?|one|the) (?:[\w-]+ ){0,3}\Z")
