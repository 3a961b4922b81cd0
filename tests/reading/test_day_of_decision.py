"""Which day a decision was given on: not a court's, not an announcement's, and one that is only counted."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _told(text: str) -> tuple[Any, Any, Any]:
    subjects = read(Document("x", text)).to_dict()["subjects"]
    p = next(s["proceeding"] or {} for s in subjects if s["name"] == "Adam Hale")
    return p.get("date"), p.get("finding"), p.get("outcome")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("PC Adam Hale of Kent Police was cleared of gross misconduct on 10 October 2017 by a panel in Maidstone.", "2017-10-10"),
        ("In a ruling dated 5 May 2019 a misconduct panel dismissed PC Adam Hale of Kent Police.", "2019-05-05"),
        ("Between 1 and 5 May 2019 a misconduct panel heard the case of PC Adam Hale of Kent Police. He was dismissed.", "2019-05-05"),
        ("The misconduct hearing opened on 1 May 2019. Four days later PC Adam Hale of Kent Police was dismissed.", "2019-05-05"),
        ("PC Adam Hale was fined at Maidstone Magistrates' Court on 1 May 2019. Kent Police sacked him at an accelerated hearing nine days later.", "2019-05-10"),
        ("PC Adam Hale of Kent Police, a probationer, had his services dispensed with under Regulation 13 by the chief constable in August 2012.", "2012-08"),
        ("PC Adam Hale was convicted on 3 March 2019 and dismissed by Kent Police on 5 May 2019 at an accelerated hearing.", "2019-05-05"),
        # neighbours that stay without a day
        ("PC Adam Hale of Kent Police, who was convicted on 1 March 2019, was later dismissed at an accelerated hearing.", None),
        ("PC Adam Hale was cleared of assault by a jury on 1 March 2019. Kent Police then sacked him at a misconduct hearing.", None),
        ("PC Adam Hale was fined at Maidstone Magistrates' Court on 1 May 2019. Kent Police sacked him at an accelerated hearing about ten days later.", None),
    ],
)  # fmt: skip
def test_the_day_is_that_of_the_decision(text: str, day: str | None) -> None:
    assert _told(text)[0] == day


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The misconduct panel ordered the summary dismissal of PC Adam Hale of Kent Police.", "dismissed_without_notice"),
        ("PC Adam Hale of Kent Police was given instant dismissal at a misconduct hearing.", "dismissed_with_immediate_effect"),
        ("The misconduct panel ordered PC Adam Hale's immediate dismissal from Kent Police.", "dismissed_with_immediate_effect"),
        ("Relatives called for the summary dismissal of PC Adam Hale of Kent Police. A misconduct panel gave him a written warning.", "written_warning"),
        ("A misconduct hearing for PC Adam Hale of Kent Police ended with nothing worse than a written warning.", "written_warning"),
        ("The panel found misconduct and imposed no more than a final written warning on PC Adam Hale of Kent Police.", "final_written_warning"),
        ("The officer's lawyer told the misconduct panel that PC Adam Hale of Kent Police deserved no more than a written warning.", None),
        ("The existing final written warning of PC Adam Hale, of Kent Police, was extended by a year at a misconduct hearing.", "final_written_warning"),
        ("A misconduct panel extended PC Adam Hale's current final written warning from Kent Police by twelve months.", "final_written_warning"),
        ("PC Adam Hale of Kent Police, already on a final written warning, was sacked by a misconduct panel.", "dismissed"),
        ("The panel read out that PC Adam Hale of Kent Police was guilty of gross misconduct and that he was to be dismissed forthwith.", "dismissed_with_immediate_effect"),
        ("It was said at the misconduct hearing that PC Adam Hale of Kent Police was to be dismissed. He was given a written warning.", "written_warning"),
    ],
)  # fmt: skip
def test_the_sanction_is_what_was_given(text: str, outcome: str | None) -> None:
    assert _told(text)[2] == outcome
