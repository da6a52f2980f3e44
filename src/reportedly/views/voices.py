"""Who says what: the voices that the text gives, and the outlets that print them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.records import Record
from reportedly.store import ClaimFilter, Store
from reportedly.views.asked import ask, reports_only
from reportedly.views.contradicted import Against, contradictions, folded, pronouns
from reportedly.views.naming import Naming, naming_of


class VoiceRow(Record, frozen=True, kw_only=True):
    """How much one voice says.

    named      a name is given: of a person, a state or a body; an office alone is none
    naming     how the text names it: name, body, role, none; see Naming
    denials    not so, it says. firmness: mean factuality, -3 to +3
    pronoun    nothing but a pronoun stands for it, and whom that means is not known
    contradicted  how many events it affirms itself (happened, ongoing or planned), or is cited as
               affirming by who denies it, that another voice, or an outlet itself, denies; 0 before
               `link` has run
    contradicted_by  who they are, of most events first
    """

    voice: str
    country: str | None
    named: bool
    claims: int
    articles: int
    outlets: int
    denials: int
    firmness: float
    naming: str = "name"
    pronoun: bool = False
    contradicted: int = 0
    contradicted_by: tuple[str, ...] = ()


class OutletRow(Record, frozen=True, kw_only=True):
    """How much one outlet reports: in its own voice, by named voices, by unnamed ones alone."""

    outlet: str | None
    articles: int
    claims: int
    own: int
    named: int
    unnamed: int
    first: str | None
    last: str | None


def voices(store: Store, chosen: ClaimFilter | None = None) -> Iterator[VoiceRow]:
    """Yield the voices that the text gives, the most frequent first."""
    against = contradictions(store, reports_only(chosen))
    for row in ask(store, "voices", VoiceRow, chosen):
        naming = naming_of(row.voice, row.named)
        denied = against.get(folded(row.voice), Against(0, ()))
        yield msgspec.structs.replace(
            row,
            named=naming in (Naming.NAME, Naming.BODY),
            naming=str(naming),
            pronoun=not row.named and row.voice.casefold() in pronouns(),
            contradicted=denied.events,
            contradicted_by=denied.by,
        )


def outlets(store: Store, chosen: ClaimFilter | None = None) -> Iterator[OutletRow]:
    """Yield the outlets, the most frequent first."""
    return ask(store, "outlets", OutletRow, chosen)
