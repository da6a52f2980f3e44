"""The ledger: who parts with what to whom, as a matrix and line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly import views
from reportedly.desk.lines import Mark, Said, anchor, mark, said
from reportedly.desk.phrases import amount, basis, moment, when
from reportedly.desk.query import Query
from reportedly.desk.unknown import name_of
from reportedly.desk.wares import ware
from reportedly.desk.wording import plain
from reportedly.records import Actor, Status
from reportedly.store import Store

#: pairs that the matrix shows
_PAIRS = 30
_STATUSES = [str(one) for one in Status]


@dataclass(frozen=True, slots=True)
class Tally:
    """So many claims of one status; words: what the mark says."""

    mark: Mark
    claims: int
    words: str
    query: Query


@dataclass(frozen=True, slots=True)
class PairRow:
    """One giver and receiver, with a cell for each good of the matrix."""

    giver: str
    receiver: str
    cells: tuple[tuple[Tally, ...], ...]
    query: Query
    chosen: bool
    dossier: str | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table. left: pairs that are not shown."""

    goods: tuple[str, ...]
    rows: tuple[PairRow, ...]
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One claim × one good. between: the parties, where the text tells neither giver nor receiver;
    copy_of: outlet of the report that its article copies, copied: the address of that."""

    href: str
    mark: Mark
    giver: str
    receiver: str
    deal: str
    good: str
    category: str
    amount: str
    basis: str
    voices: tuple[Said, ...]
    when: str
    note: str
    outlet: str
    sentence: str
    claim: str
    between: str
    event: str
    copy_of: str
    copied: str


def matrix_shown(store: Store, query: Query) -> Matrix:
    """Return the matrix: the pairs that most is told of, statuses kept apart; of the giver or the
    receiver that is asked for, and where both are, of all, the pair among them."""
    cells: dict[tuple[str | None, str | None], dict[str, list[views.CellRow]]] = {}
    totals: dict[tuple[str | None, str | None], int] = {}
    goods: dict[str, int] = {}
    ends = (None, None) if query.giver and query.receiver else (query.giver, query.receiver)
    for row in views.matrix(store, query.reports(), *ends):
        pair = (row.giver, row.receiver)
        cells.setdefault(pair, {}).setdefault(row.good, []).append(row)
        totals[pair] = totals.get(pair, 0) + row.claims
        goods[row.good] = goods.get(row.good, 0) + row.claims
    pairs = sorted(totals, key=lambda pair: (-totals[pair], pair[0] or "~", pair[1] or "~"))
    columns = tuple(sorted(goods, key=lambda good: (-goods[good], good)))
    rows = tuple(_pair(pair, cells[pair], columns, query) for pair in pairs[:_PAIRS])
    return Matrix(columns, rows, max(0, len(pairs) - _PAIRS))


def _pair(
    pair: tuple[str | None, str | None],
    cells: dict[str, list[views.CellRow]],
    columns: Iterable[str],
    query: Query,
) -> PairRow:
    giver, receiver = pair
    mine = query.but(giver=giver or views.NOT_TOLD, receiver=receiver or views.NOT_TOLD)
    both = giver and receiver
    return PairRow(
        giver=name_of(giver) if giver else "not told",
        receiver=name_of(receiver) if receiver else "not told",
        cells=tuple(_tallies(cells.get(good, []), mine.but(good=good)) for good in columns),
        query=mine,
        chosen=(query.giver, query.receiver) == (mine.giver, mine.receiver),
        dossier=None if not both else dossier_address(giver or "", receiver or ""),
    )


def dossier_address(a: str, b: str) -> str:
    """Return the address of the dossier of two."""
    from urllib.parse import urlencode

    return f"/dossier?{urlencode({'a': a, 'b': b})}"


def _tallies(rows: Iterable[views.CellRow], query: Query) -> tuple[Tally, ...]:
    """Return one tally for each status, colour and whether only voices say so."""
    found: dict[tuple[str, str, bool], int] = {}
    for row in rows:
        key = (row.status, mark(row.type, row.status, row.alleged).css, row.alleged)
        found[key] = found.get(key, 0) + row.claims
    ordered = sorted(found, key=lambda key: (_STATUSES.index(key[0]), key[2], key[1]))
    return tuple(
        Tally(
            Mark(status, css, alleged),
            found[status, css, alleged],
            f"{found[status, css, alleged]} {Mark(status, css, alleged).words}",
            query.but(status=(status,), voice="any" if alleged else "none"),
        )
        for status, css, alleged in ordered
    )


def ledger_lines(store: Store, query: Query) -> tuple[list[LedgerLine], int, int]:
    """Return the page of deals that the query asks for, how many there are, of how many claims."""
    chosen = query.reports()
    rows, number, claims = views.ledger_part(store, chosen, query.part, query.giver, query.receiver)
    told = views.told_as(store, {row.claim: row.article for row in rows})
    return [ledger_line(row, told[row.claim]) for row in rows], number, claims


def ledger_line(row: views.LedgerRow, told: views.ToldAs) -> LedgerLine:
    """Return a deal as a line."""
    return LedgerLine(
        href=f"/articles/{row.article}#{anchor(row.claim)}",
        mark=mark(row.type, row.status, bool(row.voices)),
        giver=_names(row.givers),
        receiver=_names(row.receivers),
        deal=row.deal,
        good=plain(row.good.text),
        category=ware(row.good.category),
        amount=amount(row.good),
        basis=basis(row.good),
        voices=said(row.voices, row.status),
        when=when(row.day_from, row.day_to) if row.dated == "claim" else "undated",
        note=f"published {moment(row.published)[:11].strip(', ')}" if row.published else "",
        outlet=plain(row.publisher or "") or "outlet not known",
        sentence=plain(row.sentence),
        claim=row.claim,
        between="" if row.givers or row.receivers else _names((*row.actors, *row.recipients)),
        event=told.event or "",
        copy_of=plain(told.copy_of or ""),
        copied=f"/articles/{told.copied}" if told.copied else "",
    )


def _names(actors: Iterable[Actor]) -> str:
    return ", ".join(dict.fromkeys(plain(actor.name) for actor in actors))
