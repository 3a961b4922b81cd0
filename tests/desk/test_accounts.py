"""Accounts: in by invitation alone, a password that the rules allow, a second factor, a lock, all of it told."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.conf import Settings
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.desk.conftest import PASSWORD, account
from tests.measuring import cpu_seconds

from peelian.casebook import audit
from peelian.casebook.audit import Actor
from peelian.casebook.models import AuditEntry
from peelian.desk.accounts import invitations, people
from peelian.desk.accounts.configuration import oidc, proxies
from peelian.desk.accounts.invitations import InvitationRefused, accept, invite
from peelian.desk.accounts.roles import ROLES, make_roles, roles_of
from peelian.desk.models import Invitation

pytestmark = pytest.mark.django_db
AsRole = Callable[..., Client]
ADA = Actor("ada")


def sign_in(client: Client, name: str, password: str = PASSWORD) -> Any:
    return client.post("/accounts/login/", {"login": name, "password": password})


def actions() -> list[str]:
    return list(AuditEntry.internal.order_by("sequence").values_list("action", flat=True))


# ---- roles


def test_the_groups_are_as_the_table_says_and_stay_so() -> None:
    from django.contrib.auth.models import Group, Permission

    Group.objects.get(name="reader").permissions.add(Permission.objects.get(codename="approve"))
    make_roles()
    for role in ROLES.values():
        held = Group.objects.get(name=role.name).permissions.values_list(
            "content_type__app_label", "codename"
        )
        assert {".".join(pair) for pair in held} == set(role.permissions)


# ---- invitations


def test_a_link_lets_one_in_once() -> None:
    secret = invite("nina", ["caseworker"], ADA)
    client = Client()
    where = reverse("desk:join", args=[secret])
    assert client.get(where).status_code == 200
    answer = client.post(where, {"password": PASSWORD, "again": PASSWORD})
    assert answer.status_code == 302
    made = get_user_model().objects.get(username="nina")
    assert roles_of(made) == ["caseworker"] and made.check_password(PASSWORD)
    assert Client().get(where).status_code == 410
    assert Client().post(where, {"password": PASSWORD, "again": PASSWORD}).status_code == 410
    assert actions()[:2] == ["account.invited", "account.made"]


def test_the_secret_is_stored_nowhere(as_role: AsRole) -> None:
    form = {"username": "nina", "email": "nina@example.org", "roles": ["reader"]}
    body = as_role("administrator").post(reverse("desk:invite"), form).content.decode()
    secret = re.search(r"/desk/join/([\w-]+)/", body)
    assert secret is not None and secret[1] in mail.outbox[0].body
    told = [str(vars(row)) for row in (*Invitation.invitations.all(), *AuditEntry.internal.all())]
    assert not any(secret[1] in row for row in told)


@pytest.mark.parametrize("how", ["over", "withdrawn", "replaced", "wrong"])
def test_a_link_that_does_not_hold_lets_nobody_in(how: str) -> None:
    secret = invite("nina", ["reader"], ADA)
    if how == "over":
        Invitation.invitations.update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    elif how == "withdrawn":
        invitations.withdraw(Invitation.invitations.get().pk, ADA)
    elif how == "replaced":
        invite("nina", ["reader"], ADA)
    else:
        secret += "x"
    answer = Client().post(reverse("desk:join", args=[secret]), {"password": PASSWORD, "again": PASSWORD})
    assert answer.status_code == 410 and not get_user_model().objects.filter(username="nina").exists()


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012", "nina-nina-nina-1"])
def test_a_weak_password_is_refused_and_the_link_still_holds(password: str) -> None:
    secret = invite("nina-nina-nina", ["reader"], ADA)
    where = reverse("desk:join", args=[secret])
    assert Client().post(where, {"password": password, "again": password}).status_code == 422
    assert Client().post(where, {"password": PASSWORD, "again": PASSWORD + "x"}).status_code == 422
    assert Client().post(where, {"password": PASSWORD, "again": PASSWORD}).status_code == 302


@pytest.mark.parametrize(
    ("name", "roles"), [("n n", ["reader"]), ("nina", ["king"]), ("nina", []), ("ADA", ["reader"])]
)
def test_what_cannot_be_invited_is_refused(name: str, roles: list[str]) -> None:
    account("ada", "administrator")
    with pytest.raises(InvitationRefused):
        invite(name, roles, ADA)


# ---- signing in


def test_nobody_signs_up() -> None:
    form = {"username": "eve", "password1": PASSWORD, "password2": PASSWORD, "email": "e@example.org"}
    answer = Client().post("/accounts/signup/", form)
    assert b"by invitation" in answer.content and not get_user_model().objects.exists()


def test_signing_in_and_out_is_told_and_a_failure_without_the_name() -> None:
    account("cara", "caseworker", factor=False)
    client = Client()
    sign_in(client, "cara", "wrong and wrong again")
    assert sign_in(client, "cara")["Location"] == "/desk/"
    assert client.get("/desk/").status_code == 200
    client.post("/accounts/logout/")
    assert client.get("/desk/").status_code == 302
    assert actions() == ["account.sign_in_failed", "account.signed_in", "account.signed_out"]
    assert AuditEntry.internal.first().target == ""  # type: ignore[union-attr]


def test_the_answer_does_not_tell_whether_an_account_is_there() -> None:
    account("cara", "caseworker", factor=False)
    there = sign_in(Client(), "cara", "wrong and wrong again").content.decode()
    not_there = sign_in(Client(), "dave", "wrong and wrong again").content.decode()
    plain = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|cara|dave')
    assert plain.sub("", there) == plain.sub("", not_there)


def test_five_failures_lock_and_the_page_says_so() -> None:
    account("cara", "caseworker", factor=False)
    client = Client()
    answers = [sign_in(client, "cara", "wrong and wrong again") for _ in range(6)]
    assert answers[-1].status_code == 429 and b"Too many" in answers[-1].content
    assert sign_in(client, "cara").status_code == 429  # the right password too
    assert "account.locked_out" in actions()


def test_what_was_typed_as_a_name_stands_nowhere_and_no_list_of_visits_is_kept() -> None:
    from axes.models import AccessAttempt, AccessLog

    account("cara", "caseworker", factor=False)
    sign_in(Client(), "my own password", "oops and oops again")
    sign_in(Client(), "cara", "wrong and wrong again")
    sign_in(Client(), "cara")
    attempts = list(AccessAttempt.objects.all())
    told = " ".join(str(vars(one)) for one in attempts)
    assert len(attempts) == 1 and "my own password" not in told and "cara" not in told
    assert not AccessLog.objects.exists()


@pytest.mark.parametrize("count", [0, 1])
def test_behind_a_proxy_failures_count_by_the_visitors_own_address(count: int, settings: Settings) -> None:
    """Without PEELIAN_PROXIES the header is not trusted: else everybody could have an address of their own each time."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies({"PEELIAN_PROXIES": str(count)})[
        "ALLAUTH_TRUSTED_PROXY_COUNT"
    ]
    account("cara", "caseworker", factor=False)
    thief = Client(headers={"X-Forwarded-For": "203.0.113.9"})
    for n in range(6):  # what a visitor writes into the header stands before what the proxy adds
        sign_in(
            Client(headers={"X-Forwarded-For": f"198.51.100.{n}, 203.0.113.9"}), "cara", "wrong and wrong"
        )
    assert sign_in(thief, "cara").status_code == 429
    own = sign_in(Client(headers={"X-Forwarded-For": "192.0.2.7"}), "cara")
    assert own.status_code == (302 if count else 429)
    assert sign_in(Client(), "cara").status_code == (302 if count else 429)  # past the proxy: no header


