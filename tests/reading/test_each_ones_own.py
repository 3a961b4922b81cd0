"""What stands beside each name of a list is that one's own; a reference for more is no acquittal."""

from __future__ import annotations

from tests.reading.whole_pages import subjects


def test_homes_and_a_retirement_in_a_list_of_names() -> None:
    told = subjects(
        "PC Dale Amberley, of Maldon, Sgt Rufus Tench, of Colchester, and Insp Nora Quill, now retired, all of "
        "Essex Police, were charged with perjury."
    )
    assert [(s["name"], s["residence"], s["resigned"]) for s in told] == [
        ("Dale Amberley", "Maldon", None),
        ("Rufus Tench", "Colchester", None),
        ("Nora Quill", None, "retired"),
    ]


def test_a_home_of_two_words_stays_whole() -> None:
    (one,) = subjects(
        "PC Dale Amberley, of Burnham on Crouch, was charged with perjury. He serves with Essex Police."
    )
    assert one["residence"] == "Burnham on Crouch"


def test_a_reference_that_is_allowed_acquits_nobody() -> None:
    (one,) = subjects(
        "PC Dale Amberley of Essex Police was convicted of misconduct in public office and given a suspended sentence. "
        "The Solicitor General's application was allowed by the Court of Appeal, which sent him to prison for four years."
    )
    assert [o["stage"] for o in one["offences"]] == ["convicted"]
    assert one["appeal"]["result"] == "varied"


def test_an_appeal_of_the_officer_that_is_allowed_still_acquits() -> None:
    (one,) = subjects(
        "PC Dale Amberley of Essex Police was convicted of perjury at Chelmsford Crown Court in 2019. The Court of "
        "Appeal allowed his appeal and quashed the conviction."
    )
    assert [o["stage"] for o in one["offences"]] != ["convicted"]
