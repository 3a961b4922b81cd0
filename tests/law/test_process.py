"""The state machine: complete as data, and each guard rule with cases that pass and cases that fail."""

from __future__ import annotations

from collections import deque
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian import law
from peelian.law.guards import RULES
from peelian.law.vocabulary import vocabulary

STAGES = [one.id for one in law.stages()]

# Process reference, section 6: "allowed next", as its table has it (branches and remarks aside).
TABLE = {
    "allegation": "assessed closed_no_record",
    "assessed": "referred local_handling investigating closed_no_case",
    "referred": "mode_set returned",
    "mode_set": "investigating mode_set",
    "returned": "local_handling investigating",
    "local_handling": "investigating reflective_practice closed_no_case",
    "investigating": "suspended criminal_open reported closed_no_case",
    "suspended": "resigned",
    "resigned": "reported proceedings_set advisory_listed",
    "retired": "reported proceedings_set advisory_listed",
    "left": "reported proceedings_set advisory_listed",
    "criminal_open": "arrested charged nfa criminal_closed",
    "charged": "plea trial withdrawn_charge",
    "plea": "convicted acquitted jury_discharged",
    "trial": "convicted acquitted jury_discharged",
    "convicted": "sentenced criminal_appeal",
    "sentenced": "criminal_appeal criminal_closed",
    "acquitted": "criminal_closed",
    "criminal_appeal": "criminal_closed convicted",
    "criminal_closed": "reported proceedings_set closed_no_case",
    "reported": "case_to_answer no_case_to_answer",
    "no_case_to_answer": "reflective_practice closed_no_case",
    "case_to_answer": "proceedings_set reflective_practice",
    "proceedings_set": "meeting hearing special_case accelerated withdrawn_proceedings",
    "meeting": "finding adjourned remitted abandoned",
    "hearing": "finding adjourned remitted abandoned",
    "special_case": "finding adjourned remitted abandoned",
    "accelerated": "finding adjourned remitted abandoned",
    "finding": "outcome case_dismissed returned_to_aa",
    "outcome": "outcome_published pat_appeal closed",
    "outcome_published": "barred_listed pat_appeal closed",
    "barred_listed": "barred_removed closed",
    "advisory_listed": "advisory_removed barred_listed",
    "pat_appeal": "pat_upheld pat_reinstated pat_substituted pat_remitted",
    "pat_remitted": "hearing",
    "closed_no_case": "reopened",
    "closed_no_record": "reopened",
    "closed": "reopened",
}


@pytest.mark.parametrize("current", sorted(TABLE))
def test_the_table_of_the_process_reference_is_there(current: str) -> None:
    assert set(TABLE[current].split()) <= {one.to for one in law.next_stages(current)}


def test_every_stage_can_be_reached_and_led_to_an_end() -> None:
    def reach(start: str, back: bool) -> set[str]:
        seen, queue = {start}, deque([start])
        while queue:
            here = queue.popleft()
            for entry in vocabulary("transitions"):
                one, other = entry.extra["from"], entry.extra["to"]
                one, other = (other, one) if back else (one, other)
                if one == here and other not in seen:
                    seen.add(other)
                    queue.append(other)
        return seen

    assert reach("allegation", False) == set(STAGES)
    assert reach("closed", True) | {"closed_no_record", "closed_no_case"} == set(STAGES)


def test_data_agree_with_each_other() -> None:
    assert {one.id for one in vocabulary("guards")} == set(RULES)
    steps = vocabulary("transitions")
    assert {guard for one in steps for guard in one.extra.get("guards", ())} <= set(RULES)
    assert {end for one in steps for end in (one.extra["from"], one.extra["to"])} <= set(STAGES)
    assert all(one.id == f"{one.extra['from']}__{one.extra['to']}" for one in steps)
    for one in law.stages():
        assert one.track in law.TRACKS and one.decided_by
        assert one.proceeding is None or one.proceeding in law.ids("proceedings")
        assert set(one.regimes or ()) <= law.ids("regimes")
    assert [one.id for one in law.stages() if one.starts] == ["allegation"]
    assert {one.id for one in law.stages() if one.ends} == {"closed", "closed_no_case", "closed_no_record"}


