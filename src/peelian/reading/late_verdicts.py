"""What is settled once a report has been read to its end: verdicts told of nobody, and a clearance that others share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peelian.reading.description import Description
from peelian.reading.page import Page
from peelian.reading.resolving import Referents
from peelian.reading.unnamed import JUDGED, UNDER_NOTICE, Referent

Topic = tuple[int, int, list[Referent] | None]

# Verdicts that go against somebody.
AGAINST: Final = frozenset({"case", "finding", "hearing", "outcome", "management", "performance", "crime"})
_LEAD: Final = 6  # sentences, with the headline, byline and date among them


def share_clearance(referents: Referents, topics: list[Topic]) -> None:
    """Of several put under notice together the report clears one: nothing was found against the others either."""
    judged = [r for r in referents.people if r.level == JUDGED]
    if not judged or any(not r.closed or set(r.told) & AGAINST - {"finding", "performance"} for r in judged):
        return
    for group in referents.groups:
        beside = [r for r in group.members if r.level == r.notice == UNDER_NOTICE]
        cleared = [r for r in group.members if r in judged]
        if not beside or not cleared:
            continue
        for r in beside:
            r.level = JUDGED
        for i, (start, end, told) in enumerate(topics):
            if told is not None and any(r in cleared for r in told):
                topics[i] = (start, end, [*told, *(r for r in beside if r not in told)])


def attach_late(
    page: Page, descriptions: Sequence[Description], referents: Referents, verdicts: frozenset[str]
) -> None:
    """A verdict told of nobody: it is of those under investigation, else of the one or the few narrated."""
    people = [r for r in referents.people if r.level == UNDER_NOTICE] or referents.people
    if not people:
        groups = [d for d in descriptions if d.number and d.number > 1 and d.form == "new"]
        single = [d for d in descriptions if d.number == 1 and d.form == "known" and not d.witness]
        lead = page.sentences[min(_LEAD, len(page.sentences)) - 1].end
        single = [
            d for d in descriptions if d.number == 1 and d.form == "new" and d.relative and d.start < lead
        ] or single
        if len({d.number for d in groups}) == 1:
            people = referents.resolve(groups[0], -1, [], True)
        elif single:
            people = referents.resolve(single[0], -1, [], True)
    if people:
        referents.tell(people, JUDGED, verdicts, -1)
