"""Who is who, kept in the store: what persons judge, and the tables that follow from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb
from msgspec import Struct
from msgspec.structs import astuple

from reportedly.errors import UsageError
from reportedly.lexicons import load
from reportedly.lexicons.look_up import looked_up
from reportedly.records.identity import Coined, coined, spelling
from reportedly.store import facts
from reportedly.store.who import Identity, Judged, Party, identities

VERDICTS = ("same", "apart", "named", "undone")
#: classes of words that stand before a surname
_TITLES = ("titles", "courtesy_titles")
_LONGEST = 2_000  # characters of a person's words


class ActorJudgement(Struct, frozen=True, kw_only=True):
    """One thing that a person judged of who is who; a row is never changed.

    number    place in order, from 1
    made      ISO 8601 time; who: what the person calls themselves
    verdict   same: one and other are one, shown as one; apart: they are two, or one is somebody
              else in that article; named: shown by that name; undone: row `undoes` counts no more
    one, other  ids of actors, "=Name" where they have none; one_name, other_name: their names then
    because   why; null when not said
    """

    number: int
    made: str
    who: str
    verdict: str
    one: str
    one_name: str
    other: str | None = None
    other_name: str | None = None
    article: str | None = None
    name: str | None = None
    undoes: int | None = None
    because: str | None = None

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise UsageError(f"no verdict {self.verdict!r}; there are {', '.join(VERDICTS)}")
        if not self.who.strip():
            raise UsageError("a judgement says whose it is")
        if self.verdict == "named" and not (self.name or "").strip():
            raise UsageError("a name has at least one letter")
        if any(len(words or "") > _LONGEST for words in (self.who, self.name, self.because)):
            raise UsageError(f"over {_LONGEST:,} characters")


def write_judgement(connection: duckdb.DuckDBPyConnection, judgement: ActorJudgement) -> int:
    """Keep the judgement under the next number, whatever its own is, and return that."""
    fields = ActorJudgement.__struct_fields__
    marks = ", ".join("?" for _ in fields[1:])
    ((number,),) = connection.execute(
        f"INSERT INTO actor_judgements ({', '.join(fields)})"
        f" SELECT coalesce(max(number), 0) + 1, {marks} FROM actor_judgements RETURNING number",
        list(astuple(judgement)[1:]),
    ).fetchall()
    connection.execute("DELETE FROM identities_made")
    return int(number)


def made(connection: duckdb.DuckDBPyConnection) -> bool:
    """Tell whether the tables fit the claims and the judgements."""
    return bool(connection.execute("SELECT 1 FROM identities_made").fetchall())


def make(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables of identities anew, and what follows from them, inside the caller's
    transaction."""
    judged = list(_holding(connection))
    split = {"split": [f"{row.one}#{row.article}" for row in judged if row.article]}
    short = _shortened(connection)
    parties = [*_rows(connection, "parties", split), *_voices(connection, short)]
    found = identities(parties, judged, short)
    told = {key for row in judged for key in (row.one, row.other)}
    shown = dict(_changed(parties, found, told))
    names = sorted({(p.name, spelling(p.name), found[p.key].name) for p in parties})
    facts.before(connection)
    for table in ("actor_identities", "identified_claims", "actor_names", "identities_made"):
        connection.execute(f"DELETE FROM {table}")
    rows = [(key, who[0] or None, who[1], who[2] or None) for key, who in sorted(shown.items())]
    _insert(connection, "actor_identities", rows)
    _insert(connection, "actor_names", [row for row in names if row[1]])
    _insert(connection, "actor_names", sorted({*_aliases(found), *_short(connection, found)}))
    connection.execute(_sql("identified"), split)
    facts.make(connection)
    connection.execute("INSERT INTO identities_made SELECT count(*) FROM claims")


def _aliases(found: Mapping[str, Identity]) -> Iterator[tuple[str, str, str]]:
    """Yield the names that the lexicons have for those who are there: AMLO, Bibi."""
    known = looked_up()
    for key, who in found.items():
        if key in known:
            yield from ((name, "", who.name) for name in known[key].names if name != who.name)


def _short(
    connection: duckdb.DuckDBPyConnection, found: Mapping[str, Identity]
) -> Iterator[tuple[str, str, str]]:
    rows = connection.execute(_sql("short")).fetchall()
    return ((word, "", found[key].name) for word, key in rows if key in found)


def _changed(
    parties: Sequence[Party], found: dict[str, Identity], told: set[str]
) -> Iterator[tuple[str, Identity]]:
    """Yield those whom some claim names otherwise than they are shown.

    What no id holds together stays as each claim has it, unless a person spoke of it.
    """
    groups: dict[Identity, set[str]] = {}
    for key, who in found.items():
        groups.setdefault(who, set()).add(key)
    for party in parties:
        who = found[party.key]
        alone = len(groups[who]) == 1 and party.key not in told
        if alone and (party.key[0] == "=" or ":" not in party.actor_id):
            continue
        country = who.country or party.country
        same = (party.actor_id, party.name, party.country) == (who.actor_id, who.name, country)
        if not same or "#" in party.key:
            yield party.key, who


def _holding(connection: duckdb.DuckDBPyConnection) -> Iterator[Judged]:
    """Yield the judgements that are not undone, in order; who undoes an undoing does it again."""
    rows = connection.execute(
        "SELECT number, undoes, verdict, one, one_name, coalesce(other, ''),"
        " coalesce(other_name, ''), coalesce(article, ''), coalesce(name, '')"
        " FROM actor_judgements ORDER BY number"
    ).fetchall()
    gone: set[int] = set()
    for number, undoes, *_ in reversed(rows):
        if undoes is not None and number not in gone:
            gone.add(undoes)
    return (Judged(*row[2:]) for row in rows if row[0] not in gone and row[2] != "undone")


def _shortened(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return key → key of the full name that its articles have, of voices called by a surname."""
    return dict(connection.execute(_sql("shortened"), {"titles": _titles()}).fetchall())


@cache
def _titles() -> str:
    """Return what may stand before a surname, as a regular expression."""
    words = {word for name in _TITLES for word in load().words(name)}
    return "|".join(re.escape(word) for word in sorted(words))


def _voices(connection: duckdb.DuckDBPyConnection, short: Mapping[str, str]) -> Iterator[Party]:
    """Yield the voices that have a name, with the id of a party of that name and country."""
    for row in _rows(connection, "voices"):
        own = coined("name", row.name, row.country, (row.role,) if row.role else ())
        known = Coined.of(row.actor_id)
        who = own.id if not row.actor_id or (known and known.contradicts(own)) else row.actor_id
        key = f"@{row.name}|{row.country}"
        if row.actor_id or " " in row.name or key in short:
            yield Party(key, who, row.name, row.country, "", row.times)


def _rows(
    connection: duckdb.DuckDBPyConnection, name: str, values: dict[str, list[str]] | None = None
) -> list[Party]:
    return [Party(*row) for row in connection.execute(_sql(name), values).fetchall()]


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[Any, ...]]
) -> None:
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        marks = ", ".join("unnest(?::VARCHAR[])" for _ in columns)
        connection.execute(f"INSERT INTO {table} SELECT {marks}", columns)


@cache
def _sql(name: str) -> str:
    return files(__package__).joinpath("sql", f"who_{name}.sql").read_text(encoding="utf-8")
