"""Oversight releases that name some officers and tell of others without a name."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = "IOPC\nFindings published on a death in custody\n21 March 2022\n\nWe have published the findings of our independent investigation.\n\n"
Told = tuple[str | None, str | None, str | None, str | None]


def told(text: str) -> list[Told]:
    """Name, rank, finding and outcome of each subject, in order."""
    out: list[Told] = []
    for s in read(Document("x", HEAD + text)).subjects:
        p = s.proceeding
        out.append((s.name, s.rank, p.finding if p else None, p.outcome if p else None))
    return out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # the sergeant is the one named; two of staff, a constable, a second constable
        ("We found that the custody sergeant, Sgt Helen Tresco, had a case to answer for gross misconduct. The two detention "
         "officers have a case to answer at the same level.\n\nA second police constable who took part in the arrest will undergo "
         "reflective practice. The sergeant was dismissed at a misconduct hearing in June 2021.",
         [("Helen Tresco", "sergeant", None, "dismissed"), (None, "police_staff", "pending", None),
          (None, "police_staff", "pending", None), (None, "police_constable", None, "reflective_practice")]),
        # a total that the names make up brings in nobody
        ("Two supervisors had a case to answer: Det Sgt Jane Strood and Det Insp Owen Gill. Both were given a written warning at a "
         "misconduct meeting.",
         [("Jane Strood", "detective_sergeant", None, "written_warning"), ("Owen Gill", "detective_inspector", None, "written_warning")]),
        # somebody who only stood by
        ("PC Adam Lowe was dismissed at a misconduct hearing in May 2021. The hearing was told that a sergeant had tried to lead him away.",
         [("Adam Lowe", "police_constable", None, "dismissed")]),
        # a list with one named among the others
        ("Eight officers were served with notices. Of these:\n\n- the tactical adviser, an inspector, received a written warning at "
         "a misconduct meeting;\n- the firearms commander, a chief inspector, was given words of advice;\n- PC Neil Brand was dismissed "
         "at a misconduct hearing.",
         [(None, "inspector", None, "written_warning"), (None, "chief_inspector", None, "management_advice"),
          ("Neil Brand", "police_constable", None, "dismissed")]),
        # three, of whom two are named; the third comes later
        ("Three officers will face misconduct proceedings. Sergeant Ann Royle and PC Tim Beck will attend a gross misconduct hearing. "
         "A third officer will attend a misconduct meeting.",
         [("Ann Royle", "sergeant", "pending", "pending"), ("Tim Beck", "police_constable", "pending", "pending"),
          (None, None, "pending", "pending")]),
        # a witness in uniform
        ("PC Sarah Holt was found guilty of causing death by careless driving at Maidstone Crown Court. A sergeant who spoke to PC Holt "
         "told the jury that she was in shock.", [("Sarah Holt", "police_constable", None, None)]),
    ],
)  # fmt: skip
def test_named_and_unnamed_walk_together(words: str, expected: list[Told]) -> None:
    assert sorted(told(words), key=str) == sorted(expected, key=str)
