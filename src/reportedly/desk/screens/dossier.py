"""The dossier of two parties, as a brief: an axis to scale, then part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly import views
from reportedly.desk.dossier_page import claim_ids
from reportedly.desk.lines import Line, line
from reportedly.desk.phrases import when
from reportedly.desk.query import Query
from reportedly.desk.screens.axis import Axis, axis_of
from reportedly.desk.screens.ledger import LedgerLine, ledger_line
from reportedly.desk.unknown import name_of
from reportedly.records import Claim
from reportedly.store import ClaimFilter, Store
from reportedly.views import Dossier, TimelineRow

#: lines of a section, and of one side of a contested act; the rest is in the CSV
_LINES, _SIDE = 60, 12


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the brief. all: how many lines it would have."""

    key: str
    heading: str
    about: str
    lines: tuple[Line, ...]
    all: int


@dataclass(frozen=True, slots=True)
class ContestedPart:
    """What some say happened and others deny."""

    sides: str
    type: str
    says: tuple[Line, ...]
    denies: tuple[Line, ...]
    all_say: int
    all_deny: int


@dataclass(frozen=True, slots=True)
class DossierShown:
    """The whole brief; empty when the store knows nothing of the two."""

    a: str
    b: str
    terms: tuple[str, str]
    parts: tuple[Part, ...]
    wants: tuple[Part, Part]
    exchanges: tuple[LedgerLine, ...]
    all_exchanges: int
    contested: tuple[ContestedPart, ...]
    axis: Axis | None
    claims: int
    articles: int
    outlets: int
    first: str
    empty: bool


def dossier_shown(store: Store, a: str, b: str, query: Query) -> DossierShown:
    """Return the brief of a and b: terms as in a filter. Raises UsageError when a is b."""
    found = views.dossier(store, a, b, query.reports())
    number = len(claim_ids(found))
    ids = _shown_ids(found)
    claims = {one.id: one for one in store.claims(ClaimFilter(ids=ids))} if ids else {}
    names = (name_of(a), name_of(b))
    timed = (found.did, found.plans, found.reactions)
    rows = [row for part in timed for row in part]
    articles = {row.article: row.publisher for row in rows} | {
        row.article: row.publisher for row in found.exchanges
    }
    days = sorted(filter(None, (row.day_from or row.day_to for row in rows)))
    return DossierShown(
        a=names[0],
        b=names[1],
        terms=(a, b),
        parts=tuple(part for part in _parts(found, claims) if part.lines),
        wants=(
            _part("wants-a", f"{names[0]} wants", "", found.wants_a, claims),
            _part("wants-b", f"{names[1]} wants", "", found.wants_b, claims),
        ),
        exchanges=tuple(ledger_line(row) for row in found.exchanges[:_LINES]),
        all_exchanges=len(found.exchanges),
        contested=tuple(_contested(row, claims, names) for row in found.contested),
        axis=axis_of(found),
        claims=number,
        articles=len(articles),
        outlets=len({outlet for outlet in articles.values() if outlet}),
        first=when(days[0], days[-1]) if days else "",
        empty=not number,
    )


def _own(found: Dossier) -> list[TimelineRow]:
    return [row for row in found.did if not row.voices and row.status != "negated"]


def _alleged(found: Dossier) -> list[TimelineRow]:
    return [row for row in found.did if row.voices or row.status == "negated"]


def _shown_ids(found: Dossier) -> tuple[str, ...]:
    """Return the claims whose sentences the page shows."""
    parts: list[Sequence[TimelineRow]] = [_own(found), _alleged(found), found.plans]
    parts += [found.wants_a, found.wants_b, found.obstacles, found.consequences, found.reactions]
    ids = [row.claim for part in parts for row in part[:_LINES]]
    for one in found.contested:
        ids += [*one.affirmed[:_SIDE], *one.denied[:_SIDE]]
    return tuple(dict.fromkeys(ids))


def _parts(found: Dossier, claims: dict[str, Claim]) -> list[Part]:
    return [
        _part("happened", "What happened", "in an article’s own voice", _own(found), claims),
        _part("plans", "Planned, possible, conditional", "", found.plans, claims),
        _part("alleged", "Alleged and denied", "a voice says so", _alleged(found), claims),
        _part("obstacles", "What stands in the way", "", found.obstacles, claims),
        _part("rules", "What would follow, and rules at stake", "", found.consequences, claims),
        _part("reactions", "Reactions of others", "", found.reactions, claims),
    ]


def _part(
    key: str, heading: str, about: str, rows: Sequence[TimelineRow], claims: dict[str, Claim]
) -> Part:
    lines = tuple(line(claims[row.claim], row) for row in rows[:_LINES] if row.claim in claims)
    return Part(key, heading, about, lines, len(rows))


def _contested(
    row: views.ContestedRow, claims: dict[str, Claim], names: tuple[str, str]
) -> ContestedPart:
    a, b = names
    sides = {"a_to_b": f"{a} → {b}", "b_to_a": f"{b} → {a}", "together": f"{a} and {b}"}
    return ContestedPart(
        sides=sides.get(row.direction, ""),
        type=row.type,
        says=tuple(_bare(claims[one]) for one in row.affirmed[:_SIDE] if one in claims),
        denies=tuple(_bare(claims[one]) for one in row.denied[:_SIDE] if one in claims),
        all_say=len(row.affirmed),
        all_deny=len(row.denied),
    )


@dataclass(frozen=True, slots=True)
class _Nowhere:
    """A row that says nothing of its article."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    dated: str | None = None
    day_from: str | None = None
    day_to: str | None = None


def _bare(claim: Claim) -> Line:
    return line(claim, _Nowhere())
