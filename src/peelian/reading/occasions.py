"""Occasions: in which proceeding a subject's case was decided, when, where and by whom."""

from __future__ import annotations

from typing import Final, TypeAlias

from peelian.reading import patterns as re
from peelian.reading.asserted_findings import INQUIRY, PANEL
from peelian.reading.dates import Date
from peelian.reading.days_later import days_later
from peelian.reading.findings import Finding
from peelian.reading.hearing_dates import (
    date_in_cells,
    date_in_fields,
    date_near,
    date_of_digest,
    date_of_entry,
    date_that_begins,
    is_of_court,
    is_publication,
    put_off_to,
    with_year,
)
from peelian.reading.hearings import Hearing
from peelian.reading.model import Cited, ProceedingDraft
from peelian.reading.other_days import in_another_month, on_another_day
from peelian.reading.outcomes import DISMISSALS, INFORMAL, Outcome
from peelian.reading.persons import Person
from peelian.reading.presiding import apart, heard_alone, hearings_of, is_only, same
from peelian.reading.signed import date_signed
from peelian.reading.told import Side
from peelian.reading.tribunals import is_review
from peelian.reading.venues import venue_in_fields, venue_near

Anchor: TypeAlias = tuple[int, int, float]
_LISTS = ("hearing_outcome", "hearing_notice")
_NO_OCCASION = ("not_stated", "appeal_tribunal")


_ANOTHERS: Final = 7.0


def hearing_of(side: Side, outcome: Outcome | None, finding: Finding | None) -> Hearing | None:
    """The proceeding in which a subject's outcome or finding was decided, or None where none is told.

    Advice, no action and an investigation's finding need no panel: they are a hearing's only where one
    is told just before them.
    """
    part = outcome if outcome is not None else finding
    if part is None:
        return None
    informal = (outcome is None or (outcome.value in INFORMAL and not _is_punishment(side, outcome))) and (
        finding is None or finding.level == INQUIRY
    )
    candidates = hearings_of(side)
    alone = (
        side.person.role == "background" or side.person.region is not None or side.kind == "hearing_outcome"
    )
    shared = side.person.name or side.person.label or side.kind == "oversight_release"
    if not informal and not alone and not apart(side) and not in_another_month(side, outcome):
        # of people without names a paper's hearing is theirs only where the same sentence tells of it
        candidates = candidates + [
            h for h in side.told.joint if side.person not in h.who and (shared or h.sentence == part.sentence)
        ]
    own = [
        h
        for h in side.hearings
        if h.start < part.end and h.sentence >= part.sentence - 1 and h.kind not in _NO_OCCASION
    ]
    kinds = {h.kind for h in own if h.tense in ("held", "named") and h.who == (side.person,)}
    if kinds and side.kind == "oversight_release":  # what is told just before, not another's meeting
        candidates = [h for h in candidates if side.person in h.who or h.kind in kinds]
    best: tuple[float, Hearing] | None = None
    for h in candidates:
        if h.kind in _NO_OCCASION or h.tense == "denied":
            continue
        gap = abs(h.sentence - part.sentence)
        if h.kind == "misconduct_meeting" and gap and outcome is not None and outcome.value in DISMISSALS:
            continue  # a meeting cannot dismiss
        if informal and not _decided_there(side, h, part):
            continue
        if _said_below(side, h):
            continue
        score = _fit(side, h, gap)
        if h.start > part.end and gap and h.who and side.person not in h.who:
            score -= _ANOTHERS  # told later, of somebody else
        if best is None or score > best[0]:
            best = (score, h)
    if best is None or on_another_day(side, best[1], part):
        return None
    vague = not best[1].full and finding is None and outcome is not None and outcome.value in DISMISSALS
    vague = vague and not (side.person.region is not None and best[1].who == (side.person,))
    return None if vague and best[0] < 0 else _more_exactly(side, best[1])


def _more_exactly(side: Side, hearing: Hearing) -> Hearing:
    """A hearing, or the mention just after or before it that says of which quick kind it was: "A misconduct hearing was held ... The accelerated hearing found"."""
    if hearing.kind != "misconduct_hearing" or not is_only(side):
        return hearing
    quick = [
        h for h in side.hearings
        if h.full and h.tense == "held" and abs(h.sentence - hearing.sentence) == 1
        and h.kind in ("accelerated_hearing", "special_case_hearing") and not h.quoted
    ]  # fmt: skip
    return quick[0] if len({h.kind for h in quick}) == 1 else hearing


