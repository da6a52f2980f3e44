"""`reportedly actors`: who is in the store, and what a person judges of who is who."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
from msgspec.structs import replace

from reportedly import views
from reportedly.cli.asking import asked
from reportedly.cli.inputs import count, tell
from reportedly.cli.options import (
    because_option,
    filters,
    format_option,
    store_option,
    who_option,
)
from reportedly.cli.output import Column, stdout, write
from reportedly.desk.wording import plain
from reportedly.errors import UsageError
from reportedly.exporting import to_ftm
from reportedly.exporting.destination import Destination
from reportedly.store import ClaimFilter, Store
from reportedly.store.actors import actor_judgements, judge_actor
from reportedly.store.identity import ActorJudgement
from reportedly.views import ActorRow

_COLUMNS = (
    Column("name", lambda row: row.name, wide=True),
    Column("also", lambda row: ", ".join(row.aliases), wide=True),
    Column("what", lambda row: _what(row), wide=True),
    Column("claims", lambda row: str(row.claims)),
    Column("voiced", lambda row: str(row.voiced)),
    Column("articles", lambda row: str(row.articles)),
    Column("id", lambda row: f"{row.id} {row.wikidata or ''}", wide=True),
)
_JUDGED = (
    Column("number", lambda row: str(row.number)),
    Column("made", lambda row: row.made[:16]),
    Column("who", lambda row: row.who),
    Column("verdict", lambda row: row.verdict),
    Column("one", lambda row: row.one, wide=True),
    Column("other", lambda row: row.other or row.name or _about(row), wide=True),
    Column("because", lambda row: row.because or "", wide=True),
)


class Listing(click.Group):
    """A group of which a word that is no command of its own is one for `list`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `list` before arguments that name no command."""
        if not args or (args[0] not in self.commands and args[0] not in ("-h", "--help")):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Listing)
def actors() -> None:
    """Print who is in the store, or say who is who: merge, split, rename, undo.

    `actors` alone is `actors list`. What a person says of two actors is kept apart from the
    claims, which stay as they were coded; every question goes by it, after a recoding, too.

    \b
    Example:
        reportedly actors keller
        reportedly actors merge "Anna Keller" "A. Keller" --because "same office, same day"
    """


@actors.command("list")
@click.argument("query", default="")
@click.option("--all", "everybody", is_flag=True, help="Descriptions and single names, too.")
@store_option
@format_option
@filters()
def list_actors(
    query: str, everybody: bool, store: Path, form: str | None, chosen: ClaimFilter
) -> None:
    """Print the actors of the chosen claims: names, country, sector, role, how much, id.

    QUERY is part of a name in any spelling, an id, or a country's code. Without --all, those that
    have an id, and voices.

    \b
    Example:
        reportedly actors list Zelensky --format csv
    """
    with asked(store, chosen) as opened:
        rows = list(views.actors(opened, chosen, query=query, everybody=everybody))
        if query and not rows:
            tell(views.unknown_actor(query, views.actors(opened, everybody=True)))
        write(rows, _COLUMNS, form)


@actors.command()
@click.argument("destination", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@store_option
@filters()
def export(destination: Path, store: Path, chosen: ClaimFilter) -> None:
    """Write the actors to DESTINATION (- for standard output) as entities of FollowTheMoney.

    One a line: name, aliases, country, position, and wikidataId where the lexicons have one.

    \b
    Example:
        reportedly actors export actors.ftm.json --party Russia
    """
    to: Destination = stdout() if str(destination) == "-" else destination
    with asked(store, chosen) as opened:
        done = to_ftm(views.actors(opened, chosen), to)
    tell(f"{destination}: {count(done.written, 'actor')} written")


@actors.command()
@click.argument("one")
@click.argument("other")
@because_option
@who_option
@store_option
def merge(one: str, other: str, because: str | None, who: str, store: Path) -> None:
    """Say that ONE and OTHER are one: both are shown as ONE. Ids, or names of one actor alone.

    \b
    Example:
        reportedly actors merge person:anna-keller:NOR:GOV "A. Keller" --because "same office"
    """
    with _open(store) as opened:
        first, second = views.actor(opened, one), views.actor(opened, other)
        if first.id == second.id:
            raise UsageError(f"{one!r} and {other!r} are one already: {first.id}")
        given = _judgement(who, "same", first.id, first.name, because)
        number = _keep(opened, given, other=second.id, other_name=second.name)
    tell(plain(f"{number}: {second.name} ({second.id}) is {first.name} ({first.id})"))


@actors.command()
@click.argument("one")
@click.argument("other", required=False)
@click.option("--article", metavar="ID", help="ONE is somebody else in this article.")
@because_option
@who_option
@store_option
def split(
    one: str, other: str | None, article: str | None, because: str | None, who: str, store: Path
) -> None:
    """Say that ONE and OTHER are two: ids as coded, as the column ids of --format jsonl has them.

    Without OTHER, ONE is none of those with whom it is shown.

    \b
    Example:
        reportedly actors split person:anna-keller::GOV person:anna-keller:NOR:GOV
    """
    with _open(store) as opened:
        row = views.actor(opened, one)
        first = views.coded_id(opened, row, one)
        given = _judgement(who, "apart", first, row.name, because)
        if article is not None:
            _in_article(opened, given, article)
            return
        others = _others(opened, row, first, other)
        for second in others:
            number = _keep(opened, given, other=second, other_name=row.name)
            tell(plain(f"{number}: {first} is not {second}"))


@actors.command()
@click.argument("one")
@click.argument("name")
@because_option
@who_option
@store_option
def rename(one: str, name: str, because: str | None, who: str, store: Path) -> None:
    """Show ONE, an id or a name, by NAME from now on; the old names find it, too.

    \b
    Example:
        reportedly actors rename person:anna-keller:NOR:GOV "Anna Keller"
    """
    with _open(store) as opened:
        row = views.actor(opened, one)
        given = _judgement(who, "named", row.id, row.name, because, name)
        number = _keep(opened, given)
    tell(plain(f"{number}: {row.name} ({row.id}) is shown as {name}"))


@actors.command()
@click.argument("number", type=int)
@because_option
@who_option
@store_option
def undo(number: int, because: str | None, who: str, store: Path) -> None:
    """Take back judgement NUMBER, as `actors judgements` numbers them; an undoing, too.

    \b
    Example:
        reportedly actors undo 3
    """
    with _open(store) as opened:
        rows = {row.number: row for row in actor_judgements(opened)}
        if number not in rows:
            raise UsageError(f"no judgement {number}; there are {len(rows)}")
        found = rows[number]
        given = _judgement(who, "undone", found.one, found.one_name, because)
        kept = _keep(opened, given, undoes=number)
    tell(plain(f"{kept}: judgement {number} ({found.verdict}, {found.one}) counts no more"))


@actors.command()
@store_option
@format_option
def judgements(store: Path, form: str | None) -> None:
    """Print what persons judged of who is who, in order; nothing is ever overwritten.

    \b
    Example:
        reportedly actors judgements --format jsonl
    """
    with Store.open(store, read_only=True) as opened:
        write(actor_judgements(opened), _JUDGED, form, ActorJudgement)


def _what(row: ActorRow) -> str:
    return ", ".join(filter(None, (row.country, row.role or row.sector)))


def _about(row: ActorJudgement) -> str:
    if row.undoes is not None:
        return f"judgement {row.undoes}"
    return f"in article {row.article}" if row.article else ""


def _judgement(
    who: str, verdict: str, one: str, called: str, because: str | None, name: str | None = None
) -> ActorJudgement:
    return ActorJudgement(
        number=0,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        who=who,
        verdict=verdict,
        one=one,
        one_name=called,
        name=name,
        because=because,
    )


def _keep(store: Store, given: ActorJudgement, **more: str | int | None) -> int:
    return judge_actor(store, replace(given, **more))


def _in_article(store: Store, given: ActorJudgement, article: str) -> None:
    if store.article(article) is None:
        raise UsageError(f"no article {article!r} in this store")
    number = _keep(store, given, article=article)
    tell(plain(f"{number}: {given.one} is somebody else in article {article}"))


def _others(store: Store, row: ActorRow, first: str, other: str | None) -> Sequence[str]:
    """Return the ids of those that the first one is to be kept apart from."""
    if other is not None:
        second = views.coded_id(store, views.actor(store, other), other)
        if second == first:
            raise UsageError(f"{first} is one id; --article ID says where it is somebody else")
        return [second]
    found = [one for one in row.ids if one != first]
    if not found:
        raise UsageError(f"{first} is shown with nobody else; --article ID keeps one article apart")
    return found


def _open(store: Path) -> Store:
    if not store.is_file():
        Store.open(store, read_only=True).close()  # says what is wrong with the path
    return Store.open(store)
