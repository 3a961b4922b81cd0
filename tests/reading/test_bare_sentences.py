"""A bare word of punishment in a heading ("Three jailed ...") gives nobody a sentence unless it names one or says that it is each one's."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read


def kinds(text: str) -> dict[str | None, list[str]]:
    """The kinds of sentence of each subject."""
    return {s.name: [x.kind for x in s.sentences] for s in read(Document(id="x", text=text)).subjects}


STORY = (
    "PC Darren Whitlow was jailed for two years at Leeds Crown Court after he admitted theft.\n\n"
    "PC Anna Speight admitted theft too and will learn her fate in May.\n"
)


def test_a_heading_of_several_punishes_nobody() -> None:
    got = kinds("OFFICERS JAILED OVER STOLEN CASH\n\n" + STORY)
    assert got["Darren Whitlow"] == ["imprisonment"]
    assert got["Anna Speight"] == []


def test_both_is_each_of_them() -> None:
    got = kinds(
        "PC Darren Whitlow and PC Anna Speight admitted theft at Leeds Crown Court. Both were jailed.\n"
    )
    assert got == {"Darren Whitlow": ["imprisonment"], "Anna Speight": ["imprisonment"]}


def test_those_named_beside_the_word_are_meant() -> None:
    got = kinds(
        "PC Darren Whitlow and PC Anna Speight have been fined at Leeds Magistrates' Court for theft.\n"
    )
    assert got == {"Darren Whitlow": ["fine"], "Anna Speight": ["fine"]}
