"""Whether words of dismissal say that an officer was dismissed, would have been, or that something else was."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.by_place import counts_off_things
from peelian.reading.dates import MODAL_MAY
from peelian.reading.no_outcomes import CASE_DISMISSED
from peelian.reading.only_weighed import is_only_weighed
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit

WOULD_HAVE: Final = re.compile(
    r"(?:would|'d|\bwould've|\bmust|\bshould)(?:, [^,.;]{3,40},)?(?: \w+ly| still| also| both| each| all| otherwise| now| undoubtedly)*(?: have)?(?: \w+ly| still| also| both| each| all| otherwise| in any event)* (?:been |have |have been |be )?(?:\w+ly )?(?:the )?\Z"
)
_COURT_AFTER: Final = re.compile(
    r"(?:,? (?:(?:his|her|their|the|an?|all|any|that|this|both|those|these|such|each|of|two|three|four|remaining|other|further|separate|first|second|third|suggestions) ){0,3}?)(?:appeals?|(?:reports?|rumou?rs?|speculation|calls?|callers?|warnings?|fears?|pleas?|requests?|evidence|accusations?|talk|stories|threats?|offers?|doubts?|questions?|explanations?|accounts?|remarks?|incidents?|injur(?:y|ies)|matter|threat|danger|risk|possibility|prospect|need|importance|claim)\b(?! as a (?:police|special))|claims?|applications?|charges?|counts?|complaints?|suggestions?|arguments?|challenges?|submissions?|idea|concerns|notion|allegations?|criticisms?|petition|grounds?|cases? against|defence|case|as (?:an? (?!special|police|constable|officer|pcso|sergeant|detective|member)|mere|just|untrue|banter|nonsense|rumou?rs?))\b"
)
_COURT_BEFORE: Final = re.compile(
    r"\b(?:appeals?|claims?|applications?|charges?|counts?|complaints?|challenges?|case|cases|proceedings|allegations?|matters?|bid|action|summons|defences?|prosecution|grounds?|jury|jurors|tribunal)(?: (?:against|of|by|for|to|from) [\w' -]{1,30})?(?: (?:is|was|were|are|be|been|being|has|have|had|later|then|also|therefore|accordingly|which|that))* \Z"
)
# "An allegation that he lied about it was dismissed", "Claims of a cover-up were also dismissed"
_ALLEGATION_BEFORE: Final = re.compile(
    r"\b(?:allegations?|claims?|suggestions?|accusations?|complaints?|arguments?|submissions?)(?: \w+){0,2} (?:that|of|against|about|concerning|relating|regarding|made|alleging|which|involving|over)\b(?:(?!\b(?:who|but|while|although|after|when|and (?:he|she|they|pc|sgt|both|was|were|has|have|at|on|in))\b)[^.;:\n]){1,130}?\b(?:was|were|is|are|be|been)(?: also| then| later| both| all| each| not| eventually| therefore)* \Z"
)
# "The hearing came to nothing and was dismissed", "the case collapsed and was dismissed"
_HEARING_BEFORE: Final = re.compile(
    r"\b(?:hearing|case|prosecution|tribunal|proceedings)(?: (?:against|into|of|involving) (?:(?!\b(?:and|who|was|were)\b)[\w'-]+ ){1,6}| )(?:(?:came to nothing|collapsed|was (?:halted|stopped|abandoned|thrown out)|fell apart|ended early) and )?(?:was|were|has been|had been)(?: then| later| finally| duly| itself)* \Z"
)
# "answered allegations at the hearing, |which were| dismissed"
_WHICH_WERE: Final = re.compile(
    r"\b(?:allegations?|charges?|claims?|complaints?|matters?|breaches)\b(?:(?!\b(?:he|she|they|who)\b)[^.;:\n]){0,60}, (?:all of |both of )?which (?:was|were|has been|have been|had been)(?: \w+ly| later| all| both| then)* \Z"
)
# "She appeals against the outcome of dismissal": the dismissal is a fact.
_APPEALED: Final = re.compile(
    r"\bagainst (?:the |a |an )?(?:outcome|sanction|penalty|decision|disciplinary action) of (?:summary )?\Z"
)
_NOUN_FRAME: Final = re.compile(
    r"(?:\b(?:his|her|their|whose|'s|in|was|is|be|of|with|to|imposed?|immediate|summary|for|instant|decided on|decision:?|outcome:?|sanction:?|result:?|and|since|after|following|until|before|by|upheld|confirmed|ordered|determined|imposes) (?:the )?(?:immediate |summary |instant |on-the-spot |one of )?|\bin (?:the case|respect) of (?:[\w'-]+ ){1,4}|(?:[:;,./(]| [-\u2013\u2014]) ?|\A\s*)\Z"
)
# "announced |the| dismissal |of PC Lee|", "News of |the| dismissal |of ...|"
_TOLD_BEFORE: Final = re.compile(
    r"\b(?:announc\w+|reveal\w+|report(?:ed|s|ing)|disclos\w+|welcom\w+|defend(?:ed|s|ing)|explain\w+|regrett\w+|criticis\w+|prais\w+|spoke|speaking|news|told|described|marked|made public|led|accepted|caused|brought about|carried out|recorded|approved|followed|despite|about|on|from|against|by|protest\w*)(?: (?:of|to|about))? (?:the|a) \Z"
)
_OF: Final = re.compile(
    r"(?:,? (?:without notice|with immediate effect),?)? of (?!(?:all|any|the (?:case|charges?|claims?|appeals?|allegations?|complaints?)|an? (?:case|charge|claim|appeal|allegation|complaint)|charges?|claims?|appeals?|allegations?|complaints?|the idea)\b)"
)
# "The dismissal of PC Lee, without notice, |followed| a hearing", "Her dismissal |was announced|"
_TOLD_AFTER: Final = re.compile(
    r"(?: of (?!(?:the|an?|all|his|her) (?:\w+ )?(?:case|charge|claim|appeal|allegation|complaint|count)s?\b)[^.;]{2,70}?)?(?:,? (?:without notice|with immediate effect|on \w+day),?)?,?"
    r" (?:was|were|is|has been|had been)? ?(?:\w+ly )?(?:announced|followed|follows|came|comes|took effect|takes effect|brought|brings|ended|ends|imposed|ordered|marks|marked|reported|published|recorded|handed down|read out|confirmed|made public)\b(?! (?:(?:before|to) (?:the|a) court|by (?:the )?(?:judge|court)))"
)
# "In the case of PC Lee dismissal without notice."
_IN_CASE_OF: Final = re.compile(r"\bin (?:the case|respect) of (?:[\w'-]+ ){1,4}\Z")
_JUSTIFIED_AFTER: Final = re.compile(
    r" (?:would (?:be|have been) (?:justified|warranted|appropriate)|is justified|could|"
    + MODAL_MAY
    + r"|might|was (?:justified|not)|had been (?:\"?a whisker|considered)|as (?:an? )?(?:option|possible)|would not)"
)
# "The panel decided that only dismissal would do", "... that dismissal was the only possible outcome"
_ONLY_AFTER: Final = re.compile(
    r"(?: without notice| with immediate effect)?,? (?:would (?:do|suffice)|(?:was|is) (?:therefore |clearly )?(?:the )?(?:only|appropriate|inevitable|proportionate|necessary|right|correct|required|enough|sufficient)|will do|met the)\b"
)
_PANEL_BEFORE: Final = re.compile(
    r"\b(?:(?:panel|hearing|tribunal|it|chair|chief constable) (?!(?:\w+ ){0,2}(?:told|heard|asked|urged|reminded|invited|hears)\b)(?:[\w]+ ){0,3}(?:that|felt|was satisfied)|(?:i|we) (?:have )?(?:therefore )?(?:concluded|decided|determined|find|found|am satisfied|are satisfied)\b[^.;]{0,30}? that)\b"
)
_PANEL_WOULD: Final = re.compile(
    r"\b(?:panel|hearing|tribunal|it|they|constable|force|and)(?: that| which)? would (?:\w+ly )?have (?:\w+ly )?\Z"
)
# "shortly after the Taser |was fired|"
_OF_A_WEAPON: Final = re.compile(
    r"\b(?:tasers?|guns?|weapons?|firearms?|pistols?|rifles?|carbines?|shots?|rounds?|bullets?|barbs?|cartridges?|flares?|crossbow|spray)(?: (?:that|which|had|has|have|never|not|then|later|accidentally|deliberately|also))* \Z"
)
_OBJECT: Final = re.compile(
    r" (?:him|her|them|both|either|each|the (?:\w+ )?(?:officer|constable|sergeant|inspector|detective|former|pair|two)|an? (?:former|ex-|serving)|former|ex-\w+|retired|pcs?|ps|dc|ds|di|dci|insp|inspector|sergeant|constable|mr|ms|mrs|miss|dr|sgt)\b"
)


def would_have(before: str, sentence: Sentence, low: str, hit: Hit) -> bool:
    found = WOULD_HAVE.search(before)
    if found is None:
        return False
    if "should" in found.group() or "must" in found.group():
        return False
    if re.search(r"(?:have|'ve)\b.* been |had to ", found.group() + low[hit.start : hit.start + 7]):
        return True
    if re.search(r"\b(?:have|'ve) (?:\w+ly )?\Z", found.group()) and low[hit.start : hit.start + 4] in (
        "lost",
        "had ",
        "have",
        "got ",
        "gone",
        "been",
    ):
        return True
    if _PANEL_WOULD.search(before) and (
        _OBJECT.match(low, hit.end) or low.endswith((" him", " her", " them"), hit.start, hit.end)
    ):
        return True  # "the panel would have dismissed him"
    whole = low[sentence.start : sentence.end]
    return (
        re.search(
            r"\b(?:had (?:he|she|they|the|pc|ps|mr|ms|former)|if (?:he|she|they) (?:had|was|were)|were (?:he|she|they) still|still (?:been )?serving|but for (?:his|her|their))",
            whole,
        )
        is not None
    )


_SOMEBODYS_PLEA: Final = re.compile(
    r"(?: (?!(?:and|who|after|for|over|at|in|on|from|following|because|when|without|with)\b)[\w'\u2019-]+){0,7}? [\w-]+['\u2019]s? (?:\w+ ){0,2}?(?:appeals?|claims?|applications?|requests?|arguments?|submissions?|complaints?|challenges?|bids?|pleas?|explanations?|accounts?|grievances?)\b"
)
_SENTENCE: Final = 200  # characters of a sentence before the word
_A_THING: Final = re.compile(
    r"(?:\A|[.;:,\"] ?|\b(?:and|but|that|when) )it (?:was|is|has been|had been) (?:\w+ly |also |then |later )?\Z"
)


def _opens_cell(text: str, at: int) -> bool:
    """Whether a capital at ``at`` opens a cell of a table, or what follows a note's number or sign."""
    before = text[max(0, at - 3) : at]
    apart = before.endswith("  ") or before.rstrip(" ")[-1:] in ("\t", "|", "]", ")", "*")
    return apart and (text[at].isupper() or before.rstrip(" ")[-1:] in ("]", ")"))


