"""Keys and recipients: ``keygen``, ``add-recipient``, ``retire``.

``keygen`` needs no casebook, no server and no network: it belongs on the recipient's machine.
"""

from __future__ import annotations

from pathlib import Path

import click

from peelian.cli import exits
from peelian.cli.casebook import casebook_option
from peelian.cli.intake.opening import first_line, passphrase_option, set_up, today


@click.command(short_help="Make a key, offline.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The key file.")
@passphrase_option
def keygen(out: Path, passphrase_file: Path | None) -> None:
    """Make a private key under a passphrase, and print its public key.

    Do this on the recipient's own machine. Give the public key to whoever runs the server; the file and the
    passphrase to nobody. Keep a copy of the file: what is sealed to a lost key is lost.
    """
    from peelian.intake import crypto

    if passphrase_file is None:
        passphrase = click.prompt("Passphrase", hide_input=True, confirmation_prompt=True, err=True)
    else:
        passphrase = first_line(passphrase_file)
    try:
        public = crypto.make_key_file(out, passphrase)
    except FileExistsError:
        raise exits.Stop(f"{out} is there already. A key is never overwritten.", exits.USAGE) from None
    except ValueError as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None
    except OSError as error:
        raise exits.Stop(f"{out} could not be written: {error.strerror}.", exits.NOT_WRITTEN) from None
    click.echo(public)
    click.echo(f"Fingerprint {crypto.fingerprint(public)}. The private key is in {out}.", err=True)


@click.command("add-recipient", short_help="Seal new reports to a public key.")
@click.argument("name")
@click.option("--key", "public_key", required=True, help="The public key: age1...")
@click.option(
    "--role",
    type=click.Choice(["recipient", "custodian"]),
    default="recipient",
    show_default=True,
    help="What is sealed to it: reports, or identities.",
)
@click.option("--user", "username", help="The account of the desk that this person uses.")
@casebook_option
def add_recipient(name: str, public_key: str, role: str, username: str | None, folder: Path) -> None:
    """Put a public key in force under NAME from today."""
    by = set_up(folder, make=True)
    from django.contrib.auth import get_user_model

    from peelian.casebook.audit import record
    from peelian.intake import crypto, recipients
    from peelian.intake.models import Report

    user = None
    if username is not None:
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise exits.Stop(f"There is no account {username!r}.", exits.USAGE)
    try:
        held = recipients.add(name, public_key, today(), role=recipients.Role(role), user=user)
    except (crypto.CannotSeal, ValueError) as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None
    record("intake.recipient.added", name, by, {"role": role, "key": held.public_key})
    click.echo(
        f"{name} ({role}) from {held.active_from}, fingerprint {crypto.fingerprint(held.public_key)}.",
        err=True,
    )
    if Report.internal.exists():
        click.echo(
            "What was received before stays sealed to the earlier keys until somebody rotates it.", err=True
        )


@click.command(short_help="Seal nothing more to somebody who leaves.")
@click.argument("name")
@casebook_option
def retire(name: str, folder: Path) -> None:
    """From today nothing new is sealed to NAME. Then run `peelian intake rotate` with another's key."""
    by = set_up(folder)
    from peelian.casebook.audit import record
    from peelian.intake import recipients

    try:
        recipients.retire(name, today())
    except (recipients.NoSuchRecipient, ValueError) as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None
    record("intake.recipient.retired", name, by)
    click.echo(f"{name} gets nothing new. What they copied while they could, they keep.", err=True)
