"""The other: who was tried or dealt with beside the one officer whom a page names, and what became of that one.

"Reed was convicted of three thefts. The other, a constable of another force, was jailed for burglary": not Reed.
Nor is it Reed where "the other" is an allegation ("convicted of one; the other was dismissed").
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.spans import holds_any

_MAN: Final = r"(?:man|woman|officer|constable|pc|sergeant|inspector|detective|defendant|accused|policeman|policewoman|person|one)"
_WHO: Final = (
    rf"(?:the (?:other|second|third|remaining)(?: {_MAN})?|one of (?:them|the (?:two|three|four|five|pair|trio|men|women|officers|defendants|others|other (?:men|officers|defendants)))"
    rf"|(?:his|her) (?:co-?(?:accused|defendant)|fellow (?:accused|defendant|officer))|a (?:second|third|further) {_MAN}|another {_MAN})"
)
_ASIDE: Final = r"(?:, (?P<aside>(?:an?|the|who|whose|from|of|aged|then|also|now|formerly|himself|herself|\d\d)\b[^.;]{0,90}?),)?"
_FATE: Final = (
    r" (?:(?:was|were|has|had|been|is|also|later|then|himself|herself|since|already) )*"
    r"(?:jailed|imprisoned|sentenced|fined|convicted|acquitted|cleared|found (?:not )?guilty|pleaded|charged|cautioned|given|handed|got|received|admitted|admits|denied|denies|resigned|retired|sacked|dismissed)\b"
)
_OPENS: Final = re.compile(rf"(?P<who>{_WHO}){_ASIDE}(?={_FATE})")
_CLAUSE: Final = re.compile(
    r"(?:; |, (?:and|but|while|whereas) | (?:and|but|while|whereas) )(?=the other|one of|his |her )"
)
_WORDS: Final = ("the other", "the second", "the third", "the remaining", "one of ", "co-accused", "co-defendant", "coaccused", "codefendant", "his fellow", "her fellow", "a second", "another ", "a third", "a further")  # fmt: skip


def the_other(page: Page, main: Person) -> list[tuple[int, int, str]]:
    """Where a page that names one officer goes on to tell of the other one, in order."""
    if not holds_any(page.low, _WORDS):
        return []
    out: list[tuple[int, int, str]] = []
    own = sorted(m.start for m in main.mentions)
    for s in page.sentences:
        if s.start <= main.anchor or not holds_any(page.low[s.start : s.end], _WORDS):
            continue
        for at in (s.start, *(m.end() for m in _CLAUSE.finditer(page.low, s.start, s.end))):
            found = _OPENS.match(page.low, at, s.end)
            if found is None or page.quoted(at) or any(found.start() <= m < found.end() for m in own):
                continue
            out.append((at, found.end(), "stranger"))
    return out
