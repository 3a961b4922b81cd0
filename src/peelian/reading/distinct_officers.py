"""Whether a description is of somebody else than the officers already known."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.own_verdicts import OWN
from peelian.reading.page import Page
from peelian.reading.persons import SENIOR, Person
from peelian.reading.scan import Scan
from peelian.reading.told_next import is_next
from peelian.reading.unnamed import MOST_TOLD_TOGETHER, NO_RANK, RANK_OF_STAFF

_APPOSED: Final = re.compile(
    r"(?: \([^()]{1,30}\))?,? (?:\(?\d\d\)?,? )?(?:who is |then |now |formerly |a former )?\Z"
)
# "another officer| over lost files, |PC Tolley"
_THEN_NAMED: Final = re.compile(
    r"(?: (?:from|at|in|of|with|on|over|for|after|following|because of|who) [^,.;:]{3,55})?,? (?:then |now |former |acting |temporary |ex-)*"
)


def follows_name(page: Page, d: Description, named: list[tuple[int, int]]) -> bool:
    """Whether a name stands just before the description ("Reyes, 38, then a detective constable"), or its own after it.

    "The force sacked |another officer| over lost files, PC Tolley".
    """
    i = bisect_left(named, (d.start, 0)) - 1
    if i + 1 < len(named) and d.number == 1 and d.form in ("another", "ordinal"):
        after = named[i + 1][0]
        if 0 < after - d.end < 70 and _THEN_NAMED.fullmatch(page.low, d.end, after) is not None:
            return True
    return (
        i >= 0
        and d.start - named[i][1] < 48
        and _APPOSED.fullmatch(page.low, named[i][1], d.start) is not None
    )


def comes_before_name(page: Page, d: Description, named: list[tuple[int, int]]) -> bool:
    """Whether the description's own name stands after it: "|a clerk| in the force's standards department, Mrs Lee,"."""
    i = bisect_left(named, (d.end, 0))
    if i == len(named) or d.number != 1 or d.form != "new":
        return False
    after = named[i][0]
    return 0 < after - d.end < 70 and _THEN_NAMED.fullmatch(page.low, d.end, after) is not None


def is_named_next(page: Page, d: Description, persons: list[Person]) -> bool:
    """Whether the next sentence opens with the name of a subject without a rank: "|A former policeman| is on trial. Ed Trew, 57, denies ..."."""
    after = page.sentence_index(d.start) + 1
    if d.form != "new" or d.number != 1 or after == len(page.sentences):
        return False
    start = page.sentences[after].start
    return any(p.is_subject and p.rank is None and p.anchor == start for p in persons)


def named_later(d: Description, persons: list[Person]) -> list[Person]:
    """The subjects whom "three other officers" brings in and the page names further down, if they are just so many."""
    if not is_next(d) or (d.number or 1) < 2 or d.family != "officer":
        return []
    later = [p for p in persons if p.role == "subject" and p.name and p.mentions[0].start > d.end]
    return later if len(later) == d.number and len(later) < sum(p.role == "subject" for p in persons) else []


def is_distinct(d: Description, ranks: set[str], all_ranked: bool) -> bool:
    """Whether the words cannot mean anybody named; ``all_ranked`` says that every subject's rank is known."""
    if d.agent or d.witness or d.possessive or d.family not in ("officer", "staff"):
        return False
    if is_next(d):
        return True
    if d.form == "part" and d.those:
        return True
    if d.form not in ("new", "known") or d.number is None or d.number > MOST_TOLD_TOGETHER:
        return False
    if d.number > 1:  # "the two constables whom he led astray", where nobody named is a constable
        return (
            d.role not in NO_RANK
            and d.family == "officer"
            and d.role not in ranks
            and all_ranked
            and bool(ranks)
        )
    if d.role == "officer":
        return d.form == "new" and bool(ranks) and ranks <= {RANK_OF_STAFF, "pcso"}
    if d.role in NO_RANK or (d.role == "staff" and d.form == "known"):
        return False
    rank = RANK_OF_STAFF if d.family == "staff" else d.role
    if d.form == "known" and any(r.endswith("_" + rank.removeprefix("police_")) for r in ranks):
        return False  # "the sergeant" is the detective sergeant named before
    # beside somebody whose rank is not told, "a constable" may be that very person
    return rank not in ranks and (bool(d.telling) or (all_ranked and (d.form == "new" or rank not in SENIOR)))


