"""Headlines of others: "Driver jailed over pursuit death as PC keeps job", where the story tells that the driver was.

What a court did to whoever a headline opens on is taken out of the scan, if that is somebody outside the police and
the story below tells of such a one's end.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page

_OUTSIDER: Final = (
    r"(?:man|men|woman|women|boys?|girls?|teens?|teenagers?|youths?|dad|father|mum|mother|husband|wife|brothers?|son|couple|pair|gang|drivers?|motorists?|biker|rider|motorcyclist|joyrider|cyclist"
    r"|killers?|murderers?|robbers?|burglars?|thief|thieves|rapist|stalker|dealers?|drug dealers?|gunman|gunmen|knifeman|fraudsters?|conman|arsonist|attacker|suspect|shoplifter|prisoner|inmate|gangster|thug|yob|drunk|student|builder|nurse|teacher|businessman|shopkeeper|lover|boyfriend|girlfriend|ex)"
)
_DEALT_WITH: Final = (
    r"(?:(?:is|was|are|were|has been|have been|finally|also|both) )*(?:jailed|imprisoned|locked up|caged|banged up|sent (?:down|to (?:prison|jail))|sentenced|put (?:away|behind bars)|put in (?:prison|jail)|convicted|guilty|found guilty|fined"
    r"|(?:gets|got|given|handed|receives|received) (?:an? )?(?:[\w-]+ ){0,3}?(?:years?|months?|weeks?|life|jail|prison)\b)"
)
_OPENS: Final = re.compile(
    rf"[\W\d]*(?:(?!police|officer|pc\b|ex-|former|cop\b|special|detective|constable|off-duty|serving|bobby)[\w'\u2019-]+ ){{0,3}}?{_OUTSIDER} (?:\w+ (?:by|in|over|after) [\w ]{{3,40}} )?{_DEALT_WITH}"
)
_CLAUSE: Final = re.compile(r"[;:,]| (?:as|while|and|but|after) |\n| [-\u2013\u2014] ")
_POLICE: Final = re.compile(
    r"\b(?:officers?|pcs?|cops?|constables?|sergeants?|sgt|inspector|detectives?|policem[ae]n|policewom[ae]n|pcsos?|dc|ds|bobby|bobbies|special)\b"
)
_PUNISHED: Final = re.compile(
    r"\b(?:jailed|imprisoned|locked up|sent|sentenced|behind bars|put away|banged up|caged|convicted|guilty|fined|years|months|weeks|life|admitted)\b"
)


def headline_of_other(page: Page, theirs: list[Span]) -> list[Span]:
    """Where a page's headline tells what became of one of those whose ends stand in ``theirs``, if it does."""
    if not theirs or len(page.sentences) < 2:
        return []
    s = page.sentences[0]
    if page.low[s.start : s.end].rstrip().endswith(".") or s.end - s.start > 140:
        return []
    found = _OPENS.match(page.low, s.start, s.end)
    if found is None or _POLICE.search(page.low, s.start, found.end()):
        return []
    if not any(a >= s.end and _PUNISHED.search(page.low, a, b) for a, b in theirs):
        return []
    stop = _CLAUSE.search(page.low, found.end(), s.end)
    return [(s.start, stop.start() if stop is not None else s.end)]
