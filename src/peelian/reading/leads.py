"""Leads: a story that opens on an officer without a name, and names that officer at the head of a sentence soon after.

"A retired chief inspector was caught slipping steak into his coat. ... Bernard Fallows, 63, once head of CID, ...":
whoever is named first, with an age or a rank, is the officer of the lead, though no cue stands beside the name.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.no_part import is_another, was_tried
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import INSPECTING, SENIOR, Person
from peelian.reading.role_story import Opening
from peelian.reading.scan import Hit, Scan

_OFFICER: Final = (
    r"(?:(?!(?:who|which|that|by|of|and|for|with|whose|to|after|from|at|in|on)\b)[\w'-]+,? ){0,5}?"
    r"(?:(?<!prison )(?<!probation )(?<!housing )(?<!council )(?<!court )(?<!fire )(?<!army )(?<!press )(?<!immigration )(?<!welfare )(?<!enforcement )officer"
    r"|police (?:worker|clerk|chief|driver|pursuit driver|response driver|rider|motorcyclist|marksman|dog handler|trainee|recruit|inspector|employee|analyst|volunteer|dispatcher)"
    r"|constable|sergeant|(?:chief )?inspector|superintendent|detective|policeman|policewoman|pc|pcso|special constable|call[ -]handler|bobby|cop|copper|rozzer|plod)"
    r"(?!'s|\w|-| and (?:an?|his|her|the)\b)"
)
_LEAD: Final = re.compile(r"[\"']?(?:an?|one|this) " + _OFFICER)
_HEADLINE: Final = re.compile(r"[\"']?(?:an? |the )?" + _OFFICER)
# The officer of the lead suffered, or did well.
_HARMED: Final = re.compile(
    r"[^.;]{0,40}?\b(?:who )?(?:was|were|is|has been|had been|being|left) (?:\w+ly |also |then )?"
    r"(?:attacked|assaulted|stabbed|shot|bitten|spat|punched|kicked|headbutted|injured|hurt|killed|run over|dragged|stalked|harassed|rammed|murdered|praised|hailed|commended|honoured|rewarded|hit|knocked|struck|mown|taken to hospital|praising)\b"
    r"|(?: who| has| had)* (?:suffered|died|saved|rescued|foiled|tackled|caught|arrested|needed|required|hurt (?:his|her)|said|claimed|told (?:the (?:court|jury|judge|inquest|magistrates)|jurors|magistrates))\b"
)


def harmed(opening: Opening, page: Page) -> bool:
    """Whether those on whom a page opens suffered, or did well: "Two officers were stabbed"."""
    return _HARMED.match(page.low, opening.end) is not None


# "|Frisky |Garth Lee, 43, switched off his radio"
_ADJECTIVE: Final = re.compile(r"[A-Z][a-z-]{2,14} ")
_NAME_NEXT: Final = re.compile(r" [A-Z][a-z]")
_AGE: Final = re.compile(r",? (?:who is |aged )?\(?\d\d\b(?![\d:./%])")
_OFTEN: Final = 3  # mentions of whom a page is about, whose age it may tell later
_HARDLY: Final = -1.0  # log-odds below which nobody without rank or age is taken for that officer
_MOST: Final = 9  # sentences, headline, byline and furniture among them
_SHORT: Final = 45  # characters; a shorter sentence is furniture, or says little


def named_after_lead(persons: list[Person], page: Page, scan: Scan) -> tuple[Person, Hit | None] | None:
    """The first of ``persons``, if the page opens on one officer without a name who can only be that person.

    With the rank that the lead gives.
    """
    first = persons[0]
    m = first.mentions[0]
    at = page.sentence_index(m.start)
    s = page.sentences[at]
    if not 0 < at <= _MOST or page.quoted(m.start):
        return None
    tried = was_tried(m, page)
    if m.start - s.start > 2 and not tried and not _ADJECTIVE.fullmatch(page.text, s.start, m.start):
        return None
    if tried and _is_of_another_calling(m.end, page, scan):
        return None
    plain = m.rank is not None and (
        (m.rank.value not in SENIOR and m.rank.value not in INSPECTING) or _is_of_headline(m.rank, page, scan)
    )
    often = m.rank is None and len(first.mentions) >= _OFTEN and first.score > _HARDLY
    if not plain and not often and not _AGE.match(page.low, m.end):
        return None  # a superintendent without an age may well be who decided
    lead = next((x for x in page.sentences[:at] if _opens_on_officer(x, page)), None)
    told = [x for x in page.sentences[1:at] if x.end - x.start >= _SHORT]  # no byline ("Crime reporter")
    if lead is None or any(_tells_of_civilian(x, page, scan) for x in told):
        return None
    rank = next(iter(scan.between("rank", lead.start, lead.start + _SHORT)), None)
    if is_another(m, page, rank.value if rank is not None else None, lead.start):
        return None  # "PC Lee, secretary of the branch, said", "PC Lee suffered a broken jaw"
    return first, rank


def _is_of_another_calling(end: int, page: Page, scan: Scan) -> bool:
    """Whether a civilian calling stands right behind the name that ends there: "Keith Lee, 44, a builder,"."""
    return any(scan.between("civilian", end, min(page.sentence_at(end).end, end + 30)))


# "Cop who went sick was |bouncer|": what the officer was besides
_BESIDES: Final = re.compile(r"\b(?:was|as|being|working|worked|moonlight\w*|part-time) (?:an? )?\Z")


def _tells_of_civilian(s: Sentence, page: Page, scan: Scan) -> bool:
    """Whether a sentence of the opening tells of somebody of another calling, who may be the one named next."""
    found = [
        h
        for h in scan.between("civilian", s.start, min(s.end, s.start + 60))
        if not _BESIDES.search(page.low, s.start, h.start)
    ]
    return bool(found) and not all(h.value == "body" for h in found)


_IN_OFFICE: Final = re.compile(
    r"[^\n]{0,12}?\b(?:says?|said|warns?|praises?|urges?|hails?|calls?|vows?|defends?|apologi[sz]es?|tells?|backs?|thanks?|promises?|welcomes?|sacks?|dismisses|appointed|named)\b"
)


def _is_of_headline(rank: Hit, page: Page, scan: Scan) -> bool:
    """Whether the headline opens on somebody of this rank, who is told of there as no office-holder: "Chief inspector misused card"."""
    title = page.sentences[0]
    first = next(iter(scan.between("rank", title.start, min(title.end, title.start + _SHORT))), None)
    return (
        first is not None
        and first.value == rank.value
        and not _NAME_NEXT.match(page.text, first.end)
        and _IN_OFFICE.match(page.low, first.end, title.end) is None
    )


# "Four police officers and a civilian member of staff have been sentenced": one of those named is staff.
_STAFF_TOO: Final = re.compile(
    r"\b(?:officers?|constables?|sergeants?|inspectors?|pcs?|detectives?)\b[^.;\n]{0,50}? and (?:an? |one )(?:(?:former|serving|female|male|force|police) )*"
    r"(?P<role>(?:civilian )?(?:member of (?:the )?(?:[a-z]+ )?staff|staff member|worker|employee|clerk|analyst|call[ -]handler|control room operator|dispatcher|detention officer|crime scene investigator|pcso))\b"
)


def staff_of_lead(tried: list[Person], page: Page) -> tuple[Person, Hit] | None:
    """Who of those ``tried`` without a police role is the member of staff whom the opening puts beside the officers.

    With the words that say so; None where it tells of none, or where more than one may be meant.
    """
    if len(tried) != 1:
        return None
    opening = page.low[: tried[0].anchor]
    found = _STAFF_TOO.search(opening, 0, _OPENING)
    if found is None:
        return None
    rank = "pcso" if found.group("role") == "pcso" else "police_staff"
    return tried[0], Hit(found.start("role"), found.end("role"), "rank", rank)


_OPENING: Final = 1200  # characters


def opens_on_an_officers_deed(page: Page, until: int) -> bool:
    """Whether the headline or a sentence that begins before offset ``until`` is about what an officer did."""
    for sentence in page.sentences[:_MOST]:
        if sentence.start >= until:
            break
        officer = _HEADLINE.match(page.low, sentence.start, sentence.end)
        if officer is None or _NAME_NEXT.match(page.text, officer.end()):
            continue
        if _HARMED.match(page.low, officer.end()) is None:
            return True
    return False


def _opens_on_officer(s: Sentence, page: Page) -> bool:
    """Whether a sentence is about one officer who did something or whose case it tells."""
    if s.end - s.start < _SHORT:
        return False
    officer = _LEAD.match(page.low, s.start)
    return officer is not None and _HARMED.match(page.low, officer.end()) is None
