"""Security keys (WebAuthn) in Chromium: set up and used, with the browser's own virtual key."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.desk.live import PASSWORD, Live

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def with_key(page: Page) -> Any:
    """Plug a security key into the browser: whoever asks it, it answers as if it had been touched."""
    link = page.context.new_cdp_session(page)
    link.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "usb", "hasResidentKey": False, "hasUserVerification": False,
        "automaticPresenceSimulation": True,
    }  # fmt: skip
    link.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return link


@pytest.fixture(scope="module")
def here(live: Live) -> Live:
    """The desk under a name: a key wants one."""
    return replace(live, address=live.address.replace("127.0.0.1", "localhost"))


@pytest.fixture(scope="module")
def admin(here: Live, browser: Browser) -> Page:
    """An administrator, signed in once: a second code of the authenticator app is half a minute away."""
    page = browser.new_context().new_page()
    here.sign_in(page, "administrator")
    return page


def newcomer(here: Live, admin: Page, browser: Browser, name: str) -> Page:
    """A new editor who has come in by an invitation, signed in with the password alone, and stands before the keys."""
    admin.goto(here.address + "/desk/accounts/")
    admin.get_by_label("Name to sign in with").fill(name)
    admin.locator("form.account-form input[value=editor]").check()
    admin.get_by_role("button", name="Invite").click()
    page = browser.new_context().new_page()
    page.goto(admin.locator(".link").inner_text())
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Make my account").click()
    first_step(page, name)
    with_key(page)
    page.get_by_label("Password").fill(PASSWORD)  # once more, before a factor is set up
    page.get_by_role("button", name=re.compile("Confirm")).click()
    page.wait_for_load_state()
    page.goto(here.address + "/accounts/2fa/webauthn/add/")
    return page


def first_step(page: Page, name: str) -> None:
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_a_security_key_is_set_up_and_asked_for(here: Live, admin: Page, browser: Browser) -> None:
    page = newcomer(here, admin, browser, "kim")
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    assert not Axe().run(page).response["violations"]
    page.get_by_label("Name").fill("The blue one")
    page.get_by_role("button", name="Add").click()
    page.wait_for_url(lambda url: "/webauthn/add/" not in url)
    page.goto(here.address + "/desk/")
    assert page.get_by_role("heading", name="What waits").count() == 1
    page.goto(here.address + "/accounts/2fa/webauthn/")
    assert page.get_by_text("The blue one").count() == 1
    assert not Axe().run(page).response["violations"]
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_load_state()

    page.goto(here.address + "/desk/")
    first_step(page, "kim")
    page.wait_for_url("**/2fa/authenticate/**")
    assert not Axe().run(page).response["violations"]
    page.goto(here.address + "/desk/")
    assert page.get_by_role("heading", name="What waits").count() == 0, "the password alone lets nobody in"
    assert "/2fa/authenticate/" in page.url
    page.get_by_role("button", name="Use a security key").click()
    page.wait_for_url(re.compile("/desk/$"))
    assert page.get_by_role("heading", name="What waits").count() == 1
    assert not complaints
    page.context.close()


def test_another_key_lets_nobody_in(here: Live, admin: Page, browser: Browser) -> None:
    page = newcomer(here, admin, browser, "lou")
    page.get_by_label("Name").fill("Mine")
    page.get_by_role("button", name="Add").click()
    page.wait_for_url(lambda url: "/webauthn/add/" not in url)
    thief = browser.new_context().new_page()
    with_key(thief)
    thief.goto(here.address + "/desk/")
    first_step(thief, "lou")
    thief.wait_for_url("**/2fa/authenticate/**")
    with thief.expect_console_message(lambda m: m.type == "error") as refused:
        thief.get_by_role("button", name="Use a security key").click()
    assert "NotAllowedError" in refused.value.text
    assert "/2fa/authenticate/" in thief.url
    thief.goto(here.address + "/desk/")
    assert thief.get_by_role("heading", name="What waits").count() == 0
    for one in (page, thief):
        one.context.close()
