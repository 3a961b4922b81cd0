"""Read generated pages of many layouts and say what was read right, wrong and of somebody else.

    python benchmarks/layouts.py --seed 7 [--pages 3] [--layout NAME ...] [--verbose] [--show]

The pages are made by the functions of ``layout_lists``, ``layout_tables``, ``layout_prose``, ``layout_notices``,
``layout_files``, ``layout_mixed`` and ``layout_nobody`` from invented officers (``layout_cast``), so what is true of each officer is known
exactly. A layout's precision and recall are over subjects, ranks, forces, outcomes, findings and days (and, where a page
tells of a court, offences, pleas, courts and sentences). Counted apart is what must never happen: a value that is another
officer's of the same page, or a chair or spokesperson taken for an officer of the case.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

# Each registers its layouts as it is imported.
import layout_files
import layout_lists
import layout_mixed
import layout_nobody
import layout_notices
import layout_prose
import layout_tables
from layout_cast import LAYOUTS, Layout, Lot, Officer, lot_of
from peelian.documents import Document, load
from peelian.reading import read

KINDS: Final = (
    layout_lists,
    layout_mixed,
    layout_tables,
    layout_prose,
    layout_notices,
    layout_files,
    layout_nobody,
)
Facts = dict[str, frozenset[str]]


@dataclass(slots=True)
class Score:
    """The items of one layout's pages: right, wrong (said and not so), missed; and what is somebody else's."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    mistakes: list[str] = field(default_factory=list)
    of_another: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def add(self, other: Score) -> None:
        """Join another score to this one."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.mistakes += other.mistakes
        self.of_another += other.of_another


def document(kind: Layout, seed: int, number: int) -> tuple[Document, Lot]:
    """One page of a layout as it is loaded, with the lot that it was made from."""
    lot = lot_of(kind, seed, number)
    made = kind.make(lot)
    if kind.suffix == ".txt" and isinstance(made, str):
        return Document(f"{kind.name}-{number}", made), lot
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"{kind.name}-{number}{kind.suffix}"
        path.write_bytes(made.encode() if isinstance(made, str) else made)
        return load(path), lot


def facts(subject: dict[str, Any]) -> Facts:
    """What a reading says of a subject, each field as a set of values."""
    proceeding = subject.get("proceeding") or {}
    offences = subject.get("offences") or []
    found = {
        "rank": [subject.get("rank")],
        "force": [subject.get("force")],
        "outcome": [proceeding.get("outcome")],
        "finding": [proceeding.get("finding")],
        "date": [proceeding.get("date")],
        "offence": [x["offence"] for x in offences],
        "plea": [x.get("plea") for x in offences],
        "court": subject.get("courts") or [],
        "sentence": [_term(x) for x in subject.get("sentences") or []],
    }
    return {name: frozenset(v for v in values if v is not None) for name, values in found.items()}


def _term(sentence: dict[str, Any]) -> str:
    measure = sentence.get("length") or sentence.get("amount") or sentence.get("hours")
    measure = {"P1Y": "P12M", "P24M": "P2Y"}.get(str(measure), measure)
    return (
        f"{sentence['kind']} {measure:g}" if isinstance(measure, float) else f"{sentence['kind']} {measure}"
    )


def score(kind: Layout, seed: int, number: int) -> Score:
    """Make a page, read it, compare."""
    page, lot = document(kind, seed, number)
    subjects = json.loads(read(page).to_json())["subjects"]
    return compared(kind, lot, subjects, f"{kind.name}-{number}")


def compared(kind: Layout, lot: Lot, subjects: list[dict[str, Any]], where: str) -> Score:
    """Compare the subjects of a page's reading with the lot that the page was made from."""
    found = Score()
    rest = list(subjects)
    for o, subject in _paired(lot.officers, rest, kind):
        who = o.name or o.label or f"unnamed {o.long}"
        if subject is None:
            found.missed += 1 + sum(len(o.told(f)) for f in kind.says)
            found.mistakes.append(f"{where}: {who} not read")
            continue
        found.right += 1
        for name, values in facts(subject).items():
            _compare(found, kind, lot, o, name, values, f"{where}: {who}: {name}")
    for subject in rest:
        who = subject.get("name") or subject.get("label") or "somebody without a name"
        found.wrong += 1 + sum(len(v) for v in facts(subject).values())
        found.mistakes.append(f"{where}: {who} is nobody's subject: {_brief(subject)}")
        if any(set(who.lower().split()) & set(x.lower().split()) for x in lot.others):
            found.of_another.append(f"{where}: {who} only decided or spoke")
    return found


