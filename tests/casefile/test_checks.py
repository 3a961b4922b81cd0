"""Each rule with cases that it must find and cases that it must leave alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.casefile.cases import (
    Told,
    built,
    checks,
    investigation,
    offence,
    order,
    proceeding,
    sentence,
    told,
    wrote,
)

from peelian.casefile.checks import RULES
from peelian.casefile.facts import Statement

OFFICIAL = {"official": True, "kind": "hearing_outcome", "publisher": "Kent Police"}
NOTICE = {"official": True, "kind": "hearing_notice", "publisher": "Kent Police"}


@dataclass(frozen=True)
class Tale:
    """A case, and whether the rule must find something; ``certain`` as its finding must be."""

    rule: str
    found: bool
    tellings: tuple[Told, ...]
    certain: bool | None = None
    written: tuple[Statement, ...] = field(default=())


def yes(rule: str, *tellings: Told, certain: bool | None = None, written: tuple[Statement, ...] = ()) -> Tale:
    return Tale(rule, True, tellings, certain, written)


def no(rule: str, *tellings: Told, written: tuple[Statement, ...] = ()) -> Tale:
    return Tale(rule, False, tellings, None, written)


def hearing(kind: str = "misconduct_hearing", date: str | None = None, **parts: Any) -> Told:
    """One report, published long after, of one proceeding."""
    about = {
        name: parts.pop(name) for name in ("rank", "force", "former", "resigned", "name") if name in parts
    }
    return told("2026-01-05", proceeding=proceeding(kind, date=date, **parts), **about)


def jailed(kind: str, length: str | None, on: str, *crimes: dict[str, Any], **more: Any) -> Told:
    parts = {name: more.pop(name) for name in ("suspended_for", "amount") if name in more}
    return told(
        "2026-06-01",
        offences=list(crimes) or [offence()],
        sentenced_on=on,
        sentences=[sentence(kind, length, **parts)],
        **more,
    )


TALES = [
    # Order
    yes("events_out_of_order", told("2019-05-03", offences=[offence()], sentenced_on="2019-01-02", sentences=[sentence("fine")]), written=(wrote("dates.charged", "2019-02-01"),)),
    no("events_out_of_order", told("2019-05-03", offences=[offence()], sentenced_on="2019-03-02", sentences=[sentence("fine")]), written=(wrote("dates.charged", "2019-02-01"),)),
    no("events_out_of_order", told("2019-05-03", offences=[offence()], sentenced_on="2019-02", sentences=[sentence("fine")]), written=(wrote("dates.charged", "2019-02-20"),)),
    yes("events_out_of_order", told("2019-05-03", joined="2018-06", proceeding=proceeding(date="2018-01-09", outcome="dismissed"))),
    no("events_out_of_order", told("2019-05-03", joined="2018", proceeding=proceeding(date="2018-01-09", outcome="dismissed"))),
    no("events_out_of_order", told("2018-02-01", id="s-1", proceeding=proceeding("misconduct_meeting", date="2018-01-09", outcome="written_warning")), told("2020-03-01", id="s-2", of=NOTICE, proceeding=proceeding(date="2020-04-09", outcome="pending")), told("2020-05-01", id="s-3", proceeding=proceeding(date="2020-04-09", outcome="dismissed"))),
    yes("events_out_of_order", told("2020-03-01", id="s-2", of=NOTICE, proceeding=proceeding(outcome="pending")), told("2020-05-01", id="s-3", proceeding=proceeding(date="2020-01-09", outcome="dismissed"))),
    yes("told_before_it_happened", told("2019-05-03", sentenced_on="2019-05-10")),
    no("told_before_it_happened", told("2019-05-03", sentenced_on="2019-05-03")),
    no("told_before_it_happened", told("2019-05-03", proceeding=proceeding(date="2019-06-01", outcome="pending"))),
    yes("told_before_it_happened", told("2019-05-03", proceeding=proceeding(date="2019-06-01", outcome="dismissed"))),
    yes("dismissed_twice", told(id="s-1", proceeding=proceeding("misconduct_meeting", date="2015-01-01", outcome="dismissed")), told(id="s-2", proceeding=proceeding("special_case_hearing", date="2018-01-01", outcome="dismissed")), certain=False),
    no("dismissed_twice", told(id="s-1", proceeding=proceeding(date="2015-01-01", outcome="dismissed")), told(id="s-2", proceeding=proceeding("appeal_tribunal", date="2015-09-01", outcome="dismissed"))),
    # Forum
    yes("hearing_outside_regime", hearing("accelerated_hearing", "2020-01-31", outcome="dismissed"), certain=True),
    no("hearing_outside_regime", hearing("accelerated_hearing", "2020-02-01", outcome="dismissed")),
    no("hearing_outside_regime", hearing("accelerated_hearing", "2020", outcome="dismissed")),
    no("hearing_outside_regime", hearing("special_case_hearing", "2021-03-01", outcome="dismissed")),
    yes("hearing_outside_regime", hearing("special_case_hearing", "2021-03-01", outcome="dismissed"), certain=True, written=(wrote("dates.attention", "2020-06-01"),)),
    yes("hearing_outside_regime", hearing("misconduct_meeting", "2008-06-01", outcome="written_warning")),
    yes("hearing_outside_regime", hearing("accelerated_hearing", "2019-01-31", force="ministry_of_defence"), certain=False),
    no("hearing_outside_regime", hearing("accelerated_hearing", "2019-01-31", rank="police_staff")),
    no("hearing_outside_regime", hearing("accelerated_hearing", "2019-01-31", force="psni")),
    yes("hearing_long_after_regime", hearing("special_case_hearing", "2026-01-03", outcome="dismissed"), certain=False),
    no("hearing_long_after_regime", hearing("special_case_hearing", "2022-03-01", outcome="dismissed")),
    yes("hearing_long_after_regime", hearing(date="2019-03-01", outcome="required_to_resign"), certain=False),
    no("hearing_long_after_regime", hearing(date="2010-03-01", outcome="required_to_resign")),
    yes("hearing_long_after_regime", hearing(date="2016-03-01", outcome="reduction_in_rank"), certain=False),
    no("hearing_long_after_regime", hearing(date="2021-03-01", outcome="reduction_in_rank")),
    no("hearing_long_after_regime", hearing(date="2016-03-01", outcome="final_written_warning")),
    yes("outcome_outside_forum", hearing("misconduct_meeting", "2018-03-01", outcome="dismissed_without_notice", finding="misconduct")),
    no("outcome_outside_forum", hearing("misconduct_meeting", "2018-03-01", outcome="final_written_warning", finding="misconduct")),
    yes("outcome_outside_forum", hearing("special_case_hearing", "2016-03-01", outcome="written_warning", finding="gross_misconduct")),
    no("outcome_outside_forum", hearing("special_case_hearing", "2016-03-01", outcome="dismissed", finding="gross_misconduct")),
    no("outcome_outside_forum", hearing("special_case_hearing", "2016-03-01", outcome="written_warning", rank="police_staff")),
    no("outcome_outside_forum", hearing(date="2016-03-01", outcome="would_have_been_dismissed")),
    no("outcome_outside_forum", hearing("not_stated", "2016-03-01", outcome="written_warning")),
    yes("outcome_outside_regime", hearing(date="2021-03-01", outcome="dismissed_with_notice"), certain=True, written=(wrote("dates.attention", "2020-06-01"),)),
    no("outcome_outside_regime", hearing(date="2021-03-01", outcome="dismissed_with_notice")),
    no("outcome_outside_regime", hearing(date="2021-03-01", outcome="reduction_in_rank")),
    yes("outcome_outside_regime", hearing(date="2016-03-01", outcome="reduction_in_rank"), written=(wrote("regime", "r2012"),)),
    yes("would_have_been_before_its_time", hearing(date="2017-12-14", outcome="would_have_been_dismissed"), certain=True),
    no("would_have_been_before_its_time", hearing(date="2017-12-15", outcome="would_have_been_dismissed")),
    no("would_have_been_before_its_time", hearing(date="2017", outcome="would_have_been_dismissed")),
    no("would_have_been_before_its_time", hearing(date="2016-03-01", outcome="dismissed")),
    yes("dismissal_for_misconduct", hearing(date="2016-03-01", finding="misconduct", outcome="dismissed"), certain=False),
    no("dismissal_for_misconduct", hearing(date="2016-03-01", finding="gross_misconduct", outcome="dismissed")),
    no("dismissal_for_misconduct", hearing(date="2016-03-01", finding="misconduct", outcome="final_written_warning")),
    yes("tribunal_of_another", hearing("appeal_tribunal", "2018-03-01", outcome="reinstated", rank="police_staff")),
    no("tribunal_of_another", hearing("appeal_tribunal", "2018-03-01", outcome="reinstated")),
    yes("tribunal_of_another", told(proceeding=proceeding("misconduct_meeting", outcome="written_warning"), appeal={"kind": "tribunal", "result": "pending"}), certain=False),
    no("tribunal_of_another", told(proceeding=proceeding(outcome="dismissed"), appeal={"kind": "tribunal", "result": "pending"})),
    # Chair
    yes("chair_could_not_chair", hearing(date="2015-12-31", chair_role="legally qualified chair"), certain=False),
    no("chair_could_not_chair", hearing(date="2016-01-01", chair_role="independent Legally Qualified Chair (LQC)")),
    no("chair_could_not_chair", hearing(date="2018-06-01", chair_role="barrister")),
    yes("chair_could_not_chair", hearing(date="2018-06-01", chair_role="Assistant Chief Constable"), certain=True),
    no("chair_could_not_chair", hearing(date="2024-05-07", chair_role="T/ACC")),
    no("chair_could_not_chair", hearing(date="2024-09-01", chair_role="LQC")),
    no("chair_could_not_chair", hearing(date="2018-06-01", chair_role="Panel chairman")),
    no("chair_could_not_chair", hearing(chair_role="Assistant Chief Constable")),
    no("chair_could_not_chair", hearing(date="2018-06-01", chair_role="Assistant Chief Constable", rank="chief_constable")),
    yes("chair_could_not_chair", hearing("special_case_hearing", "2016-06-01", chair_role="legally qualified chair"), certain=False),
    no("chair_could_not_chair", hearing("special_case_hearing", "2016-06-01", chair_role="Temporary Chief Constable")),
    no("chair_could_not_chair", hearing("special_case_hearing", "2016-06-01", chair_role="Assistant Commissioner", force="metropolitan")),
    yes("chair_could_not_chair", hearing("special_case_hearing", "2016-06-01", chair_role="Assistant Commissioner", force="kent"), certain=False),
    # Bodies and modes
    yes("body_before_its_time", told("2017-12-01", investigation=investigation(oversight="iopc")), certain=True),
    no("body_before_its_time", told("2018-01-08", investigation=investigation(oversight="iopc"))),
    no("body_before_its_time", told("2019-01-08", investigation=investigation(oversight="ipcc"))),
    yes("body_after_its_time", told("2021-01-08", investigation=investigation(oversight="ipcc")), written=(wrote("dates.referred", "2019-03-01"),)),
    no("body_after_its_time", told("2021-01-08", investigation=investigation(oversight="ipcc")), written=(wrote("dates.referred", "2017-03-01"),)),
    no("body_after_its_time", told("2021-01-08", investigation=investigation(oversight="ipcc"))),
    yes("mode_before_its_time", told("2018-01-08", investigation=investigation(mode="directed")), certain=True),
    no("mode_before_its_time", told("2020-02", investigation=investigation(mode="directed"))),
    yes("mode_after_its_time", told("2022-01-08", investigation=investigation(mode="managed")), certain=False, written=(wrote("dates.referred", "2021-03-01"),)),
    no("mode_after_its_time", told("2022-01-08", investigation=investigation(mode="managed"))),
    yes("body_of_another_mode", told("2022-01-08", investigation=investigation(mode="directed", oversight="ipcc"))),
    no("body_of_another_mode", told("2022-01-08", investigation=investigation(mode="directed", oversight="iopc"))),
    # Sentences
    yes("suspended_term_over_maximum", jailed("suspended_sentence", "P30M", "2019-03-01"), certain=False),
    no("suspended_term_over_maximum", jailed("suspended_sentence", "P24M", "2019-03-01")),
    no("suspended_term_over_maximum", jailed("suspended_sentence", "P30M", "2026-03-22")),
    yes("suspended_term_over_maximum", jailed("suspended_sentence", "P4Y", "2026-03-23"), certain=True),
    no("suspended_term_over_maximum", jailed("imprisonment", "P30M", "2019-03-01")),
    yes("operational_period_over_maximum", jailed("suspended_sentence", "P12M", "2019-03-01", suspended_for="P3Y"), certain=False),
    no("operational_period_over_maximum", jailed("suspended_sentence", "P12M", "2019-03-01", suspended_for="P24M")),
    yes("sentence_over_maximum", jailed("imprisonment", "P12Y", "2019-03-01", offence("theft", count=1)), certain=False),
    no("sentence_over_maximum", jailed("imprisonment", "P12Y", "2019-03-01", offence("theft", count=2))),
    no("sentence_over_maximum", jailed("imprisonment", "P12Y", "2019-03-01", offence("theft"))),
    # Harassment: five years until 2 April 2017, ten since. The day of the offence decides, not that of the sentence.
    yes("sentence_over_maximum", jailed("imprisonment", "P7Y", "2017-01-09", offence("harassment", count=1)), certain=False),
    no("sentence_over_maximum", jailed("imprisonment", "P7Y", "2018-01-09", offence("harassment", count=1))),
    yes("sentence_over_maximum", jailed("imprisonment", "P7Y", "2018-01-09", offence("harassment", count=1)), certain=False, written=(wrote("dates.conduct_to", "2017-03-01"),)),
    no("sentence_over_maximum", jailed("imprisonment", "P7Y", "2018-01-09", offence("harassment", count=1)), written=(wrote("dates.conduct_to", "2017-04"),)),
    no("sentence_over_maximum", jailed("imprisonment", "P30Y", "2019-03-01", offence("rape", count=1))),
    yes("sentence_without_conviction", told(offences=[offence(stage="charged")], sentences=[sentence(length="P1Y")])),
    no("sentence_without_conviction", told(offences=[offence()], sentences=[sentence(length="P1Y")])),
    no("sentence_without_conviction", told(sentences=[sentence(length="P1Y")])),
    no("sentence_without_conviction", told(offences=[offence(stage="acquitted")], sentences=[sentence(length="P1Y")], appeal={"kind": "criminal", "result": "allowed"})),
    yes("order_outside_its_time", jailed("imprisonment", "P1Y", "2014-03-01", orders=[order("shpo", "P5Y")]), certain=False),
    no("order_outside_its_time", jailed("imprisonment", "P1Y", "2015-03-08", orders=[order("shpo", "P5Y")])),
    yes("order_outside_its_time", jailed("imprisonment", "P1Y", "2016-03-01", orders=[order("sopo", "P5Y")])),
    no("order_outside_its_time", jailed("imprisonment", "P1Y", "2015", orders=[order("sopo", "P5Y")])),
    # Notification
    yes("notification_not_the_statutes", jailed("imprisonment", "P20M", "2019-03-01", orders=[order("sex_offender_notification", "P5Y")]), certain=True),
    no("notification_not_the_statutes", jailed("imprisonment", "P20M", "2019-03-01", orders=[order("sex_offender_notification", "P10Y")])),
    no("notification_not_the_statutes", jailed("imprisonment", "P30M", "2019-03-01", orders=[order("sex_offender_notification", "indefinite")])),
    yes("notification_not_the_statutes", jailed("imprisonment", "P30M", "2019-03-01", orders=[order("sex_offender_notification", "P10Y")])),
    no("notification_not_the_statutes", jailed("imprisonment", None, "2019-03-01", orders=[order("sex_offender_notification", "P10Y")])),
    yes("notification_not_the_statutes", jailed("community_order", "P2Y", "2019-03-01", orders=[order("sex_offender_notification", "P10Y")]), certain=False),
    no("notification_not_the_statutes", jailed("imprisonment", "P20M", "2019-03-01", orders=[order("shpo", "P5Y")])),
    # Publication
    yes("outcome_not_published", told("2019-04-01", id="s-1", of=NOTICE, proceeding=proceeding(date="2019-04-20", outcome="pending")), told("2019-04-21", id="s-2", proceeding=proceeding(date="2019-04-20", outcome="dismissed")), certain=False),
    no("outcome_not_published", told("2019-04-01", id="s-1", of=NOTICE, proceeding=proceeding(date="2019-04-20", outcome="pending")), told("2019-04-21", id="s-2", of=OFFICIAL, proceeding=proceeding(date="2019-04-20", outcome="dismissed"))),
    no("outcome_not_published", told("2019-04-21", id="s-2", proceeding=proceeding(date="2019-04-20", outcome="dismissed"))),
    yes("meeting_in_public", told("2019-04-01", of=NOTICE, proceeding=proceeding("misconduct_meeting", outcome="pending")), certain=False),
    no("meeting_in_public", told("2019-04-01", of=NOTICE, proceeding=proceeding(outcome="pending"))),
    # Clocks
    yes("clock_exceeded", told("2019-04-17", id="s-1", of=NOTICE, proceeding=proceeding(date="2019-04-18", outcome="pending")), told("2019-05-01", id="s-2", proceeding=proceeding(date="2019-04-18", outcome="dismissed")), certain=False),
    no("clock_exceeded", told("2019-04-01", id="s-1", of=NOTICE, proceeding=proceeding(date="2019-04-18", outcome="pending")), told("2019-05-01", id="s-2", proceeding=proceeding(date="2019-04-18", outcome="dismissed"))),
    no("clock_exceeded", told("2019-04", id="s-1", of=NOTICE, proceeding=proceeding(date="2019-04-18", outcome="pending")), told("2019-05-01", id="s-2", proceeding=proceeding(date="2019-04-18", outcome="dismissed"))),
    yes("clock_exceeded", hearing(date="2022-09-01", outcome="dismissed"), written=(wrote("dates.attention", "2021-01-04"), wrote("dates.hearing_referral", "2022-02-01"))),
    no("clock_exceeded", hearing(date="2022-05-01", outcome="dismissed"), written=(wrote("dates.attention", "2021-01-04"), wrote("dates.hearing_referral", "2022-02-01"))),
    yes("clock_exceeded", hearing("accelerated_hearing", "2022-02-04", outcome="dismissed"), certain=False, written=(wrote("dates.attention", "2021-01-04"), wrote("dates.hearing_referral", "2022-02-01"))),
    yes("clock_exceeded", hearing(date="2022-05-03", outcome="dismissed"), certain=False, written=(wrote("dates.appeal_lodged", "2022-06-20"),)),
    no("clock_exceeded", hearing(date="2022-05-03", outcome="dismissed"), written=(wrote("dates.appeal_lodged", "2022-05-10"),)),
    yes("clock_exceeded", hearing(date="2022-05-03", outcome="dismissed"), certain=True, written=(wrote("dates.barred", "2022-06-20"),)),
    no("clock_exceeded", hearing(date="2022-05-03", outcome="dismissed", rank="police_staff"), written=(wrote("dates.appeal_lodged", "2022-06-20"),)),
    no(
        "clock_exceeded",
        hearing(date="2022-05-03", outcome="final_written_warning"),
        written=(wrote("dates.barred", "2022-06-20"),),
    ),
    # Contradiction
    yes("sources_contradict", told("2019-05-01", id="s-1", age=26), told("2019-05-01", id="s-2", age=27), certain=True),
    no("sources_contradict", told("2019-05-01", id="s-1", age=26), told("2020-05-01", id="s-2", age=27)),
    yes("sources_contradict", told(id="s-1", offences=[offence(stage="acquitted")]), told(id="s-2", offences=[offence(stage="convicted")])),
    no("sources_contradict", told("2019-01-01", id="s-1", offences=[offence(stage="charged")]), told("2019-06-01", id="s-2", offences=[offence(stage="convicted")])),
    no("sources_contradict", told(id="s-1", name="J Smith", posts=["Dover"]), told(id="s-2", name="John Smith", posts=["Deal"])),
]  # fmt: skip


@pytest.mark.parametrize("tale", TALES, ids=lambda tale: f"{tale.rule}-{'yes' if tale.found else 'no'}")
def test_rule(tale: Tale) -> None:
    found = checks(tale.rule, *tale.tellings, written=tale.written)
    assert bool(found) is tale.found, [one.message for one in found]
    if tale.certain is not None:
        assert {one.certain for one in found} == {tale.certain}
    for one in found:
        assert one.source and one.message.endswith(".") and one.facts and one.citations
        assert one.person == "p-1"
        if not one.certain:
            assert " may " in one.message or tale.rule == "dismissal_for_misconduct"


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_has_cases_that_pass_and_cases_that_fail(rule: str) -> None:
    assert {tale.found for tale in TALES if tale.rule == rule} == {True, False}


def test_a_decided_contradiction_is_a_note_and_says_who_settled_it() -> None:
    tellings = (told(id="s-1", name="John Smith"), told(id="s-2", name="Joan Smith"))
    (open_,) = checks("sources_contradict", *tellings)
    assert open_.severity == "warning"
    (settled,) = checks("sources_contradict", *tellings, written=[wrote("name", "Joan Smith")])
    assert settled.severity == "note" and "person decided" in settled.message


def test_findings_name_facts_of_the_case() -> None:
    case = built(
        told(id="s-1", age=26, offences=[offence()]),
        told(id="s-2", age=27, offences=[offence(stage="acquitted")]),
    )
    ids = {f"c-1/p-1/{name}" for name in case.parties[0].facts}
    ids |= {f"{r.id}/{name}" for r in case.parties[0].offences for name in r.facts}
    assert case.checks
    for one in case.checks:
        assert set(one.facts) <= ids


def test_what_is_not_certain_is_no_error() -> None:
    (sure,) = checks("suspended_term_over_maximum", jailed("suspended_sentence", "P4Y", "2026-03-23"))
    (unsure,) = checks("suspended_term_over_maximum", jailed("suspended_sentence", "P30M", "2019-03-01"))
    assert (sure.certain, sure.severity) == (True, "error")
    assert (unsure.certain, unsure.severity) == (False, "warning")
    assert " may " in unsure.message and " may " not in sure.message


@pytest.mark.parametrize(("up", "late"), [("2019-04-10", False), ("2019-04-11", False), ("2019-04-12", True)])
def test_the_last_day_of_a_clock_is_in_time(up: str, late: bool) -> None:
    """Five working days before Thursday 18 April 2019 is Thursday 11 April."""
    found = checks(
        "clock_exceeded",
        told(up, id="s-1", of=NOTICE, proceeding=proceeding(date="2019-04-18", outcome="pending")),
        told("2019-05-01", id="s-2", proceeding=proceeding(date="2019-04-18", outcome="dismissed")),
    )
    assert bool(found) is late


def test_lengths_that_may_be_equal_are_not_faulted() -> None:
    tale = jailed("imprisonment", "P6M", "2019-03-01", orders=[order("sex_offender_notification", "P365W")])
    assert not checks("notification_not_the_statutes", tale)


def test_a_finding_is_said_once() -> None:
    two = [sentence("suspended_sentence", "P4Y"), sentence("suspended_sentence", "P4Y")]
    tale = told("2026-06-01", offences=[offence()], sentenced_on="2026-03-23", sentences=two)
    assert len(checks("suspended_term_over_maximum", tale)) == 1
