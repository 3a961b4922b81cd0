"""Under inquiry: the one officer named on a page that tells nobody's end, of whom it says that he or she is looked into.

"Supt Lee has been sent home while claims about her expenses are looked into", "the inquiry into Supt Lee's texts":
a senior officer is mostly whoever decides, so the words must say both what became of the officer and whose case it is.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.descriptions import find_descriptions
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.scan import Scan

_ASIDE: Final = (
    r"(?:,? \(?(?:aged )?\d\d\)?)?(?:,? (?:of|from|with|at|who heads|who leads|head of) [^.,;\"]{3,60})?,?"
)
# What becomes of somebody who is looked into.
_STATUS: Final = re.compile(
    _ASIDE
    + r"(?: who)? (?:(?:has|had|is|was|were|been|being|now|also|since|temporarily|quietly|abruptly|suddenly|yesterday|today|to be) )*"
    r"(?:sent (?:home|back to)|suspended|removed|moved|transferred|redeployed|relieved of|taken off|stood (?:down|aside)|stepped (?:down|aside)|placed on|put on|on (?:gardening leave|restricted|sick leave|leave|paid leave)|under (?:investigation|criminal investigation|inquiry)|being investigated|restricted|resigned|quit|left|retired|gone|withdrawn from|given (?:a desk job|other duties|non-operational)|(?:keeps|kept|remains|remained|stays) (?:at|in|on) )"
)
_INQUIRY: Final = r"(?:claims?|complaints?|allegations?|accusations?|concerns?|investigations?|inquiry|inquiries|enquiry|probe|review|questions?|case)"
# ... whose case it is: "claims about her expenses", "the inquiry into what he told", "a complaint against him"
_OWN: Final = re.compile(
    rf"(?<!his )(?<!her )(?<!their )\b{_INQUIRY} (?:(?:was|were|is|are|has|have|had|been|made|raised|opened|launched|received|brought|under way) )*(?:about|into|over|against|concerning|of|regarding|on) (?:(?:how|why|whether|what|when) (?:he|she)\b|(?:his|her) (?!force\b|officers\b|predecessor|deputy|staff\b|former force|colleague|constables|men\b|death|murder|complaint|claims?\b|allegation)|him\b|himself\b|herself\b)"
    rf"|\b{_INQUIRY} (?:that|of how|by which) (?:he|she) (?!was (?:bullied|assaulted|harassed|attacked|the victim))"
)
# "the investigation into |Supt Lee|'s expenses has ended"
_INTO: Final = re.compile(
    rf"\b(?:{_INQUIRY}|looking|looked) (?:(?:made|raised|opened|launched|received|brought) )?(?:into|about|against|concerning|over|regarding) (?:the (?:conduct|behaviour|expenses|actions) of )?(?:former |suspended |the )*\Z"
)
_HIS: Final = re.compile(
    r"'s? (?!(?:\w+ )?(?:death|murder|injuries|claims?|complaints?|allegations?|treatment|force|officers|handling|decision|killing|disappearance|family|inquiry|investigation)\b)|(?= (?:has|had|was|is|will|began|continues|goes|over|for|after|by)\b)|[.,;]"
)
_AFTER: Final = 2  # sentences after the name in which "she" is still the one named


def under_inquiry(page: Page, scan: Scan, named: list[Person]) -> Person | None:
    """The only officer named, if the page says that he or she is or was looked into."""
    ranked = [p for p in named if p.name is not None and any(m.rank is not None for m in p.mentions)]
    if len(ranked) != 1 or ranked[0].aside:
        return None
    person = ranked[0]
    return person if any(_is_looked_into(m, page, scan, named) for m in person.mentions) else None


def _is_looked_into(m: Mention, page: Page, scan: Scan, named: list[Person]) -> bool:
    if page.quoted(m.start) or m.rank is None:
        return False
    low = page.low
    index = page.sentence_index(m.start)
    s = page.sentences[index]
    if _INTO.search(low, max(s.start, m.start - 60), m.start) and _HIS.match(low, m.end):
        return True
    if m.start - s.start > _OPENS_WITHIN or _STATUS.match(low, m.end) is None:
        return False
    last = page.sentences[min(index + _AFTER, len(page.sentences) - 1)].end
    own = _OWN.search(low, m.end, last)
    if own is None or page.quoted(own.start()):
        return False
    others = any(
        m.end <= x.start < own.start() for p in named for x in p.mentions if x.person is not m.person
    )
    brought_in = any(
        m.end <= d.start < own.start() and d.form in ("new", "another", "part", "ordinal")
        for d in scan.once(find_descriptions)
    )
    return not others and not brought_in


_OPENS_WITHIN: Final = 3  # characters before a name that opens a sentence
