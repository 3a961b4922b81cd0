"""What the commands of ``peelian intake`` share: the casebook opened, key files opened, a report found, the day."""

from __future__ import annotations

import datetime
import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peelian.cli import exits
from peelian.cli.casebook import open_casebook

if TYPE_CHECKING:
    from peelian.casebook.audit import Actor
    from peelian.intake.crypto import Identity
    from peelian.intake.models import Report

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
key_option = click.option(
    "--key",
    "key_files",
    type=EXISTING,
    multiple=True,
    required=True,
    help="A key file; may be given several times.",
)
passphrase_option = click.option(
    "--passphrase-file",
    type=EXISTING,
    help="Read the passphrase from the first line of this file and do not ask.",
)


def set_up(folder: Path, *, make: bool = False) -> Actor:
    """The casebook opened. Returns who acts."""
    open_casebook(folder, make=make)
    from peelian.casebook.audit import Actor

    return Actor(f"{getpass.getuser()} (command line)")


def identities_of(key_files: Sequence[Path], passphrase_file: Path | None) -> list[Identity]:
    from peelian.intake import crypto

    found = []
    for path in key_files:
        content = path.read_bytes()[: crypto.LARGEST_KEY_FILE + 1]
        passphrase = ""
        if content.startswith(b"age-encryption.org/"):
            if passphrase_file is not None:
                passphrase = first_line(passphrase_file)
            else:
                passphrase = click.prompt(f"Passphrase of {path.name}", hide_input=True, err=True)
        try:
            found.append(crypto.open_key_file(content, passphrase))
        except crypto.CannotOpen as refusal:
            raise exits.Stop(f"{path}: {refusal}", exits.USAGE) from None
    return found


def report_of(handle: str) -> Report:
    from peelian.intake.models import Report

    found = Report.internal.filter(handle=handle.upper(), expires_on__gte=today()).first()
    if found is None:
        raise exits.Stop(
            f"There is no report {handle!r}. `peelian intake list` shows them.", exits.NOTHING_READ
        )
    return found


def first_line(path: Path) -> str:
    return (path.read_text("utf-8").splitlines() or [""])[0]


def today() -> datetime.date:
    return datetime.date.today()
