"""Plain, legal and tabloid wordings of pleas, verdicts, sentences and orders, all invented."""

from __future__ import annotations

from typing import Any

import pytest
from tests.measuring import cpu_seconds

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.court import read_court
from peelian.reading.model import SubjectDraft
from peelian.reading.prepared import prepare

LEAD = "PC Martin Tolle, 38, of Kent Police, appeared at Maidstone Crown Court. "
GUILTY = "PC Martin Tolle, 38, of Kent Police, appeared at Maidstone Crown Court after admitting two counts of theft. "


def subjects(text: str) -> list[dict[str, Any]]:
    """The subjects of a report as plain values."""
    found: list[dict[str, Any]] = read(Document("t", text)).to_dict()["subjects"]
    assert found, "nobody was found"
    return found


Row = tuple[str, str, str | None, int | None]
CHARGES: list[tuple[str, list[Row]]] = [
    # tabloid pleas
    ("He coughed to three counts of burglary.", [("burglary", "convicted", "guilty", 3)]),
    ("He held up his hands to stealing £400.", [("theft", "convicted", "guilty", None)]),
    ("He entered a guilty plea to one charge of voyeurism.", [("voyeurism", "convicted", "guilty", 1)]),
    (
        "He changed his plea on the day of trial and admitted three counts of theft.",
        [("theft", "convicted", "guilty", 3)],
    ),
    # verdicts
    (
        "He was found guilty in his absence of two counts of harassment.",
        [("harassment", "convicted", None, 2)],
    ),
    ("He was convicted after trial of drink-driving.", [("drink_driving", "convicted", None, None)]),
    (
        "The jury found him guilty by a majority of 10 to two of misconduct in public office.",
        [("misconduct_in_public_office", "convicted", None, None)],
    ),
    (
        "District Judge Mary Gold dismissed the charge of careless driving.",
        [("careless_driving", "acquitted", None, 1)],
    ),
    # dropped
    ("A second count of theft was ordered to lie on the file.", [("theft", "discontinued", None, 1)]),
    ("A charge of common assault was not proceeded with.", [("common_assault", "discontinued", None, 1)]),
    (
        "The CPS said it would not be charging him with perverting the course of justice.",
        [("perverting_the_course_of_justice", "discontinued", None, None)],
    ),
    (
        "The CPS concluded that the test for perverting the course of justice wasn't met.",
        [("perverting_the_course_of_justice", "discontinued", None, None)],
    ),
    # parts of a whole
    (
        "He was convicted of four of the six counts of theft he faced; the other two were dropped.",
        [("theft", "convicted", None, 4), ("theft", "discontinued", None, 2)],
    ),
    (
        "He was found guilty on three of five counts of stalking and acquitted of the rest.",
        [("stalking", "convicted", None, 3), ("stalking", "acquitted", None, 2)],
    ),
    (
        "He was convicted of a single count of theft but acquitted of three others.",
        [("theft", "convicted", None, 1), ("theft", "acquitted", None, 3)],
    ),
    # numbered counts
    (
        "He was convicted of rape (count 1) and theft (count 2). The conviction on count 2 is unsafe and is quashed. Count 1 stands.",
        [("rape", "convicted", None, 1), ("theft", "acquitted", None, 1)],
    ),
    # a plea after a plea is no verdict
    (
        "He pleaded guilty to one count of burglary and not guilty to arson.",
        [("burglary", "convicted", "guilty", 1), ("arson", "charged", "not_guilty", None)],
    ),
    # a new clause ends what a plea governs
    (
        "His guilty plea to theft was accepted and a charge of burglary was dropped.",
        [("theft", "convicted", "guilty", None), ("burglary", "discontinued", None, 1)],
    ),
]


@pytest.mark.parametrize(("words", "expected"), CHARGES)
def test_charges(words: str, expected: list[Row]) -> None:
    got = subjects(LEAD + words)[0]["offences"]
    assert [(o["offence"], o["stage"], o["plea"], o["count"]) for o in got] == expected


