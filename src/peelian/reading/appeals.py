"""Appeals: where a Police Appeals Tribunal has decided, its proceeding and what stands after it."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.appeal_answers import TribunalAppeal
from peelian.reading.findings import Finding
from peelian.reading.hearing_dates import with_year
from peelian.reading.hearings import Hearing
from peelian.reading.model import AppealDraft, Cited, ProceedingDraft
from peelian.reading.occasions import set_date, set_venue
from peelian.reading.outcomes import DISMISSALS, Outcome
from peelian.reading.pending import coming
from peelian.reading.prepared import Prepared
from peelian.reading.presiding import preside
from peelian.reading.told import Side
from peelian.reading.tribunals import AGAINST_DISMISSAL

# What is done to a finding that no longer stands: "found the finding of gross misconduct unreasonable".
_UNDONE: Final = (
    r"(?:quash|overturn|overrul|revers|set(?:ting|s)? aside|struck (?:down|out)|thr(?:ow|ew)\w* out|annul|rescind|revok|remov|cancel"
    r"|substitut|replac|reject|unreasonabl|unfair|unsafe|unsound|perverse|irrational|flawed|wrong|unlawful|not (?:stand|open|supported|justified|amount)"
    r"|n't (?:stand|amount)|no longer stand|cannot stand|disagree|not agree|in error|erred|expung|vacat)"
)
_UNDONE_BEFORE: Final = re.compile(rf"\b{_UNDONE}\w*\b[^.;]{{0,90}}\Z")
_UNDONE_AFTER: Final = re.compile(rf"(?:(?!\b(?:dismiss|sanction|but)\w*)[^.;]){{0,70}}?\b{_UNDONE}")
_REMAINS: Final = re.compile(
    r"\b(?:uph(?:e|o)ld\w*|confirm\w*|maintain\w*|agreed with|left in place|(?:instead|substitut\w*|replac\w*|lesser|but)\b[^.;]{0,40}\b(?:by|with|of|found|was|only|made|a)) [^.;]{0,40}\Z"
)
_REMAINS_AFTER: Final = re.compile(
    r"[^.;]{0,40}?\b(?:(?:still |must |should |shall )?stands?\b|stood\b|(?:was|is|has been) (?:upheld|confirmed|undisturbed|unchanged|left)|remains?\b|survive[sd]?\b)"
)


def remains(prepared: Prepared, finding: Finding) -> bool:
    """Whether a finding is told as what stands after an appeal ("left the finding of misconduct in place")."""
    low = prepared.page.low
    s = prepared.page.near(finding.start)
    if _REMAINS.search(low, max(s.start, finding.start - 120), finding.start):
        return True
    after = _REMAINS_AFTER.match(low, finding.end, min(s.end, finding.end + 90))
    return after is not None and " not " not in after.group() and "n't" not in after.group()


def is_undone(prepared: Prepared, finding: Finding) -> bool:
    """Whether a finding is named only as what an appeal set aside ("quashed the finding of gross misconduct")."""
    if remains(prepared, finding):
        return False
    low = prepared.page.low
    s = prepared.page.near(finding.start)
    if _UNDONE_BEFORE.search(low, max(s.start, finding.start - 120), finding.start):
        return True
    return _UNDONE_AFTER.match(low, finding.end, min(s.end, finding.end + 120)) is not None


def read_appeal(side: Side, superseded: bool = False) -> None:
    """Set the appeal; where a tribunal has decided, the proceeding is the tribunal's and the outcome what stands.

    ``superseded``: another proceeding has been held since, and is the one that counts.
    """
    decided = [a for a in side.appeals if a.result != "pending" and side.kind != "hearing_notice"]
    if not decided:
        words = (side.appeals[0].start, side.appeals[0].end)
        side.draft.appeal = AppealDraft(Cited("tribunal", words), Cited("pending", words))
        return
    back = next((o for o in side.outcomes if o.value == "reinstated"), None)
    lesser = _lesser(side, decided[-1])
    result = _result(side, decided, back, lesser)
    words = (decided[-1].start, decided[-1].end)
    side.draft.appeal = AppealDraft(Cited("tribunal", words), Cited(result, words))
    again = _heard_again(side, decided[-1]) if result == "allowed" else None
    if again is not None:
        side.draft.proceeding = coming(side, again)
        return
    if superseded:
        return
    side.draft.proceeding = _tribunals_own(side, decided, result, back, lesser)


_AGAIN: Final = re.compile(
    r"\b(?:remit\w*|fresh|afresh|new|again|anew|re-?hear\w*|re-?hearing|sent? back|back to)\b"
)


def _heard_again(side: Side, appeal: TribunalAppeal) -> Hearing | None:
    """The hearing to come before which a tribunal that set a decision aside has put the case again."""
    page = side.prepared.page
    ahead = [
        h for h in side.hearings if h.tense == "to_come" and h.kind not in ("not_stated", "appeal_tribunal")
    ]
    if not any(abs(h.sentence - appeal.sentence) <= 2 for h in ahead):
        return None
    first, last = (
        page.sentences[max(0, appeal.sentence - 2)],
        page.sentences[min(appeal.sentence + 2, len(page.sentences) - 1)],
    )
    if _AGAIN.search(page.low, first.start, min(last.end, first.start + 2000)) is None:
        return None
    return next((h for h in ahead if h.full), ahead[0])


def _lesser(side: Side, appeal: TribunalAppeal) -> list[Outcome]:
    """Sanctions short of dismissal told beside a tribunal's decision."""
    return [
        o for o in side.outcomes
        if o.value not in DISMISSALS and o.value != "reinstated"
        and abs(o.sentence - appeal.sentence) <= 2 and o.start > appeal.start - 200
    ]  # fmt: skip


