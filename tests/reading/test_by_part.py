"""Officers called by their part in the story, and officers without names beside one whose rank the opening tells. All people are invented."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read

MOPED = """Case 4: Following a moped

The driver, a police constable trained to basic level only, turned to follow a moped. The passenger, a special constable, told control that they were behind a bike. The control room inspector asked if it was a pursuit. The rider suffered a broken pelvis.

The IPCC managed an investigation by the force.
The driver was charged with dangerous driving. She pleaded guilty to careless driving and was fined £600. She then attended a misconduct meeting and received a final written warning.
The passenger received management advice.
The inspector was found to have no case to answer.
"""


def _ends(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Of each subject: the name, the rank, and the outcome or finding."""
    out = []
    for s in read(Document("x", text)).subjects:
        p = s.proceeding
        out.append((s.name, s.rank, p and (p.outcome or p.finding)))
    return out


def test_whoever_is_brought_in_by_a_part_is_meant_by_it_later() -> None:
    assert _ends(MOPED) == [
        (None, "police_constable", "final_written_warning"),
        (None, "special_constable", "management_advice"),
        (None, "inspector", "no_case"),
    ]


def test_two_of_one_rank_are_told_apart_by_their_parts() -> None:
    text = (
        "Two officers from Surrey Police were sent to the flat. The tutor, a police constable, and the trainee, a student officer, forced the door.\n\n"
        "The IOPC found that the tutor had a case to answer for gross misconduct. At a hearing in May 2022 the tutor was dismissed. "
        "The trainee had a case to answer for misconduct and was given a written warning at a meeting.\n"
    )
    assert _ends(text) == [
        (None, "police_constable", "dismissed"),
        (None, "police_constable", "written_warning"),
    ]


def test_a_thing_before_a_rank_is_nobodys_part() -> None:
    text = (
        "Notices were served on a constable who drove the van, a sergeant and a detention officer of Kent Police.\n\n"
        "The van was damaged. The sergeant had a case to answer for misconduct and received a written warning.\n"
    )
    assert _ends(text) == [(None, "sergeant", "written_warning")]


def test_the_sergeant_beside_one_whose_post_the_opening_told_is_somebody_else() -> None:
    text = (
        "A detention officer who was dismissed over a death in the cells has won her claim for unfair dismissal.\n\n"
        "Denise Ackerley had checked the man as instructed. West Yorkshire Police dismissed her in December 2010 for gross misconduct. "
        "She has not asked for her job back. Her union welcomed the ruling. It had paid for her case. It took two years.\n\n"
        "Nobody from the force was in court.\n\nIts own lawyers had left. They would not speak.\n\n"
        "The custody sergeant that night was given a final written warning by a police misconduct panel.\n"
    )
    assert [(rank, end) for _, rank, end in _ends(text)] == [
        ("police_staff", "dismissed"),
        ("sergeant", "final_written_warning"),
    ]


def test_the_then_chief_who_decided_is_nobody_beside_the_one_dismissed() -> None:
    text = (
        "Fenella Dace joined Nottinghamshire Police at 22. Within six years she was a detective sergeant. She drove her car through a wall. "
        "A fast-track hearing under the then deputy chief constable dismissed her in August 2014.\n"
    )
    assert [(name, rank) for name, rank, _ in _ends(text)] == [("Fenella Dace", "detective_sergeant")]
