"""What a web page says of itself: title, date of publication, publisher, address.

Only explicit metadata counts (JSON-LD, OpenGraph, ``<meta>``, microdata, ``<time>``). A date is kept as
exactly as it is given and no more: "April 2014" is ``2014-04``. A date like 04/05/2014, which may be
of April or of May, is not used.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from peelian.documents.contents import squeeze
from peelian.documents.html_blocks import text_of

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_ISO = re.compile(r"(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T ]\d{2}.*)?")
_DAY_FIRST = re.compile(r"(?:[A-Za-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+),?\s+(\d{4})(?:\b.*)?")
_MONTH_FIRST = re.compile(
    r"(?:[A-Za-z]+,\s+)?([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\b.*)?"
)
_MONTH_YEAR = re.compile(r"([A-Za-z]+)\s+(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:\b.*)?")
_META_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "cxenseparse:recs:publishtime",
    "date",
)
_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|WebPage|CreativeWork|GovernmentService|Notice")


class PageMetadata(NamedTuple):
    """A page's own metadata; each None when the page does not tell."""

    title: str | None
    published: str | None
    publisher: str | None
    url: str | None


def edtf(written: str | None) -> str | None:
    """Return a date of a metadata field as EDTF, in the precision in which it is given, or None.

    >>> edtf("2014-04-11T22:30:00+01:00"), edtf("April 2014"), edtf("11 April 2014"), edtf("03/04/2014")
    ('2014-04-11', '2014-04', '2014-04-11', None)
    """
    text = squeeze(written or "")[:80]
    if match := _ISO.fullmatch(text):
        return _checked(*(int(part) if part else None for part in match.groups()))
    if match := _DAY_FIRST.fullmatch(text):
        return _checked(int(match[3]), _MONTHS.get(match[2].lower()), int(match[1]), named=True)
    if match := _MONTH_FIRST.fullmatch(text):
        return _checked(int(match[3]), _MONTHS.get(match[1].lower()), int(match[2]), named=True)
    if match := _MONTH_YEAR.fullmatch(text):
        return _checked(int(match[2]), _MONTHS.get(match[1].lower()), None, named=True)
    if match := _SLASHED.fullmatch(text):
        first, second, year = (int(part) for part in match.groups())
        if first > 12 >= second or first == second:
            return _checked(year, second, first)
    return None


def _checked(year: int | None, month: int | None, day: int | None, *, named: bool = False) -> str | None:
    if year is None or not 1800 <= year <= 2200 or (named and month is None):
        return None
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join([f"{year:04}"] + [f"{part:02}" for part in (month, day) if part])


def page_metadata(root: HtmlElement) -> PageMetadata:
    """Return what the whole page ``root`` (with its head and scripts) says of itself."""
    metas = _metas(root)
    linked = list(_json_ld(root))
    return PageMetadata(
        title=_title(root, metas, linked),
        published=_published(root, metas, linked),
        publisher=_publisher(metas, linked),
        url=_address(root, metas),
    )


def _metas(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        value = squeeze(meta.get("content") or "")
        if key and value:
            found.setdefault(key.strip().lower(), value)
    return found


def _json_ld(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects of the page that describe a page or an article, articles first."""
    objects: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or len(script.text or "") > 500_000:
            continue
        try:
            loaded = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        queue = [loaded]
        while queue and len(objects) < 200:
            item = queue.pop(0)
            if isinstance(item, list):
                queue.extend(item)
            elif isinstance(item, dict):
                objects.append(item)
                queue.extend(item[key] for key in ("@graph", "mainEntity") if key in item)
    described = [item for item in objects if _ARTICLE_TYPES.search(str(item.get("@type", "")))]
    yield from sorted(described, key=lambda item: "WebPage" in str(item.get("@type")))


def _string(value: Any) -> str | None:
    """Return a JSON-LD value as a string: itself, its name, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    return squeeze(value) or None if isinstance(value, str) else None


def _title(root: HtmlElement, metas: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    """Return the headline: the page's only ``<h1>`` first (as written for readers), then metadata."""
    headings = [text_of(h1) for h1 in root.iter("h1")]
    headings = [heading for heading in headings if heading]
    told = [_string(item.get("headline")) or _string(item.get("name")) for item in linked]
    told += [
        metas.get("og:title"),
        metas.get("twitter:title"),
        metas.get("dc.title"),
        metas.get("dcterms.title"),
    ]
    page = root.findtext(".//title")
    named = [squeeze(text) for text in [*told, page] if text and squeeze(text)]
    for heading in headings:
        if any(heading.lower() in name.lower() or name.lower() in heading.lower() for name in named):
            return heading
    if len(headings) == 1 and len(headings[0]) > 12:
        return headings[0]
    if not named:
        return None
    site = metas.get("og:site_name")
    return _without_site(named[0], site)


def _without_site(title: str, site: str | None) -> str:
    """Drop the site's name from the end of a ``<title>`` ("Headline | Site")."""
    if site and re.search(r"\s[|\-–—:]\s*" + re.escape(site) + r"\s*$", title, re.I):
        return re.sub(r"\s[|\-–—:]\s*" + re.escape(site) + r"\s*$", "", title, flags=re.I)
    return re.sub(r"\s\|\s[^|]{2,60}$", "", title) or title


def _publisher(metas: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    told = [metas.get("og:site_name")]
    told += [_string(item.get("publisher")) for item in linked]
    told += [
        metas.get(key) for key in ("publisher", "article:publisher", "dc.publisher", "dcterms.publisher")
    ]
    return next((name for name in told if name and not name.startswith(("http:", "https:"))), None)


def _published(root: HtmlElement, metas: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    told = [_string(item.get("datePublished")) for item in linked]
    told += [metas.get(key) for key in _META_DATES]
    for element in root.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"):
        told.append(element.get("content") or element.get("datetime") or element.text_content())
    told += _times(root)
    return next((date for date in map(edtf, told) if date), None)


def _times(root: HtmlElement) -> list[str]:
    """Return the ``<time>`` that says when the page was published, if one plainly does.

    Either its class says so, or it is the only one between the headline and the first long
    paragraph: a time further down may be a hearing's.
    """
    ahead: list[str] = []
    past_headline = False
    for element in root.iter("h1", "p", "time"):
        if element.tag == "h1":
            past_headline = True
        elif element.tag == "p" and past_headline and len(element.text_content()) > 80:
            break
        elif element.tag == "time":
            value = element.get("datetime") or element.text_content()
            label = (element.get("class") or "").lower()
            if re.search(r"updat|modif", label) or _in_aside(element):
                continue
            if re.search(r"publish|entry-date|post-date|article-date|dateline", label):
                return [value]
            if past_headline:
                ahead.append(value)
    return ahead if len({edtf(value) for value in ahead}) == 1 else []


def _in_aside(element: HtmlElement) -> bool:
    return any(
        ancestor.tag in {"aside", "nav", "footer"}
        or re.search(r"comment|related|sidebar", f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}")
        for ancestor in element.iterancestors()
        if ancestor.tag not in {"body", "html"}
    )


def _address(root: HtmlElement, metas: dict[str, str]) -> str | None:
    links = [
        link.get("href")
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for address in [*links, metas.get("og:url")]:
        if address and address.strip().lower().startswith(("http://", "https://")):
            return str(address).strip()
    return None
