"""Whatever is posted: an answer, never a failure, never a cookie; and what is sent arrives as it was written."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.intake.people import DESK, FORM, RETURN, Keys, Person, hidden

from peelian.intake import flood, submission, triage
from peelian.intake.models import Report

pytestmark = pytest.mark.django_db
quick = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
names = st.sampled_from(
    ["what", "where", "when", "officer", "reach", "contact_name", "contact_how", "token", "draft", "appeal", "level",
     "question", "step", "code", "drop", "clean", "files", "csrfmiddlewaretoken", "x"]
)  # fmt: skip
values = st.one_of(
    letters,
    st.sampled_from(["send", "preview", "change", "open", "answer", "forget", "on", "easy", "contact"]),
)


@pytest.fixture(autouse=True)
def no_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flood, "take", lambda *_, **__: None)


@quick
@given(
    st.dictionaries(names, st.one_of(values, st.lists(values, max_size=3)), max_size=12),
    st.sampled_from([FORM, RETURN]),
)
def test_any_fields(person: Person, data: dict[str, object], where: str) -> None:
    person.post(where, data)
    assert person.status in (200, 400, 422) and not person.answers[-1].cookies
    assert not Report.internal.exists()


@quick
@given(
    st.dictionaries(names, values, max_size=8),
    st.lists(st.tuples(st.binary(max_size=400), st.text(max_size=30)), max_size=7),
    st.sampled_from(["send", "preview", "change", "answer"]),
    st.sampled_from([FORM, RETURN]),
)
def test_true_tokens_and_any_files(
    person: Person, data: dict[str, str], files: list[tuple[bytes, str]], step: str, where: str
) -> None:
    purpose: flood.Purpose = "form" if step == "preview" else "answer" if step == "answer" else "send"
    uploads = [SimpleUploadedFile("x" + name.replace("/", "_"), content) for content, name in files]
    person.post(where, data | {"step": step, "token": flood.issue(purpose, solved=True), "files": uploads})
    assert person.status in (200, 400, 422) and not person.answers[-1].cookies


@quick
@given(
    st.binary(max_size=1_000),
    st.sampled_from(
        [
            "multipart/form-data; boundary=x",
            "application/json",
            "",
            "text/plain",
            "multipart/form-data",
            "application/x-www-form-urlencoded; charset=utf-16",
        ]
    ),
)
@example(
    b'--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n' + b"a" * 99,
    "multipart/form-data; boundary=x",
)
def test_any_body(person: Person, body: bytes, kind: str) -> None:
    for where in (FORM, RETURN):
        answer = person.client.generic("POST", where, body, content_type=kind)
        assert answer.status_code in (200, 400, 422) and not answer.cookies


@quick
@given(
    letters.filter(lambda text: text.strip() and "\0" not in text),
    letters.filter(lambda text: "\0" not in text),
)
def test_what_is_sent_arrives_as_it_was_written(person: Person, keys: Keys, what: str, where: str) -> None:
    Report.internal.all().delete()
    person.report(what, where=where)
    (message,) = triage.read(Report.internal.get(), [keys.ruth], DESK)
    said = re.sub("\r\n?", "\n", what).strip()
    assert message.labels["what"] == said
    assert message.labels["where"] == re.sub("\r\n?", "\n", where).strip()


@quick
@given(letters.filter(lambda text: text.strip() and "\0" not in text))
def test_a_reply_arrives_as_it_was_written(person: Person, keys: Keys, text: str) -> None:
    from tests.intake.people import TODAY

    from peelian.intake import conversation

    code = submission.submit(submission.Account("x"), TODAY)
    opened = conversation.come_back(code, TODAY)
    triage.reply(opened.report, text, DESK, TODAY)
    assert conversation.replies(opened)[-1].text == text


@quick
@given(st.text(max_size=200))
def test_any_appeal_and_level_in_the_address(person: Person, text: str) -> None:
    from urllib.parse import quote

    person.get(f"{FORM}?appeal={quote(text, errors='replace')}&level={quote(text, errors='replace')}")
    assert person.status == 200


def test_hidden_fields_are_escaped(person: Person) -> None:
    page = person.post(
        FORM,
        {
            "step": "change",
            "draft": '"><script>x',
            "what": '"><script>x',
            "token": '"><script>',
            "level": "<b>",
        },
    )
    assert "<script>" not in page and hidden(page, "level") == "plain"


@pytest.mark.parametrize(
    "name", ["..", ".", "a/..", "..\\..\\x", "x" * 5_000, "\u202egpj.exe", "a\x00b", "", "CON"]
)
def test_any_file_name(person: Person, name: str) -> None:
    """As raw bytes: Django's own test client would refuse to send most of these."""
    token = flood.issue("form", solved=True)
    lines = [
        *(f'--b\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}' for field, value in
          {"token": token, "step": "preview", "what": "x", "reach": "code"}.items()),
        f'--b\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\nplain words',
        "--b--\r\n",
    ]  # fmt: skip
    answer = person.client.generic(
        "POST", FORM, "\r\n".join(lines).encode(), content_type="multipart/form-data; boundary=b"
    )
    assert answer.status_code in (200, 400, 422) and not answer.cookies
