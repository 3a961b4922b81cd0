"""A nickname among a person's names is no part of the name, and hides nobody."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.nicknames import FILL, plain_name, without_nicknames

PAGE = """Officers sacked over tip-off

Medway Recorder
9 March 2017

{opening}, both of Kent Police, were dismissed without notice at a special case hearing on Tuesday.

{first}, 35, is doing five years after admitting misconduct in public office. His crewmate {second}, 29, resigned.
"""


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ('Constables Barnaby Lee-Sarr and "Posh" Petronella Quint', ["Barnaby Lee-Sarr", "Petronella Quint"]),
        ("PC James \"Jock\" Tavare and PC Ann 'Nan' Moss", ["James Tavare", "Ann Moss"]),
        ("PC James (Jim) Tavare and Sgt \u2018Big\u2019 Ron Hill", ["James Tavare", "Ron Hill"]),
        ("PC James \u201cTwo Rounds\u201d Tavare and Sgt Ron Hill", ["James Tavare", "Ron Hill"]),
    ],
)
def test_both_officers_are_found_under_their_names(opening: str, names: list[str]) -> None:
    surnames = [n.split()[-1] for n in names]
    page = PAGE.format(opening=opening, first=surnames[0], second=surnames[1])
    subjects = read(Document("x", page)).to_dict()["subjects"]
    assert [s["name"] for s in subjects] == names
    assert [s["proceeding"]["outcome"] for s in subjects] == ["dismissed_without_notice"] * 2


def test_a_quotation_is_no_nickname_and_no_place_moves() -> None:
    text = 'The "Sheppey Two" lied. PC \'BANTERS\' CHAT. Ann "Nan" Moss (Kent Police).'
    filled = without_nicknames(text)
    assert len(filled) == len(text)
    assert filled.replace(FILL, "") == "The \"Sheppey Two\" lied. PC 'BANTERS' CHAT. Ann Moss (Kent Police)."
    assert plain_name("Siobhan O'Brien") == "Siobhan O'Brien"
