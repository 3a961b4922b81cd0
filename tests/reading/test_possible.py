"""What a court only could do, was asked to do or may do by law is told of nobody; what it did still is."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.possible import foreseen, only_possible

PAGE = """Pair on trial

Fenland Courier
12 May 2022

PC Adam Tilling, 34, and Sgt Omar Vance, 41, both of Norfolk Constabulary, were tried at Norwich Crown Court for theft. {}
"""


def _subjects(sentence: str) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = read(Document("x", PAGE.format(sentence))).to_dict()["subjects"]
    return out


@pytest.mark.parametrize(
    "sentence",
    [
        "The trial goes on.",
        "By law the maximum sentence for theft is seven years' imprisonment.",
        "Theft carries a maximum of seven years in prison.",
        "A thief can be sent to prison for seven years.",
        "Theft can be punished with up to seven years' imprisonment.",
        "They could face seven years in prison if they are found guilty.",
        "Their barristers invited the jury to acquit them.",
        "The prosecutor urged the jury to convict both men.",
        "Judge Poole told the jury that they could convict one and acquit the other.",
        "Vance said that he expected to be found not guilty.",
        "Both are expected to be cleared, their solicitor said.",
        "They asked for a community order to be considered in the event of a conviction.",
        "The family hopes to see them fined or jailed.",
    ],
)
def test_what_is_only_possible_leaves_a_charge(sentence: str) -> None:
    subjects = _subjects(sentence)
    assert len(subjects) == 2
    for s in subjects:
        assert [(o["offence"], o["stage"]) for o in s["offences"]] == [("theft", "charged")]
        assert s["sentences"] == [] and s["orders"] == []


@pytest.mark.parametrize(
    ("sentence", "stage", "length"),
    [
        ("Both were convicted and jailed for two years.", "convicted", "P2Y"),
        ("The jury convicted both, who could not look at it.", "convicted", None),
        ("Both were convicted and are expected to be sentenced in June.", "convicted", None),
        ("The jury, which could have convicted them, found both not guilty.", "acquitted", None),
    ],
)  # fmt: skip
def test_what_was_done_is_told(sentence: str, stage: str, length: str | None) -> None:
    for s in _subjects(sentence):
        assert [o["stage"] for o in s["offences"]] == [stage]
        assert [x["length"] for x in s["sentences"]] == ([length] if length else [])


def test_a_plea_to_come_is_a_charge() -> None:
    text = "PC Ian Foss, of Lincolnshire Police, is expected to plead guilty to theft at Lincoln Crown Court next week."
    (subject,) = read(Document("x", text)).to_dict()["subjects"]
    assert [(o["offence"], o["stage"], o["plea"]) for o in subject["offences"]] == [
        ("theft", "charged", None)
    ]


def test_no_charge_that_may_come() -> None:
    text = "PC Ian Foss, of Lincolnshire Police, may yet be charged with theft."
    (subject,) = read(Document("x", text)).to_dict()["subjects"]
    assert "charged" not in [o["stage"] for o in subject["offences"]]


def test_an_order_refused() -> None:
    text = (
        "PC Ian Foss, of Lincolnshire Police, was jailed at Lincoln Crown Court for two years for voyeurism. "
        "The judge declined to make a sexual harm prevention order."
    )
    (subject,) = read(Document("x", text)).to_dict()["subjects"]
    assert subject["orders"] == []
    text = text.replace("declined to make", "went on to make")
    (subject,) = read(Document("x", text)).to_dict()["subjects"]
    assert [o["kind"] for o in subject["orders"]] == ["shpo"]


@pytest.mark.parametrize(
    ("words", "possible"),
    [
        ("he could be |jailed|", True),
        ("he could not be found and was |jailed|", False),
        ("he was told to expect |prison|", True),
        ("he faces a |jail| term", True),
        ("they urged the bench to |acquit|", True),
        ("the bench went on to |acquit|", False),
        ("it carries a maximum of ten years' |imprisonment|", True),
        ("he was given up to ten years' |imprisonment|", False),
        ("she considered |a community order|", True),
        ("she could not recall the |fine|", False),
        ("he would have to sign the |register|", False),
        ("rather than |prison|", True),
    ],
)
def test_the_words_before(words: str, possible: bool) -> None:
    before, verdict, rest = words.split("|")
    low = before + verdict + rest
    assert only_possible(low, 0, len(before), len(before) + len(verdict)) is possible


def test_the_words_after() -> None:
    low = "ten months would have been unavoidable"
    assert foreseen(low, 10, len(low))
    assert not foreseen("ten months was passed", 10, 21)
