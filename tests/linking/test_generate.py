"""The generator: repeatable, true to its own truth, and as noisy as it says."""

from __future__ import annotations

from collections import Counter

import pytest

from peelian import law
from peelian.law.dates import earliest
from peelian.law.vocabulary import ids
from peelian.linking.generate import Generated, Noise, generate

COUNT = 3000


@pytest.fixture(scope="module")
def made() -> Generated:
    return generate(COUNT, seed=5)


def test_same_arguments_same_tables(made: Generated) -> None:
    again = generate(COUNT, seed=5)
    assert again.mentions.equals(made.mentions)
    assert again.truth.equals(made.truth)
    assert not generate(COUNT, seed=6).mentions.equals(made.mentions)


def test_about_as_many_as_asked_for(made: Generated) -> None:
    assert COUNT * 0.97 <= made.mentions.num_rows <= COUNT
    officers = len(set(made.truth["person"].to_pylist()))
    assert abs(officers - COUNT * 2 // 5) < COUNT * 0.03


@pytest.mark.parametrize(("mentions", "officers"), [(1, 1), (2, 1), (7, 3), (40, 40), (300, 5)])
def test_small_and_odd_numbers(mentions: int, officers: int) -> None:
    made = generate(mentions, officers=officers)
    assert 1 <= made.mentions.num_rows <= mentions
    assert len(set(made.truth["person"].to_pylist())) <= officers


@pytest.mark.parametrize(("mentions", "officers"), [(0, None), (-3, None), (5, 6), (5, 0)])
def test_impossible_numbers_are_refused(mentions: int, officers: int | None) -> None:
    with pytest.raises(ValueError, match="positive"):
        generate(mentions, officers=officers)


def test_ids_are_the_places_in_the_documents(made: Generated) -> None:
    documents: dict[str, list[int]] = {}
    for row in made.mentions.select(["id", "document", "subject_index"]).to_pylist():
        assert row["id"] == f"{row['document']}#{row['subject_index']}"
        documents.setdefault(row["document"], []).append(row["subject_index"])
    assert all(found == list(range(len(found))) for found in documents.values())
    assert made.mentions["id"].to_pylist() == made.truth["id"].to_pylist()


def test_nobody_is_twice_in_one_document(made: Generated) -> None:
    pairs = Counter(zip(made.mentions["document"].to_pylist(), made.truth["person"].to_pylist(), strict=True))
    assert max(pairs.values()) == 1
    assert max(Counter(made.mentions["document"].to_pylist()).values()) > 3


def test_subjects_of_one_document_agree_on_it(made: Generated) -> None:
    said: dict[str, set[tuple[str | None, ...]]] = {}
    for row in made.mentions.select(["document", "published", "kind", "publisher"]).to_pylist():
        said.setdefault(row.pop("document"), set()).add(tuple(row.values()))
    assert max(len(s) for s in said.values()) == 1


def test_values_are_the_readings_own_vocabulary(made: Generated) -> None:
    def given(column: str) -> set[str]:
        values = made.mentions[column].to_pylist()
        return {
            v
            for value in values
            if value is not None
            for v in (value if isinstance(value, list) else [value])
        }

    assert given("rank") <= ids("ranks")
    assert given("force") <= ids("forces")
    assert len(given("force")) >= 43
    assert given("offences") <= ids("offences")
    assert given("outcome") <= ids("outcomes")
    assert given("proceeding_kind") <= ids("proceedings")
    assert all(law.lookup("courts", court) for court in given("courts"))
    for column in ("published", "sentenced_on", "proceeding_date", "joined"):
        assert all(earliest(date) is not None for date in given(column))


def test_no_matter_is_told_before_it_happened(made: Generated) -> None:
    """A sentence is told on its day or after (a slip of one day apart), a hearing by a notice before."""
    for row in made.mentions.to_pylist():
        published, sentenced = row["published"], row["sentenced_on"]
        if published and sentenced and len(published) == len(sentenced) == 10:
            told, passed = earliest(published), earliest(sentenced)
            assert told is not None and passed is not None
            assert (passed - told).days <= 1


def test_one_person_one_age(made: Generated) -> None:
    """Ages grow with the dates of publication, one year out apart."""
    births: dict[str, list[float]] = {}
    for row, truth in zip(made.mentions.to_pylist(), made.truth.to_pylist(), strict=True):
        if row["age"] is not None and row["published"] and len(row["published"]) == 10:
            day = earliest(row["published"])
            assert day is not None
            births.setdefault(truth["person"], []).append(
                day.year + day.timetuple().tm_yday / 366 - row["age"]
            )
    several = [years for years in births.values() if len(years) > 1]
    assert len(several) > 50
    assert all(max(years) - min(years) < 3.1 for years in several)


def test_without_noise_the_names_agree() -> None:
    none = Noise(**dict.fromkeys(Noise.__dataclass_fields__, 0.0))
    made = generate(2000, noise=none)
    names: dict[str, set[str]] = {}
    for name, person in zip(made.mentions["name"].to_pylist(), made.truth["person"].to_pylist(), strict=True):
        if name is not None:
            names.setdefault(person, set()).add(name)
    assert max(len(forms) for forms in names.values()) == 1
    assert None not in made.mentions["force"].to_pylist()


def test_with_noise_names_are_told_in_many_ways(made: Generated) -> None:
    names = [n for n in made.mentions["name"].to_pylist() if n]
    share = {
        "surname only": sum(" " not in n for n in names) / len(names),
        "initial": sum(len(n.split()[0].strip(".")) == 1 for n in names) / len(names),
        "middle": sum(len(n.split()) > 2 for n in names) / len(names),
    }
    assert 0.02 < share["surname only"] < 0.06
    assert 0.03 < share["initial"] < 0.08
    assert 0.05 < share["middle"] < 0.12
    anonymous = made.mentions["name"].null_count / made.mentions.num_rows
    assert 0.12 < anonymous < 0.28


def test_surnames_are_skewed() -> None:
    made = generate(20_000)
    people = dict(zip(made.truth["person"].to_pylist(), made.mentions["name"].to_pylist(), strict=True))
    surnames = Counter(name.split()[-1] for name in people.values() if name)
    total = sum(surnames.values())
    assert 0.008 < surnames.most_common(1)[0][1] / total < 0.04
    assert len(surnames) > 0.2 * total


def test_cases_are_of_persons_and_some_are_shared(made: Generated) -> None:
    people: dict[str, set[str]] = {}
    cases: dict[str, set[str]] = {}
    for row in made.truth.to_pylist():
        people.setdefault(row["case"], set()).add(row["person"])
        cases.setdefault(row["person"], set()).add(row["case"])
    assert 0.03 < sum(len(p) > 1 for p in people.values()) / len(people) < 0.25
    assert 0.02 < sum(len(c) > 1 for c in cases.values()) / len(cases) < 0.15
