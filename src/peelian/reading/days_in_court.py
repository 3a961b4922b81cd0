"""The day in court: the day of the hearing told around a sentence, in words that tell no other day: "the court heard on Tuesday"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.dates import Date
from peelian.reading.model import Cited
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit
from peelian.reading.spans import beginning_in
from peelian.reading.terms import Term

CONDUCT: Final = re.compile(
    r"\b(?:between|since|from(?! (?:the )?(?:court|dock|jail|prison|magistrates))|in the early hours of|offence on|incident on|committed|happened|took place|occurred|on the night of|dating back to|during)(?: \w+){0,4} \Z"
)
# "(DOB: |12/03/1987|)": nobody is sentenced on it
BORN: Final = re.compile(r"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)[ :=(-]{1,3}\Z")
# "committed her for sentence on |31 March|", "adjourned until |Tuesday, April 13|": still to come
PUT_OFF: Final = re.compile(
    r"\b(?:committed|remitted|adjourn\w*|bailed|remanded|postponed|deferred|put (?:back|off)|(?:will|due to|is to|set to) (?:be sentenced|return|appear|learn|next appear))\b[^.;]{0,110}?\b(?:on|until|till|to|for|in)(?: [\w']+day,?)? \Z"
)
# "240 hours' work by |next June|", "has until |3 May| to pay": by when something is to be done
DUE: Final = re.compile(
    r"(?:\b(?:by|until|till|no later than|runs? (?:to|until)|expires?(?: on| in)?|ends?(?: on| in)|lasts? until)(?: the)?(?: (?:end|start|middle|beginning) of)? (?:next |this |the coming )?|\bbefore the (?:end|start) of (?:next |this )?)\Z"
)
_IN_COURT: Final = re.compile(
    r"\b(?:heard|told|appeared|before|stood|admitted|pleaded|dealt with|today|yesterday|judge|was told|learned|learnt|sat|ruled|decided|accepted|returned|back|sentenced|heard|at)\b"
)
_OTHER_DAY: Final = re.compile(
    r"\b(?:convict\w+|found (?:him |her |them )?guilty|trial|jury|jurors|charged|will (?:be sentenced|appear|stand|return|next|go)|adjourned|first appear\w+|plea hearing|earlier hearing|at an earlier|committed for sentence|panel|misconduct hearing|dismissed)\b"
)


def day_in_court(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """The day of the hearing told around the sentence: "the court heard on Tuesday", "admitted theft in May ... He was fined"."""
    page, low = prepared.page, prepared.page.low
    first = min(t.sentence for t in own if t.sentence >= 0) if any(t.sentence >= 0 for t in own) else 0
    last = max(t.sentence for t in own)
    best: tuple[float, Date] | None = None
    around = page.sentences[max(0, first - _STORY) : last + 5]
    people = {p for t in own for p in t.who}
    near_own = page.sentences[max(0, first - 1)].start, page.sentences[max(0, last)].end
    own_courts = {
        h.value for h in prepared.scan.between("court", *near_own) if people & set(prepared.cast.who(h.start))
    }
    for date in beginning_in(prepared.dates, around[0].start, around[-1].end):
        if (
            date.edtf is None
            or date.kind == "year"
            or date.relative
            in ("this year", "last year", "this week", "last week", "this month", "last month")
        ):
            continue
        if BORN.search(low, max(0, date.start - 20), date.start) or DUE.search(
            low, max(0, date.start - 40), date.start
        ):
            continue
        index = page.sentence_index(date.start)
        s = page.sentences[index]
        if PUT_OFF.search(low, max(s.start, date.start - 150), date.start):
            continue
        near_court = any(
            -60 < date.start - h.end < 45 or 0 <= h.start - date.end < 45
            for h in prepared.scan.between("court", s.start, s.end)
        ) or (
            date.kind in ("weekday", "relative")
            and (
                _BEFORE_A_BENCH.search(low, max(s.start, date.start - 60), min(s.end, date.end + 45))
                or _judge_goes_on(low, page.sentences[max(0, index - 1)], s, date)
            )
        )
        far = index < first - 6  # a story tells the day at its start, the sentence at its end
        if of_the_gains(low, s, date):
            continue
        alone = _is_court_and_day(prepared, s, date)
        alone = alone or _CASE_HEARD.search(low, max(s.start, date.start - 120), date.start) is not None
        alone = alone or _WALKED.search(low, s.start, s.end) is not None
        near_court = near_court or alone
        if (
            not near_court
            or index - first > last - first + 4
            or (far and date.kind not in ("weekday", "relative"))
        ):
            continue
        words = low[s.start : s.end]
        if date.kind == "month" and _PLEADED.search(words) and "crown court" in words:
            continue  # "before Reading Crown Court last November he pleaded guilty": magistrates sentence there and then
        if (
            _OTHER_DAY.search(words)
            or _reported(low, prepared.scan.between("court", s.start, s.end), date)
            or not (alone or _IN_COURT.search(words))
            or CONDUCT.search(low, max(s.start, date.start - 40), date.start)
        ):
            continue
        told_of = prepared.cast.who(date.start)
        if told_of and own_courts and people.isdisjoint(told_of):
            there = {h.value for h in prepared.scan.between("court", s.start, s.end)}
            if there.isdisjoint(own_courts):
                continue  # the day of somebody else, in another court
        score = abs(index - first) + (0 if date.kind in ("relative", "weekday", "day") else 3)
        if best is None or score < best[0]:
            best = (score, date)
    if best is None or best[1].edtf is None:
        return None
    return Cited(best[1].edtf, (best[1].start, best[1].end))


# "Leeds Crown Court, 4 May 2018.": a line that is a court and a day
_LITTLE: Final = 14  # further characters


def _is_court_and_day(prepared: Prepared, s: Sentence, date: Date) -> bool:
    """Whether a sentence is nothing but a court's name and a day."""
    low = prepared.page.low
    if s.end - s.start > CLAUSE:
        return False
    long = len(low[s.start : s.end].strip()) - (date.end - date.start)
    return any(long - (h.end - h.start) < _LITTLE for h in prepared.scan.between("court", s.start, s.end))


