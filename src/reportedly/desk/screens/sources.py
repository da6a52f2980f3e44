"""Who says what: the voices and the outlets; and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly import views
from reportedly.desk.query import Query
from reportedly.desk.wording import plain
from reportedly.store import Store

#: how a source is named → how that is told
NAMINGS = {
    "name": "by name",
    "body": "as a body",
    "role": "office only",
    "none": "unnamed",
}
#: deniers that are named beside a voice
_AGAINST = 3


@dataclass(frozen=True, slots=True)
class VoiceShown:
    """A voice with the queries behind its numbers.

    against: who denies what it affirms, the first of them; more: how many are left out
    """

    name: str
    kind: str
    country: str
    row: views.VoiceRow
    claims: Query
    denials: Query
    contradicted: Query
    against: tuple[str, ...]
    more: int
    firmness: str


@dataclass(frozen=True, slots=True)
class OutletShown:
    """An outlet; own, named, unnamed: shares of its claims, in hundredths, for the bar."""

    name: str
    row: views.OutletRow
    claims: Query
    own: float
    named: float
    unnamed: float


@dataclass(frozen=True, slots=True)
class SourcesShown:
    """The screen. hidden: voices that are never named; offices: those of which only the office is
    given; pronouns: no voices, but words for some;
    contradicted: voices of which others deny something."""

    voices: tuple[VoiceShown, ...]
    outlets: tuple[OutletShown, ...]
    all_voices: int
    hidden: int
    offices: int
    pronouns: tuple[VoiceShown, ...]
    contradicted: int


def sources_shown(store: Store, query: Query) -> SourcesShown:
    """Return voices, a page of them, and all outlets."""
    chosen = query.reports()
    found = list(views.voices(store, chosen))
    voices = [row for row in found if not row.pronoun]
    page = voices[query.part.first : query.part.first + query.rows]
    filters = query.only_filters()
    return SourcesShown(
        voices=tuple(_voice(row, filters) for row in page),
        outlets=tuple(_outlet(row, filters) for row in views.outlets(store, chosen)),
        all_voices=len(voices),
        hidden=sum(row.naming == "none" for row in voices),
        offices=sum(row.naming == "role" for row in voices),
        pronouns=tuple(_voice(row, filters) for row in found if row.pronoun),
        contradicted=sum(row.contradicted > 0 for row in voices),
    )


def _voice(row: views.VoiceRow, query: Query) -> VoiceShown:
    mine = query.but(voice=f"={row.voice}")
    return VoiceShown(
        name=plain(row.voice),
        kind=NAMINGS[row.naming],
        country=row.country or "",
        row=row,
        claims=mine,
        denials=mine.but(status=("negated",)),
        contradicted=mine.but(only="contradicted"),
        against=tuple(map(plain, row.contradicted_by[:_AGAINST])),
        more=max(0, len(row.contradicted_by) - _AGAINST),
        firmness=_signed(row.firmness),
    )


def _signed(firmness: float) -> str:
    told = f"{firmness:+.1f}".replace("-", "−")
    return "0.0" if told[1:] == "0.0" else told


def _outlet(row: views.OutletRow, query: Query) -> OutletShown:
    return OutletShown(
        name=plain(row.outlet or ""),
        row=row,
        claims=query.but(outlet=row.outlet),
        own=round(100 * row.own / row.claims, 2),
        named=round(100 * row.named / row.claims, 2),
        unnamed=round(100 * row.unnamed / row.claims, 2),
    )
