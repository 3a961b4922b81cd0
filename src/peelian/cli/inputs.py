"""Paths, folders, globs and addresses as a list of sources, in a fixed order, each with its id.

The id is the file's stem. Where stems clash it is the path, from the folder that all have in common.
"""

# Places stay strings: there may be a hundred thousand of them.
# ruff: noqa: PTH100, PTH112, PTH113, PTH118, PTH119, PTH120, PTH122, PTH207

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

#: In a folder these are no documents but what lies about them: page furniture, media, data, code.
#: A file that is named itself is always tried.
NO_DOCUMENTS: Final = frozenset(
    ".css .js .mjs .map .woff .woff2 .ttf .otf .eot .ico .svg .png .jpg .jpeg .gif .webp .avif .bmp "
    ".mp3 .mp4 .m4a .m4v .ogg .wav .webm .mov .avi .json .jsonl .ndjson .xml .rss .atom .yaml .yml .toml "
    ".ini .cfg .lock .py .pyc .sh .sql .db .sqlite .sqlite3 .parquet .arrow .progress .bak .tmp".split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """One file or address to be read. ``skip`` documents of it are in the output already."""

    id: str
    place: str
    skip: int = 0

    @property
    def is_url(self) -> bool:
        """Whether it is to be fetched."""
        return is_url(self.place)


@dataclass(slots=True)
class Inputs:
    """What the arguments name.

    ``places`` are files and addresses in order, each once; ``absent`` says, for an argument that names
    nothing, why; ``passed_over`` counts files of folders that are no documents, by extension.
    """

    places: list[str] = field(default_factory=list)
    absent: list[tuple[str, str]] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)

    def sources(self) -> Iterator[Source]:
        """Yield the sources in order, each with an id that no other has."""
        for id, place in zip(identities(self.places), self.places, strict=True):
            yield Source(id, place)


def is_url(argument: str) -> bool:
    """Whether an argument is written as a web address."""
    return argument.lower().startswith(("http://", "https://"))


def gather(arguments: Sequence[str], leave_out: Iterable[str] = ()) -> Inputs:
    """Find what ``arguments`` name: folders recursively, globs that the shell left alone, addresses.

    ``leave_out`` are files that are never taken (the output). Hidden files in folders are not either,
    and links to folders are not followed.
    """
    found = Inputs()
    seen = {os.path.realpath(path) for path in leave_out}
    for argument in arguments:
        if is_url(argument):
            _add(found, seen, argument, argument)
        elif os.path.isdir(argument):
            _add_folder(found, seen, argument)
        elif os.path.lexists(argument):
            _add(found, seen, argument, os.path.realpath(argument))
        elif glob.has_magic(argument):
            _add_matches(found, seen, argument)
        else:
            found.absent.append((argument, "there is no such file or folder"))
    return found


def _add(found: Inputs, seen: set[str], place: str, same: str) -> None:
    if same not in seen:
        seen.add(same)
        found.places.append(place)


def _add_file_of_folder(found: Inputs, seen: set[str], path: str) -> None:
    suffix = os.path.splitext(path)[1].lower()
    if suffix in NO_DOCUMENTS:
        found.passed_over[suffix] += 1
    elif os.path.isfile(path):
        _add(found, seen, path, os.path.realpath(path))


def _add_folder(found: Inputs, seen: set[str], folder: str) -> None:
    def closed(error: OSError) -> None:
        found.absent.append((str(error.filename), f"the folder cannot be opened ({error.strerror})"))

    before = len(found.places), sum(found.passed_over.values()), len(found.absent)
    for at, folders, names in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                _add_file_of_folder(found, seen, os.path.join(at, name))
    if (len(found.places), sum(found.passed_over.values()), len(found.absent)) == before:
        found.absent.append((folder, "there is no document in this folder"))


def _add_matches(found: Inputs, seen: set[str], pattern: str) -> None:
    matches = sorted(glob.glob(pattern, recursive=True))
    for path in matches:
        if not os.path.isdir(path):
            _add_file_of_folder(found, seen, path)
        elif "**" not in pattern:  # a recursive pattern comes to the files of a folder by itself
            _add_folder(found, seen, path)
    if not matches:
        found.absent.append((pattern, "no file matches this pattern"))


def identities(places: Sequence[str]) -> list[str]:
    """Give each place its id: its stem, or, where stems clash, its path without the common folder.

    Paths that differ in the extension only keep it. The ids are all different.
    """
    ids = [_text(_stem(place)) for place in places]
    common = None
    for way in (_without_extension, str):
        clash = {id for id, n in Counter(ids).items() if n > 1}
        if not clash:
            return ids
        common = _common_folder(places) if common is None else common
        for i, place in enumerate(places):
            if ids[i] in clash:
                ids[i] = place if is_url(place) else _text(way(_below(common, place)))
    return _numbered(ids)


def _stem(place: str) -> str:
    if is_url(place):
        from peelian.documents.contents import url_id

        return url_id(place)
    return os.path.splitext(os.path.basename(place))[0]


def _common_folder(places: Sequence[str]) -> str:
    """The folder that all files are in; nothing if they are on several drives."""
    folders = {os.path.dirname(os.path.abspath(place)) for place in places if not is_url(place)}
    try:
        return os.path.commonpath(folders) if folders else ""
    except ValueError:
        return ""


def _below(common: str, place: str) -> str:
    path = os.path.abspath(place)
    return (os.path.relpath(path, common) if common else path).replace(os.sep, "/")


def _without_extension(path: str) -> str:
    return os.path.splitext(path)[0]


def _text(name: str) -> str:
    """A file name as text: bytes in it that are no text are replaced."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _numbered(ids: list[str]) -> list[str]:
    """What still clashes gets a number, the first keeps its id."""
    taken: set[str] = set(ids)
    seen: set[str] = set()
    out = []
    for id in ids:
        unique, n = id, 1
        while unique in seen or (n > 1 and unique in taken):
            n += 1
            unique = f"{id}~{n}"
        seen.add(unique)
        out.append(unique)
    return out