# "The case was heard on Monday", "The hearing took place on 4 May"
_CASE_HEARD: Final = re.compile(
    r"(?:\bthe (?:case|matter)(?: was|,| which was) (?:heard|dealt with|decided|concluded)|\b(?:the|her|his|their) (?:court )?hearing (?:took place|was held|was)|\bsentence was passed)\b[^.;]{0,60}\Z"
)
# "walked away from court on Thursday with a suspended sentence"
_WALKED: Final = re.compile(
    r"\b(?:walk(?:ed|s)|left|leaves|emerged|escap(?:ed|es)|avoid(?:ed|s)|dodg(?:ed|es)|was spared|is spared)\b[^.;]{0,40}\b(?:(?:from|out of) court|the dock|jail|prison)\b[^.;]{0,40}\b(?:with|after|when)\b[^.;]{0,50}\b(?:sentence|suspended|order|fine|term|discharge)\b"
)
_GAINS: Final = re.compile(
    r"\b(?:confiscation|proceeds of crime|ill-gotten|repay|pay back|hand over|hand back)\b"
)
_PASSED: Final = re.compile(
    r"\b(?:jailed|sentenced|imprisoned|fined|given|gave|got|received|imposed|handed|sent)\b"
)


def of_the_gains(low: str, s: Sentence, date: Date) -> bool:
    """Whether a sentence tells of what a convict must pay back, and of no sentence passed: its day is another."""
    start, end = max(s.start, date.start - CLAUSE), min(s.end, date.end + CLAUSE)
    return _GAINS.search(low, start, end) is not None and _PASSED.search(low, start, end) is None


CLAUSE: Final = 300  # characters of a sentence that can have to do with a day
# "Judge Ann Bell ordered ... On Tuesday |she told| Lee that he had"
_TOLD_HIM: Final = re.compile(r",? (?:he|she) (?:told|said|described|branded|sentenced|jailed)\b")
_A_JUDGE: Final = re.compile(r"\b(?:judge|recorder|sheriff)\b")


def _judge_goes_on(low: str, before: Sentence, s: Sentence, date: Date) -> bool:
    """Whether a sentence opens on a day and on what a judge, named in the one before, then said."""
    return (
        date.start - s.start < _OPENS
        and _TOLD_HIM.match(low, date.end) is not None
        and before.end <= s.start
        and _A_JUDGE.search(low, before.start, before.end) is not None
    )


_OPENS: Final = 4  # characters: "On "
_STORY: Final = 14  # sentences from a story's first to where it tells the sentence
_PLEADED: Final = re.compile(r"\b(?:plead\w*|pled|pleas?|admit(?:s|ted|ting)|confess(?:ed|es|ing))\b")
_BEFORE_A_BENCH: Final = re.compile(
    r"\b(?:same court|the bench|court (?:one|two|three|four|five|\d+)|in court|to court|before the court|in the dock|the court heard|the judge|judge [\w'-]+|recorder [\w'-]+|magistrates|district judge|sheriff)\b"
)
_CONTENT: Final = re.compile(r"\b(?:heard|told)\b[^.]{14,}")


def _reported(low: str, courts: list[Hit], date: Date) -> bool:
    """Whether a date belongs to what the court was told ("magistrates heard that a walker rang on 23 February")."""
    return any(h.end <= date.start and _CONTENT.search(low, h.end, date.start) for h in courts)
