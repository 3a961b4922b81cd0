"""When a document was published, as it says itself: never the date of a hearing or of an event in the text."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.dates import Date, as_edtf
from peelian.reading.furniture import Openers
from peelian.reading.model import Cited, Span
from peelian.reading.page import Line, Page
from peelian.reading.scan import Scan
from peelian.reading.spans import holds_any

_ITEM: Final = re.compile(r"\s*(?:\d{1,2}[.)]|\(\d{1,2}\)) ")
_EVENT: Final = re.compile(
    r"\b(?:hearing|held|heard|sitting|meeting|appeared|listed|concluded|born|sentenced|completed|opens?|opening|begins?|starts?|starting)\b"
)
_DONE: Final = re.compile(
    r"\b(?:dismissed|sacked|resigned|retired|convicted|charged|arrested|jailed)(?: with(?:out)? notice)?(?: on| in|,|:)? ?\Z"
)
_CLOCK: Final = re.compile(r"\d[:.]\d\d,? ?(?:am|pm)?,? \Z")
_SPANNING: Final = (" to", "since", "until", "between", "before")
_SENTENCE_WORDS: Final = (" was ", " is ", " hearing", " will ", " were ", " on ", "recommend", "review")
_LONG_NUMBER: Final = re.compile(r"\d{4,}")
_SERIAL: Final = ("issue", "edition", "bulletin", "newsletter", "case updates", "number ", " / ")
# The number of a free sheet or parish paper, beside its name and day: "Issue 1,077", "No 88", "vol. 3"
SERIAL: Final = re.compile(
    r"\b(?:issue|edition|vol\.?|volume|no\.?|number)(?: no\.?)? ?:? ?\d[\d,]{0,5}\b(?! ?(?:officers?|people|of))"
)
_NUMBERED: Final = re.compile(r"\b(?:issue|no\.?|number) ?[\d,]+ \Z")  # "No. 31, Friday 9 March": no two days
_LONGEST: Final = 400  # characters of a line that may say when it was published
_FOOT: Final = 8
_HEAD: Final = 26
# How sure each place of a date makes it: labelled before bare, published before updated, head before foot.
_PUBLISHED, _DATELINE, _FOOTLINE, _UPDATED, _LABELLED_TEXT, _BARE = 6, 5, 4, 3, 2, 1
_PAPERS: Final = (
    "notes of meeting",
    "notes of the meeting",
    "notes of a meeting",
    "record of meeting",
    "record of the meeting",
    "minutes",
    "meeting of",
    "meeting date",
    "response dated",
    "date of response",
    "dated",
    "date of determination",
    "date of judgment",
    "date of publication",
    "decision sent",
    "decision given",
    "judgment given",
    "judgment handed down",
    "handed down",
)
_AT_A_TIME: Final = re.compile(
    r",? (?:at )?\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|a\.m\.?|p\.m\.?|hrs)(?!\w)|,? (?:at )?\d\d[.:]\d\d\b"
)
_PAGE_AFTER: Final = re.compile(r"\.?|(?:,| \||;| -)? ?(?:pp?\.? ?\d|pages? \d|issue|no\.? ?\d|vol).*")
_US: Final = re.compile(r"\b(?P<m>0?\d|1[0-2])/(?P<d>1[3-9]|2\d|3[01])/(?P<y>(?:19|20)\d\d)\b")
_SAID_IN_TEXT: Final = re.compile(
    r"\b(?:this (?:notice|page|statement|article) was )?(?:published|posted|uploaded|first issued|(?:placed|put|added) (?:on|to) (?:this|the|our) (?:page|site|website)"
    r"|(?:response|reply|answer) (?:sent|given|issued|dated))(?: on| here on|:)? ?\Z"
)


# "2019-03-12 Officer jailed", "date: 2019-03-12T09:30 Officer jailed": how feeds and archives head a story
_STAMPED_FIRST: Final = re.compile(
    r"\s*(?:date:? )?(?:19|20)\d\d-[01]\d-[0-3]\d(?:t[\d:.]+z?)?[ |,:-]+(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)(?=[^\s\d]\S* \S+ \S)"
)


def stamped_first(page: Page) -> int | None:
    """Where the words begin after a day of issue that opens the page's first line; None if none does.

    Where the next line opens with a day too, the page is a list of events.
    """
    told = _STAMPED_FIRST.match(page.low, 0, 60) if page.lines else None
    if told is None or _YEAR.search(page.low, told.end(), page.lines[0].end):
        return None
    listed = len(page.lines) > 1 and _STAMPED_FIRST.match(page.low, page.lines[1].start)
    return None if listed else told.end()


def find_published(
    page: Page, dates: list[Date], openers: Openers, body_start: int, headline: Span, ruling: bool
) -> Cited[str] | None:
    """The day (or month) of publication as EDTF, with the words it stands in; None if the page has none.

    ``ruling`` says that the document is a court's: its date is the day on which it was given.
    """
    best: tuple[int, int, Cited[str]] | None = None
    lines = page.lines
    after_stamp = stamped_first(page)
    for d in _dates_in(page, dates, lines[0]) if after_stamp is not None else ():
        edtf = as_edtf(d) if d.start < (after_stamp or 0) else None
        if edtf is not None:
            return Cited(edtf, (d.start, d.end))
    head = [
        line
        for line in lines[:_HEAD]
        if line.start < body_start
        or (line.start < _PAPER_HEAD and page.low.startswith("minutes of", line.start))
        or (ruling and page.low.startswith(_PAPERS, line.start))
    ]
    foot = [line for line in lines[-_FOOT:] if line.start >= body_start]
    previous: tuple[str, int] | None = None
    entries = _entries(page, dates)
    for place, group in ((0, head), (1, foot)):
        previous = None
        for line in group:
            if line.end - line.start > _LONGEST or line.start in entries:
                continue
            found = openers.of(page, line)
            for d in _dates_in(page, dates, line):
                grade = _grade(page, line, d, found, previous, place, headline, ruling)
                edtf = as_edtf(d) if grade else None
                if edtf is not None and (best is None or grade > best[0]):
                    best = (grade, d.start, Cited(edtf, (d.start, d.end)))
            previous = found if found is not None and line.end - found[1] <= 2 else None
    if best is None:
        best = _in_first_labels(page, dates, openers, body_start, ruling, entries)
    return best[2] if best else _in_own_words(page, dates)


# "This article was written in |June 2019|", "in our issue of |6 February 2021|": the page's own day, told in its text
OWN_DAY: Final = re.compile(
    r"\b(?:(?:this|the|our) (?:article|story|report|page|piece|feature|column|interview|post|blog|item)(?: (?:you are reading|below|above|here|itself))? (?:was|is) (?:(?:first|originally|being) )?(?:written|published|printed|posted|filed|compiled)(?: here| online| by us)?(?: on| in)(?: \w+day,?)?"
    r"|(?:(?:our|this|the present|today's) (?:issue|edition|number)|for (?:the|our) (?:issue|edition))(?: is)?(?: (?:of|for|dated))(?: \w+day,?)?|(?:at the time of writing|as (?:i|we) write)(?: this)?,?(?: \(| in| on)?) ?(?:the )?\Z"
)


def _in_own_words(page: Page, dates: list[Date]) -> Cited[str] | None:
    """The day on which a page says in its own text that it was written or printed."""
    if not holds_any(page.low, ("issue", "edition", "writ", "publi", "printed", "posted")):
        return None
    for d in dates:
        if d.year and d.month and OWN_DAY.search(page.low, max(0, d.start - 90), d.start):
            edtf = as_edtf(d)
            return Cited(edtf, (d.start, d.end)) if edtf is not None else None
    return None


def _in_table(low: str, line: Line) -> bool:
    """Whether a line is a row of a table: the line below or above has as many cells."""
    bars = low.count("|", line.start, line.end)
    if bars < 3:
        return False
    above = low.rfind("\n", 0, max(0, line.start - 1)) + 1
    below = low.find("\n", line.end + 1)
    around = (low[above : line.start], low[line.end + 1 : below if below != -1 else len(low)])
    return any(words.count("|") == bars for words in around)


def _in_list(page: Page, line: Line, d: Date) -> bool:
    """Whether a date is a cell or an entry of a list: the next line or the one before it tells of another day alike."""
    if line.end - line.start - (d.end - d.start) <= _LABEL:
        return False  # little but the date
    i = bisect_left(page.lines, line.start, key=_start)
    near = [page.lines[i - 1]] if i and not line.blank_before else []
    if i + 1 < len(page.lines) and not page.lines[i + 1].blank_before:
        near.append(page.lines[i + 1])
    return any(
        _YEAR.search(page.low, x.start, x.end) and not _STAMPED.search(page.low, x.start, x.end) for x in near
    )


def _grade(
    page: Page,
    line: Line,
    d: Date,
    found: tuple[str, int] | None,
    previous: tuple[str, int] | None,
    place: int,
    headline: Span,
    ruling: bool,
) -> int:
    """How much speaks for a date being the day of publication; 0: nothing does, or something speaks against it.

    ``found`` is what the line's first words say, ``previous`` what a line of only a label above it says;
    ``place`` is 0 above the text and 1 at the foot. A court's paper (``ruling``) may carry its "Date:" there.
    """
    low = page.low
    length = line.end - line.start
    if _ITEM.match(low, line.start) or _in_table(low, line):
        return 0
    value, label_end = found or previous or ("", line.start)
    before = low[line.start : d.start]
    said = _SAID_IN_TEXT.search(before) is not None
    if said and place == 0 and length < 100:
        return _PUBLISHED
    if "published" not in before and any(w in before for w in _CHANGED):
        return _UPDATED if length < 90 else 0
    if "amended" in before:
        return 0
    if said and place == 1:
        return _PUBLISHED
    if before.startswith(_PAPERS) or _is_of_committee(page, before):
        return _PUBLISHED  # minutes and papers carry the day of their meeting
    signed = found is None and place == 1 and line is page.lines[-1] and d.end - d.start >= length - 3
    if length > 130 or value == "other_date" or (value == "label" and not signed):
        return 0
    if d.first_day is not None and not _CLOCK.search(before) and not _NUMBERED.search(before):
        return 0
    bare_label = low[label_end - 4 : label_end] == "date"  # "Date:" at the foot is a fact's date
    if bare_label and not ruling and _beside_hearing(page, line):
        return 0
    if value == "published" and (place == 0 or not bare_label or ruling):
        return _PUBLISHED
    if place == 0 and d.day and d.end == line.end and low.endswith("   ", line.start, d.start):
        return _DATELINE  # set to the right of the title: "WEEKLY ORDERS No. 37          17 September 2004"
    serial = not d.day and (
        any(w in before for w in _SERIAL) or SERIAL.search(low, line.start, line.end) is not None
    )
    cell = _CELL_BEFORE.search(before) is not None and low[d.end : d.end + 2] in ("", "\n", " |")
    if (
        (headline[0] <= d.start < headline[1] and not (serial or cell))
        or _EVENT.search(before)
        or _DONE.search(before)
    ):
        return 0
    if " to " in low[d.end : d.end + 12] or before.rstrip().endswith(_SPANNING):
        return 0
    if place == 1 and _AT_A_TIME.match(low, d.end):
        return 0
    if not d.day and not (place == 0 and (serial or _heads_line(low, line, d))):
        return 0
    if place == 0:
        return 0 if value == "" and _in_list(page, line, d) else _DATELINE
    if d.end - d.start >= length - 3:  # nothing but a date
        below = sum(other.end - other.start for other in page.lines[-_FOOT:] if other.start > line.start)
        return _BARE if below < 12 else 0
    return _FOOTLINE if _is_imprint(page, line, d) else 0


# What stands before a date that is a cell of its own in a line of a masthead: "Digest | Issue 612, |28 June 2019|".
_CELL_BEFORE: Final = re.compile(r"\| ?(?:(?:issue|no\.?|number|vol\.?|edition) ?\d+,? )?\Z")
# The bodies whose papers carry the day on which they met or decided.
_COMMITTEE: Final = re.compile(
    r"\b(?:committee|board|police authority|crime panel|ethics panel|council|forum|commissioner)\b"
)
_CASE_HEARD: Final = re.compile(r"\b(?:misconduct|disciplinary|special case) (?:meeting|hearing|panel)\b")
# "A meeting of the Panel was held on ...", "Meeting: ...", "Date of decision: ..."
_MET: Final = re.compile(
    r"(?:(?:a|the) )?(?:[\w-]+ )?meeting(?: of [^.]{4,80}?)?(?: was| were)?(?: held| took place)?(?: (?:at|in) [^.:\n]{3,60}?)?(?:,? on)?:? ?(?:\w+day,? )?|(?:date of (?:decision|meeting)|decision date|meeting date):? ?(?:\w+day,? )?"
)


def _is_of_committee(page: Page, before: str) -> bool:
    """Whether the words before a date say when a committee met, or a commissioner decided, whose paper this is."""
    if _MET.fullmatch(before) is None:
        return False
    head = page.low[:_PAPER_HEAD]
    return _COMMITTEE.search(head) is not None and _CASE_HEARD.search(head) is None


_PAPER_HEAD: Final = 400  # characters


# Labels of a hearing: a bare "Date:" among them is the hearing's.
_OF_HEARING: Final = re.compile(
    r"(?:hearing )?(?:venue|location|place|time|chair\w*|lqc|panel|officer|outcome|sanction|standards?)\b ?(?::|\||$)"
)


def _beside_hearing(page: Page, line: Line) -> bool:
    """Whether the line above or below one with a bare "Date:" labels a hearing's place, time or chair."""
    i = bisect_left(page.lines, line.start, key=_start)
    around = [*page.lines[max(0, i - 1) : i], *page.lines[i + 1 : i + 2]]
    return any(_OF_HEARING.match(page.low[x.start : x.end]) for x in around)


