"""Oversight bodies and modes of investigation before or after their time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from peelian.casefile.checks.registry import Finding, Subject, rule
from peelian.casefile.events import bounds
from peelian.casefile.wording import opening, term_name
from peelian.law import Term, UnknownTerm, term

_BODIES: Final = "Police Reform Act 2002 s.9 as amended"
_MODES: Final = "Police Reform Act 2002 Sch. 3; Policing and Crime Act 2017 Sch. 5; SI 2020/5 reg. 2"


@rule("body_before_its_time", "error", "An oversight body before it existed", _BODIES)
def body_before_its_time(subject: Subject) -> Iterator[Finding]:
    """A source published before the body that it names began (the IOPC in 2016)."""
    for id, fact in subject.told("investigation.oversight"):
        for value in (fact.preferred, *fact.others):
            begins = _first_day("bodies", str(value.value))
            if begins is None:
                continue
            for citation in value.citations:
                published = subject.published(citation.source)[1]
                if published is not None and published < begins:
                    yield Finding(
                        f"The {term_name('bodies', value.value)} did not exist on {published.isoformat()}, "
                        f"when a source named it: it began on {begins.isoformat()}.",
                        ((id, fact),),
                    )
                    break


@rule("body_after_its_time", "warning", "An oversight body after its end", _BODIES)
def body_after_its_time(subject: Subject) -> Iterator[Finding]:
    """A body that had ended before the investigation can have begun (the IPCC for a referral of 2019)."""
    began = _began(subject)
    for id, fact in subject.told("investigation.oversight"):
        ended = _last_day("bodies", str(fact.value))
        if began is not None and ended is not None and began > ended:
            yield Finding(
                f"The {term_name('bodies', fact.value)} ended on {ended.isoformat()}, before this investigation "
                f"can have begun ({began.isoformat()}). The source may use the old name.",
                ((id, fact),),
            )


@rule("mode_before_its_time", "error", "A mode of investigation before it existed", _MODES)
def mode_before_its_time(subject: Subject) -> Iterator[Finding]:
    """A source published before the mode that it tells existed (directed, in 2018)."""
    for id, fact in subject.told("investigation.mode"):
        entry = _mode(str(fact.value))
        begins = _first_day("modes", str(fact.value))
        if entry is None or begins is None:
            continue
        for citation in fact.preferred.citations:
            published = subject.published(citation.source)[1]
            if published is not None and published < begins:
                verb = "did not exist" if entry.verified else "may not have existed"
                yield Finding(
                    f"{entry.name}s {verb} on {published.isoformat()}: they began on {begins.isoformat()}.",
                    ((id, fact),),
                    certain=entry.verified,
                )
                break


@rule("mode_after_its_time", "warning", "A mode of investigation after its end", _MODES)
def mode_after_its_time(subject: Subject) -> Iterator[Finding]:
    """A mode that had ended before the investigation can have begun (managed, for a referral of 2021)."""
    began = _began(subject)
    for id, fact in subject.told("investigation.mode"):
        ended = _last_day("modes", str(fact.value))
        if began is None or ended is None or began <= ended:
            continue
        yield Finding(
            f"No {fact.value} investigation may have begun on or after {began.isoformat()}: that mode ended on "
            f"{ended.isoformat()}.",
            ((id, fact),),
            certain=False,
        )


@rule("body_of_another_mode", "note", "A mode that the body of the time did not use", _MODES)
def body_of_another_mode(subject: Subject) -> Iterator[Finding]:
    """The IPCC with a directed investigation: that mode began two years after the body ended."""
    mode, body = subject.party.get("investigation.mode"), subject.party.get("investigation.oversight")
    if mode is None or body is None:
        return
    begins, ended = _first_day("modes", str(mode)), _last_day("bodies", str(body))
    if begins is not None and ended is not None and begins > ended:
        yield Finding(
            f"{opening(str(mode))} investigation cannot have been the {str(body).upper()}'s: the mode began on "
            f"{begins.isoformat()}, the body ended on {ended.isoformat()}. The source may use the word loosely.",
            subject.told("investigation.mode") + subject.told("investigation.oversight"),
        )


def _began(subject: Subject) -> date | None:
    """The first day on which the investigation can have begun: that of the referral, allegation or conduct."""
    starts = [
        first
        for event in subject.of_kind("referred", "mode_set", "allegation", "attention", "conduct_from")
        if (first := bounds(event)[0]) is not None
    ]
    return max(starts, default=None)


def _mode(id: str) -> Term | None:
    try:
        return term("modes", id)
    except UnknownTerm:
        return None


def _first_day(name: str, id: str) -> date | None:
    return _day(name, id, "active_from")


def _last_day(name: str, id: str) -> date | None:
    return _day(name, id, "active_to")


def _day(name: str, id: str, key: str) -> date | None:
    try:
        written = term(name, id).extra.get(key)
    except UnknownTerm:
        return None
    return date.fromisoformat(written) if written else None
