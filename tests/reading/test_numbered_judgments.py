"""Judgments on a tribunal's decision: the appeal decided in the next sentence, colleagues before the same panel, whose paragraph it is."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read

_JUDGMENT = """Neutral Citation Number: [2016] EWHC 9077 (Admin)

IN THE HIGH COURT OF JUSTICE
QUEEN'S BENCH DIVISION
ADMINISTRATIVE COURT

Date: 22 June 2016

Between:

ROSALIND HEPPLEWHITE-CRUZ     Claimant
- and -
THE POLICE APPEALS TRIBUNAL     Defendant

1. The Claimant was a detective inspector in Hampshire Constabulary. On 14 November 2014 she was required to resign.

2. Her appeal came before Mr Augustine Peel-Rahman and two others on 3 July 2015. It was dismissed for reasons given in writing.

3. Two other officers were before the same panel. Detective Constable Lionel Budd-Ferreira admitted that he had written the intelligence himself. He was dismissed without notice and has since pleaded guilty to fraud at Winchester Crown Court. Detective Sergeant Moira Ashby received a final written warning.

4. The investigation was the work of the force's Anti-Corruption Team. The Claimant was suspended in February 2013.

5. The claim is dismissed.
"""


def test_an_appeal_whose_end_the_next_sentence_tells() -> None:
    claimant, constable, sergeant = read(Document("x", _JUDGMENT)).to_dict()["subjects"]
    assert claimant["appeal"] == {"kind": "tribunal", "result": "dismissed"}
    assert claimant["proceeding"]["outcome"] != "dismissed"
    assert not constable.get("background")
    assert [o["offence"] for o in constable["offences"]] == ["fraud"]
    assert (constable["proceeding"]["outcome"], sergeant["proceeding"]["outcome"]) == (
        "dismissed_without_notice",
        "final_written_warning",
    )
    assert claimant["investigation"]["bodies"] == ["Anti-Corruption Team"]
