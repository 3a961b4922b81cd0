"""Proceedings: the one misconduct proceeding that counts for each subject, with all that is told of it.

Hearings, outcomes, findings, chairs, dates and standards are found on their own, each with the
subjects that its words tell of (``told``); here they are put together. The latest proceeding decided
counts; if none is decided, the one to come; after a Police Appeals Tribunal has decided, the
tribunal's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.appeals import read_appeal, remains
from peelian.reading.asserted_findings import ADMITTED, INQUIRY, PANEL
from peelian.reading.barred_alone import read_barred_alone
from peelian.reading.choices import choose_finding, choose_outcome
from peelian.reading.departures import bar_the_dismissed, read_departures
from peelian.reading.findings import Finding
from peelian.reading.hearings import is_lqc
from peelian.reading.model import Cited, ProceedingDraft
from peelian.reading.occasions import anchors, hearing_of, same_hearing, set_date, set_venue
from peelian.reading.outcomes import DISMISSALS, INFORMAL, Outcome
from peelian.reading.pending import read_to_come
from peelian.reading.prepared import Drafts, Prepared
from peelian.reading.presiding import heard_alone, preside
from peelian.reading.refused import without_refused
from peelian.reading.scan import Hit
from peelian.reading.second_dismissal import dismissed_again
from peelian.reading.second_look import SecondLook
from peelian.reading.sent_back import sent_back
from peelian.reading.shared_hearings import share_the_hearing, share_the_panel
from peelian.reading.standards import own_standards, settle_standards
from peelian.reading.told import Side, gather, side_of


def read_proceedings(prepared: Prepared, drafts: Drafts) -> None:
    """Fill each draft's proceeding, tribunal appeal, suspension, restriction, resignation and bar."""
    if not drafts:
        return
    read_departures(prepared, drafts)
    told = gather(prepared)
    again = SecondLook(prepared)
    for person, draft in drafts.items():
        side = side_of(told, person, draft)
        _read_side(side)
        again.over(side)
    share_the_hearing(told, drafts)
    share_the_panel(told, drafts)
    bar_the_dismissed(prepared, drafts)
    read_barred_alone(prepared, drafts)


#: Sanctions that nobody can be given without a case to answer.
_NEEDS_A_CASE: Final = DISMISSALS | {
    "written_warning", "final_written_warning", "reduction_in_rank", "required_to_resign"
}  # fmt: skip


def _read_side(side: Side) -> None:
    """Fill one subject's proceeding and appeal."""
    awaited = _awaited(side)
    told = _firm(side, awaited)
    again = dismissed_again(side.prepared.page, told)
    outcome = choose_outcome(again or told)
    finding, case = choose_finding(_findings(side, outcome), outcome is not None)
    coming = _is_coming(side, finding)
    known = awaited is not None and finding is not None and finding.value in _SANCTIONED
    if finding is not None and not known and not _stands(side, finding, outcome, coming):
        inquiry = [f for f in side.findings if f.level == INQUIRY]
        finding, case = choose_finding(inquiry, outcome is not None)
    if finding is not None and finding.level == INQUIRY and _heard_since(side, finding):
        finding = None  # whoever saw no case was overruled: there was a hearing
    if (
        finding is not None
        and outcome is not None
        and outcome.value in _NEEDS_A_CASE
        and finding.value == "no_case"
    ):
        finding = None  # no sanction without a case: it was overruled
    if finding is None and case is not None and outcome is not None and _as_performance(side, case, outcome):
        finding, case = replace(case, value="no_case", start=outcome.start, end=outcome.end), None
    informal = outcome is None or outcome.value in INFORMAL
    if finding is None and not informal and outcome is not None and outcome.value != "reinstated":
        finding = _admitted(side)
    if side.kind == "oversight_release" and informal and (finding, case) == (None, None) and not coming:
        finding = _cleared(side, outcome)
    only_inquiry = outcome is None and finding is not None and finding.level == INQUIRY
    if (outcome is None and finding is None) or side.kind == "hearing_notice" or (only_inquiry and coming):
        read_to_come(side, case)
    else:
        side.draft.proceeding = _decided(side, outcome, finding)
        date = side.draft.proceeding.date
        if again and date is not None and date.spans[-1][0] < side.prepared.page.near(again[0].start).start:
            side.draft.proceeding.date = None  # the day of the first dismissal
        if outcome is None and awaited is not None and finding is not None and finding.value in _SANCTIONED:
            side.draft.proceeding.outcome = Cited("pending", (awaited.start, awaited.end))
    again_to_come = sent_back(side) if side.draft.proceeding is not None and not side.appeals else None
    if again_to_come is not None:
        side.draft.proceeding = again_to_come
    known = side.draft.proceeding is not None or any(h.kind == "appeal_tribunal" for h in side.hearings)
    if side.appeals and (known or any(a.result == "dismissed" for a in side.appeals)):
        read_appeal(side, bool(again))
    _undo(side, finding)


_SANCTIONED: Final = frozenset({"gross_misconduct", "misconduct", "proven"})


