"""``peelian intake``: keys, recipients, reading on one's own machine, replies, rotation, expiry.

``keygen`` and ``read --bundle`` need no casebook, no server and no network: they belong on the recipient's machine.
"""

from __future__ import annotations

import datetime
import getpass
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peelian.cli import exits
from peelian.cli.casebook import casebook_option, open_casebook

if TYPE_CHECKING:
    from peelian.casebook.audit import Actor
    from peelian.intake.crypto import Identity
    from peelian.intake.models import Report
    from peelian.intake.opening import OpenedMessage

_EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
key_option = click.option(
    "--key",
    "key_files",
    type=_EXISTING,
    multiple=True,
    required=True,
    help="A key file; may be given several times.",
)
passphrase_option = click.option(
    "--passphrase-file",
    type=_EXISTING,
    help="Read the passphrase from the first line of this file and do not ask.",
)


@click.group(short_help="Receive reports in confidence.")
def intake() -> None:
    """Receive reports in confidence: keys, recipients, reading, replies, rotation, expiry.

    \b
    Examples:
      peelian intake keygen --out ruth.key              on Ruth's own machine
      peelian intake add-recipient ruth --key age1...   on the server
      peelian intake export --out sealed.zip            on the server
      peelian intake read --bundle sealed.zip --key ruth.key   on Ruth's machine
    """


@intake.command(short_help="Make a key, offline.")
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
        passphrase = _first_line(passphrase_file)
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


@intake.command("add-recipient", short_help="Seal new reports to a public key.")
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
    by = _set_up(folder, make=True)
    from django.contrib.auth import get_user_model

    from peelian.casebook.audit import record
    from peelian.intake import crypto, recipients

    user = None
    if username is not None:
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise exits.Stop(f"There is no account {username!r}.", exits.USAGE)
    try:
        held = recipients.add(name, public_key, _today(), role=recipients.Role(role), user=user)
    except (crypto.CannotSeal, ValueError) as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None
    record("intake.recipient.added", name, by, {"role": role, "key": held.public_key})
    click.echo(
        f"{name} ({role}) from {held.active_from}, fingerprint {crypto.fingerprint(held.public_key)}.",
        err=True,
    )
    click.echo(
        "What was received before stays sealed to the earlier keys until somebody rotates it.", err=True
    )


@intake.command(short_help="Seal nothing more to somebody who leaves.")
@click.argument("name")
@casebook_option
def retire(name: str, folder: Path) -> None:
    """From today nothing new is sealed to NAME. Then run `peelian intake rotate` with another's key."""
    by = _set_up(folder)
    from peelian.casebook.audit import record
    from peelian.intake import recipients

    try:
        recipients.retire(name, _today())
    except (recipients.NoSuchRecipient, ValueError) as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None
    record("intake.recipient.retired", name, by)
    click.echo(f"{name} gets nothing new. What they copied while they could, they keep.", err=True)


@intake.command("list", short_help="List reports, or recipients.")
@click.option("--recipients", "people", is_flag=True, help="List to whom is sealed, with fingerprints.")
@casebook_option
def list_(people: bool, folder: Path) -> None:
    """List the reports that are held (handle, state, day, case), separated by tabs. No word of them is shown."""
    _set_up(folder)
    from peelian.intake import crypto
    from peelian.intake.models import Recipient, Report

    if people:
        for held in Recipient.internal.all():
            until = held.active_to or ""
            print_ = crypto.fingerprint(held.public_key)
            click.echo(f"{held.name}\t{held.role}\t{print_}\t{held.active_from}\t{until}")
        return
    for report in Report.internal.filter(expires_on__gte=_today()):
        click.echo(f"{report.handle}\t{report.state}\t{report.received_on}\t{report.case_public_id}")


@intake.command(short_help="Write the sealed reports to one file.")
@click.argument("handle", required=False, default="")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file.")
@casebook_option
def export(handle: str, out: Path, folder: Path) -> None:
    """Write all sealed reports, or the one named HANDLE, to a file for the recipient's own machine."""
    by = _set_up(folder)
    from peelian.casebook.audit import record
    from peelian.intake.bundle import write_bundle
    from peelian.intake.models import Report

    wanted = Report.internal.filter(expires_on__gte=_today())
    if handle:
        wanted = wanted.filter(pk=_report(handle).pk)
    try:
        with out.open("xb") as file:
            count = write_bundle(wanted, file)
    except OSError as error:
        raise exits.Stop(f"{out} could not be written: {error.strerror}.", exits.NOT_WRITTEN) from None
    record("intake.exported", handle, by, {"reports": count})
    click.echo(f"{count} sealed report{'' if count == 1 else 's'} in {out}.", err=True)


