"""Lists of sentences: a line opened by a name, the crime behind a colon, and what the court gave behind a dash."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _subjects(text: str) -> dict[str, dict[str, Any]]:
    return {s["name"]: s for s in read(Document("x", text)).to_dict()["subjects"]}


_PAGE = """Officers and gang members sentenced

Crown Prosecution Service
28 March 2019

Detective Constable Huw Farthingale, 44, and PC Pia Quillfeather, 33, of Gwent Police, warned a gang of searches. Both admitted their offences at earlier hearings.

{heading}

Leon Stroudley, 39, of Malpas: conspiracy to supply cannabis {dash} 7 years' imprisonment
{first}
{second}
Jamie Ostler, 24, of no fixed abode: producing cannabis {dash} 20 months
"""


@pytest.mark.parametrize(
    ("heading", "dash", "first", "second"),
    [
        ("Sentences at Cardiff Crown Court today:", "\u2013", "Huw Farthingale, of Caerleon: misconduct in public office, 5 counts \u2013 4 years", "Pia Quillfeather, of Risca: computer misuse, three counts \u2013 9 months, suspended for 18 months"),
        ("Those sentenced at Cardiff Crown Court today were:", "-", "Huw Farthingale (44), of Caerleon: misconduct in public office (x5) - 4 years", "Pia Quillfeather (33), of Risca: computer misuse (x3) - 9 months suspended for 18 months"),
    ],
)  # fmt: skip
def test_each_line_gives_its_person_the_crime_and_the_term(
    heading: str, dash: str, first: str, second: str
) -> None:
    told = _subjects(_PAGE.format(heading=heading, dash=dash, first=first, second=second))
    assert list(told) == ["Huw Farthingale", "Pia Quillfeather"]
    huw, pia = told.values()
    assert [(o["offence"], o["count"], o["stage"]) for o in huw["offences"]] == [
        ("misconduct_in_public_office", 5, "convicted")
    ]
    assert [(o["offence"], o["count"], o["stage"]) for o in pia["offences"]] == [
        ("computer_misuse", 3, "convicted")
    ]
    assert [(s["kind"], s["length"]) for s in huw["sentences"]] == [("imprisonment", "P4Y")]
    assert [(s["kind"], s["length"], s["suspended_for"]) for s in pia["sentences"]] == [
        ("suspended_sentence", "P9M", "P18M")
    ]
    assert {(s["sentenced_on"], *s["courts"]) for s in told.values()} == {
        ("2019-03-28", "Cardiff Crown Court")
    }


def test_a_charge_list_without_terms_convicts_nobody() -> None:
    told = _subjects(
        "Officers charged\n\nCrown Prosecution Service\n28 March 2019\n\nTwo officers of Gwent Police will appear at Cardiff Magistrates' Court.\n\n"
        "PC Huw Farthingale, of Caerleon: misconduct in public office, 5 counts\nPC Pia Quillfeather, of Risca: computer misuse, three counts\n"
    )
    assert all(o["stage"] != "convicted" for s in told.values() for o in s["offences"])


def test_an_officer_told_of_between_the_entries_of_a_court_round_up_is_found() -> None:
    told = _subjects(
        "CPS North East: recent cases\n\nROBBERY\nKyle Brumwell, 22, of Byker, was sentenced to four years' imprisonment at Newcastle Crown Court for the robbery of a taxi driver.\n\n"
        "POLICE\nPia Quillfeather, 34, a Police Community Support Officer with Cleveland Police, appeared at Teesside Crown Court and pleaded guilty to one count of misconduct in a public office.\n\n"
        "DOGS\nElizabeth Penshaw, 61, of Blyth, was ordered to pay \u00a3750 for being in charge of a dog that was dangerously out of control.\n\n"
        "ASSAULT\nAn off-duty Durham Constabulary officer was convicted at Peterlee Magistrates' Court of assaulting a taxi driver. Detective Sergeant Oswin Farthingale, 42, of Seaham, was given a 12 month community order.\n"
    )
    assert list(told) == ["Pia Quillfeather", "Oswin Farthingale"]
    assert told["Pia Quillfeather"]["courts"] == ["Teesside Crown Court"]
    assert told["Oswin Farthingale"]["courts"] == ["Peterlee Magistrates' Court"]
    assert [s["kind"] for s in told["Oswin Farthingale"]["sentences"]] == ["community_order"]