def _admitted(side: Side) -> Finding | None:
    """The level of misconduct that a subject who was punished had admitted: no panel found less without saying so."""
    if side.kind == "oversight_release":
        return None  # such a report says what was found, where anything was
    own = [f for f in side.findings if f.level == ADMITTED and len(f.who) == 1]
    return max(own, key=lambda f: f.value == "gross_misconduct", default=None)


def _awaited(side: Side) -> Hit | None:
    """Where a page says that a panel has yet to decide what follows from its findings on a subject."""
    prepared = side.prepared
    for hit in prepared.scan.of("awaited"):
        who = prepared.cast.who(hit.start)
        s = prepared.page.near(hit.start)
        if _NO_POWER.search(prepared.page.low, s.start, hit.start):
            continue  # of whoever had left, nothing is awaited
        if not prepared.page.quoted(hit.start) and (side.person in who or not who):
            return hit
    return None


_NO_POWER: Final = re.compile(
    r"\b(?:no (?:power|powers|authority|need|ability|jurisdiction)|unable|not able|not (?:need|have)|cannot|could not|nothing|not required|without)\b[^.;]{0,40}\Z"
)


def _is_coming(side: Side, finding: Finding | None) -> bool:
    """Whether a hearing of a subject is to come: not one told of several before, if he alone has no case to answer."""
    coming = [h for h in side.hearings if h.tense == "to_come" and h.full and h.kind != "not_stated"]
    spared = finding is not None and finding.value == "no_case" and finding.who == (side.person,)
    if spared and finding is not None:
        coming = [h for h in coming if len(h.who) == 1 or h.start > finding.end]
    return bool(coming)


def _undo(side: Side, finding: Finding | None) -> None:
    """Whoever is reinstated is not left with the finding for which they had gone, unless it is said to stand."""
    now = side.draft.proceeding
    if finding is None or now is None or now.finding is None or now.kind.value == "appeal_tribunal":
        return
    if now.outcome is not None and now.outcome.value == "reinstated" and not remains(side.prepared, finding):
        now.finding = None


# What counsel asks a panel for while it has yet to decide: "he would ask the panel to consider a final written warning".
_ASKED: Final = re.compile(
    r"\b(?:ask\w*|urg\w+|invit\w+|submit\w*|argu\w+|suggest\w*|recommend\w*|plead\w*|call\w* for|consider\w*|seek\w*|sought|could|might|should|would)\b[^.;]{0,90}\Z"
)


def _firm(side: Side, awaited: Hit | None) -> list[Outcome]:
    """A subject's outcomes; idioms of dismissal only for one of whom nothing plainer is told.

    While a sanction is ``awaited``, what somebody asks for is none.
    """
    outcomes, page = without_refused(side.prepared, side.outcomes), side.prepared.page
    if _has_yet_to_be_heard(side):  # a headline's "officers sacked" is of the others
        outcomes = [o for o in outcomes if len(o.who) == 1 or o.start > side.person.anchor]
    if awaited is not None:
        outcomes = [
            o
            for o in outcomes
            if not o.idiom and not _ASKED.search(page.low, page.near(o.start).start, o.start)
        ]
    plain = [o for o in outcomes if not o.idiom]
    left = side.draft.resigned is not None
    return plain or [o for o in outcomes if not left or o.value == "would_have_been_dismissed"]


def _has_yet_to_be_heard(side: Side) -> bool:
    """Whether a page tells of a hearing to come of one of its subjects alone, below his or her name."""
    return any(
        h.tense == "to_come" and h.full and h.who == (side.person,) and h.start > side.person.anchor
        for h in side.hearings
        if h.kind not in ("not_stated", "appeal_tribunal")
    )


def _findings(side: Side, outcome: Outcome | None) -> list[Finding]:
    """A subject's findings; in an oversight report also "no case to answer" said of nobody by name."""
    general = not side.findings and outcome is None and side.person.role == "subject"
    if general and side.kind == "oversight_release":
        return [f for f in side.told.findings.general if f.value == "no_case" and f.level == INQUIRY]
    return side.findings


_DISSENT: Final = re.compile(
    r"\b(?:disagree\w*|(?:not|n't) (?:agree|accept|share)|rather than misconduct|different view|took the view|preferred)\b"
)
_PERFORMANCE: Final = re.compile(r"\b(?:upp|performance)\b")


def _as_performance(side: Side, case: Finding, outcome: Outcome) -> bool:
    """Whether a force dealt as poor performance with what an oversight body saw as a case of misconduct."""
    page = side.prepared.page
    low = page.low
    return (
        side.kind == "oversight_release"
        and outcome.value == "other"
        and case.start < outcome.start
        and _PERFORMANCE.search(low, case.end, outcome.end) is not None
        and _DISSENT.search(low, case.end, outcome.end) is not None
        and not any(h.tense == "held" and h.full and h.kind != "not_stated" for h in side.hearings)
    )


_FEW: Final = 3


