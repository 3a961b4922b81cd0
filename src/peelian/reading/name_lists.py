"""Lists of names: people named in one breath ("Ann Lee, 40, and Tom Moss, 43, deny"), of whom the same is told."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import SENIOR, Mention, Person

_LIST_GAP: Final = re.compile(
    # (not "PC Lee's colleague, PC Moss, was convicted": Moss alone)
    r"(?:'s(?! (?:[a-z-]+ ){0,2}?(?:colleague|crew-?mate|partner|supervisor|sidekick|co-accused|co-defendant|husband|wife|boss)\b))?,?(?: \(?(?:now |then |aged |both )?\d\d\)?)?(?:, (?:of|from) [a-z' -]{2,28}(?:, (?!(?:said|told|says|added|who|has|had|was|is|were|are)\b)[a-z' -]{2,20})?)?(?: \([^)]{1,30}\))?(?:, who (?:is|was) \d\d)?"
    r"(?:, (?:an? |then an? |the |both )?(?:(?:retired|former|serving|suspended|ex|detective|police|chief|special|custody|traffic|firearms|response)[ -]){0,3}(?:officer|constable|sergeant|inspector|superintendent|detective|pcso|dc|ds|di|pc)(?=[, ]))?"  # "Ann Lee, a retired sergeant, and Tom Moss"
    r"(?:,? and(?: of| to| with| by| that of)?|,|;| &| or)? ?(?:(?:a |an )?(?:now-)?(?:retired |former |ex-|suspended |serving )|fellow |also |then |the |an? (?:man|woman|colleague|officer) (?:called|named) |(?:his |her |their )?(?:(?:then|former|ex|patrol|crew|shift|team|response|beat|work|close|old|line|police) |ex-)*(?:colleague|crew-?mate|partner|supervisor|sidekick|co-accused|co-defendant|husband|wife)s?,? )*"
    r"(?:[\"'\u201c\u2018][^\"\u201d\n.,;]{2,22}[\"'\u201d\u2019] )?"  # "and \"Posh\" Ann Lee"
)
_REACH: Final = 60
# What makes all of a list officers: "police officers Ann Lee, Tom Moss and Una Bell", "Constables Lee and Moss".
_OFFICERS: Final = re.compile(
    r"\b(?:officers|constables|pcs|dcs|sergeants|sgts|detectives|inspectors|pcsos|specials|policemen|policewomen|superintendents"
    r"|(?:other|fellow|former|more|further|two|three|four|five)(?: \w+)? colleagues|(?:two|three|four|five|other|further|more)(?: \w+)? members of (?:the|his|her|their|that)(?: same)? (?:squad|team|unit|shift|section|force|station|department))(?:,|:| named| called| are| were)? \Z"
)


def in_one_list(low: str, end: int, start: int) -> bool:
    """Whether nothing but ages, homes and "and" stands between two names, or one mention means both ("Officers B and C")."""
    return start < end or (start - end < _REACH and _LIST_GAP.fullmatch(low, end, start) is not None)


def follows_officers(low: str, at: int) -> bool:
    """Whether the words before ``at`` are a plural for officers, so that a list of their names begins there."""
    return _OFFICERS.search(low, max(0, at - 60), at) is not None


def lists_of_officers(persons: list[Person], page: Page) -> list[list[Person]]:
    """The people of each list of two or more names that plural words for officers open, or in which each has a rank."""
    mentions = sorted(((m, p) for p in persons for m in p.mentions), key=lambda spot: spot[0].start)
    out: list[list[Person]] = []
    i = 0
    while i < len(mentions):
        j = i + 1
        while j < len(mentions) and in_one_list(page.low, mentions[j - 1][0].end, mentions[j][0].start):
            j += 1
        listed = [m for m, _ in mentions[i:j]]
        if j - i > 1 and (_opened_by_officers(listed[0], page) or _all_ranked(listed)):
            out.append([p for _, p in mentions[i:j]])
        i = j
    return out


def of_the_opening(persons: list[Person], number: int, page: Page) -> list[Person]:
    """The ``number`` people whom a page names first, if in one breath and without a title: those its opening counted.

    "Two detectives have been sacked. Ann Lee (44) and Tom Moss (28) ..."; empty if it names them otherwise.
    """
    first = [p.mentions[0] for p in persons[: number + 1]]
    if len(first) < number or any(m.title is not None for m in first[:number]):
        return []
    joined = [in_one_list(page.low, a.end, b.start) for a, b in pairwise(first)]
    if not all(joined[: number - 1]) or (len(joined) == number and joined[-1]):
        return []
    return persons[:number]


def _opened_by_officers(m: Mention, page: Page) -> bool:
    """Whether the words before a mention's name say that the people of the list which it begins are officers."""
    return follows_officers(page.low, m.name_start)


def _all_ranked(listed: list[Mention]) -> bool:
    """Whether every name of a list has a rank below superintendent before it: "Sergeant Lee and Pcs Moss and Bell"."""
    return all(m.rank is not None and m.rank.value not in SENIOR for m in listed)
