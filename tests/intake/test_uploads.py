"""Files of strangers: kinds told by bytes, bombs, polyglots, limits, hidden data, nothing on the disk."""

from __future__ import annotations

import io
import struct
import tempfile
import zipfile
import zlib
from typing import Any, NoReturn

import pytest
from django.core.files import uploadhandler
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.people import DESK, Keys, Person, jpeg, upload

from peelian.intake import cleaning, filetypes, triage, uploads
from peelian.intake.cleaning import CannotClean
from peelian.intake.filetypes import Kind, NotTaken, kind_of
from peelian.intake.models import Attachment, Report

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"


def picture(kind: str, **more: Any) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (30, 20), "navy").save(out, kind, **more)
    return out.getvalue()


def word(author: str = "", embedded: bytes | None = None) -> bytes:
    from docx import Document

    made = Document()
    made.core_properties.author = author
    made.core_properties.title = author
    paragraph = made.add_paragraph("What I saw")
    if author:
        made.add_comment(paragraph.runs, text="look", author=author, initials=author[:2])
    made.add_picture(io.BytesIO(jpeg(author)))
    out = io.BytesIO()
    made.save(out)
    if embedded is not None:
        with zipfile.ZipFile(out, "a") as packed:
            packed.writestr("word/embeddings/oleObject1.bin", embedded)
    return out.getvalue()


def png_bomb() -> bytes:
    """A PNG of a few hundred bytes that claims 40,000 x 40,000 points."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


def docx_bomb() -> bytes:
    """A Word document whose main part unpacks to 300 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        with packed.open("word/document.xml", "w") as part:
            for _ in range(300):
                part.write(b" " * 1_048_576)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "extension"),
    [
        (jpeg(), ".jpg"),
        (picture("PNG"), ".png"),
        (picture("WEBP"), ".webp"),
        (picture("PDF"), ".pdf"),
        (word(), ".docx"),
        ("Grüße\nund mehr".encode(), ".txt"),
        (b"\0\0\0\x20ftypisom\0\0\2\0isomiso2" + b"\0" * 99, ".mp4"),
        (b"\0\0\0\x20ftypM4A \0\0\0\0" + b"\0" * 99, ".m4a"),
        (b"\0\0\0\x20ftypheic\0\0\0\0mif1heic" + b"\0" * 99, ".heic"),
        (b"ID3\x03\0\0\0\0\0\x0a" + b"\0" * 99, ".mp3"),
        (b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 99, ".wav"),
    ],
)
def test_kinds_are_told_by_bytes(content: bytes, extension: str) -> None:
    assert kind_of(content).extension == extension


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\x90\0" + b"\0" * 99, b"\x7fELF\2\1\1" + b"\0" * 99, b"PK\3\4" + b"\0" * 99, b"\0\1\2\3" * 9],
)
def test_other_kinds_are_refused(content: bytes) -> None:
    with pytest.raises(NotTaken):
        kind_of(content)


@given(st.binary(max_size=300))
def test_any_bytes_have_a_kind_or_are_refused(content: bytes) -> None:
    try:
        assert kind_of(content).extension.startswith(".")
    except NotTaken as refusal:
        assert str(refusal)


@pytest.mark.parametrize("way", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_drawn_anew(way: str) -> None:
    from PIL import Image, PngImagePlugin

    exif = Image.Exif()
    exif[0x010F] = "MARKCAM"
    more: dict[str, Any] = {"exif": exif}
    if way == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", "MARKAUTHOR")
        more["pnginfo"] = info
    content = picture(way, **more) + b"MARKTAIL<script>"
    assert b"MARKCAM" in content
    cleaned = cleaning.clean(content, kind_of(content))
    assert b"MARK" not in cleaned
    with Image.open(io.BytesIO(cleaned)) as opened:
        assert opened.format == way and opened.size == (30, 20) and not opened.getexif()


def test_a_picture_stays_upright() -> None:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    content = picture("JPEG", exif=exif)
    with Image.open(io.BytesIO(cleaning.clean(content, kind_of(content)))) as opened:
        assert opened.size == (20, 30)


def test_a_pdf_becomes_pictures_of_its_pages() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=0)
    canvas.setAuthor("MARKAUTHOR")
    canvas.drawString(90, 700, "MARKTEXT")
    canvas.showPage()
    canvas.drawString(90, 700, "second")
    canvas.save()
    content = out.getvalue()
    assert b"MARKAUTHOR" in content and b"MARKTEXT" in content
    cleaned = cleaning.clean(content, kind_of(content))
    import pypdfium2

    document = pypdfium2.PdfDocument(cleaned)
    assert len(document) == 2 and b"MARK" not in cleaned and b"Date" not in cleaned
    assert document[0].get_textpage().get_text_range() == ""
    dark = sum(1 for value in document[0].render(scale=1).to_pil().convert("L").tobytes() if value < 100)
    assert dark > 20, "the words are still to be seen"


