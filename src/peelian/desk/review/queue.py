"""The review queue: readings that nobody has reviewed, by what is at stake and by how many facts are likely wrong.

Readings carry no confidence. In its place stands what people found: how often they corrected or rejected a fact of
each field. Summed over a document's facts that is how many of them are to be expected wrong (``doubt``).
"""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Case as When_
from django.db.models import (
    Exists,
    F,
    FloatField,
    Func,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Least

from peelian.casebook.models import Case, Mention, Reading, Statement
from peelian.casebook.queues import readings_to_review
from peelian.desk.corpus.doubt import error_rates
from peelian.publication.models import Publication

#: How much each thing weighs. A public page that would change comes before all else; then what the law of
#: the document's own words puts in doubt; then a fact that is likely wrong; then what could expose somebody.
WEIGHTS: Final = {"shown": 20, "inconsistencies": 6, "doubt": 5, "conflicts": 4, "sensitive": 3}
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
    case of it), ``doubt`` (how many facts are to be expected wrong, 0 while that is not known) and ``stake``.
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
        doubt=_doubt(),
    )
    stake: Any = Value(0.0, output_field=FloatField())
    for name, weight in WEIGHTS.items():
        counted = Least(Cast(F(name), FloatField()), Value(float(_MOST)))
        stake = stake + counted * Value(float(weight))
    return (
        found.annotate(stake=stake)
        .select_related("source")
        .defer("body")
        .order_by("-stake", "source__added_at", "pk")
    )


def _doubt() -> Any:
    """How many facts of a reading are to be expected wrong, by the shares that people measured."""
    rates = error_rates()
    if not rates:
        return Value(0.0, output_field=FloatField())
    fields: dict[float, list[str]] = {}
    for field, rate in rates.items():
        fields.setdefault(rate, []).append(field)
    of_field = When_(
        *(When(field__in=some, then=Value(rate)) for rate, some in fields.items()),
        default=Value(rates[""]), output_field=FloatField(),
    )  # fmt: skip
    facts = Statement.internal.filter(
        mention__source=OuterRef("source"), mention__current=True, current=True, origin="reader"
    )
    summed = facts.order_by().values("mention__source").annotate(total=Sum(of_field)).values("total")
    return Coalesce(Subquery(summed[:1], output_field=FloatField()), Value(0.0))


def next_after(source_id: str) -> Reading | None:
    """The first reading of the queue that is not of this source."""
    return queue().exclude(source__public_id=source_id).first()
