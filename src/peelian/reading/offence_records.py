"""Offence records: the tellings of one distinct offence of one subject, gathered into one."""

from __future__ import annotations

from peelian.reading.charges import RANK, Charge
from peelian.reading.counts import Count


class Record:
    """One distinct offence of one subject while its tellings are gathered."""

    __slots__ = (
        "best",
        "charges",
        "count",
        "hung",
        "numbers",
        "plea",
        "plea_spans",
        "quashed",
        "stage",
        "stage_spans",
    )

    def __init__(self, charge: Charge) -> None:
        self.charges = [charge]
        self.best = charge
        self.stage, self.stage_spans = charge.stage, charge.stage_spans
        self.plea, self.plea_spans = charge.plea, charge.plea_spans
        self.count = charge.count if charge.count is not None and charge.count.value is not None else None
        self.hung = charge.hung
        self.quashed = charge.quashed
        self.numbers = charge.numbers

    def takes(self, charge: Charge) -> bool:
        """Whether a telling is of this same offence: one id, stages that can be one charge's."""
        if charge.offence != self.best.offence:
            return False
        if charge.count is not None and charge.count.further and charge.strong:
            return charge.stage is None
        if self._listed_beside(charge):
            return False
        a, b = self.stage or "alleged", charge.stage or "alleged"
        if a == b:
            return not (self.hung != charge.hung and b == "charged" and self.count and charge.count)
        if self.quashed and b in ("convicted", "charged"):
            return True
        if self.hung and b in ("convicted", "acquitted"):
            return False
        if RANK[a] < 2 or RANK[b] < 2:
            return not (charge.hung and RANK[a] >= 3)
        if {a, b} == {"discontinued", "acquitted"}:
            return not (self._told_apart(charge))
        return charge.quashed and a == "convicted"

    def _listed_beside(self, charge: Charge) -> bool:
        """Whether both stand in one list under different names: two offences, though of one id."""
        return any(
            c.sentence == charge.sentence and c.group == charge.group >= 0 and c.strong and charge.strong
            and (c.count is None) == (charge.count is None)
            and c.title not in charge.title and charge.title not in c.title
            for c in self.charges[-20:]
        )  # fmt: skip

    def _told_apart(self, charge: Charge) -> bool:
        return self.count is not None and charge.count is not None and charge.count.value is not None

    def add(self, charge: Charge) -> None:
        """Take in another telling."""
        self.charges.append(charge)
        if charge.stage is not None and (self.stage is None or RANK[charge.stage] > RANK[self.stage]):
            self.stage, self.stage_spans = charge.stage, charge.stage_spans
        if charge.plea is not None and (self.plea is None or charge.plea == "guilty"):
            self.plea, self.plea_spans = charge.plea, charge.plea_spans
        self.hung = self.hung or charge.hung
        self.quashed = self.quashed or charge.quashed
        if self._is_listed_further(charge):
            self.numbers |= charge.numbers
            assert self.count is not None
            self.count = Count(len(self.numbers), self.count.start, charge.end)
            return
        if (
            charge.count is not None
            and charge.count.value is not None
            and (self.count is None or self._counts_better(charge))
        ):
            self.count = charge.count
        if (charge.strong, charge.end - charge.start) > (self.best.strong, self.best.end - self.best.start):
            self.best = charge

    def _is_listed_further(self, charge: Charge) -> bool:
        """Whether other counts of this offence stand in the same list: "counts 1 (theft), 2 (theft) and 5 (fraud)"."""
        last = self.charges[-2] if len(self.charges) > 1 else None
        return (
            last is not None
            and last.sentence == charge.sentence
            and bool(self.numbers and charge.numbers)
            and not self.numbers & charge.numbers
            and self.count is not None
            and self.count.value == len(self.numbers)
        )

    def _counts_better(self, charge: Charge) -> bool:
        """Whether a later telling's count is the more exact: of more than one, or told with the plea or verdict."""
        if self.count is None or charge.count is None:
            return True
        told = any(c.count is self.count and c.stage in ("convicted", "acquitted") for c in self.charges)
        return not told and charge.strong and charge.stage in ("convicted", "acquitted")
