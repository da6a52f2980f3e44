"""What a screen asks beside its list: how much there is, by which values, between whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from reportedly.records import Record
from reportedly.store import ClaimFilter, Store
from reportedly.store.facts import KEPT_ONCE, facts_sql
from reportedly.views.asked import ask, reports_only
from reportedly.views.ends import counted_ends

#: every facet, and the field of ClaimFilter that chooses one of its values
FACETS = {
    "status": "status",
    "voiced": "voice",
    "kind": "kind",
    "type": "type",
    "party": "party",
    "good": "good",
    "voice": "voice",
    "outlet": "outlet",
    "confidence": "confidence",
    "dated": "dated",
}
#: what a series can be split by, and the field of ClaimFilter that chooses one value
SPLITS = {
    "status": "status",
    "type": "type",
    "kind": "kind",
    "voiced": "voice",
    "outlet": "outlet",
}
#: a list of names, of those that differ by case alone the first
_ONCE = """list_filter({names}, lambda one, i:
    NOT list_contains(list_transform({names}[1:i - 1], lambda s: folded(s)), folded(one)))"""
_PARTIES = _ONCE.format(names="parties")
#: facet → the column of claim_facts that it counts by, and its values in what that counts
_VALUES = {
    "status": ("manner", "status"),
    "voiced": ("manner", "voiced"),
    "kind": ("manner", "kind"),
    "type": ("manner", "type"),
    "party": ("sides", f"unnest({_PARTIES})"),
    # a filter takes in what lies below a category, so that counts, too
    "good": (
        "wares",
        "unnest(list_distinct(list_concat(categories,"
        " list_transform(categories, lambda c: split_part(c, '.', 1)))))",
    ),
    "voice": ("speech", f"'=' || unnest({_ONCE.format(names='speakers')})"),
    "outlet": ("outlet", "publisher"),
    "confidence": ("confidence", ""),
    "dated": ("manner", "coalesce(dated, 'none')"),
}
_BAND = (
    "CASE WHEN confidence >= 0.9 THEN '0.9' WHEN confidence >= 0.7 THEN '0.7' ELSE '0' END"
    " AS confidence"
)
#: SPLITS → the column of claim_facts, and the value of a claim in what that counts
_SPLIT = {
    "status": ("manner", "status"),
    "type": ("manner", "coalesce(type, kind)"),
    "kind": ("manner", "kind"),
    "voiced": ("manner", "voiced"),
    "outlet": ("outlet", "coalesce(publisher, 'not known')"),
}
#: lengths of a stretch of time, longest last
GRAINS = ("day", "week", "month", "year")


class FacetRow(Record, frozen=True, kw_only=True):
    """One value of one of FACETS, with how many claims have it; value is what a filter takes."""

    facet: str
    value: str
    claims: int


class SpanRow(Record, frozen=True, kw_only=True):
    """How many claims of one status begin in the stretch of time whose first day is span.

    published  of them, those whose day is only that of publication
    """

    span: str
    status: str
    claims: int
    published: int


class Extent(Record, frozen=True, kw_only=True):
    """How much the chosen claims are. first, last: ISO dates; null when none has a day."""

    claims: int
    articles: int
    outlets: int
    undated: int
    first: str | None
    last: str | None


class Tie(Record, frozen=True, kw_only=True):
    """How often one party acts towards another, it is said; alleged: only a voice says so."""

    actor: str
    recipient: str
    quad: int
    status: str
    alleged: bool
    claims: int


class TieRow(Record, frozen=True, kw_only=True):
    """What one party does towards another; alleged: only a voice says so."""

    actor: str
    recipient: str
    quad: int
    status: str
    alleged: bool
    claims: int
    articles: int
    outlets: int


class CellRow(Record, frozen=True, kw_only=True):
    """How many claims tell of one sort of good between two. giver or receiver null: not told."""

    giver: str | None
    receiver: str | None
    good: str
    type: str | None
    status: str
    alleged: bool
    claims: int


class PartyRow(Record, frozen=True, kw_only=True):
    """One party as a term of a filter, and how many claims it takes part in."""

    party: str
    claims: int


class PlaceRow(Record, frozen=True, kw_only=True):
    """How many claims the text puts at one place, by type and status. place: term of a filter."""

    place: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    type: str | None
    status: str
    alleged: bool
    claims: int


class SeriesRow(Record, frozen=True, kw_only=True):
    """How many claims with one value of what they are split by begin in one stretch of time."""

    span: str
    value: str
    claims: int


def facets(
    store: Store, chosen: ClaimFilter | None = None, only: Collection[str] = tuple(FACETS)
) -> Iterator[FacetRow]:
    """Yield the values of the facets that are asked for, each facet's most frequent first."""
    columns = dict.fromkeys(_VALUES[facet][0] for facet in only)
    parts = {
        "columns": ", ".join(_BAND if one == "confidence" else one for one in columns),
        "each": "\n    UNION ALL ".join(map(_counted, only)),
    }
    return ask(store, "facets", FacetRow, chosen, parts=parts)


