"""The page keeps every offset true and cuts sentences where a reader would."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.reading.page import Page

TEXT = st.text(alphabet=st.sampled_from("aA. \n\"'’“”-\u2014İßé1£PC\t(),:"), max_size=300)
# The number of a paragraph, which stands before its first sentence.
NUMBER = re.compile(r"\s*[(\[]?\d{1,3}[.)\]]{1,2}\s+")


@given(TEXT)
def test_the_twin_has_the_same_length(text: str) -> None:
    """An offset into ``low`` is an offset into ``text``, whatever letters there are."""
    assert len(Page(text).low) == len(text)


@given(TEXT)
def test_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    """Sentences never overlap, and every word but a paragraph's number stands in one of them."""
    page = Page(text)
    at = 0
    for sentence in page.sentences:
        assert at <= sentence.start <= sentence.end <= len(text)
        assert not text[at : sentence.start].strip() or NUMBER.fullmatch(text[at : sentence.start])
        at = sentence.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        # titles, ranks and initials end no sentence
        (
            "Det. Sgt. A. B. Marlow was dismissed. He left.",
            ["Det. Sgt. A. B. Marlow was dismissed.", "He left."],
        ),
        # a quotation's mark goes with its sentence
        ('She said: "It is over." He agreed.', ['She said: "It is over."', "He agreed."]),
        # a sum and a clock are no end
        ("He was fined £1.20 at 10.30 a.m. on Monday.", ["He was fined £1.20 at 10.30 a.m. on Monday."]),
        # a list's number stands before its item's first sentence; a day is no such number
        ("1. The officer lied.\n2. He admitted it.", ["The officer lied.", "He admitted it."]),
        ("3. May 2021 was the month.", ["3. May 2021 was the month."]),
        # lines are sentences of their own: labels and values are not run together
        ("Outcome\nDismissed", ["Outcome", "Dismissed"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    """Text is cut where a reader would pause."""
    assert [text[s.start : s.end].strip() for s in Page(text).sentences] == sentences


def test_a_quotation_left_open_runs_to_its_paragraphs_end() -> None:
    """Newspapers open each paragraph of a long quotation and close only the last."""
    text = 'He said: "It was wrong.\n\n"I am sorry," he added.\n\nThe end.'
    page = Page(text)
    assert page.quoted(text.index("wrong"))
    assert page.quoted(text.index("sorry"))
    assert not page.quoted(text.index("added"))
    assert not page.quoted(text.index("The end"))


def test_wrapped_text_is_joined_over_its_lines() -> None:
    """A carrier's line breaks in mid-sentence are no ends of sentences."""
    words = (
        "the officer told the panel that he had not been able to find the record of the call that day and "
    )
    text = "\n".join((words * 8)[i : i + 70].strip() for i in range(0, 700, 70)) + "."
    page = Page(text)
    assert page.wrapped
    assert len(page.sentences) == 1


def test_speech_in_single_curly_marks_is_quoted() -> None:
    """A mark before the closing one tells it from an apostrophe; a nickname and a plural's owner are no speech."""
    text = "‘There’ll be others who’d know,’ said the chief. He was ‘Bulldog’ to the officers’ families. ‘No more of it.’"
    page = Page(text)
    said = [text[a:b] for a, b in page.quotes]
    assert said == ["‘There’ll be others who’d know,’", "‘No more of it.’"]
    assert not page.quoted(text.index("Bulldog"))
    inner = 'She said: "He wrote ‘I am not coming back,’ and went." He had gone.'
    assert [inner[a:b] for a, b in Page(inner).quotes] == ['"He wrote ‘I am not coming back,’ and went."']
