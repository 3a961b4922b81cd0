"""One hearing to come for all who are accused together: "PC Lee hit a man and PC Stone lied about it. The hearing is on 12 June."

"The hearing" has the floor of whoever was named last; it is the hearing of all of whom the page tells an
accusation, and of whom it tells neither a result nor a hearing of their own.
"""

from __future__ import annotations

import re
from typing import Final

from peelian.reading.hearings import Hearing
from peelian.reading.model import ProceedingDraft, SubjectDraft
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
