"""Ranks in apposition: the rank before or after a name that stands apart from it ("a second PC, Wayne Moss", "Ann Lee. The ex-PC looked up ...")."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.scan import Hit

_LEADS_TO_NAME: Final = re.compile(
    r"(?:,|, (?:rookie|trainee|probationer|veteran|married|single|(?:dad|mum|father|mother)-of-\w+)|,? (?:called|named|by the name of)|\?) \Z"
)
# "And the inspector? Nigel Moss did nothing"
_AND_WHAT_OF: Final = re.compile(
    r"(?:\band|\bwhat of|\bwhat about|\bas for) (?:the|his|her|their) (?:[\w-]+ )?\Z"
)
_ONE_OF_THEM: Final = re.compile(
    r"(?:\b(?:a|an|the|that|this|same|his|her|their|our|its|another|second|third|fourth|other|former|one)|\w's?)(?: [\w-]+){0,2} \Z"
)
# Where the bearer of a rank serves: "a custody sergeant from Essex, Brian Orchard".
_SERVES: Final = re.compile(
    r" (?:of|from|with|at|in|for|on|based|who|whom|whose|about|against|there|then|concerned|involved|accused|responsible|he|she|they)\b[^.,;:()\"\n]{0,44}\Z"
    # "his constable sidekick, Ann Lee"
    r"| (?:sidekick|colleague|crewmate|partner|pal|mate|friend|boss|supervisor|lover|girlfriend|boyfriend|wife|husband|brother|sister|son|daughter)\Z"
)


def rank_before(low: str, ranks: dict[int, Hit], start: int) -> Hit | None:
    """The rank just before a name: "a second PC, Wayne Moss", "their sergeant, Ann Lee", "a PC called Ed Day"."""
    leads = _LEADS_TO_NAME.search(low, max(0, start - 24), start)
    if leads is None:
        return None
    before = leads.start()
    for back in range(start - before + 1, 76):
        hit = ranks.get(start - back)
        if (
            hit is not None
            and (hit.end == before or _SERVES.fullmatch(low, hit.end, before))
            and _ONE_OF_THEM.search(low, max(0, hit.start - 24), hit.start)
            and (low[before] != "?" or _AND_WHAT_OF.search(low, max(0, hit.start - 24), hit.start))
        ):
            return hit
    return None


# "Ann Lee, 55, of Deal. |The former |sergeant": what stands between the name at the head of an entry and its bearer's rank
_PLACE_WORD: Final = r"(?:[A-Z\d][\w'\u2019-]*|near|in|on|the|upon)"
_HEAD_OF_ENTRY: Final = re.compile(
    rf",? \(?\d\d\)?,?(?: (?:formerly )?(?:of|from) {_PLACE_WORD}(?:,? {_PLACE_WORD}){{0,7}})?\. (?=The |A |An )"
)
_BEARER: Final = re.compile(
    r"(?:The|An?) (?:(?:former|ex|serving|retired|disgraced|married|suspended|off-duty|now|then|police)[ -])*\Z"
)
# "A serving PC, |he| broke ..."; "The sergeant |kept|", never "The PC whom he hit" or "The PC's wife"
_HE_IS: Final = re.compile(r", (?:he|she) ")
_HE_DID: Final = re.compile(r" (?!(?:he|she|they|who|whom|whose|and|in|on|at|with|of)\b)[a-z]")


def _heads_entry(text: str, ranks: dict[int, Hit], end: int) -> Hit | None:
    """The rank that the first sentence of an entry gives to whoever stands at its head, with an age."""
    head = _HEAD_OF_ENTRY.match(text, end)
    if head is None:
        return None
    for at in range(head.end() + 2, head.end() + 40):
        hit = ranks.get(at)
        if hit is not None:
            said = _HE_DID if text.startswith("The ", head.end()) else _HE_IS
            found = _BEARER.match(text[head.end() : at]) and said.match(text, hit.end)
            return hit if found else None
    return None


def rank_next(text: str, lines: str, ranks: dict[int, Hit], start: int, end: int) -> Hit | None:
    """The rank that follows a name which is a sentence of its own: "Temitope Hollins. The ex-PC looked up ...".

    A question may bring the name in: "Remember Otto Vance? The former superintendent"; so may the head of an entry:
    "ANN LEE, 55, of Deal. The former sergeant kept ...".
    """
    if start == 0 or lines[start - 1] == "\n":
        rank = _heads_entry(text, ranks, end)
        if rank is not None:
            return rank
    asked = text.startswith("? ", end)
    if not asked and (not text.startswith(". ", end) or (start and lines[start - 1] != "\n")):
        return None
    stop = text.find(".", end + 2, end + 90)
    return next((ranks[at] for at in range(end + 2, stop if stop != -1 else end + 90) if at in ranks), None)
