"""``peelian publish``: a case on its way to the public, by two people's act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from peelian.cli import exits
from peelian.cli.casebook import actor_option, casebook_option, open_casebook, tidy

if TYPE_CHECKING:
    from peelian.casebook.audit import Actor

F = TypeVar("F", bound=Callable[..., Any])

policy_option = click.option(
    "--policy",
    type=click.Choice(["cautious", "journalism"]),
    default="cautious",
    show_default=True,
    help="What may be shown.",
)
case_argument = click.argument("case_id", metavar="CASE")
day_option = click.option(
    "--on",
    "as_of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Apply the rules as of this day (2024-04-11). Without it: today.",
)


def _plainly(command: F) -> F:
    """Have what cannot be done said in words, with an exit code, and no traceback."""

    @wraps(command)
    def run(*args: Any, folder: Path, **more: Any) -> None:
        open_casebook(folder)
        from peelian.publication.assembling import NotPublishable
        from peelian.publication.rulebook import RulebookError
        from peelian.publication.rulings import OverrideRefused
        from peelian.publication.services import Refused

        try:
            command(*args, **more)
        except (Refused, NotPublishable, OverrideRefused, RulebookError) as error:
            words = tidy(str(error)).rstrip(".")
            raise exits.Stop(f"{words[:1].upper()}{words[1:]}.", exits.USAGE) from error

    return run  # type: ignore[return-value]  # the same command with one argument taken away


def _actor(name: str) -> Actor:
    from peelian.casebook.audit import Actor

    return Actor(name)


@click.group(short_help="Prepare, approve, withdraw and review what the public sees.")
def publish() -> None:
    """A case goes public by two people's act: one prepares it, another approves it.

    \b
    Examples:
      peelian publish preview c-4k2m9x7q1a
      peelian publish prepare c-4k2m9x7q1a --actor ada
      peelian publish approve c-4k2m9x7q1a --actor ben
      peelian publish review                        run daily: conviction spent, time of a notice over

    \b
    Exit codes: 0 done, 2 refused or wrong usage, 4 not written
    """


@publish.command(short_help="Show what publishing would show and change.")
@case_argument
@casebook_option
@policy_option
@day_option
@click.option("--json", "as_json", is_flag=True, help="Print the published case as JSON.")
@_plainly
def preview(case_id: str, policy: str, as_of: datetime | None, as_json: bool) -> None:
    """Show what publishing CASE would show, what that changes, and what is withheld by which rule.

    The list of rules is for the desk: it can say what the public is not told.
    """
    from peelian.publication import services

    seen = services.preview(case_id, policy, as_of.date() if as_of else None)
    if as_json:
        click.echo(seen.case.to_json().decode())
        return
    click.echo(tidy(seen.case.title))
    if seen.case.held:
        for why in seen.case.holds:
            click.echo(f"  on hold: {tidy(why)}")
    if seen.case.summary:
        click.echo(tidy(seen.case.summary))
    click.echo()
    click.echo(
        "What readers would see change:" if seen.public else "What readers would see (nothing is public now):"
    )
    for change in seen.changes:
        if "/quotes/" not in change.where:
            words = (
                change.after
                if change.kind in ("appears", "loosens")
                else f"{change.before} -> {change.after}"
            )
            click.echo(f"  {change.kind:<10} {tidy(change.heading)}: {tidy(words)}")
    told = [ruling for ruling in seen.weighed.rulings if ruling.effect != "note"]
    click.echo()
    click.echo("What is not shown as it is, and why:" if told else "Nothing is withheld.")
    for ruling in told:
        click.echo(
            f"  {ruling.effect:<10} {tidy(ruling.target)}: {tidy(ruling.words)} [{ruling.rule}; {tidy(ruling.source)}]"
        )
    if seen.case.next_review:
        click.echo(f"\nTo be looked at again on {seen.case.next_review}.")


@publish.command(short_help="Put a case up for approval.")
@click.argument("case_id", metavar="[CASE]", required=False)
@casebook_option
@actor_option
@policy_option
@click.option("--all", "every", is_flag=True, help="Every case that may be shown.")
@_plainly
def prepare(case_id: str | None, actor: str, policy: str, every: bool) -> None:
    """Put CASE (or, with --all, every case) up for approval by another person."""
    from peelian.publication import services

    def act(one: str) -> None:
        services.prepare(one, _actor(actor), policy)

    _each(case_id, every, act, "prepared")


@publish.command(short_help="Make what another person prepared public.")
@click.argument("case_id", metavar="[CASE]", required=False)
@casebook_option
@actor_option
@click.option("--all", "every", is_flag=True, help="Every case that is prepared.")
@_plainly
def approve(case_id: str | None, actor: str, every: bool) -> None:
    """Make CASE (or, with --all, every prepared case) public, as a second person."""
    from peelian.publication import services

    def act(one: str) -> None:
        services.approve(one, _actor(actor))

    _each(case_id, every, act, "approved", waiting=True)


@publish.command(short_help="Take a case from the public, at once.")
@case_argument
@casebook_option
@actor_option
@click.option("--reason", required=True, help="Why. It stands with the case at the desk.")
@_plainly
def withdraw(case_id: str, actor: str, reason: str) -> None:
    """Take CASE from the public. One person can do it."""
    from peelian.publication import services

    services.withdraw(case_id, _actor(actor), reason)
    click.echo(f"{case_id} withdrawn.", err=True)


@publish.command(short_help="Apply what the date changes. Run it daily.")
@casebook_option
@day_option
@click.option("--due", is_flag=True, help="Look only at cases whose review date has come.")
@_plainly
def review(as_of: datetime | None, due: bool) -> None:
    """Ask the gate again for all public cases, and apply retention.

    What must be shown less (a conviction is spent, a notice has had its time) changes at once. What may be
    shown more waits for two people.
    """
    from peelian.publication import requests, services

    day = as_of.date() if as_of else services.today()
    done = services.apply_date_changes(day, every=not due)
    for word, ids in (
        ("tightened", done.tightened),
        ("withdrawn", done.withdrawn),
        ("proposed", done.proposed),
    ):
        for one in ids:
            click.echo(f"{word:<10} {one}")
    kept = sum(requests.apply_retention(day).values())
    click.echo(
        f"{len(done.tightened)} tightened, {len(done.withdrawn)} withdrawn, {len(done.proposed)} waiting for two "
        f"people, {done.unchanged} unchanged; {kept} deleted by retention.",
        err=True,
    )


def _each(
    case_id: str | None, every: bool, act: Callable[[str], None], word: str, *, waiting: bool = False
) -> None:
    """Do an act on one case, or on all; of all, say which were refused and why."""
    from peelian.publication.assembling import NotPublishable, case_ids
    from peelian.publication.models import Publication
    from peelian.publication.services import Refused

    if every == (case_id is not None):
        both = "Name a case or give --all, not both." if every else "Name a case, or give --all."
        raise exits.Stop(both, exits.USAGE)
    if case_id is not None:
        act(case_id)
        click.echo(f"{case_id} {word}.", err=True)
        return
    ids = (
        list(Publication.internal.exclude(proposal="").values_list("case_id", flat=True))
        if waiting
        else case_ids()
    )
    done = 0
    for one in ids:
        try:
            act(one)
        except (Refused, NotPublishable) as error:
            click.echo(f"{one}: {tidy(str(error))}", err=True)
        else:
            done += 1
    if waiting and not ids:
        click.echo("Nothing waits for approval: `peelian publish prepare` puts a case up.", err=True)
    click.echo(f"{done} of {len(ids)} {word}.", err=True)
    if done < len(ids):
        raise click.exceptions.Exit(exits.USAGE)
