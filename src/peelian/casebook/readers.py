"""Readers: kept files become read documents, in this process or in several.

A worker that dies (memory, a fault in a library) takes one file with it, which is reported; the rest is
read by new workers. Large archives are read in this process, one document at a time: they may hold more than
fits into memory. Nothing here needs Django, which workers do not start.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from peelian.documents import Document, Failure, load_all

_ARCHIVES: Final = (b"PK\x03\x04", b"PK\x05\x06", b"WARC/", b"\x1f\x8b")
#: Bytes from which an archive is read in this process.
_LARGE: Final = 5_000_000
#: Files handed to each worker ahead of the one that is due.
_AHEAD: Final = 8
#: As long as a part's name may be.
_LONGEST_PART: Final = 480


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document, what a reader made of it, and which part of which kept file it is."""

    document: Document
    reading: Mapping[str, Any]
    sha256: str
    part: str = ""
    size: int = 0
    origin: str = ""

    @property
    def source_id(self) -> str:
        """The public id that its source has or will have."""
        return source_id(self.sha256, self.part)

    @property
    def fetched(self) -> bool:
        """Whether it came from its address, not from a file."""
        return on_the_web(self.origin)


def on_the_web(where: str) -> bool:
    """Whether a place is an address of the web."""
    return where.lower().startswith(("http://", "https://"))


def source_id(sha256: str, part: str) -> str:
    """The public id of the document that is ``part`` of the file with this hash."""
    return "s-" + hashlib.sha256(f"{sha256}\n{part}".encode()).hexdigest()[:12]


def storable(text: str) -> str:
    """``text`` without what no database keeps (NUL, lone surrogates), each replaced one for one."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode()


@dataclass(frozen=True, slots=True)
class File:
    """A kept file to read: where its bytes lie, what it was called and where it came from."""

    path: Path
    sha256: str
    size: int
    name: str
    origin: str
    url: str | None = None
    published: str | None = None


Outcome = ReadDocument | Failure


def outcomes(file: File) -> Iterator[Outcome]:
    """Read each document of a file. Never raises for a bad one: it becomes a `Failure`."""
    from peelian.reading import read

    place, parts = str(file.path), set[str]()
    for item in load_all(file.path, name=file.name):
        inner = (item.origin or "").removeprefix(place)
        origin = file.origin + inner
        if isinstance(item, Failure):
            yield replace(item, origin=origin)
            continue
        document = _as_stored(item, file)
        part = _unique(storable(inner.removeprefix("!"))[:_LONGEST_PART], parts)
        try:
            reading = read(document).to_dict()
        except Exception as error:  # what no rule foresaw must not end a batch
            yield _fault(origin, f"the reader failed on it ({type(error).__name__}: {error})")
            continue
        yield ReadDocument(document, reading, file.sha256, part, file.size, origin)


def _as_stored(item: Document, file: File) -> Document:
    """The document with a text that every database keeps, and the date that the caller gave if it has none."""
    return replace(
        item,
        text=storable(item.text),
        url=item.url or file.url,
        published=item.published or file.published,
        origin=file.origin,
    )


def _unique(part: str, taken: set[str]) -> str:
    unique, n = part, 1
    while unique in taken:
        n += 1
        unique = f"{part}~{n}"
    taken.add(unique)
    return unique


def _fault(origin: str, cause: str) -> Failure:
    return Failure(origin, cause, "Fault", "This is a fault of Peelian's: please report it.")


def read_all(files: Iterable[File], jobs: int = 1) -> Iterator[tuple[File, Outcome | None]]:
    """Read files and yield each outcome with its file, in order; after a file's last, (file, None)."""
    if jobs <= 1:
        for file in files:
            yield from _here(file)
        return
    yield from _Pool(iter(files), jobs).run()


def _here(file: File) -> Iterator[tuple[File, Outcome | None]]:
    for outcome in outcomes(file):
        yield file, outcome
    yield file, None


def _work(file: File) -> list[Outcome]:
    return list(outcomes(file))


def _deaf() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the first one decides


class _Pool:
    """Files read by workers, their outcomes given in the order of the files."""

    def __init__(self, files: Iterator[File], jobs: int) -> None:
        self.files, self.jobs = files, jobs
        self.executor = self._start()
        self.waiting: deque[tuple[File, Future[list[Outcome]] | None]] = deque()

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.jobs, multiprocessing.get_context("spawn"), _deaf)

    def run(self) -> Iterator[tuple[File, Outcome | None]]:
        """Yield every outcome."""
        try:
            while True:
                self._hand_out()
                if not self.waiting:
                    return
                file, future = self.waiting.popleft()
                if future is None:
                    yield from _here(file)
                    continue
                for outcome in self._result(file, future):
                    yield file, outcome
                yield file, None
        finally:
            self.executor.shutdown(wait=False, cancel_futures=True)

    def _hand_out(self) -> None:
        while len(self.waiting) < self.jobs * _AHEAD:
            file = next(self.files, None)
            if file is None:
                return
            self.waiting.append((file, None if _is_archive(file) else self._submit(file)))

    def _submit(self, file: File) -> Future[list[Outcome]]:
        try:
            return self.executor.submit(_work, file)
        except BrokenProcessPool:
            failed: Future[list[Outcome]] = Future()
            failed.set_exception(BrokenProcessPool())
            return failed

    def _result(self, file: File, future: Future[list[Outcome]]) -> list[Outcome]:
        """What came of a file. If workers died meanwhile, try it alone: then it is known which was to blame."""
        try:
            return future.result()
        except BrokenProcessPool:
            self._restart()
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _deaf) as alone:
            try:
                return alone.submit(_work, file).result()
            except BrokenProcessPool:
                return [_fault(file.origin, "the process that read it ended unexpectedly")]

    def _restart(self) -> None:
        """Give what is waiting to new workers."""
        self.executor.shutdown(wait=False, cancel_futures=True)
        self.executor = self._start()
        pending = list(self.waiting)
        self.waiting.clear()
        for file, future in pending:
            done = future is None or (future.done() and not future.cancelled() and future.exception() is None)
            self.waiting.append((file, future if done else self._submit(file)))


def _is_archive(file: File) -> bool:
    if file.size < _LARGE:
        return False
    with file.path.open("rb") as stream:
        return stream.read(5).startswith(_ARCHIVES)


Reader = Callable[[Document], Mapping[str, Any]]


def read_anew(document: Document) -> dict[str, Any]:
    """The reading of a document as plain data, by the reader as it is now."""
    from peelian.reading import read

    return read(document).to_dict()


def read_some(task: tuple[Reader, list[Document]]) -> list[Mapping[str, Any]]:
    """Read several documents with one reader (in a worker)."""
    reader, documents = task
    return [reader(document) for document in documents]
