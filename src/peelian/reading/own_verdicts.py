"""Verdicts of officers without names: what the clause that brings one in tells of him or her, beside named ones."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.page import Page, Sentence
from peelian.reading.scan import Hit, Scan

#: What makes somebody a subject when it is told of them.
OWN: Final = frozenset({"outcome", "management", "no_case", "crime", "left", "case", "finding"})
_REACH: Final = 130  # characters between an officer and what is told of them
# Between an officer and the verdict: nobody else may take the floor.
_TURN: Final = re.compile(
    r"[;:]|\b(?:he|she|they|him|her) (?:told|said|reported)\b| by (?:a|an|the) (?!iopc\b|ipcc\b|watchdog\b|panel\b|force\b|tribunal\b|board\b|independent office\b) ?| and (?:a|an|the|pc|sgt|mr|ms|mrs|miss) "
)
_NAME_FOLLOWS: Final = re.compile(r"(?:,| named| called|:) (?:[A-Z][\w'\u2019-]+ ){1,2}[A-Z][\w'\u2019-]+")
_FOR: Final = re.compile(r"(?: for (?:gross )?misconduct)?(?: for| against) \Z")
_TO_FACE: Final = re.compile(r"\b(?:will|would|is to|are to|was to|due to|faces?|facing)\b[^.;]{0,30}\Z")
# "No action was taken| against |a probationer", "words of advice| were given to |a second PC"
_GIVEN_TO: Final = re.compile(
    r"(?: (?:was|were|is|are|has been|have been|had been|will be|would be|went)(?: (?:also|later|then|to be))*(?: (?:taken|given|handed|issued|imposed|handed out|handed down))?)? (?:to|on|for|against) "
)
_WHO_DID_IT: Final = re.compile(
    r",? (?:who|whose) [^.;]{4,160}?(?= (?:received|was (?:given|dismissed|found|dealt|issued|reduced)|has been (?:given|dealt)|had (?:a|no) case|retired|resigned)\b)"
)


def end_of_clause(page: Page, sentence: Sentence, d: Description) -> int:
    """Where a description ends, with the relative clause after one that opens a sentence: "A sergeant who signed PC Lee's form"."""
    if d.start - sentence.start > 2:
        return d.end
    told = _WHO_DID_IT.match(page.low, d.end, min(sentence.end, d.end + 2 * _REACH))
    return told.end() if told is not None else d.end


def own_verdict(
    page: Page, scan: Scan, d: Description, sentence: Sentence, named: list[tuple[int, int]]
) -> Hit | None:
    """What is told of them in their own clause, with nobody named between."""
    after = end_of_clause(page, sentence, d)
    nearest = bisect_left(named, (after, 0))
    limit = min(sentence.end, after + _REACH, named[nearest][0] if nearest < len(named) else len(page.text))
    if nearest < len(named) and named[nearest][0] < min(sentence.end, d.end + 12):
        return None  # "the second officer, PC Lockwood,"
    if AS_WITNESS.search(page.low, d.end, limit):
        return None
    first = bisect_left(named, (sentence.start, 0))
    if _GOES_ON.match(page.low, d.end) and first < len(named) and named[first][0] < d.start:
        return None  # "Sergeant Lee sent messages to |a constable| and was given ...": the sergeant was
    if page.low.endswith(_TO_WHOM, 0, d.start) and _ALLEGATION_WAS.match(page.low, d.end, limit):
        return None
    for hit in scan.between("unnamed_verdict", d.end, limit):
        if page.low.startswith("charge of", hit.start) and page.low.endswith("in ", 0, hit.start):
            continue  # "the inspector in charge of the suite"
        if hit.value in OWN and (hit.value != "finding" or d.form != "known"):
            colon = page.low.endswith(": ", d.end, hit.start)  # "A clerk in Ely read a file: dismissed"
            if _TURN.search(page.low, d.end, hit.start - 2 * colon) or _NAME_FOLLOWS.search(
                page.text, d.end, hit.start
            ):
                return None
            return hit
    for hit in scan.between("unnamed_verdict", d.end, limit):
        if hit.value == "hearing" and d.form != "known" and _TO_FACE.search(page.low, d.end, hit.start):
            return hit  # "a second officer, a sergeant, would face a misconduct meeting"
    for hit in scan.between("unnamed_notice", d.end, limit):
        if (
            hit.value == "investigated"
            and (d.form != "new" or "criminal" in page.low[hit.start : hit.end])
            and not _TURN.search(page.low, d.end, hit.start)
        ):
            return hit
    for hit in scan.between("unnamed_verdict", max(sentence.start, d.start - 60), d.start):
        if (
            hit.value == "crime"
            and page.low.endswith((" in respect of ", " against "), 0, d.start)
            and d.form == "another"
        ):
            return hit
        if hit.value in ("case", "no_case") and _FOR.match(page.low, hit.end, d.start):
            return hit
        if (
            hit.value in ("outcome", "management")
            and d.form != "known"
            and (
                _GIVEN_TO.fullmatch(page.low, hit.end, d.start)
                or (
                    hit.end + 1 == d.start and page.low.endswith("ed", 0, hit.end)
                )  # "sacked| |a records clerk"
            )
        ):
            return hit
    return None


# "The allegation that he sent a message to |a sergeant|, was not proven": the allegation was
_TO_WHOM: Final = (" to ", " about ", " from ", " towards ", " at ", " against ", " of ", " with ")
_ALLEGATION_WAS: Final = re.compile(
    r",? (?:was|were|is|are)(?: \w+)? (?:(?:not |un)?(?:proven|proved|substantiated|upheld|admitted|denied|accepted)|found (?:not )?(?:proven|proved))\b"
)
_GOES_ON: Final = re.compile(r",? and (?:was|were|is|has|had|will|would|received|got|resigned|retired)\b")
_GAVE_EVIDENCE: Final = re.compile(
    r"\b(?:gave evidence|giving evidence|testif\w+|told the (?:hearing|panel|tribunal)|was (?:called|heard) as|made a statement)\b(?! in (?:his|her|their) (?:own )?defen[cs]e)"
)


def only_gave_evidence(page: Page, d: Description, verdict: Hit) -> bool:
    """Whether of somebody nothing is told but that they gave evidence and have since left: a witness."""
    return verdict.value == "left" and _GAVE_EVIDENCE.search(page.low, d.end, verdict.start) is not None


# "A colleague, also a PC, was interviewed as a witness and faces no action": not told of for his own conduct.
AS_WITNESS: Final = re.compile(r"\bas an? (?:\w+ )?witness\b")
