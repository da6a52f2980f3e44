"""The address of a claim shows its sentence, however long the article is."""

from __future__ import annotations

import pytest

from builders import article, claim
from conftest import served
from reportedly.store import Store

FILL = "A lorry of number {n} drove past the closed mill, and the rain went on into the evening. "
FAR = "Japan met Iran in the far harbour."


@pytest.fixture(scope="module")
def long_desk(tmp_path_factory):
    path = tmp_path_factory.mktemp("long") / "long.duckdb"
    many = [f"Japan met Iran in harbour {n}." for n in range(40)]
    filled = ["".join(FILL.format(n=n) for n in range(at, at + 12)).strip() for at in range(30)]
    page = article(*filled, FAR, *filled, *many)
    told = [claim(page, one, "met", "CONSULT", actors=["Japan"]) for one in (FAR, *many)]
    with Store.open(path) as store:
        store.add(page, told)
    with served(path) as address:
        yield address, f"/articles/{page.id}", [one.id for one in told]


@pytest.mark.parametrize("wide", [1280, 390])
@pytest.mark.parametrize("which", [0, 30])
def test_its_words_and_its_note_are_both_in_view(browser, long_desk, wide, which):
    desk, address, ids = long_desk
    tab = browser.new_page(viewport={"width": wide, "height": 800})
    tab.goto(f"{desk}/claims?rows=200")
    href = tab.locator(f'a[href*="{address}#"]').evaluate_all(
        "(links, id) => links.map((one) => one.getAttribute('href')).find((to) => to.includes(id))",
        ids[which][:8],
    )
    tab.goto(desk + href)
    tab.wait_for_function("document.querySelector('.t.lit')")
    word, note = (tab.locator(one).bounding_box() for one in (".t.lit", ".note:target"))
    assert 0 < word["y"] < 800 - word["height"]
    assert 0 <= note["y"] < 800
    apart = note["y"] > word["y"] + word["height"] or note["x"] > word["x"] + word["width"]
    assert apart or note["y"] + note["height"] < word["y"]
    assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    tab.close()


def test_the_text_leads_to_its_note_and_stays(browser, long_desk):
    desk, address, _ = long_desk
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    tab.goto(desk + address)
    tab.locator("#t20").scroll_into_view_if_needed()
    tab.locator("#t20").click()
    assert 0 < tab.locator("#t20").bounding_box()["y"] < 780
    assert tab.locator(".note:target").is_visible()
    tab.close()
