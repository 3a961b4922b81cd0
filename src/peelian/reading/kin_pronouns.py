"""Others told of by a pronoun: "PC Reed looked up his girlfriend. She got a caution": she is no man, and the only officer is one.

So with "the complainant", "a burglar": whoever the sentence before brings in and can be meant.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.sexes import sexes
from peelian.reading.spans import holds_any

_KIN: Final = {
    True: re.compile(r"\b(?:(?:the|an?|another|one) (?:[\w-]+ ){0,2}?(?:complainant|accuser|alleged victim|woman|girl|schoolgirl|waitress|barmaid|prostitute|sex worker|pensioner|shoplifter|prisoner|suspect|informant|witness)\b|his (?:[\w-]+ ){0,2}?(?:girlfriend|wife|ex-wife|ex-girlfriend|mother|sister|daughter|aunt|niece|mistress|fianc\u00e9e|fiancee)\b)"),
    False: re.compile(r"\b(?:(?:the|an?|another|one) (?:[\w-]+ ){0,2}?(?:complainant|accuser|alleged victim|man|boy|schoolboy|motorist|burglar|dealer|robber|thief|prisoner|suspect|detainee|inmate|informant|witness|pensioner|gangster)\b|her (?:[\w-]+ ){0,2}?(?:boyfriend|husband|ex-husband|ex-boyfriend|father|brother|son|uncle|nephew|fianc\u00e9|fiance)\b)"),
}  # fmt: skip
_OPENS: Final = re.compile(
    r"(?P<who>he|she) (?:(?:was|had|has|been|also|later|then|since|subsequently) )*(?:got|received|accepted|given|cautioned|charged|convicted|jailed|fined|sentenced|arrested|admitted|pleaded)\b"
)
_WORDS: Final = ("complainant", "accuser", "victim", "man", "girl", "boy", "waitress", "barmaid", "prostitute", "worker", "pensioner", "shoplifter", "prisoner", "suspect", "detainee", "inmate", "informant", "witness", "motorist", "burglar", "dealer", "robber", "thief", "gangster", "girlfriend", "wife", "mother", "sister", "daughter", "aunt", "niece", "mistress", "fianc", "boyfriend", "husband", "father", "brother", " son", "uncle", "nephew")  # fmt: skip


def kin_pronouns(page: Page, persons: list[Person]) -> list[Span]:
    """Where a page on officers all called "he" tells by "she" of the woman of one of them, named or not; and the reverse."""
    subjects = [p for p in persons if p.is_subject]
    if not subjects or not holds_any(page.low, _WORDS):
        return []
    known = sexes(page, persons)
    own = sorted(m.start for p in subjects for m in p.mentions)
    out: list[Span] = []
    for before, s in zip(page.sentences, page.sentences[1:], strict=False):
        found = _OPENS.match(page.low, s.start, s.end)
        if found is None or page.quoted(s.start):
            continue
        she = found["who"] == "she"
        if any(known.get(p) is not (not she) for p in subjects):
            continue
        if _KIN[she].search(page.low, before.start, before.end) is None:
            continue
        i = bisect_left(own, s.start)
        out.append((s.start, min(s.end, own[i]) if i < len(own) else s.end))
    return out
