"""Groups that one sentence brings in and parts: "Two constables attended meetings, where |one| was warned and |the other| ..."."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description

_MOST: Final = 5  # in a group whose members are told of one by one (the guide)
# What leads from the group to the first of its parts.
_TO_PART: Final = re.compile(
    r"(?:[,;:\u2013\u2014-] ?(?:(?:and|but|with|where|when|at which|after which|in which|of whom|following which) )?"
    r"| (?:where|when|at which|after which|in which|following which) )\Z"
)
_WITHIN: Final = 18  # characters of it


def parted_at(low: str, here: list[Description]) -> int | None:
    """Where a sentence that first told of a group begins to tell of its parts; ``here`` are its descriptions in order.

    None where it does not, or where the parts do not make up the group.
    """
    for i, part in enumerate(here):
        if part.family != "any" or part.form != "part" or part.of is not None or part.number is None:
            continue
        whole = next((d for d in here[:i] if d.number is not None and d.number > 1), None)
        if whole is None or whole.number is None or whole.number > _MOST or whole.agent or whole.witness:
            return None
        if any(d.number == 1 for d in here[:i] if d is not whole):
            return None  # "A sergeant and two constables ...: one"
        if _TO_PART.search(low, max(whole.end, part.start - _WITHIN), part.start) is None:
            return None
        others = here[i + 1 :]
        rest = sum(
            d.number or 0 for d in others if d.family == "any" and d.form in ("part", "other", "another")
        )
        return part.start if rest and rest + part.number == whole.number else None
    return None
