"""Whom a page's opening is about: "Two former officers ...", "A man who bit a constable ...", and who of those named it is.

Newspapers and press offices first say what somebody is and then give the name. Whoever is named first after
"A detective ..." is that detective; those named beside are not, unless the page says so of them too.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import SENIOR, Person
from peelian.reading.phrases import law_phrases
from peelian.reading.quantities import GROUPS
from peelian.reading.scan import Hit, Scan

_OPENINGS: Final = 5  # sentences of the story ...
_LINES: Final = 12  # ... and all before them: headlines, byline, date
# Words that a phrase which names the people of a story does not run over: a verb, or what is told of them.
_PAST: Final = (
    r"(?:who|that|which|whose|when|where|while|as|by|for|after|with|over|to|in|on|at|from|about|against|under|into|has|had|have|was|were|is|are|be|been|will|would"
    r"|faces?|faced|facing|jailed|sacked|dismissed|cleared|charged|accused|convicted|sentenced|suspended|arrested|fined|banned|guilty|admits?|admitted|denies|denied"
    r"|told|said|says|kept|lied|loses?|lost|wins?|won|quits?|resigns?|used|stole|took|tributes?|hearing|court|judge|jury|family|victims?)"
)
_WORD: Final = rf"(?:(?!{_PAST}\b)[\w'&-]+ )"
_OFFICERS: Final = (
    r"(?:police (?:officers?|chiefs?|boss|staff|workers?|clerks?|drivers?|analysts?|trainers?|employees?|couple|dog handlers?|marksm[ae]n|trainees?|recruits?)"
    r"|officers?|constables?|sergeants?|inspectors?|superintendents?|detectives?|commander|pcs?|pcsos?|wpcs?|dcs?|sgts?|specials?|policem[ae]n|policewom[ae]n|cops?|coppers?|rozzers?|plods?|bobby|bobbies"
    r"|detention officers?|call[ -]handlers?|community support officers?|probationers?)"
)
_PEOPLE: Final = (
    r"(?:m[ae]n|wom[ae]n|drivers?|motorists?|couple|father|mother|dad|mum|husband|wife|teenagers?|youths?|boys?|girls?|pensioners?|gang|thugs?|drug dealers?|dealers?|burglars?|robbers?|thief|thieves"
    r"|killers?|murderers?|attackers?|drunk|drink-driver|yobs?|cyclist|pedestrian|students?|prisoners?|inmates?|fugitive|suspect|fraudsters?|conm[ae]n|brothers|sisters|rioters?|football fan|fans?|protesters?|stalkers?|rapists?)"
)
_ABOUT: Final = re.compile(
    rf"(?:[*\u2022\u25cf-] )?[\"'(\[]*{_WORD}{{0,7}}?(?:(?P<police>{_OFFICERS})|(?P<people>{_PEOPLE}))(?![\w'-]| (?:and crime|force|station|family|federation))"
)
_GROUP: Final = re.compile(rf"\b(?:{'|'.join(GROUPS)})\b")
_ALSO_POLICE: Final = re.compile(
    r"\b(?:as an?|was an?|is an?|his|her|(?:serving|working|worked|served) (?:as|in|for|with)(?: an?| the)?)(?: [\w'-]+){0,3}? (?:police|officer|constable|sergeant|inspector|detective|pc|pcso|policeman|policewoman|constabulary|special|warrant card)\b"
)
_OTHER_OFFICER: Final = re.compile(
    r"\b(?:prison|probation|housing|council|court|customs|immigration|border force|fire|welfare|education|medical|army|police and crime|press) (?:\w+ )?\Z"
)


class Opening(NamedTuple):
    """Whom a page opens on: ``police`` or not, how many (None: several, not told how many), whether chief officers, and what calling."""

    police: bool
    number: int | None
    senior: bool
    calling: Hit | None = None  # of a member of staff
    end: int = 0  # where the words for them end


def opening_of(page: Page, scan: Scan, named: int) -> Opening | None:
    """Whom the first sentence that says so is about, of those that begin before anybody is named at ``named``.

    The story's own first sentence goes before a headline.
    """
    headline: Opening | None = None
    full = 0
    for sentence in page.sentences[:_LINES]:
        if sentence.start > named or full == _OPENINGS:
            break
        full += page.text[sentence.start : sentence.end].rstrip().endswith((".", '"'))
        found = _read(page, scan, sentence.start, sentence.end, named)
        if found is None:
            continue
        if (
            page.low[sentence.end - 1 : sentence.end] in (".", " ", '"', "\n")
            and sentence.end - sentence.start > 60
        ):
            return found
        headline = headline or found
    return headline


def _read(page: Page, scan: Scan, start: int, end: int, named: int) -> Opening | None:
    staff = _staff(page, scan, start, min(end, named))
    if staff is not None:
        return Opening(True, 1, False, staff)
    several = _several_staff(page, start, min(end, named))
    if several is not None:
        return several
    m = _ABOUT.match(page.low, start, max(start, min(end, start + 140)))
    if m is None or named == m.start("police"):
        return None  # the rank of whoever is named: a page that opens with a name opens on nobody else
    words = page.low[start : m.end()]
    police = m.group("police") is not None and not _OTHER_OFFICER.search(page.low, start, m.start("police"))
    if not police and _ALSO_POLICE.search(page.low, m.end(), end):
        police = True
    told = set(_GROUP.findall(words))
    number = next((n for word, n in GROUPS.items() if word in told), None) if told else None
    if number is None and not words.endswith(("s", "men", "women")):
        number = 1
    senior = "superintendent" in words or "chief" in words or "commander" in words
    return Opening(police, number, senior, None, m.end())


# "A woman who worked as a |call handler|", "a man employed by the force as an |analyst|", "a former |detention officer|"
_WORKS_AS: Final = re.compile(
    r"(?:(?:(?:an?|the|one) )?(?:[\w'-]+ ){0,3}(?:m[ae]n|woman|worker|person|employee|graduate|mother|father)(?:,? (?:\(?\d\d\)?,?|from [\w' -]{3,25}))? )?"
    r"(?:who (?:was |is |had |has |also |then |been |used to be |once )*)?(?:employed |work(?:ed|ing|s) |serv(?:ed|ing|es) |a serving |then )*"
    r"(?:(?:by|for|with|at) [\w' -]{3,40}? )?(?:as )?(?:an? |the )?(?:(?!(?:who|by|for|that|and|was|were|has|had)\b)[\w'-]+ ){0,3}"
)


def _staff(page: Page, scan: Scan, start: int, end: int) -> Hit | None:
    """The first words of a sentence for a member of police staff whom it is about, by their calling."""
    if not page.low.startswith(("a ", "an ", "one "), start):
        return None
    for hit in scan.among(("rank", "rank_weak"), start, min(end, start + 110)):
        # "a member of staff |at Kent Police|", and not any worker or manager
        police = hit.kind == "rank" or scan.between("force", hit.end, hit.end + _AT_FORCE)
        if police and hit.value in _STAFF and _WORKS_AS.fullmatch(page.low, start, hit.start):
            return hit
    return None


# "|Two |former |station enquiry officers|", "A trio of |civilian workers|"
_HOW_MANY: Final = re.compile(
    r"(?:an? )?(?P<n>two|three|four|five|six|pair|duo|trio|quartet)(?: of)? (?=[a-z])"
)
_MOST_WORDS: Final = 5


def _several_staff(page: Page, start: int, end: int) -> Opening | None:
    """The opening of a sentence about two or more members of police staff, by their calling in the plural."""
    many = _HOW_MANY.match(page.low, start, end)
    if many is None:
        return None
    words = list(re.finditer(r"[a-z0-9'-]+", page.low[many.end() : min(end, many.end() + 60)]))[:_MOST_WORDS]
    for last, word in enumerate(words):
        if not word.group().endswith("s"):
            continue
        for first in range(last + 1):
            phrase = " ".join(w.group() for w in words[first : last + 1])[:-1]
            if _staff_callings().get(phrase) in _STAFF:
                at, stop = many.end() + words[first].start(), many.end() + word.end()
                calling = Hit(at, stop, "rank", _staff_callings()[phrase])
                return Opening(True, GROUPS[many.group("n")], False, calling, stop)
    return None


@cache
def _staff_callings() -> dict[str, str]:
    """The callings that are plainly of police staff, each with its rank."""
    return {p: value for p, kind, value in law_phrases() if kind == "rank" and value in _STAFF}


_STAFF: Final = ("police_staff", "pcso")
_AT_FORCE: Final = 12  # characters from "a member of staff" to the force


def places(persons: list[Person], opening: Opening | None) -> dict[Person, int]:
    """The turn in which each person may be whom the opening is about: 0 for the first named without a title.

    Chief officers named later than others have none, unless the opening is about one.
    """
    out: dict[Person, int] = {}
    for person in persons:
        first = person.mentions[0]
        if first.title is not None:
            continue
        senior = first.rank is not None and first.rank.value in SENIOR
        if senior and out and not (opening is not None and opening.senior):
            continue
        out[person] = len(out)
    return out
