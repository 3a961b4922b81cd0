"""A page is read alike however its carrier laid it out: lines wrapped at a width, two blanks after a stop."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.documents import Document, load
from peelian.reading import read
from peelian.reading.divided import Whole

REPO = Path(__file__).resolve().parents[2]
PARAGRAPHS = (
    "Two officers of Kent Police have been dealt with after a fight outside a public house in Ashford.",
    "PC Orla Tennant-Boyle, 31, pleaded guilty to common assault at Folkestone Magistrates' Court on 5 February 2019"
    " and was fined £400. She was dismissed without notice at a misconduct hearing on 2 May 2019, which was chaired by"
    " Mr Josiah Penfold.",
    "Sergeant Rufus Amberley, 44, of the off-duty party, was given a final written warning at a misconduct meeting on"
    " 9 May 2019. He had not admitted anything until the film of the camera in the yard was shown to him.",
    "The two had been friends for ten years.",
)
ENTRIES = (
    "Constable, Dover: dismissed without notice after a hearing for gross misconduct that was heard in private",
    "Sergeant, Deal: written warning",
    "Constable, Margate: final written warning after a meeting about his overtime claims, of which two were false",
    "Inspector, Thanet: management advice for the late submission of a report on a custody record to the court",
)


def _document(text: str) -> Document:
    return Document(id="x", text=text)


def _values(text: str) -> list[object]:
    return [(s.name, s.rank, s.offences, s.sentences, s.proceeding) for s in read(_document(text)).subjects]


def _wrapped(paragraphs: tuple[str, ...], width: int, gap: str = "\n\n") -> str:
    return gap.join(textwrap.fill(p, width, break_long_words=False) for p in paragraphs)


@pytest.mark.parametrize("width", [60, 66, 72, 78, 100])
def test_wrapped_prose_is_read_as_it_was_written(width: int) -> None:
    """Where the carrier broke the lines says nothing; a word with a hyphen may be broken after it."""
    assert Whole(_wrapped(PARAGRAPHS, width)).text == "\n\n".join(PARAGRAPHS)
    assert _values(_wrapped(PARAGRAPHS, width)) == _values("\n\n".join(PARAGRAPHS))


def test_its_words_are_found_where_they_stand_in_the_document() -> None:
    """Spans are the document's own."""
    text = _wrapped(PARAGRAPHS, 66).replace(". ", ".  ")
    found = read(_document(text))
    (start, end), *_ = next(spans for at, spans in found.evidence.items() if at.endswith("/chair"))
    assert text[start:end].split() == ["Mr", "Josiah", "Penfold"] or text[start:end] == "Josiah Penfold"


@pytest.mark.parametrize("width", [60, 72])
def test_an_entry_a_paragraph_stays_an_entry(width: int) -> None:
    """The entries of a list that was wrapped are joined each to itself."""
    assert Whole(_wrapped(ENTRIES, width, "\n")).text == "\n".join(ENTRIES)


@pytest.mark.parametrize(
    "text",
    [
        # entries one a line, none of them wrapped
        "Constable, Dover: dismissed\nSergeant, Deal: written warning\nInspector, Thanet: advice\nPC, Hythe: advice",
        # a court's caption, which breaks where its author pleases
        "REGINA\nv\nMARLOW BECK\nappeal against sentence heard\nbefore the full court\nin London\nby leave",
        # one broken sentence is no page's width
        "The officer was found to have claimed overtime for which he had\nnot worked.\n\nHe resigned.",
        # columns
        "Name        Rank      Result of the hearing that was held\nOrla Boyle  PC        dismissed\n"
        "Rufus Amber Sergeant  final written warning for two years\nJosiah Penn Inspector no case to answer",
    ],
)
def test_a_page_that_was_not_wrapped_stays(text: str) -> None:
    """Lines that its author broke are not joined."""
    assert Whole(text).text == text
    assert not Whole(text).is_changed


def test_marks_and_labels_open_lines_of_their_own() -> None:
    """A full line above a mark or a label is the end of what it tells."""
    text = (
        "The panel found that the officer had lied to his sergeant about\n"
        "the custody record and that he had asked a colleague to lie for\n"
        "him. It found that the breach was one of gross misconduct in all\n"
        "- PC Boyle, dismissed\n"
        "- PC Penn, who was found to have known of it all and to have not\n"
        "said a word, final written warning\n"
        "Chair: Mr Josiah Penfold"
    )
    assert Whole(text).text.split("\n")[1:] == [
        "- PC Boyle, dismissed",
        "- PC Penn, who was found to have known of it all and to have not said a word, final written warning",
        "Chair: Mr Josiah Penfold",
    ]


def test_two_blanks_after_a_stop_are_one() -> None:
    """Typists put two; a run of blanks between columns is another thing."""
    plain = "\n\n".join(PARAGRAPHS)
    spaced = plain.replace(". ", ".  ")
    assert Whole(spaced).text == plain
    assert _values(spaced) == _values(plain)
    for row in ("Boyle, O.  Constable  Dismissed", "Insp.   Rufus Amberley", "PC Boyle  Dismissed"):
        assert Whole(row).text == row


@given(st.text(alphabet=st.sampled_from("abC .,-\n|\t1’”:"), max_size=400))
def test_no_word_is_lost_or_moved(text: str) -> None:
    """Only white space is taken away, and every place is the document's own."""
    whole = Whole(text)
    assert whole.text.split() == text.split() or "-" in text
    at = [whole.given((n, n + 1)) for n, letter in enumerate(whole.text) if not letter.isspace()]
    assert [text[a:b] for a, b in at] == [letter for letter in whole.text if not letter.isspace()]


def test_narrow_columns_that_could_be_joined_only_in_part_stay_as_they_are() -> None:
    read_out = read(load(REPO / "samples" / "ward-and-watch.pdf"))
    told = [(s.name, s.rank, [x.kind for x in s.sentences]) for s in read_out.subjects]
    assert told == [
        ("Emrys Vantongeren", None, ["imprisonment"]),
        ("Kerensa Blewett-Ansah", "pcso", ["fine"]),
    ]
