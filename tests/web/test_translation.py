"""Every sentence of a public page can be translated: shown in a language that brackets all that goes through it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from lxml import html
from published import case
from tests.publication.cases import everything
from tests.publication.making import dismissed, make

from peelian import law
from peelian.publication import rulebook
from peelian.publication.filtering import WRITTEN
from peelian.publication.shapes import PublishedCase
from peelian.web import index
from peelian.web.pages.expected import expected
from peelian.web.templatetags.published import days_told

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parent.parent.parent
#: Made of facts in English, or said by documents: not the gate's own sentences (docs/explanation/what-may-be-shown.md).
TAGS = {"h1", "blockquote", "time", "script", "style", "svg", "code"}
CLASSES = {"lead", "cite", "when", "n", "count", "number", "name"}


@pytest.fixture
def brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each message in brackets, whichever way it is asked for."""
    tools = translation._trans
    monkeypatch.setattr(tools, "gettext", lambda message: f"⟦{message}⟧" if message else "", raising=False)
    monkeypatch.setattr(
        tools, "ngettext", lambda one, many, number: f"⟦{one if number == 1 else many}⟧", raising=False
    )
    monkeypatch.setattr(tools, "pgettext", lambda _, message: f"⟦{message}⟧", raising=False)


def of_facts(published: PublishedCase) -> set[str]:
    """What a page says that is made of facts or said by documents: no message."""
    made = {
        published.title,
        published.summary,
        published.id,
        published.as_of,
        "Peelian",
        "JSON",
        "API",
        "OpenAPI",
        "CSV",
        "JSON Lines",
        "/api/v1",
    }
    for source in published.sources:
        made |= {source.title or "", source.publisher or "", source.kind, source.published or ""}
    for party in published.parties:
        made |= {party.display, *party.other_names}
        made |= {words for record in party.records for words in (record.title, record.label("date"))}
        fields = [*party.facts.values(), *(one for many in party.lists.values() for one in many)]
        fields += [shown for record in party.records for shown in record.facts.values()]
        for shown in fields:
            made |= {shown.source, *(other.label for other in shown.others)}
            made |= {shown.label} if shown.field in WRITTEN | {"name"} else set()
    # The law that a rule rests on, as lawyers write it.
    made |= {asked.source for one in expected(published) for asked in one.asked}
    made |= {law.term("forces", "kent").source}
    made |= {check.source for check in published.checks}
    made |= {one.label for one in published.durations}
    if published.regime is not None:
        made |= {published.regime.source, days_told(published.regime.reason)}
    for note in (*published.corrections, *published.replies):
        made |= {note.text, note.by}
    return {_plain(one) for one in made if one}


def _plain(text: str) -> str:
    """A text without what went through translation (months do too)."""
    while "⟦" in text:
        text = re.sub(r"⟦[^⟦⟧]*(?:⟧|…|$)", " ", text)
    return " ".join(text.split())


def _of_facts(node: html.HtmlElement) -> bool:
    return node.tag in TAGS or bool(CLASSES & set((node.get("class") or "").split()))


def untranslated(page: str, facts: set[str]) -> list[str]:
    """The texts of a page that went through no translation, but for those made of facts."""
    tree = html.fromstring(page)
    for aside in [one for one in tree.iter() if _of_facts(one)]:
        aside.drop_tree()
    found = []
    for text in tree.xpath("//body//text()"):
        left = _plain(text)
        for one in sorted(facts, key=len, reverse=True):
            left = left.replace(one, " ")
        if re.search(r"[A-Za-z]{3,}", left):
            found.append(left.strip())
    return found


@pytest.mark.usefixtures("brackets")
def test_every_sentence_of_a_case_goes_through_translation(client: Client) -> None:
    made = [everything().publish(), make(dismissed()).publish(on="2024-06-01"), case(7)]
    made[1] = PublishedCase.from_json(made[1].to_json().replace(b"c-aaaaaaaaaa", b"c-dddddddddd"))
    for published in made:
        index.put(published)
        page = client.get(f"/cases/{published.id}/").content.decode()
        assert "⟦Withheld⟧" in page or published.id != "c-aaaaaaaaaa"
        address = f"http://testserver/cases/{published.id}/"
        left = untranslated(page, of_facts(published) | {address, "c-"})
        assert left == [], left


@pytest.mark.usefixtures("brackets")
@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/cases/",
        "/forces/",
        "/forces/kent/",
        "/statistics/",
        "/data/",
        "/offences/",
        "/standards/",
        "/alerts/new",
        "/requests/new",
        "/requests/",
        "/about/",
        "/about/corrections/",
        "/about/data-protection/",
    ],
)
def test_every_sentence_of_the_lists_goes_through_translation(address: str, client: Client) -> None:
    published = case(7)
    index.put(published)
    page = client.get(address).content.decode()
    assert untranslated(page, of_facts(published) | {"Maidstone Crown Court", "Atom"}) == []


def test_a_translated_reason_is_shown_translated_and_a_name_is_not(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reason of the rules in another language; an officer called Convicted is none."""
    reason = rulebook.rule("street_address").reason
    told = {reason: "Y dref", "Convicted": "Euog"}
    monkeypatch.setattr(translation._trans, "gettext", lambda one: told.get(one, one), raising=False)
    index.put(make(dismissed()).publish(on="2024-06-01"))
    page = client.get("/cases/c-aaaaaaaaaa/").content.decode()
    assert "Y dref" in page and reason not in page
    index.put(case(8, "Convicted"))
    page = client.get("/cases/c-0000000008/").content.decode()
    assert "<dd>Convicted" in page and "Euog" in page


def test_the_messages_are_those_of_the_gate() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "messages.py"), "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="no gettext on this machine")
def test_makemessages_finds_the_gates_sentences(tmp_path: Path) -> None:
    """In a copy, so that nothing is written here."""
    web = tmp_path / "web"
    shutil.copytree(ROOT / "src" / "peelian" / "web", web, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "locale").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", "cy"],
        cwd=tmp_path,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "peelian.server.settings", "PEELIAN_SECRET_KEY": "test"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    catalog = (tmp_path / "locale" / "cy" / "LC_MESSAGES" / "django.po").read_text("utf-8")
    flat = re.sub(r'"\n"', "", catalog)
    for rule in rulebook.rules().values():
        assert rule.reason in flat, rule.id
    for words in ("Age when reported", "Kent Police", "The words are not shown.", "Outcomes by year"):
        assert words in flat
