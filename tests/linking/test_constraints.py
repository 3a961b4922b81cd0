"""What must not be joined is not, by whatever way; what people decided holds."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jellyfish import damerau_levenshtein_distance
from tests.linking.made import reading, subject

from peelian.linking import Decision, DecisionError, Mention, link, mentions_of
from peelian.linking.clusters import cluster
from peelian.linking.constraints import barred, decisions_of, misspelt, opposed, unsupported
from peelian.linking.scoring import Pair
from peelian.linking.weights import Bands

BANDS = Bands(join=8.0, review=-2.0, margin=3.0)


def one(document: str = "x", **fields: Any) -> Mention:
    return mentions_of(reading(document, subject(fields.pop("name", None), **fields)))[0]


def matter(name: str, **fields: Any) -> dict[str, Any]:
    """A subject with a matter that any two tellings of it share."""
    told = {
        "age": 33,
        "offences": ["theft"],
        "sentenced_on": "2019-04-30",
        "date": "2019-05-20",
        "outcome": "dismissed",
    }
    return subject(name, **{**told, **fields})


def persons(readings: list[dict[str, Any]], **keywords: Any) -> list[list[list[Any]]]:
    return [e["mentions"] for e in link(readings, **keywords).entries]


def test_two_subjects_of_one_document_are_two_even_through_another() -> None:
    twins = reading("a", matter("Ann Quillerby"), matter("Ann Quillerby"))
    found = link([twins, reading("b", matter("Ann Quillerby"))])
    assert len({e["person"] for e in found.entries}) == 2


def test_conflicting_names_are_not_joined_through_one_that_fits_both() -> None:
    found = persons(
        [
            reading("a", matter("Ann Quillerby")),
            reading("b", matter("A Quillerby")),
            reading("c", matter("Alan Quillerby")),
        ]
    )
    assert all(not {"a", "c"} <= {d for d, _ in group} for group in found)
    # And the initial, which fits both as well, is left to people.
    assert [["b", 0]] in found


def test_surnames_each_a_letter_from_the_next_are_not_one_person() -> None:
    letters = list("brackenmoor")
    surnames = ["brackenmoor"]
    for n in range(39):
        at = n % len(letters)
        letters[at] = next(c for c in "aeioutlnrsd"[n % 7 :] + "kz" if c != letters[at])
        surnames.append("".join(letters))
    found = persons([reading(f"d{n:02}", matter(f"Ann {one.title()}")) for n, one in enumerate(surnames)])
    for group in found:
        mine = [surnames[int(document[1:])] for document, _ in group]
        for a, b in itertools.combinations(mine, 2):
            assert damerau_levenshtein_distance(a, b) <= 1, mine
    assert len(found) >= 20


def varying(letters: list[str], **fields: Any) -> list[dict[str, Any]]:
    """A document for each, of people who are alike in all but one letter of the surname."""
    return [
        reading(f"d{n:02}", matter(f"Ann Quill{x}rby", **fields)) for n, x in enumerate(letters)
    ]  # fmt: skip


def test_surnames_that_vary_in_one_letter_are_left_to_people() -> None:
    surnames = [*"aeiouylnrstbcdfghjkmpqvwxz", ""]
    found = link(varying(surnames))
    assert len({e["person"] for e in found.entries}) == len(surnames)
    assert {p["band"] for p in found.pairs} == {"review"}
    assert any("a slip of the pen" in p["reason"] for p in found.pairs)


def test_a_slip_is_joined_to_the_name_that_is_told_more_often() -> None:
    found = link(varying(["e", "e", "e", "i"]))
    assert len({e["person"] for e in found.entries}) == 1
    found = link(varying(["e", "e", "e", "i", "o"]))
    assert len({e["person"] for e in found.entries}) == 1
    # Two slips of two tellings: which is the slip of which?
    assert len({e["person"] for e in link(varying(["e", "e", "i", "i", "o"])).entries}) > 1


@pytest.mark.parametrize("commonest", [1, 2, 3, 5])
def test_no_person_has_more_other_spellings_than_tellings_of_the_commonest(commonest: int) -> None:
    surnames = ["e"] * (commonest - 1) + list("eaiouylnrst")
    found = link(varying(surnames))
    people: dict[str, list[str]] = {}
    for entry in found.entries:
        people.setdefault(entry["person"], []).extend(surnames[int(d[1:])] for d, _ in entry["mentions"])
    for told in people.values():
        others = len(set(told)) - 1
        assert others <= 1 or others < max(told.count(x) for x in told), told


def test_one_slip_is_joined_and_two_are_left_to_people() -> None:
    def two(first: str, second: str) -> Any:
        return link([reading("a", matter(first)), reading("b", matter(second))])

    for other in ("Ann Quilerby", "Anne Quillerby", "A Quillerby", "Quillerby"):
        assert len(two("Ann Quillerby", other).entries) == 1, other
    for first, other in (("Ann Quillerby", "Ann Quilerbee"), ("Nolan Quillerby", "Dolan Quilerby")):
        found = two(first, other)
        assert len(found.entries) == 2, other
        assert [p["band"] for p in found.pairs] == ["review"], other
    for other in ("Stephen Adeyemi-Holt", "Steven Adeyemi Holt", "Steve Holt"):
        assert not misspelt(one("a", name="Stephen Adeyemi-Holt"), one("b", name=other)), other


def test_an_unnamed_officer_is_joined_through_force_day_rank_and_conduct() -> None:
    named = reading("a", matter("Ann Quillerby"))
    assert persons([named, reading("b", matter(None, label="Officer A"))]) == [[["a", 0], ["b", 0]]]  # type: ignore[arg-type]
    for other in (
        {"force": "essex"},
        {"force": None},
        {"rank": "sergeant"},
        {"sentenced_on": None, "date": None},
        {"sentenced_on": "2019-04", "date": "2019", "offences": ["rape"]},
        {"offences": [], "outcome": None},
    ):
        changed = reading("b", matter(None, label="Officer A", **other))  # type: ignore[arg-type]
        assert len(persons([named, changed])) == 2, other


def test_an_unnamed_officer_whom_two_fit_is_left_to_people() -> None:
    found = link(
        [
            reading("a", matter("Ann Quillerby"), matter("Bea Marrable")),
            reading("b", matter(None, label="Officer A", age=None)),  # type: ignore[arg-type]
        ]
    )
    assert len({e["person"] for e in found.entries}) == 3
    assert {p["reason"] for p in found.of("review")} == {"it tells too little, and another fits as well"}


def test_a_mention_that_tells_nothing_is_no_bridge_between_namesakes() -> None:
    found = link(
        [
            reading(
                "a",
                subject("Ann Marrable", date="2014-03-02", outcome="written_warning"),
                published="2014-03-03",
            ),
            reading(
                "b",
                subject("Ann Marrable", date="2012-03-02", outcome="written_warning"),
                published="2012-03-03",
            ),
            reading("c", subject("Ann Marrable"), published="2013-03-03"),
        ]
    )
    assert len({e["person"] for e in found.entries}) == 3


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({"age": 22}, {"age": 51}, "ages are more than three years apart"),
        ({"age": 22}, {"age": 24}, None),
        ({"collar_number": "1234"}, {"collar_number": "4321"}, "two collar numbers in one force"),
        ({"collar_number": "1234"}, {"collar_number": "4321", "force": None}, None),
        ({"force": "kent"}, {"force": "essex"}, "two forces, and nothing but the name in common"),
        (
            {"force": "kent", "residence": "Maidstone"},
            {"force": "essex", "residence": "Mote Park, Maidstone"},
            None,
        ),
    ],
)
def test_what_speaks_against(first: dict[str, Any], second: dict[str, Any], reason: str | None) -> None:
    a, b = one("a", name="Ann Quillerby", **first), one("b", name="Ann Quillerby", **second)
    assert opposed(a, b) == opposed(b, a) == reason


def test_a_tribunal_after_a_hearing_is_no_other_matter() -> None:
    heard = one("a", name="Ann Quillerby", date="2019-05-20", outcome="dismissed")
    for kind, expected in (
        ("appeal_tribunal", None),
        ("misconduct_hearing", "the same name, and nothing of the matter in common"),
    ):
        later = one("b", name="Ann Quillerby", kind=kind, date="2020-02-11", outcome="reinstated")
        assert unsupported(heard, later) == unsupported(later, heard) == expected


def test_people_decide() -> None:
    same = [reading("a", matter("Ann Quillerby")), reading("b", matter("Ann Quillerby"))]
    apart = [reading("a", matter("Ann Quillerby")), reading("b", matter("Bea Marrable", force="essex"))]

    def say(judgement: str) -> list[dict[str, str]]:
        return [{"a": "b#0", "b": "a#0", "judgement": judgement}]

    assert len(persons(same)) == 1
    assert len(persons(same, decisions=say("different"))) == 2
    assert len(persons(same, decisions=say("unsure"))) == 2
    assert len(persons(apart)) == 2
    assert len(persons(apart, decisions=say("same"))) == 1
    assert len(persons(apart, decisions=say("same") + say("different"))) == 2
    assert len(persons(same, decisions=[{"a": "a#0", "b": "gone#3", "judgement": "same"}])) == 1
    told = link(same, decisions=say("unsure")).pairs[0]
    assert (told["band"], told["reason"]) == ("review", "a person said: unsure")


def test_decisions_that_contradict_are_told_and_different_wins() -> None:
    three = [reading(x, matter("Ann Quillerby")) for x in "abc"]
    found = link(
        three,
        decisions=[
            {"a": "a#0", "b": "b#0", "judgement": "same"},
            {"a": "b#0", "b": "c#0", "judgement": "same"},
            {"a": "a#0", "b": "c#0", "judgement": "different"},
        ],
    )
    assert found.contradictions == [Decision("b#0", "c#0", "same")]
    assert [e["mentions"] for e in found.entries] == [[["a", 0], ["b", 0]], [["c", 0]]]


@pytest.mark.parametrize(
    "wrong",
    [
        "same",
        {"a": "a#0", "b": "b#0", "judgement": "perhaps"},
        {"a": "a#0", "judgement": "same"},
        {"a": "a", "b": "b#0", "judgement": "same"},
        {"a": "a#0", "b": "a#0", "judgement": "same"},
    ],
)
def test_decisions_of_another_shape_are_refused(wrong: object) -> None:
    with pytest.raises(DecisionError, match="decision 1"):
        decisions_of([wrong])


NAMES = ("Ann Quillerby", "A Quillerby", "Alan Quillerby", "Quillerby", "Ann Quilerbie", "Bea Marrable", None)
KEYS = [f"{d}#{i}" for d in "abcde" for i in (0, 1)]
PAIRS = [(x, y) for x, y in itertools.combinations(KEYS, 2)]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[dict[str, Mention], list[Pair], list[Decision]]:
    found = {}
    for document in "abcde":
        both = [
            matter(draw(st.sampled_from(NAMES)), age=draw(st.sampled_from([None, 30, 52]))) for _ in (0, 1)
        ]  # type: ignore[arg-type]
        found.update({m.key: m for m in mentions_of(reading(document, *both))})
    weights = draw(st.dictionaries(st.sampled_from(PAIRS), st.floats(-5, 30), max_size=25))
    pairs = [Pair(a, b, w) for (a, b), w in weights.items() if a[0] != b[0]]
    said = draw(
        st.lists(
            st.tuples(st.sampled_from(PAIRS), st.sampled_from(["same", "different", "unsure"])), max_size=6
        )
    )
    return found, pairs, [Decision(a, b, judgement) for (a, b), judgement in said]  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds(), st.randoms())
def test_no_constraint_is_ever_broken(
    world: tuple[dict[str, Mention], list[Pair], list[Decision]], rng: Any
) -> None:
    found, pairs, decisions = world
    result = cluster(found, pairs, decisions, BANDS)
    assert sorted(k for group in result.members for k in group) == sorted(found)
    said = {d.pair: d.judgement for d in decisions}
    of = {k: i for i, group in enumerate(result.members) for k in group}
    for group in result.members:
        linked_by_people = any(said.get(p) == "same" for p in itertools.combinations(group, 2))
        for a, b in itertools.combinations(group, 2):
            assert said.get((a, b)) != "different"
            if not linked_by_people:
                assert barred(found[a], found[b]) is None
                assert opposed(found[a], found[b]) is None
                assert misspelt(found[a], found[b]) is None
    wrong = {d.pair for d in result.contradictions}
    for pair, judgement in said.items():
        if judgement == "same" and pair not in wrong:
            assert of[pair[0]] == of[pair[1]]
    if not any(j == "different" for j in said.values()):
        assert not wrong
    shuffled = list(pairs)
    rng.shuffle(shuffled)
    again = cluster(dict(sorted(found.items(), reverse=True)), shuffled, decisions, BANDS)
    assert (again.members, again.bands) == (result.members, result.bands)
