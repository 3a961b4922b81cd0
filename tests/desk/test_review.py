"""Review: every act is one decision, nobody overwrites anybody, the queue shows what is at stake first."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from peelian.casebook.audit import Actor
from peelian.casebook.deciding import decide
from peelian.casebook.models import Case, Decision, Mention, Reading, Source
from peelian.desk.corpus import doubt
from peelian.desk.corpus.doubt import error_rates
from peelian.desk.corpus.labels import labels, reviewed
from peelian.desk.corpus.precision import Measured, precision
from peelian.desk.review import queue as queue_module
from peelian.desk.review.document import Document, Fact, document
from peelian.desk.review.marking import WordsNotFound, find_words, pieces
from peelian.desk.review.queue import queue
from peelian.publication.models import Publication

pytestmark = pytest.mark.django_db
AsRole = Callable[..., Client]


def essex() -> str:
    return Source.internal.get(title__startswith="Essex").public_id


def now() -> Document:
    return document(essex())


def fact(field: str, value: Any = None) -> Fact:
    return next(f for f in now().facts if f.field == field and (value is None or f.value == value))


def act(client: Client, what: str, version: str | None = None, part: bool = True, **form: Any) -> Any:
    return client.post(
        reverse("desk:decide", args=[essex()]),
        {"act": what, "version": version or now().version, **form},
        headers={"X-Desk": "part"} if part else {},
    )


@pytest.fixture
def cara(filled: None, as_role: AsRole) -> Client:
    return as_role("caseworker", name="cara")


# ---- acts


def test_accept_and_reject_are_decisions(cara: Client) -> None:
    key = fact("age").key
    assert act(cara, "accept", key=key).status_code == 200
    assert fact("age").status == "accepted"
    act(cara, "reject", key=key)
    assert fact("age").status == "rejected"
    assert [d.kind for d in Decision.internal.order_by("pk")] == ["accept", "reject"]
    assert {d.actor_name for d in Decision.internal.all()} == {"cara"}


def test_accept_all_takes_what_is_left_and_one_undo_takes_it_back(cara: Client) -> None:
    act(cara, "reject", key=fact("age").key)
    act(cara, "accept_all")
    assert now().open == 0 and fact("age").status == "rejected"
    act(cara, "undo")
    assert fact("age").status == "rejected" and now().open == len(now().facts) - 1
    act(cara, "undo")
    assert fact("age").status == "unreviewed"
    assert "nothing of yours" in act(cara, "undo").content.decode()


def test_undo_takes_back_only_ones_own(cara: Client, as_role: AsRole) -> None:
    act(cara, "accept", key=fact("age").key)
    act(as_role("caseworker", name="ben"), "undo")
    assert fact("age").status == "accepted"


def test_a_correction_by_typed_words_finds_them(cara: Client) -> None:
    act(cara, "correct", key=fact("age").key, value="40", words="eight  months", was="41")
    corrected = fact("age")
    assert corrected.value == 40 and corrected.quote == "eight months" and corrected.read == "41"
    start, end = corrected.spans[0]
    assert now().text[start:end] == "eight months"


@pytest.mark.parametrize("typed", ["P18M", "18 months"])
def test_a_length_is_typed_as_it_is_shown_or_in_words(cara: Client, typed: str) -> None:
    act(cara, "correct", key=fact("sentences.length").key, value=typed, was="P8M")
    assert fact("sentences.length").value == "P18M"


def test_a_correction_by_selected_words_keeps_their_offsets(cara: Client) -> None:
    start = now().text.index("Chelmsford Crown Court")
    act(
        cara,
        "correct",
        key=fact("courts").key,
        value="Chelmsford Crown Court",
        start=start - 1,
        end=start + 22,
    )
    assert fact("courts").spans == [(start, start + 22)]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"value": "old"}, "age is a number"),
        ({"value": "40", "words": "ninety-nine elephants"}, "does not say"),
        ({"value": ""}, "age is a number"),
    ],
)
def test_what_cannot_be_right_is_refused_in_words(cara: Client, form: dict[str, str], told: str) -> None:
    answer = act(cara, "correct", key=fact("age").key, **form)
    assert answer.status_code == 422 and told in answer.content.decode()
    assert not Decision.internal.exists()


def test_a_fact_of_another_document_is_refused(cara: Client) -> None:
    other = document(Source.internal.get(title__startswith="Kent").public_id).facts[0].key
    assert act(cara, "accept", key=other).status_code == 422
    assert not Decision.internal.exists()


def test_a_missing_fact_a_missing_part_and_a_missing_record_are_added(cara: Client) -> None:
    mention = now().subjects[0].mention.key
    act(cara, "add", mention=mention, field="residence", value="Chelmsford", words="Chelmsford")
    sentence = fact("sentences.kind").pointer.rsplit("/", 1)[0]
    act(cara, "add", mention=mention, field="sentences.hours", value="12", pointer=sentence)
    act(cara, "add", mention=mention, field="offences.offence", value="Theft", stage="charged")
    case = Case.internal.get(force="essex").casefile
    assert case is not None
    party = case.parties[0]
    assert party.get("residence") == "Chelmsford" and party.sentences[0].get("hours") == 12
    assert ("theft", "charged") in [(o.get("offence"), o.get("stage")) for o in party.offences]


def test_who_is_no_subject_is_taken_out_and_undo_brings_them_back(cara: Client) -> None:
    key = now().subjects[0].mention.key
    case = Mention.internal.get(key=key).case
    assert b"needs a reason" in act(cara, "not_subject", mention=key, reason=" ").content
    assert b"is no subject" in act(cara, "not_subject", mention=key, reason="he told the story").content
    assert not now().subjects and Mention.internal.get(key=key).case is None
    act(cara, "undo")
    assert now().subjects[0].mention.key == key and Mention.internal.get(key=key).case == case


def test_words_are_marked_as_sensitive_and_the_mark_taken_off_with_a_reason(cara: Client) -> None:
    act(cara, "sensitive", kind="victim_place", words="Chelmsford Crown Court")
    mark = now().sensitive[-1]
    assert (mark.kind, mark.quote) == ("victim_place", "Chelmsford Crown Court")
    key = f"{mark.kind}-{mark.start}-{mark.end}"
    assert act(cara, "unsensitive", key=key).status_code == 422
    act(cara, "unsensitive", key=key, reason="a court is no secret")
    assert not now().sensitive


def test_without_a_script_the_page_answers_with_itself(cara: Client) -> None:
    key = fact("age").key
    answer = act(cara, "accept", part=False, key=key)
    assert answer.status_code == 302 and answer["Location"].endswith(f"#f-{key}")
    assert b"<title>" in act(cara, "correct", part=False, key=key, value="x").content


def test_done_needs_everything_decided_and_leads_to_the_next(cara: Client) -> None:
    assert act(cara, "done").status_code == 422
    act(cara, "accept_all")
    answer = act(cara, "done")
    assert answer.status_code == 204 and answer["X-Desk-Next"].startswith("/desk/documents/")
    reading = Reading.internal.get(source__public_id=essex(), current=True)
    assert reading.reviewed_by == "cara"
    act(cara, "reopen")
    assert Reading.internal.get(pk=reading.pk).reviewed_at is None


def test_done_and_publish_puts_up_and_another_publishes(cara: Client, as_role: AsRole) -> None:
    act(cara, "accept_all")
    act(cara, "done", then="publish")
    row = Publication.internal.get()
    assert row.proposal and row.prepared_by == "cara" and row.state == Publication.PREPARED
    act(as_role("editor", name="edda"), "done", then="publish")
    assert Publication.internal.get().approved_by == "edda"


def test_an_editor_alone_only_puts_up(filled: None, as_role: AsRole) -> None:
    edda = as_role("editor", name="edda")
    act(edda, "accept_all")
    for _ in range(2):
        act(edda, "done", then="publish")
        assert Publication.internal.get().state == Publication.PREPARED


# ---- two people


def test_the_second_on_one_fact_is_told_and_stores_nothing(cara: Client, as_role: AsRole) -> None:
    ben, version, key = as_role("caseworker", name="ben"), now().version, fact("age").key
    act(cara, "correct", version, key=key, value="40")
    answer = act(ben, "reject", version, key=key)
    assert answer.status_code == 409
    body = answer.content.decode()
    assert "Somebody was quicker" in body and "cara" in body and "40" in body
    assert Decision.internal.count() == 1
    assert act(ben, "reject", key=key).status_code == 200


def test_two_on_different_facts_do_not_disturb_each_other(cara: Client, as_role: AsRole) -> None:
    ben, version = as_role("caseworker", name="ben"), now().version
    assert act(cara, "accept", version, key=fact("age").key).status_code == 200
    assert act(ben, "accept", version, key=fact("force").key).status_code == 200


def test_taking_back_is_a_change_too(cara: Client, as_role: AsRole) -> None:
    key = fact("age").key
    act(cara, "accept", key=key)
    version = now().version
    act(cara, "undo")
    assert act(as_role("caseworker", name="ben"), "reject", version, key=key).status_code == 409


def test_done_is_refused_if_anything_changed_since(cara: Client, as_role: AsRole) -> None:
    act(cara, "accept_all")
    version = now().version
    act(as_role("caseworker", name="ben"), "reject", key=fact("age").key)
    assert act(cara, "done", version).status_code == 409


def test_a_document_that_was_read_anew_is_a_conflict(cara: Client) -> None:
    version = now().version
    reading = Reading.internal.get(source__public_id=essex(), current=True)
    Reading.internal.filter(pk=reading.pk).update(current=False)
    reading.pk, reading.version, reading.current = None, "0.0.next", True
    reading.save()
    answer = act(cara, "accept", version, key=fact("age").key)
    assert answer.status_code == 409 and "read anew" in answer.content.decode()


# ---- the queue


def test_what_would_change_a_public_page_comes_first(filled: None) -> None:
    kent = Case.internal.get(force="kent")
    assert queue().first() is not None
    Publication.internal.create(case_id=kent.public_id, state=Publication.APPROVED)
    first = queue()[0]
    assert first.source.title is not None and first.source.title.startswith("Kent")
    assert first.shown == 1 and first.stake >= 20


def test_inconsistencies_and_sensitive_words_count(filled: None) -> None:
    reading = Reading.internal.get(source__title__startswith="Kent")
    reading.body = {**reading.body, "inconsistencies": [{}, {}], "sensitive": [{}]}
    reading.save()
    found = {r.source.title: r for r in queue()}
    kent = next(r for title, r in found.items() if title and title.startswith("Kent"))
    assert (kent.inconsistencies, kent.sensitive) == (2, 1) and queue()[0].pk == kent.pk


def test_the_queue_is_one_query_and_one_for_what_was_measured(
    filled: None, django_assert_num_queries: Any
) -> None:
    error_rates()  # measured, and kept for ten minutes, for all processes: each shows the same order
    with django_assert_num_queries(2):
        list(queue())


def found_wrong(age: int, force: int) -> list[Measured]:
    """What people found of a hundred facts: so many ages and so many forces were wrong."""
    some = [Measured("age", "Age", 50 - age, age, 0, 0), Measured("force", "Force", 50 - force, 0, force, 0)]
    return [*some, Measured("", "All fields", 100 - age - force, age, force, 0)]


def test_where_more_is_likely_wrong_comes_first(filled: None, monkeypatch: pytest.MonkeyPatch) -> None:
    telling = {  # the documents that tell of an age
        row.source.title
        for row in queue()
        if any(f.field == "age" for f in document(row.source.public_id).facts)
    }
    assert 0 < len(telling) < queue().count()
    assert {row.doubt for row in queue()} == {0.0}, "nobody has decided on anything yet"
    monkeypatch.setattr(doubt, "precision", lambda: found_wrong(age=40, force=0))
    cache.clear()
    rates = error_rates()
    assert rates["age"] == round((40 + 20 * 0.4) / 70, 4) and rates[""] == 0.4
    for row in queue():
        facts = [f.field for f in document(row.source.public_id).facts if not f.by_person]
        assert row.doubt == pytest.approx(sum(rates.get(field, rates[""]) for field in facts))
    few = [Measured("age", "Age", 9, 40, 0, 0), Measured("", "All fields", 9, 40, 0, 0)]
    monkeypatch.setattr(doubt, "precision", lambda: few)
    cache.clear()
    assert error_rates() == {} and {row.doubt for row in queue()} == {0.0}, "49 facts are not enough"


def test_the_order_follows_the_doubt_and_the_page_says_so(
    filled: None, as_role: AsRole, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = as_role("reader", name="rea")
    assert "not known yet" in page.get(reverse("desk:review")).content.decode()
    monkeypatch.setattr(queue_module, "error_rates", lambda: {"age": 1.0, "": 0.0})
    rows = list(queue())
    assert [row.doubt for row in rows if row.doubt] and all(
        one.stake >= other.stake for one, other in pairwise(rows)
    )
    before = {row.pk: row.stake for row in rows}
    monkeypatch.setattr(queue_module, "error_rates", dict)
    for row in queue():
        assert before[row.pk] - row.stake == pytest.approx(5 * next(r.doubt for r in rows if r.pk == row.pk))


# ---- marking


@given(
    st.text(max_size=60),
    st.lists(
        st.tuples(st.sampled_from("abcde"), st.tuples(st.integers(-3, 63), st.integers(-3, 63))), max_size=8
    ),
)
def test_pieces_are_the_text_and_each_character_has_its_keys(
    text: str, spans: list[tuple[str, tuple[int, int]]]
) -> None:
    made = pieces(text, spans)
    assert "".join(piece.text for piece in made) == text
    for piece in made:
        for at in range(piece.start, piece.end):
            wanted = {key for key, (start, end) in spans if 0 <= start <= at < end <= len(text)}
            assert set(piece.keys) == wanted


def test_words_are_found_over_line_ends_nearest_and_in_any_case() -> None:
    text = "He was fined. She was\nfined. They WERE told."
    assert find_words(text, "was fined", [(16, 20)]) == (18, 27)
    assert text[slice(*find_words(text, "were TOLD"))] == "WERE told"
    with pytest.raises(WordsNotFound, match="does not say"):
        find_words(text, "jailed")
    with pytest.raises(WordsNotFound):
        find_words(text, "  ")


def test_a_documents_words_are_never_markup(filled: None, as_role: AsRole, tmp_path: Any) -> None:
    from peelian.casebook.adding import Place, add

    bad = tmp_path / "bad.txt"
    bad.write_text(
        "PC Ida <script>alert(1)</script> Frost of Kent Police was dismissed on 3 May 2022 after a hearing.\n"
    )
    add([Place(str(bad))])
    source = Source.internal.order_by("-pk")[0].public_id
    body = as_role("reader").get(reverse("desk:document", args=[source])).content.decode()
    assert "<script>alert" not in body and "&lt;script&gt;" in body


# ---- labelled data, precision


def test_labels_hold_what_people_decided(cara: Client) -> None:
    act(cara, "correct", key=fact("age").key, value="40")
    act(cara, "reject", key=fact("sentences.kind").key)
    act(cara, "add", mention=now().subjects[0].mention.key, field="residence", value="Chelmsford")
    act(cara, "add", mention=now().subjects[0].mention.key, field="orders.kind", value="costs")
    told = labels(now())["subjects"][0]
    assert told["age"] == 40 and told["sentences"] == [] and told["residence"] == "Chelmsford"
    assert told["orders"] == [{"kind": "costs", "length": None, "amount": None, "hours": None}]
    assert {"evidence", "reader", "sensitive", "inconsistencies"}.isdisjoint(labels(now()))


def test_an_untouched_reading_is_its_own_label(cara: Client) -> None:
    body = dict(now().reading.body)
    told = labels(now())
    assert told["subjects"] == body["subjects"] and told["speakers"] == body["speakers"]


def test_only_reviewed_documents_are_exported_and_the_score_reads_them(cara: Client, tmp_path: Any) -> None:
    from peelian.desk.corpus.labels import write

    assert list(reviewed()) == []
    act(cara, "accept_all")
    act(cara, "done")
    assert write(tmp_path / "out", reviewed()) == 1
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".txt", ".json"}
    assert next(iter((tmp_path / "out").glob("*.txt"))).read_text() == now().text


def test_precision_counts_the_decision_that_holds(cara: Client) -> None:
    act(cara, "accept", key=fact("age").key)
    act(cara, "correct", key=fact("age").key, value="40")
    act(cara, "accept", key=fact("force").key)
    act(cara, "add", mention=now().subjects[0].mention.key, field="residence", value="Chelmsford")
    measured = {m.field: m for m in precision()}
    assert (measured["age"].accepted, measured["age"].corrected) == (0, 1)
    assert measured["force"].precision == 1.0 and measured["force"].interval is not None
    assert measured["residence"].added == 1 and measured["residence"].precision is None
    assert (measured[""].accepted, measured[""].decided) == (1, 2)


def test_a_closed_decision_is_no_measure(cara: Client) -> None:
    made = decide("accept", fact("age").key, actor=Actor("ada"))
    decide("close", str(made.pk), reason="a slip", actor=Actor("ada"))
    assert precision() == []
