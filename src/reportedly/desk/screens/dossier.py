"""The dossier of two parties, as a brief: an axis to scale, then part by part, a line a matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly import views
from reportedly.desk import matters
from reportedly.desk.lines import Line, Mark, anchor, line, mark
from reportedly.desk.phrases import moment, when
from reportedly.desk.query import Query
from reportedly.desk.screens.axis import Axis, axis_of
from reportedly.desk.unknown import name_of
from reportedly.records import Claim
from reportedly.store import ClaimFilter, Store
from reportedly.views import LINES, Dossier, Matter

#: lines of a section, and denials of one matter; the rest is in the CSV
_LINES, _SIDE = 60, 12
#: articles that name both which a brief is of, the last that appeared, unless it is to be whole
_ARTICLES = 80
#: part → its anchor and what is said of it
_KEYS = {
    "did": ("happened", "in an article’s own voice, undisputed"),
    "plans": ("plans", ""),
    "alleged": ("alleged", "a voice says so, or denies it"),
    "wants_a": ("wants-a", ""),
    "wants_b": ("wants-b", ""),
    "wants_both": ("wants-both", ""),
    "obstacles": ("obstacles", ""),
    "consequences": ("rules", "the rules first"),
    "reactions": ("reactions", ""),
    "turned_down": ("turned-down", "only the denial is told"),
}


@dataclass(frozen=True, slots=True)
class MatterLine:
    """One matter. more: what else is told of it; number: by which others point at it."""

    line: Line
    number: int
    lead: str
    more: str


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the brief. all: how many lines it would have."""

    key: str
    heading: str
    about: str
    lines: tuple[MatterLine, ...]
    all: int


@dataclass(frozen=True, slots=True)
class ExchangeLine:
    """One sort of good and the way it passes, with the lines that tell of it."""

    mark: Mark
    words: str
    deals: tuple[str, ...]
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class ContestedPart:
    """What some say and others deny: the line that says so, by number; the denials whole.
    told: day and outlet of the line."""

    sides: str
    type: str
    line: int
    href: str
    said_by: str
    told: str
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
    wants: tuple[Part, ...]
    exchanges: tuple[ExchangeLine, ...]
    all_exchanges: int
    contested: tuple[ContestedPart, ...]
    axis: Axis | None
    claims: int
    lines: int
    articles: int
    outlets: int
    first: str
    empty: bool
    earlier: int = 0
    since: str = ""


def dossier_shown(store: Store, a: str, b: str, query: Query, whole: bool = False) -> DossierShown:
    """Return the brief of a and b: terms as in a filter; whole: of all articles that name both.
    Raises UsageError when a is b."""
    found = views.dossier(store, a, b, query.reports(), None if whole else _ARTICLES)
    ids = _shown_ids(found)
    claims = {one.id: one for one in store.claims(ClaimFilter(ids=ids))} if ids else {}
    names = (name_of(a), name_of(b))
    rows = [row for part in LINES for row in getattr(found, part)]
    days = sorted(filter(None, (row.day_from or row.day_to for row in rows)))
    at, lines = matters.numbers(found), {row.claim: row for row in rows}
    parts = _parts(found, claims, names)
    return DossierShown(
        a=names[0],
        b=names[1],
        terms=(a, b),
        parts=tuple(part for part in parts if part.lines and not part.key.startswith("wants")),
        wants=tuple(
            part
            for part in parts
            if part.key.startswith("wants") and (part.lines or part.key != "wants-both")
        ),
        exchanges=tuple(_exchange(row, found, names) for row in found.exchanges[:_LINES]),
        all_exchanges=len(found.exchanges),
        contested=tuple(
            _contested(row, claims, names, at[row.claim], lines[row.claim])
            for row in found.contested
        ),
        axis=axis_of(found),
        claims=sum(len(row.claims) for row in rows),
        lines=len(rows),
        articles=len({row.article for row in rows}),
        outlets=len({row.publisher for row in rows if row.publisher}),
        first=when(days[0], days[-1]) if days else "",
        empty=not rows,
        earlier=found.earlier,
        since=moment(found.since) if found.since else "",
    )


def _shown_ids(found: Dossier) -> tuple[str, ...]:
    """Return the claims whose sentences the page shows."""
    lines = [one.claim for part in LINES for one in getattr(found, part)[:_LINES]]
    against = [row.claim for one in found.contested for row in one.against[:_SIDE]]
    return tuple(dict.fromkeys([*lines, *against]))


def _parts(found: Dossier, claims: dict[str, Claim], names: tuple[str, str]) -> list[Part]:
    at = matters.numbers(found)
    made = []
    for part, (key, about) in _KEYS.items():
        rows: Sequence[Matter] = getattr(found, part)
        heading = matters.PARTS[part].format(a=names[0], b=names[1])
        lines = tuple(
            _line(row, part, claims[row.claim], at) for row in rows[:_LINES] if row.claim in claims
        )
        made.append(Part(key, heading, about, lines, len(rows)))
    return made


def _line(row: Matter, part: str, claim: Claim, at: dict[str, int]) -> MatterLine:
    others = matters.others(row)
    more = (others, matters.fate(row), matters.hangs(row, at), matters.reports(row))
    return MatterLine(
        line=line(claim, row),
        number=at[row.claim],
        lead=matters.lead(row, part),
        more=" · ".join(filter(None, more)),
    )


def _exchange(row: views.ExchangeRow, found: Dossier, names: tuple[str, str]) -> ExchangeLine:
    at = matters.numbers(found)
    lines = {at[one.claim]: anchor(one.claim) for part in LINES for one in getattr(found, part)}
    return ExchangeLine(
        mark=mark(row.type, row.status, bool(row.voices)),
        words=matters.exchanged(row, *names),
        deals=matters.deals(row, {}),
        lines=tuple(
            (line, lines[line]) for line in sorted({at[one] for one in row.claims if one in at})
        ),
    )


def _contested(
    row: views.ContestedRow,
    claims: dict[str, Claim],
    names: tuple[str, str],
    number: int,
    affirmed: Matter,
) -> ContestedPart:
    return ContestedPart(
        sides=matters.way(row.direction, *names),
        type=row.type or "",
        line=number,
        href=f"#{anchor(row.claim)}",
        said_by=", ".join(row.affirmed_by) or "an article itself",
        told=matters.told(affirmed),
        denies=tuple(
            line(claims[one.claim], one) for one in row.against[:_SIDE] if one.claim in claims
        ),
        all_say=len(row.affirmed),
        all_deny=len(row.denied),
    )
