"""The network: who acts towards whom, as a figure and as a table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly import views
from reportedly.desk.graph import WIDTH, Curve, Point, curve, placed
from reportedly.desk.graph_marks import name_boxes, with_marks
from reportedly.desk.lines import Mark
from reportedly.desk.query import Query
from reportedly.desk.screens.ledger import dossier_address
from reportedly.desk.unknown import name_of
from reportedly.desk.wording import QUADS
from reportedly.store import Store

#: parties and lines that the figure shows, and lines of the table
_NODES, _LINES, _ROWS = 14, 30, 100
_BESIDE = 5  # lines that fit between two parties


@dataclass(frozen=True, slots=True)
class Node:
    """A party. state: False for persons, organisations and groups."""

    name: str
    at: Point
    claims: int
    state: bool
    query: Query
    anchor: str
    label_y: float


@dataclass(frozen=True, slots=True)
class Tie:
    """One direction, quad class and status; drawn: None where it is only in the table."""

    actor: str
    recipient: str
    mark: Mark
    claims: int
    articles: int
    outlets: int
    width: int
    query: Query
    dossier: str
    drawn: Curve | None = None


@dataclass(frozen=True, slots=True)
class NetworkShown:
    """The screen. left_parties, left_ties: what the figure leaves out, and described: parties that
    have no name ("government", "them"), for it is not one and the same in every article."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    table: tuple[Tie, ...]
    claims: int
    parties: int
    left_parties: int
    described: int
    left_ties: int
    left_rows: int

    @property
    def middle(self) -> float:
        """Where, from the left, the party stands of which most is told."""
        most = max(self.nodes, key=lambda one: one.claims, default=None)
        return round(most.at.x / WIDTH, 3) if most else 0.5


def network_shown(store: Store, query: Query) -> NetworkShown:
    """Return the strongest parties with the ties between them, and a table of all ties."""
    chosen = query.reports()
    rows = list(views.ties(store, chosen))
    weights: Counter[str] = Counter()
    for row in rows:
        weights[row.actor] += row.claims
        weights[row.recipient] += row.claims
    described = {name for name in weights if _is_described(name)}
    names = sorted(weights.keys() - described, key=lambda name: (-weights[name], name))[:_NODES]
    kept = set(names)
    inside = [row for row in rows if row.actor in kept and row.recipient in kept]
    figured, tabled = _drawn(inside), rows[:_ROWS]
    # articles and outlets are counted of what is shown alone
    whole = {_who(row): row for row in views.network(store, chosen, [*figured, *tabled])}
    drawn = [whole[_who(row)] for row in figured]
    joined = {name for row in drawn for name in (row.actor, row.recipient)}
    names = [name for name in names if name in joined]
    at = placed(names, ((row.actor, row.recipient) for row in drawn))
    filters = query.only_filters()
    nodes = tuple(_node(name, at[name], weights[name], filters) for name in names)
    taken = [box for one in nodes for box in name_boxes(one.name, one.at, one.label_y, one.anchor)]
    curves = with_marks(_curves(drawn, at), (row.alleged for row in drawn), taken)
    ties = tuple(_tie(row, filters, curves[n]) for n, row in enumerate(drawn))
    table = tuple(_tie(row, filters, None) for row in (whole[_who(one)] for one in tabled))
    return NetworkShown(
        nodes=nodes,
        ties=ties,
        table=table,
        claims=sum(row.claims for row in rows),
        parties=len(weights),
        left_parties=len(weights) - len(names) - len(described),
        described=len(described),
        left_ties=len(rows) - len(drawn),
        left_rows=max(0, len(rows) - _ROWS),
    )


def _is_described(term: str) -> bool:
    """Tell whether a party is called by what it is, and not by a name."""
    return term.startswith("=") and term == term.lower() != term.upper()


def _who(tie: views.Tie | views.TieRow) -> tuple[str, str, int, str, bool]:
    return tie.actor, tie.recipient, tie.quad, tie.status, tie.alleged


def _drawn(rows: Sequence[views.Tie]) -> list[views.Tie]:
    """Return the ties that the figure has room for, the most often told first."""
    beside: Counter[frozenset[str]] = Counter()
    found = []
    for row in rows:
        pair = frozenset((row.actor, row.recipient))
        beside[pair] += 1
        if beside[pair] <= _BESIDE:
            found.append(row)
    return found[:_LINES]


def _curves(rows: Sequence[views.TieRow], at: dict[str, Point]) -> list[Curve]:
    """Return each row's line; lines between the same two lie beside each other."""
    beside: dict[frozenset[str], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        beside[frozenset((row.actor, row.recipient))].append(number)
    bends: dict[int, float] = {}
    for numbers in beside.values():
        for place, number in enumerate(numbers):
            # from the middle outwards, to both sides in turn
            offset = (place + 1) // 2 * (1 if place % 2 else -1)
            bends[number] = offset * 19 + (7 if len(numbers) == 1 else 0)
    found = []
    for number, row in enumerate(rows):
        start, end = at[row.actor], at[row.recipient]
        # the side is that of the pair, not of the direction
        turn = 1 if row.actor < row.recipient else -1
        found.append(curve(start, end, bends[number] * turn, _width(row.articles), row.status))
    return found


def _width(articles: int) -> int:
    return 1 if articles < 2 else 2 if articles < 4 else 3 if articles < 6 else 4


def _tie(row: views.TieRow, query: Query, drawn: Curve | None) -> Tie:
    return Tie(
        actor=name_of(row.actor),
        recipient=name_of(row.recipient),
        mark=Mark(row.status, QUADS[row.quad][0], row.alleged),
        claims=row.claims,
        articles=row.articles,
        outlets=row.outlets,
        width=_width(row.articles),
        query=query.but(
            actor=row.actor,
            recipient=row.recipient,
            status=(row.status,),
            kind="event",
            quad=row.quad,
            voice="any" if row.alleged else "none",
        ),
        dossier=dossier_address(row.actor, row.recipient),
        drawn=drawn,
    )


def _node(name: str, at: Point, claims: int, query: Query) -> Node:
    anchor = "start" if at.x < 60 else "end" if at.x > 840 else "middle"
    up = at.y < 310
    return Node(
        name=name_of(name),
        at=at,
        claims=claims,
        state=not name.startswith("="),
        query=query.but(party=name),
        anchor=anchor,
        label_y=at.y - 18 if up else at.y + 26,
    )
