"""The dossier's address: two parties, or the choice of two."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from reportedly import views
from reportedly.desk.lines import anchor
from reportedly.desk.names import term
from reportedly.desk.office import DeskShown
from reportedly.desk.query import Query
from reportedly.desk.rendering import render
from reportedly.desk.routes import TheOffice, TheQuery, choices, with_pairs
from reportedly.desk.screens import claims as claim_screen
from reportedly.desk.screens.dossier import DossierShown, dossier_shown
from reportedly.desk.screens.ledger import dossier_address
from reportedly.desk.unknown import name_of, nearest_parties
from reportedly.store import Store

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_PAIRS = 12  # that the choice offers
_NAMES = 300  # that the fields suggest


@dataclass(frozen=True, slots=True)
class Pair:
    """Two states that much is told of."""

    a: str
    b: str
    claims: int
    href: str


@router.get("/dossier")
def dossier(office: TheOffice, query: TheQuery, a: str = "", b: str = "", whole: str = "") -> str:
    """Show the brief of a and b; without both, what can be chosen."""
    a, b = term(a.strip())[:300], term(b.strip())[:300]
    with office.open() as (store, desk):
        if not a or not b or a.casefold() == b.casefold():
            return _choice(store, desk, query, (a, b))
        shown = dossier_shown(store, a, b, query, bool(whole))
        path = dossier_address(a, b)
        rest = str(query.only_filters()).replace("?", "&", 1)
        return render(
            "desk_dossier.html",
            desk=desk,
            room="/dossier",
            shown=shown,
            query=query,
            choices=choices(),
            base=path,
            every=f"{path}{rest}&whole=1",
            chips_=claim_screen.chips(query),
            csv=path.replace("/dossier", "/dossier.csv") + rest,
            json=f"/api{path}{rest}",
            svg=path.replace("/dossier", "/dossier.svg") + rest + "&whole=1" * bool(whole)
            if shown.axis
            else "",
            toc=_toc(shown),
            anchor=anchor,
            near=_near(store, a, b) if shown.empty else [],
        )


def _choice(store: Store, desk: DeskShown, query: Query, given: tuple[str, str]) -> str:
    a, b = given
    wrong = "A dossier needs two different parties." if a and a.casefold() == b.casefold() else ""
    known = [name_of(row.party) for row in views.parties(store)][:_NAMES]
    return render(
        "desk_dossier.html",
        desk=desk,
        room="/dossier",
        shown=None,
        query=query,
        a=name_of(a),
        b=name_of(b),
        wrong=wrong,
        known=list(dict.fromkeys(known)),
        pairs=_pairs(store),
    )


def _pairs(store: Store) -> list[Pair]:
    """Return the pairs that most is told of."""
    found: dict[tuple[str, str], int] = {}
    for row in views.ties(store):
        pair = (min(row.actor, row.recipient), max(row.actor, row.recipient))
        found[pair] = found.get(pair, 0) + row.claims
    best = sorted(found, key=lambda pair: (-found[pair], pair))[:_PAIRS]
    return [
        Pair(name_of(a), name_of(b), found[a, b], dossier_address(_bare(a), _bare(b)))
        for a, b in best
    ]


def _bare(value: str) -> str:
    return value.removeprefix("=")


def _toc(shown: DossierShown) -> list[tuple[str, str, int]]:
    """Return (anchor, heading, number) of the sections, in the order of the page."""
    found = {part.key: (part.key, part.heading, part.all) for part in shown.parts}
    wants = sum(part.all for part in shown.wants)
    if wants:
        found["wants"] = ("wants", "What each wants", wants)
    if shown.exchanges:
        found["exchanges"] = ("exchanges", "Exchanges", shown.all_exchanges)
    turned_down = found.pop("turned-down", ("", "", 0))[2]
    if shown.contested or turned_down:
        number = len(shown.contested) + turned_down
        found["contested"] = ("contested", "Said and denied", number)
    order = "happened plans alleged wants exchanges obstacles rules reactions contested".split()
    return [found[key] for key in order if key in found]


def _near(store: Store, a: str, b: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return the parties that no claim names, each with the nearest ones."""
    found = []
    for field, value, other in (("a", a, b), ("b", b, a)):
        nearest = nearest_parties(store, value)
        if nearest is not None:
            names = [
                (one.name, with_pairs("/dossier", **{field: one.name, "ab"[field == "a"]: other}))
                for one in nearest
            ]
            found.append((field, name_of(value), names))
    return found
