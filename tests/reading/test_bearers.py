"""An officer told of without a name and one who is named: when they are one, and when the named one is somebody else."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def told(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


def names(text: str) -> list[str | None]:
    return [s["name"] for s in told(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The panel found misconduct, but whether the retired officer would have been dismissed was not decided.\n\n"
            "Former superintendent Ralph Tindale stepped down from Kent Police in 2019. He had hidden a report.",
            "Ralph Tindale",
        ),
        (
            "A gross misconduct hearing has been told that a superintendent took a free cruise.\n\n"
            "Supt Ralph Tindale, of Kent Police, says he paid. The panel is expected to rule tomorrow.",
            "Ralph Tindale",
        ),
        (
            "A gross misconduct hearing has been told that a superintendent took a free cruise.\n\n"
            "Supt Ralph Tindale, of Kent Police, insists that he paid. The panel will rule tomorrow.",
            "Ralph Tindale",
        ),
        (
            "A sergeant given a written warning for talking to the press has talked to it again.\n\n"
            '"I would do the same today," said Sgt Ralph Tindale of Kent Police. A misconduct meeting in 2015 heard of it.',
            "Ralph Tindale",
        ),
        (
            "It was in the spring that Sheila Brand faced a misconduct hearing in Cwmbran.\n\n"
            '"They said it was gross misconduct. I was a Gwent PC with two small children," she said. She was given a '
            "final written warning.",
            "Sheila Brand",
        ),
    ],
)
def test_the_one_officer_named_beside_is_the_one_told_of(text: str, name: str) -> None:
    assert names(text) == [name]


def test_who_says_what_rank_she_held_holds_it() -> None:
    (subject,) = told(
        "It was in the spring that Sheila Brand faced a misconduct hearing in Cwmbran.\n\n"
        '"I was a Gwent PC with two small children," she said. She was given a final written warning.'
    )
    assert (subject["name"], subject["rank"]) == ("Sheila Brand", "police_constable")


@pytest.mark.parametrize(
    "text",
    [
        "A constable was dismissed without notice for lying about a pursuit.\n\n"
        'PC Rita Calvert, secretary of the Police Federation branch, said: "It is a sad day."',
        "An officer who punched a colleague in the canteen has been jailed for eight weeks.\n\n"
        "PC Rita Calvert suffered a broken jaw. Durham magistrates heard that the defendant had been drinking.",
        "A detective who slept with a witness has been dismissed by Norfolk Police.\n\n"
        "Rita Calvert, 34, said the detective had ruined her life.",
        "A constable who claimed overtime he had not worked was dismissed.\n\n"
        "Inspector Rita Calvert went through the duty sheets and spotted the fraud. Dorset Police held the hearing.",
        "The panel said the sergeant would be dismissed without notice.\n\n"
        "Inspector Rita Calvert presented the case for Surrey Police. The sergeant did not attend.",
        "The panel decided that the retired officer would have been dismissed had he not gone.\n\n"
        "Chief Superintendent Rita Calvert, who leads professional standards at Gwent Police, said little.",
        "A misconduct hearing has been told that a detective inspector sent 400 messages to a witness.\n\n"
        "Detective Inspector Rita Calvert investigated the messages and told the panel of each.",
    ],
)
def test_whoever_holds_an_office_found_out_or_was_harmed_is_not(text: str) -> None:
    subjects = told(text)
    assert [s["name"] for s in subjects] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "A constable has been sacked for lying about his sick leave.\n\n"
        "PC Owen Pryce told the hearing that he was sorry. Gwent Police said he had let them down.",
        "A detective has been jailed for two years for stealing cash.\n\n"
        "DC Owen Pryce found the money in a flat and put it in his bag. The Kent officer admitted theft.",
        "A police sergeant has been dismissed for sleeping with a witness.\n\n"
        "Sgt Owen Pryce suffered from depression, his lawyer said. Durham Constabulary dismissed him.",
    ],
)
def test_words_that_his_own_story_may_hold_do_not_set_him_apart(text: str) -> None:
    assert names(text) == ["Owen Pryce"]


@pytest.mark.parametrize(
    "words",
    [
        "He was named in court as Basil Thorne.",
        "The sergeant can now be named as Basil Thorne.",
        "He was identified last night as Basil Thorne.",
    ],
)
def test_the_next_sentence_says_what_the_officer_is_called(words: str) -> None:
    (subject,) = told(
        f"A sergeant has been jailed for three years for perjury. {words} Gwent Police sacked him."
    )
    assert (subject["name"], subject["rank"]) == ("Basil Thorne", "sergeant")
