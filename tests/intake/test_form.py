"""The public form, as a person meets it: no cookie, no script, nothing lost, nothing sent before it is said."""

from __future__ import annotations

import datetime
import re
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone
from tests.intake.people import DESK, FORM, RETURN, Keys, Person, answer_to, hidden, jpeg, upload

from peelian.casebook.models import Case
from peelian.intake import appeals, flood, privacy, receipt, triage, wording
from peelian.intake.models import Attachment, Draft, Message, Report, SourceIdentity

pytestmark = pytest.mark.django_db


def only_report() -> Report:
    return Report.internal.get()


def test_a_report_arrives_for_each_recipient(person: Person, keys: Keys) -> None:
    code = person.report("The sergeant shoved him.", where="Leeds", when="May 2019", officer="1234")
    assert receipt.normalise(code) == code
    for key in (keys.ruth, keys.sam):
        (message,) = triage.read(only_report(), [key], DESK)
        assert message.labels == {
            "what": "The sergeant shoved him.", "where": "Leeds", "when": "May 2019", "officer": "1234",
            "reach": "code",
        }  # fmt: skip
    (shut,) = triage.read(only_report(), [keys.keeper], DESK)
    assert not shut.labels and shut.trouble


def test_nothing_is_kept_before_the_last_button(person: Person) -> None:
    person.preview("The sergeant shoved him.")
    assert not Report.internal.exists() and not Draft.internal.exists()


def test_the_preview_shows_all_and_change_brings_it_back(person: Person) -> None:
    page = person.preview("<b>line one</b>\nline two", where="Leeds & York")
    assert "&lt;b&gt;line one&lt;/b&gt;<br>line two" in page and "Leeds &amp; York" in page
    names = set(re.findall(r'<input type="hidden" name="(\w+)"', page))
    back = person.post(FORM, {name: hidden(page, name) for name in names} | {"step": "change"})
    assert "&lt;b&gt;line one&lt;/b&gt;" in back and 'value="Leeds &amp; York"' in back
    assert "id_question" not in back, "the question was answered before"


def test_files_survive_the_preview_and_are_sent(person: Person, keys: Keys) -> None:
    page = person.preview(files=upload(jpeg("MARKCAM"), "me.jpg"))
    assert "as it is, with any hidden data" in page
    assert Attachment.internal.get().draft is not None
    person.send(page)
    (message,) = triage.read(only_report(), [keys.ruth], DESK)
    (file,) = message.files
    assert (file.content, file.name, file.extension, file.cleaned) == (
        jpeg("MARKCAM"),
        "me.jpg",
        ".jpg",
        False,
    )
    assert not Draft.internal.exists()


def test_cleaned_files_lose_their_name_and_their_camera(person: Person, keys: Keys) -> None:
    person.report(files=upload(jpeg("MARKCAM"), "me.jpg"), clean="on")
    (message,) = triage.read(only_report(), [keys.ruth], DESK)
    (file,) = message.files
    assert b"MARKCAM" not in file.content and file.name == "" and file.cleaned


def test_files_can_be_left_out_again(person: Person, keys: Keys) -> None:
    page = person.preview(files=upload(jpeg()))
    names = set(re.findall(r'<input type="hidden" name="(\w+)"', page))
    kept = {name: hidden(page, name) for name in names}
    form = person.post(FORM, kept | {"step": "change"})
    page = person.post(FORM, kept | {"token": hidden(form, "token"), "step": "preview", "drop": "on"})
    assert not Attachment.internal.exists()
    person.send(page)
    assert triage.read(only_report(), [keys.ruth], DESK)[0].files == ()


def test_no_page_sets_a_cookie_or_needs_a_script(person: Person) -> None:
    code = person.report()
    person.get(FORM + "?level=easy")
    person.come_back(code)
    person.come_back("one two three")
    person.post(FORM, {"step": "nonsense"})
    assert len(person.answers) > 8
    for answer in person.answers:
        assert not answer.cookies, "a cookie is a mark on the device"
        assert b"<script" not in answer.content and b"javascript:" not in answer.content
        assert b"http://" not in answer.content and b"https://" not in answer.content, (
            "loads or links outside"
        )
        for name, value in privacy.HEADERS.items():
            assert answer[name] == value
    assert not person.client.cookies


def test_the_address_never_holds_a_code(person: Person) -> None:
    code = person.report()
    person.come_back(code)
    for answer in person.answers:
        assert answer.request["QUERY_STRING"] == ""
        assert answer.request["PATH_INFO"] in (FORM, RETURN)


def test_no_session_is_looked_at(person: Person, django_assert_num_queries: object) -> None:
    person.report()
    assert all(not hasattr(answer.wsgi_request.session, "_session_cache") for answer in person.answers)


def test_a_wrong_word_keeps_what_was_written(person: Person) -> None:
    page = person.preview("My long account", question="wrong")
    assert person.status == 422 and "My long account" in page and "not the right one" in page


def test_an_empty_account_is_asked_for_and_files_are_not_lost(person: Person) -> None:
    page = person.preview("  ", files=upload(jpeg()))
    assert person.status == 422 and "Please write something here" in page
    assert hidden(page, "draft") and "Files that are ready, locked: 1" in page


