"""``peelian score``: readings against labels."""

from __future__ import annotations

from pathlib import Path

import click

from peelian.cli import exits


@click.command(short_help="Score readings against labels.")
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="GOLD")
@click.argument("readings", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="READINGS")
@click.option("--errors", is_flag=True, help="List each missed and wrong value by field, beside its words.")
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON.")
@click.option(
    "--fields", metavar="FIELD,...", help="Show only these fields (core and all are of every field)."
)
def score(gold: Path, readings: Path, errors: bool, as_json: bool, fields: str | None) -> None:
    """Score READINGS (a JSONL file) against GOLD (a folder of NAME.txt with NAME.json, the labels).

    Precision, recall and F1 by field, over the facts of the case (core) and over everything (all).
    With --errors, a wrong value is shown with the words it cites, a missed one with the places where
    the text says it.

    \b
    Examples:
      peelian read gold/ --output facts.jsonl && peelian score gold/ facts.jsonl
      peelian score gold/ facts.jsonl --errors --fields outcome,finding
      peelian score gold/ facts.jsonl --json > figures.json

    \b
    Exit codes:
      0  scored      2  wrong usage, or files that are no labels or no readings
    """
    import json

    from peelian.score import FIELDS, NotScored, report, score_readings

    chosen = None if fields is None else {name.strip() for name in fields.split(",") if name.strip()}
    if unknown := sorted((chosen or set()) - set(FIELDS)):
        raise click.UsageError(f"No such field: {', '.join(unknown)}. There are {', '.join(FIELDS)}.")
    if as_json and errors:
        raise click.UsageError("--errors is for reading; give it without --json.")
    try:
        result = score_readings(gold, readings)
    except NotScored as error:
        raise exits.Stop(str(error), exits.USAGE) from error
    except (OSError, UnicodeDecodeError) as error:
        raise exits.Stop(f"a file could not be read: {error}", exits.USAGE) from error
    if as_json:
        figures = result.to_dict()
        if chosen is not None:
            figures["fields"] = {name: f for name, f in figures["fields"].items() if name in chosen}
        click.echo(json.dumps(figures, indent=1))
        return
    if errors:
        for line in report.mistakes(result, chosen):
            click.echo(line)
    click.echo(report.table(result, chosen))
