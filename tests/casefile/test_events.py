"""Events: what sources tell, on which day, and what a rule adds and says that it adds."""

from __future__ import annotations

import msgspec
from tests.casefile.cases import built, case, investigation, offence, order, proceeding, sentence, told, wrote

from peelian.casefile import build
from peelian.casefile.facts import Event


def by_kind(*tellings, **how) -> dict[str, Event]:  # type: ignore[no-untyped-def]
    return {event.kind: event for event in built(*tellings, **how).events}


def test_a_day_of_publication_is_no_day_of_an_event_but_a_bound() -> None:
    events = by_kind(told("2019-05-03", offences=[offence(stage="charged")], suspended=True))
    for kind in ("charged", "suspended"):
        assert (events[kind].date, events[kind].earliest, events[kind].latest) == (None, None, "2019-05-03")
        assert not events[kind].inferred


def test_a_charge_before_a_verdict_is_inferred_and_says_so() -> None:
    events = by_kind(told("2019-05-03", offences=[offence(stage="convicted", plea="guilty")]))
    assert events["charged"].inferred
    assert events["charged"].reason == "A verdict follows a charge; no day of the charge is recorded."
    assert not events["convicted"].inferred and not events["plea"].inferred
    both = by_kind(
        told("2019-01-03", id="s-1", offences=[offence(stage="charged")]),
        told("2019-05-03", id="s-2", offences=[offence(stage="convicted")]),
    )
    assert not both["charged"].inferred


def test_nothing_is_inferred_from_a_case_not_taken_further() -> None:
    """The guide's "discontinued" is also "no charge brought", "left on file", "no evidence offered"."""
    tale = told("2019-05-03", offences=[offence("theft", "discontinued"), offence("fraud", "discontinued")])
    events = by_kind(tale)
    assert set(events) == {"withdrawn_charge"}
    assert events["withdrawn_charge"].title == "Criminal case not taken further: theft and fraud"
    assert "charge" not in built(tale).summary
    both = by_kind(
        told("2019-01-03", id="s-1", offences=[offence(stage="charged")]),
        told("2019-05-03", id="s-2", offences=[offence(stage="discontinued")]),
    )
    assert not both["charged"].inferred and both["charged"].citations[0].source == "s-1"


def test_no_conviction_without_one_told() -> None:
    events = by_kind(told("2019-05-03", offences=[offence(stage="charged")], sentences=[sentence("fine")]))
    assert "convicted" not in events and "sentenced" in events


def test_a_caution_needs_no_charge() -> None:
    events = by_kind(told(offences=[offence(stage="cautioned")], sentences=[sentence("caution")]))
    assert set(events) == {"cautioned"}


def test_dismissal_comes_from_the_proceeding_and_says_so() -> None:
    tale = told(proceeding=proceeding(date="2019-05-03", outcome="dismissed_without_notice"))
    events = by_kind(tale)
    assert events["dismissed"].date == "2019-05-03"
    assert events["dismissed"].inferred and events["dismissed"].track == "employment"
    assert events["hearing"].date == events["outcome"].date == "2019-05-03"


def test_would_have_been_dismissed_is_no_dismissal() -> None:
    assert "dismissed" not in by_kind(told(proceeding=proceeding(outcome="would_have_been_dismissed")))


def test_a_hearing_to_come_has_not_been_held() -> None:
    events = by_kind(
        told("2019-01-01", proceeding=proceeding(date="2019-05-03", outcome="pending", finding="pending"))
    )
    assert set(events) == {"proceedings_set"}
    assert events["proceedings_set"].date == "2019-05-03"


def test_criminal_and_misconduct_tracks_side_by_side() -> None:
    case = built(
        told(
            "2019-06-01",
            offences=[offence()],
            sentenced_on="2019-05-20",
            sentences=[sentence(length="P18M")],
            orders=[order("costs", amount=500)],
            proceeding=proceeding(date="2019-04-01", outcome="dismissed", finding="gross_misconduct"),
        )
    )
    kinds = [event.kind for event in case.events if event.track in ("criminal", "misconduct")]
    assert kinds.index("outcome") < kinds.index("sentenced") < kinds.index("ordered")
    assert [k for k in kinds if k in ("charged", "convicted", "sentenced")] == [
        "charged",
        "convicted",
        "sentenced",
    ]


def test_an_appeal_lodged_and_decided() -> None:
    pending = by_kind(told("2019-06-01", appeal={"kind": "tribunal", "result": "pending"}))
    assert set(pending) == {"appeal_lodged"} and not pending["appeal_lodged"].inferred
    decided = by_kind(
        told(id="s-1", proceeding=proceeding(date="2018-09-20", outcome="dismissed")),
        told(
            id="s-2",
            proceeding=proceeding("appeal_tribunal", date="2019-04-08", outcome="reinstated"),
            appeal={"kind": "tribunal", "result": "allowed"},
        ),
    )
    assert decided["appeal_lodged"].inferred
    assert decided["appeal_lodged"].earliest == "2018-09-20"
    assert decided["appeal_lodged"].latest == "2019-04-08"
    assert decided["pat_outcome"].date == decided["reinstated"].date == "2019-04-08"


