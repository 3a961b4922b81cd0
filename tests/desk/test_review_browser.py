"""In Chromium: each role's day, review by keys alone (counted), two browsers on one document, axe, phones, no script."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from tests.desk.live import Live

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Opens = Callable[..., Page]


@pytest.fixture(scope="module")
def states(live: Live, browser: Browser) -> dict[str, Any]:
    """Each role signed in once, by the pages, second factor and all."""
    found: dict[str, Any] = {}
    for role in ("reader", "caseworker", "editor", "data_protection_lead", "administrator", "intake_reader"):
        context = browser.new_context()
        live.sign_in(context.new_page(), role)
        found[role] = context.storage_state()
        context.close()
    return found


@pytest.fixture
def as_role(live: Live, browser: Browser, states: dict[str, Any]) -> Iterator[Opens]:
    """A page of a role's browser, at an address. Whatever the console complains of fails the test."""
    opened: list[BrowserContext] = []
    complaints: list[str] = []

    def made(role: str, path: str = "/desk/", width: int = 1280, script: bool = True) -> Page:
        context = browser.new_context(
            storage_state=states[role], viewport={"width": width, "height": 900}, java_script_enabled=script
        )
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(live.address + path)
        return page

    yield made
    for context in opened:
        context.close()
    quiet = [text for text in complaints if not re.search(r"status of (403|404|405|409|410|422)", text)]
    assert not quiet


def document(live: Live, word: str) -> str:
    return f"/desk/documents/{live.told['sources'][word]}/"


# ---- each page: axe, phones


PAGES = {
    "home": ("caseworker", "/desk/"),
    "find": ("reader", "/desk/find/?q=Feathers"),
    "queue": ("caseworker", "/desk/review/"),
    "document": ("caseworker", "/desk/documents/{Kent}/"),
    "read only": ("reader", "/desk/documents/{Kent}/"),
    "reviewed": ("caseworker", "/desk/review/done/"),
    "precision": ("caseworker", "/desk/precision/"),
    "pairs": ("caseworker", "/desk/pairs/"),
    "second looks": ("caseworker", "/desk/pairs/second/"),
    "pair": ("caseworker", "/desk/pairs/{left}/{right}/"),
    "pair with score": ("caseworker", "/desk/pairs/{left}/{right}/?show=score"),
    "person": ("caseworker", "/desk/persons/{person}/"),
    "publication": ("editor", "/desk/publication/?state=public"),
    "case": ("editor", "/desk/publication/{case}/"),
    "public case": ("editor", "/desk/publication/{public}/"),
    "shown in spite": ("editor", "/desk/publication/shown-in-spite/"),
    "requests": ("data_protection_lead", "/desk/requests/"),
    "request": ("data_protection_lead", "/desk/requests/{reference}/"),
    "audit": ("administrator", "/desk/audit/"),
    "accounts": ("administrator", "/desk/accounts/"),
    "own account": ("administrator", "/desk/account/"),
    "second factors": ("administrator", "/accounts/2fa/"),
    "security keys": ("editor", "/accounts/2fa/webauthn/"),
    "app off": ("reader", "/accounts/2fa/totp/deactivate/"),
    "asked again": ("reader", "/accounts/reauthenticate/?next=/desk/"),
    "asked again for a code": ("editor", "/accounts/2fa/reauthenticate/?next=/desk/"),
    "password": ("reader", "/accounts/password/change/"),
    "refused": ("reader", "/desk/audit/"),
    "only takes a form": ("caseworker", "/desk/pairs/{left}/{right}/judge/"),
}


def place(live: Live, path: str) -> str:
    return path.format(**{**live.told, **live.told["sources"]})


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_a_phone_shows_it_whole(name: str, live: Live, as_role: Opens) -> None:
    role, path = PAGES[name]
    for width in (1280, 360):
        page = as_role(role, place(live, path), width=width)
        for fold in page.locator("main details").all():
            fold.evaluate("e => { e.open = true }")
        found = Axe().run(page).response["violations"]
        told = [(v["id"], [n["html"][:150] for n in v["nodes"][:3]]) for v in found]
        assert not told, json.dumps(told, indent=1)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_on_the_pages_before_the_desk(live: Live, browser: Browser) -> None:
    for path in (
        "/accounts/login/", "/accounts/signup/", "/accounts/inactive/", "/accounts/password/reset/",
        "/accounts/password/reset/done/", "/accounts/password/reset/key/x-y/", "/desk/join/none/",
    ):  # fmt: skip
        for width in (1280, 360):
            page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
            page.goto(live.address + path)
            assert not Axe().run(page).response["violations"]
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.context.close()


# ---- review by keys


