"""``peelian desk``: the first administrator, invitations, locks."""

from __future__ import annotations

import os
from pathlib import Path

import click

from peelian.cli import exits
from peelian.cli.casebook import actor_option, casebook_option, open_casebook
from peelian.cli.numbers import Whole

ROLES = (
    "reader", "caseworker", "editor", "data_protection_lead", "administrator", "intake_reader",
)  # fmt: skip


@click.group(short_help="Accounts of the desk.")
def desk() -> None:
    """Make accounts of the desk.

    \b
    Examples:
      peelian desk create-admin --name ruth                     asks for the password
      peelian desk invite cara --role caseworker --actor ruth   prints a link for cara
      peelian desk unlock cara --actor ruth                     after too many attempts
    """


@desk.command("create-admin", short_help="Make the first administrator.")
@click.option(
    "--name", envvar="PEELIAN_ADMIN_NAME", prompt="Name to sign in with", help="Or PEELIAN_ADMIN_NAME."
)
@click.option("--email", envvar="PEELIAN_ADMIN_EMAIL", default="", help="Or PEELIAN_ADMIN_EMAIL.")
@casebook_option
def create_admin(name: str, email: str, folder: Path) -> None:
    """Make an account that can run accounts and see the audit trail.

    The password is asked for, or taken from PEELIAN_ADMIN_PASSWORD; never from the command line, where others
    could read it. At the first sign-in the account sets up its second factor.
    """
    open_casebook(folder, make=True)
    from django.core.exceptions import ValidationError

    from peelian.casebook.audit import Actor
    from peelian.desk.accounts.invitations import InvitationRefused, accept, invite

    password = os.environ.get("PEELIAN_ADMIN_PASSWORD") or click.prompt(
        "Password (12 characters at least)", hide_input=True, confirmation_prompt=True, err=True
    )
    try:
        accept(invite(name, ["administrator"], Actor("peelian desk create-admin"), email), password)
    except InvitationRefused as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None
    except ValidationError as error:
        raise exits.Stop(" ".join(error.messages), exits.USAGE) from None
    click.echo(f"{name} can sign in at /desk/ and invite others there.", err=True)


@desk.command(short_help="Invite somebody by a link.")
@click.argument("name")
@click.option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    type=click.Choice(ROLES),
    help="May be given several times.",
)
@click.option("--email", default="", help="Kept with the account.")
@click.option("--days", type=Whole(1, 30), default=7, show_default=True, help="How long the link holds.")
@click.option(
    "--address",
    envvar="PEELIAN_ADDRESS",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Where the server is reached.",
)
@actor_option
@casebook_option
def invite(
    name: str, roles: tuple[str, ...], email: str, days: int, address: str, actor: str, folder: Path
) -> None:
    """Print a link with which NAME sets a password and comes in, once.

    Give it to the person by a way that only they can read.
    """
    open_casebook(folder)
    from django.urls import reverse

    from peelian.casebook.audit import Actor
    from peelian.desk.accounts import invitations

    try:
        secret = invitations.invite(name, roles, Actor(actor), email, days)
    except invitations.InvitationRefused as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None
    click.echo(address.rstrip("/") + reverse("desk:join", args=[secret]))
    click.echo(f"It works once, for {days} days.", err=True)


@desk.command(short_help="Open the lock after too many attempts.")
@click.argument("name")
@actor_option
@casebook_option
def unlock(name: str, actor: str, folder: Path) -> None:
    """Let NAME try to sign in again at once."""
    open_casebook(folder)
    from axes.utils import reset

    from peelian.casebook.audit import Actor, record
    from peelian.desk.accounts.adapter import counted_name

    count = reset(username=counted_name(None, {"username": name}))
    record("account.unlocked", name, Actor(actor))
    click.echo(f"{count} failed attempts of {name} are forgotten.", err=True)


@desk.command(short_help="Mail caseworkers what is due.")
@click.option("--site", required=True, help="The address of the desk, for links: https://desk.example.org")
@casebook_option
def digest(site: str, folder: Path) -> None:
    """Mail each caseworker the clocks and tasks that are overdue, due today or soon. Run it each morning.

    The mails hold ids of cases, no names.
    """
    open_casebook(folder)
    from django.utils import timezone

    from peelian.desk.casework import digest as digests

    try:
        sent = digests.send(timezone.localdate(), site=site)
    except OSError as error:
        raise exits.Stop(f"The mail could not be sent: {error}.", exits.NOT_WRITTEN) from error
    told = f"{len(sent.to)} mails sent, {len(sent.nothing)} people with nothing that presses"
    lacking = f"; without an address: {', '.join(sent.without_address)}" if sent.without_address else ""
    click.echo(f"{told}{lacking}.", err=True)
