"""When two values of a field are the same, when one is the more exact, and when they contradict.

"2014-04" is a less exact form of "2014-04-11", "J Smith" of "John Smith", ``dismissed`` of
``dismissed_without_notice``; P24M and P2Y are one length. The fields carry the guide's names, with the
record before them (``offences.count``).
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from typing import Any, Final

from peelian.law import (
    LengthError,
    compare_lengths,
    compatible,
    contains,
    fold,
    fold_name,
    lookup,
    vocabulary,
)
from peelian.law.dates import DateError, parts
from peelian.law.lengths import INDEFINITE, months_and_days

DATES: Final = frozenset({"joined", "sentenced_on", "proceeding.date"})
"""Fields that hold an EDTF date, beside all that begin with ``dates.`` (written down by people)."""

LENGTHS: Final = frozenset({"sentences.length", "sentences.suspended_for", "orders.length"})
NAMES: Final = frozenset({"name", "proceeding.chair"})
WORDS: Final = frozenset(
    {
        "label",
        "posts",
        "residence",
        "courts",
        "offences.title",
        "proceeding.chair_role",
        "proceeding.venue",
        "investigation.bodies",
    }
)
NEVER_CONTRADICT: Final = frozenset({"former", "suspended", "restricted", "barred", "background"}) | WORDS
"""Fields whose values can all be true: each document has its own labels and words; people move and leave."""

_EXACTER: Final[dict[str, dict[str, frozenset[str]]]] = {
    "proceeding.outcome": {
        "dismissed": frozenset(
            {"dismissed_without_notice", "dismissed_with_immediate_effect", "dismissed_with_notice"}
        ),
        # The newspaper's words for the same thing in law: outcomes.yaml, same_in_law.
        "dismissed_with_immediate_effect": frozenset({"dismissed_without_notice"}),
    },
    "proceeding.kind": {"misconduct_hearing": frozenset({"special_case_hearing", "accelerated_hearing"})},
    "offences.offence": {
        "indecent_photographs": frozenset(
            f"indecent_photographs_{act}" for act in ("making", "taking", "distributing", "possessing")
        ),
        "fraud": frozenset({"fraud_by_false_representation", "false_accounting"}),
        "driving_other": frozenset({"careless_driving", "dangerous_driving", "speeding", "no_insurance"}),
        "gbh": frozenset({"gbh_with_intent", "wounding"}),
        "rape": frozenset({"rape_of_child", "attempted_rape"}),
        "sexual_assault": frozenset({"sexual_assault_of_child"}),
    },
    "orders.kind": {"sex_offender_order": frozenset({"shpo", "sopo"})},
    "rank": {"police_constable": frozenset({"detective_constable"})},
}
_VAGUE: Final = {
    "proceeding.kind": "not_stated",
    "proceeding.outcome": "other",
    "offences.offence": "other",
    "sentences.kind": "other",
    "orders.kind": "other",
    "force": "other",
    "investigation.oversight": "other",
}


_NUMBERS: Final = frozenset({"age", "amount", "hours", "count"})
_FLAGS: Final = frozenset({"former", "suspended", "restricted", "barred"})


def fits(field: str, value: Any) -> bool:
    """Say whether a value is of the type that its field holds: people and foreign JSON can write anything."""
    if field in _FLAGS:
        return isinstance(value, bool)
    if field.rpartition(".")[2] in _NUMBERS:
        return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e12
    return isinstance(value, str)


def is_date(field: str) -> bool:
    """Say whether a field holds an EDTF date."""
    return field in DATES or field.startswith("dates.")


def key(field: str, value: Any) -> Hashable:
    """What two equal values of a field share: "Ada THORNE" and "ada thorne", P24M and P2Y, one court by two names."""
    if isinstance(value, str):
        if field in NAMES:
            return fold_name(value)
        if field == "courts":
            return _court(value)
        if field in WORDS:
            return fold(value)
        if field in LENGTHS:
            return _length(value)
        return value
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return float(value)
    return repr(value)


def exacter(field: str, value: Any, than: Any) -> bool:
    """Say whether ``value`` is a more exact form of ``than``: it says the same, and more."""
    if not (isinstance(value, str) and isinstance(than, str)) or key(field, value) == key(field, than):
        return False
    if is_date(field):
        return _is_edtf(value) and _is_edtf(than) and contains(than, value)
    if field in NAMES:
        return _fuller_name(fold_name(value), fold_name(than))
    if field in WORDS:
        return f" {fold(than)} " in f" {fold(value)} "
    if than == _VAGUE.get(field):
        return value != "pending"
    if field == "rank" and value == f"detective_{than}":
        return True
    return value in _EXACTER.get(field, {}).get(than, frozenset())


def contradict(field: str, one: Any, other: Any) -> bool:
    """Say whether two values of a field cannot both be true. A more exact form does not contradict the less exact."""
    if field in NEVER_CONTRADICT or key(field, one) == key(field, other):
        return False
    if exacter(field, one, other) or exacter(field, other, one):
        return False
    if isinstance(one, str) and isinstance(other, str):
        if is_date(field):
            return not (_is_edtf(one) and _is_edtf(other)) or not compatible(one, other)
        if field in LENGTHS:
            return _lengths_differ(one, other)
        if field in NAMES:
            return not _names_fit(fold_name(one), fold_name(other))
        if field == "investigation.oversight":
            # One corporation, renamed on 8 January 2018 (Police Reform Act 2002 s.9 as amended).
            return {one, other} != {"ipcc", "iopc"}
    return True


@lru_cache(maxsize=4096)
def _court(value: str) -> str:
    found = lookup("courts", value)
    return _same_court(found[0]) if len(found) == 1 else fold(value)


@lru_cache(maxsize=2048)
def _same_court(id: str) -> str:
    for entry in vocabulary("courts"):
        if entry.id == id:
            return str(entry.extra.get("same_as") or id)
    return id


@lru_cache(maxsize=2048)
def _length(value: str) -> tuple[int, int] | str:
    try:
        return value if value == INDEFINITE else months_and_days(value)
    except LengthError:
        return value


@lru_cache(maxsize=2048)
def _lengths_differ(one: str, other: str) -> bool:
    try:
        return compare_lengths(one, other) in (-1, 1)
    except LengthError:
        return True


def is_edtf(value: Any) -> bool:
    """Say whether a value is an EDTF date."""
    return isinstance(value, str) and _is_edtf(value)


@lru_cache(maxsize=4096)
def _is_edtf(value: str) -> bool:
    try:
        parts(value)
    except DateError:
        return False
    return True


def _fuller_name(name: str, than: str) -> bool:
    """ "john paul smith" than "john smith", than "j smith", than "smith"; "robert" than "rob"."""
    more, less = name.split(), than.split()
    if not less or more[-1:] != less[-1:] or len(less) > len(more) or more == less:
        return False
    given, short = more[:-1], less[:-1]
    at = 0
    for word in short:
        while at < len(given) and not given[at].startswith(word):
            at += 1
        if at == len(given):
            return False
        at += 1
    return not short or given[0].startswith(short[0])


def _names_fit(one: str, other: str) -> bool:
    """Whether two names could be one person's: same surname, given names that agree as far as they go."""
    first, second = one.split(), other.split()
    if first[-1:] != second[-1:]:
        return False
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(first[:-1], second[:-1], strict=False))
