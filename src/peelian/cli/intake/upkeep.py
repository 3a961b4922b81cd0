"""Upkeep: ``rotate``, ``reseal``, ``expire``.

``reseal`` needs no casebook, no server and no network: it belongs on the recipient's machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from peelian.cli import exits
from peelian.cli.casebook import casebook_option
from peelian.cli.intake.opening import EXISTING, identities_of, key_option, passphrase_option, set_up, today


@click.command(short_help="Seal what is held to the keys now in force.")
@click.option(
    "--key", "key_files", type=EXISTING, multiple=True, help="A key file; may be given several times."
)
@passphrase_option
@click.option(
    "--export",
    "work",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what is to be done to this file, for `reseal` on the recipient's machine.",
)
@click.option("--import", "done", type=EXISTING, help="Take in the file that `reseal` wrote.")
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
    identities = identities_of(key_files, passphrase_file)
    by = set_up(folder)
    from peelian.intake import crypto, resealing, rotation

    try:
        if work is not None:
            with work.open("xb") as file:
                rows = rotation.export_work(file, by, today())
            click.echo(f"{rows} to be sealed anew, in {work}.", err=True)
            return
        if done is not None:
            tally = rotation.import_done(done, by)
        else:
            _compare(rotation.keys_in_force(today()), yes)
            tally = rotation.rotate(identities, by, today())
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


@click.command(short_help="Do a rotation's work, off the server.")
@click.argument("work", type=EXISTING)
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
        done, closed = resealing.do_work(work, out, identities_of(key_files, passphrase_file), named)
    except resealing.NotWork as refusal:
        raise exits.Stop(str(refusal), exits.USAGE) from None
    except OSError as error:
        raise exits.Stop(f"{out} could not be written: {error.strerror}.", exits.NOT_WRITTEN) from None
    click.echo(f"{done} sealed anew in {out}, {closed} not opened by these keys.", err=True)
    if closed:
        raise click.exceptions.Exit(exits.SOME_NOT_READ)


@click.command(short_help="Delete what is over.")
@click.option("--compact", is_flag=True, help="Also rewrite the whole SQLite file (VACUUM).")
@casebook_option
def expire(compact: bool, folder: Path) -> None:
    """Delete reports, drafts and released identities whose time is over. Run it every night."""
    by = set_up(folder)
    from peelian.intake import retention

    gone = retention.expire(today(), by, compact=compact)
    click.echo(f"{gone.reports} reports, {gone.drafts} drafts, {gone.releases} releases deleted.", err=True)


def _compare(keys: Sequence[str], yes: bool) -> None:
    """Show the fingerprints of ``keys``; go on if the person says that they are right."""
    from peelian.intake import crypto

    for key in keys:
        click.echo(f"sealed to {crypto.fingerprint(key)}  {key}", err=True)
    if not yes and not click.confirm("Are these the people's own fingerprints, compared by voice?", err=True):
        raise exits.Stop("Nothing was opened.", exits.USAGE)
