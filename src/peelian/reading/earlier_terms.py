"""Earlier terms: a sentence that somebody got in another case before, on a page whose own case is still open.

"Lee, who is already serving four years, pleaded guilty to two more counts and will be sentenced in May": the four
years are not what this page's court passed. Nor is an earlier term where the page tells the new one.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.dates import Date
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Scan
from peelian.reading.spans import beginning_in
from peelian.reading.terms import CUSTODY, Term

# "already |serving a 14-month sentence|", "part-way through a four-year term", "had previously been |jailed for|"
_SERVING: Final = re.compile(
    r"\b(?:(?:already|currently|presently|still|now|is|was|while|and) (?:behind bars )?serving|(?:part-?way|halfway|half way) through|nearing the end of|came to the end of|in the middle of|brought from prison,? where)\b[^.;]{0,60}\Z"
)
_BEFORE_THAT: Final = re.compile(
    r"\b(?:previously|at an earlier trial|in an earlier (?:case|trial)|in a (?:separate|previous|different|unrelated) (?:case|trial)|on an earlier occasion|years (?:ago|earlier|before))\b[^.;]{0,90}\Z"
)
# What is told of a case that is not over: "will be sentenced", "is next due to appear", "was remanded"
_TO_COME: Final = re.compile(
    r"\b(?:(?:will|due to|to|set to|can|is expected to) (?:next |now |both |all )?(?:be sentenced|be tried|stand trial|go on trial|face trial|appear|learn (?:his|her|their) (?:fate|sentence))|adjourn(?:ed|s|ing)? (?:the )?(?:sentenc|the case|the hearing|until|for|to)|sentenc(?:e|ing) (?:was|has been|is|were|will be|will take place)(?: \w+)? ?(?:adjourned|deferred|postponed|put off|due|set|fixed|on|at|in|next|later)"
    r"|pending sentenc|await(?:s|ing) (?:sentenc|trial)|trial (?:continues|date|is (?:due|expected|set|listed)|was (?:set|fixed))|(?:no|not asked to enter|did not enter) (?:any )?pleas?|next appear|(?:remanded|bailed|granted (?:\w+ )?bail)\b|warned (?:him|her|them)? ?(?:that )?(?:prison|jail|custody|he|she|all options))"
)


def without_earlier(prepared: Prepared, person: Person, own: list[Term]) -> list[Term]:
    """The terms of one subject without those of an earlier case, where the page tells a new term or a case still open."""
    custody = [t for t in own if t.kind in CUSTODY and t.length is not None]
    earlier = [t for t in custody if _is_earlier(prepared, t)]
    years = [t for t in custody if t not in earlier and _is_of_old(prepared, t)]
    if len(earlier) + len(years) == len(custody):
        if not custody or not _is_open(prepared, None if not years else person):
            return own
        earlier = custody
    if not earlier:
        return own
    marked = {id(t) for t in earlier}
    sentences = {t.sentence for t in earlier}
    anew = {t.sentence for t in custody if id(t) not in marked}
    return [
        t
        for t in own
        if id(t) not in marked
        and not (t.kind in CUSTODY and t.length is None and (t.sentence in sentences - anew or not anew))
    ]


def _is_earlier(prepared: Prepared, term: Term) -> bool:
    """Whether the words around a term say that it was passed in a case before this one."""
    page = prepared.page
    s = page.sentences[term.sentence]
    start = min(term.start, term.length.start) if term.length is not None else term.start
    first = max(s.start, start - 140)
    return (
        _SERVING.search(page.low, first, start) is not None
        or _BEFORE_THAT.search(page.low, first, start) is not None
    )


def _is_of_old(prepared: Prepared, term: Term) -> bool:
    """Whether a term is told with a year that lies well before the page."""
    s = prepared.page.sentences[term.sentence]
    return any(_is_long_ago(prepared, d) for d in beginning_in(prepared.dates, s.start, s.end))


def _is_long_ago(prepared: Prepared, date: Date) -> bool:
    """Whether a year is told that lies a year and more before the day of the page."""
    published = prepared.masthead.published
    if published is None or date.edtf is None or date.kind not in ("year", "month", "day"):
        return False
    year, now = date.edtf[:4], published.value[:4]
    return year.isdigit() and now.isdigit() and int(now) - int(year) > 1


def _to_come(page: Page, _: Scan) -> list[tuple[int, int]]:
    """Where the page tells, in nobody's quotation, of a case that is not over: the words and the sentence, in order."""
    found = ((m, s) for s in page.sentences if (m := _TO_COME.search(page.low, s.start, s.end)) is not None)
    return [(m.start(), s.start) for m, s in found if not page.quoted(m.start())]


def _is_open(prepared: Prepared, person: Person | None) -> bool:
    """Whether the page tells that a subject's case (None: anybody's) is still to be tried, or the sentence to come."""
    spots = prepared.scan.once(_to_come)
    if person is None:
        return bool(spots)
    for at, start in spots:
        who = prepared.cast.who(at) or prepared.cast.who(start)
        if person in who or (not who and len(prepared.cast.subjects) == 1):
            return True
    return False
