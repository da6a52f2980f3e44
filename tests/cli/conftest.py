"""A store built by hand, a coder that needs no model, and a runner."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1]))

from cli_pages import MET

import reportedly
from builders import CODER, article, claim
from reportedly.cli import app
from reportedly.coding.sentences import bounds
from reportedly.errors import CodingError, RecordError
from reportedly.store import Store

SHIP = "U.S. officials said North Korea has supplied shells to Russia."
NEVER = "Moscow denied that North Korea supplied shells to Russia."
DRILL = "Russia and North Korea may drill."
NEED = "Russia wants shells from North Korea."
RAIL = "A rail link limits what North Korea sends Russia."
BREACH = "Selling shells from North Korea to Russia would breach a resolution."
ALARM = "Japan condemned Russia and North Korea."
NOTE = "Russia attacked North Korea!"
SHELLS = [("shells", "arms.ammunition")]


def between(page, sentence, trigger, type=None, mode=None, **more):
    return claim(page, sentence, trigger, type, mode, actors=["North Korea"],
                 recipients=["Russia"], **more)  # fmt: skip


@pytest.fixture(scope="session")
def page():
    return article(MET, SHIP, NEVER, DRILL, NEED, RAIL, BREACH, ALARM, comment=NOTE)


@pytest.fixture(scope="session")
def coded(page):
    both = ["Russia", "North Korea"]
    return [
        claim(page, MET, "met", "CONSULT", actors=both, when=("2023-09-12", "2023-09-12")),
        between(page, SHIP, "supplied", "AID", goods=SHELLS, voices=[("U.S. officials", "said")]),
        between(page, NEVER, "supplied", "AID", goods=SHELLS, status="negated",
                voices=[("Moscow", "denied")]),
        claim(page, DRILL, "drill", "COOPERATE", actors=both, status="possible"),
        claim(page, NEED, "wants", kind="want", content="shells", actors=["Russia"],
              recipients=["North Korea"], goods=SHELLS),
        between(page, RAIL, "limits", kind="constraint", content="sends", status="ongoing"),
        between(page, BREACH, "breach", kind="consequence", content="a resolution",
                status="conditional"),
        claim(page, ALARM, "condemned", "ACCUSE", "disapprove", actors=["Japan"],
              recipients=["Russia", "North Korea"]),
        claim(page, NOTE, "attacked", "ASSAULT", actors=["Russia"], recipients=["North Korea"]),
    ]  # fmt: skip


@pytest.fixture
def store(tmp_path, page, coded):
    path = tmp_path / "news.duckdb"
    with Store.open(path) as opened:
        opened.add(page, coded, source="summit.html")
        opened.add_problem("broken.html", "read", "holds no text", when="2024-01-01T00:00:00Z")
    return path


@pytest.fixture
def linked(run, store, tmp_path):
    """A store of one's own, linked."""
    path = tmp_path / "linked.duckdb"
    shutil.copy(store, path)
    result = run("link", "--store", path)
    assert result.exit_code == 0, result.output
    assert "linked" in result.stderr
    return path


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REPORTEDLY_STORE", raising=False)

    def invoke(*arguments, input=None):
        return CliRunner().invoke(app, [str(one) for one in arguments], input=input)

    return invoke


class FakeCoder:
    """Finds "X met Y" without a model; stumbles over a text that says "stumble"."""

    info = CODER
    coded_texts: list[str]

    def __init__(self):
        self.coded_texts = []

    def coded(self, article):
        return msgspec.structs.replace(article, coder=self.info)

    def left_out(self, article, where=None):
        return bounds.left_out(article, where or article.id)

    def code(self, article):
        self.coded_texts.append(article.text)
        if "stumble" in article.text:
            raise RecordError("stumbled")
        if MET not in article.text:
            return []
        both = ["Russia", "North Korea"]
        return [claim(article, MET, "met", "CONSULT", actors=both, status="planned", coder=CODER)]

    def try_many(self, articles, _processes=1):
        for one in articles:
            try:
                yield self.coded(one), self.code(one)
            except RecordError as problem:
                yield self.coded(one), CodingError(one.id, str(problem))


@pytest.fixture
def coder(monkeypatch):
    fake = FakeCoder()
    monkeypatch.setattr(reportedly, "load", lambda *_, **__: fake)
    return fake
