"""Surnames that are everyday words, places or trades ("Green", "West", "Baker") are read wherever another surname would be."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.prepared import prepare

SURNAMES = [
    "Ashdown",
    "Green",
    "Black",
    "Walker",
    "Ward",
    "Baker",
    "West",
    "Park",
    "Lane",
    "Price",
    "Hunt",
    "Young",
    "Page",
    "Law",
]


def names(text: str) -> list[str | None]:
    return [s.name for s in read(Document(id="x", text=text)).subjects]


def mentions(text: str) -> dict[str | None, int]:
    return {p.name: len(p.mentions) for p in prepare(text, None, None, None).cast.persons}


@pytest.mark.parametrize("surname", SURNAMES)
def test_behind_a_rank_and_a_given_name_in_a_list(surname: str) -> None:
    text = (
        "Hearing outcomes, Kent Police\n\n"
        "At a disciplinary hearing which concluded on 20 September 2006 before a panel chaired by Assistant Chief Constable Mark Orme:\n\n"
        "* Sergeant Peter Lovell, the custody officer, admitted neglect of duty and was fined 13 days' pay\n"
        f"* PC Stephen {surname} admitted using excessive force and was required to resign from the force\n"
        "* PC Aftab Ashdowne was reprimanded for incivility\n"
    )
    assert names(text) == ["Peter Lovell", f"Stephen {surname}", "Aftab Ashdowne"]


@pytest.mark.parametrize("surname", SURNAMES)
def test_behind_a_first_name_that_no_list_knows(surname: str) -> None:
    text = (
        "Hearing, 12 July. PC Stephen Lovell was found to have submitted a false statement. Gross misconduct. Dismissed without notice.\n\n"
        f"Special case, 30 August. DC Wennolie {surname} pleaded guilty at Teesside Crown Court in June to theft. Dismissed without notice.\n"
    )
    assert names(text) == ["Stephen Lovell", f"Wennolie {surname}"]


@pytest.mark.parametrize(
    "opening", ["Julie {0}, 34, who served with Kent Police,", "PC Julie {0} of Kent Police"]
)
@pytest.mark.parametrize("surname", SURNAMES)
def test_the_surname_alone_is_somebodys(surname: str, opening: str) -> None:
    text = (
        f"{opening.format(surname)} stole £400 from a prisoner at Dover.\n\n"
        f"{surname} was jailed for two years at Maidstone Crown Court. The court heard that {surname} had taken the money. "
        f"{surname} left the force in May. On Tuesday {surname} admitted theft.\n"
    )
    assert mentions(text) == {f"Julie {surname}": 5}


@pytest.mark.parametrize(
    "words",
    [
        "She lives in Green Lane, west of the park, and walks in Park Wood.",
        "She came from the West in May, by way of Lane End.",
        "Green was the colour of the Page that she tore out, West of Dover.",
    ],
)
def test_the_word_alone_is_nobodys(words: str) -> None:
    text = f"PC Julie Ashdown of Kent Police stole £400. {words}\n"
    assert mentions(text) == {"Julie Ashdown": 1}


@pytest.mark.parametrize("word", ["West", "Park", "Lane", "Green"])
def test_the_place_is_not_the_person(word: str) -> None:
    text = (
        f"PC Julie {word} of Kent Police stole £400 in the {word}. She lives in {word}, near {word} Hill.\n"
    )
    assert mentions(text) == {f"Julie {word}": 1}


@pytest.mark.parametrize("surname", ["Hunt", "Law", "Black", "Green"])
@pytest.mark.parametrize("rank", ["DI", "DS", "SC"])
def test_behind_a_short_rank(rank: str, surname: str) -> None:
    text = f"Inspector Robert {surname} was dismissed.\n\nA charge had been brought against {rank} {surname}. It was dropped. {rank} {surname} has lodged an appeal.\n"
    assert mentions(text) == {f"Robert {surname}": 3}


def test_behind_an_initial() -> None:
    text = (
        "West Yorkshire Police: hearings\n\n"
        "PC B. Lovell 4411 / Leeds / misconduct hearing, 11 July 2023, chair Mr Stephen Wood (LQC) / misconduct - written warning\n"
        "PC A. Park 4410 / Leeds / misconduct hearing, 11 July 2023, chair Mr Stephen Wood (LQC) / misconduct - written warning\n"
    )
    assert [n.replace("Park", "Pargeter") for n in names(text) if n] == names(
        text.replace("Park", "Pargeter")
    )


@pytest.mark.parametrize("letter", ["B", "C"])
def test_a_letter_for_a_name_stays_one(letter: str) -> None:
    text = f"PC {letter} was dismissed. PC {letter} Green Lane police station had known for years.\n"
    assert mentions(text) == {None: 2}


def test_at_a_place_named_so_is_nobody() -> None:
    text = "At Charles Cross a constable was seen to kick a cell door. He was convicted of common assault at Plymouth Magistrates' Court.\n"
    assert names(text) == [None]


def test_a_title_tells_that_the_word_is_a_surname() -> None:
    text = "IN THE CROWN COURT\n\nYou, Mrs Lane, were a constable of Gwent Police. Eluned Lane, nine months' imprisonment. I am told that you, Mrs Lane, were dismissed on Friday.\n"
    assert mentions(text) == {"Eluned Lane": 3}


@pytest.mark.parametrize("surname", ["Sharp", "Black", "Day"])
@pytest.mark.parametrize(
    "cited",
    [
        "In {0} (a Nottinghamshire sergeant given four years) this court said so.",
        "I was taken to R v {0}, a Norfolk inspector who received three years.",
    ],
)
def test_a_case_cited_by_such_a_surname_is_told_apart(surname: str, cited: str) -> None:
    text = (
        "Attorney General's Reference (R v Orme) [2015] EWCA Crim 9833\n\n1. LORD JUSTICE MERROW: Michael Orme is 32. Until October 2013 he was a "
        "constable in Derbyshire. He pleaded guilty to theft and was jailed for two years. "
    )

    def told(name: str) -> list[tuple[str | None, str | None, list[str | None]]]:
        subjects = read(Document(id="x", text=text + cited.format(name))).subjects
        return [
            (s.name.replace(name, "?") if s.name else None, s.rank, [x.length for x in s.sentences])
            for s in subjects
        ]

    assert told(surname) == told("Lovell")
    assert told(surname)[0] == ("Michael Orme", "police_constable", ["P2Y"])
