"""Officers without names beside named ones: another rank's, those whom a page says it does not name, the same fate."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def subjects(text: str) -> list[tuple[str | None, str | None]]:
    """Everybody read as a subject: the name or label, and the rank."""
    found: list[dict[str, Any]] = read(Document("t", text)).to_dict()["subjects"]
    return [(s["name"] or s["label"], s["rank"]) for s in found]


TOLD: dict[str, tuple[str, list[tuple[str | None, str | None]]]] = {
    "a constable and a named sergeant, one verdict": (
        "Sergeant Ina Vosper and a constable who has not been named were dismissed without notice on Friday for "
        "sleeping in a patrol car. Dorset Police said that both had lied about where they were.",
        [("Ina Vosper", "sergeant"), (None, "police_constable")],
    ),
    "of another rank, in the lead": (
        "A sergeant who hid a file was given words of advice. Inspector Olwen Tarrick, of Kent Police, who told him "
        "where to hide it, was dismissed.",
        [(None, "sergeant"), ("Olwen Tarrick", "inspector")],
    ),
    "unnamed, though of the rank that a name has": (
        "PC Mabel Strake, of Essex Police, was fined for careless driving in May. She was sacked in June for lying "
        "about it. The unnamed constable beside her was given a final written warning.",
        [("Mabel Strake", "police_constable"), (None, "police_constable")],
    ),
    "the rest of those brought in with a name": (
        "PC Ned Farrow appeared with two other Norfolk officers before a panel on Monday. Farrow was sacked. The "
        "other two were each given a final written warning.",
        [("Ned Farrow", "police_constable"), (None, None), (None, None)],
    ),
    "the same to come for two more": (
        "Superintendent Hal Corrie, of Surrey Police, is to face a misconduct hearing in May over missing rifles, as "
        "will a sergeant and a constable from his team. No date has been set for any of them.",
        [("Hal Corrie", "superintendent"), (None, "sergeant"), (None, "police_constable")],
    ),
    "an officer whose rank the next sentence tells": (
        "Sgt Ross Amory, 48, of Humberside Police, is charged with stalking. He will appear before Hull magistrates "
        "in June.\n\nA second officer is under criminal investigation for looking up an address. The 31-year-old "
        "constable has been placed on restricted duties.",
        [("Ross Amory", "sergeant"), (None, "police_constable")],
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_an_officer_without_a_name_is_told_of_beside_a_named_one(case: str) -> None:
    text, expected = TOLD[case]
    assert sorted(subjects(text), key=str) == sorted(expected, key=str)


ALONE = {
    "kept secret until today": (
        "A former detective whose identity was kept secret for a year can be named today after a jury convicted him "
        "of theft. Piers Lomond, 44, a detective constable with Kent Police, was found guilty at Maidstone Crown Court.",
        "Piers Lomond",
    ),
    "the one who found it out": (
        "Sergeant Una Tolley, of Kent Police, was dismissed for padding her overtime. A civilian in the pay office, "
        "who queried it twice and was told to mind her own business, has since been promoted.",
        "Una Tolley",
    ),
    "the one who decided": (
        "Constable Rae Hinton, of Kent Police, appeared at a misconduct meeting in May. An inspector found that this was "
        "misconduct. The inspector gave Constable Hinton a written warning.",
        "Rae Hinton",
    ),
    "who gave evidence": (
        "PC Jack Sorley, of Kent Police, was dismissed for theft. A sergeant told the panel that she had seen him "
        "take the money. She has not been named.",
        "Jack Sorley",
    ),
}


@pytest.mark.parametrize("case", ALONE)
def test_nobody_else_is_a_subject(case: str) -> None:
    text, name = ALONE[case]
    assert [who for who, _ in subjects(text)] == [name]


def test_a_code_by_which_alone_an_officer_is_identified() -> None:
    found = subjects(
        "PC Ada Brill, of Kent Police, was given a suspended sentence for sending grossly offensive messages. A former "
        "officer who can be identified only as W80 was fined £400 for the same offence. W80 had left the force."
    )
    assert ("Ada Brill", "police_constable") in found
    assert any(who == "W80" for who, _ in found)
