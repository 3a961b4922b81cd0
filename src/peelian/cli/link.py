"""``peelian link``: readings in, persons and cases out."""

from __future__ import annotations

import heapq
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from peelian.cli import exits
from peelian.cli.words import many

if TYPE_CHECKING:
    from peelian.linking import Links, Previous

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
#: Rows of a table on the screen: more than a person reads there.
_SHOWN = 200
_TARGET = click.Path(dir_okay=False, path_type=Path)


@click.command(short_help="Decide which mentions are one person and which case.")
@click.argument("readings", type=_FILE, metavar="READINGS.jsonl")
@click.option("--output", type=_TARGET, help="Write the links to this file (JSON) and not to the screen.")
@click.option(
    "--pairs", type=_TARGET, help="Write each joined or nearly joined pair with its reasons (JSON Lines)."
)
@click.option(
    "--decisions",
    type=_FILE,
    help="What people decided: a, b and judgement (same, different, unsure), as JSON or JSON Lines.",
)
@click.option("--previous", type=_FILE, help="Links of an earlier run, whose ids are kept.")
@click.option("--retrain", is_flag=True, help="Fit the weights to these readings (2,000 subjects at least).")
@click.option(
    "--engine",
    type=click.Choice(["duckdb", "spark"]),
    default="duckdb",
    show_default=True,
    help="What scores the pairs. Spark needs the extra peelian[spark] and a Java runtime.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json"]),
    help="How the links are shown. Without it: JSON into --output, else a table.",
)
def link(
    readings: Path,
    output: Path | None,
    pairs: Path | None,
    decisions: Path | None,
    previous: Path | None,
    retrain: bool,
    engine: Literal["duckdb", "spark"],
    format_: str | None,
) -> None:
    """Decide which mentions in READINGS.jsonl are one person, and which tell of one case.

    Two subjects of one document are never one person, and names that conflict never are. What is near
    but not sure is left apart and listed for review.

    \b
    Examples:
      peelian read clippings/ --output facts.jsonl && peelian link facts.jsonl
      peelian link facts.jsonl --output links.json --pairs pairs.jsonl
      peelian link facts.jsonl --decisions decisions.json --previous links.json --output links.json

    \b
    Exit codes:
      0  linked      2  wrong usage, or files that are no readings, decisions or links
      4  the output could not be written
    """
    if output is not None and format_ == "table":
        raise click.UsageError("A table is for the screen; --output is written as JSON.")
    from peelian import linking

    found = _records(readings, "readings")
    said: Iterable[Any] = () if decisions is None else _records(decisions, "decisions")
    before = None if previous is None else _previous(previous)
    names: dict[str, str | None] | None = {} if output is None and format_ != "json" else None
    try:
        links = linking.link(
            _named(found, names), decisions=list(said), previous=before, engine=engine, retrain=retrain
        )
    except linking.DecisionError as error:
        raise exits.Stop(f"{decisions}: {error}", exits.USAGE) from error
    except (ImportError, RuntimeError) as error:
        if engine != "spark":
            raise
        raise exits.Stop(f"--engine spark cannot be used: {error}.", exits.USAGE) from error
    except ValueError as error:
        raise exits.Stop(f"{readings}: {error}", exits.USAGE) from error
    if pairs is not None:
        _write(pairs, (json.dumps(p, ensure_ascii=False) + "\n" for p in links.pairs))
    told = json.JSONEncoder(ensure_ascii=False, indent=1)
    if output is not None:
        _write(output, (*told.iterencode(links.entries), "\n"))
    elif names is None:
        click.echo(told.encode(links.entries))
    else:
        _show(links, names)
    _report(links)


def _records(path: Path, what: str) -> Iterator[Any]:
    """The records of a file: a JSON list, or a record a line, which are read one at a time."""
    try:
        with path.open(encoding="utf-8") as stream:
            numbered = ((n, line) for n, line in enumerate(stream, 1) if line.strip())
            first = next(numbered, None)
            if first is not None and first[1].lstrip().startswith("["):
                yield from _listed(first[1] + stream.read(), what)
            elif first is not None:
                yield from _lines(chain([first], numbered), what)
    except _NoRecord as error:
        raise exits.Stop(f"{path}{error}.", exits.USAGE) from error
    except (OSError, UnicodeDecodeError) as error:
        raise exits.Stop(f"{path} could not be read: {error}.", exits.USAGE) from error


class _NoRecord(Exception):
    """What a file holds is not what it should hold; says where and how."""


