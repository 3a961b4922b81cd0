"""Patterns that are asked only where one of a few words stands: no text can match without one of them."""

from __future__ import annotations

import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from peelian.reading import (
    antecedents,
    charge_context,
    counted_off,
    courts,
    hurt_by_others,
    kin,
    next_officers,
    owner,
    rank_sentences,
    role_cues,
    role_signs,
    several,
    sitting,
)

GUARDED = [
    (antecedents._OVER, (" who",)),
    (hurt_by_others._OPENS_ON_HARM, hurt_by_others._HARM_WORDS),
    (hurt_by_others._OPENS_ON_WITNESS, hurt_by_others._WITNESS_WORDS),
    (charge_context._CRIMINAL_WORDS, charge_context._CRIMINAL),
    (courts._OF_THE_TOWN, courts._TOWNS_COURT),
    (kin._OF_KIN, kin._OF_WORDS),
    (kin._KIN_BEFORE, kin._WHOSE),
    (owner._CO_DEFENDANT, owner._ACCUSED),
    (counted_off.COUNTED, counted_off.NTHS),
    (rank_sentences._PAIR, counted_off.NTHS),
    (role_cues._NO_KIN, role_cues._NO_KIN_WORDS),
    (role_signs._KIN, role_signs._KIN_WORDS),
    (next_officers._NEXT_OFFICER, next_officers._NEXT_WORDS),
    (several._ALL_THREE, several._ALL_OF_SO_MANY),
    (sitting._CHAIR_LABEL, sitting._CHAIRED),
    (sitting._OVERSEES, sitting._OVERSEERS),
    (sitting._LED_BY, sitting._LED_WORDS),
]


def needs(items: list[Any], words: tuple[str, ...], run: str = "") -> bool:
    """Whether every text that the parsed pattern ``items`` matches after ``run`` holds one of ``words``.

    Never says so wrongly: what it cannot follow (a class of letters, a repetition) it takes for no word at all.
    """
    if any(word in run for word in words):
        return True
    if not items:
        return False
    (kind, what), rest = items[0], items[1:]
    if kind is op.LITERAL:
        return needs(rest, words, run + chr(what))
    if kind is op.IN and all(way[0] is op.LITERAL for way in what):
        return all(needs([way, *rest], words, run) for way in what)
    if kind is op.SUBPATTERN:
        return needs([*what[3], *rest], words, run)
    if kind is op.BRANCH:
        return all(needs([*way, *rest], words, run) for way in what[1])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and what[0] == 0:
        gap = [] if what[1] == 1 else [(op.ANY, None)]  # (behind the first of several anything may stand)
        return needs(rest, words, run) and needs([*what[2], *gap, *rest], words, run)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        return needs([*what[2]], words, run) or needs(rest, words)
    if kind in (op.AT, op.ASSERT_NOT):
        return needs(rest, words, run)
    if kind is op.ASSERT:
        return needs([*what[1]], words, run if what[0] > 0 else "") or needs(rest, words, run)
    return needs(rest, words)


@pytest.mark.parametrize(("pattern", "words"), GUARDED, ids=range(len(GUARDED)))
def test_no_match_without_one_of_the_words(pattern: re.Pattern[str], words: tuple[str, ...]) -> None:
    assert needs([*parser.parse(pattern.pattern, pattern.flags)], words)


def test_a_word_left_out_is_noticed() -> None:
    found = [*parser.parse(r"\b(?:an? )?(?:cat|dog)s? (?:ran|sat)\b")]
    assert needs(found, ("cat", "dog"))
    assert needs(found, ("ran", "sat"))
    assert not needs(found, ("cat",))
    assert not needs(found, ("an ",))
