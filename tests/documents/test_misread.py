"""A scan's "rn" for "m" is put right in words of a closed list, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from peelian.documents import load
from peelian.documents.misread import mend_misread
from peelian.reading import read


@pytest.mark.parametrize(
    ("given", "mended"),
    [
        ("disrnissed", "dismissed"),
        ("dis rnissed", "dismissed"),
        ("4 Septernber 2023", "4 September 2023"),
        ("cornrnitted", "committed"),
        ("cornmitted", "committed"),
        ("Comrnander Lee", "Commander Lee"),
        ("gross rnisconduct", "gross misconduct"),
        ("Birmingham rnagistrates", "Birmingham magistrates"),
    ],
)
def test_misread_words_are_put_right_and_told(given: str, mended: str) -> None:
    text, notes = mend_misread(given)
    assert text == mended
    assert notes == ("mended 1 word that a scan misread (rn for m)",)
    assert mend_misread(text) == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        "Sgt Burnham and PC Corn Turner",
        "a modern barn in Kernow",
        "PC Arnold was warned",
        "he returned it",
        "stern",
    ],
)
def test_words_and_names_with_rn_stay(text: str) -> None:
    assert mend_misread(text) == (text, ())


def test_the_words_shown_are_those_of_the_mended_text(tmp_path: Path) -> None:
    path = tmp_path / "scan.txt"
    path.write_text(
        "PC Mark Reed cornmitted gross rnisconduct and was dis rnissed without notice on 12 Novernber 2022.\n"
    )
    document = load(path)
    assert any("misread" in note for note in document.notes)
    [subject] = read(document).to_dict()["subjects"]
    assert subject["name"] == "Mark Reed"
    proceeding = subject["proceeding"]
    assert (proceeding["outcome"], proceeding["date"]) == ("dismissed_without_notice", "2022-11-12")
    assert "dismissed without notice on 12 November 2022" in document.text