# "A sergeant who covered for him, and who hasn't been named, resigned"
_NOT_NAMED: Final = re.compile(
    r"[^.;]{0,60}?,? who (?:has not|hasn't|was not|wasn't|cannot|can't|could not|is not) (?:be |been |being )?(?:publicly )?(?:named|identified)\b"
)


def opens_own_case(page: Page, d: Description) -> bool:
    """Whether the paragraph of a description begins with the number or the name of a case of its own: "5.2 Operation Mer. An officer"."""
    return _NUMBERED.match(page.text, _paragraph(page, d.start)[0]) is not None


def is_apart(
    page: Page, scan: Scan, d: Description, named: list[tuple[int, int]], cases: bool = False
) -> bool:
    """Whether words that bring somebody in open a paragraph in which nobody is named ("Two constables were dismissed for ...").

    Whoever has been named is "the constable" from then on, and "a constable" somebody else, unless the same
    outcome was told before: a story may tell it twice. ``cases``: numbered paragraphs tell a case each.
    """
    if d.agent or d.witness or d.possessive or d.form != "new" or d.family not in ("officer", "staff"):
        return False
    sentence = page.sentence_at(d.start)
    item = cases and opens_own_case(page, d)
    aged = _is_of_another_age(page.low, d.start, sentence.start)
    generic = d.role == "officer" and d.number == 1
    if d.number is None or d.number > MOST_TOLD_TOGETHER or (generic and not (item or aged)):
        return False
    if d.start - sentence.start > _OPENING or sentence.paragraph == page.sentences[0].paragraph:
        return False
    if _NOT_NAMED.match(page.low, d.end, sentence.end) is not None:
        return True
    top, bottom = _paragraph(page, d.start)
    before = named[: bisect_left(named, (top, 0))]
    here = named[len(before) : bisect_left(named, (bottom, 0))]
    if here:
        return False
    if item:
        return True  # each numbered paragraph of a paper tells of a case of its own
    if not any(_told_in_prose(page, scan, at) for at, _ in before):
        return False
    return aged or not _ends(scan, sentence.start, sentence.end) & _ends(scan, 0, sentence.start)


_AGED: Final = re.compile(r"an? (?:[\w'-]+ )?(?P<age>\d\d)-year-old\b")


def _is_of_another_age(low: str, at: int, sentence: int) -> bool:
    """Whether "a 56-year-old constable" has an age that the page has given to nobody before."""
    aged = _AGED.match(low, at)
    return aged is not None and re.search(rf"\b{aged['age']}\b", low[:sentence]) is None


def _ends(scan: Scan, start: int, end: int) -> set[str]:
    """What words say became of anybody: outcomes by their ids, and whether a crime is told."""
    ends = {h.value for h in scan.between("outcome", start, end)}
    return ends | {h.value for h in scan.between("unnamed_verdict", start, end) if h.value == "crime"}


def _paragraph(page: Page, at: int) -> tuple[int, int]:
    """Where the paragraph that holds ``at`` begins and ends."""
    first = last = page.sentence_index(at)
    own = page.sentences[first].paragraph
    while first > 0 and page.sentences[first - 1].paragraph == own:
        first -= 1
    while last + 1 < len(page.sentences) and page.sentences[last + 1].paragraph == own:
        last += 1
    return page.sentences[first].start, page.sentences[last].end


def _told_in_prose(page: Page, scan: Scan, at: int) -> bool:
    """Whether a name stands in a paragraph of the text that tells a verdict: not in a headline, caption or standfirst."""
    sentence = page.sentence_at(at)
    whole = page.low[sentence.start : sentence.end].rstrip()
    if len(whole) < _SHORTEST or not whole.endswith("."):
        return False
    top, bottom = _paragraph(page, at)
    told = any(h.value in OWN for h in scan.between("unnamed_verdict", top, bottom))
    return told or bool(scan.between("offence", sentence.start, sentence.end))


# "5.2 Operation Merlin. An officer based at ..."
_NUMBERED: Final = re.compile(
    r"\d{1,2}\.\d{1,2}\.? [A-Z]|(?:\d{1,2}\. )?(?:Case|Operation|Matter|Incident) [A-Z\d]\w*[.:]? "
)
_SHORTEST: Final = 40  # characters of a sentence
_OPENING: Final = 60  # characters before the words that open a sentence: "In June", "At a meeting on 3 May"
