"""What a filter asks for and the store does not know, with the nearest that it knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from reportedly import ontology
from reportedly.records.identity import spelling
from reportedly.store import ClaimFilter, Store
from reportedly.store.filter import chosen_sql

#: how alike two names must be, 0.0 to 1.0: "Rusia" and "Russia" are .91
_ALIKE = 0.7
_NAMES = """
SELECT DISTINCT p."name" AS value
FROM (SELECT unnest(list_concat(actors, recipients)) AS p FROM claims)
"""
_VOICES = """
SELECT DISTINCT v."name" AS value
FROM (SELECT unnest(voices) AS v FROM claims) WHERE v."name" IS NOT NULL
"""
_TYPES = "SELECT DISTINCT type AS value FROM claims WHERE type IS NOT NULL"
_OUTLETS = "SELECT DISTINCT publisher AS value FROM articles WHERE publisher IS NOT NULL"
_GOODS = "SELECT DISTINCT g.category AS value FROM (SELECT unnest(goods) AS g FROM claims)"


def unknown(store: Store, chosen: ClaimFilter, shown: Callable[[str], str] = str) -> Iterator[str]:
    """Yield a message for each name, good, type, mode or outlet of the filter that no claim has.

    What only the conditions together exclude is no reason for one. shown: how a value is written.
    """
    asked: tuple[tuple[str, str, str | None, Callable[[], Iterable[str]]], ...] = (
        ("party", "party", chosen.party, lambda: _values(store, _NAMES)),
        ("actor", "actor", chosen.actor, lambda: _values(store, _NAMES)),
        ("recipient", "recipient", chosen.recipient, lambda: _values(store, _NAMES)),
        ("voice", "voice", chosen.voice, lambda: _values(store, _VOICES)),
        ("good", "good", chosen.good, lambda: _goods(store)),
        ("outlet", "outlet", chosen.outlet, lambda: _values(store, _OUTLETS)),
        ("type", "type", chosen.type, lambda: _values(store, _TYPES)),
        (
            "mode",
            "mode",
            chosen.mode,
            lambda: {mode for type in ontology.load().types.values() for mode in type.modes},
        ),
    )
    for field, word, value, known in asked:
        if value is None or value in ("none", "any") or some_claim(store, field, value):
            continue
        near = _nearest(value, known())
        yield f"no {word} {shown(value)!r} in this store" + (
            f"; did you mean {near}?" if near else ""
        )


def names_with(store: Store, words: str) -> tuple[str, ...]:
    """Return the names of parties and voices, as views show them, of which the words are a part or
    more, however they are spelled; those that are described ("the bridge") are none."""
    sql = """
    SELECT DISTINCT "name" FROM actor_names
    WHERE (spelling <> '' AND contains(' ' || spelling || ' ', ' ' || $spelled || ' '))
        OR (lower(coded) = lower($words) AND coded <> lower(coded))
    ORDER BY "name"
    """
    asked = {"words": words, "spelled": spelling(words) or words}
    return tuple(row["name"] for row in store.rows(sql, asked))


def is_common(store: Store, word: str) -> bool:
    """Tell whether a sentence has the word in small letters, as it is given."""
    sql = "SELECT 1 FROM claims AS c WHERE contains(c.sentence.text, $word) LIMIT 1"
    return any(True for _ in store.rows(sql, {"word": word}))


def some_claim(store: Store, field: str, value: str) -> bool:
    """Tell whether any claim meets that condition alone, comments included."""
    sql, values = chosen_sql(ClaimFilter(**{field: value}, include_comments=True))  # type: ignore[arg-type]
    return any(True for _ in store.rows(f"SELECT 1 FROM ({sql}) LIMIT 1", values))


def _values(store: Store, sql: str) -> list[str]:
    return [row["value"] for row in store.rows(sql)]


def _goods(store: Store) -> list[str]:
    """Return the categories and those above them: arms.ammunition, arms."""
    found = set(_values(store, _GOODS))
    return sorted(found | {one.partition(".")[0] for one in found})


def _nearest(value: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most alike, whole or in its last part ("arms.ammunition")."""
    names = sorted(known)
    by_plain = {name.rpartition(".")[2].casefold(): name for name in names}
    by_plain |= {name.casefold(): name for name in names}
    near = get_close_matches(value.casefold(), by_plain, n=1, cutoff=_ALIKE)
    return by_plain[near[0]] if near else None
