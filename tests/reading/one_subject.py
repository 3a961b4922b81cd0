"""Pages about one subject: every word tells of that subject, so a family is tested without the cast."""

from __future__ import annotations

from peelian.reading.cast import Cast
from peelian.reading.investigation import read_investigation
from peelian.reading.model import SubjectDraft
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared, prepare
from peelian.reading.proceedings import read_proceedings


def page_of(text: str, kind: str = "news", published: str | None = None) -> tuple[Prepared, Person]:
    """A page of the given kind whose every word tells of one subject: Holt, if the page names her."""
    prepared = prepare(text, published)
    persons = prepared.cast.persons
    subject = next((p for p in persons if p.name and p.name.endswith("Holt")), None)
    if subject is None:
        subject = Person(anchor=0)
        persons = [*persons, subject]
    for person in persons:
        person.role = "official"
    subject.role, subject.region = "subject", None
    prepared.cast = Cast(persons, [(0, len(text), (subject,))])
    prepared.masthead.kind = kind
    return prepared, subject


def read_one(text: str, kind: str = "news", published: str | None = None) -> SubjectDraft:
    """The draft of a page's one subject after the families of proceedings and investigation."""
    prepared, subject = page_of(text, kind, published)
    draft = SubjectDraft(anchor=(0, 1))
    read_proceedings(prepared, {subject: draft})
    read_investigation(prepared, {subject: draft})
    return draft


def told(draft: SubjectDraft) -> dict[str, object]:
    """The filled fields of a draft's proceeding as plain values."""
    proceeding = draft.proceeding
    if proceeding is None:
        return {}
    out: dict[str, object] = {}
    for name in ("kind", "date", "chair", "chair_role", "venue", "finding", "outcome"):
        cited = getattr(proceeding, name)
        if cited is not None:
            out[name] = cited.value
    if proceeding.standards:
        out["standards"] = {s.value for s in proceeding.standards}
    return out
