"""Officers without names told of in paragraphs of their own, beside named ones. All people are invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

NEWSLETTER = """Fenshire Police Federation news

The long case of PC Francis Oadley is over. In February 2012 a misconduct panel found that he had used unnecessary force, and gave him a final written warning. We had argued for advice.

The panel sat for two days.

Two probationers were dismissed for cheating in their exams. We can't save everyone.

A constable at Holt was given a written warning for losing a radio.
"""

MINUTES = """Fenshire Police and Crime Commissioner: minutes

PC Roy Coningsby was dismissed without notice on 4 May 2016. DC Ellen Maltham was given a final written warning on 19 May 2016 for failings in three investigations.

The Commissioner asked about the helicopter case.

The deputy replied that one former PC and three serving officers had been charged with misconduct in public office.
"""

STORY = """Sergeant cleared of assault

Sgt Kevin Doyce leaves Maidstone Crown Court

By Tom Bickers, Court Reporter

A police sergeant accused of hitting a boy has been found not guilty of assault.

Sgt Kevin Doyce, 47, had denied assault occasioning actual bodily harm.
"""


def told(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (s.name, s.rank, s.proceeding.outcome if s.proceeding else None)
        for s in read(Document("x", text)).subjects
    ]


def test_a_constable_who_opens_a_paragraph_is_not_the_one_named_before() -> None:
    assert told(NEWSLETTER) == [
        ("Francis Oadley", "police_constable", "final_written_warning"),
        (None, "police_constable", "dismissed"),
        (None, "police_constable", "dismissed"),
        (None, "police_constable", "written_warning"),
    ]


def test_those_brought_in_in_one_breath_are_all_told_of() -> None:
    subjects = read(Document("x", MINUTES)).subjects
    assert [s.name for s in subjects] == ["Roy Coningsby", "Ellen Maltham", None, None, None, None]
    assert [[o.stage for o in s.offences] for s in subjects] == [[], [], *[["charged"]] * 4]


def test_the_lead_of_a_story_under_headline_and_caption_is_of_the_one_named() -> None:
    assert [name for name, _, _ in told(STORY)] == ["Kevin Doyce"]


@pytest.mark.parametrize(
    "standfirst",
    [
        "Dorian Marchley believed that he was writing to a schoolgirl. He was writing to a detective.",
        "Dorian Marchley was jailed yesterday for what he wrote to a schoolgirl.",
    ],
)
def test_a_standfirst_that_names_the_officer_before_the_lead(standfirst: str) -> None:
    text = (
        f"Police sergeant jailed for messages\n\n{standfirst}\n\nBy Leander Poppling\n\n22 September 2017\n\n"
        "Dorian Marchley had 17 years' service with Humberside Police\n\n"
        "A police sergeant who sent sexual messages to a girl of 14 has been jailed for 18 months.\n\n"
        "Sergeant Dorian Marchley, 41, of Humberside Police, pleaded guilty at Hull Crown Court.\n"
    )
    assert [name for name, _, _ in told(text)] == ["Dorian Marchley"]
