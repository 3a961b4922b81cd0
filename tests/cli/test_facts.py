"""The facts of a reading, and the text cut into pieces by marks that overlap as they like."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.cli.facts import Mark, Marks, facts, lines, marks
from peelian.cli.words import date, harmless, length, money
from peelian.documents import Document
from peelian.reading import Reading

TEXT = st.text("ab \n\x1b\u202e", max_size=60)


@st.composite
def marked_text(draw: st.DrawFn) -> tuple[str, Marks]:
    text = draw(TEXT)
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends), max_size=8))
    found = [Mark(min(s), max(s), f"f{n}", "person", "Name") for n, s in enumerate(spans, 1) if s[0] != s[1]]
    return text, Marks(found)


@settings(deadline=None)
@given(marked_text())
def test_pieces_give_the_text_back_and_keep_every_mark(given_text: tuple[str, Marks]) -> None:
    text, found = given_text
    pieces = list(found.pieces(0, len(text))) if text else []
    assert "".join(text[p.start : p.end] for p in pieces) == text
    for mark in found.all:
        covered = "".join(text[p.start : p.end] for p in pieces if mark in p.covering)
        assert covered == text[mark.start : mark.end]
        assert sum(mark in p.ending for p in pieces) == 1


@settings(deadline=None)
@given(marked_text(), st.integers(0, 60), st.integers(0, 60))
def test_marks_within(given_text: tuple[str, Marks], a: int, b: int) -> None:
    _, found = given_text
    start, end = min(a, b), max(a, b)
    assert found.within(start, end) == [m for m in found.all if m.start < end and m.end > start]


@settings(deadline=None)
@given(TEXT)
def test_lines_are_those_with_words(text: str) -> None:
    assert [text[a:b] for a, b, _ in lines(text)] == [line for line in text.split("\n") if line.strip()]


@settings(deadline=None)
@given(st.text())
def test_harmless_keeps_length_and_drops_controls(text: str) -> None:
    safe = harmless(text)
    assert len(safe) == len(text)
    assert not any(c in safe for c in "\x1b\x07\x9b\u202e\u2066\r")


def test_facts_are_numbered_and_in_order(telling: tuple[Document, Reading]) -> None:
    found = facts(telling[1])
    assert [fact.number for fact in found] == list(range(1, len(found) + 1))
    subjects = [fact.subject for fact in found]
    seen = [s for s, following in pairwise([*subjects, "end"]) if s != following]
    assert seen == [None, 0, 1, None]  # the document, each subject, who speaks
    assert len({fact.pointer for fact in found}) == len(found)


def test_every_cited_value_is_a_fact_with_its_words(telling: tuple[Document, Reading]) -> None:
    _, reading = telling
    found = {fact.pointer: fact for fact in facts(reading)}
    told_once = {p for p in reading.evidence if p.startswith("/subjects") and p.endswith("/title")}
    assert set(reading.evidence) - told_once <= set(found)
    for pointer, spans in reading.evidence.items():
        if pointer in found:
            assert list(found[pointer].spans) == [tuple(s) for s in spans]


def test_facts_of_one_record_stand_together(telling: tuple[Document, Reading]) -> None:
    found = [fact for fact in facts(telling[1]) if fact.family == "offence"]
    assert [fact.label for fact in found] == [
        "Offence 1", "Count 1", "Plea 1", "Stage 1", "Offence 2", "Count 2", "Plea 2", "Stage 2",
    ]  # fmt: skip


def test_spans_that_do_not_lie_in_the_text_are_left_out(telling: tuple[Document, Reading]) -> None:
    document, reading = telling
    start = document.text[:30]
    assert all(mark.end <= 30 for mark in marks(reading, facts(reading), start).all)


def test_marks_have_no_white_space_at_their_ends(telling: tuple[Document, Reading]) -> None:
    document, reading = telling
    for mark in marks(reading, facts(reading), document.text).all:
        said = document.text[mark.start : mark.end]
        assert said == said.strip() != ""


def test_values_in_words() -> None:
    assert date("2014-04-11") == "11 April 2014"
    assert date("2014-04") == "April 2014"
    assert date("XXXX-04-01") == "1 April (year not told)"
    assert date("2014-99") == "2014-99"
    assert length("P1Y6M") == "1 year 6 months"
    assert length("indefinite") == "indefinitely"
    assert money(1250.0) == "£1,250"
    assert money(62.5) == "£62.50"
