"""The command `reportedly`: its groups, and what every error becomes."""

from __future__ import annotations

import errno
from importlib import import_module
from typing import Any

import click

from reportedly.errors import ReportedlyError, StoreError, UsageError

#: command → the module of this room that has it, imported when it is asked for
COMMANDS = {
    **dict.fromkeys(("add", "inputs", "problems", "recode"), "storing"),
    **dict.fromkeys(("claims", "dossier"), "questions"),
    **dict.fromkeys(("contested", "ledger", "sources", "timeline"), "event_lines"),
    **dict.fromkeys(("events", "link"), "events"),
    **dict.fromkeys(("map", "network", "series"), "shapes"),
    "actors": "actors",
    "code": "coding",
    "comments": "remarks",
    "demo": "demo",
    "drift": "drift",
    "promises": "promises",
    "explain": "explaining",
    "export": "exports",
    "judgements": "judging",
    "lexicon": "lexicon",
    "mentions": "mentions",
    "schema": "schema",
    "serve": "serving",
    "watch": "watching",
}


class Failure(click.ClickException):
    """An error that the user can do something about; the code is 1, or 2 for wrong usage."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code

    @property
    def exit_code(self) -> int:  # type: ignore[override]
        """The code that the command ends with."""
        return self.code


class App(click.Group):
    """The group of all commands; turns the package's own errors, and those of files, into
    messages. A command is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of all commands, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"reportedly.cli.{COMMANDS[cmd_name]}")
        found: click.Command = getattr(module, cmd_name)
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. A missing store or a wrong word is 2, any other slip is 1.

        A reader that went away (EPIPE) is left to click.
        """
        try:
            return super().invoke(ctx)
        except (UsageError, StoreError) as problem:
            raise Failure(str(problem), 2) from problem
        except ReportedlyError as problem:
            raise Failure(str(problem), 1) from problem
        except OSError as problem:
            if problem.errno == errno.EPIPE:
                raise
            where = f"{problem.filename}: " if problem.filename else ""
            raise Failure(f"{where}{problem.strerror or problem}", 1) from problem


@click.group(
    cls=App,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="reportedly", message="reportedly %(version)s")
def app() -> None:
    """Read news reports and write down who did what to whom, who says so, and how sure they are.

    Output is a table on a terminal and JSON lines when piped; messages go to standard error.
    Exit codes: 0 fine, 1 findings or failed items, 2 wrong usage.

    \b
    Example:
        reportedly code page.html
        reportedly add pages/ && reportedly dossier Russia "North Korea"
    """


def main() -> None:
    """Run the command line. A reader that goes away and Ctrl-C end it quietly."""
    app(prog_name="reportedly")
