"""Lists of sentences: lines each opened by a defendant's name, with the crime and, behind a dash, what the court gave.

"Ann Lee, 34, of Stowford: theft, three counts – 9 months, suspended for a year". No verb says that anybody was
convicted or sentenced; the shape of the line does.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import Charge
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import Length
from peelian.reading.spans import beginning_in

_PASSED: Final = frozenset(
    {
        "imprisonment", "suspended_sentence", "community_order", "fine", "conditional_discharge",
        "absolute_discharge", "hospital_order", "life",
    }
)  # fmt: skip
_BEHIND: Final = re.compile(
    r"(?: [-\u2013\u2014]|:|;| /| \|)[ \t]*(?:a |an |fined |jailed |sentenced to )?\Z"
)
_ENDS: Final = re.compile(
    r"'?(?: imprisonment| custody| in prison| jail)?(?:[.;,)]|,? suspended\b| [-\u2013] | (?:plus|with|and) |\s*\Z)"
)
_OPENING: Final = 14  # characters before the name: a bullet, a number, a rank
_LONGEST: Final = 260


def _opens_on_a_name(prepared: Prepared, s: Sentence) -> bool:
    """Whether a line is opened by the name of somebody whom the page tells of (and not by a clause about them)."""
    page = prepared.page
    return any(
        s.start <= m.start <= s.start + _OPENING and _LISTED.match(page.low, m.end)
        for p in prepared.cast.who(min(s.end, s.start + _OPENING + 6)) or ()
        for m in p.mentions
    )


# After the name: age and home, then a colon or a dash.
_LISTED: Final = re.compile(
    r"(?:,? ?\(?(?:aged )?\d\d\)?)?(?:,? (?:formerly )?(?:of|from) [^.;:\n\u2013]{2,50}?)?(?:,? (?:a |an |the )?[\w -]{3,40}?)?(?::| [-\u2013\u2014]) "
)


def stands_behind_a_dash(prepared: Prepared, s: Sentence, length: Length) -> bool:
    """Whether a length is what a line of such a list gives the person who opens it."""
    if s.end - s.start > _LONGEST or not (prepared.scan.of("court") or prepared.scan.of("bench")):
        return False
    low = prepared.page.low
    behind = _BEHIND.search(low, max(s.start, length.start - 16), length.start)
    return (
        behind is not None
        and _ENDS.match(low, length.end, s.end) is not None
        and _opens_on_a_name(prepared, s)
    )


def convicts(prepared: Prepared, charge: Charge, s: Sentence) -> bool:
    """Note the conviction for a crime named in such a line; whether it is one."""
    if s.end - s.start > _LONGEST:
        return False
    low = prepared.page.low
    ends = [x.start for x in beginning_in(prepared.lengths, charge.end, s.end)]
    ends += [h.start for h in prepared.scan.between("penalty", charge.end, s.end) if h.value in _PASSED]
    behind = [at for at in ends if _BEHIND.search(low, max(charge.end, at - 22), at)]
    if not behind or not _opens_on_a_name(prepared, s):
        return False
    charge.put("sentenced", (charge.start, min(behind)))
    return True
