"""Whoever is named in one breath with what became of them is told of: beside a main case, after a force's verb, after a question."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

_PAGE = """Sergeant jailed for fraud

3 June 2019

Sgt Alan Moss, of Kent Police, was jailed for two years on Friday at Maidstone Crown Court for fraud.

{}
"""


def _names(text: str) -> set[str | None]:
    return {s["name"] for s in read(Document("x", text)).to_dict()["subjects"]}


@pytest.mark.parametrize(
    "words",
    [
        "DC Rita Holm, sacked at the same hearing for altering a label, now runs a cycle shop.",
        'PC Rita Holm, who told a customer it was "just a piece of paper", was told that she had no case to answer.',
        "Sgt Rita Holm is up before a misconduct hearing of her own in October.",
        "DS Rita Holm was never charged; the inquiry found that she had no case to answer.",
        "His co-accused at the trial, Rita Holm, a PC at Dover, was cleared.",
        "Kent Police sacked Rita Holm, 31, in January.",
        "Remember Rita Holm? The former Kent superintendent, who retired in the spring, has been told that she won't be charged.",
    ],
)
def test_told_in_one_breath(words: str) -> None:
    assert _names(_PAGE.format(words)) == {"Alan Moss", "Rita Holm"}


@pytest.mark.parametrize(
    "words",
    [
        "He had a meeting with Chief Inspector Rita Holm, who found misconduct and gave him management advice.",
        "Sgt Rita Holm, of the federation, said the dismissal was harsh.",
        "Insp Rita Holm, who chaired the panel, decided on a written warning.",
        "The solicitor Rita Holm said that she would appeal.",
    ],
)
def test_whoever_decides_or_speaks_is_not(words: str) -> None:
    assert _names(_PAGE.format(words)) == {"Alan Moss"}


def test_participle_that_opens_a_sentence_is_no_name() -> None:
    text = """Freed detective

4 June 2013

Quashing Ambrose Tilney's conviction for fraud, the judge said that Essex Police had lost the evidence.

Mr Tilney, 46, a detective constable, was jailed for 18 months at Chelmsford Crown Court in March 2011.

"He is glad," said Mr Tilney's daughter.
"""
    assert _names(text) == {"Ambrose Tilney"}
