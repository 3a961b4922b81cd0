"""Hearing dates: the day of a decision, or the first day of a hearing to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from peelian.reading.begun import BEGUN_BEFORE
from peelian.reading.cells import closes_cell, opens_cell
from peelian.reading.dates import MONTHS, Date
from peelian.reading.labels import Field
from peelian.reading.model import Cited
from peelian.reading.prepared import Prepared

# Words that make the date after them another thing's: an arrest, a sentence, the conduct itself.
_ELSE_BEFORE: Final = re.compile(
    r"\b(?:between|born|convict(?:ed|ion)|sentenced?|arrest(?:ed)?|charged|joined|joining|resign(?:ed|ation)|retired|quit|suspended|since|(?:until|till)(?! (?:(?:his|her|their|the) (?:dismissal|sacking|removal)|(?:you|he|she|they) (?:was|were)))|guilty|pleaded|incident|referred|jailed|acquitted|cleared|committed|promoted"
    r"|offences?|conduct\b|investigation (?:began|was completed|concluded)|completed our investigation|by (?:noon|\d)|dated|published|updated|regulations?|rules|act\b|met (?:her|him|a|an|the woman|the man|each)|before|with effect from|in force|birthday|left (?:the force|in)|court|trial|jury|warned|deadline|appeal by|fined|order of|restricted duties|accident|collision|pay from|backdated to|backdated|continuously)"
    r"[^.;]{0,32}\Z|\b(?:guilty|acquitted|cleared|convicted) of [^.;,]{0,70}\Z|\b(?:arrest|death|collision|incident|murder|stop and search) (?:of|involving|on|in)\b[^.;]{0,75}\Z"
)
_BREAK: Final = re.compile(
    r"\b(?:convict(?:ed|ion)|sentenced|arrested|court|pleaded|resigned|retired|suspended|who|whom|which followed|joined|when|while|after (?:he|she|they|being|an incident)|offences?|alleged|allegation|incident|between|during)\b|[;]"
)


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
            d for d in prepared.dates_between(field.start, field.end) if d.edtf and d.kind in ("day", "month")
        ]
        label = prepared.page.low[field.label_start : field.start].strip(" :\n\t")
        own = label == "date" or _OF_PAGE.search(label) is not None
        if own and dates and is_publication(prepared, dates[0]):
            continue
        if dates and (field.name == "date" or dates[0].kind == "day"):
            dates = _together(prepared, dates)
            return _first(prepared, dates[0]) if to_come else _cited(dates[-1])
    return None


_OF_PAGE: Final = re.compile(r"\b(?:publi\w+|posted|issued|released?|updated)\b")


def date_in_cells(prepared: Prepared, own: list[Date], to_come: bool) -> Cited[str] | None:
    """The first of a subject's ``own`` days that stands alone in its part of a list; of a run of days the last
    (of one to come the first)."""
    text, low = prepared.page.text, prepared.page.low
    for i, d in enumerate(own):
        run = _together(prepared, own[i:])
        ahead = _DAYS_BEFORE.search(low, max(0, d.start - 44), d.start)
        opened = opens_cell(text, d.start) or (ahead is not None and opens_cell(text, ahead.start()))
        if opened and closes_cell(text, run[-1].end):
            return _first(prepared, d) if to_come else _cited(run[-1])
    return None


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
            return _first(prepared, d) if to_come else _cited(run[-1])
    return None


_OPENS_ENTRY: Final = re.compile(r"(?:\(?[\w/.-]{1,10}[.):]? +)?(?:on|in) (?:the )?\Z")
_ANSWERED: Final = re.compile(
    r"[^.;]{0,90}?\b(?:admitted|denied|appeared|attended|answered|faced|received|(?:was|were) (?:found|given|dismissed|fined|required|reprimanded|cautioned|reduced))\b"
)


def _opens_entry(prepared: Prepared, line: int, start: int, d: Date) -> bool:
    """Whether a day opens an entry's line: alone, or before who then answered for it ("4.3 On 2 August a Sergeant denied ...")."""
    low = prepared.page.low
    if not low[line:start].strip(" -*\u2022"):
        return True
    led = _OPENS_ENTRY.match(low, line, start) is not None
    return led and _ANSWERED.match(low, d.end) is not None


_HEARD_BEFORE: Final = re.compile(
    r"\bappeared(?: (?:before|at|in front of) [^.;,]{1,50})? on (?:the )?\Z"
    r"|\b(?:hearings?|meetings?|panel|heard|held|tribunal)(?: (?:date|dates|held|of|on|at|before|in|from|heard|took place|private|public|\w+day|the)){0,4}[ :,-]{1,3}\Z"
)


