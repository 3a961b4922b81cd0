"""Departures of others: who left is somebody beside the officer that a sentence tells of.

"She gave evidence against her sergeant, who resigned", "his line manager has since retired", "another officer, who
quit in May": none of it is told of her or him.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.kin import KIN
from peelian.reading.model import SubjectDraft
from peelian.reading.page import Page

_BESIDE: Final = (
    r"(?:sergeant|inspector|chief inspector|superintendent|supervisor|line manager|manager|boss|superior|team leader|tutor|mentor|deputy|predecessor|successor"
    r"|colleague|crewmate|crew-mate|co-driver|friend|ex-wife|ex-husband"
    rf"|{KIN}"
    r"|barrister|solicitor|lawyer|accuser|complainant|victim|witness|federation rep\w*|chief constable|commissioner|chief)"
)
_ADVERBS: Final = r"(?: (?:has|had|have|is|was|were|later|since|then|also|already|now|himself|herself|subsequently|recently|both|abruptly|suddenly|announced|announcing))*"
# "her sergeant, |who had |", "his line manager, a chief inspector, |has since |"
_HIS: Final = re.compile(
    rf"\b(?:his|her|their|whose|the (?:officer|constable|sergeant|pc|inspector)'s) (?:(?!own\b)[\w-]+ ){{0,2}}?{_BESIDE}s?,?(?: [a-z'-]+ [a-z'-]+,)?(?: (?:a|an|the|then|now) [^,.;]{{2,40}},)?(?: (?:who|and who))?{_ADVERBS} \Z"
)
# "who shared it |with| her ex-husband resigned": the clause goes on about whoever shared it
_GOVERNED: Final = re.compile(
    r"\b(?:with|to|of|about|from|by|against|for|on|at|towards?|without|beside|behind|[a-z]+(?:ed|ing)) \Z"
)
# "A colleague |was |", "another officer |has |"
_A_COLLEAGUE: Final = re.compile(
    rf"(?:\A|[\n.;] ?|\band |\bwhile |\bbut )(?:an?|one|another|one other) (?:[\w-]+ ){{0,2}}?(?:colleague|crewmate|supervisor|line manager|(?:(?<=another )|(?<=other ))(?:officer|constable|sergeant|inspector))(?: of (?:his|hers|theirs))?{_ADVERBS} \Z"
)
# "another officer, |who |", "a second constable |who had |"
_ANOTHER: Final = re.compile(
    rf"\b(?:another|an? (?:second|third|fourth|fellow|different)|the (?:second|third|fourth|other)|two other|three other|several other|other) (?:[\w-]+ ){{0,2}}?(?:officers?|constables?|sergeants?|inspectors?|superintendents?|detectives?|pcs?|specials?|pcsos?),? who{_ADVERBS} \Z"
)
# "a sergeant |who has since |", of a constable
_OF_RANK: Final = re.compile(
    rf"(?P<lead>[^.;\"]{{0,30}})\b(?:a|an|the) (?:[\w-]+ ){{0,2}}?(?P<rank>constable|pcso|sergeant|inspector|superintendent|chief constable|commissioner),? who{_ADVERBS} \Z"
)
_APPOSED: Final = re.compile(
    r"(?:,|\b(?:was|were|is|as|became|become|being|then|now|once|later|formerly|made|remained|rank of)) \Z|\A\Z"
)


def is_of_another(page: Page, at: int, draft: SubjectDraft, named: bool) -> bool:
    """Whether words of leaving at ``at`` tell of somebody whom their clause names beside the officer of the sentence."""
    start = max(page.sentence_at(at).start, at - 130)
    before = page.low[start:at]
    his = _HIS.search(before)
    if his is not None and (" who" in his.group() or _GOVERNED.search(before, 0, his.start()) is None):
        return True
    if not named:
        return False
    if _A_COLLEAGUE.search(before) is not None:
        return True
    if " who" not in before:
        return False
    if _ANOTHER.search(before) is not None:
        return True
    found = _OF_RANK.search(before)
    if found is None or draft.rank is None or _APPOSED.search(found["lead"]):
        return False
    own, chief = draft.rank.value, draft.rank.value.endswith("chief_constable")
    if found["rank"] == "chief constable":
        return not chief
    return found["rank"] not in own or (found["rank"] == "constable" and chief)
