"""The review queue: readings that nobody has reviewed, by what is at stake if they are wrong."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Case as When_
from django.db.models import (
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Least

from peelian.casebook.models import Case, Mention, Reading
from peelian.casebook.queues import readings_to_review
from peelian.publication.models import Publication

#: How much each thing weighs. A public page that would change comes before all else; then what the law of
#: the document's own words puts in doubt; then words that could expose somebody.
WEIGHTS: Final = {"shown": 20, "inconsistencies": 6, "conflicts": 4, "sensitive": 3}
#: More of a kind than this weighs no more.
_MOST: Final = 5


class _Length(Func):
    """How many items a list in a reading's JSON has."""

    output_field = IntegerField()

    def __init__(self, key: str) -> None:
        super().__init__(F("body"))
        self.key = key

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, tuple[Any, ...]]:
        """SQLite's JSON functions."""
        sql, params = compiler.compile(self.source_expressions[0])
        return f"COALESCE(json_array_length({sql}, '$.{self.key}'), 0)", (*params,)

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, tuple[Any, ...]]:
        """PostgreSQL's."""
        sql, params = compiler.compile(self.source_expressions[0])
        return f"COALESCE(jsonb_array_length(({sql})::jsonb -> '{self.key}'), 0)", (*params,)


def queue() -> QuerySet[Reading]:
    """Readings to review, what is most at stake first, then the oldest.

    Each has ``inconsistencies``, ``sensitive``, ``conflicts`` (counts), ``shown`` (1 if a public page shows a
    case of it) and ``stake``.
    """
    told = Mention.internal.filter(source=OuterRef(OuterRef("source")))
    conflicts = (
        Case.internal.filter(pk__in=told.values("case"))
        .order_by()
        .values("redirect")
        .annotate(total=Sum("conflicts_count"))
        .values("total")
    )
    public = Publication.internal.filter(
        state=Publication.APPROVED, case_id__in=told.values("case__public_id")
    )
    found = readings_to_review().annotate(
        inconsistencies=_Length("inconsistencies"),
        sensitive=_Length("sensitive"),
        conflicts=Coalesce(Subquery(conflicts[:1], output_field=IntegerField()), 0),
        shown=When_(When(Exists(public), then=Value(1)), default=Value(0), output_field=IntegerField()),
    )
    stake = Value(0, output_field=IntegerField())
    for name, weight in WEIGHTS.items():
        stake = stake + Least(F(name), Value(_MOST)) * Value(weight)  # type: ignore[assignment]
    return (
        found.annotate(stake=stake)
        .select_related("source")
        .defer("body")
        .order_by("-stake", "source__added_at", "pk")
    )


def counts() -> dict[str, int]:
    """How many readings wait."""
    return readings_to_review().aggregate(waiting=Count("pk"))


def next_after(source_id: str) -> Reading | None:
    """The first reading of the queue that is not of this source."""
    return queue().exclude(source__public_id=source_id).first()
