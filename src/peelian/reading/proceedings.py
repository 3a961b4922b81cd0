"""Proceedings: the one misconduct proceeding that counts for each subject, with all that is told of it.

Hearings, outcomes, findings, chairs, dates and standards are found on their own, each with the
subjects that its words tell of; here they are put together. The latest proceeding decided counts; if
none is decided, the one to come; after a Police Appeals Tribunal has decided, the tribunal's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from peelian.reading.chairs import Chair, find_chairs
from peelian.reading.departures import read_departures
from peelian.reading.findings import INQUIRY, PANEL, Finding, find_findings
from peelian.reading.hearing_dates import date_in_cells, date_in_fields, date_near
from peelian.reading.hearings import Hearing, find_hearings
from peelian.reading.labels import Field, find_fields
from peelian.reading.model import AppealDraft, Cited, ProceedingDraft, SubjectDraft
from peelian.reading.names import Person
from peelian.reading.outcomes import DISMISSALS, EXACT, INFORMAL, Outcome, find_outcomes
from peelian.reading.prepared import Drafts, Prepared
from peelian.reading.standards import Standard, find_standards, settle_standards
from peelian.reading.tribunals import TribunalAppeal, find_tribunal_appeals
from peelian.reading.venues import venue_in_fields, venue_near

Anchor = tuple[int, int, float]
_STRENGTH: Final = {
    "would_have_been_dismissed": 9, "dismissed_without_notice": 9, "dismissed_with_immediate_effect": 9,
    "dismissed_with_notice": 9, "dismissed": 9, "required_to_resign": 8, "reduction_in_rank": 7,
    "final_written_warning": 6, "written_warning": 5, "management_advice": 4, "reflective_practice": 3,
    "no_action": 2, "reinstated": 2, "other": 1,
}  # fmt: skip
_FINDING_RANK: Final = {"gross_misconduct": 5, "misconduct": 4, "no_case": 2, "not_proven": 1}


@dataclass(slots=True)
class Told:
    """Everything about proceedings that a page tells, each part with the subjects it tells of."""

    hearings: list[Hearing]
    outcomes: list[Outcome]
    findings: list[Finding]
    chairs: list[Chair]
    standards: list[Standard]
    appeals: list[TribunalAppeal]
    fields: list[tuple[Field, tuple[Person, ...]]]


def read_proceedings(prepared: Prepared, drafts: Drafts) -> None:
    """Fill each draft's proceeding, tribunal appeal, suspension, restriction, resignation and bar."""
    if not drafts:
        return
    read_departures(prepared, drafts)
    fields = find_fields(prepared.page)
    hearings = find_hearings(prepared)
    told = Told(
        hearings,
        find_outcomes(prepared, hearings, fields),
        find_findings(prepared, hearings, fields),
        find_chairs(prepared, fields),
        find_standards(prepared, fields),
        find_tribunal_appeals(prepared, hearings),
        [(f, prepared.cast.who(f.label_start)) for f in fields],
    )
    several = sum(1 for p in drafts if p.role == "subject") > 1
    for person, draft in drafts.items():
        _read_subject(prepared, told, person, draft, several)


T = TypeVar("T", Hearing, Outcome, Finding, Chair, Standard, TribunalAppeal)


def _own(items: list[T], person: Person) -> list[T]:
    return [x for x in items if person in x.who]


def _read_subject(prepared: Prepared, told: Told, person: Person, draft: SubjectDraft, several: bool) -> None:
    outcome = _choose_outcome(_own(told.outcomes, person))
    findings = _own(told.findings, person)
    if not findings and outcome is None and person.role == "subject" and prepared.masthead.kind == "oversight_release":
        findings = [f for f in told.findings if not f.who and f.value == "no_case" and f.level == INQUIRY]  # said of nobody by name
    finding, pending = _choose_finding(findings, outcome)
    hearings = _own(told.hearings, person)
    fields = [f for f, who in told.fields if person in who] + [f for f, who in told.fields if not who]
    appeals = _own(told.appeals, person)
    notice = prepared.masthead.kind == "hearing_notice"
    weak = outcome is None and finding is not None and finding.level == INQUIRY
    coming = any(h.tense == "to_come" and h.full and h.kind != "not_stated" for h in hearings)
    over = any(h.tense == "held" and h.full for h in hearings) or prepared.masthead.kind in ("hearing_outcome", "oversight_release")
    if finding is not None and finding.level == PANEL and outcome is None and coming and not over:
        finding = None
    if finding is not None and finding.value in ("gross_misconduct", "misconduct") and prepared.masthead.kind == "oversight_release":
        if not any(h.tense in ("held", "named") and h.kind != "not_stated" for h in hearings) and (outcome is None or outcome.value in INFORMAL):
            finding = None
    if (outcome is None and finding is None) or notice or (weak and coming):
        _read_to_come(prepared, told, person, draft, hearings, fields, pending)
    else:
        draft.proceeding = _decided(prepared, told, person, hearings, fields, outcome, finding)
    if appeals and (draft.proceeding is not None or any(h.kind == "appeal_tribunal" for h in hearings)):
        _read_appeal(prepared, told, person, draft, hearings, fields, appeals)