CLAIMS = """guards transitions clocks notices panels severity_levels suspension_conditions referral_criteria
    rehabilitation_periods rehabilitation_orders maximum_sentences schedule_18""".split()
"""Vocabularies whose entries say what the law is: what nobody saw in a source is not called verified."""


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_is_verified_only_where_its_source_was_seen(name: str) -> None:
    for entry in vocabulary(name):
        assert not entry.verified or "[seen" in entry.source, entry.id


def test_what_is_recorded() -> None:
    sentenced = law.stage("sentenced")
    assert "sentence_total" in [field.id for field in sentenced.must_record]
    for one in law.stages():
        fields = {field.id: field for field in one.record}
        assert {"date", "decided_by", "reason", "document"} <= set(fields), one.id
        assert fields["date"].required
        for field in fields.values():
            assert field.kind in (
                "date",
                "text",
                "choice",
                "yes_no",
                "number",
                "counts",
                "person",
                "document",
            )
            assert (field.kind == "choice") is bool(field.choices), field.id
    orders = next(field for field in sentenced.record if field.id == "orders")
    assert orders.vocabulary == "orders" and "shpo" in orders.choices


def test_no_stage_records_a_victims_name() -> None:
    for field in vocabulary("record_fields"):
        if field.extra["kind"] == "person":
            assert "(official)" in field.name


def _step(current: str, to: str, **known: Any) -> law.Transition:
    found = law.step(current, to, **known)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("current", "to", "known", "allowed"),
    [
        ("proceedings_set", "special_case", {"regime": "r2012"}, True),
        ("proceedings_set", "special_case", {"regime": "r2008"}, True),
        ("proceedings_set", "special_case", {"regime": "r2020"}, False),
        ("proceedings_set", "accelerated", {"regime": "r2020"}, True),
        ("proceedings_set", "accelerated", {"regime": "r2012"}, False),
        ("proceedings_set", "meeting", {"regime": "r2004"}, False),
        ("proceedings_set", "hearing", {"status": "staff"}, False),
        ("proceedings_set", "hearing", {"status": "special"}, True),
        ("proceedings_set", "staff_discipline", {"status": "staff"}, True),
        ("proceedings_set", "staff_discipline", {"status": "officer"}, False),
        ("proceedings_set", "hearing", {"former": True, "on": "2017-12-14"}, False),
        ("proceedings_set", "hearing", {"former": True, "on": "2017-12-15"}, True),
        ("proceedings_set", "hearing", {"former": False, "on": "2016-01-01"}, True),
        ("proceedings_set", "meeting", {"former": True, "on": "2021-01-01"}, False),
        ("resigned", "proceedings_set", {"on": "2017-12-14"}, False),
        ("resigned", "proceedings_set", {"on": "2017-12-15"}, True),
        ("resigned", "proceedings_set", {"regime": "r2008", "on": "2018-01-01"}, False),
        ("resigned", "advisory_listed", {"on": "2016"}, False),
        ("case_to_answer", "reflective_practice", {"regime": "r2012"}, False),
        ("case_to_answer", "reflective_practice", {"regime": "r2020"}, True),
        ("outcome", "pat_appeal", {"status": "staff"}, False),
        ("outcome", "pat_appeal", {"status": "officer", "kind": "misconduct_hearing"}, True),
        ("outcome", "pat_appeal", {"kind": "misconduct_meeting"}, False),
        ("outcome", "appeal_meeting", {"kind": "misconduct_meeting"}, True),
        ("outcome", "appeal_meeting", {"kind": "misconduct_hearing"}, False),
        ("outcome", "outcome_published", {"kind": "misconduct_meeting"}, False),
        ("outcome", "outcome_published", {"kind": "misconduct_hearing", "on": "2015-04-30"}, False),
        ("outcome", "outcome_published", {"kind": "misconduct_hearing", "on": "2015-05-01"}, True),
        ("outcome", "barred_listed", {"outcome": "final_written_warning", "on": "2021-01-01"}, False),
        ("outcome", "barred_listed", {"outcome": "dismissed_without_notice", "on": "2021-01-01"}, True),
        ("outcome", "barred_listed", {"outcome": "dismissed_without_notice", "on": "2017-12-14"}, False),
        ("outcome", "barred_listed", {"outcome": "would_have_been_dismissed", "on": "2018-01-02"}, True),
    ],
)  # fmt: skip
def test_guarded_steps(current: str, to: str, known: dict[str, Any], allowed: bool) -> None:
    found = _step(current, to, **known)
    assert found.allowed is allowed
    assert (found.why_not is None) is allowed
    assert found.source
    if not allowed:
        assert found.why_not and "{" not in found.why_not


