"""The desk's pages: who may, what a key shows, what goes out, identities on request."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator

import pyrage
import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone
from tests.intake.people import upload

from peelian.casebook.models import AuditEntry, Case
from peelian.intake import desk_views, recipients, submission, unlocking
from peelian.intake.crypto import Identity
from peelian.intake.filetypes import TEXT
from peelian.intake.models import IdentityRequest, Message, Recipient, Report
from peelian.intake.recipients import Role
from peelian.intake.submission import Account, Contact, Upload

pytestmark = pytest.mark.django_db
REASON = "The court has asked whether the source will give evidence."


class Someone:
    """An account of the desk with a key, if it is a recipient's."""

    def __init__(self, name: str, *permissions: str, role: Recipient.Role | None = None) -> None:
        self.user = get_user_model().objects.create_user(name, password="x")
        for codename in permissions:
            self.user.user_permissions.add(Permission.objects.get(codename=codename))
        Authenticator.objects.create(user=self.user, type=Authenticator.Type.TOTP, data={})
        self.client = Client()
        self.client.force_login(self.user)
        self.secret = str(pyrage.x25519.Identity.generate())
        self.identity = Identity(self.secret)
        if role is not None:
            recipients.add(name, self.identity.public, timezone.localdate(), role=role, user=self.user)

    def unlock(self, where: str = "intake_desk:unlock", **more: str) -> int:
        answer = self.client.post(reverse(where), {"key_file": upload(self.secret.encode()), **more})
        return answer.status_code


@pytest.fixture(autouse=True)
def no_key_left() -> Iterator[None]:
    unlocking._held.clear()
    yield
    unlocking._held.clear()


@pytest.fixture(autouse=True)
def plain_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the desk's own navigation: these tests are of this room. The last one has the true frame."""
    monkeypatch.setattr(desk_views, "FRAMES", ["peelian/base.html"])


@pytest.fixture
def ruth() -> Someone:
    return Someone("ruth", "read_intake", role=Role.RECIPIENT)


@pytest.fixture
def keeper() -> Someone:
    return Someone("keeper", "custody_intake", role=Role.CUSTODIAN)


@pytest.fixture
def report(ruth: Someone, keeper: Someone) -> Report:
    today = timezone.localdate()
    draft = submission.hold([Upload(b"MARKFILE <script>", TEXT, "<b>note.txt")], today)
    submission.submit(
        Account("MARKACCOUNT <script>"), today, contact=Contact("MARKNAME", "MARKHOW"), draft=draft
    )
    return Report.internal.get()


def addresses(report: Report) -> list[str]:
    """Every address of the desk's side, with arguments that exist or might."""
    given = {"handle": report.handle, "message": 1, "number": 1, "pk": "00000000-0000-0000-0000-000000000000"}
    found = []
    for pattern in get_resolver("peelian.intake.desk_urls").url_patterns:
        wanted = re.findall(r"<\w+:(\w+)>", str(pattern.pattern))
        found.append(reverse(f"intake_desk:{pattern.name}", kwargs={name: given[name] for name in wanted}))
    return found


def test_nobody_enters_without_the_permission(report: Report) -> None:
    strangers = {
        "no permission": Someone("reader").client,
        "casework": Someone("caseworker", "change_case").client,
    }
    before = (Report.internal.get().state, Message.internal.count())
    for address in addresses(report):
        for method in ("get", "post"):
            answer = getattr(Client(), method)(address)
            assert answer.status_code == 302 and "/accounts/login/" in answer["Location"], address
            for name, client in strangers.items():
                answer = getattr(client, method)(address)
                assert answer.status_code == 403, (name, address)
                assert report.handle not in answer.content.decode()
    assert (Report.internal.get().state, Message.internal.count()) == before


def test_each_permission_opens_its_own_side_only(report: Report, ruth: Someone, keeper: Someone) -> None:
    for address in addresses(report):
        custody = "/identities/" in address and not address.endswith("/released/")
        for method in ("get", "post"):
            assert (getattr(ruth.client, method)(address).status_code == 403) == custody or not custody, (
                address
            )
            if not custody:
                assert getattr(keeper.client, method)(address).status_code == 403, address


def test_without_a_second_factor_nobody_enters(report: Report, ruth: Someone, keeper: Someone) -> None:
    Authenticator.objects.all().delete()
    for who in (ruth, keeper):
        for address in addresses(report):
            for method in ("get", "post"):
                answer = getattr(who.client, method)(address)
                assert answer.status_code in (302, 403), address
                if answer.status_code == 302:
                    assert answer["Location"] == reverse("mfa_activate_totp")


def test_an_administrator_who_is_no_superuser_does_not_read(report: Report) -> None:
    staff = Someone("admin", "view_user", "change_user")
    assert staff.client.get(reverse("intake_desk:inbox")).status_code == 403


