"""Every page answers, and shows what it should."""

from __future__ import annotations

import msgspec
import pytest
from django.test import Client
from published import case

from peelian.web import index

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/", "/cases/", "/cases/?q=thorne", "/cases/?force=kent&sort=oldest", "/cases/?q=nothing-at-all",
    "/cases/c-0000000001/", "/cases/c-0000000001.json", "/cases/c-0000000001/card.svg",
    "/cases/c-0000000001/sources/s-000000000001/", "/persons/p-0000000001/", "/forces/", "/forces/kent/",
    "/offences/", "/offences/misconduct_in_public_office/", "/courts/", "/courts/Maidstone Crown Court/",
    "/standards/", "/about/", "/about/data-protection/", "/data/", "/robots.txt", "/sitemap.xml", "/health",
    "/cases/feed.atom?q=ada", "/cases/export.csv", "/cases/export.jsonl", "/suggest?q=tho",
]  # fmt: skip


@pytest.fixture
def two() -> None:
    index.put(case(1, "Ada Thorne", "kent"))
    index.put(case(2, "Bela Thorne", "essex"))


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_answers(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "script-src 'self'" in response["Content-Security-Policy"]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    "address",
    [
        "/cases/c-9/",
        "/cases/c-9.json",
        "/persons/p-9/",
        "/forces/nowhere/",
        "/data/../secret-key",
        "/data/secret-key",
    ],
)
def test_what_is_not_published_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.usefixtures("two")
def test_a_case_shows_conflicts_reasons_and_words(client: Client) -> None:
    page = client.get("/cases/c-0000000001/").content.decode()
    assert "Sources disagree" in page and "/ 27" in page
    assert "<mark>dismissed without notice</mark>" in page
    assert "A rule keeps this back until a day." in page
    assert "No street is shown." in page
    assert "order not certain" in page and "day not told" in page


@pytest.mark.usefixtures("two")
def test_a_person_page_says_who_is_somebody_else(client: Client) -> None:
    page = client.get("/persons/p-0000000001/").content.decode()
    assert "Not the same person as" in page and "Bela Thorne" in page


@pytest.mark.usefixtures("two")
def test_a_spreadsheet_takes_no_title_for_a_formula(client: Client) -> None:
    index.put(case(3, "Ada Thorne", title="=cmd()"))
    assert ",'=cmd()" in client.get("/cases/export.csv").content.decode()


def test_words_of_a_source_are_never_markup(client: Client) -> None:
    index.put(case(4, "Eve <script>alert(1)</script>"))
    assert "<script>alert" not in client.get("/cases/c-0000000004/").content.decode()


def test_what_overtook_an_event_is_said_beside_it(client: Client) -> None:
    plain = case()
    first, *others = plain.events
    told = msgspec.structs.replace(first, reason="The conviction was quashed later.", inferred=False)
    index.put(msgspec.structs.replace(plain, events=(told, *others)))
    page = client.get(f"/cases/{plain.id}/").content.decode()
    assert "The conviction was quashed later." in page
    assert "Inferred: The conviction" not in page and "Inferred: the report gives no date" in page
