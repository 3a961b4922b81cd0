"""Search: the page, the result as CSV or JSON Lines, the feed of a result (Atom, RFC 4287)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from peelian.publication.exports.csv_files import cell
from peelian.web.models import Entry
from peelian.web.pages.marks import with_marks
from peelian.web.search import SORTS, Question, answer

FEED = 50
MOST_EXPORTED = 5_000
COLUMNS = ("case", "title", "summary", "force", "year", "latest", "address")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """``/cases/``."""
    question = Question.read(request.GET)
    found = answer(question)
    return render(
        request,
        "web/search.html",
        {
            "section": "cases",
            "question": question,
            "found": found,
            "entries": with_marks(found.entries),
            "sorts": [
                (sort, words) for sort, words in SORTS.items() if sort != "relevance" or question.words
            ],
            "chosen": [choice for _, choices in found.facets for choice in choices if choice.chosen],
            "previous": question.page - 1,
            "next": question.page + 1 if question.page < found.pages else None,
        },
    )


def _rows(request: HttpRequest) -> Iterator[dict[str, object]]:
    question = Question.read(request.GET)
    for entry in answer(question, size=MOST_EXPORTED).entries:
        yield {
            "case": entry.case_id,
            "title": entry.title,
            "summary": entry.summary,
            "force": entry.force,
            "year": entry.year,
            "latest": entry.told,
            "address": request.build_absolute_uri(f"/cases/{entry.case_id}/"),
        }


@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse | StreamingHttpResponse:
    """``/cases/export.csv`` and ``.jsonl``: the result, at most ``MOST_EXPORTED`` cases."""
    if form == "jsonl":
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(request))
        return StreamingHttpResponse(lines, content_type="application/x-ndjson")
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for row in _rows(request):
        writer.writerow({name: cell(value) for name, value in row.items()})
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="peelian-cases.csv"'
    return response


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """``/cases/feed.atom``: the newest of a result, ``FEED`` at most."""
    question = Question.read(request.GET)
    site = request.build_absolute_uri("/")
    out = Atom1Feed(
        title=f"Peelian: {question.said}",
        link=f"{site}cases/?{question.query}",
        description="Published cases of police misconduct",
        feed_url=request.build_absolute_uri(),
        language="en-gb",
    )
    entries: list[Entry] = sorted(answer(question, size=FEED).entries, key=lambda e: e.updated, reverse=True)
    for entry in entries:
        out.add_item(
            title=entry.title,
            link=f"{site}cases/{entry.case_id}/",
            description=entry.summary,
            unique_id=f"tag:peelian,2026:{entry.case_id}",
            updateddate=entry.updated,
            pubdate=entry.updated or now(),
        )
    return HttpResponse(out.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
