"""Findings: what a panel, a meeting or an investigation found, and what was only alleged."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.antecedents import spoken_of, told_for
from peelian.reading.argued import is_alleged, is_argued
from peelian.reading.asserted_findings import (
    ADMITTED,
    COURT,
    FIRM,
    IF_PROVEN,
    INQUIRY,
    PANEL,
    admitted,
    asserted,
    clearance,
    heads_prose,
    in_row,
    is_type,
    listed,
    then_sanctioned,
    told_alone,
)
from peelian.reading.cases_to_answer import ONLY_LEVEL, case_found, is_of_others, needs_no_panel
from peelian.reading.cells import is_cell
from peelian.reading.dates import MODAL_MAY
from peelian.reading.findings_of_some import is_of_another_matter, narrowed
from peelian.reading.hearings import Hearing
from peelian.reading.labels import Field, field_at
from peelian.reading.lesser_levels import is_overruled, level_of_case
from peelian.reading.no_outcomes import CASE_DISMISSED
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit

_DISMISSED_FOR: Final = re.compile(r"\b(?:dismissed|sacked|fired|dismissal|struck off)\b[^.;]{0,70} for \Z")
# "Most complaints we look at show that the officer did nothing wrong": of nobody.
_IN_GENERAL: Final = re.compile(
    r"\b(?:most|many|the (?:vast )?majority of|the (?:great|overwhelming) majority of|almost all|nearly all|often|typically|usually) (?:of )?(?:the |our |these )?(?:complaints?|cases|officers|allegations|investigations|matters|reports)\b[^.;]*\Z"
)
# What a minority would have found, and what a panel was asked to find and did not.
_NOT_THEIRS: Final = re.compile(
    r"\b(?:(?:the force|authority|counsel|barrister|lawyer|presenting officer)(?: for the (?:force|authority))?(?: had| has|, [^,.;]{2,40},)* (?:called|described|labelled|branded|put|classed|categorised|treated|graded)\b[^.;]{0,60}|(?:dissent\w*|minority|third member|one member|(?:other|lone) (?:panel )?member)\b[^.;]{0,60}"
    r"|(?:reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|refus\w+ to accept|not accept|disagreed with|not persuaded by) (?:the |an? |any |all |his |her |their )?(?:[\w']+ ){0,2}(?:submissions?|arguments?|suggestions?|claims?|contentions?|view|idea|notion|plea) (?:that|of)\b(?:(?!\b(?:and|but|instead) (?:\w+ )?(?:found|held|ruled|decided|concluded|finding|instead))[^.;]){0,80})\Z"
)
_UNLEVELLED: Final = re.compile(
    r"\b(?:panel|hearing|meeting|tribunal|misconduct|allegations?|charges?|breach|breaches|(?:case|matters?) (?:was|were|has been|had been))\b"
)


_FORCE_DID: Final = re.compile(
    r"\b(?:police|constabulary|service|force|mps|met|we|investigators?|iopc|ipcc) (?:did|do|could|have|had) \Z"
)


# "being a public officer and acting as such, wilfully |misconducted himself|": the words of a charge
_IN_OFFICE: Final = re.compile(
    r"\b(?:wilfully|being a public officer|as a public officer|acting as such)\b[^.;]{0,90}\Z"
)


@dataclass(slots=True)
class Finding:
    """A finding told at ``[start, end)``; ``level`` is ``PANEL``, ``INQUIRY`` or ``ADMITTED``.

    ``value`` is the guide's id, or ``proven`` (found proved, at what level is not told) or
    ``case_to_answer``.
    """

    value: str
    start: int
    end: int
    level: int
    who: tuple[Person, ...]
    sentence: int


_LEVELS: Final = ("gross_misconduct", "misconduct")


def find_findings(prepared: Prepared, hearings: list[Hearing], fields: list[Field]) -> list[Finding]:
    """Every finding of the page, in order; words that only allege are left out."""
    heard = {h.sentence for h in hearings if h.tense in ("held", "named")}
    out = []
    for hit in prepared.scan.of("finding"):
        found = _read(prepared, hit, heard, fields)
        if found is None:
            continue
        value, level = found
        if value in _LEVELS and is_argued(prepared.page, hit.start, hit.end):
            continue
        if value in _LEVELS and is_alleged(prepared.page, hit.start) and not _proven_after(prepared, hit.end):
            continue
        if value == "gross_misconduct" and is_overruled(prepared.page, hit.start, hit.end):
            continue
        index = prepared.page.sentence_index(hit.start)
        if hit.value == "justified" and needs_no_panel(prepared, hit):
            continue
        who = () if level == INQUIRY and _of_the_rest(prepared, hit) else spoken_of(prepared, hit.start)
        who = told_for(prepared, hit.end) or who
        out.append(Finding(value, hit.start, hit.end, level, who, index))
    out = narrowed(prepared, out)
    dissents = [f for hit in prepared.scan.of("dissent") if (f := _dissent(prepared, hit, out)) is not None]
    more = dissents + (_dismissed_cases(prepared) if heard else []) + _levels_of_cases(prepared, out)
    return sorted(out + more, key=lambda f: f.start) if more else out


def _levels_of_cases(prepared: Prepared, findings: list[Finding]) -> list[Finding]:
    """The levels of cases to answer that a panel is said to have found proved, without saying the level again."""
    out: list[Finding] = []
    if prepared.masthead.kind == "oversight_release":
        return out  # such a report says itself what was found, where anything was
    cases = [f for f in findings if f.value == "case_to_answer"]
    for f in findings if cases else ():
        if f.value != "proven":
            continue
        for case in cases:
            level = level_of_case(prepared.page, case.end, f.start)
            if level is not None and (not case.who or not f.who or set(case.who) == set(f.who)):
                out.append(Finding(*level, PANEL, f.who or case.who, f.sentence))
                break
    return out


def _proven_after(prepared: Prepared, at: int) -> bool:
    """Whether the page goes on to say that what was alleged was proven or admitted, and nowhere that it was not."""
    told = {h.value for h in prepared.scan.of("finding") if h.start > at}
    return bool(told & {"proven", *_LEVELS}) and "not_proven" not in told


def _dismissed_cases(prepared: Prepared) -> list[Finding]:
    """ "The case against PC Lee, who ..., was dismissed" by a panel: not proven, said of him."""
    page, out = prepared.page, []
    for hit in prepared.scan.of("outcome"):
        if not page.low.startswith("dismissed", hit.start) or page.quoted(hit.start):
            continue
        s = page.near(hit.start)
        if CASE_DISMISSED.search(page.low, s.start, hit.start) and not COURT.search(page.low, s.start, s.end):
            index = page.sentence_index(hit.start)
            out.append(
                Finding("not_proven", hit.start, hit.end, PANEL, spoken_of(prepared, hit.start), index)
            )
    return out


_WEIGHED: Final = re.compile(r"\b(?:if|whether|not|never|could|would|alleg\w+|unless)\b[^.;]{0,40}\Z")


def _is_gross(prepared: Prepared, hit: Hit) -> bool:
    """Whether "found it gross" is said of conduct, and as found: no noun follows ("gross negligence")."""
    page, low = prepared.page, prepared.page.low
    before = low[page.near(hit.start).start : hit.start]
    return _WEIGHED.search(before) is None and re.match(r" [a-z]{5,}", low[hit.end : hit.end + 8]) is None


_THE_REST: Final = re.compile(
    r"\b(?:remaining|rest of the|any of the other|(?:two|three|four|five|six|seven|eight|nine|ten) other)\b[^.;]{0,30}\b(?:officers?|staff|constables|them)\b"
)


def _of_the_rest(prepared: Prepared, hit: Hit) -> bool:
    """Whether an investigator's view is told of "the remaining four officers", in a sentence that names no subject."""
    sentence = prepared.page.near(hit.start)
    if not _THE_REST.search(prepared.page.low, sentence.start, sentence.end):
        return False
    people = prepared.cast.who(hit.start)
    return any(p.name or p.label for p in people) and not any(
        sentence.start <= m.start < sentence.end for p in people for m in p.mentions
    )


