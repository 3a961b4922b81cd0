"""HTML: the article of a page as text, with the page's own metadata.

Our own writer (`html_blocks`) sets out the whole of the page's main part, so that tables, lists,
definition lists, captions and side boxes with helplines are never lost; `html_furniture` cuts what is
not the article. Trafilatura is asked where the article is when the page's markup does not tell; its
text is not used, since its choice of sentences drops facts (docs/how-to/formats.md has the figures).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import cast

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from peelian.documents import html_furniture as furniture
from peelian.documents.contents import Contents, join_blocks, squeeze
from peelian.documents.errors import Broken, Empty
from peelian.documents.html_blocks import blocks, text_of
from peelian.documents.page_metadata import page_metadata
from peelian.documents.plain import clean, decode

#: Deeper trees are flattened before they are read: no real page comes near, and hostile ones do.
MAX_DEPTH = 100
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,30})", re.I)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9_.-]{2,30})[\"']")
_NESTING_TAG = re.compile(
    r"</?(?!(?:p|li|tr|td|th|dt|dd|br|h[1-6]|title|meta|link|script|style|time|html|head|body|table)\b)"
    r"[a-zA-Z][\w:-]*(?:\s[^<>]{0,500})?/?>"
)
_REGION_NAME = re.compile(
    r"(?:^|[\s_-])(?:(?:main|article|story|post|entry|page|body)[_-]?(?:content|body|text|copy|main)|content|"
    r"field--name-body|articlebody|storybody|main)(?:$|[\s])",
    re.I,
)
_TRAFILATURA_LIMIT = 500_000  # characters; it takes seconds for each million. ``fast`` leaves out its
# fallbacks: one of them (justext) takes time that grows as the square of the page's paragraphs.


def read_html(
    data: bytes, *, origin: str = "page", declared: str | None = None, whole: bool = False
) -> Contents:
    """Return the article of a page with its metadata; ``notes`` count the furniture that was cut.

    ``declared`` is the encoding that the carrier names (an HTTP header). With ``whole`` the body is
    the article (an e-mail).

    Raises:
        Empty: no words are left.
        Broken: the page is nested too deeply to be read.
        Unsupported: the bytes are not text.
    """
    named = declared
    if not named:
        match = _META_CHARSET.search(data[:8192]) or _XML_ENCODING.search(data[:200])
        named = match[1].decode("ascii") if match else None
    source, notes = decode(data, origin=origin, declared=named)
    contents = page_contents(source, origin=origin, whole=whole)
    return Contents(
        contents.text,
        contents.title,
        contents.published,
        contents.publisher,
        contents.url,
        notes + contents.notes,
    )


def page_contents(source: str, *, origin: str = "page", whole: bool = False) -> Contents:
    """Return what `read_html` does, for a page that is decoded already."""
    root, notes = _parse(source, origin)
    told = page_metadata(root)
    cut: Counter[str] = Counter()
    body = cast("HtmlElement | None", root.find("body"))
    body = root if body is None else body
    furniture.remove_hidden(body, cut)
    headline = _headline(body, told.title)
    if whole:
        region = body
    else:
        furniture.remove_named(body, headline, cut)
        furniture.remove_headed(body, cut)
        furniture.remove_cards(body, cut)
        found = _region(body, source)
        if found is body:
            furniture.remove_beside(body, headline, cut)
        region = _with_headline(found, headline)
        outside = len(squeeze(body.text_content())) - len(squeeze(region.text_content()))
        furniture.remove_menus(region, cut)
        if outside > 0:
            cut["text outside the article"] += 1
    text, cleaned = clean(join_blocks(blocks(region)))
    if not text.strip():
        raise Empty(
            origin,
            "the page holds no text",
            "If it needs JavaScript, save it from a browser as complete page.",
        )
    if cut:
        notes += (
            "page furniture cut: "
            + ", ".join(_counted(kind, number) for kind, number in sorted(cut.items())),
        )
    title = clean(told.title)[0] if told.title else None
    publisher = clean(told.publisher)[0] if told.publisher else None
    return Contents(text, title, told.published, publisher, told.url, notes + cleaned)


def _counted(kind: str, number: int) -> str:
    return f"{kind} ({number})" if number > 1 else kind


def _parse(source: str, origin: str) -> tuple[HtmlElement, tuple[str, ...]]:
    """Parse a page; flatten it first if it is nested beyond all reason."""
    source = re.sub("[\x00-\x08\x0b\x0e-\x1f]", "", _XML_DECLARATION.sub("", source))
    source = re.sub("[\ud800-\udfff]", "\ufffd", source)
    notes: tuple[str, ...] = ()
    root, deep = _tree(source, origin)
    if deep:
        root, deep = _tree(_NESTING_TAG.sub("<br>", source), origin)
        notes = ("nested too deeply: read without the page's structure, so furniture may be left in it",)
        if deep:
            raise Broken(origin, "the page is nested too deeply to be read", "Save its text as a .txt file.")
    return root, notes


def _tree(source: str, origin: str) -> tuple[HtmlElement, bool]:
    """Return the tree of a page and whether it is deeper than `MAX_DEPTH`."""
    parser = HTMLParser(huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Empty(origin, "the page holds no text") from error
    if any("depth" in entry.message for entry in parser.error_log):
        return root, True
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return root, deepest > MAX_DEPTH


def _headline(body: HtmlElement, title: str | None) -> HtmlElement | None:
    """Return the ``<h1>`` that is the article's: the one with the title, else the only one."""
    found = [h1 for h1 in body.iter("h1") if squeeze(h1.text_content())]
    for h1 in found:
        if title and text_of(h1) == title:
            return h1
    return found[0] if len(found) == 1 else None


