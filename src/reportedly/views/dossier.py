"""The dossier: all that the store knows of a dyad."""

from __future__ import annotations

from reportedly.errors import UsageError
from reportedly.records import Record
from reportedly.store import ClaimFilter, Store
from reportedly.store.filter import spelled
from reportedly.views.asked import ask
from reportedly.views.ledger import LedgerRow
from reportedly.views.reports import TimelineRow


class ContestedRow(Record, frozen=True, kw_only=True):
    """One type of event in one direction that some claims affirm and others deny.

    direction  a_to_b, b_to_a or together
    affirmed, denied  ids of the claims, in the order in which they came in
    affirmed_by, denied_by  the voices behind them, sorted; empty when only articles say so
    """

    type: str
    direction: str
    affirmed: tuple[str, ...]
    denied: tuple[str, ...]
    affirmed_by: tuple[str, ...]
    denied_by: tuple[str, ...]


class Dossier(Record, frozen=True, kw_only=True):
    """What is reported of two parties; every part in the order of a timeline.

    a, b         the terms that were asked for
    did          events between them: happened first, then ongoing, then negated
    wants_a, wants_b  what that side wants of the other, or of nobody named
    exchanges    goods, by direction
    obstacles    what stands in the way
    consequences  what would follow, and the rules at stake
    plans        events between them that are planned, possible or conditional
    contested    what some affirm and others deny
    reactions    what others do towards the two
    An "article about the two" holds at least one claim between them. One-sided claims of such
    articles are taken in; sql/dossier.sql says which.
    """

    a: str
    b: str
    did: tuple[TimelineRow, ...] = ()
    wants_a: tuple[TimelineRow, ...] = ()
    wants_b: tuple[TimelineRow, ...] = ()
    exchanges: tuple[LedgerRow, ...] = ()
    obstacles: tuple[TimelineRow, ...] = ()
    consequences: tuple[TimelineRow, ...] = ()
    plans: tuple[TimelineRow, ...] = ()
    contested: tuple[ContestedRow, ...] = ()
    reactions: tuple[TimelineRow, ...] = ()


class _PartRow(TimelineRow, frozen=True, kw_only=True):
    """A timeline's row that says which part of the dossier it belongs to."""

    part: str


def dossier(store: Store, a: str, b: str, chosen: ClaimFilter | None = None) -> Dossier:
    """Return the dossier of a and b: country codes, actor_ids or parts of names.

    chosen narrows the claims further, say to a year. Raises UsageError when a is b.
    """
    if a.casefold() == b.casefold():
        raise UsageError(f"a dossier needs two parties; both are {a!r}")
    sides = {"a": a, "b": b, **spelled("a", a), **spelled("b", b)}
    parts: dict[str, list[TimelineRow]] = {}
    for row in ask(store, "dossier", _PartRow, chosen, sides):
        fields = {name: getattr(row, name) for name in TimelineRow.__struct_fields__}
        parts.setdefault(row.part, []).append(TimelineRow(**fields))
    return Dossier(
        a=a,
        b=b,
        exchanges=tuple(ask(store, "exchanges", LedgerRow, chosen, sides)),
        contested=tuple(ask(store, "contested", ContestedRow, chosen, sides)),
        **{part: tuple(found) for part, found in parts.items()},
    )
