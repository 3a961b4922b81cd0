"""Only speaking: those of whom a page tells no more than that they said something, and those named in quotations alone."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import SENIOR, Mention, Person
from peelian.reading.role_signs import SPEAKS_OF_IT
from peelian.reading.scan import Scan


def leads_others(person: Person) -> bool:
    """Whether somebody is an inspector or above, as those are who speak for a force."""
    ranks = [m.rank.value for m in person.mentions if m.rank is not None]
    return any(r in SENIOR or r.endswith(("inspector", "superintendent")) for r in ranks)


# "Det Ch Insp Ann Lee|, of Kent Police, said|", "|, head of professional standards, said|"
_SAYS_AFTER_ASIDE: Final = re.compile(
    r", (?:(?:of|from|for|head|deputy head|the|lead\w*|acting head|who (?:leads?|heads?|runs?|is|oversees?)) )[^.;:\"\n]{2,80}, (?:has |have |also |later )?(?:said|says|added|commented|explained)\b"
)


def only_speaks(person: Person, page: Page, scan: Scan) -> bool:
    """Whether all that is told of a person, wherever named, is that they said something."""
    return all(
        not page.quoted(m.start)
        and (
            scan.between("speaks", m.start - 8, m.start)
            or scan.between("speaks", m.end, m.end + 12)
            or SPEAKS_OF_IT.match(page.low, m.end)
            or _SAYS_AFTER_ASIDE.match(page.low, m.end)
            or retired_says(m, page)
        )
        and not (m.rank is not None and _TELLS_SUPERIOR.match(page.low, m.end))
        for m in person.mentions
    )


# "PC Lee |told her supervisor that she had hit a deer|": no statement on a case, but a deed in her own
_TELLS_SUPERIOR: Final = re.compile(
    r"(?: (?:had|has|later|then|first|initially|at first|also|falsely|wrongly|repeatedly))* (?:told|informed|assured|misled|lied to|emailed|texted|radioed|reported to|claimed to|said to)"
    r" (?:(?:his|her|their|a|an|the|his own|her own|two|several|other) (?:(?:then|line|shift|immediate|duty|custody|own|acting|fellow|senior) )?)?(?:(?:police|detective|chief) )?"
    r"(?:supervis(?:or|ors|ing officer)|sergeant|inspector|line manager|manager|managers|superiors?|bosses|boss|superintendent|crewmate|colleagues?|control room|professional standards|investigators?|senior officers?|force)\b"
)


def only_in_quotes(person: Person, page: Page) -> bool:
    """Whether somebody without rank or title is named in full in quotations only: "You were watching Sparta Prague"."""
    full = [m for m in person.mentions if len(m.tokens) > 1]
    bare = all(m.rank is None and m.title is None for m in person.mentions)
    return bool(full) and bare and person.label is None and all(page.quoted(m.start) for m in full)


# "Ann Lee, a detective superintendent now retired, said": that she has retired is what she is, not what became of her
_RETIRED_SAYS: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,(?: who is| who was)? (?:an?|the|then an?|now an?|now|his|her|their) [^.;:\"\n]{2,80}, (?:said|says|added|told|recalled|remembers|remembered|described|explained)\b"
)


def retired_says(m: Mention, page: Page) -> bool:
    found = _RETIRED_SAYS.match(page.low, m.end)
    return found is not None and "retired" in found.group()
