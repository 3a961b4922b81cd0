"""Names whose every word is a month, a county, a court, a sanction or a virtue: read where something tells that they are names."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return found


def names(text: str) -> list[str | None]:
    return [one["name"] for one in subjects(text)]


WORDS = [
    "April Court",
    "Charity Fine",
    "Justice Case",
    "Summer Kent",
    "Will March",
    "Chase Law",
    "Major Sharp",
]


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize(
    "told",
    [
        "DC {}, who worked at Harlow, was dismissed without notice by Essex Police after a misconduct hearing on 9 May 2022.",
        "Constable stole from lost property\n\n{}, 36, a constable with Gwent Police, admitted theft at Newport Crown Court and was jailed for six months on 3 June 2021.",
        "Misconduct hearing outcome\n\nName: {}\nRank: PC\nForce: Kent Police\nOutcome: Dismissed without notice",
        "A detective who lied about a visit has been given a final written warning. Det Con {} told a panel of Surrey Police that it was wrong.",
    ],
)
def test_words_are_a_name_behind_a_rank_or_a_label_before_an_age_or_a_verb_of_speaking(
    told: str, name: str
) -> None:
    assert names(told.format(name)) == [name]


def test_the_surname_alone_is_the_person_and_no_sanction() -> None:
    told = (
        "A Surrey constable struck a colleague.\n\nChase Fine, 27, was at a bar in Guildford.\n\n"
        "Fine told police she recalled nothing. She admitted common assault at Guildford Magistrates' Court.\n\n"
        "Fine was given a 12-month community order. Fine remains on restricted duties with Surrey Police."
    )
    (one,) = subjects(told)
    assert (one["name"], one["age"]) == ("Chase Fine", 27)
    assert not any(order["kind"] == "fine" for order in one.get("orders") or [])
    assert "fine" not in str(one.get("sentences") or "").lower().replace("chase fine", "")


def test_a_surname_that_is_a_title_is_read_after_a_bare_name() -> None:
    told = "A woman asked if she knew an officer called Andrew King. But King, a constable in Exmouth with Devon and Cornwall Police, knew her. King pleaded guilty to nine offences under the Data Protection Act at Exeter Crown Court."
    assert names(told) == ["Andrew King"]


@pytest.mark.parametrize("name", ["Omar al-Masri", "Nadia el-Sayed", "A B Carter"])
def test_small_words_joined_by_a_hyphen_and_initials_belong_to_a_name(name: str) -> None:
    assert names(f"PC {name}, 34, of Leeds, was dismissed without notice by West Yorkshire Police.") == [name]


@pytest.mark.parametrize(
    "told",
    [
        "PC Charged Over Crash\nA constable of Kent Police will appear in court in June.",
        "Constable faces panel\nIn March a constable of Essex Police was dismissed. The Court heard that Major Crime told the force in May. Justice was done.",
        "Hearing outcome\n\nName: Name Withheld\nRank: PC\nForce: Kent Police\nOutcome: Dismissed without notice",
        "Hearing outcome\n\nName: Kent Police\nRank: PC\nOutcome: Dismissed without notice",
    ],
)
def test_the_words_alone_are_no_name(told: str) -> None:
    assert all(name is None for name in names(told))


def test_a_fine_and_a_month_stay_what_they_are_beside_such_a_name() -> None:
    told = "PC April March, 29, of Kent Police, was fined £400 at Maidstone Magistrates' Court on 4 March 2020. March admitted drink-driving. The fine was paid in April."
    (one,) = subjects(told)
    assert one["name"] == "April March"
    assert "2020-03-04" in str(one)


def test_a_force_on_the_next_line_and_the_next_sentence_are_no_part_of_a_name() -> None:
    assert names(
        "Outcome of hearing: DC Ferris\nDurham Constabulary, 16 May 2018\n\nDC Ferris was dismissed."
    ) == ["Ferris"]


@pytest.mark.parametrize("name", ["June Storm", "Major Fine", "Will Judge", "April King"])
def test_a_list_with_numbers_reads_them_as_names(name: str) -> None:
    told = (
        "Suffolk Constabulary\nPublic misconduct hearings: outcomes\n\n"
        f"Name of officer PC 1120 {name}\nDate of hearing 13 October 2023\nFinding Misconduct\nOutcome Written warning\n"
        "Name of officer PC 2240 Rhian Oakes\nDate of hearing 19 October 2023\nFinding Gross misconduct\nOutcome Dismissed without notice"
    )
    assert names(told) == [name, "Rhian Oakes"]


@pytest.mark.parametrize("chair", ["Ms April King", "Mrs Amber French", "Mr Grace Moss"])
def test_a_chair_may_be_called_by_a_month(chair: str) -> None:
    told = f"PC Ann Wexley was dismissed without notice by Essex Police on 4 May 2022. The hearing was chaired by {chair}, legally qualified chair."
    (one,) = subjects(told)
    assert one["proceeding"]["chair"] == chair.split(" ", 1)[1]


def test_a_judge_called_justice_is_none_of_the_officers() -> None:
    told = "Mr Justice North told PC Will Marsh, 31, of Kent Police that he had stolen from the dead. Marsh was jailed for two years for theft at Maidstone Crown Court."
    assert names(told) == ["Will Marsh"]


@pytest.mark.parametrize(
    "did", ["drove into a wall and was dismissed", "accepted a caution and was dismissed"]
)
def test_what_an_officer_did_tells_a_name_too(did: str) -> None:
    assert names(f"PC Major Cash {did} by Kent Police on 3 May 2022.") == ["Major Cash"]


def test_a_headline_of_such_words_is_no_name() -> None:
    assert names("PC Will Face Panel\nA constable of Kent Police will face a hearing.") == [None]


@pytest.mark.parametrize("surname", ["Cook", "Baker", "Farmer"])
def test_a_surname_that_is_a_trade_makes_nobody_a_civilian(surname: str) -> None:
    told = (
        "PCSO GETS DOG BAN HALVED\n\nThe former PCSO whose spaniels were found starving has persuaded a judge to let him keep a dog.\n\n"
        f"Mark {surname}, 34, of Ammanford, appealed to Swansea Crown Court against both parts of the sentence passed in Llanelli in October.\n\n"
        f"{surname} did not appeal against his convictions. He had lost his post with Dyfed-Powys Police, when a panel found him guilty of gross misconduct."
    )
    assert names(told) == [f"Mark {surname}"]


def test_a_surname_behind_and_or_before_what_was_done_is_the_person() -> None:
    told = (
        "PC Dean Church, 31, and Sgt Mark Park, 45, both of Kent Police, were tried at Maidstone Crown Court.\n\n"
        "Park was jailed for 16 months for theft. Church kept the money and was jailed for nine months for theft. Park and Church, both suspended, await a hearing."
    )
    assert names(told) == ["Dean Church", "Mark Park"]


def test_a_winter_that_saw_something_is_no_person() -> None:
    told = "PC Ray Winter, 31, of Kent Police, was jailed for theft at Maidstone Crown Court. Winter brought snow. In winter the force saw the third such case."
    assert names(told) == ["Ray Winter"]
