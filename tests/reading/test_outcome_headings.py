"""Lists of outcomes under headings that are verdicts, with entries stuck together and a footer that tells of all but some."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read

PAGE = """Gwent Police - misconduct hearing results, spring 2022
Dismissed
PC 1180 Alun Craddock, Newport (4 March 2022): Honesty and Integrity. Said he had taken a statement.PC 2219 Mair Penhale, Cwmbran (8 March 2022): Discreditable Conduct.
DC 'Officer K' (11 March 2022): Confidentiality. Read intelligence on a neighbour.
Written warning
Sgt 441 Huw Tremain, Ebbw Vale (15 March 2022): Duties and Responsibilities.
Not proven
PC 3004 Nia Fallowfield, Chepstow (16 March 2022).
Hearings took place at Police Headquarters, Cwmbran and were chaired by Ms Dora Quill, save for that of PC Penhale, an accelerated hearing before Chief Constable Jan Olu. In every case bar the last the panel found gross misconduct.
"""


def _subjects() -> dict[str, Any]:
    found = read(Document("x", PAGE)).to_dict()["subjects"]
    return {s["name"] or s["label"]: s["proceeding"] for s in found}


def test_every_entry_under_a_verdict_is_read() -> None:
    found = _subjects()
    assert {k: v["outcome"] for k, v in found.items()} == {
        "Alun Craddock": "dismissed",
        "Mair Penhale": "dismissed",
        "Officer K": "dismissed",
        "Huw Tremain": "written_warning",
        "Nia Fallowfield": None,
    }


def test_the_footer_tells_of_all_but_those_it_excepts() -> None:
    found = _subjects()
    assert [found["Mair Penhale"][k] for k in ("kind", "chair")] == ["accelerated_hearing", "Jan Olu"]
    assert [found["Alun Craddock"][k] for k in ("kind", "chair")] == ["misconduct_hearing", "Dora Quill"]
    assert {k for k, v in found.items() if v["finding"] == "gross_misconduct"} == set(found) - {
        "Nia Fallowfield"
    }
