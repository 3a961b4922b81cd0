"""Working days in England and Wales: not Saturday, not Sunday, no bank holiday.

Bank holidays come from the `holidays` library (country GB, subdivision ENG; those of Wales are the
same), which knows the single ones too (jubilees, royal events). Source: Police (Conduct)
Regulations, "working day"; Banking and Financial Dealings Act 1971; both from knowledge.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

FIRST_YEAR, LAST_YEAR = 1974, 2100
"""The years whose bank holidays are known: those of the library, from the year when New Year's Day became one."""
_MOST_DAYS = 5_000
_DAY = timedelta(days=1)


class CalendarError(ValueError):
    """A day or a number of days lies outside what the calendar of bank holidays can tell."""


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank and public holidays of a year in England and Wales. Raises `CalendarError`."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CalendarError(
            f"no bank holidays are known for {year}: only for {FIRST_YEAR} to {LAST_YEAR}; check the date"
        )
    import holidays  # imports slowly, and most callers of this room never need it

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=[year]).keys())


def is_working_day(day: date) -> bool:
    """Say whether a day is a working day. Raises `CalendarError`."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def add_working_days(day: date, many: int) -> date:
    """Return the working day that is `many` working days after `day` (before it, if negative).

    Counting begins with the first working day after `day`, which is how the Regulations count. With
    0, `day` itself. Raises `CalendarError`.
    """
    if abs(many) > _MOST_DAYS:
        raise CalendarError(f"{many} working days are too many to count: at most {_MOST_DAYS}")
    step = _DAY if many > 0 else -_DAY
    for _ in range(abs(many)):
        day = _next(day, step)
    return day


def _next(day: date, step: timedelta) -> date:
    day += step
    while not is_working_day(day):
        day += step
    return day


def first_working_day_after(day: date) -> date:
    """Return the first working day after a day: day one of a period. Raises `CalendarError`."""
    return add_working_days(day, 1)


def working_days_between(first: date, second: date) -> int:
    """Return how many working days lie after `first` up to and including `second`; negative if it is earlier.

    So that `add_working_days(first, working_days_between(first, second))` is `second`, if that is a
    working day. Going back, the days from `second` up to but not including `first` are counted.
    Raises `CalendarError`, also for more than a century.
    """
    if abs((second - first).days) > 36_600:
        raise CalendarError(f"{first} and {second} are too far apart to count working days")
    low, high = min(first, second), max(first, second)
    offset = 1 if second >= first else 0
    many = sum(is_working_day(low + _DAY * n) for n in range(offset, (high - low).days + offset))
    return many if second >= first else -many
