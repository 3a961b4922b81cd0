"""``peelian serve``: the pages of a casebook. ``peelian demo``: the same made from the fictional samples."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from peelian.cli import exits
from peelian.cli.casebook import casebook_option, open_casebook
from peelian.cli.numbers import Whole

PORT = 8000


def _listen(host: str, port: int, workers: int, told: str) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from peelian.server.serving import free, serve
    from peelian.web.index import catch_up

    with Progress(
        TextColumn("Indexing for search"), BarColumn(), MofNCompleteColumn(),
        console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty(),
    ) as bar:  # fmt: skip
        task = bar.add_task("index", total=None, visible=False)
        total = catch_up(lambda done, of: bar.update(task, completed=done, total=of, visible=True))
    try:
        unused = free(host, port)
    except OSError as error:
        raise exits.Stop(
            f"{host}:{port} cannot be listened on: {error.strerror or error}. --host takes an address of this"
            " machine (127.0.0.1, or 0.0.0.0 for all of them); ports below 1024 need rights.",
            exits.USAGE,
        ) from error
    if not unused:
        raise exits.Stop(
            f"Something listens on {host}:{port} already. Choose another with --port.", exits.USAGE
        )
    shown = f"[{host}]" if ":" in host else host
    click.echo(
        f"{told}{total} case{'' if total == 1 else 's'} public at http://{shown}:{port}/ (Ctrl-C ends it)",
        err=True,
    )
    serve(host, port, workers=workers)


@click.command(short_help="Serve the pages of a casebook.")
@casebook_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=PORT, show_default=True, type=Whole(1, 65535), help="The port.")
@click.option("--workers", default=1, show_default=True, type=Whole(1, 64), help="Processes.")
def serve(folder: Path, host: str, port: int, workers: int) -> None:
    """Serve the public pages, the API and the desk of a casebook on this machine.

    Only this machine can reach it unless you say otherwise with --host and PEELIAN_HOSTS; put a proxy with
    TLS before it then, and set PEELIAN_TLS=1. A case is public when two people have acted
    (`peelian publish`, or the desk).

    \b
    Examples:
      peelian serve
      peelian serve --casebook /srv/casebook --port 8080 --workers 2

    \b
    Exit codes:
      0  ended    2  no casebook, or the port is taken    4  the casebook could not be opened
    """
    open_casebook(folder)
    _listen(host, port, workers, "")


@click.command(short_help="Build a casebook from documents and serve it, published by two invented people.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--casebook",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("demo-casebook"),
    show_default=True,
    help="A folder for the demonstration: a new one, or that of an earlier demonstration.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=PORT, show_default=True, type=Whole(1, 65535), help="The port.")
@click.option("--no-serve", is_flag=True, help="Build and publish, and end.")
def demo(paths: tuple[Path, ...], folder: Path, host: str, port: int, no_serve: bool) -> None:
    """Read documents, link them, build a casebook, publish what may be shown, and serve it.

    For the fictional samples only: every case goes public by the act of two invented people, nobody having
    looked. The pages say on each that everything is invented.

    \b
    Examples:
      peelian demo samples
      peelian demo samples --port 8080

    \b
    Exit codes:
      0  ended    2  wrong usage, or the port is taken    3  nothing read    4  not written
    """
    mark = folder / "demonstration"
    if folder.is_dir() and any(folder.iterdir()) and not mark.is_file():
        raise exits.Stop(
            f"{folder} holds something already, and a demonstration publishes all it finds there. "
            "Name another folder with --casebook.",
            exits.USAGE,
        )
    os.environ["PEELIAN_FICTIONAL"] = "1"
    open_casebook(folder, make=True)
    mark.write_text("Made by `peelian demo`: published by two invented people. Do not add real documents.\n")
    from peelian.casebook.adding import Place, add
    from peelian.casebook.audit import Actor
    from peelian.casebook.locking import Busy, writing
    from peelian.cli.inputs import gather
    from peelian.publication.exports import export
    from peelian.publication.services import publish_all, published_cases
    from peelian.web.downloads import folder as files

    found = gather(tuple(str(path) for path in paths), leave_out=())
    try:
        with writing():
            added = add([Place(place) for place in found.places])
    except Busy as busy:
        raise exits.Stop(str(busy), exits.NOT_WRITTEN) from busy
    click.echo(
        f"{len(added.new)} documents read, {added.known} known already, {len(added.unread)} not read.",
        err=True,
    )
    if not added.new and not added.known:
        raise exits.Stop("No document could be read, so there is nothing to show.", exits.NOTHING_READ)
    public, held = publish_all(Actor("demo: who prepares"), Actor("demo: who approves"))
    export(published_cases(), files(), approved=True)
    click.echo(f"{public} cases published, {held} held back by the rules of publication.", err=True)
    if no_serve:
        return
    _listen(host, port, 1, "Every person and case here is invented. ")
