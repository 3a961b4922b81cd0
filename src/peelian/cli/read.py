"""``peelian read``: documents in, readings out."""

from __future__ import annotations

import json
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from peelian.cli import exits
from peelian.cli.numbers import Whole

if TYPE_CHECKING:
    from peelian.cli.inputs import Inputs, Source
    from peelian.cli.journal import Journal
    from peelian.cli.output import File, Stream
    from peelian.cli.pool import Event
    from peelian.cli.work import NotRead, Plan

#: Fewer sources than this are read in one process, unless --jobs says otherwise.
FEW = 200
#: Fewer sources than this are read before a progress bar could be looked at.
SHORT = 10


class EdtfDate(click.ParamType[str]):
    """A date as far as it is known: 2014, 2014-04 or 2014-04-11."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return ``value`` if it is such a date of the calendar; else fail."""
        import datetime

        match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
        try:
            if match:
                datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
                return value
        except ValueError:
            pass
        self.fail(f"{value!r} is no date. Write 2014-04-11, 2014-04 or 2014.", param, ctx)


@dataclass(slots=True)
class Tally:
    """What a run has come to."""

    read: int = 0
    subjects: int = 0
    telling: int = 0  # documents that tell of a subject
    held: int = 0  # sources that the output held already
    not_read: list[NotRead] = field(default_factory=list)


class Terminated(KeyboardInterrupt):
    """SIGTERM came: what is done is kept, as with Ctrl-C."""


@click.command(short_help="Read documents into facts.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json", "jsonl", "csv"]),
    help="How the facts are written. Without it: by the name of --output, else a table.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, as the readings come, and not to the screen.",
)
@click.option(
    "--jobs",
    type=Whole(1, 256),
    help=f"Processes that read. Without it: one for fewer than {FEW} files, else one for each processor.",
)
@click.option(
    "--published",
    type=EdtfDate(),
    help="The date of publication of documents that carry none: 2014-04-11, 2014-04 or 2014.",
)
@click.option("--resume", is_flag=True, help="Go on with an interrupted run into the same --output.")
@click.option("--no-progress", is_flag=True, help="Show no progress bar.")
def read(
    paths: tuple[str, ...],
    format_: str | None,
    output: Path | None,
    jobs: int | None,
    published: str | None,
    resume: bool,
    no_progress: bool,
) -> None:
    """Read documents into facts, each with the words that it rests on.

    PATH is a file (text, HTML, PDF, DOCX, RTF, ODT, EML, WARC, WACZ or a ZIP of these), a folder (read
    with all its folders), a pattern in quotes, or a web address. What cannot be read is listed at the
    end, with the reason; the rest is read all the same.

    \b
    Examples:
      peelian read report.html
      peelian read clippings/ --format csv > cases.csv
      peelian read 'archive/**/*.pdf' --output facts.jsonl --jobs 4
      peelian read archive/ --output facts.jsonl --resume
      peelian read https://www.example.org/news/officer-dismissed

    \b
    Exit codes:
      0  every document was read      2  wrong usage        4  the output could not be written
      1  some were not read           3  nothing was read   130  interrupted (143: terminated)
    """
    if resume and output is None:
        raise click.UsageError("--resume needs --output: only a file can be gone on with.")
    if output is not None and output.exists() and not output.is_file():
        raise exits.Stop(
            f"{output} could not be written: --output must be an ordinary file. Leave it out to write to stdout.",
            exits.NOT_WRITTEN,
        )
    format_ = _format(format_, output)
    from peelian.cli.inputs import gather
    from peelian.cli.journal import path_of
    from peelian.cli.work import NotRead, Plan

    found = gather(paths, leave_out=[] if output is None else [str(output), str(path_of(output))])
    plan, tally = Plan(format_, published), Tally()
    tally.not_read.extend(NotRead(place, why) for place, why in found.absent)
    jobs = jobs or (_processors() if len(found.places) >= FEW else 1)
    quiet = no_progress or not sys.stderr.isatty() or len(found.places) < SHORT
    stopped = exits.ALL_READ
    try:
        with _sigterm_as_interrupt():
            if output is not None:
                _to_file(found, plan, jobs, output, resume, tally, quiet)
            elif format_ == "table":
                _to_table(found, plan, jobs, tally, quiet)
            else:
                _to_stdout(found, plan, jobs, tally, quiet or sys.stdout.isatty())
    except KeyboardInterrupt as interrupt:
        stopped = exits.TERMINATED if isinstance(interrupt, Terminated) else exits.INTERRUPTED
    _summary(found, tally, output, stopped)
    raise click.exceptions.Exit(stopped or _exit_code(tally))


def _format(format_: str | None, output: Path | None) -> str:
    """The format asked for, by option or by the name of the output."""
    if output is None:
        return format_ or "table"
    if format_ == "table":
        raise click.UsageError("A table is for the screen. Choose --format jsonl, json or csv for a file.")
    from peelian.cli.output import format_of

    chosen = format_ or format_of(output)
    if chosen is None:
        raise click.UsageError(f"The name {output.name!r} tells no format: add --format jsonl, json or csv.")
    return chosen


