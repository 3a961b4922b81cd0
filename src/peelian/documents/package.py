"""ZIP packages of XML (DOCX, ODT): checked before any library parses them.

A part that declares a document type is refused: entities are the way to expansion ("billion laughs")
and to other files, and no word processor writes one. Sizes are bounded before anything is unpacked.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from peelian.documents.errors import Broken, Encrypted, TooLarge

if TYPE_CHECKING:
    from lxml import etree

#: Most bytes that all parts of a package may have when unpacked.
MAX_UNPACKED = 300_000_000
#: Most times that a part of over a megabyte may grow when unpacked. Word processors reach 30 at most.
MAX_RATIO = 200
#: What `zipfile` raises for an archive, and for a member, that is damaged or made to do harm (unknown methods are RuntimeErrors).
DAMAGED_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    OSError,
    ValueError,
)
_DECLARED = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.I)


def open_package(data: bytes, origin: str) -> zipfile.ZipFile:
    """Return the opened package after checks of its sizes.

    Raises:
        Broken: it is no ZIP file, or one that is damaged.
        Encrypted: a part has a password.
        TooLarge: unpacked it would pass `MAX_UNPACKED` or `MAX_RATIO`.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED_ZIP as error:
        raise Broken(origin, "the file's ZIP package is damaged") from error
    total = 0
    for part in package.infolist():
        total += part.file_size
        if part.flag_bits & 1:
            raise Encrypted(origin, "the file is protected by a password")
        if total > MAX_UNPACKED or is_bomb(part):
            raise TooLarge(origin, "the file would unpack to far more than a document holds (a zip bomb)")
    return package


def is_bomb(member: zipfile.ZipInfo) -> bool:
    """Tell whether a member grows, unpacked, as no document does."""
    return member.file_size > 1_000_000 and member.file_size > MAX_RATIO * max(member.compress_size, 1)


def part_bytes(package: zipfile.ZipFile, name: str, origin: str) -> bytes:
    """Return one part, which `zipfile` never lets grow over the size that was checked.

    Raises:
        Broken: the part is missing or damaged.
    """
    try:
        return package.read(name)
    except (KeyError, *DAMAGED_ZIP) as error:
        raise Broken(origin, f"the part {name!r} of the file is missing or damaged") from error


def refuse_entities(package: zipfile.ZipFile, origin: str) -> None:
    """Raise Broken when an XML part declares a document type or entities."""
    for part in package.infolist():
        if part.filename.lower().endswith((".xml", ".rels")):
            data = part_bytes(package, part.filename, origin)
            if _DECLARED.search(_loosely(data)):
                raise Broken(
                    origin,
                    f"the part {part.filename!r} declares XML entities, which can hide an attack",
                    "If you trust it, open it in a word processor and save it anew.",
                )


def _loosely(data: bytes) -> str:
    """Decode XML so that its ASCII letters can be searched, whatever its encoding."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in data[:8]:
        return data.replace(b"\x00", b"").decode("latin-1")
    return data.decode("latin-1")


def parse_xml(data: bytes, origin: str) -> etree._Element:
    """Parse one XML part without entities, network or huge trees.

    Raises:
        Broken: it is not well formed, or nested too deeply.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(data, parser=parser)
    except etree.XMLSyntaxError as error:
        raise Broken(origin, f"its XML is damaged ({error.msg})") from error
