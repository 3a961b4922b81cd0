"""Sums told in a sentence of their own, whoever was fined between verb and sum, slang for prison, terms still to serve. All invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _one(text: str) -> dict[str, Any]:
    [subject] = read(Document("x", text)).to_dict()["subjects"]
    return subject


def _sentences(subject: dict[str, Any]) -> list[tuple[str, str | None, float | None]]:
    return [(s["kind"], s["length"], s["amount"]) for s in subject["sentences"]]


@pytest.mark.parametrize(
    ("words", "fine", "costs"),
    [
        (
            "was fined at Dover Magistrates' Court. The amount was £750. There were costs, too, of £310.",
            750,
            310,
        ),
        ("was fined by Dover magistrates. The sum was £400 and there were costs, also, of £85.", 400, 85),
        ("was fined by Dover magistrates. The amount: £300. The costs came to £90.", 300, 90),
        ("was fined by Dover magistrates. She has to find £900 within 28 days, and £200 costs.", 900, 200),
        ("was fined by Dover magistrates. The car was worth £12,000.", None, None),
        ("was fined by Dover magistrates. She must pay £250 compensation.", None, None),
        ("was fined by Dover magistrates. The amount stolen was £60.", None, None),
    ],
)
def test_what_a_fine_came_to_may_be_told_next(words: str, fine: float | None, costs: float | None) -> None:
    told = _one(f"PC Ida Mellor of Kent Police admitted theft. She {words}\n")
    assert _sentences(told) == [("fine", None, fine)]
    assert [o["amount"] for o in told["orders"] if o["kind"] == "costs"] == ([costs] if costs else [])


@pytest.mark.parametrize(
    "whom",
    [
        "the Devon and Cornwall Police man",
        "the 44-year-old detective",
        "the former Exeter officer, who lives in Truro,",
    ],
)
def test_whoever_was_fined_may_stand_before_the_sum(whom: str) -> None:
    told = _one(
        f"Exeter Crown Court fined {whom} £500. DC Callum Bellow of Devon and Cornwall Police admitted computer misuse.\n"
    )
    assert _sentences(told) == [("fine", None, 500)]


def test_an_officers_brother_was_fined_and_not_the_officer() -> None:
    told = _one(
        "The court fined PC Ian Mott's brother £500. PC Mott, of Essex Police, was cleared of assault at Basildon Magistrates' Court.\n"
    )
    assert _sentences(told) == []


@pytest.mark.parametrize(
    "words",
    [
        "was thrown in the slammer for 18 months",
        "was slung in the clink for 18 months",
        "has been put in the slammer for 18 months",
        "got porridge for 18 months",
        "will serve out his 18 months, for he lost his appeal",
    ],
)
def test_prison_by_other_names(words: str) -> None:
    told = _one(
        f"PC Len Oakes, of Surrey Police, {words}. Oakes was convicted of bribery at Guildford Crown Court.\n"
    )
    assert _sentences(told) == [("imprisonment", "P18M", None)]


@pytest.mark.parametrize(
    "words",
    [
        "threw a man in the slammer for two days",
        "was chucked in a cell for six hours",
        "will serve out his two years as a sergeant",
    ],
)
def test_what_only_sounds_like_prison(words: str) -> None:
    told = _one(
        f"PC Len Oakes, of Surrey Police, {words}. Oakes was fined £80 for speeding at Guildford Magistrates' Court.\n"
    )
    assert _sentences(told) == [("fine", None, 80)]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Two others, of fraud, were ordered to lie on the file.", 2),
        ("Three more, of fraud, were dropped.", 3),
        ("Another, of fraud, was not proceeded with.", 1),
    ],
)
def test_others_may_be_counts(words: str, count: int) -> None:
    told = _one(
        f"DC Nia Brook of Kent Police pleaded guilty to one count of perjury at Maidstone Crown Court. {words}\n"
    )
    assert [(o["offence"], o["count"], o["stage"]) for o in told["offences"]] == [
        ("perjury", 1, "convicted"),
        ("fraud", count, "discontinued"),
    ]


def test_an_orders_name_may_be_quoted() -> None:
    told = _one(
        'The judge imposed what the list calls a "Sexual Harm Order" of ten years on PC Neil Bagshaw of Kent Police, who had been jailed for two years for voyeurism at Maidstone Crown Court.\n'
    )
    assert [(o["kind"], o["length"]) for o in told["orders"]] == [("shpo", "P10Y")]


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ('"There is no alternative to prison," said Judge Noel Hardcastle. It would be six months.', "P6M"),
        ("Judge Sorrel said a jail term could not be avoided. It was to be two years.", "P2Y"),
        ("Judge Sorrel said the trial had been long. It would be six months before anything was done.", None),
    ],
)
def test_it_would_be_six_months(words: str, length: str | None) -> None:
    told = _one(
        f"{words}\n\nPC Ivo Clanfield of Dorset Police had pleaded guilty to theft at Poole Crown Court.\n"
    )
    assert [s[1] for s in _sentences(told)] == ([length] if length else [])
