"""PDF with a text layer: words by pypdfium2, ruled tables by pdfplumber, order by `pdf_layout`,
paragraphs by `pdf_paragraphs`."""

from __future__ import annotations

import ctypes
import io
import re
import time
from typing import Any

from peelian.documents.contents import Contents, join_blocks, squeeze
from peelian.documents.errors import Broken, Empty, Encrypted, NoTextLayer, TooLarge
from peelian.documents.pdf_layout import Line, Word, read_lines
from peelian.documents.pdf_paragraphs import paragraphs, without_running_heads
from peelian.documents.plain import clean

#: Most pages that are read, characters on a page, seconds for one document, and pages with ruled tables.
MAX_PAGES = 2000
MAX_PAGE_CHARACTERS = 200_000
MAX_SECONDS = 120.0
MAX_TABLE_PAGES = 100
_MAX_RULES = 3000  # lines drawn on a page; a map has more, a table never
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-"}
_WORTHLESS_TITLE = re.compile(
    r"microsoft word|untitled|\.(?:docx?|pdf|indd|rtf|odt)$|^\(?anonymous\)?$|^document\d*$", re.I
)


def read_pdf(data: bytes, *, origin: str = "document") -> Contents:
    """Return the text of a PDF: columns of prose one after the other, table rows as lines.

    Cells of a row are joined by `` | ``. Hyphens at line ends are undone and wrapped lines joined;
    list items, ``Label: value`` lines and headings stay on their own. Title from the document's
    properties when it is one. The file's date is not the date of publication and is not used.

    Raises:
        Encrypted: it needs a password.
        NoTextLayer: its pages are pictures.
        Broken: pdfium cannot open it.
        TooLarge: over `MAX_PAGES` pages or `MAX_SECONDS` seconds.
        Empty: it has no words and no pictures.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Encrypted(origin, "the PDF is protected by a password") from error
        raise Broken(origin, f"the PDF is damaged ({str(error).rstrip('.')})") from error
    try:
        if count > MAX_PAGES:
            raise TooLarge(origin, f"the PDF has {count:,} pages, more than {MAX_PAGES:,}")
        return _read(document, data, count, origin)
    finally:
        document.close()


def _read(document: Any, data: bytes, count: int, origin: str) -> Contents:
    import pypdfium2

    began = time.monotonic()
    tables = _Tables(data)
    pages: list[list[Line]] = []
    heights: list[float] = []
    blank: list[int] = []
    broken: list[int] = []
    for number in range(count):
        if time.monotonic() - began > MAX_SECONDS:
            raise TooLarge(
                origin,
                f"the PDF takes over {MAX_SECONDS:.0f} seconds to read",
                "Divide it, or print it anew.",
            )
        try:
            page = document[number]
            width, height = page.get_size()
            words = _words(page, height)
        except pypdfium2.PdfiumError:
            broken.append(number + 1)
            continue
        images, rules = _objects(page)
        if sum(len(word.text) for word in words) < 10 and images:
            blank.append(number + 1)
        rows: list[Line] = []
        if words and 4 <= rules <= _MAX_RULES and time.monotonic() - began < MAX_SECONDS / 2:
            words, rows = tables.read(number, words, width)
        pages.append(read_lines(words, rows, height=height))
        heights.append(height)
        page.close()
    tables.close()
    letters = sum(len(line.text) for lines in pages for line in lines)
    if letters < 10 * max(len(blank), 1) and blank and len(blank) >= 0.8 * count:
        raise NoTextLayer(origin, "the PDF has no text layer: its pages are pictures (a scan)")
    if broken and len(broken) == count:
        raise Broken(origin, "none of the PDF's pages can be read")
    pages, running = without_running_heads(pages, heights)
    text, cleaned = clean(join_blocks(paragraphs(pages)))
    if not text.strip():
        raise Empty(origin, "the PDF has no words")
    notes: list[str] = []
    if blank:
        notes.append(f"no text layer on page {_numbers(blank)} (a scan?): not read")
    if broken:
        notes.append(f"page {_numbers(broken)} damaged: not read")
    if running:
        notes.append(f"page numbers and running heads cut ({running})")
    notes += tables.notes
    return Contents(text, title=_title(document), notes=(*notes, *cleaned))


def _numbers(pages: list[int]) -> str:
    return ", ".join(map(str, pages[:10])) + (f" and {len(pages) - 10} more" if len(pages) > 10 else "")


def _title(document: Any) -> str | None:
    title = clean(squeeze(document.get_metadata_dict().get("Title") or ""))[0]
    return title if title and not _WORTHLESS_TITLE.search(title) else None


def _words(page: Any, height: float) -> list[Word]:
    """Return the words of a page with their boxes, from the top left."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    try:
        total = min(textpage.count_chars(), MAX_PAGE_CHARACTERS)
        rect = raw.FS_RECTF()
        words: list[Word] = []
        letters: list[str] = []
        box = [0.0, 0.0, 0.0, 0.0]

        def end() -> None:
            if letters:
                words.append(Word("".join(letters), box[0], height - box[3], box[2], height - box[1]))
                letters.clear()

        for index in range(total):
            code = raw.FPDFText_GetUnicode(textpage, index)
            if code in {0x20, 0x0D, 0x0A, 0x09, 0xA0, 0} or 0xD800 <= code <= 0xDFFF:
                end()
                continue
            if not raw.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(rect)):
                end()
                continue
            x0, y0, x1, y1 = rect.left, rect.bottom, rect.right, rect.top
            size = max(y1 - y0, 1.0)
            if letters and (
                x0 - box[2] > 0.3 * size or x0 < box[2] - 0.6 * size or abs(y0 - box[1]) > 0.5 * size
            ):
                end()
            box = [box[0], min(box[1], y0), max(box[2], x1), max(box[3], y1)] if letters else [x0, y0, x1, y1]
            letters.append(_HYPHENS.get(code) or chr(code))
        end()
        return words
    finally:
        textpage.close()


