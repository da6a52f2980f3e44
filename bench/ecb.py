"""ECB+: the same event in several articles, by what claims say of marked mentions."""

from __future__ import annotations

import json
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from bench import gate
from bench.clusters import Mention, b_cubed, ceaf_e, conll, grouped, muc, pairs
from bench.measure import Pair, overlap
from bench.outcome import Figure, Outcome, digest, missing, progress
from bench.parties import identity
from reportedly.coding.coder import Coder, bare_article
from reportedly.coding.sentences.sentence import Sentence
from reportedly.linking.link import link
from reportedly.records import Article, Claim, article_id

FILE = Path("benchmarks/ecb/dev.jsonl")


class Event(NamedTuple):
    """A marked mention of an event, in a sentence whose marking is complete."""

    span: Pair
    text: str
    cluster: str


class Story(NamedTuple):
    """An article up to the last sentence that is marked, with its events."""

    name: str
    topic: int
    text: str
    events: tuple[Event, ...]


def story(row: dict[str, Any]) -> Story:
    """Return the story of a row; what follows the marked sentences changes none of them."""
    end = max((row["sentences"][at][1] for at in row["checked"]), default=0)
    checked = set(row["checked"])
    events = [
        Event((m["start"], m["end"]), row["text"][m["start"] : m["end"]], m["cluster"])
        for m in row["mentions"]
        if m["kind"] == "event" and m["sentence"] in checked
    ]
    return Story(row["id"], row["topic"], row["text"][:end], tuple(events))


def named(one: Story) -> Article:
    """Return the story as an undated article; two stories of one text are two articles."""
    return msgspec.structs.replace(bare_article(one.text), id=article_id(one.text, one.name))


def told(claim: Claim) -> Hashable:
    """Return what two claims must have in common to be taken for one event."""
    sides = [frozenset(map(identity, side)) for side in (claim.actors, claim.recipients)]
    return (claim.type or claim.kind, claim.mode, *sides)


