"""Entries: paragraphs opened by names, of which only those with a police role are about an officer."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.cast import Cast, find_cast
from peelian.reading.page import Page
from peelian.reading.scan import Scan

ROUND_UP = """Before the bench
Sitting at Kelbrook Magistrates' Court

Monday

Ivor Plashett, 51, of Mill Rise, Kelbrook. No television licence. Fined £120, costs £40, surcharge £12.

Dora Wintle, 34, of Tanyard Row, Kelbrook, drove with excess alcohol on Fell Road. She told the bench that she was a sergeant with Cumbria Police. Banned for 14 months and fined £400.

Tuesday

Luke Farrand, 22, of no fixed abode. Assaulted a police constable, Amy Sperrin, in the custody suite. Eight weeks.

Hugo Bexley, 47, an enquiry clerk at Kelbrook police station, of Fell Road. Theft of £15 from lost property. Conditional discharge for a year.

PC Neil Brammer, 29, of Castle Bank. Careless driving, admitted. Fined £300 and five points.

John Constable, 60, of The Green. Mr Constable, a plumber, was fined £90 for littering in the market square.
"""

SACKED = """The names on Durham's list for 2021

Odette RAMSDEN. The ex-PC sold a force laptop and was fined by magistrates. Dismissed without notice in May.

Odo RAMSDEN (no relation). Sergeant in Darlington. Lied about a search. A hearing in June found gross misconduct.

OFFICER B. A constable with nine years in. Resigned before a hearing in July, and would have been dismissed.

Kit VANCE-HOLLIS. A detention officer who slept through two checks on a prisoner. Dismissed in August.
"""

STORY = """Three jailed over dealers' ring

Sergeant Paul Tranter, 44, of Hythe, was jailed for six years at Canterbury Crown Court for selling what he had seized.

Wayne Clegg, 39, of Dover, was told that he had led Tranter by the nose, and was given nine years for supplying cocaine.

Maria Clegg, 37, of Dover, had counted the money for Tranter and for her husband, the judge said, and got four years.
"""


def cast_of(text: str) -> Cast:
    page = Page(text)
    return find_cast(page, Scan(page))


def test_only_those_with_a_police_role_are_subjects() -> None:
    subjects = {p.name: p.rank and p.rank.value for p in cast_of(ROUND_UP).subjects}
    assert subjects == {
        "Dora Wintle": "sergeant",
        "Hugo Bexley": "police_staff",
        "Neil Brammer": "police_constable",
    }


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("No television", []),  # the entry of somebody with no police role is nobody's
        ("Eight weeks", []),  # nor is that of a man who assaulted an officer
        ("Banned for", ["Dora Wintle"]),
        ("Conditional", ["Hugo Bexley"]),
        ("Sitting at", ["Dora Wintle", "Hugo Bexley", "Neil Brammer"]),  # the court belongs to all
        ("Monday", ["Dora Wintle"]),  # a day to those below it, up to the next
        ("Tuesday", ["Hugo Bexley", "Neil Brammer"]),
    ],
)
def test_each_entry_tells_of_its_own_person(words: str, names: list[str]) -> None:
    cast = cast_of(ROUND_UP)
    assert [p.name for p in cast.who(ROUND_UP.index(words))] == names


def test_names_ended_by_a_full_stop_and_a_label_among_them() -> None:
    cast = cast_of(SACKED)
    assert [p.name or p.label for p in cast.subjects] == [
        "Odette RAMSDEN",
        "Odo RAMSDEN",
        "OFFICER B",
        "Kit VANCE-HOLLIS",
    ]
    assert [p.rank.value for p in cast.subjects if p.rank] == [
        "police_constable",
        "sergeant",
        "police_constable",
        "police_staff",
    ]


def test_one_story_about_several_people_is_no_list_of_entries() -> None:
    assert [p.name for p in cast_of(STORY).subjects] == ["Paul Tranter"]
    assert cast_of(STORY).persons[0].region is None


def test_a_long_list_without_gaps_is_read() -> None:
    """Each line asked the next whether it opens an entry, and that one the next: 600 lines were too deep."""
    names = [f"{a} {b}{c}" for a in ("Ivor", "Dora", "Luke") for b in ("Plash", "Wint", "Farr") for c in
             ("ett", "ley", "and", "ing", "ham", "ton", "ford", "wick", "well", "stow")]  # fmt: skip
    line = "{}, 51, of Mill Rise, Kelbrook, a constable of Kent Police, was dismissed for theft."
    page = "\n".join(line.format(names[n % len(names)]) for n in range(1_500))
    assert read(Document("long", page)).subjects
