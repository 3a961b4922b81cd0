"""Antecedents: whom a relative clause tells of where the cast knows only whose sentence it is.

In "Chief Constable Penrose, who has since retired, dismissed him" the sentence is the subject's, and the
clause after the name is the chief constable's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from peelian.reading.persons import Mention, Person
from peelian.reading.prepared import Prepared

# What may stand between a name and words that tell of its bearer alone.
_CLAUSE: Final = re.compile(
    r"(?:[^.;,\"]{0,40})?(?:,[^.;\"]{0,45})?(?:,| -| \() ?(?:who|whom|himself|herself|now|since|long|himself now|herself now)"
    r"(?:[ ,]+(?:has|had|was|is|have|himself|herself|since|now|also|then|later|long|recently|been|already|himself|both))*[ ,]*"
)

_OPENS: Final = re.compile(r"(?:,| -| \() ?(?:who|whom|himself|herself|now|since|long)\b[\w ,]*\Z")


def spoken_of(prepared: Prepared, at: int) -> tuple[Person, ...]:
    """The subjects of whom the words at ``at`` tell; none if they stand in a clause on somebody else."""
    who = prepared.cast.who(at)
    if not who or _OPENS.search(prepared.page.low, max(0, at - 45), at) is None:
        return who
    mention = _last_named(prepared, at)
    if mention is None or mention.person is None or mention.person in who:
        return who
    if _CLAUSE.fullmatch(prepared.page.low, mention.end, at) is None:
        return who
    return (mention.person,) if mention.person.role in ("subject", "background") else ()


def _last_named(prepared: Prepared, at: int) -> Mention | None:
    """The last person named before ``at`` in its sentence."""
    start = prepared.page.sentence_at(at).start
    best: Mention | None = None
    for person in prepared.cast.persons:
        i = bisect_right(person.mentions, at, key=lambda m: m.end) - 1
        if i >= 0:
            m = person.mentions[i]
            if m.start >= start and (best is None or m.start > best.start):
                best = m
    return best
