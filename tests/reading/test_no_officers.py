"""People said to be no police: what is told of them is nobody's on a page about an officer. All invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

SERGEANT = "A Sussex Police sergeant has been charged with theft. He was bailed on Friday. "


@pytest.mark.parametrize(
    "then",
    [
        "His wife, who is not a police officer, was also arrested on suspicion of money laundering.",
        "A man, who is not an officer, has been charged with robbery.",
        "A woman of 33, not a police officer, was jailed for two years for perjury.",
        "A second person, who does not work for the police, was jailed for two years for perjury.",
        "A woman of 33, Jane Moss, was jailed for two years for perjury.",
    ],
)
def test_somebody_who_is_no_officer_is_no_subject_and_their_end_is_nobodys(then: str) -> None:
    subjects = read(Document("x", SERGEANT + then, "txt")).subjects
    assert [(s.rank, s.name) for s in subjects] == [("sergeant", None)]
    assert [(o.offence, o.stage) for o in subjects[0].offences] == [("theft", "charged")]
    assert subjects[0].sentences == []


def test_a_named_officers_husband_who_is_no_officer_keeps_his_own_term() -> None:
    text = (
        "PC Ann Dale, of Essex Police, was charged with theft. Her husband, who has never been a police officer, "
        "was jailed for two years for fraud at Ely Crown Court."
    )
    (subject,) = read(Document("x", text, "txt")).subjects
    assert [(o.offence, o.stage) for o in subject.offences] == [("theft", "charged")]
    assert subject.sentences == []


def test_who_is_not_a_trained_driver_is_an_officer_all_the_same() -> None:
    text = "A constable, who is not a trained driver, was fined £200 for careless driving. Essex Police would not comment."
    (subject,) = read(Document("x", text, "txt")).subjects
    assert (subject.rank, [s.amount for s in subject.sentences]) == ("police_constable", [200])


def test_a_father_of_two_is_the_sergeant_of_the_sentence_before() -> None:
    text = (
        "A former Kent Police sergeant has been jailed for theft. Father of two Tom Moss, 44, stole cash from a store "
        "at Dover. Moss admitted theft at Maidstone Crown Court."
    )
    (subject,) = read(Document("x", text, "txt")).subjects
    assert (subject.name, subject.rank) == ("Tom Moss", "sergeant")