def _heads_line(low: str, line: Line, d: Date) -> bool:
    """Whether a short line opens with a month: "November 2023, page 31"."""
    return (
        d.start == line.start
        and line.end - line.start < 60
        and _PAGE_AFTER.fullmatch(low, d.end, line.end) is not None
    )


def _is_imprint(page: Page, line: Line, d: Date) -> bool:
    """A line at the foot that a date of publication may stand in: no sentence, no label and value of a fact."""
    text = page.text[line.start : line.end]
    rest = page.low[line.start : d.start] + page.low[d.end : line.end]
    return (
        len(text) < 100
        and text[-1] not in '.!?":;'
        and (": " not in text or page.low.startswith(_CREDITS, line.start))
        and not _LONG_NUMBER.search(rest)
        and not any(w in rest for w in _SENTENCE_WORDS)
    )


_CHANGED: Final = (
    "updated",
    "reviewed",
    "last review",
    "last amended",
    "last changed",
    "last modified",
    "last edited",
)
# Who supplied a story, at its foot: "Report: Peak News Agency. 27/03/26".
_CREDITS: Final = ("report: ", "copy: ", "source: ", "story: ", "words: ")
_LABEL: Final = 12  # characters
_YEAR: Final = re.compile(r"\d(?:st|nd|rd|th)? [a-z]{3,9} (?:19|20)\d\d\b|\d/\d{1,2}/(?:19|20)?\d\d\b")
_STAMPED: Final = re.compile(r"\b(?:updated|published|posted|issued|modified|created|reviewed)\b")
_start: Final = attrgetter("start")
_ENTRIES: Final = 3  # dated lines that make a list of entries


