"""Who left of himself and who only thought of it, who is barred, and of whom the verb tells after "the sergeant who reported PC Hale"."""

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


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("PC Adam Hale quit Kent Police after being told of a misconduct investigation.", "resigned"),
        ("Kent Police PC Adam Hale's resignation takes effect on 1 June. A misconduct hearing had been planned.", "resigned"),
        ("Sgt Adam Hale, Kent Police: retired March 2013, no misconduct proceedings.", "retired"),
        (f"{HALE} tendered his resignation but the force declined to accept it. A misconduct panel sacked him.", None),
        (f"{HALE} considered resigning. A misconduct panel sacked him.", None),
        (f"{HALE} ruled out retiring before the case ended. A misconduct panel sacked him.", None),
        (f"The sergeant who reported {HALE} has resigned. A misconduct panel sacked Hale.", None),
        (f"The sergeant reported {HALE}, who has resigned. A misconduct panel had sacked Hale.", "resigned"),
    ],
)  # fmt: skip
def test_who_left(text: str, left: str | None) -> None:
    assert _subject(text)["resigned"] == left


@pytest.mark.parametrize(
    ("text", "barred"),
    [
        (f"{HALE} was sacked by a misconduct panel. His name joins the register of banned officers.", True),
        (f"{HALE} was sacked by a misconduct panel and is banned for life from joining any force.", True),
        (
            f"{HALE} was sacked by a misconduct panel. If it had been for dishonesty he would be on the barred list.",
            None,
        ),
        (f"{HALE} could be placed on the barred list if a misconduct panel sacks him in June.", None),
    ],
)
def test_who_is_barred(text: str, barred: bool | None) -> None:
    assert _subject(text)["barred"] is barred


@pytest.mark.parametrize(
    ("text", "finding", "outcome"),
    [
        (f"The inspector who accused {HALE} was sacked. A misconduct panel gave Hale a written warning.", None, "written_warning"),
        (f"Neither PC Tom Merrick nor {HALE} was sacked by the misconduct panel, which gave both written warnings.", None, "written_warning"),
        (f"PC Tom Merrick and {HALE} went before a misconduct panel. Merrick was sacked and Hale warned in writing.", None, "written_warning"),
        (f"The panel cleared PC Tom Merrick but found gross misconduct against {HALE}, who was sacked.", "gross_misconduct", "dismissed"),
        (f"The panel found gross misconduct against PC Tom Merrick, who was sacked, but cleared {HALE}.", "not_proven", None),
        (f"{HALE} was told by the misconduct panel that he was guilty of gross misconduct and would be sacked.", "gross_misconduct", "dismissed"),
    ],
)  # fmt: skip
def test_of_whom_it_is_told(text: str, finding: str | None, outcome: str | None) -> None:
    p = _subject(text)["proceeding"] or {}
    assert (p.get("finding"), p.get("outcome")) == (finding, outcome)


def test_a_dismissal_that_a_court_quashed_is_none() -> None:
    assert (_subject(f"The High Court quashed the sacking of {HALE}.")["proceeding"] or {}).get(
        "outcome"
    ) is None
    kept = _subject(f"The High Court refused to quash the sacking of {HALE} by a misconduct panel.")[
        "proceeding"
    ]
    assert kept["outcome"] == "dismissed"


@pytest.mark.parametrize(
    ("text", "result", "outcome"),
    [
        (f"The Police Appeals Tribunal cut the penalty for {HALE} from dismissal to a final written warning.", "varied", "final_written_warning"),
        (f"The Police Appeals Tribunal said dismissal was too harsh and gave {HALE} a final written warning.", "varied", "final_written_warning"),
        (f"{HALE} was sacked in 2018. The Police Appeals Tribunal, in May 2019, upheld that decision.", "dismissed", "dismissed"),
        (f"An appeal by a sacked constable has failed. {HALE} was dismissed in 2018.", "dismissed", "dismissed"),
        (f"A Police Appeals Tribunal will next month consider the case of {HALE}, who was sacked in 2018.", "pending", "dismissed"),
    ],
)  # fmt: skip
def test_what_a_tribunal_did(text: str, result: str, outcome: str) -> None:
    s = _subject(text)
    assert (s["appeal"]["result"], s["proceeding"]["outcome"]) == (result, outcome)


def test_a_court_that_sends_a_case_back_is_no_tribunal() -> None:
    text = f"A misconduct panel cleared {HALE}. The High Court quashed that and remitted the case to a differently constituted panel."
    assert _subject(text)["appeal"] is None


def test_an_internal_appeal_is_no_tribunals() -> None:
    text = "Kent Police dismissed custody detention officer Adam Hale. The decision has been upheld on an internal appeal."
    assert _subject(text)["appeal"] is None


@pytest.mark.parametrize(
    "text",
    [
        f"A misconduct panel cleared {HALE} in March 2019. The High Court quashed that and remitted the case to a differently constituted panel.",
        "A judge has quashed the dismissal of PC Adam Hale. The Kent Police officer was sacked by a misconduct panel in 2011. Mr Justice Orme sent the case back to be heard afresh.",
    ],
)
def test_what_a_court_sent_back_is_to_be_decided(text: str) -> None:
    s = _subject(text)
    assert s["appeal"] is None
    assert (s["proceeding"]["finding"], s["proceeding"]["outcome"]) == ("pending", "pending")


def test_what_was_decided_since_a_court_sent_it_back_counts() -> None:
    text = (
        f"A misconduct panel cleared {HALE} in March 2019. The High Court quashed that and remitted the case to a different panel. "
        "In May 2020 that panel found gross misconduct and dismissed him."
    )
    p = _subject(text)["proceeding"]
    assert (p["finding"], p["outcome"]) == ("gross_misconduct", "dismissed")
