"""Two people's act, review by date, requests and retention, on real tables."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2024, 6, 1, 12, tzinfo=ZoneInfo("UTC"))
DAY = date(2024, 6, 1)


def actor(name: str) -> Any:
    from peelian.casebook.audit import Actor

    return Actor(name)


ADA, BEN = "ada", "ben"


@pytest.fixture
def case() -> str:
    """The dismissed officer in the casebook's tables."""
    return keep()


def keep(made: Any = None) -> str:
    from tests.publication.making import dismissed, make

    from peelian.casebook.models import Case, Reading, Source, SourceText

    made = made or make(dismissed())
    for source in made.case.sources:
        row = Source.internal.create(
            public_id=source.id,
            sha256="0" * 64,
            part=source.id,
            text_sha256="0" * 64,
            kind=source.kind,
            official=source.official,
            published=source.published,
            added_at=NOW,
        )
        SourceText.internal.create(source=row, text=made.texts[source.id])
        marks = [
            {"kind": m.kind, "start": m.start, "end": m.end, "reason": ""}
            for m in made.sensitive
            if m.source == source.id
        ]
        Reading.internal.create(
            source=row, reader="test", version="1", made_at=NOW, body={"subjects": [], "sensitive": marks}
        )
    Case.internal.create(public_id=made.case.id, facts=msgspec.to_builtins(made.case), title=made.case.title)
    return made.case.id


def public() -> list[str]:
    from peelian.publication.models import PublishedRow

    return [row.case.title for row in PublishedRow.public.all()]


def test_a_case_goes_public_by_two_people(case: str) -> None:
    from peelian.casebook.models import AuditEntry, Decision
    from peelian.publication import services

    services.prepare(case, actor(ADA), as_of=DAY)
    assert public() == []
    with pytest.raises(services.Refused, match="another person must approve"):
        services.approve(case, actor("Ada "), as_of=DAY)
    services.approve(case, actor(BEN), as_of=DAY)
    assert public() == ["PC Idris Vane, North Yorkshire Police"]
    actions = list(AuditEntry.internal.values_list("action", flat=True))
    assert actions == ["publication.prepared", "decision.publish", "publication.approved"]
    assert "Vane" not in str(list(AuditEntry.internal.values()))
    assert Decision.internal.get(kind="publish").payload["prepared_by"] == ADA


def test_nothing_is_approved_that_nobody_prepared(case: str) -> None:
    from peelian.publication import services

    with pytest.raises(services.Refused, match="nothing is prepared"):
        services.approve(case, actor(BEN), as_of=DAY)


def test_what_changed_since_it_was_prepared_is_not_approved(case: str) -> None:
    from tests.publication.test_policies import later_source

    from peelian.casebook.models import Case
    from peelian.publication import services

    services.prepare(case, actor(ADA), as_of=DAY)
    Case.internal.filter(public_id=case).update(facts=msgspec.to_builtins(later_source().case))
    with pytest.raises(services.Refused, match="has changed since it was prepared"):
        services.approve(case, actor(BEN), as_of=date(2025, 1, 10))


def test_the_internal_policy_is_never_published(case: str) -> None:
    from peelian.publication import services

    with pytest.raises(services.Refused, match="not for the public"):
        services.prepare(case, actor(ADA), policy="internal", as_of=DAY)


def test_managers_show_nothing_unless_asked(case: str) -> None:
    from django.apps import apps

    from peelian.publication import services

    services.prepare(case, actor(ADA), as_of=DAY)
    services.approve(case, actor(BEN), as_of=DAY)
    for model in apps.get_app_config("publication").get_models():
        assert not hasattr(model, "objects"), model
        assert model._default_manager.name == "public", model
        if model.__name__ != "PublishedRow":
            assert model._default_manager.count() == 0, model


