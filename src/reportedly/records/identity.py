"""Names compared whatever their marks and spelling, and the ids of those that no lexicon knows."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Self

from msgspec import Struct

#: how Unicode calls a letter that only differs from a plain one by what is drawn on it, and two
#: letters written as one; decomposition leaves these as they are: "ł", "ø", "ı", "æ"
_DRAWN = re.compile(r"LATIN SMALL (?:LETTER|LIGATURE) (?:DOTLESS )?([A-Z]{1,2})(?: WITH .+)?")
_MARKS = re.compile(r"[^\W_]+")
KINDS = ("person", "org", "name")
#: codes that stand for a kind of organisation and not for a country, and where none is known
NO_COUNTRY = frozenset({"", "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
#: sectors that anybody may have besides: office that is over, and what ordinary people are
WEAK_SECTORS = frozenset({"", "ELI", "CVL"})


class Coined(Struct, frozen=True, kw_only=True, order=True):
    """Who somebody is that no lexicon knows, as an id says it: "person:anna-keller:NOR:GOV".

    kind     person; org: a body or group; name: the text does not tell which
    name     the name's spelling, hyphens between its words
    country, sector  as of an actor; empty where they are not known
    """

    kind: str
    name: str
    country: str = ""
    sector: str = ""

    @property
    def id(self) -> str:
        """The id in one word."""
        return f"{self.kind}:{self.name}:{self.country}:{self.sector}"

    @classmethod
    def of(cls, actor_id: str | None) -> Self | None:
        """Return what such an id says; None for a lexicon's id, a part of one ("#"), and none."""
        parts = (actor_id or "").split(":")
        if len(parts) != 4 or parts[0] not in KINDS or "#" in parts[3]:
            return None
        return cls(kind=parts[0], name=parts[1], country=parts[2], sector=parts[3])

    @property
    def known(self) -> int:
        """How many of kind, country and sector are known."""
        return (self.kind != "name") + bool(self.country) + bool(self.sector)

    def contradicts(self, other: Coined) -> bool:
        """Return whether the two say different things of kind, country or sector."""
        kinds = {self.kind, other.kind} - {"name"}
        countries = {self.country, other.country} - NO_COUNTRY
        sectors = {self.sector, other.sector} - WEAK_SECTORS
        return len(kinds) > 1 or len(countries) > 1 or len(sectors) > 1


def coined(kind: str, name: str, country: str | None = None, sectors: Sequence[str] = ()) -> Coined:
    """Return the id of somebody by that name; a weak sector counts where it is all there is."""
    told = [sector for sector in sectors if sector not in WEAK_SECTORS] or list(sectors)
    slug = spelling(name).replace(" ", "-")
    return Coined(kind=kind, name=slug, country=country or "", sector=told[0] if told else "")


@cache
def plain(name: str) -> str:
    """Return the name in small letters without marks, one space between its words.

    "Recep Tayyip ERDOĞAN" and "Recep-Tayyip Erdogan" are one; letters of other scripts stay.
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(_undrawn(one) for one in letters if not unicodedata.combining(one))
    return " ".join(_MARKS.findall(re.sub("['’ʼ`]", "", bare)))


@cache
def spelling(name: str) -> str:
    """Return what all usual spellings of a name have in common: "Zelenskyy", "Zelensky"."""
    words = plain(name)
    for pattern, to in _rules():
        words = pattern.sub(to, words)
    return words


def _undrawn(letter: str) -> str:
    if letter.isascii():
        return letter
    found = _DRAWN.fullmatch(unicodedata.name(letter, ""))
    return found[1].lower() if found else letter


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rule["pattern"]), rule["to"]) for rule in spelling_rules())


def spelling_rules() -> list[dict[str, str]]:
    """Return the entries of spellings.toml, in order."""
    text = files(__package__).joinpath("spellings.toml").read_text(encoding="utf-8")
    rules: list[dict[str, str]] = tomllib.loads(text)["spelling"]
    return rules
