"""Analyses → claims: the last step, which only copies, numbers and derives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from reportedly import ontology
from reportedly.coding.analysis import Analysis
from reportedly.coding.cast.party import actor_of
from reportedly.coding.circumstances.when import publication_day, settled
from reportedly.coding.circumstances.where import place_of
from reportedly.coding.claims.about import About
from reportedly.coding.claims.confidence import confidence
from reportedly.coding.claims.extent import content_of, trigger_of
from reportedly.coding.claims.home import Ground
from reportedly.coding.claims.organs import Organs, at_home
from reportedly.coding.claims.owners import owners_of
from reportedly.coding.claims.standing import standing
from reportedly.coding.claims.worth import says_enough
from reportedly.coding.mentions.goods import good_of
from reportedly.coding.participants.draft import Draft
from reportedly.coding.participants.transfers import settled_sides
from reportedly.coding.places.located import Located
from reportedly.coding.presentation.mood import Reading
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.times import TimeFinder
from reportedly.coding.voices.voice import voices_of
from reportedly.records import Article, Claim, CoderInfo, Span

#: the quad class whose types are done by saying so: REQUEST, ACCUSE, REJECT, THREATEN
VERBAL_CONFLICT = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What a claim takes from its article rather than from its sentence.

    located    places by the offset of their sentence
    contexts   PLOVER contexts by the offset of their sentence
    ground     what the article tells of countries
    organs     which roles are a state's own
    about      what the article is about, None where it is too short to tell
    times      what finds the times of a sentence
    coder      who the coder is; digest: the same in short, part of each claim's id
    """

    article: Article
    located: Mapping[int, Sequence[Located]]
    contexts: Mapping[int, frozenset[str]]
    ground: Ground
    organs: Organs
    about: About | None
    times: TimeFinder
    coder: CoderInfo
    digest: str


def assembled(analysis: Analysis, setting: Setting) -> Iterator[Claim]:
    """Yield the claims of one analysed sentence, in text order."""
    return (claim for _, claim in with_drafts(analysis, setting))


def with_drafts(analysis: Analysis, setting: Setting) -> Iterator[tuple[Draft, Claim]]:
    """Yield the claims of one analysed sentence beside what they were made of."""
    located = setting.located.get(analysis.sentence.offset, ())
    for draft in analysis.drafts:
        if not draft.dropped and draft.reading.real and says_enough(draft, analysis, located):
            yield draft, _claim(draft, analysis, setting)


def _claim(draft: Draft, analysis: Analysis, setting: Setting) -> Claim:
    s, section = analysis.sentence, analysis.section
    published = publication_day(setting.article, section)
    reading, when = settled(draft, analysis, published, setting.times)
    voices, voice_rules = voices_of(
        _voiced(draft, analysis), analysis.speeches, draft.actors, uttered=_uttered(draft, s)
    )
    located = setting.located.get(s.offset, ())
    place = place_of(draft, analysis, located)
    home = setting.ground.home()
    hit = standing(draft.recipients, draft.actors, place, home)
    claim = Claim(
        id=_id(draft, s, setting),
        article=setting.article.id,
        section=section.kind,
        author=section.author,
        sentence=Span(start=s.offset, end=s.offset + len(s.text), text=s.text),
        kind=draft.entry.kind,
        **_type_fields(draft, setting.contexts.get(s.offset, frozenset())),  # type: ignore[arg-type]
        trigger=trigger_of(draft, analysis.slots),
        content=content_of(draft, s),
        actors=tuple(actor_of(p, s) for p in draft.actors),
        recipients=tuple(actor_of(p, s) for p in hit),
        goods=tuple(good_of(g, s) for g in settled_sides(draft)),
        time=when,
        place=place,
        status=reading.status,
        factuality=reading.factuality,
        voices=voices,
        rules=_rules(draft, reading, voice_rules),
        coder=setting.coder,
    )
    sure = confidence(claim, draft, analysis, setting.about)
    claim = msgspec.structs.replace(claim, confidence=sure)
    owners = owners_of(claim, analysis)
    return at_home(claim, setting.ground, located, setting.organs, owners)


def _voiced(draft: Draft, analysis: Analysis) -> tuple[int, ...]:
    """Return the tokens whose speakers are the claim's voices: the trigger and what carries it.

    Where saying it is the act, whoever reports the saying.
    """
    i = draft.mention.i
    if draft.entry.actor == ("speaker",) and (cue := analysis.slots.said_at(i)) is not None:
        return (cue,)
    return (i, analysis.slots.lending.carriers.get(i, i))


def _uttered(draft: Draft, s: Sentence) -> bool:
    """Return whether saying it is the act: "they must go", "I ask him to go", "we reject it"."""
    if draft.entry.actor == ("speaker",):
        return True
    i = draft.mention.i
    if draft.type is None or ontology.quad(draft.type) != VERBAL_CONFLICT:
        return False
    first = any(s.among(k, "first_pronouns") for k in s.kids(i, "nsubj"))
    helped = s.tags[i] == "VB" and any(s.tags[k] == "VBP" for k in s.kids(i, "aux"))
    return first and (helped or s.tags[i] == "VBP")


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


def _rules(draft: Draft, reading: Reading, voice_rules: tuple[str, ...]) -> tuple[str, ...]:
    parties = [r for p in (*draft.actors, *draft.recipients) for r in p.rules]
    goods = [g.rule for g in draft.goods]
    return tuple(dict.fromkeys((*draft.rules, *reading.rules, *voice_rules, *parties, *goods)))


def _id(draft: Draft, s: Sentence, setting: Setting) -> str:
    m = draft.mention
    key = f"{setting.article.id}|{setting.digest}|{s.starts[m.i]}|{s.ends[m.last]}|{m.entry.id}"
    return hashlib.blake2b(key.encode(), digest_size=16).hexdigest()
