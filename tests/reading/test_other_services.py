"""Ranks that are no police ranks: soldiers', and those of inspectors and superintendents of other services."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def people(text: str) -> list[tuple[str | None, str | None]]:
    return [(s["name"], s["rank"]) for s in read(Document("x", text)).to_dict()["subjects"]]


@pytest.mark.parametrize(
    "who",
    [
        "Sergeant Major Wilf Tann, 88,",
        "Regimental Sergeant Major Wilf Tann",
        "Colour Sergeant Wilf Tann, 80,",
        "Master Sergeant Wilf Tann of the US Air Force",
        "Lance Sergeant Wilf Tann of the Coldstream Guards",
        "Army Sergeant Wilf Tann, 31,",
        "Prison inspector Wilf Tann",
        "Ticket inspector Wilf Tann",
        "Fire Superintendent Wilf Tann",
    ],
)
def test_a_soldier_or_an_inspector_of_another_service_is_no_officer(who: str) -> None:
    text = (
        f"{who} told the hearing that PC Karen Rowntree of Kent Police had taken his medals.\n\n"
        "PC Rowntree was dismissed without notice."
    )
    assert people(text) == [("Karen Rowntree", "police_constable")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Sergeant Major admits theft\n\nSergeant Tom Major of Kent Police admitted theft. Sergeant Major, 43, was "
            "fined £300 by Dover magistrates.",
            ("Tom Major", "sergeant"),
        ),
        (
            "The custody staff, Sergeant Ann Dale and others, were late. Sergeant Ann Dale of Kent Police was dismissed "
            "without notice.",
            ("Ann Dale", "sergeant"),
        ),
        (
            "PC Ann Dale of Kent Police, a former army sergeant, stole a watch. She was dismissed without notice.",
            ("Ann Dale", "police_constable"),
        ),
        (
            "A sergeant major crime teams feared, Sergeant Ann Dale of Kent Police, was dismissed without notice.",
            ("Ann Dale", "sergeant"),
        ),
    ],
)
def test_police_beside_such_words_keep_their_ranks(text: str, who: tuple[str, str]) -> None:
    assert people(text) == [who]
