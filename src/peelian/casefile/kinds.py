"""The kinds of event: id, track, place in the process, and how each is told.

Ids are those of ``law``'s stages where there is one. ``rank`` is the process's own order: it settles the
order shown where dates do not, and is never stronger than a date. ``chain`` groups kinds of which the
earlier must come before the later for one and the same offence or hearing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from peelian.casefile.facts import Track


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event. ``title`` says it in a few words, about nobody in particular."""

    id: str
    track: Track
    rank: int
    title: str


KINDS: Final[dict[str, Kind]] = {
    kind.id: kind
    for kind in (
        Kind("joined", "employment", 0, "Joined the police"),
        Kind("conduct_from", "coming_forward", 5, "Conduct complained of begins"),
        Kind("conduct_to", "coming_forward", 6, "Conduct complained of ends"),
        Kind("allegation", "coming_forward", 10, "Allegation received"),
        Kind("attention", "coming_forward", 11, "Allegation came to the appropriate authority's attention"),
        Kind("assessed", "coming_forward", 12, "Recorded and assessed"),
        Kind("referred", "oversight", 14, "Referred to the oversight body"),
        Kind("mode_set", "oversight", 16, "Investigation"),
        Kind("notice", "misconduct", 18, "Notice of investigation served"),
        Kind("restricted", "employment", 20, "Placed on restricted duties"),
        Kind("suspended", "employment", 21, "Suspended from duty"),
        Kind("criminal_open", "criminal", 24, "Criminal allegation"),
        Kind("arrested", "criminal", 26, "Arrested"),
        Kind("charged", "criminal", 30, "Charged"),
        Kind("plea", "criminal", 34, "Plea"),
        Kind("withdrawn_charge", "criminal", 38, "Criminal case not taken further"),
        Kind("acquitted", "criminal", 40, "Acquitted"),
        Kind("cautioned", "criminal", 40, "Cautioned"),
        Kind("convicted", "criminal", 40, "Convicted"),
        Kind("sentenced", "criminal", 46, "Sentenced"),
        Kind("ordered", "criminal", 47, "Order made"),
        Kind("criminal_appeal", "criminal", 60, "Criminal appeal"),
        Kind("resigned", "employment", 61, "Resigned"),
        Kind("retired", "employment", 61, "Retired"),
        Kind("reported", "misconduct", 62, "Investigation report"),
        Kind("case_to_answer", "misconduct", 63, "Case to answer"),
        Kind("no_case_to_answer", "misconduct", 63, "No case to answer"),
        Kind("hearing_referral", "misconduct", 64, "Referred to proceedings"),
        Kind("papers_served", "misconduct", 65, "Papers served"),
        Kind("hearing_notice", "publication", 65, "Notice of hearing published"),
        Kind("proceedings_set", "misconduct", 66, "Proceedings to come"),
        Kind("proceedings", "misconduct", 70, "Misconduct proceedings"),
        Kind("meeting", "misconduct", 70, "Misconduct meeting"),
        Kind("hearing", "misconduct", 70, "Misconduct hearing"),
        Kind("special_case", "misconduct", 70, "Special case hearing"),
        Kind("accelerated", "misconduct", 70, "Accelerated misconduct hearing"),
        Kind("finding", "misconduct", 72, "Finding"),
        Kind("outcome", "misconduct", 74, "Outcome"),
        Kind("dismissed", "employment", 75, "Dismissed"),
        Kind("outcome_published", "publication", 78, "Outcome published"),
        Kind("barred_listed", "employment", 80, "On, or to be placed on, the barred or advisory list"),
        Kind("appeal_lodged", "misconduct", 84, "Appeal to the Police Appeals Tribunal lodged"),
        Kind("pat_appeal", "misconduct", 85, "Police Appeals Tribunal"),
        Kind("pat_outcome", "misconduct", 86, "Outcome of the tribunal"),
        Kind("reinstated", "employment", 88, "Reinstated"),
    )
}
"""Every kind of event that a case file can hold, by id."""

DATED: Final[dict[str, str]] = {
    "dates.conduct_from": "conduct_from",
    "dates.conduct_to": "conduct_to",
    "dates.reported": "allegation",
    "dates.attention": "attention",
    "dates.recorded": "assessed",
    "dates.referred": "referred",
    "dates.notice": "notice",
    "dates.arrested": "arrested",
    "dates.charged": "charged",
    "dates.plea": "plea",
    "dates.convicted": "convicted",
    "dates.acquitted": "acquitted",
    "dates.suspended": "suspended",
    "dates.restricted": "restricted",
    "dates.resigned": "resigned",
    "dates.retired": "retired",
    "dates.report": "reported",
    "dates.hearing_referral": "hearing_referral",
    "dates.papers_served": "papers_served",
    "dates.hearing_notice": "hearing_notice",
    "dates.outcome_published": "outcome_published",
    "dates.barred": "barred_listed",
    "dates.appeal_lodged": "appeal_lodged",
}
"""Date fields beyond the guide's that a person may write down, and the event that each dates."""

PROCEEDING_KINDS: Final[dict[str, str]] = {
    "misconduct_meeting": "meeting",
    "misconduct_hearing": "hearing",
    "special_case_hearing": "special_case",
    "accelerated_hearing": "accelerated",
    "appeal_tribunal": "pat_appeal",
    "not_stated": "proceedings",
}
"""The guide's kinds of proceeding as kinds of event."""
