"""People told of beside the officer of a notice or a section: others dealt with are subjects, witnesses are none."""

from __future__ import annotations

import pytest

from peelian.reading.cast import Cast, find_cast
from peelian.reading.page import Page
from peelian.reading.scan import Scan

NOTICE = """Outcome of misconduct hearing

Officer: PC 613 Jordan Whitbread
Type: Misconduct hearing
Dates: 3 to 5 April 2023
Allegation: sent a photograph of a prisoner to two colleagues
Outcome: Final written warning

{reasons}
"""


def cast_of(text: str) -> Cast:
    page = Page(text)
    return find_cast(page, Scan(page))


@pytest.mark.parametrize(
    ("reasons", "others"),
    [
        # an officer without a name who was dealt with
        ("A detective sergeant who supervised him was found to have no case to answer.", [(None, "detective_sergeant")]),
        # one who was not
        ("A detective sergeant had asked for the picture.", []),
        # testimonials make nobody a subject
        ("The panel was impressed by the testimonials of Inspector Tania Mellish and PC Chris Bowden.", []),
        # comparators with letters, and one by name
        ("Two comparators, PC M and PC T, were given written warnings.", [("PC M", "police_constable"), ("PC T", "police_constable")]),
        ("A colleague, DC W, was asked to delete it.", []),
    ],
)  # fmt: skip
def test_people_beside_the_officer_of_a_notice(reasons: str, others: list[tuple[str | None, str]]) -> None:
    cast = cast_of(NOTICE.format(reasons=reasons))
    told = [(p.name or p.label, p.rank.value if p.rank else None) for p in cast.subjects]
    assert told == [("Jordan Whitbread", "police_constable"), *others]


def test_the_sentence_about_another_officer_is_theirs() -> None:
    reasons = "A detective sergeant who supervised him was found to have no case to answer."
    text = NOTICE.format(reasons=reasons)
    (whose,) = cast_of(text).who(text.index("no case"))
    assert whose.name is None
