"""What makes a run of capitals somebody's name: the surname used alone, the party of a case that it is printed as."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.name_lists import follows_officers
from peelian.reading.page import CAPITALS, HYPHENS

_VERSUS: Final = re.compile(
    r"(?:\bv\.?|-v-|- ?and ?-|\bvs\.?)\s*(?:\(1\)\s*|\(1\)[^()]{3,60}(?:\([2-6]\)[^()]{3,60}){0,4}\([2-6]\)\s*)?\Z"
)
_VERSUS_ENDS: Final = ("v", ".", "-", "s", ")")  # what it ends with: few names need the whole search
_PARTY_AFTER: Final = re.compile(
    r"[^\S\n]*[\n|]?[^\S\n]*[(-]?(appellant|claimant|applicant|defendant|respondent|interested party)\b(?!s?:)"
)
_PARTY_BEFORE: Final = re.compile(
    r"\b(appellant|claimant|applicant|defendant|respondent)s?(?::| ?-)\s*(?:mr |mrs |ms |miss |former |pc |the )*\Z"
)


# "Hale v Commissioner of Police of the Metropolis": who brings a case against a force.
_AGAINST_FORCE: Final = re.compile(
    r"\s*(?:\bv\.?|-v-|\bvs\.?|and)\s+(?:the )?(?:commissioner of|chief constable|police appeals tribunal)\b"
)


# "Appeal by OWEN BRACE", "In the matter of an appeal by"
_APPEAL_BY: Final = ("appeal by ", "appeal of ", "appeal by mr ", "appeal by ms ", "appeal by former ")


def party(low: str, start: int, end: int) -> str | None:
    """What party to a case the name at ``[start, end)`` is printed as: ``appellant``, ``defendant``, ..., or None."""
    after = _PARTY_AFTER.match(low, end, min(len(low), end + 90))
    if after:
        return after.group(1)
    if _AGAINST_FORCE.match(low, end):
        return "claimant"
    ahead = low[max(0, start - 30) : start]
    if ":" in ahead or "-" in ahead:
        before = _PARTY_BEFORE.search(low, max(0, start - 30), start)
        if before:
            return before.group(1)
    if ahead.endswith(_APPEAL_BY):
        return "appellant"
    if not ahead.rstrip().endswith(_VERSUS_ENDS):
        return None
    reach = 240 if ahead.rstrip().endswith(")") else 14  # "(1) Ann Hale (2) Rhys Dace"
    return "defendant" if _VERSUS.search(low, max(0, start - reach), start) else None


_AGE_AFTER: Final = re.compile(
    r",? (?:who is |now |then )?(?:aged )?\(?(?:aged )?(\d\d)\b(?!\d|[:./%]| ?(?:am|pm|january|february|march|april|may|june|july|august|september|october|november|december))"
)
_LABEL_BEFORE: Final = re.compile(
    r"(?:name|officer(?:'s name)?|officer concerned|subject|appellant|chair|chaired by|of):? ?\Z"
)
_SPEAKS_AFTER: Final = re.compile(
    r"(?:,(?:[^.\n]{0,80}?,)?| (?:of|from) [^.,\n]{0,50}?)? (?:said|told|added|says|commented|explained|called|described|read a statement)\b"
)
# A job or kinship that stands before the name of the one who has it: "his solicitor, Ann Lee".
_JOB_BEFORE: Final = re.compile(
    r"\b(?:judge|magistrate|solicitor|barrister|counsel|prosecutor|commissioner|director|representative|secretary|chair(?:man|woman|person)?|coroner|ombudsman|spokes(?:man|woman|person)|constable|inspector|superintendent|neighbour|(?:superintendent|inspector|constable|officer|man|woman) (?:named|called)"
    # "one of its sergeants, Ann Lee, got six years"
    r"|one of (?:its|their|his|her|our|the(?: [\w'-]+){1,3}?|[\w-]+'s?) (?:(?:own|former|most|senior|junior|serving|experienced|response|traffic|town|local) )*(?:officers|constables|sergeants|inspectors|detectives|pcs|pcsos|specials|handlers|staff|superintendents)),? \Z"
)
_KIN_BEFORE: Final = re.compile(
    r"\b(?:wife|husband|partner|fianc\u00e9e?|mum|mother|dad|father|brother|sister|son|daughter|widow|widower|uncle|aunt|nephew|niece|cousin|victim),? \Z"
)
_CUE_AFTER: Final = re.compile(
    r"(?:,[^.\n]{0,60}?,)? (?:(?:was|were|has|had|is|did|could|would|does)(?:n't)?|pleaded|admitted|denied|appeared|resigned|retired|left|quit|lied|joined|worked|served|faces|faced|must|will|who)\b|, (?:prosecuting|defending|for|of|from|head|chair|who|a|an|the|formerly|whose|(?:then|now) (?:the |an? |acting |temporary )?(?:deputy|assistant|chief|head))\b| \(|: | qc\b| kc\b"
)
# Who was dismissed or tried stands after the verb: "When Humberside Police sacked |Ann Lee|".
_DEALT_WITH: Final = re.compile(
    r"\b(?:sack(?:ed|ing|s)|dismiss(?:ed|ing|es)|jail(?:ed|ing|s)|convict(?:ed|ing|s)|acquit(?:ted|ting|s)|suspend(?:ed|ing|s)|reinstat(?:ed|ing|es)|demot(?:ed|ing|es)"
    r"|quash(?:ed|ing|es)|charg(?:ed|ing)|fin(?:ed|ing)|clear(?:ed|ing|s)|disciplin(?:ed|ing)|remember|meet)(?: (?:ex-)?(?:former |then |colleague |officer |mr |ms ))? ?\Z"
)
# "Ann Lee|, a Kent Police detective"
_POLICE_AFTER: Final = re.compile(
    r",? (?:\(?\d\d\)?, )?an? (?:[\w'&-]+ ){0,4}?(?:police|constabulary|met) (?:[a-z]+ )?(?:officer|detective|constable|sergeant|inspector|superintendent|pcso|special|dispatcher|call handler)\b"
)
# "Royston Adair |kept the keys to the cupboard. He| was ...": somebody did something, and the next sentence says he or she
_DID_AND_HE: Final = re.compile(
    r"(?:,[^.\n]{2,60},)? (?:[a-z]{2,12}ed|kept|took|ran|drove|stole|spent|wore|held|made|gave|got|sold|bought|began|went|came|knew|thought|saw|met|sent|wrote|lost|won|paid|hid|broke|rode|shot|spoke|taught)\b"
    r"[^.!?\n]{1,220}[.!?][\"\u201d]?\s{1,3}(?:he|she|his|her)\b"
)
# Who wrote the page is not told of in it.
_SIGNED: Final = re.compile(r"(?:\bby|words|report(?:er|s)?|picture[sd]?|photo\w*):? \Z")
_PLACE_BEFORE: Final = re.compile(r"\b(?:of|in|at|near|from|on|to) \Z")
_SPEAKS_BEFORE: Final = re.compile(r"\b(?:said|added|says|told) \Z")


# "He was named in court as |Basil Thorne|"
_NAMED_AS: Final = re.compile(
    r"\b(?:he|she|who|officer|constable|sergeant|inspector|superintendent|detective|man|woman) (?:was|is|has been|had been|can be|can now be|could be) (?:\w+ )?(?:named|identified|revealed)(?: [a-z]+){0,4} (?:as|to be) \Z"
)


def reasons_around(low: str, start: int, end: int) -> int:
    """What the words around a run of capitals give for its being a name: an age, a verb of saying, a label, a job, a party."""
    reasons = 0
    if _AGE_AFTER.match(low, end):
        reasons += 2
    if _SPEAKS_AFTER.match(low, end) or _SPEAKS_BEFORE.search(low, max(0, start - 8), start):
        reasons += 2
    if _DID_AND_HE.match(low, end):
        reasons += 2
    if _LABEL_BEFORE.search(low, max(0, start - 24), start):
        reasons += 2
    if _CUE_AFTER.match(low, end):
        reasons += 2
    if party(low, start, end):
        reasons += 3
    if _DEALT_WITH.search(low, max(0, start - 24), start):
        reasons += 2
    if _POLICE_AFTER.match(low, end):
        reasons += 2
    before = low[max(0, start - 36) : start]
    if before.endswith((" as ", " be ")) and _NAMED_AS.search(low, max(0, start - 80), start):
        reasons += 2
    if before.endswith("s ") and follows_officers(low, start):
        reasons += 2
    if before.endswith(" ") and (_JOB_BEFORE.search(before) or _KIN_BEFORE.search(before)):
        reasons += 2
    return reasons


# "Sgt Lee, 43, and wife |Ann, 39,|": named by the given name alone, beside the one whose surname both have.
_AND_SPOUSE: Final = re.compile(
    r"\band (?:his |her )?(?:police officer |fellow officer )?(?:wife|husband),? \Z"
)
_AGED: Final = re.compile(r",? (?:aged )?\(?\d\d\b")


def is_spouse(low: str, start: int, end: int) -> bool:
    """Whether a given name is that of somebody told of together with husband or wife, with an age of their own."""
    return (
        _AND_SPOUSE.search(low, max(0, start - 40), start) is not None and _AGED.match(low, end) is not None
    )


def is_signature(low: str, start: int) -> bool:
    """Whether the name at ``start`` is only of who wrote the page or took its picture."""
    return _SIGNED.search(low, max(0, start - 12), start) is not None


# "Hartigan-Rowe", "Smith-O'Neill"; a place's parts are joined by small words ("Stratford-upon-Avon")
_DOUBLE: Final = re.compile(rf"[{CAPITALS}][\w'\u2019]+[{HYPHENS}][{CAPITALS}][\w'\u2019]+\Z")


def is_double(word: str) -> bool:
    """Whether a word, as written, is two surnames joined by a hyphen."""
    return _DOUBLE.match(word) is not None


def follows_place_word(low: str, start: int) -> bool:
    """Whether a word stands before ``start`` that leads to a place as well as to a person ("of", "in", "near")."""
    return _PLACE_BEFORE.search(low, max(0, start - 8), start) is not None


# "Lee, from Hazel Grove", "Lee, 31, of Martin Hill": where somebody lives, who has just been named.
_LIVES: Final = re.compile(r"(?:[A-Z][\w'\u2019-]+,|\d\d[,)],?) (?:formerly |now )?(?:of|from) \Z")


def is_residence(text: str, start: int) -> bool:
    """Whether the run of capitals at ``start`` is where the one named or aged just before it lives."""
    return text[max(0, start - 6) : start].endswith(("of ", "from ")) and (
        _LIVES.search(text, max(0, start - 48), start) is not None
    )


def follows_kin(low: str, start: int) -> bool:
    """Whether a word of kinship stands just before ``start`` ("his brother, Lee, ")."""
    return _KIN_BEFORE.search(low[max(0, start - 16) : start]) is not None
