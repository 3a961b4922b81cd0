"""The longest custody that the statute allows for an offence, by the day of the offence.

One count, on indictment. From knowledge throughout (`verified` false): a sentence over it is worth a
look, no more. Where one of the guide's ids covers several offences, it is the greatest of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from peelian.law.dates import before
from peelian.law.lengths import INDEFINITE, compare_lengths, months_and_days
from peelian.law.regimes import overlaps
from peelian.law.vocabulary import term, vocabulary

NO_CUSTODY = "P0D"
"""The maximum of an offence for which nobody can be sent to prison."""


@dataclass(frozen=True, slots=True)
class Maximum:
    """The longest term for one count: ISO 8601, `indefinite` for life or at large, `P0D` for no custody.

    `since` and `until` are the days of offence between which it holds (EDTF, both included, None open).
    """

    offence: str
    length: str
    since: str | None
    until: str | None
    note: str | None
    source: str
    verified: bool

    @property
    def life(self) -> bool:
        """Whether the offence carries life, or is at large."""
        return self.length == INDEFINITE

    @property
    def custody(self) -> bool:
        """Whether the offence carries custody at all."""
        return self.length != NO_CUSTODY


def maximum_sentence(
    offence: str, on: str | None = None, *, since: str | None = None, until: str | None = None
) -> Maximum | None:
    """Return the longest custody for an offence (guide's id) committed on an EDTF date, or None if not held.

    Several maxima can hold for a date known in part, or for none: the greatest of them is returned,
    so that no lawful sentence is called too long. ``on`` is the day of the offence, not of the sentence;
    where only bounds are known it was committed not before ``since`` and not after ``until`` (the day of
    sentence is such a bound).
    Source: the entry in maximum_sentences.yaml. Raises `UnknownTerm`, `DateError`.
    """
    term("offences", offence)
    found: Maximum | None = None
    for entry in vocabulary("maximum_sentences"):
        extra = entry.extra
        if extra["offence"] != offence:
            continue
        first, last = extra.get("active_from"), extra.get("active_to")
        if on is not None and overlaps(on, first, last) is False:
            continue
        if _over_before(until, first) or _over_before(last, since):
            continue
        made = Maximum(offence, extra["term"], first, last, extra.get("note"), entry.source, entry.verified)
        if found is None or compare_lengths(made.length, found.length) == 1:
            found = made
    return found


def _over_before(one: str | None, other: str | None) -> bool:
    """Whether one day was certainly over before another; not if either is open."""
    return one is not None and other is not None and before(one, other) is True


def over_maximum(offence: str, length: str, on: str | None = None) -> bool | None:
    """Say whether a term for one count is longer than the statute allows; None where that is not decided.

    A total of consecutive terms can lawfully be longer: ask for each count.
    Raises `UnknownTerm`, `DateError`, `LengthError`.
    """
    if length != INDEFINITE:
        months_and_days(length)
    held = maximum_sentence(offence, on)
    if held is None:
        return None
    against = compare_lengths(length, held.length)
    return None if against is None else against == 1
