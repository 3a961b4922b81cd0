"""Outcomes that should have been published, and proceedings that should not have been public."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peelian.casefile.checks.registry import Finding, Subject, parts, rule
from peelian.casefile.regime import bound_by_regulations
from peelian.law import DateError, in_public

_OUTCOME_KINDS: Final = frozenset({"hearing_outcome", "force_release", "oversight_release"})


@rule(
    "outcome_not_published",
    "note",
    "No publication of the outcome of a public hearing",
    "2012 reg. 56; 2020 regs 43, 63 (outcome on the force's website for at least 28 days)",
)
def outcome_not_published(subject: Subject) -> Iterator[Finding]:
    """A dismissal at a public hearing that was announced, and no source of the case is the outcome's publication.

    Asked only where the case holds the notice of the hearing: a case made of press reports says
    nothing about what a force put on its website.
    """
    if bound_by_regulations(subject.party) is False:
        return
    if not subject.of_kind("hearing_notice") or subject.of_kind("outcome_published"):
        return
    if any(source.official and source.kind in _OUTCOME_KINDS for source in subject.sources):
        return
    for record in subject.party.proceedings:
        outcome = str(record.get("outcome") or "")
        if not outcome.startswith(("dismissed", "would_have")):
            continue
        if _public(record.get("kind"), record.get("date")):
            yield Finding(
                "The hearing was announced, but no source in this case is the publication of its outcome. It may "
                "have been published and taken down after 28 days.",
                parts(record, "outcome", "date"),
                certain=False,
            )


@rule(
    "meeting_in_public",
    "note",
    "A misconduct meeting announced or published with a name",
    "SI 2015/626; process reference, guard rules: a meeting is never public",
)
def meeting_in_public(subject: Subject) -> Iterator[Finding]:
    """A notice of hearing or an outcome notice is the only official source of a meeting, which is private."""
    for record in subject.party.proceedings:
        if record.get("kind") != "misconduct_meeting" or subject.party.get("name") is None:
            continue
        cited = {c.source for fact in record.facts.values() for c in fact.citations}
        if any(source.id in cited and source.kind == "hearing_notice" for source in subject.sources):
            yield Finding(
                "A notice of hearing tells of a misconduct meeting with a name: meetings are held in private, so "
                "this may be a hearing.",
                parts(record, "kind"),
                certain=False,
            )


def _public(kind: object, held: object) -> bool:
    try:
        return isinstance(kind, str) and isinstance(held, str) and in_public(kind, held) is True
    except DateError:
        return False
