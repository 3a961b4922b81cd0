"""Decisions follow a case that was merged into another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.publication.test_services import ADA, DAY, actor, keep

pytestmark = pytest.mark.django_db(transaction=True)
OLD, NEW = "c-bbbbbbbbbb", "c-aaaaaaaaaa"
LATER = date.today() + timedelta(days=1)


def decided(target: str, effect: str = "withhold", rule: str = "decision") -> None:
    """A decision about the former case."""
    from peelian.publication import services
    from peelian.publication.rulings import Override

    review = DAY + timedelta(days=4_000)
    given = Override(
        id="", target=target, effect=effect, rule=rule, reason="So.", by="", on=DAY, review_on=review
    )  # type: ignore[arg-type]
    services.override(OLD, given, actor(ADA))


@pytest.fixture
def merged() -> str:
    """The case; another was merged into it by way of a third, and its person into this one's."""
    from peelian.casebook.models import Case, Person

    now = keep()
    person = Person.internal.create(public_id="p-person0000")
    Person.internal.create(public_id="p-former0000", redirect=person)
    between = Case.internal.create(public_id="c-cccccccccc", redirect=Case.internal.get(public_id=now))
    Case.internal.create(public_id=OLD, redirect=between)
    return now


def test_a_decision_to_show_less_follows_with_the_person(merged: str) -> None:
    from peelian.publication import services

    decided("p-former0000/age")
    (party,) = services.preview(merged, as_of=LATER).case.parties
    assert party.facts["age"].state == "withheld" and party.facts["age"].rule == "decision"


def test_of_a_record_that_may_be_another_by_now_each_of_its_kind_is_withheld(merged: str) -> None:
    from peelian.publication import services

    decided(f"{OLD}/p-former0000/proceedings/7/venue")
    decided(f"{OLD}/p-former0000/sentences/3")
    weighed = services.preview(merged, as_of=DAY + timedelta(days=30)).weighed
    assert not weighed.case.held  # decided later than that day: nothing yet
    rulings = services.preview(merged, as_of=LATER).weighed.rulings
    by_people = {ruling.target for ruling in rulings if ruling.rule == "decision"}
    assert f"{NEW}/p-person0000/proceedings/1/venue" in by_people
    assert f"{NEW}/p-person0000/sentences/1" in by_people


def test_showing_more_follows_only_where_the_place_is_the_same(merged: str) -> None:
    from peelian.publication import services

    decided("p-former0000/name", "show", "named_through_spent_conviction")
    decided(f"{OLD}/p-former0000/offences/1", "show", "spent_conviction")
    kept = services.preview(merged, as_of=LATER).weighed.rulings
    assert any(r.rule == "spent_conviction" and r.target.endswith("offences/1") for r in kept)
    assert not any("Shown by an editor" in r.words and "offences" in r.target for r in kept)


def test_an_order_follows(merged: str) -> None:
    from peelian.publication import services
    from peelian.publication.rulings import Restriction

    order = Restriction(id="", state="in_force", reason="A letter.", by="", on=DAY, targets=("p-former0000/name",), person="p-former0000")  # fmt: skip
    services.restrict(OLD, order, actor(ADA))
    (party,) = services.preview(merged, as_of=LATER).case.parties
    assert not party.named and b"Vane" not in services.preview(merged, as_of=LATER).case.to_json()


def test_an_order_about_a_record_that_is_no_more_holds_the_case(merged: str) -> None:
    from peelian.publication import services
    from peelian.publication.rulings import Restriction

    order = Restriction(id="", state="in_force", reason="A letter.", by="", on=DAY, targets=(f"{OLD}/p-former0000/appeals/1",))  # fmt: skip
    services.restrict(OLD, order, actor(ADA))
    assert services.preview(merged, as_of=LATER).case.held


def test_notes_follow(merged: str) -> None:
    from peelian.publication import requests, services

    requests.correct(OLD, actor(ADA), "The town was wrong.", about="p-former0000/residence", on=DAY)
    requests.correct(OLD, actor(ADA), "The day was wrong.", about=f"{OLD}/p-former0000/proceedings/2", on=DAY)
    notes = services.preview(merged, as_of=DAY).case.corrections
    assert [note.about for note in notes] == ["p-person0000/residence", ""]
