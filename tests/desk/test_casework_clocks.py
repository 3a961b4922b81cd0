"""Clocks: which run, when they are due, in working days; the feed and the digest, which name nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from tests.desk.test_casework_stages import ANNA, go, opened, to_hearing

from peelian import law
from peelian.casebook.models import Case
from peelian.desk.casework import calendar, digest, moving, referrals, work
from peelian.desk.casework.clocks import Running, all_clocks, clocks_of
from peelian.desk.casework.models import CalendarToken, WorkedCase
from peelian.desk.casework.standing import standing

pytestmark = pytest.mark.django_db


def clocks(case: Case, on: str) -> dict[str, Running]:
    return {one.clock.id: one for one in clocks_of(case.public_id, standing(case), date.fromisoformat(on))}


def act(case: Case, name: str, on: str, **more: Any) -> None:
    moving.record_act(case, name, {"date": on} | more, ANNA)


def test_the_hearing_is_due_in_working_days_after_the_notice() -> None:
    case = opened()
    to_hearing(case)
    moving.take_back(case, standing(case).last, "Not yet held.", ANNA)
    found = clocks(case, "2021-07-02")["hearing_2020"]
    assert found.due == law.add_working_days(date(2021, 7, 1), 100) and found.state == "running"
    assert clocks(case, "2022-01-10")["hearing_2020"].state == "overdue"
    assert "meeting_2020" not in clocks(case, "2021-07-02") and "hearing_2012" not in clocks(
        case, "2021-07-02"
    )


def test_what_was_done_in_time_is_met_and_late_is_missed() -> None:
    case = opened()
    to_hearing(case)
    assert clocks(case, "2021-12-01")["hearing_2020"].state == "met"
    act(case, "hearing_ended", "2021-09-03")
    assert clocks(case, "2021-09-06")["report_by_chair"].due == date(2021, 9, 10)
    assert clocks(case, "2021-09-06")["report_by_chair"].state == "soon"
    act(case, "report_by_chair", "2021-09-13")
    assert clocks(case, "2021-09-14")["report_by_chair"].state == "missed"


def test_reviews_of_a_suspension_come_again_and_end_with_it() -> None:
    case = opened()
    for to, on in (("allegation", "2021-03-01"), ("assessed", "2021-03-04"), ("investigating", "2021-03-10")):
        go(case, to, on)
    go(
        case,
        "suspended",
        "2021-03-11",
        suspended_from="2021-03-11",
        suspension_condition=[law.suspension_conditions("r2020")[0].id],
    )
    assert clocks(case, "2021-03-12")["suspension_review"].due == date(2021, 4, 8)
    act(
        case,
        "suspension_reviewed",
        "2021-04-07",
        outcome_of_review="continues",
        decided_by="appropriate authority",
        reason="Still met.",
    )
    again = clocks(case, "2021-04-08")["suspension_review"]
    assert again.round == 1 and again.due == date(2021, 5, 6) and again.may
    act(
        case,
        "suspension_reviewed",
        "2021-05-05",
        outcome_of_review="ends",
        decided_by="appropriate authority",
        reason="No longer met.",
    )
    assert "suspension_review" not in clocks(case, "2021-06-30")


def test_the_barred_list_report_and_the_28_days_run_after_a_dismissal_only() -> None:
    for outcome, listed in (("dismissed_without_notice", True), ("final_written_warning", False)):
        case = opened()
        to_hearing(case)
        go(case, "finding", "2021-09-03")
        go(case, "outcome", "2021-09-03", outcome=outcome)
        found = clocks(case, "2021-09-06")
        assert ("barred_list_report" in found) is listed
        if listed:
            assert found["barred_list_report"].due == date(2021, 9, 10)
        go(case, "outcome_published", "2021-09-06", published_on="2021-09-06")
        shown = clocks(case, "2021-09-07")["outcome_on_site"]
        assert shown.due == law.shown_until("outcome_report", date(2021, 9, 6)) == date(2021, 10, 4)
        assert shown.state == "not_yet"


def test_a_mandatory_referral_starts_its_clock_and_a_voluntary_one_none() -> None:
    case, other = opened(), opened()
    referrals.assess(case, "complaint", "2021-03-01", ["serious_corruption"], ANNA)
    referrals.assess(other, "complaint", "2021-03-01", ["gravity_or_exceptional"], ANNA)
    assert clocks(case, "2021-03-03")["referral_to_oversight"].state == "overdue"
    assert not clocks(other, "2021-03-03")


def test_an_extension_moves_the_day_only_where_the_law_knows_one() -> None:
    case = opened()
    to_hearing(case)
    moving.take_back(case, standing(case).last, "Not yet held.", ANNA)
    told = {"decided_by": "chair", "reason": "A witness is ill."}
    act(case, "clock_extended", "2021-10-01", clock="hearing_2020", new_date="2022-02-01", **told)
    assert clocks(case, "2022-01-10")["hearing_2020"].due == date(2022, 2, 1)
    with pytest.raises(moving.Unlawful, match="cannot be extended"):
        act(case, "clock_extended", "2021-10-01", clock="report_by_chair", new_date="2022-02-01", **told)


def test_a_start_known_in_part_gives_no_day() -> None:
    case = opened()
    go(case, "allegation", "2021-03-01")
    go(case, "assessed", "2021-03-04")
    go(case, "investigating", "2021-03")
    found = clocks(case, "2024-01-01")["investigation_explanation"]
    assert found.due is None and found.state == "unknown"


def test_a_closed_case_is_never_overdue_in_what_closing_ended() -> None:
    case = opened()
    for to, on in (
        ("allegation", "2021-03-01"),
        ("assessed", "2021-03-04"),
        ("investigating", "2021-03-10"),
        ("closed_no_case", "2021-05-01"),
    ):
        go(case, to, on)
    assert not [one for one in clocks(case, "2023-01-01").values() if one.open]


def test_a_right_that_was_not_used_makes_nobody_late() -> None:
    case = opened()
    act(case, "decision_received", "2021-09-10")
    assert clocks(case, "2022-09-10")["appeal_to_tribunal"].state == "passed"


def test_rules_not_checked_say_may() -> None:
    case = opened()
    to_hearing(case)
    unchecked = [one for one in clocks(case, "2021-08-01").values() if not one.clock.verified]
    assert unchecked and all(one.may and "may" in one.words for one in unchecked)


@given(
    st.sampled_from(law.clocks()),
    st.dates(date(2015, 1, 1), date(2035, 1, 1)),
    st.integers(-400, 400),
    st.none() | st.integers(-400, 400),
    st.integers(1, 300),
)
@settings(max_examples=150, deadline=None)
def test_an_extended_clock_stands_as_one_that_began_later(
    which: law.Clock, start: date, on: int, done: int | None, longer: int
) -> None:
    try:
        due, more = law.due(which, start), timedelta(days=longer)
    except law.CalendarError:
        return
    looked, met = due + timedelta(days=on), None if done is None else due + timedelta(days=done)
    plain = law.clock_state(which, start, looked, done=met)
    later = law.clock_state(which, start, looked + more, done=met and met + more, day=due + more)
    assert later == plain


# ---- feed and digest


@pytest.fixture
def worker(as_role: Callable[..., Client]) -> Client:
    return as_role("caseworker", name="cora")


def pressing() -> Case:
    case = opened()
    referrals.assess(case, "complaint", "2021-03-01", ["serious_corruption"], ANNA)
    return case


def test_the_feed_opens_by_its_secret_alone_and_names_nobody(worker: Client) -> None:
    case = pressing()
    cora = get_user_model().objects.get(username="cora")
    work.add_task(
        WorkedCase.internal.get(case=case), "Ring Idris Calloway", ANNA, due=date(2030, 1, 2), to=cora
    )
    page = worker.post(reverse("casework:make_feed"), {"act": "make"})
    address = page.context["address"]
    secret = address.rsplit("/", 1)[1].removesuffix(".ics")
    assert secret not in str(CalendarToken.internal.values())
    answer = Client().get(address)
    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/calendar")
    parsed = Calendar.from_ical(answer.content)
    days = {str(one["summary"]): one.decoded("dtstart") for one in parsed.walk("VEVENT")}
    assert days[f"Refer to the oversight body ({case.public_id})"] == date(2021, 3, 2)
    assert days[f"A task ({case.public_id})"] == date(2030, 1, 2)
    assert b"Calloway" not in answer.content
    assert Client().get(reverse("casework:feed", args=["guess"])).status_code == 403
    worker.post(reverse("casework:make_feed"), {"act": "withdraw"})
    assert Client().get(address).status_code == 403


def test_the_feed_of_somebody_who_left_opens_nothing(worker: Client) -> None:
    cora = get_user_model().objects.get(username="cora")
    secret = calendar.make_token(cora)
    assert calendar.whose(secret) == cora
    cora.groups.clear()
    assert calendar.whose(secret) is None


def test_the_digest_tells_who_works_on_cases_what_presses_and_names_nobody(
    worker: Client, as_role: Callable[..., Client]
) -> None:
    case = pressing()
    as_role("reader", name="rita")
    get_user_model().objects.filter(username__in=["cora", "rita"]).update(email="x@example.org")
    sent = digest.send(date(2021, 3, 5), site="https://desk.example.org")
    assert sent.to == ("cora",) and len(mail.outbox) == 1
    body = mail.outbox[0].body
    assert "Overdue" in body and case.public_id in body and "Calloway" not in body + mail.outbox[0].subject
    assert f"https://desk.example.org/desk/casework/{case.public_id}/" in body


def test_the_digest_leaves_out_who_has_nothing_or_no_address(worker: Client) -> None:
    assert digest.send(date(2021, 3, 5)).nothing == ("cora",)
    pressing()
    assert digest.send(date(2021, 3, 5)).without_address == ("cora",) and not mail.outbox


def test_all_clocks_are_sorted_by_what_presses() -> None:
    pressing()
    to_hearing(opened())
    found = all_clocks(date(2021, 3, 5))
    assert [one.pressing for one in found] == sorted([one.pressing for one in found], reverse=True)


def test_the_public_notice_is_counted_back_from_the_hearing_that_is_fixed() -> None:
    case = opened()
    to_hearing(case)
    moving.take_back(case, standing(case).last, "Not yet held.", ANNA)
    assert "public_notice_2020" not in clocks(case, "2021-08-20")
    act(case, "hearing_fixed", "2021-07-10", hearing_on="2021-09-01")
    found = clocks(case, "2021-08-20")["public_notice_2020"]
    assert found.due == date(2021, 8, 24) and found.state == "soon"
    assert clocks(case, "2021-08-25")["public_notice_2020"].state == "overdue"
    assert clocks(case, "2021-09-02")["public_notice_2020"].state == "missed"
    act(case, "public_notice", "2021-08-20")
    assert clocks(case, "2021-08-25")["public_notice_2020"].state == "met"


def test_work_goes_on_where_cases_are_merged() -> None:
    case, other = pressing(), opened()
    there = WorkedCase.internal.get(case=case)
    work.add_task(there, "Ask", ANNA)
    work.add_note(there, "A note", ANNA)
    Case.internal.filter(pk=case.pk).update(redirect=other)
    found = all_clocks(date(2021, 3, 5))
    assert [one.case for one in found if one.clock.id == "referral_to_oversight"] == [other.public_id]
    remaining = WorkedCase.internal.get()
    assert remaining.case == other
    assert remaining.tasks(manager="internal").count() == remaining.notes(manager="internal").count() == 1  # type: ignore[operator]
    assert work.follow_merges() == 0