def _counted(facet: str) -> str:
    """Return the query for the values of one facet."""
    column, value = _VALUES[facet]
    if column == "confidence":
        return f"SELECT '{facet}' AS facet, confidence AS value, claims FROM found"
    counted = f"SELECT {column} AS number, sum(claims) AS claims FROM found GROUP BY number"
    return (
        f"SELECT '{facet}' AS facet, {value} AS value, claims FROM ({counted})"
        f" JOIN {KEPT_ONCE[column]} AS k ON k.id = number"
    )


def spans(store: Store, grain: str, chosen: ClaimFilter | None = None) -> Iterator[SpanRow]:
    """Yield stretches of one of GRAINS in order of time; those without a claim are left out."""
    return ask(store, "spans", SpanRow, chosen, {"grain": grain})


def reach(store: Store, chosen: ClaimFilter | None = None) -> tuple[date, date] | None:
    """Return the first and the last day on which a chosen claim begins; None when none has one."""
    facts, values = facts_sql(reports_only(chosen))
    sql = f'SELECT min("day") AS first, max("day") AS last FROM ({facts})'
    found = next(store.rows(sql, values))
    return (found["first"], found["last"]) if found["first"] else None


def extent(store: Store, chosen: ClaimFilter | None = None) -> Extent:
    """Return how much the chosen claims are."""
    sql = """
    SELECT
        (SELECT coalesce(max(added), 0) FROM claim_facts)::VARCHAR AS articles,
        (SELECT coalesce(max(id), 0) FROM fact_outlets)::VARCHAR AS outlets
    """
    return next(ask(store, "extent", Extent, chosen, parts=next(store.rows(sql))))


def network(
    store: Store, chosen: ClaimFilter | None = None, only: Iterable[Tie] | None = None
) -> Iterator[TieRow]:
    """Yield who acts towards whom, the most often told first; only: these ties, else all."""
    keys = None if only is None else [_key(one) for one in only]
    return ask(store, "network", TieRow, chosen, {"only": keys})


def ties(store: Store, chosen: ClaimFilter | None = None) -> Iterator[Tie]:
    """Yield who acts towards whom as network does, with no more than the number of claims."""
    return ask(store, "ties", Tie, chosen)


def _key(tie: Tie) -> str:
    alleged = str(tie.alleged).lower()
    return "\x1f".join([tie.actor, tie.recipient, str(tie.quad), tie.status, alleged])


def matrix(
    store: Store,
    chosen: ClaimFilter | None = None,
    giver: str | None = None,
    receiver: str | None = None,
) -> Iterator[CellRow]:
    """Yield the ledger's deals by giver, receiver and good, the most often told first; of the
    giver and to the receiver that are given, as in ledger_page."""
    ends = counted_ends(giver, receiver, chosen.good if chosen else None)
    return ask(store, "matrix", CellRow, chosen, ends.values, parts=ends.parts)


def parties(store: Store, chosen: ClaimFilter | None = None) -> Iterator[PartyRow]:
    """Yield who takes part in the chosen claims, the most frequent first."""
    return ask(store, "parties", PartyRow, chosen, parts={"once": _PARTIES})


def places(store: Store, chosen: ClaimFilter | None = None) -> Iterator[PlaceRow]:
    """Yield where the text puts the chosen claims, the most frequent first."""
    return ask(store, "places", PlaceRow, chosen)


def series(
    store: Store, split: str, grain: str, chosen: ClaimFilter | None = None
) -> Iterator[SeriesRow]:
    """Yield stretches of one of GRAINS by one of SPLITS, in order of time."""
    column, value = _SPLIT[split]
    parts = {"column": column, "table": KEPT_ONCE[column], "split": value}
    return ask(store, "series", SeriesRow, chosen, {"grain": grain}, parts=parts)


def known_values(store: Store, column: str) -> list[str]:
    """Return the values of one column of the articles that there are: publisher, id."""
    sql = {
        "publisher": "SELECT DISTINCT publisher AS value FROM articles"
        " WHERE publisher IS NOT NULL ORDER BY value",
        "id": "SELECT id AS value FROM articles ORDER BY value",
    }[column]
    return [str(row["value"]) for row in store.rows(sql)]