# "the case of a constable |dismissed by Dorset Police|": whoever it was about, not the case
_WHO_WAS: Final = re.compile(
    r"\b(?:case|appeal|matter)s? (?:of|involving|concerning|about) (?:an?|another) (?:[\w'&-]+ ){0,4}?(?:officer|constable|pc|pcso|sergeant|inspector|superintendent|detective|special)(?:,? who (?:was|had been))? \Z"
)


def is_dismissal(prepared: Prepared, hit: Hit, before: str, after: str) -> bool:
    """Whether words of dismissal are about an officer's job and not about an appeal, a charge or an idea."""
    low = prepared.page.low
    word = low[hit.start : hit.end]
    if _COURT_AFTER.match(after) and not word.startswith(("sack", "fire", "lost", "cost")):
        return False
    if word.startswith("dismiss") and _SOMEBODYS_PLEA.match(after):
        return False  # "dismissed PC Lee's application to adjourn"
    if is_only_weighed(word, before, after):
        return False
    if word == "dismissed" and _A_THING.search(before):
        return False  # "It was dismissed": an appeal, a claim, a charge told of before
    if word == "dismissed" and len(prepared.cast.subjects) == 1:
        sentence = prepared.page.near(hit.start)
        if counts_off_things(prepared.page, sentence.start, low[sentence.start : hit.start]):
            return False  # "three allegations. The first was dismissed"
    if word.startswith("dismiss") and not _APPEALED.search(before):
        own = low[max(prepared.page.near(hit.start).start, hit.start - 200) : hit.start]
        noun = word == "dismissal" and _IN_CASE_OF.search(before) is not None
        court = _COURT_BEFORE.search(before) or _ALLEGATION_BEFORE.search(own) or CASE_DISMISSED.search(own)
        court = court or _HEARING_BEFORE.search(own) or _WHICH_WERE.search(own)
        if court and not noun and _WHO_WAS.search(before) is None:
            return False
    if word == "dismissal":
        if _opens_cell(prepared.page.text, hit.start) and not _JUSTIFIED_AFTER.match(after):
            return True
        told = low[max(prepared.page.near(hit.start).start, hit.start - _SENTENCE) : hit.start]
        if _ONLY_AFTER.match(after) and _PANEL_BEFORE.search(told):
            return True
        if _JUSTIFIED_AFTER.match(after):
            return False
        if _TOLD_BEFORE.search(before) and _OF.match(after):
            return True
        opens = re.search(r"(?:\A|[.;:,\"]) ?(?:the|his|her|their) \Z", before) is not None
        return (opens and _TOLD_AFTER.match(after) is not None) or _NOUN_FRAME.search(before) is not None
    if word in ("dismissing", "to dismiss", "to sack", "dismisses", "sacks"):
        if prepared.cast.subjects_in(hit.end + 1, hit.end + 2):
            return True
        return (
            re.match(
                r" (?:\w+ ){0,3}?(?:him|her|them|pc|ps|dc|ds|sgt|the officer|officer|constable|sergeant|mr|ms|mrs|miss|former|two|three|a )\b",
                after,
            )
            is not None
        )
    if word.endswith("fired") and _OF_A_WEAPON.search(before):
        return False
    if word.startswith("cost"):
        return re.search(r"\b(?:has|have|it|which|that|and) \Z", before) is not None
    return True
