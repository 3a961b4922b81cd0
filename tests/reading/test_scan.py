"""What a page's scan gives to those who ask, and what stands around the names of a page."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from peelian.reading.names import find_names
from peelian.reading.page import Page
from peelian.reading.prose_people import named_persons
from peelian.reading.scan import Scan
from peelian.reading.spans import find_all, holds_any
from peelian.reading.surroundings import Surroundings

TEXT = (
    "PC Orla Fenwhistle of Kent Police was dismissed without notice on Monday. Sgt Hugo Trask said that she had lied.\n\n"
    "Fenwhistle, 34, denied the allegation. Trask, a sergeant, told the panel of Essex Police's inquiry."
)


@given(st.integers(-5, len(TEXT) + 5), st.integers(-5, len(TEXT) + 5))
def test_several_kinds_are_those_of_each_in_order(start: int, end: int) -> None:
    scan = Scan(Page(TEXT))
    kinds = ("force", "rank", "does", "outcome", "described")
    found = scan.among(kinds, max(0, start), end)
    each = [h for kind in kinds for h in scan.between(kind, max(0, start), end)]
    assert sorted(found) == sorted(each)
    assert [h.start for h in found] == sorted(h.start for h in found)


def test_what_is_found_on_a_page_is_found_once_until_the_page_has_less() -> None:
    scan = Scan(Page(TEXT))
    asked: list[int] = []

    def forces(page: Page, scan: Scan) -> list[str]:
        asked.append(len(page.text))
        return [h.value for h in scan.of("force")]

    assert len(scan.once(forces)) == 2
    assert scan.once(forces) is scan.once(forces)
    assert len(asked) == 1
    scan.leave_out([(0, TEXT.index("Monday"))])
    assert len(scan.once(forces)) == 1  # what was left out is no part of the text
    assert len(asked) == 2


@given(
    st.text("abcd ", max_size=60), st.lists(st.text("abcd ", min_size=1, max_size=3), max_size=4, unique=True)
)
def test_words_are_found_wherever_they_begin(text: str, words: list[str]) -> None:
    places = [m.start() for word in words for m in re.finditer(f"(?={re.escape(word)})", text)]
    assert find_all(text, words) == sorted(places)
    assert holds_any(text, words) == bool(places)


def test_letters_say_what_stands_at_each_offset() -> None:
    text = "A \u2019b\u0141 7\u00e9"
    assert list(Page(text).letters) == [
        2,
        0,
        0,
        1,
        0,
        0,
        3,
        1,
        0,
    ]  # (letters beyond Latin-1 are taken for none)


def test_who_is_named_next_and_what_is_told_until_then() -> None:
    page = Page(TEXT)
    scan = Scan(page)
    persons = named_persons(page, scan, find_names(page, scan))
    among = Surroundings(persons, page, scan)
    orla, hugo = persons
    assert [among.next_other(orla, m.start) for m in orla.mentions] == [m.start for m in hugo.mentions]
    assert among.next_other(hugo, hugo.mentions[-1].start) == len(page.text)
    assert among.others(hugo) == [m.start for m in orla.mentions]
    assert among.has_role(orla)
    assert among.most == 2
    assert among.deeds[orla] > among.deeds[hugo]
