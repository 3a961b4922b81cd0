"""Notices, severity levels and suspension conditions, by regime; and how long what is published stays up.

A notice is served for information and a suspension is a neutral act: neither is a finding.
"""

from __future__ import annotations

from datetime import date

from peelian.law.clocks import due
from peelian.law.vocabulary import Term, UnknownTerm, term, vocabulary


def _under(name: str, regime: str | None) -> tuple[Term, ...]:
    if regime is not None:
        term("regimes", regime)
    return tuple(one for one in vocabulary(name) if regime is None or regime in one.extra["regimes"])


def notices_for(regime: str | None = None, *, public: bool | None = None) -> tuple[Term, ...]:
    """Return the notices that a regime knows (all, if it is not known), served or published.

    `extra` has stage, public, and the clock by which it is due. Raises `UnknownTerm`.
    """
    return tuple(one for one in _under("notices", regime) if public is None or one.extra["public"] is public)


def severity_levels(regime: str | None = None) -> tuple[Term, ...]:
    """Return what a severity assessment can say under a regime. Raises `UnknownTerm`.

    Source: 2012 reg. 12; 2020 reg. 14. Practice requiring improvement under r2020 only.
    """
    return _under("severity_levels", regime)


def suspension_conditions(regime: str | None = None) -> tuple[Term, ...]:
    """Return the conditions for suspension; the one with `always` must hold, and one of the others.

    Source: 2020 reg. 11, from knowledge. Raises `UnknownTerm`.
    """
    return _under("suspension_conditions", regime)


_SHOWN = {
    "hearing_notice": "hearing_notice_on_site",
    "outcome_report": "outcome_on_site",
    "outcome_notice": "outcome_on_site",
    "barred_list": "barred_list_public",
}
SHOWN = tuple(_SHOWN)
"""What is published for a time: see `shown_until`."""


def shown_until(what: str, start: date) -> date:
    """Return until when the law has something published: 28 days for an outcome, 5 years for the barred list.

    `start` is the day of publication, of entry, or (hearing notice) of the hearing's end. After it
    showing it again is a fresh decision. The advisory list is never published.
    Source: 2020 reg. 43 (28 days seen); SI 2017/1135 Pt 2 (5 years from knowledge); publication rules,
    section 7. Raises `UnknownTerm`.
    """
    if what not in _SHOWN:
        raise UnknownTerm(f"nothing called {what!r} is published for a time: there are {', '.join(SHOWN)}")
    return due(_SHOWN[what], start)
