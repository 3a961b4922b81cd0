"""Innocent officers: pages that tell of somebody else's crime, and officers only beside it.

The worst error is to give a civilian's crime to an officer whom the page names. ``innocent_officers.txt`` holds
fictional pages (attacks, kin, impostors, false complaints, honours, deaths) of which none has a subject.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from peelian.documents import Document
from peelian.reading import read

_PAGES = (Path(__file__).parent / "innocent_officers.txt").read_text("utf-8").split("\n---\n")


def _named(text: str) -> dict[str | None, list[str]]:
    reading = read(Document(id="p", text=text.strip()))
    return {s.name: [o.offence for o in s.offences] for s in reading.subjects}


@pytest.mark.parametrize("page", _PAGES, ids=[p.strip().split("\n")[0] for p in _PAGES])
def test_no_officer_of_an_outsiders_case_is_a_subject(page: str) -> None:
    assert _named(page) == {}


def test_the_object_of_a_crime_did_not_do_it() -> None:
    text = """Drug dealer dragged constable

Ryme Echo
3 June 2021

A drug dealer who dragged a constable along the road has been jailed for nine years.

Lee Orrin, 31, admitted causing grievous bodily harm to PC Bryn Tarrow of Gwent Police and dangerous driving.
"""
    assert _named(text) == {}


def test_an_officer_told_of_by_a_verb_of_his_own_stays_beside_an_outsider() -> None:
    text = """Dealer and constable jailed

Ryme Echo
3 June 2021

A man who bought police secrets has been jailed for nine years at Cardiff Crown Court.

Lee Orrin, 31, admitted conspiracy to supply cocaine.

PC Bryn Tarrow, 40, of Gwent Police, was jailed for three years for misconduct in public office.
"""
    assert "Bryn Tarrow" in _named(text)


def test_a_sons_verdict_is_not_his_fathers_of_the_same_surname() -> None:
    text = """Son of sergeant jailed

Ryme Echo
3 June 2021

The son of a Kent Police sergeant has been jailed for two years for burglary.

Perry Quoyle, 22, broke into four homes while his father, Sgt Alan Quoyle, was at work.

Quoyle admitted burglary at Maidstone Crown Court.
"""
    assert _named(text) == {}


def test_a_retired_officer_of_an_outsiders_lead_is_still_read() -> None:
    text = """Grandfather jailed

Ryme Echo
3 June 2021

A grandfather who served as a police sergeant has been jailed for two years.

Perry Quoyle, 66, a former Kent Police sergeant, admitted theft at Maidstone Crown Court.
"""
    assert _named(text) == {"Perry Quoyle": ["theft"]}


def test_a_colleague_beside_the_one_officer_of_a_story_is_no_subject() -> None:
    text = """Sergeant made secret films

Ryme Echo
3 June 2021

A police sergeant who hid a camera in a changing room has been jailed for 18 months.

Sgt Perry Quoyle, 48, of Kent Police, admitted voyeurism at Maidstone Crown Court.

PC Una Sarkin said: "He asked me every day how I was."

PC Sarkin has moved to another station.
"""
    assert _named(text) == {"Perry Quoyle": ["voyeurism"]}


def test_a_colleague_with_an_outcome_of_her_own_is_a_subject_too() -> None:
    text = """Sergeant made secret films

Ryme Echo
3 June 2021

A police sergeant who hid a camera in a changing room has been jailed for 18 months.

Sgt Perry Quoyle, 48, of Kent Police, admitted voyeurism at Maidstone Crown Court.

PC Una Sarkin, who kept quiet about it, was given a final written warning.
"""
    assert set(_named(text)) == {"Perry Quoyle", "Una Sarkin"}


@pytest.mark.parametrize(
    "text",
    [
        # nobody but the son is named; and without a headline
        "Sergeant's son jailed\n\nRyme Echo\n3 June 2021\n\nThe son of a Kent Police sergeant has been jailed for two years for burglary. Darren Orrin, 22, was sentenced at Maidstone Crown Court.",
        "The wife of a Kent Police officer has been jailed for stealing from a school. Joanna Orrin, 44, admitted fraud at Maidstone Crown Court.",
        "A man who hit PC Bryn Tarrow of Kent Police has been jailed. Lee Orrin, 22, got six months at Canterbury Crown Court.",
        "Officer killed on motorway\n\nRyme Echo\n3 June 2021\n\nTributes have been paid to a police officer who died when a lorry hit her motorcycle. PC Sue Tarrow, 33, had served with Kent Police for ten years. Lee Orrin, 40, has been charged with causing death by careless driving.",
        "Officer of the year\n\nRyme Echo\n3 June 2021\n\nPC Bryn Tarrow, 34, of Gwent Police has been named officer of the year after his work led to a conviction. Lee Orrin was jailed for 14 years at Cardiff Crown Court.",
    ],
)
def test_nobody_is_a_subject_of_a_short_page_on_an_outsider(text: str) -> None:
    assert _named(text) == {}


def test_an_officers_kin_may_be_an_officer_too() -> None:
    text = "The son of a detective has been jailed. Toby Orrin, 24, was a constable with Dorset Police until last year. He was jailed for three years for theft at Bournemouth Crown Court."
    assert "Toby Orrin" in _named(text)
    text = "A Kent Police sergeant and his son have been jailed for burglary. Ivo Orrin, 49, and Darren Orrin, 22, were sentenced at Maidstone Crown Court to two years each."
    assert list(_named(text)) == ["Ivo Orrin"]