@pytest.mark.parametrize("given", ["-1", "many", "1.5", "99"])
def test_how_many_proxies_is_a_small_number(given: str) -> None:
    with pytest.raises(ValueError, match="PEELIAN_PROXIES"):
        proxies({"PEELIAN_PROXIES": given})


@pytest.mark.django_db(transaction=True)
def test_a_second_factor_is_asked_for_and_its_secret_is_sealed() -> None:
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import (
        TOTP,
        format_hotp_value,
        hotp_value,
        yield_hotp_counters_from_time,
    )

    def code(secret: str) -> str:
        return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))

    edda = account("edda", "editor", factor=False)
    client = Client()
    sign_in(client, "edda")
    assert client.get("/desk/")["Location"] == "/accounts/2fa/totp/activate/"
    again = client.get("/accounts/2fa/totp/activate/")["Location"]
    assert again.startswith(
        "/accounts/reauthenticate/"
    )  # the password once more: a session left open is not enough
    client.post(again, {"password": PASSWORD})
    page = client.get("/accounts/2fa/totp/activate/")
    secret = page.context["form"].secret
    answer = client.post("/accounts/2fa/totp/activate/", {"code": code(secret)})
    assert answer.status_code == 302
    stored = Authenticator.objects.get(user=edda, type="totp")
    assert secret not in str(stored.data) and TOTP(stored).instance == stored
    assert "account.factor.added" in actions()
    assert client.get("/desk/").status_code == 200

    other = Client()
    assert "2fa/authenticate" in sign_in(other, "edda")["Location"]
    assert other.get("/desk/").status_code == 302  # not in before the second factor
    other.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert other.get("/desk/").status_code == 302


