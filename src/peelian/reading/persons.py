"""Persons: the people whom a document mentions, each with all their mentions, joined by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, TypeAlias

from peelian.reading import patterns as re
from peelian.reading.name_words import PEERS, names_by_sex, unbroken
from peelian.reading.nicknames import plain_name
from peelian.reading.scan import Hit

#: Ranks from superintendent up; and those between sergeant and superintendent.
SENIOR: Final = frozenset(
    """superintendent detective_superintendent chief_superintendent detective_chief_superintendent commander
    assistant_chief_constable deputy_assistant_commissioner deputy_chief_constable assistant_commissioner
    deputy_commissioner chief_constable commissioner""".split()
)
INSPECTING: Final = frozenset(
    "inspector detective_inspector chief_inspector detective_chief_inspector".split()
)

# Of whom a stretch of a page tells; and the stretches ``(start, end, whom)``, in order.
Topic: TypeAlias = "tuple[Person, ...]"
Topics: TypeAlias = "list[tuple[int, int, Topic]]"


@dataclass(slots=True)
class Mention:
    """One place where a person is named or described.

    ``[start, end)`` is the whole of it with rank and title; ``[name_start, name_end)`` the name alone.
    ``rank`` is the hit of a rank just before the name, ``title`` the civil or court title's word. ``cited``: the name
    stands for an older case ("in Lumb, where a constable").
    """

    start: int
    end: int
    name_start: int
    name_end: int
    tokens: tuple[str, ...]
    rank: Hit | None = None
    title: str | None = None
    reasons: int = 0
    person: Person | None = None
    honours: bool = False
    collar: tuple[int, int] | None = None
    cited: bool = False

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return self.tokens[-1]


@dataclass(slots=True, eq=False)
class Person:
    """One person of a document: every mention of them, and what is known so far.

    ``role`` is decided by the cast: ``subject``, ``background``, ``official``, ``rival`` (somebody else
    who is tried or punished) or ``victim`` (a civilian to whom something was done); until then it is ``other``.
    ``criminal`` is None, or for an officer without a name the ``[start, end)`` clauses in which a
    criminal matter is told against them; offences told elsewhere are other people's. ``columns`` says that ``fields`` are
    cells of a table's row. ``party`` is the part in which a judgment's or decision's heading prints them (``claimant``, ``defendant``, ...),
    ``party_number`` which of several in that part they are, from 0.
    ``cleared`` is the clause in which an oversight report says of an officer without a name that nothing was found against him.
    ``aside`` says that nothing is told against somebody whom the page names for another reason. ``recalled`` says that somebody
    named only as an older case is the subject because the page names no other. ``elder`` is told of kin who bear the name of
    the officer: whether they are the elder of the two. ``called`` is the word for one who joined the police later ("man").
    """

    mentions: list[Mention] = field(default_factory=list)
    name: str | None = None
    name_span: tuple[int, int] | None = None
    label: str | None = None
    label_span: tuple[int, int] | None = None
    role: str = "other"
    score: float = 0.0
    region: tuple[int, int] | None = None
    rank: Hit | None = None
    female: bool | None = None
    background: bool = False
    aside: bool = False
    recalled: bool = False
    anchor: int = 0
    criminal: list[tuple[int, int]] | None = None
    cleared: tuple[int, int] | None = None
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)
    columns: bool = False
    party: str | None = None
    party_number: int | None = None
    elder: bool | None = None
    called: str | None = None

    @property
    def is_subject(self) -> bool:
        """Whether the document tells of this person's own case, be it only as background."""
        return self.role in ("subject", "background")


