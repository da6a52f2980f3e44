"""What screens count and choose by: one row of whole numbers a claim, kept beside the claims, and
what these numbers stand for, each once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb

from reportedly.store.filter import (
    SAID,
    ClaimFilter,
    all_words,
    chosen_sql,
    exactly,
    spelled,
    where,
)

#: number of a claim: that of its article, and its position in so many bits
_BITS = 20
#: articles that are named one by one
_MANY = 5_000


def _with(kept: str, table: str, test: str, *columns: str) -> str:
    """Return the condition for rows of a table of what is kept once that have, in one of the
    columns, the key of such a row."""
    each = " UNION ALL ".join(
        f"SELECT id, unnest({column}) AS key FROM {kept}" for column in columns
    )
    keys = f"SELECT k.key FROM {table} AS k WHERE {test}"
    return f"id IN (SELECT id FROM ({each}) WHERE key IN ({keys}))"


def _party(field: str, *columns: str) -> str:
    test = f"names_actor(k.who, ${field}, ${field}_spelled)"
    return _with("fact_sides", "fact_parties", test, *columns)


def _called(field: str, *columns: str) -> str:
    return _with("fact_sides", "fact_parties", exactly("k.who", field), *columns)


#: column of claim_facts → the table of what it counts, which has each once
KEPT_ONCE = {
    "manner": "fact_manners",
    "sides": "fact_sides",
    "speech": "fact_speech",
    "wares": "fact_goods",
    "place": "fact_places",
    "outlet": "fact_outlets",
}
#: column of claim_facts → the fields of a filter whose conditions are over what it counts
_OVER = {
    "manner": ("section", "type", "mode", "kind", "status", "voiced", "dated", "quad"),
    "sides": ("party", "actor", "recipient"),
    "speech": ("voice",),
    "wares": ("good",),
    "place": ("place",),
    "outlet": ("outlet",),
}
#: the claims whose sentence has $text in it, by number: no other condition reads every sentence
WITH_WORDS = (
    "SELECT c.added * 1048576 + c.position AS number FROM claims AS c"
    f" WHERE {all_words('c.sentence.text')}"
)
_VOICE = "names_voice(k.who, $voice, $voice_spelled)"
_VOICE_ITSELF = exactly("k.who", "voice", SAID)
_DATED = "coalesce(day_from, day_to) IS NOT NULL"
#: conditions over claim_facts and what is kept once that differ from those over claims
_CONDITIONS = {
    "party": _party("party", "actors", "recipients"),
    "actor": _party("actor", "actors"),
    "recipient": _party("recipient", "recipients"),
    "voice": _with("fact_speech", "fact_voices", _VOICE, "voices"),
    "text": f"number IN ({WITH_WORDS})",
    "date_from": f"{_DATED} AND (day_to IS NULL OR day_to >= $date_from)",
    "date_to": f"{_DATED} AND (day_from IS NULL OR day_from <= $date_to)",
    "published_from": "published >= $published_from",
    "place": "place = $place",
    "article": "added = (SELECT a.added FROM articles AS a WHERE a.id = $article)",
}
_EXACT = {
    "party": _called("party", "actors", "recipients"),
    "actor": _called("actor", "actors"),
    "recipient": _called("recipient", "recipients"),
    "voice": _with("fact_speech", "fact_voices", _VOICE_ITSELF, "voices"),
}
_VOICES = {
    "none": "voiced = 'none'",
    "any": "voiced <> 'none'",
    "named": "voiced = 'named'",
    "unnamed": "voiced = 'unnamed'",
}


def facts_sql(chosen: ClaimFilter, of: str = "claim_facts") -> tuple[str, dict[str, Any]]:
    """Return the query whose rows are those of claim_facts for the chosen claims; its values.

    of: a query's name that has some of these rows, with columns beside theirs.
    """
    parts, values = where(chosen, _CONDITIONS, _EXACT, _VOICES)
    found = []
    for column, fields in _OVER.items():
        over = [parts.pop(field) for field in fields if field in parts]
        if over:
            ids = f"SELECT id FROM {KEPT_ONCE[column]} WHERE {' AND '.join(over)}"
            found.append(f"{column} IN ({ids})")
    return (
        f"SELECT * FROM {of} WHERE {' AND '.join([*found, *parts.values()]) or 'true'}",
        values,
    )


def party_keys_sql(term: str) -> tuple[str, dict[str, Any]]:
    """Return the query for the keys in fact_parties, as `key`, of those whom the term names."""
    sql = "SELECT k.key FROM fact_parties AS k WHERE names_actor(k.who, $party, $party_spelled)"
    return f"{sql} ORDER BY k.key", {"party": term, **spelled("party", term)}


def voice_keys_sql(term: str) -> tuple[str, dict[str, Any]]:
    """Return the query for the keys in fact_voices, as `key`, of those whom the term names."""
    keys = "SELECT k.key FROM fact_voices AS k WHERE"
    if term.startswith("="):
        return f"{keys} {_VOICE_ITSELF}", {"voice": term[1:]}
    return f"{keys} {_VOICE}", {"voice": term, **spelled("voice", term)}


def both_named_sql(chosen: ClaimFilter) -> tuple[str, dict[str, Any]]:
    """Return the query for the articles, as `added`, of which a chosen claim names somebody of
    $a_keys and somebody of $b_keys, keys in fact_parties; those that appeared last come first."""
    facts, values = facts_sql(chosen)
    each = "SELECT id, unnest(list_concat(actors, recipients)) AS key FROM fact_sides"
    a, b = (
        f"sides IN (SELECT id FROM ({each}) WHERE key IN (SELECT unnest(${side}_keys::UBIGINT[])))"
        for side in "ab"
    )
    sql = f"SELECT added, max(published) AS published FROM ({facts}) WHERE {a} AND {b}"
    return f"{sql} GROUP BY added ORDER BY published DESC NULLS LAST, added DESC", values


def numbered_sql(numbers: Sequence[int]) -> str:
    """Return the query whose rows are the claims of these numbers, whole, see chosen.sql."""
    return chosen_sql(ClaimFilter(include_comments=True), among_sql(numbers))[0]


def among_sql(numbers: Sequence[int]) -> str:
    """Return the condition for claims of these numbers."""
    articles = {number >> _BITS for number in numbers}
    return f"{_in('added', articles)} AND {_in(f'added * {1 << _BITS} + position', numbers)}"


def among_numbers(numbers: Collection[int]) -> str:
    """Return the condition for rows of claim_facts of these numbers."""
    return _in("number", numbers)


def among_words(column: str, words: Collection[str]) -> str:
    """Return the condition for rows that have one of these words in a column; an index is used
    only for what is written out."""
    quoted = ", ".join("'" + word.replace("'", "''").replace("\0", "") + "'" for word in words)
    return f"{column} IN ({quoted})" if words else "false"


def of_articles(added: Collection[int]) -> str:
    """Return the condition, over the columns of chosen.sql, for claims of these articles."""
    return _in("added", added)


def _in(column: str, values: Collection[int]) -> str:
    # written out: so DuckDB passes over what lies elsewhere
    return f"{column} IN ({', '.join(map(str, sorted(values)))})" if values else f"{column} IN (-1)"


def forget(connection: duckdb.DuckDBPyConnection, articles: list[str]) -> None:
    """Take out what follows from articles that are about to go."""
    connection.execute(
        "DELETE FROM claim_facts WHERE added IN (SELECT added FROM articles"
        " WHERE id IN (SELECT unnest($ids::VARCHAR[])))",
        {"ids": articles},
    )


def before(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep who is shown for whom, before that is made anew."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE shown_before AS SELECT * FROM identified_claims"
    )


def make(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring the tables up to date, after `before` and after who is who was made anew."""
    connection.execute(_sql("facts_changed"))
    connection.execute("DROP TABLE shown_before")
    sql = "SELECT added FROM articles WHERE added NOT IN (SELECT f.added FROM claim_facts AS f)"
    lacking = [added for (added,) in connection.execute(sql).fetchall()]
    fresh = f"c.{_in('added', lacking)}" if lacking else "false"
    if len(lacking) > _MANY:
        fresh = "c.added NOT IN (SELECT f.added FROM claim_facts AS f)"
    for name in ("facts_parties", "facts_voices", "facts_fresh"):
        connection.execute(_sql(name).replace("{fresh}", fresh))
    for column, table in KEPT_ONCE.items():
        sql = _sql("facts_once").replace("{table}", table)
        connection.execute(sql.replace("{column}", column))
    connection.execute(_sql("facts"))
    connection.execute("DROP TABLE fresh_facts")


@cache
def _sql(name: str) -> str:
    return files(__package__).joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