def _said_below(side: Side, h: Hearing) -> bool:
    """Whether words below a list tell in general of hearings of a kind ("Special cases are decided by ..."), of an entry with its own."""
    region = side.person.region
    if region is None or side.person in h.who or h.start < region[1] or len(h.who) == 1:
        return False
    return any(own.who == (side.person,) and own.start < region[1] for own in side.hearings)


_FINED: Final = re.compile(r"\b(?:fined|pay|reprimand\w*)\b")


def _is_punishment(side: Side, outcome: Outcome) -> bool:
    """Whether a sanction that is none of today's ("fined 13 days' pay") is one that only a board could give."""
    return (
        outcome.value == "other"
        and _FINED.search(side.prepared.page.low, outcome.start, outcome.end) is not None
    )


# "They were due to hold a meeting. However, this was changed to management action": it was held no more
_CHANGED: Final = re.compile(r"\b(?:however|instead|but|changed|rather|cancelled|never|not)\b")


_THE_PANEL: Final = re.compile(
    r"\W*(?:at (?:the|these|those|that) (?:meetings?|hearings?),? )?(?:the|an? \w+) (?:panel|chair|meetings?|hearings?)\b"
)


def _decided_there(side: Side, h: Hearing, part: Outcome | Finding) -> bool:
    """Whether advice or no action was a hearing's: told just before it, or as the only one of an entry's or page's one officer."""
    low = side.prepared.page.low
    just_before = h.sentence == part.sentence or (h.sentence == part.sentence - 1 and h.start < part.start)
    if just_before:
        planned = h.sentence < part.sentence and h.full and h.who == part.who
        if h.tense != "to_come" or (planned and not _CHANGED.search(low, h.end, part.start)):
            return True
        # "agreed to hold meetings for the three. The panel found no misconduct for one and dealt with two by ..."
        sentence = side.prepared.page.sentence_at(part.start)
        return (
            h.sentence < part.sentence
            and h.full
            and set(part.who) < set(h.who)
            and _THE_PANEL.match(low, sentence.start, part.start) is not None
        )
    own = h.who == (side.person,) and h.start < part.start and h.tense in ("held", "named")
    entry = side.person.region is not None
    if (
        entry
        and side.kind == "hearing_outcome"
        and h.full
        and h.kind == "misconduct_meeting"
        and side.person in h.who
    ):
        return True  # a list of what was decided at meetings says so once, above all its entries
    return own and (entry or (h.full and side.kind != "oversight_release" and is_only(side)))


def _fit(side: Side, h: Hearing, gap: int) -> float:
    """How well a hearing told ``gap`` sentences away fits: near, fully named, held, and the subject's own."""
    score = 6.0 if gap == 0 else 3.0 if gap == 1 else 2.0 if gap < 5 else 0.0
    score += 3.0 if h.full else -3.0
    score += {"held": 2.0, "to_come": -1.0}.get(h.tense, 0.5)
    score += 1.5 if h.kind in ("special_case_hearing", "accelerated_hearing") else 0.0
    score -= 1.0 if h.quoted else 0.0
    score -= 2.0 if side.person not in h.who else 1.5 if len(h.who) > 1 else 0.0
    score += 3.0 if side.kind == "hearing_outcome" and h.full and h.who == (side.person,) else 0.0
    return score - min(gap, 20) / 20


def same_hearing(side: Side, chosen: Hearing) -> list[Hearing]:
    """The mentions of one proceeding: the chosen one first, then those of its kind or without a full name."""
    rest = hearings_of(side) if heard_alone(side) else side.hearings + side.told.hearings.general
    if same(side, chosen):
        rest = rest + side.told.joint
    return [chosen] + [
        h for h in rest if h is not chosen and (h.kind == chosen.kind or not h.full) and h.tense != "denied"
    ]


