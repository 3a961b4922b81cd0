"""A force's own inquiry: words by which an investigation was the force's, and the oversight body only reviewed it.

"The investigation was the force's own", "Kent Police looked into it itself", "the IOPC's part was limited to a review".
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.scan import Scan
from peelian.reading.spans import holds_any

_INQUIRY: Final = r"(?:investigation|inquiry|enquiry|probe|investigating)"
_FORCE: Final = r"(?:the force|the constabulary|(?:the|[\w&' -]{3,24}?) (?:police|constabulary)(?! complaints| ombudsman| investigations| conduct| watchdog| federation))"
_WAS_THEIRS: Final = re.compile(
    rf"\b{_INQUIRY}\b(?:(?!\b(?:and|but|which|who|iopc|ipcc)\b)[^.;,]){{0,40}}? (?:was|is|had been|remained|were)(?: \w+ly| all)? (?:{_FORCE}'s?(?: own)?(?=[.,;]| and\b| alone\b)|that of {_FORCE}|left (?:to|with) {_FORCE}|(?:carried out|conducted|done|run|led|handled|undertaken|made) by {_FORCE}(?: itself| alone)?\b)"
)
_DID_ITSELF: Final = re.compile(
    r"(?: (?:had|has|then|first|also|already))* (?:investigat(?:ed|es|ing)|looked into|inquired into|dealt with|handled|examined)(?: [^.;,]{2,40}?)? (?:itself|on its own|by itself|in-house|internally)\b(?!-)"
)
_ONLY_REVIEWED: Final = re.compile(
    r"\b(?:iopc|ipcc|watchdog)(?:'s)? (?:(?:only |own |sole )?(?:part|role|involvement|task|job|function) (?:was|is|had been)(?: limited| confined| restricted| only)*(?: to)? (?:an? |the |to |hear |consider |considering |look |of |reviewing |determine )*(?:reviews?|appeal|reviewing)|only (?:reviewed|considered (?:a|the) review|heard (?:the|an) appeal|dealt with (?:the|an) (?:appeal|review))|did not (?:itself )?investigate\b[^.]{0,60}|(?:merely|simply) reviewed)"
)


def force_itself(page: Page, scan: Scan) -> Span | None:
    """The words that say that a force investigated on its own; None if none do."""
    if not holds_any(page.low, ("iopc", "ipcc", "watchdog", "complaints commission", "police conduct")):
        return None
    theirs = _WAS_THEIRS.search(page.low)
    if theirs is not None:
        return theirs.span()
    for hit in scan.of("force"):
        did = _DID_ITSELF.match(page.low, hit.end)
        if did is not None:
            return hit.start, did.end()
    reviewed = _ONLY_REVIEWED.search(page.low) if " review" in page.low or " appeal" in page.low else None
    return reviewed.span() if reviewed is not None else None


def is_the_forces(scan: Scan, page: Page, at: int) -> bool:
    """Whether "investigated it itself" at ``at`` is said of a force: no oversight body stands nearer before it."""
    start = page.near(at).start
    forces = scan.between("force", start, at)
    bodies = scan.between("body", start, at)
    return bool(forces) and (not bodies or bodies[-1].start < forces[-1].start)
