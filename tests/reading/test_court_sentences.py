"""Sentences, orders, courts, days of sentence and appeals of short invented reports."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

WHO = "PC Nora Tilling, 33, "


def subject(text: str) -> dict[str, Any]:
    """The first subject of a report as plain values."""
    subjects: list[dict[str, Any]] = read(Document("t", text)).to_dict()["subjects"]
    assert subjects, "nobody was found"
    return subjects[0]


SENTENCES: list[tuple[str, list[tuple[str, str | None, str | None, float | None]]]] = [
    # (words, [(kind, length, suspended_for, amount)])
    ("was jailed for two years for theft at Leeds Crown Court.", [("imprisonment", "P2Y", None, None)]),
    (
        "was given 14 weeks' imprisonment, suspended for 12 months, at Leeds Crown Court for theft.",
        [("suspended_sentence", "P14W", "P12M", None)],
    ),
    # a term without "imprisonment" beside a verb of giving
    ("got 18 months at Leeds Crown Court for theft.", [("imprisonment", "P18M", None, None)]),
    # parts and their total
    (
        "was sentenced at Leeds Crown Court to three years for theft and one year, consecutive, for perjury, a total of four years.",
        [("imprisonment", "P4Y", None, None)],
    ),
    # life has its minimum term
    (
        "was jailed for life at Leeds Crown Court for murder. She must serve a minimum term of 19 years.",
        [("life", "P19Y", None, None)],
    ),
    ("was fined £450 at Leeds Magistrates' Court for drink-driving.", [("fine", None, None, 450)]),
    (
        "was given a conditional discharge for 12 months at Leeds Magistrates' Court for theft.",
        [("conditional_discharge", "P12M", None, None)],
    ),
    (
        "was given a two-year community order at Leeds Crown Court for theft.",
        [("community_order", "P2Y", None, None)],
    ),
]


@pytest.mark.parametrize(("words", "expected"), SENTENCES)
def test_sentences(words: str, expected: list[tuple[str, str | None, str | None, float | None]]) -> None:
    got = subject(WHO + words)["sentences"]
    assert [(s["kind"], s["length"], s["suspended_for"], s["amount"]) for s in got] == expected


NOT_PASSED = [
    # a final written warning has a length but is no sentence
    "was given a final written warning for 18 months after a misconduct hearing.",
    # suspension from duty
    "was suspended for 18 months before a misconduct hearing cleared her of gross misconduct.",
    # a maximum is not a sentence
    "admitted perjury at Leeds Crown Court, which carries a maximum sentence of seven years.",
]


@pytest.mark.parametrize("words", NOT_PASSED)
def test_what_is_no_sentence(words: str) -> None:
    assert subject(WHO + words)["sentences"] == []


ORDERS: list[tuple[str, list[tuple[str, str | None, float | None, int | None]]]] = [
    # (words, [(kind, length, amount, hours)])
    (
        "was fined £300 with £85 costs and a £30 surcharge at Leeds Magistrates' Court for careless driving.",
        [("costs", None, 85, None), ("surcharge", None, 30, None)],
    ),
    # the sum after its noun, as court lists print it
    ("was fined £300, costs £85, surcharge £30, at Leeds Magistrates' Court for theft.", [("costs", None, 85, None), ("surcharge", None, 30, None)]),
    (
        "was given a community order at Leeds Crown Court for theft, with 120 hours of unpaid work and 20 rehabilitation days.",
        [("unpaid_work", None, None, 120), ("rehabilitation_activity", "P20D", None, None)],
    ),
    # one length for two orders
    (
        "was jailed for voyeurism at Leeds Crown Court. She must sign the sex offenders' register for ten years "
        "and was made subject to a sexual harm prevention order for the same period.",
        [("sex_offender_notification", "P10Y", None, None), ("shpo", "P10Y", None, None)],
    ),
    # the length before its noun, and no end
    ("was jailed for stalking at Leeds Crown Court and given a five-year restraining order.", [("restraining_order", "P5Y", None, None)]),
    (
        "was jailed for stalking at Leeds Crown Court. A restraining order was made indefinitely.",
        [("restraining_order", "indefinite", None, None)],
    ),
    (
        "was banned from driving for 17 months at Leeds Magistrates' Court for drink-driving.",
        [("driving_disqualification", "P17M", None, None)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), ORDERS)
def test_orders(words: str, expected: list[tuple[str, str | None, float | None, int | None]]) -> None:
    got = subject(WHO + words)["orders"]
    assert [(o["kind"], o["length"], o["amount"], o["hours"]) for o in got] == expected


COURTS = [
    ("admitted theft at Leeds Crown Court.", ["Leeds Crown Court"]),
    # magistrates of a town are its court
    ("admitted theft before Leeds magistrates.", ["Leeds Magistrates' Court"]),
    ("admitted theft before magistrates in Leeds.", ["Leeds Magistrates' Court"]),
]


@pytest.mark.parametrize(("words", "expected"), COURTS)
def test_courts(words: str, expected: list[str]) -> None:
    assert subject(WHO + words)["courts"] == expected


DAYS = [
    ("was jailed for two years at Leeds Crown Court on 4 May 2019 for theft.", "2019-05-04"),
    # the plea's date is not the sentence's
    (
        "admitted theft in March 2019. She was jailed for two years at Leeds Crown Court on 4 May 2019.",
        "2019-05-04",
    ),
    # convicted one day, sentenced the same day
    (
        "was convicted of theft on 4 May 2019 at Leeds Crown Court. She was jailed for two years the same day.",
        "2019-05-04",
    ),
    # two days in one sentence: that of the plea stands far from its verb
    (
        "admitted two counts of theft and one of fraud by false representation at Leeds Crown Court on 3 March 2019 and was jailed for "
        "two years there on 4 May 2019.",
        "2019-05-04",
    ),
    (
        "was found guilty of perverting the course of justice after a trial at Leeds Crown Court on 3 March 2019 and was sentenced by the "
        "same judge on 4 May 2019. She received two years in prison.",
        "2019-05-04",
    ),
    # nothing certain
    ("admitted theft at Leeds Crown Court on 4 May 2019 and will be sentenced next month.", None),
]


@pytest.mark.parametrize(("words", "expected"), DAYS)
def test_sentenced_on(words: str, expected: str | None) -> None:
    assert subject(WHO + words)["sentenced_on"] == expected


APPEALS = [
    (
        "was convicted of theft at Leeds Crown Court. She has lodged an appeal against her conviction.",
        {"kind": "criminal", "result": "pending"},
    ),
    (
        "was convicted of theft at Leeds Crown Court. The Court of Appeal dismissed her appeal against conviction.",
        {"kind": "criminal", "result": "dismissed"},
    ),
    ("was convicted of theft at Leeds Crown Court and says she will appeal.", None),
]


@pytest.mark.parametrize(("words", "expected"), APPEALS)
def test_criminal_appeals(words: str, expected: dict[str, str] | None) -> None:
    assert subject(WHO + words)["appeal"] == expected


def test_a_quashed_conviction_leaves_no_sentence() -> None:
    got = subject(
        WHO
        + "was jailed for two years for theft at Leeds Crown Court in 2019. The Court of Appeal has now allowed her appeal and her conviction is quashed."
    )
    assert [o["stage"] for o in got["offences"]] == ["acquitted"]
    assert (got["sentences"], got["orders"], got["sentenced_on"]) == ([], [], None)


@pytest.mark.parametrize(
    ("told", "years", "result"),
    [
        ("The Court of Appeal quashed that and imposed 10 years instead.", "P10Y", "varied"),
        ("The Court of Appeal said the sentence was unduly lenient and jailed him for 10 years.", "P10Y", "varied"),
        ("The Court of Appeal increased his sentence to 10 years.", "P10Y", "varied"),
        ("Appeal judges dismissed his appeal against sentence.", "P7Y", "dismissed"),
    ],
)  # fmt: skip
def test_a_sentence_passed_anew_leaves_the_conviction(told: str, years: str, result: str) -> None:
    text = f"Lance Turnbull, a former Hampshire PC, was jailed for seven years at Winchester Crown Court in May for rape. {told}"
    (subject,) = read(Document("anew", text)).subjects
    assert [o.stage for o in subject.offences] == ["convicted"]
    assert [s.length for s in subject.sentences] == [years]
    assert subject.appeal is not None
    assert subject.appeal.result == result


@pytest.mark.parametrize(
    ("told", "sentences"),
    [
        (
            "was sent to jail for 12 weeks by magistrates at Dover in June for theft but lodged an appeal within the hour. "
            "At Canterbury Crown Court on Tuesday the term was replaced by a community order lasting 18 months.",
            [("community_order", "P18M")],
        ),
        (
            "walked out of Dover Crown Court in June with twenty months, suspended, for theft. On Tuesday three judges in London "
            "more than doubled the sentence. She must now go to prison for four years.",
            [("imprisonment", "P4Y")],
        ),
        (
            "has had the prison term she was given for theft in June set aside. She must instead do a community order of a year, "
            "Canterbury Crown Court ruled on Tuesday.",
            [("community_order", "P1Y")],
        ),
    ],
)
def test_a_sentence_changed_on_appeal_is_the_one_that_stands(
    told: str, sentences: list[tuple[str, str]]
) -> None:
    page = f"Appeal\n\nKent News\n8 July 2022\n\nEx-PC Ann Lee, 43, of Kent Police, {told}\n"
    (one,) = read(Document("x", page)).to_dict()["subjects"]
    assert [(s["kind"], s["length"]) for s in one["sentences"]] == sentences
    assert one["appeal"] == {"kind": "criminal", "result": "varied"}
    assert one["sentenced_on"] in ("2022-06", None)
    assert [o["stage"] for o in one["offences"]] == ["convicted"]
