"""A case opened by hand and the case that documents tell of: joined, and parted again with nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.desk.test_casework_stages import ANNA, go, opened

from peelian.casebook.adding import add
from peelian.casebook.models import AuditEntry, Case
from peelian.casebook.rebuild import rebuild
from peelian.desk.casework import joining, moving, work
from peelian.desk.casework.models import Attachment, MediaStatement, Note, Task, WorkedCase
from peelian.desk.casework.moving import NotPossible, Overtaken
from peelian.desk.casework.standing import standing
from peelian.intake.models import Report

pytestmark = pytest.mark.django_db


@pytest.fixture
def essex(filled: None) -> Case:
    return Case.internal.get(force="essex", redirect=None)


@pytest.fixture
def hand(essex: Case) -> Case:
    case = opened(subject="Orlando Feathers", force="essex")
    go(case, "allegation", "2018-03-01")
    go(case, "assessed", "2018-03-04")
    there = WorkedCase.internal.get(case=case)
    work.add_task(there, "Ring the force", ANNA)
    work.add_note(there, "Papers are in the second box.", ANNA)
    return case


def held() -> dict[str, Any]:
    """All work that there is, as it belongs to cases."""
    return {
        "work": sorted(
            WorkedCase.internal.values_list(
                "case__public_id", "origin", "reference", "receipt", "opened_by", "opened_at"
            )
        ),
        **{
            model.__name__: sorted(model.internal.values_list("pk", "work__case__public_id"))
            for model in (Task, Note, Attachment, MediaStatement)
        },
        "stages": {
            case.public_id: [(one.number, one.id) for one in standing(case).entries]
            for case in Case.internal.filter(redirect=None)
        },
        "columns": sorted(Case.internal.filter(redirect=None).values_list("public_id", "stage", "title")),
    }


@pytest.mark.parametrize("began", [False, True], ids=["nobody works on it", "somebody works on it"])
def test_joined_and_parted_again_is_as_it_was(began: bool, essex: Case, hand: Case) -> None:
    if began:
        there = moving.open_work(essex, WorkedCase.Origin.DOCUMENTS, ANNA, reference="D/7")
        work.add_note(there, "From the register.", ANNA)
        moving.set_particulars(essex, {"force": "essex"}, ANNA)
    before = held()
    shown = joining.preview(hand, essex, ANNA)
    assert held() == before, "a preview stores nothing"
    assert shown.after.tracks["coming_forward"].id == "assessed" and shown.work["tasks"] == 1
    assert bool(shown.remarks) == began
    made = joining.join(hand, essex, "The same name, force and day.", ANNA)
    essex.refresh_from_db()
    assert hand.redirect == essex and essex.stage == "assessed"
    for model in (Task, Note):
        assert set(model.internal.values_list("work__case", flat=True)) == {essex.pk}
    assert WorkedCase.internal.get().reference == ("D/7" if began else "R/1")
    assert [one.id for one in standing(essex).history][-1] == "joined"
    with pytest.raises(NotPossible, match="parted"):
        moving.take_back(essex, made.pk, "A mistake.", ANNA)
    again = joining.part(essex, made.pk, "Another officer of that name.", ANNA)
    assert again.pk == hand.pk and again.redirect is None
    assert held() == before
    assert standing(essex).history[-1].taken_back
    told = list(
        AuditEntry.internal.filter(action__in=("casework.joined", "casework.parted")).values("detail")
    )
    assert len(told) == 2 and "Feathers" not in str(told)
    with pytest.raises(NotPossible):
        joining.part(essex, made.pk, "Once more.", ANNA)


def test_what_came_since_stays_with_the_documents(essex: Case, hand: Case) -> None:
    made = joining.join(hand, essex, "The same.", ANNA)
    go(essex, "investigating", "2018-03-10")
    work.add_note(WorkedCase.internal.get(), "Since.", ANNA)
    joining.part(essex, made.pk, "Not the same.", ANNA)
    essex.refresh_from_db()
    assert essex.stage == "investigating"
    assert Note.internal.get(text="Since.").work.case == essex
    assert Note.internal.get(text__startswith="Papers").work.case == hand


def test_a_rebuild_and_more_documents_keep_it_joined(essex: Case, hand: Case) -> None:
    joining.join(hand, essex, "The same.", ANNA)
    rebuild()
    add([])
    hand.refresh_from_db()
    assert hand.redirect == essex and standing(essex).tracks["coming_forward"].id == "assessed"


def test_what_cannot_be_joined_is_refused(essex: Case, hand: Case) -> None:
    other = opened(subject="Somebody Else")
    with pytest.raises(NotPossible, match="No document tells"):
        joining.join(hand, other, "The same.", ANNA)
    moving.open_work(essex, WorkedCase.Origin.DOCUMENTS, ANNA)
    with pytest.raises(NotPossible, match="by hand"):
        joining.join(essex, Case.internal.get(force="kent"), "The same.", ANNA)
    with pytest.raises(NotPossible, match="how you know"):
        joining.join(hand, essex, "  ", ANNA)
    with pytest.raises(Overtaken):
        joining.join(hand, essex, "The same.", ANNA, seen=1)
    hand.refresh_from_db()
    assert hand.redirect is None


def test_by_the_pages(essex: Case, hand: Case, as_role: Callable[..., Client]) -> None:
    caseworker, reader = as_role("caseworker"), as_role("reader")
    page = f"/desk/casework/{hand.public_id}/"
    assert f"join/?to={essex.public_id}" in caseworker.get(page).content.decode()
    assert "join/?to=" not in reader.get(page).content.decode()
    shown = caseworker.get(f"{page}join/?to={essex.public_id}")
    assert shown.status_code == 200 and "tasks 1, notes 1" in shown.content.decode()
    assert caseworker.get(f"{page}join/?to=nothing").status_code == 422
    seen = str(standing(hand).last)
    assert (
        caseworker.post(f"{page}join/", {"to": essex.public_id, "reason": "", "seen": seen}).status_code
        == 422
    )
    done = caseworker.post(f"{page}join/", {"to": essex.public_id, "reason": "The same.", "seen": seen})
    assert done.status_code == 302 and essex.public_id in done["Location"]
    assert caseworker.get(page)["Location"] == done["Location"], "the old address leads on"
    told = caseworker.get(done["Location"]).content.decode()
    number = next(one.number for one in standing(essex).entries if one.what == "joined")
    assert f"part/{number}/" in told and hand.public_id in told
    assert "What the public sees" in told
    away = f"{done['Location']}part/{number}/"
    assert hand.public_id in caseworker.get(away).content.decode()
    assert caseworker.post(away, {"reason": ""}).status_code == 422
    back = caseworker.post(away, {"reason": "Two officers of one name."})
    assert back.status_code == 302 and back["Location"] == page
    assert "No document tells" in caseworker.get(f"{page}outward/").content.decode()


def test_a_report_leads_to_a_new_case_and_back(as_role: Callable[..., Client], filled: None) -> None:
    today = date.today()
    report = Report.internal.create(
        handle="AB-12", lookup=b"x", source_key="x", received_on=today, expires_on=today + timedelta(days=30)
    )
    both = as_role("caseworker", "intake_reader", name="both")
    page = reverse("intake_desk:report", args=[report.handle])
    assert "/desk/casework/new/?receipt=AB-12" in both.get(page).content.decode()
    assert "casework/new" not in as_role("intake_reader").get(page).content.decode()
    begin = both.get("/desk/casework/new/?receipt=AB-12")
    assert "From the report received AB-12" in begin.content.decode()
    done = both.post("/desk/casework/new/", {"receipt": "AB-12", "reference": "R/9"})
    assert done.status_code == 302
    case = WorkedCase.internal.get(receipt="AB-12").case
    assert f"/desk/casework/{case.public_id}/" in both.get(page).content.decode()
    assert page in both.get(done["Location"]).content.decode()
    assert page not in as_role("caseworker").get(done["Location"]).content.decode()
