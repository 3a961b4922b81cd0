"""What becomes of officers in general, or became of another one who is held up as an example: nobody's on this page.

"Officers who steal will be arrested, charged and jailed", a chief constable says; "in a similar case in 2017 an
officer had been dismissed", a barrister; "where an officer has been convicted, dismissal will usually follow", the
guidance that a panel reads out. None of it happened to the officer of whom the page tells.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.spans import find_all, holds_any

_OFFICERS: Final = r"(?:officers|constables|sergeants|detectives|policemen|policewomen|pcs|police staff|people|men|women|colleagues)"
_OFFICER: Final = r"(?:officer|constable|sergeant|inspector|detective|policeman|policewoman|pc|dc|pcso|superintendent|special|colleague)"
# "Officers |who steal|", "those |convicted of corruption|"
_SORT: Final = r"(?:,? (?:who|that|whose)\b|,? (?:\w+ly )?(?:convicted|found|guilty|dismissed|accused|charged|proven|proved|shown|caught|sentenced|sacked|arrested|suspected|jailed)\b)"
# A clause about all officers of a sort ...
_ALL: Final = re.compile(
    rf"(?:\A|[.;:,?!\"\u201c'] ?|\b(?:that|because|when|and|but|as|where|knew|if|than) )(?P<all>(?:any |all |most |many |some |other |corrupt |police |serving |violent |dishonest )*{_OFFICERS}{_SORT})"
)
# ... and what becomes of them, as a rule.
# "an officer |who is convicted of theft should normally be dismissed|"
_ANY_ONE: Final = re.compile(
    rf"\b(?P<all>(?:an?|any|every) (?:(?:police|serving|corrupt|former) )*{_OFFICER} (?:who|that) (?:is|has|commits?|breach(?:es)?|lies|steals|does|fails?|abuses|assaults|uses|takes|sends|cannot)\b)(?P<rest>[^.;\"\u201d]{{0,120}}?\b(?:will|would|should|must|can|may|might|could|ought)\b[^.;\"\u201d]*)"
)
_WILL: Final = re.compile(
    r"[^.;\"\u201d]{0,120}?\b(?:will|would|can|could|may|might|should|must|are|face|risk|deserve|expect|have no place|do not)\b[^.;\"\u201d]*"
)
_DID: Final = re.compile(
    r"[^.;\"\u201d]{0,120}?\b(?:were|have been|had been|got|received|lost)\b[^.;\"\u201d]*"
)
# "Where an officer has been convicted of theft, dismissal without notice will usually be the outcome"
_WHERE: Final = re.compile(
    rf"(?:where|if|when(?:ever)?|once|in cases where|unless) (?:an?|any|the|such an) (?:(?:police|serving|convicted) )*(?:{_OFFICER}|member of staff|panel|court|conviction|allegation)\b[^.;\"\u201d]{{0,160}}?\b(?:will|would|should|must|may|can|ought)\b[^.;\"\u201d]*"
)
_IS_GUIDANCE: Final = re.compile(
    r"\b(?:guidance|guidelines?|policy|regulations?|(?<!criminal )code|college of policing|says|say|states?|provides?|as a rule|general(?:ly)?|usually|normally|always|invariably|ordinarily)\b"
)
# Who brings the other case up.
_SPEAKS: Final = r"\b(?:said|says|saying|told|argu(?:ed|ing)|submitt(?:ed|ing)|refer(?:red|ring|s)(?! to as\b)|point(?:ed|ing)|cit(?:ed|ing)|drew|reminded|heard|added|claimed|pleaded|complained|mentioned|recall(?:ed|ing|s)|(?:draws?|drew|drawing)(?: \w+)? attention|rel(?:y|ies)|contrast(?:ed|ing)|compar(?:ed|ing|able|ison|isons)|similar to|like that|akin to|unlike|relied)\b"
_ANOTHER: Final = rf"(?:an?|another|one|two|three|other|fellow|former) (?:(?:other|more|junior|senior|male|female|young|former|serving|retired|police|detective|chief|different|[a-z]+shire|kent|essex|met|metropolitan|sussex|surrey) ){{0,3}}{_OFFICER}s?"
_HELD_UP: Final = re.compile(
    rf"{_SPEAKS}[^.;]{{0,110}}?\b(?P<from>"
    # "in a similar case in 2017 |an officer had been dismissed|"
    rf"(?:in|from|of|with|at|to|about) (?:an?|another|one|the) (?:similar|comparable|earlier|previous|different|unrelated|parallel|like|recent|second|older|other)(?: \w+)? (?:case|matter|hearing|trial|inquiry)s?\b[^.;]{{0,40}}?\b{_ANOTHER}\b"
    # "comparable to |that of a constable who was dismissed|", "unlike |a former colleague who was jailed|"
    rf"|(?:(?:case|cases|treatment|fate|example|those|that) of |unlike |(?:compared|comparison|contrast) (?:to|with) )?{_ANOTHER} who\b"
    # "|a case in Sussex in which a handler was fined|"
    rf"|(?:an?|another|one|the) (?:\w+ )?(?:case|decision|matter)s?\b[^.;]{{0,40}}?\b(?:in which|where) (?:an?|another|one|two) (?:[\w'-]+ ){{1,6}}?(?:was|were|had been|got|received|kept)\b"
    # "|two colleagues who did the same| had only received management advice"
    r")[^.;]*"
)
_SAME: Final = re.compile(
    r"\b(?:similar|comparable|same|compar\w+|unlike|contrast|whereas|other force|another force|earlier case|previous case|different case|in (?:19|20)\d\d)\b"
)
_RESUMES: Final = re.compile(
    r",? (?:but|and|while|whereas|so) (?:he|she|they|it|the (?:panel|officer|constable|sergeant|inspector|judge|court|chair|pc)|mr|ms|mrs|pc|sgt|ds|dc|insp\w*) |, (?:had|was|has|is) "
)
_NAMED: Final = re.compile(
    r"\b(?:[A-Z][a-z'\u2019-]+ ){1,3}(?:was|is|had|has|were|will|and)\b|\b(?:PC|Sgt|DC|DS|DI|PS|Sergeant|Constable|Inspector) [A-Z]"
)
_LABEL: Final = re.compile(r"\b(?:Officer|PC|Constable|Sergeant|DC) (?:[A-Z]{1,2}|[0-9]+)\b")
# "|In my day| he would have been sacked on the spot", "|in any other job| she would have been dismissed"
_ELSEWHERE: Final = re.compile(
    r"\b(?:in (?:my|our) (?:day|time|era)|on my watch|(?:in|from) (?:any|almost any|another|a normal|most) (?:other )?(?:job|jobs|profession|professions|walk of life|workplace|employment|line of work|career)|in the private sector|any other (?:employer|employee|worker|person|member of the public)|anyone else|anybody else|if (?:i|it|you|we) (?:had|were|was|did|had done|had been)(?: (?:me|up to me|my decision|done that|done this))?)\b[^.;]{0,60}?\bwould (?:have )?[^.;\"\u201d]*"
    r"|\bwould have been [^.;\"\u201d]{0,50}\b(?:in (?:my|our) (?:day|time)|if it (?:had been|was|were) (?:me|you|up to me)|in (?:any|most|almost any) (?:other )?(?:job|profession|workplace)|years ago)\b"
)
# "|If he is convicted he will be sent to prison| and dismissed"
_IF_SO: Final = re.compile(
    r"\b(?:if|should|unless|were) (?:he|she|they|you|the (?:officer|constable|sergeant|inspector|panel|jury|case|allegations?|charges?)|(?:pc|sgt|dc|mr|ms|mrs) [\w'-]+) (?:(?:is|are|be|were|was|to be|had been|had|has been) )?(?:then |later |ever )?(?:convicted|found guilty|found to have|proved|proven|to be (?:convicted|found)|convicts?|finds?|upheld)\b[^.;\"\u201d]{0,90}?,? (?:he|she|they|you|it|the|pc|sgt|mr|ms|mrs)? ?(?:[\w'-]+ )?(?:will|would|could|may|might|can|faces?|risks?|must|should)\b[^.;\"\u201d]*"
)
# "The same lawyer |had charged two Kent detectives with theft in 2014 and both were jailed|", "said that she |would normally send an officer to prison|"
_USED_TO: Final = re.compile(
    rf"\b(?:(?:the same|another|a previous|that same) (?:\w+ ){{0,2}}?(?:lawyer|prosecutor|judge|panel|court|team|chair|jury|bench) (?P<had>had (?:\w+ly |also |once |already )?(?:charged|prosecuted|jailed|defended|sentenced|dismissed|sacked|convicted|represented|cleared|tried) (?:an?|another|two|three|four|several|other) (?:[\w'-]+ ){{0,3}}?(?:{_OFFICER}s?|{_OFFICERS})\b[^.;]*)"
    rf"|(?P<would>would (?:normally|usually|ordinarily|generally|always|in most cases) (?:have )?(?:send|sent|jail|jailed|imprison|dismiss|sack|sacked|give|given|impose|imposed|expect)\b[^.;]*))"
)
_TOP: Final = (
    200  # characters that open a story: there "officers who ... have been sacked" are those of whom it tells
)
# "|Ten years ago a detective in the same team was cleared of perjury|", below a page's opening and without a name
_YEARS_AGO: Final = re.compile(
    rf"\W*(?:(?:[\w-]+ ){{1,3}}ago,?|(?:many|some|several) years (?:ago|before|earlier),?) (?:an?|another) (?!second|third|fourth|further)(?:[\w-]+ ){{0,3}}{_OFFICER}\b(?: (?:in|from|at|of|with|on) (?:the|another|that) (?:same )?[\w' -]{{3,40}}?)? (?:was|had been|got|received|went|admitted|pleaded|lost|quit|resigned)\b"
)
_WORDS: Final = (
    "officers",
    "constables",
    "sergeants",
    "detectives",
    "police",
    "people",
    "colleague",
    "men ",
    "women ",
    "pcs",
)


def held_up(page: Page) -> list[Span]:
    """Where a page says what becomes of officers as a rule, or became of one with whom its own is compared, in no order."""
    out = _in_their_day(page)
    if holds_any(page.low, _WORDS):
        out += _of_all(page)
    if " who " in page.low or " that " in page.low:
        for m in _ANY_ONE.finditer(page.low):
            if not _NAMED.search(page.text, m.end("all"), m.end()):
                out.append(m.span())
    if holds_any(
        page.low,
        ("where an", "where a ", "where any", "if an", "if a", "when an", "when a", "once a", "unless a"),
    ):
        out += _guidance(page)
    out += _other_cases(page)
    for s in page.sentences:
        if (
            s.start > _TOP
            and _YEARS_AGO.match(page.low, s.start, s.end)
            and not _NAMED.search(page.text, s.start, s.end)
        ):
            out.append((s.start, s.end))
    if holds_any(page.low, ("convict", "found ", "prove", "uph", "finds")):
        out += [
            m.span() for m in _IF_SO.finditer(page.low) if not page.low.startswith("as if", m.start() - 3)
        ]
    return out + [m.span(m.lastgroup or 0) for m in _USED_TO.finditer(page.low)]


def _of_all(page: Page) -> list[Span]:
    out = []
    for m in _ALL.finditer(page.low):
        s = page.sentence_at(m.start("all"))
        quoted = page.quoted(m.start("all"))
        said = m.start("all") > s.start and page.low.startswith("that ", m.start())
        told = _WILL.match(page.low, m.end("all"), s.end)
        if told is None and (quoted or said):
            told = _DID.match(page.low, m.end("all"), s.end)
        if (
            told is None
            or (s.start < _TOP and not (quoted or said))
            or _NAMED.search(page.text, m.end("all"), told.end())
        ):
            continue
        back = _RESUMES.search(page.low, m.end("all"), told.end())
        out.append((m.start("all"), back.start() if back is not None and not quoted else told.end()))
    return out


def _guidance(page: Page) -> list[Span]:
    out = []
    for s in page.sentences:
        for at in find_all(
            page.low[s.start : s.end], ("where ", "if ", "when", "once ", "in cases where ", "unless ")
        ):
            start = s.start + at
            if start > s.start and page.low[start - 1].isalnum():
                continue
            rule = _WHERE.match(page.low, start, s.end)
            if rule is None or _NAMED.search(page.text, start, rule.end()):
                continue
            if page.quoted(start) or _IS_GUIDANCE.search(page.low, s.start, s.end):
                out.append((start, rule.end()))
                break
    return out


def _other_cases(page: Page) -> list[Span]:
    out = []
    for s in page.sentences:
        found = _HELD_UP.search(page.low, s.start, s.end)
        if found is None or _SAME.search(page.low, s.start, s.end) is None:
            continue
        if _NAMED.search(page.text, found.start("from"), found.end()) or _LABEL.search(
            page.text, s.start, s.end
        ):
            continue
        back = _RESUMES.search(page.low, found.end("from"), found.end())
        out.append((found.start("from"), back.start() if back is not None else found.end()))
    return out


def _in_their_day(page: Page) -> list[Span]:
    return [m.span() for m in _ELSEWHERE.finditer(page.low)] if " would " in page.low else []
