"""Every page answers, and shows what it should."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import pytest
from django.conf import Settings
from django.test import Client
from django.utils import translation
from published import case, shown

from peelian.publication.exports import export
from peelian.publication.shapes import PublishedRecord, PublishedRegime, Shown
from peelian.web import downloads, index
from peelian.web.facets import year_of
from peelian.web.pages.expected import expected

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/", "/cases/", "/cases/?q=thorne", "/cases/?force=kent&sort=oldest", "/cases/?q=nothing-at-all",
    "/cases/c-0000000001/", "/cases/c-0000000001.json", "/cases/c-0000000001/card.svg", "/cases/c-0000000001/card.png",
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


def test_the_card_of_a_case_is_a_picture_that_social_sites_take(client: Client) -> None:
    index.put(case())
    page = client.get("/cases/c-0000000001/").content.decode()
    (address,) = re.findall(r'property="og:image" content="([^"]+)"', page)
    picture = client.get(urlsplit(address).path)
    assert picture["Content-Type"] == "image/png" and picture.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", picture.content[16:24]) == (1200, 630)


def test_a_list_tells_a_day_no_more_exactly_than_it_is_known(client: Client) -> None:
    plain = case()
    (first, *others) = plain.events  # April 2019
    index.put(msgspec.structs.replace(plain, events=(first,)))
    page = client.get("/cases/").content.decode()
    assert '<time datetime="2019-04">April 2019</time>' in page and "30 April" not in page
    index.put(msgspec.structs.replace(plain, events=(first, *others)))
    assert '<time datetime="2019-05-03">3 May 2019</time>' in client.get("/cases/").content.decode()


def test_a_case_counts_in_the_year_of_its_decision() -> None:
    plain = case()
    later = msgspec.structs.replace(
        plain.events[1],
        id="e9",
        kind="outcome_published",
        date="2020-01-08",
        earliest="2020-01-08",
        latest="2020-01-08",
    )
    assert year_of(msgspec.structs.replace(plain, events=(*plain.events, later))) == 2019
    nobody = msgspec.structs.replace(plain, parties=(), events=(later,))
    assert year_of(nobody) == 2020


def asked_of(kind: str, day: str, regime: str, rank: str = "police_constable", **more: Shown) -> str:
    """What the law asked of a hearing of that kind, in one text."""
    plain = case()
    facts = {"kind": shown("kind", kind, "the hearing"), "date": shown("date", day, day), **more}
    record = PublishedRecord(id="c-1/proceedings/1", kind="proceedings", title="", facts=facts)
    of_rank = {**plain.parties[0].facts, "rank": shown("rank", rank)}
    party = msgspec.structs.replace(plain.parties[0], facts=of_rank, proceedings=(record,))
    rules = PublishedRegime(ids=(regime,) if regime else (), basis="stated", reason="", source="")
    told = expected(msgspec.structs.replace(plain, parties=(party,), regime=rules))
    return " ".join(asked.words for one in told for asked in one.asked)


def test_what_the_law_asks_turns_on_kind_day_and_regulations() -> None:
    hearing = asked_of("misconduct_hearing", "2022-07-12", "r2020")
    assert "In public" in hearing and "legally qualified chair" in hearing and "100 working days" in hearing
    later = asked_of("misconduct_hearing", "2025-07-12", "r2020")
    assert "legally qualified chair" not in later.split("On the panel")[0]
    meeting = asked_of("misconduct_meeting", "2022-07-12", "r2020")
    assert "In private." in meeting and "20 working days" in meeting and "dismiss" not in meeting
    before = asked_of("misconduct_hearing", "2014-07-12", "r2012")
    assert "100 working days" not in before and "30 working days" in before
    finding = shown("finding", "gross_misconduct", "gross misconduct")
    serving = asked_of("misconduct_hearing", "2022-07-12", "r2020", finding=finding)
    assert "dismissal without notice" in serving and "would have been" not in serving
    would = shown("outcome", "would_have_been_dismissed", "would have been dismissed")
    gone = asked_of("misconduct_hearing", "2022-07-12", "r2020", finding=finding, outcome=would)
    assert "dismissal without notice" not in gone and "would have been dismissed" in gone
    assert asked_of("misconduct_hearing", "2022-07-12", "r2020", rank="police_staff") == ""


def test_of_regulations_and_days_that_are_not_known_the_law_asks_nothing() -> None:
    assert "working days" not in asked_of("misconduct_hearing", "2022-07-12", "")
    assert asked_of("misconduct_hearing", "", "") == ""
    assert asked_of("not_stated", "2022-07-12", "r2020") == ""


def test_what_the_law_asks_stands_on_the_page_with_its_rule(client: Client) -> None:
    index.put(case())
    page = client.get("/cases/c-0000000001/").content.decode()
    assert "What the law asks: special case hearing, 3 May 2019" in page
    assert "it may be otherwise" in page  # not every rule has been seen in the law's own text


def test_each_file_to_take_away_says_what_it_holds(
    tmp_path: Path, settings: Settings, client: Client
) -> None:
    settings.CASEBOOK = tmp_path
    export([case()], downloads.folder(), approved=True)
    assert [path.name for path in downloads.files() if not downloads.told_of(path)] == []
    assert "One row a case." in client.get("/data/").content.decode()


@pytest.mark.usefixtures("two")
def test_nothing_to_narrow_is_not_offered(client: Client) -> None:
    assert 'id="narrow"' in client.get("/cases/").content.decode()
    assert "arrow" not in client.get("/cases/?q=nothing-at-all").content.decode().split("<main")[1]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/cases/?q=thorne", ["Force", "Court outcome", "Best match", "Newest first", "Search"]),
        ("/cases/c-0000000001/", ["Offences", "Misconduct proceedings", "How to cite"]),
        ("/forces/kent/", ["Forces", "Outcome", "By year"]),
        ("/statistics/", ["Would have been dismissed", "The numbers"]),
    ],
)
def test_the_words_of_a_page_can_be_translated(
    client: Client, monkeypatch: pytest.MonkeyPatch, address: str, words: list[str]
) -> None:
    monkeypatch.setattr(translation._trans, "gettext", lambda message: f"«{message}»")  # type: ignore[attr-defined]
    page = client.get(address).content.decode()
    assert [word for word in words if f"«{word}»" not in page] == []
