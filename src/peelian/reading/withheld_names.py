"""Officers of whom a page says that it does not name them: "a constable, who cannot be named", "The unnamed sergeant".

Nobody whom the page names can be meant by such words, wherever they stand.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.page import Page

_CANNOT: Final = (
    r"(?:cannot|can't|can not|may not|must not|will not|won't|could not|has not|hasn't|have not|was not|wasn't|were not|is not|isn't|are not|has never|was never)"
    r"(?: (?:yet|so far|legally|also|be|been|being|publicly|now))*(?: be)? (?:named|identified)\b"
)
_KEPT: Final = r"(?:withheld|kept (?:secret|private|out of the papers|from the public)|protected|suppressed|not being (?:released|published)|not been (?:released|published|disclosed|made public))"
_GRANTED: Final = r"(?:was|were|has been|have been|had been) (?:granted|given|afforded|allowed) (?:full |lifelong )?anonymity"
_UNNAMED: Final = ("unnamed ", "un-named ", "unidentified ", "anonymous ")
# "a constable |who has not been named|", "a sergeant, 41, |whose name was withheld|", "a PC |(name withheld)|"
_OF_THEM: Final = re.compile(
    rf"(?:,? \(?(?:aged )?\d\d\)?,?)?(?: (?:in|with|at|from|on|of) [^.,;]{{3,50}})?,?(?: (?:who|which) [^.,;]{{3,50}} and)?"
    rf" (?:\((?:name|identity) withheld|(?:who|and who|and) (?:is [^.,;]{{2,30}} and )?(?:{_CANNOT}|{_GRANTED})"
    rf"|whose (?:name|names|identity|identities) (?:is|are|was|were|has been|have been|had been|is being|was being)? ?{_KEPT})"
)
# The next sentence: "He has not been named.", "The constable, who cannot be named, ...", "His name was withheld."
_NEXT: Final = re.compile(
    rf"\W*(?:(?:neither|none)(?: of (?:them|the (?:two|three|four|officers|pair|men|women)))? (?:of them )?(?:has|have|was|were|can|could|may|is|are) (?:be|been|being)? ?(?:publicly )?(?:named|identified)\b"
    rf"|(?:he|she|they|the (?P<who>[\w-]+(?: [\w-]+)?))(?:, who)? (?:{_CANNOT}|{_GRANTED})"
    rf"|(?:his|her|their|the (?:officer|constable|sergeant|inspector|man|woman)'s) (?:name|identity)s? (?:is|are|was|were|has been|had been|is being|was being)? ?(?:{_KEPT}|not (?:given|released|read out|published|made public)))"
)
# "whose identity was kept secret for a year can be named today"
_NOW_NAMED: Final = re.compile(
    r"\b(?:can|may|could) (?:now |today |finally |at last )?be (?:named|identified)\b|\bnamed (?:today|yesterday|publicly|in court|at last|for the first time)\b"
)
_MARKS: Final = ("named", "identif", "withheld", "anonym", "name ", "identity ")
_FAR: Final = 120  # characters from the words for somebody to those that say so


def any_withheld(page: Page) -> bool:
    """Whether a page has words at all that may say that somebody's name is not told."""
    return any(mark in page.low for mark in _MARKS)


def is_withheld(page: Page, d: Description, named: list[tuple[int, int]]) -> bool:
    """Whether the words for somebody, their own clause or the next sentence say that the page does not name them.

    ``named`` are the places of all names: nobody may be named between.
    """
    if d.agent or d.form in ("none", "bare"):
        return False
    if any(mark in page.low[d.start : d.end] for mark in _UNNAMED):
        return True
    sentence = page.sentence_at(d.start)
    if _NOW_NAMED.search(page.low, sentence.start, sentence.end):
        return False
    if _OF_THEM.match(page.low, d.end, min(sentence.end, d.end + _FAR)) is not None:
        return True
    i = page.sentence_index(d.start) + 1
    if i >= len(page.sentences) or d.start - sentence.start > _OPENS:
        return False
    after = page.sentences[i]
    nearest = bisect_left(named, (sentence.start, 0))
    if nearest < len(named) and named[nearest][0] < after.end:
        return False
    if after.paragraph - sentence.paragraph > 1:
        return False
    found = _NEXT.match(page.low, after.start, after.end)
    if found is None:
        return False
    who = found.group("who")
    return (
        who is None
        or d.head is None
        or who.split()[-1] in ("officer", "man", "woman", page.low[d.head.start : d.head.end].split()[-1])
    )


_OPENS: Final = 40  # characters of a sentence before those on whom it opens
