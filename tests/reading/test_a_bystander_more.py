"""A sentence more about somebody who has no case changes nothing that a page tells of those who have."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

STORY = """PCSO told fugitive cousin 'they're on their way'

Wharfside Gazette
23 March 2012

A PCSO who warned her cousin that police were about to raid his home has been jailed.

Nerys Fallowfield, 28, texted him minutes after she overheard a briefing at Middlesbrough police station.

She pleaded guilty to assisting an offender and was sentenced to ten months at Teesside Crown Court.

Fallowfield had worked for Cleveland Police since 2006. The force said she was dismissed at a disciplinary hearing on 17 February.

An officer who failed to challenge her presence in the briefing room was given management advice.

"""
PAPER = """Tribunal: chief inspector would have been sacked over force card

Beacons Record
19 November 2016

A senior officer's spending on hotels and a hawk was so far out of line that he could not have stayed in the police, a disciplinary tribunal held on Wednesday.

Chief Inspector Piers Tait-Bale, head of operations until he retired in August, ran up £14,700 on a card of Dyfed-Powys Police.

Three people sat for two days: a lawyer, Catrin Penwell, who presided; a chief superintendent; and a retired headmistress.

His staff officer, Sergeant Bethan Rowland, described how she was sent to collect the hawk. She had been given words of advice, she told them.

The tribunal found gross misconduct and, had he been serving, he would have been dismissed.

"""
MORE = [
    "PC Zeb Ollerton, who gave evidence, said she had been shocked by what she found.",
    "The investigation was led by DC Zeb Ollerton.",
    "Chief Constable Zena Ollerton dismissed the suggestion that the force had been slow to act.",
    "Zena Ollerton, 29, a drug dealer of no fixed address, was jailed for four years in 2019.",
    "Zena Ollerton, chair of the Police Federation branch, said the process had taken far too long.",
]


def told(text: str) -> list[tuple[object, ...]]:
    """Name, rank, kind, outcome and chair of each subject, and the sentences passed."""
    out: list[tuple[object, ...]] = []
    for s in read(Document("x", text)).subjects:
        p = s.proceeding
        terms = tuple((x.kind, x.length) for x in s.sentences)
        out.append((s.name, s.rank, p and p.kind, p and p.outcome, p and p.chair, terms))
    return out


@pytest.mark.parametrize("more", MORE)
@pytest.mark.parametrize(("page", "subjects"), [(STORY, 2), (PAPER, 2)])
def test_a_bystander_more_changes_nothing(page: str, subjects: int, more: str) -> None:
    before = told(page)
    assert len(before) == subjects
    assert told(page + more + "\n") == before


@pytest.mark.parametrize(
    ("sentence", "chair"),
    [
        ("Chief Constable Zena Ollerton dismissed the officer without notice.", "Zena Ollerton"),
        ("Chief Constable Zena Ollerton dismissed him.", "Zena Ollerton"),
        (
            "Chief Constable Zena Ollerton dismissed his explanation and found gross misconduct proved. He was dismissed.",
            "Zena Ollerton",
        ),
        ("Chief Constable Zena Ollerton dismissed criticism of the force. He was dismissed.", None),
        (
            "Chief Constable Zena Ollerton dismissed his lawyer's claims that it was unfair. He was dismissed.",
            None,
        ),
    ],
)
def test_who_waves_words_away_decides_nothing_and_is_no_subject(sentence: str, chair: str | None) -> None:
    page = (
        "PC Rob Lanyard has been sacked for stealing from a till.\n\n"
        "A special case hearing was held at Kent Police headquarters on 4 May 2021. "
    )
    (only,) = read(Document("x", page + sentence)).subjects
    assert only.name == "Rob Lanyard"
    assert only.proceeding is not None
    assert only.proceeding.chair == chair
    assert str(only.proceeding.outcome).startswith("dismissed")


def test_a_chief_who_denies_what_is_said_of_him_is_still_told_of() -> None:
    page = (
        "Chief Constable Piers Ollerton has been dismissed for gross misconduct.\n\n"
        "Chief Constable Ollerton, of Kent Police, dismissed claims that he had lied about his medals. "
        "A misconduct hearing on 4 May 2021 found that he had."
    )
    assert [s.name for s in read(Document("x", page)).subjects] == ["Piers Ollerton"]