def _entries(page: Page, dates: list[Date]) -> set[int]:
    """Where the lines of a list of dated entries begin: their days are those of what they tell.

    An entry opens with its day and goes on, or its day stands alone right above it.
    """
    lines = page.lines
    found = []
    for i, line in enumerate(lines):
        first = bisect_left(dates, line.start, key=_start)
        if first == len(dates) or dates[first].start - line.start > 2 or not dates[first].month:
            continue
        left = line.end - dates[first].end
        if left > 12 or (left <= 1 and i + 1 < len(lines) and not lines[i + 1].blank_before):
            found.append(line.start)
    return set(found) if len(found) >= _ENTRIES else set()


def _dates_in(page: Page, dates: list[Date], line: Line) -> list[Date]:
    first = bisect_left(dates, line.start, key=_start)
    out = [d for d in dates[first : bisect_left(dates, line.end, first, key=_start)] if d.year and d.month]
    if all(not d.day for d in out) and line.end - line.start < 130:
        m = (
            _US.search(page.low, line.start, line.end)
            if page.low.find("/", line.start, line.end) >= 0
            else None
        )
        if m:
            out = [Date(m.start(), m.end(), int(m["y"]), int(m["m"]), int(m["d"]))]
    return out


_UNDER_STANDFIRST: Final = 500  # characters
# A line that is a day and nothing else, below a page's first paragraph: "Thursday 9 February 2023, 14:05".
_STAMP: Final = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d\d?[:.]\d\d,? )?(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9},? (?:19|20)\d\d|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d\d?/\d\d?/(?:19|20)\d\d)"
    r"(?:[,|]? (?:at )?\d\d?[:.]\d\d ?(?:am|pm|gmt|bst|utc)?)?[.]?"
)