def _objects(page: Any) -> tuple[int, int]:
    """Return how many pictures and how many drawn paths a page has (counted up to `_MAX_RULES`)."""
    from pypdfium2 import raw

    images = paths = 0
    for index, item in enumerate(page.get_objects(max_depth=3)):
        images += item.type == raw.FPDF_PAGEOBJ_IMAGE
        paths += item.type == raw.FPDF_PAGEOBJ_PATH
        if index > 5 * _MAX_RULES or paths > _MAX_RULES:
            break
    return images, paths


class _Tables:
    """Reads the ruled tables of pages; opens pdfplumber only when a page has rules."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdf: Any = None
        self._pages = 0
        self.notes: list[str] = []

    def read(self, number: int, words: list[Word], width: float) -> tuple[list[Word], list[Line]]:
        """Return the words of a page outside its tables, and the tables' rows as lines."""
        self._pages += 1
        if self._pages > MAX_TABLE_PAGES:
            if self._pages == MAX_TABLE_PAGES + 1:
                self.notes.append(f"ruled tables after page {number} read by position only")
            return words, []
        try:
            found = self._found(number)
        except Exception:  # pdfminer has no error tree; the words are read without the rules
            self.notes.append(f"tables of page {number + 1} read by position only")
            return words, []
        rows: list[Line] = []
        for box, cells in found:
            inside = [word for word in words if _within(word, box)]
            lines = _table_lines(cells, box, width)
            if len(cells) < 1 or max(map(len, cells)) < 2 or not _same_letters(inside, lines):
                continue
            words = [word for word in words if not _within(word, box)]
            rows += lines
        return words, rows

    def _found(self, number: int) -> list[tuple[tuple[float, float, float, float], list[list[str | None]]]]:
        import pdfplumber

        if self._pdf is None:
            self._pdf = pdfplumber.open(io.BytesIO(self._data))
        page = self._pdf.pages[number]
        tables = [(table.bbox, table.extract()) for table in page.find_tables()]
        page.close()
        return tables

    def close(self) -> None:
        if self._pdf is not None:
            self._pdf.close()


def _within(word: Word, box: tuple[float, float, float, float]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _table_lines(
    cells: list[list[str | None]], box: tuple[float, float, float, float], width: float
) -> list[Line]:
    """Return a table's rows as lines; a cell's own lines are joined, merged cells given once."""
    step = (box[3] - box[1]) / max(len(cells), 1)
    lines = []
    for index, row in enumerate(cells):
        texts = [squeeze(re.sub(r"(?<=[a-z])-\n(?=[a-z])", "-", cell)) for cell in row if cell is not None]
        if any(texts):
            top = box[1] + index * step
            lines.append(
                Line(" | ".join(texts), box[0], top, box[2], top + min(step, 12.0), width, fixed=True)
            )
    return lines


def _same_letters(words: list[Word], lines: list[Line]) -> bool:
    """Tell whether a table as read holds all the letters that stand inside its rules."""
    inside = sorted("".join(re.findall(r"\w", "".join(word.text for word in words))))
    read = sorted("".join(re.findall(r"\w", "".join(line.text for line in lines))))
    return bool(read) and inside == read
