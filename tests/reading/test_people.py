"""Who each subject is: rank, age, force, posts, home, joining and leaving."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.prepared import prepare


def subject(text: str) -> dict[str, Any]:
    """The only subject of a text."""
    (found,) = read(Document("x", text)).to_dict()["subjects"]
    result: dict[str, Any] = found
    return result


BASE = "PC Daniel Wrexley{} was dismissed without notice after a misconduct hearing.{}"


@pytest.mark.parametrize(
    ("after_name", "more", "field", "value"),
    [
        (", 34,", "", "age", 34),
        (", aged 34,", "", "age", 34),
        (" (34)", "", "age", 34),
        (", then 30,", "", "age", None),
        (", of Bridge Lane, Selby,", "", "residence", "Bridge Lane, Selby"),
        ("", " Wrexley lives in Selby.", "residence", "Selby"),
        ("", " He was based at Fulford Road police station.", "posts", ["Fulford Road police station"]),
        ("", " Wrexley joined North Yorkshire Police in 2009.", "joined", "2009"),
        ("", " Wrexley, who worked for North Yorkshire Police, lied.", "force", "north_yorkshire"),
        ("", " An Essex Police officer since 2001, he lied.", "force", "essex"),
    ],
)
def test_fields(after_name: str, more: str, field: str, value: object) -> None:
    """Each way of telling gives the field."""
    assert subject(BASE.format(after_name, more))[field] == value


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Det Sgt Ann Moss was dismissed without notice.", "detective_sergeant"),
        ("T/DCI Ann Moss was dismissed without notice.", "detective_chief_inspector"),
        ("Special Constable Ann Moss was dismissed without notice.", "special_constable"),
        ("PCSO Ann Moss was dismissed without notice.", "pcso"),
        (
            "Ann Moss, 40, a former inspector with Kent Police, was jailed for theft. Moss had denied it.",
            "inspector",
        ),
    ],
)
def test_ranks(text: str, rank: str) -> None:
    """Acting and temporary ranks are the rank itself; a rank told apart from the name counts too."""
    assert subject(text)["rank"] == rank


def test_the_collar_number_stands_between_rank_and_name() -> None:
    """Notices print it there."""
    assert subject("PC 4417 Thomas Pryor was dismissed without notice.")["collar_number"] == "4417"


def test_a_former_officer_is_former() -> None:
    """Called former, or left before the outcome."""
    assert subject("Former PC Ann Moss would have been dismissed, a panel found.")["former"] is True


def test_the_met_is_a_force_and_met_is_a_verb() -> None:
    """ "The woman he met" names no force."""
    text = "PC Ann Moss, of Surrey Police, was dismissed without notice over a man she met on duty."
    assert subject(text)["force"] == "surrey"


@pytest.mark.parametrize(
    "name",
    [
        "Séamus Ó\u2019Brádaigh\u2011Łukasz",
        "Łucja Żak",
        "Ørla Fenwhistle\u2010Ćwik",
        "Siân Ŵyn\u2011Ellis",
        "Šimon Trask",
    ],
)
def test_letters_and_hyphens_of_a_name(name: str) -> None:
    """A name is not cut at a hyphen that never breaks, nor at a capital beyond A to Z."""
    text = f"PC {name} of Durham Constabulary was dismissed without notice on 3 May 2023. PC {name.split()[-1]} had lied."
    (got,) = read(Document("x", text)).to_dict()["subjects"]
    assert got["name"] == name


def test_a_rank_that_ends_a_sentence_is_not_that_of_who_opens_the_next() -> None:
    text = (
        "Two people have been jailed at Leeds Crown Court. PC Ann Marlowe, 34, was told she had disgraced her role as a police constable. "
        "Kyle Drummond, a scaffolder, bought what she stole. Det. Con. Ravi Sennen, 41, admitted theft.\n"
    )
    told = {s["name"]: s["rank"] for s in read(Document("x", text)).to_dict()["subjects"]}
    assert told.get("Kyle Drummond") is None
    assert told["Ravi Sennen"] == "detective_constable"


@pytest.mark.parametrize(
    "lead", ["On Tuesday", "At Leeds Crown Court on Tuesday", "In March", "Since last June"]
)
def test_a_day_or_a_month_before_a_surname_is_no_first_name(lead: str) -> None:
    text = f"Ann Marlow, 52, a PC with Wiltshire Police, stole.\n\n{lead} Marlow was sentenced to two years."
    mentions = [text[m.start : m.end] for p in prepare(text).cast.persons for m in p.mentions]
    assert mentions == ["Ann Marlow", "Marlow"]
