"""Onlookers: who is named without a rank as having seen, filmed, heard or reported what an officer did.

"Robert Pike was walking his dog when he saw the constable kick a man. The constable was dismissed": not Mr Pike.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person

_ASIDE: Final = (
    r"(?:,? \(?(?:aged )?\d\d\)?,?)?(?:,(?: who| an?| the| of| from| then| now) [^.;:\"\n]{2,70}?,)?"
)
_ADVERBS: Final = (
    r"(?: (?:had|has|have|also|later|then|first|just|only|himself|herself|was one of those who|both))*"
)
_AN_OFFICER: Final = r"(?:the|an?|this|that|two|three|several|one|some|off-duty|police) (?:(?!(?:girl|woman|man|boy|colleague|when|while|who)\b)[\w-]+ ){0,3}?(?:officers?|constables?|sergeants?|inspectors?|policem[ae]n|policewom[ae]n|pcs?|pcsos?|detectives?|police (?:car|van|vehicle|dog|motorcycle))\b"
_PERCEIVES: Final = r"(?:saw|watched|filmed|recorded|photographed|witnessed|heard|noticed|overheard|seen)"
# "Robert Pike |saw the constable|", "|was walking his dog when he saw the officer|", "|told how he watched a policeman|"
_SAW: Final = re.compile(
    rf"{_ASIDE}{_ADVERBS}"
    rf"(?: (?:was|were) (?:(?!on duty\b|on patrol\b|charged\b|accused\b|a police\b)[^.;\"\n]){{3,90}}?\b(?:when|and|as) (?:he|she|they|[\w]+)"
    rf"|,? (?:told (?:(?:the|a|an|his|her) (?:[\w-]+ ){{0,3}}?)?(?:how|that|of|court|jury|panel|jurors|hearing|magistrates)(?: (?:how|that))?|said(?: that| how)?|says(?: that| how)?|described(?: how)?|recalled(?: how| that)?|gave evidence that|claimed(?: that)?|testified(?: that)?|alleged(?: that)?)(?: (?:he|she|they|had|how|that|who|also))*"
    rf"(?: (?:was|had been) [^.;\"\n]{{3,60}}? (?:when|and) (?:he|she))?)?"
    rf"{_ADVERBS} {_PERCEIVES} (?:from [^.;\"\n]{{3,40}}? (?:as|while|how) |as |how |that |when )?{_AN_OFFICER}"
)
# "|described how the officer| had kicked him", "|gave evidence that the officer| struck"
_TOLD_HOW: Final = re.compile(
    rf"{_ASIDE}{_ADVERBS},? (?:told (?:the |a |his |her )?(?:[\w-]+ ){{0,3}}?(?:how|that)|described how|described|recalled how|recalled|gave evidence that|testified that|alleged(?: that)?|claimed(?: that)?|complained(?: that)?) {_AN_OFFICER}"
    rf"|{_ASIDE}{_ADVERBS} (?:watched|filmed|looked on) from [^.;\"\n]{{3,40}}? (?:as|while) {_AN_OFFICER}"
)
# "|saw it all|", "|saw what happened|", "|heard the crash|", "|phoned the police to complain|", "|said he watched from his window|"
_SAW_IT: Final = re.compile(
    rf"{_ASIDE}{_ADVERBS}(?: (?:said|says|told [\w ]{{3,20}}?(?:that|how)?) (?:he|she)(?: had)?)? (?:(?:saw|watched|witnessed|filmed|heard|recorded) (?:it all|it happen|everything|what happened|the (?:whole )?(?:crash|attack|assault|incident|arrest|collision|fight|bang|impact|shooting|punch(?:es)?|stop|thing)|(?:it )?(?:from|through) (?:his|her|their|an?|the) (?:[\w-]+ ){{0,3}}?(?:window|car|garden|house|flat|balcony|doorway|shop|bus|bedroom|kitchen|porch))"
    r"|(?:phoned|rang|telephoned|called|dialled) (?:the )?(?:police|999|101)\b)"
)
# "Robert Pike |was arrested by the constable|"
_STOPPED: Final = re.compile(
    rf"{_ASIDE}{_ADVERBS} (?:was|were|had been|been)(?: \w+ly)? (?:arrested|stopped|handcuffed|tasered|searched|restrained|detained|pulled over|chased|followed|pushed|kicked|punched|hit|struck) (?:by|on [\w ]{{3,20}} by) {_AN_OFFICER}"
)
# "|a witness,| Robert Pike", "|neighbour |Robert Pike"
_CALLED: Final = re.compile(
    r"\b(?:(?:eye-?)?witness|passer-by|passerby|onlooker|bystander|neighbour|shop ?(?:worker|keeper|assistant)|shopper|pedestrian|dog walker|resident|taxi driver|bus driver|barmaid|barman|bouncer|doorman|motorist),? (?:mr |mrs |ms |miss )?\Z"
)
# ... unless the page tells of a case of their own.
_OWN: Final = re.compile(
    rf"{_ASIDE}(?:, who)?{_ADVERBS}(?: (?:is|was|were|been|be|would have been|will))?{_ADVERBS} (?:dismissed|sacked|jailed|imprisoned|convicted|charged|sentenced|suspended|cleared|acquitted|cautioned|accused|given (?:an?|two|three)|found (?:not )?guilty|found to have|denied|denies|admitted|admits|pleaded|pleads|faces|faced|resigned|retired|misconducted|breached|lied|received|got|serving)\b"
)


def is_onlooker(person: Person, page: Page) -> bool:
    """Whether somebody without a police role is told of as a witness of what an officer did, and of nothing of their own."""
    return any(_looks_on(m, page) for m in person.mentions) and not any(
        _OWN.match(page.low, m.end) is not None for m in person.mentions
    )


def _looks_on(m: Mention, page: Page) -> bool:
    if len(m.tokens) < 2 or page.quoted(m.start):
        return False
    s = page.sentence_at(m.start)
    if _CALLED.search(page.low, max(s.start, m.start - 30), m.start) is not None:
        return True
    return any(p.match(page.low, m.end, s.end) is not None for p in (_SAW, _TOLD_HOW, _SAW_IT, _STOPPED))
