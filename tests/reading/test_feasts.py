"""Days counted from Christmas."""

from __future__ import annotations

import pytest

from peelian.reading.prepared import prepare


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("shortly before Christmas 2012", "2012-12"),
        ("four days before Christmas", "2013-12-21"),
        ("the week before Christmas", "2013-12"),
        ("before Christmas", None),
        ("at the Christmas party", None),
    ],
)
def test_feasts(words: str, day: str | None) -> None:
    found = prepare(f"20 February 2014\n\nPC Dan Abelard, of Gwent Police, was dismissed {words}.").dates
    assert [d.edtf for d in found[1:]] == ([] if day is None else [day])
