"""The synthetic world: states, towns, people, outlets and sentences, the same for one seed."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

#: towns of each state, and how many other names there are
_TOWNS, _SURNAMES, _OUTLETS = 12, 2_000, 40


class Act(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of act: its type, what it hands over, and its sentences by status."""

    type: str
    mode: str | None = None
    good: str | None = None
    goods: str = ""
    happened: tuple[str, ...]
    planned: tuple[str, ...]
    negated: tuple[str, ...]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    states: tuple[str, ...]
    starts: tuple[str, ...]
    middles: tuple[str, ...]
    ends: tuple[str, ...]
    outlets: tuple[str, ...]
    agencies: tuple[str, ...]
    speakers: tuple[str, ...]
    things: tuple[str, ...]
    nouns: tuple[str, ...]
    kinds: tuple[str, ...]
    does: tuple[str, ...]
    around: tuple[str, ...]
    titles: tuple[str, ...]
    act: tuple[Act, ...]


class State(NamedTuple):
    """A state with its code and its towns."""

    name: str
    code: str
    towns: tuple[str, ...]


class World(NamedTuple):
    """What affairs are made of. where: town → latitude and longitude; words: slot → its words."""

    states: tuple[State, ...]
    surnames: tuple[str, ...]
    outlets: tuple[str, ...]
    agencies: tuple[str, ...]
    speakers: tuple[str, ...]
    things: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    around: tuple[str, ...]
    titles: tuple[str, ...]
    acts: tuple[Act, ...]
    where: dict[str, tuple[float, float]]


@cache
def world(seed: int) -> World:
    """Return the world of a seed."""
    text = (files(__package__) / "world.toml").read_text(encoding="utf-8")
    plain: dict[str, Any] = tomllib.loads(text)
    made = msgspec.convert(plain, _File)
    draw = Random(f"world {seed}")
    every = [a + b + c for a in made.starts for b in made.middles for c in made.ends]
    draw.shuffle(every)
    names = iter(every)
    states = tuple(_state(row, [next(names) for _ in range(_TOWNS)]) for row in made.states)
    papers = tuple(
        f"{next(names)} {made.outlets[at % len(made.outlets)]}" for at in range(_OUTLETS)
    )
    towns = [town for state in states for town in state.towns]
    surnames = tuple(next(names) for _ in range(_SURNAMES))
    return World(
        states=states,
        surnames=surnames,
        outlets=papers,
        agencies=made.agencies,
        speakers=made.speakers,
        things=made.things,
        words={"noun": made.nouns, "kind": made.kinds, "does": made.does, "surname": surnames},
        around=made.around,
        titles=made.titles,
        acts=made.act,
        where={
            town: (round(draw.uniform(-50, 65), 2), round(draw.uniform(-170, 170), 2))
            for town in towns
        },
    )


def _state(row: str, towns: list[str]) -> State:
    name, _, code = row.partition(":")
    return State(name, code, tuple(towns))
