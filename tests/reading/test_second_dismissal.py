"""Small things that were read wrongly: a second dismissal, a case that would have been, a day of another clause, an old year."""

from __future__ import annotations

import json
from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _subject(text: str) -> dict[str, Any]:
    subject: dict[str, Any] = json.loads(read(Document(id="d", text=text)).to_json())["subjects"][0]
    return subject


@pytest.mark.parametrize(
    ("then", "date", "outcome"),
    [
        ("He was dismissed again on 4 May 2021 after a misconduct hearing.", "2021-05-04", "dismissed"),
        (
            "Last year he was sacked for a second time, without notice, after a misconduct hearing.",
            None,
            "dismissed_without_notice",
        ),
    ],
)
def test_the_second_dismissal_counts(then: str, date: str | None, outcome: str) -> None:
    told = _subject(
        f"PC Ivo Firth was sacked by Cleveland Police in 2017, won his appeal, and was reinstated in 2018. {then}"
    )
    assert told["appeal"] == {"kind": "tribunal", "result": "allowed"}
    assert told["proceeding"]["kind"] == "misconduct_hearing"
    assert (told["proceeding"]["date"], told["proceeding"]["outcome"]) == (date, outcome)


def test_who_is_only_given_back_the_job_is_reinstated() -> None:
    told = _subject(
        "PC Ivo Firth was dismissed in 2017 but the Police Appeals Tribunal allowed his appeal and Cleveland Police reinstated him in March 2018. He could not go through it again, he said."
    )
    assert told["proceeding"]["outcome"] == "reinstated"


def test_a_case_that_would_have_been_is_not_pending() -> None:
    told = _subject(
        "The IOPC found that Sgt Ivo Firth, of Cleveland Police, would have had a case to answer for gross misconduct had he not died in 2019."
    )
    assert told["proceeding"] is None
    told = _subject(
        "The IOPC found that Sgt Ivo Firth, of Cleveland Police, has a case to answer for gross misconduct."
    )
    assert told["proceeding"]["finding"] == "pending"


def test_the_day_of_another_clause_is_not_when_somebody_joined() -> None:
    told = _subject(
        "PC Ivo Firth failed to say when he joined Cleveland Police that he had been convicted of theft in 2009 at Durham Crown Court."
    )
    assert told["joined"] is None
    assert (
        _subject("PC Ivo Firth, who joined Cleveland Police in 2009, was dismissed without notice.")["joined"]
        == "2009"
    )


def test_an_old_year_is_the_year_that_is_printed() -> None:
    told = _subject("PC Saul Atwell, of the Metropolitan Police, was dismissed on 29 September 1829.")
    assert told["proceeding"]["date"] == "1829-09-29"


def test_an_association_of_superintendents_is_nobody() -> None:
    text = 'Chief constables will chair misconduct hearings from today. Superintendent Mary Lowe of the Police Superintendents\' Association said: "Officers who are dismissed deserve a right of appeal."'
    assert json.loads(read(Document(id="d", text=text)).to_json())["subjects"] == []
