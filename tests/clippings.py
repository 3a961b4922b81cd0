"""Three documents of two officers, for the tests of the rooms that hold a casebook."""

from __future__ import annotations

from pathlib import Path

JAILED = """Essex detective jailed for misuse of police computer

Published 4 March 2019

A detective constable has been jailed for eight months at Chelmsford Crown Court.

DC Orlando Feathers, 41, of Essex Police, pleaded guilty to three counts of computer misuse.
He was sentenced on 1 March 2019.

Deputy Chief Constable Wilma Ackroyd said: "Officers who misuse our systems will be found."
"""
DISMISSED = """Misconduct hearing outcome: DC Orlando Feathers

Published 20 May 2019

Essex Police

DC Orlando Feathers was dismissed without notice after an accelerated misconduct hearing on 16 May 2019.
The chair, Chief Constable Edmund Larkspur, found that his conduct amounted to gross misconduct in
respect of honesty and integrity. The former detective was 42.
"""
OTHER = """Kent constable given final written warning

Published 7 June 2021

PC Beatrix Holloway-Snell of Kent Police was given a final written warning after a misconduct hearing on
2 June 2021 found that she had breached the standards of use of force.
"""


def write(where: Path) -> Path:
    """Write the three documents as files into a folder, made if it is not there; return the folder."""
    where.mkdir(exist_ok=True)
    for name, text in {"jailed": JAILED, "dismissed": DISMISSED, "other": OTHER}.items():
        (where / f"{name}.txt").write_text(text)
    return where
