"""How the coder fares on the corpus: which marked claims it finds, and with which fields right.

A marked claim is found when a claim's trigger shares a word with the marked one, or, failing
that, when a claim of its type joins the same actor and recipient. Fields are judged on the
found ones. Folds are by a digest of the sentence, so that a part can be kept unread.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.markup import Line, Mention, Told
from reportedly.coding.coder import Coder, bare_article
from reportedly.records import Actor, Claim, ClaimKind

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Miss:
    """What is wrong with one marked claim, or a claim where there should be none."""

    key: str
    cause: str
    wanted: str
    found: str
    text: str

    def __str__(self) -> str:
        return "\t".join((self.key, self.cause, self.wanted, self.found, self.text))


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts by name ("type right", "type all" …) and the misses, in the order of the corpus."""

    counts: Counter[str]
    misses: tuple[Miss, ...]

    def share(self, name: str) -> float:
        """Return right out of all for one field, 0.0 where there is none."""
        every = self.counts[f"{name} all"]
        return self.counts[f"{name} right"] / every if every else 0.0


def fold(line: Line) -> int:
    """Return the fold of a sentence, 0 … FOLDS - 1."""
    return zlib.crc32(line.text.encode()) % FOLDS


def measure(coder: Coder, found: Sequence[Line]) -> Measure:
    """Return how the coder fares on these sentences."""
    counts: Counter[str] = Counter()
    misses: list[Miss] = []
    for line in found:
        claims = coder.code(bare_article(line.text))
        for name, right, miss in _judged(line, claims):
            counts[f"{name} all"] += 1
            counts[f"{name} right"] += right
            if miss is not None:
                misses.append(miss)
    return Measure(counts, tuple(misses))


def _judged(line: Line, claims: Sequence[Claim]) -> Iterator[tuple[str, bool, Miss | None]]:
    if not line.claims:
        events = [claim for claim in claims if claim.kind is ClaimKind.EVENT]
        said = "; ".join(f"{c.type} {c.trigger.text} {c.rules[0]}" for c in events)
        yield "none", not events, Miss(line.key, "none", "", said, line.text) if events else None
    for told in line.claims:
        claim = _same(told, claims)
        name = f"{told.type or told.kind}"
        yield "found", claim is not None, None
        yield name, claim is not None and claim.type == told.type, None
        if claim is None:
            yield "type", False, _miss(line, told, "not found", claims)
            continue
        yield from _fields(line, told, claim)


def _fields(line: Line, told: Told, claim: Claim) -> Iterator[tuple[str, bool, Miss | None]]:
    here = [claim]
    typed = (claim.kind, claim.type) == (told.kind, told.type)
    yield "type", typed, None if typed else _miss(line, told, "type", here)
    if typed and told.mode:
        yield "mode", claim.mode == told.mode, None
    status = claim.status is told.status
    yield "status", status, None if status else _miss(line, told, "status", here)
    for field, parties in (("actors", claim.actors), ("recipients", claim.recipients)):
        if field not in told.mentions and field == "recipients":
            continue
        marked = told.mentions.get(field, ())
        right = complete(marked, parties)
        yield field, right, None if right else _miss(line, told, field, here)
        yield from _identity(marked, parties)
    if "voices" in told.mentions:
        spans = [(v.start, v.end) for v in claim.voices if v.start is not None and v.end]
        right = any(m.start < e and s < m.end for m in told.mentions["voices"] for s, e in spans)
        yield "voices", right, None if right else _miss(line, told, "voices", here)


def _identity(
    marked: Sequence[Mention], parties: Sequence[Actor]
) -> Iterator[tuple[str, bool, Miss | None]]:
    for mention in marked:
        for party in parties:
            if party.start < mention.end and mention.start < party.end:
                if mention.country:
                    yield "country", party.country == mention.country, None
                if mention.sector:
                    yield "sector", mention.sector in (party.sector or ""), None
                break


def complete(marked: Sequence[Mention], parties: Sequence[Actor]) -> bool:
    """Return whether each marked party is found and none besides."""

    def over(mention: Mention, party: Actor) -> bool:
        return party.start < mention.end and mention.start < party.end

    return all(any(over(m, p) for p in parties) for m in marked) and all(
        any(over(m, p) for m in marked) for p in parties
    )


def _same(told: Told, claims: Sequence[Claim]) -> Claim | None:
    marks = told.mentions["trigger"]
    at = [
        c for c in claims if any(c.trigger.start < m.end and m.start < c.trigger.end for m in marks)
    ]
    at.sort(key=lambda c: c.type != told.type)
    if at:
        return at[0]
    for claim in claims:
        sides = [
            _touch(told.mentions.get(field, ()), parties)
            for field, parties in (("actors", claim.actors), ("recipients", claim.recipients))
            if field in told.mentions
        ]
        if claim.type == told.type and sides and all(sides):
            return claim
    return None


def _touch(marked: Sequence[Mention], parties: Sequence[Actor]) -> bool:
    return any(p.start < m.end and m.start < p.end for m in marked for p in parties)


def _miss(line: Line, told: Told, cause: str, claims: Sequence[Claim]) -> Miss:
    return Miss(line.key, cause, _wanted(line, told), "; ".join(map(_shown, claims)), line.text)


def _wanted(line: Line, told: Told) -> str:
    def words(field: str) -> str:
        return ", ".join(line.text[m.start : m.end] for m in told.mentions.get(field, ()))

    head = f"{told.type or told.kind}.{told.mode} {told.status} [{words('trigger')}]"
    return f"{head} {words('actors')} → {words('recipients')} v: {words('voices')}"


def _shown(claim: Claim) -> str:
    def words(parties: Sequence[Actor]) -> str:
        return ", ".join(party.text for party in parties)

    head = f"{claim.type or claim.kind}.{claim.mode} {claim.status} [{claim.trigger.text}]"
    voices = ", ".join(v.name or "" for v in claim.voices)
    rule = claim.rules[0] if claim.rules else ""
    return f"{head} {words(claim.actors)} → {words(claim.recipients)} v: {voices} {rule}"
