"""Measure the reader, keep the figures, and write them into the documentation.

    python benchmarks/report.py [--baseline baseline.jsonl] [--real FOLDER]   measure and write
    python benchmarks/report.py --check                                       say whether all is up to date
    python benchmarks/report.py --errors outcome,finding                      list mistakes in the open part

The corpus is scored in two parts, the documents that were open while the rules were written and those
set aside (``heldout.json``); the real reports likewise, where the folder is there. Speed comes from
``benchmarks/speed.json`` (``speed.py --json``), changed pages from ``benchmarks/robustness.json``
(``robustness.py --json``). ``benchmarks/figures.json`` keeps what was measured;
what cannot be measured here now (no folder, no baseline given) stays as it was measured last.
``docs/explanation/figures.md`` and the tables between ``figures:start`` and ``figures:end`` in the
README and the documentation are written from it. Only scores and tallies are kept, never a text.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, Final

import figures_pages
from peelian import __version__
from peelian.documents import DocumentError, load
from peelian.reading import Reading, read
from peelian.score import FIELDS, ReadingScore, report, score_readings

ROOT: Final = Path(__file__).resolve().parents[1]
CORPUS: Final = ROOT / "corpus"
#: Practice documents that were only ever scored: their folder, how their names begin, and the number that divides theirs.
PRACTICE: Final = {
    "unseen": (ROOT / "practice" / "unseen", "pz", 1),
    "siblings": (ROOT / "practice" / "siblings", "sx", 2),
    "pages": (ROOT / "practice" / "later", "na", 2),
    "wordings": (ROOT / "practice" / "wordings", "w", 4),
}
REAL: Final = ROOT.parent / "shared" / "real" / "iopc"
FIGURES: Final = ROOT / "benchmarks" / "figures.json"
SPEED: Final = ROOT / "benchmarks" / "speed.json"
ROBUSTNESS: Final = ROOT / "benchmarks" / "robustness.json"
#: Where the tables are written, under ROOT.
PAGES: Final = ("README.md", "docs/explanation/how-reading-works.md", "docs/explanation/benchmark.md")
FULL: Final = "docs/explanation/figures.md"
Figures = dict[str, Any]


def heldout() -> dict[str, list[str]]:
    """The stems set aside, by collection (``corpus``, ``iopc``)."""
    found = json.loads((ROOT / "benchmarks" / "heldout.json").read_text("utf-8"))
    return {name: stems for name, stems in found.items() if isinstance(stems, list)}


def readings_of(folder: Path) -> dict[str, Reading]:
    """Read every text of ``folder``, by stem. A text that cannot be read is left out and told of."""
    found: dict[str, Reading] = {}
    for path in sorted(folder.glob("*.txt")):
        try:
            found[path.stem] = read(load(path))
        except DocumentError as error:
            print(error, file=sys.stderr)
    return found


def scored(folder: Path, stems: set[str], lines: dict[str, bytes]) -> Figures:
    """The score of the readings ``lines`` (JSON by stem) on the labelled documents ``stems`` of ``folder``."""
    with tempfile.TemporaryDirectory() as place:
        return _score(Path(place), folder, stems, lines).to_dict()


def _score(gold: Path, folder: Path, stems: set[str], lines: dict[str, bytes]) -> ReadingScore:
    """Copy the labelled documents ``stems`` into the empty folder ``gold`` and score them there."""
    for stem in stems:
        for suffix in (".txt", ".json"):
            shutil.copy(folder / f"{stem}{suffix}", gold)
    (gold / "readings.jsonl").write_bytes(b"\n".join(lines[s] for s in sorted(stems) if s in lines))
    return score_readings(gold, gold / "readings.jsonl")


def labelled(folder: Path) -> set[str]:
    """The stems of ``folder`` that have a text and labels."""
    return {p.stem for p in folder.glob("*.txt") if p.with_suffix(".json").exists()}


def parts(folder: Path, aside: list[str], lines: dict[str, bytes]) -> Figures:
    """The scores of both parts of a collection."""
    every = labelled(folder)
    kept = every & set(aside)
    return {"development": scored(folder, every - kept, lines), "held out": scored(folder, kept, lines)}


def measure(real: Path, baseline: Path | None) -> Figures:
    """All figures that can be measured here, added to those that were kept."""
    kept: Figures = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
    aside = heldout()
    kept["version"] = __version__
    kept["corpus"] = parts(CORPUS, aside["corpus"], _lines(readings_of(CORPUS)))
    kept["practice"] = {
        name: scored(
            folder,
            {
                s
                for s in labelled(folder)
                if s.startswith(begins) and int(s.removeprefix(begins)) % every == 0
            },
            _lines(readings_of(folder)),
        )
        for name, (folder, begins, every) in PRACTICE.items()
    }
    if real.is_dir():
        readings = readings_of(real)
        kept["real"] = parts(real, aside["iopc"], _lines(readings))
        kept["tally"] = tally(real, readings)
    if baseline is not None:
        lines = {json.loads(line)["id"]: line for line in baseline.read_bytes().splitlines() if line.strip()}
        kept["baseline"] = parts(CORPUS, aside["corpus"], lines)
    for name, path in (("speed", SPEED), ("robustness", ROBUSTNESS)):
        if path.exists():
            kept[name] = json.loads(path.read_text("utf-8"))
    return kept


def _lines(readings: dict[str, Reading]) -> dict[str, bytes]:
    return {stem: reading.to_json() for stem, reading in readings.items()}


def mistakes(fields: set[str]) -> list[str]:
    """Each missed and wrong value of ``fields`` in the open part of the corpus, beside its words."""
    stems = labelled(CORPUS) - set(heldout()["corpus"])
    lines = _lines(readings_of(CORPUS))
    with tempfile.TemporaryDirectory() as place:
        return list(report.mistakes(_score(Path(place), CORPUS, stems, lines), fields))


def tally(folder: Path, readings: dict[str, Reading]) -> Figures:
    """How many reports there are, how many were read, and what their subjects' outcomes were."""
    outcomes: Counter[str] = Counter()
    for reading in readings.values():
        for subject in reading.subjects:
            outcomes[(subject.proceeding and subject.proceeding.outcome) or "none told"] += 1
    return {
        "reports": len(list(folder.glob("*.txt"))),
        "read": len(readings),
        "with a subject": sum(bool(r.subjects) for r in readings.values()),
        "outcomes": dict(sorted(outcomes.items(), key=lambda kv: (-kv[1], kv[0]))),
    }


