"""Tables whose cells are stuck together: each row's officer, or nobody."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.columnar import columnar
from peelian.reading.frame import Frame
from peelian.reading.page import Page
from peelian.reading.scan import Scan


def _told(text: str) -> list[tuple[Any, ...]]:
    subjects: list[dict[str, Any]] = read(Document("x", text)).to_dict()["subjects"]
    return [
        (s["name"], s["rank"], (s["proceeding"] or {}).get("date"), (s["proceeding"] or {}).get("outcome"))
        for s in subjects
    ]


_TITLE = "Durham Constabulary\nMisconduct hearing outcomes, 2021\n"


def test_name_rank_date_and_outcome_are_cut_at_the_seams() -> None:
    text = (
        _TITLE + "NameRankHearing dateAllegationOutcome\n"
        "Perran McAllister-VyePolice Constable4 May 2021Kept a wallet that was handed inDismissed without notice\n"
        "Ottilie DaneskPolice Sergeant11 & 12 May 2021Sent crude messages to a traineeFinal Written Warning (2 years)\n"
        "Officer anonymisedDetective Constable9 June 2021Read his former wife's recordsWritten Warning\n"
        "Former PC Hew TolgarrickPolice Constable20 July 2021Slept with a witnessWould have been dismissed\n"
    )
    assert _told(text) == [
        ("Perran McAllister-Vye", "police_constable", "2021-05-04", "dismissed_without_notice"),
        ("Ottilie Danesk", "sergeant", "2021-05-12", "final_written_warning"),
        (None, "detective_constable", "2021-06-09", "written_warning"),
        ("Hew Tolgarrick", "police_constable", "2021-07-20", "would_have_been_dismissed"),
    ]


def test_the_rank_may_stand_first() -> None:
    text = (
        _TITLE + "RankNameDateOutcome\n"
        "InspectorMorwenna Hask3 March 2021Dismissed\n"
        "PCTobias Quenby9 April 2021Written Warning\n"
    )
    assert [t[:2] for t in _told(text)] == [
        ("Morwenna Hask", "inspector"),
        ("Tobias Quenby", "police_constable"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Someone11January2021dismissed",  # no seam between name and rank
        "Constable2 March 2021Dismissed without notice",  # no name
    ],
)
def test_no_name_is_made_of_a_rank_a_figure_or_a_label(row: str) -> None:
    names = [name for name, *_ in _told(_TITLE + "NameRankDateOutcome\n" + row + "\n")]
    assert all(name is None or not any(c.isdigit() for c in name) for name in names)
    assert not any(name and "Constable" in name for name in names)


def test_a_date_in_another_column_is_not_the_hearings() -> None:
    text = (
        "Kent Police\n\nRank | Name | Sentence | Finding | Outcome\n"
        "PC | Alder Finchale | Fined at Medway Magistrates' Court, 3 May 2019 | Gross misconduct | Dismissed\n"
        "PC | Bryn Osmotherly | - | Misconduct | Written warning\n"
    )
    assert [(t[0], t[2]) for t in _told(text)] == [("Alder Finchale", None), ("Bryn Osmotherly", None)]


_COLUMNS = [
    ("Ref", "1", "2", "3"),
    ("Rank", "PC", "Sgt", "PCSO"),
    ("Offence", "None", "Common assault; caution", "Theft; convicted, Derby Crown Court"),
    ("Type of proceeding", "Misconduct hearing", "Misconduct meeting", "Disciplinary hearing"),
    ("Date", "3 March 2022", "9 May 2022", "1 July 2022"),
    ("Result", "Not proven", "Written warning", "Dismissed without notice"),
]


def test_columns_that_stand_one_after_another_are_read_across() -> None:
    text = "Derbyshire Constabulary\nDisclosure log\n\n" + "\n".join(
        cell for column in _COLUMNS for cell in column
    )
    assert _told(text) == [
        (None, "police_constable", "2022-03-03", None),
        (None, "sergeant", "2022-05-09", "written_warning"),
        (None, "pcso", "2022-07-01", "dismissed_without_notice"),
    ]


def test_columns_of_different_lengths_are_not_read_across() -> None:
    """Which cell is whose cannot be said: nobody is both warned and dismissed for another's theft."""
    short = [column[:-1] if column[0] == "Offence" else column for column in _COLUMNS]
    page = Page(
        "Derbyshire Constabulary\nDisclosure log\n\n" + "\n".join(cell for column in short for cell in column)
    )
    assert columnar(Frame(page, Scan(page))) == []
