"""Showing in spite of a rule of policy: two people, never what the law forbids, a review date that counts."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.test import Client

from peelian.casebook.audit import Actor
from peelian.casebook.models import AuditEntry, Case
from peelian.desk.models import Loosening
from peelian.desk.publishing import loosening
from peelian.publication import rulebook, services
from peelian.publication.rulings import OverrideRefused

pytestmark = pytest.mark.django_db

ADA, BEN = Actor("ada"), Actor("ben")
SOON = datetime.date.today() + datetime.timedelta(days=10)


@pytest.fixture
def kent(filled: None) -> str:
    """A case whose officer is not named, by a rule of policy."""
    return Case.internal.get(force="kent", redirect=None).public_id


@pytest.fixture
def key(kent: str) -> str:
    case = Case.internal.get(public_id=kent)
    rulings = services.preview(kent).weighed.rulings
    return next(one.key for one in loosening.places(case.casefile, rulings) if one.rule == "before_charge")


def named(case: str, as_of: datetime.date | None = None) -> bool:
    return "Holloway-Snell" in services.preview(case, "cautious", as_of).case.to_json().decode()


def test_only_what_policy_keeps_back_can_be_asked_for(kent: str) -> None:
    held = services.preview(kent).weighed.rulings
    asked = loosening.places(Case.internal.get(public_id=kent).casefile, held)
    assert {one.rule for one in asked} == {"before_charge"}
    assert rulebook.rule("anonymous_details").absolute  # what goes with a name, be it told or not
    with pytest.raises(OverrideRefused, match="no decision can loosen"):
        loosening.ask(kent, f"anonymous_details|{asked[0].target}", "why not", SOON, "cautious", ADA)
    assert not Loosening.internal.exists()


def test_two_people_and_then_the_rule_counts_again(kent: str, key: str) -> None:
    assert not named(kent)
    row = loosening.ask(kent, key, "The hearing was in public.", SOON, "cautious", ADA)
    assert not named(kent), "asking shows nothing"
    for same in (ADA, Actor(" Ada ")):
        with pytest.raises(OverrideRefused, match="another person"):
            loosening.grant(kent, row.pk, same)
    loosening.grant(kent, row.pk, BEN)
    assert named(kent) and not named(kent, SOON), "it lapses on its review date"
    with pytest.raises(OverrideRefused, match="settled it already"):
        loosening.grant(kent, row.pk, Actor("cleo"))
    told = AuditEntry.internal.values_list("action", "actor_name")
    assert ("override.asked", "ada") in told and ("decision.override", "ben") in told


def test_taking_back_narrows_the_public_page_at_once(kent: str, key: str) -> None:
    row = loosening.ask(kent, key, "The hearing was in public.", SOON, "cautious", ADA)
    loosening.grant(kent, row.pk, BEN)
    services.prepare(kent, ADA)
    services.approve(kent, BEN)
    shown = [case.to_json().decode() for case in services.published_cases()]
    assert any("Holloway-Snell" in one for one in shown)
    loosening.take_back(kent, row.pk, ADA, "The notice was withdrawn.")
    assert not any("Holloway-Snell" in case.to_json().decode() for case in services.published_cases())


@pytest.mark.parametrize(
    ("reason", "days", "told"),
    [("", 10, "no reason"), ("why", None, "no review date"), ("why", 0, "not after"), ("why", 400, "within a year")],
)  # fmt: skip
def test_what_is_missing_is_said(kent: str, key: str, reason: str, days: int | None, told: str) -> None:
    day = None if days is None else datetime.date.today() + datetime.timedelta(days=days)
    with pytest.raises(OverrideRefused, match=told):
        loosening.ask(kent, key, reason, day, "cautious", ADA)
    with pytest.raises(OverrideRefused):
        loosening.ask(kent, "spent_conviction|p-000000000000/name", "why", SOON, "cautious", ADA)
    for policy in ("internal", "none"):
        with pytest.raises(OverrideRefused, match="no policy"):
            loosening.ask(kent, key, "why", SOON, policy, ADA)
    assert not Loosening.internal.exists()


def test_by_the_pages(kent: str, key: str, as_role: Callable[..., Client]) -> None:
    caseworker, editor = as_role("caseworker", name="ada"), as_role("editor", name="ben")
    page, address = f"/desk/publication/{kent}/", f"/desk/publication/{kent}/show/"
    assert key in caseworker.get(page).content.decode()
    given = {"place": key, "policy": "cautious", "review_on": SOON.isoformat()}
    assert caseworker.post(address, {**given, "reason": ""}).status_code == 422
    assert caseworker.post(address, {**given, "reason": "In public.", "review_on": "x"}).status_code == 422
    assert caseworker.post(address, {**given, "reason": "In public."}).status_code == 302
    row = Loosening.internal.get()
    assert "requests to show more" in editor.get("/desk/").content.decode()
    assert "another person decides" in caseworker.get(page).content.decode()
    assert editor.post(f"{address}{row.pk}/", {"act": "refuse"}).status_code == 422
    assert editor.post(f"{address}{row.pk}/", {"act": "grant"}).status_code == 302
    assert named(kent)
    listed = editor.get("/desk/publication/shown-in-spite/").content.decode()
    assert "None within two weeks" not in listed and "In public." in listed
    assert "1 due for another look" in editor.get("/desk/").content.decode()
    assert editor.post(f"{address}{row.pk}/take-back/", {"reason": "Over."}).status_code == 302
    assert not named(kent)


def test_a_restriction_takes_a_public_case_away_at_once(kent: str, as_role: Callable[..., Client]) -> None:
    services.prepare(kent, ADA)
    services.approve(kent, BEN)
    assert list(services.published_cases())
    given = {"state": "in_force", "reason": "the court's clerk"}
    assert as_role("editor").post(f"/desk/publication/{kent}/settle/", given).status_code == 302
    assert not list(services.published_cases())


def test_a_place_is_kept_back_by_the_page(kent: str, as_role: Callable[..., Client]) -> None:
    editor, person = as_role("editor"), Case.internal.get(public_id=kent).casefile.parties[0].person  # type: ignore[union-attr]
    given = {"act": "withhold", "reason": "A mistake in the notice."}
    address = f"/desk/publication/{kent}/settle/"
    assert editor.post(address, {**given, "place": "nowhere"}).status_code == 422
    assert editor.post(address, {**given, "place": f"{person}/rank"}).status_code == 302
    rank = services.preview(kent).case.parties[0].facts["rank"]
    assert not rank.visible
