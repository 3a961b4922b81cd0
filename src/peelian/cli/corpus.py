"""``peelian corpus export``: what people corrected, as labelled data in the guide's shape."""

from __future__ import annotations

from pathlib import Path

import click

from peelian.cli import exits
from peelian.cli.casebook import actor_option, casebook_option, open_casebook


@click.group(short_help="Reviewed documents as labelled data.")
def corpus() -> None:
    """Take reviewed documents out as labelled data.

    \b
    Examples:
      peelian corpus export labelled/ --actor ruth   text and labels, a pair of files a document
      peelian read labelled/ --output read.jsonl     read them again
      peelian score labelled/ read.jsonl             and measure the reader on them
    """


@corpus.command("export", short_help="Write reviewed documents and their labels.")
@click.argument("target", metavar="FOLDER", type=click.Path(file_okay=False, path_type=Path))
@actor_option
@casebook_option
def export(target: Path, actor: str, folder: Path) -> None:
    """Write every reviewed document into FOLDER: ID.txt and ID.json.

    The labels are the reading with people's decisions applied: corrected, rejected, added. Documents that
    nobody has reviewed are left out. The files hold personal data; that you took them stands in the audit
    trail.
    """
    open_casebook(folder)
    from peelian.casebook.audit import Actor, record
    from peelian.desk.corpus import labels

    try:
        count = labels.write(target, labels.reviewed())
    except OSError as error:
        raise exits.Stop(f"{target} cannot be written: {error.strerror}.", exits.NOT_WRITTEN) from error
    record("corpus.exported", "", Actor(actor), {"documents": count})
    if not count:
        raise exits.Stop("No document is reviewed yet. Review some on the desk first.", exits.NOTHING_READ)
    click.echo(f"{count} documents in {target}", err=True)
