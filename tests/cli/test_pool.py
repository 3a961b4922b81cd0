"""Several processes: order, bounds, and a process that dies."""

from __future__ import annotations

import os
from itertools import islice
from multiprocessing.connection import Connection

import pytest

from peelian.cli import pool
from peelian.cli.exits import Stop
from peelian.cli.inputs import Source
from peelian.cli.pool import Whole, run
from peelian.cli.work import NotRead, Plan, Read

PLAN = Plan("jsonl")


def made_up_work(pipe: Connection, plan: Plan) -> None:
    """A worker that answers each source with its id, and dies of one called "bad"."""
    pipe.send(None)
    try:
        while True:
            for source in pipe.recv():
                if source.id.startswith("bad"):
                    os._exit(7)
                size = 1_000_000 if source.id.startswith("big") else 1
                pipe.send(Read(source.id.encode() * size, 1))
                pipe.send(Whole(""))
    except (EOFError, OSError):
        return


def work_that_never_starts(pipe: Connection, plan: Plan) -> None:
    os._exit(9)


def sources(*ids: str) -> list[Source]:
    return [Source(id, f"{id}.txt") for id in ids]


@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 200])
def test_order_is_that_of_the_sources(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", made_up_work)
    given = sources(*(f"s{n}" for n in range(count)))
    events = list(run(given, PLAN, 2))
    assert [source for source, event in events if isinstance(event, Whole)] == given
    assert [event.data.decode() for _, event in events if isinstance(event, Read)] == [s.id for s in given]


@pytest.mark.parametrize("where", [0, 7, 16, 99])
def test_a_process_that_dies_takes_one_source_with_it(where: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", made_up_work)
    ids = [f"s{n}" for n in range(100)]
    ids[where] = "bad"
    events = list(run(sources(*ids), PLAN, 2))
    lost = [event for _, event in events if isinstance(event, NotRead)]
    assert [(event.origin, event.cause) for event in lost] == [
        ("bad.txt", "the process that read it ended (exit code 7)")
    ]
    assert [event.data.decode() for _, event in events if isinstance(event, Read)] == [
        i for i in ids if i != "bad"
    ]


def test_many_that_kill_their_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", made_up_work)
    ids = ["bad1", "s1", "bad2", "bad3", "s2"]
    events = list(run(sources(*ids), PLAN, 2))
    assert [event.origin for _, event in events if isinstance(event, NotRead)] == [
        "bad1.txt",
        "bad2.txt",
        "bad3.txt",
    ]


def test_processes_that_do_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", work_that_never_starts)
    with pytest.raises(Stop, match="did not start"):
        list(run(sources("a"), PLAN, 2))


def test_what_is_not_yet_due_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Large outcomes of one worker are left in it while another's are written."""
    monkeypatch.setattr(pool, "_work", made_up_work)
    held = pool._Pool(iter(sources(*(f"big{n}" for n in range(200)))), PLAN, 2)
    running = held.run()
    most = 0
    for _ in islice(running, 300):
        most = max(most, *(worker.held_bytes for worker in held.workers))
    running.close()
    one = len(b"big100") * 1_000_000
    assert 0 < most <= pool.HELD_BYTES + one
    assert not any(worker.process.is_alive() for worker in held.workers)
