"""Help texts: each has an example that fits, and docs/cli.md says what they say."""

from __future__ import annotations

import shlex
from pathlib import Path

import click
import pytest

from reportedly.cli import docs

ROOT = Path(__file__).parents[2]
COMMANDS = {name: (command, context) for name, command, context in docs.commands()}


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example(name):
    command, context = COMMANDS[name]
    text = command.get_help(context)
    assert "Example:" in text
    assert "reportedly" in text.split("Example:")[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_example_names_options_that_exist(name):
    for line in (COMMANDS[name][0].help or "").split("Example:")[1].strip().splitlines():
        for part in line.replace("&&", "|").split("|"):
            words = shlex.split(part.split(">")[0])
            if words[:1] != ["reportedly"]:
                continue
            depth = max(n for n in range(1, len(words) + 1) if " ".join(words[:n]) in COMMANDS)
            command = COMMANDS[" ".join(words[:depth])][0]
            options = {opt for param in command.params for opt in param.opts}
            assert {word for word in words if word.startswith("--")} <= options


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_a_help_text(name):
    options = [p for p in COMMANDS[name][0].params if isinstance(p, click.Option)]
    assert [one.name for one in options if not one.help] == []


def test_docs_are_made_from_the_commands():
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == docs.page()


def test_version(run):
    assert run("--version").output.startswith("reportedly ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["timeline", "--status", "denied"],
        ["timeline", "--from", "yesterday"],
        ["problems", "--store", "missing.duckdb"],
        ["recode", "--store", "missing.duckdb"],
        ["dossier", "Russia", "RUS"],
        ["explain"],
        ["lexicon", "add", "predicate", "two words", "--type", "AID"],
    ],
)
@pytest.mark.usefixtures("coder")
def test_wrong_usage_is_2(run, arguments):
    result = run(*arguments)
    assert result.exit_code == 2, result.output
    assert "Error" in result.stderr
