"""How a sentence is told in a line or two, and what only looks like one: somebody else's, a fear, a request, time on remand."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

PAGE = "Sgt Una Wick, of Dorset Police, was convicted of fraud and stood before Bournemouth Crown Court on 9 June 2017. {}\n"


def passed(words: str) -> list[str]:
    """The sentences read for the sergeant, each as its kind, its length and what else it has."""
    subjects = read(Document("x", PAGE.format(words))).to_dict()["subjects"]
    (one,) = [s for s in subjects if s["name"] == "Una Wick"]
    return [
        " ".join(
            str(s[key])
            for key in ("kind", "length", "suspended_for", "amount", "hours")
            if s[key] is not None
        )
        for s in one["sentences"]
    ]


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("The recorder jailed former Dorset sergeant Una Wick for 20 months.", ["imprisonment P20M"]),
        ("The recorder jailed the sergeant, who stared ahead, for 20 months.", ["imprisonment P20M"]),
        ("The recorder locked Wick up for 20 months.", ["imprisonment P20M"]),
        ("She will spend the next 20 months behind bars.", ["imprisonment P20M"]),
        ("Twenty months was the recorder's answer.", ["imprisonment P20M"]),
        ('"Twenty months," said the recorder. "Go down."', ["imprisonment P20M"]),
        ("It was 20 months for Wick.", ["imprisonment P20M"]),
        ("She left with a 20-month term hanging over her for two years.", ["suspended_sentence P20M P2Y"]),
        (
            "The recorder passed a term of 20 months, which she suspended for two years.",
            ["suspended_sentence P20M P2Y"],
        ),
        ("Her 20-month jail sentence was suspended.", ["suspended_sentence P20M"]),
        ("On appeal judges suspended her 20-month sentence for two years.", ["suspended_sentence P20M P2Y"]),
        ("She was given the maximum sentence of six months.", ["imprisonment P6M"]),
        ("The 14 months for fraud and six months for theft are to run together.", ["imprisonment P14M"]),
        ("Count 1: 14 months. Count 2: six months consecutive. Total: 20 months.", ["imprisonment P20M"]),
        ("She was jailed for 1 1/2 years.", ["imprisonment P1Y6M"]),
        ("She got 14 months, then six more for theft, 20 months in all.", ["imprisonment P20M"]),
        ("The court discharged her absolutely.", ["absolute_discharge"]),
        ("Magistrates fined Una Wick, 41, of Poole, £700.", ["fine 700"]),
        ("She was given a life sentence and must serve 18 years.", ["life P18Y"]),
        ("She was jailed for 12 months for breaching a suspended sentence.", ["imprisonment P12M"]),
        ("She was jailed when her six-month suspended sentence was activated.", ["imprisonment P6M"]),
        ("She was given a six-month suspended sentence for breaching an order.", ["suspended_sentence P6M"]),
        # a verb of passing takes the story up again after what was feared or asked for
        ("She had faced up to two years but the bench imposed a 16-week sentence.", ["imprisonment P16W"]),
        ("She was facing a possible ten-year sentence but was handed 20 months.", ["imprisonment P20M"]),
        (
            "A suspended sentence was out of the question, he said, and gave her 20 months.",
            ["imprisonment P20M"],
        ),
        (
            'He said: "The least I can pass, reduced from two years to reflect your plea, is one of 16 months\' imprisonment."',
            ["imprisonment P16M"],
        ),
    ],
)
def test_a_sentence_in_other_words(words: str, sentences: list[str]) -> None:
    assert passed(words) == sentences


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        # what was possible, asked for, or is the law
        ("She came close to being jailed for two years but was fined £900.", ["fine 900"]),
        ('She was fined £900. "She should have got five years," her victim said.', ["fine 900"]),
        ("Life imprisonment is the maximum. She got 20 months.", ["imprisonment P20M"]),
        ('She got 20 months. Her victim said she had been "given a life sentence".', ["imprisonment P20M"]),
        # somebody else's
        ("She was fined £900. The force has seen two other officers jailed for five years.", ["fine 900"]),
        ("Wick, whose brother is serving life for murder, was jailed for 20 months.", ["imprisonment P20M"]),
        (
            "The recorder referred to another officer who got three years. Wick got 20 months.",
            ["imprisonment P20M"],
        ),
        ("Wick got 20 months and Ann Moss, her cousin, a £300 fine.", ["imprisonment P20M"]),
        # other times
        ("She was fined £900. She had served 28 years.", ["fine 900"]),
        ("She was jailed for 20 months over a three-year campaign of fraud.", ["imprisonment P20M"]),
        ("She was jailed for 20 months, to be followed by two years on licence.", ["imprisonment P20M"]),
        ("She will be sentenced in three months' time.", []),
        ("She was given three months off work.", []),
        ("She was given three years of counselling.", []),
    ],
)
def test_what_is_no_sentence_of_hers(words: str, sentences: list[str]) -> None:
    assert passed(words) == sentences


def test_an_attackers_sentence_is_not_the_officers() -> None:
    page = "PC's attacker jailed for life\n\nThe man who stabbed PC Una Wick of Dorset Police will serve at least 20 years."
    subjects = read(Document("x", page)).to_dict()["subjects"]
    assert not any(s["sentences"] for s in subjects)
