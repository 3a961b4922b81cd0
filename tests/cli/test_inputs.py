"""What arguments name, in which order, and which ids they get."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.cli.inputs import gather, identities

NAMES = st.text("ab.#~-é ", min_size=1, max_size=4).filter(lambda n: n.strip(". ") != "")


@pytest.mark.parametrize(
    ("places", "ids"),
    [
        (["x/a.txt", "x/b.txt"], ["a", "b"]),  # stems
        (["x/a.txt", "y/a.txt", "y/b.txt"], ["x/a", "y/a", "b"]),  # only those that clash get a path
        (["x/a.txt", "x/a.html"], ["a.txt", "a.html"]),  # the path clashes too: the extension stays
        (["x/a.txt", "x/y/a.txt"], ["a", "y/a"]),  # from the folder that all have in common
        (["x/a.tar.gz"], ["a.tar"]),
        (["x/Misconduct (May).txt"], ["Misconduct (May)"]),  # as it is, not a slug: labels are found by it
        (["https://a.example/news/1.html"], ["a.example-news-1"]),
        (["x/a.txt", "https://a.example/a"], ["a", "a.example-a"]),
    ],
)
def test_identities(places: list[str], ids: list[str]) -> None:
    assert identities(places) == ids


@settings(deadline=None)
@given(st.lists(st.lists(NAMES, min_size=1, max_size=3).map("/".join), unique=True, max_size=8))
def test_ids_are_always_unique(places: list[str]) -> None:
    ids = identities(places)
    assert len(set(ids)) == len(places)


def test_bytes_that_are_no_text_in_a_name() -> None:
    places = [os.fsdecode(b"x/\xff.txt"), os.fsdecode(b"x/\xfe.txt")]
    ids = identities(places)
    assert len(set(ids)) == 2
    assert all(id.encode("utf-8") for id in ids)  # can be written as JSON


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.txt",
        "z/c.txt",
        "m/d.html",
        ".hidden/e.txt",
        ".f.txt",
        "page_files/g.css",
        "h.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = gather([str(tmp_path)])
    assert [os.path.relpath(p, tmp_path) for p in found.places] == ["a.txt", "b.txt", "m/d.html", "z/c.txt"]
    assert found.passed_over == {".css": 1, ".json": 1}
    assert found.absent == []


def test_a_file_named_itself_is_always_tried_and_once(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}")
    found = gather([str(path), str(path), str(tmp_path / "." / "a.json"), str(tmp_path)])
    assert found.places == [str(path)]


def test_what_names_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = gather([str(tmp_path / "empty"), str(tmp_path / "no.txt"), str(tmp_path / "*.rtf")])
    assert [why for _, why in found.absent] == [
        "there is no document in this folder",
        "there is no such file or folder",
        "no file matches this pattern",
    ]
