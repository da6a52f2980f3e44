"""The documentation says what the code does: examples, commands, fields, files.

`python tests/test_docs.py` writes the README's output anew from its own example.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
import pytest
from click.testing import CliRunner

from reportedly import records
from reportedly.cli import app
from reportedly.desk.wording import GLYPHS
from tracked import ROOT, ours

README = ROOT / "README.md"
PAGES = [page for form in ("*.md", "docs/*.md", "examples/*.md") for page in ours(ROOT, form)]

# A block of Python, and the block of its output right after it.
EXAMPLE = re.compile(r"```python\n(?P<code>.*?)```\n+```text\n(?P<output>.*?)```", re.DOTALL)
# A command that reads the lines up to END, and its output in the same block.
SESSION = re.compile(
    r"```console\n\$ reportedly (?P<words>[^\n]*) <<END\n(?P<typed>.*?)END\n(?P<output>.*?)```",
    re.DOTALL,
)
WIDTH = {"COLUMNS": "96", "NO_COLOR": "1"}
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
NAMED = re.compile(
    r"`((?:docs|examples|src|tests|bench|\.ci)/[\w./-]+|[A-Z][A-Za-z]+\.md|pyproject\.toml)`"
)


def printed(code: str) -> str:
    """Return what a block of Python prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.chdir(ROOT):
        exec(compile(code, "README.md", "exec"), {"__name__": "readme"})
    return out.getvalue()


def answered(words: str, typed: str) -> str:
    """Return what a command prints for what is typed into it, without spaces at line ends."""
    result = CliRunner().invoke(app, shlex.split(words), input=typed, env=WIDTH)
    assert result.exit_code == 0, result.output
    return "".join(f"{line.rstrip()}\n" for line in result.stdout.splitlines()).rstrip("\n") + "\n"


def shown(example: re.Match[str]) -> str:
    """Return the output that an example of the README has today."""
    if example.re is EXAMPLE:
        return printed(example["code"])
    return answered(example["words"], example["typed"])


@pytest.mark.parser
@pytest.mark.parametrize("form", [EXAMPLE, SESSION], ids=["python", "console"])
def test_the_readme_prints_what_it_shows(form: re.Pattern[str]) -> None:
    examples = list(form.finditer(README.read_text(encoding="utf-8")))

    assert examples, "README.md has no such example"
    for example in examples:
        assert shown(example) == example["output"], (
            "the README shows other output; `python tests/test_docs.py` writes it anew"
        )


def test_the_signs_that_the_readme_explains_are_those_that_it_shows() -> None:
    text = README.read_text(encoding="utf-8")
    output = "".join(example["output"] for example in SESSION.finditer(text))
    shown_signs = {sign for sign in GLYPHS.values() if re.search(rf"(?m)^{sign} ", output)}

    assert shown_signs == set(re.findall(r"\(([^\w\s()]+)\)", SESSION.sub("", text)))


def test_the_tour_explains_every_sign() -> None:
    tour = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")

    assert dict(re.findall(r"(?m)^\| (\S+) \| (\w+) \|", tour)).items() >= {
        (sign, status) for status, sign in GLYPHS.items()
    }


@pytest.mark.parser
def test_the_tour_in_python_runs() -> None:
    text = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")

    printed("\n".join(re.findall(r"```python\n(.*?)```", text, re.DOTALL)))


#: what the tour says is refused until it has been filled in
REFUSED = {
    "reportedly lexicon check my-lexicons",
    "reportedly code examples/ --lexicon my-lexicons",
}


def tour_lines() -> list[str]:
    """Return what the tour types on the command line, the server left out."""
    text = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    typed = [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    return [line for line in typed if line.startswith("reportedly ") and " serve " not in line]


@pytest.mark.parser
def test_the_tour_runs_as_it_is_typed(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    failed = list[str]()
    with contextlib.chdir(tmp_path):
        for line in tour_lines():
            words, _, read = re.split(r"\s[|>]+", line)[0].partition(" < ")
            typed = Path(read.strip()).read_text(encoding="utf-8") if read else None
            env = {**WIDTH, "REPORTEDLY_STORE": "tour.duckdb"}
            result = CliRunner().invoke(app, shlex.split(words)[1:], input=typed, env=env)
            if result.exit_code != (line in REFUSED) or " in this store" in result.stderr:
                failed.append(f"{line}: {result.exit_code} {result.stderr}")

    assert not failed


def commands(group: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield (words to type, command) of every visible command below group."""
    if not isinstance(group, click.Group):
        yield path, group
        return
    for name in group.list_commands(click.Context(group)):
        command = command_of(group, name)
        if not command.hidden:
            yield from commands(command, f"{path} {name}")


def command_of(group: click.Group, name: str) -> click.Command:
    """Return the command of that name, which the group has."""
    found = group.get_command(click.Context(group), name)
    assert found is not None, f"no command {name}"
    return found


def test_every_command_is_documented() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    missing = [path for path, _ in commands(app, "reportedly") if path not in page]

    assert not missing, f"docs/cli.md lacks {missing}; `make docs` writes it"


def test_every_command_has_help() -> None:
    mute = [path for path, command in commands(app, "reportedly") if not command.help]

    assert not mute


def typed_lines(page: Path) -> list[str]:
    """Return the lines of a page's console blocks that begin with our command."""
    blocks = re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]
    return [line for line in lines if re.match(r"(?:\.venv/bin/)?reportedly ", line)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_in_the_docs_exist(page: Path) -> None:
    for line in typed_lines(page):
        words = shlex.split(re.split(r"\s[|><]+", line)[0], comments=True)[1:]
        command: click.Command = app
        while isinstance(command, click.Group):
            name = words.pop(0)
            command = command_of(command, name)
        options = {name for param in command.params for name in param.opts}
        unknown = [word for word in words if word.startswith("--") and word not in options]

        assert not unknown, f"{line}: no option {unknown}"


RECORDS = sorted(
    (
        found
        for found in vars(records).values()
        if isinstance(found, type) and issubclass(found, msgspec.Struct)
    ),
    key=lambda record: record.__name__,
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_documented(record: type[msgspec.Struct]) -> None:
    page = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    words = set(re.findall(r"\w+", page))
    missing = [field for field in record.__struct_fields__ if field not in words]

    assert not missing, f"docs/records.md lacks {missing} of {record.__name__}; `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_files_named_in_the_docs_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    missing = [name for name in LINK.findall(text) if not (page.parent / name).exists()]
    missing += [name for name in NAMED.findall(text) if not (ROOT / name).exists()]

    assert not missing


def write_output() -> None:
    """Write the README's output blocks anew, from the Python blocks before them."""

    def renewed(example: re.Match[str]) -> str:
        head = example[0][: example.start("output") - example.start()]
        return f"{head}{shown(example)}```"

    text = README.read_text(encoding="utf-8")
    for form in (EXAMPLE, SESSION):
        text = form.sub(renewed, text)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_output()
