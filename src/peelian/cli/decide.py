"""``peelian decide``: people's decisions from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peelian.cli import exits, refusals
from peelian.cli.casebook import actor_option, casebook_option, open_casebook, tidy

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from peelian.casebook.models import Decision


@click.group(short_help="Decide on statements, persons and cases.")
def decide() -> None:
    """Decide what documents leave open. Each decision is kept for ever, with who, when and why.

    STATEMENT and MENTION are keys (t-…, m-…), as `peelian decide list MENTION` and `peelian case ID --json`
    show them; PERSON and CASE are ids (p-…, c-…).

    \b
    Examples:
      peelian decide correct t-8631ee313c331506 39 --reason "the court list says 39" --actor "R. Fairlight"
      peelian decide same m-12ab… m-34cd… --reason "same collar number" --actor "R. Fairlight"
      peelian decide close 12 --reason "misread" --actor "R. Fairlight"
    """


def _take(
    folder: Path, actor: str, kind: str, target: str, other: str = "", reason: str = "", **payload: Any
) -> None:
    open_casebook(folder)
    from django.db import DatabaseError

    from peelian.casebook.audit import Actor
    from peelian.casebook.deciding import DecisionRefused
    from peelian.casebook.deciding import decide as decide_it
    from peelian.casebook.linking_step import LinkingDisturbed

    try:
        made = decide_it(kind, target, other, payload, reason, actor=Actor(actor))
    except DecisionRefused as refused:
        raise exits.Stop(tidy(str(refused)), exits.USAGE) from refused
    except (DatabaseError, LinkingDisturbed) as problem:
        raise exits.Stop(
            f"Nothing was decided: {tidy(refusals.words(problem))}.", exits.NOT_WRITTEN
        ) from problem
    click.echo(f"Decision {made.pk} is kept. `peelian decide close {made.pk}` takes it back.", err=True)


Option = Callable[[Callable[..., None]], Callable[..., None]]
_reason = click.option("--reason", default="", help="Why: it stands in the record.")
_reason_needed = click.option("--reason", required=True, help="Why: it stands in the record.")


def _value(text: str) -> Any:
    """A value as JSON if it is a number, true, false, or a record; else as words."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, bool | int | float | dict) else text


def _said_of(one: str, name: str, kind: str, why: Option, help_: str) -> None:
    """A command that says one thing of one statement or mention."""

    @decide.command(name=name, help=help_)
    @click.argument("target", metavar=one)
    @casebook_option
    @actor_option
    @why
    def command(target: str, folder: Path, actor: str, reason: str) -> None:
        _take(folder, actor, kind, target, reason=reason)


_said_of("STATEMENT", "accept", "accept", _reason, "Say that a statement is right.")
_said_of("STATEMENT", "reject", "reject", _reason, "Say that a statement is wrong: it counts no more.")
_said_of(
    "MENTION", "not-a-subject", "not_subject", _reason_needed,
    "Say that the reader took somebody for a subject who is none: MENTION leaves its person and its case.",
)  # fmt: skip


@decide.command()
@click.argument("statement")
@click.argument("value")
@casebook_option
@actor_option
@_reason_needed
def correct(statement: str, value: str, folder: Path, actor: str, reason: str) -> None:
    """Give a statement its right VALUE: words, an id, a date (2014-04-11), a length (P2Y6M, 18 months), a number."""
    _take(folder, actor, "correct", statement, reason=reason, value=_value(value))


@decide.command()
@click.argument("mention")
@click.argument("field")
@click.argument("value")
@click.option("--pointer", help="For a part of a record that is there: its place (/offences/0/count).")
@casebook_option
@actor_option
@_reason
def add(
    mention: str, field: str, value: str, pointer: str | None, folder: Path, actor: str, reason: str
) -> None:
    """Add a VALUE that the reader missed: FIELD as in the guide (residence), or a whole record as JSON (orders)."""
    told = {"field": field, "value": _value(value)}
    _take(folder, actor, "add", mention, reason=reason, **told, **({"pointer": pointer} if pointer else {}))


def _pair(kind: str, help_: str) -> None:
    @decide.command(name=kind, help=help_)
    @click.argument("mention")
    @click.argument("other")
    @casebook_option
    @actor_option
    @click.option("--reason", required=kind != "unsure", default="", help="Why: it stands in the record.")
    def command(mention: str, other: str, folder: Path, actor: str, reason: str) -> None:
        _take(folder, actor, kind, mention, other, reason)


_pair("same", "Two mentions are one person. Binds every later run.")
_pair("different", "Two mentions are two persons. Binds every later run.")
_pair("unsure", "It cannot be told whether two mentions are one person. An answer too: it is kept.")


