"""Sealing anew on the recipient's own machine: a file of work goes out, a file of done work comes back. No Django.

The server that wrote the work may have been broken into: it could name its own key among those to seal to. So the
person compares the keys' fingerprints before anything is opened, and the extra key of a source is taken only for
what says inside its seal that it is a reply: an old account cannot be passed off as one.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from peelian.documents.package import DAMAGED_ZIP
from peelian.intake import crypto
from peelian.intake.crypto import CannotOpen, CannotSeal, Identity
from peelian.intake.envelope import Damaged, unpack

WORK: Final = "peelian-intake-rotation/1"
DONE: Final = "peelian-intake-rotation-done/1"
_LARGEST_MANIFEST = 50 * 1024 * 1024
_LARGEST_SEAL = 64 * 1024 * 1024


class NotWork(ValueError):
    """The file is none of ``rotate --export`` (or of ``reseal``), or is damaged. The message says which."""


@dataclass(frozen=True, slots=True)
class Resealed:
    """One row of a done file: which, under which keys, and its fields: hash of the old seal, the new seal."""

    table: str
    pk: str
    sealed_for: str
    fields: dict[str, tuple[str, bytes]]


def reseal(sealed: bytes, keys: Sequence[str], source_key: str, identities: Sequence[Identity]) -> bytes:
    """``sealed``, opened and sealed to ``keys``, and to ``source_key`` if it is a reply.

    Raises CannotOpen if no identity opens it, or if a source's key is asked for on what is no reply; CannotSeal.
    """
    opened = crypto.unseal(sealed, identities)
    if source_key:
        try:
            is_reply = unpack(opened).labels.get("side") == "reply"
        except Damaged:
            is_reply = False
        if not is_reply:
            raise CannotOpen("A source's key was named for something that is no reply. It was left as it is.")
        return crypto.seal(opened, [*keys, source_key])
    return crypto.seal(opened, keys)


def digest(sealed: bytes) -> str:
    """What names a seal: it is replaced only if it is still the one that was taken out."""
    return hashlib.sha256(sealed).hexdigest()


def keys_named(path: Path) -> list[str]:
    """The keys that a file of work would seal to, for comparing their fingerprints. Raises NotWork.

    Sources' own keys, one for each reply, are not among them.
    """
    with _opened(path) as packed:
        manifest = _manifest(packed, path, WORK)
        return sorted({str(key) for row in manifest["rows"] for key in row["keys"]})


def do_work(path: Path, out: Path, identities: Sequence[Identity], allowed: Sequence[str]) -> tuple[int, int]:
    """Do the work of ``path`` into the new file ``out``; return how many rows were done and how many not opened.

    A row that names a key outside ``allowed`` raises NotWork. Raises OSError for the files.
    """
    try:
        return _do(path, out, identities, allowed)
    except NotWork:
        out.unlink(missing_ok=True)
        raise


def _do(path: Path, out: Path, identities: Sequence[Identity], allowed: Sequence[str]) -> tuple[int, int]:
    done: list[dict[str, Any]] = []
    closed = 0
    with _opened(path) as packed, out.open("xb") as file, zipfile.ZipFile(file, "w") as made:
        for row in _manifest(packed, path, WORK)["rows"]:
            try:
                keys, source_key = [str(key) for key in row["keys"]], str(row["source_key"])
                if not set(keys) <= set(allowed):
                    raise NotWork(f"{path} names a key that was not compared.")
                fields = {}
                for name, member in row["fields"].items():
                    old = _take(packed, member)
                    fields[name] = (digest(old), reseal(old, keys, source_key, identities))
            except (CannotOpen, CannotSeal):
                closed += 1
                continue
            except (KeyError, TypeError, AttributeError):
                raise NotWork(f"{path} is damaged.") from None
            told = {}
            for name, (old_digest, new) in fields.items():
                member = f"{len(done)}-{name}.age"
                made.writestr(zipfile.ZipInfo(member), new)
                told[name] = {"old": old_digest, "sealed": member}
            everyone = [*keys, source_key] if source_key else keys
            done.append(
                {
                    "table": str(row["table"]),
                    "pk": str(row["pk"]),
                    "sealed_for": crypto.sealed_for(everyone),
                    "fields": told,
                }
            )
        made.writestr(zipfile.ZipInfo("manifest.json"), json.dumps({"format": DONE, "rows": done}))
    return len(done), closed


def read_done(path: Path) -> Iterator[Resealed]:
    """The rows of a done file. Raises NotWork."""
    with _opened(path) as packed:
        try:
            for row in _manifest(packed, path, DONE)["rows"]:
                fields = {
                    str(name): (str(told["old"]), _take(packed, told["sealed"]))
                    for name, told in row["fields"].items()
                }
                yield Resealed(str(row["table"]), str(row["pk"]), str(row["sealed_for"]), fields)
        except (KeyError, TypeError, AttributeError):
            raise NotWork(f"{path} is damaged.") from None


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except DAMAGED_ZIP:
        raise NotWork(f"{path} is no file of `peelian intake rotate` or `reseal`.") from None


def _manifest(packed: zipfile.ZipFile, path: Path, wanted: str) -> dict[str, Any]:
    try:
        with packed.open("manifest.json") as stream:
            manifest = json.loads(stream.read(_LARGEST_MANIFEST))
        if manifest["format"] == wanted:
            return dict(manifest)
    except (KeyError, TypeError, *DAMAGED_ZIP):
        pass
    raise NotWork(f"{path} is not what is expected here ({wanted}), or is damaged.")


def _take(packed: zipfile.ZipFile, name: str) -> bytes:
    try:
        with packed.open(name) as stream:
            content = stream.read(_LARGEST_SEAL + 1)
    except DAMAGED_ZIP:
        raise NotWork(f"{name} is damaged.") from None
    if len(content) > _LARGEST_SEAL:
        raise NotWork(f"{name} is larger than anything that Peelian seals.")
    return content
