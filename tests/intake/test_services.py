"""Recipients, triage, identities, rotation, expiry, floods, appeals: what may happen and what may not."""

from __future__ import annotations

import datetime
import itertools
import json
import zipfile
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.intake.people import BEFORE, DESK, TODAY, Keys, new_key

from peelian.casebook.models import AuditEntry, Case
from peelian.intake import (
    appeals,
    crypto,
    flood,
    helplines,
    identity,
    recipients,
    resealing,
    retention,
    rotation,
    submission,
    triage,
)
from peelian.intake.crypto import CannotSeal
from peelian.intake.filetypes import TEXT
from peelian.intake.models import (
    Attachment,
    Bucket,
    Draft,
    IdentityRequest,
    Message,
    Recipient,
    Report,
    SourceIdentity,
    SpentToken,
)
from peelian.intake.recipients import Role
from peelian.intake.submission import Account, Contact, Upload

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
REASON = "The court has asked whether the source will give evidence."


@pytest.fixture
def report(keys: Keys) -> Report:
    submission.submit(Account("MARKACCOUNT"), TODAY, contact=Contact("MARKNAME", "MARKHOW"))
    return Report.internal.get()


class TestRecipients:
    def test_nothing_is_kept_without_a_recipient(self) -> None:
        with pytest.raises(CannotSeal):
            submission.submit(Account("x"), TODAY)
        with pytest.raises(CannotSeal):
            submission.hold([Upload(b"x", TEXT)], TODAY)
        assert (
            not Report.internal.exists() and not Draft.internal.exists() and not Attachment.internal.exists()
        )

    def test_a_contact_without_a_custodian_keeps_nothing(self) -> None:
        recipients.add("ruth", new_key().public, TODAY)
        with pytest.raises(CannotSeal):
            submission.submit(Account("x"), TODAY, contact=Contact("Jo"))
        assert not Report.internal.exists()

    def test_keys_are_in_force_from_and_until(self, keys: Keys) -> None:
        recipients.retire("sam", TODAY)
        assert recipients.keys(Role.RECIPIENT, TODAY) == [keys.ruth.public]
        assert recipients.keys(Role.RECIPIENT, TODAY - DAY) == sorted([keys.ruth.public, keys.sam.public])
        assert recipients.keys(Role.RECIPIENT, BEFORE - DAY) == []

    def test_who_left_reads_nothing_new(self, keys: Keys) -> None:
        recipients.retire("sam", TODAY)
        submission.submit(Account("new"), TODAY)
        (message,) = triage.read(Report.internal.get(), [keys.sam], DESK)
        assert not message.labels

    def test_the_last_one_cannot_leave(self, keys: Keys) -> None:
        recipients.retire("sam", TODAY)
        with pytest.raises(ValueError, match="last"):
            recipients.retire("ruth", TODAY)
        with pytest.raises(ValueError, match="last"):
            recipients.retire("keeper", TODAY)
        with pytest.raises(LookupError):
            recipients.retire("nobody", TODAY)

    def test_a_name_and_a_key_are_held_once(self, keys: Keys) -> None:
        with pytest.raises(ValueError, match="already"):
            recipients.add("ruth", new_key().public, TODAY)
        with pytest.raises(ValueError, match="held already"):
            recipients.add("ruth at night", keys.ruth.public, TODAY, role=Role.CUSTODIAN)


