"""The API's own description: parameters from the query, shapes from the records."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from reportedly.desk.query import FILTERS, allowed
from reportedly.views import EVENT_ORDERS, ORDERS

#: parameter → what it says, and an example
PARAMETERS: dict[str, tuple[str, object]] = {
    "text": ("Words in the sentence, the case not minded.", "shells"),
    "party": ("Who acts or is acted upon: name or code of a country, id, part of a name.", "RUS"),
    "actor": ("Who acts.", "PRK"),
    "recipient": ("Who is acted upon.", "RUS"),
    "type": ("PLOVER type.", "AID"),
    "mode": ("PLOVER mode.", "visit"),
    "kind": ("What sort of thing is claimed.", "event"),
    "status": ("How it is presented. Repeatable: any of them.", "happened"),
    "voice": ("none, any, named, unnamed, a country's code, or part of a name.", "any"),
    "good": ("Category, and what lies below it.", "arms"),
    "outlet": ("Publisher, whole.", "Harbour Wire"),
    "place": ("Where the text puts it: id of GeoNames, or =Name.", "1871859"),
    "event": ("Id of the event that it is linked into.", "08e5cef14c0cd9e8025a7046d74e6653"),
    "dated": ("What the days rest on.", "claim"),
    "sure": ("Confidence in hundredths, at least.", 70),
    "since": ("First day, ISO 8601.", "2023-09-01"),
    "until": ("Last day, ISO 8601.", "2023-12-31"),
    "reported": ("The article appeared on that day or later, ISO 8601.", "2023-09-01"),
    "quad": ("Class of the type: 1, 2 cooperation in words, in deeds; 3, 4 conflict.", 2),
    "begins": ("1: since and until ask where the days begin, not what overlaps.", 0),
    "body": ("1: the words are looked for in the text of articles, too.", 0),
    "comments": ("1: readers' comments are listed, too. They are never counted.", 0),
    "page": ("Number of the page, from 1.", 1),
    "rows": ("Rows a page, at most 1000.", 50),
    "sort": ("What claims are sorted by.", "when"),
    "down": ("1: the last first.", 0),
    "giver": ("Who parts with the good; none: not told.", "PRK"),
    "receiver": ("Who gets the good; none: not told.", "RUS"),
    "split": ("What a series is split by.", "status"),
    "by": ("How long its stretches are.", "month"),
    "only": ("Which sort of events, in the stretch that reported begins.", "contested"),
    "outcome": ("What became of a plan.", "overdue"),
    "stretch": ("Of days, up to the last day of publication.", "month"),
    "change": ("What a copy changed; any: something; none: nothing.", "hardened"),
    "a": ("One party.", "RUS"),
    "b": ("The other party.", "PRK"),
}
_NUMBERS = {"sure": (0, 100), "comments": (0, 1), "begins": (0, 1), "body": (0, 1), "quad": (1, 4),
            "page": (1, 1_000_000), "rows": (1, 1_000), "down": (0, 1)}  # fmt: skip
_TAKEN = {
    "claims": (*FILTERS, "page", "rows", "sort", "down"),
    "ledger": (*FILTERS, "page", "rows", "giver", "receiver"),
    "articles": (*FILTERS, "body", "page", "rows"),
    "dossier": ("a", "b", *FILTERS),
    "series": (*FILTERS, "page", "rows", "split", "by"),
    "today": ("reported", "stretch"),
    "events": (*FILTERS, "page", "rows", "sort", "down", "only", "outcome"),
    "promises": (*FILTERS, "page", "rows", "outcome"),
    "copies": (*FILTERS, "page", "rows", "change"),
    "event": (),
    "none": ("page", "rows"),
    "article": (),
}
_SHAPES: dict[str, type] = {}


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong. code is stable; near: values that exist and are nearest to a wrong one."""

    code: str
    message: str
    field: str | None = None
    value: str | None = None
    near: tuple[str, ...] = ()


class Failed(msgspec.Struct, frozen=True, kw_only=True):
    """The body of every answer that is an error."""

    error: Trouble


def described(taken: str, form: str, shape: type) -> dict[str, Any]:
    """Return what a route says of itself. form: "one" record, or a "page" of them."""
    _SHAPES[shape.__name__] = shape
    found: dict[str, Any] = {"$ref": f"#/components/schemas/{shape.__name__}"}
    if form == "page":
        found = _page_of(found)
    error = {"application/json": {"schema": {"$ref": "#/components/schemas/Failed"}}}
    responses: dict[int | str, dict[str, Any]] = {
        200: {"description": "found", "content": {"application/json": {"schema": found}}},
        422: {"description": "a value that does not exist", "content": error},
        503: {"description": "the store cannot be opened now", "content": error},
    }
    if taken in ("article", "event"):
        responses[404] = {"description": f"no such {taken}", "content": error}
    return {
        "responses": responses,
        "openapi_extra": {"parameters": [_parameter(name, taken) for name in _TAKEN[taken]]},
    }


def _page_of(item: dict[str, Any]) -> dict[str, Any]:
    whole = {"type": "integer", "minimum": 0}
    return {
        "type": "object",
        "required": ["all", "page", "rows", "next", "items"],
        "properties": {
            "all": whole,
            "page": whole,
            "rows": whole,
            "next": {"type": ["string", "null"]},
            "items": {"type": "array", "items": item},
        },
    }


def _parameter(name: str, taken: str) -> dict[str, Any]:
    words, example = PARAMETERS[name]
    if name == "sort" and taken == "events":
        words, example = "What events are sorted by.", "last"
    schema: dict[str, Any] = {"type": "string", "maxLength": 300}
    choices = allowed(name)
    if name == "sort":
        choices = tuple(EVENT_ORDERS if taken == "events" else ORDERS)
    if choices:
        schema = {"type": "string", "enum": list(choices)}
    if name in _NUMBERS:
        low, high = _NUMBERS[name]
        schema = {"type": "integer", "minimum": low, "maximum": high}
    if name in ("since", "until", "reported"):
        schema = {"type": "string", "format": "date"}
    if name == "status":
        schema, example = {"type": "array", "items": schema}, [example]
    return {
        "name": name,
        "in": "query",
        "required": name in ("a", "b"),
        "description": words,
        "schema": schema,
        "example": example,
    }


def openapi_of(app: FastAPI) -> dict[str, Any]:
    """Return the description, made once."""
    if app.openapi_schema is None:
        found = get_openapi(
            title="Reportedly: the desk",
            version=app.version,
            description="What a store holds: claims, never the truth.",
            routes=app.routes,
        )
        _, shapes = msgspec.json.schema_components(
            [*_SHAPES.values(), Failed], ref_template="#/components/schemas/{name}"
        )
        found.setdefault("components", {}).setdefault("schemas", {}).update(shapes)
        app.openapi_schema = found
    return app.openapi_schema
