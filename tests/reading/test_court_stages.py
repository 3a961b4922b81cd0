"""What became of each charge: told before it is named, of a part of the counts, of whoever stood trial too, by prosecutors."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

Row = tuple[str, int | None, str | None, str]

_CASES: list[tuple[str, list[Row]]] = [
    # the verdict, and then what it was of
    (
        "PC Alan Merrow of Kent Police was found guilty after a trial at Leeds Crown Court. He had denied two counts of fraud.",
        [("fraud", 2, "not_guilty", "convicted")],
    ),
    (
        "PC Alan Merrow of Kent Police changed his plea to guilty at Leeds Crown Court. He had been charged with perjury.",
        [("perjury", None, "guilty", "convicted")],
    ),
    # "Police pleaded" are two words of two phrases
    (
        "PC Alan Merrow of Kent Police pleaded guilty at Leeds Crown Court to perjury.",
        [("perjury", None, "guilty", "convicted")],
    ),
    # a part of the counts, and the one or those left over
    (
        "PC Alan Merrow of Kent Police admitted two of three counts of perjury at Leeds Crown Court. The third will lie on the file.",
        [("perjury", 2, "guilty", "convicted"), ("perjury", 1, None, "discontinued")],
    ),
    (
        "PC Alan Merrow of Kent Police faced eight counts of fraud. He admitted five at Leeds Crown Court; the remaining three were dropped.",
        [("fraud", 5, "guilty", "convicted"), ("fraud", 3, None, "discontinued")],
    ),
    (
        "PC Alan Merrow of Kent Police admitted two counts of perjury at Leeds Crown Court. "
        "A third, to which he entered a not guilty plea, is to remain on the file.",
        [("perjury", 2, "guilty", "convicted"), ("perjury", 1, "not_guilty", "discontinued")],
    ),
    # ... but an offence that is named is the one told of
    (
        "PC Alan Merrow of Kent Police admitted three thefts at Leeds Crown Court. A fourth charge, of fraud, will lie on the file.",
        [("theft", 3, "guilty", "convicted"), ("fraud", 1, None, "discontinued")],
    ),
    (
        "PC Alan Merrow of Kent Police was found guilty of one count of perjury at Leeds Crown Court. He was found not guilty of a second and walked free.",
        [("perjury", 1, None, "convicted"), ("perjury", 1, None, "acquitted")],
    ),
    # prosecutors and forces: nothing came of it
    (
        "PC Alan Merrow of Kent Police was interviewed under caution for perjury. He wasn't charged.",
        [("perjury", None, None, "discontinued")],
    ),
    (
        "PC Alan Merrow of Kent Police was investigated for theft. Detectives closed the case without a charge.",
        [("theft", None, None, "discontinued")],
    ),
    (
        "PC Alan Merrow of Kent Police faces a panel. Prosecutors decided that a charge of perjury could not be proved.",
        [("perjury", 1, None, "discontinued")],
    ),
    (
        "PC Alan Merrow of Kent Police faces a panel. The Crown Prosecution Service decided that a prosecution for fraud was not in the public interest.",
        [("fraud", None, None, "discontinued")],
    ),
    # a term of a sentence, and what it was for
    (
        "The terms imposed on PC Alan Merrow of Kent Police at Leeds Crown Court were four years for fraud and two years, to run alongside, for theft.",
        [("fraud", None, None, "convicted"), ("theft", None, None, "convicted")],
    ),
    (
        "A judge at Leeds Crown Court passed a community order on PC Alan Merrow of Kent Police for stalking.",
        [("stalking", None, None, "convicted")],
    ),
    (
        "PC Alan Merrow of Kent Police was told at Leeds Crown Court that the maximum is ten years for fraud.",
        [],
    ),
    (
        "PC Alan Merrow of Kent Police appeared before Leeds magistrates charged with harassment. He denies it and was bailed.",
        [("harassment", None, "not_guilty", "charged")],
    ),
    (
        "PC Alan Merrow of Kent Police is due before Leeds magistrates. The charges are four of theft and one of fraud.",
        [("theft", 4, None, "charged"), ("fraud", 1, None, "charged")],
    ),
]


def _subjects(text: str) -> list[tuple[str, list[Row]]]:
    reading: dict[str, Any] = read(Document("t", text)).to_dict()
    return [
        (s["name"], [(o["offence"], o["count"], o["plea"], o["stage"]) for o in s["offences"]])
        for s in reading["subjects"]
    ]


@pytest.mark.parametrize(("text", "rows"), _CASES, ids=[c[0][30:90] for c in _CASES])
def test_stage(text: str, rows: list[Row]) -> None:
    """The offences of the one officer of whom the report tells."""
    (_, have), *_ = _subjects(text)
    assert have == rows


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ("PC Ben Ludd was acquitted of the same charge.", ("fraud", None, None, "acquitted")),
        ("PC Ben Ludd, who stood trial with him, was cleared.", ("fraud", None, None, "acquitted")),
        ("PC Ben Ludd has admitted the conspiracy.", ("fraud", None, "guilty", "convicted")),
    ],
)
def test_the_co_accused(told: str, row: Row) -> None:
    """The charge of one defendant is that of the other who is told to have faced the same."""
    text = f"PC Alan Merrow of Kent Police was convicted of conspiracy to commit fraud at Leeds Crown Court. {told}"
    assert _subjects(text) == [
        ("Alan Merrow", [("fraud", None, None, "convicted")]),
        ("Ben Ludd", [row]),
    ]


def test_an_acquittal_leaves_a_conviction_alone() -> None:
    """ "That one" is the other defendant's charge: without an appeal nobody is cleared of what he was convicted of."""
    text = (
        "PC Alan Merrow and PC Ben Ludd of Kent Police were both found guilty of perjury at Leeds Crown Court. "
        "Merrow was also convicted of theft. Ludd was acquitted of that one."
    )
    (_, merrow), (_, ludd) = _subjects(text)
    assert ("perjury", None, None, "convicted") in merrow
    assert ("perjury", None, None, "convicted") in ludd