def _paired(
    officers: list[Officer], rest: list[dict[str, Any]], kind: Layout
) -> Iterator[tuple[Officer, dict[str, Any] | None]]:
    """Each officer with the subject read: by name, by label, else by what they have in common. Takes from ``rest``."""
    for o in sorted(officers, key=lambda o: o.name is None and o.label is None):
        fit = [x for x in rest if _fit(o, x)]
        best = max(fit, key=lambda x: sum(bool(o.told(f) & facts(x)[f]) for f in kind.says), default=None)
        if best is not None:
            rest.remove(best)
        yield o, best


def _fit(o: Officer, subject: dict[str, Any]) -> bool:
    name, label = subject.get("name") or "", subject.get("label")
    if o.name:
        return bool(name.lower() == o.name.lower())
    return not name and (label or None) == o.label


def _compare(
    found: Score, kind: Layout, lot: Lot, o: Officer, name: str, values: frozenset[str], where: str
) -> None:
    """Score one field of an officer, and see that it is not another's."""
    own = o.told(name) if name in kind.says or name in kind.either else frozenset[str]()
    may = own | (o.may_be if name == "offence" else frozenset())
    if name not in kind.either:
        found.right += len(values & own)
        found.wrong += len(values - own)
        found.missed += len(own - values)
        if values != own:
            found.mistakes.append(f"{where}: {_said(values)} for {_said(own)}")
    others = [x for x in lot.officers if x is not o]
    theirs = frozenset[str]().union(
        *(x.told(name) | (x.may_be if name == "offence" else frozenset()) for x in others)
    )
    for value in sorted((values - may) & theirs):
        found.of_another.append(f"{where}: {value} is another's")


def _said(values: frozenset[str]) -> str:
    return ", ".join(sorted(values)) or "nothing"


def _brief(subject: dict[str, Any]) -> str:
    return ", ".join(f"{k} {_said(v)}" for k, v in facts(subject).items() if v) or "no facts"


def score_layout(kind: Layout, seed: int, pages: int) -> Score:
    """The pages of one layout together."""
    total = Score()
    for number in range(pages):
        total.add(score(kind, seed, number))
    return total


def main() -> None:
    """Print a line for each layout, worst first, and the total."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--pages", type=int, default=3, help="pages of each layout")
    parser.add_argument("--layout", nargs="*", choices=sorted(LAYOUTS), help="only these")
    parser.add_argument("--verbose", action="store_true", help="list the mistakes")
    parser.add_argument("--show", action="store_true", help="print the pages")
    given = parser.parse_args()
    total = Score()
    lines: list[tuple[float, str]] = []
    for name in given.layout or LAYOUTS:
        kind = LAYOUTS[name]
        if given.show:
            for number in range(given.pages):
                print(document(kind, given.seed, number)[0].text, end="\n" + "-" * 60 + "\n")
        found = score_layout(kind, given.seed, given.pages)
        total.add(found)
        of_another = f"  OF ANOTHER {len(found.of_another)}" if found.of_another else ""
        line = f"{name:24} precision {found.precision:.3f}  recall {found.recall:.3f}{of_another}"
        for mistake in found.mistakes if given.verbose else []:
            line += f"\n    {mistake}"
        for mistake in found.of_another if given.verbose else []:
            line += f"\n    ! {mistake}"
        lines.append((min(found.precision, found.recall), line))
    for _, line in sorted(lines, key=lambda x: x[0]):
        print(line)
    print(
        f"{len(lines)} layouts, seed {given.seed}: precision {total.precision:.3f}  recall {total.recall:.3f}"
        f"  of another {len(total.of_another)}"
    )


if __name__ == "__main__":
    main()
