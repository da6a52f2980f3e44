"""What passes between two: one line for each sort of good and way, with every deal over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.linking.answering import answering
from reportedly.records import Good, Record, Voice
from reportedly.views.ledger import LedgerRow

#: a way of which one end is untold → the whole way that it may be part of
_PART_OF = {"from_a": "a_to_b", "to_b": "a_to_b", "from_b": "b_to_a", "to_a": "b_to_a"}
_FIRST = ("gives", "takes", "trades", "promises", "may give", "would give", "offers", "seeks")
_STATUSES = ("happened", "ongoing", "planned", "possible", "conditional", "negated")


#: an article, a way and a sort of good
_Way = tuple[str, str | None, str]
#: the way back
_BACK = {"a_to_b": "b_to_a", "b_to_a": "a_to_b"}


class DealTold(Record, frozen=True, kw_only=True):
    """One of the deals over a good, as some claims tell it; own: an article says so itself."""

    deal: str
    status: str
    goods: tuple[Good, ...]
    own: bool
    said_by: tuple[Voice, ...]
    claims: tuple[str, ...]


class ExchangeRow(LedgerRow, frozen=True, kw_only=True):
    """One sort of good that passes, or would, one way between the two.

    The fields of a ledger's row are those of the firmest deal; its claim stands in a line of
    the dossier, or behind one.
    goods      as the text calls them, each word once. Amounts are not added up
    deals      what is told of it, the firmest first
    claims     ids of all claims
    for_goods  what one of the deals is in exchange for, in the text's words
    """

    goods: tuple[Good, ...]
    deals: tuple[DealTold, ...]
    claims: tuple[str, ...]
    for_goods: tuple[str, ...] = ()


def exchanges(rows: Sequence[LedgerRow]) -> tuple[ExchangeRow, ...]:
    """Return the ledger's rows of two by way and sort of good, in the order of the ways.

    A row that tells one end only counts to the whole way where its article tells that of the
    same sort of good.
    """
    told = {(row.article, row.direction, _sort(row)) for row in rows}
    whole = told | _made_whole(told) | _in_return(rows, told)
    groups: dict[tuple[str, str], list[LedgerRow]] = {}
    for row in rows:
        way = row.direction or "open"
        wider = _PART_OF.get(way, way)
        if (row.article, wider, _sort(row)) in whole:
            way = wider
        groups.setdefault((way, _sort(row)), []).append(row)
    behind = _partners(rows)
    found = (_line(way, group, behind) for (way, _), group in sorted(groups.items()))
    return tuple(found)


def _made_whole(told: set[_Way]) -> set[_Way]:
    """Return the ways of which an article tells both ends, each by itself."""
    ends = (("from_a", "to_b", "a_to_b"), ("from_b", "to_a", "b_to_a"))
    return {
        (article, way, sort)
        for article, _, sort in told
        for giver, receiver, way in ends
        if {(article, giver, sort), (article, receiver, sort)} <= told
    }


def _in_return(rows: Sequence[LedgerRow], told: set[_Way]) -> set[_Way]:
    """Return the ways of what is in exchange for something that passes the other way."""
    sorts: dict[str, set[tuple[str | None, str]]] = {}
    for row in rows:
        sorts.setdefault(row.claim, set()).add((row.direction, _sort(row)))
    found: set[_Way] = set()
    for row in rows:
        for other in row.in_exchange_for:
            for way, sort in sorts.get(other, ()):
                wider = _PART_OF.get(way or "", way)
                if wider in _BACK and (row.article, wider, sort) in told:
                    found.add((row.article, _BACK[wider], _sort(row)))
    return found


def _line(way: str, group: Sequence[LedgerRow], partners: dict[str, list[str]]) -> ExchangeRow:
    ordered = sorted(group, key=_firmness)
    first = ordered[0]
    claims = tuple(dict.fromkeys(row.claim for row in ordered))
    mine = {row.good.text.casefold() for row in ordered}
    other = (words for claim in claims for words in partners.get(claim, []))
    fields = {name: getattr(first, name) for name in LedgerRow.__struct_fields__}
    return ExchangeRow(
        **{**fields, "direction": way},
        goods=_goods(ordered),
        deals=_deals(ordered),
        claims=claims,
        for_goods=tuple(words for words in dict.fromkeys(other) if words.casefold() not in mine),
    )


def _deals(rows: Iterable[LedgerRow]) -> tuple[DealTold, ...]:
    groups: dict[str, list[LedgerRow]] = {}
    for row in rows:
        groups.setdefault(row.deal, []).append(row)
    return tuple(
        DealTold(
            deal=deal,
            status=same[0].status,
            goods=_goods(same),
            own=any(not row.voices for row in same),
            said_by=_voices(same),
            claims=tuple(dict.fromkeys(row.claim for row in same)),
        )
        for deal, same in groups.items()
    )


def _goods(rows: Iterable[LedgerRow]) -> tuple[Good, ...]:
    """Return the goods, one for each wording and amount."""
    found: dict[tuple[object, ...], Good] = {}
    for row in rows:
        good = row.good
        key = (good.text.casefold(), good.quantity, good.upper, good.unit)
        found.setdefault(key, good)
    return tuple(found.values())


def _voices(rows: Iterable[LedgerRow]) -> tuple[Voice, ...]:
    found: dict[str | None, Voice] = {}
    for row in rows:
        for voice in answering(row.voices, row.status == "negated"):
            found.setdefault(voice.name or voice.text, voice)
    return tuple(found.values())


def _partners(rows: Iterable[LedgerRow]) -> dict[str, list[str]]:
    """Return claim → the goods that it is in exchange for, whichever of the two says so."""
    goods: dict[str, list[str]] = {}
    pairs: list[tuple[str, str]] = []
    for row in rows:
        goods.setdefault(row.claim, []).append(row.good.text)
        pairs += [(row.claim, other) for other in row.in_exchange_for]
    found: dict[str, list[str]] = {}
    for one, other in dict.fromkeys(pairs):
        found.setdefault(one, []).extend(goods.get(other, []))
        found.setdefault(other, []).extend(goods.get(one, []))
    return found


def _firmness(row: LedgerRow) -> tuple[int, int, bool]:
    rank = _FIRST.index(row.deal) if row.deal in _FIRST else len(_FIRST)
    return rank, _STATUSES.index(row.status), bool(row.voices)


def _sort(row: LedgerRow) -> str:
    return row.good.category.split(".")[0]
