"""What the desk's words mean: its own, and the types and modes of PLOVER."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly import ontology
from reportedly.desk.phrases import headline
from reportedly.desk.wording import QUADS


@dataclass(frozen=True, slots=True)
class Word:
    """A word and what it means."""

    name: str
    means: str


@dataclass(frozen=True, slots=True)
class TypeShown:
    """A type of event. css: the colour of its class; modes: each with a headline of it."""

    name: str
    css: str
    means: str
    modes: tuple[Word, ...]


@cache
def words() -> tuple[Word, ...]:
    """Return the desk's own words."""
    text = files("reportedly.desk").joinpath("words.toml").read_text(encoding="utf-8")
    return tuple(Word(one["name"], one["means"]) for one in tomllib.loads(text)["word"])


@cache
def types_shown() -> tuple[TypeShown, ...]:
    """Return the types of PLOVER with their modes, as headlines put them."""
    return tuple(
        TypeShown(
            name,
            QUADS[one.quad][0],
            one.about,
            tuple(Word(mode, headline("event", name, mode, "happened")) for mode in one.modes),
        )
        for name, one in ontology.load().types.items()
    )


def about(code: str) -> str:
    """Return what a code means ("CONSULT visit", "want: REQUEST"); "" for what is none."""
    name = code.rpartition(": ")[2].split(" ")[0]
    one = ontology.load().types.get(name)
    if one is None:
        return ""
    return f"{one.about} ({QUADS[one.quad][1]})"
