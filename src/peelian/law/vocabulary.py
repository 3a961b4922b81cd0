"""The vocabularies: what a force, rank, court, offence or outcome is called, with the source of each.

The YAML files in `data/` are what people edit. `python -m peelian.law.compile` turns each into one
JSON file in `data/compiled/`, and only those are read at run time: no YAML is imported. A vocabulary
is loaded when it is first asked for, and kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

NAMES: tuple[str, ...] = (
    "active_events",
    "bodies",
    "chairs",
    "clocks",
    "complaint_categories",
    "courts",
    "criminal_events",
    "findings",
    "forces",
    "forums",
    "guards",
    "limits",
    "maximum_sentences",
    "modes",
    "notices",
    "offence_catalogue",
    "offences",
    "orders",
    "outcomes",
    "panels",
    "proceedings",
    "ranks",
    "record_fields",
    "referral_criteria",
    "regime_amendments",
    "regimes",
    "rehabilitation_orders",
    "rehabilitation_periods",
    "schedule_18",
    "sentences",
    "severity_levels",
    "stages",
    "standards",
    "suspension_conditions",
    "transitions",
    "victim_anonymity",
)
"""Every vocabulary there is, in alphabetical order. Each has a file `data/<name>.yaml`."""

# Not importlib.resources: importing it takes longer than reading the data, and we ship unzipped wheels.
_COMPILED = Path(__file__).parent / "data" / "compiled"


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a vocabulary.

    `id` is the guide's id where the guide has one. `aliases` are the forms in which documents write
    the term, `name` among them where it is such a form. `weak_aliases` are forms that mean the term
    only with other evidence beside them ("Kent", "DS", "assault"). `source` says where the entry
    comes from. `verified` is true only if somebody saw that source: what is not verified must never
    be shown as certain. `extra` holds what only this vocabulary has (dates, seniority, statute).
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    weak_aliases: tuple[str, ...]
    source: str
    verified: bool
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


class UnknownTerm(LookupError):
    """There is no vocabulary, or no term in it, of that name."""


@cache
def vocabulary(name: str) -> tuple[Term, ...]:
    """Return the terms of one vocabulary, in the order of its file.

    Raises `UnknownTerm` if `name` is not one of `NAMES`.
    """
    if name not in NAMES:
        raise UnknownTerm(f"no vocabulary {name!r}: there are {', '.join(NAMES)}")
    raw = (_COMPILED / f"{name}.json").read_bytes()
    return tuple(
        Term(
            id=row[0],
            name=row[1],
            aliases=tuple(row[2]),
            weak_aliases=tuple(row[3]),
            source=row[4],
            verified=row[5],
            extra=MappingProxyType(row[6]),
        )
        for row in json.loads(raw)["terms"]
    )


@cache
def _by_id(name: str) -> Mapping[str, Term]:
    return MappingProxyType({entry.id: entry for entry in vocabulary(name)})


def term(name: str, id: str) -> Term:
    """Return the term `id` of vocabulary `name`. Raises `UnknownTerm` if there is none."""
    try:
        return _by_id(name)[id]
    except KeyError:
        raise UnknownTerm(f"no term {id!r} in vocabulary {name!r}") from None


def ids(name: str) -> frozenset[str]:
    """Return the ids of a vocabulary."""
    return frozenset(_by_id(name))


_DROPPED = re.compile(r"['‘’ʼ`´.]")
_SPACED = re.compile(r"[\s‐-―/\-]+")


def fold(text: str) -> str:
    """Return `text` as aliases are compared: no case, apostrophes or full stops; hyphens are spaces.

    "St Alban’s Crown Court" and "st albans crown-court" fold to the same. "&" becomes "and".
    """
    return _SPACED.sub(" ", _DROPPED.sub("", text).replace("&", " and ")).strip().casefold()


@cache
def index(name: str, *, weak: bool = False) -> Mapping[str, tuple[str, ...]]:
    """Return, for each folded alias of a vocabulary, the ids that it can mean.

    More than one id means that the alias cannot decide alone. With `weak`, the weak aliases are in
    it too.
    """
    found: dict[str, list[str]] = {}
    for entry in vocabulary(name):
        for alias in entry.aliases + (entry.weak_aliases if weak else ()):
            holders = found.setdefault(fold(alias), [])
            if entry.id not in holders:
                holders.append(entry.id)
    return MappingProxyType({alias: tuple(holders) for alias, holders in found.items()})


def lookup(name: str, text: str, *, weak: bool = False) -> tuple[str, ...]:
    """Return the ids that the whole of `text` can mean in a vocabulary; empty if none.

    A leading article is passed over. Two ids or more: the text alone does not decide.
    """
    table = index(name, weak=weak)
    folded = fold(text)
    found = table.get(folded)
    if found is None and folded.startswith(("the ", "a ", "an ")):
        found = table.get(folded.split(" ", 1)[1])
    return found or ()


def case_matters(alias: str) -> bool:
    """Say whether an alias should be matched with its capitals as they stand.

    True for one word in capitals, alone or with figures, strokes and stops ("PC", "T/DC", "ABH"),
    and for one short word that begins with a capital ("Met", "Pc", "Beds"): in lower case these are
    other words ("ps", "met", "beds"). A caller that reads headlines in capitals must know that
    capitals no longer tell anything there.
    """
    if " " in alias:
        return False
    letters = re.sub(r"[^A-Za-z]", "", alias)
    return bool(letters) and (letters.isupper() or (alias[0].isupper() and len(letters) <= 4))
