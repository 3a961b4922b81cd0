"""The cast: who the people of a document are, decided once, before any fact is read.

Every later step asks the cast (``who``) to whom words at an offset belong, and none guesses again.
Officials, judges, lawyers, spokespeople and other defendants are in the cast too, so that facts told
of them go to them and not to the subject.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from peelian.reading.bylines import without_credits, without_signatures, without_writers
from peelian.reading.fiction import tells_fiction
from peelian.reading.names import find_names
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person, Topic
from peelian.reading.roles import told_officially
from peelian.reading.scan import Scan

#: somebody, where a document names them
Naming = tuple[Mention, Person]


class Cast:
    """The people of a document and the stretches of text that tell of them."""

    __slots__ = ("_ends", "_namings", "_own_namings", "_starts", "_topics", "persons", "subjects")

    def __init__(self, persons: list[Person], topics: Sequence[tuple[int, int, Topic]]) -> None:
        self.persons = persons
        self.subjects = [p for p in persons if p.is_subject]
        self._namings = _in_order(persons)
        self._own_namings = _in_order(self.subjects)
        self._starts = [t[0] for t in topics]
        self._ends = [t[1] for t in topics]
        self._topics = [t[2] for t in topics]

    def who(self, at: int) -> Topic:
        """The subjects whom words at offset ``at`` tell of: one, several, or none (somebody else, nobody)."""
        i = bisect_right(self._starts, at) - 1
        return self._topics[i] if i >= 0 and at < self._ends[i] else ()

    def accused(self, at: int) -> Topic:
        """``who``, for the words of an offence: an officer without a name only where something criminal is told of them."""
        return tuple(
            p
            for p in self.who(at)
            if p.criminal is None or any(start <= at < end for start, end in p.criminal)
        )

    def official_at(self, at: int, end: int) -> Person | None:
        """The first person named in ``[at, end)`` who is not a subject."""
        return next((p for _, p in self.named_in(at, end) if not p.is_subject), None)

    def named_in(self, start: int, end: int) -> list[Naming]:
        """Where anybody's name begins in ``[start, end)``, in order."""
        return _between(self._namings, start, end)

    def subjects_in(self, start: int, end: int) -> list[Naming]:
        """Where the name of a subject begins in ``[start, end)``, in order."""
        return _between(self._own_namings, start, end)


def _in_order(persons: Sequence[Person]) -> list[Naming]:
    return sorted(((m, p) for p in persons for m in p.mentions), key=_begins)


def _begins(naming: Naming) -> int:
    return naming[0].start


def _between(namings: list[Naming], start: int, end: int) -> list[Naming]:
    first = bisect_left(namings, start, key=_begins)
    return namings[first : bisect_left(namings, end, first, key=_begins)] if start < end else []


def find_cast(
    page: Page,
    scan: Scan,
    furniture: Sequence[tuple[int, int]] = (),
    official: bool = False,
    above: Sequence[tuple[int, int]] = (),
    reports: bool = False,
) -> Cast:
    """Decide who is who: sections of a list, people named in prose, or officers without names.

    Names that stand only in page ``furniture`` (menus, related stories) are nobody's. ``official`` says
    that a force itself tells outcomes: whoever was dealt with there is no mere background. ``above`` are
    the lines of a news page above its text, in which a name that stands alone is the writer's. ``reports``
    says that an oversight body tells what became of everybody, named or not.
    """
    cast = _found(page, scan, furniture, above, reports)
    for person in cast.persons if official else ():
        if person.role == "background" and told_officially(person, page, scan):
            person.role, person.background = "subject", False
    return cast


def _found(
    page: Page,
    scan: Scan,
    furniture: Sequence[tuple[int, int]],
    above: Sequence[tuple[int, int]],
    reports: bool,
) -> Cast:
    """Everybody on a page and the stretches that tell of each."""
    from peelian.reading.frame import Frame
    from peelian.reading.further import overlaid
    from peelian.reading.groups import anonymous_cast
    from peelian.reading.labelled_rows import of_labelled_rows
    from peelian.reading.prose import prose_topics
    from peelian.reading.prose_people import named_persons, prose_persons
    from peelian.reading.record_cast import record_cast

    names = [m for m in find_names(page, scan) if not any(a <= m.start < b for a, b in furniture)]
    names = without_credits(without_signatures(without_writers(names, page, above), page), page)
    if scan.once(tells_fiction):
        return Cast(named_persons(page, scan, names), [])
    recorded = record_cast(page, scan, names, furniture, reports)
    if recorded is not None:
        return Cast(*recorded)
    persons = prose_persons(page, scan, names)
    unnamed, told = anonymous_cast(page, scan, persons, reports)
    topics = overlaid(prose_topics(page, scan, persons), told)
    if sum(p.is_subject for p in persons) > 1:
        topics = overlaid(topics, of_labelled_rows(Frame(page, scan, furniture), persons))
    return Cast(persons + unnamed, topics)
