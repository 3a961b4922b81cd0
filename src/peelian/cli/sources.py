"""``peelian sources``: the documents of a casebook, and whether they are still published."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peelian.cli import exits, refusals
from peelian.cli.casebook import actor_option, casebook_option, in_words, open_casebook, tidy
from peelian.cli.numbers import Number, Whole

if TYPE_CHECKING:
    from peelian.casebook.models import Source


@click.group(short_help="List sources; see which are still published.")
def sources() -> None:
    """The documents that the casebook rests on. Forces take notices down after 28 days; what is kept stays.

    SOURCE is an id (s-…) or a web address.

    \b
    Examples:
      peelian sources list --removed
      peelian sources check --actor "R. Fairlight"
      peelian sources removed s-0c1d2e3f4a5b --on 2026-10-03 --reason "404 in the browser" --actor "R. Fairlight"
    """


@sources.command(name="list")
@casebook_option
@click.option("--removed", is_flag=True, help="Only those that were found taken down.")
@click.option("--jsonl", is_flag=True, help="A source a line, with all moments.")
def list_(folder: Path, removed: bool, jsonl: bool) -> None:
    """List the sources with when each was last seen, and since when it was found taken down."""
    open_casebook(folder)
    from peelian.casebook.models import Source

    found = Source.internal.order_by("pk")
    for source in (found.exclude(removed_at=None) if removed else found).iterator(500):
        click.echo(json.dumps(_plain(source), ensure_ascii=False) if jsonl else _line(source))


def _plain(source: Source) -> dict[str, object]:
    moments = {
        name: moment and moment.isoformat(timespec="seconds")
        for name in ("added_at", "retrieved_at", "last_seen_at", "removed_at")
        for moment in [getattr(source, name)]
    }
    names = ("title", "publisher", "published", "url", "kind", "official", "sha256")
    return {"id": source.public_id, **{name: getattr(source, name) for name in names}, **moments}


def _line(source: Source) -> str:
    from django.utils import timezone

    parts = [source.public_id, source.publisher, source.title, source.url]
    if source.last_seen_at is not None:
        parts.append(f"seen {in_words('date', timezone.localdate(source.last_seen_at).isoformat())}")
    if source.removed_at is not None:
        parts.append(f"taken down {in_words('date', timezone.localdate(source.removed_at).isoformat())}")
    return tidy(" · ".join(part for part in parts if part))


@sources.command()
@click.argument("which", nargs=-1, metavar="[SOURCE]...")
@casebook_option
@actor_option
@click.option(
    "--older-than", type=Whole(0), default=1, show_default=True,
    help="Ask only for those not seen in the last so many days: a run that was stopped goes on.",
)  # fmt: skip
@click.option("--removed", is_flag=True, help="Ask also for those found taken down: they may be back.")
@click.option(
    "--pause", type=Number(0), default=2.0, show_default=True,
    help="Seconds between two requests to one server.",
)  # fmt: skip
@click.option("--local", is_flag=True, help="Ask also addresses of this machine and its network.")
@click.option("--no-progress", is_flag=True, help="Show no progress bar.")
def check(
    which: tuple[str, ...],
    folder: Path,
    actor: str,
    older_than: int,
    removed: bool,
    pause: float,
    local: bool,
    no_progress: bool,
) -> None:
    """Ask again for the address of each SOURCE (without one: of all) and note which are still there.

    A page that gives the kept text was seen. One that is not found (404) or gone (410) is removed, as of today;
    any other error notes nothing. A page with another text is listed, for you to look at. Nothing that is kept
    is taken away. This is the one command of the casebook that goes to the network by itself.

    \b
    Exit codes:
      0  all answered      1  some did not, or gave another text      2  wrong usage      130  interrupted
    """
    open_casebook(folder)
    from django.utils import timezone
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from peelian.casebook import seeing
    from peelian.casebook.audit import Actor
    from peelian.casebook.locking import Busy, writing
    from peelian.documents.web import fetch_bytes

    try:
        urls = seeing.to_ask(which, before=timezone.now() - timedelta(days=older_than), removed=removed)
    except seeing.NoSuchSource as problem:
        raise exits.Stop(tidy(str(problem)), exits.USAGE) from problem
    counts: Counter[str] = Counter()
    quiet = no_progress or not sys.stderr.isatty()
    columns = (TextColumn("Asking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    try:
        with (
            writing(),
            Progress(*columns, console=Console(stderr=True), transient=True, disable=quiet) as bar,
        ):
            task, asked = bar.add_task("", total=len(urls)), ""
            for answer in seeing.ask(
                urls, actor=Actor(actor), pause=pause, fetch=fetch_bytes if local else None
            ):
                counts[answer.state] += 1
                bar.update(task, advance=answer.url != asked)
                asked = answer.url
                if answer.state != "seen":
                    click.echo(tidy(f"{answer.source} {answer.state}: {answer.url}: {answer.cause}"))
    except Busy as problem:
        raise exits.Stop(tidy(str(problem)), exits.NOT_WRITTEN) from problem
    except KeyboardInterrupt:
        click.echo("Interrupted. What was found stays; give the same command again to go on.", err=True)
        raise click.exceptions.Exit(exits.INTERRUPTED) from None
    click.echo(
        f"Addresses asked: {len(urls)}. Sources still published: {counts['seen']}; taken down: "
        f"{counts['removed']}; with another text: {counts['changed']}; no answer: {counts['failed']}.",
        err=True,
    )
    raise click.exceptions.Exit(
        exits.SOME_NOT_READ if counts["changed"] or counts["failed"] else exits.ALL_READ
    )


_on = click.option("--on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The day: 2026-10-03.")
_reason = click.option("--reason", required=True, help="How it is known: it stands in the audit trail.")


@sources.command(name="removed")
@click.argument("source")
@casebook_option
@actor_option
@_on
@_reason
def removed_(source: str, folder: Path, actor: str, on: date, reason: str) -> None:
    """Note that you found SOURCE taken down on a day."""
    _mark(folder, source, on, actor, reason, gone=True)


@sources.command()
@click.argument("source")
@casebook_option
@actor_option
@_on
@_reason
def seen(source: str, folder: Path, actor: str, on: date, reason: str) -> None:
    """Note that you saw SOURCE published on a day; takes back that it was removed."""
    _mark(folder, source, on, actor, reason, gone=False)


def _mark(folder: Path, which: str, on: date, actor: str, reason: str, *, gone: bool) -> None:
    open_casebook(folder)
    from django.db import DatabaseError

    from peelian.casebook.audit import Actor
    from peelian.casebook.seeing import NoSuchSource, mark_removed, mark_seen

    day = date(on.year, on.month, on.day)
    try:
        noted = (mark_removed if gone else mark_seen)(which, day, actor=Actor(actor), reason=reason)
    except (NoSuchSource, ValueError) as problem:
        raise exits.Stop(tidy(str(problem)), exits.USAGE) from problem
    except DatabaseError as error:
        raise exits.Stop(f"Nothing was noted: {tidy(refusals.words(error))}.", exits.NOT_WRITTEN) from error
    click.echo(f"Noted of {', '.join(source.public_id for source in noted)}.", err=True)
