"""Regimes, bodies, modes, forums, chairs and limits, to the day."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian import law
from peelian.law.regimes import regimes

SINCE_2004 = st.dates(date(2004, 4, 1), date(2040, 1, 1))


@pytest.mark.parametrize(
    ("attention", "regime"),
    [
        ("2004-03-31", None), ("2004-04-01", "r2004"), ("2008-11-30", "r2004"), ("2008-12-01", "r2008"),
        ("2012-11-21", "r2008"), ("2012-11-22", "r2012"), ("2020-01-31", "r2012"), ("2020-02-01", "r2020"),
        ("2020-02", "r2020"), ("2012-11", None), ("2012", None), ("XXXX-04-11", None),
    ],
)  # fmt: skip
def test_regime_on(attention: str, regime: str | None) -> None:
    found = law.regime_on(attention)
    assert (found.id if found else None) == regime


def test_a_date_known_in_part_gives_every_regime_it_can_be() -> None:
    assert [one.id for one in law.regimes_on("2012")] == ["r2008", "r2012"]
    assert [one.id for one in law.regimes_on("XXXX-04-11")] == ["r2004", "r2008", "r2012", "r2020"]
    assert law.regimes_on("2003") == ()


@given(SINCE_2004)
def test_every_day_since_2004_has_one_regime_and_one_body(day: date) -> None:
    assert law.regime_on(day.isoformat()) is not None
    assert len(law.bodies_on(day.isoformat())) == 1
    assert {"local", "independent"} <= set(law.modes_on(day.isoformat()))


def test_regimes_follow_each_other_without_a_gap() -> None:
    every = regimes()
    for one, following in itertools.pairwise(every):
        assert one.last_day is not None
        assert date.fromisoformat(one.last_day) + timedelta(1) == date.fromisoformat(following.first_day)
    assert every[-1].last_day is None
    assert all(one.verified for one in every)


@pytest.mark.parametrize(
    ("day", "bodies"),
    [("2004-03-31", ("pca",)), ("2004-04-01", ("ipcc",)), ("2018-01-07", ("ipcc",)), ("2018-01-08", ("iopc",)),
     ("2018-01", ("ipcc", "iopc"))],
)  # fmt: skip
def test_bodies_on(day: str, bodies: tuple[str, ...]) -> None:
    assert law.bodies_on(day) == bodies


@pytest.mark.parametrize(
    ("day", "modes"),
    [
        ("2003-06", {"local", "supervised"}),
        ("2004-04-01", {"local", "supervised", "managed", "independent"}),
        ("2020-01-31", {"local", "supervised", "managed", "independent"}),
        ("2020-02-01", {"local", "directed", "independent"}),
    ],
)
def test_modes_on(day: str, modes: set[str]) -> None:
    assert set(law.modes_on(day)) == modes


def test_kinds_of_hearing() -> None:
    for regime in ("r2008", "r2012"):
        assert "special_case_hearing" in law.hearing_kinds(regime)
        assert "accelerated_hearing" not in law.hearing_kinds(regime)
    assert "accelerated_hearing" in law.hearing_kinds("r2020")
    assert "special_case_hearing" not in law.hearing_kinds("r2020")
    assert "misconduct_meeting" not in law.hearing_kinds("r2004")
    with pytest.raises(law.UnknownTerm):
        law.hearing_kinds("r1999")


def allowed(regime: str, kind: str, finding: str | None = None, **more: object) -> frozenset[str]:
    rule = law.outcomes_of(regime, kind, finding, **more)  # type: ignore[arg-type]
    assert rule is not None
    return rule.allowed


def test_outcomes_of_forums() -> None:
    assert "dismissed_with_notice" in allowed("r2012", "misconduct_hearing")
    assert "reduction_in_rank" not in allowed("r2012", "misconduct_hearing")
    assert "dismissed_with_notice" not in allowed("r2020", "misconduct_hearing")
    assert "reduction_in_rank" in allowed("r2020", "misconduct_hearing", "gross_misconduct")
    assert "written_warning" not in allowed("r2020", "misconduct_hearing", "gross_misconduct")
    for regime in ("r2008", "r2012", "r2020"):
        assert not any(one.startswith("dismissed") for one in allowed(regime, "misconduct_meeting"))
    assert law.outcomes_of("r2020", "special_case_hearing") is None


def test_one_who_has_left_can_only_be_said_to_be_one_who_would_have_been_dismissed() -> None:
    assert allowed("r2012", "misconduct_hearing", "gross_misconduct", former=True, decided="2017-12-15") == {
        "would_have_been_dismissed",
        "no_action",
    }
    assert allowed("r2012", "misconduct_hearing", "gross_misconduct", former=True, decided="2017-12-14") == {
        "no_action"
    }
    assert allowed("r2008", "misconduct_hearing", "gross_misconduct", former=True, decided="2018") == {
        "no_action"
    }


def test_no_forum_gives_an_outcome_that_its_regime_does_not_know() -> None:
    for forum in law.vocabulary("forums"):
        assert forum.extra["kind"] in law.hearing_kinds(forum.extra["regime"])
        for outcome in forum.extra["outcomes"]:
            assert law.possible_outcome(outcome, forum.extra["regime"]), (forum.id, outcome)


@pytest.mark.parametrize(
    ("outcome", "regimes"),
    [
        ("management_advice", {"r2008", "r2012"}),
        ("dismissed_with_notice", {"r2008", "r2012"}),
        ("reduction_in_rank", {"r2004", "r2020"}),
        ("required_to_resign", {"r2004"}),
        ("reflective_practice", {"r2020"}),
        ("would_have_been_dismissed", {"r2012", "r2020"}),
    ],
)
def test_guard_rules(outcome: str, regimes: set[str]) -> None:
    assert {
        one for one in ("r2004", "r2008", "r2012", "r2020") if law.possible_outcome(outcome, one)
    } == regimes


def roles(kind: str, held: str, force: str | None = None) -> list[frozenset[str]]:
    return [rule.allowed for rule in law.chairs_on(kind, held, force=force)]


def test_chairs() -> None:
    assert "legally qualified chair" not in roles("misconduct_hearing", "2015-12-31")[0]
    assert "legally qualified chair" in roles("misconduct_hearing", "2016-01-01")[0]
    assert "legally qualified chair" in roles("misconduct_hearing", "2024-05-06")[0]
    assert "legally qualified chair" not in roles("misconduct_hearing", "2024-05-07")[0]
    assert len(roles("misconduct_hearing", "2024-05")) == 2
    assert roles("special_case_hearing", "2014", "metropolitan") == [
        {"assistant commissioner", "commissioner"}
    ]
    assert roles("special_case_hearing", "2014", "kent") == [{"chief constable"}]


def test_in_public() -> None:
    assert law.in_public("misconduct_hearing", "2015-04-30") is False
    assert law.in_public("misconduct_hearing", "2015-05-01") is True
    assert law.in_public("misconduct_hearing", "2015") is None
    assert law.in_public("misconduct_meeting", "2024") is False


@pytest.mark.parametrize(
    ("sentence", "length", "periods"),
    [
        ("imprisonment", "P30M", ["indefinite"]),
        ("imprisonment", "P2Y6M", ["indefinite"]),
        ("imprisonment", "P29M", ["P10Y"]),
        ("imprisonment", "P7M", ["P10Y"]),
        ("imprisonment", "P6M", ["P7Y"]),
        ("suspended_sentence", "P12W", ["P7Y"]),
        ("suspended_sentence", "P20M", ["P10Y"]),
        ("imprisonment", "P26W", ["P7Y", "P10Y"]),
        ("imprisonment", None, ["P7Y", "P10Y", "indefinite"]),
        ("life", "P15Y", ["indefinite"]),
        ("caution", None, ["P2Y"]),
        ("community_order", "P18M", ["P5Y"]),
        ("fine", None, ["P5Y"]),
        ("conditional_discharge", "P12M", ["P12M"]),
        ("conditional_discharge", None, []),
        ("hospital_order", None, ["P7Y", "indefinite"]),
    ],
)
def test_notification_period(sentence: str, length: str | None, periods: list[str]) -> None:
    assert [one.length for one in law.notification_period(sentence, length)] == periods


@given(st.integers(1, 400))
def test_notification_never_falls_as_the_term_grows(months: int) -> None:
    one = law.notification_period("imprisonment", f"P{months}M")[0].length
    more = law.notification_period("imprisonment", f"P{months + 1}M")[0].length
    assert law.compare_lengths(one, more) in (-1, 0)


def test_hospital_order_restricted_or_not() -> None:
    assert [one.length for one in law.notification_period("hospital_order", restricted=True)] == [
        "indefinite"
    ]
    assert [one.length for one in law.notification_period("hospital_order", restricted=False)] == ["P7Y"]


@pytest.mark.parametrize(
    ("sentenced", "terms"),
    [("2012-12-02", ["P12M"]), ("2012-12-03", ["P2Y"]), ("2026-03-21", ["P2Y"]), ("2026-03-22", ["P3Y"])],
)
def test_longest_suspended_term(sentenced: str, terms: list[str]) -> None:
    assert [one.length for one in law.longest_suspended_term(sentenced)] == terms


def test_a_month_in_which_the_limit_changed_gives_both() -> None:
    assert {one.length for one in law.longest_suspended_term("2026-03")} == {"P2Y", "P3Y"}


def test_limits_from_knowledge_say_so() -> None:
    assert not law.longest_suspended_term("2015")[0].verified
    assert law.notification_period("imprisonment", "P4Y")[0].verified
    assert not law.notification_period("fine")[0].verified


def test_operational_period_and_magistrates() -> None:
    assert [one.length for one in law.longest_operational_period("2019")] == ["P2Y"]
    assert law.longest_operational_period("2026-06") == ()
    assert [one.length for one in law.longest_magistrates_term("2023-01-05")] == ["P12M"]
    assert [one.length for one in law.longest_magistrates_term("2023-06-05")] == ["P6M"]


def test_warnings_and_windows() -> None:
    assert law.warning_length("r2012", "final_written_warning").length == "P18M"
    assert law.warning_length("r2020", "final_written_warning").length == "P2Y"
    with pytest.raises(law.UnknownTerm):
        law.warning_length("r2004", "written_warning")
    on_site = law.window("outcome_on_site")
    assert (on_site.days, on_site.working, on_site.verified) == (28, False, True)
    with pytest.raises(law.UnknownTerm):
        law.window("suspended_2012")
