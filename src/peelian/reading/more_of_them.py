"""More of them: words that bring in officers beside the named ones by number ("the other two", "a fourth", five from another unit)."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.page import Page
from peelian.reading.quantities import number as number_of
from peelian.reading.unnamed import MOST_TOLD_TOGETHER

# "The fourth, |who cannot be named|,": no civilian ("a car dealer") and nobody named.
_NAMELESS: Final = re.compile(
    r", (?:whose name|whose identity|who (?:cannot|can't|can not|has not been|is not being|was granted|has been granted|remains))\b"
)


def is_one_more(page: Page, d: Description, known: int) -> bool:
    """Whether "the fourth, who cannot be named," is one more than those of whom the page has told."""
    beyond = d.family == "any" and d.form == "ordinal" and (d.ordinal or 0) > known
    return beyond and _NAMELESS.match(page.low, d.end) is not None


def is_the_other(d: Description, ranks: list[str]) -> bool:
    """Whether "the other PCSO" is somebody beside the only one of that rank who is named."""
    plain = d.form == "other" and d.number == 1 and not (d.agent or d.witness or d.possessive)
    return plain and ranks.count(d.role) == 1


# "Five officers |from an elite gun-crime unit were fired|": what sets a group apart from whoever is named
_SET_APART: Final = re.compile(
    r"(?: (?:serving|based|working))? (?:from|at|on|in|with|attached to|who) (?!(?:the|that|this|its) (?:force|constabulary|service|same)\b|(?:total|all|court|connection|relation|january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)\b)[^.;:]{4,90}? (?:were|have been|had been|lost|received|got)\b"
)
_A_TOTAL: Final = re.compile(
    r"\b(?:in (?:all|total)|altogether|overall|a total of|so far|figures|statistics|including|among them|of whom)\b"
)


def are_a_case_apart(page: Page, d: Description, known: int, named: list[tuple[int, int]]) -> bool:
    """Whether a paragraph of its own tells of more officers than the page names, set apart by where they serve or what they did."""
    if d.form != "new" or d.family != "officer" or not known < (d.number or 0) <= MOST_TOLD_TOGETHER:
        return False
    s = page.sentence_at(d.start)
    own = [x for x in page.sentences if x.paragraph == s.paragraph]
    start, end = own[0].start, own[-1].end
    if d.start - start > 3 or d.agent or d.witness or any(start <= a < end for a, _ in named):
        return False
    return (
        _SET_APART.match(page.low, d.end, s.end) is not None
        and _A_TOTAL.search(page.low, s.start, s.end) is None
    )


_PARAGRAPH: Final = 800  # characters
# "Six people were under investigation": of a page about officers
_PEOPLE: Final = re.compile(
    r"\b(three|four|five|six|seven|eight) (?:people|individuals|men|women|colleagues) (?:(?:had|have|has|were|was|are|been) )+(?:subject to|under|investigated|served|suspended|arrested|interviewed)"
)


def are_the_rest(
    page: Page, d: Description, descriptions: list[Description], known: int, anchors: list[int]
) -> bool:
    """Whether "the other two" are just those whom a page counted and has not told of: "Four officers were investigated"."""
    if d.form != "other" or (d.number or 1) < 2 or d.agent or d.witness or d.possessive:
        return False
    counted = {
        x.number for x in descriptions if x.start < d.start and x.form == "new" and x.family == "officer"
    } | {number_of(m.group(1)) for m in _PEOPLE.finditer(page.low, 0, d.start)}
    if known > 0 and known + (d.number or 0) in counted:
        return True
    own = page.sentence_at(d.start).paragraph
    for m in _PEOPLE.finditer(page.low, max(0, d.start - _PARAGRAPH), d.start):
        if page.sentence_at(m.start()).paragraph == own:
            told = sum(m.start() < at < d.start for at in anchors)
            return told > 0 and told + (d.number or 0) == number_of(m.group(1))
    return False


def are_others(
    page: Page, d: Description, descriptions: list[Description], named: list[tuple[int, int]]
) -> bool:
    """Whether "the two others" are those whom a list of names ended with: "PC Lee, PC Moss |and two others| were bailed"."""
    if d.form != "other" or not 1 < (d.number or 0) <= MOST_TOLD_TOGETHER:
        return False
    if not page.low.startswith(("the ", "these "), d.start):
        return False
    for x in descriptions:
        if x.start >= d.start:
            return False
        i = bisect_left(named, (x.start, 0)) - 1
        if x.form == "other" and x.number == d.number and i >= 0:
            gap = page.low[named[i][1] : x.start]
            if gap in (" and ", ", and ") and not page.low.startswith("the ", x.start):
                return True
    return False
