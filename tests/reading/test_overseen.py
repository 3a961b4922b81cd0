"""An oversight body's part in an inquiry, told right beside its name; and cases told apart from it."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = "Kent Herald, 4 March 2016\n\nPC Ada Thorn, 30, of Kent Police, was dismissed without notice on Tuesday.\n\n"


def investigation(words: str) -> tuple[str | None, str | None]:
    found = read(Document("x", f"Officer sacked\n\n{HEAD}{words}")).to_dict()["subjects"][0]["investigation"]
    return found["oversight"], found["mode"]


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("The Independent Police Complaints Commission had managed the inquiry.", "managed"),
        ("The force's standards unit did the work, closely supervised by the IPCC.", "supervised"),
        (
            "A report by the IPCC, which supervised the force's own review, criticised nobody else.",
            "supervised",
        ),
        ("Complaint 1 was directed by the IPCC.", "directed"),
        ("In a report, the IPCC said that she had a case to answer for gross misconduct.", "independent"),
        (
            "The IPCC changed its mind. In May, at the end of its own investigation, it had found no case.",
            "independent",
        ),
    ],
)
def test_the_body_does_it(words: str, mode: str) -> None:
    assert investigation(words) == ("ipcc", mode)


@pytest.mark.parametrize(
    "words",
    [
        "The IPCC directed the force to hold a hearing.",
        "The hearing was directed by the IPCC.",
        "The force agreed with the IPCC's lawyers that there was a case to answer.",
    ],
)
def test_a_hearing_or_an_opinion_is_no_inquiry(words: str) -> None:
    assert investigation(words) == ("ipcc", None)


def test_a_separate_case_has_its_own_inquiry() -> None:
    page = (
        f"Officer sacked\n\n{HEAD}The IPCC had managed the inquiry.\n\n"
        "In a separate case, PC Bill Gorse, also of Kent Police, was given a final written warning for misconduct "
        "at a hearing on Wednesday after an inquiry by the force's professional standards department."
    )
    told = {s["name"]: s["investigation"] for s in read(Document("x", page)).to_dict()["subjects"]}
    assert (told["Ada Thorn"]["oversight"], told["Ada Thorn"]["bodies"]) == ("ipcc", [])
    assert told["Bill Gorse"]["oversight"] is None
