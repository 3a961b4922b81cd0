"""``peelian cases``: the cases of the casebook, as a table or as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peelian.cli.casebook import casebook_option, in_words, open_casebook, tidy, unfinished_note

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from peelian.casebook.models import Case


@click.command(short_help="List the cases of the casebook.")
@casebook_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json", "jsonl"]),
    default="table",
    show_default=True,
    help="How they are written.",
)
@click.option("--force", help="Only cases of this force: its id or any name of it.")
@click.option("--outcome", help="Only cases with this outcome (an id: dismissed_without_notice).")
@click.option("--person", help="Only cases in whose title or persons this name stands.")
@click.option("--year", type=click.IntRange(1800, 2999), help="Only cases with an event in this year.")
@click.option("--conflicts", is_flag=True, help="Only cases whose sources contradict each other.")
@click.option("--checks", is_flag=True, help="Only cases of which a rule has something to say.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
def cases(
    folder: Path,
    format_: str,
    force: str | None,
    outcome: str | None,
    person: str | None,
    year: int | None,
    conflicts: bool,
    checks: bool,
    limit: int | None,
) -> None:
    """List cases, the latest first. This is the internal view: it shows all that the casebook holds.

    \b
    Examples:
      peelian cases
      peelian cases --force "Kent Police" --outcome dismissed_without_notice
      peelian cases --conflicts --format jsonl
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
    if format_ == "table":
        _table(rows)
    elif format_ == "json":
        click.echo(json.dumps([_plain(case) for case in rows.iterator(500)], indent=2, ensure_ascii=False))
    else:
        for case in rows.iterator(500):
            click.echo(json.dumps(_plain(case), ensure_ascii=False))
    unfinished_note()


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
