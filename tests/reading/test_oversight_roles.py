"""Oversight reports in which people are told apart by their duty, released as witnesses, or only decide."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = (
    "Police response to a report - Essex Police, May 2017\n\nWe carried out an independent investigation.\n"
)
Told = tuple[str | None, str | None, str | None, str | None]
MEETING, HEARING, NONE = "misconduct_meeting", "misconduct_hearing", "not_stated"


def told(text: str) -> list[Told]:
    """Rank, kind of proceeding, finding and outcome of each subject, in order."""
    out: list[Told] = []
    for s in read(Document("x", HEAD + text)).subjects:
        p = s.proceeding
        out.append((s.rank, p.kind if p else None, p.finding if p else None, p.outcome if p else None))
    return out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # three of one control room, told apart by their duty; the last two of a series without "the"
        ("The operator, dispatcher and incident manager were interviewed under misconduct caution.\nWe found that neither the "
         "operator nor the dispatcher had a case to answer. The incident manager had a case to answer for misconduct and was "
         "given a written warning at a misconduct meeting.",
         [("police_staff", NONE, "no_case", None), ("police_staff", NONE, "no_case", None),
          ("police_staff", MEETING, None, "written_warning")]),
        # whoever became a witness is counted no more
        ("We served notices on a detective constable, three police constables and a sergeant. The sergeant and one of the "
         "constables were later treated as witnesses.\nThe detective constable had a case to answer for misconduct. We did not "
         "find a case to answer for the remaining two constables.",
         [("detective_constable", NONE, "pending", None), ("police_constable", NONE, "no_case", None),
          ("police_constable", NONE, "no_case", None)]),
        # of three, the story counts the constables: the sergeant is the third
        ("Three officers have been disciplined after a prisoner walked out of hospital. Two constables were guarding him and a "
         "sergeant should have relieved them.\nThe force imposed a written warning on each of the constables.\nThe sergeant "
         "received management advice.",
         [("police_constable", NONE, None, "written_warning"), ("police_constable", NONE, None, "written_warning"),
          ("sergeant", NONE, None, "management_advice")]),
        # one of two under caution is cleared, the other is not
        ("We interviewed two officers under misconduct caution.\nWe were of the view that one officer had a case to answer for "
         "gross misconduct. We found no indication of misconduct for the other officer.\nThe officer was dismissed at a "
         "misconduct hearing.",
         [(None, HEARING, None, "dismissed"), (None, NONE, "no_case", None)]),
        # the rank of whoever decides
        ("The constable had a case to answer for gross misconduct. Whether he is to face a misconduct hearing is a matter for the "
         "Deputy Chief Constable.", [("police_constable", NONE, "pending", None)]),
        # charges that were withdrawn are no people
        ("The call handler and a PCSO were interviewed under criminal caution. The Crown Prosecution Service charged the call handler with twelve offences of misuse of a computer. She pleaded "
         "guilty to nine and the other three were withdrawn. She was dismissed at a misconduct hearing.\nThe PCSO had no case to answer.",
         [("police_staff", HEARING, None, "dismissed"), ("pcso", NONE, "no_case", None)]),
    ],
)  # fmt: skip
def test_each_has_their_own_end(words: str, expected: list[Told]) -> None:
    assert told(words) == expected
