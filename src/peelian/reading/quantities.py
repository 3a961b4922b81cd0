"""Quantities in prose: numbers, lengths of time, money and hours, with their offsets.

>>> [(q.start, q.end, q.value) for q in lengths("jailed for two years and six months")]
[(11, 34, 'P2Y6M')]
"""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian import law
from peelian.law.numbers import TENS, UNITS
from peelian.reading import patterns as re
from peelian.reading.spans import find_all

# Words that count here and are no number by themselves (`law.number` says what all others name).
_ARTICLES: Final = {"a": 1, "an": 1, "a single": 1, "single": 1, "both": 2}
_ONES: Final = [word for word, value in UNITS.items() if 0 < value < 10]
_TO_NINETEEN: Final = sorted((word for word, value in UNITS.items() if value), key=len, reverse=True)
_BELOW_HUNDRED: Final = rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|{'|'.join(_TO_NINETEEN)}"
WORD: Final = rf"(?:a|{'|'.join(_ONES)}) hundred(?: and (?:{_BELOW_HUNDRED}))?|{_BELOW_HUNDRED}|a dozen|dozen|a single|single|both|an|a"
#: How many people a word for a group of them means.
GROUPS: Final[dict[str, int]] = {
    "both": 2, "pair": 2, "two": 2, "duo": 2, "couple": 2, "neither": 2, "trio": 3, "three": 3, "four": 4, "quartet": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_FIRST_LETTERS: Final = "".join(
    sorted({word[0] for word in (*UNITS, *TENS, *_ARTICLES, "dozen") if word != "zero"})
)
# (a number begins with few letters: most words are passed over at a glance)
NUMBER: Final = rf"(?=[\d{_FIRST_LETTERS}])(?:\d{{1,4}}|{WORD})"

_MONTHS: Final = 12  # of a year
# Units are found first (few) and the number is read backwards from them, so a page costs one short scan.
_UNITS: Final = ("year", "yr", "month", "mth", "week", "wk", "day", "hour", "hr")
_UNIT: Final = re.compile(r"[- ](years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?|hrs?)\b")
_BEFORE: Final = re.compile(
    rf"(?<![\w£.,])({NUMBER})(?P<half>(?:[- ]and[- ]a[- ]half| ?½| 1/2|\.5)?)(?: calendar| consecutive| further| additional| extra| more| full| whole| long)?\Z"
)
_ONWARD: Final = re.compile(rf"'?(?: and |, | )({NUMBER})[- ](months?|mths?|weeks?|wks?|days?)\b")
# "a curfew of four months and 25 days |of rehabilitation|": the days are another order's
_OWN_NOUN: Final = re.compile(
    r"'? (?:of )?(?:(?:a|an) )?(?:rehab|rar\b|unpaid\b|curfew|treatment|supervis|alcohol|electronic)"
)
_MONEY: Final = re.compile(r"(?:£\s?|gbp ?)(\d(?:[\d,]*\d)?(?:\.\d+)?)(?: ?(m|million|k|bn)\b)?")
_POUNDS: Final = re.compile(r"\b(\d[\d,]*(?:\.\d+)?) pounds\b")
_NUMBER: Final = re.compile(rf"\b(?:{NUMBER})\b")
_LETTER: Final = {"y": "Y", "m": "M", "w": "W", "d": "D"}
_SCALE: Final = {"m": 1e6, "million": 1e6, "k": 1e3, "bn": 1e9}


class Length(NamedTuple):
    """A length of time at ``[start, end)``; ``value`` is ISO 8601 in the units of the text."""

    start: int
    end: int
    value: str


class Amount(NamedTuple):
    """A sum of money at ``[start, end)`` in pounds, or a number of hours, or a plain number."""

    start: int
    end: int
    value: float


def number(word: str) -> int | None:
    """The number that digits or words name (``"7"``, ``"seven"``, ``"twenty-two"``); None if neither."""
    return _ARTICLES[word] if word in _ARTICLES else law.number(word)


def lengths_and_hours(low: str) -> tuple[list[Length], list[Amount]]:
    """Every length of time (``24 months``, ``two-and-a-half years``, ``18-month``) and number of hours."""
    found: list[Length] = []
    worked: list[Amount] = []
    for place in find_all(low, _UNITS):
        at = place - 1
        unit = _UNIT.match(low, at) if place else None
        if unit is None:
            continue
        if found and at < found[-1].end:
            continue  # the months of "two years and six months"
        before = _BEFORE.search(low, max(0, at - 26), at)
        count = number(before.group(1)) if before else None
        if before is None or count is None:
            continue
        letter = unit.group(1)[0]
        if letter == "h":
            worked.append(Amount(before.start(), unit.end(), count))
            continue
        value, end, code = f"P{count}{_LETTER[letter]}", unit.end(), _LETTER[letter]
        if before.group("half"):
            if code != "Y":
                continue  # half a month, week or day has no whole ISO form: as `law.length`, none is given
            value = f"P{count}Y6M"
        elif code == "Y" and low.startswith(" and a half", end):
            value, end = f"P{count}Y6M", end + 11
        elif code in "YM":
            onward = _ONWARD.match(low, end)
            more = number(onward.group(1)) if onward else None
            listed = onward is not None and "," in onward.group() and (code, onward.group(2)[0]) != ("Y", "m")
            # ("two years and 14 months", "two years and six months respectively" are the terms of two people)
            apart = onward is not None and (
                ((more or 0) >= _MONTHS and onward.group(2)[0] == "m")
                or low.startswith(" respectively", onward.end())
                or _OWN_NOUN.match(low, onward.end()) is not None
            )
            if onward and more is not None and not (listed or apart) and _LETTER[onward.group(2)[0]] != code:
                value += f"{more}{_LETTER[onward.group(2)[0]]}"
                end = onward.end()
        found.append(Length(before.start(), end, value))
    return found, worked


def lengths(low: str) -> list[Length]:
    """Every length of time in lower-case text."""
    return lengths_and_hours(low)[0]


def money(low: str) -> list[Amount]:
    """Every sum in pounds in lower-case text (``£1,914``, ``£1.2m``, ``700 pounds``)."""
    out = []
    if "£" in low or "gbp" in low:
        out = [
            Amount(m.start(), m.end(), float(m.group(1).replace(",", "")) * _SCALE.get(m.group(2) or "", 1))
            for m in _MONEY.finditer(low)
        ]
    if " pounds" in low:
        out += [Amount(m.start(), m.end(), float(m.group(1).replace(",", ""))) for m in _POUNDS.finditer(low)]
        out.sort()
    return out


def numbers(low: str, start: int, end: int) -> list[Amount]:
    """Every plain number, in digits or words, that begins in ``[start, end)``."""
    return [
        Amount(m.start(), m.end(), n)
        for m in _NUMBER.finditer(low, start, end)
        if (n := number(m.group())) is not None
    ]
