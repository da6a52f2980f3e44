"""Write the pictures of docs/desk anew from the bundled examples: `make shots`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from conftest import found_chromium, served

ROOT = Path(__file__).parents[2]
#: name of the picture → address; {article} alleges most, {event} has a copy that drops a voice
SCREENS = {
    "today": "/?stretch=all",
    "event": "{event}",
    "promises": "/promises",
    "article": "/articles/{article}",
    "claims": "/claims?party=PRK",
    "timeline": "/timeline?since=2023-09-01",
    "dossier": "/dossier?a=RUS&b=PRK",
    "ledger": "/ledger",
    "network": "/network",
    "map": "/map",
    "series": "/series?since=2023-07-01",
    "sources": "/sources",
    "copies": "/copies?change=any",
    "correct": "/correct/next?type=AID",
}
TITLE = "Officials suspect"


def main(folder: Path) -> None:
    """Code the examples into a store, serve it, and write a picture of each screen."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as into:
        command = [sys.executable, "-m", "reportedly.cli", "demo", "--into", into]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with served(Path(into) / "demo.duckdb") as address, sync_playwright() as tool:
            browser = tool.chromium.launch(executable_path=found_chromium(), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
            page.goto(f"{address}/articles?text={TITLE}")
            link = page.locator("th a").first.get_attribute("href") or ""
            page.goto(f"{address}/copies?change=voice dropped")
            copy = page.locator(".copied details", has_text="artillery").first
            event = copy.locator("a[href^='/events/']").first.get_attribute("href") or ""
            for name, where in SCREENS.items():
                there = where.format(article=link.rpartition("/")[2], event=event)
                page.goto(address + there)
                page.screenshot(path=folder / f"{name}.png")
            browser.close()


if __name__ == "__main__":
    main(ROOT / "docs" / "desk")
