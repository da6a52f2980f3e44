"""Records to rows and back, without loss: one Arrow schema a table."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import pyarrow as pa

from reportedly.records import Article, Claim, CoderInfo

Row = dict[str, Any]

CODER_FIELDS = ("name", "version", "lexicons", "model", "model_version", "places")
CODER_COLUMNS = tuple(f"coder_{field}" for field in CODER_FIELDS)

_TEXT, _OFFSET = pa.string(), pa.int32()
_TEXTS = pa.list_(_TEXT)
_SPAN = [("start", _OFFSET), ("end", _OFFSET), ("text", _TEXT)]
_ACTOR = pa.struct(
    [
        *_SPAN,
        ("name", _TEXT),
        ("country", _TEXT),
        ("sector", _TEXT),
        ("sectors", _TEXTS),
        ("role", _TEXT),
        ("former", pa.bool_()),
        ("actor_id", _TEXT),
    ]
)
_GOOD = pa.struct(
    [
        *_SPAN,
        ("category", _TEXT),
        ("quantity", pa.float64()),
        ("upper", pa.float64()),
        ("unit", _TEXT),
        ("approximate", pa.bool_()),
        ("at_least", pa.bool_()),
        ("giver", _TEXT),
        ("receiver", _TEXT),
        ("price", pa.struct([("amount", pa.float64()), ("currency", _TEXT)])),
    ]
)
_TIME = pa.struct(
    [
        ("text", _TEXT),
        ("text_start", _OFFSET),
        ("text_end", _OFFSET),
        ("start", _TEXT),
        ("end", _TEXT),
        ("grain", _TEXT),
        ("basis", _TEXT),
    ]
)
_PLACE = pa.struct(
    [
        *_SPAN,
        ("name", _TEXT),
        ("country", _TEXT),
        ("latitude", pa.float64()),
        ("longitude", pa.float64()),
        ("geonames_id", pa.int64()),
    ]
)
_VOICE = pa.struct(
    [
        *_SPAN,
        ("name", _TEXT),
        ("country", _TEXT),
        ("sector", _TEXT),
        ("role", _TEXT),
        ("named", pa.bool_()),
        ("cue", _TEXT),
        ("cue_start", _OFFSET),
        ("cue_end", _OFFSET),
    ]
)
_LINK = pa.struct([("relation", _TEXT), ("claim", _TEXT)])

#: every field of a claim, in the record's order; the coder as six columns
CLAIM_SCHEMA = pa.schema(
    [
        ("id", _TEXT),
        ("article", _TEXT),
        ("section", _TEXT),
        ("author", _TEXT),
        ("sentence", pa.struct(_SPAN)),
        ("kind", _TEXT),
        ("type", _TEXT),
        ("mode", _TEXT),
        ("contexts", _TEXTS),
        ("quad", pa.int32()),
        ("intensity", pa.float64()),
        ("cameo", _TEXT),
        ("trigger", pa.struct(_SPAN)),
        ("content", pa.struct(_SPAN)),
        ("actors", pa.list_(_ACTOR)),
        ("recipients", pa.list_(_ACTOR)),
        ("goods", pa.list_(_GOOD)),
        ("time", _TIME),
        ("place", _PLACE),
        ("status", _TEXT),
        ("factuality", _TEXT),
        ("voices", pa.list_(_VOICE)),
        ("links", pa.list_(_LINK)),
        ("rules", _TEXTS),
        ("confidence", pa.float64()),
        *((column, _TEXT) for column in CODER_COLUMNS),
    ]
)
STORED_CLAIM_SCHEMA = CLAIM_SCHEMA.append(pa.field("position", _OFFSET)).append(
    pa.field("added", pa.int64())
)

ARTICLE_SCHEMA = pa.schema(
    [
        ("id", _TEXT),
        ("added", pa.int64()),
        ("url", _TEXT),
        ("title", _TEXT),
        ("authors", _TEXTS),
        ("publisher", _TEXT),
        ("language", _TEXT),
        ("text", _TEXT),
        ("published_value", _TEXT),
        ("published_basis", _TEXT),
        ("modified_value", _TEXT),
        ("modified_basis", _TEXT),
        ("source", _TEXT),
        *((column, _TEXT) for column in CODER_COLUMNS),
        ("coder_digest", _TEXT),
    ]
)
SECTION_SCHEMA = pa.schema(
    [
        ("article", _TEXT),
        ("number", _OFFSET),
        ("kind", _TEXT),
        ("start", _OFFSET),
        ("end", _OFFSET),
        ("author", _TEXT),
        ("time", _TEXT),
        ("level", pa.int32()),
        ("pair", pa.int32()),
    ]
)


def coder_digest(coder: CoderInfo) -> str:
    """Return 32 hexadecimal digits; equal means that the same coder would say the same."""
    digest = hashlib.blake2b(digest_size=16)
    for field in CODER_FIELDS:
        value = getattr(coder, field)
        if value is not None:  # an older version knew no places, and its digests stay
            digest.update(value.encode("utf-8") + b"\x00")
    return digest.hexdigest()


def claim_row(claim: Claim) -> Row:
    """Return the claim as a row of CLAIM_SCHEMA."""
    row: Row = msgspec.to_builtins(claim)
    coder = row.pop("coder")
    row.update(zip(CODER_COLUMNS, (coder[field] for field in CODER_FIELDS), strict=True))
    return row


def claim_of(row: Mapping[str, Any]) -> Claim:
    """Return the claim of a row that holds every column of CLAIM_SCHEMA; others are ignored."""
    return msgspec.convert({**row, "coder": _coder_of(row)}, Claim)


def article_row(article: Article, coder: CoderInfo, source: str | None, added: int) -> Row:
    """Return the article, without its sections, as a row of ARTICLE_SCHEMA."""
    row: Row = msgspec.to_builtins(article)
    del row["sections"], row["coder"]
    for name in ("published", "modified"):
        dated = row.pop(name) or {"value": None, "basis": None}
        row[f"{name}_value"], row[f"{name}_basis"] = dated["value"], dated["basis"]
    row.update((f"coder_{field}", getattr(coder, field)) for field in CODER_FIELDS)
    return row | {"source": source, "added": added, "coder_digest": coder_digest(coder)}


def section_rows(article: Article) -> list[Row]:
    """Return the article's sections as rows of SECTION_SCHEMA."""
    return [
        msgspec.to_builtins(section) | {"article": article.id, "number": number}
        for number, section in enumerate(article.sections)
    ]


def article_of(row: Mapping[str, Any], sections: Sequence[Mapping[str, Any]]) -> Article:
    """Return the article of its row and its sections' rows, in order."""
    fields: Row = {**row, "coder": _coder_of(row), "sections": list(sections)}
    for name in ("published", "modified"):
        value = row[f"{name}_value"]
        fields[name] = None if value is None else {"value": value, "basis": row[f"{name}_basis"]}
    return msgspec.convert(fields, Article)


def _coder_of(row: Mapping[str, Any]) -> Row:
    return {field: row[f"coder_{field}"] for field in CODER_FIELDS}
