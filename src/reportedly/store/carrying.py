"""Which claim of today a judgement is about, where its article was coded anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportedly.store.database import Store
from reportedly.store.facts import of_articles
from reportedly.store.judging import Judgement, standing


class Told(NamedTuple):
    """What tells claims of one article apart. start, end: of the trigger, in code points of the
    article's text."""

    id: str
    article: str
    kind: str
    type: str | None
    start: int
    end: int


def held_of(store: Store, claims: Mapping[str, str]) -> dict[str, list[Judgement]]:
    """Return claim → the standing judgements of it, in the order in which they were made.

    claims: id → id of its article. A judgement of a claim that another coder has made anew is that
    claim's: on the same trigger, or on one that overlaps it with the same kind and type. Its own
    claim stays the id that was judged. A claim that nobody judged is not in it.
    """
    made = list(standing(store, articles=sorted(set(claims.values())))) if claims else []
    now = claims_now(store, made)
    found: dict[str, list[Judgement]] = {}
    for one in made:
        if now.get(one.claim) in claims:
            found.setdefault(now[one.claim], []).append(one)
    return found


def rejected_of(store: Store, claims: Mapping[str, str]) -> frozenset[str]:
    """Return those of the claims of which the last standing word of a reader is that they are none;
    what was judged of another kind or type, before the article was coded anew, is not held against
    a claim. claims: id → id of its article."""
    every = standing(store, articles=sorted(set(claims.values()))) if claims else ()
    made = [one for one in every if one.field == "claim"]
    there = {told.id: told for told in _told(store, {one.article for one in made})}
    now, last = claims_now(store, made), dict[str, str]()
    for one in made:
        key = now.get(one.claim)
        if (
            key is not None
            and key in claims
            and (key == one.claim or is_same_kind(one, there[key]))
        ):
            last[key] = one.verdict
    return frozenset(key for key, verdict in last.items() if verdict == "wrong")


def claims_now(store: Store, made: Iterable[Judgement]) -> dict[str, str]:
    """Return claim as it was judged → the claim that it is now; one that no coder makes any more
    is not in it."""
    judged = {one.claim: one for one in made}
    there = _told(store, {one.article for one in judged.values()})
    found = {told.id: told.id for told in there if told.id in judged}
    for claim, one in judged.items():
        same = None if claim in found else heir(one, there)
        if same is not None:
            found[claim] = same.id
    return found


def heir(one: Judgement, claims: Iterable[Told]) -> Told | None:
    """Return which of the claims, in text order, is what was judged; None where none is.

    The same trigger goes before one that overlaps, the same kind and type before others, the longer
    overlap before the shorter.
    """
    near = [told for told in claims if told.article == one.article and _shared(one, told) > 0]
    fit = [told for told in near if _same_place(one, told) or is_same_kind(one, told)]
    return max(fit, key=lambda told: _likeness(one, told), default=None)


def is_same_kind(one: Judgement, told: Told) -> bool:
    """Tell whether the judged claim was of this kind and type, as far as the judgement knows."""
    return (one.kind, one.type) == (told.kind, told.type)


def _likeness(one: Judgement, told: Told) -> tuple[bool, bool, int]:
    return _same_place(one, told), is_same_kind(one, told), _shared(one, told)


def _same_place(one: Judgement, told: Told) -> bool:
    return (one.trigger_start, one.trigger_end) == (told.start, told.end)


def _shared(one: Judgement, told: Told) -> int:
    return min(one.trigger_end, told.end) - max(one.trigger_start, told.start)


def _told(store: Store, articles: Iterable[str]) -> Sequence[Told]:
    pages = {"ids": sorted(articles)}
    if not pages["ids"]:
        return ()
    sql = "SELECT added FROM articles WHERE id IN (SELECT unnest($ids::VARCHAR[]))"
    added = of_articles([row["added"] for row in store.rows(sql, pages)])
    sql = (
        'SELECT id, article, kind, "type", "trigger"."start" AS "start", "trigger"."end" AS "end"'
        f" FROM claims WHERE {added} ORDER BY added, position"
    )
    return [Told(**row) for row in store.rows(sql)]
