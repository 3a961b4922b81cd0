"""Rich on our terms: consoles for data and for messages, and the table of subjects."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import IO, Final, NoReturn

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from peelian.cli.formats import TABLE_COLUMNS

#: Columns under which a subject is told in lines of its own, not in a row.
NARROW: Final = 130
#: Columns of a table that goes to a file or a pipe.
PIPED: Final = 160


class PipeConsole(Console):
    """A console that leaves a closed pipe to the caller, as every other write does."""

    def on_broken_pipe(self) -> NoReturn:
        """Raise BrokenPipeError (Rich would end the process)."""
        raise BrokenPipeError


def console(*, colour: bool = True, stream: IO[str] | None = None) -> Console:
    """A console for data. Colour only on a terminal, and not where NO_COLOR is set."""
    out = stream or sys.stdout
    return PipeConsole(
        file=out, width=None if out.isatty() or os.environ.get("COLUMNS") else PIPED, no_color=not colour or None, highlight=False, markup=False, emoji=False
    )  # fmt: skip


def table(rows: Iterable[Sequence[str]], width: int) -> RenderableType:
    """Rows (cells in the order of TABLE_COLUMNS) as a table, or, if narrow, as a list of subjects."""
    if width < NARROW:
        return Group(*(_card(row, width) for row in rows))
    out = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, header_style="bold")
    for name, ratio in zip(TABLE_COLUMNS, (4, 4, 4, 8, 5, 5, 4, 4), strict=True):
        out.add_column(name, ratio=ratio, overflow="fold", style="bold" if name == "Subject" else "")
    for row in rows:
        out.add_row(*(Text(cell) for cell in row))
    return out


def _card(row: Sequence[str], width: int) -> RenderableType:
    out = Table.grid(padding=(0, 1), pad_edge=False)
    out.add_column(style="dim", width=min(10, width // 3))
    out.add_column(overflow="fold")
    out.title, out.title_style, out.title_justify = Text(row[0], style="bold"), "", "left"
    for name, cell in list(zip(TABLE_COLUMNS, row, strict=True))[1:]:
        if cell:
            out.add_row(name, Text(cell))
    return Group(out, Text())