def _listed(text: str, what: str) -> Iterator[Any]:
    try:
        yield from json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _NoRecord(f" holds no {what}: {error}") from error


def _lines(numbered: Iterable[tuple[int, str]], what: str) -> Iterator[Any]:
    for number, line in numbered:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise _NoRecord(f", line {number}, is no JSON: {error}") from error
        if not isinstance(record, Mapping):
            raise _NoRecord(f", line {number}, is no record of {what}")
        yield record


def _named(readings: Iterable[Any], names: dict[str, str | None] | None) -> Iterator[Any]:
    """The readings as they are; of each subject its name or label is put into ``names``, if that is wanted."""
    for reading in readings:
        subjects = reading.get("subjects") if isinstance(reading, Mapping) else None
        if names is not None and isinstance(subjects, list):
            for place, subject in enumerate(subjects):
                if isinstance(subject, Mapping):
                    names[f"{reading.get('id')}#{place}"] = subject.get("name") or subject.get("label")
        yield reading


def _previous(path: Path) -> Previous:
    """The ids in the links of an earlier run."""
    from peelian.linking import Assignment, Previous

    persons, cases = {}, {}
    try:
        for entry in _records(path, "links"):
            for document, index in entry["mentions"]:
                persons[f"{document}#{int(index)}"] = str(entry["person"])
                cases[f"{document}#{int(index)}"] = str(entry["case"])
    except (KeyError, TypeError, ValueError) as error:
        raise exits.Stop(
            f"{path} holds no links (person, case and mentions): {error}.", exits.USAGE
        ) from error
    return Previous(Assignment(persons), Assignment(cases))


def _write(path: Path, pieces: Iterable[str]) -> None:
    """Write a file whole or not at all."""
    temporary = None
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as stream:
            temporary = Path(stream.name)
            stream.writelines(pieces)
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        temporary.replace(path)
        temporary = None
    except (OSError, UnicodeEncodeError) as error:
        raise exits.Stop(
            f"{path} could not be written: {getattr(error, 'strerror', None) or error}.", exits.NOT_WRITTEN
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _show(links: Links, names: Mapping[str, str | None]) -> None:
    """The persons of more than one mention, and the pairs that a person should look at; of many the first."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from peelian.cli.terminal import console

    screen = console()
    persons = Table(box=box.SIMPLE_HEAD, title="Told of more than once", title_justify="left")
    for column in ("Person", "Case", "Called", "Documents"):
        persons.add_column(column, overflow="fold")
    several = [entry for entry in links.entries if len(entry["mentions"]) > 1]
    for entry in several[:_SHOWN]:
        called = sorted({names[f"{d}#{i}"] or "(not named)" for d, i in entry["mentions"]})
        documents = ", ".join(f"{d}#{i}" for d, i in entry["mentions"])
        persons.add_row(entry["person"], entry["case"], Text("; ".join(called)), Text(documents))
    review = Table(box=box.SIMPLE_HEAD, title="For review", title_justify="left")
    for column in ("Weight", "One", "Other", "Why"):
        review.add_column(column, overflow="fold")
    unsure = (pair for pair in links.pairs if pair["band"] == "review")
    for pair in heapq.nlargest(_SHOWN, unsure, key=lambda p: float(p["weight"])):
        both = [Text(f"{names.get(key) or '(not named)'} ({key})") for key in (pair["a"], pair["b"])]
        review.add_row(f"{pair['weight']:.1f}", *both, Text(pair["reason"] or "not sure enough"))
    for table, of in ((persons, len(several)), (review, links.review)):
        if table.row_count:
            screen.print(table)
        if of > table.row_count:
            screen.print(f"… and {of - table.row_count:,} more: --output and --pairs have them all.\n")


def _report(links: Links) -> None:
    """Say on stderr what it came to."""
    mentions = sum(len(e["mentions"]) for e in links.entries)
    persons = len({e["person"] for e in links.entries})
    cases = len({e["case"] for e in links.entries})
    click.echo(
        f"{many(mentions, 'mention')}: {many(persons, 'person')}, {many(cases, 'case')}, "
        f"{many(links.review, 'pair')} for review.",
        err=True,
    )
    for decision in links.contradictions:
        click.echo(
            f"The decision that {decision.a} and {decision.b} are the same contradicts others that they differ;"
            " they stay apart.",
            err=True,
        )
    for old, now in sorted(links.redirects.items()):
        click.echo(f"{old} is now {now}." if now else f"{old}: its mentions are gone.", err=True)
