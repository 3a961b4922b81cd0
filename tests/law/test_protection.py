"""Victims' anonymity, active proceedings, referral, and the greatest sentences: what passes and what does not."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian import law
from peelian.law import Happening, proceedings_active
from peelian.law.lengths import INDEFINITE
from peelian.law.vocabulary import vocabulary

OFFENCES = sorted(law.ids("offences"))


@pytest.mark.parametrize(
    ("offences", "level"),
    [
        (["rape"], "lifetime_by_law"), (["theft", "voyeurism"], "lifetime_by_law"), (["attempted_rape"], "lifetime_by_law"),
        (["exposure"], "lifetime_by_law"), (["sexual_communication_with_child"], "lifetime_by_law"),
        (["indecent_photographs_making"], "by_policy"), (["extreme_pornography"], "by_policy"),
        (["controlling_or_coercive_behaviour"], "by_policy"), (["stalking"], "by_policy"),
        (["misconduct_in_public_office"], "by_policy"), (["conspiracy_other"], "by_policy"),
        (["theft"], "none"), (["drink_driving"], "none"), ([], "none"),
        (["modern_slavery"], "lifetime_by_law"), (["private_sexual_image"], "by_policy"), (["attempt"], "by_policy"),
    ],
)  # fmt: skip
def test_victims(offences: list[str], level: str) -> None:
    found = law.victim_protection(offences)
    assert found.level == level
    assert found.source and found.why


def test_a_sexual_allegation_protects_whatever_the_charge() -> None:
    for offences in ([], ["misconduct_in_public_office"], ["theft"]):
        assert law.victim_protection(offences, sexual_allegation=True).level == "lifetime_by_law"


@pytest.mark.parametrize(
    ("offences", "children"),
    [(["grooming"], True), (["theft", "child_cruelty"], True), (["rape"], None), (["theft"], False), ([], False),
     (["sexual_activity_child"], True)],
)  # fmt: skip
def test_children(offences: list[str], children: bool | None) -> None:
    assert law.involves_children(offences) is children


def test_each_offence_has_its_entries_and_they_agree_with_the_catalogue() -> None:
    assert law.ids("victim_anonymity") == set(OFFENCES) == law.ids("schedule_18")
    for entry in vocabulary("offence_catalogue"):
        guide = entry.extra["guide"]
        if guide is None:
            continue
        held = law.term("victim_anonymity", guide).extra["protection"]
        if entry.extra["victim_lifetime_anonymity"]:
            assert held in ("by_law", "depends"), entry.id
        listed, own = law.schedule_18(guide), entry.extra["sch18"]
        assert listed is None or own is None or listed is own, entry.id


@given(st.lists(st.sampled_from(OFFENCES), max_size=5), st.sampled_from(OFFENCES))
def test_one_offence_more_never_takes_protection_away(offences: list[str], more: str) -> None:
    order = ["none", "by_policy", "lifetime_by_law"]
    before, after = law.victim_protection(offences), law.victim_protection([*offences, more])
    assert order.index(after.level) >= order.index(before.level)


def test_unknown_offences_are_named() -> None:
    for call in (law.victim_protection, law.involves_children):
        with pytest.raises(law.UnknownTerm, match="no_such"):
            call(["no_such"])


def _on(*events: tuple[str, str | None], on: str = "2024-06-01") -> law.Active:
    return proceedings_active([Happening(*one) for one in events], date.fromisoformat(on))


@pytest.mark.parametrize(
    ("events", "on", "state"),
    [
        ([], "2024-06-01", "not_active"),
        ([("reported", "2024-01-01")], "2024-06-01", "not_active"),
        ([("arrested", "2024-01-01")], "2023-12-31", "not_active"),
        ([("arrested", "2024-01-01")], "2024-01-01", "active"),
        ([("arrested", "2024-01")], "2024-01-01", "active"),
        ([("summonsed", "2024-01-01")], "2024-06-01", "active"),
        ([("warrant_issued", "2024-01-01")], "2024-06-01", "active"),
        ([("charged", None)], "2024-06-01", "active"),
        ([("charged", "2024-01-01"), ("convicted", "2024-05-01")], "2024-06-01", "active"),
        ([("convicted", "2024-05-01")], "2024-06-01", "active"),
        ([("plea_guilty", None)], "2024-06-01", "active"),
        ([("charged", "2024-01-01"), ("jury_discharged", "2024-05-01")], "2024-06-01", "active"),
        ([("charged", "2024-01-01"), ("sentenced", "2024-05-01")], "2024-06-01", "not_active"),
        ([("charged", "2024-01-01"), ("sentenced", "2024-06")], "2024-06-15", "active"),
        ([("charged", "2024-01-01"), ("sentenced", "2024-06")], "2024-06-30", "not_active"),
        ([("charged", "2024-01-01"), ("sentenced", None)], "2024-06-01", "active"),
        ([("charged", "2024-01-01"), ("acquitted", "2024-05-01")], "2024-06-01", "not_active"),
        ([("charged", "2024-01-01"), ("charge_dropped", "2024-05-01")], "2024-06-01", "not_active"),
        ([("convicted", "2024-05-01"), ("sentenced", "2024-05-01")], "2024-05-01", "not_active"),
        ([("arrested", "2024-01-01"), ("no_further_action", "2024-05-01")], "2024-06-01", "not_active"),
        ([("arrested", "2024-01-01"), ("no_further_action", "2024-03-01"), ("charged", "2024")], "2024-06-01", "active"),
        ([("arrested", "2024-01-01"), ("no_further_action", "2024-05-01"), ("charged", "2024-05-20")], "2024-06-01", "active"),
        ([("arrested", "2024-01-01"), ("released_under_investigation", "2024-01-02")], "2024-12-31", "active"),
        ([("arrested", "2024-01-01"), ("released_under_investigation", "2024-01-02")], "2025-01-02", "hold"),
        ([("arrested", "2024-01-01"), ("released_under_investigation", "2024-01-02"), ("charged", "2024-09-01")], "2025-06-01", "active"),
        ([("charged", "2023-01-01"), ("sentenced", "2023-09-01"), ("appeal_conviction", "2023-09-20")], "2024-01-01", "active"),
        ([("charged", "2023-01-01"), ("sentenced", "2023-09-01"), ("appeal_conviction", "2023-09-20"), ("appeal_ended", "2024-02-01")], "2024-03-01", "not_active"),
        ([("charged", "2023-01-01"), ("sentenced", "2023-09-01"), ("retrial_ordered", "2024-02-01")], "2024-03-01", "active"),
        ([("sentenced", None)], "2024-03-01", "active"),
    ],
)  # fmt: skip
def test_active_proceedings(events: list[tuple[str, str | None]], on: str, state: str) -> None:
    found = _on(*events, on=on)
    assert found.state == state
    assert found.active is (state != "not_active")
    assert found.why and found.source


def test_since_and_until() -> None:
    ended = _on(("arrested", "2023-01-02"), ("charged", "2023-02-03"), ("sentenced", "2023-09-04"))
    assert (ended.since, ended.until) == (date(2023, 1, 2), date(2023, 9, 4))
    released = _on(("arrested", "2024-01-01"), ("released_under_investigation", "2024-01-02"))
    assert released.look_again == date(2025, 1, 2)


def test_one_of_two_matters_keeps_a_case_active() -> None:
    first = [Happening("charged", "2022-01-01", "a"), Happening("sentenced", "2022-06-01", "a")]
    second = [Happening("charged", "2024-01-01", "b")]
    assert proceedings_active([*first, *second], date(2024, 6, 1)).active
    assert not proceedings_active(first, date(2024, 6, 1)).active


def test_unknown_events_are_named() -> None:
    with pytest.raises(law.UnknownTerm, match="no_such"):
        _on(("no_such", None))


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 2000), st.integers(-50, 3000))
def test_active_from_the_charge_to_the_sentence(charged: date, lasted: int, later: int) -> None:
    sentenced = charged + timedelta(lasted)
    events = [Happening("sentenced", sentenced.isoformat()), Happening("charged", charged.isoformat())]
    on = charged + timedelta(later)
    assert proceedings_active(events, on).active is (charged <= on < sentenced)


@pytest.mark.parametrize(
    ("criteria", "on", "door", "result"),
    [
        (["abuse_of_position_sexual"], "2021-03-01", "complaint", "mandatory"),
        (["abuse_of_position_sexual"], "2020-01-31", "complaint", "voluntary"),
        (["serious_corruption"], "2015-01-01", "conduct_matter", "mandatory"),
        (["death_or_serious_injury"], "2005-01-01", "complaint", "mandatory"),
        (["dsi_matter"], "2021-01-01", "dsi_matter", "mandatory"),
        (["dsi_matter"], "2021-01-01", "complaint", "none"),
        (["gravity_or_exceptional"], "2021-01-01", None, "voluntary"),
        (["gravity_or_exceptional", "serious_assault"], "2021-01-01", None, "mandatory"),
        (["relevant_offence"], "2008-01-01", None, "none"), (["call_in"], "2021-01-01", None, "mandatory"),
        (["serious_assault"], "2003-01-01", None, "none"), ([], "2021-01-01", None, "none"),
    ],
)  # fmt: skip
def test_referral(criteria: list[str], on: str, door: str | None, result: str) -> None:
    found = law.referral(criteria, on, door=door)
    assert found.result == result
    assert found.rule and found.source
    assert (found.clock is not None) is (result == "mandatory")
    assert set(criteria) == {one.id for one in found.criteria} | set(found.look_up) or result == "mandatory"


def test_the_checklist_of_a_day_has_each_line_once() -> None:
    for on in ("2010-01-01", "2015-01-01", "2021-01-01"):
        listed = [one.id for one in law.referral_criteria(on)]
        assert len(listed) == len(set(listed))
    assert all(
        one.verified
        for one in law.referral_criteria("2021-01-01", door="complaint")
        if one.id == "serious_corruption"
    )
    with pytest.raises(law.UnknownTerm):
        law.referral_criteria(door="window")
    with pytest.raises(law.UnknownTerm):
        law.referral(["no_such"], "2021-01-01")


@pytest.mark.parametrize(
    ("offence", "on", "length"),
    [
        ("misconduct_in_public_office", "2010-01-01", INDEFINITE), ("perverting_the_course_of_justice", None, INDEFINITE),
        ("indecent_photographs_making", "2000-06-01", "P3Y"), ("indecent_photographs_making", "2010-01-01", "P10Y"),
        ("harassment", "2017-04-02", "P5Y"), ("harassment", "2017-04-03", "P10Y"), ("harassment", "2017", "P10Y"),
        ("harassment", None, "P10Y"), ("causing_death_by_dangerous_driving", "2022-06-27", "P14Y"),
        ("causing_death_by_dangerous_driving", "2022-06-28", INDEFINITE), ("theft", "2015", "P7Y"),
        ("improper_exercise_of_police_powers", "2016-01-01", "P14Y"), ("data_protection", "2019-01-01", "P0D"),
    ],
)  # fmt: skip
def test_maximum_sentences(offence: str, on: str | None, length: str) -> None:
    found = law.maximum_sentence(offence, on)
    assert found is not None and found.length == length
    assert found.verified is False and found.source
    assert found.life is (length == INDEFINITE) and found.custody is (length != "P0D")


def test_a_maximum_between_the_days_an_offence_can_have_been_committed() -> None:
    bounds = {(None, "2017-04-02"): "P5Y", (None, "2017-04-03"): "P10Y", ("2017-04", None): "P10Y", ("2016", "2017-03-31"): "P5Y"}  # fmt: skip
    for (since, until), length in bounds.items():
        found = law.maximum_sentence("harassment", since=since, until=until)
        assert found is not None and found.length == length


def test_what_is_not_known_surely_has_no_maximum() -> None:
    assert law.maximum_sentence("computer_misuse") is None
    assert law.maximum_sentence("improper_exercise_of_police_powers", "2014-01-01") is None
    assert law.over_maximum("computer_misuse", "P9Y") is None
    with pytest.raises(law.UnknownTerm):
        law.maximum_sentence("no_such")


@pytest.mark.parametrize(
    ("offence", "length", "over"),
    [("theft", "P7Y", False), ("theft", "P7Y1D", True), ("theft", "P84M", False), ("theft", INDEFINITE, True),
     ("misconduct_in_public_office", "P30Y", False), ("speeding", "P1D", True), ("common_assault", "P26W", None)],
)  # fmt: skip
def test_over_the_maximum(offence: str, length: str, over: bool | None) -> None:
    assert law.over_maximum(offence, length) is over


def test_maxima_follow_each_other_without_overlap() -> None:
    spans: dict[str, list[tuple[str, str]]] = {}
    for entry in vocabulary("maximum_sentences"):
        assert entry.extra["offence"] in OFFENCES
        held = spans.setdefault(entry.extra["offence"], [])
        held.append(
            (entry.extra.get("active_from") or "0001-01-01", entry.extra.get("active_to") or "9999-12-31")
        )
    for offence, held in spans.items():
        for (_, ends), (begins, _) in itertools.pairwise(held):
            assert date.fromisoformat(ends) + timedelta(1) == date.fromisoformat(begins), offence
