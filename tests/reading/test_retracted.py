"""What a document says was said wrongly, or denies, is told of nobody: a correction never repeats the wrong that it mends."""

from __future__ import annotations

import json
from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _told(text: str) -> list[dict[str, Any]]:
    subjects: list[dict[str, Any]] = json.loads(read(Document(id="d", text=text)).to_json())["subjects"]
    return subjects


def _ends(subject: dict[str, Any]) -> tuple[Any, ...]:
    proceeding = subject["proceeding"] or {}
    return (
        {o["stage"] for o in subject["offences"]},
        [s["kind"] for s in subject["sentences"]],
        proceeding.get("outcome"),
        subject["resigned"],
    )


NOTHING: tuple[Any, ...] = (set(), [], None, None)


@pytest.mark.parametrize(
    ("text", "name", "ends"),
    [
        (
            "PC Rosa Teale of Kent Police was sacked last week, according to posts on social media. Kent Police said that was wrong: she remains a serving officer.",
            "Rosa Teale",
            NOTHING,
        ),
        ("Kent Police has denied that Inspector Rosa Teale has been sacked.", "Rosa Teale", NOTHING),
        (
            "Rumours that Inspector Rosa Teale of Kent Police had been dismissed were untrue, the force said.",
            "Rosa Teale",
            NOTHING,
        ),
        (
            "The Evening Echo reported that PC Rosa Teale, of Kent Police, had been sacked. She had not been dismissed, the force said.",
            "Rosa Teale",
            NOTHING,
        ),
        (
            "Essex Police moved to scotch rumours that PC Rosa Teale was fired over the chase. She is on restricted duties.",
            "Rosa Teale",
            NOTHING,
        ),
        (
            "It was wrongly reported that PC Rosa Teale, of Kent Police, had been jailed. She was given a community order.",
            "Rosa Teale",
            (set(), ["community_order"], None, None),
        ),
        (
            "Correction\n\nOur story of 4 May said that PC Rosa Teale, of Kent Police, was convicted of theft at Maidstone Crown Court. She was acquitted.",
            "Rosa Teale",
            ({"acquitted"}, [], None, None),
        ),
        (
            "In last week's issue we stated that PC Rosa Teale, of Kent Police, pleaded guilty to fraud. She denies the charge and will stand trial in May. We are sorry for the error.",
            "Rosa Teale",
            ({"charged"}, [], None, None),
        ),
        (
            "An earlier version of this page said that PC Rosa Teale, of Kent Police, had resigned. She was given a written warning at a misconduct meeting.",
            "Rosa Teale",
            (set(), [], "written_warning", None),
        ),
    ],
)
def test_what_is_taken_back_is_told_of_nobody(text: str, name: str, ends: tuple[Any, ...]) -> None:
    told = {s["name"]: s for s in _told(text)}
    assert list(told) == [name]
    assert _ends(told[name]) == ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (  # the report was right
            "The Evening Echo reported on Friday that PC Rosa Teale, of Kent Police, had been dismissed without notice. A hearing that day found gross misconduct and dismissed her.",
            (set(), [], "dismissed_without_notice", None),
        ),
        (  # an officer's denial before a panel
            "PC Rosa Teale, of Kent Police, denied that she had lied, but the panel found gross misconduct and dismissed her without notice.",
            (set(), [], "dismissed_without_notice", None),
        ),
        (  # claims about the force
            "Kent Police rejected claims that it had been slow to act. PC Rosa Teale resigned in June 2022.",
            (set(), [], None, "resigned"),
        ),
        (  # who deceived somebody, and was jailed for it
            "PC Rosa Teale, of Kent Police, who falsely told the coroner that she had been at home, was jailed for two years.",
            (set(), ["imprisonment"], None, None),
        ),
        (  # an opinion of what did happen
            "PC Rosa Teale, of Kent Police, was jailed for two years for theft. It is wrong that she was jailed, said her sister.",
            ({"convicted"}, ["imprisonment"], None, None),
        ),
    ],
)
def test_what_is_not_taken_back_stays(text: str, ends: tuple[Any, ...]) -> None:
    told = _told(text)
    assert [s["name"] for s in told] == ["Rosa Teale"]
    assert _ends(told[0]) == ends


@pytest.mark.parametrize(
    "verb", ["confirmed that", "denied that", "denied reports that", "announced that", "said that"]
)
def test_who_only_tells_of_another_is_no_subject(verb: str) -> None:
    text = f"Chief Constable Ann Bell {verb} PC Ivo Firth, of Humberside Police, had been dismissed. He was arrested in May."
    assert [s["name"] for s in _told(text)] == ["Ivo Firth"]


def test_who_says_that_another_did_it_and_is_punished_is_a_subject() -> None:
    text = "PC Ann Bell said that PC Ivo Firth had struck first. Bell, of Humberside Police, was dismissed without notice; Firth was cleared."
    assert "Ann Bell" in [s["name"] for s in _told(text)]
