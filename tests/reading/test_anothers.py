"""Whose end it is: a dismissal told in a sentence on a named officer that is somebody else's, foreseen, demanded, or long past."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

HALE = "PC Adam Hale of Kent Police"


def _told(text: str) -> tuple[Any, Any]:
    subjects = read(Document("x", text)).to_dict()["subjects"]
    s = next((s for s in subjects if s["name"] == "Adam Hale"), None)
    p = (s or {}).get("proceeding") or {}
    return p.get("finding"), p.get("outcome")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (f"{HALE}, whose sergeant was dismissed last year, received a written warning from a misconduct panel.", "written_warning"),
        (f"{HALE} gave evidence at the misconduct hearing at which his sergeant was dismissed.", None),
        (f"{HALE} was acting as police friend to a constable who was sacked by a misconduct panel.", None),
        (f"{HALE} chaired the misconduct panel that sacked a sergeant.", None),
        (f"{HALE}, a constable who was sacked by a misconduct panel last May, has written a book.", "dismissed"),
        (f"A misconduct panel has sacked a constable. {HALE} had lied about an arrest.", "dismissed"),
        (f"{HALE} will almost certainly be dismissed at an accelerated hearing next month.", "pending"),
        (f"A judge said {HALE} would inevitably lose his job. An accelerated hearing will be held in June.", "pending"),
        (f"{HALE} was nearly dismissed by a misconduct panel, which gave him a final written warning.", "final_written_warning"),
        (f"Campaigners demanded that {HALE} be sacked. The misconduct panel gave him a written warning.", "written_warning"),
        (f"The misconduct panel ordered that {HALE} be dismissed.", "dismissed"),
        (f"The misconduct panel dismissed {HALE}'s application to adjourn. The hearing goes on.", "pending"),
        (f"A misconduct panel heard that {HALE} was given a written warning in 2015 for lateness. It sacked him.", "dismissed"),
        (f"{HALE}, who was given a written warning in 2015, was sacked by a misconduct panel.", "dismissed"),
    ],
)  # fmt: skip
def test_whose_dismissal_it_is(text: str, outcome: str | None) -> None:
    assert _told(text)[1] == outcome


def test_all_but_one_were_cleared() -> None:
    assert _told(f"All but {HALE} were cleared by the misconduct panel.")[0] is None
    assert _told(f"All three, {HALE} among them, were cleared by the misconduct panel.")[0] == "not_proven"


def test_an_older_warning_is_no_outcome_of_whoever_was_cleared() -> None:
    text = f"{HALE}, who was given a final written warning in 2015, was cleared by a misconduct panel on 5 May 2019."
    assert _told(text) == ("not_proven", None)
