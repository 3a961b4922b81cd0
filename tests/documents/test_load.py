"""The way in: ids, digests, dates given by the caller, errors and their messages."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

import peelian.documents as documents
from peelian.documents import Document, DocumentError, Failure, load, load_all


def test_a_path_gives_id_origin_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "Été report (1).v2.txt"
    path.write_bytes(b"PC Vane resigned.\r\n")
    for source in (path, str(path)):
        document = load(source)
        assert document.id == "Ete-report-1-.v2"
        assert document.origin == str(path)
        assert document.sha256 == hashlib.sha256(b"PC Vane resigned.\r\n").hexdigest()
        assert document.media_type == "text/plain"
        assert list(load_all(source)) == [document]


def test_content_goes_before_the_extension() -> None:
    page = b"<!DOCTYPE html><html><body><p>PC Vane resigned.</p></body></html>"
    for name in ("page.pdf", "page", "page.txt", "page.php"):
        assert load(page, name=name).media_type == "text/html"
    assert load(b"a < b <p> is mentioned", name="x.txt").media_type == "text/plain"


def test_the_callers_date_goes_first_and_is_noted() -> None:
    page = b'<html><head><meta property="article:published_time" content="2014-04-11"></head><body><p>PC Vane.</p></body></html>'
    assert load(page, name="x.html").published == "2014-04-11"
    document = load(page, name="x.html", published="2014-05")
    assert document.published == "2014-05"
    assert document.notes[-1] == "published 2014-05 as given, not 2014-04-11 as the document has it"
    assert [
        item.published for item in load_all(b"PC Vane", published="2014") if isinstance(item, Document)
    ] == ["2014"]
    for wrong in ("11 April 2014", "2014-13", "2014-02-30", ""):
        with pytest.raises(ValueError, match=r"."):
            load(b"x", published=wrong)


def test_errors_name_file_cause_and_remedy() -> None:
    with pytest.raises(DocumentError) as caught:
        load(b"", name="nothing.pdf")
    error = caught.value
    assert (error.origin, error.cause) == ("nothing.pdf", "the file is empty (0 bytes)")
    assert str(error) == f"nothing.pdf: the file is empty (0 bytes). {error.remedy}"
    (failure,) = load_all(b"", name="nothing.pdf")
    assert failure == Failure("nothing.pdf", error.cause, "Empty", error.remedy)
    assert str(failure) == str(error)


def test_every_error_is_a_document_error_with_a_remedy() -> None:
    for name in documents.__all__:
        thing = getattr(documents, name)
        if isinstance(thing, type) and issubclass(thing, Exception):
            assert issubclass(thing, DocumentError)
            assert thing("x", "y").remedy


def test_importing_the_room_is_light() -> None:
    """The heavy libraries are imported by the readers that need them, not with the room."""
    code = (
        "import sys, peelian.documents as d; d.load(b'PC Vane', name='x.txt');"
        "print([m for m in ('lxml', 'trafilatura', 'docx', 'pypdfium2', 'pdfplumber', 'warcio', 'ftfy', 'urllib.request') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
