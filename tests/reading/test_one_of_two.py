"""Two officers of one page: what is told of one in relation to the other is told of that one alone."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

_PAGE = """Officers dealt with over arrest

Two Northmoor Police officers have been dealt with at a misconduct hearing after a man was hurt in custody.

PC Adam Tilling{} and Sgt Omar Vance{} had denied gross misconduct at the hearing in Denby, which ended on 12 May 2022.

{}
"""
_DISMISSED, _FINAL = "dismissed_without_notice", "final_written_warning"


def outcomes(told: str, ages: tuple[str, str] = ("", "")) -> list[tuple[str, str | None]]:
    found = read(Document("x", _PAGE.format(*ages, told))).to_dict()["subjects"]
    return [(one["name"], one["proceeding"]["outcome"]) for one in found]


@pytest.mark.parametrize(
    "told",
    [
        "Tilling was dismissed without notice and his sergeant received a final written warning.",
        "The sergeant was given a final written warning, but his colleague was dismissed without notice.",
        "Sgt Vance was given a final written warning. His fellow officer was dismissed without notice.",
        "The former was dismissed without notice and the latter given a final written warning.",
        "Dismissing Tilling without notice, the chair said he had lied. Vance was given a final written warning.",
        "Sgt Vance was given a final written warning, the force said, as it dismissed Tilling without notice.",
        "Clearing neither man, the panel dismissed Tilling without notice and gave Vance a final written warning.",
    ],
)
def test_each_keeps_what_is_told_of_him(told: str) -> None:
    assert outcomes(told) == [("Adam Tilling", _DISMISSED), ("Omar Vance", _FINAL)]


def test_the_younger_is_known_by_the_ages_and_nobody_where_they_are_not_told() -> None:
    told = (
        "The younger man was dismissed without notice. The older officer was given a final written warning."
    )
    assert outcomes(told, (", 29,", ", 41,")) == [("Adam Tilling", _DISMISSED), ("Omar Vance", _FINAL)]
    assert outcomes(told, (", 52,", ", 41,")) == [("Adam Tilling", _FINAL), ("Omar Vance", _DISMISSED)]
    assert outcomes("The younger man was dismissed without notice.") == [
        ("Adam Tilling", None),
        ("Omar Vance", None),
    ]
