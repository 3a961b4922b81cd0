"""In Chromium: a case from its opening to the barred list without scripts; axe; phones."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.desk.live import Live

pytestmark = [pytest.mark.browser, pytest.mark.slow]
#: Where pictures of the pages are kept, if somebody wants to look at them.
PICTURES = os.environ.get("PEELIAN_TEST_PICTURES")


@pytest.fixture(scope="module")
def state(live: Live, browser: Browser) -> Iterator[str]:
    context = browser.new_context()
    live.sign_in(context.new_page(), "caseworker")
    path = live.folder.parent / "state.json"
    context.storage_state(path=path)
    yield str(path)
    context.close()


def taken(page: Page, stage: str, **told: str) -> None:
    """Follow the link to a stage on the case's page and record it."""
    page.locator("ul.steps > li > a", has_text=re.compile(f"^{re.escape(stage)}$")).first.click()
    for name, value in told.items():
        field = page.locator(f"[name={name}]").first
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.locator("main")).to_contain_text(f"“{stage}” is recorded")
    expect(page.locator("ul.notice")).to_have_text(re.compile(rf"\s*“{re.escape(stage)}” is recorded"))
    page.wait_for_load_state()


@pytest.fixture(scope="module")
def case(live: Live, browser: Browser, state: str) -> str:
    """The journey of a case, without scripts; its id."""
    context = browser.new_context(storage_state=state, java_script_enabled=False)
    page = context.new_page()
    page.goto(live.address + "/desk/casework/")
    page.get_by_role("link", name="Open a case by hand").click()
    page.get_by_label("Your own reference").fill("B/1")
    page.locator("[name=subject]").fill("Idris Calloway")
    page.locator("[name=force]").select_option("gwent")
    page.locator("[name=status]").select_option("officer")
    page.locator("[name=attention_date]").fill("1 March 2021")
    page.get_by_role("button", name="Open the case").click()
    taken(
        page,
        "Allegation received",
        date="1 March 2021",
        door="complaint",
        received_date="1 March 2021",
        force="gwent",
    )
    taken(
        page,
        "Recorded and assessed",
        date="4 March 2021",
        recorded_date="4 March 2021",
        severity="gross_misconduct",
    )
    taken(page, "Investigation", date="10 March 2021", body="iopc")
    taken(page, "Investigation report", date="1 June 2021", report_date="1 June 2021")
    taken(page, "Case to answer", date="20 June 2021", case_level="gross_misconduct")
    taken(
        page,
        "Proceedings set",
        date="1 July 2021",
        notice_date="1 July 2021",
        form_of_proceedings="misconduct_hearing",
    )
    assert "Who may sit" in page.content()
    taken(
        page,
        "Misconduct hearing",
        date="1 September 2021",
        chair_role="legally qualified chair",
        sitting_dates="1 September 2021",
    )
    taken(
        page, "Finding", date="3 September 2021", finding="gross_misconduct", allegation_findings="1: proved"
    )
    taken(
        page,
        "Outcome",
        date="3 September 2021",
        outcome="dismissed_without_notice",
        outcome_as_worded="Dismissal without notice",
    )
    assert "Report to the barred list" in page.content() or "barred list" in page.content()
    page.get_by_label("Note", exact=True).fill("Papers are in the second box.")
    page.get_by_role("button", name="Note it").click()
    expect(page.locator("main")).to_contain_text("Papers are in the second box.")
    found = re.search(r"/casework/(c-\w+)/", page.url)
    assert found
    context.close()
    return found[1]


@pytest.fixture(scope="module")
def twin(live: Live, browser: Browser, state: str) -> dict[str, str]:
    """Without scripts: a case that may be joined, and one that was joined with what documents tell, by the pages."""
    context = browser.new_context(storage_state=state, java_script_enabled=False)
    page = context.new_page()
    found = {}
    for name, subject, force in (
        ("near", "Orlando Feathers", "essex"),
        ("joined", "Beatrix Holloway-Snell", "kent"),
    ):
        page.goto(live.address + "/desk/casework/new/")
        page.locator("[name=subject]").fill(subject)
        page.locator("[name=force]").select_option(force)
        page.locator("[name=status]").select_option("officer")
        page.locator("[name=attention_date]").fill("1 March 2018")
        page.get_by_role("button", name="Open the case").click()
        page.wait_for_url(re.compile(r"/casework/c-\w+/$"))
        found[name] = page.url.rstrip("/").rsplit("/", 1)[1]
    page.get_by_label("Id of that case").fill(live.told["public"])
    page.get_by_role("button", name="See what joining does").click()
    page.get_by_label("How you know").fill("The force wrote the same name and day.")
    page.get_by_role("button", name="They are one case").click()
    page.wait_for_url(re.compile(f"/{live.told['public']}/?$"))
    found["part"] = str(page.get_by_role("link", name="Part them again").get_attribute("href"))
    context.close()
    return found


