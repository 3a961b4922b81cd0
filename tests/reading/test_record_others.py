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


DIGEST = """Conduct round-up

DEVON
Sgt Peter Strode is back in post at Exeter. The Police Appeals Tribunal set aside his dismissal, and its chair said in February that the panel below had treated suspicion as fact.

DERBYSHIRE
No such luck for Livia Hallam. The former DC's appeal was dismissed on 3 February; she had been dismissed at a hearing in July for telling a court that she had searched a flat.

CUMBRIA
A special case hearing on 19 February dismissed PC Lee Holroyd without notice. He had been sentenced at Carlisle to 20 weeks, suspended for a year, for stalking.

KENT
A burglar, Wayne Pardoe, was told to think again. His claim that a constable had planted a wallet on him at Deal was thrown out by a judge, who called him a fantasist.
"""


def test_a_digest_tells_of_people_without_a_rank_before_their_name() -> None:
    cast = cast_of(DIGEST)
    assert [(p.name, p.rank.value if p.rank else None) for p in cast.subjects][:3] == [
        ("Peter Strode", "sergeant"),
        ("Livia Hallam", "detective_constable"),
        ("Lee Holroyd", "police_constable"),
    ]
    assert [p.name for p in cast.who(DIGEST.index("appeal was dismissed"))] == ["Livia Hallam"]
    assert "Wayne Pardoe" not in [p.name for p in cast.subjects]
