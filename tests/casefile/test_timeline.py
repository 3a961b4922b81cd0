"""Order of events: never against a certain date, the same for any order of input, partial where it is."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.casefile.facts import Event
from peelian.casefile.kinds import KINDS
from peelian.casefile.timeline import Moment, ordered, tighten

START = date(2015, 1, 1)
DAYS = st.integers(0, 60).map(lambda n: START + timedelta(days=n))


@st.composite
def moments(draw: st.DrawFn) -> list[Moment]:
    made = []
    for n in range(draw(st.integers(0, 12))):
        first, last = draw(st.one_of(st.none(), DAYS)), draw(st.one_of(st.none(), DAYS))
        if first and last and last < first:
            first, last = last, first
        kind = KINDS[draw(st.sampled_from(sorted(KINDS)))]
        event = Event(
            id=f"e{n}", person=draw(st.sampled_from(["p", "q"])), track=kind.track, kind=kind.id, title=""
        )
        made.append(Moment(event, first, last, frozenset(draw(st.sets(st.sampled_from("abc"))))))
    return made


def copies(some: list[Moment]) -> list[Moment]:
    return [Moment(m.event, m.first, m.last, m.chains) for m in some]


@settings(max_examples=300, deadline=None)
@given(moments(), st.randoms(use_true_random=False))
def test_order_obeys_certain_dates_and_no_input_order_matters(some: list[Moment], random) -> None:  # type: ignore[no-untyped-def]
    result = ordered(copies(some))
    assert sorted(e.id for e in result) == sorted(m.event.id for m in some)
    for n, one in enumerate(result):
        for later in result[n + 1 :]:
            assert not (later.latest and one.earliest and later.latest < one.earliest)
    shuffled = copies(some)
    random.shuffle(shuffled)
    assert ordered(shuffled) == result


@settings(max_examples=200, deadline=None)
@given(moments())
def test_tightening_only_narrows_and_never_empties(some: list[Moment]) -> None:
    before = {id(m): (m.first, m.last) for m in some}
    tighten(some)
    for moment in some:
        first, last = before[id(moment)]
        assert first is None or (moment.first is not None and moment.first >= first)
        assert last is None or (moment.last is not None and moment.last <= last)
        assert moment.first is None or moment.last is None or moment.first <= moment.last


def event(kind: str, n: int = 0) -> Event:
    return Event(id=f"{kind}{n}", person="p", track=KINDS[kind].track, kind=kind, title=kind)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def at(kind: str, first: str | None = None, last: str | None = None, chain: str = "", n: int = 0) -> Moment:
    return Moment(event(kind, n), day(first), day(last or first), frozenset({chain} if chain else ()))


def test_the_process_orders_what_dates_do_not() -> None:
    some = [
        at("sentenced", "2019-05-03", chain="o"),
        at("convicted", chain="o"),
        at("plea", chain="o"),
        at("charged", chain="o"),
    ]
    tighten(some)
    result = ordered(some)
    assert [e.kind for e in result] == ["charged", "plea", "convicted", "sentenced"]
    assert all(e.order_certain for e in result)
    assert all(e.latest == "2019-05-03" for e in result)


def test_a_date_is_stronger_than_the_process() -> None:
    result = ordered([at("charged", "2019-06-01"), at("sentenced", "2019-05-03")])
    assert [e.kind for e in result] == ["sentenced", "charged"]


def test_days_that_overlap_are_marked_and_days_that_do_not_are_not() -> None:
    some = [
        at("suspended", "2019-01-01", "2019-12-31"),
        at("resigned", "2019-06-01"),
        at("joined", "2001-01-01"),
    ]
    marks = {e.kind: e.order_certain for e in ordered(some)}
    assert marks == {"joined": True, "suspended": False, "resigned": False}


def test_tracks_are_judged_side_by_side() -> None:
    some = [at("hearing", "2019-05-01", "2019-05-31"), at("sentenced", "2019-05-03")]
    assert all(e.order_certain for e in ordered(some))


def test_two_events_of_one_day_have_no_certain_order() -> None:
    some = [at("suspended", "2019-05-03"), at("restricted", "2019-05-03")]
    assert not any(e.order_certain for e in ordered(some))