_YET: Final = re.compile(
    r"\b(?:direct(?:ed|s|ion)|hearing|meeting|later agreed|then agreed|subsequently agreed|presented|so we)\b"
)


def _dissent(prepared: Prepared, hit: Hit, findings: list[Finding]) -> Finding | None:
    """A case to answer with which the force disagreed, if nobody then held or directed a hearing."""
    page = prepared.page
    index = page.sentence_index(hit.start)
    i = bisect_right(findings, hit.start, key=lambda f: f.start) - 1
    if i < 0 or findings[i].value != "case_to_answer" or index - findings[i].sentence > 1:
        return None
    last = page.sentences[min(index + 1, len(page.sentences) - 1)]
    if _YET.search(page.low, hit.end, min(last.end, hit.end + 300)):
        return None
    if ONLY_LEVEL.search(page.low, hit.end, page.sentences[index].end):
        return None
    return Finding("no_case", hit.start, hit.end, INQUIRY, findings[i].who, index)


def _read(prepared: Prepared, hit: Hit, heard: set[int], fields: list[Field]) -> tuple[str, int] | None:
    page, low = prepared.page, prepared.page.low
    if hit.value == "not_gross" and low.startswith("misconduct", hit.start):  # "misconduct but not gross"
        hit = hit._replace(value="misconduct", end=hit.start + len("misconduct"))
    if hit.value == "found_gross":
        if not low.startswith(" misconduct", hit.end):  # "admitted misconduct; the panel found gross"
            return ("gross_misconduct", PANEL) if _is_gross(prepared, hit) else None
        at = low.index("gross", hit.start)
        hit = hit._replace(value="gross_misconduct", start=at, end=hit.end + len(" misconduct"))
    if hit.end - hit.start == 2 and page.text[hit.start : hit.end] != "GM":
        return None  # grammes
    index = page.sentence_index(hit.start)
    sentence = page.near(hit.start)
    before = low[max(sentence.start, hit.start - 150) : hit.start]
    after = low[hit.end : min(sentence.end, hit.end + 80)]
    whole = low[sentence.start : sentence.end]
    field = field_at(fields, hit.start)
    in_field = field is not None and field.name in ("finding", "outcome")
    if field is not None and field.start > sentence.start:
        before = before[-(hit.start - field.start) :] if hit.start > field.start else ""  # a cell's own words
    panel = index in heard or in_field or any(s in heard for s in (index - 1, index - 2))
    if _NOT_THEIRS.search(before) or _IN_GENERAL.search(before):
        return None
    if low.startswith("misconducted", hit.start) and _IN_OFFICE.search(before):
        return None
    if hit.value == "misconduct" and _DISMISSED_FOR.search(before):
        return None  # a finding of misconduct alone does not dismiss: the word only names the ground
    if hit.value in ("gross_misconduct", "misconduct"):
        if page.quoted(hit.start) and not FIRM.search(before):
            return None
        if is_type(prepared, hit) or heads_prose(prepared, hit):
            return None
        if (
            hit.value == "misconduct"
            and _OF_A_CRIME.search(before)
            and not panel
            and not after.startswith(" in ")
        ):
            return None  # "sentenced to 18 months' imprisonment for the misconduct": the offence, in short
        cell = listed(prepared, hit) and (is_cell(page.text, hit.start, hit.end) or in_row(prepared, hit))
        cell = cell or then_sanctioned(prepared, hit, before)
        if cell and not IF_PROVEN.search(before):
            return hit.value, PANEL
        if asserted(before, after, in_field, low, sentence.start, hit):
            return hit.value, PANEL
        return (hit.value, ADMITTED) if admitted(before, after) else None
    if hit.value == "justified":
        if is_of_others(prepared, hit, sentence.start):
            return None
        denied = re.search(r"\b(?:no|not|none|neither|nor|n't|nobody)\b(?:(?!\bbut\b)[^.;]){0,120}\Z", before)
        return ("no_case", INQUIRY) if denied and not COURT.search(whole) else None
    if hit.value in ("case_to_answer", "no_case", "insufficient"):
        return case_found(prepared, hit, sentence, before, index in heard, index - 1 in heard, in_field)
    if hit.value == "not_proven" and _FORCE_DID.search(before) and not in_field:
        return "no_case", INQUIRY  # "Northumbria Police did not find misconduct"
    if hit.value in ("not_proven", "proven"):
        if hit.value == "not_proven" and is_of_another_matter(before):
            return None
        cell = listed(prepared, hit) and (is_cell(page.text, hit.start, hit.end) or in_row(prepared, hit))
        keyed = _KEYED.fullmatch(page.text, sentence.start, hit.start) is not None
        cell = cell or (keyed and listed(prepared, hit))
        agreed = prepared.masthead.kind == "oversight_release" and bool(prepared.scan.of("proceeding"))
        alone = hit.value == "not_proven" and told_alone(prepared, sentence.start, sentence.end)
        if not (heard or agreed or alone) and not in_field and not cell:
            return None
        if COURT.search(whole) and index not in heard:
            return None
        if not (panel or in_field or cell or alone or _UNLEVELLED.search(whole)):
            return None
        negated = _NOT_FOUND.search(before) if before.endswith(" to be ") else None
        if hit.value == "proven" and before.endswith(" to be ") and "found" in before and negated is None:
            return hit.value, PANEL  # "found the allegation that he had not written it down to be proven"
        if hit.value == "proven" and _NONE.search(before):
            return "not_proven", PANEL
        if hit.value == "proven" and re.search(
            r"\b(?:if|not|none|nor|neither|n't|until|unless|yet to be|would|could)\b(?:(?!\bbut\b)[^.;]){0,90}\Z",
            before,
        ):
            return None
        return hit.value, PANEL
    if hit.value == "cleared":
        return clearance(prepared, hit, panel, whole, before, after)
    if hit.value == "not_misconduct":
        if re.match(
            r" (?:action|proceedings|hearing|meeting|panel|case|process|notice|in (?:a )?public office)",
            after,
        ):
            return None
        if COURT.search(whole) and index not in heard:
            return None
        if re.search(r"\b(?:" + MODAL_MAY + r"|might|could|if)\b[^.;]{0,30}\Z", before):
            return None
        return (
            ("not_proven", PANEL) if panel or "cleared" in low[hit.start : hit.end] else ("no_case", INQUIRY)
        )
    return None


