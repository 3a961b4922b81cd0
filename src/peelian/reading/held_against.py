"""Cases held against the page's own: "He relied on the case of a constable dismissed by Dorset Police in 2017, PC Lee".

What such a clause tells, its force and its end among them, is told of the officer compared, named or not, and not of the one
whose case it is held against.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.spans import holds_any

_OFFICER: Final = r"(?:officer|constable|pc|pcso|sergeant|inspector|superintendent|detective|special|policeman|policewoman|community support officer|dc|ds|di)"
# Who holds it against: "referred to", "drew attention to", "contrasted it with", "urged the chief to follow"
_HELD: Final = (
    r"\b(?:rel(?:y|ied|ies|ying) (?:\w+ly )?(?:on|upon)|refer(?:s|red|ring)?(?: \w+){0,3} to|attention to|taken to|pointed(?: \w+){0,2} to|cit(?:ed?|es|ing)|compar(?:ed?|es|ing)|contrast(?:ed|s|ing)?|distinguish(?:ed|es)?|reminded|mention(?:ed|s)|"
    r"follow(?:ed|ing|s)?|handed|shown|invok(?:ed|es)|rais(?:ed|es)|recall(?:ed|s)|unlike|similar to|different from|no different to|echo(?:es|ed)|prayed in aid)\b"
)
_WHOSE: Final = re.compile(
    _HELD
    + r"[^.;]{0,70}?(?P<from>\b(?:that|those|(?:the|an?|another|an earlier|one) (?:[\w-]+ )?(?:cases?|decisions?|sentences?|outcomes?|treatment|sanction|ruling|report of the case)"
    r"(?: (?:from|in|of) (?:19|20)\d\d)?) (?:of|involving|concerning|about|imposed on|given to|against|in which|where|when)"
    rf"|\bwhat (?:was done|happened|became|was given)(?: in (?:19|20)\d\d)? (?:of|with|to)|\bin (?:19|20)\d\d with) (?:an?|another|an? (?:former|serving|second)) (?:[\w'&-]+ ){{0,4}}?{_OFFICER}\b(?!')"
)
_WORDS: Final = (
    "that of",
    "case",
    "decision",
    "sentence of",
    "outcome",
    "what was done",
    "what happened",
    " with another",
    "ruling",
)


# "a constable dismissed by Dorset Police in 2017, |PC Lee"
_UP_TO: Final = re.compile(r"[^.;:\"]{0,90}?(?:, | \()\Z")


# "reminded the panel that |PC Lee| was given a final written warning in 2016", "referred to |PC Lee|, who was dismissed by Essex Police in 2016"
_NAMED_SO: Final = re.compile(_HELD + r"[^.;]{0,40}?(?: (?:that|to|how|of|with|on|what was done with))? \Z")
_YEARS_AGO: Final = re.compile(
    r"(?:,? who)? (?:had been|was|had|received|got|kept)\b[^.;]{0,90}?\b(?:in|since) (?:[a-z]+ )?(?:19|20)\d\d\b"
)


def is_cited(page: Page, m: Mention) -> bool:
    """Whether a name stands for a case, or is that of the officer whose case is brought up: "the case of a constable sacked in 2017, |PC Lee|"."""
    if m.cited or m.rank is None:
        return m.cited
    s = page.sentence_at(m.start)
    if _NAMED_SO.search(page.low, s.start, m.start) and _YEARS_AGO.match(page.low, m.end, s.end):
        return m is m.person.mentions[0] if m.person is not None else True
    found = _WHOSE.search(page.low, s.start, m.start)
    return found is not None and _UP_TO.fullmatch(page.low, found.end(), m.start) is not None


class Held(NamedTuple):
    """Where words begin and end that bring up another case, and whose it is, if the page names its officer."""

    start: int
    end: int
    kind: str
    person: Person | None


def held_against(page: Page, subjects: list[Person]) -> list[Held]:
    """Where a page brings up the case of another officer, after its own officer has been named; in order."""
    own = [p for p in subjects if p.role == "subject"]
    if not own or not holds_any(page.low, _WORDS):
        return []
    older = [p for p in subjects if p.role == "background"]
    anchor = min(p.anchor for p in own)
    out = []
    for s in page.sentences:
        if s.end <= anchor:
            continue
        found = _WHOSE.search(page.low, s.start, s.end)
        if found is None or found.start() < anchor:
            continue
        start, end = found.start("from"), found.end()
        if any(start < m.start < s.end for p in own for m in p.mentions):
            continue  # "unlike the case of a constable whom Lee had reported"
        named = next((p for p in older if any(found.start() < m.start < s.end for m in p.mentions)), None)
        out.append(Held(start, end, "subject" if named is not None else "stranger", named))
    return out
