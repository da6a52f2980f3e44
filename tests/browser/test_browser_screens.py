"""The screens in a real browser: no console error, nothing wider than the page, axe finds nothing,
and what is clicked, typed and hovered does what it says."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from reportedly.desk.office import ROOMS

SCREENS = [
    *(href for href, _, _ in ROOMS),
    "/add",
    "/correct/next",
    "/words",
    "/dossier?a=RUS&b=PRK",
    "/claims?party=Rusia",
    "/actors?everybody=1",
]
LOOKS = [(1280, False), (390, False), (1280, True), (390, True)]


def test_every_screen_fits(browser, desk):
    for wide, dark in LOOKS:
        context = browser.new_context(
            viewport={"width": wide, "height": 900}, color_scheme="dark" if dark else "light"
        )
        page = context.new_page()
        errors = []
        page.on("console", lambda said, errors=errors: errors.append(said.text))
        page.on("pageerror", lambda error, errors=errors: errors.append(str(error)))
        for address in SCREENS:
            page.goto(desk + address)
            over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert over <= 0, (address, wide)
        context.close()
        assert errors == []


@pytest.mark.parametrize("screen", LOOKS, indirect=True, ids=lambda look: f"{look[0]}-{look[1]}")
def test_axe_finds_nothing(screen):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for address in [*SCREENS, article_of(screen)]:
        page = screen.open(address)
        found = axe.run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == [], address


def article_of(screen):
    """Return the address of the article with most claims."""
    page = screen.open("/articles")
    return page.locator("th a", has_text="A summit").get_attribute("href")


def test_a_facet_chooses_and_goes_back(screen):
    page = screen.open("/claims")
    page.get_by_role("link", name=re.compile("did not happen")).first.click()
    assert "1 of 10 claims" in page.locator(".lede").inner_text()
    page.get_by_role("link", name=re.compile("remove this filter")).click()
    assert "10 of 10 claims" in page.locator(".lede").inner_text()


def test_the_filter_form(screen):
    page = screen.open("/claims?status=happened")
    page.get_by_text("Add a filter").click()
    page.locator("[name=party]").fill("japan")
    page.get_by_role("button", name="Filter").click()
    assert page.url.endswith("/claims?status=happened&party=japan")
    assert "1 of 10 claims" in page.locator(".lede").inner_text()


def test_a_row_opens_to_its_sentence_and_leads_to_its_article(screen):
    page = screen.open("/claims?status=negated")
    assert not page.locator("blockquote").first.is_visible()
    page.locator(".opens summary").first.click()
    assert "denied that North Korea supplied" in page.locator("blockquote").first.inner_text()
    page.get_by_role("link", name="in its article").click()
    assert "/articles/" in page.url
    note = page.locator(".note:target")
    assert "did not give shells" in note.inner_text()


def test_hover_and_focus_tie_the_text_to_its_notes(screen):
    page = screen.open(article_of(screen))
    page.locator("#t2").hover()
    assert "lit" in page.locator(".note[data-c=c2]").get_attribute("class")
    assert page.locator("[data-as=actor].lit").first.inner_text() == "North Korea"
    assert page.locator("[data-as=voice].lit").first.inner_text() == "U.S. officials"
    page.locator("#t3").focus()
    assert "lit" in page.locator(".note[data-c=c3]").get_attribute("class")
    assert "lit" not in (page.locator(".note[data-c=c2]").get_attribute("class") or "")


@pytest.mark.parametrize("screen", [(390, False)], indirect=True)
def test_on_a_phone_the_note_comes_up_as_a_sheet(screen):
    page = screen.open(article_of(screen))
    page.locator("#t2").click()
    sheet = page.locator(".note:target")
    box = sheet.bounding_box()
    assert box["y"] + box["height"] == pytest.approx(900, abs=2)
    sheet.get_by_text("close").click()
    assert page.locator(".note:target").count() == 0


def test_by_keyboard_alone(screen):
    page = screen.open("/claims")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("/")
    page.keyboard.type("Russia, Japan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dossier?*")
    page = screen.open("/claims?status=negated")
    page.locator(".opens summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("blockquote").first.is_visible()
    page.locator(".filterform summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("[name=party]").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("[name=party]").is_visible()


def test_the_theme_is_kept(screen):
    page = screen.open("/claims")
    page.get_by_role("button", name="Dark").click()
    page = screen.open("/sources")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 21, 19)"


def test_a_bar_and_a_line_lead_to_their_claims(screen):
    page = screen.open("/timeline")
    page.locator("a:has(rect.bar-planned)").first.click()
    assert "1 claim" in page.locator(".lede").inner_text()
    page = screen.open("/network")
    page.locator("svg a[aria-label*='Japan → ']").first.click()
    assert "actor=JPN" in page.url
    assert page.locator("table.claims tbody tr").count() >= 1


def test_a_download(screen):
    page = screen.open("/ledger")
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV").click()
    text = taken.value.path().read_text(encoding="utf-8")
    assert text.startswith('"day_from"')


def events_of(page, address):
    """Return the addresses of all events."""
    page.goto(f"{address}/events?rows=200")
    links = page.locator("li.ev a.e").all()
    return [link.get_attribute("href") for link in links]


@pytest.mark.parametrize("name", ["map", "network", "timeline", "series", "promises"])
def test_a_drawing_is_taken_as_png(screen, name):
    page = screen.open(f"/{name}")
    address = page.get_by_role("link", name="SVG", exact=True).get_attribute("href")
    svg = page.request.get(screen.base + address).text()
    wide, high = (float(re.search(rf'{side}="([\d.]+)"', svg)[1]) for side in ("width", "height"))
    with page.expect_download() as taken:
        page.get_by_role("button", name="PNG", exact=True).click()
    assert taken.value.suggested_filename == f"{name}.png"
    data = Path(taken.value.path()).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    size = struct.unpack(">II", data[16:24])
    assert size == (2 * round(wide), 2 * round(high))
    assert len(data) > 2_000  # something is drawn


def test_fifty_hostile_pages_run_nothing(browser, hostile):
    address, ids = hostile
    page = browser.new_page()
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda asked: said.append(asked.url) if address not in asked.url else 0)
    page.on("console", lambda one: said.append(one.text))
    for where in [
        *(f"{href}?rows=200" for href, _, _ in ROOMS),
        *(f"/articles/{key}" for key in ids),
        "/actors?everybody=1",
        *events_of(page, address),
    ]:
        page.goto(address + where)
        assert page.evaluate("window.ran") is None, where
        assert page.url == address + where
        assert page.locator("main").is_visible()
    page.close()
    assert said == []