PASSED: list[tuple[str, tuple[str, str | None, str | None, float | None]]] = [
    # (words, (kind, length, suspended_for, amount))
    ("He was caged for three years.", ("imprisonment", "P3Y", None, None)),
    ("He was banged up for 18 months.", ("imprisonment", "P18M", None, None)),
    ("He begins a three-year stretch.", ("imprisonment", "P3Y", None, None)),
    ("He was slapped with a £900 fine.", ("fine", None, None, 900)),
    ("He was let off with a 12-month conditional discharge.", ("conditional_discharge", "P12M", None, None)),
    ("He received an extended sentence of nine years, with a custodial term of six years.", ("imprisonment", "P9Y", None, None)),
    ("He was jailed for life and must serve at least 22 years.", ("life", "P22Y", None, None)),
    ("He was sentenced at the same court on Friday, 6 March, to two years.", ("imprisonment", "P2Y", None, None)),
    ("He got 12 months for fraud and eight months for theft, to be served consecutively.", ("imprisonment", "P1Y8M", None, None)),
    # suspended in other words, in the same sentence and in the next
    ("He got 26 weeks' custody (suspended 18 months).", ("suspended_sentence", "P26W", "P18M", None)),
    ("He was given a suspended sentence of six months, which will hang over him for two years.", ("suspended_sentence", "P6M", "P2Y", None)),
    ("Recorder Hill jailed him for 16 months but suspended the sentence for two years.", ("suspended_sentence", "P16M", "P2Y", None)),
    ("He was given a 26-week sentence. Judge Furze suspended it for two years.", ("suspended_sentence", "P26W", "P2Y", None)),
    # ... and by half a phrase
    ("He has been given two years, suspended for two.", ("suspended_sentence", "P2Y", "P2Y", None)),
    ("He was given ten months, suspended for the same period.", ("suspended_sentence", "P10M", "P10M", None)),
    ("Sentence: 6 mths impr susp 12 mths.", ("suspended_sentence", "P6M", "P12M", None)),
    ("He left court with 16 weeks hanging over him for a year.", ("suspended_sentence", "P16W", "P1Y", None)),
    # changed on appeal
    ("He was jailed for three years. On appeal the term was cut from three years to two.", ("imprisonment", "P2Y", None, None)),
    ("He was jailed for three years. Appeal judges have reduced that to 18 months.", ("imprisonment", "P18M", None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), PASSED)
def test_sentences(words: str, expected: tuple[str, str | None, str | None, float | None]) -> None:
    got = subjects(GUILTY + words)[0]["sentences"]
    assert [(s["kind"], s["length"], s["suspended_for"], s["amount"]) for s in got] == [expected]


NOT_PASSED = [
    # what may come, what is only a default, what a judge compares
    "He faces jail when he is sentenced next month.",
    "A confiscation order for £18,450 was made; he has three months to pay or serve a year in default.",
    "He was warned that a custodial sentence was likely.",
    'Mr Hill, prosecuting, said: "A Dorset constable was fined for the very same thing."',
    # somebody else's
    "The former partner was sentenced to 11 years for wounding.",
    "A third defendant, Rebecca Lunt, was given a 12-month community order for money laundering.",
]


@pytest.mark.parametrize("words", NOT_PASSED)
def test_no_sentence_is_invented(words: str) -> None:
    assert subjects(GUILTY + words)[0]["sentences"] == []


ORDERS: list[tuple[str, tuple[str, str | None, float | None, int | None]]] = [
    # (words, (kind, length, amount, hours))
    ("He must carry out 180 hours of community payback.", ("unpaid_work", None, None, 180)),
    ("He got 180 hours of graft for the community.", ("unpaid_work", None, None, 180)),
    ("He was tagged for four months.", ("curfew", "P4M", None, None)),
    ("He was banned from the road for 20 months.", ("driving_disqualification", "P20M", None, None)),
    ("He was barred from contacting his victim for five years.", ("restraining_order", "P5Y", None, None)),
    ("He must not contact the woman until further order.", ("restraining_order", "indefinite", None, None)),
    ("He was ordered to complete a rehabilitation activity requirement of up to 15 days.", ("rehabilitation_activity", "P15D", None, None)),
    ("The court cut a compensation order of £10,000 to £4,000.", ("compensation", None, 4000, None)),
    ("He must pay his victim £150.", ("compensation", None, 150, None)),
    ("Prosecution costs of £775 were awarded.", ("costs", None, 775, None)),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), ORDERS)
def test_orders(words: str, expected: tuple[str, str | None, float | None, int | None]) -> None:
    got = subjects(GUILTY + words)[0]["orders"]
    assert [(o["kind"], o["length"], o["amount"], o["hours"]) for o in got] == [expected]


def test_a_condition_of_bail_is_no_restraining_order() -> None:
    words = "He was released on bail on condition that he must not contact the woman."
    assert subjects(LEAD + words)[0]["orders"] == []


def test_both_charges_are_the_co_defendants_too() -> None:
    text = (
        "PC Martin Tolle, 38, and PC Joan Carve, 29, both of Kent Police, appeared before magistrates in Folkestone.\n\n"
        "Tolle pleaded guilty to one charge of assault by beating and one of criminal damage. Carve denied both charges."
    )
    got = {s["name"]: [(o["offence"], o["stage"], o["plea"]) for o in s["offences"]] for s in subjects(text)}
    assert got["Joan Carve"] == [
        ("common_assault", "charged", "not_guilty"),
        ("criminal_damage", "charged", "not_guilty"),
    ]


