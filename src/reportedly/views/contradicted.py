"""Contradicted: which voices affirm events that others deny, and who these are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from reportedly.lexicons.look_up import class_words
from reportedly.store import ClaimFilter, Store
from reportedly.store.facts import facts_sql, voice_keys_sql
from reportedly.views.asked import question, rows


class Against(Struct, frozen=True):
    """How many events a voice affirms that others deny; by: their names, of most events first."""

    events: int
    by: tuple[str, ...]


class _Said(Struct, frozen=True):
    """A row of sql/contradicted.sql, its voice left out."""

    said: str
    event: str
    against: str


def contradictions(store: Store, chosen: ClaimFilter) -> dict[str, Against]:
    """Return voice, see folded → what others deny of what it affirms in the chosen claims."""
    events: dict[str, set[str]] = {}
    deniers: dict[str, Counter[str]] = {}
    for row in _said(store, chosen):
        events.setdefault(row.said, set()).add(row.event)
        deniers.setdefault(row.said, Counter())[row.against] += 1
    return {said: Against(len(found), ranked(deniers[said])) for said, found in events.items()}


def folded(name: str) -> str:
    """Return what is the same for names that differ by case alone; "US" is not "us"."""
    return name if name == name.upper() and " " not in name else name.lower()


def ranked(names: Counter[str]) -> tuple[str, ...]:
    """Return names, the most frequent first; those that differ by case once, as most have it."""
    spelled: dict[str, Counter[str]] = {}
    for name, times in names.items():
        spelled.setdefault(folded(name), Counter())[name] += times
    every = [(sum(one.values()), min(one, key=lambda n: (-one[n], n))) for one in spelled.values()]
    return tuple(name for _, name in sorted(every, key=lambda pair: (-pair[0], pair[1])))


def contradicted_sql(chosen: ClaimFilter, claim: str = "NULL") -> tuple[str, dict[str, Any]]:
    """Return the query of sql/contradicted.sql over the chosen claims, and its values; where they
    are those of a voice, it is the voice that answers for them. claim: "id" has a row for each."""
    facts, values = facts_sql(chosen, "stood")
    sql = question("contradicted").replace("{chosen_stood}", facts).replace("{claim}", claim)
    if chosen.voice not in (None, "none", "any", "named", "unnamed"):
        keys, _ = voice_keys_sql(chosen.voice)
        sql = f"SELECT * FROM ({sql}) WHERE voice IN ({keys})"
    return sql, {**values, "pronouns": sorted(pronouns())}


def _said(store: Store, chosen: ClaimFilter) -> Iterator[_Said]:
    sql, values = contradicted_sql(chosen)
    return rows(store, f"SELECT DISTINCT said, event, against FROM ({sql})", _Said, values)


@cache
def pronouns() -> frozenset[str]:
    """Return the words of the classes of pronouns."""
    return class_words("grammar_pronouns.toml", "_pronouns")
