"""Who is named after an officer without a name: the officer, whom a court fined, or a killer whose case the officer only came upon."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

FINED = (
    "A POLICE sergeant has been ordered to resign after he slapped a handcuffed teenager across the face in a Birmingham police station.\n\n"
    "In November Birmingham magistrates fined {name}, 44, {who}, £750 with £500 compensation for the boy. He had admitted common assault.\n"
)
SHARED = "A police officer has been dismissed for sharing details of an investigation.\n\n"


def told(text: str) -> list[tuple[str | None, list[str]]]:
    return [(s.name, [o.offence for o in s.offences]) for s in read(Document(id="x", text=text)).subjects]


@pytest.mark.parametrize("name", ["Keith Ashdown", "Keith Green", "Keith Street"])
@pytest.mark.parametrize("who", ["who ran the cell block", "of Deal", "a custody officer"])
def test_whom_magistrates_fined_is_the_sergeant_of_the_lead(name: str, who: str) -> None:
    assert told(FINED.format(name=name, who=who)) == [(name, ["common_assault"])]


def test_a_driver_whom_he_had_stopped_is_not_the_sergeant() -> None:
    text = (
        "A police sergeant has been sacked after he lied about how a teenager was hurt.\n\n"
        "Last year magistrates fined Keith Ashdown, 44, the driver whom he had stopped, £750. He had admitted common assault.\n"
    )
    assert told(text) == [(None, [])]


@pytest.mark.parametrize(
    "killer",
    [
        "A jury convicted Keith Ashdown, 44, of Deal, of murder. The constable had filmed the body.",
        "Keith Ashdown, 44, of Deal, was convicted of murder last year. The constable had filmed the body.",
        "Keith Ashdown, 44, was jailed for life for the murder of Ann Moss. The constable took photographs of the body.",
    ],
)
def test_a_killer_of_whom_the_opening_knows_nothing_is_not_the_officer(killer: str) -> None:
    assert told(SHARED + killer) == [(None, [])]


def test_a_killer_in_uniform_is() -> None:
    text = (
        "A police officer has been dismissed after he was found guilty of murder.\n\n"
        "Keith Ashdown, 44, of Deal, was jailed for life in May for murdering his wife.\n"
    )
    assert told(text) == [("Keith Ashdown", ["murder"])]
