"""What an officer's search of records showed of somebody is that person's past and not the officer's."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> dict[str, Any]:
    [subject] = read(Document("x", text)).to_dict()["subjects"]
    return subject


@pytest.mark.parametrize(
    "found",
    [
        "She found an old conviction for burglary and passed it on.",
        "A spent caution for common assault turned up, and she told him of it.",
        "The records showed a conviction for fraud.",
        "The checks threw up two previous convictions, for theft and robbery.",
        "She learned that the man had a caution for criminal damage.",
    ],
)
def test_the_past_of_whoever_was_looked_up(found: str) -> None:
    subject = told(
        f"PC Edda Marlow of Kent Police looked up her sister's lodger on the force computer. {found} "
        "She was given a final written warning."
    )
    assert subject["offences"] == []
    assert subject["sentences"] == []
    assert subject["proceeding"]["outcome"] == "final_written_warning"


def test_a_relative_with_convictions_has_them_alone() -> None:
    subject = told(
        "Sgt Ivo Penn told his brother that his landlord had two convictions for fraud. "
        "Penn was convicted of misconduct in public office and jailed for six months at Derby Crown Court."
    )
    assert [o["offence"] for o in subject["offences"]] == ["misconduct_in_public_office"]


@pytest.mark.parametrize(
    "own",
    [
        "A vetting check found a caution for shoplifting that she had not declared.",
        "Her employers found that she had hidden her own record: she had a caution for shoplifting.",
    ],
)
def test_an_officers_own_past_stays_hers(own: str) -> None:
    subject = told(f"PC Edda Marlow of Kent Police was dismissed after a misconduct hearing. {own}")
    assert [(o["offence"], o["stage"]) for o in subject["offences"]] == [("theft", "cautioned")]
