"""Outcomes of many sources, in the order of the sources, from one process or several.

Each worker is a fresh process (spawn) with a pipe of its own. It is given a few sources at a time and
sends each outcome as it is made. Memory is bounded: a worker whose outcomes are not yet due is left
waiting once a few megabytes of them have come. A worker that dies takes one source with it, which is
reported; the rest of its work goes to a new one. When this process dies, the pipes close and the
workers end.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from peelian.cli.exits import NOTHING_READ, Stop
from peelian.cli.inputs import Source
from peelian.cli.work import NotRead, Outcome, Plan, Read, fingerprint, outcomes

CHUNK = 16  # sources handed to a worker at once
AHEAD = 2  # chunks a worker holds, so that it never waits for the next
WINDOW = 4  # chunks a worker, at most, between the one that is written and the last handed out
HELD_BYTES = 4_000_000  # outcomes held of one worker before it is left waiting


@dataclass(frozen=True, slots=True)
class Whole:
    """A source has been read to its end. ``sha256`` is of the file's bytes ("" of an address)."""

    sha256: str


Event = Outcome | Whole


def events(source: Source, plan: Plan) -> Iterator[Event]:
    """The outcomes of one source, then that it is whole."""
    yield from outcomes(source, plan)
    yield Whole("" if source.is_url else fingerprint(source.place))


def run(sources: Iterable[Source], plan: Plan, jobs: int) -> Generator[tuple[Source, Event], None, None]:
    """Yield every event of every source, in the order of the sources, whatever the number of jobs."""
    if jobs > 1:
        yield from _Pool(iter(sources), plan, jobs).run()
        return
    for source in sources:
        for event in events(source, plan):
            yield source, event


# ---- the worker's side


def _work(pipe: Connection, plan: Plan) -> None:
    """Read the sources that come through ``pipe`` and send their events back, until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the first one decides
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        pipe.send(None)  # ready
        while True:
            for source in pipe.recv():
                for event in events(source, plan):
                    pipe.send(event)


# ---- this side


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    chunks: deque[_Chunk] = field(default_factory=deque)
    held_bytes: int = 0
    ready: bool = False


@dataclass(slots=True)
class _Chunk:
    """Sources handed out together, with the events that have come for them so far."""

    sources: list[Source]
    worker: _Worker
    held: deque[tuple[Source, Event]] = field(default_factory=deque)
    done: int = 0  # sources that are whole

    @property
    def whole(self) -> bool:
        return self.done == len(self.sources)


class _Pool:
    def __init__(self, sources: Iterator[Source], plan: Plan, jobs: int) -> None:
        self.sources, self.plan, self.jobs = sources, plan, jobs
        self.context = multiprocessing.get_context("spawn")
        self.workers: list[_Worker] = []
        self.order: deque[_Chunk] = deque()  # handed out, not yet yielded whole
        self.exhausted = False

    def run(self) -> Iterator[tuple[Source, Event]]:
        try:
            self.workers = [self._start() for _ in range(self.jobs)]
            while True:
                self._hand_out()
                if not self.order:
                    return
                yield from self._due()
                if self.order and not self.order[0].held:
                    self._receive()
        finally:
            self._stop()

    def _start(self) -> _Worker:
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=_work, args=(theirs, self.plan), daemon=True)
        with _ctrl_c_held_back():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _stop(self) -> None:
        for worker in self.workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join(5)

    def _hand_out(self) -> None:
        """Give each worker that could soon be idle its next chunk."""
        for worker in sorted(self.workers, key=lambda w: len(w.chunks)):
            while len(worker.chunks) < AHEAD and len(self.order) < WINDOW * self.jobs and not self.exhausted:
                chunk = _Chunk(list(islice(self.sources, CHUNK)), worker)
                self.exhausted = len(chunk.sources) < CHUNK
                if chunk.sources:
                    self.order.append(chunk)
                    self._give(worker, chunk)

    def _give(self, worker: _Worker, chunk: _Chunk) -> None:
        chunk.worker = worker
        worker.chunks.append(chunk)
        with suppress(BrokenPipeError, ConnectionResetError):  # a worker that has died is found in _receive
            worker.pipe.send(chunk.sources[chunk.done :])

    def _due(self) -> Iterator[tuple[Source, Event]]:
        """Yield the events of the oldest chunk, as far as they have come."""
        chunk = self.order[0]
        while chunk.held:
            source, event = chunk.held.popleft()
            chunk.worker.held_bytes -= _weight(event)
            yield source, event
        if chunk.whole:
            self.order.popleft()

    def _receive(self) -> None:
        """Take what workers have sent; the one whose events are due is always listened to."""
        oldest = self.order[0]
        heard = [w for w in self.workers if w is oldest.worker or w.held_bytes < HELD_BYTES]
        speaking = wait([worker.pipe for worker in heard])
        for worker in heard:
            if worker.pipe not in speaking:
                continue
            try:
                message = worker.pipe.recv()
            except (EOFError, ConnectionResetError):
                self._replace(worker)
                continue
            if message is None:
                worker.ready = True
            else:
                self._take(worker, message)

    def _take(self, worker: _Worker, event: Event) -> None:
        chunk = worker.chunks[0]
        chunk.held.append((chunk.sources[chunk.done], event))
        worker.held_bytes += _weight(event)
        if isinstance(event, Whole):
            chunk.done += 1
            if chunk.whole:
                worker.chunks.popleft()

    def _replace(self, dead: _Worker) -> None:
        """A worker has died: say so of the source that it was reading, and go on with a new one."""
        dead.process.join(5)
        if not dead.ready:
            raise Stop(
                f"a worker process did not start (exit code {dead.process.exitcode}). Try --jobs 1.",
                NOTHING_READ,
            )
        if dead.chunks:
            source = dead.chunks[0].sources[dead.chunks[0].done]
            cause = f"the process that read it ended (exit code {dead.process.exitcode})"
            self._take(
                dead, NotRead(source.place, cause, "Try it alone; if it happens again, please report it.")
            )
            self._take(dead, Whole(""))
        fresh = self._start()
        fresh.held_bytes = dead.held_bytes
        for chunk in self.order:  # what the dead one sent is still to be written
            chunk.worker = fresh if chunk.worker is dead else chunk.worker
        self.workers[self.workers.index(dead)] = fresh
        for chunk in dead.chunks:
            self._give(fresh, chunk)
        dead.pipe.close()


def _weight(event: Event) -> int:
    return len(event.data) if isinstance(event, Read) else 0


@contextmanager
def _ctrl_c_held_back() -> Iterator[None]:
    """Keep SIGINT from a process that is being started (it inherits the mask); ours comes afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
