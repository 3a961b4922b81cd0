"""Names of all languages of Europe are read as any others: what a pattern calls a capital is one with an accent too."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import patterns, read

PAGE = (
    "A policeman who made his wife account for every mile has been spared prison.\n\n"
    "Dafydd {name} kept a notebook, Bradford Crown Court heard.\n\n"
    "Twice the behaviour spilled over into violence the following Easter.\n\n"
    "{name}, of Savile Fold, Sowerby Bridge, pleaded guilty in January to a single count of controlling or coercive behaviour.\n"
)


@pytest.mark.parametrize(
    "name", ["Özdemir", "Éluard", "Łukasik", "Şahin", "Čapek", "Ó Briain", "Wiśniewski", "Muñoz"]
)
def test_a_name_with_an_accent_is_read_as_one_without(name: str) -> None:
    [subject] = read(Document(id="x", text=PAGE.format(name=name))).subjects
    assert subject.name == f"Dafydd {name}"
    assert [(o.offence, o.stage) for o in subject.offences] == [
        ("controlling_or_coercive_behaviour", "convicted")
    ]


@pytest.mark.parametrize(
    ("written", "found", "not_found"),
    [
        (r"\b[A-Z][a-z]+\b", "Łódź", "łódź"),
        (r"[a-z]", "ź", "Ź"),
        (r"[^A-Z]", "ö", "Ö"),
        (r"[A-Za-z]+", "Özdemir", "123"),
        (r"[^a-z]", "Ö", "ö"),
    ],
)
def test_a_class_of_letters_holds_those_with_accents(written: str, found: str, not_found: str) -> None:
    assert patterns.compile(written).fullmatch(found)
    assert not patterns.compile(written).search(not_found)


@pytest.mark.parametrize("written", [r"\[A-Z\]", r"a-z", r"[\w-]", r"[0-9]"])
def test_what_is_no_such_class_stays(written: str) -> None:
    assert patterns.compile(written).pattern == written
