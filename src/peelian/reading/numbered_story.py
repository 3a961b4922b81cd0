"""Numbered paragraphs of one story, which are no list of officers: later ones go on about those whom earlier ones brought in.

"1. Two officers were dismissed. 2. PC Lee and PC Moss had ... 3. Both denied it. 4. Moss was told ...": a paper, a
report or a decision numbers its paragraphs, and no number begins another officer.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame
from peelian.reading.heads import Head

# An entry that opens so goes on about whoever was told of before.
_GOES_ON: Final = re.compile(
    r"(?:he|she|they|both|his|her|their|neither|none of them|all (?:of them|two|three|four|five|six|seven)"
    r"|the (?:\d\d-year-old|pair|trio|two|three|four|five|six|other two|other three|officers?|former officers?|men|women))\b"
)
# ... and so does, less surely, one in which these words stand, or which opens on the one hearing, trial or inquiry.
_OF_THEM: Final = re.compile(
    r"\b(?:both (?:of them|officers|men|women|were|had|have)|all (?:two|three|four|five|six|seven)\b|(?:one|two|each|none|neither) of (?:them|the|these)\b|the other (?:two|three|officers?))"
)
_THE_CASE: Final = re.compile(
    r"(?:(?:at|after|during|before|following) )?(?:the|an? [\w-]+-day|an accelerated) (?:misconduct |disciplinary |crown |district |trial )?(?:hearing|panel|court|judge|jury|trial|tribunal|prosecution|investigation|inquiry|victim|complainant|charges|allegations)\b"
)
# "At Leeds Crown Court in May |he| was jailed": of whoever an earlier entry brought in, if no officer stands between
_SETTING_HE: Final = re.compile(r"(?:at|in|on|after|during|following|when) [^.;:\"\n]{2,70}?\b(he|she|they) ")
_RANKED: Final = re.compile(
    r"(?:(?:former|ex|temporary|acting|special|detective|police|chief)[ -])*(?:pc|pcso|dc|ps|ds|di|sgt|insp|constable|sergeant|inspector|officer|mr|mrs|ms|miss)s? "
)
# A name that goes on with a small letter: "|Moss| was told", "|Moss|'s sergeant", "|Moss|, 29,"
_SURNAME: Final = re.compile(r"([A-Z][\w'\u2019-]{2,}?)(?:['\u2019]s)?(?:,? [a-z\d]|, )")
_LONG: Final = 90  # characters that an entry of running text has at least, on average
_LEAST: Final = 3  # entries
_ENOUGH: Final = 2  # signs
_SHARE: Final = 3  # entries to a sign


def is_one_story(frame: Frame, marked: list[int], heads: dict[int, list[Head]]) -> bool:
    """Whether the numbered paragraphs ``marked``, of which ``heads`` open on officers, go on telling of the same people."""
    rows = frame.rows
    if not rows[marked[0]].marker.startswith("digit") or len(marked) < _LEAST:
        return False
    if sum(rows[i].end - rows[i].start for i in marked) < _LONG * len(marked):
        return False
    if 2 * sum(1 for i in marked if heads.get(i) and heads[i][0].nameless) > len(marked):
        return False  # "1. Sergeant, Knowsley. 2. Inspector, Bootle.": one officer an entry
    signs = int(_is_led(marked, heads))
    known: frozenset[str] = frozenset()
    for n, i in enumerate(marked):
        end = rows[marked[n + 1]].start if n + 1 < len(marked) else rows[i].end
        if n:
            signs += _signs(frame, rows[i].body, end, known, rows[marked[0]].body)
        told = heads[i] if i in heads else frame.heads_in(rows[i].body, end)
        known |= {name for head in told if (name := _surname(frame, head))}
    return signs >= _ENOUGH and signs * _SHARE >= len(marked)


def _surname(frame: Frame, head: Head) -> str:
    if head.name is None or head.label is not None:
        return ""
    words = frame.page.text[head.name[0] : head.name[1]].split()
    return words[-1] if words and len(words[-1]) > 2 else ""


def _is_led(marked: list[int], heads: dict[int, list[Head]]) -> bool:
    """Whether the first entry tells of somebody without a name, and the next names one whose rank may be that: "A constable ...", "PC Lee ..."."""
    first, then = heads.get(marked[0]), heads.get(marked[1])
    if not first or not then or not first[0].nameless or then[0].nameless:
        return False
    mine, theirs = first[0].rank, then[0].rank
    return mine is not None and theirs is not None and mine.value.split("_")[-1] in theirs.value


def _signs(frame: Frame, start: int, end: int, known: frozenset[str], first: int) -> int:
    """How much an entry ``[start, end)`` goes on about those ``known`` or named since ``first``: two for how it opens, one for each other sign."""
    text, low = frame.page.text, frame.page.low
    setting = _SETTING_HE.match(low, start, end)
    opens = (
        _GOES_ON.match(low, start, end) is not None
        or (setting is not None and not frame.scan.between("rank", start, setting.start(1)))
        or _opens_on_named(frame, start, end, first)
    )
    words = frozenset(text[start:end].replace("'s", "").translate(_NO_MARKS).split())
    return (
        2 * opens
        + (_OF_THEM.search(low, start, end) is not None)
        + (not opens and not known.isdisjoint(words))
        + (_THE_CASE.match(low, start, end) is not None)
    )


def _opens_on_named(frame: Frame, start: int, end: int, first: int) -> bool:
    """Whether an entry opens on the bare surname of somebody whom an earlier entry gave with a name before it."""
    text, low = frame.page.text, frame.page.low
    ranked = _RANKED.match(low, start, end)
    found = _SURNAME.match(text, ranked.end() if ranked is not None else start, end)
    if found is None or frame.scan.between("rank", found.start(1), found.end(1)):
        return False
    at = text.find(f" {found.group(1)}", first, start)
    while at > 0:
        given = text[max(first, at - _GIVEN) : at].rpartition(" ")[2]
        after = text[at + 1 + len(found.group(1)) : at + 2 + len(found.group(1))]
        if given[:1].isupper() and given.isalpha() and not after.isalnum():
            return True
        at = text.find(f" {found.group(1)}", at + 1, start)
    return False


_GIVEN: Final = 24  # characters of a given name
_NO_MARKS: Final = {ord(c): " " for c in '.,;:!?()"\u201c\u201d'}
