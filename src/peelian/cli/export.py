"""``peelian export``: the casebook as files, through the gate of publication."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from peelian.cli import exits
from peelian.cli.casebook import casebook_option, open_casebook, own_actor_option, unfinished_note

#: As in peelian.publication.exports; written here so that --help needs neither Django nor Arrow.
FORMATS = ("csv", "jsonl", "parquet", "sqlite", "ftm", "datapackage")


@click.command(short_help="Write cases as CSV, JSON Lines, Parquet, SQLite, FollowTheMoney.")
@click.argument("output", metavar="FOLDER", type=click.Path(file_okay=False, path_type=Path))
@casebook_option
@click.option(
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help="What to write; give it several times. Without it: all.",
)
@click.option(
    "--policy",
    type=click.Choice(["cautious", "journalism"]),
    default="cautious",
    show_default=True,
    help="What may be shown.",
)
@click.option(
    "--approved", is_flag=True, help="Only cases that two people made public, as they approved them."
)
@click.option(
    "--on",
    "as_of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Apply the rules as of this day (2024-04-11). Without it: today.",
)
@own_actor_option
def export(
    output: Path,
    folder: Path,
    formats: tuple[str, ...],
    policy: str,
    approved: bool,
    as_of: datetime | None,
    actor: str,
) -> None:
    """Write what may be shown of the casebook to FOLDER.

    Every case goes through the gate first: what may not be shown is not in the files. Without --approved that is
    every case, also those that nobody has approved yet: look before you pass them on. Into the folder that is
    served to everybody (public-export in the casebook) only approved cases go, with --approved or without. Some
    rules change with the date; the command says by when to export again. The audit trail has each export.

    \b
    Examples:
      peelian export out/
      peelian export out/ --format csv --format datapackage
      peelian export out/ --approved --format ftm

    \b
    Exit codes: 0 written, 2 wrong usage, 4 not written
    """
    open_casebook(folder)
    from peelian.casebook.audit import Actor, record
    from peelian.publication import services
    from peelian.publication.exports import ExportRefused
    from peelian.publication.exports import export as write
    from peelian.web.downloads import folder as served

    unfinished_note()
    if not approved and output.resolve() == served().resolve():
        approved = True
        click.echo(f"Everybody can fetch what is in {output}: only approved cases go there.", err=True)
    if approved and as_of is not None:
        raise exits.Stop(
            "Approved cases are given as they were approved; --on does not go with them.", exits.USAGE
        )
    day: date = as_of.date() if as_of else services.today()
    cases = services.published_cases() if approved else services.gated_cases(policy, day)
    try:
        done = write(cases, output, formats or FORMATS, made_on=day, approved=approved)
    except ExportRefused as error:
        raise exits.Stop(f"{str(error)[:1].upper()}{str(error)[1:]}.", exits.USAGE) from error
    except OSError as error:
        raise exits.Stop(
            f"{error.filename or output} could not be written: {error.strerror or error}.", exits.NOT_WRITTEN
        ) from error
    told = {"cases": done.cases, "policy": "as approved" if approved else policy, "approved": approved}
    record("casebook.exported", "", Actor(actor), told)
    for path in done.files:
        click.echo(str(path))
    many = "1 case" if done.cases == 1 else f"{done.cases:,} cases"
    again = f" Export again by {done.next_review}: then something changes." if done.next_review else ""
    click.echo(f"{many} written.{again}", err=True)
