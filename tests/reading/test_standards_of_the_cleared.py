"""The standards of an officer in whose case an oversight body found nothing to answer: none."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def _proceeding(text: str) -> dict[str, Any]:
    found: dict[str, Any] = read(Document("x", text)).to_dict()["subjects"][0]["proceeding"]
    return found


def test_no_standard_was_breached_where_there_was_no_case() -> None:
    told = _proceeding(
        "Checks on an applicant - Kent Police, May 2018\n\n"
        "Our investigator interviewed a sergeant under misconduct caution.\n"
        "There was insufficient evidence that the sergeant's duties were laid down anywhere, and so that there had been a breach "
        "of the standards of professional behaviour around duties and responsibilities. "
        "We found that the sergeant had no case to answer for misconduct."
    )
    assert (told["kind"], told["finding"], told["standards"]) == ("not_stated", "no_case", [])


def test_the_standards_that_a_meeting_found_breached_stand() -> None:
    told = _proceeding(
        "Checks on an applicant - Kent Police, May 2018\n\n"
        "We found that the sergeant had a case to answer for misconduct. At a misconduct meeting in May 2019 the sergeant was "
        "found to have breached the standards of professional behaviour in respect of duties and responsibilities and was given "
        "a written warning."
    )
    assert (told["kind"], told["standards"]) == ("misconduct_meeting", ["duties_and_responsibilities"])
