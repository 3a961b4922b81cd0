"""Hearing dates: the day of a decision, or the first day of a hearing to come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.cells import closes_cell, opens_cell
from peelian.reading.dates import MONTHS, Date
from peelian.reading.day_leads import DAY_LEAD
from peelian.reading.hearing_days import PUT_OFF_BEFORE, WAS_TO_BE_BEFORE, how_near, is_no_day, weight_of
from peelian.reading.labels import Field
from peelian.reading.model import Cited
from peelian.reading.prepared import Prepared


def date_in_fields(prepared: Prepared, fields: list[Field], to_come: bool) -> Cited[str] | None:
    """The date that a notice gives in its date field."""
    first = next(iter(prepared.scan.of("proceeding")), None)
    tribunal = first is not None and first.value == "appeal_tribunal" and first.start < 300
    for field in fields:
        if tribunal and not to_come and field.name == "outcome":
            decided = [d for d in prepared.dates_between(field.start, field.start + 3) if d.kind == "day"]
            if decided:  # "Decision: 3 June 2019"
                return _cited(decided[0])
    for field in fields:
        if field.name not in ("date", "kind", "venue") or re.search(
            r"appeal heard by", prepared.page.low[field.label_start : field.start]
        ):
            continue
        dates = [
            d
            for d in prepared.dates_between(field.start, field.end)
            if d.edtf and (d.kind in ("day", "month") or _fills(prepared, d, field))
        ]
        label = prepared.page.low[field.label_start : field.start].strip(" :\n\t")
        own = label in _OF_PAPER or _OF_PAGE.search(label) is not None
        if own and dates and is_publication(prepared, dates[0]):
            continue
        if dates and (field.name == "date" or dates[0].kind == "day"):
            dates = _together(prepared, dates)
            return first_of_run(prepared, dates[0]) if to_come else _cited(dates[-1])
    return None


def _fills(prepared: Prepared, d: Date, field: Field) -> bool:
    """Whether a year is all that a cell or label of the hearing's date gives ("Date of the hearing | 2018")."""
    rest = prepared.page.low[field.start : d.start] + prepared.page.low[d.end : field.end]
    return field.name == "date" and d.kind == "year" and not rest.strip(" |\n\t.")


# Labels by which a paper gives its own day, or that of the board to which it goes.
_OF_PAPER: Final = frozenset({"date", "date of meeting", "meeting date", "date of report"})
_OF_PAGE: Final = re.compile(r"\b(?:publi\w+|posted|issued|released?|updated)\b")


def date_in_cells(
    prepared: Prepared, own: list[Date], to_come: bool, sentence: bool = False
) -> Cited[str] | None:
    """The first of a subject's ``own`` days that stands alone in its part of a list (with ``sentence``: as a
    sentence of its own); of a run of days the last (of one to come the first)."""
    text, low = prepared.page.text, prepared.page.low
    for i, d in enumerate(own):
        run = _together(prepared, own[i:])
        ahead = _DAYS_BEFORE.search(low, max(0, d.start - 44), d.start)
        opened = opens_cell(text, d.start) or (ahead is not None and opens_cell(text, ahead.start()))
        if sentence and text[: ahead.start() if ahead is not None else d.start].rstrip()[-1:] in (",", ";"):
            continue
        if opened and (closes_cell(text, run[-1].end) or _SENTENCE.match(text, run[-1].end - 1)):
            return first_of_run(prepared, d) if to_come else _cited(run[-1])
    return None


_SENTENCE: Final = re.compile(
    r"[.](?= ?[A-Z(]|\s*\Z)"
)  # the point may be taken for that of a shortened month


