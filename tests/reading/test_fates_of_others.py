"""What became of others is not told of the one officer whom a page names."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _named(text: str) -> dict[str, dict[str, Any]]:
    subjects = read(Document("x", text + "\n")).to_dict()["subjects"]
    return {s["name"]: s for s in subjects if s["name"]}


def _end(text: str, name: str = "Una Brill") -> tuple[str | None, str | None]:
    one = _named(text)[name]
    return (one["proceeding"] or {}).get("outcome"), one["resigned"]


@pytest.mark.parametrize(
    ("told", "end"),
    [
        (
            "PC Una Brill of Kent Police faced a misconduct hearing. Her line manager received a written warning.",
            None,
        ),
        (
            "PC Una Brill of Kent Police faced a misconduct hearing. Two of her colleagues were dismissed.",
            None,
        ),
        (
            "PC Una Brill's sergeant, who knew of it, got a final written warning. PC Brill will face a hearing in May.",
            "pending",
        ),
        (
            "Three officers have been dismissed by Kent Police. PC Una Brill will face a misconduct hearing in May.",
            "pending",
        ),
        (
            "An officer has been dismissed and another, PC Una Brill of Kent Police, given a final written warning.",
            "final_written_warning",
        ),
        (
            "One constable was sacked. The other, PC Una Brill of Kent Police, was given a written warning.",
            "written_warning",
        ),
        (
            "The officer's supervisor, an inspector, received a written warning at a meeting. PC Una Brill, of Kent Police, was dismissed without notice.",
            "dismissed_without_notice",
        ),
        (
            "PC Una Brill of Kent Police faced a misconduct hearing. The sergeant in charge of her shift has been dismissed.",
            None,
        ),
        (
            "PC Una Brill of Kent Police will face a misconduct hearing in June. It comes months after a Kent inspector was sacked.",
            "pending",
        ),
        ("PC Una Brill of Kent Police was accused of lying. The other officers were given advice.", None),
        # the page's own officer
        (
            "A Kent Police officer has been dismissed. PC Una Brill, 34, lied about her sick leave.",
            "dismissed",
        ),
        ("PC Una Brill of Kent Police faced a misconduct hearing. The officer was dismissed.", "dismissed"),
        (
            "Sergeant Una Brill of Kent Police faced a misconduct hearing. The sergeant was dismissed.",
            "dismissed",
        ),
        (
            "PC Una Brill of Kent Police, then an acting sergeant, faced a hearing. Her line manager welcomed the news that she was dismissed.",
            "dismissed",
        ),
    ],
)
def test_another_officers_end_is_not_hers(told: str, end: str | None) -> None:
    assert _end(told)[0] == end


@pytest.mark.parametrize(
    "told",
    [
        "Four officers resigned during the inquiry. A fifth, PC Una Brill of Kent Police, was dismissed.",
        "Several of her colleagues resigned. PC Una Brill of Kent Police was dismissed.",
        "Two officers retired before the hearing. Another, PC Una Brill of Kent Police, was dismissed.",
    ],
)
def test_another_officers_leaving_is_not_hers(told: str) -> None:
    assert _end(told) == ("dismissed", None)


def test_allegations_counted_off_are_no_officers() -> None:
    told = "PC Una Brill of Kent Police faced a hearing over three allegations. The first was dismissed, the second was proved. She was given a written warning."
    assert _end(told)[0] == "written_warning"
    of_several = "PC Una Brill, PC Tom Dace and Sgt Ned Orr faced a hearing over three allegations. The first was dismissed."
    assert {(_end(of_several, n)[0]) for n in ("Una Brill", "Tom Dace", "Ned Orr")} == {None}


_THREE = "PC Una Brill, PC Tom Dace and Sgt Ned Orr, of Kent Police, faced a misconduct hearing. "


@pytest.mark.parametrize(
    ("told", "ends"),
    [
        (
            "The first was dismissed, the second was given a final written warning and the third got a written warning.",
            ("dismissed", "final_written_warning", "written_warning"),
        ),
        (
            "The first two were dismissed without notice and the sergeant received a written warning.",
            ("dismissed_without_notice", "dismissed_without_notice", "written_warning"),
        ),
        (
            "The last was dismissed and the other two were given written warnings.",
            ("written_warning", "written_warning", "dismissed"),
        ),
        (
            "The two constables were dismissed and the sergeant was given a written warning.",
            ("dismissed", "dismissed", "written_warning"),
        ),
        # whom the words mean is not told
        ("The former were dismissed and the latter was given a written warning.", (None, None, None)),
    ],
)
def test_those_meant_by_their_place(told: str, ends: tuple[str | None, ...]) -> None:
    assert tuple(_end(_THREE + told, n)[0] for n in ("Una Brill", "Tom Dace", "Ned Orr")) == ends


@pytest.mark.parametrize(
    "decider", ["Chief Constable", "Assistant Chief Constable", "superintendent", "inspector"]
)
def test_who_finds_and_dismisses_is_nobody_elses_fate(decider: str) -> None:
    text = (
        "Sergeant Nerys Carrow appeared at a misconduct hearing on 1 March 2023. "
        f"The {decider} found that this was gross misconduct. The {decider} dismissed Sergeant Carrow without notice."
    )
    (carrow,) = read(Document("x", text)).subjects
    assert carrow.proceeding is not None
    assert carrow.proceeding.finding == "gross_misconduct"
    assert carrow.proceeding.outcome == "dismissed_without_notice"
