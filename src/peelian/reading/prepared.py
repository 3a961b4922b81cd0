"""A document made ready for reading: its page, what the scan found, its dates and sums, and its cast.

Every family of facts gets one ``Prepared`` and the drafts of the subjects, and fills its own fields.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

from peelian.reading.appellants import words_of_appellants
from peelian.reading.cast import Cast, find_cast
from peelian.reading.crimes_of_the_named import arrested_by, named_others
from peelian.reading.dates import Date, find_dates
from peelian.reading.general_rules import of_nobody
from peelian.reading.headlines_of_others import headline_of_other
from peelian.reading.held_up import held_up
from peelian.reading.kin_pronouns import kin_pronouns
from peelian.reading.masthead import Masthead, read_masthead
from peelian.reading.model import SubjectDraft
from peelian.reading.negated import negated
from peelian.reading.next_in_court import next_in_court
from peelian.reading.other_services import of_other_services
from peelian.reading.others_appeals import others_appeals
from peelian.reading.others_crimes import AT_WORK, apart, other_ends, others_crimes, told_in
from peelian.reading.page import Page
from peelian.reading.periods import end_of_period, months_over_sections
from peelian.reading.persons import Person
from peelian.reading.published import days_of_updates, stamped_first
from peelian.reading.quantities import Amount, Length, lengths_and_hours, money
from peelian.reading.resolved_dates import resolve
from peelian.reading.retracted import retracted
from peelian.reading.scan import Scan
from peelian.reading.sure_names import inside_names
from peelian.reading.suspects import suspects
from peelian.reading.tallies import find_tallies
from peelian.reading.tick_boxes import unticked
from peelian.reading.told_of_rivals import told_of_rivals
from peelian.reading.unlodged import only_announced
from peelian.reading.word_surnames import rank_surnames

_REPORTS: Final = ("oversight_release",)
_OFFICIAL: Final = ("hearing_outcome", "force_release")

Drafts = dict[Person, SubjectDraft]


@dataclass(slots=True)
class Prepared:
    """What every family of facts reads from. Offsets everywhere are into ``page.text``.

    ``dates`` are resolved (``edtf`` set where certain) and in order; so are ``lengths`` (ISO 8601),
    ``hours`` and ``money`` (pounds).
    """

    page: Page
    scan: Scan
    masthead: Masthead
    dates: list[Date]
    lengths: list[Length]
    hours: list[Amount]
    money: list[Amount]
    cast: Cast
    #: the lengths that were left out, since they are the terms of somebody outside the police; and where these stand
    others_terms: list[Length] = field(default_factory=list)
    others_ends: list[tuple[int, int]] = field(default_factory=list)

    def dates_between(self, start: int, end: int) -> list[Date]:
        """The dates that begin in ``[start, end)``."""
        first = bisect_left(self.dates, start, key=lambda d: d.start)
        return self.dates[first : bisect_left(self.dates, end, key=lambda d: d.start)]


def prepare(
    text: str, published: str | None = None, publisher: str | None = None, title: str | None = None
) -> Prepared:
    """Make a document's text ready. The carrier's own metadata, where given, goes before what the page prints."""
    page = Page(text)
    scan = Scan(page)
    scan.forget(of_other_services(page, scan))
    scan.forget(rank_surnames(page, scan))
    scan.forget(inside_names(page, scan))
    dates = find_dates(
        page.low, [(h.start, kind) for kind in ("month", "weekday", "day_word") for h in scan.of(kind)]
    )
    masthead = read_masthead(page, scan, dates, published, publisher, title)
    # another story's headline tells nothing of this one, a line of statistics nothing of anybody
    scan.leave_out(sorted([*masthead.links, *find_tallies(page)]))
    scan.leave_out(unticked(page))
    scan.leave_out(scan.once(of_nobody))
    taken_back, put_right = retracted(page, scan)
    civilians = apart([*others_crimes(page, scan), *suspects(page)])
    trades = apart([*other_ends(page, scan), *held_up(page)])
    scan.forget(
        [*negated(page, scan), *taken_back, *told_in(civilians, scan), *told_in(trades, scan, AT_WORK)]
    )
    scan.restate(put_right)
    only_said, announced = only_announced(page, scan)
    scan.forget(only_said)
    scan.restate(announced)
    seen = days_of_updates(page, scan)  # when a page was last seen to, which is no day of its case
    if seen:
        dates = [d for d in dates if not any(a <= d.start < b for a, b in seen)]
    resolve(
        dates,
        page.low,
        masthead.published.value if masthead.published else published,
        [_bounds(page, d) for d in dates],
        end_of_period(page),
        months_over_sections(page),
    )
    stamp = stamped_first(page)
    if stamp is not None:  # the day of issue before a headline is no part of the sentence that follows it
        dates = [d for d in dates if d.start >= stamp]
    terms, worked = lengths_and_hours(page.low)
    cast = find_cast(
        page,
        scan,
        masthead.furniture,
        masthead.kind in _OFFICIAL,
        masthead.above if masthead.kind == "news" else (),
        masthead.kind in _REPORTS,
    )
    persons = cast.persons
    others = [span for span, person in next_in_court(page, persons) if not person.is_subject]
    named = apart(
        [
            *named_others(page, persons),
            *told_of_rivals(page, persons),
            *kin_pronouns(page, persons),
            *arrested_by(page, persons),
            *words_of_appellants(page, persons),
            *others,
        ]
    )
    if named:
        scan.forget(told_in(named, scan, AT_WORK))
    scan.forget(others_appeals(page, scan, persons))
    theirs = [*civilians, *trades, *named]
    heading = headline_of_other(page, theirs)
    if heading:
        scan.forget(told_in(heading, scan))
        theirs += heading
    others_terms = [t for t in terms if any(a <= t.start < b for a, b in theirs)]
    if others_terms:
        left_out = set(others_terms)
        terms = [t for t in terms if t not in left_out]
    sums = [x for x in money(page.low) if not any(a <= x.start < b for a, b in named)]
    return Prepared(page, scan, masthead, dates, terms, worked, sums, cast, others_terms, theirs)


def _bounds(page: Page, d: Date) -> tuple[int, int]:
    s = page.sentence_at(d.start)
    return s.start, s.end