def date_of_entry(
    prepared: Prepared, own: list[Date], to_come: bool, opens_line: bool = False
) -> Cited[str] | None:
    """In an entry of a list: the first of its days that follows the word hearing (or ``opens_line``)."""
    text, low = prepared.page.text, prepared.page.low
    for i, d in enumerate(own):
        ahead = _DAYS_BEFORE.search(low, max(0, d.start - 44), d.start)
        start = ahead.start() if ahead is not None else d.start
        line = text.rfind("\n", 0, start) + 1
        if (
            _opens_entry(prepared, line, start, d)
            if opens_line
            else _HEARD_BEFORE.search(low, max(line, start - 60), start)
        ):
            run = _together(prepared, own[i:])
            return first_of_run(prepared, d) if to_come else _cited(run[-1])
    return None


_MARKED: Final = re.compile(r"\(?[\w/.-]{1,10}[.):]? +\Z")
_OPENS_ENTRY: Final = re.compile(r"(?:\(?[\w/.-]{1,10}[.):]? +)?(?:on|in) (?:the )?\Z")
_ANSWERED: Final = re.compile(
    r"[^.;]{0,90}?\b(?:admitted|denied|appeared|attended|answered|faced|received|(?:was|were) (?:found|given|dismissed|fined|required|reprimanded|cautioned|reduced))\b"
)


def _opens_entry(prepared: Prepared, line: int, start: int, d: Date) -> bool:
    """Whether a day opens an entry's line: alone or before a dash ("(a) 17 February 2021 - PCSO, Mansfield."), or before
    who then answered for it ("4.3 On 2 August a Sergeant denied ...")."""
    low = prepared.page.low
    if not low[line:start].strip(" -*\u2022"):
        return True
    if _OPENS_ENTRY.match(low, line, start) is not None:
        return _ANSWERED.match(low, d.end) is not None
    alone = _MARKED.match(low, line, start) is not None
    return alone and DAY_LEAD.match(prepared.page.text, start) is not None


_HEARD_BEFORE: Final = re.compile(
    r"\bappeared(?: (?:before|at|in front of) [^.;,]{1,50})? on (?:the )?\Z"
    r"|\b(?:hearings?|meetings?|panel|heard|held|tribunal)(?: (?:date|dates|held|of|on|at|before|in|from|heard|took place|private|public|\w+day|the)){0,4}[ :,-]{1,3}\Z"
)


# "In April, a constable ...", "Also in May 2016 an inspector ...": the month in which an entry's case was decided.
_LEADS: Final = re.compile(r"\W*(?:also |then |later |and )?(?:in|on|during) (?:\w+day,? )?(?:the )?\Z")
_LED: Final = re.compile(r",? (?:an?|one|two|three|another) ")
# "...; (d) 3 April 2013", "... | Asleep on duty | May 2018": a date alone in the last part of an entry.
_LAST_PART: Final = re.compile(r"(?:[;|,(\t\u2013-]|\([a-z]\)) ?\Z")
# "- PS Ann Lee, 18 November 2023: misuse of computers": a day alone behind who opens the entry.
_LONGEST_HEAD: Final = 70  # characters


def date_of_digest(prepared: Prepared, region: tuple[int, int] | None) -> Cited[str] | None:
    """The date of an entry that does not say beside it what was decided: before the officer whom it brings in, or alone at its end."""
    if region is None:
        return None
    low = prepared.page.low
    own = prepared.dates_between(*region)
    if own and own[0].start < region[0] + _LED_BY:
        first = own[0]
        if _LEADS.fullmatch(low, region[0], first.start) and _LED.match(low, first.end):
            return _cited(first)
    days = [d for d in own if d.kind in ("day", "month")]
    if len(days) != 1:
        return None
    day = days[0]
    if _LAST_PART.search(low, region[0], day.start) and not low[day.end : region[1]].strip(" .)"):
        return _cited(day)
    opens = day.start < region[0] + _LONGEST_HEAD and low[day.end : day.end + 2] in (": ", " -", " \u2013")
    return _cited(day) if opens and low.endswith((", ", " (", " - "), 0, day.start) else None


_LED_BY: Final = 24  # characters of an entry before the date that leads it


_A_HEADING: Final = 90  # characters: a longer line tells a story, and its year is that of another event


