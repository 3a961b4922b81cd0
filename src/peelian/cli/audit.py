"""``peelian audit``: the trail of what was done."""

from __future__ import annotations

import json
from pathlib import Path

import click

from peelian.cli import exits
from peelian.cli.casebook import casebook_option, open_casebook, tidy
from peelian.cli.numbers import Whole


@click.group(short_help="List or verify the audit trail.")
def audit() -> None:
    """The trail of every decision, view and export: append-only, each entry chained to the one before.

    \b
    Examples:
      peelian audit verify --originals
      peelian audit list --target c-0dc1febd3129
    """


@audit.command()
@casebook_option
@click.option("--originals", is_flag=True, help="Also compare every kept original and text with its hash.")
def verify(folder: Path, originals: bool) -> None:
    """Find any tampering: entries or decisions changed, taken out, put in, cut off; triggers missing.

    Exit code 0: all is as it was written. 1: it is not, and each break is listed.
    """
    open_casebook(folder)
    from peelian.casebook.audit import verify as verify_trail
    from peelian.casebook.backup import damaged
    from peelian.casebook.models import AuditEntry, Decision

    found = [str(each) for each in verify_trail()]
    if originals:
        found += damaged()
    for line in found:
        click.echo(tidy(line))
    if found:
        click.echo(
            f"{len(found)} breaks. Restore a backup from before, and find out who had access.", err=True
        )
        raise click.exceptions.Exit(exits.SOME_NOT_READ)
    click.echo(
        f"{AuditEntry.internal.count()} entries and {Decision.internal.count()} decisions are as they were written.",
        err=True,
    )


@audit.command(name="list")
@casebook_option
@click.option("--target", help="Only entries on this id or key.")
@click.option("--actor", help="Only entries of this person.")
@click.option("--limit", type=Whole(1), default=50, show_default=True, help="The newest so many.")
@click.option("--jsonl", is_flag=True, help="An entry a line, whole.")
def list_(folder: Path, target: str | None, actor: str | None, limit: int, jsonl: bool) -> None:
    """List entries, the newest last."""
    open_casebook(folder)
    from peelian.casebook.models import AuditEntry

    found = AuditEntry.internal.order_by("-sequence")
    if target:
        found = found.filter(target=target)
    if actor:
        found = found.filter(actor_name=actor)
    for entry in reversed(found[:limit]):
        if jsonl:
            plain = {
                "sequence": entry.sequence, "at": entry.at.isoformat(), "actor": entry.actor_name,
                "action": entry.action, "target": entry.target, "detail": entry.detail, "hash": entry.hash,
            }  # fmt: skip
            click.echo(json.dumps(plain, ensure_ascii=False))
        else:
            click.echo(
                f"{entry.sequence}  {entry.at:%Y-%m-%d %H:%M}  {tidy(entry.actor_name)}  {entry.action}  "
                f"{tidy(entry.target)}".rstrip()
            )
