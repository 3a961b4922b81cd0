"""Ages told beside a name and apart from it; other people's, and those of long ago, are none."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = (
    "PC sacked\n\nKent Herald, 4 March 2016\n\nPC Ada Thorn, of Kent Police, was dismissed without notice for gross "
    "misconduct on Tuesday.\n\n"
)


def age(words: str) -> int | None:
    (subject,) = read(Document("x", HEAD + words)).to_dict()["subjects"]
    found: int | None = subject["age"]
    return found


@pytest.mark.parametrize(
    "words",
    [
        "The Kent officer, who is 34, joined in 2004.",
        "The constable, 34, of Dover, wept.",
        "She's 34 and has two children.",
        "Now 34, she works in a shop.",
        "At 34, Thorn has no job.",
        "She turned 34 last week.",
        "PC Thorn (Addie to her friends), 34, wept.",
        'The chair told her: "You are 34 and you have thrown it away."',
        "Thorn,34,wept.",
        "The panel heard that 34-year-old Ada Thorn had lied.",
        "PC Thorn, a 34-year-old former teacher, had lied.",
        "Kent Police said that the 34-year-old woman, based at Dover, had been suspended.",
        "It was a sad end, said the chair, for a woman of 34.",
    ],
)
def test_an_age_told_apart_from_the_name(words: str) -> None:
    assert age(words) == 34


@pytest.mark.parametrize(
    "words",
    [
        "She stopped a man, 34, in a car.",
        "At 34, she joined the police.",
        "The constable was on 34 hours of overtime.",
        "She is 34 weeks pregnant.",
        "She had turned 34 pages of the log.",
        "The officer, 34 minutes late, wept.",
        "She was 34 when she met him.",
        "The complainant, who is 34, wept.",
        "Her husband, 34, wept.",
        "She lied about a 34-year-old volunteer. PC Thorn left.",
    ],
)
def test_a_number_or_an_age_of_somebody_else(words: str) -> None:
    assert age(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "PC Thorn, a Kent officer who works nights, is now 34. She wept.",
        "Thorn, who lives in Dover, is 34.",
        "PC Thorn, 35 next Friday, is 34.",
        "PC Thorn, 34, is 35 tomorrow.",
        "PC Thorn, 21 when she joined, wept. She is 34.",
    ],
)
def test_an_age_told_after_other_words_or_beside_one_that_is_not_now(words: str) -> None:
    assert age(words) == 34


@pytest.mark.parametrize(
    "words",
    [
        "PC Thorn, 35 next Tuesday, wept.",
        "PC Thorn, 35 on Sunday, wept.",
        "PC Thorn, aged 35 next birthday, wept.",
        "PC Thorn, 22 when she joined, wept.",
        "PC Thorn, 22 at the time, wept.",
        "PC Thorn, whose victim, a man from Deal, is now 34, wept.",
        "PC Thorn, like her sister, a nurse in Hythe, and her brother Tom Thorn, is 34 pounds richer.",
    ],
)
def test_an_age_still_to_come_or_long_past_is_none(words: str) -> None:
    assert age(words) is None