def join(mentions: list[Mention], text: str) -> list[Person]:
    """Persons of the document: mentions joined by name, the fullest form kept, in order of first mention.

    A lone surname joins the nearest earlier full name that has it (else the nearest later one); two
    full names with one surname and different first names are two people.
    """
    persons: list[Person] = []
    by_surname: dict[str, list[Person]] = {}
    full = [m for m in mentions if len(m.tokens) > 1]
    low = text[:_OPENING].lower()
    apart = _told_apart(full, text)
    for m in full:
        known = by_surname.get(m.surname, [])
        person = next((p for p in known if _has_first_name(p, m)), None) or next(
            (p for p in known if _agree(p, m, apart)), None
        )
        if person is None:
            person = Person(anchor=m.start)
            persons.append(person)
            by_surname.setdefault(m.surname, []).append(person)
        m.person = person
        person.mentions.append(m)
    for m in mentions:
        if len(m.tokens) > 1:
            continue
        person = _owner(m, by_surname, persons, low)
        if person is None:
            person = Person(anchor=m.start)
            persons.append(person)
            by_surname.setdefault(m.surname, []).append(person)
        m.person = person
        person.mentions.append(m)
    for person in persons:
        person.mentions.sort(key=lambda m: m.start)
        person.anchor = person.mentions[0].start
        best = max(
            person.mentions,
            key=lambda m: (len(m.tokens), not _is_pet(m, person), sum(map(len, m.tokens)), -m.start),
        )
        person.name_span = (best.name_start, best.name_end)
        person.name = plain_name(unbroken(text[best.name_start : best.name_end]))
        person.rank = next((m.rank for m in person.mentions if m.rank is not None), None)
        for m in person.mentions:
            if m.title in ("mr", "sir", "lord"):
                person.female = False
            elif m.title in ("mrs", "ms", "miss", "lady", "dame"):
                person.female = True
    persons.sort(key=lambda p: p.anchor)
    return persons


def _has_first_name(person: Person, m: Mention) -> bool:
    """Whether a person was named with just this first name before."""
    return any(len(other.tokens) > 1 and other.tokens[0] == m.tokens[0] for other in person.mentions)


def _told_apart(full: list[Mention], text: str) -> frozenset[frozenset[str]]:
    """The pairs of first names that stand in one sentence before one surname: "Chris Lee and his wife Christina Lee" are two."""
    return frozenset(
        frozenset((m.tokens[0], other.tokens[0]))
        for m, other in pairwise(sorted(full, key=lambda m: m.start))
        if m.surname == other.surname
        and m.tokens[0] != other.tokens[0]
        and not any(end in text[m.end : other.start] for end in (". ", "\n"))
    )


def _agree(person: Person, m: Mention, apart: frozenset[frozenset[str]]) -> bool:
    """Whether two full forms of one surname can be one person's: first names equal, or one an initial or a short form."""
    for other in person.mentions:
        if len(other.tokens) < 2:
            continue
        a, b = other.tokens[0], m.tokens[0]
        initial = a[0] == b[0] and (len(a) == 1 or len(b) == 1)
        short = _is_short_for(a, b) and frozenset((a, b)) not in apart
        return a == b or initial or short or a in m.tokens or b in other.tokens
    return True


def _is_short_for(a: str, b: str) -> bool:
    """Whether of two first names one is the other shortened or made familiar: "Frankie" and "Frank", "Nev" and "Neville".

    Names of which one is a woman's and the other a man's are two people's ("Dan" and "Danielle").
    """
    short, long = sorted((a, b), key=len)
    if len(short) < _SHORTEST_PET_NAME or len(long) == len(short) or not long.startswith(short):
        return False
    sexes = names_by_sex()
    if short in sexes or sexes.get(long):  # "Chris" and "Christina" may be two: "Chris" is not told
        return sexes.get(short) == sexes.get(long, sexes.get(short))
    return long[len(short) :] not in _FEMALE_ENDS


def _is_pet(m: Mention, person: Person) -> bool:
    """Whether a mention has the familiar form of a first name that another mention has in full: "Frankie" beside "Frank"."""
    given = m.tokens[0] if len(m.tokens) > 1 else ""
    return given.endswith(("ie", "y", "ey")) and any(
        len(o.tokens) > 1 and o.tokens[0] != given and given.startswith(o.tokens[0]) and len(o.tokens[0]) > 1
        for o in person.mentions
    )


