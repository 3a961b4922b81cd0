"""The family `court`: offences, courts, sentences and orders of each subject, and appeals in criminal cases."""

from __future__ import annotations

from peelian.reading.model import Cited
from peelian.reading.offences import read_offences
from peelian.reading.prepared import Drafts, Prepared


def read_court(prepared: Prepared, drafts: Drafts) -> None:
    """Fill ``offences``, ``courts``, ``sentenced_on``, ``sentences``, ``orders`` and a criminal ``appeal``."""
    offences = read_offences(prepared, {}, {})
    for person, draft in drafts.items():
        if person.role == "background":
            continue
        draft.offences = offences.get(person, [])
        for offence in draft.offences:
            (start, end), = offence.title.spans
            offence.title = Cited(prepared.page.text[start:end], (start, end))
