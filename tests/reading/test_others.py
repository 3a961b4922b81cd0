"""Officers whom a page of named ones does not name: what was not done to them takes nothing back of the named ones'."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

_HEAD = "CPS statement: officers charged\n\n11/06/2013\n\n"
_NAMED = "PC Stuart Farthingale and PC Pia Quillfeather of Northamptonshire Police will be charged with common assault.\n\n"


def _subjects(text: str) -> list[dict[str, Any]]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return subjects


@pytest.mark.parametrize(
    ("told", "ranks"),
    [
        ("No charges will be brought against a third officer, a sergeant, because there is insufficient evidence.", ["sergeant"]),
        ("I have also considered the evidence in relation to a third officer, a sergeant. There is insufficient evidence for a realistic prospect of conviction and no further action will be taken against the sergeant.", ["sergeant"]),
        ("The CPS has decided that two other officers should not face charges.", [None, None]),
    ],
)  # fmt: skip
def test_no_charge_against_a_third_officer_leaves_the_charges_of_the_named(
    told: str, ranks: list[str | None]
) -> None:
    subjects = _subjects(_HEAD + _NAMED + told + "\n")
    assert [s["name"] for s in subjects[:2]] == ["Stuart Farthingale", "Pia Quillfeather"]
    assert [[o["stage"] for o in s["offences"]] for s in subjects[:2]] == [["charged"], ["charged"]]
    assert [s["rank"] for s in subjects[2:]] == ranks
    assert all(s["proceeding"] is None for s in subjects)


def test_a_statement_that_is_all_a_quotation_is_read_as_any_other() -> None:
    text = (
        _HEAD
        + 'Baljit Orme, a senior lawyer in the Special Crime and Counter Terrorism Division of the CPS, said:\n\n"I have decided that PC Stuart Farthingale '
        "of Northamptonshire Police should be charged with common assault in relation to an incident in which a boy was detained.\n\n"
        '"I have also considered the evidence in relation to a second officer, a sergeant. I have decided that there is insufficient evidence for a realistic prospect '
        'of conviction and no further action will be taken against the sergeant."\n'
    )
    first, second = _subjects(text)
    assert [(o["offence"], o["stage"]) for o in first["offences"]] == [("common_assault", "charged")]
    assert (second["name"], second["rank"], second["offences"]) == (None, "sergeant", [])
