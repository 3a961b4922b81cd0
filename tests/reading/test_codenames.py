"""Labels that stand for names. All people are invented."""

from __future__ import annotations

import pytest

from peelian.reading.codenames import find_labels, label_persons
from peelian.reading.page import Page
from peelian.reading.scan import Scan


def labels(text: str) -> list[str]:
    page = Page(text)
    return [text[label.start : label.end] for label in find_labels(page, Scan(page))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officer A was dismissed.", ["Officer A"]),
        # as written, with its quotation marks
        ("PC 'B' and DS “C” were cleared.", ["PC 'B'", "DS “C”"]),
        # "former" belongs to the label
        ("Former Officer C would have been dismissed.", ["Former Officer C"]),
        ("Former PC 'A' resigned.", ["Former PC 'A'"]),
        # numbers in words, with a capital after any rank
        ("Sergeant One told Constable Three to wait.", ["Sergeant One", "Constable Three"]),
        ("It was officer two who struck him.", ["officer two"]),
        # a rank and how the page will shorten it
        ("The Detective Inspector (DI) and a police constable (PC) came.", []),
        # capitals, numbers, jobs
        ("OFFICER C gave evidence.", ["OFFICER C"]),
        ("Control Room Operator 1 took the call.", ["Control Room Operator 1"]),
        ("Officer 2, a serving constable", ["Officer 2"]),
        ("Officer One struck him.", ["Officer One"]),
        # two letters; a number called a number; a cipher that stands alone, told once what it is
        ("Officer AB was dismissed. DC AB had lied.", ["Officer AB", "DC AB"]),
        ("Officer Number 3 was dismissed.", ["Officer Number 3"]),
        ("A firearms officer known as W42 shot him. W42 was cleared.", ["W42", "W42"]),
        ("The road known as A264 was shut. It was icy.", []),
        # several at once
        ("Officers 2 and 3 posted messages.", ["Officers 2 and 3"]),
        ("PCs A, B and C were there.", ["PCs A, B and C"]),
        # an everyday word after the letter is no surname
        ("PC A told us that he had used the spray.", ["PC A"]),
        # an initial is no label
        ("PC A. Hussain and PC B Rowley were there.", []),
        # victims and witnesses
        ("Ms A, Mr B, Witness C and Child D were there.", []),
        # numbers of other things, and collar numbers
        ("PC 4417 Pryde dealt with count 1 and allegation 2.", []),
        # a group's size, not a code
        ("Officers 30 years in the job were there.", []),
    ],
)
def test_labels_as_written(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


def test_one_code_is_one_person_with_every_mention() -> None:
    text = "Officer A hit him. Officers A and B lied. PC B was warned. Officer A was dismissed."
    page = Page(text)
    persons = label_persons(find_labels(page, Scan(page)), text)
    assert [(p.label, len(p.mentions)) for p in persons] == [("Officer A", 3), ("PC B", 2)]


def test_officers_only_told_of_together_have_a_label_each() -> None:
    """ "Officers B and C" are Officer B and Officer C."""
    page = Page("Officers B and C were warned.")
    people = label_persons(find_labels(page, Scan(page)), page.text)
    assert [p.label for p in people] == ["Officer B", "Officer C"]


def test_staff_and_officers_with_one_letter_are_two() -> None:
    text = "Call Handler A took the call. Sergeant A went there."
    page = Page(text)
    persons = label_persons(find_labels(page, Scan(page)), text)
    assert [p.label for p in persons] == ["Call Handler A", "Sergeant A"]


def test_a_letter_stands_for_the_same_officer_where_something_is_said_to_be_his() -> None:
    page = Page("The sergeant (PS C) was late. PC A's case was heard first. PS C's case was heard next.")
    labels = find_labels(page, Scan(page))
    assert [page.text[x.start : x.end] for x in labels] == ["PS C", "PC A", "PS C"]


def test_a_label_without_a_rank_may_be_that_of_staff() -> None:
    page = Page("Call Handler 2 took the call. Members 1 and 2 were interviewed. Staff member 2 left.")
    people = label_persons(find_labels(page, Scan(page)), page.text)
    assert all(p.label for p in people)
