"""What an output holds already: a small file beside it, so that an interrupted run goes on.

``OUTPUT.progress`` has one line of JSON for the run, then one for each document written and one for
each source that is whole, with the byte of the output at which it ends. A line is written after the
bytes that it tells of: what the journal says is in the output, is. What lies behind the last such byte
is cut off when the run goes on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from peelian import __version__
from peelian.cli.exits import NOT_WRITTEN, USAGE, Stop
from peelian.cli.inputs import Source
from peelian.cli.work import Plan, fingerprint

READER = f"peelian {__version__}"


@dataclass(slots=True)
class Done:
    """What a journal tells: sources that are whole, documents of one that is not, and where they end."""

    whole: set[tuple[str, str]] = field(default_factory=set)
    begun: tuple[str, int] | None = None  # a source's place, and how many of its documents are written
    end: int = 0  # bytes of the output
    count: int = 0  # documents in the output
    finished: bool = False
    bytes: int = 0  # of the journal itself, up to its last good line


def path_of(output: Path) -> Path:
    """The journal of an output."""
    return output.with_name(output.name + ".progress")


def _header(plan: Plan) -> dict[str, Any]:
    return {"progress": 1, "reader": READER, "format": plan.format, "published": plan.published}


class Journal:
    """The journal of a run: what was done when it began, and what is done since."""

    def __init__(self, output: Path, plan: Plan, resume: bool) -> None:
        """Begin a journal, or go on with the one that is there.

        Raises Stop if there is an interrupted run and ``resume`` is not given, or if the output
        there was made by another reader, in another format or with another date, or is not ours.
        """
        self.path = path_of(output)
        self.done = Done()
        try:
            if output.exists() and (resume or self.path.exists()):
                self.done = self._look_back(output, plan, resume)
            self.stream: IO[bytes] = self.path.open("r+b" if self.done.bytes else "wb", buffering=0)
            self.stream.truncate(self.done.bytes)
            self.stream.seek(self.done.bytes)
        except OSError as error:
            raise Stop(f"{self.path} could not be opened: {error.strerror}.", NOT_WRITTEN) from error
        if not self.done.bytes:
            self._write(_header(plan))

    def holds(self, source: Source) -> bool:
        """Whether the output holds a source: an address by itself, a file by its bytes."""
        if not self.done.whole:
            return False
        print_ = "" if source.is_url else fingerprint(source.place)
        return (source.place if source.is_url else source.id, print_) in self.done.whole

    def skip(self, source: Source) -> int:
        """How many documents of a source the output holds, if it was begun and not ended."""
        place, count = self.done.begun or ("", 0)
        return count if source.place == place else 0

    def document(self, source: Source, number: int, count: int, end: int) -> None:
        """Note that the ``number``-th document of a source is written (or known not to be readable).

        ``count`` documents are in the output then, and fill its first ``end`` bytes.
        """
        self._write({"source": source.place, "document": number, "count": count, "end": end})

    def whole(self, source: Source, sha256: str, read: int, end: int) -> None:
        """Note that a source is done, and how many of its documents were read."""
        self._write({"id": source.id, "source": source.place, "sha256": sha256, "read": read, "end": end})

    def close(self, finished: bool) -> None:
        """End the journal; ``finished`` says that all sources were gone through."""
        if not self.stream.closed:
            if finished:
                self._write({"finished": True})
            self.stream.close()

    def _write(self, line: dict[str, Any]) -> None:
        try:
            self.stream.write(json.dumps(line).encode() + b"\n")
        except OSError as error:
            raise Stop(f"{self.path} could not be written: {error.strerror}.", NOT_WRITTEN) from error

    def _look_back(self, output: Path, plan: Plan, resume: bool) -> Done:
        size = output.stat().st_size
        done, header = _read(self.path, size) if self.path.exists() else (Done(), {})
        if resume and size and not done.bytes:
            raise Stop(
                f"{output} has no {self.path.name} beside it that tells what it holds. "
                "Choose another --output, or leave --resume out to write it anew.",
                USAGE,
            )
        if not resume:
            if done.finished or not done.count:
                return Done()
            raise Stop(
                f"{output} holds {done.count} documents of a run that was interrupted. "
                f"Give --resume to go on, or delete it to begin anew.",
                USAGE,
            )
        for name, value in _header(plan).items():
            if done.bytes and header.get(name) != value:
                raise Stop(
                    f"{output} was written with {name} {header.get(name)}, not {value}: the two are not "
                    "to be mixed. Choose another --output, or delete it to begin anew.",
                    USAGE,
                )
        return done


def _read(path: Path, size: int) -> tuple[Done, dict[str, Any]]:
    """What a journal tells of an output of ``size`` bytes; a line cut off in the writing ends it."""
    done, header = Done(), {}
    with path.open("rb") as lines:
        for line in lines:
            try:
                told = json.loads(line) if line.endswith(b"\n") else None
            except ValueError:
                told = None
            if not isinstance(told, dict) or told.get("end", 0) > size:
                break
            done.bytes += len(line)
            if "progress" in told:
                header = told
            _note(done, told)
    return done, header


def _note(done: Done, told: dict[str, Any]) -> None:
    done.finished = "finished" in told
    done.end = told.get("end", done.end)
    if "document" in told:
        done.begun = (told["source"], told["document"])
        done.count = told["count"]
    elif "sha256" in told:
        done.begun = None
        if told["read"]:
            web = told["source"].startswith(("http://", "https://"))
            done.whole.add((told["source"] if web else told["id"], told["sha256"]))