def _cleared(side: Side, outcome: Outcome | None) -> Finding | None:
    """No case to answer for an officer of whom a report tells nothing but that he did as he should."""
    spot = side.person.cleared
    if (
        spot is None
        or any(not spot[0] <= h.start < spot[1] for h in side.hearings)
        or side.draft.resigned is not None
    ):
        return None
    if outcome is not None and len(side.prepared.cast.who(spot[0])) > _FEW:
        return None  # whoever of many was given advice need not be whoever did as he should
    return Finding("no_case", *spot, INQUIRY, (side.person,), side.prepared.page.sentence_index(spot[0]))


def _heard_since(side: Side, finding: Finding) -> bool:
    """Whether a hearing of this subject alone is told of after an investigator's finding."""
    return any(
        h.tense == "held" and h.full and h.kind != "not_stated" and h.start > finding.end and len(h.who) == 1
        for h in side.hearings
    )


def _stands(side: Side, finding: Finding, outcome: Outcome | None, coming: bool) -> bool:
    """Whether a finding is more than an allegation for a hearing to come, or an investigator's view."""
    if finding.level != PANEL:
        return True
    sanctioned = outcome is not None and outcome.value not in (*INFORMAL, "reinstated", "pending")
    if finding.value == "not_proven" and sanctioned:
        return False  # something was found for which they were punished: another allegation was not
    reported = side.kind in ("hearing_outcome", "oversight_release")
    over = reported or any(h.tense == "held" and h.full for h in side.hearings)
    if outcome is None and coming and not over:
        return False
    if finding.value in ("gross_misconduct", "misconduct") and side.kind == "oversight_release":
        heard = any(h.tense in ("held", "named") and h.kind != "not_stated" for h in side.hearings)
        return heard or (outcome is not None and outcome.value not in INFORMAL)
    return True


_CHAIRS: Final = re.compile(r"\bchair(?:man|woman|person)?\b")  # whoever is called so sat with a panel
_LINE: Final = 90  # characters of a heading


def _of_the_list(side: Side, outcome: Outcome | None) -> Cited[str] | None:
    """A hearing for an entry of a list that a heading calls one of hearings ("Past hearings"), and of nothing else."""
    if side.person.region is None or side.told.parts is None or side.kind != "hearing_outcome":
        return None
    if outcome is None or outcome.value in INFORMAL or outcome.value == "other":
        return None
    page, scan = side.prepared.page, side.prepared.scan
    heading: Hit | None = None
    for line in page.lines:
        if line.start >= side.person.region[0]:
            break
        words = page.low[line.start : line.end]
        announced = "following hearings" in words or "these hearings" in words
        if (line.end - line.start > _LINE and not announced) or "hearings" not in words:
            continue
        if "meeting" in words:
            return None
        heading = next(
            (
                h
                for h in scan.between("forum", line.start, line.end)
                if page.low[h.start : h.end] == "hearings"
            ),
            heading,
        )
    return None if heading is None else Cited("misconduct_hearing", (heading.start, heading.end))


def _decided(side: Side, outcome: Outcome | None, finding: Finding | None) -> ProceedingDraft:
    """The proceeding in which an outcome or a finding was given."""
    hearing = hearing_of(side, outcome, finding)
    if hearing is not None:
        kind = Cited(hearing.kind, (hearing.start, hearing.end))
    else:
        part = outcome if outcome is not None else finding
        kind = _of_the_list(side, outcome) or Cited(
            "not_stated", (part.start, part.end) if part is not None else (0, 1)
        )
    out = ProceedingDraft(kind)
    if outcome is not None:
        out.outcome = Cited(outcome.value, *outcome.spans)
    if finding is not None:
        out.finding = Cited(finding.value, (finding.start, finding.end))
    set_date(side, out, anchors(side, hearing, outcome, finding), False)
    preside(side, out, hearing)
    chaired = out.chair_role is not None and _CHAIRS.search(out.chair_role.value.lower()) is not None
    gone = outcome is not None and outcome.value in DISMISSALS
    if (
        hearing is None
        and out.chair_role is not None
        and (is_lqc(out.chair_role.value) or (chaired and gone))
    ):
        out.kind = Cited("misconduct_hearing", *out.chair_role.spans)  # only such have one
    if hearing is not None:
        set_venue(side, out, same_hearing(side, hearing))
    listed = any(f.name == "standards" for f in side.fields)
    upheld = finding is None or finding.value not in ("not_proven", "no_case")
    formal = (outcome is not None and outcome.value not in INFORMAL) or (
        finding is not None and finding.level == PANEL
    )
    if side.kind == "oversight_release" and out.kind.value == "not_stated" and not upheld:
        return (
            out  # nobody found a breach: "no breach of the standards of ..." names those that were looked at
        )
    # "may have breached ...; the force agreed and gave advice": what an investigation saw, no panel has weighed
    formal = formal or (outcome is not None and finding is None and side.kind == "oversight_release")
    if (
        upheld or side.person.region is None
    ):  # in a list, the standards of a case not proven are those alleged
        alone = heard_alone(side)
        own = [s for s in side.standards if len(s.who) == 1 or not alone]
        told = own_standards(side.prepared.page.low, own)
        out.standards = settle_standards(told, True, listed or (formal and upheld))
    return out
