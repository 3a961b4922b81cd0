"""People: each subject's name, label, rank, age, force and whether they had left."""

from __future__ import annotations

import re
from typing import Final

from peelian.reading.model import Cited, SubjectDraft
from peelian.reading.names import Person
from peelian.reading.prepared import Drafts, Prepared

_AGE: Final = re.compile(r",? (?:who is )?(?:aged )?\(?(?:aged )?(\d\d)\b(?![\d:./%])")


def read_people(prepared: Prepared, drafts: Drafts) -> None:
    """Fill the fields that say who each subject is."""
    for person, draft in drafts.items():
        if person.name is not None and person.name_span is not None:
            draft.name = Cited(person.name, person.name_span)
        if person.label is not None and person.label_span is not None:
            draft.label = Cited(person.label, person.label_span)
        if person.rank is not None:
            draft.rank = Cited(person.rank.value, (person.rank.start, person.rank.end))
        _age(prepared, person, draft)
    forces = prepared.scan.of("force")
    if forces:
        for person, draft in drafts.items():
            near = min(forces, key=lambda h: abs(h.start - person.anchor))
            draft.force = Cited(near.value, (near.start, near.end))


def _age(prepared: Prepared, person: Person, draft: SubjectDraft) -> None:
    for mention in person.mentions:
        m = _AGE.match(prepared.page.low, mention.end)
        if m:
            draft.age = Cited(int(m.group(1)), m.span(1))
            return
