"""Whom a conviction leaves out: "only the sergeant was convicted", "the constable was found guilty; the sergeant was not".

Whoever stood trial with the one convicted was cleared. The other way round nothing follows: nobody is convicted by a contrast.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import Charge, Token
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.spans import holds_any

_ONLY: Final = re.compile(
    r"\b(?:only|just) (?:[\w'.-]+ ){1,5}?(?:was|were|has been|had been|is) \Z|\b(?:only|just) \Z|\balone (?:was|were|has been|had been|is) \Z"
)
_SO_FAR: Final = re.compile(
    r"\b(?:so far|yet|to date|still|remain\w*|continu\w*|other (?:counts?|charges?)|of (?:the )?(?:counts?|charges?))\b"
)
# "..., but |Moss| was not.", "|The sergeant| was not."
_WAS_NOT: Final = re.compile(
    r"(?:\A|[.;,:] |\b)(?:but |and |while |whereas |though |although )?(?P<who>(?:the |pc |dc |sgt |sergeant |constable |inspector |pcso )?[\w'-]+)(?:,? (?:though|however|on the other hand),?)? (?:was|were)(?: not|n't)(?=[.;,]|\s*\Z)"
)
_WORDS: Final = ("only ", "just ", "alone ", "not", "n't")


def settle_contrasted(
    page: Page, frames: list[Token], charges: list[Charge], who: Callable[[int], tuple[Person, ...]]
) -> None:
    """Clear whoever was tried beside the convicted, where the words say that the verdict was the others' alone."""
    low = page.low
    for frame in frames:
        index = page.sentence_index(frame.start)
        s = page.sentences[index]
        after = page.sentences[min(index + 1, len(page.sentences) - 1)]
        if not holds_any(low[s.start : after.end], _WORDS) or _SO_FAR.search(low, s.start, after.end):
            continue
        guilty = [
            c
            for c in charges
            if c.stage == "convicted" and any(a <= frame.start < b for a, b in c.stage_spans)
        ]
        convicted = {p for c in guilty for p in c.who}
        ids = {c.offence for c in guilty}
        if not convicted or len(ids) != 1:
            continue
        only = _ONLY.search(low, s.start, frame.start)
        if only is not None:
            _clear(charges, ids, None, convicted, (only.start(), frame.end))
            continue
        for start, end in ((frame.end, s.end), (after.start, after.end)):
            found = _WAS_NOT.search(low, start, end) if start < end else None
            named = who(found.start("who")) if found is not None else ()
            if found is not None and named and not convicted & set(named):
                _clear(charges, ids, named, convicted, (found.start("who"), found.end()))
                break


def _clear(
    charges: list[Charge],
    ids: set[str],
    who: tuple[Person, ...] | None,
    convicted: set[Person],
    at: tuple[int, int],
) -> None:
    """Acquit ``who`` (or everybody) of the open charges of these offences, but for the convicted."""
    for charge in charges:
        others = not convicted & set(charge.who) and (who is None or set(charge.who) <= set(who))
        if charge.stage == "charged" and charge.offence in ids and others and charge.who and not charge.hung:
            charge.put("acquitted", at)
