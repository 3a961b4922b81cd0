"""Working days of England and Wales, statutory clocks, and how long things stay up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian import law
from peelian.law.clocks import clocks

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


# Bank holidays of England and Wales as gov.uk publishes them.
@pytest.mark.parametrize(
    "day",
    ["2020-05-08", "2021-12-27", "2021-12-28", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08", "2024-03-29",
     "2024-04-01", "2024-05-06", "2024-08-26", "2024-12-26", "2025-04-18"],
)  # fmt: skip
def test_bank_holidays(day: str) -> None:
    assert date.fromisoformat(day) in law.bank_holidays(int(day[:4]))
    assert not law.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2024-01-02", "2024-03-18", "2024-07-12", "2024-11-30"])
def test_holidays_of_scotland_and_northern_ireland_are_not_ours(day: str) -> None:
    assert date.fromisoformat(day) not in law.bank_holidays(2024)


@pytest.mark.parametrize(
    ("start", "many", "end"),
    [
        ("2024-03-28", 1, "2024-04-02"),  # Good Friday, weekend, Easter Monday
        ("2024-03-27", 5, "2024-04-05"), ("2024-12-24", 2, "2024-12-30"), ("2024-05-09", -5, "2024-05-01"),
        ("2024-01-06", 1, "2024-01-08"), ("2024-01-06", -1, "2024-01-05"), ("2024-01-06", 0, "2024-01-06"),
    ],
)  # fmt: skip
def test_add_working_days(start: str, many: int, end: str) -> None:
    assert law.add_working_days(date.fromisoformat(start), many).isoformat() == end


def test_first_working_day_after() -> None:
    assert law.first_working_day_after(date(2024, 3, 28)) == date(2024, 4, 2)


def test_days_beyond_the_calendar_are_named() -> None:
    for call in (
        lambda: law.bank_holidays(1900),
        lambda: law.add_working_days(date(2024, 1, 1), 10**9),
        lambda: law.working_days_between(date(1980, 1, 1), date(2090, 1, 1)),
        lambda: law.add_working_days(date(2100, 12, 30), 5),
    ):
        with pytest.raises(law.CalendarError):
            call()


@settings(deadline=None)  # the first question loads the calendar
@given(DAYS, st.integers(-300, 300))
def test_adding_and_counting_are_each_others_reverse(start: date, many: int) -> None:
    end = law.add_working_days(start, many)
    assert law.working_days_between(start, end) == many
    assert many == 0 or law.is_working_day(end)


@settings(deadline=None)  # the first question loads the calendar
@given(DAYS, st.integers(0, 200), st.integers(0, 200))
def test_working_days_add_up(start: date, one: int, other: int) -> None:
    assert law.add_working_days(law.add_working_days(start, one), other) == law.add_working_days(
        start, one + other
    )


@settings(deadline=None)  # the first question loads the calendar
@given(DAYS, st.integers(0, 800))
def test_working_days_between_counts_each_day_once(start: date, many: int) -> None:
    end = start + timedelta(many)
    by_hand = sum(law.is_working_day(start + timedelta(n)) for n in range(1, many + 1))
    assert law.working_days_between(start, end) == by_hand


@pytest.mark.parametrize(
    ("clock", "start", "due"),
    [
        ("referral_to_oversight", "2024-03-28", "2024-03-29"),
        ("recording", "2019-12-20", "2020-01-08"),
        ("investigation_explanation", "2023-02-28", "2024-02-28"),
        ("suspension_review", "2024-01-01", "2024-01-29"),
        ("response_to_notice", "2024-02-01", "2024-02-29"),
        ("pre_hearing", "2024-02-01", "2024-02-22"),
        ("meeting_2012", "2018-02-01", "2018-03-01"),
        ("hearing_2012", "2018-02-01", "2018-03-15"),
        ("hearing_2020", "2024-01-02", "2024-05-24"),
        ("accelerated_earliest", "2024-02-01", "2024-02-15"),
        ("accelerated_latest", "2024-02-01", "2024-02-22"),
        ("public_notice_2020", "2024-05-09", "2024-05-01"),
        ("report_by_chair", "2024-03-28", "2024-04-08"),
        ("special_case_notice_opens", "2018-02-01", "2018-02-12"),
        ("special_case_notice_closes", "2018-02-01", "2018-02-16"),
        ("outcome_on_site", "2024-02-01", "2024-02-29"),
        ("barred_list_report", "2024-12-20", "2024-12-31"),
        ("barred_list_public", "2020-02-29", "2025-02-28"),
        ("appeal_to_tribunal", "2024-03-28", "2024-04-15"),
        ("respondent_papers", "2024-02-01", "2024-02-22"),
        ("criminal_appeal_sentence", "2024-02-01", "2024-02-29"),
        ("unduly_lenient", "2024-12-01", "2024-12-29"),
        ("rights_request", "2024-01-31", "2024-02-29"),
    ],
)
def test_due(clock: str, start: str, due: str) -> None:
    assert law.due(clock, date.fromisoformat(start)).isoformat() == due


def test_clocks_that_repeat() -> None:
    start = date(2023, 1, 31)
    assert [law.due("investigation_explanation", start, round_=n).isoformat() for n in range(3)] == [
        "2024-01-31", "2024-07-31", "2025-01-31",
    ]  # fmt: skip
    assert law.due("suspension_review", start, round_=2) == start + timedelta(weeks=12)
    for call in (
        lambda: law.due("pre_hearing", start, round_=1),
        lambda: law.due("suspension_review", start, round_=-1),
    ):
        with pytest.raises(ValueError, match="round"):
            call()


def test_clocks_by_regime_and_date() -> None:
    old = {one.id for one in law.clocks_for("r2012", "2019-06-01")}
    new = {one.id for one in law.clocks_for("r2020", "2021-06-01")}
    assert {"hearing_2012", "recording", "special_case_notice_opens", "public_notice_2012"} <= old
    assert {
        "hearing_2020",
        "pre_hearing",
        "accelerated_latest",
        "suspension_review",
        "public_notice_2020",
    } <= new
    assert not {"hearing_2020", "pre_hearing"} & old and not {"hearing_2012", "recording"} & new
    assert "public_notice_2012" not in {one.id for one in law.clocks_for("r2012", "2015-04-30")}
    assert {one.id for one in law.clocks_for()} == {one.id for one in clocks()}
    assert {one.id for one in law.clocks_for(starts="sentenced")} == {
        "criminal_appeal_sentence",
        "unduly_lenient",
    }
    assert all(one.group == "lists" for one in law.clocks_for(group="lists"))
    with pytest.raises(law.UnknownTerm):
        law.clocks_for("r1999")
    with pytest.raises(law.UnknownTerm):
        law.clock("no_clock")


# The same limits stand in limits.yaml, where reading uses them: they must not come to differ.
@pytest.mark.parametrize(
    ("clock", "window"),
    [("public_notice_2020", "notice_of_hearing"), ("public_notice_2012", "notice_of_hearing"),
     ("outcome_on_site", "outcome_on_site"), ("report_by_chair", "report_by_chair"),
     ("accelerated_earliest", "accelerated_hearing_earliest"), ("accelerated_latest", "accelerated_hearing_latest"),
     ("meeting_2012", "meeting_2008"), ("meeting_2020", "meeting_2008"), ("hearing_2012", "hearing_2008"),
     ("hearing_2020", "hearing_2020"), ("response_to_notice", "response_to_notice"),
     ("appeal_from_meeting", "appeal_from_meeting"), ("appeal_to_tribunal", "appeal_to_tribunal"),
     ("respondent_papers", "respondent_papers"), ("barred_list_report", "barred_list_report"),
     ("criminal_appeal_sentence", "criminal_appeal"), ("unduly_lenient", "unduly_lenient")],
)  # fmt: skip
def test_clocks_agree_with_the_limits(clock: str, window: str) -> None:
    one, other = law.clock(clock), law.window(window)
    assert (one.length, one.working, one.verified) == (f"P{other.days}D", other.working, other.verified)


def test_every_clock_can_be_worked_out() -> None:
    for one in clocks():
        assert isinstance(law.due(one, date(2024, 2, 29)), date)
        assert one.condition is None or one.condition in law.ids("guards")
        assert one.say and one.source and one.limit in ("most", "least")
        if "not looked up" in one.source:
            assert one.verified is ("[seen" in one.source and one.verified)


@pytest.mark.parametrize(
    ("on", "done", "state"),
    [("2024-02-01", None, "running"), ("2024-02-16", None, "soon"), ("2024-02-22", None, "due_today"),
     ("2024-02-23", None, "overdue"), ("2024-03-01", "2024-02-22", "met"), ("2024-03-01", "2024-02-23", "missed")],
)  # fmt: skip
def test_states_of_a_last_day(on: str, done: str | None, state: str) -> None:
    finished = date.fromisoformat(done) if done else None
    assert (
        law.clock_state("accelerated_latest", date(2024, 2, 1), date.fromisoformat(on), done=finished)
        == state
    )


@pytest.mark.parametrize(
    ("on", "done", "state"),
    [("2024-02-14", None, "not_yet"), ("2024-02-15", None, "running"), ("2024-03-01", "2024-02-14", "missed"),
     ("2024-03-01", "2024-02-15", "met")],
)  # fmt: skip
def test_states_of_a_first_day(on: str, done: str | None, state: str) -> None:
    finished = date.fromisoformat(done) if done else None
    assert (
        law.clock_state("accelerated_earliest", date(2024, 2, 1), date.fromisoformat(on), done=finished)
        == state
    )


def test_how_long_things_are_shown() -> None:
    assert law.shown_until("outcome_report", date(2024, 2, 1)) == date(2024, 2, 29)
    assert law.shown_until("barred_list", date(2020, 2, 29)) == date(2025, 2, 28)
    assert law.shown_until("hearing_notice", date(2024, 2, 1)) == date(2024, 2, 1)
    with pytest.raises(law.UnknownTerm, match="advisory_list"):
        law.shown_until("advisory_list", date(2024, 2, 1))


def test_notices_severity_and_suspension_by_regime() -> None:
    assert "reg_15_notice" in {one.id for one in law.notices_for("r2012")}
    assert {"reg_17_notice", "reg_30_notice"} <= {one.id for one in law.notices_for("r2020")}
    assert not {one.id for one in law.notices_for("r2020")} & {"reg_15_notice", "public_notice_27a"}
    for one in law.notices_for(public=True):
        assert one.extra.get("clock") is None or law.clock(one.extra["clock"])
        assert one.extra["stage"] in law.ids("stages")
    assert "practice_requiring_improvement" not in {one.id for one in law.severity_levels("r2012")}
    assert "practice_requiring_improvement" in {one.id for one in law.severity_levels("r2020")}
    assert {form for one in law.severity_levels() for form in one.extra["forms"]} <= law.ids("proceedings")
    assert [one.id for one in law.suspension_conditions("r2020") if one.extra["always"]] == [
        "redeployment_unsuitable"
    ]
    with pytest.raises(law.UnknownTerm):
        law.notices_for("r1999")


@pytest.mark.parametrize(
    ("held", "chair", "adviser"),
    [("2015-12-31", "senior officer", None), ("2016-01-01", "legally qualified chair", None),
     ("2024-05-06", "legally qualified chair", None), ("2024-05-07", "chief officer", "legally qualified person")],
)  # fmt: skip
def test_panels(held: str, chair: str, adviser: str | None) -> None:
    (panel,) = law.panels_on("misconduct_hearing", held)
    assert panel.members[0].startswith(chair) and len(panel.members) == 3 and panel.adviser == adviser


def test_panels_of_dates_known_in_part_and_of_senior_officers() -> None:
    assert [one.id for one in law.panels_on("misconduct_hearing", "2024")] == ["hearing_2016", "hearing_2024"]
    assert [one.id for one in law.panels_on("misconduct_hearing", "2025", senior=True)] == ["senior_2024"]
    assert law.panels_on("appeal_tribunal", "2020") == ()


@settings(deadline=None)  # the first question loads the calendar
@given(st.sampled_from([one.id for one in clocks()]), DAYS)
def test_a_clock_moves_with_its_start(clock: str, start: date) -> None:
    held = law.clock(clock)
    one, next_ = law.due(clock, start), law.due(clock, start + timedelta(1))
    assert one <= next_
    assert one < start if held.before else one >= start
    assert not held.working or law.is_working_day(one)
