"""The permission matrix: every address of the desk, every role, what happens. Nothing is forgotten: an address
without a line fails, a line without an address fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from peelian.casebook.audit import Actor
from peelian.casebook.models import AuditEntry, Case, Mention, Person, Source
from peelian.desk.accounts.roles import ROLES
from peelian.desk.models import Invitation
from peelian.publication import services
from peelian.publication.models import PublicRequest

pytestmark = pytest.mark.django_db

R, C, E, D, A, N = "reader", "caseworker", "editor", "data_protection_lead", "administrator", "intake_reader"
READ = {R, C, E, D}
WORK = {C, E}
ALL = {R, C, E, D, A, N}

#: Address by name: the method, and who gets through. All others get 403, and who is not signed in is sent to sign in.
MATRIX: dict[str, tuple[str, set[str]]] = {
    "desk:home": ("get", ALL),
    "desk:account": ("get", ALL),
    "desk:end_sessions": ("post", ALL),
    "desk:find": ("get", READ),
    "desk:review": ("get", READ),
    "desk:reviewed": ("get", READ),
    "desk:document": ("get", READ),
    "desk:decide": ("post", WORK),
    "desk:precision": ("get", READ),
    "desk:pairs": ("get", READ),
    "desk:unsure": ("get", READ),
    "desk:next_pair": ("get", WORK),
    "desk:judge_many": ("post", WORK),
    "desk:pair": ("get", READ),
    "desk:judge": ("post", WORK),
    "desk:person": ("get", READ),
    "desk:split": ("post", WORK),
    "desk:merge": ("post", WORK),
    "desk:take_back": ("post", WORK),
    "desk:publication": ("get", READ),
    "desk:publication_case": ("get", READ),
    "desk:prepare": ("post", WORK),
    "desk:approve": ("post", {E}),
    "desk:withdraw": ("post", {E, D}),
    "desk:settle": ("post", {E, D}),
    "desk:loosenings": ("get", READ),
    "desk:loosening_ask": ("post", WORK),
    "desk:loosening_settle": ("post", {E}),
    "desk:loosening_take_back": ("post", {E, D}),
    "desk:requests": ("get", {E, D}),
    "desk:request": ("get", {E, D}),
    "desk:answer": ("post", {E, D}),
    "desk:audit": ("get", {D, A}),
    "desk:audit_verify": ("post", {D, A}),
    "desk:accounts": ("get", {A}),
    "desk:invite": ("post", {A}),
    "desk:invitation_withdraw": ("post", {A}),
    "desk:account_change": ("post", {A}),
}
#: Addresses that need no account, each for a reason.
OPEN = {
    "desk:join": "the way in by an invitation: its secret is the key",
    "casework:feed": "a calendar cannot sign in: the secret in its address is the key",
}
#: What each permission of the intake and of casework lets through, by the permission that the view carries.
BY_PERMISSION = {
    "intake.read_intake": {N},
    "intake.custody_intake": {D},
    "desk.enter": ALL,
    "desk.read_desk": READ,
    "desk.work_cases": WORK,
    "desk.prepare": WORK,
    "desk.approve": {E},
    "desk.see_audit": {D, A},
}


def addresses() -> Iterator[tuple[str, URLPattern]]:
    """Every address under /desk/, with its full name."""

    def walk(
        patterns: list[Any], prefix: str, namespaces: tuple[str, ...]
    ) -> Iterator[tuple[str, URLPattern]]:
        for pattern in patterns:
            here = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                space = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
                yield from walk(pattern.url_patterns, here, space)
            elif here.startswith("desk/"):
                yield ":".join((*namespaces, pattern.name or here)), pattern

    yield from walk(get_resolver().url_patterns, "", ())


OWN = [name for name, _ in addresses() if name.startswith("desk:")]
REST = [(name, pattern) for name, pattern in addresses() if not name.startswith("desk:") and name not in OPEN]


@pytest.fixture
def places(filled: None) -> dict[str, str]:
    """An address for each name, with things that are there."""
    source = Source.internal.get(title__startswith="Essex")
    mention, other = Mention.internal.filter(name="Orlando Feathers").order_by("pk")
    person = Person.internal.get(pk=mention.person_id)
    case = Case.internal.get(force="essex", redirect=None)
    services.prepare(case.public_id, Actor("somebody"))
    asked = PublicRequest.internal.create(
        reference="AAAA-BBBB-CCCC", case_id=case.public_id, kind="removal", text="x", received_on="2026-01-01",
        due="2026-02-01",
    )  # fmt: skip
    from peelian.desk.accounts.invitations import invite

    invite("newcomer", ["reader"], Actor("somebody"))
    from tests.desk.conftest import account

    account("target", "reader")
    given = {
        "source": source.public_id, "left": mention.key, "right": other.key, "person": person.public_id,
        "case": case.public_id, "reference": asked.reference, "decision": 1, "username": "target",
        "pk": Invitation.invitations.get().pk,
    }  # fmt: skip
    wanted = {name: pattern.pattern.converters for name, pattern in addresses() if name in MATRIX}
    return {
        name: reverse(name, kwargs={key: given[key] for key in converters})
        for name, converters in wanted.items()
    }


def test_every_address_has_a_line_and_every_line_an_address() -> None:
    assert sorted(OWN) == sorted([*MATRIX, *(name for name in OPEN if name.startswith("desk:"))])


def test_every_view_carries_its_permission() -> None:
    for name, pattern in addresses():
        permission = getattr(pattern.callback, "desk_permission", None)
        assert permission is not None or name in OPEN, f"{name} is not guarded by allowed(…)"
        if name not in MATRIX and name not in OPEN:
            assert permission in BY_PERMISSION, f"{name}: nobody has said who may {permission}"


@pytest.mark.parametrize("role", [*ROLES, "none"])
def test_the_matrix(role: str, places: dict[str, str], as_role: Callable[..., Client]) -> None:
    client = as_role(*([role] if role != "none" else []))
    wrong = []
    for name, (method, who) in MATRIX.items():
        answer = getattr(client, method)(places[name])
        passed = answer.status_code != 403
        if passed != (role in who):
            wrong.append(f"{name} {answer.status_code}")
    assert not wrong


def test_each_role_holds_what_the_other_rooms_ask_for() -> None:
    for permission, who in BY_PERMISSION.items():
        assert {name for name, role in ROLES.items() if permission in role.permissions} == who, permission


@pytest.mark.parametrize(("name", "pattern"), REST, ids=[name for name, _ in REST])
def test_other_rooms_addresses_refuse_whoever_lacks_the_permission(
    name: str, pattern: URLPattern, as_role: Callable[..., Client]
) -> None:
    given = {"str": "x", "int": 1, "uuid": "00000000-0000-0000-0000-000000000000"}
    kwargs = {
        key: given.get(
            type(converter).__name__.removesuffix("Converter").lower().replace("string", "str"), "x"
        )
        for key, converter in pattern.pattern.converters.items()
    }
    address = reverse(name, kwargs=kwargs)
    who = BY_PERMISSION[pattern.callback.desk_permission]  # type: ignore[attr-defined]
    for role in ROLES:
        client = as_role(role)
        for method in (client.get, client.post):
            refused = method(address).status_code == 403
            assert refused == (role not in who), f"{role} {name}"


def test_an_address_that_only_takes_a_form_says_so_and_leads_to_its_page(
    places: dict[str, str], as_role: Callable[..., Client]
) -> None:
    client, seen = as_role(*ROLES), 0
    for name, pattern in addresses():
        if name in OPEN or name == "desk:end_sessions":
            continue
        kwargs = dict.fromkeys(pattern.pattern.converters, "1")
        address = places.get(name) or reverse(
            name, kwargs={k: v if k != "pk" and k != "key" else UUID(int=1) for k, v in kwargs.items()}
        )
        answer = client.get(address)
        if answer.status_code != 405:
            continue
        seen += 1
        body = answer.content.decode()
        assert (
            "nothing was stored" in body
            and answer["Allow"] == "POST"
            and "no-store" in answer["Cache-Control"]
        )
        (page,) = re.findall('<a class="button" href="([^"]+)">Open its page', body)
        assert client.get(page).status_code in (200, 404), (name, page)  # 404: nothing has this id here
    assert seen >= 40


def test_a_form_sent_to_a_page_that_takes_none_is_told(
    places: dict[str, str], as_role: Callable[..., Client]
) -> None:
    answer = as_role("editor").post(places["desk:review"])
    assert answer.status_code == 405 and "This address takes no form" in answer.content.decode()
    assert 'href="/desk/review/">Open its page' in answer.content.decode()


def test_nobody_gets_in_without_an_account(places: dict[str, str]) -> None:
    for name, (method, _) in MATRIX.items():
        answer = getattr(Client(), method)(places[name])
        assert answer.status_code == 302 and "/accounts/login/" in answer["Location"], name


@pytest.mark.parametrize("role", [name for name, role in ROLES.items() if role.second_factor])
def test_who_may_do_more_must_set_up_a_second_factor_first(role: str, as_role: Callable[..., Client]) -> None:
    answer = as_role(role, factor=False).get("/desk/")
    assert answer.status_code == 302 and answer["Location"] == "/accounts/2fa/totp/activate/"


def test_no_role_both_prepares_alone_and_sees_intake() -> None:
    for role in ROLES.values():
        if "intake.read_intake" in role.permissions:
            assert set(role.permissions) == {"desk.enter", "intake.read_intake"}
        if "desk.manage_accounts" in role.permissions:
            assert "desk.read_desk" not in role.permissions


def elsewhere() -> Iterator[str]:
    """Every address outside the desk and the way in, without its variable parts: the public pages, the form, the API."""

    def walk(patterns: list[Any], prefix: str) -> Iterator[str]:
        for pattern in patterns:
            here = prefix + str(pattern.pattern).lstrip("^").rstrip("$")
            if here.startswith(("desk/", "accounts/")):
                continue
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, here)
            else:
                yield here

    yield from walk(get_resolver().url_patterns, "")


@pytest.mark.parametrize("role", ROLES)
def test_outside_the_desk_a_role_sees_and_may_no_more_than_anybody(
    role: str, places: dict[str, str], as_role: Callable[..., Client]
) -> None:
    case = places["desk:publication_case"].split("/")[-2]
    paths = sorted({re.sub(r"<[^>]*>", case, one) for one in elsewhere()})
    assert any(one.startswith("api/") for one in paths) and any(
        one.startswith("come-forward") for one in paths
    )
    inside, anybody = as_role(role), Client()
    for path in paths:
        for method in ("get", "post", "put", "delete"):
            theirs, plain = (getattr(client, method)(f"/{path}") for client in (inside, anybody))
            assert theirs.status_code == plain.status_code, f"{method} {path}"
            told = b"".join(theirs)
            assert b"Feathers" not in told, f"{path} shows what is not public"
            if path.startswith("api/"):
                assert told == b"".join(plain), path


def test_reads_of_personal_data_are_told_and_name_nobody(
    places: dict[str, str], as_role: Callable[..., Client]
) -> None:
    client = as_role("editor")
    for name, action in (
        ("desk:document", "document.viewed"), ("desk:person", "person.viewed"), ("desk:pair", "pair.viewed"),
        ("desk:publication_case", "case.viewed"), ("desk:request", "request.viewed"), ("desk:find", "search.viewed"),
        ("desk:pairs", "pairs.viewed"), ("desk:review", "readings.viewed"), ("desk:publication", "caselist.viewed"),
        ("desk:requests", "requests.viewed"),
    ):  # fmt: skip
        client.get(places[name], {"q": "Feathers"} if name == "desk:find" else {})
        entry = AuditEntry.internal.order_by("-sequence").first()
        assert entry is not None and entry.action == action and entry.actor_name == "editor"
        assert "Feathers" not in f"{entry.target}{entry.detail}"


def test_pages_of_the_desk_are_never_kept_by_a_browser(
    places: dict[str, str], as_role: Callable[..., Client]
) -> None:
    client = as_role("editor")
    for name, (method, who) in MATRIX.items():
        if method == "get" and "editor" in who:
            assert "no-store" in client.get(places[name])["Cache-Control"], name


# ---- two people


def test_who_prepared_cannot_approve(places: dict[str, str], as_role: Callable[..., Client]) -> None:
    from peelian.publication.models import Publication

    one, two = as_role("editor", name="ada"), as_role("editor", name="ben")
    assert one.post(places["desk:prepare"], {"policy": "journalism"}).status_code in (302, 422)
    row = Publication.internal.get()
    if row.prepared_by == "ada":
        assert one.post(places["desk:approve"]).status_code == 422
        assert Publication.internal.get().state != Publication.APPROVED
        assert two.post(places["desk:approve"]).status_code == 302
        assert Publication.internal.get().state == Publication.APPROVED
    else:
        pytest.fail("the case could not be prepared")


def test_a_restriction_that_was_asked_about_holds_the_case_until_it_is_settled(
    places: dict[str, str], as_role: Callable[..., Client]
) -> None:
    lead, editor = as_role("data_protection_lead"), as_role("editor")
    assert lead.post(places["desk:settle"], {"state": "in_force", "reason": ""}).status_code == 422
    assert (
        lead.post(places["desk:settle"], {"state": "in_force", "reason": "the court's clerk"}).status_code
        == 302
    )
    answer = editor.post(places["desk:prepare"], {"policy": "journalism"})
    assert answer.status_code == 422 and "on hold" in answer.content.decode()


def test_who_decides_on_identities_is_led_there_and_nobody_else(as_role: Callable[..., Client]) -> None:
    address = reverse("intake_desk:requests")
    for role in ROLES:
        told = as_role(role).get("/desk/").content.decode()
        assert told.count(f'href="{address}"') == (2 if role == D else 0), role
