"""How newspapers tell a case: charges again in short, all of a list at once, an older case beside. All invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.model import Subject


def subjects(text: str) -> list[Subject]:
    return list(read(Document("x", text, "txt")).subjects)


def charges(subject: Subject) -> list[tuple[str, int | None, str | None, str]]:
    return [(o.offence, o.count, o.plea, o.stage) for o in subject.offences]


def test_a_verdict_under_a_charges_short_name_is_on_the_charge_told_in_full() -> None:
    (one,) = subjects(
        "PC Owen Brill, 40, of Dorset Police, denied five charges of sexual assault of a child. The jury was out for "
        "a day. He was convicted of three charges of sexual assault."
    )
    assert charges(one) == [("sexual_assault_of_child", 3, "not_guilty", "convicted")]


def test_a_verdict_on_another_charge_told_too_stays_its_own() -> None:
    (one,) = subjects(
        "PC Owen Brill, 40, of Dorset Police, denied rape of a child under 13 and rape. He was convicted of rape."
    )
    assert ("rape", "convicted") in {(o.offence, o.stage) for o in one.offences}
    assert ("rape_of_child", "convicted") not in {(o.offence, o.stage) for o in one.offences}


def test_the_court_of_an_older_case_is_not_this_officers() -> None:
    one, older = subjects(
        "PC Callum Frith, of Leicestershire Police, was found not guilty of inflicting grievous bodily harm after a "
        "five-day trial. The verdict follows others, among them that of PC Shona Wade, of Kent Police, who was "
        "acquitted of common assault at Maidstone Crown Court in May."
    )
    assert (one.name, one.courts) == ("Callum Frith", [])
    assert older.name == "Shona Wade"


def test_nothing_is_left_of_a_sentence_whose_conviction_was_quashed() -> None:
    (one,) = subjects(
        "A police officer framed by colleagues had his criminal conviction quashed by the court of appeal yesterday. "
        "Omar Pryce, who was sentenced to 15 months in prison after being found guilty of conspiring to smuggle "
        "budgerigars in 1997, wept. Pryce, 47, joined Kent Police in 1985."
    )
    assert one.sentences == []
    assert one.appeal is not None and one.appeal.result == "allowed"


LIST = """Retired officers sentenced over group chat

Three former Metropolitan Police officers have been given suspended prison sentences.

The former officers were all convicted of improper use of a public electronic communications network.

The three men were sentenced at Westminster Magistrates' Court as follows:

Edwin Thorn, 64, from Alton - 12 weeks' imprisonment, suspended for 12 months

Roland Hesk, 67, from Brecon - eight weeks' imprisonment, suspended for 12 months

Derek Fenn, 66, from Poole - seven weeks' imprisonment, suspended for 12 months

The officers served together but were retired when the messages were sent.

All but Thorn had pleaded guilty.
"""


def test_what_stands_above_and_below_a_list_is_told_of_all_in_it() -> None:
    three = subjects(LIST)
    assert [s.name for s in three] == ["Edwin Thorn", "Roland Hesk", "Derek Fenn"]
    assert [[(o.offence, o.stage) for o in s.offences] for s in three] == [
        [("grossly_offensive_messages", "convicted")]
    ] * 3
    assert [s.offences[0].plea for s in three] == [None, "guilty", "guilty"]
    assert [s.resigned for s in three] == ["retired"] * 3


def test_what_is_told_of_one_below_a_list_is_that_ones() -> None:
    three = subjects(LIST.replace("The officers served together but were retired", "Fenn was retired"))
    assert [s.resigned for s in three] == [None, None, "retired"]


def test_denied_in_plain_words_is_the_plea_to_the_charge_that_is_meant() -> None:
    (one,) = subjects(
        "PC Neil Garth, 33, of Wiltshire Police, denied assault and was cleared at Bristol Crown Court. He had faced "
        "a single charge of assault causing actual bodily harm."
    )
    assert charges(one) == [("abh", 1, "not_guilty", "acquitted")]


@pytest.mark.parametrize(
    "held",
    [
        "was detained at his home yesterday over allegations of bribery",
        "was held by his own force on Tuesday on suspicion of bribery",
        "was questioned at work over bribery",
    ],
)
def test_an_officer_held_is_a_subject_and_the_crime_is_alleged(held: str) -> None:
    (one,) = subjects(f"A detective constable in Gwent {held}. Gwent Police declined to comment.")
    assert [(o.offence, o.stage) for o in one.offences] == [("bribery", "alleged")]


def test_a_hearing_held_over_rudeness_alleges_no_crime() -> None:
    (one,) = subjects(
        "A hearing was held yesterday over allegations of theft of time. The Kent constable was given a written warning."
    )
    assert one.offences == []
