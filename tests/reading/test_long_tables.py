"""A table copied cell by cell whose headings come again on each page, and not before each row."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read

_HEADINGS = "Officer\nHearing dates\nBreaches\nChair\nDecision\n"
_TABLE = (
    "Outcomes of misconduct hearings\nDerbyshire Constabulary\n"
    + _HEADINGS
    + "PC 3391 Ann Buxton\n4 October 2022\nHonesty and Integrity\nDr H Amber (LQC)\nGross misconduct. Dismissal without notice.\n"
    + _HEADINGS
    + "Detective Constable (identity protected)\n10 October 2022\nConfidentiality\nMr V Ash (LQC)\nMisconduct. Final written warning for 2 years.\n"
    + "Former Inspector 2004 Silas Heanor\n13 October 2022\nDiscreditable Conduct\nChief Constable F Raven\nGross misconduct. Would have been dismissed.\n"
    + _HEADINGS
    + "PS 1655 Cora Whaley\n20 October 2022\nNone found\nMr V Ash (LQC)\nNot proven.\n"
)


def test_a_row_below_another_without_headings_of_its_own_is_a_row() -> None:
    found = read(Document("x", _TABLE)).to_dict()["subjects"]
    assert [
        (one["name"], one["proceeding"]["date"], one["proceeding"]["chair"], one["proceeding"]["outcome"])
        for one in found
    ] == [
        ("Ann Buxton", "2022-10-04", "H Amber", "dismissed_without_notice"),
        (None, "2022-10-10", "V Ash", "final_written_warning"),
        ("Silas Heanor", "2022-10-13", "F Raven", "would_have_been_dismissed"),
        ("Cora Whaley", "2022-10-20", "V Ash", None),
    ]
