"""Standards told of one officer by those of another: "Officer 3: as Officer 2, and honesty and integrity"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from peelian.reading import patterns as re
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared

if TYPE_CHECKING:
    from peelian.reading.one_of_two_standards import Standard

_SAME_AS: Final = re.compile(
    r"(?:[:,(\u2013-]|\b(?:breached|engaged|are|is)) ?\(?(?:the )?(?:same(?: standards)? as|as) (?:(?:for|those (?:for|of|against)|in the case of) )?"
)
_NEAR: Final = 4  # characters between those words and whom they name


def with_same(prepared: Prepared, standards: list[Standard]) -> list[Standard]:
    """The standards, and those of the officer whom a line names after "as" or "the same as" for the one who opens it."""
    page = prepared.page
    if " as " not in page.low or len(prepared.cast.subjects) < 2:
        return standards
    out = list(standards)
    for line in page.lines:
        found = _SAME_AS.search(page.low, line.start, line.end)
        named = _named(prepared, line.start, line.end) if found is not None else []
        if found is None or len(named) < 2 or not named[0][0] < found.start():
            continue
        owner = named[0][1]
        model = next((p for at, p in named if 0 <= at - found.end() <= _NEAR and p is not owner), None)
        if model is None:
            continue
        own = {s.start for s in out if line.start <= s.start < line.end}
        out = [s._replace(who=(owner,)) if s.start in own else s for s in out]
        out += [s._replace(who=(owner,)) for s in out if model in s.who and s.start not in own]
    return out


def _named(prepared: Prepared, start: int, end: int) -> list[tuple[int, Person]]:
    """Where a line names or letters subjects, in order."""
    low = prepared.page.low
    out = [(m.start, p) for m, p in prepared.cast.subjects_in(start, end)]
    for person in prepared.cast.subjects:
        label = (person.label or "").lower()
        at = low.find(label, start, end) if label else -1
        while at != -1:
            if not low[at + len(label) : at + len(label) + 1].isalnum():
                out.append((at, person))
            at = low.find(label, at + 1, end)
    return sorted(out, key=lambda n: n[0])
