"""E-mail: text before HTML, headers as metadata, attachments as documents."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from test_office import docx_bytes

from peelian.documents import Document, Failure, SeveralDocuments, load, load_all

TEXT = "PC 4411 Ada Brontley was dismissed.\nShe was fined £140.\n"


def message(text: str | None = TEXT, html: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Westshire Police News <news@westshire.example>"
    mail["To"] = "desk@chronicle.example"
    mail["Subject"] = "Officer dismissed – outcome"
    mail["Date"] = "Thu, 11 Apr 2024 23:30:00 +0100"
    if text is not None:
        mail.set_content(text)
    if html is not None:
        (mail.add_alternative if text is not None else mail.set_content)(html, subtype="html")
    return mail


def test_text_is_preferred_and_headers_are_metadata() -> None:
    document = load(message(html="<p>other words</p>").as_bytes(), name="alert.eml")
    assert document.text == TEXT
    assert (document.id, document.title, document.publisher) == (
        "alert",
        "Officer dismissed – outcome",
        "Westshire Police News",
    )
    assert document.published == "2024-04-11"  # the day where it was sent
    assert "not its HTML form" in document.notes[0]


def test_html_alone_is_read_whole() -> None:
    html = "<table><tr><td><table><tr><td><h1>News</h1><p>PC Vane was fined £140.</p></td></tr></table></td></tr></table>"
    assert load(message(None, html).as_bytes(), name="n.eml").text == "News\n\nPC Vane was fined £140.\n"


def test_attachments_are_documents_of_their_own() -> None:
    mail = message()
    mail.add_attachment(
        docx_bytes(), maintype="application", subtype="octet-stream", filename="Notice ä.docx"
    )
    mail.add_attachment(
        b"\x89PNG\r\n\x1a\n" + bytes(100), maintype="image", subtype="png", filename="photo.png"
    )
    mail.add_attachment(message("Forwarded words of PC Quill.\n"))
    found = list(load_all(mail.as_bytes(), name="alert.eml"))
    assert [type(item) for item in found] == [Document, Document, Failure, Document]
    notice, failure, forwarded = found[1], found[2], found[3]
    assert isinstance(notice, Document) and notice.id == "Notice-a"
    assert notice.origin == "alert.eml!Notice ä.docx"
    assert isinstance(failure, Failure) and failure.kind == "Unsupported" and "image/png" in failure.cause
    assert isinstance(forwarded, Document) and forwarded.text == "Forwarded words of PC Quill.\n"
    with pytest.raises(SeveralDocuments, match="load_all"):
        load(mail.as_bytes(), name="alert.eml")


def test_windows_1252_and_missing_headers() -> None:
    data = b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=windows-1252\n\nfined \xa3140 \x96 twice\n"
    document = load(data, name="x.eml")
    assert document.text == "fined £140 – twice\n"
    assert (document.published, document.publisher) == (None, None)


def test_a_letter_in_a_text_file_is_no_mail() -> None:
    data = b"From: the Chief Constable\nTo: all officers\nDate: 3 May\n\nPC Vane was dismissed.\n"
    assert load(data, name="letter.txt").text == data.decode()


@pytest.mark.parametrize("date", ["", "tomorrow", "Thu, 99 Foo 2024", "-1"])
def test_bad_dates_are_none(date: str) -> None:
    data = f"From: a@b.example\nTo: c@d.example\nSubject: x\nDate: {date}\n\nwords here\n".encode()
    assert load(data, name="x.eml").published is None
