"""Rebuilding gives the same result, whatever was decided; a new reader loses no decision."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.casebook.conftest import SAMPLES

from peelian.casebook.adding import Added
from peelian.casebook.audit import Actor, verify
from peelian.casebook.deciding import DecisionRefused, decide
from peelian.casebook.models import (
    Case,
    Decision,
    Event,
    Mention,
    Pair,
    Person,
    Reading,
    Source,
    Statement,
)
from peelian.casebook.readers import read_anew
from peelian.casebook.rebuild import rebuild
from peelian.documents import Document

pytestmark = pytest.mark.django_db
Adding = Callable[..., Added]
ADA = Actor("ada")


def derived() -> dict[str, Any]:
    """Everything that is derived, in a settled order, as bytes would be."""
    cases = Case.internal.order_by("public_id")
    return {
        "facts": [(c.public_id, json.dumps(c.facts, sort_keys=True).encode()) for c in cases],
        "cases": list(cases.values("public_id", "redirect__public_id", "trail", "title", "summary", "force", "outcome",
                                   "hearing", "latest", "sources_count", "checks_count", "conflicts_count", "stale")),
        "persons": list(Person.internal.order_by("public_id").values("public_id", "name", "other_names", "force",
                                                                     "redirect__public_id", "trail")),
        "mentions": list(Mention.internal.order_by("key").values("key", "person__public_id", "case__public_id", "current")),
        "events": list(Event.internal.order_by("case__public_id", "position").values(
            "case__public_id", "person__public_id", "key", "track", "kind", "title", "date", "earliest", "latest")),
        "pairs": list(Pair.internal.order_by("left", "right").values("left", "right", "weight", "band", "reason", "waterfall")),
        "copies": list(Source.internal.order_by("public_id").values("public_id", "copy_of__public_id")),
        "added": list(Statement.internal.filter(origin="person", current=True).order_by("key").values(
            "key", "mention__key", "pointer", "field", "value")),
    }  # fmt: skip


def test_rebuilding_the_samples_gives_the_same_bytes(adding: Adding) -> None:
    adding(*sorted(SAMPLES.glob("[a-z]*.*")))
    before = derived()
    assert len(before["cases"]) > 15 and before["pairs"]
    Case.internal.update(facts=None, title="scribbled", outcome="", sources_count=99)
    Person.internal.update(name="scribbled")
    Event.internal.all().delete()
    Pair.internal.all().delete()
    Source.internal.update(copy_of=None)
    rebuild()
    assert derived() == before
    rebuild(reread=True)
    assert derived() == before


# ---- any sequence of decisions


def _decision(data: st.DataObject) -> None:
    """Take some decision that is possible now (or is refused)."""
    keys = list(Mention.internal.order_by("key").values_list("key", flat=True))
    told = list(Statement.internal.order_by("key").values_list("key", "field", "value"))
    one = data.draw(st.sampled_from(keys))
    other = data.draw(st.sampled_from(keys))
    kind = data.draw(st.sampled_from(
        ["accept", "reject", "correct", "add", "same", "different", "unsure", "split_person", "split_case", "join_case", "close"]
    ))  # fmt: skip
    key, _, value = data.draw(st.sampled_from(told))
    target, payload = one, {}
    if kind in ("accept", "reject", "correct"):
        target, payload = key, {"value": value}
    elif kind == "add":
        payload = {"field": "residence", "value": data.draw(st.sampled_from(["Harlow", "Ely"]))}
    elif kind == "split_person":
        target, payload = Mention.internal.get(key=one).person.public_id, {"mentions": [one]}  # type: ignore[union-attr]
    elif kind == "split_case":
        target, payload = Mention.internal.get(key=one).case.public_id, {"mentions": [one]}  # type: ignore[union-attr]
    elif kind == "join_case":
        target, other = (Mention.internal.get(key=k).case.public_id for k in (one, other))  # type: ignore[union-attr]
    elif kind == "close":
        target = str(data.draw(st.sampled_from([0, *Decision.internal.values_list("pk", flat=True)])))
    with contextlib.suppress(DecisionRefused):
        decide(kind, target, other, payload, "because", actor=ADA)


def test_any_sequence_of_decisions_then_rebuilding_gives_the_same_state(
    clippings: Path, adding: Adding
) -> None:
    extra = {
        "fourth": "DC O. Feathers, 41, formerly of Essex Police, lost his appeal to the Police Appeals Tribunal on 3 June 2020.",
        "fifth": "PC Alwyn Dray and PC Cosmo Beddoes of Essex Police were dismissed without notice on 16 May 2019.",
    }
    for name, text in extra.items():
        (clippings / f"{name}.txt").write_text(text)
    adding(clippings)

    # PostgreSQL is slower to go back and forth with; its own run need not draw as often.
    @settings(
        max_examples=25 if connection.vendor == "sqlite" else 6,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(st.data(), st.integers(1, 7))
    def check(data: st.DataObject, count: int) -> None:
        with transaction.atomic():
            for _ in range(count):
                _decision(data)
            before = derived()
            rebuild()
            assert derived() == before
            transaction.set_rollback(True)

    check()


# ---- a new reader


def _newer(document: Document) -> Mapping[str, Any]:
    """A later reader: other spans, fuller quotes, another order of subjects, a rank more, one offence less."""
    reading = read_anew(document)
    reading["reader"] = {"name": "peelian", "version": "99.0"}
    text = document.text
    for pointer, spans in reading["evidence"].items():
        if pointer.endswith(("/age", "/name", "/sentenced_on")):
            reading["evidence"][pointer] = [[start, min(end + 1, len(text))] for start, end in spans]
    for subject in reading["subjects"]:
        subject["posts"] = []
        if subject["name"] == "Orlando Feathers" and "dismissed" in document.id:
            subject["name"] = "Orlando Feathers (formerly Quill)"
            subject["age"] = None
    return reading


def _blind(document: Document) -> Mapping[str, Any]:
    """A later reader that sees nothing at all."""
    return {
        **read_anew(document),
        "subjects": [],
        "evidence": {},
        "reader": {"name": "peelian", "version": "100.0"},
    }


@pytest.fixture
def decided(clippings: Path, adding: Adding) -> dict[str, Decision]:
    adding(clippings)

    def key(field: str, value: Any) -> str:
        return Statement.internal.get(field=field, value=value, mention__name="Orlando Feathers").key

    one, other = Mention.internal.filter(name="Orlando Feathers").order_by("pk").values_list("key", flat=True)
    kent = Mention.internal.get(name="Beatrix Holloway-Snell").key
    return {
        "accept": decide("accept", key("age", 42), actor=ADA),
        "correct": decide("correct", key("age", 41), payload={"value": 40}, reason="court list", actor=ADA),
        "reject": decide("reject", key("sentenced_on", "2019-03-01"), actor=ADA),
        "add": decide("add", kent, payload={"field": "residence", "value": "Deal"}, actor=ADA),
        "different": decide("different", one, other, reason="two men", actor=ADA),
        "unsure": decide("unsure", one, kent, actor=ADA),
    }


def _effects() -> dict[str, Any]:
    """What each decision of ``decided`` has come to."""
    told = [
        (c.status, f.value)
        for case in Case.internal.exclude(facts=None)
        for party in (case.casefile.parties if case.casefile else ())
        for f in party.facts.values()
        for v in (f.preferred, *f.others)
        for c in v.citations
        if c.status != "unreviewed" or f.field == "residence"
    ]
    ages = {v for s, v in told if s in ("accepted", "corrected")}
    dates = [
        party.get("sentenced_on")
        for case in Case.internal.exclude(facts=None)
        for party in (case.casefile.parties if case.casefile else ())
    ]
    return {
        "ages": ages,
        "rejected": any(dates),
        "added": any(v == "Deal" for _, v in told),
        "persons": len(set(Mention.internal.filter(current=True).values_list("person", flat=True))),
    }


@pytest.mark.parametrize("reader", [_newer, _blind])
def test_a_new_reader_reads_all_anew_without_losing_one_decision(
    decided: dict[str, Decision], reader: Callable[[Document], Mapping[str, Any]]
) -> None:
    before, ids = _effects(), set(Person.internal.filter(redirect=None).values_list("public_id", flat=True))
    assert before == {"ages": {40, 42}, "rejected": False, "added": True, "persons": 3}
    rows = list(Decision.internal.order_by("pk").values())
    rebuilt = rebuild(reread=True, reader=reader)
    assert rebuilt.reread == rebuilt.changed == 3
    assert Reading.internal.filter(current=True).count() == 3 and Reading.internal.count() == 6
    assert list(Decision.internal.order_by("pk").values()) == rows
    assert _effects() == before
    assert set(Person.internal.filter(redirect=None).values_list("public_id", flat=True)) == ids
    assert [found for found in verify() if "decision" in found.where] == []
    again = derived()
    rebuild()
    assert derived() == again
    rebuild(reread=True)  # the first reader comes back: all is as it was
    assert _effects() == before


def test_reading_anew_what_reads_the_same_writes_nothing(adding: Adding) -> None:
    adding(*sorted(SAMPLES.glob("okonjo-marsh-*")))
    kept = list(Statement.internal.order_by("pk").values()), list(Reading.internal.order_by("pk").values())
    done = rebuild(reread=True)
    assert done.reread > 0 and done.changed == 0
    assert kept == (
        list(Statement.internal.order_by("pk").values()),
        list(Reading.internal.order_by("pk").values()),
    )


def test_a_decision_finds_its_statement_though_the_words_have_grown(decided: dict[str, Decision]) -> None:
    rebuild(reread=True, reader=_newer)
    current = set(Statement.internal.filter(current=True).values_list("key", flat=True))
    assert {decided["correct"].target, decided["reject"].target} <= current
    assert Statement.internal.get(key=decided["correct"].target, current=True).quote.startswith("41")
    assert Mention.internal.filter(current=True).count() == 3
