"""One event: its life, its reports by origin, its voices, what they disagree about, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly import views
from reportedly.desk.event_lines import (
    EventLine,
    StageMark,
    denied_by,
    event_line,
    event_lines,
    stage_mark,
    step_days,
    value_told,
)
from reportedly.desk.judged_shown import JudgedShown, judged_in, judged_of
from reportedly.desk.lines import Line, line
from reportedly.desk.phrases import FIRMNESS
from reportedly.desk.screens.event_reports import Chart, OriginShown, chart_of, origins_of
from reportedly.desk.screens.event_why import DecisionShown, NearShown, decisions_of, near_of
from reportedly.desk.screens.ledger import dossier_address
from reportedly.desk.screens.sources import NAMINGS
from reportedly.desk.wording import plain
from reportedly.linking.answering import answering
from reportedly.records import Claim, Event, Status, Voice
from reportedly.store import ClaimFilter, Store

_STEPS, _VOICES, _LINKS = 8, 40, 20
_FIELDS = {"status": "whether", "day": "when", "place": "where", "quantity": "how much"}


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step of the history. line: of the claim that tells it; None when it is gone."""

    mark: StageMark
    day: str
    name: str
    line: Line | None
    last: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One value that claims have: their lines."""

    value: str
    lines: tuple[Line, ...]
    outlets: int


@dataclass(frozen=True, slots=True)
class VoiceShown:
    """A voice: what it says, how firmly, in how many reports of how many origins."""

    name: str
    named: str
    line: Line
    firmly: str
    since: str
    reports: int
    origins: int


@dataclass(frozen=True, slots=True)
class HangsShown:
    """A claim that one of the event's claims leads to; event: its own line, where it is in one."""

    relation: str
    line: Line
    event: EventLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventShown:
    """The whole screen. left_…: how many there are beside those that are shown; judged: claim →
    what is judged of it; rejected: the claims that a reader judged to be none."""

    line: EventLine
    event: Event
    dossier: str
    pair: str
    denied: tuple[str, ...]
    judged: Mapping[str, tuple[JudgedShown, ...]]
    rejected: tuple[Line, ...]
    place: str
    history: tuple[StepShown, ...]
    left_steps: int
    chart: Chart | None
    origins: tuple[OriginShown, ...]
    left_origins: int
    contradictions: tuple[tuple[str, tuple[Side, ...]], ...]
    voices: tuple[VoiceShown, ...]
    own: int
    hangs: tuple[HangsShown, ...]
    decisions: tuple[DecisionShown, ...]
    near: tuple[NearShown, ...]


def event_shown(store: Store, key: str, who: str = "") -> EventShown | None:
    """Return the event of that id, or of that claim; None without one. who: the reader."""
    event = views.event(store, key)
    if event is None:
        return None
    chosen = ClaimFilter(ids=event.claims)
    found = views.claim_page(store, chosen, views.Page(0, 5_000))
    rows = {row.claim.id: row for row in found}
    lines = {key: line(row.claim, row) for key, row in rows.items()}
    sound = [key for key in event.claims if key in rows and key not in event.rejected]
    claims = [rows[key].claim for key in sound]
    origins, left = origins_of(event, rows, lines) if sound else ((), 0)
    a, b = _pair(event)
    return EventShown(
        line=event_line(event, claims, None, judged_in(store, [event]).get(event.id, ())),
        event=event,
        dossier=dossier_address(a, b) if a and b else "",
        pair=f"{event.actors[0].name} — {event.recipients[0].name}" if a and b else "",
        denied=denied_by(claims),
        judged=judged_of(store, {key: row.claim.article for key, row in rows.items()}, who),
        rejected=tuple(lines[key] for key in event.rejected if key in lines),
        place=plain(event.place.name) if event.place else "",
        history=_history(event, lines),
        left_steps=max(0, len(event.history) - _STEPS),
        chart=chart_of(event, origins),
        origins=origins,
        left_origins=left,
        contradictions=_contradictions(event, lines),
        voices=_voices(event, rows, lines),
        own=sum(not claim.voices for claim in claims),
        hangs=_hangs(store, rows),
        decisions=decisions_of(event, lines | _outside(store, event, rows)),
        near=near_of(store, event),
    )