def test_guesses_at_codes_are_counted_by_account_and_told() -> None:
    """From however many addresses: who has the password does not go through the million codes."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    edda = account("edda", "editor")
    good = RecoveryCodes.activate(edda).get_unused_codes()[0]

    def tried(n: int, code: str) -> Any:
        client = Client(REMOTE_ADDR=f"198.51.100.{n}")
        assert "2fa/authenticate" in sign_in(client, "edda")["Location"]
        return client.post("/accounts/2fa/authenticate/", {"code": code})

    for n in range(10):
        assert "This is not the code" in tried(n, "000000").content.decode()
    late = tried(10, good)
    assert late.status_code == 200 and "Too many" in late.content.decode()
    assert actions().count("account.factor.failed") == 10


def test_who_must_have_a_second_factor_cannot_take_the_last_one_off() -> None:
    from allauth.mfa.adapter import get_adapter
    from allauth.mfa.models import Authenticator

    factor = {
        who: Authenticator.objects.get(user=account(who, role))
        for who, role in (("edda", "editor"), ("cara", "caseworker"))
    }
    assert not get_adapter().can_delete_authenticator(factor["edda"])
    assert get_adapter().can_delete_authenticator(factor["cara"])


def test_recovery_codes_are_there_after_the_second_factor(as_role: AsRole) -> None:
    from allauth.mfa.models import Authenticator
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    edda = account("edda", "editor")
    codes = RecoveryCodes.activate(edda).get_unused_codes()
    client = Client()
    sign_in(client, "edda")
    answer = client.post("/accounts/2fa/authenticate/", {"code": codes[0]})
    assert answer["Location"] == "/desk/" and client.get("/desk/").status_code == 200
    assert (
        codes[0]
        not in RecoveryCodes(Authenticator.objects.get(user=edda, type="recovery_codes")).get_unused_codes()
    )


def test_passwords_are_kept_by_argon2() -> None:
    from django.contrib.auth.hashers import make_password
    from django.test import override_settings

    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"]):
        assert make_password(PASSWORD).startswith("argon2$argon2id$")


def test_the_cookie_is_shut_to_scripts_and_ends_with_the_browser() -> None:
    account("cara", "caseworker", factor=False)
    client = Client()
    sign_in(client, "cara")
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["max-age"]


# ---- running accounts


def test_roles_are_changed_sessions_end_and_it_is_told(as_role: AsRole) -> None:
    cara = as_role("caseworker", name="cara")
    assert cara.get("/desk/").status_code == 200
    admin = as_role("administrator", name="adam")
    admin.post(reverse("desk:account_change", args=["cara"]), {"act": "roles", "roles": ["reader"]})
    assert cara.get("/desk/").status_code == 302
    entry = AuditEntry.internal.get(action="account.roles")
    assert entry.detail == {"before": ["caseworker"], "after": ["reader"]} and entry.actor_name == "adam"


def test_a_closed_account_is_out_at_once_and_stays_out(as_role: AsRole) -> None:
    cara = as_role("caseworker", name="cara")
    as_role("administrator", name="adam").post(
        reverse("desk:account_change", args=["cara"]), {"act": "close"}
    )
    assert cara.get("/desk/").status_code == 302
    client = Client()
    sign_in(client, "cara")
    assert client.get("/desk/").status_code == 302


def test_nobody_changes_themselves(as_role: AsRole) -> None:
    admin = as_role("administrator", name="adam")
    admin.post(reverse("desk:account_change", args=["adam"]), {"act": "roles", "roles": ["editor"]})
    assert roles_of(get_user_model().objects.get(username="adam")) == ["administrator"]


def test_a_lost_factor_is_taken_off_and_told(as_role: AsRole) -> None:
    edda = account("edda", "editor")
    people.take_factors("edda", Actor.of(account("adam", "administrator")))
    from peelian.desk.accounts import second_factor

    assert not second_factor.has(edda) and "account.factor.taken" in actions()


# ---- the trail


def test_the_trail_is_shown_filtered_and_verified(as_role: AsRole, folder: Path) -> None:
    audit.record("document.viewed", "s-1", Actor("cara"))
    audit.record("person.viewed", "p-1", Actor("ben"))
    admin = as_role("administrator", name="adam")
    body = admin.get(reverse("desk:audit"), {"actor": "cara"}).content.decode()
    assert "s-1" in body and "p-1" not in body


@pytest.mark.django_db(transaction=True)
def test_verifying_says_whole_or_what_is_broken(as_role: AsRole) -> None:
    from django.db import connection

    from peelian.casebook.protection import unprotected

    audit.record("document.viewed", "s-1", Actor("cara"))
    admin = as_role("administrator", name="adam")
    assert b"The trail is whole" in admin.post(reverse("desk:audit_verify")).content
    with unprotected(connection):
        AuditEntry.internal.filter(target="s-1").update(actor_name="ben")
    assert b"not as it was written" in admin.post(reverse("desk:audit_verify")).content


# ---- settings, command line


def test_oidc_needs_all_of_it_and_tls() -> None:
    assert oidc({}) == ([], {})
    with pytest.raises(ValueError, match="beside it"):
        oidc({"PEELIAN_OIDC_ISSUER": "https://login.example.org"})
    given = {
        "PEELIAN_OIDC_ISSUER": "http://login.example.org",
        "PEELIAN_OIDC_CLIENT": "c",
        "PEELIAN_OIDC_SECRET": "s",
    }
    with pytest.raises(ValueError, match="https"):
        oidc(given)
    apps, made = oidc({**given, "PEELIAN_OIDC_ISSUER": "https://login.example.org/"})
    assert "allauth.socialaccount.providers.openid_connect" in apps
    app = made["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"][0]
    assert app["settings"]["server_url"] == "https://login.example.org" and app["secret"] == "s"


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """The commands, on this test's database."""
    from peelian.cli import corpus, desk

    for module in (corpus, desk):
        monkeypatch.setattr(module, "open_casebook", lambda *_, **__: None)

    def run(*args: str, **more: Any) -> Any:
        command = {"desk": desk.desk, "corpus": corpus.corpus}[args[0]]
        return CliRunner().invoke(command, list(args[1:]), **more)

    return run


