"""Records of several sources: what is one offence, one hearing, one order, and what is not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.casefile.cases import offence, order, party, proceeding, sentence, told


def offences(*tellings: list[dict[str, object]]) -> list[tuple[str, str, int | None]]:
    one = party(*(told(f"2019-0{n + 1}", id=f"s-{n}", offences=some) for n, some in enumerate(tellings)))
    return [(r.get("offence"), r.get("stage"), r.get("count")) for r in one.offences]


def test_the_same_offence_in_two_sources_is_one() -> None:
    assert offences([offence("theft", count=2)], [offence("theft")]) == [("theft", "convicted", 2)]


def test_two_offences_of_one_source_stay_two_though_alike() -> None:
    some = [offence("fraud", "convicted", count=3), offence("fraud", "acquitted", count=1)]
    assert offences(some) == [("fraud", "convicted", 3), ("fraud", "acquitted", 1)]
    assert offences(some, [offence("fraud", "convicted")]) == [
        ("fraud", "convicted", 3),
        ("fraud", "acquitted", 1),
    ]
    assert offences(some, [offence("fraud", "acquitted")]) == [
        ("fraud", "convicted", 3),
        ("fraud", "acquitted", 1),
    ]


def test_another_offence_is_another_record() -> None:
    assert len(offences([offence("theft")], [offence("perjury")])) == 2


def test_a_less_exact_offence_joins_the_exact_one() -> None:
    assert offences([offence("indecent_photographs")], [offence("indecent_photographs_making")]) == [
        ("indecent_photographs_making", "convicted", None)
    ]


def test_unlisted_offences_join_by_their_words_alone() -> None:
    first = offence("other", title="selling alcohol to a child")
    assert len(offences([first], [offence("other", title="selling alcohol to a child under 18")])) == 1
    assert len(offences([first], [offence("other", title="keeping a dangerous dog")])) == 2


def test_a_summary_of_several_offences_does_not_contradict_the_list() -> None:
    listed = [
        offence("abh", title=f"assault on {who}", count=1) for who in ("a guard", "a driver", "a guest")
    ]
    one = party(
        told("2019-01", id="s-1", offences=[offence("abh", title="assaults", count=3)]),
        told("2019-02", id="s-2", offences=listed),
    )
    assert len(one.offences) == 3
    assert not any(r.facts["count"].conflict for r in one.offences)


def test_the_hearing_and_the_tribunal_are_two() -> None:
    one = party(
        told(id="s-1", proceeding=proceeding(date="2018-09-20", outcome="dismissed")),
        told(id="s-2", proceeding=proceeding("appeal_tribunal", date="2019-04-08", outcome="reinstated")),
        told(id="s-3", proceeding=proceeding("not_stated", outcome="dismissed")),
    )
    assert [r.get("kind") for r in one.proceedings] == ["misconduct_hearing", "appeal_tribunal"]
    assert one.proceedings[0].facts["outcome"].preferred.sources == 2


def test_a_hearing_announced_and_held_is_one() -> None:
    one = party(
        told("2019-01", id="s-1", proceeding=proceeding(date="2019-05-01", outcome="pending")),
        told("2019-09", id="s-2", proceeding=proceeding(date="2019-08-20", outcome="dismissed")),
    )
    assert [r.get("date") for r in one.proceedings] == ["2019-08-20"]


def test_a_person_is_dismissed_once() -> None:
    one = party(
        told(id="s-1", proceeding=proceeding(date="2019-05-01", outcome="dismissed")),
        told(
            id="s-2",
            proceeding=proceeding(
                "special_case_hearing", date="2019-07-01", outcome="dismissed_without_notice"
            ),
        ),
    )
    (record,) = one.proceedings
    assert record.facts["date"].conflict
    assert record.get("kind") == "special_case_hearing"


def test_two_matters_years_apart_are_two_hearings() -> None:
    one = party(
        told(
            id="s-1",
            proceeding=proceeding("misconduct_meeting", date="2015-03-02", outcome="written_warning"),
        ),
        told(id="s-2", proceeding=proceeding(date="2018-06-04", outcome="final_written_warning")),
    )
    assert len(one.proceedings) == 2


def test_jailed_or_suspended_is_a_contradiction_not_two_sentences() -> None:
    one = party(
        told(id="s-1", sentences=[sentence("imprisonment", "P18M")]),
        told(id="s-2", sentences=[sentence("suspended_sentence", "P18M")]),
    )
    (record,) = one.sentences
    assert record.facts["kind"].conflict


def test_a_fine_beside_a_prison_term_is_another_sentence() -> None:
    one = party(
        told(id="s-1", sentences=[sentence("imprisonment", "P18M")]),
        told(id="s-2", sentences=[sentence("fine")]),
    )
    assert len(one.sentences) == 2
    assert not any(f.conflict for r in one.sentences for f in r.facts.values())


def test_orders_of_one_kind_join_and_the_muddled_name_gives_way() -> None:
    one = party(
        told("2016-01", id="s-1", orders=[order("sex_offender_order", "P10Y"), order("costs", amount=500)]),
        told("2016-02", id="s-2", orders=[order("costs", amount=500), order("shpo", "P10Y")]),
    )
    assert [(r.get("kind"), r.get("length"), r.get("amount")) for r in one.orders] == [
        ("shpo", "P10Y", None),
        ("costs", None, 500),
    ]


def test_pending_finding_gives_way_to_what_was_decided() -> None:
    one = party(
        told("2019-01", id="s-1", proceeding=proceeding(finding="pending", outcome="pending")),
        told("2019-09", id="s-2", proceeding=proceeding(outcome="dismissed")),
    )
    assert "finding" not in one.proceedings[0].facts


def test_a_tribunal_that_left_a_dismissal_standing_is_no_second_telling_of_the_hearing() -> None:
    one = party(
        told(id="s-1", proceeding=proceeding(outcome="dismissed")),
        told(id="s-2", proceeding=proceeding("appeal_tribunal", outcome="dismissed")),
    )
    assert [r.get("kind") for r in one.proceedings] == ["misconduct_hearing", "appeal_tribunal"]


def test_fast_track_and_accelerated_are_one_hearing() -> None:
    """The second telling has no day and no outcome: it drew the third away from the first of the same day."""
    one = party(
        told(
            id="s-1",
            proceeding=proceeding(
                "special_case_hearing", date="2021-05-04", outcome="dismissed_without_notice"
            ),
        ),
        told(id="s-2", proceeding=proceeding("accelerated_hearing")),
        told(id="s-3", proceeding=proceeding("accelerated_hearing", date="2021-05-04")),
    )
    (record,) = one.proceedings
    assert record.facts["kind"].conflict
    assert record.get("outcome") == "dismissed_without_notice"


TELLINGS = st.builds(
    proceeding,
    st.sampled_from(
        (
            "special_case_hearing",
            "accelerated_hearing",
            "misconduct_hearing",
            "misconduct_meeting",
            "not_stated",
        )
    ),
    date=st.sampled_from(("2021-05-04", "2021-05", None)),
    outcome=st.sampled_from(("dismissed_without_notice", "final_written_warning", "pending", None)),
)


@settings(max_examples=300)
@given(st.lists(TELLINGS, min_size=2, max_size=4))
def test_no_two_hearings_of_a_person_on_one_day(tellings: list[dict[str, object]]) -> None:
    one = party(*(told(id=f"s-{n}", proceeding=some) for n, some in enumerate(tellings)))
    days = [day for record in one.proceedings if (day := record.get("date")) and len(day) == 10]
    assert len(days) == len(set(days))
