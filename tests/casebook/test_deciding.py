"""Decisions: each takes effect, is kept, is told, and can be taken back; what cannot be right is refused."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peelian.casebook import audit, queues
from peelian.casebook.adding import Added
from peelian.casebook.audit import Actor
from peelian.casebook.deciding import DecisionRefused, decide
from peelian.casebook.listing import cases_like
from peelian.casebook.models import AuditEntry, Case, Decision, Mention, Pair, Person, Source, Statement
from peelian.casebook.rebuild import rebuild
from peelian.casefile import CaseFile

pytestmark = pytest.mark.django_db
Adding = Callable[..., Added]
ADA = Actor("ada")


@pytest.fixture(autouse=True)
def filled(clippings: Path, adding: Adding) -> None:
    adding(clippings)


def essex() -> CaseFile:
    case = Case.internal.get(force="essex", redirect=None)
    assert case.casefile is not None
    return case.casefile


def statement(field: str, value: Any) -> str:
    return Statement.internal.get(
        field=field, value=value, current=True, mention__source__title__startswith="Essex"
    ).key


def mentions(name: str = "Orlando Feathers") -> list[str]:
    return list(Mention.internal.filter(name=name).order_by("pk").values_list("key", flat=True))


# ---- statements


def test_a_corrected_value_is_preferred_over_all(clippings: Path) -> None:
    made = decide(
        "correct", statement("age", 41), payload={"value": 40}, reason="the court list says 40", actor=ADA
    )
    fact = essex().parties[0].facts["age"]
    assert fact.value == 40 and fact.why == "decision"
    decide("close", str(made.pk), reason="misread", actor=ADA)
    assert essex().parties[0].facts["age"].value != 40


@pytest.mark.parametrize("said", ["P18M", "18 months"])
def test_a_length_is_corrected_as_iso_and_in_words(said: str) -> None:
    key = statement("sentences.length", "P8M")
    decide("correct", key, payload={"value": said}, reason="the court list", actor=ADA)
    assert essex().parties[0].sentences[0].get("length") == "P18M"


def test_a_length_is_added_to_a_sentence_and_with_an_order() -> None:
    mention = Mention.internal.get(name="Orlando Feathers", source__title__startswith="Essex").key
    told = {"field": "sentences.suspended_for", "value": "P12M", "pointer": "/sentences/0/suspended_for"}
    decide("add", mention, payload=told, actor=ADA)
    told = {"field": "orders", "value": {"kind": "restraining_order", "length": "5 years"}}
    decide("add", mention, payload=told, actor=ADA)
    assert essex().parties[0].sentences[0].get("suspended_for") == "P12M"
    assert essex().parties[0].orders[0].get("length") == "P5Y"


def test_a_rejected_statement_counts_no_more() -> None:
    key = statement("sentenced_on", "2019-03-01")
    assert essex().parties[0].get("sentenced_on") == "2019-03-01"
    decide("reject", key, actor=ADA)
    assert essex().parties[0].get("sentenced_on") is None
    decide("accept", key, actor=ADA)
    assert essex().parties[0].get("sentenced_on") == "2019-03-01"


def test_an_added_value_is_a_fact_with_its_words() -> None:
    mention = Mention.internal.get(name="Orlando Feathers", source__title__startswith="Essex").key
    text = Mention.internal.get(key=mention).source.body.text
    start = text.index("Chelmsford")
    decide(
        "add", mention, actor=ADA,
        payload={"field": "residence", "value": "Chelmsford", "spans": [[start, start + 10]]},
    )  # fmt: skip
    fact = essex().parties[0].facts["residence"]
    assert fact.value == "Chelmsford" and fact.citations[0].quote == "Chelmsford"


def test_an_added_record_and_a_part_added_to_a_record() -> None:
    source = Source.internal.get(title__startswith="Essex")
    mention = source.mentions(manager="internal").get().key
    decide(
        "add", mention, actor=ADA,
        payload={"field": "orders", "value": {"kind": "costs", "amount": 500}},
    )  # fmt: skip
    assert [(o.get("kind"), o.get("amount")) for o in essex().parties[0].orders] == [("costs", 500)]
    pointer = Statement.internal.get(key=statement("sentences.kind", "imprisonment")).pointer.rsplit("/", 1)[
        0
    ]
    made = decide(
        "add", mention, actor=ADA,
        payload={"field": "sentences.hours", "value": 12, "pointer": f"{pointer}/hours"},
    )  # fmt: skip
    assert essex().parties[0].sentences[0].get("hours") == 12
    decide("close", str(made.pk), reason="a slip", actor=ADA)
    assert essex().parties[0].sentences[0].get("hours") is None


# ---- who is who


def test_different_parts_two_mentions_and_same_joins_them_again() -> None:
    one, other = mentions()
    assert len({m.person_id for m in Mention.internal.filter(key__in=(one, other))}) == 1
    before = Mention.internal.get(key=one).person
    made = decide("different", one, other, reason="two officers of one name", actor=ADA)
    people = {m.person.public_id for m in Mention.internal.filter(key__in=(one, other)) if m.person}
    assert len(people) == 2 and before is not None and before.public_id in people
    person = Person.internal.get(pk=before.pk)
    assert person.redirect is None and person.trail[-1]["change"] == "split"
    decide("close", str(made.pk), reason="one officer after all", actor=ADA)
    assert len({m.person_id for m in Mention.internal.filter(key__in=(one, other))}) == 1


def test_same_joins_two_persons_and_the_old_id_leads_to_the_one_that_stays() -> None:
    one, other = mentions()[0], mentions("Beatrix Holloway-Snell")[0]
    ids = set(Person.internal.values_list("public_id", flat=True))
    decide("same", one, other, reason="she married and changed force", actor=ADA)
    assert len({m.person_id for m in Mention.internal.filter(key__in=(one, other))}) == 1
    gone = Person.internal.exclude(redirect=None).get()
    assert gone.public_id in ids and gone.redirect is not None and gone.trail[-1]["change"] == "merged"


def test_not_sure_is_a_stored_answer() -> None:
    one, other = mentions()[0], mentions("Beatrix Holloway-Snell")[0]
    made = decide("unsure", one, other, actor=ADA)
    assert list(queues.unsure_pairs()) == [made]
    assert Pair.internal.get(left=min(one, other), right=max(one, other)).band == "review"
    assert not queues.pairs_to_judge().exists()


def test_of_several_judgements_the_last_counts_and_the_others_say_so() -> None:
    one, other = mentions()[0], mentions("Beatrix Holloway-Snell")[0]
    first = decide("unsure", one, other, actor=ADA)
    second = decide("different", one, other, reason="two ages", actor=ADA)
    third = decide("same", other, one, reason="it is she", actor=ADA)  # either way round
    aside = decide("different", mentions()[1], other, reason="two names", actor=ADA)
    every = [first, second, third, aside]
    assert queues.superseded(every) == {first.pk: third, second.pk: third}
    assert queues.superseded([first]) == {first.pk: third}
    decide("close", str(third.pk), reason="not she", actor=ADA)
    assert queues.superseded(every[:2]) == {first.pk: second}


def test_a_split_takes_the_place_of_an_earlier_same_across_its_parts() -> None:
    one, other = mentions()
    same = decide("same", one, other, reason="one man", actor=ADA)
    person = Mention.internal.get(key=one).person
    assert person is not None
    split = decide("split_person", person.public_id, payload={"mentions": [other]}, reason="two", actor=ADA)
    assert queues.superseded([same, split]) == {same.pk: split}
    again = decide("same", one, other, reason="one after all", actor=ADA)
    assert queues.superseded([same, split, again]) == {same.pk: again}


def test_of_several_decisions_on_a_statement_the_last_counts() -> None:
    key = statement("age", 41)
    made = [decide("accept", key, actor=ADA), decide("reject", key, actor=ADA)]
    assert queues.superseded(made) == {made[0].pk: made[1]}
    assert not queues.superseded([decide("accept", statement("force", "essex"), actor=ADA)])


def test_a_soft_different_binds_nobody_and_ends_on_its_day() -> None:
    one, other = mentions()[0], mentions("Beatrix Holloway-Snell")[0]
    Pair.internal.create(
        left=min(one, other), right=max(one, other), weight=1.0, band="review", waterfall=[{}]
    )
    day = datetime.date(2026, 6, 1)
    assert queues.pairs_to_judge(day).count() == 1
    soft = decide("different", one, other, reason="far apart", actor=audit.PEELIAN, soft=True, review_on=day)
    assert not queues.pairs_to_judge(day - datetime.timedelta(days=1)).exists()
    assert queues.pairs_to_judge(day).count() == 1
    decide("same", one, other, reason="it is she", actor=ADA)
    assert len({m.person_id for m in Mention.internal.filter(key__in=(one, other))}) == 1
    decide("close", str(soft.pk), reason="overtaken", actor=ADA)
    assert not queues.open_decisions(soft=True).exists()


def test_a_person_is_split() -> None:
    person = Mention.internal.get(key=mentions()[0]).person
    assert person is not None
    decide(
        "split_person", person.public_id, payload={"mentions": [mentions()[1]]}, reason="two men", actor=ADA
    )
    assert len({m.person_id for m in Mention.internal.filter(key__in=mentions())}) == 2


def test_cases_are_split_and_joined() -> None:
    one, other = mentions()
    case = Mention.internal.get(key=one).case
    assert case is not None
    decide("split_case", case.public_id, payload={"mentions": [other]}, reason="a new matter", actor=ADA)
    cases = [m.case for m in Mention.internal.filter(key__in=(one, other))]
    assert len({c.pk for c in cases if c}) == 2
    assert len({m.person_id for m in Mention.internal.filter(key__in=(one, other))}) == 1
    assert sorted(c.sources_count for c in cases if c) == [1, 1]
    first, second = (c.public_id for c in cases if c)
    decide("join_case", first, second, reason="one matter", actor=ADA)
    assert len({m.case_id for m in Mention.internal.filter(key__in=(one, other))}) == 1


def test_a_join_taken_back_gives_both_cases_and_persons_their_ids_back() -> None:
    """Both ways round, several times over, through rebuilding: ids are published, so they stay."""

    def ids() -> dict[str, tuple[str, str]]:
        return {
            m.key: (m.person.public_id, m.case.public_id)
            for m in Mention.internal.select_related("person", "case")
            if m.person and m.case
        }

    before = ids()
    one = Mention.internal.get(key=mentions()[0])
    other = Mention.internal.get(key=mentions("Beatrix Holloway-Snell")[0])
    decide("split_case", before[one.key][1], payload={"mentions": [one.key]}, reason="x", actor=ADA)
    before = ids()
    cases = sorted({case for _, case in before.values()})
    assert len(cases) == 3
    for first in cases:
        for second in cases:
            if first != second:
                made = decide("join_case", first, second, reason="one matter?", actor=ADA)
                assert Case.internal.filter(redirect=None).count() == 2
                rebuild()
                decide("close", str(made.pk), reason="no", actor=ADA)
                assert ids() == before
    made = decide("same", one.key, other.key, reason="one woman?", actor=ADA)
    decide("close", str(made.pk), reason="no", actor=ADA)
    rebuild()
    assert ids() == before
    assert not Case.internal.exclude(redirect=None).exists()
    assert not Person.internal.filter(public_id__in={p for p, _ in before.values()}).exclude(redirect=None)
    for case in Case.internal.all():
        assert case.casefile is not None and case.casefile.id == case.public_id


@pytest.fixture
def two(tmp_path: Path, adding: Adding) -> tuple[str, str]:
    """A document of two subjects; the keys of both."""
    both = tmp_path / "both.txt"
    both.write_text(
        "PC Alwyn Dray and PC Cosmo Beddoes, both of Gwent Police, were dismissed without notice on 3 May 2022 "
        "after a misconduct hearing.\n"
    )
    adding(both)
    return mentions("Alwyn Dray")[0], mentions("Cosmo Beddoes")[0]


def _ids(key: str) -> tuple[str, str] | None:
    row = Mention.internal.select_related("person", "case").get(key=key)
    return (row.person.public_id, row.case.public_id) if row.person and row.case else None


@pytest.mark.parametrize("which", [0, 1])
def test_who_is_no_subject_leaves_person_and_case_until_that_is_taken_back(
    two: tuple[str, str], which: int
) -> None:
    out, left = two[which], two[1 - which]
    before = {key: _ids(key) for key in two}
    one_case = before[left][1]  # type: ignore[index]
    assert len(Case.internal.get(public_id=one_case).casefile.parties) == 2  # type: ignore[union-attr]
    made = decide("not_subject", out, reason="he told the story", actor=ADA)
    for again in (lambda: None, lambda: rebuild(), lambda: rebuild(reread=True)):
        again()
        assert _ids(out) is None and _ids(left) == before[left]
        file = Case.internal.get(public_id=one_case).casefile
        assert file is not None and [p.get("name") for p in file.parties] == [
            Mention.internal.get(key=left).name
        ]
        assert not Pair.internal.filter(left=out).exists() and not Pair.internal.filter(right=out).exists()
    case, person = (Case.internal.get(public_id=one_case), None)
    assert made in queues.decisions_about(Mention.internal.filter(case=case), case, person)
    decide("close", str(made.pk), reason="he is one", actor=ADA)
    assert {key: _ids(key) for key in two} == before
    rebuild(reread=True)
    assert {key: _ids(key) for key in two} == before


def test_a_case_of_nobody_else_is_listed_no_more_and_comes_back() -> None:
    key = mentions("Beatrix Holloway-Snell")[0]
    before = _ids(key)
    assert before is not None
    made = decide("not_subject", key, reason="a witness", actor=ADA)
    assert before[1] not in {case.public_id for case in cases_like()}
    rebuild()
    assert before[1] not in {case.public_id for case in cases_like()}
    with pytest.raises(DecisionRefused, match="no subject"):
        decide("not_subject", key, reason="again", actor=ADA)
    other = Mention.internal.filter(current=True).exclude(source=Mention.internal.get(key=key).source).first()
    assert other is not None
    with pytest.raises(DecisionRefused, match="no subject"):
        decide("same", other.key, other=key, reason="the same collar number", actor=ADA)
    decide("close", str(made.pk), reason="a slip", actor=ADA)
    assert _ids(key) == before and before[1] in {case.public_id for case in cases_like()}


# ---- what is kept and told


def test_each_decision_is_told_in_the_trail() -> None:
    made = decide("accept", statement("age", 41), actor=ADA)
    entry = AuditEntry.internal.get(action="decision.accept")
    assert entry.detail == {"decision": made.pk, "sha256": audit.decision_hash(made)}
    assert entry.actor_name == "ada" and entry.target == made.target


REFUSED: dict[str, Callable[[], Any]] = {
    "no such statement": lambda: decide("accept", "t-none", actor=ADA),
    "no name": lambda: decide("accept", statement("age", 41), actor=Actor(" ")),
    "no value": lambda: decide("correct", statement("age", 41), actor=ADA),
    "a word for a number": lambda: decide(
        "correct", statement("age", 41), payload={"value": "old"}, actor=ADA
    ),
    "an unknown id": lambda: decide(
        "add", mentions()[0], payload={"field": "proceeding.outcome", "value": "shot"}, actor=ADA
    ),
    "an unknown field": lambda: decide(
        "add", mentions()[0], payload={"field": "guilt", "value": "x"}, actor=ADA
    ),
    "no date": lambda: decide(
        "add", mentions()[0], payload={"field": "joined", "value": "2019-13"}, actor=ADA
    ),
    "words that are not there": lambda: decide(
        "add", mentions()[0], payload={"field": "residence", "value": "x", "spans": [[5, 10**9]]}, actor=ADA
    ),
    "one mention": lambda: decide("same", mentions()[0], mentions()[0], reason="x", actor=ADA),
    "no reason": lambda: decide("different", *mentions(), actor=ADA),
    "an unknown kind": lambda: decide("hang", mentions()[0], actor=ADA),
    "nothing left": lambda: decide(
        "split_case",
        Case.internal.get(force="essex").public_id,
        payload={"mentions": mentions()},
        reason="x",
        actor=ADA,
    ),
    "a soft same": lambda: decide("same", *mentions(), reason="x", actor=ADA, soft=True),
    "no such decision": lambda: decide("close", "99", reason="x", actor=ADA),
    "a record without its place": lambda: decide(
        "add", mentions()[0], payload={"field": "offences.count", "value": 2}, actor=ADA
    ),
}


@pytest.mark.parametrize("attempt", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_right_is_refused_and_leaves_nothing(attempt: Callable[[], Any]) -> None:
    with pytest.raises(DecisionRefused) as refused:
        attempt()
    assert len(str(refused.value)) > 15
    assert not Decision.internal.exists() and not AuditEntry.internal.exists()


def test_two_subjects_of_one_document_are_never_one(two: tuple[str, str]) -> None:
    with pytest.raises(DecisionRefused, match="one document"):
        decide("same", *two, reason="x", actor=ADA)


def test_what_is_taken_back_is_not_taken_back_twice() -> None:
    made = decide("accept", statement("age", 41), actor=ADA)
    decide("close", str(made.pk), reason="x", actor=ADA)
    with pytest.raises(DecisionRefused, match="already"):
        decide("close", str(made.pk), reason="x", actor=ADA)