# "In April, a constable ...", "Also in May 2016 an inspector ...": the month in which an entry's case was decided.
_LEADS: Final = re.compile(r"\W*(?:also |then |later |and )?(?:in|on|during) (?:\w+day,? )?(?:the )?\Z")
_LED: Final = re.compile(r",? (?:an?|one|two|three|another) ")
# "...; (d) 3 April 2013", "... | Asleep on duty | May 2018": a date alone in the last part of an entry.
_LAST_PART: Final = re.compile(r"(?:[;|,\t\u2013-]|\([a-z]\)) ?\Z")


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
    if len(days) == 1 and _LAST_PART.search(low, region[0], days[0].start):
        return _cited(days[0]) if not low[days[0].end : region[1]].strip(" .)") else None
    return None


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
    headings = [x for x in prepared.page.lines[:4] if x.end - x.start < _A_HEADING]
    years = {d.year for x in headings for d in prepared.dates_between(x.start, x.end) if d.year}
    return Cited(f"{years.pop():04d}{date.value[4:]}", *date.spans) if len(years) == 1 else date


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


def _first(prepared: Prepared, d: Date) -> Cited[str] | None:
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
            if d.edtf is None or _no_day(low, d):
                continue
            key = (d.start, sentence.start)
            if key not in weighed:
                weighed[key] = _weight_of(low, sentence.start, d, to_come)
            score = weight + _fit(low, d, start, end) + weighed[key]
            if score > 0 and (best is None or score > best[0]):
                best = (score, d)
    if best is None:
        return None
    if to_come:
        return _first(prepared, best[1])
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
    moved = [d for d, b in zip(own, before, strict=True) if _PUT_OFF_BEFORE.search(b)]
    return moved or [d for d, b in zip(own, before, strict=True) if not _WAS_TO_BE_BEFORE.search(b)]


_YEAR_BEFORE: Final = re.compile(
    r"\b(?:in|during|of|early|late|mid|since|by|until|spring|summer|autumn|winter|,|\()[ -]?\Z"
)


_MONTH: Final = "|".join(MONTHS)
_PERIOD_TO: Final = re.compile(
    rf"\b(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)? )?(?P<month>{_MONTH})(?: (?:19|20)\d\d)? ?(?:to|-|and|until) ?(?:the )?\Z"
)
_TO_PERIOD: Final = re.compile(
    rf" ?(?:to|-|and|until) ?(?:the )?(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)? )?(?P<month>{_MONTH})\b"
)
_LONGEST_HEARING: Final = 21  # days from its first to its last, as written in one breath


def _of_a_period(low: str, d: Date) -> bool:
    """Whether a date bounds a period longer than a hearing ("1 April to 30 June 2021", "April - June 2018")."""
    before = _PERIOD_TO.search(low, max(0, d.start - 32), d.start)
    other = before or _TO_PERIOD.match(low, d.end)
    if other is None or not d.month:
        return False
    month, day = MONTHS[other["month"]], int(other["day"] or 0)
    if not d.day or not day:
        return month != d.month
    months, days = (d.month - month, d.day - day) if before else (month - d.month, day - d.day)
    return months % 12 * _DAYS_OF_MONTH + days > _LONGEST_HEARING


_DAYS_OF_MONTH: Final = 30  # near enough


_YEARS_TO: Final = re.compile(r"\b(?:19|20)\d\d ?(?:to|-|\u2013|and|until|,) ?\Z")
_TO_YEAR: Final = re.compile(r" ?(?:to|-|\u2013|and|until|,) ?(?:19|20)\d\d\b")


def _no_day(low: str, d: Date) -> bool:
    """Whether a date is only part of a name ("bonfire night 2020") or counts from now ("Monday week")."""
    if d.kind in ("day", "month") and _of_a_period(low, d):
        return True
    if d.kind == "year":
        if _YEARS_TO.search(low, max(0, d.start - 12), d.start) or _TO_YEAR.match(low, d.end):
            return True  # "Officers dismissed, 2017 to 2020"
        return _YEAR_BEFORE.search(low, max(0, d.start - 8), d.start) is None
    return d.kind == "weekday" and low.startswith(" week", d.end) and not low.startswith(" weeks", d.end)


_OWN_BEFORE: Final = re.compile(r"\b(?:hearing|meeting|panel|held|tribunal)\b[^.;,]{0,60}\Z")
_OF_PERSON: Final = re.compile(r"\b(?:who|whom|resigned|retired)\b")
_ENDED_BEFORE: Final = re.compile(r"\b(?:concluded|ended|finished|closed|ending)(?: on| at)? \Z")
_FIRST_LISTED_BEFORE: Final = re.compile(
    r"\b(?:first|originally|previously) (?:listed|fixed|scheduled|due|set)[^.;]{0,25}\Z"
)
# Of one to come: the day on which it should have been, and the day to which it was put off.
_WAS_TO_BE_BEFORE: Final = re.compile(
    r"\b(?:was|were|had been) (?:to (?:have |be )|due\b|listed\b|fixed\b|scheduled\b|set\b)[^.;]{0,45}\Z"
)
_PUT_OFF_BEFORE: Final = re.compile(
    r"\b(?:new (?:date|dates|start)|(?:adjourned|postponed)(?:(?! (?:from|to|until|till|for|on)\b)[^.;:\n]){1,40}? (?:to|until|till)|(?:put (?:off|back)|postponed|adjourned|moved|relisted|re-listed|rearranged|resum\w+|reconven\w+|restart\w*|start\w* (?:again|afresh))(?: (?:until|till|to|for|on|from|now|again))+)\b[^.;\n]{0,20}\Z"
)
_THEN_HE: Final = re.compile(r" (?:he|she|they|the officer|pc|ps|sgt|dc) (?!(?:was|were|would|had) )")


