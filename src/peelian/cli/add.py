"""``peelian add``: documents into the casebook."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peelian.cli import exits, refusals
from peelian.cli.casebook import casebook_option, open_casebook, tidy
from peelian.cli.numbers import Whole
from peelian.cli.read import EdtfDate
from peelian.cli.words import many

if TYPE_CHECKING:
    from peelian.casebook.adding import Added, Report


@click.command(short_help="Add documents to the casebook.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@casebook_option
@click.option("--jobs", type=Whole(1, 64), help="Processes that read. Without it: one for few files.")
@click.option(
    "--published",
    type=EdtfDate(),
    help="The date of publication of documents that carry none: 2014-04-11, 2014-04 or 2014.",
)
@click.option(
    "--list", "listed", is_flag=True, help="Print the id and the place of each document as it is stored."
)
@click.option("--no-progress", is_flag=True, help="Show no progress bar.")
def add(
    paths: tuple[str, ...],
    folder: Path,
    jobs: int | None,
    published: str | None,
    listed: bool,
    no_progress: bool,
) -> None:
    """Read documents, link who is who, and keep persons, cases and sources in the casebook.

    PATH is a file, a folder, a pattern in quotes or a web address, as for `peelian read`. Adding the same
    again changes nothing. A run that is stopped, however, loses nothing that it had stored: give the same
    command again. Without PATH: finish what an interrupted run left.

    \b
    Examples:
      peelian add clippings/
      peelian add 'archive/**/*.pdf' --jobs 2 --casebook /srv/casebook
      peelian add https://www.example.org/news/officer-dismissed

    \b
    Exit codes:
      0  every document is stored    2  wrong usage            4  the casebook could not be written
      1  some were not read          3  nothing was read       130  interrupted
    """
    from peelian.cli.inputs import gather

    found = gather(paths, leave_out=())
    if paths and not found.places and found.absent:
        raise exits.Stop(
            "\n".join(f"{tidy(place)}: {why}." for place, why in found.absent), exits.NOTHING_READ
        )
    open_casebook(folder, make=bool(paths))
    from django.db import DatabaseError

    from peelian.casebook.adding import Place
    from peelian.casebook.adding import add as add_all
    from peelian.casebook.linking_step import LinkingDisturbed
    from peelian.casebook.locking import Busy, writing

    places = [Place(place, published) for place in found.places]
    jobs = jobs or (2 if len(places) >= 200 else 1)
    try:
        with writing(), _reported(len(places), listed, no_progress) as report:
            added = add_all(places, jobs=jobs, report=report)
    except (Busy, LinkingDisturbed) as problem:
        raise exits.Stop(tidy(str(problem)), exits.NOT_WRITTEN) from problem
    except (OSError, DatabaseError) as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise exits.Stop(
            f"The casebook could not be written: {tidy(refusals.words(error))}. What was stored stays; "
            "the same command goes on from there.",
            exits.NOT_WRITTEN,
        ) from error
    except KeyboardInterrupt:
        click.echo("Interrupted. What was stored stays; give the same command again to go on.", err=True)
        raise click.exceptions.Exit(exits.INTERRUPTED) from None
    _summary(added, found.absent, folder)
    unread = len(added.unread) + len(found.absent)
    if unread and not (added.new or added.changed or added.known):
        raise click.exceptions.Exit(exits.NOTHING_READ)
    raise click.exceptions.Exit(exits.SOME_NOT_READ if unread else exits.ALL_READ)


@contextmanager
def _reported(total: int, listed: bool, no_progress: bool) -> Iterator[Report]:
    """What is told while it goes on: a bar on stderr, and on stdout each document that is stored."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from peelian.casebook.models import Source
    from peelian.cli.words import one_line

    quiet = no_progress or not sys.stderr.isatty() or total < 10
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=quiet) as bar:
        task = bar.add_task("Reading", total=total)

        def report(what: str, which: str) -> None:
            if what == "stored" and listed:
                click.echo(f"{which}\t{one_line(Source.internal.get(public_id=which).origin)}")
                sys.stdout.flush()
            elif what == "file":
                bar.advance(task)
            elif what == "stage":
                bar.update(task, description={"copies": "Copies", "linking": "Linking"}.get(which, "Cases"))

        yield report


def _summary(added: Added, absent: list[tuple[str, str]], folder: Path) -> None:
    def say(line: str) -> None:
        click.echo(line, err=True)

    parts = [f"{len(added.new)} new"]
    if added.changed:
        parts.append(f"{len(added.changed)} read anew")
    if added.known:
        parts.append(f"{added.known} there already")
    say(f"Documents: {', '.join(parts)}.")
    if added.linked.mentions:
        linked = added.linked
        say(
            f"Linked {many(linked.mentions, 'mention')}: {many(linked.persons, 'person')}, {many(linked.cases, 'case')}"
            + (f", {many(linked.review, 'pair')} for review." if linked.review else ".")
        )
    if added.copies:
        say(f"Copies of other documents, counted once: {added.copies}.")
    if added.derived:
        say(f"Cases worked out: {added.derived}.")
    if unread := len(added.unread) + len(absent):
        say(f"Not read: {unread}")
        for failure in added.unread:
            say(f"  {tidy(str(failure))}")
        for place, why in absent:
            say(f"  {tidy(place)}: {why}.")
    say(f"The casebook is in {folder}. See it with `peelian cases`.")
