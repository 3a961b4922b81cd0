"""What a party argued: a level of misconduct that counsel, a representative or the authority put to a panel is no finding."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.spans import holds_any

_PARTY: Final = (
    r"(?:counsel|barrister|solicitor|lawyer|advocate|representative|(?:kc|qc)|presenting officer"
    r"|for (?:the )?(?:force|appropriate authority|constabulary|officer|defence|chief constable|police federation))"
)
# Their verbs; who accepts or admits something says what is so.
_SAID: Final = r"(?:said|says|told|put it|described|called|stated|added)"
_ARGUED: Final = r"(?:argued?|argues|arguing|submitted|submits|submitting|contend(?:ed|s|ing)|claim(?:ed|s|ing)|maintain(?:ed|s|ing)|suggest(?:ed|s|ing)|assert(?:ed|s|ing)|alleged|alleges|urged|urges|invited|insist(?:ed|s|ing)|case was|view was|position was)"
# ... unless the words go on to what was found.
_NO_FINDING: Final = r"(?:(?!\b(?:panel|hearing|tribunal|chair|chairman|found|finds|ruled|decided|concluded|determined|proven|proved|accept\w*|admit\w*|conced\w*)\b)[^.;])"
_BEFORE: Final = re.compile(
    rf"\b{_PARTY}\b{_NO_FINDING}{{0,60}}\b(?:{_SAID}|{_ARGUED})\b{_NO_FINDING}{{0,90}}\Z"
    rf"|\b(?:appropriate authority|the (?:force|constabulary)|(?:his|her|their) (?:federation|union))\b{_NO_FINDING}{{0,40}}\b{_ARGUED}\b{_NO_FINDING}{{0,90}}\Z"
)
# "..., said his barrister", "argued Ann Lee, for the force"
_AFTER: Final = re.compile(
    rf"[^.;\n]{{0,60}}?,?[\"\u201d']? (?:{_SAID}|{_ARGUED}) (?:[\w'-]+,? ){{0,4}}?{_PARTY}\b"
)
_WORDS: Final = (
    "counsel", "barrister", "solicitor", "lawyer", "advocate", "representative", " kc", " qc", "presenting officer", "for the ",
    "authority", "force", "constabulary", "federation", "union",
)  # fmt: skip


# "The prosecutor said that she was |guilty of| theft"; not "said she had been found guilty", "told the court he was guilty by plea"
_PROSECUTED: Final = re.compile(
    rf"\b(?:prosecut\w+|crown|{_PARTY})\b(?:(?!\b(?:pleaded|pleads|found|jury|jurors|convicted|verdict)\b)[^.;]){{0,60}}\b(?:{_SAID}|{_ARGUED})\b(?:(?!\b(?:pleaded|found|convicted|verdict)\b)[^.;]){{0,60}}\b(?:was|were|is|are) (?:\w+ly )?\Z"
)


def is_prosecutors_word(low: str, floor: int, start: int) -> bool:
    """Whether "guilty" at ``start``, in the sentence that begins at ``floor``, is only what the prosecution said somebody was."""
    return low.startswith("guilty", start) and _PROSECUTED.search(low, floor, start) is not None


def is_argued(page: Page, start: int, end: int) -> bool:
    """Whether what ``[start, end)`` tells is only what a party to a hearing said of it."""
    s = page.near(start, 300)
    if not holds_any(page.low[s.start : s.end], _WORDS):
        return False
    return (
        _BEFORE.search(page.low, s.start, start) is not None or _AFTER.match(page.low, end, s.end) is not None
    )


# "it was alleged that she had behaved in a manner which amounted to |gross misconduct|"
_ALLEGED: Final = re.compile(
    rf"\b(?:it (?:was|is|had been|has been) (?:also |further )?alleged|the allegations? (?:was|is|were|are)) that\b{_NO_FINDING}{{0,140}}\Z"
)


def is_alleged(page: Page, start: int) -> bool:
    """Whether a level of misconduct at ``start`` is only what was alleged: "it was alleged that this was ..."."""
    s = page.near(start, 300)
    return "alleg" in page.low[s.start : start] and _ALLEGED.search(page.low, s.start, start) is not None
