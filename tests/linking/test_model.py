"""What the model makes of mentions: fields, names, weights, and the corpus as a whole."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.made import reading, subject

from peelian.linking import Links, Mention, link, link_mentions, load, mentions_of, names, scoring
from peelian.linking.mentions import all_mentions, interval, split_key
from peelian.linking.model import COMPARISONS, keys, row, schema, table
from peelian.score.links import score_links

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def one(**fields: object) -> Mention:
    return mentions_of(reading("x", subject(**fields)))[0]  # type: ignore[arg-type]


def test_a_mention_has_what_the_reading_says_and_no_more() -> None:
    m = mentions_of(
        reading(
            "r7",
            subject("Ann Ruth Holt", age=30, collar_number="pc 44-17", posts=["Medway response team"], kind="misconduct_hearing",
                    date="2019-04", chair="Sir Ivo Penn QPM", outcome="dismissed", courts=["Medway Magistrates Court"]),
            subject(label="Officer B"),
        )
    )  # fmt: skip
    assert [x.key for x in m] == ["r7#0", "r7#1"]
    assert m[0].parts is not None and (m[0].parts.given, m[0].parts.middle, m[0].parts.surname) == (
        "ann",
        ("ruth",),
        "holt",
    )
    assert m[0].born == (date(1988, 5, 2).toordinal(), date(1989, 5, 1).toordinal())
    assert m[0].hearing == (date(2019, 4, 1).toordinal(), date(2019, 4, 30).toordinal())
    assert m[0].collar == "PC4417" and m[0].chair == "penn" and m[0].posts == ("medway",)
    assert m[0].courts == ("medway_magistrates",)
    assert m[1].anonymous and m[1].label == "b" and m[1].born is None and m[1].offences == ()


def test_an_age_without_a_date_of_publication_is_a_wider_interval() -> None:
    told = mentions_of(
        reading("a", subject("A Holt", age=30, date="2019-04-01", outcome="dismissed"), published=None)
    )[0]
    assert told.born is not None and 366 < told.born[1] - told.born[0] < 800
    assert one(name="A Holt", age=30).born is not None
    assert mentions_of(reading("a", subject("A Holt", age=30), published=None))[0].born is None


@pytest.mark.parametrize("text", ["XXXX-04-11", "XXXX-06", None, "never"])
def test_a_date_without_a_year_is_no_interval(text: str | None) -> None:
    assert interval(text) is None


def test_force_of_the_document_finds_candidates_and_is_no_evidence() -> None:
    m = mentions_of(reading("r", subject("Ann Holt"), subject("Bea Cole", force=None)))
    assert m[1].force is None and m[1].place_force == "kent"
    assert row(m[1])["force"] is None and "key_sound:KL|kent" in keys(m[1])


@pytest.mark.parametrize(
    "raw",
    [
        {"id": "", "subjects": []},
        {"id": "x"},
        {"id": "x", "subjects": ["no record"]},
        {"id": "x", "subjects": [{"offences": ["theft"]}]},
        {"id": "x", "subjects": [{"proceeding": "a hearing"}]},
        {"id": "x", "subjects": [{"posts": 7}]},
    ],
)
def test_what_is_no_reading_is_refused_in_words(raw: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"reading|subject|id"):
        mentions_of(raw)


def test_two_readings_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="two readings have the id 'x'"):
        all_mentions([reading("x"), reading("x")])


_JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["9999", "2019-02-29", "P2Y"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["kind", "date", "offence", "length", "chair"]), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(subject())), _JUNK), _JUNK)
def test_any_json_is_a_mention_or_refused(fields: dict[str, object], published: object) -> None:
    raw = reading("x", {**subject(), **fields}) | {"published": published}
    try:
        found = mentions_of(raw)
    except ValueError:
        return
    assert table(found).num_rows == 1 and keys(found[0]) is not None


@pytest.mark.parametrize("key", ["a001", "#1", "a001#", "a001#x"])
def test_no_key(key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        split_key(key)


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        ("Bill Holt", "William Holt", False),
        ("Bill Holt", "Robert Holt", True),
        ("W Holt", "William Holt", False),
        ("R. Holt", "William Holt", True),
        ("William John Holt", "William J Holt", False),
        ("William John Holt", "William Peter Holt", True),
        ("Marguerite T. Adeyemi-Holt", "Marguerite Adeyemi Holt", False),
        ("Odhran Penhallow", "Odran Penhallow", False),
        ("Ruairidh Bell", "Ruaridh Szymanski-Bell", False),
        ("Holt", "William Holt", False),
        ("Ann Holt", "Ann Cole", True),
        ("Tamsin Brackenridge", "Tamsin Breckenridge", False),
        ("John Peter Holt", "Peter Holt", False),
        ("Siân O’Dee-Price", "SIAN ODEE PRICE", False),
        ("Neil Vance", "Nell Vance", True),
    ],
)
def test_names_that_conflict(first: str, second: str, conflict: bool) -> None:
    assert names.conflict(names.parts(first), names.parts(second)) is conflict
    assert names.conflict(names.parts(second), names.parts(first)) is conflict


def test_every_row_fits_the_table() -> None:
    found = all_mentions([reading("a", subject("Ann Holt")), reading("b", subject(rank=None, force=None))])
    assert table(found).schema == schema()
    assert set(row(found[0])) == set(schema().names)


def test_shipped_weights_fit_the_model() -> None:
    weights = load()
    assert {c.name: [x.label for x in c.levels] for c in COMPARISONS} == {
        n: list(x) for n, x in weights.levels.items()
    }
    for levels in weights.levels.values():
        assert sum(m for m, _ in levels.values()) == pytest.approx(1, abs=0.01)
        assert sum(u for _, u in levels.values()) == pytest.approx(1, abs=0.01)
    assert weights.bands.review < weights.bands.join


def test_two_documents_are_enough() -> None:
    links = link(
        [
            reading("a", subject("Wilf Marrable", age=41, offences=["theft"], sentenced_on="2019-04-30")),
            reading("b", subject("Wilfred Marrable", age=41, offences=["theft"], sentenced_on="2019-04"), published="2019-06-02"),
        ]
    )  # fmt: skip
    assert [e["mentions"] for e in links.entries] == [[["a", 0], ["b", 0]]]
    steps = links.pairs[0]["waterfall"]
    assert steps[0]["comparison"] == "start"
    assert steps[-1]["total"] == pytest.approx(links.pairs[0]["weight"], abs=0.05)
    assert {s["level"] for s in steps if s["comparison"] == "given name"} == {"nickname"}


def test_one_document_none_and_nothing_told() -> None:
    assert link([]).entries == []
    assert len(link([reading("a", subject("Ann Holt"), subject("Ann Holt"))]).entries) == 2
    bare = [reading(x, subject(rank=None, force=None), published=None) for x in "abc"]
    assert len(link(bare).entries) == 3


def test_a_rare_surname_says_more_than_a_common_one() -> None:
    def weight(name: str) -> float:
        pair = [reading(x, subject(name, offences=["theft"])) for x in "ab"]
        return scoring.score(all_mentions(pair), load())[0].weight

    assert weight("John Smith") + 5 < weight("John Quillerby")


def test_the_same_name_alone_is_not_enough_where_all_else_differs() -> None:
    links = link(
        [
            reading("a", subject("Ann Quillerby", rank="sergeant", offences=["theft"], date="2010-02-01", outcome="dismissed"),
                    published="2010-02-03"),
            reading("b", subject("Ann Quillerby", offences=["drink_driving"], date="2019-02-01", outcome="written_warning"),
                    published="2019-02-03"),
        ]
    )  # fmt: skip
    assert len(links.entries) == 2
    assert [p["band"] for p in links.pairs] == ["review"]


def test_namesakes_in_two_forces_stay_apart() -> None:
    links = link(
        [
            reading("a", subject("Ann Quillerby", age=33)),
            reading("b", subject("Ann Quillerby", age=33, force="essex")),
        ]
    )
    assert len(links.entries) == 2
    assert links.pairs[0]["reason"] == "two forces, and nothing but the name in common"


def test_more_readings_in_another_order_give_the_same() -> None:
    documents = [
        reading(f"d{i}", subject(name, date="2019-04-01", outcome="dismissed", chair="I Penn"))
        for i, name in enumerate(["Ann Holt", "A Holt", "Bea Cole", "Holt", "Ann Holt"])
    ]
    first, second = link(documents), link(documents[::-1])
    assert (first.entries, first.pairs) == (second.entries, second.pairs)


@pytest.fixture(scope="module")
def corpus() -> Links:
    return link(json.loads(p.read_text("utf-8")) for p in sorted(CORPUS.glob("[abcd][0-9]*.json")))


def test_golden_corpus(corpus: Links, tmp_path: Path) -> None:
    (tmp_path / "links.json").write_text(json.dumps(corpus.entries), "utf-8")
    levels = score_links(CORPUS, tmp_path / "links.json").levels
    assert levels["person"]["false_merges"] == 0
    assert levels["person"]["f1"] >= 0.97
    assert levels["case"]["f1"] >= 0.95


def test_every_joined_pair_of_the_corpus_has_its_reasons(corpus: Links) -> None:
    assert corpus.of("joined") and corpus.of("review")
    for pair in corpus.pairs:
        assert pair["a"] < pair["b"]
        assert pair["waterfall"][-1]["total"] == pytest.approx(pair["weight"], abs=0.1)


def test_a_rerun_in_another_order_changes_nothing(corpus: Links) -> None:
    again = link_mentions(
        all_mentions(
            json.loads(p.read_text("utf-8")) for p in sorted(CORPUS.glob("[abcd][0-9]*.json"), reverse=True)
        ),
        previous=corpus.previous,
    )
    assert again.entries == corpus.entries
    assert again.redirects == {} and again.trail == ()
