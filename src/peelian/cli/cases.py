"""``peelian cases``: the cases of the casebook, as a table or as data."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peelian.cli.casebook import casebook_option, in_words, open_casebook, tidy, unfinished_note
from peelian.cli.numbers import Whole

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from peelian.casebook.models import Case
    from peelian.casefile import Spread


@click.command(short_help="List the cases of the casebook.")
@casebook_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="How they are written; csv with --durations alone.",
)
@click.option("--force", help="Only cases of this force: its id or any name of it.")
@click.option("--outcome", help="Only cases with this outcome (an id: dismissed_without_notice).")
@click.option("--person", help="Only cases in whose title or persons this name stands.")
@click.option("--year", type=Whole(1800, 2999), help="Only cases with an event in this year.")
@click.option("--conflicts", is_flag=True, help="Only cases whose sources contradict each other.")
@click.option("--checks", is_flag=True, help="Only cases of which a rule has something to say.")
@click.option("--durations", is_flag=True, help="Instead: how long things took, by force and year, in days.")
@click.option("--limit", type=Whole(1), help="At most so many.")
def cases(
    folder: Path,
    format_: str,
    force: str | None,
    outcome: str | None,
    person: str | None,
    year: int | None,
    conflicts: bool,
    checks: bool,
    durations: bool,
    limit: int | None,
) -> None:
    """List cases, the latest first. This is the internal view: it shows all that the casebook holds.

    \b
    Examples:
      peelian cases
      peelian cases --force "Kent Police" --outcome dismissed_without_notice
      peelian cases --conflicts --format jsonl
      peelian cases --durations --format csv
    """
    open_casebook(folder)
    from peelian.casebook.listing import cases_like

    try:
        found = cases_like(
            force=force, outcome=outcome, person=person, year=year, conflicts=conflicts, checks=checks
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    rows = found[:limit] if limit else found
    if durations:
        _write_spreads(_spreads(rows), format_)
        unfinished_note()
        return
    if format_ == "csv":
        raise click.UsageError("--format csv goes with --durations. For cases as CSV: `peelian export`.")
    if format_ == "table":
        _table(rows)
    elif format_ == "json":
        click.echo(json.dumps([_plain(case) for case in rows.iterator(500)], indent=2, ensure_ascii=False))
    else:
        for case in rows.iterator(500):
            click.echo(json.dumps(_plain(case), ensure_ascii=False))
    unfinished_note()


def _spreads(rows: QuerySet[Case]) -> tuple[Spread, ...]:
    from peelian.casefile import by_force_and_year

    files = (case.casefile for case in rows.defer(None).iterator(500))
    return by_force_and_year(file for file in files if file is not None)


def _write_spreads(spreads: tuple[Spread, ...], format_: str) -> None:
    """How long each kind of thing took; no force or year means all of them together."""
    import msgspec

    told = [msgspec.to_builtins(spread) for spread in spreads]
    if format_ == "json":
        click.echo(json.dumps(told, indent=2))
    elif format_ == "jsonl":
        for one in told:
            click.echo(json.dumps(one))
    elif format_ == "csv":
        writer = csv.DictWriter(sys.stdout, _SPREAD, lineterminator="\n")
        writer.writeheader()
        writer.writerows(told)
    else:
        from rich import box
        from rich.table import Table

        from peelian.cli.terminal import console

        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
        for name in (
            "From and to",
            "Force",
            "Year",
            "Count",
            "To the day",
            "Median days",
            "Shortest",
            "Longest",
        ):
            table.add_column(name, justify="left" if name in ("From and to", "Force") else "right")
        for one in told:
            force = in_words("force", one["force"]) if one["force"] else "all"
            numbers = (f"{one[name]:g}" for name in _SPREAD[3:])
            table.add_row(one["kind"].replace("_", " "), force, str(one["year"] or "all"), *numbers)
        console().print(table)
        click.echo("In days. Published cases are not all cases.", err=True)


_SPREAD = ("kind", "force", "year", "count", "exact", "median", "shortest", "longest")


def _plain(case: Case) -> dict[str, Any]:
    return {
        "id": case.public_id,
        "title": case.title,
        "summary": case.summary,
        "force": case.force or None,
        "hearing": case.hearing or None,
        "outcome": case.outcome or None,
        "latest": case.latest or None,
        "sources": case.sources_count,
        "conflicts": case.conflicts_count,
        "checks": case.checks_count,
    }


def _table(rows: QuerySet[Case]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from peelian.cli.terminal import console

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name, options in _COLUMNS.items():
        table.add_column(name, **options)
    count = 0
    for case in rows.iterator(500):
        count += 1
        cells = (
            case.public_id,
            tidy(case.title),
            in_words("outcome", case.outcome) if case.outcome else "",
            in_words("date", case.latest) if case.latest else "",
            str(case.sources_count),
            str(case.conflicts_count or ""),
            str(case.checks_count or ""),
        )
        table.add_row(*(Text(cell) for cell in cells))
    console().print(table)
    click.echo(f"{count} case{'' if count == 1 else 's'}. One of them: `peelian case ID`.", err=True)


_COLUMNS: dict[str, dict[str, Any]] = {
    "Case": {"no_wrap": True},
    "Title": {"overflow": "fold", "style": "bold", "ratio": 5},
    "Outcome": {"overflow": "fold", "ratio": 3},
    "Latest": {"overflow": "fold"},
    "Sources": {"justify": "right"},
    "Conflicts": {"justify": "right"},
    "Checks": {"justify": "right"},
}
