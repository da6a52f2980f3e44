"""Analyses → claims: the last step, which only copies, numbers and derives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly import ontology
from reportedly.coding.analysis import Analysis
from reportedly.coding.confidence import confidence
from reportedly.coding.goods import good_of
from reportedly.coding.party import actor_of
from reportedly.coding.reading import Mood, Reading
from reportedly.coding.sentence import Sentence
from reportedly.coding.slots import Draft
from reportedly.coding.tools import Tools
from reportedly.coding.voices import voices_of
from reportedly.coding.whenwhere import Circumstances
from reportedly.records import Article, Claim, ClaimKind, Section, Span

#: words of speech: present tense reports them as done
SPOKEN = frozenset({1, 3})


@dataclass(frozen=True, slots=True)
class Setting:
    """Where in which article the sentence stands.

    contexts  PLOVER contexts of the sentence's words, or of its paragraph's where it has none
    """

    article: Article
    section: Section
    heading: bool
    contexts: frozenset[str] = frozenset()


def assemble(
    analysis: Analysis, setting: Setting, tools: Tools, circumstances: Circumstances
) -> Iterator[Claim]:
    """Yield the claims of one analysed sentence, in text order."""
    for draft in analysis.drafts:
        if draft.dropped or not _worth(draft) or _asks(draft, analysis.sentence):
            continue
        yield _claim(draft, analysis, setting, tools, circumstances)


def _worth(draft: Draft) -> bool:
    """Return whether the draft says enough: somebody, and for other kinds something."""
    if draft.entry.kind is ClaimKind.EVENT:
        return bool(draft.actors or draft.recipients)
    if draft.entry.kind is ClaimKind.WANT:
        return bool(draft.actors and draft.content)
    return bool(draft.content)


def _asks(draft: Draft, s: Sentence) -> bool:
    """Return whether the content is only what a question asks for: "What does Iran want?"."""
    return bool(draft.content) and all(s.tags[k] in {"WP", "WDT"} for k in draft.content)


def _claim(
    draft: Draft,
    analysis: Analysis,
    setting: Setting,
    tools: Tools,
    circumstances: Circumstances,
) -> Claim:
    s = analysis.sentence
    reading = tensed(draft, s, setting.heading)
    i = draft.mention.i
    cue = analysis.frames.said_at(i) if draft.entry.actor == ("speaker",) else None
    tokens = (i, analysis.frames.support.get(i, i)) if cue is None else (cue,)
    voices, voice_rules = voices_of(tokens, analysis.speeches, draft.actors)
    when = circumstances.time(draft, analysis, reading)
    reading = circumstances.dated(reading, when)
    where = circumstances.place(draft, analysis)
    return Claim(
        id=_id(draft, s, setting.article, tools),
        article=setting.article.id,
        section=setting.section.kind,
        author=setting.section.author,
        sentence=Span(start=s.offset, end=s.offset + len(s.text), text=s.text),
        kind=draft.entry.kind,
        **_type_fields(draft, setting.contexts),  # type: ignore[arg-type]
        trigger=_trigger(draft, s),
        content=_content(draft, s),
        actors=tuple(actor_of(p, s) for p in draft.actors),
        recipients=tuple(actor_of(p, s) for p in draft.recipients),
        goods=tuple(good_of(g, s) for g in draft.goods),
        time=when,
        place=where,
        status=reading.status,
        factuality=reading.factuality,
        voices=voices,
        rules=_rules(draft, reading, voice_rules),
        confidence=confidence(draft, s.is_verb(i)),
        coder=tools.info,
    )


def tensed(draft: Draft, s: Sentence, heading: bool) -> Reading:
    """Return the reading with the present tense settled: going on in a text, done in a headline."""
    reading = draft.reading
    i = draft.mention.i
    if heading or reading.mood is not Mood.PAST or not reading.positive:
        return reading
    present = s.tags[i] in {"VBZ", "VBP"}
    state = draft.entry.kind is not ClaimKind.EVENT
    if state and s.deps[i] in {"acomp", "oprd"}:
        present = s.tags[s.heads[i]] in {"VBZ", "VBP"}
    if present and (state or draft.type is None or ontology.quad(draft.type) not in SPOKEN):
        return reading.after("ongoing")
    return reading


def _type_fields(draft: Draft, contexts: frozenset[str]) -> dict[str, object]:
    if draft.type is None:
        return {"contexts": tuple(sorted(contexts | set(draft.entry.contexts)))}
    mode = ontology.event_type(draft.type).modes.get(draft.mode or "")
    own = {mode.context} if mode and mode.context else set()
    return {
        "type": draft.type,
        "mode": draft.mode,
        "contexts": tuple(sorted(contexts | set(draft.entry.contexts) | own)),
        "quad": ontology.quad(draft.type),
        "intensity": ontology.intensity(draft.type, draft.mode),
        "cameo": draft.cameo or ontology.cameo(draft.type, draft.mode),
    }


def _trigger(draft: Draft, s: Sentence) -> Span:
    i, last = draft.mention.i, draft.mention.last
    if last != i + 1:
        last = i  # a particle further off: the verb alone, so that the span stays whole
    return Span(start=s.starts[i], end=s.ends[last], text=s.slice(i, last))


def _content(draft: Draft, s: Sentence) -> Span | None:
    if draft.entry.kind is ClaimKind.EVENT:
        return None
    barred = draft.mention.i
    tokens = sorted({t for k in draft.content for t in s.subtree(k) if t != barred})
    after = [t for t in tokens if t > barred] if draft.content[0] > barred else tokens
    tokens = after or tokens
    while len(tokens) > 1 and s.words[tokens[-1]] in {".", ",", ";", '"'}:
        tokens.pop()
    while len(tokens) > 1 and s.words[tokens[0]] in {",", ";", '"'}:
        tokens.pop(0)
    first, last = tokens[0], tokens[-1]
    return Span(start=s.starts[first], end=s.ends[last], text=s.slice(first, last))


def _rules(draft: Draft, reading: Reading, voice_rules: tuple[str, ...]) -> tuple[str, ...]:
    parties = [r for p in (*draft.actors, *draft.recipients) for r in p.rules]
    goods = [g.rule for g in draft.goods]
    return tuple(dict.fromkeys((*draft.rules, *reading.rules, *voice_rules, *parties, *goods)))


def _id(draft: Draft, s: Sentence, article: Article, tools: Tools) -> str:
    m = draft.mention
    key = f"{article.id}|{tools.info_digest}|{s.starts[m.i]}|{s.ends[m.last]}|{m.entry.id}"
    return hashlib.blake2b(key.encode(), digest_size=16).hexdigest()
