"""Whom a page's opening is about, and which of those named it is."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.page import Page
from peelian.reading.role_story import Opening, opening_of
from peelian.reading.scan import Hit, Scan


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three former Fenshire Police officers have appeared in court.\n\nAnn Lee", Opening(True, 3, False)),
        ("A detective sergeant who stole a phone is to be tried.\n\nAnn Lee", Opening(True, 1, False)),
        ("A man who bit a police officer has been jailed.\n\nAnn Lee", Opening(False, 1, False)),
        (
            "A man who lied about his work as a police sergeant is to be tried.\n\nAnn Lee",
            Opening(True, 1, False),
        ),
        ("A prison officer has been jailed for smuggling.\n\nAnn Lee", Opening(False, 1, False)),
        ("A police officer's wife has been fined.\n\nAnn Lee", Opening(False, 1, False)),
        (
            "Two civilian workers have been jailed.\n\nAnn Lee",
            Opening(True, 2, False, Hit(4, 20, "rank", "police_staff")),
        ),
        ("Tributes have been paid to a teacher.\n\nAnn Lee", None),
    ],
)
def test_the_opening_says_whom_the_page_is_about(text: str, found: Opening | None) -> None:
    page = Page(text)
    told = opening_of(page, Scan(page), text.index("Ann Lee"))
    assert (None if told is None else told._replace(end=0)) == found


@pytest.mark.parametrize(
    ("opening", "calling"),
    [
        ("A woman who worked as a call handler for Kent Police has been jailed.", "call handler"),
        ("A man employed as an intelligence analyst by Kent Police is to be tried.", "intelligence analyst"),
        ("A former control room operator has admitted fraud.", "control room operator"),
        ("A member of staff at Kent Police has been fined for theft.", "member of staff"),
        ("A woman who sent 400 texts to a call handler has been jailed.", None),
        ("A member of staff at a bank has been fined for theft.", None),
    ],
)
def test_a_page_may_open_on_a_member_of_staff_by_calling(opening: str, calling: str | None) -> None:
    page = Page(f"{opening}\n\nAnn Lee, 41, of Deal, was told to return.")
    found = opening_of(page, Scan(page), page.text.index("Ann Lee"))
    hit = found.calling if found is not None else None
    assert (page.text[hit.start : hit.end] if hit is not None else None) == calling


def test_whoever_a_calling_at_the_start_means_is_the_one_named_first() -> None:
    text = (
        "A woman who worked as a call handler for Kent Police has admitted passing on crash victims' details.\n\n"
        "Ann Lee, aged 45, entered pleas of guilty to one charge of misconduct in public office at Maidstone Crown Court.\n\n"
        'Assistant Chief Constable Tom Moss said: "People ring us when they are hurt."'
    )
    subjects = read(Document("x", text)).to_dict()["subjects"]
    assert [(s["name"], s["rank"]) for s in subjects] == [("Ann Lee", "police_staff")]


def test_a_member_of_staff_who_was_attacked_is_not_the_man_who_did_it() -> None:
    text = (
        "A PCSO was spat at outside a shop by a man who has now been jailed.\n\n"
        "Tom Moss, 22, of Luton, pleaded guilty to assaulting an emergency worker at Luton Magistrates' Court.\n\n"
        'Inspector Ann Lee of Bedfordshire Police said: "Nobody should go to work to be spat at."'
    )
    assert _subjects(text) == []


def test_sentences_after_the_first_name_are_no_opening() -> None:
    text = "Ten minutes before the hearing Ann Lee resigned.\n\nThe Chief Constable went ahead."
    page = Page(text)
    assert opening_of(page, Scan(page), text.index("Ann Lee")) is None


def _subjects(text: str) -> list[str | None]:
    return [s["name"] for s in read(Document("x", text)).to_dict()["subjects"]]


def test_what_follows_a_list_of_names_is_told_of_all_of_them() -> None:
    text = (
        "Three ex-officers in dock over invented informants\n\n"
        "Three former Fenshire Police officers accused of inventing informants have appeared in court.\n\n"
        "Kevin Oldbury, 56, of Sutton Vale, Marcus Tanfield, 49, of Halesend, and Jagdeep Sohanpal, 44, of Wood End, are charged with conspiracy to commit fraud.\n\n"
        "Detective Superintendent Moira Kelstone, who was then in charge of the unit, is expected to be called as a prosecution witness.\n"
    )
    assert _subjects(text) == ["Kevin Oldbury", "Marcus Tanfield", "Jagdeep Sohanpal"]


def test_a_rank_before_somebody_elses_name_gives_nobody_a_police_role() -> None:
    text = (
        "Man jailed for biting officer outside club\n\n"
        "A man who bit a police officer has been jailed for 20 months.\n\n"
        "Shane Lloyden, 26, of Penwell, had been thrown out of a club when officers were called. Lloyden swung a punch at PC Joan Vickerstaff.\n\n"
        "Lloyden admitted assault occasioning actual bodily harm and assaulting an emergency worker.\n"
    )
    assert "Shane Lloyden" not in _subjects(text)


def test_bullets_byline_and_hour_stand_before_the_storys_first_sentence() -> None:
    text = (
        "LADS WALK FREE\n* Rail cops swapped snaps\n* One wept\n* Wives watched\n\nBy Tam Nettle\nPublished 10:02, 14 Mar 2024\n\n"
        "A TRIO of railway policemen who shared crude pictures walked free today.\n\n"
        "Paul Amble, 44, was a sergeant with Essex Police. He admitted two counts of bribery and got 18 months.\n\n"
        "PC Dev Marl, 29, admitted one count of bribery and was given 10 months.\n\n"
        "Benedikt Thorne, 38, admitted a single count of bribery. Thorne was handed 12 months.\n"
    )
    assert _subjects(text) == ["Paul Amble", "Dev Marl", "Benedikt Thorne"]
