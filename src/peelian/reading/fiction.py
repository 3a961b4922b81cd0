"""Fiction: pages about a novel, a play or a television drama, whose officers and crimes are made up.

Several kinds of sign must come together (an episode, an actor who plays somebody, a channel, a chapter), and nothing
may say that the story is true: a documentary, a memoir, a series based on a real case tells of real people.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.scan import Scan
from peelian.reading.spans import holds_any

# Each kind of sign counts once.
_SIGNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:episodes?|season finale|series finale|box ?set|spoilers?|cliffhanger|plot twist|storylines?)\b",
        r"\b(?:actors?|actress|starring|co-stars?|stars as|screenwriter|scriptwriter|showrunner|(?:is|are|was) played by|who plays|(?:plays|portrays) (?:dci|di|ds|dc|pc|detective|inspector|sergeant|superintendent|[A-Za-z]+ with)\b)",
        r"\b(?:(?:crime|police|cop|detective|tv|television|bbc|itv) (?:drama|thriller|series|serial|soap|sitcom|comedy|show|procedural)|whodunn?it|soap opera|the (?:drama|sitcom|soap|thriller|serial|miniseries)|new drama|hit (?:drama|series|show))\b",
        r"\b(?:tv review|television review|book review|novel|novelist|novels|short story|fiction|fictional|whodunits?|crime writer|thriller writer|author of the)\b",
        r"\b(?:bbc (?:one|two|1|2|three)|itv1?|channel 4|netflix|amazon prime|sky atlantic|iplayer|itvx|radio 4's|apple tv)\b",
        r"\b(?:chapter (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty\w*)|read online|isbn|paperback|hardback|ebook|kindle|published by|copyright|(?:book|novel) extract|page \d+ of|blurb)\b",
        r"\b(?:viewers|plot|protagonist|characters?|fans of the|the show|sequel|prequel|trilogy|filmed in|scenes? where|in last night's)\b",
    )
)
_FEWEST: Final = 3
# A page this long has such words by the way.
_FOR_EACH: Final = 1600  # characters to a sign
_LEADS: Final = 700  # characters in which fiction says that it is
_TRUE: Final = re.compile(
    r"\b(?:documentar\w+|docudrama|true[- ](?:story|crime|life)|real[- ]life|real (?:case|story|events|officer)|based on (?:the )?(?:real|true|case|events|story)|inspired by (?:the )?(?:real|true|case|events)|memoirs?|autobiograph\w+|biograph\w+|non-?fiction|podcast|interview with|panorama|newsnight|dispatches|crimewatch|traffic cops|police interceptors|24 hours in)\b"
)
_NEEDED: Final = ("episode", "novel", "drama", "thriller", "fiction", "chapter", "actor", "actress", "tv review", "soap", "sitcom", "series")  # fmt: skip


def tells_fiction(page: Page, _: Scan) -> bool:
    """Whether a page tells of made-up people."""
    low = page.low
    if not holds_any(low[:_LEADS], _NEEDED) or _TRUE.search(low):
        return False
    needed = max(_FEWEST, len(low) // _FOR_EACH)
    return sum(1 for sign in _SIGNS if sign.search(low) is not None) >= needed
