"""A rank in the plural is the rank of everybody in the list that it opens. All people are invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

PC, SGT, DC = "police_constable", "sergeant", "detective_constable"
LISTS = [
    ("PCs Hannah Lowe, Christian Dacre and Nicholas Obi, and sergeants Bryan Tull and Lorraine Mace", [PC, PC, PC, SGT, SGT]),
    ("Police constables Hannah Lowe, 23, and Christian Dacre, 31, and Sergeant Bryan Tull", [PC, PC, SGT]),
    ("Former DCs Ann Moss, 45, and Lee Tarn, 36", [DC, DC]),
    ("Det Sgt Bryan Tull and PCs Hannah Lowe and Nicholas Obi", ["detective_sergeant", PC, PC]),
    ("Officers Hannah Lowe and Christian Dacre", [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("people", "ranks"), LISTS)
def test_the_rank_of_a_list_is_that_of_each(people: str, ranks: list[str | None]) -> None:
    text = f"{people}, all of Bedfordshire Police, were dismissed without notice after a misconduct hearing."
    subjects = read(Document("list", text)).subjects
    assert [s.rank for s in subjects] == ranks
    assert all(s.proceeding and s.proceeding.outcome == "dismissed_without_notice" for s in subjects)


def test_a_chief_superintendent_is_no_list_of_constables() -> None:
    text = "DCS Ann Moss and Lee Tarn, of Bedfordshire Police, were dismissed without notice after a misconduct hearing."
    assert {s.name: s.rank for s in read(Document("dcs", text)).subjects}["Lee Tarn"] is None


@pytest.mark.parametrize(
    ("opening", "ranks"),
    [
        ("TWO former Met PCs who swapped messages escaped prison.", [PC, PC]),
        ("Two Met detective constables have been sacked.", [DC, DC]),
        ("Two Met officers have been sacked.", [None, None]),
        ("Three Met sergeants were investigated; two men were sacked.", [None, None]),
    ],
)
def test_an_opening_gives_its_rank_to_all_of_so_many(opening: str, ranks: list[str | None]) -> None:
    text = f"Messages\n\n{opening}\n\nLennox Farquhar, 41, and Dominik Sparrow, 35, of the Metropolitan Police, were convicted of sending grossly offensive messages.\n"
    assert [s.rank for s in read(Document("opening", text)).subjects] == ranks