def _region(body: HtmlElement, source: str) -> HtmlElement:
    """Return the element that holds the article: by the page's markup, else where trafilatura finds it."""
    whole = len(squeeze(body.text_content()))
    marked = _marked_region(body)
    if marked is not None and _words(marked) >= 0.3 * whole:
        return marked
    located = _located_region(body, source)
    if located is None or _words(located) < 0.5 * _words(body):
        return marked if marked is not None and _words(marked) > 200 else body
    if marked is not None and _words(marked) >= 0.7 * _words(located):
        return marked
    return located


def _words(element: HtmlElement) -> int:
    """Return the characters of text in ``element`` that are not in links."""
    total, share, _ = furniture.link_share(element)
    return int(total * (1 - share))


def _marked_region(body: HtmlElement) -> HtmlElement | None:
    for path in (".//main | .//*[@role='main']", ".//article | .//*[@itemprop='articleBody']"):
        found = [element for element in cast("list[HtmlElement]", body.xpath(path)) if _words(element) > 100]
        if found:
            return _common(found)
    named = [
        element
        for element in body.iter("div", "section", "td")
        if _REGION_NAME.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        and _words(element) > 200
    ]
    return max(named, key=_words, default=None)


def _located_region(body: HtmlElement, source: str) -> HtmlElement | None:
    """Return the smallest element that holds nearly all blocks that trafilatura takes for the article."""
    if len(source) > _TRAFILATURA_LIMIT:
        return None
    import trafilatura

    try:
        found = trafilatura.extract(
            source, fast=True, favor_recall=True, include_tables=True, include_comments=False
        )
    except Exception:  # it parses hostile pages by its own means; without it the whole body is read
        return None
    lines = {squeeze(line) for line in (found or "").split("\n")}
    lines = {line for line in lines if len(line) > 40}
    if not lines:
        return None
    held = [
        element
        for element in body.iter("p", "div", "td", "li", "font", "dd", "span", "blockquote", "center")
        if squeeze(element.text_content()) in lines
    ]
    return _common(held) if held else None


def _common(elements: list[HtmlElement]) -> HtmlElement:
    """Return the nearest element that holds all ``elements``."""
    if len(elements) == 1:
        return elements[0]
    shared = [elements[0], *elements[0].iterancestors()]
    for element in elements[1:]:
        line = {element, *element.iterancestors()}
        shared = [ancestor for ancestor in shared if ancestor in line]
    return shared[0]


def _with_headline(region: HtmlElement, headline: HtmlElement | None) -> HtmlElement:
    """Widen the region to hold the headline, and with it the byline and the date between them."""
    if headline is None or headline.getroottree() is None:
        return region
    return _common([region, headline])
