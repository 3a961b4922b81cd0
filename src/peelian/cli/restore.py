"""``peelian restore``: a casebook from a backup."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from peelian.cli import exits
from peelian.cli.casebook import casebook_option, open_casebook, own_actor_option, tidy


@click.command(short_help="Make a casebook from a backup.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@casebook_option
@click.option(
    "--replace", is_flag=True, help="Take the place of a casebook that is there; it is kept beside."
)
@click.option("--verify-only", is_flag=True, help="Only compare every hash in the backup.")
@own_actor_option
def restore(file: Path, folder: Path, replace: bool, verify_only: bool, actor: str) -> None:
    """Lay the casebook of FILE into --casebook, every hash compared before and after.

    Into PostgreSQL if DATABASE_URL names one, whichever engine the backup came from. A casebook that is
    there is refused, or with --replace kept beside under a name with the time.

    \b
    Examples:
      peelian restore casebook-2026-11-22.zip --casebook restored
      DATABASE_URL=postgres://… peelian restore casebook-2026-11-22.zip --casebook /srv/casebook
    """
    from peelian.casebook.archive import BackupProblem, unpack, verify

    try:
        if verify_only:
            manifest = verify(file)
            click.echo(f"{file} of {manifest['made_at']} is whole: {len(manifest['files'])} files.", err=True)
            return
        manifest, aside = unpack(file, folder.resolve(), replace=replace)
    except BackupProblem as problem:
        raise exits.Stop(tidy(str(problem)), exits.NOT_WRITTEN) from problem
    except OSError as error:
        raise exits.Stop(f"{folder} could not be written: {error.strerror}.", exits.NOT_WRITTEN) from error
    try:
        _take_over(folder.resolve(), replace, actor)
    except BaseException:
        shutil.rmtree(folder.resolve())
        if aside is not None:
            aside.rename(folder.resolve())
        raise
    click.echo(f"The casebook of {manifest['made_at']} is in {folder}, every hash compared.", err=True)
    if aside is not None:
        click.echo(f"The one that was there is in {aside}.", err=True)


def _take_over(folder: Path, replace: bool, actor: str) -> None:
    open_casebook(folder, make=True)
    from peelian.casebook import audit
    from peelian.casebook.archive import BackupProblem
    from peelian.casebook.backup import damaged, take_over

    try:
        take_over(folder, replace=replace, actor=audit.Actor(actor))
        wrong = [*map(str, audit.verify()), *damaged()]
    except BackupProblem as problem:
        raise exits.Stop(tidy(str(problem)), exits.NOT_WRITTEN) from problem
    for line in wrong:
        click.echo(f"As it was backed up: {tidy(line)}", err=True)