# "He hit a man in January 2020, a hearing was told.": the day is the deed's
_ONLY_TOLD: Final = re.compile(
    r"(?: (?:was|were|has|had|have))?(?: also| then| previously| been)* (?:told|heard|hears)\b(?: (?:on|yesterday|today)\b[^.;]{0,25})?[.\"]"
)


# "The hearing, which took place between 7 and |18 March|"
_SAT_BETWEEN: Final = re.compile(
    r"\b(?:took place|was held|held|sat|conducted)(?: (?:in|at) [\w' ]{2,30}?)? between (?:[\w ]{1,24} and )?(?:the )?\Z"
)
_BETWEEN_AND: Final = re.compile(r"\bbetween (?:the )?(?:\d?[\w ]{2,24} and (?:the )?)?\Z")
# "The hearing was told that he met her in January": so is what was told there
_OF_THE_DEED: Final = re.compile(
    r"\b(?:heard|(?:was|were|is|been) told|hears) (?:how |that )?(?!on\b|evidence\b|the (?:case|evidence|matter|appeal|allegations?|charges?)\b|yesterday|today|this|over|last|in\b)\w"
)


def _fit(low: str, d: Date, start: int, end: int) -> float:
    """How well a date fits an anchor: near, and no other event between them."""
    gap_start, gap_end = (end, d.start) if d.start >= end else (d.end, start)
    gap = low[gap_start:gap_end] if gap_end > gap_start else ""
    fit = -min(len(gap), 150) / 45
    if d.start >= end and _BREAK.search(gap) and not _SAT_BETWEEN.search(gap):
        fit -= 3
    if d.start >= end and _OF_THE_DEED.search(low, max(start, end - 5), d.start):
        fit -= 6
    if d.start < start and _OF_PERSON.search(gap):
        fit -= 1.5
    if d.start < start and "," in gap and _ONLY_TOLD.match(low, end):
        fit -= 6
    return fit


def _weight_of(low: str, sentence_start: int, d: Date, to_come: bool) -> float:
    """What speaks for or against a date by its own words: how exact it is, and what stands around it."""
    fit = {"day": 1.5, "relative": 1.2, "weekday": 1.2, "month": 0.6}.get(d.kind, 0.0)
    before = low[max(sentence_start, d.start - 90) : d.start]
    if _BETWEEN_AND.search(before) and not _SAT_BETWEEN.search(before):
        fit -= 6
    if (
        _ELSE_BEFORE.search(before)
        and not _SAT_BETWEEN.search(before)
        and (before.endswith("since ") or not _OWN_BEFORE.search(before))
    ):
        fit -= 6
    if _ENDED_BEFORE.search(before):
        fit += 2
    if not to_come and BEGUN_BEFORE.search(before):
        fit -= 3
    if _FIRST_LISTED_BEFORE.search(before) or (to_come and _WAS_TO_BE_BEFORE.search(before)):
        fit -= 4
    if to_come and _PUT_OFF_BEFORE.search(before):
        fit += 3
    if _THEN_HE.match(low[d.end : d.end + 30]):
        fit -= 1.5
    return fit


_BEGINS: Final = re.compile(
    r"\b(?:commenc\w+|will (?:now )?(?:begin|start|be held|take place)|to be held|is to (?:begin|start)|starting|beginning)(?: on| from| at)?(?: [\w.:]+){0,4} ?\Z"
)


def date_that_begins(prepared: Prepared) -> Cited[str] | None:
    """In a notice: the first day with words of beginning before it ("Commencing Tuesday 8 November 2022"), or a time after it."""
    low = prepared.page.low
    days = [d for d in prepared.dates if d.kind == "day" and d.edtf]
    for d in days:
        if _BEGINS.search(low, max(0, d.start - 60), d.start):
            return _first(prepared, d)
    timed = next((d for d in days if _AT_A_TIME.match(low, d.end)), None)
    return _first(prepared, timed) if timed is not None else None


# "Tuesday 14 May 2024 to Friday 17 May 2024 9.30am each day"
_AT_A_TIME: Final = re.compile(
    r"(?: (?:to|until|-) [\w ]{6,28}?)?,? (?:at |from |commencing |starting )*(?:\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|a\.m|p\.m)\b|\d{4} ?h(?:ou)?rs\b|\d{1,2}[.:]\d\d\b|noon\b)"
)
