"""The public pages in a real browser: accessible, no wider than a phone, usable by keyboard and without script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Request, expect
from playwright.sync_api import Page as Tab
from served import served

pytestmark = pytest.mark.browser
CASE = "/cases/c-0000000001/"
ADDRESSES = [
    "/", "/cases/", "/cases/?q=ada&force=kent&year=2019", "/cases/?q=nothing-at-all", CASE,
    f"{CASE}sources/s-000000000001/", "/persons/p-0000000001/", "/forces/", "/forces/kent/",
    "/offences/", "/offences/misconduct_in_public_office/", "/courts/", "/courts/Maidstone%20Crown%20Court/",
    "/standards/", "/statistics/", "/data/",
    "/about/", "/about/data-protection/", "/about/corrections/", "/requests/", "/requests/new?case=c-0000000001",
    "/alerts/new?q=ada", "/api/v1/docs", "/no-such-page/",
]  # fmt: skip
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
#: Width, colours, medium: a page is looked at in each (794 px is the width of A4).
LOOKS = [
    (1280, "light", "screen"), (1280, "dark", "screen"), (360, "light", "screen"), (360, "dark", "screen"),
    (794, "light", "print"), (794, "dark", "print"),
]  # fmt: skip
#: A page without its pictures and its type: markup, style, script. WCAG has no word on it; the project has.
HEAVIEST = 150_000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over thirty cases, one for all tests here."""
    with served(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture
def tab(site: str, browser: Browser) -> Iterator[Tab]:
    """A tab that counts what a page's author would be ashamed of: errors in the console, failed requests."""
    context = browser.new_context(
        base_url=site, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    )
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "requestfailed",
        # A download is no page, and what one leaves behind on going on is not wanted any more.
        lambda request: None if request.failure == "net::ERR_ABORTED" else complaints.append(request.url),
    )
    yield opened
    context.close()
    assert complaints == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing_on_any_page(address: str, site: str, browser: Browser) -> None:
    context = browser.new_context(base_url=site, bypass_csp=True)
    opened = context.new_page()
    opened.goto(address)
    for details in opened.locator("details").all():
        details.evaluate("one => one.open = true")
    for width, scheme, media in LOOKS:
        opened.set_viewport_size({"width": width, "height": 900})
        opened.emulate_media(color_scheme=scheme, media=media)  # type: ignore[arg-type]
        found = Axe().run(opened, options={"runOnly": TAGS})
        assert found.violations_count == 0, f"{width} {scheme} {media}: {found.generate_report()}"
    context.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_wider_than_the_smallest_phone(address: str, site: str, browser: Browser) -> None:
    opened = browser.new_page(base_url=site, viewport={"width": 320, "height": 700})
    opened.goto(address)
    for details in opened.locator("details").all():
        details.evaluate("one => one.open = true")
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    opened.close()


@pytest.mark.parametrize("address", ADDRESSES[:-1])
def test_no_page_complains_and_none_is_heavy(address: str, tab: Tab) -> None:
    sizes: dict[str, int] = {"page": 0, "type": 0}
    finished: list[Request] = []
    tab.on("requestfinished", lambda request: finished.append(request))
    tab.goto(address, wait_until="networkidle")
    for request in finished:
        if request.resource_type != "image":
            response = request.response()
            assert response is not None
            sizes["type" if request.resource_type == "font" else "page"] += len(response.body())
    assert sizes["page"] > 0
    assert len({request.url.split("/")[2] for request in finished}) == 1  # nothing from anywhere else
    assert sizes["page"] < HEAVIEST, sizes
    assert sizes["type"] < 250_000, sizes  # three files of our own, kept by the browser after the first page


def test_from_search_to_case_to_the_words_of_a_source(tab: Tab) -> None:
    tab.goto("/")
    tab.get_by_label("Search cases").fill("ada thorne")
    tab.get_by_role("button", name="Search").click()
    tab.get_by_role("link", name="PC Ada Thorne, Kent Police").first.click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("PC Ada Thorne, Kent Police")
    tab.wait_for_load_state()
    outcome = tab.locator(".fact", has=tab.locator("dt", has_text=re.compile("^Outcome$"))).first
    words = outcome.locator("mark", has_text="dismissed without notice").first
    assert not words.is_visible()
    outcome.locator("summary").click()
    expect(words).to_be_visible()
    outcome.get_by_role("link").first.click()
    tab.wait_for_url("**/*#source-s-000000000001")
    tab.get_by_role("link", name="Officer dismissed").first.click()
    expect(tab.locator("mark", has_text="dismissed without notice").first).to_be_visible()
    assert tab.get_by_role("link", name="Read it at its publisher").get_attribute("href") == (
        "https://example.org/officer-dismissed"
    )


def test_from_filter_to_export(tab: Tab) -> None:
    tab.goto("/cases/")
    tab.get_by_role("link", name="Kent Police", exact=True).first.click()
    expect(tab.get_by_role("status")).to_contain_text("6 cases")
    with tab.expect_download() as taken:
        tab.get_by_role("link", name="CSV").click()
    lines = taken.value.path().read_text("utf-8").splitlines()
    assert len(lines) == 7 and all(",kent,2019," in line for line in lines[1:])
    tab.get_by_role("link", name="take away").first.click()
    expect(tab.get_by_role("status")).to_contain_text("30 cases")


