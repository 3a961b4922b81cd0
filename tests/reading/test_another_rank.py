"""A sentence that opens on an officer of a rank that nobody named holds tells nothing of those named."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

_PAGE = "PC Ann Lee, 30, of Kent Police, was dismissed without notice at a misconduct hearing.\n\n{}"


@pytest.mark.parametrize(
    "words",
    [
        "A sergeant who covered for her resigned before a hearing that would have dismissed her.",
        "A sergeant, who has not been named, resigned before a hearing.",
        "An inspector retired before a hearing.",
    ],
)
def test_a_sergeant_without_a_name_is_not_the_constable(words: str) -> None:
    lee = read(Document("x", _PAGE.format(words))).to_dict()["subjects"][0]
    assert lee["name"] == "Ann Lee"
    assert lee["resigned"] is None


def test_who_has_not_been_named_is_somebody_else() -> None:
    page = (
        _PAGE.format(
            "She had told her inspector that she went to see a victim. She had not.\n\nThat was in 2018.\n\n"
        )
        + "A sergeant who covered for her, and who hasn't been named, received a written warning.\n\n"
        "Sgt Hopkin Dace of Gwent Police kept his job after a lie in 2011, the panel was told."
    )
    told = read(Document("x", page)).to_dict()["subjects"]
    assert (None, "sergeant", "written_warning") in [
        (s["name"], s["rank"], (s["proceeding"] or {}).get("outcome")) for s in told
    ]


def test_a_deed_of_long_ago_and_the_day_of_its_sentence() -> None:
    page = (
        "Kent Echo\n1 March 2019\n\nOfficer jailed\n\nPC Ann Lee, 30, of Kent Police, was convicted of assaulting a boy in "
        "1985, and on February 14 was sent to prison for five years."
    )
    (lee,) = read(Document("x", page)).to_dict()["subjects"]
    assert lee["sentenced_on"] == "2019-02-14"
