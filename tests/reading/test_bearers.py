"""Whom "the sergeant" or "the officer" means where a page tells of several. All people are invented."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read

TWO = """Two officers in court

Sgt Ann Moss, 46, and PC Lee Tarn, 31, of Kent Police, stood trial at Maidstone Crown Court over a fight.

Tarn told the jury that Moss had begun it. The sergeant was found guilty of affray and jailed for six months. The constable was cleared of common assault.
"""


def test_a_rank_alone_means_the_only_one_of_that_rank() -> None:
    told = {s.name: [(o.offence, o.stage) for o in s.offences] for s in read(Document("two", TWO)).subjects}
    assert ("public_order", "convicted") in told["Ann Moss"]
    assert told["Lee Tarn"] == [("common_assault", "acquitted")]


def test_between_two_of_one_rank_the_last_named_keeps_the_floor() -> None:
    text = TWO.replace("Sgt Ann Moss", "PC Ann Moss").replace("The sergeant", "The constable", 1)
    told = {s.name: s.rank for s in read(Document("two", text)).subjects}
    assert told == {"Ann Moss": "police_constable", "Lee Tarn": "police_constable"}


def test_who_is_only_named_beside_another_does_not_take_what_is_told() -> None:
    text = """Constable cleared

PC Lee Tarn, who stood trial with PC Ann Moss at Maidstone Crown Court, was cleared of affray. Both served with Kent Police. Moss was jailed for six months for affray.
"""
    told = {s.name: [o.stage for o in s.offences] for s in read(Document("with", text)).subjects}
    assert told == {"Lee Tarn": ["acquitted"], "Ann Moss": ["convicted"]}


def test_three_judges_are_not_three_officers() -> None:
    text = """Sacked PC has conviction quashed

A Kent policeman jailed for affray was cleared by the Court of Appeal after three judges saw new film.

Kazimir Rudge, 39, a constable for ten years, had always denied it.

A second constable, Josiah Penney, was never charged.
"""
    told = {s.name: [o.stage for o in s.offences] for s in read(Document("three", text)).subjects}
    assert set(told["Kazimir Rudge"]) & {"convicted", "acquitted"}
    assert not set(told.get("Josiah Penney", [])) & {"convicted", "acquitted"}


def test_a_page_that_opens_on_an_officer_by_name_and_by_work_is_about_that_officer() -> None:
    text = """Kazimir Rudge, a police officer from Kent, has been jailed for six months.

Rudge was convicted of affray. His neighbour, Josiah Penney, told the jury what he saw.
"""
    assert [s.name for s in read(Document("opens", text)).subjects] == ["Kazimir Rudge"]
