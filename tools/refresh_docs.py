"""Keep the documentation true: run its commands, write its tables of fields.

    python tools/refresh_docs.py            write what the commands print now, and the tables of fields
    python tools/refresh_docs.py --check    say which pages are not up to date

Every ```console block of the pages in RUN is run with the real command line, line by line, in a scratch
folder that has ``samples``, ``samples-unreadable`` and ``corpus`` in it. A line ``...`` in the output
stands for lines that are left out. ``tests/test_docs.py`` uses the functions here.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[1]
#: The pages whose ``console`` blocks are run.
RUN: Final = (
    "README.md",
    "docs/tutorial.md",
    "docs/how-to/read-a-folder.md",
    "docs/how-to/mark-up-a-report.md",
    "docs/how-to/score-another-reader.md",
)
FIELDS: Final = "docs/reference/fields.md"
#: The width of the terminal that the pages show.
COLUMNS: Final = "92"
_BLOCK: Final = re.compile(r"^```console\n(.*?)^```$", re.S | re.M)
_TABLES: Final = re.compile(r"(<!-- fields:start -->\n).*?(<!-- fields:end -->)", re.S)
_SKIP: Final = "..."


class Step(NamedTuple):
    """One command of a page and the lines that the page shows for it."""

    command: str
    shown: list[str]


def steps(block: str) -> list[Step]:
    """The commands (lines that begin with ``$``) of a console block."""
    found: list[Step] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(Step(line[2:], []))
        elif found:
            found[-1].shown.append(line)
    return found


def pages_blocks(page: str) -> list[list[Step]]:
    """The console blocks of a page (a path under the root) as steps."""
    return [steps(m[1]) for m in _BLOCK.finditer((ROOT / page).read_text("utf-8"))]


class Scratch:
    """A folder to run a page's commands in, with the samples beside it. A context manager."""

    def __enter__(self) -> Scratch:
        self._folder = tempfile.TemporaryDirectory()
        self.place = Path(self._folder.name)
        for name in ("samples", "samples-unreadable", "corpus"):
            (self.place / name).symlink_to(ROOT / name)
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def run(self, command: str) -> list[str]:
        """What a command prints, both streams in one, without spaces at line ends or blank lines at the end."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("DJANGO", "PEELIAN", "DATABASE"))},
            "PATH": path,
            "COLUMNS": COLUMNS,
            "NO_COLOR": "1",
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
        }
        done = subprocess.run(  # noqa: S603 (the documentation's own commands)
            ["/bin/bash", "-c", command],
            cwd=self.place,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return [line.rstrip() for line in done.stdout.decode("utf-8", "replace").rstrip().splitlines()]


def shortened(shown: list[str], now: list[str]) -> list[str]:
    """What ``now`` looks like when as much is left out as ``shown`` leaves out: before or after ``...``."""
    if _SKIP not in shown:
        return now
    at = shown.index(_SKIP)
    head, tail = at, len(shown) - at - 1
    return [*now[:head], _SKIP, *(now[len(now) - tail :] if tail else [])] if len(now) > head + tail else now


def refreshed(page: str) -> str:
    """The text of a page with what its commands print now."""
    text = (ROOT / page).read_text("utf-8")
    with Scratch() as scratch:

        def again(match: re.Match[str]) -> str:
            lines: list[str] = []
            for step in steps(match[1]):
                lines += [f"$ {step.command}", *shortened(step.shown, scratch.run(step.command))]
            return "```console\n" + "\n".join(lines) + "\n```"

        return _BLOCK.sub(again, text)


# ---- the reference of fields


def with_tables(text: str) -> str:
    """The page of fields with its tables written anew from the reading's schema."""
    return _TABLES.sub(lambda m: f"{m[1]}\n{field_tables()}\n{m[2]}", text)


def field_tables() -> str:
    """A table for each record of a reading: field, shape, meaning with the short lists of ids."""
    from peelian.cli.schema import reading_schema

    schema = reading_schema()
    out = []
    for name, record in {"Reading": schema, **schema["$defs"]}.items():
        out += [
            f"### {name}\n",
            f"{record['description']}\n",
            "| field | shape | meaning |",
            "| --- | --- | --- |",
        ]
        for field, value in record["properties"].items():
            out.append(f"| `{field}` | {_shape(value)} | {_cell(value['description'])}{_ids_of(value)} |")
        out.append("")
    return "\n".join([*out, "## Ids\n", *_long_lists()])


def _long_lists() -> list[str]:
    """The ids of forces and offences, which are too many for a cell, with what they name."""
    from peelian import law

    out = []
    for vocabulary in ("forces", "offences"):
        out += [f"### {vocabulary.capitalize()}\n", "| id | name |", "| --- | --- |"]
        out += [f"| `{term.id}` | {_cell(term.name)} |" for term in law.vocabulary(vocabulary)]
        out.append("")
    return out


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _shape(value: dict[str, Any]) -> str:
    if "$ref" in value:
        name = value["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in value:
        return " or ".join(_shape(way) for way in value["anyOf"])
    if value.get("type") == "array":
        if "prefixItems" in value:
            return "pair of " + _shape(value["prefixItems"][0])
        return "list of " + _shape(value.get("items", {}))
    if value.get("type") == "object":
        return "object: pointer to " + _shape(value["additionalProperties"])
    return f"{value.get('type', 'any')}"


def _enum(value: dict[str, Any]) -> list[str]:
    found = list(value.get("enum", []))
    for way in value.get("anyOf", []):
        found += _enum(way)
    return found + (_enum(value["items"]) if isinstance(value.get("items"), dict) else [])


def _ids_of(value: dict[str, Any]) -> str:
    ids = [i for i in _enum(value) if i is not None]
    if not ids:
        return ""
    if len(ids) > 24:
        return f" {len(ids)} ids, [below](#ids)."
    return " Ids: " + ", ".join(f"`{i}`" for i in ids) + "."


def stale() -> dict[str, str]:
    """Each page that is not up to date, with the text that it should have."""
    found = {page: refreshed(page) for page in RUN}
    found[FIELDS] = with_tables((ROOT / FIELDS).read_text("utf-8"))
    return {page: text for page, text in found.items() if (ROOT / page).read_text("utf-8") != text}


def main() -> None:
    """Write the pages, or with --check exit with 1 and a list if some are not up to date."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing")
    args = parser.parse_args()
    found = stale()
    print("\n".join(found) or "up to date")
    if args.check:
        sys.exit(1 if found else 0)
    for page, text in found.items():
        (ROOT / page).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