class Keys:
    """A person at the keyboard: counts what is pressed, waits for the page after each act."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, key: str) -> None:
        self.count += 1
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.count += len(text)
        self.page.keyboard.type(text)

    def act(self, key: str) -> None:
        """Press a key that sends something, and wait until what comes back is shown: before, keys do not count."""
        with shown_anew(self.page):
            self.press(key)


@contextmanager
def shown_anew(page: Page) -> Iterator[None]:
    """What is done within sends an act; it ends when the answer stands on the page."""
    page.evaluate("for (const one of document.getElementById('review').children) one.dataset.before = ''")
    yield
    expect(page.locator("#review > [data-before]")).to_have_count(0)


def test_a_typical_report_is_checked_by_keys_alone(live: Live, as_role: Opens) -> None:
    """One wrong value is corrected, the rest accepted one by one, the case put up: counted and timed."""
    page = as_role("caseworker", document(live, "Essex"))
    facts = page.locator("[data-fact]").count()
    assert facts >= 10
    keys, begin = Keys(page), time.perf_counter()
    looked = 0
    while page.locator("[data-fact].unreviewed").count():
        heading = page.locator("[data-fact].on .what").inner_text()
        looked += 1
        if heading == "Age when reported":
            keys.press("e")
            keys.type("42")
            keys.act("Enter")
        else:
            keys.act("a")
        assert looked <= facts
    with page.expect_navigation():
        keys.press("p")
    seconds = time.perf_counter() - begin
    expect(page.locator("main").get_by_text("waits for another person").first).to_be_visible()
    # Card, Moran and Newell's model: 0.28 s a key, 1.35 s to look at each fact; and what the pages took.
    person = keys.count * 0.28 + looked * 1.35 + seconds
    told = {
        "facts": facts,
        "keys": keys.count,
        "machine_seconds": round(seconds, 1),
        "modelled_seconds": round(person, 1),
    }
    print(json.dumps(told))
    assert person < 60

    swift = as_role("caseworker", document(live, "Misconduct"))
    quick = Keys(swift)
    quick.act("A")
    with swift.expect_navigation():
        quick.press("p")
    assert quick.count == 2


def test_the_buttons_of_a_review_stand_in_one_line(live: Live, as_role: Opens) -> None:
    page = as_role("editor", document(live, "Kent"))
    tops = page.locator(".toolbar button").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().top)"
    )
    assert len(tops) == 5 and len(set(tops)) == 1


def test_moving_undoing_rejecting_and_help_by_keys(live: Live, as_role: Opens) -> None:
    page = as_role("caseworker", document(live, "Kent"))
    keys = Keys(page)
    keys.press("j")
    second = page.locator("[data-fact].on").get_attribute("data-fact")
    keys.press("k")
    first = page.locator("[data-fact].on").get_attribute("data-fact")
    assert first and second and first != second
    assert page.locator("#text mark.on").count() >= 1
    keys.act("x")
    assert page.locator(f"#f-{first}.rejected").count() == 1
    keys.act("u")
    assert page.locator(f"#f-{first}.unreviewed").count() == 1
    keys.press("?")
    assert page.locator("#keys").is_visible()
    page.locator("#keys-switch").click()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    keys.press("x")
    page.reload()  # what the key had sent would have been asked for before
    assert sent and not any(url.endswith("/decide/") for url in sent)  # the keys are off
    assert page.locator(".rejected").count() == 0


def test_words_selected_in_the_text_become_the_evidence(live: Live, as_role: Opens) -> None:
    page = as_role("caseworker", document(live, "Kent"))
    page.evaluate(
        """() => new Promise((told) => { document.addEventListener("selectionchange", () => told(), { once: true });
        const walk = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
        let node; while ((node = walk.nextNode())) { const at = node.data.indexOf('Holloway'); if (at >= 0) {
        const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 8);
        const s = getSelection(); s.removeAllRanges(); s.addRange(range); return; } } })"""
    )
    page.keyboard.press("s")
    form = page.locator("details[data-open=s] form")
    assert form.locator("[name=words]").input_value() == "Holloway"
    form.locator("select[name=kind]").select_option("victim_place")
    with shown_anew(page):
        form.get_by_role("button", name="Mark").click()
    expect(page.locator("#text mark.sensitive").first).to_have_text("Holloway")
    with shown_anew(page):
        page.keyboard.press("u")
    expect(page.locator("#text mark.sensitive")).to_have_count(0)


def test_two_browsers_on_one_document(live: Live, as_role: Opens) -> None:
    one, two = as_role("caseworker", document(live, "Kent")), as_role("editor", document(live, "Kent"))
    key = one.locator("[data-fact]").last.get_attribute("data-fact")
    with shown_anew(one):
        one.locator(f"#f-{key}").get_by_role("button", name="Accept").click()
    with two.expect_response(re.compile("/decide/$")) as answer:
        two.locator(f"#f-{key}").get_by_role("button", name="Reject").click()
    assert answer.value.status == 409
    two.wait_for_selector("text=Somebody was quicker")
    assert two.locator(".said").inner_text().count("caseworker") == 1
    assert two.locator(f"#f-{key}.accepted").count() == 1
    with two.expect_response(re.compile("/decide/$")) as again:
        two.locator(f"#f-{key}").get_by_role("button", name="Reject").click()
    assert again.value.status == 200


def sent(page: Page, button: Locator) -> None:
    """Press a button of a page without scripts until its form goes off; one press can get lost.

    Chromium throws a press away that comes before a new page is painted, or while it scrolls to its fragment.
    """
    page.wait_for_load_state()
    for last in (False, False, True):
        try:
            with page.expect_request(lambda request: request.method == "POST", timeout=10_000):
                button.click()
            break
        except PlaywrightTimeout:
            if last:
                raise
    page.wait_for_load_state()


def test_without_scripts_everything_goes_by_forms(live: Live, as_role: Opens) -> None:
    page = as_role("caseworker", document(live, "Kent"), script=False)
    fact = page.locator("[data-fact].unreviewed").first
    key = fact.get_attribute("data-fact")
    sent(page, fact.get_by_role("button", name="Accept"))
    expect(page.locator(f"#f-{key}.accepted")).to_have_count(1)
    page.wait_for_load_state()
    age = page.locator("[data-fact]", has_text="Outcome")
    age.locator("summary").click()
    age.locator("[name=words]").fill("a final written warning")
    sent(page, age.get_by_role("button", name="Correct"))
    expect(page.locator(".corrected", has_text="a final written warning")).to_have_count(1)
    sent(page, page.get_by_role("button", name="Undo"))
    expect(page.locator(".corrected")).to_have_count(0)
    expect(page.locator(f"#f-{key}.accepted")).to_have_count(1)  # no more than the last is undone
    expect(page.locator("[data-fact]", has_text="Outcome").first).to_be_visible()


# ---- each role's day


def test_a_reader_sees_and_decides_nothing(live: Live, as_role: Opens) -> None:
    page = as_role("reader", document(live, "Kent"))
    assert page.locator("#text mark").count() and not page.locator("main form").count()
    page.goto(live.address + "/desk/")
    assert page.get_by_role("link", name="Audit").count() == 0
    page.get_by_label("Find a person").fill("Feathers")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Orlando Feathers", exact=True).click()
    expect(page.locator("svg.cluster")).to_have_count(1)


def test_what_is_shown_in_spite_of_a_rule_is_told_in_words(live: Live, as_role: Opens) -> None:
    page = as_role("editor", "/desk/publication/shown-in-spite/")
    told = page.locator("main").inner_text()
    assert "Holloway-Snell" in told and "The hearing was in public." in told
    assert not re.search(r"\b[cps]-[0-9a-f]{12}|before_charge|spent_conviction", told)


def test_a_caseworker_judges_blind(live: Live, as_role: Opens) -> None:
    page = as_role("caseworker", "/desk/pairs/")
    page.get_by_role("link", name="Judge one after the other").click()
    page.wait_for_load_state()  # keys count from when the page's script is there
    assert page.get_by_text("Match weight").count() == 0
    page.keyboard.press("2")  # a reason is missing: the key leads to it
    expect(page.locator("#reason")).to_be_focused()
    page.keyboard.type("Another force, another rank.")
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    page.wait_for_url(re.compile("judged=1"))
    expect(page.get_by_text("Match weight")).to_have_count(1)
    expect(page.get_by_text("Another force, another rank.")).to_have_count(1)


def test_an_editor_publishes_what_a_caseworker_put_up(live: Live, as_role: Opens) -> None:
    case = f"/desk/publication/{live.told['case']}/"
    page = as_role("caseworker", case)
    page.get_by_label("Policy").select_option("journalism")
    page.get_by_role("button", name="Put up").click()
    page.wait_for_load_state()
    assert page.get_by_role("button", name="Publish").count() == 0
    editor = as_role("editor", "/desk/publication/")
    editor.goto(live.address + case)
    editor.get_by_role("button", name="Publish").click()
    expect(editor.get_by_text("The case is public.")).to_have_count(1)
    assert editor.goto(f"{live.address}/cases/{live.told['case']}/").status == 200  # type: ignore[union-attr]
    editor.goto(live.address + case)
    editor.get_by_label("Why", exact=True).fill("An order was made.")
    editor.get_by_role("button", name="Take it from the public").click()
    editor.wait_for_load_state()
    assert editor.goto(f"{live.address}/cases/{live.told['case']}/").status in (404, 410)  # type: ignore[union-attr]


def test_a_data_protection_lead_answers_a_request(live: Live, as_role: Opens) -> None:
    page = as_role("data_protection_lead", f"/desk/requests/{live.told['reference']}/")
    page.get_by_label("State").select_option("answered")
    page.get_by_label("What is said, or noted").fill("The date was checked and is right.")
    page.get_by_role("button", name="Keep").click()
    expect(page.locator(".trail").get_by_text("The date was checked")).to_have_count(1)
    page.wait_for_load_state()
    assert page.get_by_role("link", name="Accounts").count() == 0


def test_an_administrator_invites_and_the_newcomer_comes_in(
    live: Live, as_role: Opens, browser: Browser
) -> None:
    page = as_role("administrator", "/desk/accounts/")
    page.get_by_label("Name to sign in with").fill("nina")
    page.locator("form.account-form input[value=caseworker]").check()
    page.get_by_role("button", name="Invite").click()
    link = page.locator(".link").inner_text()
    newcomer = browser.new_context().new_page()
    newcomer.goto(link)
    assert not Axe().run(newcomer).response["violations"]
    newcomer.get_by_label("Password").fill("a hedge full of sparrows")
    newcomer.get_by_label("The same again").fill("a hedge full of sparrows")
    newcomer.get_by_role("button", name="Make my account").click()
    newcomer.get_by_label("Username").fill("nina")
    newcomer.get_by_label("Password").fill("a hedge full of sparrows")
    newcomer.get_by_role("button", name="Sign in").click()
    expect(newcomer.get_by_role("heading", name="What waits")).to_have_count(1)
    newcomer.context.close()
    page.goto(live.address + "/desk/audit/")
    page.get_by_role("button", name="Verify the trail").click()
    expect(page.locator(".notice[role=status]")).to_have_text(re.compile(r"\s*The trail is whole"))


def test_the_trail_is_read_on_a_phone_without_scrolling_sideways(live: Live, as_role: Opens) -> None:
    page = as_role("administrator", "/desk/audit/")
    page.set_viewport_size({"width": 360, "height": 800})
    entries = page.get_by_role("region", name="Entries")
    assert entries.get_by_text("account.signed_in").first.is_visible()
    assert entries.evaluate("e => e.scrollWidth - e.clientWidth") == 0


def test_a_new_editor_must_set_up_a_second_factor_first(live: Live, as_role: Opens, browser: Browser) -> None:
    page = as_role("administrator", "/desk/accounts/")
    page.get_by_label("Name to sign in with").fill("otto")
    page.locator("form.account-form input[value=editor]").check()
    page.get_by_role("button", name="Invite").click()
    newcomer = browser.new_context().new_page()
    newcomer.goto(page.locator(".link").inner_text())
    newcomer.get_by_label("Password").fill("a hedge full of sparrows")
    newcomer.get_by_label("The same again").fill("a hedge full of sparrows")
    newcomer.get_by_role("button", name="Make my account").click()
    newcomer.get_by_label("Username").fill("otto")
    newcomer.get_by_label("Password").fill("a hedge full of sparrows")
    newcomer.get_by_role("button", name="Sign in").click()
    newcomer.get_by_label("Password").fill("a hedge full of sparrows")  # once more, before a factor is set up
    newcomer.get_by_role("button", name=re.compile("Confirm")).click()
    secret = newcomer.locator("#authenticator_secret").input_value()
    assert newcomer.locator("main img").get_attribute("src").startswith("data:image/svg")  # type: ignore[union-attr]
    assert not Axe().run(newcomer).response["violations"]
    live.told["secrets"]["otto"] = secret
    newcomer.locator("input[name=code]").fill(live.code("otto"))
    newcomer.get_by_role("button", name="Set it up").click()
    newcomer.wait_for_load_state()
    newcomer.goto(live.address + "/desk/")
    assert newcomer.get_by_role("heading", name="What waits").count() == 1
    newcomer.goto(live.address + "/accounts/2fa/recovery-codes/")
    assert newcomer.get_by_role("heading", name=re.compile("Recovery")).count() == 1
    newcomer.context.close()


def test_an_intake_reader_sees_reports_and_nothing_else(live: Live, as_role: Opens) -> None:
    page = as_role("intake_reader")
    assert page.get_by_role("link", name="Reports received").count() >= 1
    for path in ("/desk/review/", "/desk/pairs/", "/desk/publication/", "/desk/audit/"):
        answer = page.goto(live.address + path)
        assert answer is not None and answer.status == 403
    answer = page.goto(live.address + "/desk/intake/")
    assert answer is not None and answer.status == 200