def test_what_is_not_known_forbids_nothing_and_is_named() -> None:
    assert all(one.allowed for current in STAGES for one in law.next_stages(current))
    assert set(_step("proceedings_set", "hearing").depends_on) == {"status", "former", "date", "regime"}
    assert _step("outcome", "barred_listed", on="2021", outcome="dismissed").depends_on == ()
    assert _step("resigned", "proceedings_set", on="2017-12").allowed


def test_steps_that_do_not_exist_and_ids_that_do_not() -> None:
    assert law.step("allegation", "sentenced") is None
    with pytest.raises(ValueError, match="officer, special or staff"):
        law.step("outcome", "closed", status="wizard")
    for call in (
        lambda: law.stage("nowhere"),
        lambda: law.next_stages("nowhere"),
        lambda: law.next_stages("outcome", regime="r1999"),
        lambda: law.next_stages("outcome", kind="tea_party"),
        lambda: law.step("outcome", "nowhere"),
        lambda: law.judge("no_rule", law.Circumstances()),
    ):
        with pytest.raises(law.UnknownTerm):
            call()


@pytest.mark.parametrize(
    ("rule", "case", "allowed"),
    [
        ("would_have_been_dismissed", {"outcome": "would_have_been_dismissed", "former": True, "on": "2018-01-01"}, True),
        ("would_have_been_dismissed", {"outcome": "would_have_been_dismissed", "former": True, "on": "2017-12-14"}, False),
        ("would_have_been_dismissed", {"outcome": "would_have_been_dismissed", "former": False, "on": "2018-01-01"}, False),
        ("would_have_been_dismissed", {"outcome": "would_have_been_dismissed", "on": "2018-01-01"}, None),
        ("would_have_been_dismissed", {"outcome": "dismissed", "former": False}, True),
        ("outcome_of_regime", {"outcome": "dismissed_with_notice", "regime": "r2012"}, True),
        ("outcome_of_regime", {"outcome": "dismissed_with_notice", "regime": "r2020"}, False),
        ("outcome_of_regime", {"outcome": "management_advice", "regime": "r2008"}, True),
        ("outcome_of_regime", {"outcome": "management_advice", "regime": "r2020"}, False),
        ("outcome_of_regime", {"outcome": "reduction_in_rank", "regime": "r2004"}, True),
        ("outcome_of_regime", {"outcome": "reduction_in_rank", "regime": "r2012"}, False),
        ("outcome_of_regime", {"outcome": "reduction_in_rank", "regime": "r2020"}, True),
        ("legally_qualified_chair", {"chair": "legally qualified chair", "kind": "misconduct_hearing", "on": "2015-12-31"}, False),
        ("legally_qualified_chair", {"chair": "LQC", "kind": "misconduct_hearing", "on": "2016-01-01"}, True),
        ("legally_qualified_chair", {"chair": "LQC", "kind": "misconduct_hearing", "on": "2024-05-06"}, True),
        ("legally_qualified_chair", {"chair": "LQC", "kind": "misconduct_hearing", "on": "2024-09-01"}, None),
        ("legally_qualified_chair", {"chair": "LQC", "kind": "special_case_hearing", "on": "2017-01-01"}, False),
        ("legally_qualified_chair", {"chair": "chief constable", "kind": "misconduct_hearing", "on": "2012-01-01"}, True),
        ("legally_qualified_adviser", {"adviser": "legally qualified adviser", "on": "2024-05-06"}, False),
        ("legally_qualified_adviser", {"adviser": "legally qualified adviser", "on": "2024-05-07"}, True),
        ("staff_not_published", {"status": "staff", "published": True}, False),
        ("staff_not_published", {"status": "officer", "published": True}, True),
        ("advisory_not_published", {"stage": "advisory_listed", "published": True}, False),
        ("public_hearing", {"kind": "misconduct_meeting", "on": "2021", "published": True}, False),
        ("public_hearing", {"kind": "misconduct_hearing", "on": "2014-01-01", "published": True}, None),
        ("public_hearing", {"kind": "misconduct_hearing", "on": "2015-05-01", "published": True}, True),
        ("mode_of_its_time", {"mode": "managed", "on": "2020-01-31"}, True),
        ("mode_of_its_time", {"mode": "managed", "on": "2020-02-01"}, False),
        ("mode_of_its_time", {"mode": "directed", "on": "2020-01-31"}, False),
        ("mode_of_its_time", {"mode": "independent", "on": "2021"}, True),
    ],
)  # fmt: skip
def test_guard_rules(rule: str, case: dict[str, Any], allowed: bool | None) -> None:
    found = law.judge(rule, law.Circumstances(**case))
    assert found.allowed is allowed
    assert (found.why_not is not None) is (allowed is False)


