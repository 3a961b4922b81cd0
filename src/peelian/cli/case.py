"""``peelian case``: one case in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peelian.cli import exits
from peelian.cli.casebook import casebook_option, in_words, open_casebook, tidy, unfinished_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from peelian.casefile.facts import CaseFile, Check, Event, Fact, Party, Record


@click.command(short_help="Show one case.")
@click.argument("case_id", metavar="ID")
@casebook_option
@click.option("--json", "as_json", is_flag=True, help="The case file as JSON, with every citation.")
@click.option("--quotes/--no-quotes", default=True, help="Show the words that each fact rests on.")
def case(case_id: str, folder: Path, as_json: bool, quotes: bool) -> None:
    """Show a case: who and what, the timeline on its tracks, facts with their words, conflicts, checks.

    This is the internal view: it shows all that the casebook holds. An id that was merged into another
    leads there.

    \b
    Examples:
      peelian case c-0dc1febd3129
      peelian case c-0dc1febd3129 --json | jq .summary
    """
    open_casebook(folder)
    from peelian.casebook.listing import NoSuchCase, case_of

    try:
        found = case_of(case_id)
    except NoSuchCase as error:
        raise exits.Stop(str(error), exits.USAGE) from error
    if found.public_id != case_id:
        click.echo(f"{case_id} was merged into {found.public_id}.", err=True)
    file = found.casefile
    if file is None:
        raise exits.Stop(
            f"{found.public_id} has no facts: no document tells of it now. `peelian rebuild` works all cases out anew.",
            exits.NOTHING_READ,
        )
    if as_json:
        click.echo(file.to_json().decode())
    else:
        from peelian.cli.terminal import console

        out = console()
        for part in _parts(file, quotes):
            out.print(part)
    unfinished_note()


def _parts(file: CaseFile, quotes: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    names = {source.id: source.publisher or source.title or source.id for source in file.sources}
    yield Text(tidy(file.title), style="bold")
    yield Text(f"{file.id}", style="dim")
    yield Text(tidy(file.summary))
    yield from _timeline(file)
    for party in file.parties:
        yield from _party(party, names, quotes)
    yield from _conflicts(file, names)
    yield from _checks(file.checks)
    yield from _sources(file)


def _heading(words: str) -> RenderableType:
    from rich.text import Text

    return Text(f"\n{words}", style="bold underline")


# ---- the timeline: the misconduct side on the right, the rest on the left

_RIGHT = frozenset(("misconduct", "oversight", "coming_forward"))


def _timeline(file: CaseFile) -> Iterator[RenderableType]:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    if not file.events:
        return
    yield _heading("Timeline")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("When", no_wrap=True)
    table.add_column("Criminal and employment", overflow="fold", ratio=1)
    table.add_column("Oversight and misconduct", overflow="fold", ratio=1)
    several = len({party.person for party in file.parties}) > 1
    for event in file.events:
        told = Text(_told(event, file if several else None), style="italic" if event.inferred else "")
        cells = (Text(), told) if event.track in _RIGHT else (told, Text())
        table.add_row(Text(_when(event)), *cells)
    yield table
    if any(not event.order_certain for event in file.events):
        yield Text("≈ order not certain: the sources do not say which came first", style="dim")
    if any(event.inferred for event in file.events):
        yield Text("* inferred by a rule, not said by a source", style="dim")


def _when(event: Event) -> str:
    when = in_words("date", event.date) if event.date else "day not told"
    return when + ("" if event.order_certain else " ≈")


def _told(event: Event, file: CaseFile | None) -> str:
    who = ""
    if file is not None and event.person:
        who = next((f" ({_who(party)})" for party in file.parties if party.person == event.person), "")
    mark = "*" if event.inferred else ""
    conflict = " (sources differ)" if event.conflict else ""
    return tidy(f"{event.title}{who}{conflict}{mark}")


def _who(party: Party) -> str:
    return str(party.get("name") or party.get("label") or party.person)


# ---- facts


def _party(party: Party, names: dict[str, str], quotes: bool) -> Iterator[RenderableType]:
    background = " (mentioned as background)" if party.background else ""
    yield _heading(f"{tidy(_who(party))}, {party.person}{background}")
    yield _table(_rows(party, names, quotes), quotes)


def _rows(party: Party, names: dict[str, str], quotes: bool) -> Iterator[tuple[str, str, str, bool]]:
    for name, fact in party.facts.items():
        yield _row(name, fact, names)
    for name, facts in party.lists.items():
        for fact in facts:
            yield _row(name, fact, names)
    records: tuple[tuple[str, tuple[Record, ...]], ...] = (
        ("offence", party.offences),
        ("sentence", party.sentences),
        ("order", party.orders),
        ("proceeding", party.proceedings),
        ("appeal", party.appeals),
    )
    for kind, some in records:
        for number, record in enumerate(some, 1):
            title = kind if len(some) == 1 else f"{kind} {number}"
            for name, fact in record.facts.items():
                yield _row(f"{title}: {name.replace('_', ' ')}", fact, names)


def _row(name: str, fact: Fact, names: dict[str, str]) -> tuple[str, str, str, bool]:
    cited = next((c for c in fact.citations if c.quote), None)
    words = f"“{_short(tidy(cited.quote))}” {tidy(names.get(cited.source, cited.source))}" if cited else ""
    more = len(fact.citations) - 1
    words += f" and {more} more" if cited and more > 0 else ""
    return tidy(name.replace("_", " ")), in_words(fact.field, fact.value), words, fact.conflict


def _short(words: str, longest: int = 90) -> str:
    return words if len(words) <= longest else words[: longest - 1] + "…"


def _table(rows: Iterator[tuple[str, str, str, bool]], quotes: bool) -> RenderableType:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_header=False)
    table.add_column(style="dim", overflow="fold", ratio=2)
    table.add_column(overflow="fold", ratio=3)
    if quotes:
        table.add_column(overflow="fold", ratio=5, style="dim")
    for name, value, words, conflict in rows:
        told = Text(value + (" (sources differ)" if conflict else ""), style="bold")
        table.add_row(Text(name), told, *([Text(words)] if quotes else []))
    return table


# ---- conflicts, checks, sources


def _conflicts(file: CaseFile, names: dict[str, str]) -> Iterator[RenderableType]:
    from rich.text import Text

    found = [(party, fact) for party in file.parties for fact in _all_facts(party) if fact.conflict]
    if not found:
        return
    yield _heading("Where sources contradict each other")
    for party, fact in found:
        yield Text(tidy(f"{_who(party)}: {fact.field.replace('.', ', ').replace('_', ' ')}"), style="bold")
        for value in (fact.preferred, *fact.others):
            told = ", ".join(sorted({tidy(names.get(c.source, c.source)) for c in value.citations}))
            mark = "→" if value is fact.preferred else " "
            yield Text(f"  {mark} {in_words(fact.field, value.value)} ({told or 'written by a person'})")
        yield Text(f"  {tidy(fact.reason)}", style="dim")


def _all_facts(party: Party) -> Iterator[Fact]:
    yield from party.facts.values()
    for facts in party.lists.values():
        yield from facts
    for record in (*party.offences, *party.sentences, *party.orders, *party.proceedings, *party.appeals):
        yield from record.facts.values()


def _checks(checks: tuple[Check, ...]) -> Iterator[RenderableType]:
    if checks:
        yield _heading("Checks")
        for check in checks:
            yield check_text(check)


def check_text(check: Check) -> RenderableType:
    """A check as a line or two: how grave, what, by which rule."""
    from rich.text import Text

    style = {"error": "bold red", "warning": "yellow", "note": "dim"}[check.severity]
    text = Text()
    text.append(f"{check.severity}: ", style=style)
    text.append(tidy(check.message))
    text.append(f" [{tidy(check.rule)}; {tidy(check.source)}]", style="dim")
    return text


def _sources(file: CaseFile) -> Iterator[RenderableType]:
    from rich.text import Text

    yield _heading("Sources")
    for source in file.sources:
        parts: list[Any] = [
            source.id,
            source.publisher,
            source.title,
            in_words("date", source.published) if source.published else None,
            "official" if source.official else None,
            f"a copy of {source.copy_of}" if source.copy_of else None,
            _taken_down(source.removed_on) if source.removed else None,
            source.url,
        ]
        yield Text(tidy("  " + " · ".join(str(part) for part in parts if part)))


def _taken_down(on: str | None) -> str:
    return f"found taken down on {in_words('date', on)}" if on else "no longer published"