def _processors() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# ---- the three ways out


def _to_stdout(found: Inputs, plan: Plan, jobs: int, tally: Tally, quiet: bool) -> None:
    from peelian.cli.output import Stream

    stream = Stream(sys.stdout.buffer, plan.format)

    def take(source: Source, event: Event) -> None:
        _write(stream, event, tally)

    try:
        _go(found.sources(), len(found.places), plan, jobs, take, quiet)
    finally:
        stream.close()


def _to_table(found: Inputs, plan: Plan, jobs: int, tally: Tally, quiet: bool) -> None:
    from peelian.cli.terminal import console, table
    from peelian.cli.work import Read

    rows: list[list[str]] = []

    def take(source: Source, event: Event) -> None:
        _count(event, tally)
        if isinstance(event, Read):
            rows.extend(json.loads(event.data))

    try:
        _go(found.sources(), len(found.places), plan, jobs, take, quiet)
    finally:
        if rows:
            out = console()
            out.print(table(rows, out.width))


def _to_file(
    found: Inputs, plan: Plan, jobs: int, output: Path, resume: bool, tally: Tally, quiet: bool
) -> None:
    from peelian.cli.journal import Journal
    from peelian.cli.output import File
    from peelian.cli.pool import Whole

    if not output.parent.is_dir():
        raise click.UsageError(f"There is no folder {str(output.parent)!r} to write {output.name!r} in.")
    journal = Journal(output, plan, resume)
    file = File(output, plan.format, journal.done.end, journal.done.count)
    number, before = 0, 0  # documents of the present source; documents read before it

    def take(source: Source, event: Event) -> None:
        nonlocal number, before
        if isinstance(event, Whole):
            journal.whole(source, event.sha256, tally.read - before + source.skip, file.end)
            number, before = 0, tally.read
            return
        _write(file, event, tally)
        number = number + 1 if number else source.skip + 1
        journal.document(source, number, file.count, file.end)

    finished = False
    try:
        _go(_left(found, journal, tally), len(found.places), plan, jobs, take, quiet)
        finished = True
    finally:
        file.close()
        journal.close(finished)


def _left(found: Inputs, journal: Journal, tally: Tally) -> Iterator[Source]:
    """The sources that the output does not hold yet; one that it holds in part, with how much."""
    from dataclasses import replace

    for source in found.sources():
        if journal.holds(source):
            tally.held += 1
        else:
            yield replace(source, skip=journal.skip(source))


def _write(out: File | Stream, event: Event, tally: Tally) -> None:
    from peelian.cli.work import Read

    if isinstance(event, Read):
        out.add(event.data)
    _count(event, tally)


def _count(event: Event, tally: Tally) -> None:
    from peelian.cli.work import NotRead, Read

    if isinstance(event, Read):
        tally.read += 1
        tally.subjects += event.subjects
        tally.telling += event.subjects > 0
    elif isinstance(event, NotRead):
        tally.not_read.append(event)


def _go(
    sources: Iterator[Source],
    total: int,
    plan: Plan,
    jobs: int,
    take: Callable[[Source, Event], None],
    quiet: bool,
) -> None:
    """Read every source and hand each event on, with a progress bar on stderr unless ``quiet``."""
    from peelian.cli.pool import Whole, run

    with _progress(total, quiet) as advance, closing(run(sources, plan, jobs)) as events:
        for source, event in events:
            take(source, event)
            if isinstance(event, Whole):
                advance()


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Callable[[], None]]:
    if quiet:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


@contextmanager
def _sigterm_as_interrupt() -> Iterator[None]:
    """Have SIGTERM keep what is done, as Ctrl-C does."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Terminated

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


# ---- the end


def _exit_code(tally: Tally) -> int:
    if not tally.read and not tally.held:
        return exits.NOTHING_READ
    return exits.SOME_NOT_READ if tally.not_read else exits.ALL_READ


def _summary(found: Inputs, tally: Tally, output: Path | None, stopped: int) -> None:
    """Say on stderr what was read, what was not and why, and where it is."""
    from peelian.cli.words import one_line

    def say(line: str) -> None:
        click.echo(line, err=True)

    if stopped:
        say("Terminated." if stopped == exits.TERMINATED else "Interrupted.")
    say(
        f"Read {_many(tally.read, 'document')}; found {_many(tally.subjects, 'subject')} in {tally.telling} of them."
    )
    if tally.held:
        say(f"Passed by {_many(tally.held, 'source')} that {output} held already.")
    if found.passed_over:
        kinds = ", ".join(f"{suffix} {n}" for suffix, n in sorted(found.passed_over.items()))
        say(
            f"Left out {_many(found.passed_over.total(), 'file')} of folders that are no documents ({kinds})."
        )
    if tally.not_read:
        say(f"Not read: {len(tally.not_read)}")
        for failure in tally.not_read:
            say(f"  {one_line(str(failure))}")
    if output is not None:
        say(f"Written to {output}." + (" Go on with --resume." if stopped else ""))


def _many(n: int, thing: str) -> str:
    return f"{n:,} {thing}{'' if n == 1 else 's'}"
