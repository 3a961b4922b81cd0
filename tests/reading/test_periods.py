"""A report that covers a period: the year of the months it tells of, and whose the words beside its entries are."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.page import Page
from peelian.reading.periods import end_of_period


def _subjects(text: str) -> list[dict[str, Any]]:
    return list(read(Document("x", text)).to_dict()["subjects"])


@pytest.mark.parametrize(
    ("heading", "end"),
    [
        ("Misconduct outcomes, October to December 2020", "2020-12"),
        ("Quarter 2, 2016-17 (July - September)", "2016-09"),
        ("Conduct report Q4 2018/19", "2019-03"),
        ("Discipline 2010/11", "2011-03"),
        ("Cases finalised between 1 January and 31 March 2019", "2019-03"),
        ("FOI 1234/17", None),
        ("Between 2 May and 9 June 2019 PC Lee sent messages", None),
        ("Misconduct outcomes", None),
    ],
)
def test_the_end_of_a_period(heading: str, end: str | None) -> None:
    body = "" if heading.startswith("Between") else "\nDurham Constabulary\n"
    assert end_of_period(Page(f"{body}{heading}{'. ' + 'x' * 100 if not body else ''}\n")) == end


REPORT = """Complaints and Conduct
Office of the Police and Crime Commissioner for Cleveland
Quarter 2, 2016-17 (July - September)

The meeting heard that requests from the IPCC had grown and that staff were tired.

Hearing, 12 July. PC Idris Wolstenholme (Hartlepool) submitted a false statement. Gross misconduct. Dismissed without notice.

Hearing, 19-21 September. A sergeant, who cannot be named, faced an allegation of using force on a woman. Not proven.
"""


def test_days_take_the_period_s_year_and_words_beside_the_entries_are_nobody_s() -> None:
    people = _subjects(REPORT)
    assert [s["proceeding"]["date"] for s in people] == ["2016-07-12", "2016-09-21"]
    assert [s["investigation"]["oversight"] for s in people] == [None, None]


ORDERS = """MERSEYSIDE POLICE
WEEKLY ORDERS No. 37/2004                                    17 September 2004

D.1 The results of the following hearings are published for the information of all ranks.

D.2 A constable of 'E' Division appeared on 31 August 2004 before Assistant Chief Constable (Personnel). He had kept seized cigarettes. REQUIRED TO RESIGN.

D.3 A constable of 'F' Division was on 9 September 2004 dispensed with under Regulation 13.

D.4 In the case of Inspector G. Rainbird-Tully, whose dismissal was published in Orders 12/2004, the Home Secretary has allowed the appeal to the extent of substituting a reprimand.
"""


def test_paragraphs_numbered_with_a_letter_are_entries() -> None:
    result = read(Document("x", ORDERS)).to_dict()
    assert result["published"] == "2004-09-17"
    people = result["subjects"]
    assert [(s["name"], s["proceeding"]["date"], s["proceeding"]["outcome"]) for s in people] == [
        (None, "2004-08-31", "required_to_resign"),
        (None, "2004-09-09", "other"),
        ("G. Rainbird-Tully", None, "other"),
    ]
    assert people[2]["appeal"] == {"kind": "tribunal", "result": "varied"}


def test_an_appeal_that_waits_for_the_tribunal_named_between() -> None:
    text = "Kent Police\nPC Ann Hoad-Mensah was dismissed without notice at a misconduct hearing in May 2019. An appeal to the Police Appeals Tribunal is outstanding.\n"
    assert _subjects(text)[0]["appeal"] == {"kind": "tribunal", "result": "pending"}
