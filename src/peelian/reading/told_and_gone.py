"""Of two officers named in one sentence, the one whose end the next one tells: "Sergeant Moss told PC Ann Lee that it was false. She was dismissed."

Who is "she" and who "he" decides. Where both are called the same, the supervisor who spoke is not the one who was
dismissed for what was said, and nobody is.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import INSPECTING, SENIOR, Mention, Person
from peelian.reading.sexes import is_outsider_between, sexes
from peelian.reading.surroundings import Surroundings

# What one officer does to the other.
_SPOKE: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?(?:,? (?:of|from|who|the|his|her|an?) [^.;\"]{2,50},)?(?: (?:had|has|then|later|also|first|once|himself|herself))*"
    r" (?:told|asked|warned|advised|informed|challenged|reminded|ordered|instructed|reported|confronted|caught|assured|supervised|mentored|questioned|interviewed|accused|overheard|heard|saw|met|called|rang|texted|emailed|messaged|wrote to|spoke to|spoke with|complained about|complained to|lied to)"
    r"(?: (?:that|to|her|his|the|a|an|how|colleague|supervisor|then|former|fellow|when|by|as))* \Z"
)
# What became of one of them.
_GONE: Final = re.compile(
    r"(?P<who>he|she) (?:(?:was|has been|had been|is|has|had)(?: (?:\w+ly|later|then|now|since|also|himself|herself))* )?(?:dismissed|sacked|fired|jailed|convicted|charged|fined|cleared|acquitted|found (?:not )?guilty|given|handed|issued|demoted|reduced in rank|suspended|arrested|resigned|quit|retired|admitted|pleaded|received|lost (?:his|her) job|faces|will face)\b"
)
_LOW: Final = ("police_constable", "detective_constable", "special_constable", "pcso", None)
_NEAR_THE_START: Final = 60  # characters of a sentence
_REACH: Final = 90  # characters from the one to the other


_NEVER: Final = -9.0  # log-odds (``roles``)
_PLAINLY: Final = 0.5


def set_told_and_gone(among: Surroundings, victims: set[Person]) -> list[Person]:
    """Make whose end is told so subjects, and no subject of the other one; gives those made subjects."""
    out = []
    for meant, rest in told_and_gone(among.persons, among.page):
        if meant is not None and meant not in victims:
            meant.score, meant.aside = max(meant.score, _PLAINLY), False
            out.append(meant)
        for person in rest:
            if not among.deeds[person]:
                person.score = min(person.score, _NEVER)
    return out


def told_and_gone(persons: list[Person], page: Page) -> list[tuple[Person | None, list[Person]]]:
    """Who is told of by "she was dismissed" after a sentence on two officers (None: it cannot be said), and who is not."""
    spots = sorted(((m, p) for p in persons for m in p.mentions), key=lambda spot: spot[0].start)
    if sum(m.rank is not None for m, _ in spots) < 2:
        return []
    starts = [m.start for m, _ in spots]
    out: list[tuple[Person | None, list[Person]]] = []
    known: dict[Person, bool] | None = None
    for i, then in enumerate(page.sentences[1:]):
        gone = _GONE.match(page.low, then.start, then.end)
        s = page.sentences[i]
        if gone is None or page.quoted(then.start) or then.paragraph != s.paragraph:
            continue
        here = spots[bisect_left(starts, s.start) : bisect_left(starts, s.end)]
        if len(here) != 2 or here[0][1] is here[1][1] or not _speaks(page, here[0][0], here[1][0], s.start):
            continue
        she = gone["who"] == "she"
        if is_outsider_between(page, s.start, s.end, she):
            continue
        known = known if known is not None else sexes(page, persons)
        first, second = here[0][1], here[1][1]
        meant = [p for p in (first, second) if known.get(p, she) is she]
        if len(meant) == 1 and all(p in known for p in (first, second)):
            out.append((meant[0], [p for p in (first, second) if p is not meant[0]]))
        elif len(meant) == 2 and _leads(here[0][0], here[1][0]):
            out.append((None, [first]))
    return out


def _speaks(page: Page, one: Mention, other: Mention, start: int) -> bool:
    """Whether the one named first opens the sentence and speaks to the other, both with a rank."""
    return (
        one.rank is not None
        and other.rank is not None
        and one.start - start < _NEAR_THE_START
        and other.start - one.end < _REACH
        and _SPOKE.match(page.low, one.end, other.start) is not None
    )


def _leads(one: Mention, other: Mention) -> bool:
    """Whether the first holds a higher rank than the second."""
    return _height(one) > _height(other)


def _height(m: Mention) -> int:
    rank = m.rank.value if m.rank is not None else None
    if rank in _LOW:
        return 0
    return 3 if rank in SENIOR else 2 if rank in INSPECTING else 1
