"""Make a casebook of many fictional cases quickly, for measuring pages, exports and the casebook itself.

    python benchmarks/generate_casebook.py --cases 100000 --casebook /tmp/large

Some hundred texts are drawn from templates and taken the whole way: read, made into statements, built into
case files. Each of them is then told of many officers, one surname in place of another of the same length, so
that every span still lies on its words. All people are invented from syllables. Persons and cases are as the
generator made them (nothing is linked); all else is as `peelian add` would leave it, so that documents can be
added to it.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import os
import random
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DAY = 17  # of every date of a template; a telling moves them by some days
SURNAME, PERSON, CASE = "Quorlanvex", "p-000000000000", "c-000000000000"
ONSETS = "B Br C Cl D Dr F G Gr H J K L M N P R S St T Tr V W".split()
MIDDLES = ("al an ar el en er il in or ol un ur ald arn elm end ern ild ing ord orn und").split()
ENDS = ("bury combe dale field ford ham hurst ley man ridge ron shaw son ston ton well wick worth").split()
GIVEN = "Ada Alban Alwyn Beatrix Bram Corin Cosmo Dorcas Edmund Esme Felix Greta Hugo Imogen Ivor Jolyon Keziah".split()
GIVEN += "Lambert Marjory Nesta Orlando Perpetua Quentin Rosamund Silas Tabitha Ursula Violet Wilfred Yseult".split()
RANKS = ("PC", "DC", "Sergeant", "Detective Sergeant", "Inspector", "Special Constable", "PCSO")
OFFENCES = (
    "theft", "computer misuse", "misconduct in public office", "common assault", "drink-driving", "harassment",
    "voyeurism", "perverting the course of justice", "possession of indecent photographs of children", "fraud",
)  # fmt: skip
OUTCOMES = (
    "was dismissed without notice", "was dismissed without notice", "would have been dismissed had {he} not resigned",
    "was given a final written warning", "was given a written warning",
)  # fmt: skip
STANDARDS = (
    "honesty and integrity",
    "discreditable conduct",
    "use of force",
    "confidentiality",
    "duties and responsibilities",
)
SENTENCES = (
    "jailed for {n} months", "fined £{n}00", "given a community order of 12 months",
    "given {n} months in prison, suspended for 18 months",
)  # fmt: skip
COURTS = (
    "Maidstone Crown Court",
    "Leeds Crown Court",
    "Cardiff Crown Court",
    "Westminster Magistrates' Court",
    "Preston Crown Court",
)
MONTHS = "January February March April May June July August September October November December".split()


def surnames(rng: random.Random) -> list[str]:
    """Every surname of the template's length that the syllables make, shuffled."""
    made = {a + b + c for a, b, c in itertools.product(ONSETS, MIDDLES, ENDS)}
    made |= {a + b + d + c for a, b, d, c in itertools.product(ONSETS, MIDDLES, MIDDLES, ENDS)}
    found = sorted(name for name in made if len(name) == len(SURNAME))
    rng.shuffle(found)
    return found


def texts(rng: random.Random, forces: list[str]) -> list[tuple[str, str]]:
    """One to three documents on one officer: (kind, text)."""
    name, force = f"{rng.choice(GIVEN)} {SURNAME}", rng.choice(forces)
    rank, age, year = rng.choice(RANKS), rng.randint(23, 58), rng.randint(2009, 2025)
    month = rng.randint(1, 11)
    heard, published = f"{DAY} {MONTHS[month - 1]} {year}", f"{DAY + 2} {MONTHS[month - 1]} {year}"
    outcome = rng.choice(OUTCOMES).format(he="he")
    hearing = (
        "an accelerated misconduct hearing" if year >= 2020 and rng.random() < 0.3 else "a misconduct hearing"
    )
    standard = rng.choice(STANDARDS)
    found = [
        (
            "outcome",
            f"Misconduct hearing outcome: {rank} {name}\n\nPublished {published}\n\n{force}\n\n{rank} {name} of {force} "
            f"{outcome} after {hearing} on {heard}. The panel found that the conduct breached the standards of "
            f"professional behaviour in respect of {standard} and amounted to gross misconduct.\n",
        )
    ]
    if rng.random() < 0.6:
        offence, sentence = rng.choice(OFFENCES), rng.choice(SENTENCES).format(n=rng.randint(2, 18))
        before = f"{DAY - 1} {MONTHS[month - 1]} {year - 1}"
        found.append(
            (
                "news",
                f"{force} officer {sentence.split()[0]} for {offence}\n\nPublished {before}\n\n{rank} {name}, {age}, of {force}, "
                f"has been {sentence} at {rng.choice(COURTS)} after pleading guilty to {rng.choice(('two', 'three', 'four'))} "
                f"counts of {offence}. The Independent Office for Police Conduct directed the investigation.\n",
            )
        )
    if rng.random() < 0.15:
        found.append(
            (
                "tribunal",
                f"Police Appeals Tribunal: {name}\n\nPublished 4 December {year}\n\nThe tribunal dismissed an appeal by former "
                f"{rank} {name} of {force} against the finding of {hearing} on {heard}.\n",
            )
        )
    return found


