"""The tables: a forgotten filter shows nothing."""

import pytest
from django.apps import apps
from django.utils import timezone

from peelian.casebook.models import Source


@pytest.mark.django_db
def test_a_query_that_does_not_say_what_may_be_seen_shows_nothing() -> None:
    Source.internal.create(public_id="s-1", sha256="0" * 64, text_sha256="0" * 64, added_at=timezone.now())
    assert Source._default_manager.count() == 0
    assert Source.public.count() == 0
    assert Source.internal.count() == 1


@pytest.mark.parametrize(
    "model", list(apps.get_app_config("casebook").get_models()), ids=lambda m: m.__name__
)
def test_no_model_has_a_manager_of_all_rows_by_default(model: type) -> None:
    assert not hasattr(model, "objects")
