"""Fixtures and options that every room's tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import reportedly
from reportedly import Coder

ROOT = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden: write what was found into tests/golden, for a person to read."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        default=False,
        help="rewrite the golden files instead of comparing with them",
    )


def shared_folder() -> Path | None:
    """Return the folder of news and benchmarks that the project does not hold, or None.

    REPORTEDLY_SHARED names it; otherwise it lies beside the checkout.
    """
    folder = Path(os.environ.get("REPORTEDLY_SHARED") or ROOT.parent / "shared")
    return folder if folder.is_dir() else None


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder with its own lexicons, loaded once."""
    return reportedly.load()


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder; a test that takes it carries the marker `shared`."""
    folder = shared_folder()
    assert folder is not None, "mark the test with pytest.mark.shared"
    return folder


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs the shared folder where there is none."""
    if item.get_closest_marker("shared") and shared_folder() is None:
        pytest.skip("needs the shared folder (REPORTEDLY_SHARED)")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests the missing folder cost, so that nothing is skipped silently."""
    skipped = terminalreporter.stats.get("skipped", [])
    count = sum("shared" in report.keywords for report in skipped)
    if count:
        terminalreporter.write_line(f"{count} tests skipped: no shared folder")
    browser = sum("no browser" in str(report.longrepr) for report in skipped)
    if browser:
        terminalreporter.write_line(f"{browser} tests skipped: no browser (make browser)")
