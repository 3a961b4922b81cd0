"""Which sources are still published: asked of a server on this machine, or told by a person."""

from __future__ import annotations

import datetime
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.utils import timezone
from tests.casebook.test_commands import run
from tests.clippings import DISMISSED, JAILED

from peelian.casebook import seeing
from peelian.casebook.adding import Added, Place, add
from peelian.casebook.audit import Actor
from peelian.casebook.models import AuditEntry, Case, Source
from peelian.documents import NotFetched
from peelian.documents.web import fetch_bytes

pytestmark = pytest.mark.django_db
ACTOR = Actor("R. Fairlight")
Pages = dict[str, tuple[int, str]]


@pytest.fixture
def pages() -> Pages:
    return {"/jailed": (200, JAILED), "/dismissed": (200, DISMISSED)}


@pytest.fixture
def site(pages: Pages) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, text = pages.get(self.path, (404, "nothing here"))
            self.send_response(status)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            if status == 302:
                self.send_header("Location", text)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def added(site: str) -> Added:
    return add([Place(f"{site}/jailed"), Place(f"{site}/dismissed")])


def ask(*which: str, older: int = 0, removed: bool = False) -> list[seeing.Answer]:
    before = timezone.now() - datetime.timedelta(days=older)
    urls = seeing.to_ask(which, before=before, removed=removed)
    return list(seeing.ask(urls, actor=ACTOR, pause=0, fetch=fetch_bytes))


def states(answers: list[seeing.Answer]) -> list[str]:
    return [answer.state for answer in answers]


def shown() -> list[tuple[bool, str | None]]:
    """What the case files say of each source."""
    told = {
        source.id: (source.removed, source.removed_on)
        for case in Case.internal.filter(redirect=None).exclude(facts=None)
        if (file := case.casefile) is not None
        for source in file.sources
    }
    return [told[source.public_id] for source in Source.internal.order_by("pk")]


def test_a_page_that_stands_is_seen(added: Added) -> None:
    before = Source.internal.earliest("pk").last_seen_at
    assert before is not None and states(ask()) == ["seen", "seen"]
    source = Source.internal.earliest("pk")
    assert source.last_seen_at is not None and source.last_seen_at > before and source.removed_at is None


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_no_more_is_removed_and_may_come_back(added: Added, pages: Pages, status: int) -> None:
    page, pages["/jailed"] = pages["/jailed"], (status, "no")
    seen = Source.internal.earliest("pk").last_seen_at
    found = ask()
    assert states(found) == ["removed", "seen"] and str(status) in found[0].cause
    gone = Source.internal.earliest("pk")
    assert gone.removed_at is not None and gone.last_seen_at == seen
    today = timezone.localdate().isoformat()
    assert shown() == [(True, today), (False, None)]
    entry = AuditEntry.internal.get(action="source.removed")
    assert (entry.target, entry.actor_name) == (gone.public_id, "R. Fairlight")
    assert states(ask()) == ["seen"], "one that is removed is not asked for again"
    assert states(ask(removed=True)) == ["removed", "seen"]
    assert Source.internal.earliest("pk").removed_at == gone.removed_at, "the day it was found stays"
    pages["/jailed"] = page
    assert "seen" in states(ask(gone.public_id))
    assert shown() == [(False, None), (False, None)]


@pytest.mark.parametrize("status", [500, 503, 403, 429, 302])
def test_an_error_of_the_server_is_no_removal(added: Added, pages: Pages, status: int) -> None:
    pages["/jailed"] = (status, "/jailed?again" if status == 302 else "no")
    pages["/jailed?again"] = (500, "no")
    before = Source.internal.values_list("last_seen_at", "removed_at").earliest("pk")
    assert states(ask()) == ["failed", "seen"]
    assert Source.internal.values_list("last_seen_at", "removed_at").earliest("pk") == before