def with_year(prepared: Prepared, date: Cited[str], to_come: bool) -> Cited[str]:
    """A date whose year the page leaves out, with the year that its own date or its heading makes certain."""
    published = prepared.masthead.published
    if to_come and published is not None and _is_past(prepared, date, published.value):
        return Cited(f"{int(date.value[:4]) + 1:04d}{date.value[4:]}", *date.spans)
    if not date.value.startswith("XXXX-"):
        return date
    if published is not None and published.value[:4].isdigit():
        year, month = int(published.value[:4]), date.value[5:7]
        if len(published.value) == 7:  # a month's issue: the day lies in it or before (to come: after)
            late = month > published.value[5:7]
            early = month < published.value[5:7]
            year += 1 if to_come and early else -1 if late and not to_come else 0
            return Cited(f"{year:04d}{date.value[4:]}", *date.spans)
        return date
    since = _year_since(prepared, date)
    if since is not None:
        return since
    headings = [x for x in prepared.page.lines[:4] if x.end - x.start < _A_HEADING]
    years = {d.year for x in headings for d in prepared.dates_between(x.start, x.end) if d.year}
    later = any(d.year and d.year > max(years, default=0) for d in prepared.dates)
    if len(years) != 1 or later:  # the heading's year is that of what happened, not of what followed
        return date
    return Cited(f"{years.pop():04d}{date.value[4:]}", *date.spans)


_TOLD_SHORTLY: Final = 250  # characters


def _year_since(prepared: Prepared, date: Cited[str]) -> Cited[str] | None:
    """ "A hearing was held in February 2019 ... a meeting in March": of the same year, where the month is no earlier one."""
    at = date.spans[0][0]
    before = [d for d in prepared.dates if at - _TOLD_SHORTLY < d.start < at and d.year and d.month]
    if not before or before[-1].edtf is None or not before[-1].edtf[:4].isdigit():
        return None
    if date.value[5:7] < before[-1].edtf[5:7] or _is_of_rules(prepared, before[-1], at):
        return None
    return Cited(f"{before[-1].edtf[:4]}{date.value[4:]}", *date.spans)


# "|From| May 2024 lawyers only advise", "The |rules| changed in May 2024": what was held since may be of another year
_FROM: Final = re.compile(
    r"\b(?:from|since|until|before|after) (?:\w+day,? )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? )?\Z"
)
_RULES: Final = re.compile(
    r"\b(?:rules?|laws?|regulations?|regime|system|scheme|in force|came in|act|reforms?|guidance|policy|legislation|powers)\b"
)


def _is_of_rules(prepared: Prepared, d: Date, at: int) -> bool:
    """Whether a date of an earlier sentence than ``at`` says since when something is so, or a rule has been in force."""
    page = prepared.page
    s = page.sentence_at(d.start)
    if s.start <= at < s.end:
        return False
    if _HELD.search(page.low, s.start, s.end):
        return False
    return (
        _FROM.search(page.low, s.start, d.start) is not None
        or _RULES.search(page.low, s.start, s.end) is not None
    )


_HELD: Final = re.compile(r"\b(?:hearing|panel|meeting|tribunal|investigat\w+|dismiss\w+)\b")


def _is_past(prepared: Prepared, date: Cited[str], published: str) -> bool:
    """Whether a day to come, written without its year, was read as one before the page's own date."""
    if len(date.value) != 10 or len(published) != 10 or not date.value[:4].isdigit():
        return False
    words = [prepared.page.text[a:b] for a, b in date.spans]
    if not any(re.search(r"\d", w) for w in words):
        return False  # a weekday or "last month" has its year
    written = any(re.search(r"\d{4}|\d/\d", w) for w in words)
    return not written and date.value < published and date.value[:4] <= published[:4]


def is_publication(prepared: Prepared, d: Date) -> bool:
    """Whether a date is the page's own, cited as the day on which it was published."""
    published = prepared.masthead.published
    return (
        published is not None
        and published.value == d.edtf
        and any(a <= d.start < b for a, b in published.spans)
    )


