"""Limits and periods that the law sets: suspended terms, custody, notification, warnings, windows.

A limit says where it is written and whether somebody saw it there. One that is not verified must
never be shown as certain: an inconsistency that rests on it is worth a look, no more.
"""

from __future__ import annotations

from dataclasses import dataclass

from peelian.law.lengths import INDEFINITE, compare_lengths, months_and_days
from peelian.law.regimes import overlaps
from peelian.law.vocabulary import Term, UnknownTerm, term, vocabulary


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit: its id, its length (ISO 8601 or `indefinite`), its source, and whether that was seen."""

    id: str
    length: str
    source: str
    verified: bool
    note: str | None = None


def _limit(entry: Term, key: str) -> Limit:
    return Limit(entry.id, entry.extra[key], entry.source, entry.verified, entry.extra.get("note"))


def _group(group: str) -> list[Term]:
    return [entry for entry in vocabulary("limits") if entry.extra["group"] == group]


def _standing(group: str, key: str, on: str) -> tuple[Limit, ...]:
    return tuple(
        _limit(entry, key)
        for entry in _group(group)
        if entry.extra.get(key)
        and overlaps(on, entry.extra.get("active_from"), entry.extra.get("active_to")) is not False
    )


def longest_suspended_term(sentenced: str) -> tuple[Limit, ...]:
    """Return the longest term that a court could suspend on an EDTF date; several if the date does not decide.

    Two years from 3 December 2012 (LASPO 2012 s.68) and three from 22 March 2026 (Sentencing Act 2026
    s.2); twelve months from 4 April 2005 (Criminal Justice Act 2003 s.189 as modified); two years
    before. Only the term of 2026 was seen in a source. It is for convictions on or after that day.
    """
    return _standing("suspended_term", "term", sentenced)


def longest_operational_period(sentenced: str) -> tuple[Limit, ...]:
    """Return how long a suspended sentence could hang over the offender: two years to 21 March 2026.

    Source: Sentencing Code s.288, from knowledge. Empty after that day: the new limit was not looked up.
    """
    return _standing("operational_period", "longest", sentenced)


def longest_magistrates_term(sentenced: str) -> tuple[Limit, ...]:
    """Return the longest term that magistrates could give for one either-way offence on an EDTF date.

    Source: Sentencing Code s.224 and its changes of 2 May 2022, 30 March 2023 and 18 November 2024,
    all from knowledge.
    """
    return _standing("magistrates_term", "term", sentenced)


_NO_TERM = {
    "life": "notification_30_months_or_more",
    "caution": "notification_caution",
    "conditional_discharge": "notification_conditional_discharge",
    "community_order": "notification_other",
    "fine": "notification_other",
    "absolute_discharge": "notification_other",
    "other": "notification_other",
}
_CUSTODY = ("imprisonment", "suspended_sentence")


def notification_period(
    sentence: str, length: str | None = None, *, restricted: bool | None = None
) -> tuple[Limit, ...]:
    """Return how long the statute keeps an adult on the sex offenders register for a sentence.

    `sentence` is a sentence kind of the guide, `length` its term in ISO 8601 (a suspended sentence
    counts by the term passed, not by how long it is suspended). More than one answer means that what
    is known does not decide ("P26W" against six months; a hospital order of which `restricted` is
    not told; a term not given). A conditional discharge gives its own length, or none if not given.

    Custody of 30 months or more, life: indefinite; over 6 and under 30 months: 10 years; 6 months or
    less: 7 years; hospital order: indefinite if restricted, else 7 years; caution: 2 years; other: 5
    years. Under 18 it is halved. Runs from conviction. Source: Sexual Offences Act 2003 s.82
    (legislation.gov.uk; the 5 years from a secondary source). Raises `UnknownTerm`, `LengthError`.
    """
    term("sentences", sentence)
    if sentence in _CUSTODY:
        return tuple(_notification(id) for id in _custody_bands(length))
    if sentence == "hospital_order":
        bands = {
            True: ["notification_hospital_restricted"],
            False: ["notification_hospital"],
            None: ["notification_hospital", "notification_hospital_restricted"],
        }
        return tuple(_notification(id) for id in bands[restricted])
    found = _notification(_NO_TERM[sentence])
    if found.length == "as_sentence":
        if length is None:
            return ()
        months_and_days(length)
        found = Limit(found.id, length, found.source, found.verified, found.note)
    return (found,)


def _notification(id: str) -> Limit:
    return _limit(term("limits", id), "period")


def _custody_bands(length: str | None) -> list[str]:
    high, middle, low = (
        "notification_30_months_or_more",
        "notification_over_6_months",
        "notification_6_months_or_less",
    )
    if length is None:
        return [low, middle, high]
    if length == INDEFINITE:
        return [high]
    against_six = compare_lengths(length, "P6M")
    against_thirty = compare_lengths(length, "P30M")
    bands = []
    if against_six in (-1, 0, None):
        bands.append(low)
    if against_six in (1, None) and against_thirty in (-1, None):
        bands.append(middle)
    if against_thirty in (0, 1, None):
        bands.append(high)
    return bands


def warning_length(regime_id: str, outcome: str) -> Limit:
    """Return how long a warning lasts under a regime: 12 or 18 months, 18 months or two years.

    Source: 2012 reg. 35 and 2020 reg. 42; only the final warning of 2020 was seen (in the MoD
    Police text). Raises `UnknownTerm` if the regime has no such warning.
    """
    for entry in _group("warning"):
        if regime_id in entry.extra["regimes"] and entry.extra["outcome"] == outcome:
            return _limit(entry, "term")
    raise UnknownTerm(f"no length of {outcome!r} under {regime_id!r}")


@dataclass(frozen=True, slots=True)
class Window:
    """A number of days that a step may or must take; `working` says whether only working days count."""

    id: str
    days: int
    working: bool
    source: str
    verified: bool


def window(id: str) -> Window:
    """Return a statutory window by its id in limits.yaml, such as `outcome_on_site` (28 days).

    Raises `UnknownTerm`.
    """
    entry = term("limits", id)
    if entry.extra["group"] != "window":
        raise UnknownTerm(f"{id!r} is a limit but no window")
    return Window(id, entry.extra["days"], entry.extra["unit"] == "working", entry.source, entry.verified)
