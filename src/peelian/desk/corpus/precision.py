"""The reader's measured precision: of what people decided on, how much they accepted."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from peelian.casebook.inputs import open_decisions_on
from peelian.casebook.models import Decision, Statement
from peelian.desk.review import fields

_Z = 1.96


@dataclass(frozen=True, slots=True)
class Measured:
    """One field: accepted, corrected, rejected, added; the share accepted with its 95 % interval (Wilson)."""

    field: str
    heading: str
    accepted: int
    corrected: int
    rejected: int
    added: int

    @property
    def decided(self) -> int:
        """How many readings of the field people decided on."""
        return self.accepted + self.corrected + self.rejected

    @property
    def precision(self) -> float | None:
        """accepted / (accepted + corrected + rejected); None where nobody decided."""
        return self.accepted / self.decided if self.decided else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's interval."""
        n = self.decided
        if not n:
            return None
        p = self.accepted / n
        middle = (p + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
        half = _Z * math.sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n)) / (1 + _Z * _Z / n)
        return max(0.0, middle - half), min(1.0, middle + half)


def precision() -> list[Measured]:
    """Each field that people decided on, in the fields' order; the last is all of them together.

    A statement counts once, by the decision that holds. What people added counts as missed, not as wrong.
    """
    wanted = Decision.internal.filter(kind__in=("accept", "correct", "reject"), closed_by=None)
    keys = set(wanted.values_list("target", flat=True))
    decisions = open_decisions_on(keys)
    kinds: Counter[tuple[str, str]] = Counter()
    listed, seen = sorted(keys), set[str]()
    for start in range(0, len(listed), 5000):
        some = Statement.internal.filter(key__in=listed[start : start + 5000], origin="reader").order_by("pk")
        for key, field in some.values_list("key", "field"):
            if key in decisions and key not in seen:
                seen.add(key)
                kinds[field, decisions[key].kind] += 1
    added = Counter(Statement.internal.filter(origin="person", current=True).values_list("field", flat=True))
    every = {field for field, _ in kinds} | set(added)
    order = {field: n for n, field in enumerate(fields.ORDER)}
    made = [
        Measured(
            field, _heading(field), kinds[field, "accept"], kinds[field, "correct"], kinds[field, "reject"],
            added[field],
        )
        for field in sorted(every, key=lambda field: (order.get(field, 999), field))
    ]  # fmt: skip
    if made:
        made.append(
            Measured(
                "", "All fields", sum(m.accepted for m in made), sum(m.corrected for m in made),
                sum(m.rejected for m in made), sum(m.added for m in made),
            )
        )  # fmt: skip
    return made


def _heading(field: str) -> str:
    record = field.partition(".")[0]
    told = fields.title(field)
    return f"{record.rstrip('s').capitalize()}: {told.casefold()}" if record in fields.RECORDS else told