# "Six of nine allegations against the sergeant and none of those against the constable were found proven"
_NONE: Final = re.compile(
    r"\b(?:none|neither|nothing|no (?:allegations?|charges?|breach(?:es)?|part|matters?))\b(?:(?!\b(?:but|only|although|if|unless|until)\b)[^.;]){0,60}\b(?:was|were|is|are|has been|have been|had been)(?: found| held| ruled| judged)?(?: to (?:be|have been))? \Z"
)
_NOT_FOUND: Final = re.compile(
    r"\b(?:not|n't|never) (?:find|found|consider|rule)\b|\b(?:none|neither|nor|nothing|if)\b|\bnot \w* ?to be \Z"
)


# "3 not proven", "A and B: not proven": the number or letter by which a list calls its officers
_KEYED: Final = re.compile(r"(?:Officers? )?[A-H1-9](?:(?:,|,? and| &) [A-H1-9])*[:.)]? ?(?:-|\u2013)? ?")


_OF_A_CRIME: Final = re.compile(
    r"\b(?:imprisonment|years|months|weeks|sentenced|jailed|imprisoned|prison|jury|counts?|plead\w*|court|trial|convicted|conviction)\b[^.;]{0,70}\Z"
    r"|\A\W*(?:an? |the )?(?:[\w'-]+ ){1,5}(?:found )?guilty of \Z"
)