def test_a_round_up_gives_its_court_and_its_month() -> None:
    text = (
        "COURT ROUND-UP\nChelmer Weekly, 24 June 2016\n\nAt Chelmsford Magistrates' Court this week:\n\n"
        "PC Martin Tolle, 39, of Larch Walk. Convicted after trial of careless driving. Fined £650, £620 costs.\n\n"
        "PC Emma Raske, 23, of Braintree. Speeding, admitted by letter. £100, costs £85, surcharge £20."
    )
    for one in subjects(text):
        assert one["courts"] == ["Chelmsford Magistrates' Court"]
        assert one["sentenced_on"] == "2016-06"
    second = subjects(text)[1]
    assert [(s["kind"], s["amount"]) for s in second["sentences"]] == [("fine", 100)]
    assert [(o["kind"], o["amount"]) for o in second["orders"]] == [("costs", 85), ("surcharge", 20)]


@pytest.mark.parametrize(
    "unit",
    [
        "PC Martin Tolle admitted theft and was jailed for two years and fined £500 on count 1 and acquitted of count 2 and ",
        "jailed " + "a" * 80 + " ",
        "guilty,,, , , ,of , , , theft - - - : : : 4 years , , , ",
    ],
)
def test_court_words_without_a_full_stop_are_read_in_linear_time(unit: str) -> None:
    def cost(size: int) -> float:
        prepared = prepare(LEAD + unit * (size // len(unit)))
        found = prepared.cast.subjects
        return cpu_seconds(
            lambda: read_court(prepared, {p: SubjectDraft(anchor=(p.anchor, p.anchor + 1)) for p in found})
        )

    cost(5_000)
    assert cost(80_000) < 9 * cost(20_000) + 0.05  # 4 times the text; 16 times if quadratic


def test_the_day_of_a_sentencing_hearing_and_words_about_officers_in_general() -> None:
    text = (
        "DC Martin Tolle, 38, of Kent Police, was jailed for two years for theft. "
        "At a sentencing hearing today (11 April) Maidstone Crown Court heard of his debts.\n\n"
        'Chief Superintendent Ann Price said: "The impact of an officer being convicted of burglary is plain."'
    )
    one = subjects(text)[0]
    assert one["sentenced_on"] == "XXXX-04-11"
    assert [o["offence"] for o in one["offences"]] == ["theft"]


def test_the_length_of_an_order_is_no_second_sentence() -> None:
    text = (
        GUILTY
        + "He was sentenced to a 12 week suspended sentence and a 24 month rehabilitation sex offender order."
    )
    one = subjects(text)[0]
    assert [(s["kind"], s["length"]) for s in one["sentences"]] == [("suspended_sentence", "P12W")]
    assert [(o["kind"], o["length"]) for o in one["orders"]] == [("sex_offender_order", "P24M")]


BIDS = [
    # asked for and refused
    ("She failed to have her conviction overturned.", "convicted", "dismissed"),
    ("She failed in an appeal to get the conviction quashed.", "convicted", "dismissed"),
    (
        "An attempt to have the conviction set aside was rejected by the Court of Appeal.",
        "convicted",
        "dismissed",
    ),
    # asked for and given
    ("She won a long fight to have her conviction quashed at the Court of Appeal.", "acquitted", "allowed"),
    ("The Court of Appeal quashed her conviction.", "acquitted", "allowed"),
]


@pytest.mark.parametrize(("told", "stage", "result"), BIDS)
def test_a_conviction_that_somebody_wants_quashed(told: str, stage: str, result: str) -> None:
    """A conviction is quashed when a court has done it, not when somebody failed to have it done."""
    text = (
        "PC Orla Fenwhistle of Durham Constabulary was found guilty of theft at Durham Crown Court and jailed for two years. "
        + told
    )
    (got,) = read(Document("x", text)).to_dict()["subjects"]
    assert [o["stage"] for o in got["offences"]] == [stage]
    assert got["appeal"] == {"kind": "criminal", "result": result}


HEADED = [
    # the headline's plain word, the story's exact one, and only the sentence to say that it was proved
    (
        "Ex-constable spared jail over assault on colleague\n\nA former police officer who sexually assaulted a colleague has been handed a "
        "nine-month prison sentence suspended for two years.\n\nHugo Trask, 41, who served with Durham Constabulary, must do unpaid work. He was "
        "sentenced at Durham Crown Court.",
        ["sexual_assault"],
    ),
    # two offences that the story tells are two
    (
        "Ex-constable jailed over assaults\n\nHugo Trask, 41, who served with Durham Constabulary, was convicted of sexual assault at Durham "
        "Crown Court. He was also convicted of assault by beating and jailed for a year.",
        ["sexual_assault", "common_assault"],
    ),
]


@pytest.mark.parametrize(("text", "offences"), HEADED)
def test_a_headlines_plain_word(text: str, offences: list[str]) -> None:
    """A headline's plain word is no second offence beside the exact one of the story."""
    (got,) = read(Document("x", text)).to_dict()["subjects"]
    assert [(o["offence"], o["stage"]) for o in got["offences"]] == [(o, "convicted") for o in offences]
