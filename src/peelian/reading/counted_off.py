"""Officers counted off in words: "The first, a sergeant at Yarm, ...", "The second case concerned a PCSO, who ..."."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.spans import holds_any

NTH: Final = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|final|other|remaining|next)"
#: One of these stands wherever officers are counted off: nothing else is looked at.
NTHS: Final = tuple(NTH[3:-1].split("|"))
# "The first, |a sergeant|", "The second case concerned |a PCSO|", "The Chief Constable said that the third was |an inspector|".
COUNTED: Final = re.compile(
    rf"\W*(?:[^.;:]{{4,80}}\b(?:said|reported|advised|told|explained|confirmed|noted|heard|informed)\b[^.;:]{{0,30}} that )?(?:the|an?) {NTH}"
    rf"(?: (?:case|officer|matter|hearing|one|individual|person|of (?:these|them|those|the \w+)))*"
    rf"(?:,? (?:(?:(?:had been|was|is) (?:then |at that time )?(?:employed|working|engaged)|worked|had worked|served) as|held the post of|was|is|concern(?:s|ed)|involv(?:es|ed)|relat(?:es|ed) to|(?:was |is )?that of|concerning|involving|saw)|,|:| [-\u2013])+ (?P<head>(?:an?|two|one) )"
)


def counted_off(low: str, start: int, end: int) -> re.Match[str] | None:
    """The words at ``start`` that count an officer off, with the officer's own at its group ``head``."""
    return COUNTED.match(low, start, end) if holds_any(low[start:end], NTHS) else None
