"""The second look: a finding or a day that the rules left out is filled in where the words around it are plain, and only there."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.second_look import weights

WARNED = "PC Darren Whitlow of Kent Police was given a final written warning after a misconduct hearing in Maidstone.\n\n"
SACKED = "PC Darren Whitlow of Kent Police was dismissed without notice after a misconduct hearing in Maidstone.\n\n"
MEETING = (
    "PC Darren Whitlow of Kent Police was given a written warning at a misconduct meeting in Maidstone.\n\n"
)


def proceeding(text: str) -> tuple[str | None, str | None]:
    """The day and the finding of a page's one proceeding."""
    (subject,) = read(Document(id="x", text=text)).subjects
    assert subject.proceeding is not None
    return subject.proceeding.date, subject.proceeding.finding


def test_a_finding_the_rules_have_no_frame_for_is_weighed() -> None:
    words = "Chair Lena Orme: misconduct, and the least we can do is a final written warning."
    assert proceeding(WARNED + words) == (None, "misconduct")


def test_a_day_told_away_from_the_hearing_is_weighed() -> None:
    text = (
        "A misconduct panel sitting in Maidstone sacked PC Darren Whitlow of Kent Police. Level: gross misconduct.\n\n"
        "Its decision came on 3 June 2024 after two days of evidence.\n"
    )
    assert proceeding(text) == ("2024-06-03", "gross_misconduct")


@pytest.mark.parametrize(
    "words",
    [
        "He was investigated for gross misconduct.",
        "The force had alleged gross misconduct.",
        "He was served with a notice of gross misconduct.",
        "Gross misconduct hearings are held in public.",
        "Whether it was gross misconduct is for others to say.",
        "Misconduct matters take time, said Det Supt Lena Cole.",
    ],
)
@pytest.mark.parametrize("outcome", [WARNED, SACKED])
def test_what_is_alleged_or_said_in_general_stays_no_finding(outcome: str, words: str) -> None:
    assert proceeding(outcome + words)[1] is None


@pytest.mark.parametrize(
    "words",
    [
        "He joined the force on 3 June 2014.",
        "The offence took place on 3 June 2023.",
        "He was arrested on 3 June 2023.",
        "He had been suspended since June 2023.",
        "He was jailed on 3 June 2024.",
        "The misconduct began in 2021.",
    ],
)
def test_other_days_of_the_case_stay_no_day_of_the_decision(words: str) -> None:
    assert proceeding(SACKED + words)[0] is None


def test_a_meeting_finds_no_gross_misconduct() -> None:
    assert (
        proceeding(MEETING + "Chair Lena Orme: gross misconduct, and the least we can do is a warning.")[1]
        is None
    )


def test_the_weights_are_of_words_that_several_pages_have() -> None:
    for table in weights().values():
        assert "bias" in table
        assert len(table) < 8000
