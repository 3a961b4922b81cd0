"""The page of ``peelian show --html``, without a browser: safe, well nested, every link arrives."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import HOSTILE
from peelian.cli.page import html_page
from peelian.documents import Document
from peelian.reading import Reading
from peelian.reading.model import ReaderName, Sensitive

VOID = {"meta"}


class Page(HTMLParser):
    """A page taken apart: ids, links, tags, text inside the rows; fails if a tag is closed out of turn."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.policy = ""
        self.row_text: list[str] = []
        self.marked: dict[str, str] = {}
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags[tag] += 1
        if "id" in found:
            self.ids[found["id"] or ""] += 1
        if tag == "a":
            assert not any(name == "a" for name, _ in self._open), "a link in a link"
            self.links.append(found["href"] or "")
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"] or ""
        if tag not in VOID:
            self._open.append((tag, found))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        inside = [found.get("class") or "" for _, found in self._open]
        if any(c.split()[:1] == ["row"] for c in inside) and "labels" not in inside:
            self.row_text.append(data)
            for name, found in self._open:
                if name == "mark":
                    key = (found["class"] or "").split()[0]
                    self.marked[key] = self.marked.get(key, "") + data


@pytest.fixture(scope="module")
def written(telling: tuple[Document, Reading]) -> str:
    return html_page(*telling)


def test_every_link_arrives_and_ids_are_unique(written: str) -> None:
    page = Page(written)
    assert [id for id, n in page.ids.items() if n > 1] == []
    assert page.links != []
    assert {link for link in page.links if link.removeprefix("#") not in page.ids} == set()


def test_facts_lead_to_words_and_words_to_facts(written: str) -> None:
    page = Page(written)
    cited = [id for id in page.ids if re.fullmatch(r"f\d+", id) and f"{id}w1" in page.ids]
    assert len(cited) > 20
    for id in cited:
        assert f"#{id}w1" in page.links
        assert f"#{id}" in page.links
    name = next(k for k, words in page.marked.items() if words == "Ada Thorne")
    assert f"#{name}w1" in page.links


def test_marked_words_are_those_cited(written: str, telling: tuple[Document, Reading]) -> None:
    from peelian.cli.facts import facts

    document, reading = telling
    marked = Page(written).marked
    for fact in facts(reading):
        if fact.spans and not fact.pointer.endswith("/background"):
            words = "".join(document.text[a:b].strip() for a, b in sorted(set(fact.spans)))
            assert marked[f"f{fact.number}"] == words


def test_nothing_of_the_document_is_markup(written: str) -> None:
    assert HOSTILE not in written
    page = Page(written)
    assert HOSTILE in "".join(page.row_text)
    assert page.tags["script"] == page.tags["b"] == page.tags["img"] == page.tags["link"] == 0


def test_nothing_is_fetched_and_the_policy_says_so(written: str) -> None:
    policy = Page(written).policy
    style = re.search(r"<style>(.*?)</style>", written, re.S)
    assert style
    hashed = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{hashed}';")
    assert not re.search(r"""(?:src|href)=["']?(?:https?:|//|data:)|url\(|@import|style=|\son\w+=""", written)


def test_the_same_page_each_time(telling: tuple[Document, Reading], written: str) -> None:
    assert html_page(*telling) == written


def test_the_folder_of_the_file_is_not_told(written: str) -> None:
    assert "clippings/" not in written
    assert "thorne.txt" in written


def bare(text: str, sensitive: list[Sensitive]) -> tuple[Document, Reading]:
    reading = Reading(
        id="x", title=None, published=None, publisher=None, kind="other", subjects=[], speakers=[], helplines=[],
        evidence={}, inconsistencies=[], sensitive=sensitive, reader=ReaderName("peelian", "0"),
    )  # fmt: skip
    return Document("x", text), reading


@settings(deadline=None)
@given(st.data())
def test_marks_that_cross_are_always_well_nested(data: st.DataObject) -> None:
    text = data.draw(st.text('ab<&"\n\x00', max_size=40))
    ends = st.integers(0, len(text))
    spans = [
        Sensitive("k", min(s), max(s), "r") for s in data.draw(st.lists(st.tuples(ends, ends), max_size=6))
    ]
    page = Page(html_page(*bare(text, spans)))  # the parser fails on a tag closed out of turn
    assert [id for id, n in page.ids.items() if n > 1] == []
    assert {link for link in page.links if link.removeprefix("#") not in page.ids} == set()
    shown = [line.replace("\x00", "\N{REPLACEMENT CHARACTER}") for line in text.split("\n") if line.strip()]
    assert "".join(page.row_text) == "".join(shown)


def test_many_facts_make_a_page_in_proportion() -> None:
    """A long list has no rules of its own for each fact: the page stays in proportion to the text."""
    text = "words and more words. " * 5_000
    spans = [Sensitive("k", n * 22, n * 22 + 5, "r") for n in range(5_000)]
    assert len(html_page(*bare(text, spans))) < 40 * len(text)


def test_on_the_command_line(run: Callable[..., Result], clippings: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = run("show", clippings / "thorne.txt", "--html", page)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert run("show", clippings / "thorne.txt", "--html", "-").stdout == page.read_text("utf-8")


def test_titles_and_notes_are_escaped(telling: tuple[Document, Reading]) -> None:
    document, reading = telling
    changed = msgspec.structs.replace(reading, title=HOSTILE, publisher=HOSTILE)
    page = html_page(
        Document("x", document.text, notes=(HOSTILE,), url=f"http://a.example/{HOSTILE}"), changed
    )
    assert HOSTILE not in page
    Page(page)
