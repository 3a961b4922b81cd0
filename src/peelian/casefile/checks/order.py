"""Events that stand against the order of the process, and sources that tell what had not happened yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peelian.casefile.checks.registry import Finding, Subject, certainly_before, parts, rule
from peelian.casefile.facts import Event, Fact
from peelian.casefile.parties import days_of

_PROCESS: Final = "Process reference, section 6: stages and what may follow them"
_FORUMS: Final = ("meeting", "hearing", "special_case", "accelerated")

_BEFORE: Final[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = (
    (("joined",), ("suspended", "restricted", "dismissed", "resigned", "retired")),
    (("conduct_from",), ("allegation", "attention", "charged", "convicted", "sentenced", "notice", *_FORUMS)),
    (("allegation", "attention"), ("notice", "hearing_referral", *_FORUMS)),
    (("arrested",), ("charged",)),
    (("charged",), ("plea", "convicted", "acquitted", "withdrawn_charge", "sentenced")),
    (("convicted",), ("sentenced",)),
    (("sentenced",), ("criminal_appeal",)),
    (("suspended", "restricted"), ("dismissed",)),
    (("notice", "hearing_referral", "hearing_notice"), _FORUMS),
    (_FORUMS, ("outcome_published", "appeal_lodged", "pat_appeal", "barred_listed")),
    (("appeal_lodged",), ("pat_appeal",)),
)
"""Kinds of which the first must come before the second; pairs of one offence or hearing where there are several."""


@rule("events_out_of_order", "warning", "Events against the order of the process", _PROCESS)
def events_out_of_order(subject: Subject) -> Iterator[Finding]:
    """Two events whose dates put the later step of the process first."""
    for earlier, later in _BEFORE:
        for one in subject.of_kind(*earlier):
            for other in subject.of_kind(*later):
                if certainly_before(other, one) and _belong(one, other, subject):
                    yield Finding(
                        f"{_told(other)} comes before {_told(one, small=True)}, "
                        "which the process puts first. One of the dates may be wrong, or the two may belong to "
                        "different matters.",
                        events=(one, other),
                    )


def _belong(one: Event, other: Event, subject: Subject) -> bool:
    """Whether two events are steps of one matter: they share an offence or hearing, or each is the only one."""
    mine, theirs = _records(one), _records(other)
    if mine and theirs and mine & theirs:
        return True
    return _alone(one, subject) and _alone(other, subject)


def _alone(event: Event, subject: Subject) -> bool:
    """Whether it is the only event of its kind; hearings of all kinds count as one kind."""
    kinds = _FORUMS if event.kind in _FORUMS else (event.kind,)
    return len(subject.of_kind(*kinds)) == 1


def _records(event: Event) -> set[str]:
    return {fact.rsplit("/", 1)[0] for fact in event.facts if fact.count("/") > 2}


def _told(event: Event, *, small: bool = False) -> str:
    title = event.title[:1].lower() + event.title[1:] if small else event.title
    when = event.date or (f"by {event.latest}" if event.latest else f"from {event.earliest}")
    return f'"{title}" ({when})'


@rule(
    "told_before_it_happened",
    "warning",
    "A source that tells as past what came after it",
    "The dates of the sources themselves",
)
def told_before_it_happened(subject: Subject) -> Iterator[Finding]:
    """A day that lies after the publication of the source that tells it as past."""
    found: list[tuple[str, Fact]] = list(subject.told("sentenced_on") + subject.told("joined"))
    for record in subject.party.proceedings:
        if record.get("outcome") not in (None, "pending"):
            found += parts(record, "date")
    for id, fact in found:
        first, _ = days_of(fact.value)
        for citation in fact.preferred.citations:
            published = subject.published(citation.source)[1]
            if first is not None and published is not None and first > published:
                yield Finding(
                    f"The day {fact.value} is told as past by a source published on {published.isoformat()}, before it.",
                    ((id, fact),),
                )
                break


@rule(
    "dismissed_twice",
    "warning",
    "More than one dismissal of one person",
    "A person who has been dismissed is no longer a member of a force to be dismissed from",
)
def dismissed_twice(subject: Subject) -> Iterator[Finding]:
    """Two first-instance proceedings that each end in dismissal, with no reinstatement between."""
    if any(record.get("outcome") == "reinstated" for record in subject.party.proceedings):
        return
    ended = [
        record
        for record in subject.party.proceedings
        if str(record.get("outcome") or "").startswith("dismissed")
        and record.get("kind") != "appeal_tribunal"
    ]
    if len(ended) > 1:
        yield Finding(
            "Two proceedings of one case end in dismissal: they may be one proceeding told in two ways.",
            tuple(part for record in ended for part in parts(record, "outcome", "date")),
            certain=False,
        )
