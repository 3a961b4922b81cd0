"""Lines that open on an officer and tell his end: "Sgt Lee: guilty of", "PC Moss - dismissed"."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read


def test_each_line_of_verdicts_is_of_its_officer() -> None:
    told = (
        "Verdicts: how the jury decided\n"
        "Sgt Alan Pryce: guilty of perverting the course of justice and misconduct in public office\n"
        "PC Bethan Rowe: guilty of perverting the course of justice, not guilty of misconduct in public office\n"
        "PC Carl Stagg: not guilty of both charges\n"
        "PC Derek Tull: jury unable to reach verdicts\n"
        "Former PC Evan Uttley: pleaded guilty to misconduct in public office before the trial\n"
        "All are or were officers of South Wales Police. They were tried at Swansea Crown Court."
    )
    found = {s["name"]: s for s in read(Document("x", told)).to_dict()["subjects"]}
    stages = {name: [o["stage"] for o in s["offences"]] for name, s in found.items()}
    assert stages == {
        "Alan Pryce": ["convicted", "convicted"],
        "Bethan Rowe": ["convicted", "acquitted"],
        "Carl Stagg": ["acquitted", "acquitted"],
        "Derek Tull": ["charged", "charged"],
        "Evan Uttley": ["convicted"],
    }
    assert {tuple(s["courts"]) for s in found.values()} == {("Swansea Crown Court",)}


def test_each_short_line_of_sanctions_is_of_its_officer() -> None:
    told = (
        "What happened to the officers\nThe Sussex Police hearing ended on 4 April 2019.\n"
        "PC Adam Birdham - dismissed without notice\nPC Beth Chidham - dismissed without notice\n"
        "Sgt Carl Didling - final written warning\nPC Don Elsted - not proven"
    )
    found = read(Document("x", told)).to_dict()["subjects"]
    assert [(s["name"], s["proceeding"]["outcome"], s["proceeding"]["finding"]) for s in found] == [
        ("Adam Birdham", "dismissed_without_notice", None),
        ("Beth Chidham", "dismissed_without_notice", None),
        ("Carl Didling", "final_written_warning", None),
        ("Don Elsted", None, "not_proven"),
    ]


def test_who_was_found_not_guilty_beside_the_convicted_was_tried_for_the_same() -> None:
    told = (
        "Met officers guilty of misusing database after vigil murder\nSgt Dominic Frayle, 42, and Det Con Hannah Loxley, 35, were"
        " convicted of unauthorised access to computer material after a trial at Southwark Crown Court. PC Rhiannon Voss, 31, was found not guilty."
    )
    found = read(Document("x", told)).to_dict()["subjects"]
    assert [(s["name"], [(o["offence"], o["stage"]) for o in s["offences"]]) for s in found] == [
        ("Dominic Frayle", [("computer_misuse", "convicted")]),
        ("Hannah Loxley", [("computer_misuse", "convicted")]),
        ("Rhiannon Voss", [("computer_misuse", "acquitted")]),
    ]


def test_who_was_cleared_by_a_panel_beside_the_convicted_was_not_tried() -> None:
    told = (
        "Sgt Dominic Frayle and PC Hannah Loxley of Kent Police were convicted of theft at Maidstone Crown Court."
        " PC Amir Dar was cleared by a misconduct panel."
    )
    found = {s["name"]: s for s in read(Document("x", told)).to_dict()["subjects"]}
    assert found["Hannah Loxley"]["offences"] and not found["Amir Dar"]["offences"]


def test_a_line_for_two_officers_in_a_list_of_bare_ranks_is_of_both() -> None:
    told = (
        "Dorset Police: misconduct outcomes January - June 2016\n"
        "A detective constable, dismissed without notice on 12 February for supplying confidential information.\n"
        "A police constable, final written warning, for driving while unfit.\n"
        "Two police constables, no case to answer, 9 and 10 June, use of force at Weymouth custody suite."
    )
    found = read(Document("x", told)).to_dict()["subjects"]
    assert [(s["rank"], s["proceeding"]["outcome"], s["proceeding"]["finding"]) for s in found] == [
        ("detective_constable", "dismissed_without_notice", None),
        ("police_constable", "final_written_warning", None),
        ("police_constable", None, "no_case"),
        ("police_constable", None, "no_case"),
    ]


def test_a_numbered_entry_may_open_on_another_label() -> None:
    told = (
        "Cases concluded in the quarter\n1. Officer: PC. Allegation: drink driving. Finding: gross misconduct. Outcome: dismissed without notice.\n"
        "2. Officer: DS. Allegation: false overtime claims. Finding: misconduct. Outcome: final written warning.\n"
        "3. Staff: Control room operator. Allegation: data breach. Finding: gross misconduct. Outcome: dismissed with notice.\n"
        "Staffordshire Police, April to June 2018"
    )
    found = read(Document("x", told)).to_dict()["subjects"]
    assert [(s["rank"], s["force"], s["proceeding"]["outcome"]) for s in found] == [
        ("police_constable", "staffordshire", "dismissed_without_notice"),
        ("detective_sergeant", "staffordshire", "final_written_warning"),
        ("police_staff", "staffordshire", "dismissed_with_notice"),
    ]