def _outside(store: Store, event: Event, rows: dict[str, views.ClaimRow]) -> dict[str, Line]:
    """Return the lines of claims that were told apart from those of the event."""
    named = {key for one in event.decisions for key in (one.one, one.other)} - rows.keys()
    if not named:
        return {}
    chosen = ClaimFilter(ids=tuple(sorted(named)))
    found = views.claim_page(store, chosen, views.Page(0, len(named)))
    return {row.claim.id: line(row.claim, row) for row in found}


def _pair(event: Event) -> tuple[str, str]:
    """Return the terms of the first actor and the first recipient; "" where there is none."""
    if not event.actors or not event.recipients:
        return "", ""
    one, other = event.actors[0], event.recipients[0]
    a, b = one.country or one.name, other.country or other.name
    return (a, b) if a != b else ("", "")


def _history(event: Event, lines: dict[str, Line]) -> tuple[StepShown, ...]:
    """Return the first step and the last ones."""
    steps = list(event.history)
    if len(steps) > _STEPS:
        steps = [steps[0], *steps[1 - _STEPS :]]
    found = []
    for number, step in enumerate(steps, start=1):
        told = lines.get(step.claim)
        sign = stage_mark(step, event, bool(told and told.voices))
        found.append(StepShown(sign, step_days(step), sign.words, told, number == len(steps)))
    return tuple(found)


def _contradictions(
    event: Event, lines: dict[str, Line]
) -> tuple[tuple[str, tuple[Side, ...]], ...]:
    found = []
    for one in event.contradictions:
        sides = []
        for told in one.values:
            mine = tuple(lines[key] for key in told.claims if key in lines)
            value = value_told(one.field, told.value)
            sides.append(Side(value, mine[:5], len({line.article for line in mine})))
        found.append((_FIELDS.get(one.field, one.field), tuple(sides)))
    return tuple(found)


def _voices(
    event: Event, rows: dict[str, views.ClaimRow], lines: dict[str, Line]
) -> tuple[VoiceShown, ...]:
    """Return those who answer for it with what each says, those of most reports first."""
    origin = {report.article: report.origin for report in event.told_by}
    groups: dict[tuple[str, str], list[tuple[Voice, views.ClaimRow]]] = {}
    for key in event.claims:
        row = rows.get(key)
        if row is None or key in event.rejected:
            continue
        for voice in _answering(row.claim):
            name = plain(voice.name or voice.text or "") or "somebody"
            groups.setdefault((name, str(row.claim.status)), []).append((voice, row))
    found = []
    for (name, _), said in groups.items():
        voice, mine = said[0][0], [row for _, row in said]
        claim = mine[0].claim
        articles = {row.claim.article for row in mine}
        days = sorted(row.published[:10] for row in mine if row.published)
        found.append(
            VoiceShown(
                name=name,
                named=NAMINGS[views.naming_of(name, voice.named)],
                line=lines[claim.id],
                firmly=f"{FIRMNESS[claim.factuality]} ({claim.factuality}), “{plain(voice.cue)}”",
                since=days[0] if days else "",
                reports=len(articles),
                origins=len({origin.get(one) for one in articles}),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.reports, one.name))[:_VOICES])


def _answering(claim: Claim) -> tuple[Voice, ...]:
    return answering(claim.voices, claim.status == Status.NEGATED)


def _hangs(store: Store, rows: dict[str, views.ClaimRow]) -> tuple[HangsShown, ...]:
    """Return the claims that the event's claims lead to, those of the event itself left out."""
    relations: dict[str, str] = {}
    for row in rows.values():
        for link in row.claim.links:
            if link.claim not in rows:
                relations.setdefault(link.claim, str(link.relation).replace("_", " "))
    asked = tuple(relations)[:_LINKS]
    if not asked:
        return ()
    chosen = ClaimFilter(ids=asked)
    found = list(views.claim_page(store, chosen, views.Page(0, _LINKS)))
    where = views.events_of(store, asked)
    others = list(views.events_named(store, list(dict.fromkeys(where.values()))))
    known = {one.id: one for one in event_lines(store, others)}
    return tuple(
        HangsShown(
            relations[row.claim.id],
            line(row.claim, row),
            known.get(where.get(row.claim.id, "")),
        )
        for row in found
    )
