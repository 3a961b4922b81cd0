"""What an oversight report says was not found, told of one officer and of several."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = (
    "Man injured during arrest - Kent Police, May 2017\n\n"
    "On 3 May 2017 officers from Kent Police arrested a man in Dover for possession of cannabis.\n"
    "Kent Police referred the incident to us.\n"
)
NOTICE = "We served an officer with a notice of investigation and interviewed the officer under misconduct caution.\n"


def told(text: str) -> list[tuple[str | None, str | None]]:
    """Finding and outcome of each subject of a report that goes on with ``text``."""
    out = []
    for subject in read(Document("x", HEAD + text + "\n")).to_dict()["subjects"]:
        proceeding = subject["proceeding"] or {}
        out.append((proceeding.get("finding"), proceeding.get("outcome")))
    return out


@pytest.mark.parametrize(
    ("words", "finding"),
    [
        # the evidence denies a breach
        ("The evidence did not suggest that the officer had breached the standards of professional behaviour.", "no_case"),
        # an opinion denies misconduct
        ("We did not consider that the officer's actions amounted to misconduct.", "no_case"),
        ("We were of the view that the officer's actions did not breach the standards of professional behaviour.", "no_case"),
        # a tribunal that could not, or would not, find it
        ("A reasonable tribunal, properly directed, could not find misconduct against the officer.", "no_case"),
        ("No reasonable panel could find that the officer had a case to answer.", "no_case"),
        # nothing was identified
        ("No conduct matters were identified for the officer.", "no_case"),
        ("The investigation did not identify any misconduct by the officer.", "no_case"),
        # allegations without a hearing
        ("In our view the allegations against the officer were not substantiated.", "no_case"),
        # a panel that denies it
        ("A misconduct panel found the officer's behaviour had not breached the standards.", "not_proven"),
        # suspected misconduct is no finding
        ("We identified potential misconduct on the part of the officer. The officer had a case to answer.", "pending"),
        # a failure to do something is no denial
        ("The officer had a case to answer for misconduct for not searching the man.", "pending"),
    ],
)  # fmt: skip
def test_denied(words: str, finding: str) -> None:
    assert told(NOTICE + words) == [(finding, None)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # cleared in general: every officer under notice
        ("We interviewed three officers under misconduct caution. One officer was also interviewed twice.\n"
         "We found no indication that any person serving with the police had behaved in a manner that would justify the "
         "bringing of disciplinary proceedings.", [("no_case", None)] * 3),
        # the verb left out
        ("We interviewed a sergeant and a constable under misconduct caution. The sergeant had a case to answer for "
         "misconduct; the constable did not.", [("pending", None), ("no_case", None)]),
        # none of them
        ("We served two officers with notices of investigation. None of them had a case to answer for misconduct.",
         [("no_case", None)] * 2),
        # the force disagreed, and saw poor performance
        ("The officer had a case to answer for misconduct. Kent Police did not agree, and dealt with the matter under "
         "unsatisfactory performance procedures.", [("no_case", "other")]),
        # a hearing that cannot be held denies nothing
        ("The officer had a case to answer for misconduct. The officer retired and so could not face misconduct "
         "proceedings.", [(None, None)]),
    ],
)  # fmt: skip
def test_of_whom(words: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert told(words) == expected
