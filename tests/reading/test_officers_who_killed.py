"""An officer told of as having killed somebody is not the one who was killed."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def names(text: str) -> list[str | None]:
    return [s["name"] for s in read(Document("x", text)).to_dict()["subjects"]]


@pytest.mark.parametrize(
    "deed",
    [
        "murdered his wife when she left him",
        "brutally murdered Gwen Tudor when she left him",
        "killed a pensioner when his car left the road",
        "stabbed to death two neighbours",
    ],
)
def test_who_killed_is_the_subject(deed: str) -> None:
    text = f"Sergeant Ivor Pugh {deed}, Mold Crown Court heard. The Gwent officer, 40, was jailed for life."
    assert names(text) == ["Ivor Pugh"]


@pytest.mark.parametrize(
    "words",
    [
        "PC Ron Tully murdered at his desk by gunman.",
        "PC Ron Tully was murdered in his home.",
        "The town remembers PC Ron Tully, shot dead on his beat.",
    ],
)
def test_who_was_killed_is_none(words: str) -> None:
    text = f"{words} Carl Bruce, 30, was jailed for life for murder at Maidstone Crown Court."
    assert "Ron Tully" not in names(text)
