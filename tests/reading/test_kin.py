"""Who is told of only as somebody's son or wife is no officer, and the officer named for it no offender. All invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

NOBODY = [
    "Jake Penrose, 22, whose father is Assistant Chief Constable Neil Penrose of Devon and Cornwall Police, admitted affray at Truro Crown Court. He was given a community order.",
    "Alice Morley, 39, who is married to Detective Sergeant Paul Morley of Kent Police, was fined £500 at Maidstone Magistrates' Court after admitting common assault.",
    "Tom Arden, 25, the son of PC Greg Arden, was jailed for two years for burglary at Leeds Crown Court. West Yorkshire Police said the case was sad.",
    "The wife of a Kent Police detective was fined £500 for common assault.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOBODY)
def test_neither_the_relative_nor_the_officer_is_a_subject(text: str) -> None:
    assert read(Document("kin", f"Court report\n\n{text}\n")).subjects == []


def test_an_officers_own_case_beside_a_relatives() -> None:
    text = """PC's husband jailed for fraud

Mark Dunn, 41, the husband of PC Claire Dunn of Essex Police, was jailed for fraud. PC Dunn was dismissed without notice after a misconduct hearing found she had known of it.
"""
    (subject,) = read(Document("kin", text)).subjects
    assert subject.name == "Claire Dunn"
    assert subject.offences == []
    assert subject.proceeding is not None
    assert subject.proceeding.outcome == "dismissed_without_notice"


def test_an_officer_who_is_the_wife_of_another_keeps_her_case() -> None:
    text = "PC Claire Dunn, the wife of Sgt Mark Dunn, of Essex Police, was jailed for six months for fraud at Chelmsford Crown Court."
    (subject,) = read(Document("kin", text)).subjects
    assert (subject.name, [o.stage for o in subject.offences]) == ("Claire Dunn", ["convicted"])


def test_a_child_is_no_officer() -> None:
    text = """Three Cambridgeshire Police officers investigated over crash

Aaron Bell, 17, and Luke Frost, 16, were on a moped which collided with a van after being followed by a police car.

The IOPC has served notices of gross misconduct on the driver, a constable. He is under criminal investigation for causing death by dangerous driving.
"""
    assert [s.name for s in read(Document("child", text)).subjects if s.name] == []


def test_of_two_with_one_surname_the_officer_is_the_one_named_first() -> None:
    text = """Sergeant and wife cleared of fraud

A Dyfed-Powys Police sergeant and his wife have been cleared of a £9,000 fraud.

Geraint Pugh, 44, and Mair Pugh, 41, of Lampeter, were each found not guilty of two counts of fraud by false representation at Swansea Crown Court.

Sgt Pugh had been suspended since 2013.
"""
    (subject,) = read(Document("pugh", text)).subjects
    assert (subject.name, subject.rank, subject.suspended) == ("Geraint Pugh", "sergeant", True)


def test_the_end_of_a_sum_is_no_number_of_counts() -> None:
    text = "PC Darren Loxley, of Lincolnshire Police, admitted careless driving. Magistrates fined him £1,000 for careless driving and £90 for speeding."
    (subject,) = read(Document("sum", text)).subjects
    counts = [o.count for o in subject.offences]
    assert counts
    assert set(counts) <= {None, 1}
