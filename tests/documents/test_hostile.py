"""Hostile and broken input: always a document or a DocumentError that names the file, and soon."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_pages import prose_pdf
from test_archives import HTML, warc, zipped
from test_eml import message
from test_office import RTF, docx_bytes, odt_bytes

from peelian.documents import (
    Document,
    DocumentError,
    Failure,
    Missing,
    TooLarge,
    Unsupported,
    load,
    load_all,
)


def test_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(TooLarge, match=r"big\.txt.*50,000,001 bytes.*max_bytes"):
        load(path)
    with pytest.raises(TooLarge, match=r"x\.txt"):
        load(b"x" * 11, name="x.txt", max_bytes=10)
    assert load(b"x" * 11, name="x.txt", max_bytes=11).text == "x" * 11


def test_missing_folder_and_address(tmp_path: Path) -> None:
    with pytest.raises(Missing, match=r"no\.txt"):
        load(tmp_path / "no.txt")
    with pytest.raises(Unsupported, match="folder"):
        load(tmp_path)
    with pytest.raises(Unsupported, match="fetch"):
        load("https://westshire.example/")
    with pytest.raises(Missing):
        load("a\x00b.txt")


@pytest.mark.parametrize(
    ("data", "seems"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(100), "image/jpeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "msword"),
        (b"\x7fELF\x02\x01\x01" + bytes(100), "x-executable|x-elf|not text|unknown"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00" + bytes(20), "gzip"),
    ],
)
def test_other_formats_are_named(data: bytes, seems: str) -> None:
    with pytest.raises(Unsupported, match=seems):
        load(data, name="thing.bin")


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "blockquote", "span", "a", "font"])
def test_deep_nesting_is_read_or_refused_in_seconds(tag: str) -> None:
    began = time.process_time()
    page = "<html><body>" + f"<{tag}>" * 100_000 + "<p>PC Vane was dismissed on Monday.</p>"
    try:
        document = load(page.encode(), name="deep.html")
    except DocumentError as error:
        assert "deep.html" in str(error)
    else:
        assert "PC Vane was dismissed on Monday." in document.text
    assert time.process_time() - began < 5


def test_a_hundred_thousand_divs_are_read() -> None:
    page = (
        "<div>" * 100_000 + "<p>PC Vane was dismissed.</p>" + "</div>" * 100_000 + "<p>He was fined £140.</p>"
    )
    document = load(page.encode(), name="deep.html")
    text = document.text
    assert any("nested too deeply" in note for note in document.notes)
    assert "PC Vane was dismissed." in text
    assert "He was fined £140." in text


@pytest.mark.parametrize(
    "body",
    [
        "<p>PC Vane</p>" * 40_000,
        "<a href='x'>PC Vane</a> " * 40_000,
        "<ol>" + "<li>PC Vane</li>" * 40_000 + "</ol>",
        "<table>" + "<tr><td>PC</td><td>Vane</td></tr>" * 20_000 + "</table>",
        "<dl>" + "<dt>PC</dt><dd>Vane</dd>" * 20_000 + "</dl>",
        "<div class='related'><p>PC Vane 0800 555 111 help</p></div>" * 10_000,
        "<div" + " class='a'" * 20_000 + ">PC Vane</div>",
        "<p>" + "PC Vane " * 100_000,
        "<" * 200_000 + "PC Vane",
        "<!--" * 50_000 + "PC Vane",
        "&" * 200_000 + "PC Vane",
    ],
    ids=lambda body: body[:12],
)
def test_large_flat_pages_take_linear_time(body: str) -> None:
    began = time.process_time()
    try:
        load(f"<html><body><p>PC Quill was here</p>{body}</body></html>".encode(), name="x.html")
    except DocumentError as error:
        assert "x.html" in str(error)
    assert time.process_time() - began < 6


def test_entities_of_a_page_are_not_expanded() -> None:
    page = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        "<html><body><p>PC Vane &b; &f; was fined.</p></body></html>"
    )
    text = load(page.encode(), name="x.html").text
    assert "lol" not in text and "root:" not in text
    assert "was fined." in text


def test_nuls_and_bidi_in_a_page() -> None:
    document = load("<p>PC V\x00ane \u202ewas&#x202E; dis&#0;missed&#xD800;.</p>".encode(), name="x.html")
    assert "\u202e" not in document.text and "\x00" not in document.text
    document.text.encode("utf-8")


SAMPLES = {
    "x.txt": "PC Siân Vane was fined £140.".encode("cp1252"),
    "x.html": HTML.encode(),
    "x.pdf": prose_pdf(["PC Vane was dismissed."]),
    "x.docx": docx_bytes(),
    "x.odt": odt_bytes(),
    "x.rtf": RTF,
    "x.eml": message(html="<p>x</p>").as_bytes(),
    "x.warc": warc(gzip=False),
    "x.warc.gz": warc(),
    "x.zip": zipped({"a.txt": b"PC Vane", "b.html": HTML.encode()}),
}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("seed", range(12))
def test_damaged_files_never_end_a_batch(name: str, seed: int) -> None:
    """Bytes changed, cut out or cut off: nothing but documents and failures comes out."""
    chance = random.Random(f"{name}{seed}")
    data = bytearray(SAMPLES[name])
    for _ in range(chance.choice([1, 5, 50])):
        at = chance.randrange(len(data))
        data[at] = chance.randrange(256)
    if chance.random() < 0.5:
        at = chance.randrange(len(data))
        del data[at : at + chance.randrange(1, 200)]
    for item in load_all(bytes(data), name=name):
        assert isinstance(item, Document | Failure)
        if isinstance(item, Failure):
            assert name in item.origin and item.cause and "unexpectedly" not in item.cause
        else:
            item.text.encode("utf-8")


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([*SAMPLES, "x", "x.bin"]))
def test_any_bytes_under_any_name(data: bytes, name: str) -> None:
    for item in load_all(data, name=name):
        assert isinstance(item, Document | Failure)
        assert not (isinstance(item, Failure) and "unexpectedly" in item.cause)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="<>/=\"'ab divptable trtdulihr!-&;#", max_size=300))
def test_any_tag_soup(soup: str) -> None:
    for item in load_all(f"<html><body>{soup}".encode(), name="x.html"):
        assert isinstance(item, Document) or item.kind == "Empty"
