"""The command `reportedly`: its groups, and what every error becomes."""

from __future__ import annotations

import errno
from typing import Any

import click

from reportedly.cli import (
    coding,
    demo,
    explaining,
    exports,
    lexicon,
    questions,
    schema,
    storing,
)
from reportedly.errors import ReportedlyError, StoreError, UsageError


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
    messages."""

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


for command in (
    *(coding.code, storing.add, storing.recode, storing.problems),
    *(questions.timeline, questions.dossier, questions.ledger, questions.sources),
    *(questions.claims, exports.export, explaining.explain, lexicon.lexicon),
    *(demo.demo, schema.schema),
):
    app.add_command(command)


def main() -> None:
    """Run the command line. A reader that goes away and Ctrl-C end it quietly."""
    app(prog_name="reportedly")
