"""A real browser on a desk. Without Playwright or a Chromium these tests are skipped, counted.

`make browser` installs Playwright; a Chromium is looked for under its usual names, or named by
REPORTEDLY_CHROMIUM.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

import hostile_pages
from desk_store import FakeCoder, fill
from reportedly.store import Store

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def found_chromium() -> str | None:
    """Return the path of a Chromium, or None."""
    named = os.environ.get("REPORTEDLY_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser():
    """A Chromium that Playwright drives."""
    playwright = pytest.importorskip("playwright.sync_api", reason="no browser: make browser")
    path = found_chromium()
    if path is None:
        pytest.skip("no browser: no Chromium on this machine")
    with playwright.sync_playwright() as tool:
        chromium = tool.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser):
    """A tab of the browser; whatever its page complains of on the console is a failure."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(30_000)
    errors = []
    page.on("console", lambda said: errors.append(said.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


@contextmanager
def served(path: Path, **settings: object):
    """Serve a desk from a thread; yields its address."""
    import uvicorn

    from reportedly.desk.app import create_app
    from reportedly.desk.office import Settings

    app = create_app(Settings(path=path, **settings), FakeCoder)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="on"))
    socket = server.config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join(30)
    socket.close()


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """The address of a desk on a store built by hand."""
    path = tmp_path_factory.mktemp("browser") / "news.duckdb"
    with Store.open(path) as store:
        fill(store)
    with served(path) as address:
        yield address


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """The address of a desk on fifty hostile pages, and the ids of its articles."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.duckdb"
    with Store.open(path) as store:
        ids = hostile_pages.fill(store)
    with served(path) as address:
        yield address, ids


@pytest.fixture
def own_desk(tmp_path):
    """The address of a desk that a test may change."""
    path = tmp_path / "own.duckdb"
    with Store.open(path) as store:
        fill(store)
    with served(path) as address:
        yield address


class Screen:
    """One tab; remembers what its console and its dialogs said."""

    def __init__(self, page, base: str) -> None:
        self.page, self.base = page, base
        self.errors: list[str] = []
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", lambda dialog: (self.errors.append(dialog.message), dialog.dismiss()))
        page.on(
            "console",
            lambda said: self.errors.append(said.text) if said.type in ("error", "warning") else 0,
        )

    def open(self, address: str):
        """Go to an address of the desk and return the tab."""
        self.page.goto(self.base + address)
        return self.page


@pytest.fixture
def screen(browser, desk, request):
    """A tab on the desk; the marker `size` says how wide, `dark` how light."""
    wide, dark = getattr(request, "param", (1280, False))
    context = browser.new_context(
        viewport={"width": wide, "height": 900}, color_scheme="dark" if dark else "light"
    )
    tab = Screen(context.new_page(), desk)
    yield tab
    context.close()
    assert tab.errors == []
