"""Any words in any form of the desk: answered, never with an error of the server's own; and the pages still stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.test_casework_fuzz import WORDS
from tests.desk.test_permissions import MATRIX, places

from peelian.desk.accounts.roles import ROLES

__all__ = ["places"]  # a fixture
pytestmark = [pytest.mark.django_db, pytest.mark.slow]
#: Field names of all the desk's forms, and what they take when they are filled as they should be.
FIELDS = {
    "act": ("accept", "reject", "correct", "add", "mark", "undo", "done", "accept_all", "not_subject", "roles", "close",
            "email", "withhold", "grant", "refuse", "correct", "reply", "x"),
    "key": (), "value": (), "words": (), "start": ("0", "-1", "99999999999999999999"), "end": ("5", "x"), "version": ("0", "1"),
    "field": ("age", "force"), "mention": (), "kind": ("victim_place",), "then": ("publish",), "verdict": ("same", "different", "unsure"),
    "reason": (), "pairs": (), "mentions": ("1", "x"), "into": (), "other": (), "confirm": ("1",), "policy": ("cautious",),
    "place": ("case",), "state": ("in_force", "answered", "closed"), "until": ("2027-01-01",), "review_on": ("2027-01-01",),
    "text": (), "by": (), "sent": ("1",), "username": (), "email": (), "roles": ("reader", "king"), "q": (), "page": ("0", "x"),
}  # fmt: skip
FORM = st.fixed_dictionaries(
    {}, optional={name: WORDS | st.sampled_from(known) if known else WORDS for name, known in FIELDS.items()}
)
QUICK = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
PAGES = [name for name, (method, _) in MATRIX.items() if method == "get"]


@pytest.mark.parametrize("name", [name for name, (method, _) in MATRIX.items() if method == "post"])
@given(form=FORM)
@QUICK
def test_any_words_in_any_form(
    name: str, form: dict[str, str], places: dict[str, str], as_role: Callable[..., Client]
) -> None:
    answer = as_role(*ROLES, name="all").post(places[name], form)
    assert answer.status_code in (200, 302, 404, 409, 422)


@pytest.mark.parametrize("name", PAGES)
@given(asked=FORM)
@QUICK
def test_any_words_in_an_address(
    name: str, asked: dict[str, str], places: dict[str, str], as_role: Callable[..., Client]
) -> None:
    answer = as_role(*ROLES, name="all").get(places[name], asked)
    assert answer.status_code in (200, 302, 404)
