"""Many published cases for measuring the pages: templates through the whole chain, each told of many officers.

    python benchmarks/web_cases.py --casebook /tmp/templates --templates 600 --out /tmp/templates.jsonl

``generate_casebook`` makes the templates' casebook (documents read, cases built); the publication gate weighs
each of them as it would for the public. ``tellings`` then puts another surname, other ids and other days in
their place: the pages get what they would get from the real gate, without weighing 100,000 cases.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
DAY_OF_WRITING = date(2026, 11, 22)
_ID = re.compile(r"\b([cpst])-([0-9a-f]{8,16})\b")
_DAY = re.compile(r"\b(20[0-2]\d)-(\d\d)-(\d\d)\b")


def tellings(templates: Path, cases: int, seed: int = 1) -> Iterator[str]:
    """``cases`` published cases as JSON, from a file of (surname, case) lines; the same for the same seed."""
    from generate_casebook import surnames

    rng = random.Random(seed)
    lines = [line.split("\t", 1) for line in templates.read_text("utf-8").splitlines()]
    names = surnames(rng)
    for n in range(cases):
        surname, body = lines[n % len(lines)]
        told = names[(n * 7919) % len(names)]
        years = rng.randint(-4, 4)

        def other_id(match: re.Match[str], n: int = n) -> str:
            return f"{match[1]}-{hashlib.sha256(f'{n}{match[0]}'.encode()).hexdigest()[:12]}"

        def other_day(match: re.Match[str], years: int = years) -> str:
            return f"{min(int(match[1]) + years, 2025)}-{match[2]}-{match[3]}"

        yield _DAY.sub(other_day, _ID.sub(other_id, body.replace(surname, told)))


def make_templates(casebook: Path, count: int, out: Path) -> int:
    """Make the templates' casebook and write what the gate lets through: surname, tab, case, a line each."""
    os.environ["PEELIAN_CASEBOOK"] = str(casebook)
    os.environ["DJANGO_SETTINGS_MODULE"] = "peelian.server.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from generate_casebook import generate
    from peelian.publication.services import gated_cases

    generate(count, templates=count)
    written = 0
    with out.open("w", encoding="utf-8") as file:
        for case in gated_cases("cautious", DAY_OF_WRITING):
            name = next((party.label("name") for party in case.parties if party.named), "")
            if not case.held and name:
                file.write(f"{name.split()[-1]}\t{case.to_json().decode()}\n")
                written += 1
    return written


def main() -> None:
    """Make the file of templates and say how many cases it holds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--casebook", type=Path, required=True)
    parser.add_argument("--templates", type=int, default=600)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    print(make_templates(options.casebook, options.templates, options.out), "cases")


if __name__ == "__main__":
    main()
