"""How sure a claim is: the share of such claims that a reader would accept.

A logistic model over what is known of the claim, its words and its article, fitted by
`python -m bench --calibrate` on marked and judged news (docs/accuracy.md). In an article that is
long enough to tell what it is about, claims below `least` are not made.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.coding.analysis import Analysis
from reportedly.coding.cast.party import Party
from reportedly.coding.claims.about import About
from reportedly.coding.participants.draft import Draft
from reportedly.coding.presentation.mood import CERTAIN, Mood
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import Claim, ClaimKind

#: parties of a side that are looked at, and the most that is told apart in a count
PARTIES, MANY = 3, 3


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by fact, what is added to their sum, and from which confidence a claim is made."""

    weights: Mapping[str, float]
    shift: float
    least: float


def confidence(claim: Claim, draft: Draft, analysis: Analysis, about: About | None) -> float:
    """Return the share of such claims that readers accept as real and of the right type."""
    model = measured()
    known = facts(claim, draft, analysis, about)
    score = model.shift + sum(model.weights.get(fact, 0.0) for fact in dict.fromkeys(known))
    return round(1 / (1 + math.exp(-score)), 2)


def facts(claim: Claim, draft: Draft, analysis: Analysis, about: About | None) -> Iterator[str]:
    """Yield what the model knows of a claim, each a name in `data/confidence.toml`."""
    s = analysis.sentence
    yield from _of_claim(claim, draft)
    yield from _of_word(s, draft)
    for side, parties in (("actor", draft.actors), ("recipient", draft.recipients)):
        yield f"{side}s {min(len(parties), 2)}"
        for party in parties[:PARTIES]:
            yield from _of_party(side, party, s)
    yield from _of_sentence(s)
    if about is not None:
        yield from _of_article(about)


def _of_claim(claim: Claim, draft: Draft) -> Iterator[str]:
    yield str(claim.type or claim.kind)
    yield f"status {claim.status}"
    yield f"section {claim.section}"
    yield f"voices {min(len(claim.voices), 2)}"
    yield "a named voice" if any(voice.named for voice in claim.voices) else "no named voice"
    if claim.type and claim.mode:
        yield f"{claim.type} {claim.mode}"
    if claim.time is not None:
        yield "time"
    if claim.place is not None:
        yield "place"
    if draft.goods:
        yield "goods"
    if claim.kind is ClaimKind.EVENT and draft.mention.sure is not None:
        yield "guessed"


def _of_word(s: Sentence, draft: Draft) -> Iterator[str]:
    i, entry = draft.mention.i, draft.entry
    yield "verb" if s.is_verb(i) else "noun"
    yield f"tag {s.tags[i]}"
    yield f"hangs as {s.deps[i]}"
    yield f"needs {min(len(entry.needs), MANY)}"
    if draft.reading.mood > Mood.ONGOING or draft.reading.certainty < CERTAIN:
        yield "not a fact"
    if not draft.reading.positive:
        yield "negated"


def _of_party(side: str, party: Party, s: Sentence) -> Iterator[str]:
    head = party.head
    yield f"{side} {_class_of(party)}"
    yield f"{side} {s.tags[head]}"
    yield f"{side} as {s.deps[head]}"
    if party.sectors:
        yield f"{side} {party.sectors[0]}"
    if party.person:
        yield f"{side} person"
    if not s.is_proper(head):
        yield f"{side} word {s.lemmas[head]}"


def _class_of(party: Party) -> str:
    """Return how well a party is known."""
    told: Sequence[tuple[object, str]] = (
        (party.unknown, "unknown"),
        (party.is_state, "state"),
        (party.country, "with country"),
        (party.role, "with role"),
        (party.sectors, "with sector"),
        (party.named, "named"),
    )
    return next((name for holds, name in told if holds), "plain")


def _of_sentence(s: Sentence) -> Iterator[str]:
    words = {word.lower() for word in s.words}
    yield f"length {min(len(s) // 10, 5)}"
    if words & {"i", "we", "my", "our"}:
        yield "first person"
    if "you" in words:
        yield "you"


def _of_article(about: About) -> Iterator[str]:
    shares = (("ruling", about.ruling), ("abroad", about.abroad), ("acts", about.acts))
    for name, share in shares:
        for tenth in range(1, 9):
            if share > tenth / 10:
                yield f"{name} over .{tenth}"


@cache
def measured() -> Model:
    """Return the model as it was fitted."""
    text = files("reportedly.coding").joinpath("data", "confidence.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return Model(data["weights"], float(data["shift"]), float(data["least"]))
