"""Casts of pages with a structure of their own: narrow columns, numbered files, registers, stacks of short lines."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.model import Subject

COLUMN = """TWO DETECTIVES ARE CLEARED

Three officers accused of invent-
ing a confession heard the end
of their trial at the Crown Court
yesterday.

Det. Con. VERNON ASHGROVE-
POLE, aged 34, of Loughton, was
sent to prison for eighteen months
for perjury.

Det. Sgt. Ivor Nunn, 47, and
Det. Con. Felix Orme, 31, both
of the same police station, were
found not guilty of perjury. Sgt.
Nunn said that he would return
to duty as soon as he was let.
"""

FILES = """What we saw on file: an inspection of Kent Police

File 7. A police constable asked three women for their details. A hearing found gross misconduct; he was dismissed without notice.

File 19. An inspector was told of heavy drinking by a member of her team and did nothing. She got management advice.

File 31. A member of police staff pleaded guilty to stealing. She was given a suspended sentence, and a hearing dismissed her.

We make two recommendations.
"""


def subjects(text: str) -> list[Subject]:
    return list(read(Document("page", text)).subjects)


def names(text: str) -> list[str | None]:
    return [s.name or s.label for s in subjects(text)]


def test_a_narrow_column_is_prose_and_a_name_runs_over_its_lines() -> None:
    assert names(COLUMN) == ["VERNON ASHGROVE-POLE", "Ivor Nunn", "Felix Orme"]


@pytest.mark.parametrize("word", ["File", "Case file", "Incident", "Entry"])
def test_numbered_files_each_tell_of_an_officer(word: str) -> None:
    found = subjects(FILES.replace("File", word))
    assert [s.rank for s in found] == ["police_constable", "inspector", "police_staff"]


def test_another_officer_may_come_in_the_second_sentence() -> None:
    found = subjects(
        "PC Ros Hame has been sacked for falsifying a statement, Staffordshire Police said.\n"
        "Another officer, a sergeant, received a final written warning for failing to stop her.\n"
    )
    assert [(s.name, s.rank) for s in found] == [("Ros Hame", "police_constable"), (None, "sergeant")]
