"""A caution that nobody accepted is none; one that was accepted is."""

from __future__ import annotations

import pytest
from whole_pages import the_one


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
