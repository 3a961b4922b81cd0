"""The invented people of the generated layouts (``layouts.py``): officers with all that a page may tell of them.

A layout is a function from a ``Lot`` (one page's officers, force, ways of writing a day and a rank) to the page's text
or bytes. ``layout`` registers it with what such a page says; what is not said has to stay empty. Everything is drawn
from one seed, so a page and what a careful person would read in it are always made together and never by hand.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

FIRST: Final = """Imogen Percival Rowena Barnaby Sunita Hywel Clementine Desmond Kwabena Leonora Tobias Yasmin Gareth Petra
Rufus Ottoline Dilys Marlon Agnes Cuthbert""".split()
LAST: Final = """Thackwell Brandreth Osgathorpe Penhale Quarmby Ridgeon Stallybrass Umpleby Varley-Nkosi Wetherell Yeadon
Abingdon-Ross Cottam Dewhirst Eastoft Farrance Golightly Haxby Inkpen Jolliffe""".split()
#: As abbreviated, id, as written out.
RANKS: Final = (
    ("PC", "police_constable", "Police Constable"),
    ("PC", "police_constable", "Police Constable"),
    ("Sgt", "sergeant", "Sergeant"),
    ("PS", "sergeant", "Sergeant"),
    ("DC", "detective_constable", "Detective Constable"),
    ("DS", "detective_sergeant", "Detective Sergeant"),
    ("Insp", "inspector", "Inspector"),
    ("DI", "detective_inspector", "Detective Inspector"),
    ("PCSO", "pcso", "Police Community Support Officer"),
)
#: Id, as a cell or a list writes it, as a sentence tells it, the finding that goes with it, its code in a register.
OUTCOMES: Final = (
    ("dismissed_without_notice", ("Dismissed without notice", "Dismissal without notice"),
     ("was dismissed without notice",), "gross_misconduct", "DWN"),
    ("final_written_warning", ("Final written warning",),
     ("received a final written warning", "was given a final written warning"), "misconduct", "FWW"),
    ("written_warning", ("Written warning",),
     ("was given a written warning", "received a written warning"), "misconduct", "WW"),
    ("would_have_been_dismissed", ("Would have been dismissed",),
     ("would have been dismissed", "would have been dismissed if still serving"),
     "gross_misconduct", "WHBD"),
    ("no_action", ("No further action", "No action"), ("faces no further action",), "not_proven", "NFA"),
    ("management_advice", ("Management advice",), ("was given management advice",), "misconduct", "MA"),
)  # fmt: skip
FINDINGS: Final = {
    "gross_misconduct": ("Gross misconduct", "Gross misconduct proven"),
    "misconduct": ("Misconduct", "Misconduct proven"),
    "not_proven": ("Not proven",),
}
FORCES: Final = (
    ("Cleveland Police", "cleveland"),
    ("Dorset Police", "dorset"),
    ("Gwent Police", "gwent"),
    ("Kent Police", "kent"),
    ("Suffolk Constabulary", "suffolk"),
    ("Wiltshire Police", "wiltshire"),
    ("Humberside Police", "humberside"),
    ("Thames Valley Police", "thames_valley"),
)
#: What was alleged, and the offences that a reader may take it for.
ALLEGATIONS: Final = (
    ("misuse of police computers", {"computer_misuse"}),
    ("an inappropriate relationship with a witness", set[str]()),
    ("falsifying a statement", {"false_statement"}),
    ("drink-driving while off duty", {"drink_driving"}),
    ("excessive force during an arrest", set[str]()),
    ("racist messages in a group chat", {"grossly_offensive_messages"}),
    ("failing to investigate a burglary", set[str]()),
    ("sleeping on duty", set[str]()),
    ("claiming overtime not worked", {"fraud"}),
)
#: Id, as a register writes it.
OFFENCES: Final = (
    ("theft", "Theft"),
    ("fraud_by_false_representation", "Fraud by false representation"),
    ("common_assault", "Common assault"),
    ("misconduct_in_public_office", "Misconduct in public office"),
    ("drink_driving", "Drink-driving"),
    ("computer_misuse", "Unauthorised access to computer material"),
    ("perverting_the_course_of_justice", "Perverting the course of justice"),
)
#: Kind and term as read, as a register writes it.
SENTENCES: Final = (
    ("imprisonment P18M", "18 months' imprisonment"),
    ("imprisonment P2Y", "2 years' imprisonment"),
    ("suspended_sentence P6M", "6 months' imprisonment, suspended for 2 years"),
    ("fine 500", "£500 fine"),
    ("community_order P12M", "12-month community order"),
)
COURTS: Final = ("Leeds Crown Court", "Bristol Crown Court", "Exeter Crown Court", "Derby Crown Court")
MONTHS: Final = (
    """January February March April May June July August September October November December""".split()
)
#: What is scored of each officer. A layout says which of them its pages tell.
FIELDS: Final = (
    "rank", "force", "outcome", "finding", "date", "offence", "plea", "court", "sentence",
)  # fmt: skip


@dataclass(slots=True)
class Officer:
    """One invented officer, and what a page may tell of them."""

    name: str | None
    first: str
    last: str
    short: str
    rank: str
    long: str
    outcome: str
    verdict: str
    verb: str
    finding: str
    found: str
    code: str
    day: date
    number: int
    force_name: str
    force: str
    allegation: str
    may_be: frozenset[str]
    offence: str
    charge: str
    plea: str
    court: str
    sentence: str
    term: str
    label: str | None = None
    #: Values of a field in place of those above, where the layout bends them.
    bent: dict[str, str | None] = field(default_factory=dict)

    @property
    def full(self) -> str:
        """The name as the page writes it."""
        return f"{self.first} {self.last}"

    def told(self, name: str) -> frozenset[str]:
        """The value of a field, as a set: empty for nothing."""
        value = self.bent[name] if name in self.bent else self._told(name)
        return frozenset() if value is None else frozenset({value})

    def _told(self, name: str) -> str:
        return self.day.isoformat() if name == "date" else str(getattr(self, name))


@dataclass(slots=True)
class Lot:
    """What one page is made from."""

    chance: random.Random
    officers: list[Officer]
    force: str
    force_id: str
    others: list[str] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)
    _written: int = 0

    def pick(self, *words: str) -> str:
        """One of several ways of saying it."""
        return self.chance.choice(words)

    def other(self) -> str:
        """The name of somebody who is nobody's subject (a chair, a spokesperson)."""
        self.others.append(self._names.pop())
        return self.others[-1]

    def day(self, o: Officer) -> str:
        """An officer's day in running text, the same way through the page."""
        return written(o.day, self._written % 3)

    def cell(self, o: Officer) -> str:
        """An officer's day in a table, the same way through the page."""
        return written(o.day, self._written)


