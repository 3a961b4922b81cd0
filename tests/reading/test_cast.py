"""The cast: who is a subject, who is an official, and of whom each passage tells."""

from __future__ import annotations

import pytest

from peelian.reading.prepared import Prepared, prepare


def cast(text: str) -> Prepared:
    """A document made ready."""
    return prepare(text)


def names(prepared: Prepared) -> list[str | None]:
    """The subjects' names or labels in order."""
    return [p.name or p.label for p in prepared.cast.subjects]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # a judge, a prosecutor and a police spokeswoman are nobody's subjects
        (
            "PC Daniel Wrexley, 34, was jailed for two years at Leeds Crown Court. Judge Ann Mottram said he had lied. "
            "Owen Parfitt, prosecuting, said it was greed. Detective Superintendent Carol Binns, of North Yorkshire Police, "
            'said: "PC Wrexley let us down."',
            ["Daniel Wrexley"],
        ),
        # two officers, one convicted and one cleared
        (
            "Sergeant Joan Tully and PC Imran Shah appeared at Durham Crown Court. Tully was convicted of perverting the "
            "course of justice. Shah was acquitted.",
            ["Joan Tully", "Imran Shah"],
        ),
        # a surname that is also a court's or a rank's word
        (
            "PC Harriet Judge was dismissed without notice after a misconduct hearing. PC Judge had lied to a colleague.",
            ["Harriet Judge"],
        ),
        # a letter for a name
        (
            "Officer A was found to have breached the standards and was dismissed without notice.",
            ["Officer A"],
        ),
        # the chair is named, the officer too
        (
            "Former PC Neil Akers would have been dismissed, a panel chaired by Chief Constable Ruth Oldham found.",
            ["Neil Akers"],
        ),
    ],
)
def test_subjects(text: str, subjects: list[str]) -> None:
    """Only people whose own conduct is told are subjects."""
    assert names(cast(text)) == subjects


def test_words_go_to_whoever_has_the_floor() -> None:
    """In a passage on two people each clause tells of the one whom it names."""
    text = (
        "PC Adam Firth and PC Ella Stones were both charged with theft. Firth was jailed for two years. "
        "Stones was given a community order. She resigned last week."
    )
    prepared = cast(text)
    firth, stones = prepared.cast.subjects
    who = prepared.cast.who
    assert who(text.index("charged")) == (firth, stones)
    assert who(text.index("jailed")) == (firth,)
    assert who(text.index("community")) == (stones,)
    assert who(text.index("resigned")) == (stones,)


def test_another_persons_sentence_is_not_the_subjects() -> None:
    """What is told of a partner or a suspect is told of nobody in the cast."""
    text = "PC Adam Firth was fined £300. His wife was jailed for nine years for fraud."
    prepared = cast(text)
    assert prepared.cast.who(text.index("jailed")) == ()


def test_a_revealed_letter_is_the_named_officer() -> None:
    """ "Known as Officer B" gives no second subject."""
    text = "Ivo Kettering, 44, previously known as Officer B, was convicted of stalking. Kettering resigned in May."
    assert names(cast(text)) == ["Ivo Kettering"]
