"""A paper's list of officers, a paragraph each, opened by the name: a chief officer, two of one surname, and one whose rank follows the name."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

PAGE = """Gone: the Cumbria officers who lost their jobs in 2021

The Solway Ledger
8 February 2022

Cumbria Constabulary had these whose cases went all the way. In order of seniority:

Detective Superintendent Hadrian Lowther{end} Shared a bed with a witness. A panel said on 11 November that it was gross misconduct; he would have been dismissed, but he had already retired, in June.

Inspector Nadia Wasdale{end} Found drunk in charge of her Audi. Final written warning from a misconduct hearing in July.

Sgt Kit Wasdale (her husband){end} Cleared by a Carlisle Crown Court jury in March of assault. A misconduct hearing in September found it not proven.

OFFICER K, a PC at Penrith. Convicted at Preston Crown Court of sexual assault. Dismissed without notice at an accelerated hearing on 2 December.

{pcso} Arrested for theft of a bucket; no charge followed. He resigned.
"""


@pytest.mark.parametrize("end", [".", ":", " -"])
@pytest.mark.parametrize(
    "pcso", ["Tobias Skelgill. A PCSO, in Kendal.", "Tobias Skelgill, a PCSO in Kendal."]
)
def test_each_has_only_what_the_own_paragraph_tells(end: str, pcso: str) -> None:
    subjects = read(Document("x", PAGE.format(end=end, pcso=pcso))).to_dict()["subjects"]
    told = {
        s["name"] or s["label"]: (s["rank"], (s["proceeding"] or {}).get("outcome"), s["resigned"])
        for s in subjects
    }
    assert told == {
        "Hadrian Lowther": ("detective_superintendent", "would_have_been_dismissed", "retired"),
        "Nadia Wasdale": ("inspector", "final_written_warning", None),
        "Kit Wasdale": ("sergeant", None, None),
        "OFFICER K": ("police_constable", "dismissed_without_notice", None),
        "Tobias Skelgill": ("pcso", None, "resigned"),
    }
    assert [s["proceeding"]["finding"] for s in subjects[:3]] == ["gross_misconduct", None, "not_proven"]


def test_a_chief_officer_who_comments_opens_no_entry() -> None:
    listed = PAGE.format(end=".", pcso="").rstrip().rpartition("\n\n")[0]
    page = listed + "\n\nSuperintendent Ann Lee: \u201cThey let us down.\u201d\n"
    assert "Ann Lee" not in {s["name"] for s in read(Document("x", page)).to_dict()["subjects"]}
