"""The fictional people and matters behind generated mentions: names, births, careers, cases.

Names come from `data/names.json` (common names with a made-up skew; rare surnames are put together from
heads and endings), the course of a matter from `data/matters.json`, forces with their sizes and courts from
`peelian.law`. Places are made up, and courts are given to forces by lot.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from peelian.law.vocabulary import lookup, vocabulary

DAY = "datetime64[D]"
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.object_]
Weights = npt.NDArray[np.float64]

_DATA = Path(__file__).parent / "data"
_PLACES_A_FORCE = 14
_COURTS_A_FORCE = 3
_DOUBLE_NAMES = 0.04
_MOST_IN_A_CASE = 5


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What mentions are written with: vocabularies, each an array, and the weights with which they are drawn."""

    given: Texts
    nicknames: dict[str, list[str]]
    given_spellings: dict[str, list[str]]
    surname_spellings: dict[str, list[str]]
    traditions: list[dict[str, Any]]
    forces: Texts
    force_names: Texts
    force_weights: Weights
    ranks: Texts
    rank_weights: Weights
    rank_words: Texts
    promoted_rank: Ints
    mistaken_rank: Ints
    offences: Texts
    offence_weights: Weights
    outcomes: Texts
    outcome_weights: Weights
    looser_outcomes: Ints
    would_have: int
    proceedings: Texts
    proceeding_weights: Weights
    courts: Texts
    force_courts: Ints
    """For each force its Crown Courts, then its magistrates' courts."""
    places: Texts
    posts: Texts
    post_styles: int
    streets: Texts
    papers: Texts
    letters: Texts
    letter_weights: Weights
    stages: list[dict[str, Any]]
    kinds: Texts
    criminal_share: float
    first_day: int
    last_day: int
    last_published: int


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Officers, their cases, and who is in which: arrays with one item a person, a case or a member of a case.

    Members stand in the order of their cases. Days count from 1970; -1 stands for none, save in days.
    """

    given: Ints
    middle: Ints
    surname: Texts
    married: Ints
    married_surname: Texts
    born: Ints
    joined: Ints
    second_force: Ints
    moved: Ints
    collar: Ints
    posts: Ints
    residence: Texts
    case_force: Ints
    case_criminal: Bools
    case_charged: Ints
    case_sentenced: Ints
    case_heard: Ints
    case_kind: Ints
    case_offences: Ints
    case_crown: Ints
    case_magistrates: Ints
    case_chair: Texts
    case_venue: Texts
    member_person: Ints
    member_case: Ints
    member_rank: Ints
    member_outcome: Ints
    member_named: Bools
    member_letter: Ints


def draw(rng: np.random.Generator, weights: Weights, many: int) -> Ints:
    """Draw `many` places of `weights`, which need not sum to one."""
    edges = np.cumsum(weights)
    places: Ints = np.searchsorted(edges, rng.random(many) * edges[-1], side="right")
    return np.minimum(places, len(weights) - 1)


def make_people(rng: np.random.Generator, words: Words, officers: int) -> People:
    """Make `officers` officers of whom each has a matter, some two or three, and the cases that these are."""
    cases = _cases(rng, words, officers)
    people = _persons(rng, words, officers, cases["first_conduct"], cases["home"])
    del cases["first_conduct"], cases["home"]
    return People(**people, **cases)


def _cases(rng: np.random.Generator, words: Words, officers: int) -> dict[str, Any]:
    home = np.sort(draw(rng, words.force_weights, officers))
    # Neighbours in one force share a first case now and then.
    size = np.minimum(
        rng.choice(np.arange(1, 6), officers, p=[0.88, 0.08, 0.02, 0.01, 0.01]), _MOST_IN_A_CASE
    )
    start = np.zeros(officers, np.bool_)
    start[np.concatenate(([0], np.cumsum(size)))[: np.searchsorted(np.cumsum(size), officers) + 1]] = True
    start |= np.diff(home, prepend=-1) != 0
    first_case = np.cumsum(start) - 1
    firsts = int(first_case[-1]) + 1
    conduct = rng.integers(words.first_day, words.last_day, firsts)

    # A second matter of some, years after the first, and a third of a few.
    person, case, days, forces = [np.arange(officers)], [first_case], [conduct], [home[start]]
    again, latest = np.arange(officers), conduct[first_case]
    for share in (0.07, 0.12):
        chosen = rng.random(len(again)) < share
        again, latest = again[chosen], latest[chosen] + rng.integers(700, 3600, int(chosen.sum()))
        again, latest = again[latest < words.last_day], latest[latest < words.last_day]
        case.append(np.arange(len(again)) + sum(map(len, days)))
        person.append(again)
        days.append(latest)
        forces.append(home[again])
    member_person, member_case = np.concatenate(person), np.concatenate(case)
    order = np.argsort(member_case, kind="stable")
    member_person, member_case = member_person[order], member_case[order]
    conduct_day, force = np.concatenate(days), np.concatenate(forces)
    many, members = len(conduct_day), len(member_person)

    criminal = rng.random(many) < words.criminal_share
    charged = conduct_day + rng.integers(60, 900, many)
    sentenced = charged + rng.integers(40, 500, many)
    soon = rng.random(many) < 0.3
    heard = np.where(
        criminal,
        np.where(soon, sentenced - rng.integers(0, 120, many), sentenced + rng.integers(15, 220, many)),
        conduct_day + rng.integers(150, 1200, many),
    )
    offences = np.stack([draw(rng, words.offence_weights, many) for _ in range(3)], axis=1)
    kept = np.stack([np.ones(many, np.bool_), rng.random(many) < 0.4, rng.random(many) < 0.12], axis=1)
    kept[:, 1] &= offences[:, 1] != offences[:, 0]
    kept[:, 2] &= (offences[:, 2] != offences[:, 0]) & (offences[:, 2] != offences[:, 1])
    offences = np.where(kept & (criminal | (rng.random(many) < 0.1))[:, None], offences, -1)

    rank = draw(rng, words.rank_weights, len(home))[member_person]
    later = np.isin(member_case, np.arange(firsts), invert=True) & (rng.random(members) < 0.25)
    rank = np.where(later, words.promoted_rank[rank], rank)
    outcome = draw(rng, words.outcome_weights, many)[member_case]
    outcome = np.where(rng.random(members) < 0.15, draw(rng, words.outcome_weights, members), outcome)
    slot = np.arange(members) - np.searchsorted(member_case, member_case)
    return {
        "home": home,
        "first_conduct": conduct[first_case],
        "case_force": force,
        "case_criminal": criminal,
        "case_charged": charged,
        "case_sentenced": sentenced,
        "case_heard": heard,
        "case_kind": draw(rng, words.proceeding_weights, many),
        "case_offences": offences,
        "case_crown": words.force_courts[force, rng.integers(0, _COURTS_A_FORCE, many)],
        "case_magistrates": words.force_courts[
            force, _COURTS_A_FORCE + rng.integers(0, _COURTS_A_FORCE, many)
        ],
        "case_chair": _plain_names(rng, words, many),
        "case_venue": words.places[force * _PLACES_A_FORCE + rng.integers(0, 3, many)]
        + " police headquarters",
        "member_person": member_person,
        "member_case": member_case,
        "member_rank": rank,
        "member_outcome": outcome,
        "member_named": rng.random(members) >= 0.12,
        # Subjects of one case have different letters.
        "member_letter": (draw(rng, words.letter_weights, many)[member_case] + slot) % len(words.letters),
    }


def _persons(
    rng: np.random.Generator, words: Words, officers: int, conduct: Ints, home: Ints
) -> dict[str, Any]:
    """Draw who the officers are; `conduct` is the day of the first conduct of each, `home` their force."""
    given, surname, female, tradition = _names_of(rng, words, officers)
    middle, other, _, _ = _names_of(rng, words, officers, female, tradition)
    middle = np.where((rng.random(officers) < 0.55) & (middle != given), middle, -1)
    double = (rng.random(officers) < _DOUBLE_NAMES) & (surname != other)
    surname = np.where(double, surname + "-" + other, surname)
    _, married_surname, _, _ = _names_of(rng, words, officers)
    marries = female & (rng.random(officers) < 0.05)
    age = np.clip(rng.normal(36.5, 8.5, officers), 19, 62)
    born = conduct - (age * 365.2425).astype(np.int64)
    joined = np.minimum(born + rng.integers(19 * 365, 31 * 365, officers), conduct - 30)
    place = home[:, None] * _PLACES_A_FORCE + rng.integers(0, _PLACES_A_FORCE, (officers, 2))
    style = np.where(rng.random((officers, 2)) < 0.2, 0, rng.integers(0, words.post_styles, (officers, 2)))
    moves = rng.random(officers) < 0.04
    street = words.streets[rng.integers(0, len(words.streets), officers)]
    town = words.places[home * _PLACES_A_FORCE + rng.integers(0, _PLACES_A_FORCE, officers)]
    return {
        "given": given,
        "middle": middle,
        "surname": surname,
        "married": np.where(marries, conduct + rng.integers(-200, 1500, officers), -1),
        "married_surname": married_surname,
        "born": born,
        "joined": joined,
        "second_force": np.where(moves, draw(rng, words.force_weights, officers), -1),
        "moved": conduct - rng.integers(0, 1500, officers),
        "collar": rng.integers(100, 9999, officers),
        "posts": place * words.post_styles + style,
        "residence": street + ", " + town,
    }


def _names_of(
    rng: np.random.Generator,
    words: Words,
    many: int,
    female: Bools | None = None,
    tradition: Ints | None = None,
) -> tuple[Ints, Texts, Bools, Ints]:
    """Draw given names (their numbers), surnames, sexes and traditions; the last two may be told."""
    if tradition is None:
        tradition = draw(rng, np.array([t["share"] for t in words.traditions]), many)
    if female is None:
        female = rng.random(many) < 0.24
    # Some have a surname of another tradition than their given name.
    of_surname = np.where(rng.random(many) < 0.08, rng.permutation(tradition), tradition)
    given, surname = np.zeros(many, np.int64), np.empty(many, object)
    for i, told in enumerate(words.traditions):
        here = np.flatnonzero(of_surname == i)
        surname[here] = told["surnames"][draw(rng, told["surname_weights"], len(here))]
        for is_female, key in ((True, "female"), (False, "male")):
            here = np.flatnonzero((tradition == i) & (female == is_female))
            given[here] = told[key][draw(rng, told[key + "_weights"], len(here))]
    return given, surname, female, tradition


def _plain_names(rng: np.random.Generator, words: Words, many: int) -> Texts:
    given, surname, _, _ = _names_of(rng, words, many)
    names: Texts = words.given[given] + " " + surname
    return names


@cache
def load_words() -> Words:
    """Read the generator's data and the law's vocabularies. The same object each time."""
    names = json.loads((_DATA / "names.json").read_bytes())
    matters = json.loads((_DATA / "matters.json").read_bytes())
    fixed = np.random.default_rng(
        0
    )  # which names are rare, which courts a force has: the same for every seed
    forces = [t for t in vocabulary("forces") if "officers" in t.extra]
    courts = [
        t
        for t in vocabulary("courts")
        if t.extra.get("nation") == "england_and_wales" and lookup("courts", t.name) == (t.id,)
    ]
    court_names = _texts([t.name for t in courts])
    by_kind = [
        np.flatnonzero([t.extra.get("kind") == kind for t in courts]) for kind in ("crown", "magistrates")
    ]
    force_courts = np.stack(
        [np.concatenate([fixed.choice(k, _COURTS_A_FORCE, replace=False) for k in by_kind]) for _ in forces]
    )
    places = fixed.permutation(_texts(_compound(names["places"])))[: len(forces) * _PLACES_A_FORCE]
    styles = ["", *(" " + unit for unit in names["units"])]
    ranks = list(matters["ranks"])
    ranks += sorted({*matters["promotions"].values(), *matters["mistaken_ranks"].values()} - set(ranks))
    outcomes = list(matters["outcomes"])
    ways = names["streets"]
    given_ids, traditions = _traditions(names, fixed)
    return Words(
        given=_texts(list(given_ids)),
        nicknames=names["nicknames"],
        given_spellings=_spellings(names["given_variants"]),
        surname_spellings=_spellings(names["surname_variants"]),
        traditions=traditions,
        forces=_texts([t.id for t in forces]),
        force_names=_texts([t.name for t in forces]),
        force_weights=np.array([t.extra["officers"]["value"] or 0 for t in forces], float),
        ranks=_texts(ranks),
        rank_weights=np.array([matters["ranks"].get(r, 0.0) for r in ranks]),
        rank_words=_texts([matters["rank_words"].get(r, "Officer") for r in ranks]),
        promoted_rank=np.array([ranks.index(matters["promotions"].get(r, r)) for r in ranks]),
        mistaken_rank=np.array([ranks.index(matters["mistaken_ranks"].get(r, r)) for r in ranks]),
        offences=_texts(list(matters["offences"])),
        offence_weights=np.array(list(matters["offences"].values()), float),
        outcomes=_texts([*outcomes]),
        outcome_weights=np.array(list(matters["outcomes"].values())),
        looser_outcomes=np.array([outcomes.index(_looser(matters, outcomes, o)) for o in outcomes]),
        would_have=outcomes.index("would_have_been_dismissed"),
        proceedings=_texts(list(matters["proceedings"])),
        proceeding_weights=np.array(list(matters["proceedings"].values())),
        courts=court_names,
        force_courts=force_courts,
        places=places,
        posts=_texts([place + style for place in places for style in styles]),
        post_styles=len(styles),
        streets=_texts(
            [
                f"{head}{'field' if i % 2 else ''} {way}"
                for head in names["places"]["heads"]
                for i, way in enumerate(ways)
            ]
        ),
        papers=_texts([f"{p} {t}" for p in places[::7] for t in ("Recorder", "Echo", "Herald", "Post")]),
        letters=_texts(list(matters["labels"]["letters"])),
        letter_weights=np.array(matters["labels"]["weights"], float),
        stages=matters["stages"],
        kinds=_texts([s["kind"] for s in matters["stages"]]),
        criminal_share=matters["criminal_share"],
        first_day=_day(matters["conduct"][0]),
        last_day=_day(matters["conduct"][1]),
        last_published=_day(matters["last_published"]),
    )


def _traditions(
    names: dict[str, Any], fixed: np.random.Generator
) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """Number the given names, and give each tradition its names with their weights."""
    skew = names["skew"]
    rare = fixed.permutation(np.array(sorted({*_compound(names["rare_surnames"])}), dtype=object))
    given_ids: dict[str, int] = {}
    traditions = []
    for told in names["traditions"]:
        common = _skew(len(told["surnames"]), skew["shift"], skew["power"]) * (1 - told["rare_share"])
        uncommon = _skew(len(rare), skew["rare_shift"], skew["rare_power"]) * told["rare_share"]
        entry: dict[str, Any] = {
            "share": told["share"],
            "surnames": np.concatenate([_texts(told["surnames"]), rare]),
            "surname_weights": np.concatenate([common, uncommon]),
        }
        for key in ("male", "female"):
            entry[key] = np.array([given_ids.setdefault(name, len(given_ids)) for name in told[key]])
            entry[key + "_weights"] = _skew(len(told[key]), skew["given_shift"], skew["given_power"])
        traditions.append(entry)
    return given_ids, traditions


def _day(text: str) -> int:
    return int(np.datetime64(text, "D").astype(np.int64))


def _looser(matters: dict[str, Any], outcomes: list[str], outcome: str) -> str:
    looser = str(matters["looser_outcomes"].get(outcome, outcome))
    return looser if looser in outcomes else outcome


def _skew(many: int, shift: float, power: float) -> Weights:
    weights = 1.0 / (np.arange(many, dtype=np.float64) + shift) ** power
    scaled: Weights = np.divide(weights, weights.sum())
    return scaled


def _compound(parts: dict[str, list[str]]) -> list[str]:
    return [head + ending for head in parts["heads"] for ending in parts["endings"] if head[-1] != ending[0]]


def _spellings(groups: list[list[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for group in groups:
        for name in group:
            found.setdefault(name, []).extend(other for other in group if other != name)
    return found


def _texts(values: list[str]) -> Texts:
    return np.array(values, dtype=object)