_SHORTEST_PET_NAME: Final = 3  # letters
_FEMALE_ENDS: Final = ("a", "e", "ette", "ina", "ine", "elle")  # "Paul" and "Paula" are two


_OPENING: Final = 600  # characters
# "A sergeant and his wife have been cleared": of two with one surname, the first named has the rank.
_AND_HIS_WIFE: Final = re.compile(
    r"\b(?:officer|pc|constable|sergeant|inspector|superintendent|detective|policeman|policewoman|pcso|cop) and (?:his|her) (?:\w+ )?(?:wife|husband|partner|brother|sister|son|daughter|father|mother|cousin|nephew|niece|twin)\b"
)

# "Lee's wife", "while his husband": in the opening, of two with one surname one is told of as the other's spouse.
_SPOUSE: Final = re.compile(
    r"(?:\b(?:his|her)|['\u2019]s?|\band) (?:(?:then|ex|former|estranged|late|own|new)[ -])?(?:wife|husband)\b"
)


def tells_of_spouses(low: str) -> bool:
    """Whether a page (in lower case) opens on somebody and a wife or husband."""
    return _SPOUSE.search(low, 0, _OPENING) is not None


def _owner(m: Mention, by_surname: dict[str, list[Person]], persons: list[Person], low: str) -> Person | None:
    """Whose the mention of a lone surname is; ``low`` is the page's opening in lower case."""
    candidates = by_surname.get(m.surname, [])
    if m.title == "judge" or m.title in PEERS:  # "Lord Balerno" of the court is not "Sergeant Balerno"
        candidates = [p for p in candidates if all(x.rank is None for x in p.mentions)]
    if not candidates:
        candidates = [
            p
            for p in persons
            if any(m.surname == t for x in p.mentions if len(x.tokens) > 1 for t in x.tokens[:-1])
        ]
        if len(candidates) > 1 or m.rank is not None or m.title not in (None, "sir", "dame", "lady"):
            candidates = []
        if not candidates and m.title != "judge" and m.title not in PEERS:  # "Adeyemi" for "Adeyemi-Pryce"
            candidates = [p for p in persons if any(m.surname in x.surname.split("-") for x in p.mentions)]
    if len(candidates) <= 1:
        return candidates[0] if candidates else None
    if m.rank is not None:
        same = [
            p
            for p in candidates
            if any(x.rank is not None and x.rank.value == m.rank.value for x in p.mentions)
        ]
        if len(same) == 1:
            return same[0]
        if not same and _AND_HIS_WIFE.search(low, 0, _OPENING):
            return min(candidates, key=lambda p: min(x.start for x in p.mentions))
        candidates = same or candidates
    elif m.title is not None:
        same = [p for p in candidates if any(x.title == m.title for x in p.mentions)]
        if not same and m.title in ("mrs", "ms", "miss"):  # an inspector and his wife: "Mrs Lee" is the wife
            same = [p for p in candidates if all(x.rank is None and x.title != "mr" for x in p.mentions)]
        candidates = same or candidates
    elif tells_of_spouses(low):
        # "Lee" is the one of whom the story is: with a rank, or named first; his wife is "Mrs Lee" or has her first name
        ranked = [p for p in candidates if any(x.rank is not None for x in p.mentions)]
        if len(ranked) < 2:
            return (ranked or [min(candidates, key=lambda p: min(x.start for x in p.mentions))])[0]
    before = [p for p in candidates if p.mentions and min(x.start for x in p.mentions) < m.start]
    if before:
        # Whoever was named a moment ago; else the one of whom the document tells first.
        latest = max(before, key=lambda p: max(x.start for x in p.mentions if x.start < m.start))
        if m.start - max(x.start for x in latest.mentions if x.start < m.start) < 160:
            return latest
        return min(before, key=lambda p: min(x.start for x in p.mentions))
    return candidates[0]
