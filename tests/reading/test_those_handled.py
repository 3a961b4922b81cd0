"""Why somebody whom an officer dealt with was in custody is no charge of the officer's."""

from __future__ import annotations

import pytest
from whole_pages import the_one

_WARNED = " He was given a written warning at a misconduct meeting on 4 May 2021."


@pytest.mark.parametrize(
    "deed",
    [
        "PC Dennis Orme of Kent Police pushed a teenager arrested on suspicion of theft against a wall.",
        "PC Dennis Orme of Kent Police was on duty when a 48-year-old man arrested for a breach of the peace told him of his illness.",
        "PC Dennis Orme of Kent Police interviewed a suspect charged with burglary without a solicitor.",
        "PC Dennis Orme of Kent Police failed to search a prisoner who had been arrested for criminal damage, and who later fell ill.",
        "PC Dennis Orme of Kent Police had an affair with a woman accused of fraud and lied about it.",
    ],
)
def test_it_is_no_charge_of_the_officer(deed: str) -> None:
    subject = the_one(deed + _WARNED)
    assert subject["offences"] == []
    assert subject["proceeding"]["outcome"] == "written_warning"


@pytest.mark.parametrize(
    "deed",
    [
        "PC Dennis Orme of Kent Police, a 48-year-old man arrested on suspicion of theft, has been suspended.",
        "Officers said the man charged with theft was PC Dennis Orme of Kent Police.",
        "PC Dennis Orme of Kent Police was jailed for two years. He had an affair with a woman accused of fraud and admitted theft.",
    ],
)
def test_the_officers_own_charge_stays(deed: str) -> None:
    assert [o["offence"] for o in the_one(deed)["offences"]] == ["theft"]
