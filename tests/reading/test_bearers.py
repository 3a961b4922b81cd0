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
