"""A lead that counts officers without names, and the story that then tells of each: the same people, told of twice.

"Two officers have been sacked. ... A 33-year-old constable was sacked after ... A detective constable was sacked too."
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from peelian.reading.retold import end_of
from peelian.reading.unnamed import JUDGED, Group, Referent

if TYPE_CHECKING:
    from peelian.reading.walk import Walk

_LEAD: Final = 4  # sentences, with headline and byline
_MOST: Final = 5


def merge_lead(walk: Walk) -> None:
    """Put those told of one by one in the place of the officers whom the lead counted, where numbers and ends are the same."""
    people = walk.referents.people
    group = next((g for g in walk.referents.groups if _counted_in_lead(walk, g)), None)
    if group is None:
        return
    members = {id(r) for r in group.members}
    after = max(r.anchor for r in group.members)
    each = [r for r in people if id(r) not in members and r.anchor > after and _told_alone(r)]
    ends = {_end(walk, r) for r in [*each, *group.members]}
    if len(each) != len(group.members) or len(ends) != 1 or None in ends:
        return
    stands_for = {id(old): new for old, new in zip(group.members, each, strict=True)}
    walk.topics[:] = [
        (start, end, None if told is None else [stands_for.get(id(r), r) for r in told])
        for start, end, told in walk.topics
    ]
    walk.criminal[:] = [
        (start, end, [stands_for.get(id(r), r) for r in told]) for start, end, told in walk.criminal
    ]
    people[:] = [r for r in people if id(r) not in members]


def _counted_in_lead(walk: Walk, group: Group) -> bool:
    """Whether a group came in together at the page's head, as officers of no rank told, and nothing was told of one alone."""
    alike = all(r.roles == {"officer"} and not r.telling and not r.specialised for r in group.members)
    own = {id(r) for r in group.members}
    return (
        1 < len(group.members) <= _MOST
        and alike
        and walk.page.sentence_index(group.members[0].anchor) < _LEAD
        and all(
            own <= {id(r) for r in told} for _, _, told in walk.topics if told and own & {id(r) for r in told}
        )
    )


def _told_alone(r: Referent) -> bool:
    """Whether somebody was brought in alone, by rank, and neither as "another" nor by a number."""
    return (
        r.level == JUDGED
        and r.many == 1
        and not (r.uncounted or r.apart or r.placed)
        and r.ordinal is None
        and r.roles != {"officer"}
        and r.family == "officer"
    )


def _end(walk: Walk, r: Referent) -> str | None:
    """What became of somebody by all that the walk found told of them."""
    return end_of(walk.scan, [(start, end) for start, end, told in walk.topics if told and r in told])
