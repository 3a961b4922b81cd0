"""Names whose words are verbs, months, places or titles too; peers and judges who bear an officer's surname."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return found


@pytest.mark.parametrize(
    "name",
    ["Will Osterley", "May Osterley", "April Osterley", "June Osterley", "Simon Green", "Simon Ireland"],
)
@pytest.mark.parametrize(
    "told",
    [
        "PC {} was dismissed by Essex Police on 3 July 2021.",
        "Constable sacked\n{}, 31, a constable with Essex Police, was dismissed by a panel on 3 July 2021.",
        "Former police sergeant {} has been jailed for two years at Leeds Crown Court.",
    ],
)
def test_a_name_that_is_a_word_too_is_read_after_a_rank_and_before_an_age(told: str, name: str) -> None:
    assert [one["name"] for one in subjects(told.format(name))] == [name]


def test_a_month_before_a_name_or_a_verb_in_a_headline_is_no_given_name() -> None:
    told = "In May Osterley, 31, was arrested. PC Dan Osterley was a constable with Kent Police when he was charged with theft."
    assert [one["name"] for one in subjects(told)] == ["Dan Osterley"]
    told = "Chief Superintendent Will Face Hearing\nA chief superintendent of Kent Police will face a misconduct hearing in June."
    assert [one["name"] for one in subjects(told)] == [None]


def test_a_peer_who_asks_or_sits_is_no_subject_though_an_officer_bears_the_name() -> None:
    told = (
        "Written answer, 4 July 2018\nAsked by Baroness Felling: how many officers of Wiltshire Police were dismissed.\n"
        "Answered by Lord Carrow: PC Ned Tapley was dismissed in May."
    )
    assert [one["name"] for one in subjects(told)] == ["Ned Tapley"]
    told = (
        "At the High Court in Glasgow Lord Balder sentenced former inspector Rob Kinnear to two years for fraud.\n"
        "Sergeant Moira Balder, of Police Scotland, was given a written warning for helping him."
    )
    assert [one["name"] for one in subjects(told)] == ["Rob Kinnear", "Moira Balder"]


def test_a_name_kept_back_by_an_order_is_no_name() -> None:
    told = (
        "CLEVELAND POLICE\nMisconduct hearings: outcomes\n\nName: Jordan Felsted\nRank: PC\nHearing: 4 May 2021\nOutcome: Dismissed\n\n"
        "Name: Subject to an anonymity order\nRank: Sergeant\nHearing: 9 May 2021 (accelerated)\nOutcome: Final written warning"
    )
    found = subjects(told)
    assert [one["name"] for one in found] == ["Jordan Felsted", None]
    assert found[1]["proceeding"]["kind"] == "accelerated_hearing"


def test_a_bid_to_clear_a_name_that_was_lost_is_no_acquittal() -> None:
    told = (
        "Two former Thames Valley detectives jailed for fraud have lost their bid to clear their names.\n"
        "Neil Garrity, 46, and Anton Vesey, 39, were convicted of fraud at Oxford Crown Court in 2016.\n"
        "At the Court of Appeal judges rejected their appeals."
    )
    assert {(o["stage"]) for one in subjects(told) for o in one["offences"]} == {"convicted"}
    assert [one["appeal"]["result"] for one in subjects(told)] == ["dismissed", "dismissed"]


def test_a_wife_of_the_same_surname_is_no_subject_and_the_surname_alone_is_the_officers() -> None:
    told = (
        "Ex-sergeant's wife cleared of helping him\nA former Nottinghamshire sergeant has been jailed for three years, while his wife was cleared.\n"
        "Graham Wexcombe, 53, admitted theft at Derby Crown Court. Jacqueline Wexcombe, 50, a nurse, had denied money laundering.\n"
        "Wexcombe resigned from the force in 2015, two days before a fast-track hearing at which he would have been dismissed."
    )
    (one,) = subjects(told)
    assert (one["name"], one["resigned"]) == ("Graham Wexcombe", "resigned")
    assert [o["offence"] for o in one["offences"]] == ["theft"]


def test_two_officers_who_are_married_are_both_subjects() -> None:
    told = "Sgt Neil Frome and his wife PC Wendy Frome, of Dorset Police, were sacked for fraud. Neil Frome was the first to be arrested."
    assert [one["name"] for one in subjects(told)] == ["Neil Frome", "Wendy Frome"]


@pytest.mark.parametrize(
    "name",
    ["Marcus de la Cruz", "Pieter van der Merwe", "Ana dos Santos", "Owain ap Rhys", "Simon St. Clair"],
)
def test_the_small_words_of_a_surname_belong_to_it(name: str) -> None:
    last = name.split(" ", 1)[1]
    told = (
        f"Officer jailed\nPC {name}, 34, of Essex Police, admitted theft at Leeds Crown Court.\n"
        f"PC {last} was jailed for 14 months. {last[0].upper() + last[1:]} had taken £900 from a suspect."
    )
    (one,) = subjects(told)
    assert (one["name"], one["sentences"][0]["length"]) == (name, "P14M")
    listed = (
        f"Officer: PC {name}\nOutcome: Dismissed\n\nOfficer: DC Paula Finch\nOutcome: Final written warning"
    )
    assert [one["name"] for one in subjects(listed)] == [name, "Paula Finch"]


@pytest.mark.parametrize("surname", ["Green", "Price", "Ward", "Young", "White", "Page", "West", "Long"])
def test_a_surname_that_is_a_word_is_read_behind_a_rank(surname: str) -> None:
    told = f"PC {surname} was dismissed by Essex Police on 3 July 2021. Sgt Lee Marr gave evidence."
    assert [one["name"] for one in subjects(told)] == [surname]
    told = (
        f"A constable has been sacked.\nAdam {surname}, of Essex Police, was dismissed without notice.\n"
        f"PC {surname} had been convicted of theft."
    )
    assert [one["name"] for one in subjects(told)] == [f"Adam {surname}"]


@pytest.mark.parametrize(
    "headline", ["Ex-PC Jailed For Theft", "PC Found Guilty", "Chief Inspector Cleared Over Chase"]
)
def test_a_word_behind_a_rank_in_a_headline_is_no_surname(headline: str) -> None:
    told = f"{headline}\n\nA sergeant of Essex Police was jailed for two years for theft."
    assert [one["name"] for one in subjects(told)] == [None]


@pytest.mark.parametrize("name", ["Paul Court", "Mark Street", "Gail Force", "Scott Gross"])
def test_at_a_lines_end_of_a_list_any_word_may_be_the_surname(name: str) -> None:
    told = f"Officer: PC {name}\nOutcome: Dismissed\n\nOfficer: DC Paula Finch MBE\nOutcome: Final written warning"
    assert [one["name"] for one in subjects(told)] == [name, "Paula Finch"]


@pytest.mark.parametrize(
    ("lives", "name"),
    [
        (", from Hazel Grove,", "Dwayne Ashcombe"),
        (", of Martin Hill, Selby,", "Dwayne Ashcombe"),
        (", 31, of Holly Grove, Leeds,", "Dwayne Ashcombe"),
        (", of Gravel Hill, Ludlow,", "Clement Constable"),
        (", from Lee Green,", "Bronwen Sergeant"),
    ],
)
def test_where_somebody_lives_is_nobody_and_a_rank_word_may_be_the_surname(lives: str, name: str) -> None:
    surname = name.split()[1]
    told = (
        f"Officer fined\n\nTeme Journal, 21 August 2009\n\n{name}, 33, has been a constable with West Mercia Police since 2004. "
        f"PC Arthur Binnion stopped the car at Telford on 26 July.\n\n{surname}{lives} pleaded guilty to theft at Telford Magistrates' Court.\n"
    )
    assert [(one["name"], len(one["offences"])) for one in subjects(told)] == [(name, 1)]


@pytest.mark.parametrize("unit", ["Special Operations Unit", "Special Investigations Branch"])
def test_a_unit_whose_name_has_a_rank_word_is_nobody(unit: str) -> None:
    told = f"PC Dan Osterley of Kent Police was arrested by officers of the South East {unit}. He was dismissed on 3 July 2021."
    assert [one["name"] for one in subjects(told)] == ["Dan Osterley"]


@pytest.mark.parametrize("surname", ["Sergeant", "Constable", "Inspector"])
def test_a_surname_that_is_a_rank_stands_alone_too_and_gives_no_rank(surname: str) -> None:
    told = (
        f"A SPECIAL constable who lied has been sacked.\n\nClive {surname}, 41, of Burton Wetherby, near Louth, "
        f"admitted perjury at Lincoln Crown Court.\n\n{surname} had served Lincolnshire Police for six years."
    )
    (one,) = subjects(told)
    assert (one["name"], one["rank"]) == (f"Clive {surname}", "special_constable")


def test_a_home_that_begins_with_a_given_name_is_nobody() -> None:
    told = (
        "Sergeant jailed\n\nNeil Bramall, 52, of Stanley Crook, near Durham, was sent to prison for a year for theft. "
        "Bramall, of Stanley Crook, was a sergeant with Durham Constabulary and had denied two charges."
    )
    assert [one["name"] for one in subjects(told)] == ["Neil Bramall"]


@pytest.mark.parametrize("name", ["Radomir Pell-Okafor", "Zebedee Stroud-O'Neill"])
def test_a_double_surname_is_a_name_wherever_it_stands(name: str) -> None:
    told = (
        f"It was the last thing that {name} owned. He had been, until 2014, a sergeant with Suffolk Police. "
        "In June of that year Ipswich Crown Court found him guilty of theft."
    )
    assert [one["name"] for one in subjects(told)] == [name]


@pytest.mark.parametrize("word", ["Ringleader", "Kingpin", "Fraudster"])
def test_what_a_paper_calls_somebody_is_no_part_of_the_name(word: str) -> None:
    told = f"{word} Rufus Amble, 44, was a sergeant with Kent Police. Amble admitted theft."
    assert [one["name"] for one in subjects(told)] == ["Rufus Amble"]
