"""Cases that came to nothing: words of denying and of prosecuting with others between them."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.dropped import dropped
from peelian.reading.page import Page

HEAD = (
    "Essex sergeant sacked\n\nColchester Echo, 4 March 2019\n\nSergeant Owen Marchbank, 41, of Essex Police, was "
    "dismissed without notice at a misconduct hearing on Monday.\n\n"
)
ARREST = "He was arrested on suspicion of sexual assault in May. "


def stages(words: str) -> list[tuple[str, str]]:
    (subject,) = read(Document("x", f"{HEAD}{words}\n\nHe joined in 2004.")).to_dict()["subjects"]
    return [(o["offence"], o["stage"]) for o in subject["offences"]]


@pytest.mark.parametrize(
    "words",
    [
        "Prosecutors said in January that there was not a realistic prospect of conviction.",
        "Prosecutors dropped it.",
        "He was later let off without charge.",
        "The inquiry ended with no charge.",
        "The criminal case was later closed.",
        "The CPS ruled out a prosecution.",
        "The case was marked for no further action.",
        "He was released from bail with no further action.",
        "The criminal investigation did not result in charges.",
        "The CPS said its legal test for a prosecution was not met.",
        "Lawyers for the CPS advised against a prosecution.",
        "Detectives found no evidence of a crime.",
        "The CPS concluded there was too little evidence.",
    ],
)
def test_nothing_came_of_an_arrest(words: str) -> None:
    assert stages(ARREST + words) == [("sexual_assault", "discontinued")]


@pytest.mark.parametrize(
    ("words", "offence"),
    [
        ("The force investigated him for theft and closed the file last summer without a charge.", "theft"),
        ("A criminal inquiry into fraud closed in May when the CPS said the evidence was weak.", None),
        ("The rape allegation against him will not lead to a prosecution.", "rape"),
        (
            "He was reported for dangerous driving but the police decided to take no further action.",
            "dangerous_driving",
        ),
        ("He was charged with theft, a charge later dropped.", "theft"),
        ("He denied three counts of theft and prosecutors are not proceeding with those.", "theft"),
    ],
)
def test_the_offence_stands_before_the_words(words: str, offence: str | None) -> None:
    assert [o for o, stage in stages(words) if stage == "discontinued"] == ([offence] if offence else [])


@pytest.mark.parametrize(
    "words",
    [
        "He remains on bail. No charge has yet been brought.",
        "He is still under investigation and has not been charged.",
    ],
)
def test_what_is_not_decided_stays_alleged(words: str) -> None:
    assert stages(ARREST + words)[0] == ("sexual_assault", "alleged")


def test_a_panel_that_takes_no_further_action_decides_no_crime() -> None:
    assert stages("The panel found misconduct over a complaint of theft and took no further action.") == []


def test_spans_are_the_words() -> None:
    text = "He was told that he would face no charge. The CPS had said no. Nobody was charged."
    assert [text[a:b] for a, b in dropped(Page(text))] == ["no charge"]


def test_whether_somebody_should_be_charged_and_that_he_should_not() -> None:
    words = (
        "The Crown Prosecution Service considered whether the sergeant should be charged with gross negligence manslaughter, "
        "and decided in February 2018 that he {}."
    )
    assert stages(words.format("should not")) == [("manslaughter", "discontinued")]
    assert stages(words.format("should")) != [("manslaughter", "discontinued")]