def test_the_first_administrator_is_made_on_the_command_line(cli: Callable[..., Any]) -> None:
    weak = cli("desk", "create-admin", "--name", "ruth", env={"PEELIAN_ADMIN_PASSWORD": "short"})
    assert weak.exit_code == 2 and "too short" in weak.output
    asked = cli("desk", "create-admin", input=f"ruth\n{PASSWORD}\n{PASSWORD}\n")
    assert asked.exit_code == 0, asked.output
    assert roles_of(get_user_model().objects.get(username="ruth")) == ["administrator"]
    again = cli("desk", "create-admin", "--name", "ruth", env={"PEELIAN_ADMIN_PASSWORD": PASSWORD})
    assert again.exit_code == 2 and "already" in again.output


def test_an_invitation_and_an_unlocking_on_the_command_line(cli: Callable[..., Any]) -> None:
    made = cli(
        "desk",
        "invite",
        "nina",
        "--role",
        "reader",
        "--actor",
        "ruth",
        "--address",
        "https://desk.example.org/",
    )
    secret = re.search(r"https://desk\.example\.org/desk/join/([\w-]+)/", made.output)
    assert secret is not None
    assert accept(secret[1], PASSWORD).username == "nina"
    client = Client()
    for _ in range(5):
        sign_in(client, "nina", "wrong and wrong again")
    assert cli("desk", "unlock", "nina", "--actor", "ruth").exit_code == 0
    assert "account.unlocked" in actions()


