"""Linking in its three sizes gives one result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.casebook.conftest import SAMPLES
from tests.casebook.test_rebuild import derived

from peelian.casebook import linking_step
from peelian.casebook.adding import Added
from peelian.casebook.audit import Actor
from peelian.casebook.deciding import decide
from peelian.casebook.models import LinkModel, Mention, MentionKey, Pair, Person
from peelian.casebook.rebuild import rebuild
from peelian.linking import load, scoring

pytestmark = pytest.mark.django_db
Adding = Callable[..., Added]


def test_documents_linked_one_by_one_and_all_at_once_give_the_same(
    adding: Adding, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also: what is new is scored against those that share a key, and the rest is not scored again."""
    files = sorted(SAMPLES.glob("[a-z]*.*"))
    adding(*files[::2])
    model, scored = LinkModel.internal.get().pk, Pair.internal.count()
    monkeypatch.setattr(linking_step, "SMALL", 0)
    monkeypatch.setattr(linking_step, "GROWTH", 99)
    with patch.object(linking_step, "_score_all", side_effect=AssertionError("all was scored again")):
        for file in files[1::2]:
            adding(file)
    assert LinkModel.internal.get().pk == model
    assert Pair.internal.count() > scored and not linking_step.unlinked()
    assert not Mention.internal.filter(current=True, person=None).exists()
    assert MentionKey.internal.values("mention").distinct().count() > 30
    persons = _partition()
    before = derived()
    rebuild()
    assert derived() == before
    assert _partition() == persons


def _partition() -> set[frozenset[str]]:
    groups: dict[int, set[str]] = {}
    for key, person in Mention.internal.filter(current=True).values_list("key", "person"):
        groups.setdefault(person, set()).add(key)
    return {frozenset(group) for group in groups.values()}


def test_a_casebook_that_has_grown_by_half_counts_names_anew(
    adding: Adding, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(SAMPLES.glob("[p-v]*.*"))
    adding(*files[:3])
    monkeypatch.setattr(linking_step, "SMALL", 0)
    model = LinkModel.internal.get().pk
    for file in files[3:]:
        adding(file)
    assert LinkModel.internal.get().pk != model


def test_linking_is_taken_again_if_somebody_decided_meanwhile(adding: Adding) -> None:
    adding(*sorted(SAMPLES.glob("v*.*")))
    one, other = Mention.internal.filter(current=True).order_by("pk").values_list("key", flat=True)[:2]
    plain, times = linking_step._cluster, []

    def disturbed(*arguments: object) -> object:
        times.append(1)
        outcome = plain(*arguments)  # type: ignore[arg-type]
        if len(times) == 1:
            decide("different", one, other, reason="two men", actor=Actor("ada"))
        return outcome

    with patch.object(linking_step, "_cluster", disturbed):
        linking_step.link_all()
    assert len(times) >= 3  # at first, within the decision, again
    assert len(set(Mention.internal.filter(key__in=(one, other)).values_list("person", flat=True))) == 2


def test_without_end_it_gives_up_and_leaves_all_as_it_was(adding: Adding) -> None:
    adding(*sorted(SAMPLES.glob("v*.*")))
    before, counter = derived(), iter(range(99))
    with (
        patch.object(linking_step, "_state", lambda: next(counter)),
        pytest.raises(linking_step.LinkingDisturbed),
    ):
        linking_step.link_all()
    assert derived() == before and Person.internal.exists()


def test_no_case_file_is_loaded_to_link(adding: Adding) -> None:
    """Of all cases at once they would fill gigabytes."""
    adding(*sorted(SAMPLES.glob("[a-z]*.*"))[:6])
    with CaptureQueriesContext(connection) as told:
        linking_step.link_all()
    asked = [query["sql"] for query in told if query["sql"].startswith("SELECT")]
    assert any('"casebook_mention"."subject"' in sql for sql in asked)
    assert not [sql for sql in asked if '"facts"' in sql]
    # Nor is anything fetched afterwards, mention by mention.
    assert len([sql for sql in asked if '"casebook_mention"."subject"' in sql]) == 1


def test_pairs_whose_names_conflict_are_not_kept(
    adding: Adding, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They would grow as the square of the casebook; the test shows that without the rule there is one here."""
    text = (
        "Constable dismissed\n\nPublished 6 May 2021\n\nPC Hugo {}, 31, of Kent Police, was dismissed without notice after "
        "a misconduct hearing on 4 May 2021. He had breached the standards of honesty and integrity."
    )
    for surname in ("Drilolwick", "Gernildson"):
        (tmp_path / f"{surname}.txt").write_text(text.format(surname))
    adding(tmp_path / "Drilolwick.txt")
    monkeypatch.setattr(linking_step, "SMALL", 0)
    monkeypatch.setattr(linking_step, "GROWTH", 99)
    adding(tmp_path / "Gernildson.txt")
    assert not Pair.internal.exists()
    rebuild()
    assert not Pair.internal.exists() and Person.internal.count() == 2
    mentions = linking_step.table_of(Mention.internal.all()).compared()
    (scored,) = scoring.score(mentions.values(), load())
    assert scored.weight > load().bands.join
    one, other = Mention.internal.order_by("key").values_list("key", flat=True)
    decide("same", one, other, reason="she married", actor=Actor("ada"))
    assert Person.internal.filter(redirect=None).count() == 1
    rebuild()
    assert Person.internal.filter(redirect=None).count() == 1
