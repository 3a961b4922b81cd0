"""The reference page of the commands on a casebook, made from the commands' own help.

    python tools/cli_pages.py            write docs/reference/cli-casebook.md
    python tools/cli_pages.py --check    say whether it is up to date

`docs/reference/cli.md` (reading and scoring) and `docs/reference/cli-intake.md` are written by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent, indent
from typing import Final

import click

from peelian.cli.app import COMMANDS, cli

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = ROOT / "docs/reference/cli-casebook.md"
BY_HAND: Final = frozenset({"read", "show", "schema", "score", "intake"})
HEAD: Final = """# Command line: the casebook

Made from the commands' own help by `tools/cli_pages.py`. [Exit codes](cli.md#exit-codes) are the same for all.
Every command that works on a casebook takes `--casebook`, or the environment's `PEELIAN_CASEBOOK`, or `./casebook`.
"""


def _paragraphs(text: str) -> Iterator[str]:
    """A help text as Markdown: blocks that Click leaves as they are (after a line with \\b) become code."""
    for block in re.split(r"\n\s*\n", text.strip()):
        if "\b" in block:
            lines = [line for line in block.split("\n") if line.strip(" \b")]
            yield indent(dedent("\n".join(lines)), "    ")
        else:
            yield re.sub(r"([<>*_|])", r"\\\1", " ".join(line.strip() for line in block.split("\n")))


def _options(command: click.Command) -> Iterator[str]:
    options = [p for p in command.params if isinstance(p, click.Option) and not p.hidden]
    if options:
        yield "| option | meaning |"
        yield "| --- | --- |"
    for option in options:
        words = re.sub(r"([<>*_|])", r"\\\1", " ".join((option.help or "").split()))
        if isinstance(option.type, click.Choice):
            words += " " + ", ".join(f"`{choice}`" for choice in option.type.choices) + "."
        if option.required:
            words += " Required."
        yield f"| `{max(option.opts, key=len)}` | {words} |"


def section(name: str, command: click.Command, level: int = 2) -> Iterator[str]:
    """The Markdown lines of one command and, for a group, of those under it."""
    usage = " ".join(piece for piece in command.collect_usage_pieces(click.Context(command)) if piece)
    yield f"\n{'#' * level} peelian {name}\n"
    yield f"    peelian {name} {usage}".rstrip()
    for paragraph in _paragraphs(command.help or ""):
        yield "\n" + paragraph
    lines = list(_options(command))
    if lines:
        yield "\n" + "\n".join(lines)
    if isinstance(command, click.Group):
        for sub, child in sorted(command.commands.items()):
            yield from section(f"{name} {sub}", child, level + 1)


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        if name not in BY_HAND and command is not None:
            parts.append("\n".join(section(name, command)) + "\n")
    return "".join(parts)


def main() -> None:
    """Write the page, or with ``--check`` exit with 1 if it is out of date."""
    made = page()
    if "--check" in sys.argv[1:]:
        if not PAGE.is_file() or PAGE.read_text("utf-8") != made:
            sys.exit(f"{PAGE.relative_to(ROOT)} is out of date: python tools/cli_pages.py")
        return
    PAGE.write_text(made, "utf-8")


if __name__ == "__main__":
    main()
