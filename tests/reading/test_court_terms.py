"""Which term counts, whose it is, and on which day it was passed: ways of telling that no label had."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _first(text: str, published: str | None = None) -> dict[str, Any]:
    """The first subject of a text."""
    reading: dict[str, Any] = read(Document("t", text, published=published)).to_dict()
    assert reading["subjects"], "nobody was found"
    subject: dict[str, Any] = reading["subjects"][0]
    return subject


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        # the lead names nobody
        (
            "Ex-officer who stalked his partner\n\nA man who stalked his partner while he was serving with Gwent Police has been jailed for four years.\n\n"
            "Owen Pryor, 33, a constable with Gwent Police, admitted stalking at Newport Crown Court.",
            [("imprisonment", "P4Y", None)],
        ),
        # a sentence put off is not a term, nor is a fine of pay a court's
        (
            "PC Owen Pryor of Kent Police admitted fraud at Leeds Crown Court. Sentence was put off for six months.",
            [],
        ),
        ("PC Owen Pryor of Kent Police was fined five days' pay by a disciplinary board.", []),
        # one court's sum of its own terms
        (
            "PC Owen Pryor of Kent Police was sentenced at Leeds Crown Court. For the fraud it is five years' imprisonment, "
            "for the theft two years' imprisonment. That makes seven years.",
            [("imprisonment", "P7Y", None)],
        ),
        # nobody gets seventy years
        (
            "Gang with an officer in it jailed for 71 years\n\nPC Owen Pryor of Kent Police was jailed for 12 years at Leeds Crown Court for theft.",
            [("imprisonment", "P12Y", None)],
        ),
        # a name and a term, and no verb
        (
            "Former PC Owen Pryor of Kent Police was convicted of theft at Leeds Crown Court.\n\nPryor: 27 months, immediate.",
            [("imprisonment", "P27M", None)],
        ),
        # a sentence quashed is a sentence changed
        (
            "PC Owen Pryor of Kent Police was given two years' imprisonment suspended for two years at Leeds Crown Court for theft.\n\n"
            "The Court of Appeal quashed the suspended sentence and in its stead imposed four years' imprisonment.",
            [("imprisonment", "P4Y", None)],
        ),
    ],
)
def test_the_term_that_counts(text: str, terms: list[tuple[str, str | None, str | None]]) -> None:
    have = [(s["kind"], s["length"], s["suspended_for"]) for s in _first(text)["sentences"]]
    assert have == terms


def test_a_sentence_quashed_leaves_the_conviction() -> None:
    """The appeal is varied, and nobody was acquitted."""
    subject = _first(
        "PC Owen Pryor of Kent Police was convicted of theft and jailed for three years at Leeds Crown Court. "
        "The Court of Appeal quashed the sentence and put two years in its place."
    )
    assert [o["stage"] for o in subject["offences"]] == ["convicted"]
    assert subject["appeal"] == {"kind": "criminal", "result": "varied"}


def test_all_are_suspended() -> None:
    """One period told of several terms."""
    text = (
        "PC Owen Pryor and PC Ann Lee of Kent Police were sentenced at Leeds Crown Court for theft. "
        "Pryor was jailed for eight months and Lee for four months, both suspended for a year."
    )
    subjects = read(Document("t", text)).to_dict()["subjects"]
    assert [s["sentences"][0]["suspended_for"] for s in subjects] == ["P1Y", "P1Y"]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        # Friday 16 June 2023 is the day of publication
        ("Magistrates in Leeds convicted her on Monday of theft. She was given a conditional discharge.", "2023-06-12"),
        ("She was jailed for a year at Leeds Crown Court. Judge Ann Stone told her yesterday that she had lied.", "2023-06-15"),
        ("She was jailed for a year for theft, at a hearing on Thursday.", "2023-06-15"),
        ("She pleaded guilty to theft last month and was jailed for a year at Leeds Crown Court yesterday.", "2023-06-15"),
        ("On 7 June at Leeds Crown Court a judge jailed her for a year for theft, she having pled guilty on 9 May.", "2023-06-07"),
        # convicted then, and sentenced on a day that is not told
        ("She was found guilty of theft on Monday and the case was adjourned for reports. She was later fined £90.", None),
    ],
)  # fmt: skip
def test_the_day_of_sentence(told: str, day: str | None) -> None:
    subject = _first(f"Officer in court\n\nPC Ann Lee of Kent Police stole from a shop. {told}", "2023-06-16")
    assert subject["sentenced_on"] == day


def test_the_day_above_an_entry_of_a_timeline() -> None:
    text = (
        "PC Ann Lee: how the case unfolded\n\n3 February 2021\nPC Ann Lee of Kent Police is arrested on suspicion of theft.\n\n"
        "14 January 2022\nLee is charged with theft.\n\n1 December 2022\nJudge Bo Stone sentences Lee to two years in prison at Leeds Crown Court for theft."
    )
    assert _first(text)["sentenced_on"] == "2022-12-01"


def test_the_verb_may_is_no_month() -> None:
    text = (
        "On 11 January 2022, before Leeds Magistrates' Court, PC Ann Lee of Kent Police admitted drink-driving. "
        "She was fined £90 and may not drive for 22 months."
    )
    assert _first(text)["sentenced_on"] == "2022-01-11"


@pytest.mark.parametrize(
    "told",
    [
        "A disciplinary board found neglect of duty proved and he was fined £200.",
        "He was fined 13 days' pay for neglect of duty.",
    ],
)
def test_a_fine_of_the_discipline_code(told: str) -> None:
    """A board's fine is not a sentence; a court's is."""
    assert _first(f"PC Owen Pryor of Kent Police slept on duty. {told}")["sentences"] == []
    fined = _first(
        "PC Owen Pryor of Kent Police admitted careless driving at Leeds Magistrates' Court and was fined £200."
    )
    assert [s["amount"] for s in fined["sentences"]] == [200]


def test_the_old_bailey_is_written_in_official_form() -> None:
    subject = _first("PC Owen Pryor of Kent Police was jailed for two years at the Old Bailey for perjury.")
    assert subject["courts"] == ["Central Criminal Court"]


def test_the_next_day() -> None:
    subject = _first(
        "On Monday 31 May 2021 a jury at Leeds Crown Court found PC Owen Pryor of Kent Police guilty of theft. "
        "He was back before the judge the next day and was jailed for eight months."
    )
    assert subject["sentenced_on"] == "2021-06-01"


def test_unduly_lenient() -> None:
    """The term of the reference stands, and is not suspended."""
    subject = _first(
        "Former PC Owen Pryor of Kent Police was given two years, suspended, at Leeds Crown Court for theft. "
        "His suspended sentence was unduly lenient and he must go to prison for three years, the Court of Appeal said."
    )
    assert [(s["kind"], s["length"]) for s in subject["sentences"]] == [("imprisonment", "P3Y")]
