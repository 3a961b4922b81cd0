"""The day of sentence: the date told with the words of a sentence, or the day in court that is told around them."""

from __future__ import annotations

import datetime
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.back_for_sentence import back_for_sentence, there_and_then, year_in_dock
from peelian.reading.dates import Date
from peelian.reading.days_in_court import BORN, CLAUSE, CONDUCT, DUE, PUT_OFF, day_in_court, of_the_gains
from peelian.reading.entry_days import day_of_entry
from peelian.reading.model import Cited
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.spans import beginning_in
from peelian.reading.terms import Term
from peelian.reading.verdict_days import day_of_verdict

_NOT_SENTENCE: Final = re.compile(
    r"\b(?:convicted|found (?:him |her |them )?guilty|pleaded|admitted|admitting|charged|arrested|dismissed|resigned|suspended(?! for|,| (?:[a-z]+ )?(?:sentence|term|jail|prison))|(?<!sentencing )(?<!sentence )(?<!at a )(?<!at the )(?<!at yesterday's )hearing|trial(?! judge)|pled|guilty plea|plea|retired|joined|sacked|appeal\w*|panel|released|born|will be)\b"
)


# "was |released on| 4 May after half of his term"
_RELEASED: Final = re.compile(r"\b(?:released|freed|let out|walked out of (?:jail|prison))\b[^.;]{0,24}\Z")
_ON_APPEAL: Final = re.compile(
    r"\b(?:(?<!lodged his )(?<!lodged her )(?<!lodged an )(?<!notice of )appeal\w*|substituted|manifestly|court of appeal|unduly|quash\w*|lenient|original sentence|(?:sentence|term)\b[^.;]{0,30}\breplaced|(?:must|will|should) instead|(?:sentence|term)s?\b[^.;]{0,40}\b(?:cut|reduced|increased|lowered|raised|shortened|lengthened)\b(?! (?:to reflect|for|because|by (?:a|one)))|(?:doubled|halved|trebled|slashed|shaved) (?:the|his|her|their)|(?:increased|raised|extended|upped|lengthened|cut|reduced|lowered|shortened) (?:it|this) to)\b"
)
# "was sentenced to three months, against which he now appeals": the day is still that of the sentence
_AGAINST_WHICH: Final = ("against which he ", "against which she ", "which he now ", "which she now ")
# "appealed against the sentence |passed in Dover on| 4 May: 18 weeks"
_IMPOSED_ON: Final = re.compile(
    r"\b(?:sentence|sentences|term|terms|imprisonment|years|months|weeks|jail|order)(?: [\w' -]{3,40})?,? (?:which was |that was |which were |he was |she was )?(?:passed|imposed|handed down|meted out|given)(?: (?:on|to) (?:him|her))?(?: (?:at|in|by) (?!appeal)[\w' ]{3,40})? (?:on|in|last) \Z"
)
_TRIED: Final = re.compile(
    r"\A[^.;]{0,60}\b(?:convicted|found guilty|pleaded guilty|admitted)\b(?:(?!\b(?:dismissed|resigned|suspended|panel|appeal)\b).)*\Z",
    re.DOTALL,
)


def read_sentenced_on(prepared: Prepared, terms: list[Term]) -> Cited[str] | None:
    """The day on which one subject was sentenced: the date told with the words of the sentence."""
    spared = [t for t in terms if t.kind == "spared"]
    own = spared + [
        t
        for t in terms
        if (
            (t.cue == "penalty" and t.kind not in ("caution", "minimum"))
            or (t.cue == "order" and (t.amount or t.length or t.hours))
        )
    ]
    if not own:
        return None
    own.sort(key=lambda t: t.start)
    passed = own
    if any(t.cue == "penalty" and t.kind != "spared" for t in own):
        # an order may be made on another day (a confiscation)
        passed = [t for t in own if t.cue == "penalty"]
    return (
        _next_day(prepared, passed)
        or back_for_sentence(prepared, passed)
        or _told_day(prepared, passed)
        or _sentencing_hearing(prepared, passed)
        or _same_day(prepared, passed)
        or day_in_court(prepared, passed)
        or there_and_then(prepared, passed)
        or day_of_entry(prepared, passed)
        or _told_day(prepared, [t for t in own if t.cue == "order" and t.kind != "confiscation"])
        or _day_of_remarks(prepared)
        or day_of_verdict(prepared, passed)
        or year_in_dock(prepared, passed)
        or _last_year(prepared, passed)
    )


