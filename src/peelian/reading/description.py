"""A description: one reference, in a document, to police people whom it does not name."""

from __future__ import annotations

from dataclasses import dataclass

from peelian.reading.persons import Person
from peelian.reading.scan import Hit


@dataclass(slots=True)
class Description:
    """One reference to unnamed police people, ``[start, end)``.

    ``form``: ``new`` (a, one, three), ``known`` (the), ``part`` (one of the, three of them),
    ``another``, ``ordinal`` (``ordinal`` set), ``other`` (the other two), ``all`` (both, all, neither),
    ``none`` (no officer, any officer), ``bare`` (no determiner), ``listed`` (``ordinals`` set). ``deed`` holds the first words of "who ..." after it.
    ``number`` is how many people (``of`` how many, for a part), None for a plural without number.
    ``including`` is how many of them were told of before ("ten officers, including the original four").
    ``apposed``: the first words were general ("a third officer, a student officer"); ``plain``: no more than "officer".
    ``negative``: "none of the", "neither"; ``former``, ``serving``: called so; ``witness``: they only told of others.
    ``counting``: the words only count ("one was", "two received"), and do not say of whom these are a part.
    ``mixed``: of officers and members of staff ("seven officers and staff").
    ``left``: of those of whom nothing was told yet ("the remaining two, a sergeant and a constable").
    ``person`` is whoever is named there, where the words are a name.
    """

    start: int
    end: int
    family: str
    role: str
    form: str
    number: int | None
    head: Hit | None = None
    of: int | None = None
    ordinal: int | None = None
    ordinals: tuple[int, ...] = ()
    telling: frozenset[str] = frozenset()
    more: bool = False
    possessive: bool = False
    relative: bool = False
    agent: bool = False
    witness: bool = False
    deed: tuple[str, ...] = ()
    those: bool = False
    negative: bool = False
    including: int = 0
    apposed: bool = False
    plain: bool = False
    former: bool = False
    serving: bool = False
    counting: bool = False
    mixed: bool = False
    left: bool = False
    person: Person | None = None

    @property
    def generic(self) -> bool:
        """Whether the words tell no more than that it is an officer (or a member of staff)."""
        return self.role in ("officer", "staff", "any") and not self.telling
