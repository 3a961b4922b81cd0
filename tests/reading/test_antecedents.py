"""Whom a relative clause tells of; what a tribunal's own decision and labels on one line tell; linear time."""

from __future__ import annotations

import pytest
from one_subject import read_one, told
from tests.measuring import cpu_seconds

from peelian.documents import Document
from peelian.reading import read


def _subject(text: str, name: str) -> dict[str, object]:
    found = [s for s in read(Document("x", text)).to_dict()["subjects"] if s["name"] == name]
    assert found, name
    return dict(found[0])


CLAUSES = [
    # the official retired, not the subject
    (
        "PC Dana Holt was dismissed in May by Chief Constable Joan Pell, who has since retired.",
        None,
    ),
    # the subject did
    ("PC Dana Holt, who has since retired, was found by a misconduct panel to have lied.", "retired"),
    # over a clause that names another
    (
        "PC Dana Holt was cleared by a misconduct panel. PC Ross Hale, who was with Holt that night, resigned in 2016.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "resigned"), CLAUSES)
def test_whose_departure(text: str, resigned: str | None) -> None:
    page = f"Marford Mail\n\n14 March 2019\n\n{text}\n"
    assert _subject(page, "Dana Holt")["resigned"] == resigned


def test_a_tribunals_own_decision() -> None:
    page = (
        "POLICE APPEALS TRIBUNAL\n\nAppellant: former PC Dana Holt\n"
        "Chair: Mrs L Farrow   Serving member: Ch Supt D Rose\n"
        "Hearing: Wooton Hall, 14 and 15 May 2019\nDecision: 3 June 2019\n\n"
        "1. On 21 September 2018 a panel found gross misconduct and dismissed the Appellant without notice.\n\n"
        "2. We allow the appeal to this extent: we quash the dismissal and substitute a final written warning.\n\n"
        "3. The Appellant is reinstated with that warning.\n"
    )
    draft = read_one(page, kind="other")
    assert draft.appeal is not None
    assert draft.appeal.result.value == "varied"
    have = told(draft)
    assert have["kind"] == "appeal_tribunal"
    assert have["outcome"] == "final_written_warning"
    assert have["date"] == "2019-06-03"
    assert have["chair"] == "L Farrow"
    assert have["venue"] == "Wooton Hall"


def test_a_share_of_the_group() -> None:
    """What is said of two of three is not said of the third."""
    page = (
        "Two lose jobs, one keeps his\n\nMarford Mail, 14 March 2019\n\n"
        "PC Dana Holt and PC Ross Hale were dismissed by a misconduct panel. "
        "Sergeant Adrian Bolt was given a written warning for misconduct.\n"
    )
    proceeding = _subject(page, "Adrian Bolt")["proceeding"]
    assert isinstance(proceeding, dict)
    assert proceeding["outcome"] == "written_warning"


@pytest.mark.parametrize("stop", [". ", ", "])
def test_time_is_linear_in_length(stop: str) -> None:
    """Twice the page takes about twice the time, with sentences or without an end to them."""
    words = stop.join(
        [
            "On 3 May PC Dana Holt was dismissed without notice at a misconduct hearing chaired by Ivy Stone",
            "It found gross misconduct",
            "The IOPC investigated",
            "She has appealed to the Police Appeals Tribunal",
            "She was suspended on 2 April 2018",
            "",
        ]
    )

    def cost(times: int) -> float:
        return cpu_seconds(lambda: read_one(words * times, published="2019-03-14"))

    cost(10)
    short, long = cost(250), cost(1000)
    assert long < 8 * short + 0.2


@pytest.mark.parametrize(
    "unit",
    [
        "It was PC Lee, and ",
        "PC Ian Lamb and Lamb ",
        "his sergeant, who was, ",
        "PC PC PC DC Sgt ",
        "PC ",
        "PC Ann Lee ",
        "1. A constable\n",
        "PC April May told Sgt Will Power. ",
        "Grace Court, Mark Street, ",
    ],
)
def test_one_name_without_end_is_read_in_linear_time(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        return cpu_seconds(lambda: read_one(text, published="2019-03-14"))

    cost(4_000)
    assert cost(64_000) < 9 * cost(16_000) + 0.1  # 4 times the text; 16 times if quadratic