def test_faults_of_a_record() -> None:
    case = law.Circumstances(
        stage="outcome", regime="r2020", on="2021-03-04", former=False, kind="misconduct_hearing",
        outcome="management_advice", chair="legally qualified chair",
    )  # fmt: skip
    assert [one.rule for one in law.record_faults(case)] == ["outcome_of_regime"]
    listed = law.Circumstances(stage="barred_listed", status="staff", published=True)
    assert [one.rule for one in law.record_faults(listed)] == ["staff_not_published"]
    assert law.record_faults(law.Circumstances()) == ()


@pytest.mark.parametrize(
    ("left", "attention", "condition"),
    [
        ("2019-03-01", "2018-06-01", "a"), ("2018-06-01", "2018-06-01", "b"), ("2018-06-01", "2019-06-01", "b"),
        ("2018-06-01", "2019-06-02", "c"), ("2017-12-14", "2017-06-01", "outside"), ("2018-02-01", "2012-11-21", "outside"),
        ("2018-02-01", "2012-11-22", "a"), ("2017-12", "2017-06-01", None), ("2018", "2018", None),
        ("XXXX-05-01", "2018", None), ("2018-06", "2020", "c"), ("2019", "2018", "a"),
    ],
)  # fmt: skip
def test_former_officers(left: str, attention: str, condition: str | None) -> None:
    found = law.former_condition(left, attention)
    assert found.condition == condition
    assert found.needs_determination is (condition == "c")


@pytest.mark.parametrize(
    ("on", "consent", "allowed", "depends"),
    [
        ("2015-01-11", None, True, ()), ("2015-01-12", None, True, ("consent",)), ("2015-01-12", False, False, ()),
        ("2015-01-12", True, True, ()), ("2017-12-14", False, False, ()), ("2017-12-15", False, True, ()),
        ("2017-12", False, True, ()),
    ],
)  # fmt: skip
def test_consent_to_leave(on: str, consent: bool | None, allowed: bool, depends: tuple[str, ...]) -> None:
    found = _step("investigating", "resigned", on=on, consent=consent)
    assert (found.allowed, found.depends_on) == (allowed, depends)


PARTLY = st.sampled_from(
    ["2003", "2012-11", "2017-12-14", "2017-12", "2019-05-01", "2024-05-06", "XXXX-05-01"]
)


@settings(deadline=None, max_examples=60)
@given(
    current=st.sampled_from(STAGES),
    regime=st.none() | st.sampled_from(sorted(law.ids("regimes"))),
    on=st.none() | PARTLY,
    status=st.sampled_from([None, "officer", "special", "staff"]),
    former=st.none() | st.booleans(),
    kind=st.none() | st.sampled_from(sorted(law.ids("proceedings"))),
    outcome=st.none() | st.sampled_from(sorted(law.ids("outcomes"))),
    consent=st.none() | st.booleans(),
)
def test_knowing_more_never_lifts_a_refusal(current: str, **known: Any) -> None:
    """A step refused on what is known stays refused when more is known, and every refusal says why."""
    full = {one.to: one for one in law.next_stages(current, **known)}
    for name in known:
        part = {key: value for key, value in known.items() if key != name}
        for one in law.next_stages(current, **part):
            assert one.allowed or not full[one.to].allowed
    assert all(one.allowed is (one.why_not is None) for one in full.values())
