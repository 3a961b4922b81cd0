"""Overseen inquiries: what stands beside an oversight body's name and tells in which mode it had a part.

"The IPCC, which supervised the force's own review", "the matter was directed by the IOPC", "the IOPC said that the
sergeant had a case to answer": the body as the doer, right beside the verb.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page, Sentence
from peelian.reading.scan import Hit

# "the IPCC, which supervised the force's own review", "an investigation it had managed", "the IOPC directed the probe"
_VERB: Final = r"(?P<mode>managed|directed|supervised|oversaw|managing|directing|supervising|overseeing)\b"
_ADVERBS: Final = r"(?: (?:had|has|have|was|were|been|also|then|later|both|itself|closely|initially|originally|only|merely|is|would))*"
_BODY_DID: Final = re.compile(
    rf"\)?(?: \([a-z]{{3,6}}\))?,?(?: (?:which|who|whose staff))?{_ADVERBS} {_VERB}"
    r"(?! (?:none|no part|nothing|neither)\b)(?! (?:that|the (?:force|constabulary|chief|met|panel|police|department) (?:to|that)|\w+ (?:police|constabulary|force) to|(?:him|her|them|it) to|a (?:misconduct |disciplinary )?(?:hearing|meeting)|the (?:hearing|panel|meeting)))"
)
_BY_BODY: Final = re.compile(rf"\b{_VERB} by (?:the )?\Z")
_A_HEARING: Final = re.compile(r"\b(?:hearing|panel|meeting|proceedings)\b[^.;,]*\Z")
_SAME_MODE: Final = {
    "managing": "managed",
    "directing": "directed",
    "supervising": "supervised",
    "oversaw": "supervised",
    "overseeing": "supervised",
}


def overseen(low: str, s: Sentence, hit: Hit) -> tuple[str, Span] | None:
    """The mode, and its words, where the body named at ``hit`` is said to have managed, directed or supervised."""
    did = _BODY_DID.match(low, hit.end, min(s.end, hit.end + 90))
    done = did or _BY_BODY.search(low, max(s.start, hit.start - 90), hit.start)
    if done is None or (
        did is None and _A_HEARING.search(low, max(s.start, done.start() - 40), done.start())
    ):
        return None
    mode = done.group("mode")
    return _SAME_MODE.get(mode, mode), (min(done.start(), hit.start), max(done.end(), hit.end))


# "In a report published on Friday, the IPCC said that the sergeant had a case to answer": its own investigation's.
_FOUND: Final = re.compile(
    r"\)?(?: \([a-z]{3,6}\))?,?(?: (?:has|had|also|which|today|later|that|there was|report))* (?:found|finds|concluded|concludes|said|says|identified|established)\b[^.;]{0,120}\bcase to answer\b"
    r"|'s? (?:report|findings|conclusions?)\b"
)
_NOT_ITS_OWN: Final = re.compile(
    r"\b(?:review\w*|agree\w*|appeal\w*|force(?:'s)? (?:found|own)|referr\w+|return\w*|handed|force (?:said|decided))\b"
)


# "The force agreed with |the IPCC's recommendations|", "after reviewing the IOPC's report"
_TAKEN_UP: Final = re.compile(
    r"\b(?:agreed with|accepted|agreeing with|accepting|(?:after|on|having) (?:reviewing|considering|reading|receiving|received|reviewed|considered)) (?:all |most )?(?:of )?(?:the )?\Z"
)
_ITS_REPORT: Final = re.compile(
    r"\)?(?:'s?)? (?:final |investigation |own )?(?:report|findings|conclusions?|recommendations?|opinion)\b"
)


def found_itself(low: str, s: Sentence, hit: Hit) -> Span | None:
    """The words in which the body named at ``hit`` is told to have found a case to answer itself."""
    taken = _TAKEN_UP.search(low, max(s.start, hit.start - 40), hit.start)
    ours = _ITS_REPORT.match(low, hit.end, s.end) if taken is not None else None
    if ours is not None:
        return hit.start, ours.end()
    found = _FOUND.match(low, hit.end, s.end)
    if found is None or _NOT_ITS_OWN.search(low, s.start, s.end):
        return None
    return hit.start, found.end()


# "The IOPC said that it had not been involved", "under the IOPC's own definition", "It had no role in the inquiry"
_NO_PART: Final = re.compile(
    r"\b(?:had|has|have|was|were) (?:not|never|n't)(?: \w+)? involved\b|\b(?:no|any) (?:part|role|hand|involvement) (?:in|of|with) (?:the |this |that |either |any |his |her )?(?:[\w-]+ ){0,3}?(?:investigation|inquiry|enquiry|probe|case|matter)\b|\bhad nothing to do with\b|\bn[o']t want to know\b|\bwas not (?:told|informed|notified|a part of)\b"
    r"|\bdid not (?:take part|assist|help) (?:in|with) (?:the |this |that )?(?:[\w-]+ ){0,3}?(?:investigation|inquiry|enquiry|probe|case|matter)\b|(?:iopc|ipcc|police conduct|complaints commission)'s? (?:own )?(?:definition|guidance|guidelines|figures|statistics|website|annual report|bulletin|predecessor|survey)\b"
    r"|\bdid the (?:iopc|ipcc|independent)[^.;]{0,60} not\b"
)
_IT: Final = re.compile(r"\W*(?:it|the (?:watchdog|commission|body|iopc|ipcc|office))\b")


def had_no_part(page: Page, s: Sentence) -> bool:
    """Whether a sentence on an oversight body, or the next that goes on about it, says that it had no part in the case."""
    if _NO_PART.search(page.low, s.start, s.end) is not None:
        return True
    i = page.sentence_index(s.start) + 1
    if i >= len(page.sentences) or not _IT.match(page.low, page.sentences[i].start):
        return False
    return _NO_PART.search(page.low, page.sentences[i].start, page.sentences[i].end) is not None
