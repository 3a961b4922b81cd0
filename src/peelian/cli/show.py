"""``peelian show``: one document with the words of its facts marked."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peelian.cli import exits
from peelian.cli.numbers import Whole
from peelian.cli.read import EdtfDate

if TYPE_CHECKING:
    from peelian.documents import Document

#: Columns of the text on a wide terminal: longer lines are hard to read.
WIDEST = 110


@click.command(short_help="Show a document with the words of its facts marked.")
@click.argument("path", metavar="PATH")
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page to look at, complete in one file ('-' for stdout).",
)
@click.option("--number", type=Whole(1), help="Which document of an archive: 1 is the first.")
@click.option("--published", type=EdtfDate(), help="The date of publication, if the document carries none.")
@click.option("--no-colour", "--no-color", is_flag=True, help="Mark with brackets only.")
def show(path: str, page: Path | None, number: int | None, published: str | None, no_colour: bool) -> None:
    """Show a document with the words of each fact marked and labelled.

    Below the text: the facts of each subject with the words they rest on, where the document
    disagrees with itself or with the law, and what must be weighed before anything is published.

    \b
    Examples:
      peelian show report.html
      peelian show report.html --html marked.html
      peelian show archive.warc.gz --number 3
      peelian show notice.pdf --no-colour | less

    \b
    Exit codes:
      0  shown      2  wrong usage      3  not read      4  the page could not be written
    """
    document = _document(path, number, page is not None)
    from peelian.cli.work import dated
    from peelian.reading import read

    document = dated(document, published)
    reading = read(document)
    if page is None:
        from peelian.cli.marked import marked
        from peelian.cli.terminal import console

        out = console(colour=not no_colour)
        coloured = out.is_terminal and not out.no_color and not no_colour
        out.print(marked(document, reading, brackets=not coloured), width=min(out.width, WIDEST))
        return
    from peelian.cli.page import html_page

    _write(page, html_page(document, reading).encode("utf-8", "replace"))


def _document(path: str, number: int | None, one: bool) -> Document:
    """The document to show. Raises Stop with the reason if there is none."""
    from peelian.cli.inputs import Source, identities, is_url
    from peelian.cli.work import NotRead, documents

    if not is_url(path) and os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises where the path may not be looked at)
        raise click.UsageError(f"{path!r} is a folder. Show one of its files, or use: peelian read {path}")
    found = None
    for n, item in enumerate(documents(Source(identities([path])[0], path)), 1):
        if isinstance(item, NotRead):
            if number in (None, n):
                raise exits.Stop(str(item), exits.NOTHING_READ)
        elif number == n:
            return item
        elif number is None and found is not None:
            raise click.UsageError(f"{path!r} holds several documents: say which with --number 1, 2, …")
        else:
            found = item
    if found is None or number is not None:
        raise exits.Stop(
            f"{path}: there is no document{f' number {number}' if number else ''} in it.", exits.NOTHING_READ
        )
    return found


def _write(page: Path, data: bytes) -> None:
    if str(page) == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        page.write_bytes(data)
    except OSError as error:
        raise exits.Stop(f"{page} could not be written: {error.strerror}.", exits.NOT_WRITTEN) from error
    click.echo(f"Written to {page}.", err=True)
    sys.stderr.flush()
