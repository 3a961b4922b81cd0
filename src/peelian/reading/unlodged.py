"""Unlodged: words of an appeal where nobody has appealed, or only means to; and a dismissal that a force only confirmed."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page, Sentence
from peelian.reading.scan import Hit, Scan

# "She |is to| appeal", "he has decided |to| appeal", "her lawyers have been told |to| lodge an appeal"
_MEANT: Final = re.compile(
    r"\b(?:is|are|was|were|going|plan(?:s|ned|ning)?|mean(?:s|t|ing)?|aim(?:s|ed|ing)?|propos(?:es|ed|ing)|decid(?:ed|es|ing)|vow(?:s|ed|ing)?|prepar(?:es|ed|ing)|instruct(?:s|ed|ing)|told|intend(?:s|ed|ing)?"
    r"|threaten(?:s|ed|ing)?|expect(?:s|ed|ing)?|likely|ready|keen|minded|inclined|intention|plans?|determined|set|due|prefer(?:s|red)|chose|chosen|not|never)(?: (?:now|also|both|instead|therefore|still))* to (?!hear\b|consider\b|decide\b|determine\b|rule\b|have\b|face\b)(?:\w+ ){0,2}\Z"
    r"|\b(?:will|shall|would|'ll|would|may|might)(?: (?:now|also|both|be|certainly|then|probably))* (?!hear\b|hearing\b|consider\b|decide\b|determine\b|rule\b|have\b|face\b|sit\b|come\b)(?:\w+ ){0,2}\Z|\bconsidering (?:\w+ ){0,2}\Z"
)
# "|None| has been appealed", "|Nobody| appealed against the decision", "|Neither| officer is appealing"
_BY_NOBODY: Final = re.compile(
    r"\b(?:none|nobody|no one|no-one|neither|nor|no|not|never|without|nothing|n't|instead of|rather than|resist\w*|decided against|ruled out|waiv\w+|abandon\w*|withdr\w+|dropp\w+)\b(?:(?!\b(?:but|although|and|who|which|while|because|until)\b)[^.;,]){0,45}\Z"
)
# "An appeal against her dismissal |will be made within days|"
_WILL_BE: Final = re.compile(
    r"(?:(?!\b(?:was|were|had|has|have)\b)[^.;,]){0,60}? (?:(?:will|would|is to|is likely to|is expected to|may|might|could)(?: now| then| soon| shortly)* (?:be (?:made|lodged|filed|brought|entered|submitted|launched|considered)|follow)|(?:is|was|are) (?:being )?(?:planned|considered|threatened|contemplated|likely|expected|ruled out|possible|intended))\b"
)


def is_not_lodged(low: str, hit: Hit, sentence: Sentence) -> bool:
    """Whether words that tell of an appeal lodged tell that nobody did, or that somebody may yet."""
    start = max(sentence.start, hit.start - 90)
    if _MEANT.search(low, start, hit.start) or _BY_NOBODY.search(low, start, hit.start):
        return True
    return low.startswith("appeal", hit.start) and _WILL_BE.match(low, hit.end, sentence.end) is not None


# Who decides an appeal; without them "confirmed" is only said to the press.
_DECIDES: Final = re.compile(
    r"\b(?:tribunals?|appeals?|appealed|appealing|pat|review(?:ed|ing)?|challenge[ds]?|reconsider\w*|judges?|court)\b"
)


def only_announced(page: Page, scan: Scan) -> tuple[list[Hit], list[tuple[Hit, Hit]]]:
    """Decisions that were "confirmed" by a force or a spokesman and by nobody on an appeal: to be forgotten, or read as the dismissal itself."""
    lost, told = [], []
    for hit in scan.of("appeal"):
        if hit.value != "dismissed" or "confirm" not in page.low[hit.start : hit.end]:
            continue
        index = page.sentence_index(hit.start)
        before, s = page.sentences[max(0, index - 1)], page.sentences[index]
        if _DECIDES.search(page.low, max(before.start, hit.start - 400), s.end):
            continue
        gone = _GONE.search(page.low, hit.start, hit.end)
        if gone is None:
            lost.append(hit)
        else:
            told.append((hit, Hit(gone.start(), gone.end(), "outcome", "dismissed")))
    return lost, told


_GONE: Final = re.compile(r"\b(?:dismissal|sacking)\Z")
