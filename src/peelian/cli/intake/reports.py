"""Reports: ``list``, ``export``, ``read``, ``reply``, ``move``.

``read --bundle`` needs no casebook, no server and no network: it belongs on the recipient's machine.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peelian.cli import exits
from peelian.cli.casebook import casebook_option
from peelian.cli.intake.opening import (
    EXISTING,
    identities_of,
    key_option,
    passphrase_option,
    report_of,
    set_up,
    today,
)

if TYPE_CHECKING:
    from peelian.intake.opening import OpenedMessage


@click.command("list", short_help="List reports, or recipients.")
@click.option("--recipients", "people", is_flag=True, help="List to whom is sealed, with fingerprints.")
@casebook_option
def list_(people: bool, folder: Path) -> None:
    """List the reports that are held (handle, state, day, case), separated by tabs. No word of them is shown."""
    set_up(folder)
    from peelian.intake import crypto
    from peelian.intake.models import Recipient, Report

    if people:
        for held in Recipient.internal.all():
            until = held.active_to or ""
            print_ = crypto.fingerprint(held.public_key)
            click.echo(f"{held.name}\t{held.role}\t{print_}\t{held.active_from}\t{until}")
        return
    for report in Report.internal.filter(expires_on__gte=today()):
        click.echo(f"{report.handle}\t{report.state}\t{report.received_on}\t{report.case_public_id}")


@click.command(short_help="Write the sealed reports to one file.")
@click.argument("handle", required=False, default="")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file.")
@casebook_option
def export(handle: str, out: Path, folder: Path) -> None:
    """Write all sealed reports, or the one named HANDLE, to a file for the recipient's own machine."""
    by = set_up(folder)
    from peelian.casebook.audit import record
    from peelian.intake.bundle import write_bundle
    from peelian.intake.models import Report

    wanted = Report.internal.filter(expires_on__gte=today())
    if handle:
        wanted = wanted.filter(pk=report_of(handle).pk)
    try:
        with out.open("xb") as file:
            count = write_bundle(wanted, file)
    except OSError as error:
        raise exits.Stop(f"{out} could not be written: {error.strerror}.", exits.NOT_WRITTEN) from None
    record("intake.exported", handle, by, {"reports": count})
    click.echo(f"{count} sealed report{'' if count == 1 else 's'} in {out}.", err=True)


@click.command(short_help="Read reports with a key.")
@click.argument("handle", required=False, default="")
@key_option
@passphrase_option
@click.option("--bundle", type=EXISTING, help="Read from the file that `export` wrote, without a casebook.")
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
    identities = identities_of(key_files, passphrase_file)
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
        by = set_up(folder)
        from peelian.intake import triage
        from peelian.intake.models import Report

        wanted = [report_of(handle)] if handle else Report.internal.filter(expires_on__gte=today())
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


@click.command(short_help="Answer a source.")
@click.argument("handle")
@click.option("--text", type=click.File("r", encoding="utf-8"), default="-", help="A file; default: stdin.")
@casebook_option
def reply(handle: str, text: Any, folder: Path) -> None:
    """Answer the source of report HANDLE. Only the holder of the receipt code and the recipients can read it."""
    by = set_up(folder)
    from peelian.intake import crypto, submission, triage

    try:
        triage.reply(report_of(handle), text.read(), by, today())
    except (ValueError, crypto.CannotSeal, submission.Full) as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None
    click.echo("The reply is sealed and waits for the source.", err=True)


@click.command(short_help="Put a report into another state.")
@click.argument("handle")
@click.argument("state", type=click.Choice(["in_talk", "linked", "referred", "closed"]))
@click.option("--case", help="The public id of the case, for linked.")
@casebook_option
def move(handle: str, state: str, case: str | None, folder: Path) -> None:
    """Put report HANDLE into STATE; linked needs --case. No word of a report goes into a case."""
    by = set_up(folder)
    from peelian.intake import triage

    report = report_of(handle)
    try:
        if state == "linked":
            triage.link(report, case or "", by, today())
        else:
            triage.move(report, state, by, today())
    except triage.NotPossible as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None


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
