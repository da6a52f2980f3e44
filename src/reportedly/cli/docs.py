"""docs/cli.md, made from the commands: `python -m reportedly.cli.docs [FILE]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from reportedly.cli.app import app
from reportedly.records.docs import written

HEAD = """# Command line

This page is made from the commands by `python -m reportedly.cli.docs docs/cli.md`; a test
compares the two. Output is a table on a terminal and JSON lines when piped, `--format` forces
one; messages go to standard error. Exit codes: 0 fine, 1 findings or failed items, 2 wrong
usage. The fields of a claim are in `records.md`.
"""
_WIDTH = 96


def commands(
    command: click.Command = app, name: str = "reportedly", parent: click.Context | None = None
) -> Iterator[tuple[str, click.Command, click.Context]]:
    """Yield (full name, command, context) of the command and all below it, in order of name."""
    context = click.Context(
        command,
        info_name=name.split()[-1],
        parent=parent,
        terminal_width=_WIDTH,
        **command.context_settings,
    )
    yield name, command, context
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from commands(found, f"{name} {below}", context)


def page() -> str:
    """Return the whole page, ending in a line break."""
    parts = [HEAD]
    for name, command, context in commands():
        parts.append(f"## {name}\n\n```text\n{command.get_help(context).rstrip()}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    raise SystemExit(written(page(), sys.argv[1:]))
