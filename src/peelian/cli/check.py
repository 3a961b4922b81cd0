"""``peelian check``: what the rules of process and law say about cases."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peelian.cli import exits
from peelian.cli.casebook import casebook_option, open_casebook, tidy, unfinished_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peelian.casebook.models import Case
    from peelian.casefile.facts import Check


@click.command(short_help="Say what does not fit the process or the law.")
@click.argument("case_id", metavar="[ID]", required=False)
@casebook_option
@click.option("--severity", type=click.Choice(["note", "warning", "error"]), default="note", show_default=True,
              help="The least grave that is shown.")  # fmt: skip
@click.option("--jsonl", is_flag=True, help="A finding a line, with its citations.")
def check(case_id: str | None, folder: Path, severity: str, jsonl: bool) -> None:
    """Say what does not fit: events out of order, outcomes that the forum cannot give, clocks exceeded.

    ID is a case; without it all cases are gone through. A finding is a reason to look, not a judgement:
    each names its rule and the rule's source, and says "may" where the rule is not verified.

    \b
    Examples:
      peelian check
      peelian check c-0dc1febd3129
      peelian check --severity error --jsonl
    """
    import msgspec

    open_casebook(folder)
    counted: Counter[str] = Counter()
    for case in _cases(case_id):
        found = [item for item in _checks(case) if _GRAVE.index(item.severity) >= _GRAVE.index(severity)]
        if found and not jsonl:
            _print(case, found)
        for item in found:
            counted[item.severity] += 1
            if jsonl:
                click.echo(
                    json.dumps({"case": case.public_id, **msgspec.to_builtins(item)}, ensure_ascii=False)
                )
    told = ", ".join(
        f"{counted[s]} {s}{'' if counted[s] == 1 else 's'}" for s in reversed(_GRAVE) if counted[s]
    )
    click.echo(told or "Nothing to say.", err=True)
    unfinished_note()


_GRAVE = ("note", "warning", "error")


def _cases(case_id: str | None) -> Iterator[Case]:
    from peelian.casebook.listing import NoSuchCase, case_of
    from peelian.casebook.models import Case

    if case_id is None:
        wanted = Case.internal.filter(redirect=None, checks_count__gt=0)
        yield from wanted.order_by("-latest", "public_id").iterator(200)
        return
    try:
        yield case_of(case_id)
    except NoSuchCase as error:
        raise exits.Stop(str(error), exits.USAGE) from error


def _checks(case: Case) -> tuple[Check, ...]:
    file = case.casefile
    return () if file is None else file.checks


def _print(case: Case, found: list[Check]) -> None:
    from rich.text import Text

    from peelian.cli.case import check_text
    from peelian.cli.terminal import console

    out = console()
    out.print(Text(f"{case.public_id}  {tidy(case.title)}", style="bold"))
    for item in found:
        out.print(check_text(item))
    out.print()
