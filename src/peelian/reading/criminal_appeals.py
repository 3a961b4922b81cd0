"""Appeals in criminal cases: against conviction or sentence, lodged or decided."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.appellants import is_anothers_appeal
from peelian.reading.charge_context import appealed_for_sentence_alone, of_a_sentence, only_sought
from peelian.reading.model import AppealDraft, Cited
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit
from peelian.reading.tribunals import is_review

_NOT_CRIMINAL: Final = re.compile(
    r"\b(?:tribunal|pat|panel|police appeals|dismissal|misconduct(?! in (?:a )?public office| convictions?)|sanction|judicial review|appeal (?:for|to) (?:information|witnesses|the public|anyone)|public appeal|disciplinary|rank|chief constable's decision"
    r"|job back|reinstated (?:on|after|following|by)|internal appeal|appeal hearing|appeal panel|appealed to (?:deputy|assistant|the chief|chief))\b"
)
_CRIMINAL: Final = re.compile(
    r"\b(?:convictions?|sentences?|sentenced|court|judges?|magistrates|jury|single judge|crown|justice|solicitor|jailed|jail|prison|trial|quash\w*)\b"
)
_AGAINST_COURT: Final = re.compile(r"\b(?:convictions?|sentences?|court of appeal|crown court|magistrates)\b")
_ONLY_INTENDED: Final = re.compile(
    r"\b(?:will appeal|intends? to appeal|intend(?:ed|ing)? to appeal|plans? to appeal|considering an appeal|may appeal|could appeal|right (?:to|of) appeal|did not appeal|not appeal(?:ed)?|no appeal|would appeal|(?:time|days|weeks|until \w+(?: \w+)?) to appeal|can appeal|if he appeals)\b"
)
_LENGTH_CHANGED: Final = re.compile(
    r"\b(?:sentences?|term|terms|jail|years|months|ban|fine|excessive|lenient)\b.{0,120}\b(?:reduced|cut|substitut\w+|increased|replaced|halved|doubled|trebled|slashed|shaved|shortened|lowered|varied|raised|extended)\b"
    r"|\b(?:reduced|cut|substitut\w+|increased|replaced|halved|doubled|trebled|slashed|shaved|off|shortened|lowered|varied|raised|extended|knocked|scaled|brought|reduces|increases|reducing|increasing)\b.{0,90}\b(?:sentences?|term|terms|years|months|ban)\b"
    r"|\b(?:substituted|replaced)\b.{0,60}\b(?:fine|community order|discharge)\b|\b(?:increased|reduced|cut|raised) it to\b"
    r"|\b(?:on appeal|court of appeal|appeal judges)\b.{0,60}\b(?:was|were|have|and|which|they|judges|appeal) suspended\b(?! from)|\bsuspended\b.{0,40}\bon appeal\b"
)
# "lost a bid to |have his sentence reduced|": only asked for
_CHANGE_SOUGHT: Final = re.compile(
    r"\b(?:bid|attempt|fail\w*|ask\w*|hop\w+|appl\w+|tr(?:y|ied|ies|ying)|wants?|wanted|sought|seeks|seeking|lost|loses|unsuccessful\w*|refus\w+|declin\w+)\b[^.;]{0,60}\bto (?:have|get|see|reduce|cut|increase|raise|lower|shorten)\b"
)
_WON: Final = re.compile(r"\b(?:w[io]ns?|won|winning|succeed\w*|successful\w*)\b")
_REFERRED: Final = re.compile(
    r"\b(?:(?:has|have|had|been|was|is) (?:now |also )?referred|(?:attorney|solicitor)[ -]general referred)\b"
)
# "quashed that and imposed ten years instead", "ruled that it should be ten years", "unduly lenient and jailed him for three years"
_PASSED_ANEW: Final = re.compile(
    r"\b(?:quash\w*|set aside)\b(?!.{0,40}\bconvictions?\b).{0,80}\b(?:impos\w+|substitut\w+|replac\w+|in its place|passed)\b.{0,40}\b(?:years?|months?|terms?|sentences?)\b"
    r"|\b(?:judges|justices?|court of appeal|court)\b.{0,60}\b(?:ruled|said|decided|held|found)\b.{0,40}\b(?:should|ought to|must) (?:(?:now|instead) )?(?:be|have been|serve|have served) [\w -]{1,24}(?:years?|months?)\b"
    r"|\bunduly lenient\b.{0,60}\b(?:jailed (?:him|her)|impos\w+|sentenced (?:him|her) to|gave (?:him|her)|sent (?:him|her) to prison|passed)\b.{0,30}\b(?:years?|months?)\b"
)
# ... and the sentence after that in which the judges speak: "Eighteen months was substituted"
_ANEW: Final = re.compile(
    r"\b(?:years?|months?|weeks?)'?(?: imprisonment| custody)? (?:was|were) (?:substituted|put in its place|imposed instead)\b"
    r"|\b(?:substituted|imposed|passed) (?:one of|a (?:term|sentence) of)\b"
)
_FOR_MORE: Final = re.compile(r"\b(?:attorney|solicitor)[ -]general\b|\bunduly lenient\b")
_ALLOWED: Final = re.compile(
    r"\b(?:allow(?:ed|ing|s)?|quash(?:ed|es|ing)?|overturn(?:ed|ing|s)?|set aside|won|wins?|succeed(?:ed|s)?|successful(?:ly)?|unsafe|cleared|upheld (?:his|her|the|their) appeal"
    r"|(?:thr(?:own|ew|ow|ows|owing)|struck) out (?:the|his|her|their|a|an|both)(?: [\w-]+){0,3} (?:convictions?|verdicts?)|(?:verdicts?|convictions?) (?:cannot|could not|can not) (?:be allowed to )?stand)\b"
    # "his conviction for fraud was thrown out" (and not "the appeal against conviction was thrown out")
    r"|(?<!against )(?<!against his )(?<!against her )(?<!against the )(?<!against their )\bconvictions?(?: for [\w ]{3,40}?)?,? (?:was|were|is|are|has been|have been|had been|being)(?: \w+ly)? (?:thrown|tossed|struck|kicked) out\b"
    r"|\border(?:ed|s|ing) (?:that )?(?:an? |his |her |their )?(?:full )?(?:retrial|re-trial|(?:new|second|fresh) trial)\b"
)
_DISMISSED: Final = re.compile(
    r"\b(?:dismiss(?:ed|es|ing)?|reject(?:ed|s|ing)?|refus(?:ed|es|ing)|lost|los(?:e|es|ing)|fail(?:ed|s)|unsuccessful(?:ly)?|turned down|threw out|thrown out|upheld (?:the|his|her|their) (?:convictions?|sentences?))\b"
)
_PENDING: Final = re.compile(
    r"\b(?:lodged|lodging|notice of appeal|grounds of appeal|seeking leave|leave to appeal|applied|application|pending|(?:is|are|be|was|were) (?:to be |being |due to be |yet to be )?(?:heard|considered|listed)|(?:is|are) appealing"
    r"|(?:has|have) (?:now |since |already )?appealed|appeals? against|against which (?:he|she|they|the (?:appellant|applicant)) (?:now )?appeals?|until (?:the|his|her|an) appeal|awaiting|outstanding|gone in|appealed|asked the court of appeal to (?:review|look|reconsider|consider|increase|raise)|will hear (?:the|his|her|an|their) (?:application|appeal|case|reference))\b"
)


def read_criminal_appeal(
    prepared: Prepared, words_of_appeal: list[Hit], convicted: bool
) -> AppealDraft | None:
    """The criminal appeal of one subject: ``varied``, ``allowed``, ``dismissed`` or ``pending``; None where only intended.

    ``words_of_appeal`` are those that tell of this subject. ``convicted``: the page tells of a conviction of this subject, so that an appeal without more words is
    against it, unless a tribunal is spoken of.
    """
    page, low = prepared.page, prepared.page.low
    if is_review(prepared):
        return None  # what the High Court quashes is a panel's decision
    best: tuple[int, AppealDraft] | None = None
    tribunal = bool(words_of_appeal) and ("appeals tribunal" in low or "appeals' tribunal" in low)
    for hit in words_of_appeal:
        index = page.sentence_index(hit.start)
        s = page.sentences[index]
        words = low[max(s.start, hit.start - 500) : min(s.end, hit.end + 500)]
        if _NOT_CRIMINAL.search(words) or not (_CRIMINAL.search(words) or convicted):
            continue
        if tribunal and not _AGAINST_COURT.search(words):
            continue
        if is_anothers_appeal(prepared, hit.start):
            continue
        if _ONLY_INTENDED.search(words):
            continue
        result = _result(words, low[hit.start : hit.end])
        after = page.sentences[index + 1] if index + 1 < len(page.sentences) else None
        if (
            result is None
            and after is not None
            and "court of appeal" in words
            and _ANEW.search(low, after.start, after.end)
        ):
            result = 4, "varied"
        if result is None:
            continue
        order, value = result
        if value == "allowed" and appealed_for_sentence_alone(low):
            value = "varied"
        if best is None or order > best[0]:
            best = (
                order,
                AppealDraft(Cited("criminal", (hit.start, hit.end)), Cited(value, (s.start, s.end))),
            )
    return best[1] if best is not None else None


def _result(words: str, word: str) -> tuple[int, str] | None:
    """How the appeal that a sentence tells of ended, with how much that says (a decision beats a notice)."""
    sought = _CHANGE_SOUGHT.search(words) is not None and not _WON.search(words)
    if (not sought and _LENGTH_CHANGED.search(words)) or of_a_sentence(words) or _PASSED_ANEW.search(words):
        return 4, "varied"
    if word == "unduly lenient":
        if "scheme" in words and "referr" not in words:
            return None  # somebody asked that it be looked at
        return (1, "pending") if _REFERRED.search(words) or _PENDING.search(words) else None
    if any(not only_sought(words, m.start(), 0) for m in _ALLOWED.finditer(words)) and not re.search(
        r"\bnot (?:allowed|quashed)\b", words
    ):
        if _FOR_MORE.search(words):  # whoever asks that a sentence be increased does not ask for an acquittal
            return (1, "pending") if "leave" in words or _REFERRED.search(words) else (3, "varied")
        return 3, "allowed"
    if _DISMISSED.search(words):
        return 3, "dismissed"
    if "appeal" in word and _PENDING.search(words):
        return 1, "pending"
    return None
