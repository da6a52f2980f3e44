"""What the dossier's page shows, as plain values: the template sets them, nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.desk import matters
from reportedly.desk.marking import Run, anchor_of, css_of, linkable, marked
from reportedly.desk.phrases import STATUS_WORDS
from reportedly.desk.screens.axis import Axis, axis_of
from reportedly.desk.wording import GLYPHS, plain
from reportedly.records import Claim
from reportedly.views import LINES, Dossier, Matter, TimelineRow


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of a status in the colour of a quad class."""

    css: str
    status: str
    glyph: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The row's article. url: None where it is no safe link."""

    title: str
    url: str | None
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowShown:
    """One line. number: by which others point at it. facts: what stands beside it."""

    anchor: str
    number: int
    sign: Sign
    lead: str
    facts: tuple[str, ...]
    voice: str
    sentence: tuple[Run, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Denial:
    """One claim that says it is not so. days: as a line has them."""

    sign: Sign
    voice: str
    days: str
    sentence: tuple[Run, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Pointer:
    """A row that points at lines: an exchange, or what is contested. against: the denials."""

    sign: Sign
    lead: str
    more: tuple[str, ...]
    lines: tuple[tuple[int, str], ...]
    against: tuple[Denial, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The sections in reading order; an empty one is not shown."""

    empty: bool
    extent: str
    axis: Axis | None
    lines: tuple[tuple[str, str, tuple[RowShown, ...]], ...]
    exchanges: tuple[Pointer, ...]
    contested: tuple[Pointer, ...]


def parts_of(found: Dossier, claims: Mapping[str, Claim], a: str, b: str) -> Parts:
    """Return what the page shows; each line has its anchor once."""
    at = matters.numbers(found)
    lines = {one.claim: one for part in LINES for one in getattr(found, part)}
    anchors = {
        at[one.claim]: anchor_of(one.claim) for part in LINES for one in getattr(found, part)
    }
    return Parts(
        empty=not at,
        extent=matters.extent(found),
        axis=axis_of(found),
        lines=tuple(
            (part, heading.format(a=a, b=b), _rows(part, getattr(found, part), claims, at))
            for part, heading in matters.PARTS.items()
            if part in LINES
        ),
        exchanges=tuple(
            Pointer(
                _sign(one.type, one.status),
                matters.exchanged(one, a, b),
                matters.deals(one, {}),
                _pointed(one.claims, at, anchors),
            )
            for one in found.exchanges
        ),
        contested=tuple(
            Pointer(
                _sign(one.type, "negated"),
                " ".join(filter(None, (matters.way(one.direction, a, b), one.type))),
                (matters.contested(one, {})[1], matters.told(lines[one.claim])),
                _pointed((one.claim,), at, anchors),
                tuple(_denial(row, claims.get(row.claim)) for row in one.against),
            )
            for one in found.contested
        ),
    )


def _denial(row: TimelineRow, found: Claim | None) -> Denial:
    runs = (Run(plain(row.sentence)),) if found is None else marked(found)
    days = matters.days(row)
    return Denial(_sign(row.type, row.status), matters.denial(row), days, runs, _origin(row))


def _pointed(
    claims: Sequence[str], at: Mapping[str, int], anchors: Mapping[int, str]
) -> tuple[tuple[int, str], ...]:
    """Return number and anchor of the lines in which the claims stand."""
    return tuple((line, anchors[line]) for line in sorted({at[one] for one in claims if one in at}))


def _rows(
    part: str, rows: Sequence[Matter], claims: Mapping[str, Claim], at: dict[str, int]
) -> tuple[RowShown, ...]:
    return tuple(_row(part, row, claims.get(row.claim), at) for row in rows)


def _row(part: str, row: Matter, found: Claim | None, at: dict[str, int]) -> RowShown:
    told = (
        matters.code(row), STATUS_WORDS[row.status], matters.days(row),
        matters.place(row), matters.fate(row),
    )  # fmt: skip
    more = (matters.hangs(row, at), matters.reports(row))
    return RowShown(
        anchor=anchor_of(row.claim),
        number=at[row.claim],
        sign=_sign(row.type, row.status),
        lead=matters.lead(row, part),
        facts=tuple(filter(None, (*told, *more))),
        voice=matters.voices(row),
        sentence=(Run(plain(row.sentence)),) if found is None else marked(found),
        origin=_origin(row),
    )


def _sign(type: str | None, status: str) -> Sign:
    return Sign(css_of(type), str(status), GLYPHS[status])


def _origin(row: TimelineRow) -> Origin:
    more = (row.publisher, row.published and row.published[:10])
    return Origin(
        title=plain(row.title or row.url or "") or "article without a title",
        url=row.url if row.url and linkable(row.url) else None,
        more=tuple(part for part in more if part),
    )