def test_a_correction_is_asked_for_and_asked_after(tab: Tab) -> None:
    tab.goto(CASE)
    tab.get_by_role("link", name="Ask for a correction").click()
    expect(tab.get_by_label("Which case")).to_have_value("c-0000000001")
    tab.get_by_label("Something is wrong: a correction").check()
    tab.get_by_label("Which fact, if one").fill("age")
    tab.get_by_label("Tell us").fill("I was 27.")
    tab.get_by_role("button", name="Send").click()
    reference = tab.locator(".lead strong").inner_text()
    tab.get_by_role("link", name="See where it stands").click()
    tab.get_by_label("Your reference").fill(reference)
    tab.get_by_role("button", name="Show").click()
    expect(tab.locator(".lead")).to_have_text("Received")


def focused(tab: Tab) -> str:
    """The words of what has the keyboard."""
    said: str = tab.evaluate("document.activeElement.innerText || document.activeElement.id")
    return said.strip()


def test_by_keyboard_alone(tab: Tab) -> None:
    tab.goto("/")
    tab.keyboard.press("Tab")
    assert focused(tab) == "Skip to the content"
    assert tab.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]  # it shows itself
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/#*")
    tab.keyboard.press("Tab")
    assert focused(tab) == "search"
    tab.keyboard.type("thorne")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/cases/?q=thorne")
    for _ in range(150):
        tab.keyboard.press("Tab")
        if focused(tab).startswith("PC Ada Thorne"):
            break
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/cases/c-*/")
    for _ in range(60):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.matches('.evidence > summary')"):
            break
    outline = tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    tab.keyboard.press("Enter")
    expect(tab.locator("details.evidence[open] mark").first).to_be_visible()


@pytest.mark.parametrize("address", ADDRESSES[:-1])
def test_what_has_the_keyboard_can_be_seen(address: str, tab: Tab) -> None:
    tab.set_viewport_size({"width": 360, "height": 700})
    tab.goto(address)
    for _ in range(12):
        tab.keyboard.press("Tab")
        inside = tab.evaluate(
            "(() => { const b = document.activeElement.getBoundingClientRect();"
            " return b.width > 0 && b.bottom > 0 && b.top < innerHeight && b.left >= -1 && b.right <= innerWidth + 1 })()"
        )
        assert inside, focused(tab)


def test_without_script_everything_works(site: str, browser: Browser) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    opened = context.new_page()
    opened.goto("/")
    opened.get_by_label("Search cases").fill("bela")
    opened.get_by_role("button", name="Search").click()
    opened.get_by_role("link", name=re.compile("PC Bela Thorne")).first.click()
    opened.locator(".evidence > summary").first.click()
    expect(opened.locator("details.evidence[open] mark").first).to_be_visible()
    opened.goto("/statistics/")
    assert opened.locator("figure svg").count() >= 3
    context.close()


def test_suggestions_come_while_one_types(tab: Tab) -> None:
    tab.goto("/")
    with tab.expect_response("**/suggest?q=tho") as answer:
        tab.get_by_label("Search cases").press_sequentially("tho", delay=20)
    assert {one["label"] for one in answer.value.json()["suggestions"]} >= {"Ada Thorne", "Bela Thorne"}
    expect(tab.locator("#suggested option").nth(1)).to_be_attached()


def test_a_case_prints_on_two_pages(tab: Tab) -> None:
    tab.goto(CASE)
    printed = tab.pdf(format="A4", margin={"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"})
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2


def test_the_page_for_machines_is_true(tab: Tab) -> None:
    tab.goto(CASE)
    schema = json.loads(tab.locator("script[type='application/ld+json']").inner_text())
    assert schema["headline"] == tab.get_by_role("heading", level=1).inner_text()
    assert schema["url"].endswith(CASE) and schema["citation"][0]["name"] == "Officer dismissed"


@pytest.mark.parametrize("address", ADDRESSES)
def test_at_twice_the_size_nothing_is_lost_at_the_side(address: str, site: str, browser: Browser) -> None:
    zoomed = browser.new_context(base_url=site, viewport={"width": 640, "height": 480}, device_scale_factor=2)
    opened = zoomed.new_page()  # 1280 px at 200%
    opened.goto(address)
    assert opened.evaluate("document.documentElement.scrollWidth") <= 640
    zoomed.close()
    larger = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900}, bypass_csp=True)
    opened = larger.new_page()  # only the text at 200%
    opened.goto(address)
    opened.add_style_tag(content="html { font-size: 200% !important }")
    assert opened.evaluate("document.documentElement.scrollWidth") <= 1280
    larger.close()


@pytest.mark.parametrize("address", ADDRESSES[:-1])
def test_nothing_moves_for_those_who_want_none(address: str, tab: Tab) -> None:
    tab.goto(address)
    moving = tab.evaluate(
        "[...document.querySelectorAll('*')].filter(one => { const style = getComputedStyle(one);"
        " return style.animationName !== 'none' || style.transitionDuration.split(', ').some(d => d !== '0s') ||"
        " style.scrollBehavior === 'smooth' }).map(one => one.tagName + '.' + one.className)"
    )
    assert moving == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_charts_are_read_without_scrolling(width: int, tab: Tab) -> None:
    """One form of each chart is seen, whole, its words no smaller than small print."""
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto("/statistics/")
    charts = tab.locator("figure.chart")
    assert charts.count() >= 3
    for chart in charts.all():
        assert chart.evaluate("e => e.scrollWidth <= e.clientWidth + 1")
        seen = [one for one in chart.locator("svg").all() if one.is_visible()]
        assert len(seen) == 1
        shrunk = seen[0].evaluate("e => e.getBoundingClientRect().width / e.viewBox.baseVal.width")
        assert shrunk * 11 >= 9.4  # the counts on bars are the smallest