class Template:
    """A case worked out once, with everything that depends on the officer's name in JSON."""

    def __init__(self, rng: random.Random, forces: list[str], number: int) -> None:
        from peelian.casebook.storing import OFFICIAL
        from peelian.casefile import build
        from peelian.casefile.facts import CaseInput, Source
        from peelian.casefile.statements import statements
        from peelian.documents import Document
        from peelian.reading import read

        self.pattern: re.Pattern[str] | None = None
        self.documents, mentions, sources = [], [], []
        for n, (kind, text) in enumerate(texts(rng, forces)):
            source_id = f"s-{number:06x}{n:06x}"
            reading = read(Document(id=f"{kind}-{number}-{n}", text=text)).to_dict()
            drafts = statements(reading, text, source_id)[:1]
            if not drafts:
                continue
            official = reading["kind"] in OFFICIAL
            sources.append(
                Source(id=source_id, title=reading["title"], publisher=reading["publisher"],
                       published=reading["published"], kind=reading["kind"], official=official)
            )  # fmt: skip
            mentions.append(drafts[0].of(PERSON))
            self.documents.append((source_id, text, reading, drafts[0]))
        self.file = build(CaseInput(id=CASE, sources=tuple(sources), mentions=tuple(mentions)))

    @property
    def usable(self) -> bool:
        """Whether the reader found the officer in every document."""
        return (
            bool(self.documents)
            and self.file.parties != ()
            and SURNAME in str(self.file.parties[0].get("name"))
        )


def ids(kind: str, n: int) -> str:
    """An id of the right length that no other number has."""
    return f"{kind}-{hashlib.sha256(f'{kind}{n}'.encode()).hexdigest()[:12]}"


class Telling:
    """One template told of one officer: its rows."""

    def __init__(self, template: Template, surname: str, n: int, rng: random.Random) -> None:
        self.template, self.surname, self.n = template, surname, n
        self.person, self.case = ids("p", n), ids("c", n)
        changes = [(SURNAME, surname), (PERSON, self.person), (CASE, self.case)]
        for source_id, *_ in template.documents:
            changes.append((source_id, ids("s", n * 8 + len(changes))))
        for *_, draft in template.documents:
            changes.append((draft.key, "m-" + hashlib.sha256(f"{draft.key}{n}".encode()).hexdigest()[:16]))
        move = rng.randint(-6, 9)
        days = range(DAY - 1, DAY + 3)
        changes += [(f"{day} {month}", f"{day + move} {month}") for day in days for month in MONTHS]
        changes += [
            (f"-{month:02}-{day}", f"-{month:02}-{day + move}") for day in days for month in range(1, 13)
        ]
        self.changes = dict(changes)
        if template.pattern is None:  # the same places for every telling of it
            places = "|".join(re.escape(old) for old in self.changes)
            template.pattern = re.compile(places + r"|(?<=\")t-(?=[0-9a-f])")

    def told(self, plain: str) -> str:
        """Text with everything that is this officer's in place of the template's; each span stays true."""
        assert self.template.pattern is not None
        return self.template.pattern.sub(lambda match: self.changes.get(match[0], f"t-{self.n:x}-"), plain)

    def json(self, value: Any) -> Any:
        """The same of plain data."""
        return json.loads(self.told(json.dumps(value)))