# ---- what was decided


def _choose_outcome(outcomes: list[Outcome]) -> Outcome | None:
    """The outcome that counts: the most firmly told, then the stronger; dismissals in their most exact form."""
    alone = [o for o in outcomes if len(o.who) == 1]
    outcomes = alone or outcomes  # what is told of one goes before what is told of many
    firm = [o for o in outcomes if o.value != "reinstated" and o.weight > -2.5] or outcomes
    if not firm:
        return None
    best = max(firm, key=lambda o: (o.weight, _STRENGTH[o.value], -o.start))
    if best.value in INFORMAL:
        stronger = [o for o in firm if o.value not in INFORMAL and o.weight >= best.weight - 1]
        advice = [o for o in firm if o.value == "management_advice" and o.weight >= best.weight - 1]
        if stronger:
            best = max(stronger, key=lambda o: (o.weight, _STRENGTH[o.value]))
        elif best.value != "management_advice" and advice and best.start < advice[-1].end + 400:
            best = advice[-1] if best.value == "other" or advice[-1].start > best.start else best
    if best.value in DISMISSALS:
        forms = [o for o in firm if o.value in DISMISSALS and o.weight > -2.5] or [best]
        many = len(best.who) > 1 and len({o.value for o in forms if o.value == "would_have_been_dismissed"}) == 1
        best = max(forms, key=lambda o: (o.weight, EXACT[o.value]) if many else (EXACT[o.value], o.weight))
    return best


def _choose_finding(findings: list[Finding], outcome: Outcome | None) -> tuple[Finding | None, Finding | None]:
    """The finding that counts, and a case to answer that nothing has settled."""
    panel = [f for f in findings if f.level == PANEL and f.value in _FINDING_RANK]
    inquiry = [f for f in findings if f.level == INQUIRY]
    proven = any(f.value == "proven" for f in findings)
    if panel:
        if proven:
            panel = [f for f in panel if f.value not in ("not_proven", "no_case")] or ([] if outcome else panel)
        if panel:
            return max(panel, key=lambda f: (_FINDING_RANK[f.value], -f.start)), None
    cases = [f for f in inquiry if f.value == "case_to_answer"]
    none = [f for f in inquiry if f.value == "no_case"]
    if none and (not cases or none[-1].start > cases[-1].start and none[-1].sentence != cases[-1].sentence):
        return none[-1], None
    return None, cases[-1] if cases else None


def _decided(
    prepared: Prepared, told: Told, person: Person, hearings: list[Hearing], fields: list[Field], outcome: Outcome | None, finding: Finding | None
) -> ProceedingDraft:
    hearing = _hearing_of(prepared, told, person, hearings, outcome, finding)
    words = _span_of(outcome, finding)
    kind = Cited(hearing.kind, (hearing.start, hearing.end)) if hearing is not None else Cited("not_stated", words)
    out = ProceedingDraft(kind)
    if outcome is not None:
        out.outcome = Cited(outcome.value, *outcome.spans)
    if finding is not None:
        out.finding = Cited(finding.value, (finding.start, finding.end))
    anchors = _anchors(told, person, hearings, hearing, outcome, finding)
    out.date = date_in_fields(prepared, fields, False)
    if out.date is None and prepared.masthead.kind == "hearing_outcome":
        out.date = date_in_cells(prepared, person, False)
    out.date = out.date or date_near(prepared, anchors, False)
    if hearing is not None:
        _preside(prepared, told, person, out, hearing)
        places = [(h.start, h.end, 1.0) for h in _same(told.hearings, person, hearing)]
        out.venue = venue_in_fields(prepared, fields) or venue_near(prepared, places)
    standards = _own(told.standards, person)
    listed = any(f.name == "standards" for f in fields)
    formal = outcome is not None and outcome.value not in INFORMAL
    out.standards = settle_standards(standards, True, listed or (formal and (finding is None or finding.value not in ("not_proven", "no_case"))))
    return out


