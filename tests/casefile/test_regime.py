"""Which Regulations govern: stated, inferred, unknown."""

from __future__ import annotations

import pytest
from tests.casefile.cases import built, offence, proceeding, told, wrote

from peelian.casefile.facts import Regime


def regime(*tellings, **how) -> Regime:  # type: ignore[no-untyped-def]
    found = built(*tellings, **how).regime
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("day", "ids"), [("2012-11-21", ("r2008",)), ("2020-02-01", ("r2020",)), ("2012", ("r2008", "r2012"))]
)
def test_stated_by_the_day_of_attention(day: str, ids: tuple[str, ...]) -> None:
    found = regime(told(), written=[wrote("dates.attention", day)])
    assert (found.ids, found.basis) == (ids, "stated")


def test_a_person_can_write_the_regime_down() -> None:
    assert regime(told(), written=[wrote("regime", "r2008")]).ids == ("r2008",)


def test_unknown_where_nothing_narrows_it() -> None:
    found = regime(told("2024-05-01", rank="sergeant"))
    assert (found.basis, len(found.ids)) == ("unknown", 4)


def test_inferred_from_what_was_known_by_then() -> None:
    found = regime(told("2015-03-01", offences=[offence(stage="charged")]))
    assert (found.ids, found.basis) == (("r2004", "r2008", "r2012"), "inferred")
    assert "2015-03-01" in found.reason


def test_inferred_from_the_conduct_and_the_kind_of_hearing() -> None:
    tale = told(
        "2021-03-01", proceeding=proceeding("special_case_hearing", date="2021-02-03", outcome="dismissed")
    )
    assert regime(tale).ids == ("r2008", "r2012")
    assert regime(tale, written=[wrote("dates.conduct_from", "2016")]).ids == ("r2012",)


def test_the_regulations_do_not_bind_staff_or_other_countries() -> None:
    assert regime(told(rank="police_staff")).ids == ()
    assert regime(told(force="police_scotland")).ids == ()
    assert "staff" in regime(told(rank="pcso")).reason
    assert regime(told(rank="special_constable")).ids


def test_what_was_known_on_the_first_day_of_a_regime_can_be_under_it() -> None:
    assert "r2020" in regime(told("2020-02-01", offences=[offence(stage="charged")])).ids
    assert "r2020" not in regime(told("2020-01-31", offences=[offence(stage="charged")])).ids


def test_the_reason_names_what_narrowed_it() -> None:
    tale = told("2020-09-20", proceeding=proceeding(date="2019-09-11", outcome="dismissed_without_notice"))
    found = regime(tale)
    assert found.ids == ("r2008", "r2012")
    assert "dismissed without notice" in found.reason and "misconduct hearing is" not in found.reason