# "Hearing dates: 4 and 5 June", "Heard on: 4 June", "Date: 4 June", in a court's own heading
_HEARD_BY_COURT: Final = re.compile(
    r"\b(?:hearing dates?|dates? of hearing|heard(?: on)?|date|dates?) ?[:-]? ?\Z"
)


def is_of_court(prepared: Prepared, d: Date) -> bool:
    """Whether a date of a judgment is that on which the court itself sat, by the label before it."""
    line = prepared.page.low.rfind("\n", 0, d.start) + 1
    return _HEARD_BY_COURT.fullmatch(prepared.page.low, line, d.start) is not None


def _together(prepared: Prepared, dates: list[Date]) -> list[Date]:
    """The leading dates of a field that are one run of days (not a later note in brackets)."""
    out = dates[:1]
    for d in dates[1:]:
        gap = prepared.page.low[out[-1].end : d.start]
        if len(gap) > 24 or "not sit" in gap or "won't" in gap or "listed" in gap:
            break
        out.append(d)
    return out


def _cited(d: Date) -> Cited[str] | None:
    return Cited(d.edtf, (d.start, d.end)) if d.edtf else None


_DAYS_BEFORE: Final = re.compile(
    rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: (?P<month>{'|'.join(MONTHS)})\b)?(?:(?: ?(?:-|,|&|to|and|until) ?)+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day )?[0-3]?\d(?:st|nd|rd|th)?)*(?: ?(?:-|,|&|to|and|until) ?)+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day )?(?:the )?\Z"
)


def first_of_run(prepared: Prepared, d: Date) -> Cited[str] | None:
    """A date, or the first day of the run of days that ends with it ("5th, 6th and 7th November")."""
    if d.edtf and d.day and len(d.edtf) == 10:
        low = prepared.page.low
        found = _DAYS_BEFORE.search(low, max(0, d.start - 44), d.start)
        if found and 1 <= int(found.group("day")) <= 31:
            month = f"{MONTHS[found.group('month')]:02d}" if found.group("month") else d.edtf[5:7]
            return Cited(f"{d.edtf[:4]}-{month}-{int(found.group('day')):02d}", (found.start(), d.end))
        if d.first_day is not None and d.first_day < d.day:  # "May 9 to 11"
            return Cited(f"{d.edtf[:8]}{d.first_day:02d}", (d.start, d.end))
    return _cited(d)


def date_near(
    prepared: Prepared,
    anchors: list[tuple[int, int, float]],
    to_come: bool,
    aside: Sequence[tuple[int, int]] = (),
) -> Cited[str] | None:
    """The best date in the clauses of the anchors ``(start, end, weight)``: an outcome, a finding, a hearing.

    Dates in ``aside`` (cells of a table that tell of something else) are passed over; so is the page's own date
    of publication, while another fits.
    """
    published = prepared.masthead.published
    anchors = [a for anchor in anchors for a in (anchor, *_gone_on(prepared, anchor))]
    weighed: dict[tuple[int, int], float] = {}
    if published is not None:
        date = _date_near(prepared, anchors, to_come, [*aside, *published.spans], weighed)
        if date is not None:
            return date
    return _date_near(prepared, anchors, to_come, aside, weighed)


