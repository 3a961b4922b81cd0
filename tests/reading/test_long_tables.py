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


def test_a_table_gives_ranks_in_a_later_column_than_names() -> None:
    read_ = read(
        Document(
            "x",
            "Suffolk Constabulary\nMisconduct hearings register\nName\nService no.\nGrade\nHeard on\nBefore\nOutcome\n"
            "Fenella Obi\n1190\nPCSO\n12 March 2020\nDeputy Chief Constable R Tindall\nDismissed\n"
            "Hugo Ransley\n451\nDetective Sergeant\n20 March 2020\nMr A Quill\nFinal written\nwarning\n"
            "Officer D\n-\nConstable\n2 April 2020\nMr A Quill\nWritten warning\nFirst page | Previous | Next\n",
        )
    ).to_dict()
    assert [
        (s["name"] or s["label"], s["collar_number"], s["rank"], s["proceeding"]["date"])
        for s in read_["subjects"]
    ] == [
        ("Fenella Obi", "1190", "pcso", "2020-03-12"),
        ("Hugo Ransley", "451", "detective_sergeant", "2020-03-20"),
        ("Officer D", None, "police_constable", "2020-04-02"),
    ]


def test_a_table_gives_no_ranks_at_all() -> None:
    read_ = read(
        Document(
            "x",
            "Cumbria Constabulary\nHearing results\nOfficer\nDate\nChair\nOutcome\n"
            "Lorna Pickthall-Osei\n4 May 2019\nMr D Rowntree\nGross misconduct. Dismissed without notice\n"
            "Idris Calloway\n9 May 2019\nMs T Frayne\nMisconduct. Final written warning\n"
            "Former officer Edwin Marsh\n12 May 2019\nMs T Frayne\nGross misconduct. Would have been dismissed\n",
        )
    ).to_dict()
    assert [(s["name"], s["former"], s["proceeding"]["chair"]) for s in read_["subjects"]] == [
        ("Lorna Pickthall-Osei", None, "D Rowntree"),
        ("Idris Calloway", None, "T Frayne"),
        ("Edwin Marsh", True, "T Frayne"),
    ]
    assert read_["subjects"][0]["proceeding"]["outcome"] == "dismissed_without_notice"


def test_a_name_stands_in_two_cells() -> None:
    read_ = read(
        Document(
            "x",
            "Dorset Police\nMisconduct outcomes 2022\nSurname\nFirst name\nRank\nDate of hearing\nResult\n"
            "Penhale\nMarcus\nPC\n11/01/2022\nDismissed without notice\nAldous-King\nSheena\nSgt\n18/02/2022\nWritten warning\n",
        )
    ).to_dict()
    assert [s["name"] for s in read_["subjects"]] == ["Marcus Penhale", "Sheena Aldous-King"]


def test_a_cell_without_figures_is_no_collar_number() -> None:
    read_ = read(
        Document(
            "x",
            "Kent Police\nOutcomes\nName\nCollar no.\nRank\nDate\nOutcome\n"
            "Fenella Obi\n1190\nPCSO\n12 March 2020\nDismissed\nOfficer D\n-\nConstable\n2 April 2020\nWritten warning\n",
        )
    ).to_dict()
    assert [s["collar_number"] for s in read_["subjects"]] == ["1190", None]


def test_a_meeting_is_chaired_by_an_inspector() -> None:
    found = read(
        Document(
            "x",
            "Hertfordshire Constabulary\nPublic register: outcomes\nDate\nWho\nType\nWhat was alleged\nChaired by\nSanction\n"
            "5 October 2022\nPCSO 7120 Marlowe Pugh\nHearing\nTook a bicycle.\nMs E Quillfeather (LQC)\nDismissed without notice\n"
            "6 December 2022\nSC 9044 Perpetua Lindgaard\nMeeting\nLate for duty.\nChief Inspector B Ormerod\nFinal written warning\n",
        )
    ).to_dict()["subjects"]
    assert [(s["proceeding"]["chair"], s["proceeding"]["chair_role"]) for s in found] == [
        ("E Quillfeather", "LQC"),
        ("B Ormerod", "Chief Inspector"),
    ]
