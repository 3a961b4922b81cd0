"""Names of people whom a source names beside the case: a dead man, a complainant, an officer of another case.

Public texts name the people of the case who may be named, whoever chaired, judges, and those who spoke in an
office. Everybody else whom a source names is masked wherever the case quotes, whatever a reading marked.

named_in       the people whom a text names, each with their places, and whether they hold an office in it
third_parties  of the people named in a case's sources, those whom the public is not to be told
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from threading import Lock
from typing import Final, NamedTuple

from peelian import law
from peelian.publication import rulebook
from peelian.publication.context import Context, all_facts, citations_of, records_of, values_of
from peelian.publication.filtering import Decided, gone
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared, prepare
from peelian.reading.speaker_roles import organisation_of, role_of
from peelian.reading.speakers import read_speakers

RULE: Final = "third_party_name"
#: Fields in which a source's words for places and bodies stand: a name within them is a place's ("Newby Wiske").
_PLACES: Final = frozenset({"posts", "courts", "venue", "residence", "investigation.bodies"})
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")


#: Of so many texts at most it is kept whom they name (some kilobytes each).
MOST_KEPT: Final = 20_000
_KEPT: dict[bytes, tuple[Named, ...]] = {}
_TURN: Final = Lock()


class Named(NamedTuple):
    """Somebody whom a text names: the fullest form, where any form stands, and whether in an office."""

    name: str
    spans: tuple[tuple[int, int], ...]
    office: bool


class Third(NamedTuple):
    """Somebody of whom the case does not tell: the fullest form, the source, and where any form stands in it."""

    name: str
    source: str
    spans: tuple[tuple[int, int], ...]
    apart: bool
    """Whether nobody who is named in the case has the same surname."""


def named_in(text: str) -> tuple[Named, ...]:
    """The people whom a text names. Each text is read once by a process: a document of fifty cases stands in each.

    What is kept is what was found, under the text's hash, and not the text.
    """
    key = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    found = _KEPT.get(key)
    if found is None:
        found = _read(text)
        with _TURN:
            if len(_KEPT) >= MOST_KEPT:
                del _KEPT[next(iter(_KEPT))]
            _KEPT[key] = found
    return found


def _read(text: str) -> tuple[Named, ...]:
    prepared = prepare(text)
    speakers = {draft.name.value for draft in read_speakers(prepared) if draft.name is not None}
    return tuple(
        Named(
            person.name,
            tuple((m.name_start, m.name_end) for m in person.mentions),
            _office(prepared, person, person.name in speakers),
        )
        for person in prepared.cast.persons
        if person.name is not None
    )


def _office(prepared: Prepared, person: Person, speaks: bool) -> bool:
    """Whether somebody is named as a judge or a chair, or speaks in an office; a relative or a neighbour holds none."""
    if any(mention.title == "judge" for mention in person.mentions):
        return True
    found = role_of(prepared, person)
    role = {word.casefold() for word in _WORD.findall(found.value)} if found is not None else set()
    if role & (rulebook.words("kin") | rulebook.words("victim") | rulebook.words("no_office")):
        return False
    if role & rulebook.words("chair"):
        return True
    return speaks and (bool(role) or organisation_of(prepared, person) is not None)


def third_parties(context: Context, decided: Decided) -> Iterator[Third]:
    """The people named in the case's sources whom no public text may name; none under a policy without the rule."""
    if not (context.policy.public and context.policy.has(RULE)):
        return
    kept = list(_kept_names(context, decided))
    cited = _cited_names(context)
    places = " ".join(f" {law.fold_name(words)} " for words in _places(context))
    surnames = {name.split()[-1] for name in kept}
    for source in context.case.sources:
        for one in named_in(context.texts.get(source.id, "")):
            name = law.name(one.name)
            folded = law.fold_name(name or "")
            if not folded or one.office or f" {folded} " in places:
                continue
            own = cited.get(source.id, ())
            if any(_same(folded, other) for other in kept) or any(
                s < end and e > start for start, end in one.spans for s, e in own
            ):
                continue
            text = context.texts[source.id]
            # "Ashdown" alone, where an Ashdown is named in the case, is not the other Ashdown's.
            spans = tuple(
                (start, end) for start, end in one.spans if law.fold_name(text[start:end]) not in surnames
            )
            yield Third(name or one.name, source.id, spans, folded.split()[-1] not in surnames)


def _kept_names(context: Context, decided: Decided) -> Iterator[str]:
    """The folded names that the case may show: its people who are named, and who chaired."""
    for party in context.case.parties:
        fact = party.facts.get("name")
        if fact is not None and not gone(decided, party.person, f"{party.person}/name"):
            yield from _folded([str(value.value) for value in values_of(fact)])
            yield from _folded(party.other_names)
        for record in records_of(party):
            chair = record.facts.get("chair")
            if chair is not None and not gone(decided, party.person, record.id, f"{record.id}/chair"):
                yield from _folded(str(value.value) for value in values_of(chair))


def _folded(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        folded = law.fold_name(law.name(name) or "")
        if folded:
            yield folded


def _cited_names(context: Context) -> dict[str, list[tuple[int, int]]]:
    """By source, where the words stand that tell the name of somebody of the case, withheld ones too."""
    made: dict[str, list[tuple[int, int]]] = {}
    for party in context.case.parties:
        for fact in all_facts(party):
            if fact.field in ("name", "label", "chair"):
                for citation in citations_of(fact):
                    made.setdefault(citation.source, []).extend(citation.spans)
    return made


def _places(context: Context) -> Iterator[str]:
    for source in context.case.sources:
        if source.publisher:
            yield source.publisher
    for party in context.case.parties:
        for fact in all_facts(party):
            if fact.field in _PLACES:
                for value in values_of(fact):
                    yield from (
                        [str(one) for one in value.value]
                        if isinstance(value.value, list)
                        else [str(value.value)]
                    )


def _same(one: str, other: str) -> bool:
    """Whether two folded names can be one person's: equal, a surname alone, or an initial for the first name."""
    first, second = one.split(), other.split()
    if first[-1] != second[-1] and first != second:
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    return first[0] == second[0] or (min(len(first[0]), len(second[0])) == 1 and first[0][0] == second[0][0])


__all__ = ["RULE", "Named", "Third", "named_in", "third_parties"]
