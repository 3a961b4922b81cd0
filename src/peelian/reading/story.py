"""What the story of a report says of the people whom its verdicts call "the officer" or "the sergeant".

The story tells first of "two police constables" or "a detective sergeant"; the verdicts later say "both
officers" and "the sergeant". Where the story leaves but one choice, its fuller words are meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.unnamed import MOST_TOLD_TOGETHER, NO_RANK

_PLAIN: Final = frozenset({"police_constable", "detective_constable", "detective_sergeant", "driver"})
_GENERIC: Final = NO_RANK | {"staff"}
# "A chief inspector at Kent Police was alleged to have bullied her staff": the story is about her
_ACCUSED: Final = re.compile(
    r"[^.;,]{0,50}? (?:was|were|is|had been|has been) (?:alleged|accused|suspected|reported to have|said to have|investigated|under investigation)\b"
)
_ONE_OF_ITS: Final = re.compile(r"one of (?:its|their|the force's) ")


@dataclass(frozen=True, slots=True)
class Story:
    """The descriptions of one page: ``low`` is its text in lower case, ``introduced`` those that bring somebody in."""

    low: str
    descriptions: Sequence[Description]
    introduced: Sequence[Description]

    def fuller(self, d: Description, first: bool) -> Description:
        """``d`` with the rank and the number that the story gives; ``first``: nobody was told of before."""
        if first:
            d = self._brought_in(d)
        d = self._first_told(d)
        return self._counted(d) if first or d.role not in _GENERIC else d

    def _brought_in(self, d: Description) -> Description:
        """For the first "the officer" or "both officers": the constables whom the story brought in, if no others."""
        if not (d.generic and d.form in ("known", "all") and d.family == "officer"):
            return d
        own = [
            o
            for o in self.descriptions
            if o.form == "part" and o.number == 1 and _ONE_OF_ITS.match(self.low, o.start)
        ]
        before = [o for o in (*self.introduced, *own) if o.start < d.start and o.family == "officer"]
        if len(before) == 2 and before[0].role == before[1].role and before[0].end <= self.low.find("\n"):
            del before[0]  # the headline's words for the same
        if len(before) != 1 or before[0].number is None or before[0].agent or before[0].witness:
            return d
        if before[
            0
        ].role not in _PLAIN and not (  # a sergeant or a PCSO of the story need not be "the officer"
            before[0].number == 1 and _ACCUSED.match(self.low, before[0].end)
        ):
            return d
        if d.number not in (before[0].number, None) or (d.number is None and before[0].number == 1):
            return d
        return replace(d, role=before[0].role, head=before[0].head, telling=before[0].telling)

    def _first_told(self, d: Description) -> Description:
        """ "The sergeant" is the "detective sergeant" of whom the story told before, if it told of only such."""
        if d.form == "new" or d.family != "officer" or (d.role in NO_RANK and d.role != "detective"):
            return d
        before = [o for o in self.introduced if o.start < d.start]
        if d.role == "detective":  # "one of the detectives": of the two detective constables
            told = {o.role: o for o in before if o.role.startswith("detective_")}
            only = next(iter(told.values())) if len(told) == 1 else None
            return replace(d, role=only.role, head=only.head) if only is not None else d
        fuller = {o.role: o for o in before if o.role.endswith(f"_{d.role}")}
        if len(fuller) != 1 or any(o.role == d.role for o in before):
            return d
        first = next(iter(fuller.values()))
        return replace(d, role=first.role, head=first.head)

    def _counted(self, d: Description) -> Description:
        """ "The officers" of whom only the story gave the number: "two officers went to his home"."""
        if d.form not in ("known", "all") or d.number is not None:
            return d
        alike = [o for o in self.introduced if o.start < d.start and o.family == d.family]
        if d.role not in _GENERIC:
            alike = [o for o in alike if o.role == d.role]
        numbers = {o.number for o in alike if o.number != 1}
        if len(numbers) == 1:
            number = numbers.pop()
            if number is not None and number <= MOST_TOLD_TOGETHER:
                return replace(d, number=number)
        return d
