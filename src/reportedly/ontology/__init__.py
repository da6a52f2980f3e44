"""PLOVER 2.0 as data: types, modes, contexts, sectors, intensities, CAMEO codes.

Source of the facts: PLOVER manual, draft 2.0 (2021), Open Event Data Alliance.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from reportedly.errors import OntologyError, UsageError
from reportedly.records import Status

#: country codes that are no states, by PLOVER
SUPRANATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """A mode of a type: its intensity (-10 … +10), CAMEO code and the context it brings."""

    name: str
    intensity: float
    cameo: str
    context: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A PLOVER type.

    quad       1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
    intensity  of the type without a mode, -10 … +10
    recipient  True when PLOVER requires a recipient
    """

    name: str
    quad: int
    intensity: float
    cameo: str
    about: str
    recipient: bool
    modes: Mapping[str, Mode]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """The whole ontology. cameo maps a CAMEO code to (type, mode); None where PLOVER drops it."""

    types: Mapping[str, EventType]
    contexts: Mapping[str, tuple[str, ...]]
    sectors: Mapping[str, str]
    cameo: Mapping[str, tuple[str, str | None] | None]


def _toml(name: str) -> dict[str, Any]:
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise OntologyError(f"ontology/data/{name}: {problem}") from problem


def _event_type(name: str, row: dict[str, Any]) -> EventType:
    modes = row.get("modes", {})
    return EventType(
        name=name,
        quad=int(row["quad"]),
        intensity=float(row["intensity"]),
        cameo=str(row["cameo"]),
        about=str(row["about"]),
        recipient=bool(row.get("recipient", False)),
        modes={key: Mode(name=key, **value) for key, value in modes.items()},
    )


def _cameo(types: Mapping[str, EventType]) -> dict[str, tuple[str, str | None] | None]:
    text = files(__package__).joinpath("data", "cameo.csv").read_text(encoding="utf-8")
    table: dict[str, tuple[str, str | None] | None] = {}
    for row in csv.DictReader(io.StringIO(text)):
        kind, mode = row["type"], row["mode"] or None
        if kind and (kind not in types or (mode and mode not in types[kind].modes)):
            raise OntologyError(f"ontology/data/cameo.csv: {row['code']}: no {kind} {mode}")
        table[row["code"]] = (kind, mode) if kind else None
    return table


@cache
def load() -> Ontology:
    """Return the ontology, read once. Raises OntologyError when its files disagree."""
    types = {name: _event_type(name, row) for name, row in _toml("types.toml").items()}
    contexts = {name: tuple(words) for name, words in _toml("contexts.toml").items()}
    sectors = {name: str(about) for name, about in _toml("sectors.toml").items()}
    return Ontology(types=types, contexts=contexts, sectors=sectors, cameo=_cameo(types))


def event_type(name: str) -> EventType:
    """Return the type of that upper-case name. Raises UsageError when there is none."""
    types = load().types
    if name not in types:
        raise UsageError(f"no PLOVER type {name!r}; there are {', '.join(sorted(types))}")
    return types[name]


def quad(name: str) -> int:
    """Return the quad class, 1–4, of a type."""
    return event_type(name).quad


def intensity(name: str, mode: str | None = None) -> float:
    """Return the intensity of type and mode, -10 … +10; the type's base without a mode."""
    kind = event_type(name)
    return kind.modes[mode].intensity if mode and mode in kind.modes else kind.intensity


def cameo(name: str, mode: str | None = None) -> str:
    """Return the CAMEO code of type and mode; the type's root without a mode."""
    kind = event_type(name)
    return kind.modes[mode].cameo if mode and mode in kind.modes else kind.cameo


def collapse(
    name: str,
    mode: str | None,
    status: Status | str,
    edition: str = "plover",
    code: str | None = None,
) -> tuple[str, str | None] | None:
    """Return the (type, mode) that an edition without statuses gives to a base type, or None.

    edition  "plover", the manual 2.0: a planned CONSULT, SUPPORT, COOPERATE or AID is AGREE, a
             planned RETREAT is CONCEDE; what is planned otherwise keeps its type; possible,
             conditional or negated is no event at all (None).
             "cameo", CAMEO's roots, as older PLOVER sets are coded: intent is AGREE or THREATEN,
             refusal REJECT.
    code     the claim's CAMEO code, where it says more than its mode

    Raises UsageError for an unknown edition.
    """
    table = _edition(edition)
    status = Status(status)
    name, mode = _moved(name, mode, code, table)
    if status in (Status.HAPPENED, Status.ONGOING):
        return name, mode
    if status is Status.NEGATED:
        turned = table["negated"].get(name)
        return (turned, None) if turned else (name, mode) if table["open"] else None
    if status is not Status.PLANNED and not table["open"]:
        return None
    if status is Status.POSSIBLE:
        return name, mode
    turned = table["planned"].get(name, name)
    return turned, mode if turned == name else None


def _moved(
    name: str, mode: str | None, code: str | None, table: Mapping[str, Any]
) -> tuple[str, str | None]:
    there = table["codes"].get(code) or table["modes"].get(f"{name}.{mode}")
    return (there, None) if there else (name, mode)


@cache
def _edition(name: str) -> Mapping[str, Any]:
    editions = _toml("editions.toml")
    if name not in editions:
        raise UsageError(f"no edition {name!r}; there are {', '.join(sorted(editions))}")
    table: Mapping[str, Any] = editions[name]
    return table
