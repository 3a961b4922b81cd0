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


def rank_next(text: str, lines: str, ranks: dict[int, Hit], start: int, end: int) -> Hit | None:
    """The rank that follows a name which is a sentence of its own: "Temitope Hollins. The ex-PC looked up ...".

    A question may bring the name in: "Remember Otto Vance? The former superintendent".
    """
    asked = text.startswith("? ", end)
    if not asked and (not text.startswith(". ", end) or (start and lines[start - 1] != "\n")):
        return None
    stop = text.find(".", end + 2, end + 90)
    return next((ranks[at] for at in range(end + 2, stop if stop != -1 else end + 90) if at in ranks), None)
