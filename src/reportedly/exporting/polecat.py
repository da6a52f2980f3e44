"""POLECAT's forty columns, the basis of their date, and a second file for what they cannot hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import product
from pathlib import Path
from typing import TextIO

import msgspec

from reportedly.exporting.destination import (
    Destination,
    ExportCounts,
    Lookup,
    counts,
    text,
    with_articles,
)
from reportedly.exporting.events import Event, EventOptions, event_of
from reportedly.records import Actor, Article, Claim, Place

_PARTY = (
    "{0} Name",
    "{0} Country",
    "{0} COW",
    "Primary {0} Sector",
    "{0} Sectors",
    "{0} Title",
    "{0} Name Raw",
    "Wikipedia {0} ID",
)
#: in the order of the format: its readers go by position. What Event Date rests on stands behind
#: them, for a date that is only that of publication must not pass for the event's
COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *(name.format("Actor") for name in _PARTY),
    *(name.format("Recipient") for name in _PARTY),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude"),
    *("GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
    "date_basis",
)
#: of the second file
DETAILS = (
    *("Event ID", "Status", "Factuality", "Alleged", "Base Type", "Base Mode", "Date Basis"),
    *("End Date", "Voices", "Goods", "Links", "Trigger", "Sentence", "Confidence", "Rules"),
    *("Article", "URL", "Title", "Lexicons", "Model"),
)


def to_polecat_tsv(
    claims: Iterable[Claim],
    articles: Lookup,
    destination: Destination,
    details: Destination | None = None,
    *,
    options: EventOptions | None = None,
    pairs: bool = False,
) -> ExportCounts:
    """Write the claims that are events in POLECAT's columns, under a line of their names.

    details  gets status, voices, goods and more, one line an event, keyed by Event ID; for a
             path without details it is NAME.details.tsv beside it; a stream without has none
    pairs    False: one line a claim, several actors joined by "; ". True: one line for each
             pair of actor and recipient, same Event ID, for readers that take a name as a node

    Event ID is the claim's id. date_basis, behind the forty, is "publication" where the text gives
    no time and Event Date is only the report's; else stated, relative or tense. Left out as in
    to_plover_jsonl, but an event may lack its actor. Columns that are not coded here are empty:
    COW, Wikipedia, City to Province, Feature Type, Story. Tabs and line breaks within a text
    become spaces; nothing is quoted. Quad Code is 1 to 4.
    """
    options = options or EventOptions()
    written, left_out = 0, Counter[str]()
    beside = details if details is not None else _beside(destination)
    with text(destination) as main, text(beside) if beside is not None else nullcontext() as more:
        _line(main, COLUMNS)
        if more is not None:
            _line(more, DETAILS)
        for claim, article in with_articles(iter(claims), articles):
            event = event_of(claim, article, options)
            if isinstance(event, str):
                left_out[event] += 1
                continue
            for actors, recipients in _parties(claim, pairs):
                _line(main, _main_cells(claim, article, event, actors, recipients))
            if more is not None:
                _line(more, _detail_cells(claim, article, event))
            written += 1
    return counts(written, left_out)


def _beside(destination: Destination) -> Path | None:
    if not isinstance(destination, str | Path):
        return None
    path = Path(destination)
    return path.with_name(f"{path.stem}.details{path.suffix or '.tsv'}")


def _parties(claim: Claim, pairs: bool) -> Iterator[tuple[Sequence[Actor], Sequence[Actor]]]:
    if not pairs:
        yield claim.actors, claim.recipients
        return
    nobody: list[tuple[Actor, ...]] = [()]
    actors = [(actor,) for actor in claim.actors]
    recipients = [(actor,) for actor in claim.recipients]
    yield from product(actors or nobody, recipients or nobody)


def _main_cells(
    claim: Claim,
    article: Article | None,
    event: Event,
    actors: Sequence[Actor],
    recipients: Sequence[Actor],
) -> list[object]:
    published = article.published.value[:10] if article and article.published else None
    return [
        *(claim.id, event.date, event.type, event.mode, event.intensity, event.quad),
        "; ".join(claim.contexts),
        *_party_cells(actors),
        *_party_cells(recipients),
        *_place_cells(claim.place),
        *(article.publisher if article else None, published),
        *(None, None, None),
        article.language if article else None,
        f"{claim.coder.name} {claim.coder.version}",
        event.date_basis,
    ]


def _party_cells(actors: Sequence[Actor]) -> list[object]:
    primary = [actor.sector for actor in actors if actor.sector]
    sectors = [sector for actor in actors for sector in actor.sectors or (actor.sector,)]
    return [
        _joined(actor.name for actor in actors),
        _joined(actor.country for actor in actors),
        None,
        primary[0] if primary else None,
        _joined(sectors),
        _joined(actor.role for actor in actors),
        _joined(actor.text for actor in actors),
        None,
    ]


def _place_cells(place: Place | None) -> list[object]:
    if place is None:
        return [None] * 10
    return [
        *(place.name, None, None, None, place.country, place.latitude, place.longitude),
        *(place.geonames_id, place.text, None),
    ]


def _detail_cells(claim: Claim, article: Article | None, event: Event) -> list[object]:
    return [
        *(claim.id, claim.status, claim.factuality, str(claim.alleged).lower()),
        *(claim.type, claim.mode, event.date_basis, event.end),
        *(_json(claim.voices), _json(claim.goods), _json(claim.links)),
        *(claim.trigger.text, claim.sentence.text, claim.confidence, "; ".join(claim.rules)),
        claim.article,
        *((article.url, article.title) if article else (None, None)),
        *(claim.coder.lexicons, f"{claim.coder.model} {claim.coder.model_version}"),
    ]


def _joined(words: Iterable[str | None]) -> str:
    """Return the known words once each, in order."""
    return "; ".join(dict.fromkeys(word for word in words if word))


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8")


def _line(stream: TextIO, cells: Iterable[object]) -> None:
    # str.split() would also swallow the characters that other readers take for line ends.
    row = "\t".join("" if cell is None else " ".join(str(cell).split()) for cell in cells)
    stream.write(row + "\n")