def claim_at(event: Event, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim whose trigger has most in common with the mention; None without one."""
    shares = [overlap([event.span], [(c.trigger.start, c.trigger.end)]) for c in claims]
    best = max(shares, default=0.0)
    return claims[shares.index(best)] if best else None


def by_claims(one: Story, claims: Sequence[Claim]) -> dict[Mention, Hashable]:
    """Return for each event what its claim says, or itself where there is none."""
    keys: dict[Mention, Hashable] = {}
    for at, event in enumerate(one.events):
        claim = claim_at(event, claims)
        keys[one.name, at] = (one.topic, told(claim)) if claim else (one.name, at)
    return keys


def by_word(one: Story, sentences: Sequence[Sentence]) -> dict[Mention, Hashable]:
    """Return for each event its topic and its word, as the story's parsed sentences have it."""
    return {
        (one.name, at): (one.topic, word(event, sentences)) for at, event in enumerate(one.events)
    }


def word(event: Event, sentences: Sequence[Sentence]) -> str:
    """Return the lemma of the word on which the mention's others hang, in lower case."""
    for s in sentences:
        inside = s.covered(*event.span)
        if inside:
            top = next(
                (t for t in inside if s.heads[t] not in inside or s.heads[t] == t), inside[0]
            )
            return s.lemmas[top].casefold()
    return event.text.casefold()


def by_mark(one: Story) -> dict[Mention, Hashable]:
    """Return for each event the cluster that it is marked with."""
    return {(one.name, at): event.cluster for at, event in enumerate(one.events)}


def figures(
    gold: dict[Mention, Hashable], ours: dict[Mention, Hashable], words: dict[Mention, Hashable]
) -> list[Figure]:
    """Return CoNLL F1 of both ways with what it is made of, and how many have a claim."""
    marked, found, same = grouped(gold), grouped(ours), grouped(words)
    n, of = len(gold), "marked events"
    parts = {"MUC": muc, "B³": b_cubed, "CEAF-e": ceaf_e}
    having = sum(isinstance(key, tuple) and isinstance(key[0], int) for key in ours.values())
    two = pairs(marked, found)
    light = {"guard": "informative"}
    return [
        Figure(name="equal claims, CoNLL F1", value=conll(marked, found), count=n, of=of,
               peers="published best .884, on the test part"),
        *(Figure(name=f"equal claims, {name} F1", value=measure(marked, found).f1, count=n,
                 of=of, **light) for name, measure in parts.items()),
        Figure(name="equal claims, pairs P", value=two.precision, count=two.given,
               of="pairs given", **light),
        Figure(name="equal claims, pairs R", value=two.recall, count=two.wanted,
               of="pairs marked", **light),
        Figure(name="events with a claim", value=having / n if n else None, count=n, of=of),
        Figure(name="same word in the topic, CoNLL F1", value=conll(marked, same), count=n,
               of=of, peers="the simplest rule", **light),
    ]  # fmt: skip


def by_events(
    stories: Sequence[Story], articles: Sequence[Article], claims: Sequence[Sequence[Claim]]
) -> dict[Mention, Hashable]:
    """Return for each event that has a claim the linked event that it is in, else itself."""
    linked = link(zip(articles, claims, strict=True))
    of_claim = {claim: event.id for event in linked for claim in event.claims}
    keys: dict[Mention, Hashable] = {}
    for one, own in zip(stories, claims, strict=True):
        for at, event in enumerate(one.events):
            claim = claim_at(event, own)
            keys[one.name, at] = of_claim.get(claim.id, claim.id) if claim else (one.name, at)
    return keys


def told_apart(stories: Sequence[Story], linked: dict[Mention, Hashable]) -> Figure:
    """Return how many pairs of articles on two alike stories of a topic share no event."""
    seen: dict[tuple[int, bool], list[set[Hashable]]] = {}
    for one in stories:
        keys = {linked[one.name, at] for at in range(len(one.events)) if (one.name, at) in linked}
        if keys:
            seen.setdefault((one.topic, one.name.endswith("plus")), []).append(keys)
    pairs_of = [
        (first, second)
        for (topic, plus), firsts in seen.items()
        if not plus
        for first in firsts
        for second in seen.get((topic, True), ())
    ]
    apart = sum(not first & second for first, second in pairs_of)
    return Figure(
        name="alike stories told apart",
        value=apart / len(pairs_of) if pairs_of else None,
        count=len(pairs_of),
        of=gate.ALIKE,
    )


def linking(
    stories: Sequence[Story],
    gold: dict[Mention, Hashable],
    words: dict[Mention, Hashable],
    linked: dict[Mention, Hashable],
) -> list[Figure]:
    """Return how well claims are linked: over events that have one, and over all of them."""
    with_claim = [mention for mention, key in linked.items() if isinstance(key, str)]
    few = {mention: linked[mention] for mention in with_claim}
    marked, found, same = (
        grouped({mention: keys[mention] for mention in with_claim})
        for keys in (gold, linked, words)
    )
    n, of = len(with_claim), gate.CLAIMED
    two = pairs(marked, found)
    return [
        Figure(name="linked, CoNLL F1", value=conll(marked, found), count=n, of=of),
        Figure(name="linked, pairs P", value=two.precision, count=two.given, of="pairs given",
               guard="informative"),
        Figure(name="linked, pairs R", value=two.recall, count=two.wanted, of="pairs marked",
               guard="informative"),
        Figure(name="same word in the topic where there is a claim, CoNLL F1",
               value=conll(marked, same), count=n, of=of, peers="the simplest rule",
               guard="informative"),
        told_apart(stories, few),
        Figure(name="linked end to end, CoNLL F1", value=conll(grouped(gold), grouped(linked)),
               count=len(gold), of="marked events",
               peers="published best .884, on the test part, all marked events given"),
    ]  # fmt: skip


def run(coder: Coder, shared_folder: Path) -> Outcome:
    """Score the claims on marked events: equal ones within a topic, and linked without it."""
    path = shared_folder / FILE
    if not path.is_file():
        return missing("ecb", f"no {FILE}")
    lines = path.read_text(encoding="utf-8").splitlines()
    stories = [one for one in map(story, map(json.loads, lines)) if one.events]
    gold: dict[Mention, Hashable] = {}
    ours: dict[Mention, Hashable] = {}
    words: dict[Mention, Hashable] = {}
    parser = coder.tools.parser
    articles = [named(one) for one in stories]
    claims: list[list[Claim]] = []
    for at, (one, article) in enumerate(zip(stories, articles, strict=True), 1):
        claims.append(coder.code(article))
        ours |= by_claims(one, claims[-1])
        gold |= by_mark(one)
        words |= by_word(one, [s for row in parser.sentences([(one.text, 0)]) for s in row])
        progress("ecb", at, len(stories))
    linked = by_events(stories, articles, claims)
    return Outcome(
        scorer="ecb",
        figures=(*figures(gold, ours, words), *linking(stories, gold, words, linked)),
        corpus=digest(lines),
        lists={"ecb-joined": joined(stories, ours), "ecb-linked": joined(stories, linked)},
    )


def joined(stories: Sequence[Story], ours: dict[Mention, Hashable]) -> list[dict[str, Any]]:
    """Return the events that our claims join with others, group by group, with their marks."""
    events = {(s.name, at): (s, e) for s in stories for at, e in enumerate(s.events)}
    rows = []
    for number, group in enumerate(g for g in grouped(ours) if len(g) > 1):
        for mention in sorted(group, key=str):
            one, event = events[mention]  # type: ignore[index]
            rows.append(
                {"group": number, "article": one.name, "event": event.text, "mark": event.cluster}
            )
    return rows
