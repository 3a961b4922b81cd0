"""Parts of a group named first, and what a pronoun tells of one of whom only a deed was told."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

_HEAD = """Response to detention of a man - Durham Constabulary, November 2018

Published: 4 Mar 2021

A man was taken to custody at Peterlee. We began an independent investigation. We are the IOPC.

"""


def _ends(words: str) -> list[tuple[str | None, str | None, str | None]]:
    """Rank, finding and outcome of each subject, in order."""
    told = read(Document("x", _HEAD + words)).to_dict()["subjects"]
    cases = [(s["rank"], s["proceeding"] or {}) for s in told]
    return [(rank, p.get("finding"), p.get("outcome")) for rank, p in cases]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        (
            "Of the two detention officers on shift, one was given a written warning. The other received words of advice.",
            [("police_staff", None, "written_warning"), ("police_staff", None, "management_advice")],
        ),
        (
            "Of three constables at the scene, one was given reflective practice. The others faced no action.",
            [("police_constable", None, "reflective_practice")]
            + [("police_constable", None, "no_action")] * 2,
        ),
        (
            "Three constables attended. One of them was given reflective practice. The other two had no case to answer.",
            [("police_constable", None, "reflective_practice")] + [("police_constable", "no_case", None)] * 2,
        ),
        (
            "One of the two call takers did not check the man. This person was dismissed at a hearing.",
            [("police_staff", None, "dismissed")],
        ),
        (
            "A police constable was alleged not to have told the sergeant. We found no case for her to answer.",
            [("police_constable", "no_case", None)],
        ),
        (
            "The custody sergeant had a case to answer for gross misconduct. A hearing found misconduct and he received "
            "a written warning.\n\nAn inspector who reviewed the detention retired in June 2019 and did not answer us.",
            [("sergeant", "misconduct", "written_warning")],
        ),
    ],
)
def test_each_of_a_group_has_an_end_of_his_own(
    words: str, ends: list[tuple[str | None, str | None, str | None]]
) -> None:
    assert _ends(words) == ends


def test_those_interviewed_together_split_into_pairs() -> None:
    words = (
        "We interviewed four members of staff under the misconduct caution.\n\nOf the two detention officers on shift, one was dismissed at a hearing. "
        "The other made every visit. He was found to have a case to answer and received words of advice.\n\n"
        "A police constable had no case to answer."
    )
    assert _ends(words) == [
        ("police_staff", None, "dismissed"),
        ("police_staff", None, "management_advice"),
        ("police_constable", "no_case", None),
    ]


def test_those_without_a_letter_beside_lettered_officers() -> None:
    words = (
        "Police Constable A took the first report. We found a case to answer for misconduct. She was given a written "
        "warning.\n\nPC B took later reports. We considered that he had no case to answer, as his supervisor had agreed.\n\n"
        "That supervisor, an acting sergeant, did not link them. The force dealt with it by way of reflective practice.\n\n"
        "The fourth was an inspector, who cancelled visits. In our view he had a case to answer for gross misconduct. "
        "The force held a misconduct hearing in November 2019 and the panel dismissed the allegation as not proved."
    )
    assert _ends(words) == [
        ("police_constable", None, "written_warning"),
        ("police_constable", "no_case", None),
        ("sergeant", None, "reflective_practice"),
        ("inspector", "not_proven", None),
    ]


def test_the_first_and_the_third_of_a_group() -> None:
    words = (
        "Of the constables, the first took no statement. We thought he had a case to answer for misconduct. He attended a "
        "misconduct meeting in May 2018 and was given a written warning.\n\n"
        "The detective sergeant had a case to answer for gross misconduct. She received a final written warning."
    )
    assert sorted(end[2] or "" for end in _ends(words)) == ["final_written_warning", "written_warning"]
    assert [end[0] for end in _ends(words) if end[2] == "written_warning"] == ["police_constable"]