def _span_of(outcome: Outcome | None, finding: Finding | None) -> tuple[int, int]:
    part = outcome if outcome is not None else finding
    assert part is not None
    return part.start, part.end


def _hearing_of(
    prepared: Prepared, told: Told, person: Person, hearings: list[Hearing], outcome: Outcome | None, finding: Finding | None
) -> Hearing | None:
    """The proceeding in which a subject's outcome or finding was decided."""
    informal = (outcome is None or outcome.value in INFORMAL) and (finding is None or finding.level == INQUIRY)
    shared = [h for h in told.hearings if not h.who]
    at, sentence = (outcome.start, outcome.sentence) if outcome is not None else (finding.start, finding.sentence) if finding else (0, 0)
    best: tuple[float, Hearing] | None = None
    others = [] if informal or person.role == "background" or prepared.masthead.kind == "hearing_outcome" else _joint(told, person)
    for h in hearings + shared + others:
        if h.kind in ("not_stated", "appeal_tribunal") or h.tense == "denied":
            continue
        gap = abs(h.sentence - sentence)
        if h.kind == "misconduct_meeting" and gap and outcome is not None and outcome.value in DISMISSALS:
            continue  # a meeting cannot dismiss
        if informal and not (h.tense != "to_come" and (gap == 0 or (h.sentence == sentence - 1 and h.start < at))):
            continue
        score = 6.0 if gap == 0 else 3.0 if gap == 1 else 2.0 if gap < 5 else 0.0
        score += 3.0 if h.full else -3.0
        score += {"held": 2.0, "to_come": -1.0}.get(h.tense, 0.5)
        score += 1.5 if h.kind in ("special_case_hearing", "accelerated_hearing") else 0.0
        score -= 1.0 if h.quoted else 0.0
        score -= 2.0 if person not in h.who else 1.5 if len(h.who) > 1 else 0.0
        score -= min(gap, 20) / 20
        if best is None or score > best[0]:
            best = (score, h)
    if best is None:
        return None
    if not best[1].full and finding is None and best[0] < 0 and outcome is not None and outcome.value in DISMISSALS:
        return None
    return best[1]


def _joint(told: Told, person: Person) -> list[Hearing]:
    """Hearings told of other subjects that can be this one's too: all of one kind, and held."""
    held = [h for h in told.hearings if h.who and person not in h.who and h.tense in ("held", "named") and h.kind not in ("not_stated", "appeal_tribunal")]
    return held if len({h.kind for h in held if h.full}) <= 1 and "background" not in {p.role for h in held for p in h.who} else []


def _same(hearings: list[Hearing], person: Person, chosen: Hearing) -> list[Hearing]:
    """The mentions of one proceeding: the chosen one first, then those of its kind or without a full name."""
    rest = [
        h for h in hearings
        if h is not chosen and (h.kind == chosen.kind or not h.full) and h.tense != "denied" and (person in h.who or not h.who)
    ]  # fmt: skip
    return [chosen, *rest]


def _panels(told: Told, person: Person) -> list[Anchor]:
    """Where a panel decided about others at the same hearing: weak anchors for its date."""
    return [(f.start, f.end, 1.5) for f in told.findings if f.level == PANEL and person not in f.who]


def _anchors(
    told: Told, person: Person, hearings: list[Hearing], hearing: Hearing | None, outcome: Outcome | None, finding: Finding | None
) -> list[Anchor]:
    out: list[Anchor] = []
    if outcome is not None:
        family = DISMISSALS if outcome.value in DISMISSALS else {outcome.value}
        out += [(o.start, o.end, 4.0 + min(o.weight, 3) / 3) for o in _own(told.outcomes, person) if o.value in family and o.weight > -2]
    if finding is not None and finding.level == PANEL:
        out += [(f.start, f.end, 4.0) for f in _own(told.findings, person) if f.level == PANEL]
    if hearing is not None:
        for h in _same(told.hearings, person, hearing):
            weight = 4.0 if h.full else 3.0
            out.append((h.start, h.end, weight - (3.0 if h.tense == "to_come" and h is not hearing else 0.0)))
        if person not in hearing.who or len(hearing.who) > 1:
            out += [(h.start, h.end, 2.0) for h in _joint(told, person)] + _panels(told, person)
    return out


