"""A watchdog's inquiry into the sergeant is none into the civilian beside him, where each has one of its own."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def inquiries(text: str) -> list[tuple[str | None, str | None]]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return [(s["investigation"]["oversight"], s["investigation"]["mode"]) for s in subjects]


def test_each_kind_has_its_own() -> None:
    assert inquiries(
        "The IOPC investigated the actions of Sergeant Paul Hale after a man died in custody. Detention officer Kim Rowe was investigated by the force's professional standards department. Sgt Hale was given a written warning and Ms Rowe received a final written warning."
    ) == [("iopc", "independent"), (None, "local")]


def test_an_internal_inquiry_is_not_the_watchdogs() -> None:
    assert inquiries(
        "Sgt Paul Hale received a final written warning after an independent investigation by the IOPC. Call handler Kim Rowe resigned following an internal inquiry."
    ) == [("iopc", "independent"), (None, None)]


def test_one_inquiry_into_all_stays_everybodys() -> None:
    text = "The IOPC independently investigated the conduct of a sergeant, a constable and a member of police staff. All three were found to have a case to answer for misconduct."
    assert inquiries(text) == [("iopc", "independent")] * 3


def test_two_officers_share_what_is_told_of_one() -> None:
    text = "The IOPC investigated Sergeant Paul Hale. PC Tom Bale was dismissed and Sgt Hale was given a written warning after an inquiry."
    assert {o for o, _ in inquiries(text)} == {"iopc"}
