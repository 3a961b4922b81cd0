"""Every page is HTML that keeps the standard's structure, and every link of ours leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from django.conf import Settings
from django.test import Client
from lxml import html
from published import case

from peelian.publication.exports import export
from peelian.web import index

pytestmark = pytest.mark.django_db
OTHERS = ("/desk", "/accounts", "/come-forward", "/static")
STARTS = (
    "/",
    "/cases/?q=thorne",
    "/statistics/",
    "/requests/",
    "/offences/",
    "/courts/",
    "/standards/",
    "/no-such-page/",
)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
PHRASING_ONLY = {"p", "h1", "h2", "h3", "h4", "span", "a", "strong", "em", "label", "summary", "dt"}
BLOCKS = {
    "p",
    "div",
    "ul",
    "ol",
    "dl",
    "table",
    "section",
    "blockquote",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "figure",
    "details",
}


@pytest.fixture
def pages(client: Client, tmp_path: Path, settings: Settings) -> dict[str, tuple[int, str, str]]:
    """Every page that can be reached from the first by links: status, kind, text."""
    settings.CASEBOOK = tmp_path
    cases = [case(1, "Ada Thorne", "kent"), case(2, "Bela Thorne", "essex"), case(3, "Cato Marsh", "kent")]
    for one in cases:
        index.put(one)
    export(cases, tmp_path / "public-export", approved=True)
    waiting, seen = [(start, "") for start in STARTS], {}
    while waiting:
        address, _ = waiting.pop()
        if address in seen:
            continue
        response = client.get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        kind = response.headers.get("Content-Type", "").split(";")[0]
        seen[address] = (response.status_code, kind, body.decode("utf-8", "replace"))
        if kind == "text/html" and len(seen) < 1_500:
            waiting += [(link, address) for link in links(seen[address][2], address)]
    return seen


def links(page: str, address: str) -> list[str]:
    """Addresses of ours that a page links to; of searches only those one choice away from the whole list."""
    found = []
    for target in html.fromstring(page).xpath("//@href | //@src | //form[@method='get']/@action"):
        parts = urlsplit(urljoin(f"http://testserver{address}", target))
        if parts.netloc != "testserver" or parts.path.startswith(OTHERS) or parts.query.count("&") > 1:
            continue
        found.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    return found


def test_no_link_of_ours_leads_nowhere(pages: dict[str, tuple[int, str, str]]) -> None:
    assert len(pages) > 100
    broken = {at: status for at, (status, _, _) in pages.items() if status != 200 and at != "/no-such-page/"}
    assert broken == {}


def test_a_link_within_a_page_has_its_place(pages: dict[str, tuple[int, str, str]]) -> None:
    for address, (_, kind, page) in pages.items():
        if kind == "text/html":
            tree = html.fromstring(page)
            ids = set(tree.xpath("//@id"))
            for target in tree.xpath("//a[starts-with(@href, '#')]/@href"):
                assert target[1:] in ids, f"{address}: {target}"
            for name in ("for", "aria-labelledby", "aria-describedby", "list"):
                for target in tree.xpath(f"//@{name}"):
                    assert set(target.split()) <= ids, f"{address}: {name}={target}"


def test_every_page_is_html_as_the_standard_has_it(pages: dict[str, tuple[int, str, str]]) -> None:
    for address, (_, kind, page) in pages.items():
        if kind == "text/html":
            assert faults(page) == [], address


def faults(page: str) -> list[str]:
    """What the standard forbids and browsers hide: tags unbalanced, ids twice, blocks in a paragraph, no title."""
    found = []
    open_tags: list[str] = []
    flat = re.sub(r"<!--.*?-->|<(script|svg)\b.*?</\1>", "", page, flags=re.DOTALL)
    for close, name, empty in re.findall(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*?)?(/?)>", flat):
        tag = name.lower()
        if tag in VOID:
            continue
        if not close:
            if tag in BLOCKS and open_tags and set(open_tags) & {"p", "h1", "h2", "h3"}:
                found.append(f"<{tag}> within <{open_tags[-1]}>")
            open_tags += [] if empty else [tag]
        elif not open_tags or open_tags.pop() != tag:
            found.append(f"</{tag}> closes nothing")
            break
    tree = html.fromstring(page)
    found += [f"left open: {open_tags}"] if open_tags else []
    found += [f"id twice: {one}" for one, times in Counter(tree.xpath("//@id")).items() if times > 1]
    found += [f"id with a space: {one}" for one in tree.xpath("//@id") if re.search(r"\s", one)]
    found += [
        f"attribute twice: {one}" for one in re.findall(r"<[^<>]*?\s([a-z-]+)=\"[^\"]*\"[^<>]*?\s\1=\"", flat)
    ]
    found += [] if page.lower().startswith("<!doctype html>") else ["no doctype"]
    found += [] if len(tree.xpath("//title[normalize-space()]")) == 1 else ["no title, or two"]
    found += [] if len(tree.xpath("//main")) == len(tree.xpath("//h1")) == 1 else ["not one main and one h1"]
    found += [] if tree.get("lang") else ["no language"]
    found += ["a list holds something else"] * len(
        tree.xpath("//ul/*[not(self::li)] | //ol/*[not(self::li)]")
    )
    found += ["a picture without words"] * len(tree.xpath("//img[not(@alt)]"))
    found += ["a link without an address"] * len(tree.xpath("//a[not(@href)]"))
    found += ["inline style or script"] * len(
        tree.xpath("//@style | //@onclick | //script[not(@src) and not(@type)]")
    )
    found += ["a dl holds something else"] * len(tree.xpath("//dl/*[not(self::div or self::dt or self::dd)]"))
    return found


@pytest.mark.parametrize(
    "wrong", ["<p><div></div></p>", '<p id="a"></p><p id="a"></p>', "<ul><p></p></ul>", "<b><i></b></i>"]
)
def test_the_check_finds_faults(wrong: str) -> None:
    page = f"<!doctype html><html lang='en'><head><title>x</title></head><body><main><h1>x</h1>{wrong}</main></body></html>"
    assert faults(page) and not faults(page.replace(wrong, ""))


@pytest.mark.parametrize("address", ["/sitemap.xml", "/cases/feed.atom", "/cases/c-0000000001/card.svg"])
def test_what_is_xml_is_well_formed(address: str, client: Client) -> None:
    index.put(case(1, "Ada & Bela <Thorne>"))
    ElementTree.fromstring(client.get(address).content)
