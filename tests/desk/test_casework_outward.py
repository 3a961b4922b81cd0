"""What goes out: appeals and statements rest on the approved form, by two people, and hold nothing withheld."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.desk.test_casework_stages import ANNA, opened

from peelian.casebook.audit import Actor
from peelian.casebook.models import AuditEntry, Case
from peelian.desk.casework import moving, outward
from peelian.desk.casework.models import MediaStatement, WorkedCase
from peelian.desk.casework.moving import NotPossible
from peelian.desk.casework.outward import Quotation
from peelian.desk.casework.withheld import withheld_in
from peelian.intake import appeals
from peelian.publication import services
from peelian.publication.rulings import Restriction

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 2)
BEN, CARA, DEV = Actor("ben"), Actor("cara"), Actor("dev")
SAID = Quotation("We failed her.", "Wilma Ackroyd", "Deputy Chief Constable", "to this office")


@pytest.fixture
def work(filled: None) -> WorkedCase:
    case = Case.internal.get(force="essex", redirect=None)
    return moving.open_work(case, "documents", ANNA)


@pytest.fixture
def public(work: WorkedCase) -> WorkedCase:
    services.prepare(work.case.public_id, ANNA)
    services.approve(work.case.public_id, BEN)
    return work


def drafted(work: WorkedCase) -> MediaStatement:
    return outward.draft(work, "An officer was dismissed", outward.sentences(work)[:2], [SAID], ANNA)


def test_nothing_goes_out_of_a_case_that_is_not_public(work: WorkedCase) -> None:
    with pytest.raises(NotPossible, match="not public"):
        outward.open_appeal(work, "Were you there?", ANNA, TODAY, until=date(2026, 12, 1), needs=[])
    with pytest.raises(NotPossible, match="not public"):
        drafted(work)
    by_hand = WorkedCase.internal.get(case=opened())
    with pytest.raises(NotPossible, match="not public"):
        outward.open_appeal(by_hand, "Were you there?", ANNA, TODAY, until=date(2026, 12, 1), needs=[])


def test_an_appeal_stands_until_its_day_with_helplines_and_is_tied_to_the_case(public: WorkedCase) -> None:
    need = next(iter(outward.needs()))
    made = outward.open_appeal(
        public, "Were you at the station in 2018?", ANNA, TODAY, until=date(2026, 12, 1), needs=[need]
    )
    assert appeals.by_token(made.token, TODAY) == made and made.case_public_id == public.case.public_id
    assert appeals.by_token(made.token, date(2026, 12, 2)) is None
    assert outward.appeals_of(public, TODAY) == [(made, True)]
    outward.close_appeal(public, made.pk, ANNA, TODAY)
    assert [stands for _, stands in outward.appeals_of(public, TODAY)] == [False]
    for asks, until in (("", date(2026, 12, 1)), ("Who knows?", None), ("Who knows?", date(2026, 1, 1))):
        with pytest.raises(NotPossible):
            outward.open_appeal(public, asks, ANNA, TODAY, until=until, needs=[])


def test_two_people_who_did_not_draft_it_approve_a_statement(public: WorkedCase) -> None:
    statement = drafted(public)
    with pytest.raises(NotPossible, match="You drafted"):
        outward.approve(statement, ANNA)
    statement = outward.approve(statement, BEN)
    assert statement.state == "draft" and not outward.current(statement)
    with pytest.raises(NotPossible, match="approved it already"):
        outward.approve(statement, BEN)
    statement = outward.approve(statement, CARA)
    assert statement.state == "approved" and outward.current(statement)
    with pytest.raises(NotPossible, match="already"):
        outward.approve(statement, DEV)
    text = outward.paper(statement).text()
    assert "Wilma Ackroyd, Deputy Chief Constable, to this office" in text and "“We failed her.”" in text
    assert AuditEntry.internal.filter(action="casework.statement.approved").count() == 2


def test_facts_that_were_not_approved_and_quotations_of_nobody_are_refused(public: WorkedCase) -> None:
    known = outward.sentences(public)
    for facts, said in (
        (["He took bribes."], [SAID]), ([], [SAID]), (known[:1], [Quotation("Words.", "", "chair")]),
        (known[:1], [Quotation("Words.", "Wilma Ackroyd", "")]), (known[:1], [SAID] * 7),
    ):  # fmt: skip
        with pytest.raises(NotPossible):
            outward.draft(public, "A headline", facts, said, ANNA)
    assert not MediaStatement.internal.exists()


def test_a_statement_does_not_outlive_what_it_rests_on(public: WorkedCase) -> None:
    statement = outward.approve(drafted(public), BEN)
    services.withdraw(public.case.public_id, BEN, "A mistake.")
    with pytest.raises(NotPossible, match="not public"):
        outward.approve(statement, CARA)
    services.prepare(public.case.public_id, ANNA)
    services.approve(public.case.public_id, BEN)
    approved = outward.approve(drafted(public), BEN)
    approved = outward.approve(approved, CARA)
    services.withdraw(public.case.public_id, BEN, "A mistake.")
    assert not outward.current(approved) and "Not to go out" in outward.paper(approved).text()


def test_withheld_words_are_found_in_what_a_person_wrote(public: WorkedCase) -> None:
    case = public.case
    assert withheld_in(case.public_id, "Nothing here") == []
    file = case.casefile
    assert file is not None
    order = Restriction(
        id="", state="in_force", reason="Chair's direction.", by="", on=date(2019, 5, 1),
        targets=tuple(f"{party.person}/name" for party in file.parties),
    )  # fmt: skip
    services.restrict(case.public_id, order, ANNA)
    assert "Feathers" in withheld_in(case.public_id, "Were you asked by Mr FEATHERS?")
    with pytest.raises(NotPossible, match="may not be shown"):
        outward.open_appeal(public, "Did Feathers ask you?", ANNA, TODAY, until=date(2026, 12, 1), needs=[])
    with pytest.raises(NotPossible, match="may not be shown"):
        outward.draft(public, "On Orlando Feathers", outward.sentences(public)[:1], [], ANNA)


def test_the_journey_of_a_statement(public: WorkedCase, as_role: Callable[..., Client]) -> None:
    case = public.case.public_id
    drafter = as_role("caseworker", name="cora")
    page = drafter.get(reverse("casework:draft_statement", args=[case]))
    given = {
        "headline": "Dismissed",
        "fact": page.context["known"][:1],
        "words-1": SAID.words,
        "name-1": SAID.name,
        "role-1": SAID.role,
    }
    where = drafter.post(reverse("casework:draft_statement", args=[case]), given)["Location"]
    made = MediaStatement.internal.get()
    to_approve = reverse("casework:approve_statement", args=[case, made.pk])
    file = reverse("casework:statement_file", args=[case, made.pk, "pdf"])
    assert drafter.post(to_approve).status_code == 403
    assert drafter.get(file).status_code == 404
    for name in ("ada", "bea"):
        as_role("editor", name=name).post(to_approve)
    assert drafter.get(file)["Content-Disposition"].startswith("attachment")
    assert b"approved by ada" in drafter.get(where).content
    editor = as_role("editor", name="ada")
    there = editor.post(
        reverse("casework:open_appeal", args=[case]), {"asks": "Were you there?", "until": "2099-01-01"}
    )
    assert there.status_code == 302
    assert b"Were you there?" in editor.get(reverse("casework:outward", args=[case])).content
    refused = editor.post(reverse("casework:open_appeal", args=[case]), {"asks": "", "until": "soon"})
    assert refused.status_code == 422
