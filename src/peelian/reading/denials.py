"""Denials: misconduct that an investigation, a force or a panel is told not to have found.

"The evidence did not suggest that he had breached the standards", "no reasonable tribunal could find
misconduct", "no conduct matters were identified": the wrong is named by a cue, the denial stands
before it. In an oversight body's report such a clause about an officer finds no case to answer; where a
panel says it, the case is not proven.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.asserted_findings import INQUIRY, PANEL
from peelian.reading.cases_to_answer import ONLY_LEVEL, needs_no_panel
from peelian.reading.dates import MODAL_MAY
from peelian.reading.findings import Finding
from peelian.reading.hearings import Hearing
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit

# Verbs whose denial denies what they find ("did not indicate that"), not what somebody failed to do.
_FINDING_VERB: Final = (
    r"(?:indicat|suggest|show|support|believ|consider|find|found|think|thought|feel|felt|amount|breach|identif|conclud|commit"
    r"|constitut|reveal|demonstrat|establish|prov|fac|agree|accept|uncover|disclos|satisf|deem|regard|warrant|justif|behav|act|fall|fell|substantiat|made|borne|see)"
)
_DENIED: Final = re.compile(
    r"(?:\b(?:(?:did|do|does|could|would|should|had|has|have|was|were|is|are|can)(?:n't| not)|never|not) (?:be |been |have |in (?:our|their|his|her) (?:view|opinion),? |itself |sufficiently |so serious as to )*"
    + _FINDING_VERB
    + r"[a-z]*\b"
    r"|\bno (?:(?:[a-z]+ ){0,2}(?:evidence|indications?|tribunal|panel|persons?|officers?|suggestion|information|individual|members?|staff|one)\b|(?:[a-z]+ ){0,1}\Z)"
    r"|\b(?:insufficient|not (?:sufficient|enough)|lack of) (?:[a-z]+ )?(?:evidence|information)\b"
    r"|\b(?:neither|none|nobody|(?<!said )(?<!say )(?<!did )nothing|without|nor)\b|\bnot \Z"
    r"|(?:\bnot|n't) (?:so (?:serious|grave|bad) as to|such as to|(?:serious|grave|bad) enough to|sufficient(?:ly serious)? to) \Z"
    r"|(?:\bnot|n't) (?:to|of|at|reach) (?:an?|the|such an?|any) (?:degree|extent|level|threshold|seriousness)(?: (?:that|which|as|where|to|it|they|this|would|could|might)){0,3} \Z)(?:(?!\b(?:but|however|although|whether)\b)[^.;:]){0,150}\Z"
)
# "... for not doing so", "it could not be established whether", "if not": nothing is denied.
_NOT_A_DENIAL: Final = re.compile(
    r"\b(?:for|by|of|if|whether or|why|in|allegations? that|alleged that|complained that|while|"
    + MODAL_MAY
    + r"|might) not\b|\bwhether\b|\bnot only\b|\bnot (?:fully|always|properly|correctly|able)\b"
)
_CANNOT: Final = re.compile(r"\b(?:can(?:not| not)|could not|no longer|unable to)[^.;]{0,20}\Z")
_PANEL: Final = re.compile(
    r"\b(?:(?:panel|chair|meeting|hearing|tribunal)\b[^.;]{0,60}\b(?:found|finding|concluded|decided|determined|ruled|agreed|held)\b)"
)
_REASONABLE: Final = re.compile(r"\b(?:reasonable|properly directed)\b")
_COURT: Final = re.compile(
    r"\b(?:jury|judge|trial|court|verdicts?|prosecut\w+|crown|cps|inquest|coroner|criminal)\b"
)
_DID_NOT: Final = re.compile(
    r"(?:[;,]|\b(?:but|while|whereas|and))(?: that)? ((?:(?:the|one|two|three|another)\b[^.;,]{3,50} (?:did|does|do|had) not|not the other))(?= *[.;,]|\Z)"
)
_TOLD_OF: Final = re.compile(
    r"\b(?:officers?|constables?|sergeants?|inspectors?|pcs?|pcsos?|detectives?|staff|handlers?|takers?|operators?|dispatchers?|drivers?|he|she|they|his|her|their|person|persons|individual|anyone|nobody|one|neither|conduct|misconduct|actions?)\b"
)


def find_denials(prepared: Prepared, hearings: list[Hearing]) -> list[Finding]:
    """Every denial of misconduct of an oversight report, or of a panel it tells of, in order."""
    if prepared.masthead.kind != "oversight_release":
        return []
    held = {h.sentence for h in hearings if h.tense in ("held", "named") and h.kind != "not_stated"}
    denials = [f for hit in prepared.scan.of("denied") if (f := _denial(prepared, hit, held)) is not None]
    return denials + _ellipses(prepared)


def _ellipses(prepared: Prepared) -> list[Finding]:
    """ "The sergeant had a case to answer, but the constable did not": no case, said of the last named alone."""
    page = prepared.page
    out = []
    for hit in prepared.scan.of("finding"):
        if hit.value != "case_to_answer":
            continue
        index = page.sentence_index(hit.start)
        m = _DID_NOT.search(page.low, hit.end, min(page.sentences[index].end, hit.end + 160))
        if m is not None:
            who = prepared.cast.who(m.end() - 1)
            # counted as a sentence of its own: the case to answer before it is somebody else's
            out.append(Finding("no_case", m.start(1), m.end(), INQUIRY, who, index + 1))
    return out


def _denial(prepared: Prepared, hit: Hit, held: set[int]) -> Finding | None:
    page, low = prepared.page, prepared.page.low
    index = page.sentence_index(hit.start)
    sentence = page.sentences[index]
    before = low[max(sentence.start, hit.start - 220) : hit.start]
    found = _DENIED.search(before)
    inside = found is None and " were un" in low[hit.start : hit.end]
    if (found is None and not inside) or _COURT.search(low, sentence.start, sentence.end):
        return None
    if found is not None and _NOT_A_DENIAL.search(before, max(0, found.start() - 18)):
        return None
    if "gross" in low[hit.start : hit.end] and ONLY_LEVEL.search(low, hit.start, sentence.end):
        return None
    if hit.value == "proceedings" and _CANNOT.search(before):
        return None  # who has retired "could not face misconduct proceedings"
    if hit.value == "proceedings" and needs_no_panel(prepared, hit):
        return None  # "did not justify misconduct proceedings, but should be dealt with by management action"
    if page.quoted(hit.start) or _TOLD_OF.search(low, sentence.start, sentence.end) is None:
        return None
    panel = (
        _PANEL.search(before) is not None
        and _REASONABLE.search(before) is None
        and (index in held or index - 1 in held)
    )
    if hit.value == "allegation" and not panel and held:
        return None
    value, level = ("not_proven", PANEL) if panel else ("no_case", INQUIRY)
    return Finding(value, hit.start, hit.end, level, prepared.cast.who(hit.start), index)
