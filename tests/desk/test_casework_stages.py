"""Stages: only what the process allows, with what it wants recorded; exceptions with a reason, flagged."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from peelian import law
from peelian.casebook import audit
from peelian.casebook.audit import Actor
from peelian.casebook.models import AuditEntry, Case, Decision
from peelian.desk.casework import moving, referrals
from peelian.desk.casework.moving import NotPossible, Overtaken, Unlawful
from peelian.desk.casework.offering import offers
from peelian.desk.casework.recording import NotRecorded, check, say_date
from peelian.desk.casework.standing import standing

pytestmark = pytest.mark.django_db
ANNA = Actor("anna")
TODAY = date(2026, 11, 2)

FULL: dict[str, Any] = {
    "date": "2021-03-01", "door": "complaint", "received_date": "2021-03-01", "force": "gwent", "recorded_date": "2021-03-04",
    "severity": "gross_misconduct", "body": "iopc", "referral_kind": "mandatory", "mode": "independent", "reason": "As decided.",
    "case_level": "gross_misconduct", "report_date": "2021-06-01", "notice_date": "2021-07-01", "form_of_proceedings": "misconduct_hearing",
    "chair_role": "legally qualified chair", "sitting_dates": "1 to 3 September 2021", "finding": "gross_misconduct",
    "allegation_findings": "1: proved", "outcome": "dismissed_without_notice", "outcome_as_worded": "Dismissal without notice",
    "published_on": "2021-09-06", "list_reported_on": "2021-09-06", "left_on": "2021-05-01", "left_before_or_after": "before the hearing",
}  # fmt: skip


def person(name: str, *permissions: str, email: str = "") -> Any:
    made = get_user_model().objects.create_user(name, email=email, password="x")
    for one in permissions:
        made.user_permissions.add(Permission.objects.get(codename=one))
    return get_user_model().objects.get(pk=made.pk)


def opened(**particulars: Any) -> Case:
    told = {
        "subject": "Idris Calloway",
        "force": "gwent",
        "attention_date": "2021-03-01",
        "status": "officer",
    } | particulars
    return moving.new_case(ANNA, told, origin="hand", reference="R/1").case


def go(case: Case, to: str, on: str, **more: Any) -> Decision:
    return moving.move(case, to, FULL | {"date": on} | more, ANNA, today=TODAY)


def to_hearing(case: Case) -> None:
    for to, on in (
        ("allegation", "2021-03-01"), ("assessed", "2021-03-04"), ("investigating", "2021-03-10"), ("reported", "2021-06-01"),
        ("case_to_answer", "2021-06-20"), ("proceedings_set", "2021-07-01"), ("hearing", "2021-09-01"),
    ):  # fmt: skip
        go(case, to, on)


def test_a_case_opened_by_hand_begins_where_the_process_begins() -> None:
    case = opened()
    assert case.by_hand and case.title == "Idris Calloway" and case.force == "gwent"
    assert {one.to.id for one in offers(standing(case), "2021-03-01") if one.how == "start"} == {"allegation"}
    assert AuditEntry.internal.filter(action="case.opened_by_hand", target=case.public_id).exists()
    assert "Calloway" not in str(list(AuditEntry.internal.values("target", "detail")))


def test_a_stage_is_a_decision_with_what_it_records_and_its_audit_entry() -> None:
    case = opened()
    made = go(case, "allegation", "1 March 2021")
    case.refresh_from_db()
    assert case.stage == "allegation"
    assert made.kind == "stage" and made.payload["recorded"]["date"] == "2021-03-01"
    assert made.payload["how"] == "start" and "exception" not in made.payload
    assert AuditEntry.internal.filter(action="decision.stage", detail__decision=made.pk).count() == 1
    assert not [one for one in audit.verify() if one.where.startswith("decision")]


def test_what_must_be_recorded_is_asked_for_and_nothing_is_stored_without_it() -> None:
    case = opened()
    before = Decision.internal.count()
    with pytest.raises(NotRecorded) as refused:
        moving.move(case, "allegation", {"date": "2021-03-01"}, ANNA)
    assert set(refused.value.problems) == {"door", "received_date", "force"}
    assert Decision.internal.count() == before


def test_only_lawful_steps_are_offered_and_the_rest_say_why_not() -> None:
    case = opened()
    go(case, "allegation", "2021-03-01")
    found = offers(standing(case), "2021-03-02")
    assert {one.to.id for one in found if one.lawful} == {"assessed", "closed_no_record"}
    assert all(one.why_not for one in found if not one.lawful)
    assert {one.to.id for one in found} == {one.id for one in law.stages()}


def test_an_unlawful_step_is_refused_and_as_an_exception_flagged_for_ever() -> None:
    case = opened()
    go(case, "allegation", "2021-03-01")
    with pytest.raises(Unlawful, match="no step"):
        go(case, "outcome", "2021-03-02")
    assert standing(case).tracks.keys() == {"coming_forward"}
    made = moving.move(
        case,
        "outcome",
        FULL | {"date": "2021-09-03"},
        ANNA,
        exception="The records between are lost.",
        today=TODAY,
    )
    assert made.payload["exception"]["reason"] == "The records between are lost."
    assert made.payload["exception"]["why_not"]
    assert standing(case).tracks["misconduct"].exception


def test_less_than_the_law_wants_passes_as_an_exception_only_but_never_without_a_date() -> None:
    case = opened()
    made = moving.move(case, "allegation", {"date": "2021-03"}, ANNA, exception="An old paper file.")
    assert made.payload["exception"]["missing"] == ["How it came in", "Date received", "Force"]
    with pytest.raises(NotRecorded):
        moving.move(case, "assessed", {"severity": "misconduct"}, ANNA, exception="No date.")


def test_a_lawful_step_is_no_exception() -> None:
    case = opened()
    with pytest.raises(NotPossible, match="lawful as it is"):
        moving.move(case, "allegation", FULL, ANNA, exception="To be sure.", today=TODAY)


def test_guards_know_the_regime_of_the_case() -> None:
    case = opened()
    for to, on in (
        ("allegation", "2021-03-01"),
        ("assessed", "2021-03-04"),
        ("investigating", "2021-03-10"),
        ("reported", "2021-06-01"),
        ("case_to_answer", "2021-06-20"),
        ("proceedings_set", "2021-07-01"),
    ):
        go(case, to, on)
    special = next(one for one in offers(standing(case), "2021-08-01") if one.to.id == "special_case")
    assert not special.lawful and "does not exist under" in special.why_not
    assert next(one for one in offers(standing(case), "2021-08-01") if one.to.id == "hearing").lawful


def test_the_rules_on_records_are_asked_too() -> None:
    case = opened()
    to_hearing(case)
    go(case, "finding", "2021-09-03")
    with pytest.raises(Unlawful, match="does not know the outcome"):
        go(case, "outcome", "2021-09-03", outcome="dismissed_with_notice")
    go(case, "outcome", "2021-09-03")
    case.refresh_from_db()
    assert case.stage == "outcome"


def test_both_tracks_run_side_by_side() -> None:
    case = opened()
    for to, on in (("allegation", "2021-03-01"), ("assessed", "2021-03-04"), ("investigating", "2021-03-10")):
        go(case, to, on)
    go(case, "criminal_open", "2021-03-12")
    go(case, "charged", "2021-05-01", offences_as_worded="Misconduct in public office")
    now = standing(case)
    assert now.tracks["criminal"].id == "charged" and now.tracks["misconduct"].id == "investigating"
    again = next(one for one in offers(now, "2021-06-01") if one.to.id == "criminal_open")
    assert not again.lawful and "has come to" in again.why_not


def test_a_step_back_in_time_or_into_the_future_is_refused() -> None:
    case = opened()
    go(case, "allegation", "2021-03-01")
    with pytest.raises(Unlawful, match="before"):
        go(case, "assessed", "2021-02-01")
    with pytest.raises(Unlawful, match="future"):
        go(case, "assessed", "2027-02-01")


def test_two_people_at_once_the_second_is_told() -> None:
    case = opened()
    seen = standing(case).last
    moving.move(case, "allegation", FULL, ANNA, seen=seen, today=TODAY)
    with pytest.raises(Overtaken, match="anna recorded"):
        moving.move(case, "assessed", FULL | {"date": "2021-03-04"}, Actor("ben"), seen=seen, today=TODAY)
    assert set(standing(case).tracks) == {"coming_forward"}


def test_what_is_taken_back_counts_for_nothing_and_stays_in_the_history() -> None:
    case = opened()
    first = go(case, "allegation", "2021-03-01")
    second = go(case, "assessed", "2021-03-04")
    with pytest.raises(NotPossible, match="first"):
        moving.take_back(case, first.pk, "Wrong case.", ANNA)
    with pytest.raises(NotPossible, match="reason"):
        moving.take_back(case, second.pk, " ", ANNA)
    moving.take_back(case, second.pk, "Wrong case.", ANNA)
    case.refresh_from_db()
    now = standing(case)
    assert case.stage == "allegation" and now.tracks["coming_forward"].id == "allegation"
    assert [one.title for one in now.history if one.taken_back] == ["Recorded and assessed"]


def test_a_case_that_leads_elsewhere_takes_its_history_along() -> None:
    case, other = opened(), opened(subject="Idris Calloway")
    go(case, "allegation", "2021-03-01")
    Case.internal.filter(pk=case.pk).update(redirect=other)
    assert standing(other).tracks["coming_forward"].id == "allegation"


def test_a_case_from_a_report_takes_no_word_of_it() -> None:
    work = moving.new_case(ANNA, {"force": "gwent"}, origin="report", reference="R/7", receipt="H-1")
    assert work.receipt == "H-1" and work.case.title == "R/7"
    with pytest.raises(NotPossible, match="name"):
        moving.new_case(ANNA, {}, origin="hand")


@pytest.mark.parametrize(
    ("door", "on", "met", "result"),
    [
        ("complaint", "2021-03-01", ["serious_corruption"], "mandatory"),
        ("complaint", "2021-03-01", ["gravity_or_exceptional"], "voluntary"),
        ("conduct_matter", "2021-03-01", [], "none"),
        ("dsi_matter", "2021-03-01", ["dsi_matter"], "mandatory"),
        ("complaint", "2015-03-01", ["abuse_of_position_sexual"], "voluntary"),
    ],
)
def test_the_referral_checklist_is_recorded_with_outcome_and_rule(
    door: str, on: str, met: list[str], result: str
) -> None:
    case = opened()
    made, _found = referrals.assess(case, door, on, met, ANNA)
    assert made.payload["recorded"]["result"] == result and made.payload["recorded"]["rule"]


def test_a_mode_that_was_not_of_its_time_is_refused() -> None:
    case = opened()
    given = {"date": "2021-03-01", "mode": "managed", "body": "iopc", "reason": "As asked."}
    with pytest.raises(Unlawful, match="No managed"):
        moving.record_act(case, "mode_changed", given, ANNA)
    moving.record_act(case, "mode_changed", given | {"mode": "directed"}, ANNA)


def test_severity_is_narrowed_by_the_regulations() -> None:
    case = opened(attention_date="2015-03-01")
    given = {
        "date": "2015-03-02",
        "severity": "practice_requiring_improvement",
        "decided_by": "appropriate authority",
        "reason": "x",
    }
    with pytest.raises(NotRecorded, match="not known under"):
        moving.record_act(case, "severity_assessed", given, ANNA)
    moving.record_act(case, "severity_assessed", given | {"severity": "misconduct"}, ANNA)


@given(st.lists(st.tuples(st.sampled_from([one.id for one in law.stages()]), st.booleans()), max_size=6))
@hypothesis_settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_tried_the_history_is_lawful_or_flagged(steps: list[tuple[str, bool]]) -> None:
    case = opened()
    for to, exception in steps:
        try:
            moving.move(case, to, FULL, ANNA, exception="Tried." if exception else "", today=TODAY)
        except (NotPossible, NotRecorded):
            continue
    tracks: dict[str, str] = {}
    for one in standing(case).stage_entries:
        if one.how == "step" and not one.exception:
            assert one.start in tracks.values() and law.step(one.start, one.id) is not None
        assert one.recorded["date"]
        tracks[one.track] = one.id


@pytest.mark.parametrize("text", ["3 May", "sept", "Monday 3 May"])
def test_a_date_without_a_year_is_refused(text: str) -> None:
    with pytest.raises(NotRecorded, match="no year"):
        check([one for one in law.stage("allegation").record if one.id == "date"], {"date": text})


@given(st.text(max_size=40))
@hypothesis_settings(max_examples=200, deadline=None)
def test_a_date_is_read_or_refused_never_guessed(text: str) -> None:
    fields = [one for one in law.stage("allegation").record if one.id == "date"]
    try:
        found = check(fields, {"date": text})
    except NotRecorded:
        return
    assert law.parse_date(found["date"]) == found["date"] and say_date(found["date"])
