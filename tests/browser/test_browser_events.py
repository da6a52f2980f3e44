"""Today, an event and promises in a real browser, on the affair of tests/linking."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from conftest import served
from desk_affair import fill_affair

pytestmark = pytest.mark.parser
LOOKS = [(1280, "light"), (390, "light"), (1280, "dark"), (390, "dark")]


@pytest.fixture(scope="module")
def affair(browser, tmp_path_factory):  # noqa: ARG001 - skipped where there is no browser
    path = fill_affair(tmp_path_factory.mktemp("events") / "affair.duckdb")
    with served(path) as address:
        yield address


@pytest.mark.parametrize("address", ["/events", "/promises", "/copies", "/claims?status=happened"])
def test_the_form_of_filters_stays_in_the_window(browser, affair, address):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(affair + address)
    page.get_by_text("Add a filter").click()
    over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    box = page.locator(".filterform form").bounding_box()
    page.close()
    assert over <= 0
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280


def biggest(page, affair):
    page.goto(f"{affair}/events?sort=reports&down=1")
    return page.locator("li.ev a.e").first.get_attribute("href")


def test_the_screens_fit_and_axe_finds_nothing(browser, affair):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for wide, scheme in LOOKS:
        context = browser.new_context(viewport={"width": wide, "height": 900}, color_scheme=scheme)
        page = context.new_page()
        errors = []
        page.on("console", lambda said, errors=errors: errors.append(said.text))
        event = biggest(page, affair)
        for address in (
            "/?stretch=all",
            "/events",
            "/promises",
            "/copies",
            event,
            "/articles/wire",
        ):
            page.goto(affair + address)
            over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert over <= 0, (address, wide)
            found = axe.run(page).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == [], address
        context.close()
        assert errors == []


def test_from_today_to_an_event_to_a_sentence(tab, affair):
    tab.goto(f"{affair}/?stretch=all")
    assert tab.locator("nav.rooms [aria-current]").inner_text() == "Today"
    tab.locator("#changed a.e").first.click()
    assert "/events/" in tab.url
    tab.locator(".history a").first.click()
    assert tab.locator(".note:target").is_visible()


def test_by_keyboard_from_promises_to_the_plan(tab, affair):
    tab.goto(f"{affair}/promises")
    tab.locator("table.promises a.e").first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/events/*")


def test_hover_of_the_cast_ties_every_mention(tab, affair):
    tab.goto(f"{affair}/articles/wire")
    tab.locator("[data-party]").first.hover()
    assert tab.locator(".meant").count() >= 1
    tab.locator("h1").hover()
    assert tab.locator(".meant").count() == 0


def test_split_and_join(tab, affair):
    address = biggest(tab, affair)
    tab.goto(affair + address)
    tab.get_by_role("button", name="Split the second off").last.click()
    tab.wait_for_url("**#linked")
    assert tab.locator("#linked td", has_text="a person").count() >= 1
    tab.get_by_role("button", name="Same event").first.click()
    tab.wait_for_url("**#linked")


def test_from_a_copy_to_what_it_changed_by_keyboard(tab, affair):
    tab.goto(f"{affair}/copies")
    tab.get_by_role("link", name=re.compile("^changed something")).first.click()
    tab.wait_for_url("**change=any")
    assert not tab.locator(".both").first.is_visible()
    tab.locator(".copied summary").first.focus()
    tab.keyboard.press("Enter")
    assert tab.locator(".both h4").first.inner_text() == "Original"
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/articles/*")
    assert tab.locator(".note:target").is_visible()


def test_copies_are_taken_away_as_shown(tab, affair):
    tab.goto(f"{affair}/copies?change=any")
    number = tab.locator(".copied").count()
    with tab.expect_download() as waiting:
        tab.get_by_role("link", name="CSV").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert len({line["article"] for line in csv.DictReader(io.StringIO(text))}) == number