def _next_day(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """ "Convicted on 4 May and jailed for a year |the next day|": told right behind the term, it goes before every date."""
    low = prepared.page.low
    for term in own:
        s = prepared.page.sentences[term.sentence]
        end = max(term.end, term.length.end if term.length is not None else 0)
        found = _SAME_DAY.search(low, end, min(s.end, end + _BEHIND))
        if (
            found is not None
            and found["later"] is not None
            and not _NOT_SENTENCE.search(low, end, found.start())
        ):
            return _same_day(prepared, [term])
    return None


_BEHIND: Final = 60  # characters
_BEFORE_YEAR: Final = re.compile(r"\b(?:sentenced|jailed|imprisoned|fined|caged)\b[^.;,]{0,40}\Z")


def _last_year(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """ "Was sentenced last year": no better day is told."""
    for index in dict.fromkeys(t.sentence for t in own):
        s = prepared.page.sentences[index]
        for date in beginning_in(prepared.dates, s.start, s.end):
            year = date.relative in ("this year", "last year") and date.edtf is not None
            if year and date.edtf and _BEFORE_YEAR.search(prepared.page.low, s.start, date.start):
                return Cited(date.edtf[:4], (date.start, date.end))
    return None


def _told_day(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """The date that stands nearest to the words of a sentence or an order, in their own sentence."""
    best: tuple[float, Date] | None = None
    sentences = [prepared.page.sentences[i] for i in sorted({t.sentence for t in own if t.sentence >= 0})]
    for date in [d for s in sentences for d in beginning_in(prepared.dates, s.start, s.end)]:
        if date.edtf is None or (
            date.kind == "relative"
            and date.relative in ("this year", "last year", "this week", "last week", "this month")
        ):
            continue
        if date.kind == "year" and "|" in prepared.page.low[max(0, date.start - 3) : date.end + 3]:
            continue  # the year of a table's row is not the day of sentence
        if date.kind == "year" and _is_of_the_crime(prepared, date):
            continue
        score = _nearness(prepared, date, own)
        if score is not None and (best is None or score < best[0]):
            best = (score, date)
    if best is None or best[1].edtf is None:
        return None
    return Cited(_with_year_of_story(prepared, best[1], best[1].edtf), (best[1].start, best[1].end))


_OF_CRIME: Final = 60  # characters from the crime to its year
_LONG_AGO: Final = 2  # years


def _is_of_the_crime(prepared: Prepared, date: Date) -> bool:
    """Whether a year long before publication stands behind the crime: "jailed for indecent assault on a cadet in 1986"."""
    published = prepared.masthead.published
    told = [d.edtf[:4] for d in prepared.dates if d.kind == "day" and d.edtf is not None]
    if published is not None:
        told.append(published.value[:4])
    years = [int(year) for year in told if year.isdigit()]
    if date.edtf is None or not years or max(years) - int(date.edtf[:4]) < _LONG_AGO:
        return False
    return bool(prepared.scan.between("offence", date.start - _OF_CRIME, date.start))


_WRITTEN_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def _with_year_of_story(prepared: Prepared, date: Date, edtf: str) -> str:
    """ "On 8 May 2017 she was convicted. On 9 June she was sentenced": the year told a sentence before goes on."""
    low = prepared.page.low
    if date.kind != "day" or _WRITTEN_YEAR.search(low, date.start, date.end):
        return edtf
    before = [
        d for d in beginning_in(prepared.dates, date.start - 300, date.start)
        if d.kind == "day" and d.edtf and _WRITTEN_YEAR.search(low, d.start, d.end)
    ]  # fmt: skip
    if not before or before[-1].edtf is None or "\n" in low[before[-1].end : date.start]:
        return edtf
    told = before[-1].edtf
    return told[:4] + edtf[4:] if told[:4] < edtf[:4] and told[5:] <= edtf[5:] else edtf


def _sentencing_hearing(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """ "At a sentencing hearing today (11 April)": a day told with the name of the hearing."""
    people = {p for t in own for p in t.who}
    for date in beginning_in(prepared.dates, own[0].start - 1500, own[-1].end + 1500):
        if date.edtf is None or date.kind == "year":
            continue
        before = prepared.page.low[max(0, date.start - 44) : date.start]
        if _HEARING.search(before) and people & set(prepared.cast.who(date.start)):
            return Cited(date.edtf, (date.start, date.end))
    return None


_HEARING: Final = re.compile(
    r"\b(?:sentenc(?:ing|e) hearing|(?:passing|pronouncing|imposing) sentence|sentencing (?:him|her|them|both|the \w+)|sentencing of [^.;]{3,60} (?:took place|was held|was))\b(?!.*\b(?:will|adjourned|due|next|later)\b)[^.]*\Z"
)


_SAME_DAY: Final = re.compile(
    r"\b(?:the|that) same (?:day|date|hearing)\b|\bthat (?:day|afternoon|morning)\b|\bthere and then\b|\b(?P<later>the (?:next|following) day|a day later)\b"
)
_FULL_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def _same_day(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """ "Sentenced on the same day": the last full date before; "the next day": the day after it."""
    low = prepared.page.low
    for index in dict.fromkeys(t.sentence for t in own):
        s = prepared.page.sentences[index]
        found = _SAME_DAY.search(low, s.start, s.end)
        if found is None:
            continue
        told = next(
            (
                d
                for d in reversed(beginning_in(prepared.dates, max(0, s.start - 400), s.end))
                if d.end <= found.start() and d.kind == "day" and d.edtf and s.start - d.end < 300
            ),
            None,
        )
        if told is None or told.edtf is None:
            continue
        words = (told.start, told.end)
        if found["later"] is None:
            return Cited(told.edtf, words)
        if not _FULL_DAY.fullmatch(told.edtf) or _NOT_SENTENCE.search(low, found.start() - 40, found.start()):
            return None
        after = datetime.date.fromisoformat(told.edtf) + datetime.timedelta(days=1)
        return Cited(after.isoformat(), words, found.span())
    return None


# "Greaves, who admitted one count of theft at a hearing in June, was also ordered to"
_OF_THE_PLEA: Final = re.compile(
    r"\b(?:admitted|pleaded guilty|pled guilty|denied|convicted|found guilty)\b(?:(?!\b(?:jailed|fined|sentenced|given|imprisoned)\b)[^.;]){0,110}\bat (?:an?|the|his|her|their) (?:earlier |previous |first |plea |preliminary )*(?:hearing|trial|appearance)(?: there| at [\w' ]{3,40}?)?(?: on| in| last| earlier)? \Z"
)
# "Greaves, who was found guilty in July, was told to do 200 hours"
_AFTER_A_VERDICT: Final = re.compile(
    r",[^.;]{0,120}\b(?:convicted|found guilty|pleaded guilty|pled guilty|admitted (?:it|the|both|all|his|her)[^.;,]{0,30})(?: (?:to|of) [^.;,]{3,60}?)?(?: by [^.;,]{3,40})?(?: at [^.;,]{3,40})?(?: in| on| last| back in| earlier in)? \Z"
)
_THEN_WAS: Final = re.compile(
    r"(?: (?:after|following) [^.;,]{3,40})?, (?:also |then |later )?(?:was|has|had|must|received|got|is|walked|escaped|avoided)\b"
)


def _day_of_remarks(prepared: Prepared) -> Cited[str] | None:
    """Sentencing remarks carry the day of sentence as their date."""
    published = prepared.masthead.published
    head = prepared.page.low[:900]
    if (
        published is not None
        and prepared.masthead.kind == "judgment"
        and re.search(r"\bsentenc(?:e|ing)\b", head)
        and "appeal" not in head
    ):
        return published
    return None


def _has_own_day(prepared: Prepared, sentence: Sentence, term: Term) -> bool:
    """Whether a day is told right after a sentence, with no other event between."""
    low = prepared.page.low
    return any(
        ((d.kind == "day" and d.start < term.end + 70) or d.kind in ("weekday", "relative"))
        and _NOT_SENTENCE.search(low, term.end, d.start) is None
        for d in beginning_in(prepared.dates, term.end, min(sentence.end, term.end + 110))
    )


def _nearness(prepared: Prepared, date: Date, own: list[Term]) -> float | None:
    """How near a date stands to the words of a sentence (smaller is nearer); None if it tells of something else."""
    page, low = prepared.page, prepared.page.low
    index = page.sentence_index(date.start)
    s = page.sentences[index]
    near = [t for t in beginning_in(own, date.start - 500, date.end + 500) if t.sentence == index]
    if not near or BORN.search(low, max(0, date.start - 20), date.start):
        return None
    if DUE.search(low, max(s.start, date.start - 40), date.start):
        return None
    if PUT_OFF.search(low, max(s.start, date.start - 150), date.start):
        return None
    if CONDUCT.search(low, max(s.start, date.start - 40), date.start):
        return None
    first = max(
        s.start, low.rfind(";", max(s.start, date.start - CLAUSE), date.start)
    )  # "was jailed; his appeal was dismissed"
    last = low.find(";", date.end, min(s.end, date.end + CLAUSE))
    appeal = _ON_APPEAL.search(low, first, last if last >= 0 else s.end)
    if _RELEASED.search(low, max(s.start, date.start - 60), date.start) or of_the_gains(low, s, date):
        return None
    if appeal is not None and not low.endswith(_AGAINST_WHICH, 0, appeal.start()):
        return 0.0 if _IMPOSED_ON.search(low, max(s.start, date.start - 150), date.start) else None
    if _OF_THE_PLEA.search(low, s.start, date.start) or (
        _AFTER_A_VERDICT.search(low, s.start, date.start) and _THEN_WAS.match(low, date.end, s.end)
    ):
        return None
    at = min(near, key=lambda t: abs(t.start - date.start))
    first, last = min(at.end, date.end), max(at.start, date.start)
    between = low[first:last]
    penalty = 0.0
    alone = len(beginning_in(prepared.dates, s.start, s.end)) == 1
    if _NOT_SENTENCE.search(between):
        # "on 4 May he was convicted and sentenced to ...": one date for both
        leads = alone and date.end <= at.start and _TRIED.search(between) is not None
        penalty += 100 if leads else 300
    if date.start > at.start:
        if _NOT_SENTENCE.search(low, max(at.start, date.start - 50), date.start):
            penalty += 300
    elif _NOT_SENTENCE.search(low, s.start, date.start) and _has_own_day(prepared, s, at):
        penalty += 300  # "convicted on 1 May and jailed for ten years on 18 June"
    penalty += {"day": 0, "weekday": 10, "relative": 10, "month": 40, "year": 120}[date.kind]
    if penalty >= 300:
        return None
    return penalty + len(between) / 4 + index * 0.5