def anchors(
    side: Side, hearing: Hearing | None, outcome: Outcome | None, finding: Finding | None
) -> list[Anchor]:
    """Where the decision's date can stand: beside the outcome, the finding, the hearing."""
    out: list[Anchor] = []
    if outcome is not None:
        family = DISMISSALS if outcome.value in DISMISSALS else {outcome.value}
        out += [
            (o.start, o.end, 4.0 + min(o.weight, 3) / 3)
            for o in side.outcomes
            if o.value in family and o.weight > -2
        ]
    if finding is not None and finding.level == PANEL:
        out += [(f.start, f.end, 4.0) for f in side.findings if f.level == PANEL]
    if hearing is not None:
        for h in same_hearing(side, hearing):
            weight = (4.0 if h.full else 3.0) - (3.0 if h.tense == "to_come" and h is not hearing else 0.0)
            out.append((h.start, h.end, weight))
        alone = heard_alone(side)
        out += [
            (c.at, c.at + 1, 1.5)
            for c in side.told.chairs.of(side.person)
            if c.name and (len(c.who) == 1 or not alone)
        ]
        if not apart(side) and (
            side.person not in hearing.who or len(hearing.who) > 1 or same(side, hearing)
        ):  # others were heard with this one
            out += [
                (h.start, h.end, 2.0)
                for h in side.told.joint
                if h.kind == hearing.kind or hearing.kind != "misconduct_meeting"
            ]
            out += [(f.start, f.end, 1.5) for f in side.told.findings.all[:40] if f.level == PANEL]
    return out


def _but_court(side: Side, of_court: bool, date: Cited[str] | None) -> Cited[str] | None:
    """A date, unless it is that on which the court sat whose judgment the page is (asked if ``of_court``)."""
    if date is None or not of_court:
        return date
    start, end = date.spans[0]
    sat = any(is_of_court(side.prepared, d) for d in side.prepared.dates_between(start, end))
    return None if sat else date


def set_date(side: Side, out: ProceedingDraft, places: list[Anchor], to_come: bool) -> None:
    """Fill the date: a notice's own field, a cell of the subject's part of a list, or words near the decision."""
    fields, of_court = side.fields, False
    if side.kind == "judgment" and (out.kind.value != "appeal_tribunal" or is_review(side.prepared)):
        fields, of_court = [], True  # "Hearing date" is the court's
    if out.kind.value == "appeal_tribunal" and side.person.columns:
        fields = []  # the day in the table's column is the hearing's
    date = date_in_fields(side.prepared, fields, to_come) if not to_come else _moved(side)
    date = date or date_in_fields(side.prepared, fields, to_come)
    if date is None:
        aside = _cells_aside(side.person)
        own = [
            d.date
            for d in side.told.dates.of(side.person)
            if _of_one_entry(d.who) and not any(a <= d.date.start < b for a, b in aside)
        ]
        own = put_off_to(side.prepared, own) if to_come else own
        own = [d for d in own if not (of_court and is_of_court(side.prepared, d))]
        later = [d for d in own if not is_publication(side.prepared, d)]
        date = (
            _date_of_part(side, later, to_come)
            or _but_court(
                side, of_court, date_near(side.prepared, places, to_come, aside + _entries_of_others(side))
            )
            or _date_of_part(side, own, to_come)
        )
        date = date if _in_own_part(side, date) else date_of_digest(side.prepared, side.person.region) or date
    counted = days_later(side.prepared, _told_at(places)) if not to_come else None
    if counted is not None and (date is None or date.spans[0] == counted.spans[0]):
        date = counted  # "The hearing opened on 1 May. Four days later he was dismissed"
    if date is None and not to_come and side.person.region is None and out.kind.value != "appeal_tribunal":
        date = date_signed(side)
    if date is None and to_come and side.kind == "hearing_notice":
        date = date_that_begins(side.prepared)
    if date is None and not to_come and out.kind.value == "appeal_tribunal":
        date = _given_on(side)
    if date is not None:
        date = _to_the_day(side, date, places)
    out.date = with_year(side.prepared, date, to_come) if date is not None else None


def _told_at(places: list[Anchor]) -> list[tuple[int, int]]:
    """Where a decision itself is told, the most firmly first: no chair, and no hearing of others."""
    return [(a, b) for a, b, weight in sorted(places, key=lambda p: -p[2]) if weight >= _FIRM]


