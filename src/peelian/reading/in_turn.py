"""Told in turn: "Lee and Moss were given two years and 14 months respectively", "Lee got three years and Moss two"; also ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Protocol

from peelian.reading import patterns as re
from peelian.reading.owner import Owners
from peelian.reading.page import Sentence
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import NUMBER, Length, number
from peelian.reading.spans import beginning_in
from peelian.reading.terms import CUSTODY, Term

_WORD: Final = "respectively"
_JOINED: Final = re.compile(r", |,? and ")

# "jailed for |20 and| 32 months respectively": the unit is told once
_BEFORE: Final = re.compile(rf"\b(?P<n>{NUMBER}) and \Z")
# "Lee was jailed for two years and |Moss| for three", "He got two."
_TO_HIM: Final = r"(?:,? \(?\d\d\)?,?)?(?:,? who [^,;.]{2,50},)?(?: (?:got|gets|received|receives|was given|was jailed for|to|for))? (?:a |another )?"
_HIS: Final = re.compile(rf"{_TO_HIM}(?!one\b)(?P<n>{NUMBER})(?=[.;,]|\s*\Z| and (?:[A-Z]|he\b|she\b))")
_HIS_LENGTH: Final = re.compile(_TO_HIM + r"\Z")
_ENDS: Final = re.compile(r"[.;,]|\s*\Z| and (?:[A-Z]|he\b|she\b)| (?:at|for|in|on|after|when)\b")
_HE: Final = re.compile(r"\b(?:he|she)\b")


def elliptic(prepared: Prepared, owners: Owners, s: Sentence, index: int, terms: list[Term]) -> list[Term]:
    """The terms of whoever is told a bare number after another's term of custody: "and Moss for |three|"."""
    model = next(
        (t for t in terms if t.kind == "imprisonment" and t.length is not None and t.suspended is None), None
    )
    if model is None or model.length is None or len(prepared.cast.subjects) < 2 or not model.who:
        return []
    unit = model.length.value[-1]
    if unit not in "YMW" or "suspended" in prepared.page.low[s.start : s.end]:
        return []
    after = max(s.start, model.length.end if model.length.end < s.end else s.start)
    places = [m.end for m, _ in prepared.cast.subjects_in(after, s.end)]
    places += [m.end() for m in _HE.finditer(prepared.page.low, after, s.end)]
    out: list[Term] = []
    for place in sorted(places):
        length = next(iter(beginning_in(prepared.lengths, place, min(s.end, place + 80))), None)
        if length is not None and _HIS_LENGTH.match(prepared.page.low[place : length.start]):
            who = owners.term(length.start)
            free = not any(t.length is not None and t.length.start == length.start for t in terms)
            whole = _ENDS.match(prepared.page.text, length.end, s.end) is not None
            if free and whole and len(who) == 1 and not set(who) & set(model.who):
                out.append(
                    Term("penalty", "imprisonment", length.start, length.end, who, index, length=length)
                )
            continue
        found = _HIS.match(prepared.page.text, place, s.end)
        n = number(found.group("n").lower()) if found is not None else None
        if found is None or n is None:
            continue
        who = owners.term(found.start("n"))
        if len(who) != 1 or set(who) & set(model.who) or any(set(who) & set(t.who) for t in out):
            continue
        length = Length(*found.span("n"), f"P{n}{unit}")
        out.append(Term("penalty", "imprisonment", length.start, length.end, who, index, length=length))
    return out


# "Prosecutors had argued for five years. He got |three|.", "Moss was jailed for four years; Lee was jailed for |two|."
_ALONE: Final = re.compile(
    rf"\b(?:(?P<changed>(?:reduced|cut|increased|raised|lowered|shortened|halved|doubled)(?: it| that| this| them)?(?: on appeal)?(?: down| up)? to)|jailed (?:him |her )?for|sentenced (?:him |her )?to|(?:was|were) (?:given|handed)|got|gave (?:him|her)|received|handed (?:him|her)|settled on|opted for|imposed)"
    rf" (?:just |only )?(?!(?:an?|both|single|a single)\b)(?P<n>{NUMBER})(?=[.;,\"]|\s*\Z| and (?:ordered|was|also|must|will|a)\b| (?:on appeal|by (?:the )?(?:court of appeal|appeal)))"
)
_OF_PUNISHMENT: Final = re.compile(
    r"\b(?:jail\w*|prison\w*|sentenc\w+|custod\w+|prosecut\w+|crown|maximum|argued|sought|trial|guidelines?|judge|recorder|magistrates|term)\b"
)
_NO_UNIT: Final = (" old", "-old", " ago", " service", "' service", " earlier", " later")
_UNIT_TOLD: Final = 170  # characters from the length that tells the unit to the number


