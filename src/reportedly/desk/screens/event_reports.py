"""The reports of an event by their origins: who copies whom, what a copy changed, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from reportedly import views
from reportedly.desk.lanes import ticks
from reportedly.desk.lines import Line, Mark
from reportedly.desk.phrases import moment
from reportedly.desk.wording import plain
from reportedly.records import Event, Report
from reportedly.records.dates import day_of
from reportedly.views.drift import DriftRow, drift_of

_ORIGINS, _REPORTS, _COPIES, _LINES = 40, 30, 60, 3
_WIDTH, _LEFT, _ROW, _CHARTED = 1180.0, 260.0, 30.0, 12


@dataclass(frozen=True, slots=True)
class ReportShown:
    """One article as a report. lines: its first claims of the event."""

    article: str
    outlet: str
    title: str
    published: str
    reason: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CopyShown:
    """An article that copies another. share: in hundredths; changes: what it changed, in words."""

    article: str
    outlet: str
    published: str
    reason: str
    share: str
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class OriginShown:
    """One independent origin. days: of its reports, the first that began it; side: whether it tells
    what is contested or denies it, "" where nobody denies it."""

    anchor: str
    name: str
    mark: Mark
    reports: tuple[ReportShown, ...]
    copies: tuple[CopyShown, ...]
    all: int
    side: str
    first: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class ChartRow:
    """An origin on the time axis: the mark of its first report, a tick for each other one."""

    origin: OriginShown
    y: float
    x: float
    ticks: tuple[float, ...]
    label_x: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Reports on a time axis, a row for each origin."""

    rows: tuple[ChartRow, ...]
    ticks: tuple[tuple[float, str], ...]
    width: float
    height: float


def origins_of(
    event: Event, rows: Mapping[str, views.ClaimRow], lines: Mapping[str, Line]
) -> tuple[tuple[OriginShown, ...], int]:
    """Return the first origins, by their first report, and how many more there are. The
    original of an origin comes first, whatever the order in which its claims are known."""
    claims = {key: row.claim for key, row in rows.items()}
    whole = all(key in claims for report in event.told_by for key in report.claims)
    changed: dict[str, list[DriftRow]] = {}
    for row in drift_of(event, claims) if whole else ():
        changed.setdefault(row.article, []).append(row)
    groups: dict[str, list[Report]] = {}
    for report in sorted(event.told_by, key=lambda one: _order(one, event.told_by)):
        groups.setdefault(report.origin, []).append(report)
    found = []
    for number, (name, reports) in enumerate(list(groups.items())[:_ORIGINS], start=1):
        side = _side(event, name) if event.origins_denying else ""
        found.append(_origin(f"o{number}", name, reports, lines, changed, side))
    return tuple(found), max(0, len(groups) - _ORIGINS)


def _order(one: Report, told_by: Sequence[Report]) -> tuple[bool, bool, float]:
    """Return what reports are sorted by: what is no copy of another one, by when it appeared; a day
    without an hour goes before its hours, and no day goes last."""
    copied = any(one.copy_of == other.article for other in told_by)
    try:
        at = datetime.fromisoformat(one.published or "")
    except ValueError:
        return copied, True, 0.0
    return copied, False, at.replace(tzinfo=at.tzinfo or UTC).timestamp()


def _side(event: Event, origin: str) -> str:
    """Return what the reports of an origin do where some deny what others tell."""
    if origin not in event.origins_denying:
        return "tells it"
    return "tells it, and that it is denied" if origin in event.origins else "denies it"


def _origin(
    anchor: str,
    name: str,
    reports: list[Report],
    lines: Mapping[str, Line],
    changed: Mapping[str, list[DriftRow]],
    side: str,
) -> OriginShown:
    articles = {report.article for report in reports}
    copies = [one for one in reports if one.copy_of in articles]
    own = [one for one in reports if one not in copies]
    shown = tuple(_report(one, lines) for one in own[:_REPORTS])
    first = next(lines[key] for one in reports for key in one.claims if key in lines)
    days = tuple(day for one in reports if (day := day_of((one.published or "")[:10] or None)))
    return OriginShown(
        anchor=anchor,
        # an article of an outlet that is not known is its own origin
        name=first.title if name in articles else plain(name),
        mark=first.mark,
        reports=shown,
        copies=tuple(_copy(one, lines, changed.get(one.article, ())) for one in copies[:_COPIES]),
        all=len(reports),
        side=side,
        first=moment(reports[0].published) if reports[0].published else "on an unknown day",
        days=days,
    )


def _report(one: Report, lines: Mapping[str, Line]) -> ReportShown:
    mine = [lines[key] for key in one.claims if key in lines]
    return ReportShown(
        article=one.article,
        outlet=plain(one.outlet or "") or "outlet not known",
        title=mine[0].title if mine else "untitled",
        published=moment(one.published) if one.published else "no day known",
        reason=plain(one.reason),
        lines=tuple(mine[:_LINES]),
        more=max(0, len(mine) - _LINES),
    )


def _copy(one: Report, lines: Mapping[str, Line], changed: Iterable[DriftRow]) -> CopyShown:
    mine = [lines[key] for key in one.claims if key in lines]
    outlet = plain(one.outlet or "") or (mine[0].title if mine else "outlet not known")
    return CopyShown(
        article=one.article,
        outlet=outlet,
        published=moment(one.published) if one.published else "no day known",
        reason=plain(one.reason),
        share=f"{one.share:.0%}" if one.share is not None else "",
        changes=tuple((row.change, plain(row.was), plain(row.now)) for row in changed),
    )


def chart_of(event: Event, origins: tuple[OriginShown, ...]) -> Chart | None:
    """Return the reports on a time axis; None where all are of one day."""
    dated = [one for one in origins if one.days][:_CHARTED]
    days = sorted({day for one in dated for day in one.days})
    if len(days) < 2 or event.reports < 2:
        return None
    first, last = days[0], days[-1]
    span = (last - first).days

    def across(day: date) -> float:
        return round(_LEFT + (_WIDTH - _LEFT - 110) * (day - first).days / span, 1)

    rows = []
    for number, one in enumerate(dated):
        at, *others = sorted(one.days)
        places: list[float] = []
        for day in others:
            x = max(across(day), (places[-1] + 5) if places else across(at) + 21)
            places.append(x)
        label = (places[-1] if places else across(at) + 14) + 10
        rows.append(ChartRow(one, 24 + number * _ROW, across(at), tuple(places), label))
    marks = tuple((across(day), words) for day, words in _ticks(first, last))
    return Chart(tuple(rows), marks, _WIDTH, 24 + len(rows) * _ROW)


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Return days to name on the axis: the first of months, or both ends of a short stretch."""
    found = ticks(first, last)
    if len(found) >= 2:
        return found
    return [(day, f"{day.day} {day:%b %Y}") for day in (first, last)]
