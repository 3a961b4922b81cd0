"""One matter is one case: through charge, sentence, hearing and appeal, and for all who share it."""

from __future__ import annotations

from typing import Any

from tests.linking.made import reading, subject

from peelian.linking import link
from peelian.linking.cases import case_weights, features
from peelian.linking.mentions import mentions_of


def cases(*readings: dict[str, Any]) -> dict[str, str]:
    return {f"{d}#{i}": e["case"] for e in link(readings).entries for d, i in e["mentions"]}


def told(name: str = "Ann Quillerby", **fields: Any) -> dict[str, Any]:
    return subject(name, age=fields.pop("age", 33), posts=["Medway"], **fields)


def test_charge_sentence_hearing_and_appeal_are_one_case() -> None:
    found = cases(
        reading("a", told(offences=["theft"], courts=["Medway Magistrates' Court"]), published="2018-01-10"),
        reading(
            "b",
            told(offences=["theft"], sentenced_on="2018-09-03", courts=["Maidstone Crown Court"]),
            published="2018-09-03",
        ),
        reading(
            "c", told(date="2018-11-20", outcome="dismissed"), published="2018-11-21", kind="hearing_outcome"
        ),
        reading(
            "d",
            told(kind="appeal_tribunal", date="2019-06-11", outcome="dismissed", age=34),
            published="2019-06-14",
        ),
        reading("e", told(offences=["theft"], date="2018-11-20", age=None), published="2024-03-01"),
    )
    assert len(set(found.values())) == 1


def test_a_new_matter_years_later_is_another_case_of_one_person() -> None:
    links = link(
        [
            reading("a", told(offences=["drink_driving"], sentenced_on="2009-03-03", age=25), published="2009-03-04"),
            reading("b", told(offences=["computer_misuse"], date="2019-03-03", outcome="dismissed", age=35), published="2019-03-04"),
        ]
    )  # fmt: skip
    assert len({e["person"] for e in links.entries}) == 1
    assert len({e["case"] for e in links.entries}) == 2


def test_a_mention_without_a_day_bridges_no_two_matters() -> None:
    links = link(
        [
            reading("a", told(offences=["drink_driving"], sentenced_on="2009-03-03", age=25), published="2009-03-04"),
            reading("b", told(offences=["computer_misuse"], date="2019-03-03", outcome="dismissed", age=35), published="2019-03-04"),
            reading("c", told(offences=["drink_driving"], age=None, background=True), published="2020-01-01"),
        ]
    )  # fmt: skip
    assert len({e["person"] for e in links.entries}) == 1
    assert sorted(e["mentions"] for e in links.entries) == [[["a", 0], ["c", 0]], [["b", 0]]]


def test_co_accused_share_a_case_and_keep_their_own_person() -> None:
    both = [subject(n, offences=["theft"], courts=["Maidstone Crown Court"], date="2019-04-02", chair="I Penn", outcome="dismissed")
            for n in ("Ann Quillerby", "Bea Marrable")]  # fmt: skip
    links = link([reading("a", *both), reading("b", both[0])])
    assert len({e["case"] for e in links.entries}) == 1
    assert len({e["person"] for e in links.entries}) == 2


def test_a_list_of_outcomes_is_a_case_each() -> None:
    rows = [subject(n, date=f"2019-0{i}-02", outcome="dismissed", collar_number=f"44{i}")
            for i, n in enumerate(("Ann Quillerby", "Bea Marrable", "Cal Wexcombe", "Dil Arkley"), 1)]  # fmt: skip
    assert len(set(cases(reading("a", *rows, kind="hearing_outcome")).values())) == 4


def test_an_older_case_told_as_background_is_another() -> None:
    found = cases(
        reading(
            "a",
            told(offences=["theft"], sentenced_on="2019-04-30"),
            subject("Bea Marrable", background=True, outcome="dismissed"),
        )
    )
    assert found["a#0"] != found["a#1"]


def test_two_matters_of_one_person_are_not_joined_by_a_colleague() -> None:
    links = link(
        [
            reading("a", told(offences=["drink_driving"], date="2009-03-03", outcome="written_warning", age=25),
                    subject("Bea Marrable", date="2009-03-03", outcome="written_warning"), published="2009-03-04"),
            reading("b", told(offences=["computer_misuse"], date="2019-03-03", outcome="dismissed", age=35), published="2019-03-04"),
        ]
    )  # fmt: skip
    ann = {e["case"] for e in links.entries if ["a", 0] in e["mentions"] or ["b", 0] in e["mentions"]}
    assert len(ann) == 2


def test_features_do_not_depend_on_who_comes_first() -> None:
    document = mentions_of(
        reading("a", told(date="2019-04-02"), subject(force="essex", background=True), told("Bea Cole"))
    )
    for one in document:
        for other in document:
            assert features(one, other, document) == features(other, one, document)
            assert features(one, other, document) & set(case_weights().features)
