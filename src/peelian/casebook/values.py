"""Values: what a field may hold, so that a person's slip of the pen does not become a fact.

The fields are those of the labelling guide (``reading.model``); ids are those of the law's vocabularies
and of the guide. A text field takes any words.
"""

from __future__ import annotations

import re
from typing import Any, Final

from peelian.law import DateError, ids
from peelian.law.dates import earliest
from peelian.law.lengths import INDEFINITE, LengthError, days_at_least_and_most, length

#: Fields of words, dates, lengths of time, yes or no, and numbers: a form asks for each in its own way.
TEXT: Final = frozenset(
    (
        "name", "label", "collar_number", "posts", "residence", "courts", "offences.title", "investigation.bodies",
        "proceeding.chair", "proceeding.chair_role", "proceeding.venue",
    )
)  # fmt: skip
DATES: Final = frozenset(("joined", "sentenced_on", "proceeding.date"))
LENGTHS: Final = frozenset(("sentences.length", "sentences.suspended_for", "orders.length"))
YES: Final = frozenset(("former", "suspended", "restricted", "barred"))
NUMBERS: Final = frozenset(
    ("age", "offences.count", "sentences.amount", "sentences.hours", "orders.amount", "orders.hours")
)
#: Fields whose values are ids of a vocabulary of the law.
VOCABULARY: Final = {
    "rank": "ranks",
    "force": "forces",
    "offences.offence": "offences",
    "sentences.kind": "sentences",
    "orders.kind": "orders",
    "investigation.mode": "modes",
    "proceeding.kind": "proceedings",
    "proceeding.finding": "findings",
    "proceeding.outcome": "outcomes",
    "proceeding.standards": "standards",
}
#: Fields whose values are ids of the guide alone.
IDS: Final = {
    "offences.plea": ("guilty", "not_guilty"),
    "offences.stage": ("alleged", "charged", "convicted", "acquitted", "discontinued", "cautioned"),
    "investigation.oversight": ("ipcc", "iopc", "pca", "pirc", "other"),
    "appeal.kind": ("tribunal", "criminal"),
    "appeal.result": ("dismissed", "allowed", "pending", "varied"),
    "resigned": ("resigned", "retired"),
}
#: Ids of the guide that no vocabulary of the law has.
BESIDES: Final = ("other", "not_stated", "pending")
_DATE: Final = re.compile(r"(\d{4}|XXXX)(-\d\d(-\d\d)?)?")
_ISO_LENGTH: Final = re.compile(r"P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?", re.ASCII | re.IGNORECASE)
_PLACE: Final = re.compile(r"^/(offences|sentences|orders)/\d+/(\w+)$")
#: Words of a field, at most.
_LONGEST: Final = 2000
#: Days in more years than the calendar has.
_AGES: Final = 3_660_000

FIELDS: Final = frozenset((*TEXT, *DATES, *LENGTHS, *YES, *NUMBERS, *VOCABULARY, *IDS))
"""Every field that a statement can have."""


class ValueProblem(ValueError):
    """A field cannot hold a value. The message says what it can hold."""


def settled(field: str, value: Any) -> Any:
    """``value`` as ``field`` holds it: a length in words ("18 months") as ISO 8601 (P18M), any other as it is.

    Raises `ValueProblem` unless it is one that ``field`` can hold.
    """
    if field not in FIELDS:
        raise ValueProblem(f"There is no field {field!r}. The fields are: {', '.join(sorted(FIELDS))}.")
    if field in YES:
        _must(isinstance(value, bool), f"{field} is true or false.")
    elif field in NUMBERS:
        number = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e12
        _must(number, f"{field} is a number.")
        _must(field.endswith("amount") or isinstance(value, int), f"{field} is a whole number.")
    else:
        _must(isinstance(value, str) and value.strip() != "", f"{field} is written in words.")
        _must(len(value) <= _LONGEST, f"{field} has at most {_LONGEST} characters.")
        if field in LENGTHS:
            return _length(field, value.strip())
        _check_words(field, value)
    return value


def _length(field: str, text: str) -> str:
    """A length as ISO 8601, from that or from words; ``indefinite`` is one too."""
    found = text.upper() if _ISO_LENGTH.fullmatch(text) else length(text)
    _must(found is not None, f"{field} is a length: P2Y6M, P18M, P12W or 18 months, not {text!r}.")
    if found != INDEFINITE:
        try:
            least, _ = days_at_least_and_most(str(found))
        except (LengthError, ValueError) as error:  # ValueError: more digits than Python reads as a number
            raise ValueProblem(f"{field} cannot be as long as {text[:40]!r}.") from error
        _must(least < _AGES, f"{field} cannot be as long as {text[:40]!r}.")
        _must(least > 0, f"{field} cannot be of no length: {text!r}.")
    return str(found)


def _check_words(field: str, value: str) -> None:
    if field in DATES:
        wrong = f"{field} is a date: 2014-04-11, 2014-04 or 2014, not {value!r}."
        _must(_DATE.fullmatch(value) is not None, wrong)
        try:
            earliest(value)
        except DateError as error:
            raise ValueProblem(wrong) from error
    elif field in IDS or field in VOCABULARY:
        known = (*IDS[field],) if field in IDS else (*ids(VOCABULARY[field]), *BESIDES)
        _must(value in known, f"{field} is one of: {', '.join(sorted(set(known)))}.")


def _must(right: bool, otherwise: str) -> None:
    if not right:
        raise ValueProblem(otherwise)


class pointers:
    """The places at which a field of a record can stand: ``"/offences/2/stage" in pointers("offences.stage")``."""

    def __init__(self, field: str) -> None:
        self.field = field

    def __contains__(self, pointer: object) -> bool:
        match = _PLACE.match(pointer) if isinstance(pointer, str) else None
        return match is not None and f"{match[1]}.{match[2]}" == self.field
