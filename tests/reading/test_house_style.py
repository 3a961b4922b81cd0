"""What a page spells or sets otherwise is read as the same; what only looks alike stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.divided import Whole

USUAL = (
    "Former constable jailed\n\n3 May 2021\n\n"
    "A former officer of Kent Police who was not on duty has been jailed for 2 years for computer offences.\n\n"
    "PC Orla Tennant-Boyle, a 34-year-old constable, pleaded guilty at Maidstone Crown Court on 5 November 2020 to"
    " unauthorised access to computer material. She was dismissed without notice on 2 February 2021, after the"
    " constable had sent an email to a friend.\n\n"
    "Sgt Rufus Amberley, a former detective, was given a final written warning at a misconduct meeting."
)


def _values(text: str) -> list[object]:
    return [
        (
            s.name,
            s.rank,
            s.force,
            s.age,
            s.former,
            [o.offence for o in s.offences],
            s.courts,
            s.sentences,
            s.proceeding,
        )
        for s in read(Document(id="x", text=text)).subjects
    ]


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("unauthorised", "unauthorized"),
        ("offences", "offenses"),
        ("A former officer", "An ex-officer"),
        ("A former officer", "An ex officer"),
        ("34-year-old", "34 year old"),
        ("34-year-old", "34-year old"),
        ("PC Orla", "P.C. Orla"),
        ("Sgt Rufus", "Sgt. Rufus"),
        ("was not", "wasn't"),
        ("was not", "wasn\u2019t"),
        ("2 years", "2yrs"),
        ("2 years", "2 yrs"),
        ("2 years", "2years"),
        ("5 November", "5 Nov."),
        ("Crown Court", "Crown Ct"),
        ("after the constable", "after the Constable"),
        ("A former officer of Kent Police", "A former Officer of Kent Police"),
        ("constable,", "Constable,"),
        ("email", "e-mail"),
        ("material. She", "material.She"),
        ("jailed", "gaoled"),
        (", ", ",  "),
        (" for ", "  for "),
        ("\n\n", " \n\n"),
        ("\n\n", "\n\u200b\n"),
        ("PC Orla Tennant-Boyle", "**PC Orla Tennant-Boyle**"),
        ("unauthorised", "un\u00adauthorised"),
        ("5 November", "5 th November"),
        ("2 February", "2 nd of February"),
        ("34-year", "34&#45;year"),
        ("Kent Police", "[Kent Police](https://example.org/kent)"),
        ("Maidstone Crown Court", "Maidstone&nbsp;Crown&nbsp;Court"),
    ],
)
def test_it_is_read_as_the_usual_page(usual: str, other: str) -> None:
    """One thing said in another style: the same facts."""
    changed = USUAL.replace(usual, other)
    assert changed != USUAL
    assert _values(changed) == _values(USUAL)


def test_lines_that_are_all_indented_are_read_as_if_none_were() -> None:
    indented = "\n".join("   " + line if line else line for line in USUAL.split("\n"))
    assert _values(indented) == _values(USUAL)


def test_a_mail_that_was_forwarded_is_read_as_it_was_sent() -> None:
    assert _values("\n".join("> " + line for line in USUAL.split("\n"))) == _values(USUAL)


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("for l8 months and 1O days", "for 18 months and 10 days"),
        ("the officer?s wife had ?400 and didn?t say", "the officer's wife had £400 and didn't say"),
        ("Ann Lee (aged 34) of Deal and Bo (aged 7)", "Ann Lee, 34, of Deal and Bo (aged 7)"),
        ("he resigned -- and left", "he resigned - and left"),
        ("fined &pound;400 &amp; costs", "fined £400 & costs"),
        ("![a photograph](https://example.org/a.jpg)Text", "Text"),
    ],
)
def test_marks_that_a_carrier_spoilt_are_put_right(printed: str, read_as: str) -> None:
    assert Whole(printed).text == read_as


def test_a_word_processors_bullets_open_entries() -> None:
    """Its second bullet is copied as the letter o."""
    entries = ("PC Ann Lee was dismissed.", "Sergeant Bo Yates was given a written warning.")
    with_letters = "Kent Police: hearings in May 2021\n" + "".join(f"o {e}\n" for e in entries)
    assert Whole(with_letters).text == with_letters.replace("\no ", "\n\u2022 ")


@pytest.mark.parametrize(
    "text",
    [
        "They seized a prized, oversized cup at the Assizes.",
        "His ex-wife and an ex officio member came; an ex-boyfriend did not.",
        "Ex-PC 'A' and the Ex-Sergeant B were named so.",
        "Ms Honor Templecombe chaired it at the Honor Center.",
        "Former PC Tobiah Constable, formerly of Deal, and the Sergeant Constable who stood by, told that Sergeant Constable, of Dover, so.",
        "Mr Constable, of Deal, and the Chief Constable heard Sergeant Lee and Constable 1234.",
        "It is on www.kent.police.uk, at 2yr-old prices.",
        "Wages:  £400",
        "Was it he? The l8er of 40 lanes, flat 2O1, and R&B; see [2018] EWCA Crim 1 (and [note](s)).",
        "> He said so.\nShe did not.",
        "REGINA\n__________\nLEE\n**********",
        "PC Lee**, 3 May\nPC Moss**, 4 May\n\n* Warned\n** Dismissed",
        "Name          Rank\nAnn Lee       PC",
        "  A list:\n* one\n    of two lines",
    ],
)
def test_what_only_looks_alike_stays(text: str) -> None:
    assert Whole(text).text == text


def test_facts_show_the_words_as_they_are_printed() -> None:
    """Evidence points into the document as given, and copied words are the document's."""
    text = USUAL.replace("Former ", "Ex-").replace("unauthorised", "unauthorized")
    reading = read(Document(id="x", text=text, title="Ex-constable jailed"))
    assert reading.title == "Ex-constable jailed"
    ((start, end),) = reading.evidence["/subjects/0/offences/0/title"]
    assert text[start:end] == reading.subjects[0].offences[0].title
    assert "unauthorized" in text[start:end]
    for spans in reading.evidence.values():
        assert all(0 <= a < b <= len(text) and text[a:b].strip() for a, b in spans)


_PIECES = st.lists(
    st.sampled_from(
        [
            "ex-",
            "officer ",
            "P.C.",
            " Lee ",
            "2yrs",
            "wasn't",
            "**",
            "\n",
            "   ",
            "  ",
            ",  ",
            "offense",
            "iz",
            "a",
            "\u200b",
            "o ",
            ".",
        ]
    ),
    max_size=30,
).map("".join)


@given(_PIECES)
def test_every_letter_read_has_its_place_in_the_document(text: str) -> None:
    whole = Whole(text)
    places = [whole.given((at, at + 1)) for at in range(len(whole.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