def written(figures: Figures) -> dict[Path, str]:
    """What each page should say, by path."""
    pages = {ROOT / FULL: figures_pages.full(figures)}
    for name in PAGES:
        path = ROOT / name
        if path.exists():
            pages[path] = figures_pages.filled(path.read_text("utf-8"), figures)
    return pages


def out_of_date(figures: Figures) -> list[str]:
    """The pages that do not say what ``figures`` say."""
    return [
        str(path.relative_to(ROOT))
        for path, text in written(figures).items()
        if not path.exists() or path.read_text("utf-8") != text
    ]


def main() -> None:
    """Measure and write, or with --check exit with 1 and a list if something is not up to date."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--baseline", type=Path, metavar="JSONL", help="readings of baseline.py")
    parser.add_argument("--real", type=Path, default=REAL, metavar="FOLDER", help="the labelled real reports")
    parser.add_argument("--errors", metavar="FIELD,...", help="list mistakes of these fields, write nothing")
    args = parser.parse_args()
    if args.errors is not None:
        chosen = {name.strip() for name in args.errors.split(",")}
        if unknown := chosen - set(FIELDS):
            parser.error(f"no such field: {', '.join(sorted(unknown))}. There are {', '.join(FIELDS)}.")
        print("\n".join(mistakes(chosen)))
        return
    figures = measure(args.real, args.baseline)
    if args.check:
        old = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else None
        stale = ([] if old == figures else [str(FIGURES.relative_to(ROOT))]) + out_of_date(figures)
        print("up to date" if not stale else "not up to date: " + ", ".join(stale))
        sys.exit(1 if stale else 0)
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    for path, text in written(figures).items():
        path.write_text(text, "utf-8")
    print(figures_pages.summary(figures))


if __name__ == "__main__":
    main()