@intake.command(short_help="Read reports with a key.")
@click.argument("handle", required=False, default="")
@key_option
@passphrase_option
@click.option("--bundle", type=_EXISTING, help="Read from the file that `export` wrote, without a casebook.")
@click.option(
    "--files",
    "files_to",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the attached files into this folder.",
)
@casebook_option
def read(
    handle: str,
    key_files: Sequence[Path],
    passphrase_file: Path | None,
    bundle: Path | None,
    files_to: Path | None,
    folder: Path,
) -> None:
    """Show all reports, or the one named HANDLE, opened with a key. Best on the recipient's own machine."""
    identities = _identities(key_files, passphrase_file)
    shown = 0
    if bundle is not None:
        from peelian.intake.bundle import NotABundle, read_bundle

        try:
            for told in read_bundle(bundle, identities, handle):
                _show(told.handle, told.state, told.received_on, told.case, told.messages, files_to)
                shown += 1
        except NotABundle as refusal:
            raise exits.Stop(str(refusal), exits.NOTHING_READ) from None
    else:
        by = _set_up(folder)
        from peelian.intake import triage
        from peelian.intake.models import Report

        wanted = [_report(handle)] if handle else Report.internal.filter(expires_on__gte=_today())
        for report in wanted:
            opened = triage.read(report, identities, by)
            _show(
                report.handle, report.state, str(report.received_on), report.case_public_id, opened, files_to
            )
            shown += 1
    if not shown:
        raise exits.Stop(
            f"There is no report {handle!r}." if handle else "There are no reports.", exits.NOTHING_READ
        )


@intake.command(short_help="Answer a source.")
@click.argument("handle")
@click.option("--text", type=click.File("r", encoding="utf-8"), default="-", help="A file; default: stdin.")
@casebook_option
def reply(handle: str, text: Any, folder: Path) -> None:
    """Answer the source of report HANDLE. Only the holder of the receipt code and the recipients can read it."""
    by = _set_up(folder)
    from peelian.intake import crypto, submission, triage

    try:
        triage.reply(_report(handle), text.read(), by, _today())
    except (ValueError, crypto.CannotSeal, submission.Full) as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None
    click.echo("The reply is sealed and waits for the source.", err=True)


@intake.command(short_help="Put a report into another state.")
@click.argument("handle")
@click.argument("state", type=click.Choice(["in_talk", "linked", "referred", "closed"]))
@click.option("--case", help="The public id of the case, for linked.")
@casebook_option
def move(handle: str, state: str, case: str | None, folder: Path) -> None:
    """Put report HANDLE into STATE; linked needs --case. No word of a report goes into a case."""
    by = _set_up(folder)
    from peelian.intake import triage

    report = _report(handle)
    try:
        if state == "linked":
            triage.link(report, case or "", by, _today())
        else:
            triage.move(report, state, by, _today())
    except triage.NotPossible as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None


@intake.command(short_help="Seal what is held to the keys now in force.")
@click.option(
    "--key", "key_files", type=_EXISTING, multiple=True, help="A key file; may be given several times."
)
@passphrase_option
@click.option(
    "--export",
    "work",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what is to be done to this file, for `reseal` on the recipient's machine.",
)
@click.option("--import", "done", type=_EXISTING, help="Take in the file that `reseal` wrote.")
@click.option("--yes", is_flag=True, help="The fingerprints have been compared.")
@casebook_option
def rotate(
    key_files: Sequence[Path],
    passphrase_file: Path | None,
    work: Path | None,
    done: Path | None,
    yes: bool,
    folder: Path,
) -> None:
    """Seal what is held under earlier keys to those in force. Can be stopped and run again.

    \b
    With the private key kept off the server:
      peelian intake rotate --export work.zip                        on the server
      peelian intake reseal work.zip --key ruth.key --out done.zip   on Ruth's machine
      peelian intake rotate --import done.zip                        on the server

    With --key both meet in this machine's memory: only where the key is safe, on a copy of the casebook or with
    the database reached from the recipient's machine (DATABASE_URL).
    """
    if (bool(key_files), work is not None, done is not None).count(True) != 1:
        raise exits.Stop("Give one of --key, --export and --import.", exits.USAGE)
    identities = _identities(key_files, passphrase_file)
    by = _set_up(folder)
    from peelian.intake import crypto, resealing, rotation

    try:
        if work is not None:
            with work.open("xb") as file:
                rows = rotation.export_work(file, by, _today())
            click.echo(f"{rows} to be sealed anew, in {work}.", err=True)
            return
        if done is not None:
            tally = rotation.import_done(done, by)
        else:
            _compare(rotation.keys_in_force(_today()), yes)
            tally = rotation.rotate(identities, by, _today())
    except (crypto.CannotSeal, resealing.NotWork) as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None
    except OSError as error:
        raise exits.Stop(f"{work} could not be written: {error.strerror}.", exits.NOT_WRITTEN) from None
    click.echo(
        f"{tally.done} sealed anew, {tally.right} were right already, {tally.closed} not opened or changed meanwhile.",
        err=True,
    )
    if tally.closed:
        raise click.exceptions.Exit(exits.SOME_NOT_READ)


