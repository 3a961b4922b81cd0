"""``peelian rebuild``: everything derived made again."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from peelian.cli import exits, refusals
from peelian.cli.casebook import casebook_option, open_casebook, own_actor_option, tidy
from peelian.cli.numbers import Whole
from peelian.cli.words import many


@click.command(short_help="Make persons, cases and facts again from statements and decisions.")
@casebook_option
@click.option("--reread", is_flag=True, help="First read every document anew with this version's reader.")
@click.option("--jobs", type=Whole(1, 64), default=1, show_default=True, help="Processes that read.")
@own_actor_option
def rebuild(folder: Path, reread: bool, jobs: int, actor: str) -> None:
    """Throw away what is derived and make it again: persons, cases, facts, events, copies.

    The result is the same unless the program has changed. Decisions are never touched; after an upgrade
    --reread has every document read anew and keeps each decision on what it was about.

    \b
    Examples:
      peelian rebuild --casebook /srv/casebook
      peelian rebuild --reread --jobs 2
    """
    open_casebook(folder)
    from django.db import DatabaseError
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    from peelian.casebook.audit import Actor
    from peelian.casebook.linking_step import LinkingDisturbed
    from peelian.casebook.locking import Busy, writing
    from peelian.casebook.rebuild import rebuild as rebuild_all

    with Progress(
        SpinnerColumn(), TextColumn("{task.description} {task.completed}"),
        console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty(),
    ) as bar:  # fmt: skip
        tasks: dict[str, object] = {}

        def report(stage: str, count: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage.capitalize(), total=None)
            bar.advance(tasks[stage], count)  # type: ignore[arg-type]

        try:
            with writing():
                done = rebuild_all(reread=reread, jobs=jobs, actor=Actor(actor), report=report)
        except (Busy, LinkingDisturbed) as problem:
            raise exits.Stop(tidy(str(problem)), exits.NOT_WRITTEN) from problem
        except DatabaseError as error:
            raise exits.Stop(
                f"The database refused: {tidy(refusals.words(error))}. Nothing is lost; the same command goes on.",
                exits.NOT_WRITTEN,
            ) from error
    if reread:
        click.echo(
            f"Read anew: {many(done.reread, 'document')}, of which {done.changed} read otherwise.", err=True
        )
    click.echo(
        f"Linked {many(done.linked.mentions, 'mention')}: {many(done.linked.persons, 'person')}, {many(done.linked.cases, 'case')}. "
        f"Worked out {many(done.derived, 'case')}.",
        err=True,
    )
