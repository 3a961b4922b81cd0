"""What would do harm if it were read wrongly: who an officer under a letter is, what is decided, where somebody lives."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import Reading, read


def reading(text: str) -> Reading:
    """A page read."""
    return read(Document("a", text))


NOTICE = "Kent Police\nMisconduct hearing outcome\nPublished 12 March 2026\n\n"

LETTERS = [
    # a chair who orders a letter is not the officer under it
    (
        NOTICE
        + "Police Constable Officer A\n\nThe panel, chaired by Rosalind Vane, directed that the officer be known as Officer A. "
        "Officer A was dismissed without notice at a misconduct hearing on 9 March 2026.",
        [(None, "Officer A")],
    ),
    # a letter whose bearer is named: one person
    (
        "PC known as Officer A is Lucian Farthing\n\nA Kent Police officer known at his hearing as Officer A can be named as PC Lucian "
        "Farthing. PC Farthing was dismissed without notice.",
        [("Lucian Farthing", None)],
    ),
    ("PC Lorna Hadden, referred to as Officer A, was dismissed without notice by Kent Police.", [("Lorna Hadden", None)]),
    # two people
    (
        "Officer A was dismissed without notice by Kent Police. PC Lorna Hadden was given a final written warning.",
        [(None, "Officer A"), ("Lorna Hadden", None)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), LETTERS)
def test_letters(text: str, people: list[tuple[str | None, str | None]]) -> None:
    """A label goes to a name only where the page says whose it is."""
    assert [(s.name, s.label) for s in reading(text).subjects] == people


BESIDE = [
    # dealt with by the same force in the same notice
    ("In a separate hearing PC Ulric Stane was dismissed without notice for racist language.", False),
    # told for comparison
    (
        "The panel was referred to the case of PC Ulric Stane, who in 2019 received a final written warning.",
        True,
    ),
]


@pytest.mark.parametrize(("text", "background"), BESIDE)
def test_told_in_an_official_outcome(text: str, background: bool) -> None:
    """Whoever an official outcome says was dealt with is no background."""
    page = (
        NOTICE
        + "PC Severin Apple attended a misconduct hearing on 28 February 2026. The panel found no misconduct. "
    )
    told = {s.name: s.background is True for s in reading(page + text).subjects}
    assert told["Ulric Stane"] == background


ARREST = "Officer arrested\n\nDC Barnaby Wex, 38, of Derbyshire Constabulary, was arrested on suspicion of theft on 1 October 2026. "

OPEN = [
    # only so far
    ("He has been released under investigation. No charges have been brought.", "alleged"),
    ("She remains on bail and has not been charged.", "alleged"),
    ("No charges have yet been brought.", "alleged"),
    # decided
    ("Prosecutors decided that no charges would be brought.", "discontinued"),
    ("He was released without charge.", "discontinued"),
    ("The force has said he will not be charged.", "discontinued"),
]


@pytest.mark.parametrize(("text", "stage"), OPEN)
def test_not_charged_so_far(text: str, stage: str) -> None:
    """Somebody not yet charged has not been told that the case is over."""
    assert [o.stage for s in reading(ARREST + text).subjects for o in s.offences] == [stage]


DAYS = [
    # each event has its own day
    ("was convicted of rape on 1 May 2026 and jailed for ten years on 18 June 2026.", "2026-06-18"),
    ("was jailed for ten years on 18 June 2026 after being convicted of rape on 1 May 2026.", "2026-06-18"),
    # one day for both
    ("was convicted of rape and sentenced to ten years on 18 June 2026.", "2026-06-18"),
    ("pleaded guilty to theft on 9 April 2026 and was fined £800.", "2026-04-09"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_day_of_sentence(text: str, day: str) -> None:
    """The day of the sentence, not that of the verdict."""
    page = "Officer punished\n\nDC Barnaby Wex, 38, of Kent Police, " + text
    assert reading(page).subjects[0].sentenced_on == day


HOMES = [
    ("He raped a woman at her flat in Penwortham. He was jailed for ten years.", None),
    ("Police went to his home in Selby. He was jailed for ten years.", "Selby"),
]


@pytest.mark.parametrize(("text", "home"), HOMES)
def test_home(text: str, home: str | None) -> None:
    """A victim's home is not the officer's, and a place ends with its sentence."""
    page = (
        "Officer jailed\n\nPC Barnaby Wex, 38, of Kent Police, was convicted at Lewes Crown Court of rape. "
        + text
    )
    assert reading(page).subjects[0].residence == home


DECIDERS = [
    # who found and who dismissed, by rank before and after the name
    (
        "PC Ned Ashby attended an accelerated misconduct hearing on 12 May 2022. Chief Constable Gwen Hale found that he had breached "
        "the standards. He was dismissed without notice.",
        ["Ned Ashby"],
    ),
    (
        "Ann Moss had been a response officer for nine years. On 8 June the chief constable, Bill Orme, dismissed her without notice.",
        ["Ann Moss"],
    ),
    # a chief constable who is dealt with
    ("Chief Constable Gwen Hale was dismissed without notice after a misconduct hearing found that she had lied.", ["Gwen Hale"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subjects"), DECIDERS)
def test_whoever_decides_is_no_subject(text: str, subjects: list[str]) -> None:
    """The one who found, or dismissed somebody, is not the one who was found against."""
    page = (
        "Surrey Police officer dismissed\nFen Gazette\n14 June 2022\n\n"
        + text
        + " She is with Surrey Police."
    )
    assert [s.name for s in reading(page).subjects] == subjects


TERMS = [
    # the length is the prison's, whatever is told after "and"
    ("was jailed for three years and given a restraining order.", ("imprisonment", "P3Y")),
    ("was jailed for 18 months and ordered to pay costs.", ("imprisonment", "P18M")),
    ("was jailed for three years and banned from driving.", ("imprisonment", "P3Y")),
    # a sentence only foreseen
    ("was convicted of theft. The judge said a lengthy jail term was inevitable.", None),
]


@pytest.mark.parametrize(("text", "sentence"), TERMS)
def test_terms(text: str, sentence: tuple[str, str] | None) -> None:
    """What was passed, with its length; not what may come."""
    page = (
        "Officer in the dock\n\nPC Ned Ashby, 34, of Kent Police, appeared at Lewes Crown Court for theft. He "
        + text
    )
    passed = [(s.kind, s.length) for s in reading(page).subjects[0].sentences]
    assert passed == ([sentence] if sentence else [])


def test_a_fourth_is_somebody_else() -> None:
    """What is told of "a fourth, who resigned" is not told of the officer named before."""
    page = (
        "Officers sacked\n\nTwo Kent Police constables were dismissed. PC Ned Ashby and PC Ann Lee were found to have committed gross "
        "misconduct at a hearing. A third officer, PC Bob Orme, received a final written warning. A fourth, who resigned last year, "
        "would have been dismissed."
    )
    orme = next(s for s in reading(page).subjects if s.name == "Bob Orme")
    assert orme.proceeding is not None and orme.proceeding.outcome == "final_written_warning"
    assert (orme.resigned, orme.former) == (None, None)
