"""Score readings and links against a labelled corpus (see GUIDE.md). Standard library only.

    score.py read GOLD_DIR READINGS.jsonl [--errors] [--json]
    score.py link GOLD_DIR LINKS.json     [--errors] [--json]

GOLD_DIR holds NAME.txt with NAME.json (labels) and links*.json. READINGS.jsonl holds one
reading a line, in the labels' shape, `id` being NAME, with an optional `evidence` object that
maps a JSON Pointer (RFC 6901) of a value to a list of [start, end) offsets into NAME.txt.
LINKS.json is a list of {"person", "case", "mentions": [[id, subject_index], ...]} whose indexes
are positions in the gold labels' `subjects`.

Every value counts as one item: found and right, missed, or wrong. `core` is the headline: the
facts of the case. `all` adds the details (posts, venues, speakers, ...).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from peelian.score import report
from peelian.score.links import score_links
from peelian.score.readings import NotScored, score_readings


def main() -> None:
    """Run the scorer with the arguments of the command line. Exits with 1 on bad files."""
    parser = argparse.ArgumentParser(
        prog="score.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("read", "link"))
    parser.add_argument("gold", type=Path)
    parser.add_argument("got", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every missed and wrong value")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.gold.is_dir() or not args.got.is_file():
        sys.exit(f"score.py: no such folder or file: {args.gold if not args.gold.is_dir() else args.got}")
    try:
        (_read if args.what == "read" else _link)(args.gold, args.got, args.errors, args.json)
    except NotScored as error:
        sys.exit(f"score.py: {error}")


def _read(gold: Path, got: Path, errors: bool, as_json: bool) -> None:
    score = score_readings(gold, got)
    if as_json:
        print(json.dumps(score.to_dict(), indent=1))
        return
    if errors:
        print("\n".join(report.mistakes(score)))
    print(report.table(score))


def _link(gold: Path, got: Path, errors: bool, as_json: bool) -> None:
    score = score_links(gold, got)
    if errors and score.mistakes:
        print("\n".join(score.mistakes))
    if as_json:
        print(json.dumps(score.levels, indent=1))
        return
    for level, f in score.levels.items():
        print(
            f"{level:8} P {f['precision']:.3f} R {f['recall']:.3f} F1 {f['f1']:.3f} "
            f"false merges {f['false_merges']} of {score.mentions} mentions"
        )


if __name__ == "__main__":
    main()