def test_a_day_tightens_and_never_loosens(case: str) -> None:
    from peelian.publication import services
    from peelian.publication.models import Publication, PublishedRow

    services.prepare(case, actor(ADA), as_of=DAY)
    services.approve(case, actor(BEN), as_of=DAY)
    assert services.apply_date_changes(date(2025, 7, 2)).unchanged == 1
    done = services.apply_date_changes(date(2025, 7, 3), every=False)
    assert done.tightened == (case,)
    assert "theft" not in PublishedRow.public.get().body
    assert Publication.internal.get().next_review == date(2029, 5, 2)
    # Going back in time would show more: that is only ever proposed.
    done = services.apply_date_changes(date(2024, 6, 2))
    assert done.proposed == (case,) and done.tightened == ()
    assert "theft" not in PublishedRow.public.get().body
    assert services.apply_date_changes(date(2024, 6, 2)).proposed == (), "proposed once"
    with pytest.raises(services.Refused, match="proposed by a rule"):
        services.approve(case, actor(BEN), as_of=date(2024, 6, 2))


def test_new_facts_wait_for_two_people_while_the_day_tightens(case: str) -> None:
    from tests.publication.test_policies import later_source

    from peelian.casebook.models import Case
    from peelian.publication import services
    from peelian.publication.models import Publication, PublishedRow

    services.prepare(case, actor(ADA), as_of=DAY)
    services.approve(case, actor(BEN), as_of=DAY)
    Case.internal.filter(public_id=case).update(facts=msgspec.to_builtins(later_source().case))
    done = services.apply_date_changes(date(2025, 7, 4))
    assert done.tightened == (case,) and done.proposed == (case,)
    body = PublishedRow.public.get().body
    assert "theft" not in body and "2009" not in body
    waiting = Publication.internal.get().proposed
    assert waiting is not None and waiting.parties[0].get("joined") == "2009"


def test_a_hold_takes_a_case_from_the_public(case: str) -> None:
    from peelian.publication import services
    from peelian.publication.rulings import Restriction

    services.prepare(case, actor(ADA), as_of=DAY)
    services.approve(case, actor(BEN), as_of=DAY)
    order = Restriction(id="", state="in_force", reason="A section 4(2) order.", by="", on=DAY)
    services.restrict(case, order, actor(ADA))
    later = date.today() + timedelta(days=1)
    assert services.apply_date_changes(later).withdrawn == (case,)
    assert public() == []
    with pytest.raises(services.Refused, match="on hold"):
        services.prepare(case, actor(ADA), as_of=later)


def test_one_person_withdraws_at_once(case: str) -> None:
    from peelian.publication import services

    services.prepare(case, actor(ADA), as_of=DAY)
    services.approve(case, actor(BEN), as_of=DAY)
    with pytest.raises(services.Refused, match="say why"):
        services.withdraw(case, actor(ADA), " ")
    services.withdraw(case, actor(ADA), "The force withdrew its statement.")
    assert public() == []


def test_signals_tell_the_rooms_above(case: str) -> None:
    from peelian.publication import services, signals

    heard: list[str] = []

    def on_published(sender: Any, case: Any, **_: Any) -> None:
        heard.append(f"published {case.id}")

    def on_withdrawn(sender: Any, case_id: str, **_: Any) -> None:
        heard.append(f"withdrawn {case_id}")

    signals.case_published.connect(on_published)
    signals.case_withdrawn.connect(on_withdrawn)
    try:
        services.prepare(case, actor(ADA), as_of=DAY)
        services.approve(case, actor(BEN), as_of=DAY)
        services.withdraw(case, actor(ADA), "A test.")
    finally:
        signals.case_published.disconnect(on_published)
        signals.case_withdrawn.disconnect(on_withdrawn)
    assert heard == [f"published {case}", f"withdrawn {case}"]


def test_an_override_is_kept_and_counts(case: str) -> None:
    from peelian.publication import services
    from peelian.publication.rulings import Override, OverrideRefused

    given = Override(id="", target="p-person0000/age", effect="withhold", reason="Not needed.", by="", on=DAY)
    services.override(case, given, actor(ADA))
    later = date.today() + timedelta(days=1)
    shown = services.preview(case, as_of=later).case.parties[0].facts["age"]
    assert shown.state == "withheld" and shown.rule == "decision"
    with pytest.raises(OverrideRefused, match="no decision can loosen"):
        services.override(case, msgspec.structs.replace(given, effect="show", rule="child"), actor(ADA))


