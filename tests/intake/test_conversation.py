"""Coming back: with the code, with a wrong one, too late; reading, answering, forgetting. Through the pages."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone
from tests.intake.people import DESK, RETURN, Keys, Person, hidden, jpeg, upload

from peelian.intake import conversation, flood, receipt, triage
from peelian.intake.models import Attachment, Message, Report

pytestmark = pytest.mark.django_db


def talk(person: Person, page: str, step: str, **more: object) -> str:
    return person.post(
        RETURN, {"token": hidden(page, "token"), "code": hidden(page, "code"), "step": step, **more}
    )


def test_a_reply_is_read_with_the_code_alone(person: Person, keys: Keys) -> None:
    code = person.report()
    report = Report.internal.get()
    assert "There is no answer yet" in person.come_back(code)
    triage.reply(report, "Thank you. Was anybody with you?\nWrite when you can.", DESK, timezone.localdate())
    page = person.come_back(code.upper().replace(" ", "-"))
    assert "Was anybody with you?<br>Write when you can." in page
    sealed = bytes(Message.internal.get(direction="reply").sealed)
    assert b"Was anybody" in keys.ruth.open(sealed), "the recipients read it too"
    with pytest.raises(Exception, match="does not open"):
        keys.keeper.open(sealed)
    other = receipt.derive(receipt.new_code(), b"0" * 16)
    with pytest.raises(Exception, match="does not open"):
        other.identity.open(sealed)


def test_what_the_source_sent_is_not_shown(person: Person) -> None:
    code = person.report("MARKWORD")
    assert "MARKWORD" not in person.come_back(code)


def test_an_answer_with_a_file_arrives(person: Person, keys: Keys) -> None:
    page = person.come_back(person.report())
    page = talk(person, page, "answer", what="My sister was.", files=upload(jpeg("CAM")), clean="on")
    assert "It is sent." in page
    messages = triage.read(Report.internal.get(), [keys.sam], DESK)
    assert [message.labels["what"] for message in messages] == ["I saw it.", "My sister was."]
    assert messages[1].files[0].cleaned


def test_an_answer_is_not_sent_twice(person: Person) -> None:
    page = person.come_back(person.report())
    talk(person, page, "answer", what="once")
    talk(person, page, "answer", what="once")
    assert person.status == 422 and Message.internal.count() == 2


def test_an_answer_with_a_refused_file_is_kept_on_the_page(person: Person) -> None:
    page = person.come_back(person.report())
    page = talk(person, page, "answer", what="kept words", files=upload(b"MZ\0\0" + b"\0" * 99))
    assert person.status == 422 and "kept words" in page and Message.internal.count() == 1


def test_an_answer_that_has_to_wait_is_not_lost(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    page = person.come_back(person.report())

    def full(*_: object, **__: object) -> None:
        raise flood.TooMany

    with monkeypatch.context() as patched:
        patched.setattr(flood, "take", full)
        again = talk(person, page, "answer", what="a long answer & more")
    assert person.status == 429 and "a long answer &amp; more" in again and "Please wait" in again
    page = talk(person, again, "answer", what="a long answer & more")
    assert "It is sent." in page and Message.internal.count() == 2


def test_a_full_store_is_told_and_the_words_are_kept(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    page = person.come_back(person.report())
    monkeypatch.setattr("peelian.intake.submission.MOST_STORED", 10)
    again = talk(person, page, "answer", what="kept words", files=upload(jpeg()))
    assert "cannot take more files" in again and "kept words" in again and Message.internal.count() == 1


def test_replies_are_forgotten_when_asked(person: Person) -> None:
    code = person.report()
    triage.reply(Report.internal.get(), "MARKREPLY", DESK, timezone.localdate())
    page = talk(person, person.come_back(code), "forget")
    assert "MARKREPLY" not in page and not Message.internal.filter(direction="reply").exists()


@pytest.mark.parametrize("typed", ["", "one two three", "zzzz " * 8, "\0" * 50, "a" * 10_000])
def test_what_is_no_code_opens_nothing(person: Person, typed: str) -> None:
    person.report()
    page = person.come_back(typed)
    assert person.status == 422 and "Your report" not in page


def test_wrong_and_expired_codes_are_answered_alike(person: Person) -> None:
    code = person.report()
    wrong = person.come_back(receipt.new_code())
    Report.internal.update(expires_on=timezone.localdate() - datetime.timedelta(days=1))
    late = person.come_back(code)
    without = [page.replace(hidden(page, "token"), "") for page in (wrong, late)]
    assert without[0] == without[1] and "We hold no report with this code" in late


def test_each_code_opens_its_own(person: Person) -> None:
    first, second = person.report("first"), person.report("second")
    today = timezone.localdate()
    one, two = (conversation.come_back(code, today).report for code in (first, second))
    assert one.pk != two.pk and one.lookup != two.lookup
    triage.reply(one, "to the first", DESK, today)
    assert "to the first" not in person.come_back(second)


def test_guessing_is_held_off(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flood, "time", SimpleNamespace(monotonic=lambda: 6000.0))  # no minute passes
    code = person.report()
    for _ in range(flood.RATES["return"].most):
        flood.take("return")
    assert "Please wait" in person.come_back(code) and person.status == 429


def test_a_guess_costs_a_slow_hash_also_when_there_is_nothing(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    costs: list[str] = []
    true = receipt.derive
    monkeypatch.setattr(receipt, "derive", lambda code, salt: costs.append(code) or true(code, salt))
    person.come_back(receipt.new_code())
    assert len(costs) == 1


def test_a_damaged_reply_does_not_hide_the_others(person: Person) -> None:
    code, today = person.report(), timezone.localdate()
    report = Report.internal.get()
    triage.reply(report, "first reply", DESK, today)
    triage.reply(report, "second reply", DESK, today)
    Message.internal.filter(number=2).update(sealed=b"damaged")
    page = person.come_back(code)
    assert "damaged and cannot be read" in page and "second reply" in page


def test_attachments_of_a_conversation_are_no_drafts(person: Person) -> None:
    page = person.come_back(person.report())
    talk(person, page, "answer", what="x", files=upload(jpeg()))
    assert Attachment.internal.get().message is not None
