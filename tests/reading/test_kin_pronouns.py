"""What is told by "she" of the girlfriend of an officer who is a "he" is not his."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def one(text: str) -> dict[str, Any]:
    [subject] = read(Document("x", text)).to_dict()["subjects"]
    found: dict[str, Any] = subject
    return found


def test_her_caution_is_not_his() -> None:
    reed = one(
        "PC Mark Reed looked up his girlfriend on the police computer. She got a caution for harassment. He was given a final written warning."
    )
    assert (reed["offences"], reed["sentences"]) == ([], [])
    assert reed["proceeding"]["outcome"] == "final_written_warning"


def test_an_officers_own_caution_beside_kin_of_the_same_sex_stays() -> None:
    reed = one("PC Clare Reed fought with her sister. She accepted a caution for assault.")
    assert [o["stage"] for o in reed["offences"]] == ["cautioned"]
