"""Contradictions: found within a document and against the law of its date, and not where there are none."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.lawful import against_the_law

CLEAN = {
    "sentenced_on": "2019-03-14",
    "sentences": [],
    "orders": [],
    "investigation": {"bodies": [], "oversight": None, "mode": None},
    "proceeding": None,
}


def rules(text: str) -> set[str]:
    """The rules that a text breaks."""
    return {x.rule for x in read(Document("x", text)).inconsistencies}


def test_a_weekday_that_was_another() -> None:
    """14 March 2019 was a Thursday."""
    assert "weekday_of_date" in rules("Monday, 14 March 2019\n\nPC Ann Moss was dismissed.")
    assert "weekday_of_date" not in rules("Thursday, 14 March 2019\n\nPC Ann Moss was dismissed.")


def test_two_ages() -> None:
    """26 here and 27 there."""
    text = "PC Ann Moss, 26, was dismissed without notice.\n\nMoss, 27, had lied."
    assert "two_ages" in rules(text)
    assert "two_ages" not in rules(text.replace("27", "26"))


def test_a_total_that_is_not_the_sum() -> None:
    """Nine and six months are fifteen."""
    text = "PC Ann Moss was jailed for nine months for theft and six months, consecutive, for fraud, a total of {} months."
    assert "total_is_not_the_sum" in rules(text.format("18"))
    assert "total_is_not_the_sum" not in rules(text.format("15"))


def sentence(kind: str, length: str | None, suspended_for: str | None = None) -> dict[str, object]:
    """A sentence record."""
    return {"kind": kind, "length": length, "suspended_for": suspended_for, "amount": None, "hours": None}


def register(length: str) -> dict[str, object]:
    """A notification order record."""
    return {"kind": "sex_offender_notification", "length": length, "amount": None, "hours": None}


@pytest.mark.parametrize(
    ("facts", "published", "rule", "broken"),
    [
        # Sexual Offences Act 2003 s.82: custody of six months or less, seven years
        (
            {"sentences": [sentence("suspended_sentence", "P12W")], "orders": [register("P5Y")]},
            None,
            "notification_is_not_the_statutes",
            True,
        ),
        (
            {"sentences": [sentence("suspended_sentence", "P12W")], "orders": [register("P7Y")]},
            None,
            "notification_is_not_the_statutes",
            False,
        ),
        (
            {"sentences": [sentence("imprisonment", "P3Y")], "orders": [register("indefinite")]},
            None,
            "notification_is_not_the_statutes",
            False,
        ),
        # more than two years could not be suspended in 2019
        ({"sentences": [sentence("suspended_sentence", "P3Y")]}, None, "suspended_length_over_maximum", True),
        (
            {"sentences": [sentence("suspended_sentence", "P24M")]},
            None,
            "suspended_length_over_maximum",
            False,
        ),
        # no IOPC before 8 January 2018
        (
            {"investigation": {"bodies": [], "oversight": "iopc", "mode": None}},
            "2018-01-07",
            "body_did_not_exist",
            True,
        ),
        (
            {"investigation": {"bodies": [], "oversight": "iopc", "mode": None}},
            "2018-01-08",
            "body_did_not_exist",
            False,
        ),
        # no directed investigation before 1 February 2020
        (
            {"investigation": {"bodies": [], "oversight": None, "mode": "directed"}},
            "2020-01-31",
            "mode_did_not_exist",
            True,
        ),
        (
            {"investigation": {"bodies": [], "oversight": None, "mode": "directed"}},
            "2020-02-01",
            "mode_did_not_exist",
            False,
        ),
    ],
)
def test_the_law_of_the_date(
    facts: dict[str, object], published: str | None, rule: str, broken: bool
) -> None:
    """Each rule speaks where it is broken and is silent where it is kept, to the day."""
    found = {x.rule for x in against_the_law({**CLEAN, **facts}, "/subjects/0", {}, published)}
    assert (rule in found) is broken


@pytest.mark.parametrize(
    ("proceeding", "rule", "broken"),
    [
        (
            {"kind": "accelerated_hearing", "date": "2020-01-31", "outcome": None},
            "hearing_of_another_regime",
            True,
        ),
        (
            {"kind": "accelerated_hearing", "date": "2020-02-01", "outcome": None},
            "hearing_of_another_regime",
            False,
        ),
        (
            {"kind": "misconduct_hearing", "date": "2017-12-14", "outcome": "would_have_been_dismissed"},
            "outcome_did_not_exist",
            True,
        ),
        (
            {"kind": "misconduct_hearing", "date": "2017-12-15", "outcome": "would_have_been_dismissed"},
            "outcome_did_not_exist",
            False,
        ),
        (
            {"kind": "misconduct_meeting", "date": "2016-05-01", "outcome": "dismissed"},
            "outcome_beyond_its_forum",
            True,
        ),
        (
            {"kind": "misconduct_meeting", "date": "2016-05-01", "outcome": "written_warning"},
            "outcome_beyond_its_forum",
            False,
        ),
        (
            {
                "kind": "misconduct_hearing",
                "date": "2015-12-31",
                "outcome": None,
                "chair_role": "Legally qualified chair",
            },
            "chair_of_another_time",
            True,
        ),
        (
            {
                "kind": "misconduct_hearing",
                "date": "2016-01-01",
                "outcome": None,
                "chair_role": "Legally qualified chair",
            },
            "chair_of_another_time",
            False,
        ),
    ],
)
def test_the_regime_of_the_hearing(proceeding: dict[str, object], rule: str, broken: bool) -> None:
    """Hearings, outcomes and chairs are held against the regulations of their day."""
    facts = {**CLEAN, "proceeding": {"chair_role": None, **proceeding}}
    found = {x.rule for x in against_the_law(facts, "/subjects/0", {}, None)}
    assert (rule in found) is broken