def _in_first_labels(
    page: Page,
    dates: list[Date],
    openers: Openers,
    body_start: int,
    ruling: bool,
    entries: set[int],
) -> tuple[int, int, Cited[str]] | None:
    """A line "Published ..." a little way into the text (a notice whose labels come first), or the day below a standfirst."""
    for line in page.lines[:40]:
        if line.start < body_start:
            continue
        if (
            line.start < _PAPER_HEAD
            and line.end - line.start < _LONGEST
            and "meeting" in page.low[line.start : line.end]
        ):
            for d in _dates_in(page, dates, line)[:1]:
                edtf = as_edtf(d)
                if edtf is not None and _is_of_committee(page, page.low[line.start : d.start]):
                    return _PUBLISHED, d.start, Cited(edtf, (d.start, d.end))
        if line.end - line.start > 80:
            continue
        found = openers.of(page, line)
        labelled = (
            found is not None and found[0] == "published" and page.low[found[1] - 4 : found[1]] != "date"
        )
        given = ruling and (found is None or found[0] == "published")
        stamp = (
            line.start < _UNDER_STANDFIRST
            and line.start not in entries
            and _STAMP.fullmatch(page.low, line.start, line.end) is not None
        )
        if labelled or stamp or (given and line.end - line.start < 45):
            for d in _dates_in(page, dates, line):
                edtf = as_edtf(d)
                if edtf is not None:
                    return _LABELLED_TEXT, d.start, Cited(edtf, (d.start, d.end))
    return None


_SEEN_TO: Final = 60  # characters of a line that says no more than when a page was last seen to


def days_of_updates(page: Page, scan: Scan) -> list[Span]:
    """The lines that only say when a page was last changed or looked at, or will be ("Last updated: 3 May 2024")."""
    openers = Openers(scan)
    found = []
    for line in page.lines:
        if line.end - line.start > _SEEN_TO:
            continue
        said = openers.of(page, line)
        if (said is not None and said[0] == "updated") or page.low.startswith(
            ("review date", "next review"), line.start
        ):
            found.append((line.start, line.end))
    return found
