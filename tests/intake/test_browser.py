"""The public journey in Chromium without scripts: as at the Tor Browser's safest level."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.chromium import chromium
from tests.intake.people import DESK, FORM, RETURN, Keys

from peelian.intake import triage
from peelian.intake.models import Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    # Playwright runs a loop in this thread
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with chromium() as opened:
        yield opened


def test_write_send_come_back_answer(browser: Any, live_server: Any, keys: Keys) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(live_server.url + FORM)
    page.fill("#id_what", "I saw the sergeant push a man.")
    page.check("input[name=reach][value=contact]")
    page.fill("#id_contact_how", "Ring after six")
    place, words = re.search(
        r"the (\w+) of these words:\s*(.*)", page.inner_text("#id_question_helptext")
    ).groups()
    page.fill("#id_question", words.split(", ")[["first", "second", "third", "fourth"].index(place)])
    page.click("button[value=preview]")
    expect(page.locator("main")).to_contain_text("I saw the sergeant push a man.")
    page.click("button[value=send]")
    expect(page.locator("#code li")).to_have_count(8)
    code = " ".join(page.locator("#code li").all_inner_texts())
    assert len(code.split()) == 8

    triage.reply(Report.internal.get(), "Was anybody with you?", DESK, timezone.localdate())
    page.goto(live_server.url + RETURN + "?level=easy")
    page.fill("#id_code", code)
    page.click("button[value=open]")
    expect(page.locator("main")).to_contain_text("Was anybody with you?")
    page.fill("#id_what", "My sister was.")
    page.click("button[value=answer]")
    expect(page.locator("main")).to_contain_text("It is sent.")
    messages = triage.read(Report.internal.get(), [keys.ruth], DESK)
    assert [m.labels["what"] for m in messages if m.from_source] == [
        "I saw the sergeant push a man.",
        "My sister was.",
    ]
    assert context.cookies() == [] and not wrong
    assert all(url.startswith(live_server.url) for url in asked), "something was loaded from elsewhere"