@decide.command(name="split-person")
@click.argument("person")
@click.argument("mentions", nargs=-1, required=True)
@casebook_option
@actor_option
@_reason_needed
def split_person(person: str, mentions: tuple[str, ...], folder: Path, actor: str, reason: str) -> None:
    """Say that MENTIONS of a PERSON are somebody else's."""
    _take(folder, actor, "split_person", person, reason=reason, mentions=list(mentions))


@decide.command(name="split-case")
@click.argument("case")
@click.argument("mentions", nargs=-1, required=True)
@casebook_option
@actor_option
@_reason_needed
def split_case(case: str, mentions: tuple[str, ...], folder: Path, actor: str, reason: str) -> None:
    """Say that MENTIONS of a CASE tell of another matter."""
    _take(folder, actor, "split_case", case, reason=reason, mentions=list(mentions))


@decide.command(name="join-case")
@click.argument("case")
@click.argument("other")
@casebook_option
@actor_option
@_reason_needed
def join_case(case: str, other: str, folder: Path, actor: str, reason: str) -> None:
    """Say that two cases are one matter."""
    _take(folder, actor, "join_case", case, other, reason)


@decide.command()
@click.argument("decision")
@casebook_option
@actor_option
@_reason_needed
def close(decision: str, folder: Path, actor: str, reason: str) -> None:
    """Take back a DECISION (its number). It stays in the record, with who took it back."""
    _take(folder, actor, "close", decision, reason=reason)


@decide.command(name="list")
@click.argument("target", required=False)
@click.option("--pairs", is_flag=True, help="Pairs of mentions that wait for a judgement.")
@casebook_option
def list_(target: str | None, pairs: bool, folder: Path) -> None:
    """List decisions that hold, or pairs that wait for a judgement.

    Of several on one statement or one pair only the last counts: the earlier ones say by which they are superseded.

    With TARGET, a key or id, only those that touch it: of a case or person its mentions, then every decision
    on it, on them and on their statements.
    """
    open_casebook(folder)
    from peelian.casebook.models import Mention
    from peelian.casebook.queues import open_decisions, pairs_to_judge, superseded

    if pairs:
        for pair in pairs_to_judge().iterator(500):
            names = dict(Mention.internal.filter(key__in=(pair.left, pair.right)).values_list("key", "name"))
            told = " / ".join(f"{key} {tidy(names.get(key, ''))}" for key in (pair.left, pair.right))
            click.echo(f"{pair.weight:+.1f}  {told}  {tidy(pair.reason)}".rstrip())
        return
    made = open_decisions() if target is None else _about(target)
    each = made.iterator(500)
    while some := list(islice(each, 500)):
        later = superseded(some)
        for one in some:
            soft = " (soft)" if one.soft else ""
            over = f" (superseded by {later[one.pk].pk})" if one.pk in later else ""
            click.echo(
                f"{one.pk}  {one.kind}{soft}{over}  {one.target} {one.other}".rstrip()
                + f"  {tidy(one.actor_name)}, {one.at:%Y-%m-%d}: {tidy(one.reason) or 'no reason given'}"
            )


def _about(target: str) -> QuerySet[Decision]:
    """The decisions on a key or id, after its mentions are written if it is a case, person or mention.

    Raises `UsageError` for what the casebook does not have.
    """
    from peelian.casebook.listing import NoSuchCase, case_of, person_of
    from peelian.casebook.models import Mention, Source, Statement
    from peelian.casebook.queues import decisions_about, open_decisions

    kind = target.partition("-")[0]
    if kind not in ("c", "p", "m"):
        made = open_decisions(target=target)
        there = {"t": Statement.internal.filter(key=target), "s": Source.internal.filter(public_id=target)}
        if not made.exists() and not (kind in there and there[kind].exists()):
            raise click.UsageError(f"There is nothing in the casebook with the key or id {target!r}.")
        return made
    case = person = None
    if kind == "m":
        found = Mention.internal.filter(key=target)
        if not found.exists():
            raise click.UsageError(f"There is no mention {target!r}.")
    else:
        try:
            case, person = (case_of(target), None) if kind == "c" else (None, person_of(target))
        except NoSuchCase as error:
            raise click.UsageError(str(error)) from error
        whole = case or person
        if whole is not None and whole.public_id != target:
            click.echo(f"{target} was merged into {whole.public_id}. That one is listed.", err=True)
        mine = {"case": case} if case is not None else {"person": person}
        found = Mention.internal.filter(current=True, **mine)
    for mention in found.select_related("source").order_by("source", "index"):
        title = tidy(mention.source.title or mention.source.public_id)
        out = "" if mention.current else "  (no subject of the document now)"
        click.echo(f"{mention.key}  {tidy(mention.name) or 'not named'}  {title}{out}")
    return decisions_about(found, case, person)
