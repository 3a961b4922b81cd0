"""Taking hidden data out of files: what camera, where, whose computer. In a process of its own.

``clean`` (the server's side) starts ``python -m peelian.intake.cleaning`` with limits on memory, time and files and
no environment: pictures and PDF are opened by large programs in C, on bytes from strangers. It is a bound, not a
sandbox. What cleaning cannot do (a face, a watermark, a camera's own noise) the form says.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import zipfile

from peelian.intake.filetypes import Kind

#: A picture of more points than this is not opened: a few bytes can claim millions.
MOST_PIXELS = 50_000_000
MOST_PAGES = 100
MOST_MEMBERS = 2_000
MOST_UNPACKED = 100 * 1024 * 1024
_PAGE_PIXELS = 2_200  # the longer side of a page made into a picture: A4 at some 190 dpi
#: A server's worker is stopped after 30 seconds: all files of one form have to be done before.
SECONDS = 20
_MEMORY = 2 * 1024**3

_EMPTY_PARTS = {
    "docProps/core.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What Word writes at a comment or a tracked change, and for itself: who, when, in which session.
_TELLING = {f"{_W}{name}" for name in ("author", "initials", "date")}


class CannotClean(Exception):
    """Hidden data cannot be taken out of this file. The message is for the person."""


def clean(content: bytes, kind: Kind, seconds: float = SECONDS) -> bytes:
    """``content`` without hidden data, as far as we can for its ``kind``, within ``seconds``. Raises CannotClean.

    Pictures are drawn anew; the pages of a PDF become pictures; a Word document loses its properties, its
    thumbnail, the names and times at comments and changes, and its pictures are drawn anew.
    """
    if kind.cleaned == "nothing_in_it":
        return content
    if kind.cleaned == "none":
        raise CannotClean(f"We cannot take hidden data out of {kind.name} of this kind ({kind.extension}).")
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own module, no shell
            [sys.executable, "-m", "peelian.intake.cleaning", kind.cleaned],
            input=content,
            capture_output=True,
            timeout=seconds,
            env={"PYTHONPATH": ":".join(path for path in sys.path if path), "PYTHONDONTWRITEBYTECODE": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CannotClean("Taking out hidden data took too long for this file.") from None
    if done.returncode != 0 or not done.stdout:
        raise CannotClean("This file is damaged or unusual: hidden data could not be taken out.")
    return done.stdout


def clean_image(content: bytes) -> bytes:
    """A picture, drawn anew from its points alone; upright, first frame, no EXIF, no profile, no tail."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise CannotClean("too many points")
        kind = {"PNG": "PNG", "WEBP": "WEBP"}.get(opened.format or "", "JPEG")
        upright = ImageOps.exif_transpose(opened)
        clear = "A" in upright.getbands() or "transparency" in upright.info
        plain = upright.convert("RGBA" if clear and kind != "JPEG" else "RGB")
    out = io.BytesIO()
    Image.frombytes(plain.mode, plain.size, plain.tobytes()).save(out, kind, quality=90)
    return out.getvalue()


def clean_pdf(content: bytes) -> bytes:
    """A PDF of pictures of the pages: no text layer, no properties, no notes, no scripts, no attached files."""
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument(content)
    if not 0 < len(document) <= MOST_PAGES:
        raise CannotClean("too many pages")
    pages: list[Image.Image] = []
    for page in document:
        longer = max(page.get_size())
        if not 1 <= longer <= 15_000:
            raise CannotClean("a page of no real size")
        picture = page.render(scale=min(_PAGE_PIXELS / longer, 4.0), may_draw_forms=False).to_pil()
        squeezed = io.BytesIO()
        picture.convert("RGB").save(squeezed, "JPEG", quality=80)
        pages.append(Image.open(squeezed, formats=("JPEG",)))
        page.close()
    out = io.BytesIO()
    pages[0].save(
        out, "PDF", save_all=True, append_images=pages[1:], resolution=190, creationDate=None, modDate=None
    )
    return out.getvalue()


def clean_docx(content: bytes) -> bytes:
    """A Word document with empty properties, nameless comments and changes, and pictures drawn anew."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as packed,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        members = packed.infolist()
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
            raise CannotClean("too large inside")
        left = MOST_UNPACKED
        for member in members:
            with packed.open(member) as stream:
                body = stream.read(left + 1)
            left -= len(body)
            if left < 0:
                raise CannotClean("too large inside")
            kept = _clean_part(member.filename, body)
            if kept is not None:
                made.writestr(zipfile.ZipInfo(member.filename), kept, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _clean_part(name: str, body: bytes) -> bytes | None:
    """One member of a Word document, cleaned; None for one that goes."""
    if name in _EMPTY_PARTS:
        return _EMPTY_PARTS[name]
    lower = name.casefold()
    if lower.startswith(("docprops/", "customxml/")) or lower.endswith("people.xml"):
        return None
    if lower == "_rels/.rels" or lower == "[content_types].xml" or lower.endswith((".xml", ".rels")):
        return _clean_xml(lower, body)
    if lower.endswith((".jpg", ".jpeg", ".png", ".webp")):
        return clean_image(body)
    if lower.startswith("word/embeddings/") or lower.endswith(".bin"):
        raise CannotClean("another file is embedded")
    return body


def _clean_xml(name: str, body: bytes) -> bytes:
    """An XML part without names, times and session marks, and without ways to the parts that went."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise CannotClean("a document type is declared")
    root = etree.fromstring(body, parser)
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        for attribute in list(element.attrib):
            local = str(attribute).rpartition("}")[2]
            if attribute in _TELLING:
                element.set(attribute, "" if not str(attribute).endswith("date") else "2000-01-01T00:00:00Z")
            elif local.startswith("rsid"):
                del element.attrib[attribute]
        parent = element.getparent()
        if parent is None:
            continue
        way = element.get("Target", "") or element.get("PartName", "")
        gone = any(part in way.casefold() for part in ("thumbnail", "customxml/", "people.xml"))
        if gone or element.tag in (f"{_W}rsids", f"{_W}attachedTemplate"):
            parent.remove(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


_WAYS = {"image": clean_image, "pdf": clean_pdf, "docx": clean_docx}


def _main() -> int:
    """The process: the file on stdin, the cleaned one on stdout. Never a word of what went wrong."""
    for limit, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_AS, _MEMORY),
    ):
        resource.setrlimit(limit, (value, value))
    try:
        made = _WAYS[sys.argv[1]](sys.stdin.buffer.read())
    except Exception:  # a stranger's bytes: whatever they break, the answer is the same and says nothing
        return 3
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(_main())
