"""How the reader takes pages that are changed without their telling anything else (``changed_pages.py``).

    python benchmarks/robustness.py [--json benchmarks/robustness.json] [--worst CHANGE] [FOLDER...]

Reads the open documents of the corpus (or of other labelled folders), changed and unchanged, and counts the mistakes
in core facts, missed and wrong ones alike, of those documents in which the change found something to change. A
reader that understands a page makes as many after the change as before. ``--worst`` lists the documents that a change
harms most, with the mistakes it adds: each shows a rule that hangs on what it should not.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from changed_pages import Change, Gold, changes
from peelian.documents import load
from peelian.reading import read
from peelian.score import CORE, mistakes_of
from training_documents import REPO, documents


@dataclass(frozen=True)
class Harm:
    """What one change did to one document: the mistakes in core facts before and after it."""

    document: str
    before: list[str]
    after: list[str]

    @property
    def added(self) -> list[str]:
        """The mistakes that were not there before, in words."""
        return [m for m in self.after if m not in self.before]


def mistakes(name: str, text: str, gold: Gold) -> list[str]:
    """The mistakes in core facts of the reading of ``text`` against ``gold``, in words."""
    reading = json.loads(read(load(text.encode(), name=f"{name}.txt")).to_json())
    return [str(m) for m in mistakes_of(name, gold, reading) if m.item.field in CORE]


def harms(change: Change, paths: list[Path]) -> Iterator[Harm]:
    """Of each document that ``change`` changes, the mistakes before and after."""
    for path in paths:
        text, gold = path.read_text("utf-8"), json.loads(path.with_suffix(".json").read_text("utf-8"))
        made = change(text, gold, Random(path.stem))
        if made is not None:
            yield Harm(path.stem, mistakes(path.stem, text, gold), mistakes(path.stem, *made))


def measured(paths: list[Path]) -> list[dict[str, Any]]:
    """For every change: what it is, the documents it changed, and the mistakes in core facts before and after."""
    out = []
    for name, change in changes():
        found = list(harms(change, paths))
        before, after = sum(len(h.before) for h in found), sum(len(h.after) for h in found)
        out.append({"change": name, "documents": len(found), "before": before, "after": after})
        print(f"{name:55} {len(found):4} documents, {before} mistakes before, {after} after", flush=True)
    return out


def main() -> None:
    """Measure, or list what a change harms."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=[REPO / "corpus"])
    parser.add_argument("--json", type=Path, help="where to keep the figures")
    parser.add_argument("--worst", metavar="CHANGE", help="list the documents that this change harms")
    args = parser.parse_args()
    paths = [path for folder in args.folders for path in documents(folder)]
    if args.worst is None:
        figures = measured(paths)
        if args.json is not None:
            args.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
        return
    known = dict(changes())
    if args.worst not in known:
        parser.error(f"no such change: {args.worst}. There are: {'; '.join(known)}.")
    for harm in sorted(harms(known[args.worst], paths), key=lambda h: len(h.before) - len(h.after)):
        if harm.added:
            print(
                f"{harm.document}: {len(harm.before)} before, {len(harm.after)} after",
                *harm.added,
                sep="\n  ",
            )


if __name__ == "__main__":
    main()
