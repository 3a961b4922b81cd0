"""Whatever is sent, casework answers: recorded, refused in words, or not found; never a fault. Backups hold its files."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.test_casework_stages import ANNA, opened

from peelian import law
from peelian.casebook.archive import files_of
from peelian.desk.casework import attachments
from peelian.desk.casework.models import Attachment, WorkedCase
from peelian.desk.casework.rules import acts

pytestmark = pytest.mark.django_db
WORDS = st.text(max_size=30) | st.sampled_from(
    [
        "",
        "\x00",
        "2021-03-01",
        "2021-03",
        "31 February 2021",
        "9999-12-31",
        "yes",
        "gwent",
        "-1",
        "<b>",
        "misconduct",
        "hearing_2020",
        "🦆" * 9,
    ]
)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def editor(as_role: Callable[..., Client]) -> Client:
    return as_role("editor", "caseworker", "intake_reader", name="edda")


@given(stage=st.sampled_from(law.stages()), words=st.lists(WORDS, min_size=16, max_size=16), exception=WORDS)
@QUICK
def test_stages(stage: law.Stage, words: list[str], exception: str, editor: Client) -> None:
    case = opened()
    told = {one.id: words[n % 16] for n, one in enumerate(stage.record)} | {
        "exception": exception,
        "seen": words[15],
    }
    answer = editor.post(reverse("casework:step", args=[case.public_id, stage.id]), told)
    assert answer.status_code in (302, 409, 422)
    assert editor.get(reverse("casework:case", args=[case.public_id])).status_code == 200


@given(act=st.sampled_from(sorted(acts())), words=st.lists(WORDS, min_size=8, max_size=8))
@QUICK
def test_acts(act: str, words: list[str], editor: Client) -> None:
    case = opened()
    told = {one.id: words[n % 8] for n, one in enumerate(acts()[act].record)}
    answer = editor.post(reverse("casework:act", args=[case.public_id, act]), told)
    assert answer.status_code in (302, 409, 422)
    assert editor.get(reverse("casework:case", args=[case.public_id])).status_code == 200
    assert editor.get(reverse("casework:clocks")).status_code == 200


@given(words=st.lists(WORDS, min_size=12, max_size=12), number=st.integers(0, 9))
@QUICK
def test_the_other_forms(words: list[str], number: int, editor: Client) -> None:
    case = opened().public_id
    told = dict(
        zip(
            (
                "q",
                "subject",
                "reference",
                "receipt",
                "door",
                "on",
                "criterion",
                "title",
                "due",
                "to",
                "text",
                "asks",
            ),
            words,
            strict=True,
        )
    )
    for name, args in (
        ("begin", []), ("particulars", [case]), ("referral", [case]), ("add_task", [case]), ("add_note", [case]), ("assign", [case]),
        ("attach", [case]), ("take_on", [case]), ("take_back", [case, number]), ("finish_task", [case, number]), ("open_appeal", [case]),
        ("draft_statement", [case]), ("import", []), ("remove_file", [case, number]),
    ):  # fmt: skip
        assert editor.post(reverse(f"casework:{name}", args=args), told).status_code in (
            302,
            404,
            409,
            422,
        ), name
    for name, args in (("list", []), ("referral", [case]), ("begin", [])):
        assert editor.get(reverse(f"casework:{name}", args=args), told | {"page": words[0]}).status_code in (
            200,
            422,
        ), name


@given(data=st.binary(max_size=200), name=st.text(min_size=1, max_size=20))
@QUICK
def test_files(data: bytes, name: str, editor: Client) -> None:
    case = opened()
    sent = SimpleUploadedFile("x", data)
    sent.name = name.replace("/", "_").replace("\x00", "_") if name.strip(" ./\\\x00") else "x"
    assert editor.post(reverse("casework:attach", args=[case.public_id]), {"file": sent}).status_code == 302
    for kept in Attachment.internal.filter(work__case=case):
        answer = editor.get(reverse("casework:file", args=[case.public_id, kept.pk]))
        assert answer.content == data and answer["Content-Disposition"].startswith("attachment")


def test_backups_hold_attachments_and_what_is_taken_off_is_gone(folder: Path) -> None:
    one, other = (WorkedCase.internal.get(case=opened()) for _ in range(2))
    kept = [attachments.attach(work, io.BytesIO(b"The same words."), "a.txt", ANNA) for work in (one, other)]
    name = f"attachments/{kept[0].sha256[:2]}/{kept[0].sha256}"
    assert name in [found for found, _ in files_of(folder)]
    attachments.remove(one, kept[0].pk, ANNA)
    assert attachments.read(kept[1]) == b"The same words."