def test_a_word_document_loses_who_and_when_and_keeps_its_text() -> None:
    from docx import Document

    content = word("MARKAUTHOR")
    cleaned = cleaning.clean(content, kind_of(content))
    with zipfile.ZipFile(io.BytesIO(cleaned)) as packed:
        assert not [name for name in packed.namelist() if b"MARK" in packed.read(name)]
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    opened = Document(io.BytesIO(cleaned))
    assert opened.paragraphs[0].text == "What I saw" and len(opened.inline_shapes) == 1


@pytest.mark.parametrize(
    "content",
    [png_bomb(), docx_bomb(), word(embedded=b"MZ"), jpeg()[:300], PDF, PDF + b"%%EOF", b"%PDF-1.7 nonsense"],
    ids=["png bomb", "docx bomb", "embedded", "cut off", "no page", "no table", "nonsense"],
)
def test_bombs_and_wrecks_are_refused_and_not_sent_as_they_are(content: bytes) -> None:
    with pytest.raises(CannotClean):
        cleaning.clean(content, kind_of(content))


def test_a_docx_with_entities_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(
            "word/document.xml", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
        )
    with pytest.raises(CannotClean):
        cleaning.clean(out.getvalue(), kind_of(out.getvalue()))


def test_what_cannot_be_cleaned_says_so() -> None:
    with pytest.raises(CannotClean, match="film"):
        cleaning.clean(b"x", Kind("a film", "video/mp4", ".mp4"))
    assert cleaning.clean(b"text", filetypes.TEXT) == b"text"


def test_cleaning_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(CannotClean, match="too long"):
        cleaning.clean(jpeg(), kind_of(jpeg()), seconds=0.001)


@settings(max_examples=15, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([jpeg(), picture("PNG"), PDF]), st.integers(0, 300))
def test_damaged_files_never_break_the_cleaner(noise: bytes, whole: bytes, at: int) -> None:
    content = whole[:at] + noise + whole[at:]
    for way in (cleaning.clean_image, cleaning.clean_docx):
        try:
            assert isinstance(way(content), bytes)
        except Exception as error:  # what `_main` turns into exit code 3
            assert not isinstance(error, SystemExit | KeyboardInterrupt)


@pytest.mark.django_db
class TestThroughTheForm:
    """The same, through the page."""

    def sent(self, keys: Keys) -> list[triage.OpenedMessage]:
        return triage.read(Report.internal.get(), [keys.ruth], DESK)

    def test_a_polyglot_loses_its_other_face(self, person: Person, keys: Keys) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            packed.writestr("evil.js", "MARKEVIL")
        person.report(files=upload(jpeg() + out.getvalue(), "both.jpg"), clean="on")
        (file,) = self.sent(keys)[0].files
        assert file.extension == ".jpg" and b"MARKEVIL" not in file.content and b"PK\3\4" not in file.content

    def test_a_name_says_nothing_about_the_kind(self, person: Person, keys: Keys) -> None:
        page = person.preview(files=upload(b"MZ\x90\0" + b"\0" * 99, "holiday.jpg"))
        assert person.status == 422 and "do not take this kind" in page and not Attachment.internal.exists()

    def test_a_hostile_name_stays_a_label(self, person: Person, keys: Keys) -> None:
        person.report(files=upload(jpeg(), "../../etc/passwd\x00<script>.jpg"))
        (file,) = self.sent(keys)[0].files
        assert file.extension == ".jpg" and "/" not in file.name

    def test_what_cannot_be_cleaned_is_left_out_not_sent(self, person: Person) -> None:
        page = person.preview(files=upload(png_bomb()), clean="on")
        assert "File 1 was left out" in page and not Attachment.internal.exists()

    def test_too_many_files(self, person: Person) -> None:
        page = person.preview(files=[upload(jpeg()) for _ in range(uploads.MOST_FILES + 2)])
        assert "too many at once" in page and Attachment.internal.count() == uploads.MOST_FILES

    def test_a_file_too_large(self, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(uploads, "LARGEST_FILE", 200_000)
        page = person.preview("kept words", files=[upload(b"a" * 300_000), upload(b"small")])
        assert "too large" in page and "kept words" in page and Attachment.internal.count() == 1

    def test_a_request_too_long_is_cut_off(self, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(uploads, "LONGEST_REQUEST", 100_000)
        person.post("/come-forward/", {"step": "preview", "what": "x", "files": upload(b"a" * 200_000)})
        assert person.status == 400 and not Attachment.internal.exists()

    def test_a_full_store_still_takes_words(self, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("peelian.intake.submission.MOST_STORED", 10)
        page = person.preview("kept words", files=upload(jpeg()))
        assert "cannot take more files" in page and "kept words" in page
        person.report()
        assert Report.internal.count() == 1

    def test_no_file_is_written_to_the_disk(self, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object, **__: object) -> NoReturn:
            raise AssertionError("an upload was written to the disk")

        monkeypatch.setattr(uploadhandler.TemporaryFileUploadHandler, "new_file", refuse)
        monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
        monkeypatch.setattr(tempfile, "mkstemp", refuse)
        person.report(files=upload(b"evidence " * 500_000))
        assert Attachment.internal.count() == 1
