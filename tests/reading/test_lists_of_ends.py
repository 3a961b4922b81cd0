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