def test_a_preview_says_what_changes_and_changes_nothing(case: str) -> None:
    from peelian.publication import services

    seen = services.preview(case, as_of=DAY)
    assert not seen.public and {change.kind for change in seen.changes} == {"appears"}
    assert any(ruling.rule == "street_address" for ruling in seen.weighed.rulings)
    assert public() == []


def test_all_cases_at_once_and_the_rows_again(case: str) -> None:
    from peelian.publication import services
    from peelian.publication.models import PublishedRow

    assert services.publish_all(actor(ADA), actor(BEN), as_of=DAY) == (1, 0)
    before = PublishedRow.public.get().body
    PublishedRow.public.all().delete()
    assert services.rebuild_rows() == 1
    assert PublishedRow.public.get().body == before
    assert [one.id for one in services.published_cases()] == [case]


def test_secrets_are_masked_from_the_tables_too() -> None:
    from tests.publication.cases import SECRETS, everything
    from tests.publication.test_leaks import found_in

    from peelian.publication import services
    from peelian.publication.models import PublishedRow

    keep(everything())
    assert services.publish_all(actor(ADA), actor(BEN), as_of=DAY) == (1, 0)
    assert found_in(PublishedRow.public.get().body, SECRETS) == []


def test_a_request_is_answered_within_a_month_and_leaves_a_trail(case: str) -> None:
    from peelian.publication import requests, services
    from peelian.publication.models import PublicRequest

    services.publish_all(actor(ADA), actor(BEN), as_of=DAY)
    row = requests.receive(case, "correction", "The date is wrong.", "x@example.org", on=date(2024, 1, 31))
    assert row.due == date(2024, 2, 29)
    with pytest.raises(requests.RequestRefused, match="reasons"):
        requests.answer(row.reference, actor(ADA), "refused", " ")
    requests.answer(row.reference, actor(ADA), "in_hand", "Looking.")
    requests.answer(row.reference, actor(BEN), "answered", "Corrected.", sent=True, on=date(2024, 2, 5))
    requests.correct(
        case, actor(BEN), "The date was wrong and is now right.", request=row, on=date(2024, 2, 5)
    )
    row = PublicRequest.internal.get()
    assert [step.by for step in row.steps(manager="internal").all()] == ["", ADA, BEN]
    services.prepare(case, actor(ADA), as_of=DAY)
    services.approve(case, actor(BEN), as_of=DAY)
    (shown,) = services.published_cases()
    assert [note.text for note in shown.corrections] == ["The date was wrong and is now right."]
    assert requests.apply_retention(date(2024, 8, 4))["request_contact"] == 0
    assert requests.apply_retention(date(2024, 8, 5))["request_contact"] == 1
    assert PublicRequest.internal.get().contact == ""


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [("praise", "x", "choose"), ("reply", " ", "say what"), ("removal", "x" * 5001, "characters")],
)
def test_a_request_that_cannot_be_taken_says_why(case: str, kind: str, text: str, message: str) -> None:
    from peelian.publication import requests, services

    services.publish_all(actor(ADA), actor(BEN), as_of=DAY)
    with pytest.raises(requests.RequestRefused, match=message):
        requests.receive(case, kind, text)


def test_a_request_about_a_case_that_is_not_public_tells_nothing(case: str) -> None:
    from peelian.publication import requests

    with pytest.raises(requests.RequestRefused, match="there is no such case"):
        requests.receive(case, "removal", "Please.")


def test_a_merged_case_is_not_published(case: str) -> None:
    from peelian.casebook.models import Case
    from peelian.publication import services
    from peelian.publication.assembling import NotPublishable

    services.publish_all(actor(ADA), actor(BEN), as_of=DAY)
    other = Case.internal.create(public_id="c-bbbbbbbbbb")
    Case.internal.filter(public_id=case).update(redirect=other)
    with pytest.raises(NotPublishable, match="was merged into c-bbbbbbbbbb"):
        services.preview(case)
    assert services.apply_date_changes(DAY).withdrawn == (case,)