def test_without_a_key_only_that_a_report_exists(report: Report, ruth: Someone) -> None:
    page = ruth.client.get(reverse("intake_desk:report", args=[report.handle])).content.decode()
    assert report.handle in page and "MARK" not in page
    assert ruth.client.get(reverse("intake_desk:file", args=[report.handle, 1, 1])).status_code == 403


def test_with_a_key_the_words_are_shown_and_escaped(report: Report, ruth: Someone) -> None:
    assert ruth.unlock(handle=report.handle) == 302
    answer = ruth.client.get(reverse("intake_desk:report", args=[report.handle]))
    page = answer.content.decode()
    assert "MARKACCOUNT &lt;script&gt;" in page and "<script>" not in page and "MARKNAME" not in page
    assert "no-store" in answer["Cache-Control"]
    assert AuditEntry.internal.filter(action="intake.read", target=report.handle, actor_name="ruth").exists()
    ruth.client.post(reverse("intake_desk:lock"))
    page = ruth.client.get(reverse("intake_desk:report", args=[report.handle])).content.decode()
    assert "MARK" not in page


def test_a_key_is_nowhere_but_in_memory(report: Report, ruth: Someone) -> None:
    from django.contrib.sessions.models import Session

    ruth.unlock()
    held = [str(session.get_decoded()) + session.session_data for session in Session.objects.all()]
    assert held and not any(ruth.secret in text for text in held)
    assert ruth.secret not in str(list(AuditEntry.internal.values()))


def test_a_key_is_forgotten_when_idle_and_at_logout(
    report: Report, ruth: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruth.unlock()
    ruth.client.logout()
    assert not unlocking._held
    ruth.client.force_login(ruth.user)
    ruth.unlock()
    now = unlocking.time.monotonic()
    monkeypatch.setattr(unlocking.time, "monotonic", lambda: now + unlocking.IDLE_SECONDS + 1)
    page = ruth.client.get(reverse("intake_desk:report", args=[report.handle])).content.decode()
    assert "MARK" not in page and not unlocking._held


def test_one_session_does_not_use_anothers_key(report: Report, ruth: Someone) -> None:
    sam = Someone("sam", "read_intake", role=Role.RECIPIENT)
    ruth.unlock()
    page = sam.client.get(reverse("intake_desk:report", args=[report.handle])).content.decode()
    assert "MARK" not in page


@pytest.mark.parametrize("content", [b"", b"nonsense", b"x" * 100_000])
def test_a_file_that_is_no_key_is_refused(report: Report, ruth: Someone, content: bytes) -> None:
    answer = ruth.client.post(
        reverse("intake_desk:unlock"), {"key_file": upload(content), "handle": report.handle}
    )
    assert answer.status_code == 422 and not unlocking._held


def test_posting_needs_the_csrf_token_also_for_keys(report: Report, ruth: Someone) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ruth.user)
    for name in ("unlock", "lock"):
        answer = strict.post(reverse(f"intake_desk:{name}"), {"key_file": upload(ruth.secret.encode())})
        assert answer.status_code == 403
    assert not unlocking._held


def test_a_file_goes_out_as_a_download_of_no_kind(report: Report, ruth: Someone) -> None:
    ruth.unlock()
    answer = ruth.client.get(reverse("intake_desk:file", args=[report.handle, 1, 1]))
    assert answer.content == b"MARKFILE <script>"
    assert (
        answer["Content-Type"] == "application/octet-stream"
        and "sandbox" in answer["Content-Security-Policy"]
    )
    assert answer["Content-Disposition"] == f'attachment; filename="{report.handle}-1-1.txt"'
    assert ruth.client.get(reverse("intake_desk:file", args=[report.handle, 1, 9])).status_code == 404


def test_a_page_opens_few_files_and_gives_the_others_when_asked(
    report: Report, ruth: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_views, "OPENED_AT_ONCE", 100)
    ruth.unlock()
    page = ruth.client.get(reverse("intake_desk:report", args=[report.handle])).content.decode()
    assert "MARKACCOUNT" in page and "not opened yet" in page and "note.txt" not in page
    assert b"MARKFILE" in ruth.client.get(reverse("intake_desk:file", args=[report.handle, 1, 1])).content


def test_a_bundle_holds_seals_only(report: Report, ruth: Someone) -> None:
    answer = ruth.client.get(reverse("intake_desk:bundle"))
    content = b"".join(answer.streaming_content)
    assert b"MARK" not in content and "sandbox" in answer["Content-Security-Policy"]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.namelist() == [
            f"{report.handle}/1.age",
            f"{report.handle}/1-file-1.age",
            "manifest.json",
        ]
        assert b"MARKACCOUNT" in ruth.identity.open(packed.read(f"{report.handle}/1.age"))


