"""One text, step by step, as records: what every step found. `explain` prints it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import Struct

from reportedly.coding.analysis import Analysis
from reportedly.coding.cast.party import Party
from reportedly.coding.circumstances.when import publication_day, settled
from reportedly.coding.claims.guard import Refused
from reportedly.coding.participants.draft import Draft
from reportedly.coding.pipeline import analyses, guarded_in
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.times import TimeFinder
from reportedly.coding.tools import Tools
from reportedly.coding.vocabulary import Vocabulary
from reportedly.lexicons import Cue, Operator, Support
from reportedly.records import Article, Claim


class Word(Struct, frozen=True, kw_only=True):
    """A token with its place in the parse; depth 0 is the root."""

    text: str
    lemma: str
    tag: str
    label: str
    head: int
    depth: int


class Filled(Struct, frozen=True, kw_only=True):
    """What a slot was filled with, and the entries that resolved it."""

    slot: str
    text: str
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class Step(Struct, frozen=True, kw_only=True):
    """A lexicon entry that acted on the status, innermost first. effect, negated: what the entry
    says; empty where it lends only its own tense."""

    rule: str
    effect: str
    negated: str


class MentionShown(Struct, frozen=True, kw_only=True):
    """A word that presents something.

    passed_over  senses of the word that were not chosen
    absorbed     true when a matrix predicate took the event up ("threatened to attack")
    """

    trigger: str
    entry: str
    passed_over: tuple[str, ...]
    kind: str
    type: str | None
    mode: str | None
    filled: tuple[Filled, ...]
    steps: tuple[Step, ...]
    status: str
    factuality: str
    absorbed: bool


class VoiceShown(Struct, frozen=True, kw_only=True):
    """A source, its cue, the cue's entry, and what is said. source null: the text hides it."""

    source: str | None
    name: str | None
    cue: str
    rule: str
    content: str


class Traced(Struct, frozen=True, kw_only=True):
    """A sentence with every step's result, and the claims that came out.

    refused  what contradicted itself and was taken back from the claims
    """

    text: str
    words: tuple[Word, ...]
    mentions: tuple[MentionShown, ...]
    unused: tuple[str, ...]
    voices: tuple[VoiceShown, ...]
    claims: tuple[Claim, ...]
    refused: tuple[Refused, ...] = ()


Acting = dict[str, Operator | Cue | Support]


@dataclass(frozen=True, slots=True)
class _Context:
    analysis: Analysis
    published: dt.date | None
    times: TimeFinder
    vocabulary: Vocabulary
    acting: Acting


def traced(article: Article, tools: Tools) -> Iterator[Traced]:
    """Yield the article's sentences in text order, each with what every step found."""
    analysed = list(analyses(article, tools))
    kept = guarded_in(article, analysed, tools)
    vocabulary = tools.vocabulary
    acting = _acting(vocabulary)
    for analysis, guarded in zip(analysed, kept, strict=True):
        published = publication_day(article, analysis.section)
        here = _Context(analysis, published, tools.times, vocabulary, acting)
        s = analysis.sentence
        yield Traced(
            text=s.text,
            words=tuple(_words(s)),
            mentions=tuple(_mention(draft, here) for draft in analysis.drafts),
            unused=tuple(_unused(here)),
            voices=tuple(_voices(analysis)),
            claims=tuple(guarded.claims),
            refused=tuple(guarded.refused),
        )


def _acting(vocabulary: Vocabulary) -> Acting:
    """Return the entries that can act on a status, by id."""
    tables = (vocabulary.operators, vocabulary.cues, vocabulary.support)
    return {entry.id: entry for table in tables for row in table.values() for entry in row}


def _words(s: Sentence) -> Iterator[Word]:
    for i in range(len(s)):
        yield Word(
            text=s.words[i],
            lemma=s.lemmas[i],
            tag=s.tags[i],
            label=s.deps[i],
            head=s.heads[i],
            depth=sum(1 for _ in s.path(i)),
        )


def _mention(draft: Draft, here: _Context) -> MentionShown:
    s, mention = here.analysis.sentence, draft.mention
    reading, _ = settled(draft, here.analysis, here.published, here.times)
    senses = here.vocabulary.senses(s, mention.i)
    return MentionShown(
        trigger=s.words[mention.i]
        + (f" … {s.words[mention.last]}" if mention.last != mention.i else ""),
        entry=draft.entry.id,
        passed_over=tuple(entry.id for entry in senses if entry.id != draft.entry.id),
        kind=draft.entry.kind,
        type=draft.type,
        mode=draft.mode,
        filled=tuple(_filled(draft, s)),
        steps=tuple(_step(rule, here) for rule in reading.rules),
        status=reading.status,
        factuality=reading.factuality,
        absorbed=draft.dropped,
    )


def _filled(draft: Draft, s: Sentence) -> Iterator[Filled]:
    for slot, parties in (("actor", draft.actors), ("recipient", draft.recipients)):
        yield from (_party(slot, party, s) for party in parties)
    for good in draft.goods:
        words = s.slice(good.first, good.last)
        yield Filled(slot="good", text=words, name=good.category, rules=(good.rule,))
    for i in draft.content:
        tree = s.subtree(i)
        yield Filled(slot="content", text=s.slice(tree[0], tree[-1]), name=s.words[i])


def _party(slot: str, party: Party, s: Sentence) -> Filled:
    return Filled(
        slot=slot,
        text=s.slice(party.first, party.last),
        name=party.name,
        country=party.country,
        sectors=party.sectors,
        rules=party.rules,
    )


def _step(rule: str, here: _Context) -> Step:
    entry = here.acting.get(rule)
    effect = entry.effect if entry else ""
    negated = entry.negated if isinstance(entry, Operator | Cue) else ""
    return Step(rule=rule, effect=effect, negated=negated)


def _unused(here: _Context) -> Iterator[str]:
    """Yield the words that have senses of which none fitted."""
    s = here.analysis.sentence
    used = here.analysis.triggers
    for i in range(len(s)):
        senses = here.vocabulary.senses(s, i)
        if senses and i not in used:
            yield f"{s.words[i]}: {', '.join(entry.id for entry in senses)}"


def _voices(analysis: Analysis) -> Iterator[VoiceShown]:
    s = analysis.sentence
    for said in analysis.said:
        party = None
        if said.source is not None:
            resolver = analysis.resolver
            found = resolver.resolve(said.source) or resolver.owner(said.source)
            party = next(iter(found), None)
        yield VoiceShown(
            source=s.words[said.source] if said.source is not None else None,
            name=party.name if party else None,
            cue=s.slice(*said.cue),
            rule=said.entry.id,
            content=s.slice(said.content[0], said.content[-1]),
        )
