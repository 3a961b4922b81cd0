"""``peelian backup``: the whole casebook in one file."""

from __future__ import annotations

from pathlib import Path

import click

from peelian.cli import exits
from peelian.cli.casebook import casebook_option, open_casebook, own_actor_option, tidy


@click.command(short_help="Write the whole casebook to one verified file.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@casebook_option
@own_actor_option
def backup(file: Path, folder: Path, actor: str) -> None:
    """Write tables, originals and the audit trail to FILE (a ZIP), and verify it by reading it again.

    Others may go on working meanwhile. The file holds everything that the casebook holds: keep it as
    closely. With PostgreSQL it needs no pg_dump, and it restores into SQLite as well.

    \b
    Examples:
      peelian backup /mnt/safe/casebook-2026-11-22.zip
    """
    open_casebook(folder)
    from peelian.casebook.archive import BackupProblem
    from peelian.casebook.audit import Actor
    from peelian.casebook.backup import back_up

    try:
        made = back_up(file.resolve(), actor=Actor(actor))
    except BackupProblem as problem:
        raise exits.Stop(tidy(str(problem)), exits.NOT_WRITTEN) from problem
    except OSError as error:
        raise exits.Stop(f"{file} could not be written: {error.strerror}.", exits.NOT_WRITTEN) from error
    click.echo(f"{file}: {made.files} files, {made.size:,} bytes, every hash compared.", err=True)
    click.echo(f"SHA-256 {made.sha256}", err=True)
