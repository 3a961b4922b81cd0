"""One hearing for all who are told of together: "PC Lee hit a man and PC Stone lied about it. The hearing is on 12 June."

"The hearing" has the floor of whoever was named last; it is the hearing of all of whom the page tells an
accusation, and of whom it tells neither a result nor a hearing of their own. So is the hearing that was held
("On Friday the chair, Ann Lee, dismissed PC Moss. ... PC Stone received a final written warning").
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.hearings import Hearing
from peelian.reading.model import ProceedingDraft, SubjectDraft
from peelian.reading.outcomes import DISMISSALS
from peelian.reading.persons import Person
from peelian.reading.prepared import Drafts
from peelian.reading.told import Told

_THE_HEARING: Final = re.compile(r"\W*(?:the|their) (?:[\w-]+ ){0,3}\Z")
_ACCUSED: Final = re.compile(
    r"\b(?:accused|accusations?|alleged\w*|allegations?|said to have|claimed|claims|faces?|facing|charges?)\b"
)
_REACH: Final = 900  # characters from a name to "the hearing"


def share_the_hearing(told: Told, drafts: Drafts) -> None:
    """Give the one hearing to come, with its day, place and chair, to everybody accused with its subject."""
    coming = [
        (person, draft.proceeding)
        for person, draft in drafts.items()
        if draft.proceeding is not None
        and _is_pending(draft.proceeding)
        and draft.proceeding.date is not None
    ]
    if len({p.date.value for _, p in coming if p.date is not None}) != 1 or len(drafts) < 2:
        return
    owner, model = coming[-1]
    said = next((h for h in told.hearings.of(owner) if _is_the_hearing(told, h)), None)
    if said is None or owner.region is not None:
        return
    for person, draft in drafts.items():
        if _stands_beside(told, person, draft, said):
            _give(draft, model)


# Words by which a case was decided at another time than the one beside it.
_APART: Final = re.compile(
    r"\b(?:separate\w*|earlier|previous\w*|already|another|different|later|(?:own|second|third|further|subsequent) (?:\w+ ){0,2}(?:hearing|meeting|panel)|last (?:year|month|week|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)|in (?:19|20)\d\d|(?:months?|weeks?|days?|years?) (?:ago|before|later|earlier)|since (?:been|then)|will|yet to|awaits?|due to)\b"
)


def share_the_panel(told: Told, drafts: Drafts) -> None:
    """Give the day, the place and the chair of the one hearing that a story tells of to all whom it dealt with.

    Only where no two of them are told to have had different ones, and nothing says that a case was heard apart.
    """
    heard = [
        (person, draft.proceeding)
        for person, draft in drafts.items()
        if draft.proceeding is not None and person.role == "subject" and person.region is None
    ]
    if len(heard) < 2 or any(_is_pending(p) or p.kind.value == "appeal_tribunal" for _, p in heard):
        return
    kinds = [p.kind for _, p in heard if p.kind.value != "not_stated"]
    if len({kind.value for kind in kinds}) != 1:
        return
    untold = [p for _, p in heard if p.kind.value == "not_stated"]
    if untold and not (all(map(_was_sanctioned, untold)) and any(p.chair is not None for _, p in heard)):
        return
    _leave_first_days(told, [p for _, p in heard])
    dates = {p.date.value for _, p in heard if p.date is not None}
    chairs = {p.chair.value for _, p in heard if p.chair is not None}
    if len(dates) > 1 or len(chairs) > 1:
        return
    dated = next((p for _, p in heard if p.date is not None), None)
    chaired = next((p for _, p in heard if p.chair is not None), None)
    placed = next((p for _, p in heard if p.venue is not None), None)
    for person, proceeding in heard:
        if _is_apart(told, person):
            continue
        proceeding.kind = kinds[0] if proceeding.kind.value == "not_stated" else proceeding.kind
        if dated is not None:
            proceeding.date = dated.date
        if chaired is not None and chaired is not proceeding:
            proceeding.chair, proceeding.chair_role = chaired.chair, chaired.chair_role
        if placed is not None:
            proceeding.venue = proceeding.venue or placed.venue


# "appeared before a panel |from| Tuesday 3 May"
_FROM: Final = re.compile(
    r"\b(?:from|beginning|began|begun|opened|started|starting)(?: (?:on|last))? (?:the )?\Z"
)


def _leave_first_days(told: Told, heard: list[ProceedingDraft]) -> None:
    """Take the day on which the panel began to sit from whomever it is given, where it decided of another on a later day."""
    days = [p.date for p in heard if p.date is not None]
    low = told.prepared.page.low
    for proceeding in heard:
        day = proceeding.date
        if day is None or not any(d.value > day.value for d in days):
            continue
        if any(_FROM.search(low, max(0, start - 24), start) for start, _ in day.spans):
            proceeding.date = None


#: What only a panel, or a chief officer who hears a case, can give.
_BY_A_PANEL: Final = DISMISSALS | {"final_written_warning", "written_warning", "reduction_in_rank"}


def _was_sanctioned(proceeding: ProceedingDraft) -> bool:
    return proceeding.outcome is not None and proceeding.outcome.value in _BY_A_PANEL


def _is_apart(told: Told, person: Person) -> bool:
    """Whether a sentence that names somebody says that the case was heard at another time."""
    page = told.prepared.page
    spots = [page.sentence_at(m.start) for m in person.mentions]
    return not spots or any(_APART.search(page.low, s.start, s.end) is not None for s in spots)


def _is_pending(proceeding: ProceedingDraft) -> bool:
    return proceeding.outcome is not None and proceeding.outcome.value == "pending"


def _is_the_hearing(told: Told, hearing: Hearing) -> bool:
    """Whether words open a sentence with "the hearing" that is to come."""
    page = told.prepared.page
    start = page.sentence_at(hearing.start).start
    return hearing.tense == "to_come" and _THE_HEARING.fullmatch(page.low, start, hearing.start) is not None


def _stands_beside(told: Told, person: Person, draft: SubjectDraft, said: Hearing) -> bool:
    """Whether a subject is accused in the same breath and waits for a hearing of which no day is told."""
    now = draft.proceeding
    if person.role != "subject" or person.region is not None or draft.resigned is not None:
        return False
    if now is not None and (not _is_pending(now) or now.date is not None):
        return False
    page = told.prepared.page
    named = [m for m in person.mentions if said.start - _REACH < m.start < said.start]
    return any(
        _ACCUSED.search(page.low, s.start, s.end) is not None
        for s in (page.sentence_at(m.start) for m in named)
    )


def _give(draft: SubjectDraft, model: ProceedingDraft) -> None:
    """The hearing of the model, with what a subject's own words told already kept."""
    own = draft.proceeding or ProceedingDraft(model.kind, finding=model.finding, outcome=model.outcome)
    own.date = model.date
    own.venue = own.venue or model.venue
    if own.chair is None:
        own.chair, own.chair_role = model.chair, model.chair_role
    draft.proceeding = own
