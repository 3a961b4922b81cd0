"""What the commands on a casebook share: the option that names it, its opening, words for its values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from peelian.cli import exits, refusals

F = TypeVar("F", bound=Callable[..., Any])

casebook_option = click.option(
    "--casebook",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="PEELIAN_CASEBOOK",
    default=Path("casebook"),
    show_default=True,
    help="The casebook's folder (or set PEELIAN_CASEBOOK).",
)

actor_option = click.option(
    "--actor", envvar="PEELIAN_ACTOR", required=True, help="Your name: it stands in the audit trail."
)
#: Of upkeep, which cron does too: nobody has to be named.
own_actor_option = click.option(
    "--actor",
    envvar="PEELIAN_ACTOR",
    default="peelian",
    show_default=True,
    help="Who does it, for the audit trail.",
)


def open_casebook(folder: Path, *, make: bool = False) -> None:
    """Have Django ready for the casebook in ``folder``, its tables up to date.

    Raises Stop, with what to do, if there is none (unless it is to be made) or it cannot be opened.
    """
    import os

    if not make and not _there(folder):
        raise exits.Stop(
            f"There is no casebook in {folder}. Make one with `peelian add PATH --casebook {folder}`, "
            "or name another with --casebook.",
            exits.USAGE,
        )
    from peelian.server import configure

    try:
        configure(folder)
    except OSError as error:
        raise exits.Stop(
            f"The folder {folder} cannot be used: {tidy(refusals.words(error))}.", exits.NOT_WRITTEN
        ) from error
    except RuntimeError as error:
        raise exits.Stop(str(error) + ".", exits.USAGE) from error
    from django.core.management import call_command
    from django.db import DatabaseError

    from peelian.casebook.locking import upgrading

    try:
        if _outdated():
            with upgrading(folder):
                if _outdated():  # nobody else has done it meanwhile
                    call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        where = "DATABASE_URL" if os.environ.get("DATABASE_URL") else str(folder)
        raise exits.Stop(
            f"The database of {where} cannot be opened: {tidy(refusals.words(error))}.", exits.NOT_WRITTEN
        ) from error


def _outdated() -> bool:
    """Whether tables are missing or of an older version. Raises Stop for those of a newer one."""
    from django.apps import apps
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    loader = executor.loader
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("peelian.")}
    unknown = sorted(
        step for step in loader.applied_migrations if step[0] in ours and step not in loader.disk_migrations
    )
    if unknown:
        raise exits.Stop(
            f"The casebook was written by a newer version of Peelian ({'.'.join(unknown[0])}). Install that version, "
            "or restore a backup of before with `peelian restore FILE --casebook FOLDER`.",
            exits.NOT_WRITTEN,
        )
    return bool(executor.migration_plan(loader.graph.leaf_nodes()))


def _there(folder: Path) -> bool:
    """Whether a casebook is in the folder; one whose tables are in PostgreSQL has a folder too."""
    return (folder / "casebook.sqlite3").is_file() or (folder / "secret-key").is_file()


def tidy(text: str) -> str:
    """``text`` made harmless for a terminal, on one line."""
    from peelian.cli.words import one_line

    return one_line(text)


def in_words(field: str, value: Any) -> str:
    """A value of a field as people say it: ids by their names, dates, lengths, sums."""
    from peelian.cli import words

    name = field.rpartition(".")[2]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(in_words(field, item) for item in value)
    if name in ("length", "suspended_for") and isinstance(value, str):
        return words.length(value)
    if name in ("date", "sentenced_on", "joined") and isinstance(value, str):
        return words.date(value)
    if name == "amount" and isinstance(value, int | float):
        return words.money(value)
    vocabulary = {"force": "forces", "rank": "ranks", "offence": "offences"}.get(name)
    if vocabulary and isinstance(value, str):
        return words.named(vocabulary, value)
    if isinstance(value, str) and name in _IDS:
        return words.plain(value)
    return tidy(str(value))


_IDS = frozenset("outcome finding kind stage plea mode oversight resigned result standards".split())


def unfinished_note() -> None:
    """Say on stderr if something is stored and not yet linked or derived."""
    from peelian.casebook.adding import unfinished

    if unfinished():
        click.echo(
            "Some documents are stored and not yet worked into cases (a run was interrupted). "
            "`peelian add` without a path finishes it.",
            err=True,
        )
