"""Which value is preferred, why, and what counts as a contradiction. Cases that must pass, and must not."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from tests.casefile.cases import (
    built,
    decide,
    fact,
    offence,
    party,
    proceeding,
    sentence,
    told,
    wrote,
)

OFFICIAL = {"official": True, "kind": "force_release", "publisher": "Kent Police"}


def test_one_value_is_the_only_one() -> None:
    made = fact("age", told("2019-05-03", age=41))
    assert (made.value, made.why, made.others, made.conflict) == (41, "only", (), False)
    assert made.preferred.sources == 1


def test_official_over_press_though_the_press_is_later() -> None:
    made = fact(
        "proceeding.date",
        told("2019-05-04", id="s-1", of=OFFICIAL, proceeding=proceeding(date="2019-05-03")),
        told("2019-06-01", id="s-2", proceeding=proceeding(date="2019-05-02")),
    )
    assert (made.value, made.why, made.conflict) == ("2019-05-03", "official", True)
    assert [other.value for other in made.others] == ["2019-05-02"]
    assert "Kent Police" in made.reason


def test_later_over_earlier() -> None:
    made = fact(
        "joined",
        told("2019-05-04", id="s-1", joined="2001"),
        told("2019-06-01", id="s-2", joined="2002"),
    )
    assert (made.value, made.why, made.conflict) == ("2002", "later", True)


def test_more_sources_over_fewer_where_no_day_is_known() -> None:
    made = fact(
        "joined",
        told(id="s-1", joined="2001"),
        told(id="s-2", joined="2002"),
        told(id="s-3", joined="2002"),
    )
    assert (made.value, made.why, made.preferred.sources) == ("2002", "more_sources", 2)


def test_copies_count_once_and_are_no_later() -> None:
    made = fact(
        "joined",
        told("2019-05-04", id="s-1", joined="2001"),
        told("2019-05-09", id="s-2", of={"copy_of": "s-1"}, joined="2001"),
        told("2019-05-10", id="s-4", of={"copy_of": "s-2"}, joined="2001"),
        told("2019-05-06", id="s-3", joined="2002"),
    )
    assert (made.value, made.why) == ("2002", "later")
    assert made.others[0].sources == 1
    assert len(made.others[0].citations) == 3


def test_a_more_exact_form_takes_the_others_with_it() -> None:
    made = fact(
        "sentenced_on",
        told("2014-04-12", id="s-1", sentenced_on="2014-04-11"),
        told("2014-06-01", id="s-2", of=OFFICIAL, sentenced_on="2014-04"),
    )
    assert (made.value, made.why, made.conflict) == ("2014-04-11", "more_exact", False)
    assert [other.value for other in made.others] == ["2014-04"]


@pytest.mark.parametrize(
    ("fuller", "shorter"),
    [
        ("John Paul Smith", "John Smith"),
        ("John Smith", "J Smith"),
        ("John Smith", "Smith"),
        ("Robert Orr", "Rob Orr"),
    ],
)
def test_the_fuller_name(fuller: str, shorter: str) -> None:
    made = fact("name", told("2014-01-01", id="s-1", name=fuller), told("2015-01-01", id="s-2", name=shorter))
    assert (made.value, made.why, made.conflict) == (fuller, "more_exact", False)


@pytest.mark.parametrize("other", ["Joan Smith", "John Smyth", "Paul Smith"])
def test_another_name_contradicts(other: str) -> None:
    assert fact("name", told(id="s-1", name="John Smith"), told(id="s-2", name=other)).conflict


def test_a_person_decides_over_all() -> None:
    tellings = (
        told("2019-05-04", id="s-1", joined="2001"),
        told("2019-06-01", id="s-2", of=OFFICIAL, joined="2002"),
    )
    accepted = fact("joined", *tellings, edit=decide("joined", "2001", "accepted"))
    assert (accepted.value, accepted.why, accepted.conflict) == ("2001", "decision", True)
    assert accepted.preferred.decision == "d-1"
    corrected = fact("joined", *tellings, edit=decide("joined", "2001", "corrected", "2003"))
    assert (corrected.value, corrected.why) == ("2003", "decision")
    written = fact("joined", *tellings, written=[wrote("joined", "1999")])
    assert (written.value, written.why) == ("1999", "decision")


def test_rejected_statements_do_not_count() -> None:
    tellings = (told(id="s-1", joined="2001"), told("2019-06-01", id="s-2", joined="2002"))
    made = fact("joined", *tellings, edit=decide("joined", "2002", "rejected"))
    assert (made.value, made.others, made.conflict) == ("2001", (), False)
    one = party(tellings[0], edit=decide("joined", "2001", "rejected"))
    assert "joined" not in one.facts


def test_an_offence_that_was_rejected_is_gone_with_its_parts() -> None:
    one = party(
        told(id="s-1", offences=[offence("theft"), offence("fraud")]),
        edit=decide("offences.offence", "theft", "rejected"),
    )
    assert [record.get("offence") for record in one.offences] == ["fraud"]


def test_charged_then_convicted_is_progress() -> None:
    made = fact(
        "offences.stage",
        told("2019-01-05", id="s-1", offences=[offence(stage="charged")]),
        told("2019-06-05", id="s-2", offences=[offence(stage="convicted")]),
    )
    assert (made.value, made.why, made.conflict) == ("convicted", "later", False)
    assert [other.value for other in made.others] == ["charged"]


def test_an_official_charge_does_not_hide_a_conviction() -> None:
    made = fact(
        "offences.stage",
        told("2019-01-05", id="s-1", of=OFFICIAL, offences=[offence(stage="charged")]),
        told("2019-06-05", id="s-2", offences=[offence(stage="convicted")]),
    )
    assert (made.value, made.conflict) == ("convicted", False)


def test_a_quashed_conviction_told_later_is_no_contradiction() -> None:
    made = fact(
        "offences.stage",
        told("2019-01-05", id="s-1", offences=[offence(stage="convicted")]),
        told("2020-06-05", id="s-2", offences=[offence(stage="acquitted")]),
    )
    assert (made.value, made.conflict) == ("acquitted", False)


@pytest.mark.parametrize("days", [(None, None), ("2019-01", "2019-01-20"), (None, "2019-01-20")])
def test_a_verdict_told_both_ways_that_no_day_orders_is_a_contradiction(days: tuple[Any, Any]) -> None:
    made = fact(
        "offences.stage",
        told(days[0], id="s-1", offences=[offence(stage="convicted")]),
        told(days[1], id="s-2", offences=[offence(stage="acquitted")]),
    )
    assert made.conflict


STAGES = ("alleged", "charged", "convicted", "acquitted", "discontinued", "cautioned")


@pytest.mark.parametrize(("one", "other"), list(itertools.product(STAGES, STAGES)))
def test_never_upgraded(one: str, other: str) -> None:
    """Whatever two sources say, in whatever order: the stage shown is one that a source says."""
    for days in ((None, None), ("2019", "2020"), ("2020", "2019")):
        made = fact(
            "offences.stage",
            told(days[0], id="s-1", offences=[offence(stage=one)]),
            told(days[1], id="s-2", offences=[offence(stage=other)]),
        )
        assert made.value in (one, other)


def test_a_word_accepted_does_not_stop_what_came_later_and_stops_what_contradicts() -> None:
    april = told("2019-04-05", id="s-1", offences=[offence(stage="charged")])
    edit = decide("offences.stage", "charged", "accepted")
    june = told("2019-06-05", id="s-2", offences=[offence(stage="convicted")])
    assert fact("offences.stage", april, june, edit=edit).value == "convicted"
    undated = told(None, id="s-2", offences=[offence(stage="convicted")])
    made = fact("offences.stage", april, undated, edit=edit)
    assert (made.value, made.why, made.conflict) == ("charged", "decision", True)


def test_pending_then_decided() -> None:
    made = fact(
        "proceeding.outcome",
        told(
            "2019-01-05",
            id="s-1",
            of=OFFICIAL,
            proceeding=proceeding(finding="pending", outcome="pending", date="2019-05-01"),
        ),
        told(
            "2019-06-05",
            id="s-2",
            proceeding=proceeding(outcome="dismissed", finding="gross_misconduct", date="2019-05-03"),
        ),
    )
    assert (made.value, made.conflict) == ("dismissed", False)


def test_the_day_planned_is_not_the_day_decided() -> None:
    made = fact(
        "proceeding.date",
        told(
            "2019-01-05", id="s-1", of=OFFICIAL, proceeding=proceeding(outcome="pending", date="2019-05-01")
        ),
        told("2019-06-05", id="s-2", proceeding=proceeding(outcome="dismissed", date="2019-05-03")),
    )
    assert (made.value, made.why, made.conflict) == ("2019-05-03", "later", False)
    assert [other.value for other in made.others] == ["2019-05-01"]
    assert "planned" in made.reason


@pytest.mark.parametrize(
    ("ages", "conflict"),
    [
        ((("2014-04-01", 41), ("2015-03-01", 42)), False),
        ((("2014-04-01", 41), ("2015-03-01", 41)), False),
        ((("2014-04-01", 41), ("2014-04-01", 42)), True),
        ((("2014-04-01", 41), ("2014-04-02", 42)), False),
        ((("2012-04-01", 41), ("2015-03-01", 41)), True),
        (((None, 26), (None, 27)), True),
        ((("2014", 41), ("2016", 42)), False),
    ],
)
def test_ages_at_their_days(ages: Any, conflict: bool) -> None:
    tellings = [told(day, id=f"s-{n}", age=age) for n, (day, age) in enumerate(ages)]
    assert fact("age", *tellings).conflict is conflict


def test_equal_in_other_words() -> None:
    made = fact(
        "sentences.length",
        told(id="s-1", sentences=[sentence(length="P24M")]),
        told(id="s-2", sentences=[sentence(length="P2Y")]),
    )
    assert (made.conflict, made.others, made.preferred.sources) == (False, (), 2)
    courts = party(
        told(id="s-1", courts=["Newcastle Crown Court"]),
        told(id="s-2", courts=["Newcastle upon Tyne Crown Court"]),
    )
    assert len(courts.lists["courts"]) == 1


def test_dismissed_is_less_exact_than_how() -> None:
    made = fact(
        "proceeding.outcome",
        told("2020-01-01", id="s-1", proceeding=proceeding(outcome="dismissed")),
        told("2019-01-01", id="s-2", proceeding=proceeding(outcome="dismissed_without_notice")),
    )
    assert (made.value, made.why, made.conflict) == ("dismissed_without_notice", "more_exact", False)


def test_would_have_been_dismissed_is_not_dismissed() -> None:
    made = fact(
        "proceeding.outcome",
        told("2020-01-01", id="s-1", proceeding=proceeding(outcome="dismissed")),
        told("2020-01-01", id="s-2", proceeding=proceeding(outcome="would_have_been_dismissed")),
    )
    assert made.conflict


def test_counts_when_charged_do_not_contradict_counts_when_proved() -> None:
    made = fact(
        "offences.count",
        told("2019-01-05", id="s-1", offences=[offence(stage="charged", count=4)]),
        told("2019-06-05", id="s-2", offences=[offence(stage="convicted", count=3)]),
    )
    assert (made.value, made.conflict, [v.value for v in made.others]) == (3, False, [4])
    both = fact(
        "offences.count",
        told("2019-01-05", id="s-1", offences=[offence(count=4)]),
        told("2019-06-05", id="s-2", offences=[offence(count=3)]),
    )
    assert both.conflict


def test_the_sentence_that_stands_after_an_appeal() -> None:
    appeal = {"kind": "criminal", "result": "varied"}
    made = fact(
        "sentences.length",
        told("2019-01-05", id="s-1", of=OFFICIAL, offences=[offence()], sentences=[sentence(length="P4Y")]),
        told("2019-09-05", id="s-2", offences=[offence()], sentences=[sentence(length="P3Y")], appeal=appeal),
    )
    assert (made.value, made.conflict, [v.value for v in made.others]) == ("P3Y", False, ["P4Y"])
    assert "appeal" in made.reason


def test_two_days_of_sentence_for_two_sentences() -> None:
    one = party(
        told(
            "2018-07-20",
            id="s-1",
            offences=[offence("harassment")],
            sentenced_on="2018-07-17",
            sentences=[sentence("fine")],
        ),
        told(
            "2020-08-20",
            id="s-2",
            offences=[offence("stalking")],
            sentenced_on="2020-08-17",
            sentences=[sentence(length="P26W")],
        ),
    )
    assert not one.facts["sentenced_on"].conflict
    assert len(one.sentences) == 2
    same = party(
        told("2018-07-20", id="s-1", sentenced_on="2018-07-17", sentences=[sentence(length="P26W")]),
        told("2018-08-20", id="s-2", sentenced_on="2018-07-18", sentences=[sentence(length="P26W")]),
    )
    assert same.facts["sentenced_on"].conflict


def test_what_a_person_adds_goes_to_the_record_of_its_number() -> None:
    some = [offence("fraud"), offence("theft")]
    one = party(told(offences=some), written=[wrote("offences.count", 7, "/offences/1/count")])
    assert {r.get("offence"): r.get("count") for r in one.offences} == {"theft": 7, "fraud": None}


def test_a_day_written_for_charges_dates_one_charge_and_no_two() -> None:
    day = [wrote("dates.charged", "2018-11-02")]
    one = built(told("2019-05-03", offences=[offence(stage="charged")]), written=day)
    assert [e.date for e in one.events if e.kind == "charged"] == ["2018-11-02"]
    two = built(
        told("2019-05-03", id="s-1", offences=[offence("theft", "charged")]),
        told("2019-05-09", id="s-2", offences=[offence("perjury", "charged")]),
        written=day,
    )
    assert sorted(str(e.date) for e in two.events if e.kind == "charged") == ["2018-11-02", "None", "None"]


def test_homes_and_labels_and_words_do_not_contradict() -> None:
    one = party(
        told(
            id="s-1",
            name=None,
            label="Officer A",
            residence="Deal",
            offences=[offence(title="theft of cash")],
        ),
        told(
            id="s-2",
            name=None,
            label="Officer B",
            residence="Dover",
            offences=[offence(title="stealing cash")],
        ),
    )
    facts = [one.facts["residence"], one.facts["label"], one.offences[0].facts["title"]]
    assert [len(made.others) for made in facts] == [1, 1, 1]
    assert not any(made.conflict for made in facts)


def test_one_sentence_told_with_two_days_far_apart_is_a_contradiction() -> None:
    one = party(
        told(id="s-1", sentenced_on="2022-03-07", sentences=[sentence(length="P18M")]),
        told(id="s-2", sentenced_on="2022-06-17", sentences=[sentence(length="P18M")]),
    )
    assert len(one.sentences) == 1
    assert one.facts["sentenced_on"].conflict