def number_alone(
    prepared: Prepared, owners: Owners, s: Sentence, index: int, terms: list[Term]
) -> list[Term]:
    """The term told by a number only, whose unit was told with what was asked for, or with somebody else's term."""
    low = prepared.page.low
    out: list[Term] = []
    for found in _ALONE.finditer(low, s.start, s.end):
        start, end = found.span("n")
        n = number(found.group("n"))
        before = beginning_in(prepared.lengths, start - _UNIT_TOLD, start)
        if n is None or not before or any(t.length is not None and t.length.start == start for t in terms):
            continue
        model = before[-1]
        unit = model.value[-1]
        if unit not in "YMW" or low.startswith(_NO_UNIT, model.end) or "suspended" in low[model.end : start]:
            continue
        opening = prepared.page.sentence_at(model.start).start
        if not _OF_PUNISHMENT.search(low, opening, start):
            continue
        who = owners.term(start)
        own = [
            t for t in [*terms, *out] if t.kind in CUSTODY and t.length is not None and set(t.who) & set(who)
        ]
        if who and (not own or found.group("changed")):
            length = Length(start, end, f"P{n}{unit}")
            out.append(Term("penalty", "imprisonment", start, end, who, index, length=length))
    return out


def in_turn(prepared: Prepared, owners: Owners, s: Sentence, index: int, terms: list[Term]) -> list[Term]:
    """A sentence's ``terms``, where as many lengths as people are told "respectively": each with the one of whom it is."""
    low = prepared.page.low
    at = low.find(_WORD, s.start, s.end)
    if at < 0 or "suspended" in low[s.start : s.end]:
        return terms
    lengths = list(beginning_in(prepared.lengths, s.start, s.end))
    bare = _BEFORE.search(low, s.start, lengths[0].start) if len(lengths) == 1 else None
    n = number(bare.group("n")) if bare is not None else None
    if bare is not None and n is not None:
        lengths = [Length(*bare.span("n"), f"P{n}{lengths[0].value[-1]}"), *lengths]
        joined = True
    else:
        joined = all(_JOINED.fullmatch(low, a.end, b.start) for a, b in pairwise(lengths))
    if len(lengths) < 2 or not joined:
        return terms
    who = owners.term(lengths[0].start)
    if len(who) != len(lengths):
        return terms
    custody = [t for t in terms if t.kind in CUSTODY or t.kind == "total"]
    if not custody and any(t.length in lengths for t in terms):
        return terms  # orders, and no sentences
    rest = [t for t in terms if t not in custody and t.length not in lengths]
    return rest + [
        Term("penalty", "imprisonment", x.start, x.end, (person,), index, length=x)
        for person, x in zip(who, lengths, strict=True)
    ]


class Decided(Protocol):
    """An outcome: where it is told, of whom, and whether it is only an idiom beside another."""

    @property
    def start(self) -> int: ...
    @property
    def idiom(self) -> bool: ...

    who: tuple[Person, ...]


def outcomes_in_turn(prepared: Prepared, outcomes: Sequence[Decided]) -> None:
    """Give outcomes told "respectively" of as many people to one of them each, in the order in which both are told."""
    low = prepared.page.low
    at = low.find(_WORD)
    while at >= 0:
        s = prepared.page.sentence_at(at)
        told = [o for o in outcomes if s.start <= o.start < s.end and not o.idiom]
        people = dict.fromkeys(p for o in told for p in o.who)
        if len(told) == len(people) > 1:
            named = [(m.start, p) for p in people for m in p.mentions if s.start <= m.start < s.end]
            in_order = dict.fromkeys(p for _, p in sorted(named, key=lambda spot: spot[0]))
            if len(in_order) == len(told):
                for o, person in zip(told, in_order, strict=True):
                    o.who = (person,)
        at = low.find(_WORD, s.end)
