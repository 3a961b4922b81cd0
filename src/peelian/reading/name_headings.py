"""Headings that are names and no more ("DARREN COLE", "Ann Lee and Tom Moss"), each over a paragraph on an officer.

A round-up prints the bare name above the story: "The protection officer is serving ...", "DC Cole was cleared ...". A
name counts as an officer's only where the line below calls its bearer police; the sections of others are kept apart,
and are nobody's.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame
from peelian.reading.heads import Head
from peelian.reading.name_words import common_words, fold, given_names
from peelian.reading.scan import Hit

_LONGEST: Final = 60
_FEWEST: Final = 3
_WORD: Final = r"[A-Z][\w'\u2019]*(?:-[A-Z][\w'\u2019]+)*"
_NAME: Final = rf"{_WORD}(?: (?:de|van|von|der|la|le|al|el|bin|{_WORD})){{0,2}} {_WORD}"
_NAMES: Final = re.compile(rf"(?P<one>{_NAME})(?: (?:and|AND|&) (?P<two>{_NAME}))?")
_POLICE: Final = r"(?:officers?|constables?|sergeants?|inspectors?|superintendents?|detectives?|policem[ae]n|policewom[ae]n|pcs?|pcsos?|dcs?|cops?|specials?|call[ -]handlers?|commander|trainee|probationer)"
# "The parliamentary protection officer", "A former Essex detective", "This dog handler and constable"
_IS_POLICE: Final = re.compile(
    rf"\W*(?:(?:the|an?|this|former|ex-) ?)?(?:(?:one|two|both|three) (?:former )?)?(?:(?!(?:who|of|for|to|by|on|at|was|were|had|whose|an?|the|two|three|his|her|bit|hit|shot|beat|struck|man|woman|thug|yob|drunk)\b)(?!(?!(?:retired|disgraced|suspended|sacked|jailed|married|convicted|armed|unarmed|uniformed|decorated)\b)\w+ed\b)[\w&'-]+ ){{0,5}}?{_POLICE}\b(?!['\u2019])"
)
_RANKED: Final = (
    r"(?:(?:former|ex|disgraced|acting|temporary|then|trainee|student|special|police|detective|chief)[ -])*"
    r"(?:pc|ps|dc|ds|di|dci|sgt|insp|pcso|constable|sergeant|inspector|superintendent|officer)"
)
_TOLD: Final = ("outcome", "finding", "offence", "penalty", "stage", "departure")


def name_headings(frame: Frame) -> tuple[dict[int, list[Head]], set[int]]:
    """The rows that are such headings with their officers; and those of them that are somebody else's.

    Gives nothing for fewer than three of them, or where fewer than two are officers'.
    """
    heads: dict[int, list[Head]] = {}
    others: set[int] = set()
    rows, text = frame.rows, frame.page.text
    for i, row in enumerate(rows[:-1]):
        if row.label is not None or row.marker or not 5 < row.end - row.start <= _LONGEST:
            continue
        found = _NAMES.fullmatch(text, row.start, row.end)
        below = rows[i + 1]
        if found is None or below.end - below.start <= _LONGEST:
            continue
        spans = [found.span(g) for g in ("one", "two") if found[g] is not None]
        if not all(_is_name(frame, span, below.start, below.end) for span in spans):
            continue
        police, rank = _called(frame, spans, below.start, below.end)
        if not frame.scan.among(_TOLD, below.start, below.end) and not police:
            continue
        heads[i] = [Head(start, end, rank, None, (start, end), None, False, 1, True) for start, end in spans]
        if not police:
            others.add(i)
    if len(heads) < _FEWEST or len(heads) - len(others) < 2:
        return {}, set()
    return heads, others


def _is_name(frame: Frame, span: tuple[int, int], start: int, end: int) -> bool:
    """Whether capitalised words are somebody's name: a given name first, or a surname that the text below takes up."""
    if frame.scan.among(("force", "court", "proceeding", "outcome", "offence", "rank"), *span):
        return False
    words = frame.page.text[span[0] : span[1]].split()
    surname = words[-1].lower()
    if re.search(rf"\b{re.escape(surname)}\b", frame.page.low[start:end]) is not None:
        return True
    return fold(words[0]) in given_names() or not any(w.lower() in common_words() for w in words)


def _called(frame: Frame, spans: list[tuple[int, int]], start: int, end: int) -> tuple[bool, Hit | None]:
    """Whether the text below calls the bearer of a heading police, and by which rank."""
    low = frame.page.low
    surname = frame.page.text[spans[0][0] : spans[0][1]].split()[-1].lower()
    named = re.search(rf"\b(?P<rank>{_RANKED}) (?:[a-z'-]+ )?{re.escape(surname)}\b", low[start:end])
    if named is not None:
        return True, frame.heads.rank_in(start + named.start("rank"), start + named.end("rank"))
    opens = _IS_POLICE.match(low, start, end)
    if opens is None:
        return False, None
    return True, frame.heads.rank_in(start, opens.end())
