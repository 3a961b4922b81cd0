"""One more of whom a sentence turned round says the same: "PC Lee was dismissed. So was Moss. So would Stone have been"."""

from __future__ import annotations

import re
from typing import Final

from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.scan import Scan

# What stands at the beginning of such a sentence, up to the name.
_SO_WAS: Final = re.compile(
    r"(?:so,? (?:too,? )?(?:was|were|had|did|has|is|would|will|goes|went|must)(?: have)?"
    r"|the same (?:goes|went|was true|is true|would have been true) (?:for|of)"
    r"|the same (?:fate|outcome|sanction|penalty|punishment) (?:befell|awaited|went to|was given to|was handed to|would have befallen|would have awaited)"
    r") (?:the |former |fellow |ex-)*"
)
_OPENS: Final = ("so", "the same")


def so_was(page: Page, start: int) -> re.Match[str] | None:
    """The words that open a sentence at ``start`` and say of whoever is named next what the one before says of others."""
    low = page.low
    while start < len(low) and low[start].isspace():
        start += 1
    return _SO_WAS.match(low, start) if low.startswith(_OPENS, start) else None


def shares_a_fate(person: Person, page: Page, scan: Scan) -> bool:
    """Whether a page brings somebody in as one more to whom the outcome came that the sentence before tells of another."""
    m = person.mentions[0]
    index = page.sentence_index(m.start)
    found = so_was(page, page.sentences[index].start) if index else None
    if found is None or found.end() != m.start:
        return False
    before = page.sentences[index - 1]
    return bool(scan.between("outcome", before.start, before.end)) and not page.quoted(m.start)
