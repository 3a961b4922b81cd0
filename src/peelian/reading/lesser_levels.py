"""Levels that the words around decide: a party's "gross misconduct" that a panel did not accept, and the level of a case that was proved.

"The force had said that it was gross misconduct. The panel did not agree": the force's word is no finding. "She had a case to
answer for misconduct. It was proved at a meeting": misconduct is what was found.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page

_PARTY_SAID: Final = re.compile(
    r"\b(?:police|constabulary|force|service|authority|met|mps|psd|standards department|counsel|barrister|solicitor|lawyer|presenting|iopc|ipcc|watchdog|investigators?|commission|prosecution|case|allegations?|charge)\b"
    r"(?:(?!\b(?:panel|hearing|tribunal|chair\w*|found|ruled|concluded|decided|determined)\b)[^.;]){0,60}"
    r"\b(?:said|says|told|argued|alleged|alleges|case|view|believed|thought|considered|maintained|charged|put|contended|claimed|claims|insisted|insists|wanted|called|described|treated|submitted|suggested|urged|asserted|felt|assessed|regarded|was|were|had been)\b[^.;]{0,90}\Z"
    r"|\b(?:accused of|charged with|put to the panel as|alleged to (?:be|have been|amount to)|faced (?:an? )?(?:allegations?|charges?) of|brought as|said to (?:be|amount to)|presented as|referred (?:to it|to them|to the panel) as)[^.;]{0,40}\Z"
)
_DISAGREED: Final = re.compile(
    r"\b(?:panel|chair\w*|hearing|meeting|tribunal|board|it|they|members) (?:had |has |then |however |but |unanimously )*(?:disagreed|thought otherwise|took a (?:different|lesser|milder|less)|saw it (?:differently|otherwise)|rejected (?:that|this|it)|preferred|held otherwise|stopped short|went no further|differed"
    r"|(?:did not|didn't|does not|was not|were not|would not|declined to|refused to) (?:\w+ )?(?:agree|accept|share|think|consider|find|persuaded|convinced|satisfied|go (?:so|that|as) far|concur|see it|regard|hold|uphold|believe|take that view|call it))\b"
    r"|\bonly (?:as |of |to |for |at the level of )?(?:simple )?misconduct\b|\bmisconduct (?:only|alone|and no more|and nothing more|simpliciter)\b|\bnot gross\b|\bmisconduct rather than gross\b|\b(?:proved|proven|upheld|found|made out)\b[^.;]{0,30} as (?:simple |mere )?misconduct\b|\b(?:less|lesser) than gross\b|\bshort of gross\b"
)
_REACH: Final = 2  # sentences in which a panel answers


def is_overruled(page: Page, start: int, end: int) -> bool:
    """Whether "gross misconduct" at ``[start, end)`` is what a party said, and a panel did not accept."""
    index = page.sentence_index(start)
    s = page.sentences[index]
    if _PARTY_SAID.search(page.low, max(s.start, start - 220), start) is None:
        return False
    last = page.sentences[min(index + _REACH, len(page.sentences) - 1)]
    return _DISAGREED.search(page.low, end, min(last.end, end + 400)) is not None


# "a case to answer |for gross misconduct|", after the words of the case
_FOR_LEVEL: Final = re.compile(
    r"(?: to answer)?(?: in respect of| in relation to)? (?:for|of|over|at the level of) (?:alleged )?(?P<level>(?P<gross>gross )?misconduct)\b(?! in (?:a )?public)"
)


def level_of_case(page: Page, case_end: int, proven_at: int) -> tuple[str, int, int] | None:
    """The level at which a case to answer was put that is told as proved no more than two sentences later."""
    if (
        page.sentence_index(proven_at) - page.sentence_index(max(0, case_end - 1)) > _REACH
        or proven_at < case_end
    ):
        return None
    found = _FOR_LEVEL.match(page.low, case_end)
    if found is None:
        return None
    return "gross_misconduct" if found["gross"] else "misconduct", *found.span("level")
