"""ZIP, WARC and WACZ: every document out, everything else told."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from pdf_pages import drawn_pdf
from test_office import docx_bytes
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from peelian.documents import Document, Empty, Failure, SeveralDocuments, load, load_all

HTML = "<html><body><main><h1>Officer dismissed</h1><p>PC Siân Vane was dismissed on Monday by a panel.</p></main></body></html>"


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def warc(*, gzip: bool = True) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for url, status, kind, body in (
        (
            "https://westshire.example/news/1.html?x=1",
            "200 OK",
            "text/html; charset=windows-1252",
            HTML.encode("cp1252"),
        ),
        ("https://westshire.example/gone", "404 Not Found", "text/html", HTML.encode()),
        ("https://westshire.example/style.css", "200 OK", "text/css", b"a{}"),
        ("https://westshire.example/notes.txt", "200 OK", "text/plain", b"PC Quill resigned."),
        ("https://westshire.example/empty", "200 OK", "text/html", b""),
        (
            "https://westshire.example/outcome.pdf",
            "200 OK",
            "application/pdf",
            drawn_pdf([(60, 60, "PC 12 Barnaby Quill was warned")]),
        ),
    ):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return out.getvalue()


def check_warc(found: list[Document | Failure]) -> None:
    documents = [item for item in found if isinstance(item, Document)]
    assert [document.id for document in documents] == [
        "westshire.example-news-1-x-1",
        "westshire.example-notes",
        "westshire.example-outcome",
    ]
    assert documents[0].text == "Officer dismissed\n\nPC Siân Vane was dismissed on Monday by a panel.\n"
    assert documents[0].url == "https://westshire.example/news/1.html?x=1"
    assert documents[2].text == "PC 12 Barnaby Quill was warned\n"
    failures = [item for item in found if isinstance(item, Failure)]
    assert [failure.kind for failure in failures] == ["Empty"]
    assert "https://westshire.example/empty" in failures[0].origin


@pytest.mark.parametrize("gzip", [True, False])
def test_warc_pages_are_documents(gzip: bool, tmp_path: Path) -> None:
    path = tmp_path / ("crawl.warc.gz" if gzip else "crawl.warc")
    path.write_bytes(warc(gzip=gzip))
    check_warc(list(load_all(path)))
    check_warc(list(load_all(path.read_bytes(), name=path.name)))
    with pytest.raises(SeveralDocuments):
        load(path)


def test_wacz(tmp_path: Path) -> None:
    path = tmp_path / "crawl.wacz"
    path.write_bytes(
        zipped({"datapackage.json": b"{}", "archive/data.warc.gz": warc(), "pages/pages.jsonl": b""})
    )
    check_warc(list(load_all(path)))


def test_a_cut_warc_gives_what_came_before() -> None:
    found = list(load_all(warc()[:-500], name="cut.warc.gz"))
    assert sum(isinstance(item, Document) for item in found) >= 2
    assert isinstance(found[-1], Failure) and found[-1].kind == "Broken" and "cut.warc.gz" in found[-1].origin


def test_zip_of_all_kinds(tmp_path: Path) -> None:
    inner = zipped({"deep/inner.txt": b"PC Quill in a ZIP in a ZIP."})
    path = tmp_path / "clippings.zip"
    path.write_bytes(
        zipped(
            {
                "a/One.txt": "PC Siân".encode("cp1252"),
                "page.html": HTML.encode(),
                "notice.docx": docx_bytes(),
                "crawl.warc.gz": warc(),
                "inner.zip": inner,
                "photo.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(50),
                "labels.json": b"{}",
                "__MACOSX/._One.txt": b"x",
                ".DS_Store": b"x",
                "empty.txt": b"",
            }
        )
    )
    found = list(load_all(path))
    documents = {item.id: item for item in found if isinstance(item, Document)}
    assert documents["One"].text == "PC Siân"
    assert documents["inner"].origin == f"{path}!inner.zip!deep/inner.txt"
    assert {"page", "notice", "westshire.example-notes"} <= set(documents)
    failures = {item.origin.rsplit("!", 1)[-1]: item.kind for item in found if isinstance(item, Failure)}
    assert failures == {
        "photo.jpg": "Unsupported",
        "labels.json": "Unsupported",
        "empty.txt": "Empty",
        "https://westshire.example/empty": "Empty",
    }


def test_a_zip_of_one_document_may_be_loaded() -> None:
    document = load(zipped({"one.txt": b"PC Vane resigned."}), name="a.zip")
    assert (document.id, document.text, document.origin) == ("one", "PC Vane resigned.", "a.zip!one.txt")


def test_an_empty_zip_says_so() -> None:
    with pytest.raises(Empty, match=r"a\.zip"):
        load(zipped({}), name="a.zip")


def test_names_that_climb_out_are_labels_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ("../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "C:\\evil.txt")
    found = list(load_all(zipped(dict.fromkeys(names, b"PC Vane resigned.")), name="a.zip"))
    assert [item.id for item in found if isinstance(item, Document)] == ["evil"] * 4
    assert all("points outside" in item.notes[-1] for item in found if isinstance(item, Document))
    assert list(tmp_path.rglob("*")) == []


def test_nesting_stops_at_three() -> None:
    data = b"PC Vane resigned."
    name = "a.txt"
    for level in range(4):
        data, name = zipped({name: data}), f"level{level}.zip"
    found = list(load_all(data, name="outer.zip"))
    assert [item.kind for item in found if isinstance(item, Failure)] == ["TooLarge"]
    assert "nested" in str(found[0])


def test_a_zip_bomb_is_refused_and_the_rest_is_read() -> None:
    found = list(
        load_all(zipped({"bomb.txt": bytes(30_000_000), "ok.txt": b"PC Vane resigned."}), name="a.zip")
    )
    assert isinstance(found[0], Failure) and found[0].kind == "TooLarge" and "bomb" in found[0].cause
    assert isinstance(found[1], Document)


def test_a_member_with_a_false_size_is_broken() -> None:
    data = bytearray(zipped({"a.txt": b"x" * 5000}))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)  # the index says 10 bytes
    found = list(load_all(bytes(data), name="a.zip"))
    assert [item.kind for item in found if isinstance(item, Failure)] == ["Broken"]


def test_a_member_with_a_password() -> None:
    data = bytearray(zipped({"a.txt": b"secret", "b.txt": b"PC Vane resigned."}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    found = list(load_all(bytes(data), name="a.zip"))
    assert isinstance(found[0], Failure) and found[0].kind == "Encrypted" and found[0].origin == "a.zip!a.txt"
    assert isinstance(found[1], Document)


def test_a_cut_zip_is_broken() -> None:
    (failure,) = load_all(zipped({"a.txt": b"x" * 5000})[:-30], name="a.zip")
    assert isinstance(failure, Failure) and failure.kind == "Broken"


def test_members_over_the_limit() -> None:
    files = {"long.txt": b"PC Vane. " * 1000, "short.txt": b"PC Vane."}
    found = list(load_all(zipped(files, zipfile.ZIP_STORED), name="a.zip", max_bytes=1000))
    assert isinstance(found[0], Failure) and found[0].kind == "TooLarge"
    assert isinstance(found[1], Document)


def test_a_page_under_a_malformed_address_costs_no_other_page() -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for url in ("http://[bad", "http://ok.example/a"):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        page = b"<html><body><p>PC Ada Thorne was dismissed without notice.</p></body></html>"
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(page), http_headers=headers)
        )
    found = list(load_all(out.getvalue(), name="saved.warc"))
    assert [type(item).__name__ for item in found] == ["Document", "Document"]
