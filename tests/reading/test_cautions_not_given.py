"""A caution that nobody accepted is none; one that was accepted is."""

from __future__ import annotations

import pytest
from whole_pages import the_one

from peelian.documents import Document
from peelian.reading import read


@pytest.mark.parametrize(
    "told",
    [
        "PC Ian Lamb of Kent Police refused a caution for common assault and was charged.",
        "PC Ian Lamb of Kent Police drove over the limit. A police caution was not available, therefore he was charged, and he was convicted of drink driving.",
        "PC Ian Lamb of Kent Police was offered a caution for theft but declined it and was convicted by magistrates.",
        "PC Ian Lamb of Kent Police was convicted of theft after prosecutors decided against a caution.",
        "PC Ian Lamb of Kent Police was not given a caution for theft but charged.",
        "PC Ian Lamb of Kent Police was charged with theft after a caution was ruled out.",
    ],
)
def test_not_given(told: str) -> None:
    his = the_one(told + "\n")
    assert his["sentences"] == []
    assert all(o["stage"] != "cautioned" for o in his["offences"])


@pytest.mark.parametrize(
    "told",
    [
        "PC Ian Lamb of Kent Police accepted a caution for theft.",
        "PC Ian Lamb of Kent Police received a caution for theft. No charge followed.",
        "PC Ian Lamb of Kent Police admitted theft and was offered a conditional caution, which he accepted.",
        "PC Ian Lamb of Kent Police was not charged but was given a caution for theft.",
    ],
)
def test_given(told: str) -> None:
    assert [o["stage"] for o in the_one(told + "\n")["offences"]] == ["cautioned"]


@pytest.mark.parametrize(
    "text",
    [
        "PC Mark Reed refused a caution for harassment and was charged.",
        "Sergeant Mark Reed, who declined a caution for harassment, has been charged.",
        "Having refused a caution for harassment, PC Mark Reed was charged.",
        "PC Mark Reed turned down a caution for harassment. He was charged in May.",
    ],
)
def test_whoever_refused_a_caution_was_charged_with_that(text: str) -> None:
    [subject] = read(Document("x", text)).to_dict()["subjects"]
    assert [(o["offence"], o["stage"]) for o in subject["offences"]] == [("harassment", "charged")]
    assert subject["sentences"] == []


@pytest.mark.parametrize(
    "text",
    [
        "PC Mark Reed refused a caution for harassment and was charged with theft.",
        "PC Mark Reed's son refused a caution for harassment and was charged. Reed was given a written warning and charged with theft.",
    ],
)
def test_another_charge_or_another_person_is_not_meant(text: str) -> None:
    [subject] = read(Document("x", text)).to_dict()["subjects"]
    assert [(o["offence"], o["stage"]) for o in subject["offences"]] == [("theft", "charged")]
