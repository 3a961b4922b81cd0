"""One more of whom a sentence turned round says the same: "PC Lee was dismissed. So was Moss. So would Stone have been"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.own_verdicts import OWN
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.scan import Hit, Scan

# What stands at the beginning of such a sentence, up to the name.
_SO_WAS: Final = re.compile(
    r"(?:so,? (?:too,? )?(?:was|were|had|did|has|is|would|will|goes|went|must)(?: have)?"
    r"|the same (?:goes|went|was true|is true|would have been true) (?:for|of)"
    r"|the same (?:fate|outcome|sanction|penalty|punishment) (?:befell|awaited|went to|was given to|was handed to|would have befallen|would have awaited)"
    r") (?:the |former |fellow |ex-)*"
)
_OPENS: Final = ("so", "the same")
# "PC Lee was sacked on the spot, |and so were| PC Moss and PC Stone"
_AND_SO_WAS: Final = re.compile(
    r"(?:,| and|,? but|;) so,? (?:too,? )?(?:was|were|had|did|has|have) (?:the |both |former |fellow |ex-)*\Z"
)


def so_was(page: Page, start: int) -> re.Match[str] | None:
    """The words that open a sentence at ``start`` and say of whoever is named next what the one before says of others."""
    low = page.low
    while start < len(low) and low[start].isspace():
        start += 1
    return _SO_WAS.match(low, start) if low.startswith(_OPENS, start) else None


def shares_a_fate(m: Mention, page: Page, scan: Scan) -> bool:
    """Whether a name, the first of its list, is of one more to whom the outcome came that the words before tell of another."""
    index = page.sentence_index(m.start)
    sentence = page.sentences[index]
    found = so_was(page, sentence.start) if index else None
    if found is None or found.end() != m.start:
        clause = _AND_SO_WAS.search(page.low, max(sentence.start, m.start - 30), m.start)
        told = clause is not None and scan.between("outcome", sentence.start, clause.start())
        return bool(told) and not page.quoted(m.start)
    before = page.sentences[index - 1]
    return bool(scan.between("outcome", before.start, before.end)) and not page.quoted(m.start)


# "the officer dismissed in 2020 over the leak, |former Inspector Lee,|": the words before the name tell the deed
_KNOWN_BY_END: Final = re.compile(
    r"\b(?:officer|constable|detective|sergeant|inspector|superintendent|special|pc|pcso|policeman|policewoman|person|man|woman|one) (?:who (?:was|had been|has been) )?(?:later |since |first |eventually )?"
    r"(?:dismissed|sacked|fired|jailed|convicted|imprisoned|demoted|barred|acquitted|disciplined|reinstated)\b[^.;:]{0,90}(?:,| \u2013| -|:) \Z"
)


def is_known_by_end(person: Person, page: Page) -> bool:
    """Whether an officer of rank comes in behind words that tell how his or her case ended: "the officer dismissed in 2020, former DI Lee,"."""
    m = person.mentions[0]
    if m.rank is None or page.quoted(m.start):
        return False
    s = page.sentence_at(m.start)
    return _KNOWN_BY_END.search(page.low, max(s.start, m.start - 160), m.start) is not None


# "PC Lee will face a hearing, |as will| a sergeant", "PC Lee was sacked. |So was| a second constable"
_AS_DID: Final = re.compile(
    r"(?P<same>,? as|; so)? ?(?:will|did|has|had|have|was|were|is|are|would)(?: (?:also|later|two|three))? \Z"
)


def told_as_of_others(page: Page, scan: Scan, d: Description) -> Hit | None:
    """What words before somebody without a name say of others and, turned round, of them too."""
    if d.agent or d.witness or d.possessive or d.form not in ("new", "another", "ordinal"):
        return None
    sentence = page.sentence_at(d.start)
    low = page.low[sentence.start : d.start]
    opens = _SO_WAS.fullmatch(low)
    if opens is not None:
        index = page.sentence_index(d.start)
        start, end = (page.sentences[index - 1].start, sentence.start) if index else (0, 0)
    else:
        found = _AS_DID.search(low, max(0, len(low) - 24))
        if found is None or found.group("same") is None:
            return None
        start, end = sentence.start, sentence.start + found.start()
    told = [h for h in scan.between("unnamed_verdict", start, end) if h.value in OWN or h.value == "hearing"]
    if not told or page.quoted(told[-1].start):
        return None
    return Hit(d.start, d.end, told[-1].kind, told[-1].value)
