"""The documentation says what the code does: examples, commands, fields, files.

`python tests/test_docs.py` writes the README's output anew from its own example.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
import pytest

from reportedly import records

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md")])

# A Python block, and the block of its output right after it.
EXAMPLE = re.compile(r"```python\n(?P<code>.*?)```\n+```text\n(?P<output>.*?)```", re.DOTALL)
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


@pytest.mark.parser
def test_the_readme_example_prints_what_it_shows() -> None:
    examples = list(EXAMPLE.finditer(README.read_text(encoding="utf-8")))

    assert examples, "README.md has no Python block followed by a text block"
    for example in examples:
        assert printed(example["code"]) == example["output"], (
            "the README shows other output; `python tests/test_docs.py` writes it anew"
        )


def commands(group: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield (words to type, command) of every visible command below group."""
    if not isinstance(group, click.Group):
        yield path, group
        return
    for name, command in sorted(group.commands.items()):
        if not command.hidden:
            yield from commands(command, f"{path} {name}")


def test_every_command_is_documented() -> None:
    from reportedly.cli import main

    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    missing = [path for path, _ in commands(main, "reportedly") if path not in page]

    assert not missing, f"docs/cli.md lacks {missing}; `make docs` writes it"


def test_every_command_has_help() -> None:
    from reportedly.cli import main

    mute = [path for path, command in commands(main, "reportedly") if not command.help]

    assert not mute


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


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_stands_in_its_docstring(record: type[msgspec.Struct]) -> None:
    said = " ".join(base.__doc__ or "" for base in record.__mro__ if base is not msgspec.Struct)
    words = set(re.findall(r"\w+", said))

    assert not [field for field in record.__struct_fields__ if field not in words]


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
        return f"{head}{printed(example['code'])}```"

    text = README.read_text(encoding="utf-8")
    README.write_text(EXAMPLE.sub(renewed, text), encoding="utf-8")


if __name__ == "__main__":
    write_output()