_FIRM: Final = 4.0  # what an outcome, a finding or a hearing told in full weighs


def _of_one_entry(who: tuple[Person, ...]) -> bool:
    """Whether words tell of one officer alone, or of those only who share an entry of a list."""
    return len(who) == 1 or (len({p.region for p in who}) == 1 and who[0].region is not None)


def _in_own_part(side: Side, date: Cited[str] | None) -> bool:
    """Whether a date stands in the subject's own entry of a list; so it does on a page without entries."""
    region = side.person.region
    return region is None or (date is not None and region[0] <= date.spans[0][0] < region[1])


def _moved(side: Side) -> Cited[str] | None:
    """In a notice or an entry: the day to which its hearing was put off ("A new date of 10 June 2024 has been fixed")."""
    if side.kind != "hearing_notice" and side.person.region is None:
        return None
    own = [d.date for d in side.told.dates.of(side.person)]
    moved = put_off_to(side.prepared, own)
    return (
        Cited(moved[0].edtf, (moved[0].start, moved[0].end))
        if moved and len(moved) == 1 < len(own) and moved[0].edtf
        else None
    )


_MONTH_ONLY: Final = 7  # characters of "2019-10"


def _to_the_day(side: Side, date: Cited[str], places: list[Anchor]) -> Cited[str]:
    """A month's only day on which the same hearing is told elsewhere ("next month ... will open on 14 October"), else the month."""
    if len(date.value) != _MONTH_ONLY or side.kind not in ("news", "force_release", "hearing_outcome"):
        return date
    page = side.prepared.page
    sentences = {page.sentence_index(place[0]) for place in places}
    days = {
        d.edtf: d
        for d in side.prepared.dates
        if d.edtf and d.edtf.startswith(date.value + "-") and page.sentence_index(d.start) in sentences
    }
    if len(days) != 1:
        return date
    day = next(iter(days.values()))
    return Cited(day.edtf or date.value, (day.start, day.end))


def _date_of_part(side: Side, own: list[Date], to_come: bool) -> Cited[str] | None:
    """The day that a subject's part of a list gives by its place, of that part's ``own`` days."""
    region = side.person.region
    entry = region is not None
    date = date_of_entry(side.prepared, own, to_come) if entry or side.kind in _LISTS else None
    if date is None and side.kind in _LISTS:
        date = date_in_cells(side.prepared, own, to_come)
    if date is None and region is not None:
        inside = [d for d in own if region[0] <= d.start < region[1]]
        date = date_in_cells(side.prepared, inside, to_come, sentence=True)
    if date is None and region is not None:
        date = date_of_entry(side.prepared, inside, to_come, opens_line=True)
    return date


def _given_on(side: Side) -> Cited[str] | None:
    """The day that a tribunal's own decision on its appellant carries: the day of the decision."""
    decided = any(a.result != "pending" for a in side.appeals)
    return side.prepared.masthead.published if side.person.party is not None and decided else None


# Columns whose dates are of the deed, the court or the job, and never of the hearing.
_ASIDE: Final = ("offence", "sentence", "court", "plea", "allegation", "summary", "former", "age", "post")


def _cells_aside(person: Person) -> list[tuple[int, int]]:
    """The cells of a subject's row in which a date is not the hearing's."""
    return [person.fields[kind] for kind in _ASIDE if kind in person.fields] if person.columns else []


def _entries_of_others(side: Side) -> list[tuple[int, int]]:
    """The entries of a list that are other officers' alone; nothing if the subject's own case is told in one of them."""
    regions = {
        p.region
        for d in side.told.dates.all
        for p in d.who
        if p.region is not None and p is not side.person and side.person not in d.who
    }
    own = side.person.region
    size = len(side.prepared.page.text)
    return [r for r in regions if r != own and r[1] - r[0] < size // 2]


def set_venue(side: Side, out: ProceedingDraft, hearings: list[Hearing]) -> None:
    """Fill the venue: a notice's own field, or the place named beside the hearing."""
    places = [(h.start, h.end) for h in hearings[:12]]
    out.venue = venue_in_fields(side.prepared, side.fields) or venue_near(side.prepared, places)