def _told_of(text: str) -> list[list[tuple[str, str]]]:
    """The offences and stages of each subject of an oversight report."""
    reading: dict[str, Any] = read(Document("t", text)).to_dict()
    assert reading["kind"] == "oversight_release"
    return [[(o["offence"], o["stage"]) for o in s["offences"]] for s in reading["subjects"]]


def test_what_the_investigated_were_suspected_of() -> None:
    """The one crime that an oversight report names is that of the officers of whom it tells a criminal matter."""
    text = """Disclosure of information - Kent Police, January 2018

We independently investigated allegations that two officers had passed information to a friend.

Both officers were interviewed under criminal caution for suspected offences under the Computer Misuse Act. We sent a file to the Crown Prosecution Service.

We concluded that Officer A, a sergeant, and Officer B, a constable, had a case to answer for gross misconduct. The CPS decided that neither Officer A nor Officer B should be prosecuted.
"""
    assert _told_of(text) == [[("computer_misuse", "discontinued")]] * 2


def test_signs_of_two_crimes_are_of_those_of_whom_each_is_told() -> None:
    text = """Allegation of excessive force - Kent Police, March 2016

The investigation found an indication that one officer had committed grievous bodily harm and gross misconduct, and two other officers had committed actual bodily harm and gross misconduct against the man. These three officers were interviewed under criminal and misconduct caution.
"""
    assert _told_of(text) == [[("gbh", "alleged")], [("abh", "alleged")], [("abh", "alleged")]]


def test_no_crime_where_none_is_told_of_them() -> None:
    """A crime that somebody else reported is not that of the officer who answered."""
    text = """Response to a report of rape - Kent Police, January 2018

A woman reported a rape. We found that the officer who answered had a case to answer for misconduct. He was given management action.
"""
    assert _told_of(text) == [[]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # a date is no modal verb
        (
            "PC Alan Merrow of Kent Police will appear at Leeds Magistrates' Court on 4 May charged with two counts of perjury.",
            [("perjury", 2, None, "charged")],
        ),
        (
            "Leeds Crown Court convicted PC Alan Merrow of Kent Police of four counts of indecent assault on boys of 14 and 15.",
            [("sexual_assault_of_child", 4, None, "convicted")],
        ),
        (
            "Prosecutors withdrew an allegation of perjury against PC Alan Merrow of Kent Police at Leeds Crown Court.",
            [("perjury", 1, None, "discontinued")],
        ),
    ],
)
def test_dates_children_and_withdrawals(text: str, rows: list[Row]) -> None:
    (_, have), *_ = _subjects(text)
    assert have == rows
