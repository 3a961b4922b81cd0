"""An officer without a name who comes in only as one who has since left is no subject beside a named one."""

from __future__ import annotations

import pytest
from whole_pages import subjects, the_one

_OWN = "PC Dennis Orme, of Kent Police, was dismissed without notice on 4 May 2016. "


@pytest.mark.parametrize(
    "told",
    [
        "He told the panel that an inspector, now retired, had given him leave to look at the file.",
        "A superintendent who has since left the force had signed the form.",
        "The e-mail in which a sergeant, since retired, asked him to look was found later.",
    ],
)
def test_no_subject_is_made_of_a_retired_inspector(told: str) -> None:
    assert the_one(_OWN + told)["name"] == "Dennis Orme"


def test_a_sergeant_who_left_before_being_disciplined_is_told_of() -> None:
    assert len(subjects(_OWN + "A sergeant who supervised him retired before he could be disciplined.")) == 2