def test_reply_triage_and_deletion(report: Report, ruth: Someone) -> None:
    Case.internal.create(public_id="c-1")
    here = [report.handle]
    assert (
        ruth.client.post(reverse("intake_desk:reply", args=here), {"text": "We hear you."}).status_code == 302
    )
    assert ruth.client.post(reverse("intake_desk:reply", args=here), {"text": " "}).status_code == 422
    move = reverse("intake_desk:move", args=here)
    assert ruth.client.post(move, {"to": "new"}).status_code == 422
    assert ruth.client.post(move, {"to": "nonsense"}).status_code == 422
    assert ruth.client.post(move, {"to": "linked", "case": "c-0"}).status_code == 422
    assert ruth.client.post(move, {"to": "linked", "case": "c-1"}).status_code == 302
    assert (Report.internal.get().state, Report.internal.get().case_public_id) == ("linked", "c-1")
    delete = reverse("intake_desk:delete", args=here)
    assert ruth.client.post(delete, {"again": "R-000000"}).status_code == 422
    assert ruth.client.post(delete, {"again": report.handle}).status_code == 302
    assert not Report.internal.exists()


@pytest.mark.parametrize("handle", ["R-000000", "a\0b", "\u202e", "'; drop table", "x" * 3_000])
def test_handles_and_cases_that_are_none(report: Report, ruth: Someone, handle: str) -> None:
    for name in ("report", "reply", "move", "delete", "ask"):
        answer = ruth.client.post(
            reverse(f"intake_desk:{name}", args=[handle]), {"reason": REASON, "text": "x"}
        )
        assert answer.status_code in (404, 405)
    assert ruth.client.get(reverse("intake_desk:bundle"), {"report": handle}).status_code == 404
    assert ruth.client.post(reverse("intake_desk:lock"), {"handle": handle}).status_code == 302
    move = reverse("intake_desk:move", args=[report.handle])
    assert ruth.client.post(move, {"to": "linked", "case": handle}).status_code == 422


def test_an_expired_report_is_not_shown_before_it_is_deleted(report: Report, ruth: Someone) -> None:
    Report.internal.update(expires_on=timezone.localdate() - datetime.timedelta(days=1))
    assert ruth.client.get(reverse("intake_desk:report", args=[report.handle])).status_code == 404
    assert report.handle not in ruth.client.get(reverse("intake_desk:inbox")).content.decode()


def test_an_identity_is_opened_by_request_only(report: Report, ruth: Someone, keeper: Someone) -> None:
    ask = reverse("intake_desk:ask", args=[report.handle])
    assert ruth.client.post(ask, {"reason": "because"}).status_code == 422
    assert ruth.client.post(ask, {"reason": REASON}).status_code == 302
    asked = IdentityRequest.internal.get()
    read = reverse("intake_desk:released", args=[asked.pk])
    decide = reverse("intake_desk:decide", args=[asked.pk])
    assert ruth.client.post(read).status_code == 403
    assert ruth.client.post(decide, {"decision": "grant", "reason": "me"}).status_code == 403
    assert keeper.client.post(decide, {"decision": "grant", "reason": "needed"}).status_code == 403, "locked"
    assert REASON not in keeper.client.get(reverse("intake_desk:requests")).content.decode()
    assert keeper.unlock("intake_desk:custody_unlock") == 302
    assert REASON in keeper.client.get(reverse("intake_desk:requests")).content.decode()
    assert keeper.client.post(decide, {"decision": "grant"}).status_code == 422
    assert keeper.client.post(decide, {"decision": "grant", "reason": "needed"}).status_code == 302
    assert keeper.client.post(read).status_code == 403, "the custodian has no part in reports"
    sam = Someone("sam", "read_intake", role=Role.RECIPIENT)
    sam.unlock()
    assert sam.client.post(read).status_code == 403
    ruth.unlock()
    page = ruth.client.post(read).content.decode()
    assert "MARKNAME" in page and "MARKHOW" in page
    actions = set(AuditEntry.internal.values_list("action", flat=True))
    assert {"intake.identity.asked", "intake.identity.granted", "intake.identity.read"} <= actions


def test_who_has_no_key_cannot_ask(report: Report) -> None:
    other = Someone("other", "read_intake")
    assert (
        other.client.post(reverse("intake_desk:ask", args=[report.handle]), {"reason": REASON}).status_code
        == 403
    )


def test_the_recipients_are_listed_with_fingerprints(report: Report, ruth: Someone) -> None:
    from peelian.intake.crypto import fingerprint

    page = ruth.client.get(reverse("intake_desk:inbox")).content.decode()
    assert fingerprint(ruth.identity.public) in page and ruth.identity.public not in page


def test_in_the_desks_own_frame(report: Report, ruth: Someone, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        reverse("desk:account")
    except NoReverseMatch:
        pytest.skip("the project has no desk")
    monkeypatch.setattr(desk_views, "FRAMES", ["desk/base.html", "peelian/base.html"])
    for address in (reverse("intake_desk:inbox"), reverse("intake_desk:report", args=[report.handle])):
        page = ruth.client.get(address).content.decode()
        assert report.handle in page and "Sign out" in page
