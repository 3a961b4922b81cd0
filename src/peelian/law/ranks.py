"""Ranks: which one a text names, and which is the higher."""

from __future__ import annotations

import re

from peelian.law.vocabulary import fold, index, term

_MOST_WORDS = 6
_NUMBER = re.compile(r"^\d{1,7}$|^[A-Z]{1,3}\d{1,6}$")


def rank(text: str) -> str | None:
    """Return the id of the rank that the whole of `text` names, or None.

    Temporary, acting, trainee and former forms give the rank itself ("T/DC" -> detective_constable);
    a collar number after it is passed over ("PC 1234"). Weak forms ("DS", "AC") count here, since
    the caller says that this text is a rank, if their capitals stand; a form with two meanings gives
    None. "Officer", "police officer" and "detective" are no rank (labelling guide).
    """
    words = text.split()
    if len(words) > 1 and _NUMBER.match(words[-1]):
        words = words[:-1]
    found, used = leading_rank(" ".join(words))
    return found if used == len(words) else None


def leading_rank(text: str) -> tuple[str | None, int]:
    """Return the rank with which `text` begins and how many of its words name it; (None, 0) if none.

    The longest form wins: "Detective Chief Inspector Ann Reed" gives four words less than all.
    """
    words = text.split()
    table = index("ranks")
    weak = index("ranks", weak=True)
    for many in range(min(_MOST_WORDS, len(words)), 0, -1):
        form = " ".join(words[:many]).strip(",;:")
        folded = fold(form).removeprefix("the ").removeprefix("former ").removeprefix("ex ")
        held = table.get(folded)
        if held is None and form[:1].isupper():
            held = weak.get(folded)
        if held is not None and len(held) == 1:
            return held[0], many
    return None, 0


def seniority(rank_id: str) -> int | None:
    """Return how high a rank stands: 10 for a constable, 90 for a chief constable; None for staff.

    Equal numbers are equal ranks of different forces. Source: vocabulary, after Police Act 1996 s.9H
    and s.13. Raises `UnknownTerm`.
    """
    value = term("ranks", rank_id).extra.get("order")
    return int(value) if value is not None else None


def is_constable(rank_id: str) -> bool:
    """Say whether the holder has the office of constable, so that the Conduct Regulations bind them.

    Special constables have (Police Act 1996 s.27); PCSOs and police staff have not. Raises `UnknownTerm`.
    """
    return term("ranks", rank_id).extra.get("kind") == "constable"


def fits_force(rank_id: str, force_id: str) -> bool:
    """Say whether a force has such a rank: commanders and commissioners are in London alone, chief
    constables and their deputies everywhere but in London. Source: vocabulary, from knowledge.
    """
    extra = term("ranks", rank_id).extra
    return force_id in extra.get("forces", [force_id]) and force_id not in extra.get("not_forces", [])
