"""Verdicts told a sentence or more after the officer whom a page of named ones brings in without a name."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.page import Page, Sentence
from peelian.reading.scan import Hit, Scan

_REACH: Final = 130  # characters between an officer and what is told of them


def is_next(d: Description) -> bool:
    """Whether the words themselves say that it is somebody else: another, a second."""
    return d.form == "another" or d.more or (d.form == "ordinal" and (d.ordinal or 1) > 1)


_CONSIDERED: Final = re.compile(
    r"\b(?:consider\w*|examin\w+|look(?:ed|s) at|evidence|allegations?|file|case|complaints?|review\w*|decision|interviewed|investigated)\b"
)
_THAT_ONE: Final = re.compile(
    r"\b(?:in (?:that|this) case|him|her|them|he|she|they|the (?:[\w-]+ )?(?:officers?|constables?|sergeant|inspector|detective|pcso|pair|two))\b"
)


# "The CPS also considered the conduct of |an inspector|"
_CASE_OF: Final = re.compile(
    r"\b(?:consider\w*|review\w*|look\w* at|examin\w+|assess\w*)\b[^.;]{0,50}\b(?:conduct|actions|role|part|case|position|file|evidence|allegations?|involvement|complaints?) (?:[a-z]+ ){0,2}(?:of|on|against|by|about|concerning|relating to) \Z"
)
# "not to charge |a detective inspector|", "insufficient evidence to prosecute |a sergeant|"
_CHARGED_OR_NOT: Final = re.compile(
    r"\b(?:(?:decision|decided|chosen|chose|not|never|enough|sufficient|insufficient|little|no|any) (?:(?:was|were|also|made|taken|been|further) )*(?:evidence )?(?:not )?to (?:charge|prosecute)"
    r"|(?:declin|refus)\w+ to (?:charge|prosecute)|against (?:charging|prosecuting)|insufficient evidence (?:against|in respect of|in relation to)"
    r"|no (?:criminal |further )?(?:charges?|action|prosecution)(?: (?:has|have|had|will|would|should|may|could|is|are|was|were|be|been|being|taken|brought|authorised|laid|made)){0,4} (?:against|in respect of|in relation to)) \Z"
)


# "We looked at the actions of |a custody sergeant|. We found no case to answer."
_FOUND_NONE: Final = re.compile(
    r"\W*(?:we|it|the (?:force|watchdog|iopc|ipcc|investigation|inquiry)|there|investigators) (?:found|was|decided there was|concluded there was) no (?:case to answer|indication of (?:any )?(?:gross )?misconduct)\b(?! for)"
)


def _case_considered(page: Page, sentence: Sentence, d: Description) -> bool:
    """Whether a sentence says of one whom it brings in that prosecutors considered the case."""
    start = max(sentence.start, d.start - _REACH)
    return d.form == "new" and d.number == 1 and _CASE_OF.search(page.low, start, d.start) is not None


def charged_or_not(page: Page, d: Description, sentence: Sentence) -> Hit | None:
    """The words before an officer that say whether prosecutors charged them: "a decision not to charge |an inspector|"."""
    if d.form == "known":
        return None
    found = _CHARGED_OR_NOT.search(page.low, max(sentence.start, d.start - _REACH), d.start)
    return Hit(found.start(), found.end() - 1, "unnamed_verdict", "crime") if found is not None else None


def next_named(page: Page, named: list[tuple[int, int]], at: int) -> int:
    """Where somebody is next named from ``at`` on in their own right, not only as the one whose a thing is ("Lee's account")."""
    for start, end in named[bisect_left(named, (at, 0)) :]:
        if not page.low.startswith(("'s ", "\u2019s "), end):
            return start
    return len(page.text)


def told_next(
    page: Page, scan: Scan, d: Description, sentence: Sentence, named: list[tuple[int, int]]
) -> Hit | None:
    """The decision that the next sentence tells of further officers whose case this one says was considered."""
    i = page.sentence_index(d.start)
    if not (is_next(d) or _case_considered(page, sentence, d)) or i + 1 >= len(page.sentences):
        return None
    after = page.sentences[i + 1]
    nearest = bisect_left(named, (sentence.start, 0))
    if (nearest < len(named) and named[nearest][0] < after.end) or after.paragraph - sentence.paragraph > 1:
        return None
    if not _CONSIDERED.search(page.low, max(sentence.start, d.start - _REACH), sentence.end):
        return None
    found_none = _case_considered(page, sentence, d) and _FOUND_NONE.match(page.low, after.start) is not None
    if not found_none and _THAT_ONE.search(page.low, after.start, after.end) is None:
        return None
    hits = scan.between("unnamed_verdict", after.start, min(after.end, after.start + 2 * _REACH))
    return next((h for h in hits if h.value in ("crime", "outcome", "no_case")), None)


_OPENS: Final = 30  # characters before the words that open a sentence: "Or there's", "In 2015 a"
_NEXT: Final = 4  # sentences in which the story of somebody brought in may come to its end
_PRONOUN: Final = re.compile(
    r"\W*(?:(?:in|on|at|by) [^,.;]{3,60},? )?(?:(?:the|a|an) (?:(?:gross |special |internal |police |staff |own |accelerated )?(?:misconduct |disciplinary |case )?(?:panel|hearing|meeting)|board|jury|court|tribunal|force|chair|judge|magistrates)(?:, [^.,;]{3,40},)? (?:[a-z]+ ){1,2}(?:that )?|(?:the|a|an|his|her|any|all) (?:case|charges?|allegations?|proceedings) against )?(?:it (?:found|ruled|decided|concluded|said) (?:that )?)?(?:he|she|they|him|her|them)\b"
)
_TO_FACE: Final = re.compile(r"\b(?:will|would|'ll|is to|due to|faces?|facing)\b[^.;]{0,30}\Z")
# "A complaint that |a sergeant| had told them what to write", "The inquiry found that |a constable| with him had lied"
_TOLD_OF: Final = re.compile(
    r"\b(?:(?:an?|another|the) (?:\w+ )?(?:complaint|allegation|claim|accusation) (?:that|against|about|of|concerning)"
    r"|(?:it|they|inquiry|investigation|investigators|detectives|watchdog|ombudsman|iopc|ipcc|pirc)(?: \w+)?(?: also)? (?:found|discovered|established|concluded)(?: too)? that) \Z"
)
# "A clerk, who ran the group, was dealt with separately."
_APART: Final = re.compile(r"\b(?:dealt with|disciplined|investigated|told of \w+ fate|tried) separately\b")
# Whoever only looked on, or found the other out: "A sergeant found the forms. He was sacked in June".
OBJECT: Final = re.compile(
    r"\b(?:him|her|his|their|(?<!alongside )(?<!supervised )(?<!beside )them|found|told|saw|noticed|spotted|reported|discovered|complained|said|(?<!was )(?<!been )investigated|interviewed|evidence|asked|queried|witnessed|raised|alerted|came forward)\b"
)


# "The work of a second dispatcher fell short. |Reflective practice| was agreed.": the sanction, and nobody else
_SANCTION: Final = re.compile(
    r"\W*(?:an? |the )?(?:(?:final |first |formal )?written warning|reflective practice|management (?:action|advice)|words of advice|informal action) (?:followed|(?:was|were|has been|is to be) (?:\w+ly )?(?:agreed|taken|given|imposed|issued|applied|used|deemed|judged|thought))\b(?![^.;]{0,60}\b(?:both|each|all|the two|the other)\b)"
)
_TWO_IN: Final = re.compile(r"\b(?:and|nor|or) (?:an?|the|another|one|two) \Z")


def told_by_sanction(
    page: Page, scan: Scan, d: Description, sentence: Sentence, named: list[tuple[int, int]]
) -> Hit | None:
    """The sanction on which the next sentence opens, where this one brings in one more officer and nobody beside."""
    i = page.sentence_index(d.start)
    if d.number != 1 or not (is_next(d) or d.form == "new") or i + 1 >= len(page.sentences):
        return None
    after = page.sentences[i + 1]
    nearest = bisect_left(named, (sentence.start, 0))
    if after.paragraph != sentence.paragraph or (nearest < len(named) and named[nearest][0] < after.end):
        return None
    if OBJECT.search(page.low, d.end, sentence.end):
        return None
    if _SANCTION.match(page.low, after.start, after.end) is None or _TWO_IN.search(
        page.low, max(sentence.start, d.start - 12), d.start
    ):
        return None
    hits = scan.between("unnamed_verdict", after.start, after.end)
    return next((h for h in hits if h.value in ("outcome", "management")), None)


# Whoever found another out, or to whom another is told of, in a paragraph that names nobody: "her portfolio" is her own
_OBJECT_ALONE: Final = re.compile(
    r"\b(?:him|(?<!alongside )(?<!supervised )(?<!beside )them|saw him|saw her|(?<!was )(?<!were )(?<!been )(?<!not )(?:told|found|reported|discovered|interviewed|investigated)|noticed|spotted|complained|gave evidence|witnessed|raised|alerted|came forward)\b"
)
# Of the same case, without a pronoun first: "Grimsby magistrates banned him", "The allegation was not proven", "That officer"
_OF_THAT_CASE: Final = re.compile(
    r"\W*(?:[\w' ]{3,30} (?:magistrates|jurors|justices) (?:\w+ ){1,3}(?:him|her)\b|(?:that|this) (?:officer|constable|sergeant|inspector|detective|man|woman)\b"
    r"|(?:the|this|that|his|her) (?:allegation|case|charge|complaint|matter) (?:against (?:him|her) )?(?:was|were) (?:found )?(?:not )?(?:proven|proved|upheld|heard|dismissed|dropped|discontinued)\b"
    r"|(?:it was (?:alleged|claimed|said|decided|determined) that|(?:the|an?) (?:[a-z]+ ){0,3}(?:hearing|meeting|panel) (?:[a-z]+ ){0,4}(?:that )?)(?:he|she|him|her)\b)"
)


# "He reported it to the chief inspector. |That officer| took no step. He has been given advice"
_THAT_OFFICER: Final = re.compile(r"(?:that|this) (?:officer|constable|sergeant|inspector|detective)\b")


def _stands_alone(page: Page, d: Description, sentence: Sentence, named: list[tuple[int, int]]) -> bool:
    """Whether nobody is named in the paragraph up to and with the sentence of a description, nor as many paragraphs later as it goes on."""
    first = page.sentence_index(d.start)
    while first > 0 and page.sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    i = bisect_left(named, (page.sentences[first].start, 0))
    return i >= len(named) or named[i][0] >= sentence.end


def told_by_pronoun(
    page: Page, scan: Scan, d: Description, sentence: Sentence, named: list[tuple[int, int]]
) -> Hit | None:
    """What a later sentence of the paragraph tells by "he" or "she" of somebody on whom a sentence opens.

    "Then there's the sergeant at Holt who hit a prisoner. Two of the shift saw it. He was acquitted of assault."
    """
    apart = _APART.search(page.low, d.end, sentence.end) is not None
    if d.number != 1:
        return None
    told_of = _TOLD_OF.search(page.low, max(sentence.start, d.start - _REACH), d.start) is not None
    alone = _stands_alone(page, d, sentence, named)
    late = d.start - sentence.start > _OPENS and not apart and not alone
    i = page.sentence_index(d.start) + 1
    told_of = told_of or (
        i < len(page.sentences) and _THAT_OFFICER.match(page.low, page.sentences[i].start) is not None
    )
    objects = _OBJECT_ALONE if alone else OBJECT
    if not told_of and (late or objects.search(page.low, d.end, sentence.end)):
        return None
    stop = next_named(page, named, sentence.start)
    first = page.sentence_index(d.start) + 1
    for after in page.sentences[first : first + _NEXT]:
        if after.paragraph != sentence.paragraph or after.end > stop:
            return None
        if _PRONOUN.match(page.low, after.start, after.end) is None and not (
            alone and _OF_THAT_CASE.match(page.low, after.start, after.end)
        ):
            continue
        for hit in scan.between("unnamed_verdict", after.start, after.end):
            if hit.value in ("outcome", "management", "crime", "no_case") or (
                alone and hit.value == "finding"
            ):
                return hit
            if hit.value == "hearing" and _TO_FACE.search(page.low, after.start, hit.start):
                return hit  # "he has been told that he will face a misconduct meeting"
    return None
