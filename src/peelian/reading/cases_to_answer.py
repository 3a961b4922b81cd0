"""Cases to answer: what an investigation or a panel says of there being a case, no case, or too little evidence for one."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.asserted_findings import (
    COURT,
    INQUIRY,
    PANEL,
)
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit
from peelian.reading.spans import holds_any

_HELD: Final = ("panel", "meeting", "hearing", "tribunal")

_OF_MISCONDUCT: Final = re.compile(r"misconduct|disciplinary|professional|case to answer|panel|tribunal")
_OF_CRIME_ONLY: Final = re.compile(
    r"(?<=criminal offence),? (?:but|however|although)\b|(?<=criminal offences),? (?:but|however|although)\b|(?<=criminal conduct),? (?:but|however|although)\b"
)

# "No case to answer |at the close of the evidence|": what only a panel says, when it has heard the case against somebody
_AT_HALF_TIME: Final = re.compile(
    r"\b(?:at|after|on|by) (?:the )?(?:close|end|conclusion) of (?:all )?(?:the )?(?:evidence|[\w']+(?: authority's)? (?:case|evidence)|case)\b"
    r"|\bhalf[- ]?(?:time|way)\b|\bmid-?way (?:through|point)\b|\bafter (?:the )?(?:evidence|submissions|legal argument)\b|\bsubmissions? of no case\b"
)


# "would have had a |case to answer|, had he still been serving"
_WOULD_HAVE_HAD: Final = re.compile(r"\bwould (?:\w+ )?have had (?:an? )?(?:\w+ )?\Z")
# "insufficient evidence |to charge a chief inspector|": a prosecutor's
_TO_CHARGE: Final = re.compile(
    r" ?(?:to|for) (?:(?:a|any|bring|support|justify|warrant|lay|criminal) )*(?:charg\w+|prosecut\w+|convict\w+)"
)


def case_found(
    prepared: Prepared,
    hit: Hit,
    sentence: Sentence,
    before: str,
    heard: bool,
    heard_before: bool,
    in_field: bool,
) -> tuple[str, int] | None:
    """What words on a case to answer find, and who found it; None where they find nothing of a subject.

    ``before`` are the words before them in their sentence or field; ``heard`` and ``heard_before``: their sentence, and the one before, tell of a hearing; ``in_field``: they fill a notice's field.
    """
    low = prepared.page.low
    after = low[hit.end : min(sentence.end, hit.end + 80)]
    whole = low[sentence.start : sentence.end]
    wider = low[hit.end : min(sentence.end, hit.end + 180)]
    if hit.value != "case_to_answer" and _TO_CHARGE.match(after):
        return None
    if COURT.search(whole) and not (heard or in_field):
        return None
    if hit.value != "case_to_answer" and is_of_others(prepared, hit):
        return None
    if (
        hit.value == "case_to_answer"
        and heard
        and re.search(r"\bpanel (?:concluded|found|determined|decided)\b", before)
    ):
        return ("misconduct" if re.match(r" for misconduct", after) else "gross_misconduct", PANEL)
    if hit.value == "case_to_answer":
        if _WOULD_HAVE_HAD.search(before):
            return None  # who has died or left: nothing is pending
        if re.search(
            r"\b(?:insufficient|not sufficient|no (?:indication|evidence)|no (?:reasonable|[a-z]+ )?(?:tribunal|panel|officers?|members?|person|individual|one)|none of|neither|nor|would not|could not|not find|(?:not|n't) (?:consider|believe|think|feel|show|suggest|indicate|support|establish|demonstrate|disclose|reveal))\b",
            before,
        ):
            return "no_case", INQUIRY
        if re.search(
            r"\b(?:whether|consider|if|disagreed|not agree|did not (?:agree|accept))\b[^.;]{0,60}\Z",
            before,
        ):
            return ("no_case", INQUIRY) if "agree" in before else None
        return "case_to_answer", INQUIRY
    outcome_page = prepared.masthead.kind == "hearing_outcome"
    if low.startswith("no breach", hit.start) and (heard or outcome_page):
        return "not_proven", PANEL
    if hit.value == "insufficient":
        own = _OF_CRIME_ONLY.search(
            wider
        )  # "no indication of a crime, but that two may have misconducted themselves"
        if not _OF_MISCONDUCT.search(wider[: own.start()] if own is not None else whole):
            return None
    if (
        hit.value == "insufficient"
        and re.search(r"could|would|find|misconduct|disciplinary|case", wider) is None
        and "breach" not in whole
    ):
        return None
    if low.startswith("no evidence to ", hit.start) and not holds_any(whole, _HELD):
        return (
            "no_case",
            INQUIRY,
        )  # "There was no evidence to support a misconduct case against the third"
    found = heard_before and re.search(r"\b(?:was|were) found to have \Z", before) is not None
    return "no_case", (
        PANEL
        if (
            heard
            or found
            or in_field
            or prepared.masthead.kind == "hearing_outcome"
            or _AT_HALF_TIME.search(whole) is not None
        )
        and hit.value == "no_case"
        else INQUIRY
    )


# "no evidence of misconduct |by other officers|", "no indication |that any officer| might have behaved"
_BY_OTHERS: Final = re.compile(
    r"[^.;]{0,60}?\b(?:by|that|for|against|on the part of|involving)(?: either)? (?:(?:any|some) (?:of (?:the|his|her|its) )?(?:other|further)|(?:the |his |her |its )?other|any of (?:his|her)) (?:serving |police )?(?:officers?|constables?|sergeants?|staff|colleagues?|members?|employees?|police)\b|[^.;]{0,40}?\b(?:by|for|against) (?:anyone|anybody) else\b"
)
_BY_ANY: Final = re.compile(
    r"[^.;]{0,60}?\b(?:by|that|for|against|on the part of) (?:any|an) (?:serving |police )*(?:officers?|members? of (?:the force|staff)|person serving with the police)\b"
)
_TRIED: Final = ("convicted", "charged", "sentenced")


def is_of_others(prepared: Prepared, hit: Hit, start: int | None = None) -> bool:
    """Whether "no evidence of misconduct" is said of other officers than the named one, or of "any" where that one was tried.

    What the words are said of stands after them, or, with ``start``, before them in the sentence that begins there.
    """
    who = prepared.cast.who(hit.start)
    if not who or any(not p.mentions for p in who):
        return False
    low = prepared.page.low
    at = hit.start if start is None else max(low.find(" no ", start, hit.start), start)
    if _BY_OTHERS.match(low, at) is not None:
        return True
    tried = any(h.value in _TRIED for h in prepared.scan.of("stage"))
    return tried and len(who) == 1 and _BY_ANY.match(low, at) is not None


# "did not agree that it was |gross misconduct, but misconduct|": how grave it was, and not whether there was a case
ONLY_LEVEL: Final = re.compile(
    r"gross misconduct,? (?:but|and) (?:(?:rather|only|instead|that|it|this|they|considered|determined|felt|believed|thought|decided|proposed|to|as|was|were|amounted|amount|treated|had|been|simple|should|be|dealt|with) )*misconduct\b"
)

# "We considered that this did not justify misconduct proceedings, |but should be dealt with| by management action"
_BUT_DEALT: Final = re.compile(
    r"[^.;]{0,40}?\b(?:but|and) (?:that )?(?:(?:it|this|they|he|she) )?(?:should|could|would|might|can|may)\b[^.;]{0,60}\b(?:dealt with|addressed|resolved|handled|managed|by way of|via|through)\b"
)


def needs_no_panel(prepared: Prepared, hit: Hit) -> bool:
    """Whether a case to answer, told in the same sentence or the one before, is only said to need no panel."""
    page = prepared.page
    before = page.sentences[max(0, page.sentence_index(hit.start) - 1)]
    told = any(h.value == "case_to_answer" for h in prepared.scan.between("finding", before.start, hit.start))
    return told and _BUT_DEALT.match(page.low, hit.end) is not None
