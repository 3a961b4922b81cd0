"""A personal name as parts that can be compared: given names, surname, nicknames, and what conflicts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import jellyfish

from peelian import law

_DATA = Path(__file__).parent / "data"
# Words that begin a surname, so that "Ann van der Berg" has the surname "van der Berg".
_PARTICLES = frozenset(
    "van von der den de la le du di da dos del della al el bin ibn ap ab ferch st saint mac mc o ter ten".split()
)
#: Spellings at least this alike (Jaro-Winkler) may be one name: "Odran" and "Odhran", "Ruaridh" and "Ruairidh".
ALIKE = 0.88


@dataclass(frozen=True, slots=True)
class NameParts:
    """A folded name in parts. ``given`` is None where only a surname is told; it may be one letter.

    ``tail`` holds the last two words of a name of three or more, since "Adeyemi-Holt" is also
    written "Adeyemi Holt". ``forms`` are the full forms that the given name can stand for.
    """

    given: str | None
    middle: tuple[str, ...]
    surname: str
    first_part: str
    last_part: str
    tail: str | None
    forms: tuple[str, ...]


@cache
def nicknames() -> dict[str, tuple[str, ...]]:
    """Return, for each short or pet form, the full given names that it can stand for."""
    table: dict[str, list[str]] = {}
    for full, shorts in json.loads((_DATA / "nicknames.json").read_text("utf-8"))["names"].items():
        for short in shorts:
            table.setdefault(short, []).append(full)
    return {short: tuple(sorted(fulls)) for short, fulls in table.items()}


@lru_cache(maxsize=65536)
def forms(given: str) -> tuple[str, ...]:
    """Return a folded given name with the full forms it can stand for: "bill" -> ("bill", "william")."""
    return tuple(sorted({given, *nicknames().get(given, ())}))


@lru_cache(maxsize=65536)
def parts(name: str) -> NameParts | None:
    """Take a name as written in a reading apart. None if nothing of it is a name."""
    bare = law.name(name) or name
    # Dotted initials that stand together ("J.R. Holt") are two words, not the name "jr".
    bare = re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)", ". ", bare)
    words = [law.fold_name(word) for word in bare.split()]
    words = [word for word in words if word]
    if not words:
        return None
    start = len(words) - 1
    while start > 0 and words[start - 1] in _PARTICLES and len(words[start - 1]) > 1:
        start -= 1
    surname = " ".join(words[start:])
    given = words[:start]
    pieces = surname.split()
    flat = " ".join(words).split()
    return NameParts(
        given=given[0] if given else None,
        middle=tuple(given[1:]),
        surname=surname,
        first_part=pieces[0],
        last_part=pieces[-1],
        tail=" ".join(flat[-2:]) if len(flat) >= 3 else None,
        forms=forms(given[0]) if given else (),
    )


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return how a surname sounds (Metaphone), as a key for blocking: "brackenridge", "breckenridge"."""
    return jellyfish.metaphone(word) or word[:4]


def alike(one: str, other: str) -> bool:
    """Say whether two folded words may be spellings of one name."""
    if one == other or jellyfish.jaro_winkler_similarity(one, other) >= ALIKE:
        return True
    return min(len(one), len(other)) >= 5 and jellyfish.damerau_levenshtein_distance(one, other) <= 1


def one_letter(one: str, other: str) -> bool:
    """Say whether two folded words are the same, or one letter (lost, added, changed, two swapped) apart."""
    return jellyfish.damerau_levenshtein_distance(one, other) <= 1


def surnames_conflict(one: NameParts, other: NameParts, spelling: Callable[[str, str], bool] = alike) -> bool:
    """Say whether two surnames cannot be one person's: no spelling, no part of a double name in common.

    `spelling` says which two words may be spellings of one name.
    """
    if one.surname == other.surname or (one.tail is not None and one.tail == other.tail):
        return False
    if spelling(one.surname, other.surname):
        return False
    doubles = [p for p in (one, other) if len(p.surname.split()) > 1]
    if doubles and ({one.first_part, one.last_part} & {other.first_part, other.last_part}):
        return False
    for name, less in ((one, other), (other, one)):  # "Marguerite Adeyemi Holt", "M. Adeyemi-Holt"
        if name.tail is not None and spelling(name.tail, less.surname):
            return False
    return True


def spelt_alike(one: NameParts | None, other: NameParts | None) -> bool:
    """Say whether two names may be one without any slip of the pen.

    What is no slip: an initial, a short or pet form, a middle name used, a double name in part, a given name
    that sounds the same ("Stephen", "Steven"), a name not told.
    """
    if one is None or other is None:
        return True
    return not surnames_conflict(one, other, str.__eq__) and _given_alike(one, other)


def _given_alike(one: NameParts, other: NameParts) -> bool:
    if one.given is None or other.given is None:
        return True
    a, b = one.given, other.given
    if min(len(a), len(b)) == 1 or set(one.forms) & set(other.forms) or sound(a) == sound(b):
        return True
    return a in other.middle or b in one.middle or a.startswith(b) or b.startswith(a)


def spelt_apart(one: NameParts | None, other: NameParts | None) -> bool:
    """Say whether two names are further apart than one slip of the pen: more than one letter in all.

    What is no slip (see `spelt_alike`) does not count. A missing name is apart from none.
    """
    if one is None or other is None:
        return False
    if surnames_conflict(one, other, one_letter):
        return True
    if _given_alike(one, other) or given_conflict(one, other):
        return False
    a, b = one.given or "", other.given or ""
    return not one_letter(a, b) or surnames_conflict(one, other, str.__eq__)


def given_conflict(one: NameParts, other: NameParts) -> bool:
    """Say whether two given names cannot be one person's: both full, no nickname, spelling or middle name."""
    if one.given is None or other.given is None:
        return False
    a, b = one.given, other.given
    if len(a) == 1 or len(b) == 1:
        every = {name[0] for name in (a, *one.middle)} & {name[0] for name in (b, *other.middle)}
        return a[0] != b[0] and not every
    if set(one.forms) & set(other.forms) or alike(a, b):
        return False
    if a in other.middle or b in one.middle:
        return False
    return not (a.startswith(b) or b.startswith(a)) or min(len(a), len(b)) < 3


def middle_conflict(one: NameParts, other: NameParts) -> bool:
    """Say whether both give middle names of which none can be the other's: "Ann Jane", "Ann Ruth"."""
    # "Marguerite Adeyemi Holt" is also written "Marguerite T. Adeyemi-Holt": that word is no middle name.
    mine = [a for a in one.middle if a not in other.surname.split()]
    theirs = [b for b in other.middle if b not in one.surname.split()]
    if not mine or not theirs:
        return False
    for a in mine:
        for b in theirs:
            if a[0] == b[0] and (len(a) == 1 or len(b) == 1 or alike(a, b)):
                return False
    return True


def conflict(one: NameParts | None, other: NameParts | None) -> bool:
    """Say whether two names cannot be one person's. A missing name conflicts with none."""
    if one is None or other is None:
        return False
    return surnames_conflict(one, other) or given_conflict(one, other) or middle_conflict(one, other)