def _preside(prepared: Prepared, told: Told, person: Person, out: ProceedingDraft, hearing: Hearing) -> None:
    """Fill the chair: a subject's own first, then one told for all, then the only one of the page."""
    tribunal = hearing.kind == "appeal_tribunal"
    if tribunal:
        sat = {h.sentence + k for h in told.hearings if h.kind == "appeal_tribunal" for k in (-1, 0, 1)}
        told = replace(told, chairs=[c for c in told.chairs if c.field or c.sentence in sat])
    candidates = _own(told.chairs, person) or [c for c in told.chairs if not c.who]
    named = {c.name for c in told.chairs if c.name}
    if not any(c.name for c in candidates) and len(named) == 1 and _is_joint(prepared, person, hearing):
        candidates = candidates + [c for c in told.chairs if c.name]
    candidates = [c for c in candidates if len(c.who) == 1 or _sat_in(told, c, hearing.kind)]
    if not candidates:
        return
    best = max(candidates, key=lambda c: (c.weight + _nearness(told, c, tribunal) + (1.0 if c.name else 0.0), -c.at))
    if best.name and best.name_span:
        out.chair = Cited(best.name, best.name_span)
        alike = [c for c in candidates if c.name and c.name.split()[-1] == best.name.split()[-1]]
        fullest = max(alike, key=lambda c: len(c.name or ""))
        if fullest.name and fullest.name_span:
            out.chair = Cited(fullest.name, fullest.name_span)
        role = best if best.role else next((c for c in alike if c.role), None)
    else:
        role = best
    if role is not None and role.role and role.role_span:
        out.chair_role = Cited(role.role, role.role_span)


def _is_joint(prepared: Prepared, person: Person, hearing: Hearing) -> bool:
    """Whether one hearing dealt with several subjects (not "hearings", of which a list may tell)."""
    plural = prepared.page.low[hearing.end - 1] == "s"
    return hearing.who != (person,) and not plural and prepared.masthead.kind != "hearing_outcome"


def _sat_in(told: Told, chair: Chair, kind: str) -> bool:
    """Whether a chair told for several can be this kind's ("Chair of all special case hearings: ...")."""
    kinds = {h.kind for h in told.hearings if h.full and h.sentence == chair.sentence and h.kind != "not_stated"}
    return not kinds or kind in kinds


def _nearness(told: Told, chair: Chair, tribunal: bool) -> float:
    """More for a chair told in the same sentence as the kind of proceeding that counts."""
    near = [h for h in told.hearings if abs(h.sentence - chair.sentence) <= 1]
    same = [h for h in near if (h.kind == "appeal_tribunal") == tribunal]
    return 1.0 if same else (-2.0 if near and tribunal else 0.0)


# ---- what is to come


def _read_to_come(
    prepared: Prepared, told: Told, person: Person, draft: SubjectDraft, hearings: list[Hearing], fields: list[Field], pending: Finding | None
) -> None:
    shared = [h for h in told.hearings if not h.who]
    notice = prepared.masthead.kind == "hearing_notice"
    coming = [h for h in hearings + shared if h.tense == "to_come" and (h.full or notice)]
    weak = [h for h in hearings if h.tense == "to_come" and not h.full and h.kind != "appeal_tribunal"]
    held = [h for h in hearings if h.full and h.tense in ("held", "named")]
    named = [h for h in hearings + shared if h.full and h.tense in ("held", "named") and h.kind != "not_stated"]
    if notice and not coming:
        coming = named
    forms = [h for h in coming if h.kind not in ("not_stated", "appeal_tribunal")]
    tribunals = [h for h in coming + named if h.kind == "appeal_tribunal" and h.full]
    if notice and tribunals and (not forms or tribunals[0].start <= min(h.start for h in forms)):
        forms = tribunals
    chosen = forms[0] if forms else next((h for h in coming if h.kind == "not_stated" and h.who), None)
    if chosen is None and weak:
        chosen = weak[0]
    if chosen is None and pending is not None:
        words = (pending.start, pending.end)
        draft.proceeding = ProceedingDraft(Cited("not_stated", words), finding=Cited("pending", words))
        return
    if chosen is not None and chosen.kind != "not_stated" and draft.resigned is not None and _never_held(prepared, hearings):
        draft.proceeding = ProceedingDraft(Cited(chosen.kind, (chosen.start, chosen.end)))
        return
    if chosen is None:
        if held and held[0].kind != "not_stated" and held[0].tense == "held":
            draft.proceeding = ProceedingDraft(Cited(held[0].kind, (held[0].start, held[0].end)))
        return
    words = (chosen.start, chosen.end)
    out = ProceedingDraft(Cited(chosen.kind, words), finding=Cited("pending", words), outcome=Cited("pending", words))
    same = _same(told.hearings, person, chosen)
    anchors = [(h.start, h.end, 4.0 if h.full else 3.0) for h in same if h.tense != "held"]
    out.date = date_in_fields(prepared, fields, True)
    if out.date is None and notice:
        out.date = date_in_cells(prepared, person, True)
    out.date = out.date or date_near(prepared, anchors, True)
    _preside(prepared, told, person, out, chosen)
    out.venue = venue_in_fields(prepared, fields) or venue_near(prepared, anchors)
    out.standards = settle_standards(_own(told.standards, person), False, True)
    draft.proceeding = out


