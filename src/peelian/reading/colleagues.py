"""Officers without a name who are only called a colleague of the one officer told of: "His WPC colleague was reprimanded"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.page import Page
from peelian.reading.scan import Hit, Scan
from peelian.reading.unnamed import NO_RANK

# Only a verdict just after them, or after what they did, tells of them in their own right.
_DEALT: Final = (
    r"(?:(?:was|were|has been|had been|is being|is to be|will be) (?:also |later |then |since )?(?:reprimanded|fined|given|dismissed|sacked|issued|reduced|required|demoted|handed|found|disciplined|warned|cautioned|spoken to|told (?:that )?(?:he|she) (?:will|would|had|has))"
    r"|(?:received|got|gets|escaped with|faces|will face|resigned|retired|lost (?:his|her) job|kept (?:his|her) job|had (?:a|no) case))\b"
)
_COLLEAGUE: Final = re.compile(
    r"\b(?:his|her|the (?:officer|constable|sergeant|inspector|pc)'s) (?:(?!own |former |ex-)[\w-]+ ){0,3}?(?:colleague|crewmate|crew-mate|crew mate|co-driver|patrol partner)"
    rf"(?=(?: (?:in|on|at|with|from) [^,.;]{{3,40}})?(?:,? who [^.;]{{3,120}}?,?|, [^.,;]{{3,60}},)? {_DEALT})"
)
_WORDS: Final = ("colleague", "crewmate", "crew-mate", "crew mate", "co-driver", "patrol partner")


def find_colleagues(page: Page, scan: Scan) -> list[Description]:
    """Where a page tells a verdict on such a colleague, with the rank if the words give it; in order."""
    if not any(word in page.low for word in _WORDS):
        return []
    return [_described(scan, m.start(), m.end()) for m in _COLLEAGUE.finditer(page.low)]


def _described(scan: Scan, start: int, end: int) -> Description:
    for hit in scan.between("unnamed_role", start, end):
        family, _, role = hit.value.partition(".")
        if family == "officer" and role not in NO_RANK:
            return Description(start, end, family, role, "another", 1, Hit(*hit))
    return Description(start, end, "officer", "officer", "another", 1)
