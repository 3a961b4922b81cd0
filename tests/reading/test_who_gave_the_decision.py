"""Who presided, told by what was given, signed or read out, and not by a verb of presiding."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _proceeding(text: str) -> dict[str, Any]:
    subjects = read(Document("x", text)).to_dict()["subjects"]
    return next(s["proceeding"] or {} for s in subjects if s["name"] == "Adam Hale")


NOT_CHAIRED = [
    "PC Adam Hale was sacked after a misconduct hearing. The decision to suspend him in March was taken by Assistant Chief Constable Jane Roe.",
    "PC Adam Hale was sacked after a misconduct hearing. Deputy Chief Constable of Kent, Jane Roe, said she was sorry.",
    "PC Adam Hale, of Kent Police, was sacked after a misconduct hearing. The decision not to charge him had been made at court by the judge.",
    '"We find it hard to forgive," said Chief Constable Jane Roe after a panel sacked PC Adam Hale, of Kent Police, on 3 May 2019.',
]


@pytest.mark.parametrize("text", NOT_CHAIRED)
def test_whoever_only_speaks_or_decided_something_else_is_no_chair(text: str) -> None:
    assert _proceeding(text).get("chair") is None


CHAIRED = [
    ("PC Adam Hale was sacked. The decision was taken by Assistant Chief Constable Jane Roe at a special case hearing.", "Jane Roe", "Assistant Chief Constable"),
    ("Fired: that was the verdict handed down to PC Adam Hale, of Kent Police, by Chief Constable Jane Roe after a fast-track hearing.", "Jane Roe", "Chief Constable"),
    ("The Chief Constable of Kent, Jane Roe, formally dismissed PC Adam Hale at an accelerated hearing.", "Jane Roe", "Chief Constable"),
    ('PC Adam Hale got the sack from Kent Police. Boss of the panel Dame Jane Roe told him: "It is over."', "Jane Roe", "Boss of the panel"),
    ("PC Adam Hale was dismissed by Kent Police in May 2015. On 3 March 2016 the Police Appeals Tribunal, under Mrs Jane Roe KC, dismissed his appeal.", "Jane Roe", None),
    ('"I find that it amounts to gross misconduct. PC Adam Hale is dismissed without notice." Chief Constable Jane Roe, Kent Police, accelerated misconduct hearing, 3 May 2021.', "Jane Roe", "Chief Constable"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role"), CHAIRED)
def test_the_one_who_gave_the_decision_is_the_chair(text: str, name: str, role: str | None) -> None:
    told = _proceeding(text)
    assert (told["chair"], told["chair_role"]) == (name, role)
