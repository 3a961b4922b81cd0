"""The day of sentence: told by a line of its own, by "the next day", or left out where the day is of something else."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def day(words: str) -> str | None:
    """The day on which Una Wick was sentenced, by the page."""
    subjects = read(Document("x", words)).to_dict()["subjects"]
    (one,) = [s for s in subjects if s["name"] == "Una Wick"]
    return one["sentenced_on"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Sgt Una Wick, of Dorset Police, got ten months for fraud. Bournemouth Crown Court, 9 June 2017.",
            "2017-06-09",
        ),
        (
            "Sgt Una Wick, of Dorset Police, got ten months for fraud. The case was heard on Friday 9 June 2017.",
            "2017-06-09",
        ),
        (
            "Sgt Una Wick, of Dorset Police, was found guilty of fraud on 8 June 2017 and jailed for ten months the next day.",
            "2017-06-09",
        ),
        (
            "Sgt Una Wick, of Dorset Police, was found guilty of fraud on 9 June 2017. She was jailed for ten months that afternoon.",
            "2017-06-09",
        ),
        (
            "Sgt Una Wick, of Dorset Police, was convicted of fraud at Poole Magistrates' Court on 9 June 2017. She was fined £300.",
            "2017-06-09",
        ),
        (
            "Sgt Una Wick, of Dorset Police, was convicted of fraud and jailed for ten months at a hearing on 9 June 2017.",
            "2017-06-09",
        ),
        (
            "At a hearing on 9 June 2017 at Bournemouth Crown Court, Sgt Una Wick, of Dorset Police, who pleaded guilty to fraud on 2 May, was jailed for ten months.",
            "2017-06-09",
        ),
        (
            "Sgt Una Wick, of Dorset Police, returned to Bournemouth Crown Court on 9 June 2017 to be sentenced for fraud. Judge Bell jailed her for ten months.",
            "2017-06-09",
        ),
        (
            "On 9 June 2017 Sgt Una Wick, of Dorset Police, was jailed for ten months for fraud; her appeal was dismissed on 3 October 2017.",
            "2017-06-09",
        ),
        (
            "Sgt Una Wick, of Dorset Police, was fined £300 for fraud. She was convicted at Poole Magistrates' Court on 9 June 2017.",
            "2017-06-09",
        ),
        (
            "Poole magistrates fined Sgt Una Wick, of Dorset Police, £300 for fraud. The hearing was on 9 June 2017.",
            "2017-06-09",
        ),
        (
            "Sgt Una Wick, of Dorset Police, was given four years' imprisonment for indecently assaulting a boy in 1981. Bournemouth Crown Court heard on 9 June 2017 that she was ill.",
            "2017-06-09",
        ),
        # the day is that of something else
        (
            "Sgt Una Wick, of Dorset Police, had her ten-month sentence for fraud cut to six months on 3 October 2017.",
            None,
        ),
        (
            "Sgt Una Wick, of Dorset Police, who is serving ten months for fraud, was ordered to repay £9,000 at Bournemouth Crown Court on 3 October 2017.",
            None,
        ),
        (
            "Sgt Una Wick, of Dorset Police, was released on 3 October 2017 after serving half of a ten-month sentence for fraud.",
            None,
        ),
        (
            "Sgt Una Wick, of Dorset Police, was convicted of fraud at Poole Magistrates' Court on 9 June 2017. She was given a community order.",
            None,
        ),
    ],
)
def test_the_day_of_sentence(words: str, expected: str | None) -> None:
    assert day(words) == expected
