"""Lists of names that a rank in the plural opens, and names that are only the writer's."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def _ranks(text: str) -> list[tuple[str | None, str | None]]:
    return [(s["name"], s["rank"]) for s in read(Document("x", text)).to_dict()["subjects"]]


@pytest.mark.parametrize(
    ("opening", "ranks"),
    [
        (
            "Sergeant Helen Marl and Pcs Scott Tilney, Owen Rusby and Parveen Akhtar-Shaw",
            ["sergeant", "police_constable", "police_constable", "police_constable"],
        ),
        ("DCs Una Fellow and Tom Mossgate", ["detective_constable", "detective_constable"]),
        ("Sergeants Una Fellow, 34, and Tom Mossgate, 41", ["sergeant", "sergeant"]),
        ("Special Constables Una Fellow and Tom Mossgate", ["special_constable", "special_constable"]),
        ("Detective Inspectors Una Fellow and Tom Mossgate", ["detective_inspector", "detective_inspector"]),
        (
            "PCs Una Fellow and Tom Mossgate and DC Ray Cottle",
            ["police_constable"] * 2 + ["detective_constable"],
        ),
    ],
)
def test_a_rank_in_the_plural_is_that_of_the_whole_list(opening: str, ranks: list[str]) -> None:
    text = f"Officers dismissed\n\n{opening}, of Kent Police, were dismissed without notice by a panel on 3 May 2019."
    assert [rank for _, rank in _ranks(text)] == ranks


def test_a_rank_in_the_plural_ends_with_its_list() -> None:
    text = (
        "Officers dismissed\n\nPCs Una Fellow and Tom Mossgate, of Kent Police, were dismissed without notice. "
        "The hearing was told that Rita Coppard, a nurse, had complained."
    )
    assert _ranks(text) == [("Una Fellow", "police_constable"), ("Tom Mossgate", "police_constable")]


def test_what_is_told_of_few_goes_before_what_a_headline_tells_of_all() -> None:
    text = (
        "Officers dismissed\n\nPCs Una Fellow and Tom Mossgate, of Kent Police, were dismissed.\n\n"
        "PCs Jo Winter and Ed Slope were given written warnings."
    )
    told = read(Document("x", text)).to_dict()["subjects"]
    assert [s["proceeding"]["outcome"] for s in told] == ["dismissed"] * 2 + ["written_warning"] * 2


@pytest.mark.parametrize(
    "above",
    [
        "Beatrice Oyelowo-Hart\nNorth of England correspondent\n\nFri 15 Apr 2016 16.30 BST",
        "Severnside Gazette | Tuesday 3 September 2019 | Tom Arlingham, Home Affairs",
        "Tom Arlingham | 3 September 2019",
        "Tom Arlingham, crime reporter\n3 September 2019",
    ],
)
def test_a_name_alone_above_the_text_is_the_writers(above: str) -> None:
    text = (
        f"Officer to face hearing over cell death\n\n{above}\n\nA custody sergeant is to face a gross misconduct "
        "hearing over the death of a man in a cell at Hull, the Independent Police Complaints Commission has said."
        "\n\nThe sergeant has a case to answer for gross misconduct."
    )
    assert [name for name, _ in _ranks(text)] == [None]


def test_a_name_above_the_text_that_the_text_tells_of_is_its_subjects() -> None:
    text = (
        "Dismissed for lying about a crash\n\nTom Arlingham | 3 September 2019\n\nPC Arlingham, of Kent Police, was "
        "dismissed without notice by a panel after he lied about a crash."
    )
    assert [name for name, _ in _ranks(text)] == ["Tom Arlingham"]
