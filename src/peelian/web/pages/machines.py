"""For machines: robots.txt, the sitemap, the health page, the social card of a case."""

from __future__ import annotations

import textwrap
from html import escape

import vl_convert
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from peelian.publication.reviewing import overdue
from peelian.publication.shapes import PublishedCase
from peelian.publication.wording import days_words
from peelian.web.facets import COUNTS
from peelian.web.models import Entry
from peelian.web.pages.cases import find

#: A sitemap may hold 50,000 addresses; some are those of the pages of the whole and of forces.
MOST_IN_SITEMAP = 49_800
WHOLE = ("", "forces/", "offences/", "courts/", "standards/", "statistics/", "data/", "about/")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """``/robots.txt``: no crawler on the desk, the form, searches."""
    lines = ["User-agent: *", "Disallow: /desk/", "Disallow: /accounts/", "Disallow: /come-forward/"]
    lines += ["Disallow: /cases/?", f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """``/sitemap.xml``: the pages of the whole, the forces, and every case that search engines may list."""
    rows = (
        Entry.public.filter(noindex=False).order_by("pk").values_list("case_id", "updated")[:MOST_IN_SITEMAP]
    )
    site = request.build_absolute_uri("/")
    forces = [f"forces/{value}/" for value, _ in COUNTS.fresh().counted("force", None)]
    urls = "".join(f"<url><loc>{escape(site + path)}</loc></url>" for path in (*WHOLE, *forces))
    urls += "".join(
        f"<url><loc>{escape(site)}cases/{case_id}/</loc><lastmod>{updated:%Y-%m-%d}</lastmod></url>"
        for case_id, updated in rows
    )
    return HttpResponse(
        f'<?xml version="1.0" encoding="UTF-8"?>'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>',
        content_type="application/xml",
    )


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """``/health``: 200 and "ok" if the database answers; a second line if the daily review does not run."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    late = overdue()
    told = "ok" if late is None else f"ok\nreview overdue: not run for {days_words(late.days, late.days)}\n"
    return HttpResponse(told, content_type="text/plain")


@require_safe
def card(request: HttpRequest, case_id: str) -> HttpResponse:
    """``/cases/<id>/card.png``: title and outcome for links on social sites, from what is shown alone.

    Drawn from an SVG, which those sites do not take, and which ``card.svg`` gives.
    """
    svg = _card(find(case_id).case)
    if request.path.endswith(".svg"):
        return HttpResponse(svg, content_type="image/svg+xml")
    return HttpResponse(vl_convert.svg_to_png(svg), content_type="image/png")


def _card(case: PublishedCase) -> str:
    title = textwrap.wrap(case.title, 38)[:3]
    summary = textwrap.wrap(case.summary, 68)[:5]
    words = "".join(
        f'<text x="70" y="{150 + 62 * n}" font-family="Georgia, serif" font-size="50" fill="#14202b">{escape(line)}</text>'
        for n, line in enumerate(title)
    )
    words += "".join(
        f'<text x="70" y="{190 + 62 * len(title) + 42 * n}" font-family="sans-serif" font-size="29" fill="#46535e">'
        f"{escape(line)}</text>"
        for n, line in enumerate(summary)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630">'
        '<rect width="1200" height="630" fill="#fdfcf9"/><rect width="1200" height="14" fill="#0b5563"/>'
        f'{words}<text x="70" y="585" font-family="Georgia, serif" font-size="30" fill="#0b5563">Peelian</text></svg>'
    )
