"""Options that several commands share, and what they turn into."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import Any

import click

from reportedly.desk.names import term
from reportedly.desk.wares import category
from reportedly.errors import UsageError
from reportedly.ontology import load as ontology
from reportedly.reading.watching import POLL, SOONEST
from reportedly.records import ClaimKind, Status

Command = Callable[..., Any]


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from reportedly.store import ClaimFilter  # here: `code` needs no store

    try:
        ClaimFilter(date_from=value)
    except UsageError:
        raise click.BadParameter(f"{value!r} is no ISO date such as 2023-09-13") from None
    return value


class _Known(click.Choice[str]):
    """A choice that answers a wrong word with the nearest right one before it lists them all."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the right word that is meant, whatever its case may be allowed to be."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            by_plain = {str(one).casefold(): str(one) for one in self.choices}
            near = get_close_matches(str(value).casefold(), by_plain, n=1, cutoff=0.5)
            meant = f" Did you mean {by_plain[near[0]]}?" if near else ""
            self.fail(f"there is no {value!r}.{meant} It is one of {', '.join(self.choices)}.")


store_option = click.option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    default="reportedly.duckdb",
    envvar="REPORTEDLY_STORE",
    show_default=True,
    show_envvar=True,
    metavar="PATH",
    help="The store, one DuckDB file.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv", "md"]),
    help="How to print.  [default: table on a terminal, jsonl when piped]",
)
poll_option = click.option(
    "--poll",
    type=click.FloatRange(min=SOONEST),
    default=POLL,
    show_default=True,
    metavar="SECONDS",
    help="How long between two questions to a feed. One that fails is asked less often.",
)
lexicon_option = click.option(
    "--lexicon",
    "lexicons",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    multiple=True,
    metavar="FOLDER",
    help="Lay this folder of lexicon files over the built-in ones. Repeatable.",
)
actors_option = click.option(
    "--actors",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    metavar="FILE.csv",
    help="Add your own persons and organisations, with dates of validity. Repeatable.",
)
strict_option = click.option(
    "--strict",
    is_flag=True,
    help="Only predicates that a lexicon entry knows; no guess by meaning.",
)
processes_option = click.option(
    "--processes",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Code in N processes; the result is the same.",
)
_origins = click.option(
    "--origins",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Only events with so many independent origins at least.",
)
sources_argument = click.argument("sources", nargs=-1, required=True, metavar="PATH…")

_PARTY = "A country code or name (everybody of that country), an actor id, or part of a name."
#: option, field of ClaimFilter, help
_FILTERS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("--actor", "actor", {"metavar": "WHO", "help": f"Who acts. {_PARTY}"}),
    ("--recipient", "recipient", {"metavar": "WHO", "help": "Who is acted upon."}),
    ("--party", "party", {"metavar": "WHO", "help": "Who acts or is acted upon."}),
    (
        "--type",
        "type",
        {"type": _Known(sorted(ontology().types), case_sensitive=False), "metavar": "TYPE",
         "help": "PLOVER type, such as CONSULT."},
    ),
    ("--mode", "mode", {"metavar": "MODE", "help": "PLOVER mode, such as visit."}),
    (
        "--status",
        "status",
        {"type": _Known([str(one) for one in Status]), "multiple": True,
         "help": "How it is presented. Repeatable."},
    ),
    (
        "--kind",
        "kind",
        {"type": _Known([str(one) for one in ClaimKind]), "help": "What is claimed."},
    ),
    (
        "--voice",
        "voice",
        {"metavar": "WHO", "help": "Who says so: none (the article itself), any, named, unnamed, a"
         " country code, a sector, or part of a name."},
    ),
    (
        "--good",
        "good",
        {"metavar": "CATEGORY", "help": "Goods: arms, energy.oil, or a name such as shells."},
    ),
    ("--from", "date_from", {"metavar": "DATE", "callback": _day, "help": "First day, ISO 8601."}),
    ("--to", "date_to", {"metavar": "DATE", "callback": _day, "help": "Last day, ISO 8601."}),
    (
        "--dated",
        "dated",
        {"type": click.Choice(["claim", "published", "none"]),
         "help": "What the days rest on: the text, only the publication, nothing."},
    ),
    ("--outlet", "outlet", {"metavar": "NAME", "help": "Publisher of the article, whole."}),
    (
        "--confidence",
        "confidence",
        {"type": click.FloatRange(0, 1), "metavar": "SHARE",
         "help": "At least this, 0.0 to 1.0."},
    ),
    ("--text", "text", {"metavar": "WORDS", "help": "Words in the sentence, any case."}),
)  # fmt: skip


def filters(
    comments: bool = False, to: bool = True, events: bool = False
) -> Callable[[Command], Command]:
    """Return a decorator that adds the filter options and passes them on as chosen=ClaimFilter.

    comments: with --include-comments, for commands that list claims and count nothing.
    to: False where --to means something else; the last day is then --until alone.
    events: with --origins, passed on as origins, for commands that print events.
    """

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(**given: Any) -> Any:
            from reportedly.store import ClaimFilter

            values = {field: given.pop(field) for _, field, _ in _FILTERS}
            for side in ("actor", "recipient", "party"):
                values[side] = values[side] and term(values[side])
            values["good"] = values["good"] and category(values["good"])
            first, last = values["date_from"], values["date_to"]
            if first and last and first > last:
                raise click.UsageError(f"the first day, {first}, is after the last, {last}")
            include = bool(given.pop("include_comments", False))
            return command(chosen=ClaimFilter(**values, include_comments=include), **given)

        wrapped: Command = run
        if comments:
            wrapped = click.option(
                "--include-comments", is_flag=True, help="Take in what readers wrote."
            )(wrapped)
        if events:
            wrapped = _origins(wrapped)
        for name, field, more in reversed(_FILTERS):
            names = ["--to", "--until"][0 if to else 1 :] if name == "--to" else [name]
            wrapped = click.option(*names, field, **more)(wrapped)
        return wrapped

    return decorate


because_option = click.option("--because", metavar="WHY", help="Why; kept with the judgement.")
who_option = click.option(
    "--who",
    default=getpass.getuser,
    envvar="REPORTEDLY_WHO",
    show_envvar=True,
    metavar="NAME",
    help="Whose judgement it is.  [default: your user name]",
)