def test_a_sentence_of_a_quashed_conviction_is_marked() -> None:
    earlier = told(
        "2018-05-03",
        id="s-1",
        offences=[offence("theft")],
        sentenced_on="2018-05-02",
        sentences=[sentence(length="P18M")],
        orders=[order("costs", amount=500)],
    )
    later = told(
        "2020-02-01",
        id="s-2",
        offences=[offence("theft", "acquitted")],
        appeal={"kind": "criminal", "result": "allowed"},
    )
    events = by_kind(earlier, later)
    for kind in ("sentenced", "ordered"):
        assert "the conviction was quashed later" in events[kind].title
        assert "the conviction was quashed later" in str(events[kind].reason)
    assert not events["sentenced"].inferred
    assert events["acquitted"].title == "Conviction quashed on appeal: theft"
    order_shown = [event.kind for event in built(earlier, later).events]
    assert order_shown == ["charged", "sentenced", "ordered", "criminal_appeal", "acquitted"]
    beside = told("2018-05-03", id="s-3", offences=[offence("perjury")])
    assert "a conviction was quashed later" in by_kind(earlier, later, beside)["sentenced"].title
    assert by_kind(earlier)["sentenced"].title == "Sentenced: jailed for 18 months"
    assert by_kind(earlier)["sentenced"].reason is None


def test_the_finding_of_a_hearing_is_not_the_tribunals() -> None:
    events = by_kind(
        told(
            proceeding=proceeding("appeal_tribunal", outcome="reinstated", finding="gross_misconduct"),
            appeal={"kind": "tribunal", "result": "allowed"},
        )
    )
    assert "finding" not in events and "misconduct" not in events["pat_appeal"].title
    assert events["pat_outcome"].title.endswith("(finding appealed against: gross misconduct)")


def test_to_be_placed_on_the_list_is_not_placed() -> None:
    event = by_kind(told("2019-05-03", barred=True))["barred_listed"]
    assert event.title == "On, or to be placed on, the barred or advisory list"
    assert (event.earliest, event.latest) == (None, None)


def test_offences_that_are_not_stated_are_told_once() -> None:
    unstated = offence("other", "charged", title=None)
    title = by_kind(told(offences=[unstated, unstated]))["charged"].title
    assert title == "Charged with offences that are not stated"


def test_official_notices_are_events_of_their_own_and_press_reports_are_not() -> None:
    official = {"official": True, "kind": "hearing_outcome", "publisher": "Kent Police"}
    events = by_kind(told("2019-05-10", id="s-1", of=official), told("2019-05-11", id="s-2"))
    assert events["outcome_published"].date == "2019-05-10"
    assert events["outcome_published"].person is None
    copy = {**official, "copy_of": "s-9"}
    assert "outcome_published" not in by_kind(told("2019-05-10", of=copy))


def test_days_that_a_person_wrote_down_date_their_events() -> None:
    events = by_kind(
        told("2019-05-03", offences=[offence(stage="charged")], suspended=True),
        written=[wrote("dates.charged", "2018-11-02"), wrote("dates.conduct_from", "2017-03")],
    )
    assert events["charged"].date == "2018-11-02"
    assert events["conduct_from"].date == "2017-03"
    assert events["suspended"].date is None


def test_joining_bounds_what_comes_in_service() -> None:
    events = by_kind(told("2019-05-03", joined="2010", suspended=True))
    assert (events["suspended"].earliest, events["suspended"].latest) == ("2010-01-01", "2019-05-03")
    assert events["joined"].order_certain and events["suspended"].order_certain


def test_the_investigation() -> None:
    event = by_kind(told("2016-05-03", investigation=investigation(oversight="ipcc", mode="managed")))[
        "mode_set"
    ]
    assert (event.title, event.track) == ("Managed investigation (IPCC)", "oversight")


def test_events_cite_their_facts_and_words() -> None:
    case = built(told(offences=[offence()], proceeding=proceeding(outcome="dismissed")))
    for event in case.events:
        assert event.citations and event.facts
        assert all(fact.startswith("c-1/p-1/") for fact in event.facts)
    assert len({event.id for event in case.events}) == len(case.events)


def test_a_person_of_the_background_has_no_events() -> None:
    assert not built(told(background=True, proceeding=proceeding(outcome="dismissed"))).events


def test_a_hearing_to_come_without_a_day_lies_after_what_announces_it() -> None:
    events = by_kind(told("2019-01-01", proceeding=proceeding(outcome="pending")))
    assert (events["proceedings_set"].earliest, events["proceedings_set"].latest) == ("2019-01-01", None)


def test_a_notice_of_one_persons_hearing_is_no_notice_of_anothers() -> None:
    official = {"official": True, "kind": "hearing_notice", "publisher": "Kent Police"}
    one, (where, who) = (
        told("2019-04-17", id="s-1", of=official, name="Ben Sole"),
        told("2019-05-01", id="s-2", proceeding=proceeding(date="2019-04-18", outcome="dismissed")),
    )
    whole = case(one, (where, who))
    apart = msgspec.structs.replace(
        whole,
        mentions=(msgspec.structs.replace(whole.mentions[0], person="p-2"), whole.mentions[1]),
    )
    rules = {check.rule for check in build(apart).checks}
    assert "clock_exceeded" not in rules
    assert "clock_exceeded" in {check.rule for check in build(whole).checks}