def _result(side: Side, decided: list[TribunalAppeal], back: Outcome | None, lesser: list[Outcome]) -> str:
    """``allowed`` for a reinstatement, ``varied`` for a sanction replaced, else what the page says."""
    results = {a.result for a in decided}
    last = decided[-1].result
    if "dismissed" in results and last != "varied":
        return "dismissed"
    beside = back is not None and any(o.sentence == back.sentence for o in lesser)
    if beside and "allowed" in results:
        return "varied"  # "reinstated her with a final written warning"
    if back is not None and not (lesser and "varied" in results):
        return "allowed"
    substituted = last == "allowed" and lesser and ("varied" in results or _substituted(side, decided[-1]))
    return "varied" if substituted else last


_SUBSTITUTED: Final = re.compile(
    r"\b(?:substitut\w+|to the extent of|replac\w+ (?:it|that|dismissal) with)\b"
)


def _substituted(side: Side, appeal: TribunalAppeal) -> bool:
    """Whether an appeal was allowed only so far that a lesser sanction takes the place of the first."""
    page = side.prepared.page
    end = page.sentences[appeal.sentence].end
    return _SUBSTITUTED.search(page.low, appeal.start, min(end, appeal.start + 300)) is not None


def _ruling(side: Side, decided: list[TribunalAppeal]) -> int:
    """Where the tribunal's decision is first told as one on an appeal, not only as a job given back."""
    back = {o.start for o in side.outcomes}
    return next((a.start for a in decided if a.start not in back), decided[-1].start)


# "was dismissed |by a decision dated| 12 May", "was allowed |on| 4 June"
_DECIDED_ON: Final = re.compile(
    r",? (?:(?:by|in|with) (?:an?|its|the|that) (?:(?:full|written|reserved|unanimous|short) )?(?:decision|determination|ruling|judgment|reasons) ?)?(?:dated|of|given|on|given on|issued on|in|made on|handed down on)?(?: the)? "
)
_SOON: Final = 60  # characters after a decision


def _dated(prepared: Prepared, appeal: TribunalAppeal) -> Cited[str] | None:
    """The day told right after a tribunal's decision, and not that for which the appeal was listed before."""
    low = prepared.page.low
    for d in prepared.dates_between(appeal.end, appeal.end + _SOON):
        if d.edtf and _DECIDED_ON.fullmatch(low, appeal.end, d.start):
            return with_year(prepared, Cited(d.edtf, (d.start, d.end)), False)
    return None


def _tribunals_own(
    side: Side, decided: list[TribunalAppeal], result: str, back: Outcome | None, lesser: list[Outcome]
) -> ProceedingDraft:
    """The tribunal's proceeding, with the outcome and finding that stand after it."""
    first = side.draft.proceeding
    sat = [h for h in side.hearings + side.told.hearings.general if h.kind == "appeal_tribunal"]
    words = (sat[0].start, sat[0].end) if sat else (decided[-1].start, decided[-1].end)
    out = ProceedingDraft(Cited("appeal_tribunal", words))
    out.date = _dated(side.prepared, decided[-1])
    if out.date is None:
        set_date(
            side, out, [(a.start, a.end, 4.0) for a in decided] + [(h.start, h.end, 4.0) for h in sat], False
        )
    if sat:
        preside(side, out, sat[0])
        set_venue(side, out, sat)
    if result == "dismissed" and first is not None:
        out.outcome, out.finding, out.standards = first.outcome, first.finding, first.standards
    elif result == "varied" and lesser:
        out.outcome = Cited(lesser[-1].value, *lesser[-1].spans)
        if first is not None:
            out.finding, out.standards = first.finding, first.standards
    elif back is not None:
        out.outcome = Cited("reinstated", *back.spans)
    if result == "dismissed" and out.outcome is None:
        out.outcome = _appealed_against(side, decided[-1])
    if result == "allowed" and sat:
        kept = [
            f
            for f in side.findings
            if f.start > max(sat[0].start, _ruling(side, decided) - 100)
            and f.value in ("gross_misconduct", "misconduct", "not_proven")
            and not is_undone(side.prepared, f)
        ]
        if kept:
            out.finding = Cited(kept[-1].value, (kept[-1].start, kept[-1].end))
    return out


def _appealed_against(side: Side, appeal: TribunalAppeal) -> Cited[str] | None:
    """The dismissal that a lost appeal was against, where the page tells of no outcome otherwise: it stands."""
    page = side.prepared.page
    end = page.sentences[appeal.sentence].end
    found = AGAINST_DISMISSAL.search(page.low, appeal.start, min(end, appeal.end + 120))
    return Cited("dismissed", found.span("what")) if found is not None else None
