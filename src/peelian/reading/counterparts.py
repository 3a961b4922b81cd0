"""Counterparts: to whom or for whom the officer of a lead did it ("passed records to a private investigator"), named beside the officer in the next breath.

"A detective fed secrets to a private eye. ... Tom Moss gave Ann Lee the addresses": she is the private eye, whatever a court did to her.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.scan import Scan
from peelian.reading.surroundings import Surroundings

_CALLINGS: Final = ("trade", "criminal")
# "|to |a private investigator", "|warned his |gangster boyfriend", "|for a |dealer"
_TO: Final = re.compile(
    r"\b(?:to|for|with|from|of|on behalf of|help\w*|tipp\w+(?: off)?|warn\w*|brib\w+ by|protect\w*|assist\w*|feeding|fed|paid by|passed|gave|told|supplied)(?: (?:an?|the|his|her|one|two)| [\w-]+)? (?:[\w-]+ )?\Z"
)
_PERSONAL: Final = re.compile(
    r"\b(?:to|for|with|from|help\w*|tipp\w+ off|warn\w*|protect\w*|fed|paid by)(?: (?:an?|the|his|her|one))? (?:[\w-]+ ){0,2}(?:criminals?|crook|boyfriend|girlfriend|lover|old friend|school friend|friend|associate|neighbour|informant|prisoner|inmate|suspect|villain|bookie|contact)\b"
)
# Between the two names: "| gave |", "| had told |", "| searched police computers for |"
_DID_FOR: Final = re.compile(
    r"(?:,? \(?\d\d\)?,?)?(?:, [^.;]{3,40},)?(?: (?:had|has|then|also|repeatedly|regularly|secretly|would|began to|admitted|agreed to|illegally))*"
    r" (?:gave|told|sent|sending|giving|passed|passing|handed|supplied|provided|leaked|fed|sold|texted|emailed|messaged|tipped(?: off)?|warned|helped|disclosed|revealed|shared|let|shown|showed|offered|lent|telephoned|phoned|rang|alerted|assisted"
    r"|(?:(?:searched|checked|looked|accessed|trawled|used|carried out|ran|obtained|copied|printed|wrote|took|did|made|conducted)\b[^.;]{3,70}?(?:for|to|on behalf of|about|by)|(?:[\w'-]+ ){1,8}to))"
    r"(?: (?:his|her|the|an?) (?:[\w-]+ ){0,2}?(?:friend|boyfriend|girlfriend|lover|dealer|investigator|journalist|reporter|associate|contact),?)? \Z"
)
# "was not working for any force at the time", "who has never served with the police"
_NO_LONGER: Final = re.compile(
    r"\b(?:not|never|no longer|n['\u2019]t)(?: then| now| at the time| been| herself| himself)? (?:working|employed|serving|work\w*|serv\w+|a member|part|an officer|a police officer|a serving officer)\b[^.;]{0,40}?(?:\bforce\b|\bpolice\b|\bofficer\b|\bconstabulary\b|at the (?:relevant |material )?time)"
)
_SHORT: Final = 40  # characters
_LEAD: Final = 3  # sentences above the one that names the two


def counterparts(among: Surroundings) -> set[Person]:
    """Whoever a page that opens on one officer and somebody of another calling names as that other; empty where it names none so."""
    opening = among.opening
    if opening is None or not opening.police or opening.number != 1:
        return set()
    page, persons = among.page, [p for p in among.persons if p.label is None]
    named = sorted(((m, p) for p in persons for m in p.mentions), key=lambda n: n[0].start)
    for i, (m, first) in enumerate(named[:-1]):
        s = page.sentence_at(m.start)
        after, other = named[i + 1]
        if m.start - s.start > 2 or m.start < opening.end or s.end - s.start < _SHORT or after.start > s.end:
            continue  # a caption, a headline, or a sentence that names nobody else
        if first is other or other.anchor != after.start or page.quoted(m.start):
            return set()
        if _DID_FOR.fullmatch(page.low, m.end, after.start) is None:
            return set()
        if any(x.rank is not None for x in other.mentions) or not _lead_tells(page, among.scan, s.start):
            return set()
        if not any(among.is_police(x) for x in other.mentions) or _is_said_to_be_none(page, other.mentions):
            return {other}
        return set()
    return set()


def _lead_tells(page: Page, scan: Scan, at: int) -> bool:
    """Whether the sentences above ``at`` tell of something done for somebody of another calling."""
    index = page.sentence_index(at)
    start = page.sentences[max(0, index - _LEAD)].start
    if _PERSONAL.search(page.low, start, at) is not None:
        return True
    return any(
        h.value in _CALLINGS and _TO.search(page.low, max(start, h.start - 60), h.start) is not None
        for h in scan.between("civilian", start, at)
    )


def _is_said_to_be_none(page: Page, mentions: list[Mention]) -> bool:
    """Whether the words after a name say that its bearer was no member of a force by then."""
    for m in mentions:
        index = page.sentence_index(m.start)
        last = page.sentences[min(index + 1, len(page.sentences) - 1)]
        if _NO_LONGER.search(page.low, m.end, last.end) is not None:
            return True
    return False
