"""Adding: documents become cases, wholly or not at all, once."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.casebook.conftest import kept

from peelian.casebook import adding as adding_module
from peelian.casebook import originals, readers, storing
from peelian.casebook.adding import Added
from peelian.casebook.models import (
    Case,
    Event,
    Mention,
    Original,
    Person,
    Reading,
    Source,
    SourceText,
    Statement,
    Unread,
)

pytestmark = pytest.mark.django_db
Adding = Callable[..., Added]


def test_two_documents_of_one_officer_become_one_case(clippings: Path, adding: Adding) -> None:
    added = adding(clippings)
    assert len(added.new) == 3 and not added.unread
    assert Person.internal.count() == 2 and Case.internal.count() == 2
    case = Case.internal.get(force="essex")
    assert case.outcome == "dismissed_without_notice" and case.sources_count == 2
    assert case.casefile is not None
    assert case.casefile.parties[0].get("name") == "Orlando Feathers"
    assert [event.kind for event in Event.internal.filter(case=case, kind="sentenced")] == ["sentenced"]


def test_every_statement_stands_in_the_text(clippings: Path, adding: Adding) -> None:
    adding(clippings)
    assert Statement.internal.count() > 20
    for statement in Statement.internal.select_related("mention__source__body"):
        text = statement.mention.source.body.text
        words = " … ".join(" ".join(text[a:b].split()) for a, b in statement.spans)
        assert statement.spans and statement.quote == words


def test_the_original_bytes_are_kept(clippings: Path, adding: Adding) -> None:
    adding(clippings)
    source = Source.internal.get(title__startswith="Kent")
    assert originals.read(source.sha256) == (clippings / "other.txt").read_bytes()
    assert kept() == sorted(Source.internal.values_list("sha256", flat=True))


def _state() -> list[object]:
    models = (SourceText, Reading, Mention, Statement, Person, Case, Event)
    return [list(model.internal.order_by("pk").values()) for model in models]


def test_adding_again_changes_nothing_but_when_it_was_seen(clippings: Path, adding: Adding) -> None:
    adding(clippings)
    before, seen = _state(), Source.internal.earliest("pk").last_seen_at
    again = adding(clippings)
    assert _state() == before
    assert again.known == 3 and not again.new and not again.derived and not again.linked.mentions
    assert Source.internal.earliest("pk").last_seen_at > seen


def test_the_same_bytes_under_another_name_are_one_source(clippings: Path, adding: Adding) -> None:
    adding(clippings)
    (clippings / "again.txt").write_bytes((clippings / "jailed.txt").read_bytes())
    assert not adding(clippings / "again.txt").new
    assert Source.internal.count() == 3


def test_the_order_of_adding_does_not_matter(clippings: Path, adding: Adding) -> None:
    for name in ("other", "dismissed", "jailed"):
        adding(clippings / f"{name}.txt")
    case = Case.internal.get(force="essex", redirect=None)
    assert case.sources_count == 2
    assert case.casefile is not None and len(case.casefile.parties) == 1


def test_a_bad_document_is_listed_and_stops_nothing(clippings: Path, adding: Adding) -> None:
    (clippings / "empty.txt").write_text("")
    (clippings / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    added = adding(clippings, clippings / "missing.txt")
    assert len(added.new) == 3 and len(added.unread) == 3
    rows = Unread.internal.filter(resolved_at=None)
    assert {Path(row.place).name for row in rows} == {"empty.txt", "picture.txt", "missing.txt"}
    assert all(row.cause and row.remedy for row in rows)


def test_a_bad_document_that_is_mended_is_listed_no_more(clippings: Path, adding: Adding) -> None:
    bad = clippings / "late.txt"
    bad.write_text("")
    adding(bad)
    bad.write_text((clippings / "other.txt").read_text())
    adding(bad)
    assert not Unread.internal.filter(resolved_at=None).exists()
    assert Unread.internal.count() == 1


def test_each_document_of_an_archive_is_a_source(clippings: Path, tmp_path: Path, adding: Adding) -> None:
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for path in sorted(clippings.iterdir()):
            made.write(path, path.name)
    adding(archive)
    assert set(Source.internal.values_list("part", flat=True)) == {"jailed.txt", "dismissed.txt", "other.txt"}
    assert Original.internal.get().documents == 3
    assert len(set(Source.internal.values_list("public_id", flat=True))) == 3


def test_an_archive_whose_adding_was_stopped_is_gone_on_with(
    clippings: Path, tmp_path: Path, adding: Adding
) -> None:
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for path in sorted(clippings.iterdir()):
            made.write(path, path.name)
    stored = 0

    def stop(what: str, which: str) -> None:
        nonlocal stored
        stored += what == "stored"
        if stored == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        adding(archive, report=stop)
    assert Source.internal.count() == 2 and Original.internal.get().whole_at is None
    assert adding_module.unfinished()
    adding(archive)
    assert Source.internal.count() == 3 and Original.internal.get().whole_at is not None
    assert not adding_module.unfinished()


def test_a_document_whose_storing_fails_leaves_nothing(clippings: Path, adding: Adding) -> None:
    with (
        patch.object(storing, "_describe", side_effect=RuntimeError("the power went")),
        pytest.raises(RuntimeError),
    ):
        adding(clippings / "other.txt")
    for model in (Source, SourceText, Reading, Mention, Statement):
        assert not model.internal.exists()
    adding(clippings / "other.txt")
    assert Source.internal.count() == 1


def test_several_processes_read_the_same(clippings: Path, adding: Adding) -> None:
    for n in range(6):
        (clippings / f"more{n}.txt").write_text(
            (clippings / "other.txt").read_text().replace("2 June", f"{n + 3} June")
        )
    (clippings / "empty.txt").write_text("")
    added = adding(clippings, jobs=2)
    assert len(added.new) == 9 and len(added.unread) == 1
    titles = list(Source.internal.order_by("pk").values_list("carrier__id", flat=True))
    assert titles == sorted(titles)


def test_a_date_that_the_caller_knows_is_used_where_there_is_none(clippings: Path) -> None:
    bare = clippings / "bare.txt"
    bare.write_text(
        "PC Ivor Threlkeld of Kent Police was dismissed without notice after a misconduct hearing."
    )
    adding_module.add([adding_module.Place(str(bare), "2020-05")])
    assert Source.internal.get().published == "2020-05"


def test_text_that_no_database_keeps_is_stored_all_the_same() -> None:
    assert readers.storable("a\0b\ud800c") == "a\N{REPLACEMENT CHARACTER}b?c"
    assert len(readers.storable("a\0b\ud800c")) == 5
