"""Not in court: "charged with" said of what a panel looks into, charges that somebody is yet to decide on, and verdicts that
are unsafe only by what the appellant's side says."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import Token
from peelian.reading.page import Sentence

# "was due before a misconduct hearing next month |charged with| harassment": in no court
_PANEL: Final = r"(?:misconduct|disciplin\w+|discipline|conduct|special case|accelerated|fast-track|police) (?:hearing|panel|board|meeting|tribunal|proceedings|committee)s?"
_GOES_ON_TO: Final = r"(?: (?!(?:after|having|when|before|was|were|been|being|who|since|and|but|is|are|has|had|later|then|he|she)\b)[\w',-]+){0,7}"
_BEFORE_PANEL: Final = re.compile(rf"\b{_PANEL}{_GOES_ON_TO},? \Z")
_AT_PANEL: Final = re.compile(
    rf"(?! (?:and|but|was|were|after|has|had|,))(?: (?!(?:and|but|was|were|after|has|had|until|pending|when|who|he|she|will)\b)[\w'-]+){{1,12}} (?:at|before|by|to) (?:an? |the |his |her )?(?:gross )?{_PANEL}\b"
)


def charged_before_a_panel(low: str, token: Token, sentence: Sentence) -> bool:
    """Whether "charged with" is said of what a misconduct panel was to look into, and of no court."""
    if token.value != "charged" or not low.startswith(
        ("charged", "facing charges", "face charges", "faces charges", "faced charges"), token.start
    ):
        return False
    start, end = max(sentence.start, token.start - 140), min(sentence.end, token.end + 160)
    before = low[start : token.start]
    if "police charged" in before or "magistrates" in low[start:end] or " crown court" in low[start:end]:
        return False
    return _BEFORE_PANEL.search(before) is not None or _AT_PANEL.match(low, token.end, end) is not None


# "found guilty |at a disciplinary hearing| of assault", "|a panel| cleared him of theft": a panel's finding, and no verdict
_BY_PANEL: Final = re.compile(
    rf"(?: (?:(?!\b(?:and|but|after|was|were|had|has)\b)[\w' -]){{3,50}}?)? (?:at|by|before) (?:an? |the |his |her )?(?:gross |internal |force |three-\w+ )?{_PANEL}\b"
)
_PANEL_DID: Final = re.compile(
    r"\b(?:(?:misconduct|disciplin\w+|discipline|conduct) (?:hearing|panel|board|meeting|tribunal)|(?:an?|the|that) (?:\w+ )?(?:panel|board)(?! of (?:judges|magistrates)))(?:, [^.;,]{3,60},)? (?:(?:has|had|have|also|later|then|unanimously) )*(?:found (?:[\w.'-]+ ){1,6}?)?\Z"
)
_IN_COURT: Final = re.compile(
    r"\b(?:court|jury|jurors|judges?|magistrates|crown|trial|bailey|criminal|police caution)\b"
)


def found_by_a_panel(low: str, token: Token, sentence: Sentence) -> bool:
    """Whether "guilty of" or "cleared of" is what a misconduct panel said, in a sentence that speaks of no court."""
    if token.value not in ("convicted", "acquitted"):
        return False
    start, end = max(sentence.start, token.start - 200), min(sentence.end, token.end + 200)
    before, after = low[start : token.start], low[token.end : end]
    if _BY_PANEL.match(after) is None and _PANEL_DID.search(before) is None:
        return False
    return _IN_COURT.search(low, start, end) is None


# "while it is decided whether he should |face charges of|", "weighing up whether to |charge| him": nobody is charged yet
_WHETHER: Final = re.compile(
    r"\b(?:decid\w*|decision|consider\w*|weigh\w*|known|know|hear|told|learn\w*|wait\w*|await\w*|determin\w+|question|advice|advis\w+|ask\w*|rul\w+|review\w*|see|look\w*|say|clear|unclear|find out|establish)\b[^.;]{0,40}? (?:whether|if) (?:to \Z|(?:(?!(?:whether|who|which)\b)[\w'.,-]+ ){1,9}?(?:should|will|would|is to|are to|ought to|must|can|could|may|might) (?:also |now |ever |then )*(?:be )?\Z)"
)


def undecided(low: str, token: Token, floor: int) -> bool:
    """Whether it is only to be decided whether somebody is charged."""
    return (
        token.value == "charged"
        and (
            "whether " in low[max(floor, token.start - 160) : token.start]
            or " if " in low[max(floor, token.start - 160) : token.start]
        )
        and _WHETHER.search(low, max(floor, token.start - 200), token.start) is not None
    )


# "His lawyers argued that his |conviction was unsafe|": no court has said so
_CONTENDED: Final = re.compile(
    r"\b(?:argu(?:ed|es|ing)|submit(?:ted|s)|claim(?:ed|s|ing)|contend(?:ed|s)|maintain(?:ed|s)|insist(?:ed|s)|urged|alleg(?:ed|es)|suggest(?:ed|s)|believ(?:ed|es)|complain(?:ed|s)"
    r"|(?:lawyers?|counsel|barristers?|solicitors?|qc|kc|family|supporters|campaigners|wife|friends)\b[^.;]{0,60}? (?:said|says|told [^.;]{3,40}?))\b(?:(?!\b(?:judges?|court|lord|lady|justice|they|it) (?:\w+ ){0,4}?(?:ruled|agreed|held|accepted|said|decided|concluded|found)\b)[^.;])*\Z"
)
_BY_JUDGES: Final = re.compile(
    r"\b(?:judges?|court|lord justice|lady justice|bench)\b[^.;]{0,30}\b(?:agreed|accepted|ruled|held|was persuaded|were persuaded)\b"
)


def only_contended(low: str, token: Token, floor: int) -> bool:
    """Whether a conviction is unsafe only by what the appellant's side says."""
    words = low[token.start : token.end]
    if not words.endswith(("unsafe", "stand")):
        return False
    before = low[max(floor, token.start - 200) : token.start]
    return _CONTENDED.search(before) is not None and _BY_JUDGES.search(before) is None
