"""Older cases that a judgment cites: whoever they name are background, and what was done to them is nobody else's. All people are invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

JUDGMENT = """Neutral Citation Number: [2017] EWCA Crim 9917
IN THE COURT OF APPEAL (CRIMINAL DIVISION)
ON APPEAL FROM THE CROWN COURT AT LIVERPOOL

Date: 12 October 2017

Before:
MR JUSTICE TRELOAR

REGINA
v
NIAMH KOWALCZYK

1. On 13 January 2017 the appellant, a detective sergeant in Greater Manchester Police, was convicted of misconduct in public office. On 10 February 2017 she was sentenced to four years' imprisonment.

2. {cited}

3. We dismiss the appeal.
"""


@pytest.mark.parametrize(
    ("cited", "rank", "force"),
    [
        ("We were taken to R v Pomfret [2011] EWCA Crim 9077, where two detectives of the Northumbria force had received nine years for planting a firearm.", None, "northumbria"),
        ("In R v Pomfret [2009] 2 Cr App R (S) 99 a constable of the Essex force who sold a log received 18 months.", "police_constable", "essex"),
        ("R v Pomfret is of no assistance. There a PCSO with Gwent Police had been fined.", "pcso", "gwent"),
        ("The facts of R v Pomfret and Another are some way from these. Pomfret was an inspector with Cumbria Constabulary who received five years' imprisonment.", "inspector", "cumbria"),
    ],
)  # fmt: skip
def test_whoever_a_cited_case_names_is_background(cited: str, rank: str | None, force: str) -> None:
    own, older = read(Document("judgment", JUDGMENT.format(cited=cited))).to_dict()["subjects"]
    assert (own["name"], own["rank"], own["sentences"][0]["length"]) == (
        "NIAMH KOWALCZYK",
        "detective_sergeant",
        "P4Y",
    )
    assert (older["name"], older["background"], older["rank"], older["force"]) == (
        "Pomfret",
        True,
        rank,
        force,
    )
