"""Signing in through an OpenID Connect provider, really run: two servers, TLS, code and proof (PKCE)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import requests
from tests.desk.live import Live, running
from tests.desk.provider import CLIENT, SECRET, Provider, provider

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Live, Provider]]:
    folder = tmp_path_factory.mktemp("oidc")
    with ExitStack() as stack:
        there = stack.enter_context(provider(folder))
        given = {
            "PEELIAN_OIDC_ISSUER": there.issuer, "PEELIAN_OIDC_CLIENT": CLIENT, "PEELIAN_OIDC_SECRET": SECRET,
            "PEELIAN_OIDC_NAME": "Example News", "REQUESTS_CA_BUNDLE": str(there.certificate),
        }  # fmt: skip
        yield stack.enter_context(running(folder / "casebook", more=given)), there


def through(live: Live, there: Provider) -> tuple[requests.Session, Any]:
    """Go through the provider as a browser does; the session, and the page that it ends on."""
    session = requests.Session()
    session.verify, session.trust_env = str(there.certificate), False
    page = session.get(live.address + "/accounts/login/").text
    assert "Sign in with Example News" in page
    action = re.search(r'action="(/accounts/oidc/[^"]+)"', page)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert action and token
    given = {"csrfmiddlewaretoken": token[1]}
    return session, session.post(live.address + action[1].replace("&amp;", "&"), given)


def inside(live: Live, session: requests.Session) -> bool:
    return session.get(live.address + "/desk/", allow_redirects=False).status_code == 200


def test_who_was_invited_gets_in(both: tuple[Live, Provider]) -> None:
    live, there = both
    for _ in range(2):  # the second time the account is tied to the provider already
        there.vouch_for("caseworker@example.org")
        session, _answer = through(live, there)
        assert inside(live, session)
        assert "caseworker" in session.get(live.address + "/desk/account/").text
    assert {"GET /authorize", "POST /token"} <= set(there.asked)


@pytest.mark.parametrize(
    ("email", "more"),
    [
        ("stranger@example.org", {}),
        ("reader@example.org", {"verified": False}),
        ("reader@example.org", {"aud": "another-client"}),
        ("reader@example.org", {"iss": "https://elsewhere.example.org"}),
        ("reader@example.org", {"exp": 1}),
    ],
    ids=["not invited", "not vouched for", "for another client", "by another provider", "over"],
)
def test_nobody_else_does(both: tuple[Live, Provider], email: str, more: dict[str, Any]) -> None:
    live, there = both
    there.vouch_for(email, **more)
    session, answer = through(live, there)
    assert answer.status_code < 500
    assert not inside(live, session)


def test_the_second_factor_is_asked_for_all_the_same(both: tuple[Live, Provider]) -> None:
    live, there = both
    there.vouch_for("editor@example.org")
    session, answer = through(live, there)
    assert "/2fa/authenticate/" in answer.url and not inside(live, session)
