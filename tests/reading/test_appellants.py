"""Whose appeal to a court a page tells of: a convict's, or the officer's own."""

from __future__ import annotations

import pytest
from whole_pages import the_one

_DS = "DS Ian Modlin-Crake of Kent Police"


@pytest.mark.parametrize(
    "text",
    [
        f"The Court of Appeal has turned down a bid by lawyers for Kevin Rudgely, who said his robbery conviction could not stand because a detective was corrupt. {_DS} was jailed for theft in 2014. Judges refused leave to appeal.",
        f"Convicted killer Kevin Rudgely has lost his appeal. His barrister had argued that evidence from {_DS}, who was convicted of theft in 2014, could not be relied on. Three judges dismissed the appeal.",
        f"Kevin Rudgely has had his conviction quashed by the Court of Appeal. Rudgely's lawyers said that the word of {_DS}, who was jailed for theft in 2014, was worthless. The appeal was allowed.",
        f"An appeal by the prisoner was allowed because {_DS}, later jailed for theft, had lied. The Court of Appeal quashed the robber's conviction.",
    ],
)
def test_a_convicts_appeal_is_not_the_detectives(text: str) -> None:
    told = the_one(text)
    assert (told["name"], told["appeal"]) == ("Ian Modlin-Crake", None)
    assert [(o["offence"], o["stage"]) for o in told["offences"]] == [("theft", "convicted")]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (f"{_DS}, who was convicted of theft in 2014, has lost his appeal against conviction at the Court of Appeal.", "dismissed"),
        (f"{_DS} was convicted of theft. Modlin-Crake's barrister has lodged an appeal against the conviction.", "pending"),
        (f"{_DS} was jailed for three years for theft at Dover Crown Court. The Court of Appeal cut the sentence to two after an appeal by Modlin-Crake.", "varied"),
    ],
)  # fmt: skip
def test_the_officers_own_appeal_is_read(text: str, result: str) -> None:
    assert the_one(text)["appeal"] == {"kind": "criminal", "result": result}
