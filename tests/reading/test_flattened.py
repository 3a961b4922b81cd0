"""Flattened records: labels that run into their values without colons."""

from __future__ import annotations

from peelian.reading.cast import Cast, find_cast
from peelian.reading.page import Page
from peelian.reading.scan import Scan

FORM = """Hearings   Dorset Police
Officer Sgt 2190 Paul Hayter Place Poole Date heard 8th and 9th Jan 2018 Before Mr R Cullen
Allegation That he struck a prisoner Result Not proven
Officer DC 4381 Vera Lomax Place Sherborne Date heard 17th Jan 2018 Before Mr R
Cullen Allegation That she failed to pass on what a child said Result Misconduct Final Written
Warning 18 months
Officer A N Other (Constable, anonymity granted) Place withheld Date heard 22nd Jan 2018 Before Mrs T Hale
Allegation Relationship with a witness Result Gross Misconduct Dismissed without notice
Page last reviewed 01/02/18
"""

PROSE = """Officer Paul Hayter was told to leave. He had struck a prisoner in Poole and lied about it to his inspector.

Officer Vera Lomax was told to stay. She had failed to pass on what a child said to her, and was sorry about it.
"""


def cast_of(text: str) -> Cast:
    page = Page(text)
    return find_cast(page, Scan(page))


def test_each_officer_has_the_words_up_to_the_next_first_label() -> None:
    cast = cast_of(FORM)
    assert [(p.name, p.rank.value if p.rank else None) for p in cast.subjects] == [
        ("Paul Hayter", "sergeant"),
        ("Vera Lomax", "detective_constable"),
        (None, "police_constable"),
    ]
    assert [p.name for p in cast.who(FORM.index("Not proven"))] == ["Paul Hayter"]
    assert [p.name for p in cast.who(FORM.index("18 months"))] == ["Vera Lomax"]
    assert [p.name for p in cast.who(FORM.index("Dismissed without"))] == [None]
    assert cast.who(FORM.index("last reviewed")) == ()


def test_a_word_of_prose_that_comes_again_is_no_label() -> None:
    assert all("name" not in p.fields for p in cast_of(PROSE).persons)
