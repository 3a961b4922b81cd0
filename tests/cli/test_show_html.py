"""The page of ``peelian show --html`` in a browser: accessible, no wider than a phone, usable by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from peelian.cli.page import html_page
from peelian.documents import Document
from peelian.reading import Reading

pytestmark = pytest.mark.browser


@pytest.fixture
def address(telling: tuple[Document, Reading], tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(html_page(*telling), "utf-8")
    return path.as_uri()


def opened(browser: Browser, address: str, width: int, scheme: str = "light", script: bool = True) -> Tab:
    tab = browser.new_page(
        viewport={"width": width, "height": 850},
        color_scheme=scheme,  # type: ignore[arg-type]
        bypass_csp=script,
        java_script_enabled=script,
    )
    tab.goto(address)
    return tab


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(width: int, scheme: str, browser: Browser, address: str) -> None:
    tab = opened(browser, address, width, scheme)
    results = Axe().run(tab)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_a_fact_is_lit(scheme: str, browser: Browser, address: str) -> None:
    tab = opened(browser, address, 1280, scheme)
    for target in ("#f9", "#f9w1", "#c1", "#s1w1"):
        tab.goto(address + target)
        results = Axe().run(tab)
        assert results.violations_count == 0, f"{target}: {results.generate_report()}"


@pytest.mark.parametrize("width", [320, 390, 768, 1100, 1280, 1920])
def test_nothing_is_wider_than_the_window(width: int, browser: Browser, address: str) -> None:
    tab = opened(browser, address, width)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def background(locator: Locator) -> str:
    return str(locator.evaluate("node => getComputedStyle(node).backgroundColor"))


def tab_to(tab: Tab, href: str, most: int = 300) -> None:
    """Press Tab until the focus is on a link to ``href``."""
    for _ in range(most):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.getAttribute('href')") == href:
            return
    pytest.fail(f"no way by Tab to {href}")


@pytest.mark.parametrize("width", [390, 1280])
def test_from_a_fact_to_its_words_and_back_by_keyboard(width: int, browser: Browser, address: str) -> None:
    tab = opened(browser, address, width)
    phone = tab.locator(".fact", has_text="Telephone")
    fact = phone.get_attribute("id")
    words = tab.locator(f"#{fact}w1")
    before = background(words)
    tab_to(tab, f"#{fact}w1")
    tab.keyboard.press("Enter")
    expect(words).to_have_text("0808 000 0000")
    expect(words).to_be_in_viewport(ratio=1)
    expect(words).not_to_have_css("background-color", before)  # lit
    tab_to(tab, f"#{fact}")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/*#{fact}")
    expect(phone).to_be_in_viewport(ratio=1)


def test_pointing_at_a_fact_lights_its_words_and_at_words_their_fact(browser: Browser, address: str) -> None:
    tab = opened(browser, address, 1280)
    name = tab.locator(".fact", has_text="Ada Thorne").first
    words = tab.locator(f"#{name.get_attribute('id')}w1")
    fact_before, words_before = background(name), background(words)
    name.hover()
    expect(words).not_to_have_css("background-color", words_before)
    words.hover()
    expect(name).not_to_have_css("background-color", fact_before)


def test_wide_windows_move_only_the_other_side(browser: Browser, address: str) -> None:
    """A link in the facts scrolls the text and leaves the list where it is."""
    tab = opened(browser, address, 1280)
    scrolled = "document.querySelector('.facts').scrollTop"
    link = tab.locator(".facts a", has_text="Ada Thorne").first
    link.click()
    tab.wait_for_url(f"**/*{link.get_attribute('href')}")
    expect(tab.locator(":target")).to_be_in_viewport()
    assert tab.evaluate(scrolled) == 0
    assert tab.evaluate("window.scrollY") == 0


def test_it_works_under_its_own_policy_without_script(browser: Browser, address: str) -> None:
    said: list[str] = []
    tab = browser.new_page(java_script_enabled=False)
    tab.on("console", lambda message: said.append(message.text))
    tab.on(
        "request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None
    )
    tab.goto(address)
    tab.screenshot()
    assert said == []  # no rule of the policy was broken, nothing was fetched
    tab.close()
    tab = opened(browser, address, 1280)  # the style is in force
    assert re.fullmatch(r"rgb\(\d+, \d+, \d+\)", background(tab.locator("main mark").first))


def test_the_text_is_comfortable_to_read(browser: Browser, address: str) -> None:
    tab = opened(browser, address, 1280)
    row = tab.locator(".row p").nth(3)
    size = float(row.evaluate("n => parseFloat(getComputedStyle(n).fontSize)"))
    assert 17 <= size <= 20
    box = row.bounding_box()
    assert box is not None
    assert box["width"] / size < 38  # about 75 characters at most


def test_in_print_all_is_on_the_paper(browser: Browser, address: str) -> None:
    tab = opened(browser, address, 1280)
    tab.emulate_media(media="print")
    assert tab.evaluate("getComputedStyle(document.querySelector('.facts')).overflowY") == "visible"
    assert tab.evaluate("getComputedStyle(document.querySelector('header nav')).display") == "none"