def test_the_same_preview_is_not_sent_twice(person: Person) -> None:
    page = person.preview()
    person.send(page)
    again = person.send(page)
    assert person.status == 422 and "sent before" in again
    assert Report.internal.count() == 1


@pytest.mark.parametrize("token", ["", "x", "a" * 1_000, "eyJwIjoiZm9ybSJ9:1:2"])
def test_a_token_that_is_not_ours_sends_nothing(person: Person, token: str) -> None:
    person.post(FORM, {"what": "x", "reach": "code", "token": token, "step": "send"})
    assert person.status == 422 and not Report.internal.exists()


def test_a_token_of_another_form_sends_nothing(person: Person) -> None:
    person.post(
        FORM, {"what": "x", "reach": "code", "token": hidden(person.get(RETURN), "token"), "step": "send"}
    )
    person.post(
        FORM, {"what": "x", "reach": "code", "token": hidden(person.get(FORM), "token"), "step": "send"}
    )
    assert not Report.internal.exists()


def test_a_form_that_lay_open_too_long_keeps_what_was_written(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flood, "FORM_HOURS", 0)
    page = person.preview("My long account")
    assert person.status == 422 and "open too long" in page and "My long account" in page


def test_a_flood_is_held_off_and_says_to_wait(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flood, "time", SimpleNamespace(monotonic=lambda: 6000.0))  # no minute passes
    for _ in range(flood.RATES["preview"].most):
        flood.take("preview")
    page = person.preview("My long account")
    assert person.status == 429 and "Please wait" in page and "My long account" in page


def test_a_contact_goes_to_the_custodian_alone(person: Person, keys: Keys) -> None:
    person.report(reach="contact", contact_name="Jo Source", contact_how="After six")
    held = SourceIdentity.internal.get()
    assert b"Jo Source" in keys.keeper.open(bytes(held.sealed))
    with pytest.raises(Exception, match="does not open"):
        keys.ruth.open(bytes(held.sealed))
    assert "contact_name" not in triage.read(only_report(), [keys.ruth], DESK)[0].labels


def test_a_contact_that_was_not_chosen_is_dropped(person: Person) -> None:
    person.report(reach="none", contact_name="Jo Source")
    assert not SourceIdentity.internal.exists()


def test_without_a_custodian_no_contact_is_asked_for(person: Person) -> None:
    from peelian.intake.models import Recipient

    Recipient.internal.filter(name="keeper").delete()
    assert "contact_name" not in person.get(FORM)


def test_without_a_recipient_the_form_is_closed_but_helplines_stand(db: None) -> None:
    person = Person()
    page = person.get(FORM)
    assert "not open" in page and "116 123" in page and "<textarea" not in page
    person.post(FORM, {"what": "x", "step": "send"})
    assert not Message.internal.exists()


def test_both_levels_of_language_say_the_same_things() -> None:
    plain, easy = (wording.words(level) for level in wording.LEVELS)
    assert plain.keys() == easy.keys()
    length = {level: sum(len(str(v)) for v in wording.words(level).values()) for level in wording.LEVELS}
    assert length["easy"] < 0.75 * length["plain"]


def test_the_level_stays_along_the_way(person: Person) -> None:
    page = person.get(FORM + "?level=easy")
    assert wording.words("easy")["title"] in page
    page = person.preview(at=FORM + "?level=easy", level="easy")
    assert wording.words("easy")["preview_title"] in page and hidden(page, "level") == "easy"


def test_what_comes_through_an_appeal_is_tied_to_its_case(person: Person) -> None:
    Case.internal.create(public_id="c-1")
    today = timezone.localdate()
    link = appeals.open_appeal("c-1", "Were you in King Street?", DESK, today, needs=["sexual"])
    page = person.get(f"{FORM}?appeal={link.token}")
    assert "Were you in King Street?" in page
    assert page.index("Sexual violence") < page.index("Somebody is in danger"), (
        "helplines for this harm first"
    )
    person.report(at=f"{FORM}?appeal={link.token}")
    assert (only_report().case_public_id, only_report().state) == ("c-1", "new")


def test_an_appeal_that_is_over_leads_to_the_form_and_no_case(person: Person) -> None:
    Case.internal.create(public_id="c-1")
    today = timezone.localdate()
    link = appeals.open_appeal("c-1", "Were you there?", DESK, today - datetime.timedelta(9), until=today)
    appeals.close_appeal(link, DESK, today)
    person.report(at=f"{FORM}?appeal={link.token}")
    assert only_report().case_public_id == ""


def test_an_error_shows_and_logs_no_word(
    person: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("MARKWORD")

    page = person.preview("MARKWORD in the account")
    with monkeypatch.context() as patched:
        patched.setattr("peelian.intake.submission.submit", broken)
        answer = person.send(page)
    assert person.status == 500 and "Nothing was sent" in answer
    assert "RuntimeError" in caplog.text and "MARKWORD" not in caplog.text + answer
    person.send(page)
    assert person.status == 200 and Report.internal.count() == 1, "the same page can be sent again"


def test_other_methods_are_refused() -> None:
    for method in ("put", "delete", "patch"):
        assert getattr(Client(), method)(FORM).status_code == 405


def test_the_question_can_be_answered_from_the_page(person: Person) -> None:
    assert answer_to(person.get(FORM)) in receipt.words()
