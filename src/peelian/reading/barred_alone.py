"""Barred alone: "Dismissed without notice. |Barred.|", where nothing but the word says that somebody may not return."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Cited
from peelian.reading.persons import Person
from peelian.reading.prepared import Drafts, Prepared

_BARRED: Final = re.compile(
    r"(?<=[.;,)] )(?:and |also |now |then |is |was |since |therefore )*barred(?=\s*(?:[.;]|\n|\Z))|(?<=\n)barred(?=\.|\n|\Z)"
)
# What an employer, and nobody else, may end with a bar.
_ENDED: Final = re.compile(
    r"\b(?:dismiss(?:ed|al)|sacked|fired|gross misconduct|resigned|retired|quit|required to resign)\b"
)
_BACK: Final = 250  # characters


def read_barred_alone(prepared: Prepared, drafts: Drafts) -> None:
    """Fill ``barred`` where a sentence is the word alone, behind how somebody left the force."""
    low = prepared.page.low
    if "barred" not in low:
        return
    for found in _BARRED.finditer(low):
        at = found.end() - len("barred")
        if _ENDED.search(low, max(0, at - _BACK), at) is None or prepared.page.quoted(at):
            continue
        who: tuple[Person, ...] = prepared.cast.who(at)
        draft = drafts.get(who[0]) if len(who) == 1 else None
        if draft is not None and draft.barred is None:
            draft.barred = Cited(True, (at, found.end()))
