"""Keys that names are looked up by, and other ways to write a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.coding.places.candidate import Candidate
from reportedly.coding.places.tables import read_table
from reportedly.lexicons import Lexicons

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """How names of places are written; equal ones find the same places.

    first_words  shortened first words and what they stand for: "st", "saint"
    counties     last words without which a county is found, too
    short        whole names as they are shortened and their long form: "Tex.", "TX"
    leading      what may stand before a name: "the", "downtown", "city of"
    trailing     what may stand behind it: "province", "Airport", "'s"
    facility     names of squares, streets and checkpoints, which no town is called by
    sides        what says which part of a place is meant: "north"
    """

    first_words: tuple[tuple[str, str], ...]
    counties: tuple[str, ...]
    short: tuple[tuple[str, str], ...]
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    facility: re.Pattern[str]
    sides: re.Pattern[str]

    @staticmethod
    def of(lexicons: Lexicons) -> PlaceNames:
        """Return them as these lexicons have them. Raises LexiconError for a missing class."""
        return PlaceNames(
            first_words=tuple(sorted(lexicons.values("shortened_first_words").items())),
            counties=tuple(sorted(lexicons.words("us_counties"))),
            short=tuple((row["short"], row["name"]) for row in read_table("short_names.csv")),
            leading=_leading(lexicons.words("parts_of_towns"), lexicons.words("kinds_before_of")),
            trailing=_trailing(lexicons.words("kinds_after_names")),
            facility=_facility(lexicons.words("facilities_in_towns")),
            sides=re.compile(rf"^(?:{_any(lexicons.words('compass_sides'))})\s+", re.IGNORECASE),
        )

    def fold(self, name: str) -> str:
        """Return the key of a name: lower case, no accents, no points, "St." as "saint"."""
        plain = unicodedata.normalize("NFKD", name)
        plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
        plain = plain.replace(".", "").replace("'", "").replace("’", "").replace("`", "")
        words: list[str] = _WORD.findall(plain)
        if len(words) > 1:
            first = words[0]
            words[0] = next((long for short, long in self.first_words if short == first), first)
        return " ".join(words)

    def variants(self, name: str) -> Iterator[str]:
        """Yield the name, then the name without "the", "City of", "province" … around it."""
        yield name
        shorter = self.leading.sub("", name.strip())
        if shorter != name and shorter:
            yield shorter
        bare = self.trailing.sub("", shorter)
        if bare not in {shorter, ""}:
            yield bare

    def stem(self, name: str) -> str:
        """Return what the forms of a name have in common: "Lima", "LIMA", "north Lima"."""
        *_, bare = self.variants(name)
        return self.fold(self.sides.sub("", self.without_county(bare)) or bare)

    def allows(self, name: str, variant: str, place: Candidate) -> bool:
        """Return whether a name, looked up by a variant, may stand for the place.

        "Liberty Square" is no town of that name, and "Niger State" not the state of Niger.
        """
        if self.facility.search(name) and place.feature in {"city", "capital", "county"}:
            return False
        if place.feature == "country" and len(variant) == 3 and not variant.isupper():
            return variant.upper() != place.country  # "Can" is no Canada, and "Ken" no Kenya
        cut = name[len(variant) :].strip().lower() if name.startswith(variant) else ""
        return place.feature != "country" or cut in {"", "airport", "'s", "’s"}

    def long(self, name: str) -> str:
        """Return the name that a short one stands for ("Tex." is "TX"), else the name itself."""
        return next((long for short, long in self.short if short == name), name)

    def without_county(self, name: str) -> str:
        """Return the name of a county without the word for one."""
        for word in self.counties:
            name = name.removesuffix(f" {word}")
        return name


def _leading(parts: Iterable[str], kinds: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"^(?:the\s+|(?:{_any(parts)})\s+|(?:the\s+)?(?:{_any(kinds)})\s+of\s+)", re.IGNORECASE
    )


def _trailing(kinds: Iterable[str]) -> re.Pattern[str]:
    either = {case for kind in kinds for case in (kind, kind[:1].upper() + kind[1:])}
    return re.compile(rf"(?:['’]s|\s+(?:{_any(either)}))$")


def _facility(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:{_any(word.title() for word in words)})$")


def _any(words: Iterable[str]) -> str:
    """Return a pattern for one of the words; none at all fits no name."""
    return "|".join(map(re.escape, sorted(words))) or r"(?!)"


def is_latin(name: str) -> bool:
    """Return whether English news could print the name: Latin letters, and no code like "LHR"."""
    if len(name) < 3 or (name.isupper() and len(name) <= 4):
        return False
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻ" for c in name)