PAGES = {
    "list": "", "case": "{case}/", "new": "new/", "clocks": "clocks/", "tasks": "tasks/", "import": "import/",
    "particulars": "{case}/particulars/", "lawful": "{case}/stage/outcome_published/", "unlawful": "{case}/stage/arrested/",
    "hearing": "{case}/stage/special_case/", "suspension": "{case}/record/suspension_reviewed/",
    "referral": "{case}/referral/?door=complaint&on=2021-03-01&criterion=serious_corruption&look=1",
    "chronology": "{case}/papers/chronology.page", "notice": "{case}/papers/outcome.page", "outward": "{case}/outward/",
    "join": "{near}/join/?to={essex}", "no such case": "{near}/join/?to=c-none", "part": "{part}",
    "unopened": "{essex}/", "statement": "{case}/statements/new/",
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_a_phone_shows_it_whole(
    name: str, live: Live, browser: Browser, state: str, case: str, twin: dict[str, str]
) -> None:
    complaints: list[str] = []
    for width in (1280, 360):
        context = browser.new_context(storage_state=state, viewport={"width": width, "height": 900})
        page = context.new_page()
        page.on(
            "console",
            lambda m: complaints.append(m.text) if m.type == "error" and "422" not in m.text else None,
        )
        given = twin | {
            "case": case,
            "essex": live.told["case"],
            "part": twin["part"].removeprefix("/desk/casework/"),
        }
        page.goto(live.address + "/desk/casework/" + PAGES[name].format(**given))
        for fold in page.locator("details").all():
            fold.evaluate("e => { e.open = true }")
        if PICTURES:
            page.screenshot(path=f"{PICTURES}/{name}-{width}.png", full_page=True)
        found = Axe().run(page).response["violations"]
        told = [(v["id"], [n["html"][:150] for n in v["nodes"][:3]]) for v in found]
        assert not told, json.dumps(told, indent=1)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        context.close()
    assert not complaints


_FOCUSED = """() => { const e = document.activeElement; const label = e.labels && e.labels[0];
  return [(label ? label.innerText : e.innerText).trim(), e.name || '', getComputedStyle(e).outlineStyle]; }"""


def tab_to(page: Page, words: str) -> None:
    """Press Tab until something with these words, or of this name, is in focus; and it is seen to be."""
    for _ in range(120):
        page.keyboard.press("Tab")
        told, name, outline = page.evaluate(_FOCUSED)
        if told.startswith(words) or name == words:
            assert outline != "none", f"{words}: nobody sees where the focus is"
            return
    pytest.fail(f"the key Tab does not lead to {words!r}")


def enter(page: Page) -> None:
    """Press Enter and wait for the page that comes."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_case_is_opened_and_moved_on_by_keys_alone(live: Live, browser: Browser, state: str) -> None:
    context = browser.new_context(storage_state=state)
    page = context.new_page()
    page.goto(live.address + "/desk/")
    for words in ("Casework", "Open a case by hand"):
        tab_to(page, words)
        enter(page)
    for name, text in (
        ("subject", "Nora Key"), ("force", "Gwent"), ("status", "Officer"), ("attention_date", "1 March 2021"),
    ):  # fmt: skip
        tab_to(page, name)
        page.keyboard.type(text)
    tab_to(page, "Open the case")
    enter(page)
    tab_to(page, "Allegation received")
    enter(page)
    for name, text in (("date", "1 March 2021"), ("door", "complaint"), ("received_date", "1 March 2021")):
        tab_to(page, name)
        page.keyboard.type(text)
    tab_to(page, "force")
    page.keyboard.type("Gwent")
    tab_to(page, "Record")
    enter(page)
    assert page.locator("ul.notice").inner_text().startswith("“Allegation received” is recorded")
    context.close()
