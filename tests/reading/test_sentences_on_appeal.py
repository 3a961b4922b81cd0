"""What became of a sentence on appeal, told in other words; and terms told by a number only, or for somebody else."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

FIRST = "Sgt Una Wick, of Dorset Police, was jailed for three years at Poole Crown Court for theft"


def told(page: str) -> tuple[str | None, list[str]]:
    """The result of Una Wick's appeal and her sentences."""
    subjects = read(Document("x", page)).to_dict()["subjects"]
    (one,) = [s for s in subjects if s["name"] == "Una Wick"]
    sentences = [
        " ".join(str(s[k]) for k in ("kind", "length", "suspended_for", "amount") if s[k] is not None)
        for s in one["sentences"]
    ]
    return (one["appeal"] or {}).get("result"), sentences


@pytest.mark.parametrize(
    ("words", "result", "sentences"),
    [
        (f"{FIRST}, reduced to two on appeal.", "varied", ["imprisonment P2Y"]),
        (
            f"{FIRST}. The Attorney General referred it to the Court of Appeal, which increased it to five.",
            "varied",
            ["imprisonment P5Y"],
        ),
        (
            f"{FIRST}. The Attorney General has referred the sentence as unduly lenient.",
            "pending",
            ["imprisonment P3Y"],
        ),
        (
            "Sgt Una Wick, of Dorset Police, was at first given a community order for assault. The Court of Appeal said that was unduly lenient and jailed her for 15 months.",
            "varied",
            ["imprisonment P15M"],
        ),
        (
            "The Attorney General has asked the Court of Appeal to look again at the two-year suspended sentence imposed on Sgt Una Wick, of Dorset Police, for theft.",
            "pending",
            ["suspended_sentence P2Y"],
        ),
        (
            f"{FIRST}. She lost a Court of Appeal bid to have the sentence reduced.",
            "dismissed",
            ["imprisonment P3Y"],
        ),
        (
            f"{FIRST}. Ministers were asked to look at it under the unduly lenient scheme.",
            None,
            ["imprisonment P3Y"],
        ),
        (
            "Sgt Una Wick, of Dorset Police, was fined £500 by Poole magistrates for theft. On appeal the fine was reduced to £200.",
            "varied",
            ["fine 200"],
        ),
        (
            "Sgt Una Wick, of Dorset Police, was given life for murder with a minimum term of 20 years. The minimum term was cut to 17 years on appeal.",
            "varied",
            ["life P17Y"],
        ),
        (
            "Sgt Una Wick, of Dorset Police, was given eight months, suspended for a year, for theft. Judges of the Court of Appeal said that eight months, suspended, was not too long. They dismissed her appeal.",
            "dismissed",
            ["suspended_sentence P8M P1Y"],
        ),
    ],
)
def test_an_appeal_in_other_words(words: str, result: str | None, sentences: list[str]) -> None:
    assert told(words) == (result, sentences)


COURT = "Sgt Una Wick, of Dorset Police, was convicted of misconduct in public office at Poole Crown Court. "


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("Prosecutors had argued for five years. She got three.", ["imprisonment P3Y"]),
        ("After a trial she would have received six years; with credit she got four.", ["imprisonment P4Y"]),
        (
            "She was given two years. The judge had jailed dealer Dean Moss for nine years.",
            ["imprisonment P2Y"],
        ),
        (
            "Dean Moss, a dealer who paid Sgt Wick for information, was jailed for nine years. Wick was jailed for two years.",
            ["imprisonment P2Y"],
        ),
        (
            "She was given two years. Six years ago a Surrey sergeant was jailed for four years for the same thing.",
            ["imprisonment P2Y"],
        ),
        ("She was jailed for two years; he, a nurse, was given a suspended sentence.", ["imprisonment P2Y"]),
        ("She got two years. The third, shopkeeper Dean Moss, got six years.", ["imprisonment P2Y"]),
        (
            'She got two years. "I served a 20-year sentence with her," her husband said.',
            ["imprisonment P2Y"],
        ),
        # a number of something else
        (
            "She was jailed for two years. Her force gave her three commendations; she lost two.",
            ["imprisonment P2Y"],
        ),
    ],
)
def test_a_term_told_by_a_number_or_of_another(words: str, sentences: list[str]) -> None:
    assert told(COURT + words)[1] == sentences


def test_terms_beside_names() -> None:
    page = (
        "Two Dorset Police officers were jailed at Poole Crown Court for theft: Sgt Una Wick (two years) and PC Ben Crane "
        "(18 months)."
    )
    subjects = read(Document("x", page)).to_dict()["subjects"]
    assert {s["name"]: [x["length"] for x in s["sentences"]] for s in subjects} == {
        "Una Wick": ["P2Y"],
        "Ben Crane": ["P18M"],
    }


def test_a_length_each_is_of_all_named_before_it() -> None:
    page = "At Poole Crown Court Sgt Una Wick and PC Ben Crane, of Dorset Police, admitted theft. Wick and Crane got 14 weeks each."
    subjects = read(Document("x", page)).to_dict()["subjects"]
    assert {s["name"]: [x["length"] for x in s["sentences"]] for s in subjects} == {
        "Una Wick": ["P14W"],
        "Ben Crane": ["P14W"],
    }
