"""ZIP: members read in memory, one after the other. Nothing is ever written to disk."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from peelian.documents.errors import Broken, DocumentError, Encrypted, TooLarge
from peelian.documents.package import DAMAGED_ZIP, is_bomb

#: Archives in archives, the outermost counted: deeper ones are not opened.
MAX_DEPTH = 3
#: Most members of one ZIP, and most bytes that all of them may have when unpacked.
MAX_MEMBERS = 20_000
MAX_TOTAL_BYTES = 1_000_000_000
_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


class Member(NamedTuple):
    """A file in an archive: its name there (only a label, never a path to write to) and its bytes."""

    name: str
    data: bytes


def members(archive: zipfile.ZipFile, *, origin: str, max_bytes: int) -> Iterator[Member | DocumentError]:
    """Yield the files of a ZIP in their order there; one that cannot be read is yielded as its error.

    Folders and what operating systems leave in archives are passed over.
    """
    listed = [
        member for member in archive.infolist() if not member.is_dir() and not _is_litter(member.filename)
    ]
    if len(listed) > MAX_MEMBERS:
        yield TooLarge(
            origin, f"the archive has {len(listed):,} files; only the first {MAX_MEMBERS:,} are read"
        )
    total = 0
    for member in listed[:MAX_MEMBERS]:
        place = f"{origin}!{member.filename}"
        if member.flag_bits & 1:
            yield Encrypted(place, "the file is protected by a password")
            continue
        if is_bomb(member):
            yield TooLarge(place, "it would unpack to far more than a document holds (a zip bomb)")
            continue
        if member.file_size > max_bytes:
            yield TooLarge(place, f"it has {member.file_size:,} bytes, more than {max_bytes:,}")
            continue
        total += member.file_size
        if total > MAX_TOTAL_BYTES:
            yield TooLarge(
                origin, f"the archive unpacks to over {MAX_TOTAL_BYTES:,} bytes; the rest was not read"
            )
            return
        try:
            data = archive.read(member)
        except DAMAGED_ZIP as error:
            yield Broken(place, f"the archive is damaged here ({error or type(error).__name__})")
            continue
        yield Member(member.filename, data)


def _is_litter(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith("._") or name.endswith(_LITTER)


def climbs(name: str) -> bool:
    """Tell whether a member's name would leave the folder it were unpacked to (``../../etc/passwd``)."""
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or (len(parts[0]) == 2 and parts[0].endswith(":"))
