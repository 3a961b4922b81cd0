"""News of criminal courts: whose case a story tells, and what each of several defendants was tried for."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import Reading, read


def _read(text: str) -> Reading:
    return read(Document("x", text))


def _names(text: str) -> list[str | None]:
    return [s.name for s in _read(text).subjects]


def test_lead_without_a_name_means_whoever_is_named_next() -> None:
    reading = _read(
        "Police chief's supermarket shame\n\nA RETIRED chief inspector was caught slipping a steak into his coat at a shop.\n\n"
        "Bernard Fallows, 63, once the head of CID, held his hands up to a single theft before the city's magistrates on Monday.\n\n"
        "For Fallows, Jacqueline Etheridge said he could offer no explanation.\n"
    )
    assert [(s.name, s.rank, s.age) for s in reading.subjects] == [("Bernard Fallows", "chief_inspector", 63)]
    assert [(o.offence, o.stage) for o in reading.subjects[0].offences] == [("theft", "convicted")]


@pytest.mark.parametrize(
    "lead",
    [
        "A police officer was attacked with a bottle as he tried to break up a fight.",
        "A prison officer who smuggled drugs into jail has been locked up for three years.",
    ],
)
def test_lead_of_another_means_no_officer(lead: str) -> None:
    text = f"Jail after night of violence\n\n{lead}\n\nLee Barr, 22, of Goole, admitted wounding at Hull Crown Court.\n"
    assert "Lee Barr" not in _names(text)


def test_a_superintendent_named_after_the_lead_is_not_its_officer() -> None:
    text = (
        "Officer sacked\n\nAn officer who faked a sick note has been told that she must leave the force for good.\n\n"
        "Superintendent Gillian Frost said the public expected better.\n"
    )
    assert "Gillian Frost" not in _names(text)


def test_an_officer_whom_a_drunk_bit_is_no_subject() -> None:
    text = (
        "Man who bit officer's finger jailed\n\nA DRUNKEN reveller who bit a police officer's finger outside a nightclub has been jailed.\n\n"
        "PC Abigail Trewin, 26, was called with a colleague to a fight in Lucy Road.\n\n"
        "Shane Dullingham, 32, clamped his teeth around her finger, Basildon Crown Court heard. Dullingham admitted wounding.\n\n"
        "Recorder Miles Atherstone commended PC Trewin and sentenced Dullingham to three years.\n"
    )
    assert _names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two jailed over attack on Pc\n\nTwo brothers who left a policeman with a fractured skull have been sent to prison.\n\n"
        "Dean Orme, 24, and Carl Orme, 27, both of Bootle, set upon PC Harry Lomas, 33, outside a kebab shop in May.\n\n"
        "Both men admitted grievous bodily harm with intent. Dean Orme was jailed for nine years and Carl Orme for seven.\n",
        "Driver who dragged constable along road banned\n\nA motorist who drove off with a constable hanging from his window has been banned.\n\n"
        "Ricky Vole, 41, of Bath, pleaded guilty to dangerous driving. PC Sian Webb suffered cuts to her legs.\n",
    ],
)
def test_whoever_hurt_an_officer_is_no_subject(text: str) -> None:
    assert _names(text) == []


def test_an_officer_who_hurt_an_officer_is_the_subject() -> None:
    text = (
        "Policeman who attacked fellow officer is spared jail\n\nA policeman who punched a fellow officer at a party has been spared jail.\n\n"
        "PC Dale Firth, 35, knocked PC Rob Lane unconscious in a Derby bar, the city's magistrates heard.\n\n"
        "Firth admitted assault occasioning actual bodily harm and was given 12 weeks, suspended for a year.\n"
    )
    assert _names(text) == ["Dale Firth"]


def test_those_listed_as_sentenced_alongside_are_civilians() -> None:
    text = (
        "Bent detective jailed with his paymasters\n\n"
        "Neil Haxby, 39, a Humberside Police detective constable, pleaded guilty to misconduct in public office and was jailed for six years.\n\n"
        "SENTENCED ALONGSIDE HIM WERE:\n\n"
        "Jermaine Colbeck, 34, of Isledane, Hull: conspiracy to supply cocaine - 14 years\n"
        "Robbie Sugden, 30, of Greenwood Avenue, Hull: conspiracy to supply cocaine - nine years\n"
    )
    reading = _read(text)
    assert [s.name for s in reading.subjects] == ["Neil Haxby"]
    assert [o.offence for o in reading.subjects[0].offences] == ["misconduct_in_public_office"]


_LISTED = (
    "Officers in court over overtime\n\nThree Met officers made their first appearance at Westminster Magistrates' Court.\n\nIn the dock were:\n\n"
    "• Inspector Alan Whitcroft, 50, of Windlesham, Surrey\n• Sgt Deborah Sainty, 43, of Feltham\n• PC Julian Frere, 33, of Hanwell\n\n"
    "Each faces a single charge of conspiracy to commit fraud by false representation. Whitcroft is also accused of misconduct in a public office.\n\n"
    "None of the defendants entered a plea. They were bailed to attend Southwark Crown Court on August 20.\n"
)


def test_they_after_a_list_means_all_who_are_listed() -> None:
    for subject in _read(_LISTED).subjects:
        assert "Southwark Crown Court" in subject.courts


def test_the_county_of_a_home_is_no_force() -> None:
    assert {s.force for s in _read(_LISTED).subjects} == {"metropolitan"}


@pytest.mark.parametrize(
    ("words", "offence"),
    [
        ("conspiracy to commit fraud by false representation", "fraud_by_false_representation"),
        ("conspiracy to commit theft", "theft"),
        ("conspiracy to commit an offence under the Computer Misuse Act", "computer_misuse"),
    ],
)
def test_a_conspiracy_takes_the_id_of_its_offence(words: str, offence: str) -> None:
    text = f"PC jailed\n\nPC Lee Marsden, 40, of Essex Police, pleaded guilty to {words} at Chelmsford Crown Court.\n"
    assert [(o.offence, o.title) for o in _read(text).subjects[0].offences] == [(offence, words)]
