"""The records' JSON Schema, made from the classes: nothing is written twice."""

from __future__ import annotations

import inspect
import re
from typing import Any

import msgspec
from msgspec import Struct

from reportedly.errors import UsageError
from reportedly.records.article import Article, CoderInfo, Dated, Section
from reportedly.records.claim import Attribution, Claim, Link
from reportedly.records.event import Contradiction, Decision, Event, Reason, Report, Step, Told
from reportedly.records.spans import Actor, Good, Place, Price, Quantity, Span, Time, Voice
from reportedly.records.who import Chain, Entity, Mention

#: what `reportedly schema NAME` prints
ROOTS: dict[str, type[Struct]] = {
    "claim": Claim,
    "article": Article,
    "attribution": Attribution,
    "event": Event,
    "chain": Chain,
}
#: every record, the ones that are printed first
RECORDS: tuple[type[Struct], ...] = (
    *(Claim, Article, Attribution, Event),
    *(Span, Actor, Good, Price, Quantity, Time, Place, Voice, Link, Section, Dated, CoderInfo),
    *(Report, Step, Contradiction, Told, Decision, Reason),
    *(Chain, Entity, Mention),
)
_FIELD = re.compile(r"^([a-z][a-z_]*(?:, [a-z][a-z_]*)*) +(?=\S)(.*)$")


def json_schema(name: str = "claim") -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of claim, article, attribution, event or chain.

    Raises UsageError for another name.
    """
    if name not in ROOTS:
        raise UsageError(f"no record {name!r}; there are {', '.join(ROOTS)}")
    (root,), parts = msgspec.json.schema_components([ROOTS[name]], ref_template="#/$defs/{name}")
    for record in RECORDS:
        if record.__name__ in parts:
            _describe(parts[record.__name__], record)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Reportedly: {name}",
        **root,
        "$defs": dict(sorted(parts.items())),
    }


def notes(record: type[Struct]) -> dict[str, str]:
    """Return what the docstrings of the record and its bases say of each field."""
    found: dict[str, str] = {}
    for cls in reversed(record.__mro__):
        if issubclass(cls, Struct) and cls is not Struct:
            found |= _notes_of(cls)
    return {name: found[name] for name in record.__struct_fields__ if name in found}


def summary(record: type[Struct]) -> str:
    """Return the first sentences of the record's docstring."""
    return inspect.cleandoc(record.__doc__ or "").split("\n\n")[0].replace("\n", " ")


def _notes_of(cls: type[Struct]) -> dict[str, str]:
    """Read the aligned "name  meaning" lines; a deeper line goes on with the one above."""
    found: dict[str, str] = {}
    names: list[str] = []
    for line in inspect.cleandoc(cls.__doc__ or "").splitlines()[1:]:
        start = _FIELD.match(line)
        fields = start[1].split(", ") if start else []
        if start and all(name in cls.__struct_fields__ for name in fields):
            names = fields
            for name in names:
                found[name] = start[2].strip()
        elif names and line.startswith("  "):
            for name in names:
                found[name] += " " + line.strip()
        else:
            names = []
    return found


def _describe(part: dict[str, Any], record: type[Struct]) -> None:
    part["description"] = summary(record)
    for name, note in notes(record).items():
        properties = part.get("properties", {})
        if name in properties:
            properties[name].setdefault("description", note)
