"""Who says what: the voices that the text gives, and the outlets that print them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

from reportedly.records import Record
from reportedly.store import ClaimFilter, Store
from reportedly.views.asked import ask


class VoiceRow(Record, frozen=True, kw_only=True):
    """How much one voice says. denials: not so, it says. firmness: mean factuality, -3 to +3.
    pronoun: nothing but a pronoun stands for it, and whom that means is not known."""

    voice: str
    country: str | None
    named: bool
    claims: int
    articles: int
    outlets: int
    denials: int
    firmness: float
    pronoun: bool = False


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
    for row in ask(store, "voices", VoiceRow, chosen):
        unknown = not row.named and row.voice.casefold() in _pronouns()
        yield msgspec.structs.replace(row, pronoun=True) if unknown else row


def outlets(store: Store, chosen: ClaimFilter | None = None) -> Iterator[OutletRow]:
    """Yield the outlets, the most frequent first."""
    return ask(store, "outlets", OutletRow, chosen)


@cache
def _pronouns() -> frozenset[str]:
    """Return the words of the classes of pronouns."""
    text = files("reportedly.lexicons").joinpath("data", "classes", "grammar_pronouns.toml")
    classes = tomllib.loads(text.read_text(encoding="utf-8"))["class"]
    return frozenset(
        word for one in classes if one["name"].endswith("_pronouns") for word in one["words"]
    )
