"""Statements: one for each value, with its words and a key that lasts through readers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.casefile.cases import offence, proceeding, sentence, subject

import peelian
from peelian.casefile import mention_keys, sensitive, statements

REPO = Path(__file__).parents[2]
SAMPLES = sorted((REPO / "samples").glob("*.txt")) + sorted((REPO / "samples").glob("*.html"))


def keys(reading: dict[str, Any], text: str = "") -> dict[str, str]:
    return {s.pointer: s.key for draft in statements(reading, text, "s-1") for s in draft.statements}


def test_every_value_makes_one_statement() -> None:
    who = subject(
        age=41,
        suspended=True,
        posts=["Dover"],
        offences=[offence(count=2)],
        proceeding=proceeding(standards=["fitness_for_duty"]),
    )
    (draft,) = statements({"subjects": [who]}, "", "s-1")
    assert {(s.pointer, s.field, s.value) for s in draft.statements} == {
        ("/name", "name", "Ada Thorne"),
        ("/rank", "rank", "police_constable"),
        ("/force", "force", "kent"),
        ("/age", "age", 41),
        ("/suspended", "suspended", True),
        ("/posts/0", "posts", "Dover"),
        ("/offences/0/offence", "offences.offence", "theft"),
        ("/offences/0/title", "offences.title", "theft"),
        ("/offences/0/count", "offences.count", 2),
        ("/offences/0/stage", "offences.stage", "convicted"),
        ("/proceeding/kind", "proceeding.kind", "misconduct_hearing"),
        ("/proceeding/standards/0", "proceeding.standards", "fitness_for_duty"),
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_quotes_are_the_words_at_the_spans(path: Path) -> None:
    document = peelian.load(path)
    reading = peelian.read(document).to_dict()
    drafts = statements(reading, document.text, "s-1")
    assert len(drafts) == len(reading["subjects"])
    every = [s for draft in drafts for s in draft.statements]
    for one in every:
        assert one.spans
        assert one.quote == " … ".join(" ".join(document.text[a:b].split()) for a, b in one.spans)
    assert len({s.key for s in every}) == len(every)
    assert statements(reading, document.text, "s-1") == drafts


def test_the_same_words_said_of_two_offences_are_two_statements() -> None:
    who = subject(offences=[offence("theft"), offence("fraud")])
    text = "pleaded guilty to theft and fraud"
    evidence = {f"/subjects/0/offences/{n}/stage": [[0, 14]] for n in (0, 1)}
    found = keys({"subjects": [who], "evidence": evidence}, text)
    assert found["/offences/0/stage"] != found["/offences/1/stage"]


def test_a_new_reader_that_finds_more_keeps_the_keys_of_what_was_found_before() -> None:
    old = {"subjects": [subject(offences=[offence("fraud")], sentences=[sentence("fine", amount=500)])]}
    new = {
        "subjects": [
            subject(name="Ben Sole"),
            subject(
                age=30,
                offences=[offence("theft"), offence("fraud")],
                sentences=[sentence("fine", amount=500)],
            ),
        ],
        "reader": {"name": "peelian", "version": "9"},
    }
    before = {s.key: s.value for d in statements(old, "", "s-1") for s in d.statements}
    after = {s.key: s.value for d in statements(new, "", "s-1") for s in d.statements}
    assert before.items() <= after.items()


def test_keys_differ_by_source_words_and_value() -> None:
    reading = {"subjects": [subject(age=41)], "evidence": {"/subjects/0/age": [[0, 2]]}}
    one = keys(reading, "41 or 41")["/age"]
    other = {"subjects": [subject(age=41)], "evidence": {"/subjects/0/age": [[0, 5]]}}
    assert keys(other, "41 or 41")["/age"] != one
    (draft,) = statements(reading, "41 or 41", "s-2")
    assert one not in {s.key for s in draft.statements}


def test_mentions_are_keyed_by_name_then_label_then_rank_and_force() -> None:
    subjects = [
        subject(name="Ada THORNE"),
        subject(name=None, label="Officer A"),
        subject(name=None),
        subject(name=None),
        subject(name=None, rank="sergeant"),
    ]
    made = mention_keys(subjects, "s-1")
    assert len(set(made)) == 5
    # A sergeant found later, and a subject found before the others, change nothing.
    again = mention_keys([subjects[1], subject(name="Ada Thorne"), *subjects[2:4]], "s-1")
    assert (again[0], again[1], again[2], again[3]) == (made[1], made[0], made[2], made[3])


def test_one_who_shares_a_surname_does_not_inherit_a_key() -> None:
    (one,) = mention_keys([subject(name="Ada Thorne")], "s-1")
    (other,) = mention_keys([subject(name="Ben Thorne")], "s-1")
    assert one != other


def test_foreign_spans_outside_the_text_are_left_out() -> None:
    evidence = {"/subjects/0/name": [[-5, 3], [4, 4], [0, 99_999], [0, 3]]}
    reading = {"subjects": [subject(name="Ada")], "evidence": evidence}
    (draft,) = statements(reading, "Ada was here", "s-1")
    assert next(s for s in draft.statements if s.field == "name").spans == ((0, 3),)
    marks = {
        "sensitive": [{"kind": "child", "start": 3, "end": 400}, {"kind": "child", "start": 0, "end": 3}]
    }
    assert [m.quote for m in sensitive(marks, "Ada was here", "s-1")] == ["Ada"]


def test_labels_without_evidence_make_statements_too() -> None:
    gold = json.loads((REPO / "corpus" / "a001.json").read_text())
    drafts = statements(gold, (REPO / "corpus" / "a001.txt").read_text(), "s-1")
    assert drafts[0].statements and not any(s.spans for s in drafts[0].statements)
