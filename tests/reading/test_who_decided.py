"""Who decided a case, who only retired since, and what an appeal of staff or a tribunal made of it."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

_PAGE = "Officer sacked\n\nKent Herald, 14 March 2022\n\nPC Tom Dunn, of Kent Police, was convicted of theft in May. {}\n"


def _subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return found


@pytest.mark.parametrize(
    ("words", "chair"),
    [
        (
            "At a misconduct hearing on Thursday Chief Superintendent Ranald Pike found a breach of the standards and dismissed him.",
            "Ranald Pike",
        ),
        (
            "Acting Chief Constable Ada Flint gave him his marching orders on Friday at a fast-track hearing in Maidstone.",
            "Ada Flint",
        ),
        (
            "Deputy Chief Constable Ada Flint told the special case hearing that he had thrown away a career and sacked him on the spot.",
            "Ada Flint",
        ),
    ],
)
def test_chief_officer_who_dismissed(words: str, chair: str) -> None:
    assert _subjects(_PAGE.format(words))[0]["proceeding"]["chair"] == chair


def test_solicitor_who_defends_is_no_chair() -> None:
    words = "He was dismissed on Friday after a hearing. Solicitor Marcus Flint, defending, said Dunn had lost his job."
    assert _subjects(_PAGE.format(words))[0]["proceeding"]["chair"] is None


def test_whoever_decided_and_has_retired() -> None:
    words = "He was dismissed at a hearing. Chief Constable Ada Flint, who took the decision and has since retired, said it was right."
    assert [(s["name"], s["resigned"]) for s in _subjects(_PAGE.format(words))] == [("Tom Dunn", None)]


@pytest.mark.parametrize(
    ("words", "outcome", "result"),
    [
        (
            "He was dismissed in June. His appeal was heard on 4 January by Assistant Chief Constable Ann Flint, who reinstated him.",
            "reinstated",
            "allowed",
        ),
        (
            "He was dismissed in June. The tribunal substituted a written warning on 4 January.",
            "written_warning",
            "varied",
        ),
        (
            "He was sacked in June. The PAT has knocked that down to a final written warning.",
            "final_written_warning",
            "varied",
        ),
    ],
)
def test_what_an_appeal_made_of_it(words: str, outcome: str, result: str) -> None:
    page = (
        "Officer sacked\n\nKent Herald, 14 March 2022\n\nPC Tom Dunn, of Kent Police, lied about a form. "
        + words
    )
    (dunn,) = _subjects(page)
    assert dunn["proceeding"]["kind"] == "appeal_tribunal"
    assert dunn["proceeding"]["outcome"] == outcome
    assert dunn["appeal"] == {"kind": "tribunal", "result": result}


def test_what_a_tribunal_is_only_asked_to_do() -> None:
    page = (
        "Cleared\n\nKent Herald, 3 June 2016\n\nThe Court of Appeal has cleared PC Jade Fenn, of Kent Police. Quashing her "
        "conviction for theft, Lady Justice Obi said there was no evidence. She was dismissed at a hearing in May 2014. "
        "Her lawyers expect to ask the Police Appeals Tribunal to set aside the dismissal."
    )
    (fenn,) = _subjects(page)
    assert fenn["appeal"] == {"kind": "criminal", "result": "allowed"}
    assert (fenn["proceeding"]["outcome"], fenn["proceeding"]["date"]) == ("dismissed", "2014-05")


def test_entries_opened_by_a_county_and_a_dash() -> None:
    page = """March's conduct cases

Kent Herald, 3 April 2022

STAFFS - Insp Gideon Laver was before a misconduct hearing at Stafford on 9 March for lying about a tin. He was dismissed without notice.

KENT - PC Caspian Rudge, of the Medway team, tasered a man who was sitting down. He was given a final written warning on 14 March.

MERSEYSIDE - DC Philomena Stroud was cleared of misconduct by a panel on 22 March. She had claimed expenses for a day off.
"""
    assert [(s["name"], s["force"]) for s in _subjects(page)] == [
        ("Gideon Laver", "staffordshire"),
        ("Caspian Rudge", "kent"),
        ("Philomena Stroud", "merseyside"),
    ]
