"""The dossier of two parties, as a brief: an axis to scale, then part by part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly import views
from reportedly.desk.dossier_page import claim_ids
from reportedly.desk.lines import Line, Mark, anchor, line, mark
from reportedly.desk.phrases import when
from reportedly.desk.query import Query
from reportedly.desk.screens.ledger import LedgerLine, ledger_line
from reportedly.desk.unknown import name_of
from reportedly.records import Claim
from reportedly.store import ClaimFilter, Store
from reportedly.views import Dossier, TimelineRow

_WIDTH, _LEFT, _STEP = 1000.0, 92.0, 20.0
_MOST_ROWS = 6  # of marks, in one lane
_MOST_DOTS = 160
#: lines of a section, and of one side of a contested act; the rest is in the CSV
_LINES, _SIDE = 60, 12


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark on the axis; label: "" where there is no room."""

    x: float
    y: float
    mark: Mark
    label: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the axis."""

    name: str
    y: float
    line_y: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The figure. undated, outside, crowded: claims that it does not show."""

    dots: tuple[Dot, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    width: float
    height: float
    undated: int
    outside: int
    crowded: int


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
        axis=_axis(found),
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


def _axis(found: Dossier) -> Axis | None:
    """Return the events that the text itself dates, to scale."""
    lanes = (
        ("Between", [row for row in found.did if not row.voices]),
        ("Alleged", [row for row in found.did if row.voices]),
        ("To come", list(found.plans)),
        ("Others", list(found.reactions)),
    )
    every = [row for _, rows in lanes for row in rows]
    days = sorted(day for row in every if (day := _day(row)))
    if len(days) < 4:  # a list says as much
        return None
    first, last = _window(days)
    span = max((last - first).days, 1)

    def across(day: date) -> float:
        return round(_LEFT + (_WIDTH - _LEFT - 40) * (day - first).days / span, 1)

    dots: list[Dot] = []
    shown: list[Lane] = []
    y = 22.0
    for name, rows in lanes:
        inside = [row for row in rows if (day := _day(row)) and first <= day <= last]
        if not inside:
            continue
        placed, used = _stacked(inside, across, y)
        dots += placed
        shown.append(Lane(name, y + 14, y + used * _STEP + 4))
        y += used * _STEP + 10
    crowded = max(0, len(dots) - _MOST_DOTS)
    dots = [dot for dot in dots if dot.label][:_MOST_DOTS] if crowded else dots
    return Axis(
        crowded=crowded,
        dots=tuple(dots),
        lanes=tuple(shown),
        ticks=tuple((across(day), words) for day, words in _ticks(first, last)),
        width=_WIDTH,
        height=y,
        undated=sum(_day(row) is None for row in every),
        outside=sum(not first <= day <= last for day in days),
    )


def _window(days: Sequence[date]) -> tuple[date, date]:
    """Return the stretch that is drawn: all of it, or the newest that holds four in five."""
    if (days[-1] - days[0]).days <= 1100:
        return days[0], days[-1]
    return days[len(days) // 5], days[-1]


def _stacked(rows: Iterable[TimelineRow], across: object, y: float) -> tuple[list[Dot], int]:
    """Return the marks of a lane, each in the first row that has room, and the rows used."""
    assert callable(across)
    ends: list[float] = []
    dots = []
    for row in sorted(rows, key=lambda one: (_day(one) or date.min, one.claim)):
        day = _day(row)
        assert day is not None
        x = across(day)
        label = " ".join(row.trigger.split())[:24]
        width = 26 + 6.3 * len(label)
        place = next((n for n, end in enumerate(ends) if end <= x - 2), None)
        if place is None and len(ends) < _MOST_ROWS:
            place = len(ends)
            ends.append(0)
        if place is None:
            place, label, width = min(range(len(ends)), key=lambda n: ends[n]), "", 20
        if x + width > _WIDTH:
            label, width = "", 20
        ends[place] = x + width
        sign = mark(row.type, row.status, bool(row.voices))
        words = f"{when(row.day_from, row.day_to)}: {row.trigger}, {sign.words}"
        dots.append(Dot(x - 10, y + place * _STEP, sign, label, words, f"#{anchor(row.claim)}"))
    return dots, max(len(ends), 1)


def _day(row: TimelineRow) -> date | None:
    if row.dated != "claim":
        return None
    text = row.day_from or row.day_to
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Return the first days of months, or of years, far enough apart to be read."""
    months = (last.year - first.year) * 12 + last.month - first.month
    every = max(1, -(-months // 10))
    found: list[tuple[date, str]] = []
    year, month = first.year, first.month
    for number in range(months + 1):
        day = date(year + (month - 1 + number) // 12, (month - 1 + number) % 12 + 1, 1)
        if number % every == 0 and first <= day <= last:
            words = f"{day:%b %Y}" if not found or day.month == 1 or every > 1 else f"{day:%b}"
            found.append((day, words))
    return found
