"""Choices: which of the outcomes and findings told of one subject is the one that counts."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from peelian.reading.asserted_findings import INQUIRY, PANEL
from peelian.reading.dismissal_manner import EXACT
from peelian.reading.findings import Finding
from peelian.reading.outcomes import DISMISSALS, INFORMAL, Outcome

_STRENGTH: Final = {
    "would_have_been_dismissed": 9, "dismissed_without_notice": 9, "dismissed_with_immediate_effect": 9,
    "dismissed_with_notice": 9, "dismissed": 9, "required_to_resign": 8, "reduction_in_rank": 7,
    "final_written_warning": 6, "written_warning": 5, "management_advice": 4, "reflective_practice": 3,
    "no_action": 2, "reinstated": 2, "other": 1,
}  # fmt: skip
_FINDING_RANK: Final = {"gross_misconduct": 5, "misconduct": 4, "no_case": 2, "not_proven": 1}
_TOO_WEAK: Final = -2.5
_HARDLY_TOLD: Final = -4.0
_MANNERS: Final = frozenset({"dismissed_without_notice", "dismissed_with_immediate_effect"})


def choose_outcome(outcomes: list[Outcome]) -> Outcome | None:
    """The outcome that counts: the most firmly told, then the stronger; dismissals in their most exact form.

    What is told of one subject alone goes before what is told of several together, and of few before many.
    """
    fewest = min((len(o.who) for o in outcomes), default=0)
    everything, outcomes = outcomes, [o for o in outcomes if len(o.who) == fewest]
    firm = [o for o in outcomes if o.value != "reinstated" and o.weight > _TOO_WEAK] or outcomes
    if not firm:
        return None
    best = max(firm, key=lambda o: (o.weight, _STRENGTH[o.value], -o.start))
    if best.value in DISMISSALS:
        given_back = _given_back(outcomes)
        if given_back is not None:
            lesser = [o for o in firm if o.sentence == given_back.sentence and o.value not in DISMISSALS]
            return lesser[-1] if lesser else given_back
    if best.value in INFORMAL:
        best = _formal_before_informal(best, firm)
    if best.value not in DISMISSALS:
        return best
    exact = _exact_dismissal(best, firm)
    if exact.value == "dismissed":  # its manner may be told in a quotation only
        exact = next((o for o in outcomes if o.value in _MANNERS and o.weight > _HARDLY_TOLD), exact)
    if exact.value == "dismissed":  # "Lee sacked", and of both that they were dismissed without notice
        exact = next((o for o in everything if o.value in _MANNERS and o.weight > _TOO_WEAK), exact)
    return exact


def _given_back(outcomes: list[Outcome]) -> Outcome | None:
    """The reinstatement that undid a dismissal: told after one, or as the page's first outcome; what stands now counts."""
    backs = [o for o in outcomes if o.value == "reinstated" and o.weight > _TOO_WEAK]
    sacked = [o for o in outcomes if o.value in DISMISSALS and o.weight > _TOO_WEAK]
    if not backs or not sacked:
        return None
    return backs[-1] if backs[-1].start > sacked[0].start or backs[0].start < sacked[0].start else None


def _formal_before_informal(best: Outcome, firm: list[Outcome]) -> Outcome:
    """A panel's sanction told as firmly goes before advice; advice before a vaguer step beside it."""
    near = [o for o in firm if o.weight >= best.weight - 1]
    formal = [o for o in near if o.value not in INFORMAL]
    if formal:
        return max(formal, key=lambda o: (o.weight, _STRENGTH[o.value]))
    advice = [o for o in near if o.value == "management_advice"]
    if best.value != "management_advice" and advice and best.start < advice[-1].end + 400:
        return advice[-1] if best.value == "other" or advice[-1].start > best.start else best
    return best


def _exact_dismissal(best: Outcome, firm: list[Outcome]) -> Outcome:
    """The most exact form in which one dismissal is told; among several people's, the most firmly told."""
    forms = [o for o in firm if o.value in DISMISSALS and o.weight > _TOO_WEAK] or [best]
    if len(best.who) > 1 and any(o.value == "would_have_been_dismissed" for o in forms):
        return max(forms, key=lambda o: (o.weight, EXACT[o.value]))
    return max(forms, key=lambda o: (EXACT[o.value], o.weight))


def choose_finding(findings: list[Finding], decided: bool) -> tuple[Finding | None, Finding | None]:
    """The finding that counts, and a case to answer that nothing has settled.

    A panel's finding goes before an investigation's. Where some allegations were proved, those that
    were not are no finding; ``decided`` says that an outcome is told.
    """
    panel = [f for f in findings if f.level == PANEL and f.value in _FINDING_RANK]
    if any(f.value == "proven" for f in findings):
        panel = [f for f in panel if f.value not in ("not_proven", "no_case")] or ([] if decided else panel)
    cleared = _cleared_alone(findings, panel)
    if cleared is not None:
        return cleared, None
    if panel:
        return max(panel, key=lambda f: (_FINDING_RANK[f.value], -f.start)), None
    cases = [f for f in findings if f.level == INQUIRY and f.value == "case_to_answer"]
    none = [f for f in findings if f.level == INQUIRY and f.value == "no_case"]
    if none and (not cases or (none[-1].start > cases[-1].start and none[-1].sentence != cases[-1].sentence)):
        return none[-1], None
    return None, cases[-1] if cases else None


def _cleared_alone(findings: list[Finding], panel: list[Finding]) -> Finding | None:
    """Where all that a panel found was told of several, and afterwards of one alone that there was no case: that."""
    proved = [f for f in panel if f.value not in ("no_case", "not_proven")]
    alone = [f for f in findings if f.value == "no_case" and len(f.who) == 1]
    if not proved or not alone or any(len(f.who) == 1 for f in proved):
        return None
    if any(f.start > alone[-1].start for f in proved):
        return None
    thrown_out = any(f.value == "not_proven" and len(f.who) == 1 for f in panel)
    return replace(alone[-1], level=PANEL) if thrown_out else alone[-1]