_NEVER_HELD: Final = re.compile(
    r"\b(?:will (?:not|no longer|now not)(?: now)? (?:go ahead|take place|be held|proceed)|(?:did not|could not|cannot|can no longer|could no longer) (?:go ahead|take place|be held|proceed)|was (?:cancelled|vacated|abandoned)|before (?:he|she|they) (?:was|were) (?:due|to)|had been due|(?:days?|weeks?|months?|hours?) before (?:the|his|her|a|he was|she was))\b"
)


def _never_held(prepared: Prepared, hearings: list[Hearing]) -> bool:
    """Whether a hearing planned for one who has left is said not to have been held."""
    page = prepared.page
    return any(
        _NEVER_HELD.search(page.low, page.sentences[h.sentence].start, page.sentences[h.sentence].end) for h in hearings
    )


# ---- after an appeal


def _read_appeal(
    prepared: Prepared, told: Told, person: Person, draft: SubjectDraft, hearings: list[Hearing], fields: list[Field], appeals: list[TribunalAppeal]
) -> None:
    """Set the appeal; where a tribunal has decided, the proceeding is the tribunal's."""
    decided = [a for a in appeals if a.result != "pending" and prepared.masthead.kind != "hearing_notice"]
    if not decided:
        draft.appeal = AppealDraft(Cited("tribunal", (appeals[0].start, appeals[0].end)), Cited("pending", (appeals[0].start, appeals[0].end)))
        return
    result = decided[-1]
    outcomes = _own(told.outcomes, person)
    back = next((o for o in outcomes if o.value == "reinstated"), None)
    kind = result.result
    if any(a.result == "dismissed" for a in decided) and kind != "varied":
        kind = "dismissed"
    if back is not None and kind != "dismissed":
        kind = "allowed"
    lesser = [o for o in outcomes if o.value not in DISMISSALS and o.value != "reinstated" and abs(o.sentence - result.sentence) <= 2 and o.start > result.start - 200]
    if kind == "allowed" and back is None and lesser and any(a.result == "varied" for a in decided):
        kind = "varied"
    span = (result.start, result.end)
    draft.appeal = AppealDraft(Cited("tribunal", span), Cited(kind, span))
    tribunal = next((h for h in hearings if h.kind == "appeal_tribunal"), None)
    first = draft.proceeding
    out = ProceedingDraft(Cited("appeal_tribunal", (tribunal.start, tribunal.end) if tribunal else span))
    near = [h for h in told.hearings if h.kind == "appeal_tribunal" and (person in h.who or not h.who)]
    anchors = [(a.start, a.end, 4.0) for a in decided] + [(h.start, h.end, 4.0) for h in near]
    out.date = date_in_fields(prepared, fields, False) or date_near(prepared, anchors, False)
    if near:
        _preside(prepared, told, person, out, near[0])
        out.venue = venue_in_fields(prepared, fields) or venue_near(prepared, [(h.start, h.end, 1.0) for h in near])
    if kind == "dismissed" and first is not None:
        out.outcome, out.finding, out.standards = first.outcome, first.finding, first.standards
    elif kind == "varied" and lesser:
        out.outcome = Cited(lesser[-1].value, *lesser[-1].spans)
        out.finding = first.finding if first else None
    elif back is not None:
        out.outcome = Cited("reinstated", *back.spans)
    if kind == "allowed" and tribunal is not None:
        after = [f for f in _own(told.findings, person) if f.start > tribunal.start and f.value in ("gross_misconduct", "misconduct", "not_proven")]
        if after:
            out.finding = Cited(after[-1].value, (after[-1].start, after[-1].end))
    draft.proceeding = out
