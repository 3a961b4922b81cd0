"""Money that a claim brings is no order of a criminal court."""

from __future__ import annotations

import json
from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _orders(text: str) -> list[tuple[str, Any]]:
    subject = json.loads(read(Document(id="d", text=text)).to_json())["subjects"][0]
    return [(o["kind"], o["amount"]) for o in subject["orders"]]


@pytest.mark.parametrize(
    "text",
    [
        "The High Court ruled that PC Rosa Teale, of Kent Police, had assaulted the claimant and awarded damages of £12,000 against the chief constable.",
        "Kent Police paid £12,000 compensation to the man whom PC Rosa Teale had punched. She was given a final written warning.",
        "PC Rosa Teale, dismissed by Kent Police in 2019, sued the force and was awarded £22,000 compensation and her costs by an employment tribunal.",
        "A man hurt by PC Rosa Teale of Kent Police has won £12,000 compensation from the force. Teale was dismissed without notice.",
    ],
)
def test_a_claims_money_is_no_order(text: str) -> None:
    assert _orders(text) == []


def test_a_criminal_courts_compensation_is_an_order() -> None:
    text = "PC Rosa Teale, of Kent Police, was convicted of assault at Maidstone Crown Court, fined £500 and ordered to pay £200 compensation and £85 costs."
    assert _orders(text) == [("compensation", 200), ("costs", 85)]
    text = "PC Rosa Teale, of Kent Police, admitted theft at Maidstone Crown Court. The judge told her to pay £300 compensation to the shop."
    assert _orders(text) == [("compensation", 300)]
