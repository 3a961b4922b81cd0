"""Decisions in few words: a line that signs, what a dissenter would have found, a force that corrects itself, who spoke at a hearing."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

HALE = "PC Adam Hale of Kent Police"


def _subject(text: str) -> dict[str, Any]:
    subjects = read(Document("x", text)).to_dict()["subjects"]
    found: dict[str, Any] = next(s for s in subjects if s["name"] == "Adam Hale")
    return found


def _told(text: str, *fields: str) -> tuple[Any, ...]:
    p = _subject(text)["proceeding"] or {}
    return tuple(p.get(f) for f in fields)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"The misconduct panel finds gross misconduct by {HALE}. He is dismissed without notice. Dated 5 May 2023.", "2023-05-05"),
        (f"The misconduct panel gave {HALE} a written warning. Maidstone, 5 May 2023.", "2023-05-05"),
        (f"The misconduct panel gave {HALE} a written warning. Published 5 May 2023.", None),
        (f"The misconduct panel gave {HALE} a written warning. He joined on 5 May 2003.", None),
        (f"PC Tom Merrick was sacked on 20 June 2018, a week after {HALE} was sacked by another misconduct panel on 13 June 2018.", "2018-06-13"),
    ],
)  # fmt: skip
def test_the_day(text: str, day: str | None) -> None:
    assert _told(text, "date") == (day,)


@pytest.mark.parametrize(
    ("text", "finding", "outcome"),
    [
        (f"The panel found misconduct; its chairman would have gone further and found gross misconduct. {HALE} was given a written warning.", "misconduct", "written_warning"),
        (f"Breaches by {HALE} were all found proved at gross misconduct level by the panel.", "gross_misconduct", None),
        (f'"The allegations are dismissed," the chair of the misconduct panel told {HALE}.', "not_proven", None),
        (f'The misconduct panel was "within a whisker" of dismissing {HALE}. He was given a final written warning.', None, "final_written_warning"),
        (f"Kent Police regrets that in a statement of 3 July it said {HALE} was guilty of gross misconduct. The panel's finding was misconduct. He has a written warning.", "misconduct", "written_warning"),
        (f"A union official said {HALE} should get his job back. He was sacked by a misconduct panel.", None, "dismissed"),
    ],
)  # fmt: skip
def test_what_was_decided(text: str, finding: str | None, outcome: str | None) -> None:
    assert _told(text, "finding", "outcome") == (finding, outcome)


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("Kent Police dismissed PC Adam Hale. At the accelerated hearing, Chief Constable Jane Roe said that he had shamed the force.", "Jane Roe"),
        ("Kent Police dismissed PC Adam Hale. After the accelerated hearing, Chief Constable Jane Roe said that he had shamed the force.", None),
        ('"You leave with a job," Chief Superintendent Jane Roe told PC Adam Hale of Kent Police, handing him a final written warning at a misconduct hearing.', "Jane Roe"),
        ("Presiding at the Kent Police hearing, Deputy Chief Constable Jane Roe told PC Adam Hale that his service was terminated without notice.", "Jane Roe"),
        ("Police Appeals Tribunal. Appellant: ex-PC Adam Hale, Kent Police. Chair: Mr Tom Rowe. Decision: appeal dismissed. The dismissal on 10 May 2012 stands.", "Tom Rowe"),
    ],
)  # fmt: skip
def test_who_presided(text: str, chair: str | None) -> None:
    assert _told(text, "chair") == (chair,)


def test_a_chair_and_a_dismissal_make_a_hearing() -> None:
    text = f"{HALE} would have been sacked had he not resigned, said chair Jane Roe. It was gross misconduct."
    assert _told(text, "kind", "outcome") == ("misconduct_hearing", "would_have_been_dismissed")


def test_a_hearing_that_was_to_have_been_faced_keeps_its_kind() -> None:
    text = f"{HALE} was to have faced a gross misconduct hearing today. He resigned yesterday and it will not now go ahead."
    assert _told(text, "kind", "finding", "outcome") == ("misconduct_hearing", None, None)


def test_a_tribunal_that_substitutes_another_sanction() -> None:
    text = "The tribunal substituted for the panel's sanction on Inspector Adam Hale one of reduction in rank. He had been dismissed by Kent Police in 2021."
    s = _subject(text)
    assert (s["appeal"]["result"], s["proceeding"]["kind"]) == ("varied", "appeal_tribunal")
