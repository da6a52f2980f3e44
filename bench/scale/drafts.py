"""Puts an article together sentence by sentence, with the claims that its sentences make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from reportedly import ontology
from reportedly.records import (
    Actor,
    Article,
    Basis,
    Claim,
    ClaimKind,
    CoderInfo,
    DateBasis,
    Dated,
    Factuality,
    Good,
    Grain,
    Place,
    Section,
    SectionKind,
    Side,
    Span,
    Status,
    Time,
    Voice,
    article_id,
)

CODER = CoderInfo(
    name="bench.scale", version="1", lexicons="none", model="none", model_version="none"
)
_SLOT = re.compile(r"\{(\w+)(?::([^}]*))?\}")
_CERTAIN = {"negated": Factuality.CERTAINLY_NOT, "planned": Factuality.PROBABLE}


class Filling(NamedTuple):
    """What stands in a slot: its words; code of a party or place, span of days of a time."""

    words: str
    code: str | None = None
    days: tuple[str, str] | None = None
    at: tuple[float, float] | None = None


class Told(NamedTuple):
    """What a sentence claims: type, mode and status of the act, and the category of its goods."""

    type: str
    mode: str | None
    status: str
    good: str | None


class Draft:
    """An article in the making: paragraphs of sentences, and the claims on them."""

    def __init__(self) -> None:
        self._text = ""
        self._waiting: list[tuple[Told, int, str, dict[str, tuple[int, Filling]]]] = []

    def say(self, sentence: str, slots: Mapping[str, Filling], told: Told | None = None) -> None:
        """Add a sentence; told: what it claims, None where it claims nothing."""
        start = len(self._text) + 1 if self._text else 0
        words, found, last = "", dict[str, tuple[int, Filling]](), 0
        for slot in _SLOT.finditer(sentence):
            words += sentence[last : slot.start()]
            filling = Filling(slot[2]) if slot[2] else slots[slot[1]]
            found[slot[1]] = (start + len(words), filling)
            words += filling.words
            last = slot.end()
        words += sentence[last:]
        words = words[:1].upper() + words[1:]
        self._text += ("\n" if self._text else "") + words
        if told:
            self._waiting.append((told, start, words, found))

    def plain(self, line: str) -> None:
        """Add a line as it is: a dateline, a credit."""
        self._text += ("\n" if self._text else "") + line

    def done(
        self, *, url: str, title: str, publisher: str, day: str
    ) -> tuple[Article, list[Claim]]:
        """Return the article with its claims."""
        key = article_id(self._text, url, publisher)
        article = Article(
            id=key,
            url=url,
            title=title,
            publisher=publisher,
            language="en",
            text=self._text,
            coder=CODER,
            published=Dated(value=day, basis=DateBasis.STATED),
            sections=(Section(kind=SectionKind.BODY, start=0, end=len(self._text)),),
        )
        return article, [self._claim(key, at, *row) for at, row in enumerate(self._waiting)]

    def _claim(
        self, key: str, at: int, told: Told, start: int, words: str,
        found: dict[str, tuple[int, Filling]],
    ) -> Claim:  # fmt: skip
        digest = blake2b(f"{key} {at}".encode(), digest_size=16).hexdigest()
        return Claim(
            id=digest,
            article=key,
            section=SectionKind.BODY,
            sentence=Span(start=start, end=start + len(words), text=words),
            kind=ClaimKind.EVENT,
            type=told.type,
            mode=told.mode,
            quad=ontology.quad(told.type),
            intensity=ontology.intensity(told.type, told.mode),
            cameo=ontology.cameo(told.type, told.mode),
            trigger=Span(**self._span(found, "trigger")),
            actors=tuple(self._parties(found, "actor", "minister")),
            recipients=tuple(self._parties(found, "recipient")),
            goods=self._goods(found, told),
            time=self._time(found),
            place=self._place(found),
            status=Status(told.status),
            factuality=_CERTAIN.get(told.status, Factuality.CERTAIN),
            voices=self._voices(found),
            rules=("bench.scale",),
            confidence=round(0.4 + int(digest[:2], 16) / 512, 2),
            coder=CODER,
        )

    def _span(self, found: Mapping[str, tuple[int, Filling]], name: str) -> dict[str, Any]:
        """Return start, end and text, as they came to stand in the article."""
        start, filling = found[name]
        end = start + len(filling.words)
        return {"start": start, "end": end, "text": self._text[start:end]}

    def _parties(self, found: Mapping[str, tuple[int, Filling]], *names: str) -> Iterator[Actor]:
        for name in names:
            if name == "actor" and "minister" in found:
                continue  # "Keller of Norway": the person acts
            if name in found:
                yield self._party(found, name)

    def _party(self, found: Mapping[str, tuple[int, Filling]], name: str) -> Actor:
        filling = found[name][1]
        person = name == "minister"
        who = f"person:{filling.words.casefold()}:{filling.code}:GOV" if person else None
        return Actor(
            **self._span(found, name),
            name=filling.words,
            country=filling.code,
            sector="GOV" if person else None,
            sectors=("GOV",) if person else (),
            actor_id=who or f"state.{(filling.code or '').casefold()}",
        )

    def _goods(self, found: Mapping[str, tuple[int, Filling]], told: Told) -> tuple[Good, ...]:
        if "good" not in found or told.good is None:
            return ()
        taken = told.mode == "seize"
        number = found["number"][1].words.replace(",", "") if "number" in found else None
        return (
            Good(
                **self._span(found, "good"),
                category=told.good,
                quantity=float(number) if number else None,
                giver=Side.RECIPIENT if taken else Side.ACTOR,
                receiver=Side.ACTOR if taken else Side.RECIPIENT,
            ),
        )

    def _time(self, found: Mapping[str, tuple[int, Filling]]) -> Time | None:
        name = next((one for one in ("day", "month", "next") if one in found), None)
        if name is None or found[name][1].days is None:
            return None
        span, (first, last) = self._span(found, name), found[name][1].days or ("", "")
        return Time(
            text=span["text"], text_start=span["start"], text_end=span["end"], start=first,
            end=last, grain=Grain.DAY if first == last else Grain.MONTH, basis=Basis.STATED,
        )  # fmt: skip

    def _place(self, found: Mapping[str, tuple[int, Filling]]) -> Place | None:
        if "place" not in found:
            return None
        filling = found["place"][1]
        latitude, longitude = filling.at or (None, None)
        number = int.from_bytes(blake2b(filling.words.encode(), digest_size=4).digest())
        return Place(
            **self._span(found, "place"), name=filling.words, country=filling.code,
            latitude=latitude, longitude=longitude, geonames_id=number,
        )  # fmt: skip

    def _voices(self, found: Mapping[str, tuple[int, Filling]]) -> tuple[Voice, ...]:
        if "voice" not in found:
            return ()
        filling, trigger = found["voice"][1], self._span(found, "trigger")
        return (
            Voice(
                **self._span(found, "voice"), name=filling.words, country=filling.code,
                named=filling.code is not None, cue=trigger["text"],
                cue_start=trigger["start"], cue_end=trigger["end"],
            ),
        )  # fmt: skip