def test_export_with_nothing_reviewed_says_so(
    cli: Callable[..., Any], tmp_path: Path, settings: Settings
) -> None:
    told = cli("corpus", "export", str(tmp_path / "out"), "--actor", "ruth")
    assert told.exit_code == 3 and "Review some" in told.output


def test_time_to_refuse_does_not_tell_names_apart() -> None:
    """Both are hashed: a name that is not there costs as much as one that is (measured loosely)."""
    from django.contrib.auth import authenticate
    from django.test import RequestFactory, override_settings

    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"]):
        account("cara", "caseworker", factor=False)

        def cost(name: str) -> float:
            asked = RequestFactory().post("/")
            return cpu_seconds(
                lambda: authenticate(asked, username=name, password="wrong and wrong again"), times=5
            )

        assert 0.2 < cost("cara") / cost("nobody-here") < 5


# ---- what a person is told, where they are signed in, what is refused


def test_what_was_changed_is_told_by_mail(as_role: AsRole, django_capture_on_commit_callbacks: Any) -> None:
    cara = as_role("caseworker", name="cara", factor=False)
    get_user_model().objects.filter(username="cara").update(email="cara@example.org")
    admin = as_role("administrator", name="adam")
    change = reverse("desk:account_change", args=["cara"])
    with django_capture_on_commit_callbacks(execute=True):
        sign_in(cara, "cara")
        new = "nine brown hens on a wall"
        cara.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
        admin.post(change, {"act": "email", "email": "no address"})
        admin.post(change, {"act": "email", "email": "cara@example.net"})
        admin.post(change, {"act": "roles", "roles": ["reader"]})
        admin.post(change, {"act": "close"})
    assert [(one.to, one.body.splitlines()[0]) for one in mail.outbox] == [
        (["cara@example.org"], "Your password was changed."),
        (["cara@example.org"], "An administrator changed the mail address of your account. This goes to the one before."),
        (["cara@example.net"], "An administrator changed your roles."),
        (["cara@example.net"], "An administrator closed your account."),
    ]  # fmt: skip
    assert not any("127.0.0.1" in one.body for one in mail.outbox)


def test_somebody_sees_where_they_are_signed_in_and_ends_it_after_the_password() -> None:
    account("cara", "caseworker", factor=False)
    here, there = Client(), Client()
    sign_in(there, "cara")
    sign_in(here, "cara")
    assert here.get(reverse("desk:account")).content.decode().count("<li>since ") == 2
    asked = here.post(reverse("desk:end_sessions"))
    assert asked["Location"].startswith("/accounts/reauthenticate/")
    assert there.get("/desk/").status_code == 200
    here.post(asked["Location"], {"password": PASSWORD})
    assert there.get("/desk/").status_code == 302 and here.get("/desk/").status_code == 200
    assert AuditEntry.internal.get(action="account.sessions_ended").detail == {"sessions": 1}


def test_what_is_refused_is_told(as_role: AsRole) -> None:
    assert as_role("caseworker").get(reverse("intake_desk:inbox")).status_code == 403
    told = AuditEntry.internal.get(action="access.refused")
    assert (told.target, told.detail) == ("intake_desk:inbox", {"permission": "intake.read_intake"})
    assert as_role("reader", name="rea").get(reverse("desk:audit")).status_code == 403
    entry = AuditEntry.internal.get(action="access.refused", actor_name="rea")
    assert (entry.target, entry.actor_name, entry.detail) == (
        "desk:audit",
        "rea",
        {"permission": "desk.see_audit"},
    )


@pytest.mark.parametrize("page", ["email/", "confirm-email/", "password/set/", "login/code/confirm/"])
def test_pages_that_nobody_needs_are_not_there(page: str, as_role: AsRole) -> None:
    assert as_role("caseworker").get(f"/accounts/{page}").status_code == 404


def test_no_mail_goes_to_an_address_that_no_account_has() -> None:
    answer = Client().post("/accounts/password/reset/", {"email": "eve@example.org"}, follow=True)
    assert "If an account has this address" in answer.content.decode() and not mail.outbox