def test_no_answer_is_no_removal(added: Added) -> None:
    Source.internal.filter(url__endswith="/jailed").update(url="http://127.0.0.1:9/jailed")
    assert sorted(states(ask())) == ["failed", "seen"]
    assert not Source.internal.exclude(removed_at=None).exists()


def test_another_text_is_left_to_people(added: Added, pages: Pages) -> None:
    pages["/jailed"] = (200, "This page has been archived. " * 20)
    pages["/dismissed"] = (200, f"Menu. Home.\n\n{DISMISSED}\n\nRelated stories. Contact us.")
    before = Source.internal.earliest("pk").last_seen_at
    found = ask()
    assert states(found) == ["changed", "seen"] and "0% of the kept text" in found[0].cause
    assert Source.internal.earliest("pk").last_seen_at == before
    pages["/jailed"] = (200, "")
    assert states(ask(Source.internal.earliest("pk").public_id)) == ["changed"]


def test_a_run_that_was_stopped_goes_on(added: Added) -> None:
    urls = seeing.to_ask(before=timezone.now() - datetime.timedelta(days=1))
    assert len(urls) == 2, "adding alone is no answer"
    run = seeing.ask(urls, actor=ACTOR, pause=0, fetch=fetch_bytes)
    assert next(run).state == "seen"
    run.close()
    assert seeing.to_ask(before=timezone.now() - datetime.timedelta(days=1)) == urls[1:]
    assert AuditEntry.internal.get(action="sources.checked").detail == {"seen": 1}


def test_one_server_is_not_asked_at_once(added: Added, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeing.time, "monotonic", lambda: 1000.0)  # no time goes by while one is asked
    waits: list[float] = []
    urls = [*seeing.to_ask(before=timezone.now()), "http://127.0.0.1:9/other"]
    list(seeing.ask(urls, actor=ACTOR, pause=30, fetch=fetch_bytes, sleep=waits.append))
    assert waits == [30]


def test_a_document_cannot_have_this_machine_ask_its_neighbours(
    added: Added, site: str, pages: Pages
) -> None:
    urls = seeing.to_ask(before=timezone.now())
    found = list(seeing.ask(urls, actor=ACTOR, pause=0))
    assert states(found) == ["failed", "failed"] and "its network" in found[0].cause
    for url in (
        f"{site}/jailed",
        "http://localhost/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/",
    ):
        with pytest.raises(NotFetched, match="its network"):
            fetch_bytes(url, public=True)


def test_addresses_are_asked_once_and_only_web_addresses(added: Added, site: str) -> None:
    Source.internal.update(url=f"{site}/jailed")
    assert seeing.to_ask(before=timezone.now()) == [f"{site}/jailed"]
    assert states(ask()) == ["seen", "changed"]
    Source.internal.update(url="file:///etc/passwd")
    assert seeing.to_ask(before=timezone.now()) == []


def test_a_person_says_that_it_was_removed_and_takes_it_back(added: Added, site: str) -> None:
    source = Source.internal.earliest("pk")
    day = datetime.date(2024, 10, 3)
    assert seeing.mark_removed(source.public_id, day, actor=ACTOR, reason="404 in the browser") == [source]
    assert shown() == [(True, "2024-10-03"), (False, None)]
    entry = AuditEntry.internal.get(action="source.removed")
    assert entry.detail["why"] == "404 in the browser" and entry.detail["removed_at"].startswith("2024-10-0")
    seeing.mark_seen(f"{site}/jailed", timezone.localdate(), actor=ACTOR, reason="it is back")
    assert shown() == [(False, None), (False, None)]