def written(day: date, how: int) -> str:
    """A day in one of the ways that pages write it."""
    month = MONTHS[day.month - 1]
    ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return (
        f"{day.day} {month} {day.year}",
        f"{day.day}{ending} {month} {day.year}",
        f"{day:%A} {day.day} {month} {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d-%m-%Y}",
        f"{day.day} {month[:3]} {day.year}",
        f"{day:%d.%m.%Y}",
    )[how]


Made = str | bytes
Making = Callable[[Lot], Made]


@dataclass(frozen=True, slots=True)
class Layout:
    """A way of setting out a page, with what its pages say of an officer."""

    name: str
    make: Making
    says: frozenset[str]
    #: Neither right nor wrong here, but still no officer may have another's.
    either: frozenset[str]
    suffix: str
    officers: tuple[int, ...]
    joint: bool
    forces: bool


LAYOUTS: Final[dict[str, Layout]] = {}


def layout(
    says: str = "rank force outcome date",
    *,
    either: str = "",
    suffix: str = ".txt",
    officers: tuple[int, ...] = (2, 3, 3, 4, 5),
    joint: bool = False,
    forces: bool = False,
) -> Callable[[Making], Making]:
    """Register a layout.

    ``says``: the fields its pages tell. ``either``: fields that a careful person may or may not read there.
    ``joint``: one hearing for all. ``forces``: each officer has a force of their own. Without ``officers`` (``(0,)``)
    the page tells of no individual.
    """

    def register(make: Making) -> Making:
        open_ = {*either.split()} | ({"offence"} - {*says.split()})
        LAYOUTS[make.__name__] = Layout(
            make.__name__, make, frozenset(says.split()), frozenset(open_), suffix, officers, joint, forces
        )
        return make

    return register


def lot_of(kind: Layout, seed: int, number: int) -> Lot:
    """The lot of a layout's page of that number, always the same for the same seed."""
    chance = random.Random(f"{seed}/{kind.name}/{number}")
    last = chance.sample(LAST, len(LAST))
    names = [f"{a} {b}" for a, b in zip(chance.sample(FIRST, len(FIRST)), last, strict=True)]
    force, force_id = chance.choice(FORCES)
    many = chance.choice(kind.officers)
    homes = chance.sample(FORCES, many) if kind.forces else [(force, force_id)] * many
    officers = [_officer(chance, names.pop(), *home) for home in homes]
    verdicts = {key: (chance.choice(cells), chance.choice(told)) for key, cells, told, _, _ in OUTCOMES}
    found = {key: chance.choice(ways) for key, ways in FINDINGS.items()}
    for o in officers:
        o.verdict, o.verb = verdicts[o.outcome]
        o.found = found[o.finding]
        if kind.joint:
            o.day = officers[0].day
    return Lot(chance, officers, force, force_id, _names=names, _written=chance.randrange(7))


def _officer(chance: random.Random, name: str, force: str, force_id: str) -> Officer:
    short, rank, long = chance.choice(RANKS)
    outcome, _, _, finding, code = chance.choice(OUTCOMES)
    allegation, may_be = chance.choice(ALLEGATIONS)
    offence, charge = chance.choice(OFFENCES)
    sentence, term = chance.choice(SENTENCES)
    first, last = name.split(" ")
    return Officer(
        name=name, first=first, last=last, short=short, rank=rank, long=long, outcome=outcome, verdict="", verb="",
        finding=finding, found="", code=code, day=date(2023, chance.randint(1, 12), chance.randint(1, 28)),
        number=chance.randint(1000, 9999), force_name=force, force=force_id, allegation=allegation,
        may_be=frozenset(may_be), offence=offence, charge=charge, plea=chance.choice(("guilty", "not_guilty")),
        court=chance.choice(COURTS), sentence=sentence, term=term,
    )  # fmt: skip
