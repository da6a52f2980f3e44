"""Flat CSV: just what a screen lists, one row a line, for spreadsheets.

`reportedly export --to csv` writes every field for programs. Here a cell that a spreadsheet would
take for a formula begins with an apostrophe: the words are those of hostile pages.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reportedly import views
from reportedly.desk.lines import does
from reportedly.desk.phrases import amount, basis
from reportedly.desk.unknown import name_of
from reportedly.desk.wording import plain
from reportedly.records import Actor, Good, Voice

type Column = tuple[str, Callable[[Any], object]]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(found: Iterable[Any], columns: Iterable[Column]) -> Iterator[bytes]:
    """Yield the lines of a CSV file, UTF-8, a line of names first."""
    columns = tuple(columns)
    yield _line([name for name, _ in columns])
    for row in found:
        yield _line([_cell(value(row)) for _, value in columns])


def _line(cells: list[str]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerow(cells)
    return buffer.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    text = plain(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _names(people: Iterable[Actor]) -> str:
    return "; ".join(dict.fromkeys(one.name for one in people))


def _countries(people: Iterable[Actor]) -> str:
    return "; ".join(dict.fromkeys(one.country for one in people if one.country))


def _voices(voices: Iterable[Voice]) -> str:
    return "; ".join(voice.name or voice.text or "not named" for voice in voices)


def _goods(goods: Iterable[Good]) -> str:
    return "; ".join(good.text for good in goods)


def _value(name: str) -> Column:
    return name, lambda row: getattr(row, name)


#: rows are views.ClaimRow
CLAIMS: tuple[Column, ...] = (
    ("day_from", lambda r: r.day_from),
    ("day_to", lambda r: r.day_to),
    ("dated_by", lambda r: r.dated),
    ("status", lambda r: str(r.claim.status)),
    ("kind", lambda r: str(r.claim.kind)),
    ("type", lambda r: r.claim.type),
    ("mode", lambda r: r.claim.mode),
    ("actors", lambda r: _names(r.claim.actors)),
    ("actor_countries", lambda r: _countries(r.claim.actors)),
    ("headline", lambda r: does(r.claim)),
    ("recipients", lambda r: _names(r.claim.recipients)),
    ("recipient_countries", lambda r: _countries(r.claim.recipients)),
    ("goods", lambda r: _goods(r.claim.goods)),
    ("amounts", lambda r: "; ".join(filter(None, map(amount, r.claim.goods)))),
    ("voices", lambda r: _voices(r.claim.voices)),
    ("cues", lambda r: "; ".join(voice.cue for voice in r.claim.voices)),
    ("factuality", lambda r: str(r.claim.factuality)),
    ("place", lambda r: r.claim.place.name if r.claim.place else None),
    ("sentence", lambda r: r.claim.sentence.text),
    ("section", lambda r: str(r.claim.section)),
    ("sure", lambda r: r.claim.confidence),
    ("outlet", lambda r: r.publisher),
    ("title", lambda r: r.title),
    ("published", lambda r: r.published),
    ("address", lambda r: r.url),
    ("article", lambda r: r.claim.article),
    ("claim", lambda r: r.claim.id),
    ("date_basis", lambda r: str(r.claim.time.basis) if r.dated == "claim" else r.dated),
    ("grain", lambda r: str(r.claim.time.grain) if r.dated == "claim" else None),
)
#: rows are views.ArticleRow
ARTICLES = tuple(map(_value, views.ArticleRow.__struct_fields__))
#: rows are views.LedgerRow
_LEDGER: tuple[Column, ...] = (
    *map(_value, ("day_from", "day_to", "dated", "deal")),
    ("givers", lambda r: _names(r.givers)),
    ("receivers", lambda r: _names(r.receivers)),
    ("actors", lambda r: _names(r.actors)),
    ("recipients", lambda r: _names(r.recipients)),
    ("good", lambda r: r.good.text),
    ("category", lambda r: r.good.category),
    ("quantity", lambda r: r.good.quantity),
    ("upper", lambda r: r.good.upper),
    ("unit", lambda r: r.good.unit),
    ("known_how", lambda r: basis(r.good)),
    ("status", lambda r: str(r.status)),
    ("voices", lambda r: _voices(r.voices)),
    ("sentence", lambda r: r.sentence),
    ("outlet", lambda r: r.publisher),
    ("title", lambda r: r.title),
    ("published", lambda r: r.published),
    ("address", lambda r: r.url),
    *map(_value, ("article", "claim")),
)
#: rows are (views.LedgerRow, views.ToldAs)
LEDGER: tuple[Column, ...] = (
    *((name, lambda r, value=value: value(r[0])) for name, value in _LEDGER),
    *((name, lambda r, name=name: getattr(r[1], name)) for name in views.ToldAs.__struct_fields__),
)
#: rows are views.TieRow
NETWORK: tuple[Column, ...] = (
    ("actor", lambda r: name_of(r.actor)),
    ("recipient", lambda r: name_of(r.recipient)),
    *map(_value, ("quad", "status", "alleged", "claims", "articles", "outlets")),
)
#: rows are views.VoiceRow
VOICES: tuple[Column, ...] = (
    *map(_value, views.VoiceRow.__struct_fields__[:-1]),
    ("contradicted_by", lambda r: "; ".join(r.contradicted_by)),
)
#: rows are views.PlaceRow, views.SeriesRow
PLACES = tuple(map(_value, views.PlaceRow.__struct_fields__))
SERIES = tuple(map(_value, views.SeriesRow.__struct_fields__))
#: rows are views.EventRow, views.PromiseRow
EVENTS = tuple(map(_value, views.EventRow.__struct_fields__))
PROMISES = tuple(map(_value, views.PromiseRow.__struct_fields__))
#: rows are (views.CopyRow, views.CopyChange, or None where it changed nothing)
COPIES: tuple[Column, ...] = (
    *(
        (name, lambda r, name=name: getattr(r[0], name))
        for name in views.CopyRow.__struct_fields__
        if name not in ("events", "changes")
    ),
    ("events", lambda r: len(r[0].events)),
    *(
        (name, lambda r, name=name: getattr(r[1], name, None))
        for name in views.CopyChange.__struct_fields__
    ),
)
#: rows are (source, views.ProblemRow)
PROBLEMS: tuple[Column, ...] = (
    ("step", lambda r: r[1].step),
    ("message", lambda r: r[1].message),
    ("source", lambda r: r[0]),
)
#: rows are (part, views.Matter or views.ExchangeRow)
DOSSIER: tuple[Column, ...] = (
    ("part", lambda r: r[0]),
    ("day_from", lambda r: r[1].day_from),
    ("day_to", lambda r: r[1].day_to),
    ("dated_by", lambda r: r[1].dated),
    ("status", lambda r: str(r[1].status)),
    ("type", lambda r: r[1].type or str(r[1].kind)),
    ("mode", lambda r: r[1].mode),
    ("actors", lambda r: _names(r[1].actors)),
    ("recipients", lambda r: _names(r[1].recipients)),
    ("deal", lambda r: getattr(r[1], "deal", None)),
    ("good", lambda r: _goods(r[1].goods)),
    ("voices", lambda r: _voices(r[1].voices)),
    ("sentence", lambda r: r[1].sentence),
    ("outlet", lambda r: r[1].publisher),
    ("title", lambda r: r[1].title),
    ("published", lambda r: r[1].published),
    ("address", lambda r: r[1].url),
    ("article", lambda r: r[1].article),
    ("claim", lambda r: r[1].claim),
    ("claims", lambda r: " ".join(r[1].claims)),
    ("origins", lambda r: getattr(r[1], "origins", None)),
    ("origins_denying", lambda r: getattr(r[1], "origins_denying", None)),
    ("outcome", lambda r: getattr(r[1], "outcome", None)),
)
