"""Sealed reports in one file, to be carried to the recipient's own machine and opened there, without the server.

A ZIP: ``manifest.json`` (handles, states, days: what the server knows anyway) and the seals, each an age file that
the ``age`` tool opens too. Reading needs no Django and no network.
"""

from __future__ import annotations

import datetime
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from peelian.documents.package import DAMAGED_ZIP
from peelian.intake.crypto import Identity

if TYPE_CHECKING:
    from peelian.intake.models import Report
    from peelian.intake.opening import OpenedMessage

FORMAT = "peelian-intake-bundle/1"
_MOST_MEMBERS = 100_000
_LARGEST_MANIFEST = 50 * 1024 * 1024
_LARGEST_SEAL = 64 * 1024 * 1024


class NotABundle(ValueError):
    """The file is no bundle, or is damaged. The message says which."""


@dataclass(frozen=True, slots=True)
class BundledReport:
    """A report as a bundle tells it, its messages opened."""

    handle: str
    state: str
    received_on: str
    case: str
    messages: tuple[OpenedMessage, ...]


def write_bundle(reports: Iterable[Report], out: IO[bytes]) -> int:
    """Write the seals of ``reports`` to ``out``; return how many reports."""
    from peelian.intake.models import Attachment, Message

    listed: list[dict[str, Any]] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for report in reports:
            told: dict[str, Any] = {
                "handle": report.handle,
                "state": report.state,
                "received_on": report.received_on.isoformat(),
                "case": report.case_public_id,
                "messages": [],
            }
            for message in Message.internal.filter(report=report).order_by("number"):
                name = f"{report.handle}/{message.number}.age"
                packed.writestr(_member(name), bytes(message.sealed))
                files = []
                for held in Attachment.internal.filter(message=message).order_by("number").iterator(1):
                    file = f"{report.handle}/{message.number}-file-{held.number}.age"
                    packed.writestr(_member(file), bytes(held.sealed))
                    files.append({"number": held.number, "sealed": file})
                told["messages"].append(
                    {
                        "number": message.number,
                        "direction": message.direction,
                        "day": message.sent_on.isoformat(),
                        "sealed": name,
                        "files": files,
                    }
                )
            listed.append(told)
        manifest = {"format": FORMAT, "reports": listed}
        packed.writestr(_member("manifest.json"), json.dumps(manifest, indent=1))
    return len(listed)


def read_bundle(path: Path, identities: Sequence[Identity], only: str = "") -> list[BundledReport]:
    """The reports of the bundle at ``path`` (or the one named ``only``), opened. Raises NotABundle."""
    from peelian.intake.opening import open_message

    try:
        with zipfile.ZipFile(path) as packed:
            if len(packed.infolist()) > _MOST_MEMBERS:
                raise NotABundle(f"{path} holds more files than any bundle.")
            manifest = json.loads(_take(packed, "manifest.json", _LARGEST_MANIFEST))
            if manifest["format"] != FORMAT:
                raise NotABundle(f"{path} is of a format that this version does not read.")
            return [
                BundledReport(
                    str(told["handle"]),
                    str(told["state"]),
                    str(told["received_on"]),
                    str(told["case"]),
                    tuple(
                        open_message(
                            int(message["number"]),
                            message["direction"] == "source",
                            datetime.date.fromisoformat(message["day"]),
                            _take(packed, message["sealed"], _LARGEST_SEAL),
                            [
                                (int(file["number"]), _take(packed, file["sealed"], _LARGEST_SEAL))
                                for file in message["files"]
                            ],
                            identities,
                        )
                        for message in told["messages"]
                    ),
                )
                for told in manifest["reports"]
                if not only or told["handle"] == only
            ]
    except (KeyError, TypeError, *DAMAGED_ZIP) as error:
        if isinstance(error, NotABundle):
            raise
        raise NotABundle(f"{path} is no bundle of `peelian intake export`, or is damaged.") from None


def _member(name: str) -> zipfile.ZipInfo:
    """A member without a time of day."""
    return zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))


def _take(packed: zipfile.ZipFile, name: str, most: int) -> bytes:
    with packed.open(name) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise NotABundle(f"{name} is larger than anything that Peelian seals.")
    return content
