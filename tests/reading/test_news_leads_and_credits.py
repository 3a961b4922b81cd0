"""News pages: a lead that counts officers and a story that tells of each, whom the police chased, who took the picture. All invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.model import Subject


def subjects(text: str) -> list[Subject]:
    return list(read(Document("x", text, "txt")).subjects)


def ends(text: str) -> list[tuple[str | None, int | None, str | None]]:
    return [(s.rank, s.age, s.proceeding.outcome if s.proceeding else None) for s in subjects(text)]


LEAD = "Two Kent police officers have been sacked after an inquiry into missing cash. The force would not name them. "


def test_officers_counted_in_the_lead_are_those_told_of_one_by_one() -> None:
    assert ends(
        LEAD
        + "A 33-year-old constable with ten years' service was sacked. A 41-year-old detective constable was sacked too."
    ) == [("police_constable", 33, "dismissed"), ("detective_constable", 41, "dismissed")]


def test_one_more_of_whom_another_end_is_told_is_none_of_them() -> None:
    told = ends(LEAD + "A third officer - a sergeant with 18 years of service - was demoted to constable.")
    assert told == [
        (None, None, "dismissed"),
        (None, None, "dismissed"),
        ("sergeant", None, "reduction_in_rank"),
    ]


def test_one_with_another_end_than_the_lead_tells_is_somebody_else() -> None:
    told = ends(LEAD + "A sergeant was given a written warning. An inspector was given a written warning.")
    assert len(told) == 4


def test_whom_an_officer_pursued_is_no_subject() -> None:
    (one,) = subjects(
        "A police officer drove too fast, a court heard. PC Gregory Nash, 37, allegedly pursued Dwayne Skelton the wrong "
        "way down a street. Skelton was found guilty of manslaughter in March 2018, jurors at the Old Bailey heard. Nash, "
        "a Met officer since 2009, denies causing serious injury by dangerous driving."
    )
    assert (one.name, [o.stage for o in one.offences]) == ("Gregory Nash", ["charged"])


def test_who_took_the_picture_is_not_the_officer_without_a_name() -> None:
    (one,) = subjects(
        "Ex-officer quizzed over home\n\nThe case was reopened last year. - Credit: Rob Tarrant\n\nA retired Kent police "
        "officer was arrested last week on suspicion of theft, the Mercury can reveal.\n\nKent Police said that its "
        "inquiries go on."
    )
    assert one.name is None


def test_what_thieves_in_uniform_will_inevitably_get_was_passed_on_nobody() -> None:
    both = subjects(
        "DS Huw Parr and DC Lee Madden, of Gwent Police, pleaded guilty to theft at Newport Magistrates' Court. DC Madden "
        "took a charger. A police officer stealing in these circumstances will almost inevitably be sent to prison."
    )
    assert [s.sentences for s in both] == [[], []]


@pytest.mark.parametrize(
    ("told", "count"), [("all four counts", 4), ("four counts", 4), ("all five charges", 5)]
)
def test_all_of_so_many_counts_are_so_many(told: str, count: int) -> None:
    (one,) = subjects(
        f"DC Julian Hart, 40, was found guilty of {told} of false accounting at Southwark Crown Court."
    )
    assert [o.count for o in one.offences] == [count]


def test_an_old_man_has_an_age_too() -> None:
    (one,) = subjects(
        "Vernon Appleby, 84, of Tenby, a former police superintendent, was jailed for theft at Swansea Crown Court."
    )
    assert one.age == 84


def test_what_officers_of_all_forces_were_guilty_of_and_what_two_looked_into_are_no_crimes_of_these_two() -> (
    None
):
    both = subjects(
        "Police officers have been found guilty of crimes ranging from stalking to burglary.\n\nFormer detective constables "
        "Leonard Pask and Sheila Parn, of Kent Police, whose sabotage of theft investigations led them to being jailed, "
        "left the Old Bailey."
    )
    assert [s.name for s in both] == ["Leonard Pask", "Sheila Parn"]
    assert [s.offences for s in both] == [[], []]


def test_offences_ranging_between_two_are_those_of_whoever_admitted_them() -> None:
    (one,) = subjects(
        "PC Ann Lee, of Kent Police, admitted offences ranging from theft to fraud at Ely Crown Court."
    )
    assert {o.offence for o in one.offences} >= {"theft"}