def _date_near(
    prepared: Prepared,
    anchors: list[tuple[int, int, float]],
    to_come: bool,
    aside: Sequence[tuple[int, int]],
    weighed: dict[tuple[int, int], float],
) -> Cited[str] | None:
    """The best date in the clauses of the anchors that does not lie ``aside``.

    ``weighed`` keeps what each date's own words speak for or against it, by its start and its sentence's.
    """
    best: tuple[float, Date] | None = None
    low = prepared.page.low
    for start, end, weight in anchors:
        sentence = prepared.page.near(start, 400)
        past = -1
        for d in prepared.dates_between(sentence.start, sentence.end):
            if any(a <= d.start < b for a, b in aside):
                continue
            if d.start < past:  # "last year" of "in March last year"
                continue
            past = d.end
            if d.edtf is None or is_no_day(low, d):
                continue
            key = (d.start, sentence.start)
            if key not in weighed:
                weighed[key] = weight_of(low, sentence.start, d, to_come)
            score = weight + how_near(low, d, start, end) + weighed[key]
            if score > 0 and (best is None or score > best[0]):
                best = (score, d)
    if best is None:
        return None
    if to_come:
        return first_of_run(prepared, best[1])
    after = [
        d
        for d in prepared.dates_between(best[1].start, best[1].end + 40)
        if d.edtf and d.kind == best[1].kind
    ]
    if len(after) > 1 and re.fullmatch(
        r" ?(?:to|-|and|until|,|&) ?(?:the )?", low[after[0].end : after[1].start]
    ):
        return _cited(after[1])  # "from 30 January to 1 February"
    return _cited(best[1])


# The sentence after goes on about the same: "That was on 9 September", "It was put off to November 18".
_GOES_ON: Final = re.compile(
    r"[\W\d]{0,6}(?:it|this|that|these|they|the (?:\w+ )?(?:hearing|meeting|panel|case|matter|tribunal|proceedings|decision|appeal)s?) (?:\w+ly )?(?:was|were|is|are|will|would|took|takes|began|begins|opened|sat|ended|has|had|should|concluded|came|lasted|follow\w*|start\w*|happened|finished)\b"
)


def _gone_on(prepared: Prepared, anchor: tuple[int, int, float]) -> list[tuple[int, int, float]]:
    """The opening of the sentence after an anchor's, where it goes on about the same, or the anchor only heads it."""
    page = prepared.page
    i = page.sentence_index(anchor[0])
    if i + 1 >= len(page.sentences):
        return []
    own, after = page.sentences[i], page.sentences[i + 1]
    found = _GOES_ON.match(page.low, after.start, after.end)
    if found is not None:
        return [(found.start(), found.end(), anchor[2] - 1.0)]
    words = page.low[own.start : own.end].rstrip()
    if words.endswith(":") or (len(words) < _HEADING and not words.endswith((".", "!", "?", '"'))):
        return [(after.start, after.start + 1, anchor[2] - 1.5)]
    return []


_HEADING: Final = 24


def put_off_to(prepared: Prepared, own: list[Date]) -> list[Date]:
    """Of the days of a hearing to come: those to which it was put off, if any; else those that still stand."""
    low = prepared.page.low
    before = [low[max(0, d.start - 60) : d.start] for d in own]
    moved = [d for d, b in zip(own, before, strict=True) if PUT_OFF_BEFORE.search(b)]
    return moved or [d for d, b in zip(own, before, strict=True) if not WAS_TO_BE_BEFORE.search(b)]


_BEGINS: Final = re.compile(
    r"\b(?:commenc\w+|will (?:now )?(?:begin|start|be held|take place)|to be held|is to (?:begin|start)|starting|beginning)(?: on| from| at)?(?: [\w.:]+){0,4} ?\Z"
)


def date_that_begins(prepared: Prepared) -> Cited[str] | None:
    """In a notice: the first day with words of beginning before it ("Commencing Tuesday 8 November 2022"), or a time after it."""
    low = prepared.page.low
    days = [d for d in prepared.dates if d.kind == "day" and d.edtf]
    for d in days:
        if _BEGINS.search(low, max(0, d.start - 60), d.start):
            return first_of_run(prepared, d)
    timed = next((d for d in days if _AT_A_TIME.match(low, d.end)), None)
    return first_of_run(prepared, timed) if timed is not None else None


# "Tuesday 14 May 2024 to Friday 17 May 2024 9.30am each day"
_AT_A_TIME: Final = re.compile(
    r"(?: (?:to|until|-) [\w ]{6,28}?)?,? (?:at |from |commencing |starting )*(?:\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|a\.m|p\.m)\b|\d{4} ?h(?:ou)?rs\b|\d{1,2}[.:]\d\d\b|noon\b)"
)
