"""Whose outcome it is when the name stands behind the verb; the first day of a hearing decided on a later one."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = "Officer keeps job\n\nHull Echo\nThursday 20 September 2018\n\nPC Delroy Finchcombe, 29, of Humberside Police, was given a written warning yesterday.\n\n"


def told(text: str) -> dict[str, Any]:
    found = read(Document("x", text)).to_dict()["subjects"]
    return {s["name"]: (s["proceeding"] or {}).get("outcome") for s in found}


@pytest.mark.parametrize(
    "words",
    [
        "A panel three weeks ago dismissed his colleague that night, Sgt Olwen Tregear, for lying to investigators.",
        "Last month a misconduct panel sacked his sergeant, Olwen Tregear.",
        "The same panel dismissed without notice Sgt Olwen Tregear, who had lied about it.",
    ],
)
def test_whom_a_panel_dismissed_by_name_was_dismissed_and_nobody_else(words: str) -> None:
    assert told(HEAD + words) == {
        "Delroy Finchcombe": "written_warning",
        "Olwen Tregear": "dismissed",
    } or told(HEAD + words) == {
        "Delroy Finchcombe": "written_warning",
        "Olwen Tregear": "dismissed_without_notice",
    }


def test_a_passive_verb_is_of_whoever_stands_before_it() -> None:
    words = "Finchcombe was dismissed, his colleague, Sgt Olwen Tregear, told the panel in tears."
    page = HEAD.replace("was given a written warning", "faced a misconduct panel") + words
    assert told(page)["Delroy Finchcombe"] == "dismissed"
    assert "Olwen Tregear" not in told(page) or told(page)["Olwen Tregear"] is None


def test_the_day_on_which_a_panel_began_is_no_decision_where_it_decided_later() -> None:
    found = read(
        Document(
            "x",
            "Officer dismissed\n\nCity of London Police\n12 May 2022\n\nPC Anders Molyneux and PC Frankie Brill appeared before a panel "
            "at Guildhall from Tuesday 3 May.\n\nOn Tuesday 10 May both allegations against PC Molyneux were proven at the level of "
            "gross misconduct, and he was dismissed without notice. In the case of PC Brill the panel found misconduct. The final "
            "written warning will last for two years.\n",
        )
    ).to_dict()["subjects"]
    assert [s["proceeding"]["date"] for s in found] == ["2022-05-10", "2022-05-10"]


def test_police_scotland_is_a_force() -> None:
    (one,) = read(
        Document(
            "x",
            "PC fined\n\nMagnus Oduya, 41, a constable with Police Scotland at Lerwick, was fined £300 for theft.",
        )
    ).to_dict()["subjects"]
    assert one["force"] == "police_scotland"
