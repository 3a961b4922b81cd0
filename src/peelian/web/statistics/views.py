"""``/statistics/``."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from peelian.web.facets import COUNTS
from peelian.web.models import Entry
from peelian.web.statistics import charts, figures, official

_KEPT: dict[int, dict[str, Any]] = {}


def made() -> dict[str, Any]:
    """Figures and charts for the present state of the index, made once for it."""
    version = COUNTS.fresh().version
    if version not in _KEPT:
        endings = [words for words, _ in figures.ENDINGS]
        years, forces = figures.endings_by_year(), figures.endings_by_force()
        conduct, took, rates = figures.endings_by_conduct(), figures.took(), figures.rates()

        def drawn(form: charts.Form) -> dict[str, str]:
            return {
                "years": charts.stacked_years(years[-25:], endings, form),
                "forces": charts.bars(
                    [(label, sum(row.values())) for _, label, row in forces], "cases with an outcome", form
                ),
                "took": charts.dots(
                    [(f"{one.heading} ({one.cases})", one.days, one.middle) for one in took], form
                ),
                "rates": charts.rates(
                    [(one.label, one.per_thousand, one.low, one.high) for one in rates], form
                ),
            }

        wide, narrow = drawn("wide"), drawn("narrow")
        _KEPT.clear()
        _KEPT[version] = {
            "endings": endings,
            "years": [(year, list(row.values()), sum(row.values())) for year, row in years],
            "forces": [(force, label, list(row.values()), sum(row.values())) for force, label, row in forces],
            "conduct": [(label, list(row.values())) for label, row in conduct],
            "took": took,
            "rates": rates,
            "left": figures.left_first(),
            # Drawn by us from numbers and from names in our own vocabularies; nothing of a document is in it.
            "charts": {
                name: mark_safe(f'<div class="wide">{svg}</div><div class="narrow">{narrow[name]}</div>')  # noqa: S308
                for name, svg in wide.items()
                if svg
            },
        }
    return _KEPT[version]


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """The page."""
    return render(
        request,
        "web/statistics.html",
        {
            "section": "statistics",
            "total": Entry.public.count(),
            "small": figures.SMALL,
            "fewest": figures.FEWEST_FOR_RATE,
            "most_dots": charts.MOST_DOTS,
            "shares": official.shares(),
            **made(),
        },
    )