def test_what_a_person_says_amiss_is_refused_and_nothing_noted(added: Added) -> None:
    known = Source.internal.earliest("pk").public_id
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    entries = AuditEntry.internal.count()
    with pytest.raises(ValueError, match="yet to come"):
        seeing.mark_removed(known, tomorrow, actor=ACTOR, reason="x")
    with pytest.raises(ValueError, match="why"):
        seeing.mark_removed(known, timezone.localdate(), actor=ACTOR, reason="  ")
    with pytest.raises(seeing.NoSuchSource, match="s-nothing"):
        seeing.mark_removed("s-nothing", timezone.localdate(), actor=ACTOR, reason="x")
    assert AuditEntry.internal.count() == entries
    assert not Source.internal.exclude(removed_at=None).exists()


def test_adding_an_address_again_notes_that_it_stands(added: Added, site: str, pages: Pages) -> None:
    seeing.mark_removed(f"{site}/jailed", datetime.date(2024, 10, 3), actor=ACTOR, reason="x")
    assert add([Place(f"{site}/jailed")]).known == 1
    assert shown() == [(False, None), (False, None)]
    # With other bytes and the same text too.
    seeing.mark_removed(f"{site}/jailed", datetime.date(2024, 10, 3), actor=ACTOR, reason="x")
    pages["/jailed"] = (200, JAILED.replace("\n", "\r\n"))
    add([Place(f"{site}/jailed")])
    assert not Source.internal.exclude(removed_at=None).exists()


def test_adding_a_file_again_does_not_bring_its_page_back(
    clippings: Path, adding: Callable[..., Added]
) -> None:
    adding(clippings)
    source = Source.internal.earliest("pk")
    seeing.mark_removed(source.public_id, datetime.date(2024, 10, 3), actor=ACTOR, reason="x")
    adding(clippings)
    assert Source.internal.get(pk=source.pk).removed_at is not None


@pytest.mark.slow
def test_on_the_command_line(site: str, pages: Pages, tmp_path: Path) -> None:
    book, actor = ("--casebook", str(tmp_path / "book")), ("--actor", "R. Fairlight")
    quick = (*book, *actor, "--pause", "0")
    assert run("add", f"{site}/jailed", f"{site}/dismissed", *book).returncode == 0
    listed = [json.loads(line) for line in run("sources", "list", "--jsonl", *book).stdout.splitlines()]
    first = next(one for one in listed if one["url"].endswith("/jailed"))
    assert first["last_seen_at"] and first["removed_at"] is None
    refused = run("sources", "check", *quick)
    assert refused.returncode == 1 and "its network" in refused.stdout
    pages["/jailed"] = (410, "gone")
    done = run("sources", "check", "--local", *quick)
    assert done.returncode == 0 and f"{first['id']} removed: {site}/jailed" in done.stdout
    assert "Addresses asked: 2. Sources still published: 1; taken down: 1;" in done.stderr
    again = run("sources", "check", "--local", *quick)
    assert again.returncode == 0 and "Addresses asked: 0." in again.stderr
    case = json.loads(run("cases", "--format", "jsonl", *book).stdout.splitlines()[0])["id"]
    assert "found taken down on" in run("case", case, *book, COLUMNS="200").stdout
    assert [line.split()[0] for line in run("sources", "list", "--removed", *book).stdout.splitlines()] == [
        first["id"]
    ]
    why = ("--reason", "it is back")
    told = run("sources", "seen", first["id"], "--on", "2024-10-03", *why, *book, *actor)
    assert told.returncode == 0 and first["id"] in told.stderr
    assert "found taken down" not in run("case", case, *book, COLUMNS="200").stdout
    for arguments, said in (
        (("removed", "s-nothing", "--on", "2024-10-03", *why), "There is no source"),
        (("removed", first["id"], "--on", "2999-01-01", *why), "yet to come"),
        (("removed", first["id"], "--on", "soon", *why), "soon"),
        (("check", "s-nothing"), "There is no source"),
    ):
        wrong = run("sources", *arguments, *book, *actor)
        assert wrong.returncode == 2 and said in wrong.stderr, wrong.stderr
    assert run("audit", "verify", *book).returncode == 0
    assert "source.removed" in run("audit", "list", *book).stdout
