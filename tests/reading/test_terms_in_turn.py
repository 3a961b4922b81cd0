"""Terms told in turn, with the unit told once, and the terms and verdicts of others that are no officer's own."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

TWO = """Two sentenced

Moorland Times
3 March 2023

PC Gail Stroud, 31, and Sgt Piers Noakes, 46, both of Cumbria Police, were convicted of fraud at Carlisle Crown Court. {}
"""
ONE = """Officer in court

Moorland Times
3 March 2023

PC Gail Stroud, 31, of Cumbria Police, was convicted of fraud at Carlisle Crown Court. {}
"""


def _subjects(page: str, sentence: str) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = read(Document("x", page.format(sentence))).to_dict()["subjects"]
    return out


def _terms(page: str, sentence: str) -> list[str | None]:
    return [s["sentences"][0]["length"] if s["sentences"] else None for s in _subjects(page, sentence)]


@pytest.mark.parametrize(
    ("sentence", "stroud", "noakes"),
    [
        ("Stroud was jailed for two years and Noakes for three.", "P2Y", "P3Y"),
        ("Stroud was jailed for two years, and Noakes, who had led her, for five.", "P2Y", "P5Y"),
        ("Stroud was jailed for two years and Noakes got 30 months.", "P2Y", "P30M"),
        ("Stroud was jailed for 14 months. Noakes got 20.", "P14M", "P20M"),
        ("They were jailed for 14 and 20 months respectively.", "P14M", "P20M"),
        ("She was jailed for two years and he for 40 months.", "P2Y", "P40M"),
        # an age and a number of something else are no terms
        ("Stroud was jailed for two years and Noakes, 46, resigned.", "P2Y", None),
        ("Stroud was jailed for two years, and Noakes has two children.", "P2Y", None),
        ("Stroud was jailed for two years and Noakes was suspended for 18 months.", "P2Y", None),
        ("Stroud was jailed for two years and Noakes worked for 18 months.", "P2Y", None),
    ],
)
def test_a_number_after_a_name(sentence: str, stroud: str, noakes: str | None) -> None:
    assert _terms(TWO, sentence) == [stroud, noakes]
    assert all(x["kind"] == "imprisonment" for s in _subjects(TWO, sentence) for x in s["sentences"])


@pytest.mark.parametrize(
    ("sentence", "kind", "length"),
    [
        ("An earlier version of this story said that she had been jailed for two years. She was jailed for one year.", "imprisonment", "P1Y"),
        ("Her barrister urged the judge to pass a suspended sentence. He jailed her for ten months.", "imprisonment", "P10M"),
        ("The Court of Appeal reduced her sentence of 40 months to 28.", "imprisonment", "P28M"),
        ("Her sentence of 40 months was later cut to 28 on appeal.", "imprisonment", "P28M"),
        ("She was given a sentence of 40 months to run from May.", "imprisonment", "P40M"),
        ("The judge considered a community order. She was jailed for ten months.", "imprisonment", "P10M"),
    ],
)  # fmt: skip
def test_the_term_that_was_passed(sentence: str, kind: str, length: str) -> None:
    (subject,) = _subjects(ONE, sentence)
    assert [(x["kind"], x["length"]) for x in subject["sentences"]] == [(kind, length)]


def test_the_term_of_whom_she_arrested() -> None:
    (subject,) = _subjects(
        ONE, "A burglar whom she arrested in 2019 was jailed for two years. She awaits sentence."
    )
    assert subject["sentences"] == [] and subject["sentenced_on"] is None


def test_an_application_refused_and_a_charge_left() -> None:
    (subject,) = _subjects(ONE, "His application for a restraining order against her was refused.")
    assert subject["orders"] == []
    (subject,) = _subjects(ONE, "She was acquitted of theft and a charge of perjury was left to lie on file.")
    assert [(o["offence"], o["stage"]) for o in subject["offences"]] == [
        ("fraud", "convicted"),
        ("theft", "acquitted"),
        ("perjury", "discontinued"),
    ]


def test_a_majority_is_no_count() -> None:
    (subject,) = _subjects(ONE, "They found her guilty of perjury by a majority of ten to two.")
    assert [o["count"] for o in subject["offences"]] == [None, None]
