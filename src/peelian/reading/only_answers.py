"""Dismissals told by a turn of phrase: as the only answer, by their effect alone, or as what a panel could not do to one who had left."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit

_WHO: Final = r"(?:panel|chair\w*|hearing|tribunal|board|adjudicator|lqc|(?:chief|deputy|assistant) (?:chief )?constable|commissioner|it|she|he|they|we|i)"
_RULED: Final = re.compile(
    rf"\b{_WHO} (?:has |had |then |also |unanimously |therefore )*(?:said|says|ruled|rules|found|finds|decided|decides|concluded|concludes|held|holds|determined|judged|considered|felt|agreed|was satisfied|was (?:clear|sure|certain)|took the view|was of the (?:view|opinion))\b"
)
# What somebody put to the panel is not its ruling.
_PUT: Final = re.compile(
    r"\b(?:told|tells|urged|asked|invited|submitted|argued|argues|suggested|recommended|counsel|barrister|lawyers?|solicitor|presenting|family|campaign\w*|federation|union|if|whether|could|might|may|not (?:find|agree|accept|say|rule|think|believe|persuaded))\b"
)
_NOTHING_ELSE: Final = re.compile(
    r"\b(?:(?:nothing|no (?:other |lesser )?(?:sanction|outcome|penalty|disposal|punishment|measure)|anything) (?:short of|less than|lesser than|other than|but|except|save)|only)"
    r" (?:(?:his|her|their|the|an?|immediate|summary|instant|outright) )*\Z"
)
_WOULD_DO: Final = re.compile(
    r"(?: without notice| with immediate effect| from the (?:force|service))?,? (?:would|could|will) (?:now )?(?:do|suffice|serve|be (?:enough|sufficient|appropriate|proportionate|adequate|right)|maintain|restore|preserve|uphold|protect|keep|mark|reflect|meet|satisfy|safeguard|secure|answer|achieve|fit)\b"
)


def is_only_answer(prepared: Prepared, hit: Hit) -> bool:
    """Whether a panel says of a dismissal that nothing less would do ("Nothing short of dismissal would do, the panel said")."""
    page, low = prepared.page, prepared.page.low
    if not low.startswith("dismissal", hit.start):
        return False
    s = page.near(hit.start)
    if _NOTHING_ELSE.search(low, max(s.start, hit.start - 60), hit.start) is None:
        return False
    if _WOULD_DO.match(low, hit.end, s.end) is None or _PUT.search(low, s.start, s.end):
        return False
    return _RULED.search(low, s.start, s.end) is not None


# "|It would take effect immediately|", "The dismissal |takes effect at once|", "and it |was to be immediate|"
_TAKES_EFFECT: Final = re.compile(
    r"\b(?:it|that|this|(?:the|his|her|their) (?:dismissal|sacking|removal|sanction|decision|order)) (?:(?:would|will|is|was|to|has|had|must|should|shall|be|now|also|both) )*(?P<how>"
    r"(?:tak(?:e|es|ing|en)|took|ha(?:ve|s|d)) (?:immediate effect|effect (?:immediately|at once|forthwith|straight ?away|instantly|there and then|that (?:day|afternoon|morning|evening)|the same day|with immediate effect))"
    r"|(?:effective|immediate|instant)(?: (?:immediately|at once|forthwith))?(?=[.,;]|\Z| and\b)|at once\b|(?:with|of) immediate effect|without notice|summary(?=[.,;]|\Z))"
)


def takes_effect(prepared: Prepared, hit: Hit) -> Hit | None:
    """How a dismissal took effect, where the rest of its sentence or the next one says it of "it" or "the dismissal"."""
    page = prepared.page
    index = page.sentence_index(hit.start)
    last = page.sentences[min(index + 1, len(page.sentences) - 1)]
    end = min(page.sentences[index].end, hit.end + _REACH)
    found = _TAKES_EFFECT.search(page.low, hit.end, end)
    if found is None and last.start > hit.end and last.paragraph == page.sentences[index].paragraph:
        found = _TAKES_EFFECT.match(page.low, last.start, min(last.end, last.start + _REACH))
    if found is None:
        return None
    notice = found["how"] in ("without notice", "summary")
    value = "dismissed_without_notice" if notice else "dismissed_with_immediate_effect"
    return Hit(*found.span("how"), "manner", value)


_REACH: Final = 160  # characters

# "whether she |would have been dismissed|": a question, until somebody answers it
_WHETHER: Final = re.compile(r"\b(?:whether|if)\b(?! so\b)[^.;:]{0,110}\Z")
_ASKED: Final = re.compile(
    r"\b(?:question|issue|matter|point|ask\w*|decid\w*|consider\w*|determin\w*|rul(?:e|ed|ing)|say|said|speculat\w*|unclear|not (?:clear|known|say|told|arise|necessary|required)|no need|know\w*|wonder\w*|unnecessary|moot|academic|arose|arise|open)\b"
)
_ANSWERED: Final = re.compile(
    r"\b(?:he|she|they|it|the officer|the panel|both|pc \w+) would(?: have(?: been)?)?(?=[.,;]|\Z)|\b(?:yes|answer was that|decided that (?:he|she|they) would|in the affirmative)\b"
)


def is_left_open(prepared: Prepared, hit: Hit) -> bool:
    """Whether what would have been done is only a question ("whether he would have been dismissed did not arise"), to which no answer follows."""
    page, low = prepared.page, prepared.page.low
    index = page.sentence_index(hit.start)
    s = page.sentences[index]
    before = _WHETHER.search(low, max(s.start, hit.start - 130), hit.start)
    if before is None:
        return False
    start = before.start()
    asked = _ASKED.search(low, s.start, start) or _ASKED.search(low, hit.end, s.end)
    if asked is None:
        return False
    last = page.sentences[min(index + 1, len(page.sentences) - 1)]
    return _ANSWERED.search(low, hit.end, last.end) is None


# "The panel could not sack him in fact; it ruled that |he would have been|."
_ELLIPSIS: Final = re.compile(
    r"\b(?:could not|couldn't|cannot|can not|can no longer|could no longer|unable to|not able to|no (?:power|longer possible) to|not possible to|not open to (?:it|them|the panel) to|impossible to|too late to)(?: (?:now|actually|formally|itself|themselves|be))* (?:dismiss|sack|fire)(?:ed)?\b[^.]{0,110}?"
    r"\b(?:he|she|they|the (?:former )?(?:officer|constable|sergeant|inspector)) (?P<what>would have been)(?=[.,;]| (?:if|had|but for|were)\b|\Z)"
)


def would_have_been(page: Page) -> list[tuple[int, int]]:
    """Where a page says of one whom a panel could not dismiss any more only that they "would have been"."""
    if "would have been" not in page.low:
        return []
    return [found.span("what") for found in _ELLIPSIS.finditer(page.low)]
