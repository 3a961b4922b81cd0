"""The second officer of a headline or lead: "PC jailed as sergeant is cleared", "sacked the PC jailed for assault, while a sergeant cleared beside him has been warned".

From the words for the second on, the sentence tells of that one: of whoever is named with that rank, else of nobody.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.persons import Person

_RANK: Final = r"(?:constable|pcso|pc|sergeant|sgt|chief inspector|inspector|superintendent|detective|dci|dc|ds|di|special|officer|policeman|policewoman|colleague|crewmate|supervisor|boss)"
_FATE: Final = r"(?:cleared|acquitted|jailed|convicted|found (?:not )?guilty|locked up|imprisoned|sentenced|fined|spared|walks? free|walked free|sacked|dismissed|fired|warned|resigns?|resigned|quits?|keeps? (?:his|her|their)? ?job|given|gets?|got|received?s?|demoted|suspended|charged|accused|reinstated|banned)\b"
_TOLD: Final = re.compile(r"\b" + _FATE)
_SECOND: Final = re.compile(
    r"(?P<join>,? (?:while|as|but|whereas|and)|;|:|,? whose) (?:(?:an?|the|his|her|their|another|one|fellow|second|custody|former|serving|senior|junior|female|male|police|response|patrol|chief|then|own|shift|line) ){0,4}?"
    rf"(?P<rank>{_RANK})(?!'|s\b)\b(?P<told>(?:,? who)?(?: (?:was|were|is|are|has been|had been|has|had|being|also|later|then|himself|herself))* {_FATE})"
)
_FIRST: Final = re.compile(rf"\b(?P<rank>{_RANK})\b(?!')")
_ANOTHER: Final = ("colleague", "crewmate", "supervisor", "boss")
_ANOTHER_WORDS: Final = (" another ", " fellow ", " second ")
_STEMS: Final = {"pc": "constable", "sgt": "sergeant", "dc": "detective", "ds": "sergeant", "di": "inspector", "dci": "chief inspector", "policeman": "constable", "policewoman": "constable"}  # fmt: skip
_BACK: Final = re.compile(r", (?=(?:has|was|is|had|will|walked|got|received|faces)\b)")
_SENTENCES: Final = 8  # from the top, in which a story tells whom it is about before it names them
_LONGEST: Final = 400


class Second(NamedTuple):
    """From where to where words bring in the second officer of a lead, and who that is, if the page names one who can only be meant; ``first`` goes back."""

    start: int
    end: int
    kind: str
    person: Person | None


def second_in_lead(page: Page, main: list[Person]) -> list[Second]:
    """Where the opening of a page goes over to another officer than the one it opens on, before it names them; in order."""
    anchor = main[0].anchor
    out: list[Second] = []
    for i, s in enumerate(page.sentences[:_SENTENCES]):
        if s.start >= anchor:
            break
        if s.end > anchor or s.end - s.start > _LONGEST:
            continue
        for found in _SECOND.finditer(page.low, s.start, s.end):
            first = _FIRST.search(page.low, s.start, found.start())
            whose = found["join"].endswith("whose")
            if first is None or not (whose or _TOLD.search(page.low, s.start, found.start())):
                continue
            words = found.group()
            other = found["rank"] in _ANOTHER or any(word in words for word in _ANOTHER_WORDS)
            if not other and (found["rank"] == "officer" or _same(first["rank"], found["rank"])):
                continue  # "PC jailed as officer is fined for speeding too"
            one, person = _of_rank(main, first["rank"]), None if whose else _of_rank(main, found["rank"])
            if one is not None and person is not None and one is not person:
                out.append(Second(s.start, s.start, "second", one))  # whoever of the two is named first
            elif person is main[0] or (person is None and not whose):
                person = main[1] if other and len(main) == 2 else None
            out.append(Second(found.start(), found.end(), "second", person))
            back = _BACK.search(page.low, found.end(), s.end) if whose else None
            if back is not None:
                out.append(Second(back.end(), back.end(), "first", None))
            elif i + 1 < len(page.sentences) and page.sentences[i + 1].start < anchor:
                at = page.sentences[i + 1].start
                out.append(Second(at, at, "first", None))
    return out


def seconds_clauses(page: Page, subjects: list[Person]) -> list[Span]:
    """The stretches that tell of the second officer of a lead: a verdict there is of no charge told before them."""
    main = [p for p in subjects if p.role == "subject"] or subjects
    found = second_in_lead(page, main) if main else []
    out = []
    for i, second in enumerate(found):
        if second.kind == "second" and second.end > second.start:
            after = [x.start for x in found[i + 1 :] if x.start > second.start]
            out.append((second.start, min([page.sentence_at(second.start).end, *after])))
    return out


def _stem(word: str) -> str:
    return _STEMS.get(word, word)


def _same(first: str, second: str) -> bool:
    """Whether two words may be for the same officer: of one rank, or one of them for an officer of any."""
    a, b = _stem(first), _stem(second)
    return a == b or "officer" in (a, b) or ("detective" in (a, b) and "constable" in (a, b))


def _of_rank(main: list[Person], word: str) -> Person | None:
    """The one of several who holds the rank that a word names."""
    held = {p: p.rank.value.replace("_", " ") for p in main if p.rank is not None}
    able = [p for p in main if _stem(word) in held.get(p, "")]
    return able[0] if len(able) == 1 and len(main) > 1 else None
