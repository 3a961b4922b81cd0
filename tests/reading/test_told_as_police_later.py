"""Whose page it is when the police role is told only in the sentences after the name, beside investigators and other criminals."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

_PAGE = """The day they came for the caravan

Ten years ago Royston Adair kept the keys to the biggest cupboard in Blackpool. {}

At Preston Crown Court, in December 2009, a jury convicted him of theft. The sentence was nine years.

{}
"""
_ROLES = [
    "He was the exhibits sergeant at Bonny Street.",
    "He had been a custody sergeant for twelve years.",
    "He served with Lancashire Constabulary from 1983.",
    "He worked in the stores of Lancashire Constabulary.",
]
_OTHERS = [
    "The inquiry, which the IPCC supervised, was run by Imogen Sefton, a detective chief inspector at the time.",
    "Imogen Sefton, then a detective inspector, led the inquiry into the thefts.",
    'Imogen Sefton, a detective superintendent now retired, said: "I never minded Royston."',
]


@pytest.mark.parametrize("role", _ROLES)
@pytest.mark.parametrize("other", _OTHERS)
def test_whoever_the_page_tells_of_is_its_subject_and_not_who_investigated(role: str, other: str) -> None:
    (one,) = read(Document("x", _PAGE.format(role, other))).to_dict()["subjects"]
    assert one["name"] == "Royston Adair"
    assert [(o["offence"], o["stage"]) for o in one["offences"]] == [("theft", "convicted")]


def test_of_a_months_criminals_the_one_who_worked_for_the_police_is_told_of() -> None:
    told = """Jailed this October: the faces sent down at Teesside

Dwayne Hartburn
Hartburn, 27, broke into eleven sheds in Norton in a single night. Two years, October 2.

Philomena Razaq
Looking people up was her job. She did it for Cleveland Police's disclosure unit in Middlesbrough.
The 46-year-old owned up to two counts of bribery. She was jailed for three years at Teesside Crown Court on October 9, 2023. The force sacked her in May.

Kelvin Marske
The bailiff, 39, kept what he collected. 14 months, October 12.
"""
    (one,) = read(Document("x", told)).to_dict()["subjects"]
    assert (one["name"], one["force"], one["offences"][0]["count"]) == ("Philomena Razaq", "cleveland", 2)