@intake.command(short_help="Do a rotation's work, off the server.")
@click.argument("work", type=_EXISTING)
@key_option
@passphrase_option
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The done work.")
@click.option("--yes", is_flag=True, help="The fingerprints have been compared.")
def reseal(work: Path, key_files: Sequence[Path], passphrase_file: Path | None, out: Path, yes: bool) -> None:
    """Open what `rotate --export` wrote to WORK, and seal it to the keys that it names.

    Compare the fingerprints first: a server that was broken into could have named a key of its own.
    """
    from peelian.intake import resealing

    try:
        named = resealing.keys_named(work)
        _compare(named, yes)
        done, closed = resealing.do_work(work, out, _identities(key_files, passphrase_file), named)
    except resealing.NotWork as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None
    except OSError as error:
        raise exits.Stop(f"{out} could not be written: {error.strerror}.", exits.NOT_WRITTEN) from None
    click.echo(f"{done} sealed anew in {out}, {closed} not opened by these keys.", err=True)
    if closed:
        raise click.exceptions.Exit(exits.SOME_NOT_READ)


@intake.command(short_help="Delete what is over.")
@click.option("--compact", is_flag=True, help="Also rewrite the whole SQLite file (VACUUM).")
@casebook_option
def expire(compact: bool, folder: Path) -> None:
    """Delete reports, drafts and released identities whose time is over. Run it every night."""
    by = _set_up(folder)
    from peelian.intake import retention

    gone = retention.expire(_today(), by, compact=compact)
    click.echo(f"{gone.reports} reports, {gone.drafts} drafts, {gone.releases} releases deleted.", err=True)


def _set_up(folder: Path, *, make: bool = False) -> Actor:
    """The casebook opened. Returns who acts."""
    open_casebook(folder, make=make)
    from peelian.casebook.audit import Actor

    return Actor(f"{getpass.getuser()} (command line)")


def _identities(key_files: Sequence[Path], passphrase_file: Path | None) -> list[Identity]:
    from peelian.intake import crypto

    found = []
    for path in key_files:
        content = path.read_bytes()[: crypto.LARGEST_KEY_FILE + 1]
        passphrase = ""
        if content.startswith(b"age-encryption.org/"):
            if passphrase_file is not None:
                passphrase = _first_line(passphrase_file)
            else:
                passphrase = click.prompt(f"Passphrase of {path.name}", hide_input=True, err=True)
        try:
            found.append(crypto.open_key_file(content, passphrase))
        except crypto.CannotOpen as refusal:
            raise exits.Stop(f"{path}: {refusal}", exits.USAGE) from None
    return found


def _compare(keys: Sequence[str], yes: bool) -> None:
    """Show the fingerprints of ``keys``; go on if the person says that they are right."""
    from peelian.intake import crypto

    for key in keys:
        click.echo(f"sealed to {crypto.fingerprint(key)}  {key}", err=True)
    if not yes and not click.confirm("Are these the people's own fingerprints, compared by voice?", err=True):
        raise exits.Stop("Nothing was opened.", exits.USAGE)


def _report(handle: str) -> Report:
    from peelian.intake.models import Report

    found = Report.internal.filter(handle=handle.upper(), expires_on__gte=_today()).first()
    if found is None:
        raise exits.Stop(
            f"There is no report {handle!r}. `peelian intake list` shows them.", exits.NOTHING_READ
        )
    return found


def _show(
    handle: str, state: str, day: str, case: str, messages: Sequence[OpenedMessage], folder: Path | None
) -> None:
    """A report as text; its files into ``folder``, under names of ours."""
    from peelian.cli.words import harmless

    click.echo(f"== {handle}  {state}  received {day}" + (f"  case {case}" if case else ""))
    for message in messages:
        click.echo(
            f"-- {message.number}. {'from the source' if message.from_source else 'reply'}, {message.day}"
        )
        if message.trouble:
            click.echo(f"   (not opened: {message.trouble})")
        for name, value in message.told:
            click.echo(f"{name}: {harmless(value)}")
        for file in message.files:
            told = f"file {file.number}: {file.media_type}, {len(file.content)} bytes"
            told += ", hidden data taken out" if file.cleaned else ", as it came"
            if file.name:
                told += f", named {harmless(file.name)!r}"
            if folder is not None:
                extension = file.extension if file.extension.lstrip(".").isalnum() else ".bin"
                path = folder / f"{_safe(handle)}-{message.number}-{file.number}{extension}"
                try:
                    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                    with path.open("xb") as out:
                        out.write(file.content)
                except OSError as error:
                    raise exits.Stop(
                        f"{path} could not be written: {error.strerror}.", exits.NOT_WRITTEN
                    ) from None
                told += f" -> {path}"
            click.echo(told)
    sys.stdout.flush()


def _safe(handle: str) -> str:
    return "".join(letter for letter in handle if letter.isalnum() or letter == "-")[:20] or "report"


def _first_line(path: Path) -> str:
    return (path.read_text("utf-8").splitlines() or [""])[0]


def _today() -> datetime.date:
    return datetime.date.today()
