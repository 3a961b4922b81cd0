"""One more of whom a sentence turned round says the same, and sentences changed in plain words on appeal. All people are invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("page", text)).to_dict()["subjects"]
    return found


FIRST = "Essex officers fired\n\n{first} {so}. \n\nThe officers had mocked a dead man in a WhatsApp chat.\n"
DISMISSED = "PC Dan Hartley was dismissed without notice on Friday by a misconduct panel in Chelmsford."
SACKED = "Essex Police has sacked PC Dan Hartley over messages about a dead man."


@pytest.mark.parametrize(
    ("first", "so", "outcome"),
    [
        (DISMISSED, "So, too, was Priya Menon, 29", "dismissed_without_notice"),
        (DISMISSED, "So would Wilma Okoye have been, had she not resigned", "would_have_been_dismissed"),
        (SACKED, "The same goes for Sgt Priya Menon, who sent most of them", "dismissed"),
        (SACKED, "So too was Sgt Priya Menon, who sent most of them", "dismissed"),
    ],
)
def test_one_more_to_whom_the_same_came(first: str, so: str, outcome: str) -> None:
    found = subjects(FIRST.format(first=first, so=so))
    assert [s["proceeding"]["outcome"] for s in found][1:] == [outcome]


def test_kin_of_whom_a_court_told_the_same_is_no_subject() -> None:
    told = "PC Dan Hartley of Essex Police has been jailed for theft. So was his girlfriend Amy Lodge, who was given six months."
    assert [s["name"] for s in subjects(f"PC jailed\n\n{told}\n")] == ["Dan Hartley"]


TRIED = "Dale Wragg, 39, formerly a PC with Essex Police, was jailed for seven years at Basildon Crown Court in May 2011 for misconduct in public office."


@pytest.mark.parametrize(
    "ruling",
    [
        "On Tuesday three appeal judges knocked the sentence down to five years.",
        "The Court of Appeal said on Tuesday that the term for misconduct in public office was quashed and a new one, of five years, put in its place.",
    ],
)
def test_a_sentence_changed_in_plain_words(ruling: str) -> None:
    (found,) = subjects(f"Judges think again\n\n{TRIED}\n\n{ruling}\n")
    assert found["appeal"] == {"kind": "criminal", "result": "varied"}
    assert [s["length"] for s in found["sentences"]] == ["P5Y"]
    assert [o["stage"] for o in found["offences"]] == ["convicted"]


@pytest.mark.parametrize(
    "ruling",
    [
        "The Court of Appeal has thrown out the misconduct conviction. It refused a request for a fresh trial.",
        "The Court of Appeal said on Tuesday that the verdict could not stand.",
    ],
)
def test_a_conviction_thrown_out(ruling: str) -> None:
    (found,) = subjects(f"Judges think again\n\n{TRIED}\n\n{ruling}\n")
    assert found["appeal"] == {"kind": "criminal", "result": "allowed"}
    assert [o["stage"] for o in found["offences"]] == ["acquitted"]
    assert found["sentences"] == []


def test_several_to_whom_the_same_came() -> None:
    told = (
        "Sgt Leo Winstan, 47, who set the group up, was sacked on the spot, and so were PC Danuta Keel, 36,"
        " and PC Ibrahim Osei, 28. PC Rhian Vale was left with a written warning."
    )
    found = subjects(
        f"Essex Police officers fired\n\nA misconduct panel gave its decision on Wednesday.\n\n{told}\n\nLeading the panel, Cassandra Moyle said it was a zoo.\n"
    )
    assert [s["proceeding"]["outcome"] for s in found] == ["dismissed_with_immediate_effect"] * 3 + [
        "written_warning"
    ]
    assert found[0]["proceeding"]["chair"] == "Cassandra Moyle"


@pytest.mark.parametrize(
    ("when", "date"),
    [
        ("the month after", "2003-03"),
        ("the following month", "2003-03"),
        ("a month later", "2003-03"),
        ("in the same month", "2003-02"),
    ],
)
def test_a_month_counted_from_the_one_told_last(when: str, date: str) -> None:
    (found,) = subjects(
        "Ex-inspector dies\n\n16 July 2014\n\nInspector Lambert Oakeshott was jailed for fraud at Bristol Crown Court in"
        f" February 2003. Avon and Somerset Police dismissed him {when}.\n"
    )
    assert found["proceeding"]["date"] == date
