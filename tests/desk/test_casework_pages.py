"""Pages of casework: the journey without scripts, what is refused and told, files that are never shown."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.desk.test_casework_stages import ANNA, FULL, go, opened, to_hearing

from peelian.casebook.models import AuditEntry, Case
from peelian.desk.casework import attachments, referrals
from peelian.desk.casework.models import Attachment, Task, WorkedCase
from peelian.desk.casework.moving import NotPossible
from peelian.desk.casework.standing import standing
from peelian.intake.models import Report

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(as_role: Callable[..., Client]) -> Client:
    return as_role("caseworker", name="cora")


def url(name: str, case: Case, *more: object) -> str:
    return reverse(f"casework:{name}", args=[case.public_id, *more])


def test_a_case_is_opened_and_taken_to_its_first_stage(worker: Client) -> None:
    answer = worker.post(
        reverse("casework:begin"), {"reference": "R/9", "subject": "Idris Calloway", "force": "gwent"}
    )
    case = Case.internal.get(by_hand=True)
    assert answer["Location"] == url("case", case)
    page = worker.get(url("case", case)).content.decode()
    assert "Allegation received" in page and url("step", case, "allegation") in page
    form = worker.get(url("step", case, "allegation"))
    assert form.status_code == 200 and form.context["form"].fields["force"]
    bad = worker.post(
        url("step", case, "allegation"), {"date": "yesterday-ish", "seen": form.context["seen"]}
    )
    assert bad.status_code == 422 and b"not read as a date" in bad.content
    given = {name: FULL[name] for name in ("door", "received_date", "force")} | {"date": "1 March 2021"}
    done = worker.post(url("step", case, "allegation"), given | {"seen": form.context["seen"]})
    assert done.status_code == 302
    assert standing(case).tracks["coming_forward"].by == "cora"


def test_an_unlawful_step_tells_why_and_passes_with_a_reason(worker: Client) -> None:
    case = opened()
    go(case, "allegation", "2021-03-01")
    given = {key: FULL[key] for key in ("outcome", "outcome_as_worded")} | {
        "date": "2021-09-03",
        "seen": standing(case).last,
    }
    page = worker.get(url("step", case, "outcome"))
    assert b"may not allow" in page.content or b"does not allow" in page.content
    answer = worker.post(url("step", case, "outcome"), given)
    assert answer.status_code == 422 and b"Nothing was stored" in answer.content
    assert (
        worker.post(url("step", case, "outcome"), given | {"exception": "Found in the archive."}).status_code
        == 302
    )
    assert b"exception" in worker.get(url("case", case)).content


def test_who_is_overtaken_is_told_and_overwrites_nothing(worker: Client) -> None:
    case = opened()
    seen = worker.get(url("step", case, "allegation")).context["seen"]
    go(case, "allegation", "2021-03-01")
    given = {name: FULL[name] for name in ("door", "received_date", "force", "date")}
    answer = worker.post(url("step", case, "allegation"), given | {"seen": seen, "exception": "x"})
    assert answer.status_code == 409 and b"anna recorded" in answer.content
    assert len(standing(case).stage_entries) == 1


def test_the_checklist_is_seen_before_it_is_recorded(worker: Client) -> None:
    case = opened()
    there = {"door": "complaint", "on": "2021-03-01", "criterion": ["serious_corruption"]}
    looked = worker.get(url("referral", case), there | {"look": "1"})
    assert looked.context["result"].result == "mandatory" and not standing(case).stage_entries
    assert worker.post(url("referral", case), there | {"seen": standing(case).last}).status_code == 302
    assert standing(case).recorded("result") == "mandatory"
    assert worker.get(url("referral", case), {"on": "someday"}).status_code == 422


def test_chair_and_panel_are_shown_by_the_rules_of_the_date(worker: Client) -> None:
    case = opened()
    to_hearing(case)
    page = worker.get(url("case", case)).content.decode()
    assert "legally qualified chair" in page and "superintendent" in page
    other = opened(attention_date="2024-06-01")
    for to, on in (
        ("allegation", "2024-06-01"),
        ("assessed", "2024-06-02"),
        ("investigating", "2024-06-03"),
        ("reported", "2024-07-01"),
        ("case_to_answer", "2024-07-10"),
        ("proceedings_set", "2024-08-01"),
    ):
        go(other, to, on)
    go(other, "hearing", "2024-10-01", chair_role="parish clerk")
    page = worker.get(url("case", other)).content.decode()
    assert "chief officer or delegate" in page and "do not name “parish clerk”" in page


def test_a_case_that_documents_tell_of_is_taken_on_and_up(filled: None, worker: Client) -> None:
    case = Case.internal.get(force="essex", redirect=None)
    assert b"Nobody carries it" in worker.get(url("case", case)).content
    worker.post(url("take_on", case), {"reference": "E/1"})
    page = worker.get(url("case", case))
    assert page.status_code == 200 and b"already have it" in page.content
    go(case, "outcome", "2019-05-16")
    assert standing(case).tracks["misconduct"].how == "taken_up"
    assert worker.get(reverse("casework:list"), {"q": "E/1"}).context["rows"]


def test_a_report_opens_a_case_only_for_who_may_read_reports(worker: Client) -> None:
    answer = worker.post(reverse("casework:begin"), {"reference": "R/2", "receipt": "H-guess"})
    assert answer.status_code == 422 and not Case.internal.filter(by_hand=True).exists()


def test_tasks_notes_and_assignment(worker: Client) -> None:
    case = opened()
    there = WorkedCase.internal.get(case=case)
    worker.post(url("add_task", case), {"title": "Ask for the papers", "due": "2026-12-01", "to": "cora"})
    task = Task.internal.get()
    assert b"Ask for the papers" in worker.get(reverse("casework:tasks")).content
    worker.post(url("finish_task", case, task.pk))
    task.refresh_from_db()
    assert task.done_by == "cora"
    worker.post(url("add_note", case), {"text": "<script>alert(1)</script>"})
    page = worker.get(url("case", case)).content
    assert b"<script>alert" not in page and b"&lt;script&gt;" in page
    worker.post(url("assign", case), {"to": "cora"})
    there.refresh_from_db()
    assert there.assigned_to == get_user_model().objects.get(username="cora")
    worker.post(url("assign", case), {"to": "stranger"})
    there.refresh_from_db()
    assert there.assigned_to is not None
    told = str(list(AuditEntry.internal.filter(action__startswith="casework").values("target", "detail")))
    assert "papers" not in told and "alert" not in told


def test_files_are_kept_by_hash_and_only_ever_downloaded(worker: Client, folder: Path) -> None:
    case = opened()
    html = SimpleUploadedFile("../../x.html", b"<html><script>alert(1)</script></html>", "text/html")
    worker.post(url("attach", case), {"file": html, "about": "a page"})
    kept = Attachment.internal.get()
    assert kept.name == "x.txt" and kept.media_type == "text/plain" and "/" not in kept.name
    answer = worker.get(url("file", case, kept.pk))
    assert (
        answer["Content-Disposition"].startswith("attachment")
        and answer["X-Content-Type-Options"] == "nosniff"
    )
    assert (
        answer["Content-Type"] == "application/octet-stream"
        and "sandbox" in answer["Content-Security-Policy"]
    )
    assert (folder / "attachments" / kept.sha256[:2] / kept.sha256).read_bytes() == answer.content
    assert AuditEntry.internal.filter(action="attachment.viewed").exists()


def test_files_that_are_too_large_empty_or_of_no_kind_are_refused(worker: Client) -> None:
    there = WorkedCase.internal.get(case=opened())
    for data in (b"", b"MZ\x90\x00\x03" + bytes(64), b"x" * (attachments.LARGEST + 1)):
        with pytest.raises(NotPossible):
            attachments.attach(there, io.BytesIO(data), "x.pdf", ANNA)
    assert not Attachment.internal.exists() and not attachments.folder().exists()


def test_a_changed_file_is_not_given_out(worker: Client) -> None:
    case = opened()
    kept = attachments.attach(WorkedCase.internal.get(case=case), io.BytesIO(b"As it was."), "a.txt", ANNA)
    attachments.path_of(kept.sha256).write_bytes(b"As it is now.")
    assert worker.get(url("file", case, kept.pk)).status_code == 404


def test_a_file_of_another_case_is_not_found(worker: Client) -> None:
    one, other = opened(), opened()
    kept = attachments.attach(WorkedCase.internal.get(case=one), io.BytesIO(b"Mine."), "a.txt", ANNA)
    assert worker.get(url("file", other, kept.pk)).status_code == 404


def test_readers_see_and_change_nothing(as_role: Callable[..., Client]) -> None:
    case, reader = opened(), as_role("reader", name="rita")
    page = reader.get(url("case", case))
    assert page.status_code == 200 and b"<form" not in page.content.split(b"<main")[1].split(b"</main>")[0]
    assert reader.post(url("add_note", case), {"text": "x"}).status_code == 403


def test_the_first_page_counts_what_presses(worker: Client) -> None:
    case = opened()
    referrals.assess(case, "complaint", "2021-03-01", ["serious_corruption"], ANNA)
    page = worker.get("/desk/").content.decode()
    assert "statutory clocks due or overdue" in page and "1 overdue" in page
    assert case.public_id in worker.get(reverse("casework:clocks")).content.decode()


def test_every_act_has_a_form_and_every_stage_too(worker: Client) -> None:
    from peelian import law
    from peelian.desk.casework.rules import acts

    case = opened()
    for one in acts():
        assert worker.get(url("act", case, one)).status_code == 200
    for stage in law.stages():
        assert worker.get(url("step", case, stage.id)).status_code == 200
    assert worker.get(url("step", case, "nonsense")).status_code == 404
    assert worker.get(url("act", case, "nonsense")).status_code == 404
    assert worker.get(url("particulars", case)).status_code == 200


def test_a_report_and_the_case_opened_from_it_know_each_other(as_role: Callable[..., Client]) -> None:
    today = timezone.localdate()
    report = Report.internal.create(
        handle="H-1", lookup=b"1" * 32, source_key="key", received_on=today, expires_on=today
    )
    both = as_role("caseworker", "intake_reader", name="ines")
    assert b"No word of the report" in both.get(reverse("casework:begin"), {"receipt": "H-1"}).content
    both.post(reverse("casework:begin"), {"reference": "R/3", "receipt": "H-1"})
    work = WorkedCase.internal.get()
    report.refresh_from_db()
    assert work.receipt == "H-1" and work.origin == "report"
    assert report.state == Report.State.LINKED and report.case_public_id == work.case.public_id
    alone = as_role("caseworker", name="cora")
    assert alone.post(reverse("casework:begin"), {"reference": "R/4", "receipt": "H-1"}).status_code == 422
    assert WorkedCase.internal.count() == 1