def generate(cases: int, *, seed: int = 1, templates: int = 1000, statements: bool = True) -> None:
    """Fill the casebook that Django is set up for."""
    import msgspec
    from django.db import connection, transaction
    from django.utils import timezone

    from peelian.casebook import models, protection
    from peelian.casebook.deriving import _events, _fill
    from peelian.law import ids as law_ids
    from peelian.law import term
    from peelian.linking import model as blocking
    from peelian.linking import scoring, weights
    from peelian.linking.mentions import all_mentions

    rng, now = random.Random(seed), timezone.now()
    forces = [term("forces", force).name for force in sorted(law_ids("forces")) if force not in ("other",)]
    made = [template for n in range(templates) if (template := Template(rng, forces, n)).usable]
    names = surnames(rng)
    plain = [
        (json.dumps(msgspec.to_builtins(t.file)), [json.dumps(r) for _, _, r, _ in t.documents]) for t in made
    ]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
    first = {
        name: (m.internal.order_by("-pk").values_list("pk", flat=True).first() or 0)
        for name, m in _numbered(models)
    }

    def batch(start: int, stop: int) -> None:
        rows: dict[str, list[Any]] = {name: [] for name in ORDER}
        for n in range(start, stop):
            at = n % len(made)
            template, telling = (
                made[at],
                Telling(made[at], names[(n // len(made) + at * 7) % len(names)], n, rng),
            )
            person = models.Person(pk=first["Person"] + n + 1, public_id=telling.person)
            case = models.Case(pk=first["Case"] + n + 1, public_id=telling.case)
            rows["Person"].append(person)
            rows["Case"].append(case)
            file = msgspec.json.decode(telling.told(plain[at][0]), type=type(template.file))
            person.name = str(file.parties[0].get("name"))
            person.force = str(file.parties[0].get("force") or "")
            _fill(case, file, _NOTHING)
            rows["Event"] += list(_events(case, file, {telling.person: person.pk}))
            for d, (source_id, text, _, draft) in enumerate(template.documents):
                number = first["Source"] + n * 4 + d + 1
                here, reading = telling.told(text), json.loads(telling.told(plain[at][1][d]))
                source = models.Source(
                    pk=number, public_id=telling.told(source_id), sha256=hashlib.sha256(f"{n}/{d}".encode()).hexdigest(),
                    size=len(here), origin="generated", media_type="text/plain", title=reading["title"],
                    publisher=reading["publisher"], published=reading["published"], kind=reading["kind"],
                    official=file.sources[0].official, carrier={"id": reading["id"]}, added_at=now,
                    text_sha256=hashlib.sha256(here.encode()).hexdigest(), compared=True, last_seen_at=now,
                )  # fmt: skip
                mention = models.Mention(
                    pk=number, key=telling.told(draft.key), source=source, index=draft.index, name=person.name,
                    subject=reading["subjects"][draft.index], scored=True, person=person, case=case,
                )  # fmt: skip
                row = models.Reading(
                    pk=number, source=source, reader="peelian", version=reading["reader"]["version"], made_at=now, body=reading
                )  # fmt: skip
                rows["Source"].append(source)
                rows["SourceText"].append(models.SourceText(source=source, text=here))
                rows["Reading"].append(row)
                rows["Mention"].append(mention)
                compared = all_mentions([{**reading, "id": source.public_id, "subjects": [mention.subject]}])[
                    0
                ]
                rows["MentionKey"] += [
                    models.MentionKey(mention=mention, key=key[:200]) for key in blocking.keys(compared)
                ]
                if statements:
                    rows["Statement"] += [
                        models.Statement(
                            key=f"t-{n:x}-{s.key[2:]}", mention=mention, reading=row, pointer=s.pointer, field=s.field,
                            value=telling.json(s.value), spans=s.spans, quote=telling.told(s.quote),
                        )
                        for s in draft.statements
                    ]  # fmt: skip
        with transaction.atomic():
            for name in ORDER:
                getattr(models, name).internal.bulk_create(rows[name], batch_size=1000)

    for start in range(0, cases, 1000):
        batch(start, min(start + 1000, cases))
        if sys.stderr.isatty():
            print(f"\r{min(start + 1000, cases):,}", end="", file=sys.stderr)
    used = weights.load()
    mentions = models.Mention.internal.count()
    models.LinkModel.internal.all().delete()
    models.LinkModel.internal.create(
        mentions=mentions, prior=scoring.prior_for(mentions, used), weights=used.to_dict()
    )  # fmt: skip
    if connection.vendor == "postgresql":
        from django.core.management.color import no_style

        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [m for _, m in _numbered(models)]):
                cursor.execute(statement)
    protection.protect(connection)


ORDER = ("Person", "Case", "Source", "SourceText", "Reading", "Mention", "MentionKey", "Statement", "Event")
_NOTHING: Any = object()  # stands for the case's input, of which only its presence is asked


def _numbered(models: Any) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(models, name)) for name in ORDER if name != "SourceText")


def main() -> None:
    """Make the casebook and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--casebook", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--no-statements", action="store_true", help="half the time; then it cannot be rebuilt"
    )
    options = parser.parse_args()
    os.environ.setdefault("PEELIAN_CASEBOOK", str(options.casebook))
    from peelian.cli.casebook import open_casebook

    open_casebook(options.casebook, make=True)
    started = time.perf_counter()
    generate(options.cases, seed=options.seed, statements=not options.no_statements)
    took = time.perf_counter() - started
    print(
        f"{options.cases:,} cases in {took:.0f} s ({options.cases / took:,.0f} a second) in {options.casebook}"
    )


if __name__ == "__main__":
    main()
