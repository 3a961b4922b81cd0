"""The files of a posted form: told by their bytes, cleaned if asked, each refusal in words for the person."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from django.http import HttpRequest

from peelian.intake import cleaning, filetypes
from peelian.intake.submission import Upload
from peelian.intake.uploads import InMemory


@dataclass(slots=True)
class Incoming:
    """What is taken, what is to be said about each taken file, and what was refused and why."""

    taken: list[Upload] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def gather(request: HttpRequest, handler: InMemory) -> Incoming:
    """The files of ``request``. One that cannot be cleaned though it was asked for is refused, never sent as it is."""
    found = Incoming()
    wanted = request.POST.get("clean") == "on"
    until = time.monotonic() + cleaning.SECONDS
    for number, file in enumerate(request.FILES.getlist("files"), 1):
        content = file.read()
        try:
            kind = filetypes.kind_of(content)
            if not wanted:
                found.taken.append(Upload(content, kind, file.name or ""))
                found.notes.append(f"File {number}: {kind.name}, as it is, with any hidden data.")
                continue
            left = until - time.monotonic()
            if left <= 0:
                raise cleaning.CannotClean(
                    "There was no time left for this file. Send it with the next message."
                )
            clean = cleaning.clean(content, kind, left)
            found.taken.append(Upload(clean, filetypes.kind_of(clean), "", cleaned=True))
            found.notes.append(f"File {number}: {kind.name}, hidden data taken out as far as we can.")
        except filetypes.NotTaken as refusal:
            found.refused.append(f"File {number} was left out. {refusal}")
        except cleaning.CannotClean as refusal:
            found.refused.append(
                f"File {number} was left out. {refusal} If you want to send it as it is, take the tick away and choose it again."
            )
    if handler.left_out:
        found.refused.append(
            "A file was left out: too many at once, or too large. Send it with a further message."
        )
    return found
