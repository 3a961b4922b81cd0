"""Requests reach the desk's queue; mail goes only to confirmed addresses."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils.timezone import localdate, now
from published import case

from peelian.publication.models import PublicRequest, PublishedRow
from peelian.web import index
from peelian.web.alerts import sending
from peelian.web.models import SavedSearch

pytestmark = pytest.mark.django_db


@pytest.fixture
def public() -> str:
    one = case(1)
    index.put(one)
    PublishedRow.public.create(
        case_id=one.id, policy="cautious", title=one.title, first_published=now(), updated=now(),
        body=one.to_json().decode(),
    )  # fmt: skip
    return one.id


def test_a_request_is_received_and_can_be_asked_after(client: Client, public: str) -> None:
    given = {"case": public, "kind": "correction", "text": "The age is wrong.", "contact": "", "about": "age"}
    page = client.post("/requests/new", given).content.decode()
    row = PublicRequest.internal.get()
    assert row.reference in page and row.text == "The age is wrong."
    assert "Received" in client.post("/requests/", {"reference": row.reference}).content.decode()
    assert client.post("/requests/", {"reference": "nothing"}).status_code == 404


@pytest.mark.parametrize("wrong", [{"case": "c-none"}, {"kind": "x"}, {"text": " "}, {"text": "a" * 20_000}])
def test_a_request_that_cannot_be_taken_says_why(client: Client, public: str, wrong: dict[str, str]) -> None:
    given = {"case": public, "kind": "removal", "text": "Please.", **wrong}
    response = client.post("/requests/new", given)
    assert response.status_code == 422 and "error" in response.content.decode()
    assert not PublicRequest.internal.exists()


def test_no_mail_before_an_address_is_confirmed(client: Client, public: str) -> None:
    client.post("/alerts/new?force=kent", {"email": "reader@example.org"})
    assert len(mail.outbox) == 1
    link = re.search(r"/alerts/\S+/confirm", mail.outbox[0].body)
    assert link is not None
    index.put(case(2, "Bela Quayle", "kent"))
    assert sending.send_all("http://testserver/") == (0, 0)
    client.get(link[0])  # a mail scanner's look
    assert not SavedSearch.internal.get().confirmed
    client.post(link[0])
    assert SavedSearch.internal.get().confirmed
    assert sending.send_all("http://testserver/") == (0, 0)  # nothing new since
    index.put(case(3, "Cato Marsh", "kent"))
    index.put(case(4, "Dina Lowe", "essex"))
    assert sending.send_all("http://testserver/")[0] == 1
    assert "Cato Marsh" in mail.outbox[1].body and "Dina Lowe" not in mail.outbox[1].body
    assert sending.send_all("http://testserver/")[0] == 0
    client.post(link[0].replace("confirm", "stop"))
    assert not SavedSearch.internal.exists()


def test_an_address_nobody_confirms_is_forgotten(client: Client) -> None:
    sending.ask("reader@example.org", "q=x", "http://testserver/")
    SavedSearch.internal.update(asked_on=localdate() - timedelta(days=8))
    assert sending.send_all("http://testserver/") == (0, 1)


def test_a_header_cannot_be_smuggled_into_a_mail(client: Client) -> None:
    response = client.post("/alerts/new", {"email": "a@example.org\nBcc: b@example.org"})
    assert response.status_code == 422 and not mail.outbox


def test_the_corrections_page_lists_what_was_corrected(client: Client, public: str) -> None:
    assert "None yet" in client.get("/about/corrections/").content.decode()


def test_the_form_cannot_flood_an_address(client: Client) -> None:
    for number in range(10):
        client.post(f"/alerts/new?q=word{number}", {"email": "target@example.org"})
    assert len(mail.outbox) == sending.MOST_UNCONFIRMED
