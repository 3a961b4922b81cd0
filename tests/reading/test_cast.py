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


STORIES = (
    "Durham week\n\nSergeant jailed over stolen cash\n\nSergeant Hugo Trask of Durham Constabulary was jailed for two years at Durham Crown Court "
    "for theft. He told the judge he was sorry.\n\n"
)
HEADLINES = [
    # the headline, and an opening that does not name its constable yet
    "Constable fined for looking up neighbours\n\nA response officer who read files on her own street has lost her job.\n\nPC Orla Fenwhistle of "
    "Durham Constabulary admitted a data protection offence and was fined £400.",
    # the name follows at once
    "Constable fined for looking up neighbours\n\nPC Orla Fenwhistle of Durham Constabulary admitted a data protection offence.",
]


@pytest.mark.parametrize("story", HEADLINES)
def test_the_next_storys_headline(story: str) -> None:
    """A headline inside a page tells of whom the story below it names, not of the story above."""
    text = STORIES + story
    who = prepare(text).cast.who
    assert [p.name for p in who(text.index("Constable fined"))] == ["Orla Fenwhistle"]
    assert [p.name for p in who(text.index("He told the judge"))] == ["Hugo Trask"]


def test_a_heading_within_a_story() -> None:
    """A heading below which nobody new is named changes nobody's turn."""
    text = (
        STORIES
        + "What the court was told\n\nHe had taken the notes from a safe.\n\nA colleague, PC Orla Fenwhistle, was cleared of theft."
    )
    assert [p.name for p in prepare(text).cast.who(text.index("What the court"))] == ["Hugo Trask"]


def test_they_are_not_those_named_only_later() -> None:
    """Where one alone has been named, "them" brings in nobody of whom the page tells only later."""
    text = (
        "PC Hugo Trask of Durham Constabulary was convicted of theft over some notes; he had hidden them. He was jailed for a year.\n\n"
        "PC Orla Fenwhistle was dismissed without notice at another hearing."
    )
    assert [p.name for p in prepare(text).cast.who(text.index("He was jailed"))] == ["Hugo Trask"]


def test_who_is_named_in_a_stretch_is_whoever_begins_there_in_order() -> None:
    text = (
        "PC Ann Lee and Sgt Eve Moss were dismissed by Kent Police. Lee lied, a panel heard.\n\n"
        "Moss had helped her, said Chief Constable Rob Vane. Lee and Moss will appeal."
    )
    people = prepare(text).cast
    everybody = sorted((m.start, p.name) for p in people.persons for m in p.mentions)
    own = sorted((m.start, p.name) for p in people.subjects for m in p.mentions)
    assert [name for _, name in everybody] == [
        "Ann Lee",
        "Eve Moss",
        "Ann Lee",
        "Eve Moss",
        "Rob Vane",
        "Ann Lee",
        "Eve Moss",
    ]
    for start in range(0, len(text), 3):
        for end in range(start, len(text), 7):
            found = [(m.start, p.name) for m, p in people.named_in(start, end)]
            assert found == [n for n in everybody if start <= n[0] < end]
            assert [(m.start, p.name) for m, p in people.subjects_in(start, end)] == [
                n for n in own if start <= n[0] < end
            ]
    assert people.named_in(9, 3) == []
