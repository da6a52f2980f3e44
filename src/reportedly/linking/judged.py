"""What persons judge of events: which claims are about one occurrence. Rows are added alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb
from msgspec import Struct
from msgspec.structs import astuple

from reportedly.errors import UsageError
from reportedly.records import Decision, Verdict
from reportedly.store import Store

_LONGEST = 2_000  # characters of a person's words


class EventJudgement(Struct, frozen=True, kw_only=True):
    """What a person said of two claims; the last word on a pair counts.

    number   place in order, from 1
    made     ISO 8601 time; who: what the person calls themselves, "" when not said
    verdict  same or different
    one, other  ids of the claims as they were judged; _article, _start, _end: where each has its
             trigger, in code points of the article's text, which finds it again
    because  why; null when not said
    """

    number: int
    made: str
    who: str
    verdict: str
    one: str
    one_article: str
    one_start: int
    one_end: int
    other: str
    other_article: str
    other_start: int
    other_end: int
    because: str | None = None

    def __post_init__(self) -> None:
        if any(len(words or "") > _LONGEST for words in (self.who, self.because)):
            raise UsageError(f"over {_LONGEST:,} characters")


def event_judgements(store: Store) -> Iterator[EventJudgement]:
    """Yield what persons judged of events, in order."""
    rows = store.rows("SELECT * FROM event_judgements ORDER BY number")
    return (EventJudgement(**row) for row in rows)


def keep(
    connection: duckdb.DuckDBPyConnection,
    decisions: Sequence[Decision],
    made: str,
    who: str,
    because: str | None,
) -> None:
    """Keep a judgement for each decision, with where its claims stand."""
    fields = EventJudgement.__struct_fields__
    marks = ", ".join("?" for _ in fields[1:])
    for one in decisions:
        row = EventJudgement(
            number=0,
            made=made,
            who=who,
            verdict=str(one.verdict),
            because=because,
            **_place(connection, "one", one.one),
            **_place(connection, "other", one.other),
        )
        connection.execute(
            f"INSERT INTO event_judgements ({', '.join(fields)})"
            f" SELECT coalesce(max(number), 0) + 1, {marks} FROM event_judgements",
            list(astuple(row)[1:]),
        )


def carried(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[Decision]:
    """Return what persons said of claims of these articles that another coder has given new ids."""
    sql = _sql()
    rows = connection.execute(sql, {"ids": list(ids)}).fetchall()
    return [
        Decision(one=one, other=other, verdict=Verdict(verdict), score=0.0, by="person")
        for one, other, verdict in rows
    ]


def _place(connection: duckdb.DuckDBPyConnection, side: str, claim: str) -> dict[str, Any]:
    sql = 'SELECT article, "trigger"."start", "trigger"."end" FROM claims WHERE id = $1'
    article, start, end = connection.execute(sql, [claim]).fetchall()[0]
    return {side: claim, f"{side}_article": article, f"{side}_start": start, f"{side}_end": end}


@cache
def _sql() -> str:
    return files(__package__).joinpath("sql", "carried.sql").read_text(encoding="utf-8")
