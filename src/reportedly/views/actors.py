"""Actors: who is in the store, under which names, and whom a word of the user's means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from reportedly.errors import UsageError
from reportedly.lexicons.look_up import looked_up
from reportedly.records import Record
from reportedly.records.identity import Coined, spelling
from reportedly.store import ClaimFilter, Store
from reportedly.views.asked import ask

_CODED = """
SELECT DISTINCT coalesce(p.actor_id, '=' || p."name") AS key, p."name" AS "name"
FROM (SELECT unnest(list_concat(actors, recipients)) AS p FROM claims)
WHERE list_contains($ids, coalesce(p.actor_id, '=' || p."name"))
"""
#: how alike two names must be, 0.0 to 1.0
_ALIKE = 0.7
#: a text that is an abbreviation: "IRGC"
_SHORT = re.compile("[A-Z][A-Z0-9-]*[A-Z0-9]")
_SHOWN = 5  # of several that a word may mean
_KINDS = {"state": "state", "org": "organisation", "person": "person", "name": None}


class ActorRow(Record, frozen=True, kw_only=True):
    """One actor, over all articles.

    id        actor_id; "=Name" without one, "@Name|COUNTRY" of a voice that is no party of a claim
    name      as views show it
    kind      state, organisation or person; null where it is not known
    aliases   other names, spellings and abbreviations that claims have, sorted
    country, sector, role  as most claims have them; null when unknown
    claims    how many it takes part in; voiced: how many it is a voice of; articles: how many
              tell of it, one way or the other
    ids       whom the coder took it for, where that is more than one or another
    wikidata  item of Wikidata, "Q159"; null where the lexicons have none
    """

    id: str
    name: str
    kind: str | None
    aliases: tuple[str, ...]
    country: str | None
    sector: str | None
    role: str | None
    claims: int
    voiced: int
    articles: int
    ids: tuple[str, ...]
    wikidata: str | None


class _Found(Record, frozen=True, kw_only=True):
    """A row of sql/actors.sql."""

    id: str
    name: str
    country: str | None
    sector: str | None
    role: str | None
    aliases: tuple[str, ...]
    texts: tuple[str, ...]
    ids: tuple[str, ...]
    claims: int
    voiced: int
    articles: int


def actors(
    store: Store, chosen: ClaimFilter | None = None, *, query: str = "", everybody: bool = False
) -> Iterator[ActorRow]:
    """Yield who takes part in the chosen claims or is a voice of them, the most frequent first.

    query: part of a name in any spelling, or an id or a country's code. everybody: those without
    an id, too: descriptions ("two men"), and names that may be anybody's.
    """
    for found in ask(store, "actors", _Found, chosen):
        row = _row(found)
        if (everybody or not row.id.startswith("=")) and _meant(query, row):
            yield row


def actor(store: Store, words: str) -> ActorRow:
    """Return the one actor whom words mean: an id, a name, or a part of one name alone.

    Raises UsageError where nobody is meant, with the nearest name, or several are, with their ids.
    """
    rows = list(actors(store, everybody=True))
    name = spelling(words)
    for fits in (
        lambda row: words == row.id,
        lambda row: words in row.ids,
        lambda row: name and name in map(spelling, (row.name, *row.aliases)),
        lambda row: row.id[0] != "=" and _meant(words, row),
    ):
        found = [row for row in rows if fits(row)]
        if len(found) > 1:
            shown = ", ".join(_printable(f"{row.name}: {row.id}") for row in found[:_SHOWN])
            raise UsageError(f"{words!r} may be several; give an id ({shown})")
        if found:
            return found[0]
    raise UsageError(unknown_actor(words, rows))


def unknown_actor(words: str, rows: Iterable[ActorRow]) -> str:
    """Return a message that nobody of the rows is meant by the words, with the nearest name."""
    whole = [name for row in rows for name in (row.name, *row.aliases)]
    names = {word.casefold(): name for name in reversed(whole) for word in (*name.split(), name)}
    near = get_close_matches(words.casefold(), sorted(names), n=1, cutoff=_ALIKE)
    hint = f"; did you mean {_printable(names[near[0]])}?" if near else ""
    return f"no actor {words!r} in this store{hint}"


def coded_id(store: Store, row: ActorRow, words: str) -> str:
    """Return which of the ids of an actor the words mean: one of them, or the one of that name.

    Its own where they are no other's.
    """
    if words in row.ids:
        return words
    found = {
        one["key"]
        for one in store.rows(_CODED, {"ids": list(row.ids)})
        if spelling(one["name"]) == spelling(words)
    }
    return found.pop() if len(found) == 1 else row.id


def wikidata_of(actor_id: str | None) -> str | None:
    """Return the item of Wikidata that the built-in lexicons have for an actor; None without."""
    found = looked_up().get(actor_id or "")
    return found.wikidata if found else None


def _printable(words: str) -> str:
    """Return words of a page without what could steer a terminal."""
    return "".join(one for one in words if one.isprintable())


def _row(found: _Found) -> ActorRow:
    words = {word for name in (found.name, *found.aliases) for word in spelling(name).split()}

    def own_name(text: str) -> bool:
        """Return whether a text is made of the name's own words, or an abbreviation."""
        return bool(_SHORT.fullmatch(text)) or words.issuperset(spelling(text).split())

    own = Coined.of(found.id)
    kind = own.kind if own else found.id.partition(".")[0]
    return ActorRow(
        id=found.id,
        name=found.name,
        kind=_KINDS.get(kind),
        aliases=tuple(sorted({*found.aliases, *filter(own_name, found.texts)} - {found.name})),
        country=found.country,
        sector=found.sector,
        role=found.role,
        claims=found.claims,
        voiced=found.voiced,
        articles=found.articles,
        ids=found.ids if found.ids not in ((found.id,), ()) else (),
        wikidata=wikidata_of(found.id),
    )


def _meant(query: str, row: ActorRow) -> bool:
    if not query or query in (row.id, row.country, *row.ids):
        return True
    name = spelling(query)
    return bool(name) and any(name in spelling(one) for one in (row.name, *row.aliases))