class TestTriage:
    @pytest.mark.parametrize(("before", "after"), list(itertools.product(Report.State.values, repeat=2)))
    def test_only_these_ways(self, report: Report, before: str, after: str) -> None:
        Case.internal.create(public_id="c-1")
        report.state = before
        report.case_public_id = "c-1"
        report.save()
        if after in triage.TRANSITIONS[before]:
            triage.move(report, after, DESK, TODAY)
            assert Report.internal.get().state == after
        else:
            with pytest.raises(triage.NotPossible):
                triage.move(report, after, DESK, TODAY)
            assert Report.internal.get().state == before

    def test_a_link_needs_a_case_and_a_person(self, report: Report) -> None:
        for way in (
            lambda: triage.move(report, "linked", DESK, TODAY),
            lambda: triage.link(report, "c-0", DESK, TODAY),
        ):
            with pytest.raises(triage.NotPossible):
                way()
        Case.internal.create(public_id="c-1")
        triage.link(report, "c-1", DESK, TODAY)
        assert (report.state, report.case_public_id) == ("linked", "c-1")
        entry = AuditEntry.internal.get(action="intake.state")
        assert (entry.actor_name, entry.detail) == ("desk", {"from": "new", "to": "linked", "case": "c-1"})

    def test_a_link_puts_no_word_into_the_case(self, report: Report) -> None:
        Case.internal.create(public_id="c-1")
        before = list(Case.internal.values())
        triage.link(report, "c-1", DESK, TODAY)
        assert list(Case.internal.values()) == before

    def test_a_reply_opens_the_talk(self, report: Report) -> None:
        triage.reply(report, "We hear you.", DESK, TODAY)
        assert Report.internal.get().state == "in_talk"
        with pytest.raises(ValueError, match="empty"):
            triage.reply(report, "  ", DESK, TODAY)

    def test_acts_are_in_the_trail_without_a_word(self, report: Report, keys: Keys) -> None:
        triage.reply(report, "MARKREPLY", DESK, TODAY)
        triage.read(report, [keys.ruth], DESK)
        triage.move(report, "closed", DESK, TODAY)
        told = str(list(AuditEntry.internal.values()))
        assert "MARK" not in told and report.handle in told
        assert {"intake.replied", "intake.read", "intake.state"} <= set(
            AuditEntry.internal.values_list("action", flat=True)
        )

    def test_a_closed_report_is_kept_shorter(self, report: Report) -> None:
        triage.move(report, "closed", DESK, TODAY)
        assert report.expires_on == TODAY + datetime.timedelta(days=submission.CLOSED_DAYS)

    def test_messages_have_an_end(self, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(submission, "MOST_MESSAGES", 2)
        submission.add_answer(report, "second", [], TODAY)
        with pytest.raises(submission.Full):
            submission.add_answer(report, "third", [], TODAY)


class TestIdentities:
    @pytest.fixture
    def asked(self, report: Report) -> IdentityRequest:
        return identity.ask(report, Recipient.internal.get(name="ruth"), REASON, DESK, TODAY)

    def decide(self, asked: IdentityRequest, keys: Keys, granted: bool = True, name: str = "keeper") -> None:
        custodian = Recipient.internal.get(name=name)
        identity.decide(
            asked, custodian, [keys.keeper], granted=granted, because="It is needed.", by=DESK, today=TODAY
        )

    def test_granted_the_one_who_asked_reads_it_and_nobody_else(
        self, asked: IdentityRequest, keys: Keys
    ) -> None:
        assert identity.reason(asked, [keys.keeper]) == REASON
        self.decide(asked, keys)
        asked = IdentityRequest.internal.get()
        told = identity.released(asked, [keys.ruth], DESK, TODAY)
        assert (told.name, told.how) == ("MARKNAME", "MARKHOW") and "MARK" not in repr(told)
        with pytest.raises(crypto.CannotOpen):
            identity.released(asked, [keys.sam], DESK, TODAY)

    def test_a_release_is_over_one_day(self, asked: IdentityRequest, keys: Keys) -> None:
        self.decide(asked, keys)
        later = TODAY + datetime.timedelta(days=identity.RELEASED_DAYS + 1)
        with pytest.raises(identity.NotPossible):
            identity.released(IdentityRequest.internal.get(), [keys.ruth], DESK, later)
        assert retention.expire(later, DESK).releases == 1
        assert IdentityRequest.internal.get().released_sealed is None

    def test_refused_nothing_is_released(self, asked: IdentityRequest, keys: Keys) -> None:
        self.decide(asked, keys, granted=False)
        with pytest.raises(identity.NotPossible):
            identity.released(IdentityRequest.internal.get(), [keys.ruth], DESK, TODAY)

    def test_no_one_decides_twice_or_on_their_own(self, asked: IdentityRequest, keys: Keys) -> None:
        user = get_user_model().objects.create_user("ruth")
        Recipient.internal.filter(name__in=["ruth", "keeper"]).update(user=user)
        with pytest.raises(identity.NotPossible, match="own request"):
            self.decide(IdentityRequest.internal.get(), keys)
        Recipient.internal.update(user=None)
        self.decide(IdentityRequest.internal.get(), keys)
        with pytest.raises(identity.NotPossible, match="already"):
            self.decide(IdentityRequest.internal.get(), keys)

    def test_a_recipient_is_no_custodian(self, asked: IdentityRequest, keys: Keys) -> None:
        with pytest.raises(identity.NotPossible, match="no custodian"):
            self.decide(asked, keys, name="sam")

    def test_a_request_needs_a_reason_an_identity_and_a_recipient(self, report: Report) -> None:
        ruth, keeper = (Recipient.internal.get(name=name) for name in ("ruth", "keeper"))
        for who, why in ((ruth, "because"), (keeper, REASON)):
            with pytest.raises(identity.NotPossible):
                identity.ask(report, who, why, DESK, TODAY)
        SourceIdentity.internal.all().delete()
        with pytest.raises(identity.NotPossible, match="gave no name"):
            identity.ask(report, ruth, REASON, DESK, TODAY)

    def test_asking_twice_waits(self, asked: IdentityRequest, report: Report) -> None:
        with pytest.raises(identity.NotPossible, match="asked already"):
            identity.ask(report, Recipient.internal.get(name="ruth"), REASON, DESK, TODAY)


class TestRotation:
    def everything(self, keys: Keys) -> tuple[Report, str]:
        draft = submission.hold([Upload(b"FILE", TEXT)], TODAY)
        code = submission.submit(Account("x"), TODAY, contact=Contact("Jo"), draft=draft)
        report = Report.internal.get()
        triage.reply(report, "reply", DESK, TODAY)
        submission.hold([Upload(b"WAITING", TEXT)], TODAY)
        identity.ask(report, Recipient.internal.get(name="ruth"), REASON, DESK, TODAY)
        return report, code

    def test_the_new_read_all_and_the_old_nothing(self, keys: Keys) -> None:
        from peelian.intake import conversation

        report, code = self.everything(keys)
        kim, guard = new_key(), new_key()
        recipients.add("kim", kim.public, TODAY)
        recipients.add("guard", guard.public, TODAY, role=Role.CUSTODIAN)
        recipients.retire("sam", TODAY)
        recipients.retire("keeper", TODAY)
        tally = rotation.rotate([keys.ruth, keys.keeper], DESK, TODAY)
        assert (tally.done, tally.closed) == (6, 0)
        assert [m.labels["what"] for m in triage.read(report, [kim], DESK)] == ["x", "reply"]
        assert triage.read(report, [kim], DESK)[0].files[0].content == b"FILE"
        assert all(not message.labels for message in triage.read(report, [keys.sam], DESK))
        sealed = bytes(SourceIdentity.internal.get().sealed)
        assert b"Jo" in guard.open(sealed)
        with pytest.raises(crypto.CannotOpen):
            keys.keeper.open(sealed)
        assert conversation.replies(conversation.come_back(code, TODAY))[0].text == "reply", (
            "the source still reads"
        )

    def test_by_a_file_the_key_never_meets_the_server(self, keys: Keys, tmp_path: Path) -> None:
        from peelian.intake import conversation

        report, code = self.everything(keys)
        kim = new_key()
        recipients.add("kim", kim.public, TODAY)
        work, done = tmp_path / "work.zip", tmp_path / "done.zip"
        with work.open("xb") as file:
            assert rotation.export_work(file, DESK, TODAY) == 5  # the identity is the custodian's: unchanged
        named = resealing.keys_named(work)
        assert named == sorted([keys.ruth.public, keys.sam.public, keys.keeper.public, kim.public])
        assert resealing.do_work(work, done, [keys.ruth], named) == (5, 0)
        for path in (work, done):
            assert b"FILE" not in path.read_bytes() and REASON.encode() not in path.read_bytes()
        triage.reply(report, "meanwhile", DESK, TODAY)  # new, and sealed to kim from the start
        assert rotation.import_done(done, DESK).done == 5
        assert [m.labels["what"] for m in triage.read(report, [kim], DESK)] == ["x", "reply", "meanwhile"]
        assert conversation.replies(conversation.come_back(code, TODAY))[0].text == "reply"
        assert rotation.rotate([keys.ruth], DESK, TODAY).done == 0
        assert rotation.import_done(done, DESK).closed == 5, "the old seals are gone: nothing is put in twice"

    def test_a_server_that_lies_gets_nothing_old(self, keys: Keys, tmp_path: Path) -> None:
        """Broken into, it names its own key as a recipient's, or as a source's for an account that is no reply."""
        self.everything(keys)
        thief = new_key()
        recipients.add("kim", new_key().public, TODAY)
        work, done = tmp_path / "work.zip", tmp_path / "done.zip"
        with work.open("xb") as file:
            rotation.export_work(file, DESK, TODAY)
        compared = resealing.keys_named(work)
        for field, value in (("keys", [*compared, thief.public]), ("source_key", thief.public)):
            lying = tmp_path / f"{field}.zip"
            with zipfile.ZipFile(work) as packed, zipfile.ZipFile(lying, "w") as made:
                for name in packed.namelist():
                    content = packed.read(name)
                    if name == "manifest.json":
                        told = json.loads(content)
                        for row in told["rows"]:
                            if row["table"] != "message" or not row["source_key"]:
                                row[field] = value
                        content = json.dumps(told).encode()
                    made.writestr(name, content)
            if field == "keys":
                assert thief.public in resealing.keys_named(lying), (
                    "the person sees it before anything is opened"
                )
                with pytest.raises(resealing.NotWork, match="not compared"):
                    resealing.do_work(lying, tmp_path / "out1.zip", [keys.ruth], compared)
            else:
                assert resealing.do_work(lying, done, [keys.ruth], compared) == (1, 4)  # the true reply alone
                with zipfile.ZipFile(done) as packed:
                    for name in packed.namelist():
                        if name.endswith(".age"):
                            with pytest.raises(crypto.CannotOpen):
                                thief.open(packed.read(name))

    @pytest.mark.parametrize("content", [b"", b"nonsense", b"PK\5\6" + b"\0" * 18])
    def test_files_that_are_no_work_are_refused(self, keys: Keys, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "x.zip"
        path.write_bytes(content)
        with pytest.raises(resealing.NotWork):
            resealing.keys_named(path)
        with pytest.raises(resealing.NotWork):
            rotation.import_done(path, DESK)

    def test_a_reply_is_not_sealed_to_the_source_alone(self, report: Report) -> None:
        Recipient.internal.update(active_to=TODAY)
        with pytest.raises(CannotSeal):
            triage.reply(report, "x", DESK, TODAY)

    def test_twice_does_nothing_more(self, keys: Keys) -> None:
        self.everything(keys)
        assert rotation.rotate([keys.ruth, keys.keeper], DESK, TODAY).done == 0

    def test_what_a_key_does_not_open_is_counted_and_left(self, keys: Keys) -> None:
        report, _ = self.everything(keys)
        recipients.add("kim", new_key().public, TODAY)
        tally = rotation.rotate([new_key()], DESK, TODAY)
        assert tally.done == 0 and tally.closed == 5
        assert triage.read(report, [keys.sam], DESK)[0].labels["what"] == "x"

    def test_without_a_recipient_nothing_is_done(self, keys: Keys) -> None:
        self.everything(keys)
        Recipient.internal.filter(role=Role.RECIPIENT).update(active_to=TODAY)
        with pytest.raises(CannotSeal):
            rotation.rotate([keys.ruth], DESK, TODAY)


class TestRetention:
    def test_what_is_over_goes_and_the_rest_stays(self, keys: Keys) -> None:
        submission.submit(Account("x"), TODAY, contact=Contact("Jo"))
        submission.hold([Upload(b"WAITING", TEXT)], TODAY)
        flood.spend(flood.issue("form"), TODAY)
        last = TODAY + datetime.timedelta(days=submission.KEPT_DAYS)
        gone = retention.expire(TODAY + DAY, DESK)
        assert (gone.reports, gone.drafts) == (0, 0)
        gone = retention.expire(TODAY + 2 * DAY, DESK)
        assert (gone.reports, gone.drafts) == (0, 1) and not SpentToken.internal.exists()
        assert retention.expire(last, DESK).reports == 0
        assert retention.expire(last + DAY, DESK).reports == 1
        for table in (Report, Message, Attachment, SourceIdentity, Draft):
            assert not table.internal.exists()

    def test_a_word_from_either_side_keeps_it_longer(self, report: Report) -> None:
        later = TODAY + datetime.timedelta(days=100)
        submission.add_answer(report, "more", [], later)
        assert Report.internal.get().expires_on == later + datetime.timedelta(days=submission.KEPT_DAYS)

    def test_one_report_is_deleted_with_all_of_it(self, report: Report) -> None:
        retention.delete(report, DESK)
        assert not Message.internal.exists() and not SourceIdentity.internal.exists()

    def test_sqlite_overwrites_what_is_deleted(self) -> None:
        if connection.vendor != "sqlite":
            pytest.skip("PostgreSQL overwrites in its own time")
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA secure_delete").fetchone() == (1,)


class TestFloods:
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(st.integers(0, 30), min_size=1, max_size=80))
    def test_never_more_than_the_rate_allows(self, waits: list[int]) -> None:
        Bucket.internal.all().delete()
        minute, taken = 1_000, 0
        for wait in waits:
            minute += wait
            try:
                flood.take("send", minute=minute)
                taken += 1
            except flood.TooMany:
                pass
        rate = flood.RATES["send"]
        assert taken <= rate.most + sum(waits) * rate.a_minute

    def test_it_fills_again(self) -> None:
        for _ in range(flood.RATES["send"].most):
            flood.take("send", minute=5)
        with pytest.raises(flood.TooMany):
            flood.take("send", minute=5)
        flood.take("send", minute=6)

    def test_after_a_restart_of_the_machine_it_goes_on(self) -> None:
        for _ in range(flood.RATES["send"].most):
            flood.take("send", minute=9_000)
        flood.take("send", minute=0)

    def test_a_token_is_spent_once(self) -> None:
        token = flood.issue("send")
        flood.check(token, "send")
        flood.spend(token, TODAY)
        with pytest.raises(flood.StaleForm):
            flood.spend(token, TODAY)
        with pytest.raises(flood.StaleForm):
            flood.check(token, "send")

    def test_questions_differ_and_have_one_answer(self) -> None:
        asked = {flood.question(flood.issue("form")) for _ in range(50)}
        assert len(asked) == 50 and all(len(set(words)) == 4 for _, words in asked)
        token = flood.issue("form")
        place, words = flood.question(token)
        right = words[["first", "second", "third", "fourth"].index(place)]
        assert flood.answered(token, f" {right.upper()} ")
        assert not any(flood.answered(token, word) for word in words if word != right)
        assert not flood.answered(token, "")


class TestAppealsAndHelplines:
    def test_an_appeal_stands_until_its_day(self) -> None:
        Case.internal.create(public_id="c-1")
        made = appeals.open_appeal("c-1", "Were you there?", DESK, TODAY, until=TODAY + DAY, needs=["sexual"])
        assert appeals.open_for("c-1", TODAY + DAY) == [made]
        assert appeals.open_for("c-1", TODAY + 2 * DAY) == []
        assert appeals.by_token(made.token, TODAY) == made and appeals.by_token("", TODAY) is None

    def test_a_case_page_shows_its_appeal(self) -> None:
        from django.template import Context, Template
        from django.utils import timezone

        Case.internal.create(public_id="c-1")
        today = timezone.localdate()
        made = appeals.open_appeal("c-1", "Were <you> there?", DESK, today, needs=["sexual"])
        shown = Template("{% load intake_appeals %}{% appeals_for case %}")
        page = shown.render(Context({"case": "c-1"}))
        assert "Were &lt;you&gt; there?" in page and f"?appeal={made.token}" in page
        assert "Rape Crisis" in page and "Samaritans" not in page
        assert not shown.render(Context({"case": "c-2"})).strip()

    @pytest.mark.parametrize(
        "wrong", [{"case": "c-2"}, {"asks": " "}, {"until": TODAY - DAY}, {"needs": ["nonsense"]}]
    )
    def test_an_appeal_that_makes_no_sense_is_refused(self, wrong: dict[str, object]) -> None:
        Case.internal.create(public_id="c-1")
        with pytest.raises(ValueError):
            appeals.open_appeal(
                str(wrong.pop("case", "c-1")),
                str(wrong.pop("asks", "?")),
                DESK,
                TODAY,
                **wrong,  # type: ignore[arg-type]
            )

    def test_every_need_has_help_and_every_number_looks_like_one(self) -> None:
        grouped = helplines.by_need()
        assert [need for need, _ in grouped] == list(helplines.needs().values())
        for _, lines in grouped:
            for line in lines:
                assert line.phone or line.site
                assert not line.phone.strip("0123456789 ")

    def test_the_operators_own_list_takes_its_place(self, folder: object) -> None:
        path = folder / "helplines.yaml"  # type: ignore[operator]
        path.write_text(
            'needs: {a: A need}\nhelplines:\n- {name: Ours, phone: "123", needs: [a], verified: true}\n'
        )
        ((need, (line,)),) = helplines.by_need()
        assert (need, line.name, line.verified) == ("A need", "Ours", True)
        path.write_text("helplines: nonsense")
        with pytest.raises(helplines.NotADirectory, match="shape"):
            helplines.by_need()


def test_an_attachment_hangs_on_one_thing(keys: Keys) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.internal.create(number=1, sealed=b"", size=0, sealed_for="")
