"""Adding and judging in a real browser."""

from __future__ import annotations

import json
import urllib.request

from conftest import served
from desk_store import TALKS, fill
from reportedly.store import Store

TEXT = f"Neighbours talk\n\n{TALKS} They said that the talks would go on in the spring."


def test_add_by_paste(tab, own_desk):
    tab.goto(f"{own_desk}/claims")
    tab.get_by_role("link", name="Add", exact=True).click()
    tab.get_by_label("A text or a page’s HTML").fill(TEXT)
    tab.get_by_role("button", name="Read").click()
    tab.wait_for_selector("[data-done='1']")
    assert "1 page · 1 read · 1 claim" in tab.locator("#items").inner_text()
    tab.locator("#items a").first.click()
    assert tab.locator(".t").first.inner_text() == "met"
    assert "3 articles" in tab.locator(".store").inner_text()


def test_add_by_drop(tab, own_desk):
    tab.goto(f"{own_desk}/add")
    dropped = tab.evaluate_handle(
        """text => { const given = new DataTransfer();
        given.items.add(new File([text], "dropped.txt", {type: "text/plain"}));
        given.items.add(new File(["%PDF-1.7"], "page.pdf")); return given; }""",
        TEXT,
    )
    tab.locator("form.drop").dispatch_event("drop", {"dataTransfer": dropped})
    tab.wait_for_selector("[data-done='1']")
    text = tab.locator("#items").inner_text()
    assert "2 pages · 1 read, 1 could not be read" in text
    assert "page.pdf" in text


def test_judge_by_keyboard(tab, own_desk):
    tab.goto(f"{own_desk}/correct/next?status=negated")
    for key in ("ArrowDown", "r", "w"):
        tab.keyboard.press(key)
    tab.keyboard.type("possible")
    tab.get_by_label("Your name").fill("Ann")
    tab.get_by_role("button", name="Save, next claim").click()
    tab.wait_for_url("**/correct?status=negated&saved=2")
    assert "1 claim judged so far" in tab.locator(".lede").inner_text()
    with urllib.request.urlopen(f"{own_desk}/judgements.jsonl") as answer:
        made = [json.loads(line) for line in answer.read().splitlines()]
    assert [(one["field"], one["verdict"], one["rather"]) for one in made] == [
        ("claim", "right", None),
        ("status", "wrong", "possible"),
    ]
    tab.goto(f"{own_desk}/correct/next?kind=event")
    assert tab.get_by_label("Your name").input_value() == "Ann"


def test_withdraw_by_keyboard(tab, own_desk):
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.goto(f"{own_desk}/correct/next?status=negated")
    form = tab.url
    save = tab.get_by_role("button", name="Save, next claim")
    save.scroll_into_view_if_needed()
    legend, row = tab.locator(".legend").bounding_box(), tab.locator(".acts-row").bounding_box()
    assert legend["y"] >= row["y"] + row["height"]  # nothing lies over what saves
    for key in ("ArrowDown", "ArrowDown", "w"):
        tab.keyboard.press(key)
    tab.keyboard.type("possible")
    tab.get_by_label("Your name").fill("Ann")
    save.click()
    tab.goto(f"{own_desk}/claims?status=negated")
    told = tab.locator(".claims .as-judged")
    assert told.inner_text() == "judged: status wrong, rather possible"
    heads = "[...document.querySelectorAll('.claims th')].map(e => e.getBoundingClientRect().left)"
    before = tab.evaluate(heads)
    tab.locator(".claims .opens > summary").focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate(heads) == before
    for _ in range(4):  # in its article, right or wrong?, its event, withdraw
        tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.innerText") == "withdraw"
    for key in ("Enter", "Tab", "Enter"):
        tab.keyboard.press(key)
    told.wait_for(state="detached")
    assert tab.url == f"{own_desk}/claims?status=negated"
    # and in the form: r, then x
    tab.goto(form)
    for key in ("ArrowDown", "x", "r"):  # x: what was not judged cannot be withdrawn
        tab.keyboard.press(key)
    save.click()
    tab.goto(form)
    for key in ("ArrowDown", "x"):
        tab.keyboard.press(key)
    save.click()
    with urllib.request.urlopen(f"{own_desk}/judgements.jsonl") as answer:
        assert answer.read() == b""


def test_what_is_watched_fits_a_phone(browser, tmp_path):
    path, folder = tmp_path / "own.duckdb", tmp_path / "incoming"
    folder.mkdir()
    with Store.open(path) as store:
        fill(store)
    feed = "https://nowhere.invalid/a-long-way/to/a/feed/of/the/world.xml"
    with served(path, watch=(str(folder), feed)) as address:
        page = browser.new_page(viewport={"width": 390, "height": 900})
        page.goto(address)
        page.wait_for_function("document.querySelector('#watch').innerText.includes('asked')")
        shown = page.locator("#watch").inner_text()
        assert feed in shown
        assert "cannot be looked up" in shown
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.close()


def test_a_page_of_another_site_changes_nothing(tab, own_desk):
    tab.goto(f"{own_desk}/add")
    form = tab.locator("input[name=form]").first.input_value()
    answer = tab.request.post(
        f"{own_desk}/add",
        form={"form": form, "text": TEXT},
        headers={"origin": "https://evil.example"},
    )
    assert answer.status == 403
