"""What holds for every case file: pure, whatever the order; one JSON and back; nothing made up."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.casefile.cases import case, offence, proceeding, sentence, told, wrote

import peelian
from peelian.casefile import CaseFile, CaseInput, Source, build, statements
from peelian.casefile.facts import Mention, Record
from peelian.casefile.kinds import DATED

REPO = Path(__file__).parents[2]
HELD = set(json.loads((REPO / "benchmarks" / "heldout.json").read_text())["corpus"])


@cache
def corpus_cases() -> tuple[CaseInput, ...]:
    """The corpus as cases, by its own links; documents set aside are left out."""
    drafts, sources = {}, {}
    for path in sorted((REPO / "corpus").glob("[abcd][0-9][0-9][0-9].json")):
        if path.stem in HELD:
            continue
        gold = json.loads(path.read_text())
        for draft in statements(gold, "", path.stem):
            drafts[path.stem, draft.index] = draft
        sources[path.stem] = Source(
            id=path.stem,
            published=gold["published"],
            publisher=gold["publisher"],
            kind=gold["kind"],
            official=gold["kind"] not in ("news", "other"),
        )
    links = sorted((REPO / "corpus").glob("links-*.json"))
    made: dict[str, list[Mention]] = {}
    for path in links:
        series = path.stem[-1]
        for link in json.loads(path.read_text()):
            for stem, index in link["mentions"]:
                if (stem, index) in drafts:
                    mention = drafts[stem, index].of(f"{series}{link['person']}")
                    made.setdefault(f"{series}{link['case']}", []).append(mention)
    return tuple(
        CaseInput(
            id=id,
            sources=tuple(sources[stem] for stem in sorted({mention.source for mention in some})),
            mentions=tuple(some),
        )
        for id, some in sorted(made.items())
    )


def shuffled(whole: CaseInput, seed: int) -> CaseInput:
    chance = random.Random(seed)

    def mix(some: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(chance.sample(some, len(some)))

    mentions = tuple(msgspec.structs.replace(m, statements=mix(m.statements)) for m in mix(whole.mentions))
    return msgspec.structs.replace(whole, sources=mix(whole.sources), mentions=mentions)


def records(case_file: CaseFile) -> list[Record]:
    return [
        record
        for party in case_file.parties
        for some in (party.offences, party.sentences, party.orders, party.proceedings, party.appeals)
        for record in some
    ]


def test_no_order_of_input_matters() -> None:
    for n, whole in enumerate(corpus_cases()):
        assert build(shuffled(whole, n)).to_json() == build(whole).to_json(), whole.id


def test_one_json_and_back() -> None:
    for whole in corpus_cases()[:40]:
        made = build(whole)
        again = CaseFile.from_json(made.to_json())
        assert again.to_json() == made.to_json()
        assert again.id == whole.id


def test_every_value_shown_is_a_value_told_and_none_is_lost() -> None:
    for whole in corpus_cases():
        told_by = {s.key: s for mention in whole.mentions for s in mention.statements}
        made = build(whole)
        cited: set[str] = set()
        facts = [f for record in records(made) for f in record.facts.values()]
        facts += [f for party in made.parties for f in party.facts.values()]
        facts += [f for party in made.parties for some in party.lists.values() for f in some]
        for fact in facts:
            assert fact.reason and fact.citations
            for value in (fact.preferred, *fact.others):
                cited |= {one.statement for one in value.citations}
                for one in value.citations:
                    assert told_by[one.statement].field == fact.field
        lost = {told_by[key].field for key in told_by.keys() - cited if told_by[key].value != "pending"}
        assert not lost, (whole.id, lost)


def test_no_stage_and_no_outcome_that_no_source_tells() -> None:
    for whole in corpus_cases():
        for record in records(build(whole)):
            for name in ("stage", "outcome", "finding", "plea"):
                if name in record.facts:
                    fact = record.facts[name]
                    ids = {one.statement for one in fact.citations}
                    said = {s.value for m in whole.mentions for s in m.statements if s.key in ids}
                    assert said == {fact.value}


def test_ids_are_unique() -> None:
    for whole in corpus_cases():
        made = build(whole)
        ids = [record.id for record in records(made)] + [event.id for event in made.events]
        assert len(ids) == len(set(ids))


SAMPLES = [
    path
    for path in sorted((REPO / "samples").iterdir())
    if path.suffix in (".txt", ".html", ".pdf", ".docx", ".rtf", ".odt")
]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples_as_read(path: Path) -> None:
    document = peelian.load(path)
    reading = peelian.read(document).to_dict()
    where = Source(
        id="s-1", published=reading["published"], publisher=reading["publisher"], kind=reading["kind"]
    )
    drafts = statements(reading, document.text, "s-1")
    made = build(
        CaseInput(id="c-1", sources=(where,), mentions=tuple(draft.of(draft.key) for draft in drafts))
    )
    assert len(made.parties) == len(reading["subjects"])
    for event in made.events:
        for one in event.citations:
            assert one.statement == "" or one.quote


PARTS = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["Ada Thorne", "A Thorne", "Thorne", None]),
        "age": st.integers(18, 70),
        "joined": st.sampled_from(["2001", "2001-05", "XXXX-05", "not a date"]),
        "offences": st.lists(
            st.builds(
                offence,
                st.sampled_from(["theft", "fraud", "other"]),
                st.sampled_from(["alleged", "charged", "convicted", "acquitted", "discontinued", "cautioned"]),
                count=st.sampled_from([None, 1, 3]),
                plea=st.sampled_from([None, "guilty", "not_guilty"]),
            ),
            max_size=3,
        ),
        "sentenced_on": st.sampled_from(["2019-05-03", "2019-05", "2018", "XXXX-05-03"]),
        "sentences": st.lists(
            st.builds(sentence, st.sampled_from(["imprisonment", "suspended_sentence", "fine"]), st.sampled_from([None, "P1Y", "P12M", "bad"])),
            max_size=2,
        ),
        "proceeding": st.builds(
            proceeding,
            st.sampled_from(["misconduct_hearing", "special_case_hearing", "accelerated_hearing", "not_stated", "appeal_tribunal", "misconduct_meeting"]),
            date=st.sampled_from([None, "2019-04", "2019-04-02", "2021"]),
            finding=st.sampled_from([None, "pending", "gross_misconduct", "not_proven"]),
            outcome=st.sampled_from([None, "pending", "dismissed", "would_have_been_dismissed", "reinstated", "other"]),
            chair_role=st.sampled_from([None, "LQC", "Chief Constable"]),
        ),
        "appeal": st.sampled_from([{"kind": k, "result": r} for k in ("criminal", "tribunal") for r in ("pending", "varied", "dismissed")]),
        "suspended": st.just(True),
        "resigned": st.sampled_from(["resigned", "retired"]),
    },
)  # fmt: skip
DAYS = st.sampled_from([None, "2018-01-01", "2019", "2019-06-01", "2021-03", "XXXX-01-01"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(DAYS, st.booleans(), PARTS), min_size=1, max_size=4), st.integers(0, 9))
def test_any_tellings_make_one_case_whatever_their_order(some: list, seed: int) -> None:  # type: ignore[type-arg]
    tellings = [
        told(day, id=f"s-{n}", of={"official": official}, **parts)
        for n, (day, official, parts) in enumerate(some)
    ]
    whole = case(*tellings)
    made = build(whole)
    assert build(shuffled(whole, seed)).to_json() == made.to_json()
    said = {s.value for m in whole.mentions for s in m.statements if s.field == "offences.stage"}
    assert {record.get("stage") for record in made.parties[0].offences} <= said
    if "convicted" not in said:
        assert "convicted" not in made.summary
        assert all(event.kind != "convicted" for event in made.events)
    for n, one in enumerate(made.events):
        for later in made.events[n + 1 :]:
            assert not (later.latest and one.earliest and later.latest < one.earliest)


ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**6), 10**15)
    | st.floats(allow_nan=False)
    | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
FIELDS = sorted(
    {s.field for whole in corpus_cases() for m in whole.mentions for s in m.statements} | set(DATED)
)


@example([("offences.stage", "convicted", None), ("offences.count", 1, None), ("sentenced_on", "", None)])
@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FIELDS), ANY, st.sampled_from(["2019-05-03", None])), max_size=6))
def test_no_value_that_somebody_writes_breaks_a_case(some: list) -> None:  # type: ignore[type-arg]
    written = []
    for n, (field, value, _) in enumerate(some):
        head, _, part = field.partition(".")
        listed = head in ("offences", "sentences", "orders")
        pointer = f"/{head}/{n % 2}/{part}" if listed else "/" + field.replace(".", "/")
        one = wrote(field, "", pointer)
        written.append(msgspec.structs.replace(one, key=f"t-{n}", value=value))
    day = some[0][2] if some else None
    made = build(case(told(day, age=30, offences=[offence()]), written=written))
    assert CaseFile.from_json(made.to_json()).to_json() == made.to_json()
