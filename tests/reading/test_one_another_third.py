"""One of three, another, the third: officers without names told of in turn. All people and places are invented."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read

HEAD = (
    "Officers disciplined over custody death\nOne sacked and another warned\n\nEvening Post\n4 June 2019\n\n"
)


def told(text: str) -> list[tuple[Any, Any, Any]]:
    subjects = read(Document("x", HEAD + text)).to_dict()["subjects"]
    proceedings = [(s["rank"], s["proceeding"] or {}) for s in subjects]
    return [(rank, p.get("finding"), p.get("outcome")) for rank, p in proceedings]


def test_one_another_and_the_third_each_with_a_rank_of_his_own() -> None:
    assert told(
        "Three Essex officers have learned their fate over the death of a man in custody.\n\n"
        "One, a custody sergeant, was dismissed without notice on Monday. Another, a detention officer, was given a final written warning. "
        "The third, a constable, had no case to answer.\n"
    ) == [
        ("sergeant", None, "dismissed_without_notice"),
        ("police_staff", None, "final_written_warning"),
        ("police_constable", "no_case", None),
    ]


def test_one_of_three_officers_a_second_a_third() -> None:
    assert told(
        "One of three Norfolk officers who shared a photo of a body has been sacked. A second resigned before the hearing and "
        "would have been dismissed. A third, who cannot be named, was given a final written warning.\n"
    ) == [
        (None, None, "dismissed"),
        (None, None, "would_have_been_dismissed"),
        (None, None, "final_written_warning"),
    ]


def test_what_the_one_is_said_to_be_is_not_said_of_the_others() -> None:
    people = told(
        "A watchdog has criticised three officers who tasered a man in Derby.\n\n"
        "One of the three, a male constable who fired the Taser, was dismissed in February. Another, a woman, who was his tutor, "
        "received a final written warning. The third, a sergeant who arrived later, had no case to answer.\n\n"
        "A fourth officer, a call handler at the control room, is to be given management advice.\n"
    )
    assert people == [
        ("police_constable", None, "dismissed"),
        (None, None, "final_written_warning"),
        ("sergeant", "no_case", None),
        ("police_staff", None, "management_advice"),
    ]


def test_the_standfirst_brings_in_nobody_of_its_own() -> None:
    people = told("Two Essex officers, a sergeant and a constable, were dismissed on Monday.\n")
    assert [rank for rank, _, _ in people] == ["sergeant", "police_constable"]
