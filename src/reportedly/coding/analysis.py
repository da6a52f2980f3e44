"""One sentence, analysed: every step's result side by side, before claims are assembled.

`explain` shows it, `assemble` turns it into records.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.coding.actors import Resolver
from reportedly.coding.attribution import Attributor
from reportedly.coding.fallback import unknown
from reportedly.coding.frames import Frames
from reportedly.coding.goods import Goods
from reportedly.coding.marks import Run
from reportedly.coding.matrix import compose
from reportedly.coding.memory import Memory
from reportedly.coding.parts import Parts
from reportedly.coding.phrases import covering
from reportedly.coding.predicates import Finder, Mention
from reportedly.coding.quotes import Quotes, reach_back
from reportedly.coding.reading import Reading
from reportedly.coding.said import Said
from reportedly.coding.sentence import Sentence
from reportedly.coding.slots import Draft, Filler
from reportedly.coding.status import Judge
from reportedly.coding.tools import Tools
from reportedly.coding.voices import Speech, speech_of

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the steps found in one sentence.

    quoted     the stretches inside quotation marks
    elsewhere  attributions whose whole content stands in the sentences before or behind
    """

    parts: Parts
    resolver: Resolver
    goods: Goods
    drafts: tuple[Draft, ...]
    said: tuple[Said, ...]
    speeches: tuple[Speech, ...]
    quoted: tuple[Run, ...] = ()
    elsewhere: tuple[Said, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """The parsed sentence."""
        return self.parts.sentence

    @property
    def frames(self) -> Frames:
        """Its deep slots."""
        return self.parts.frames


def analyse(
    sentence: Sentence, tools: Tools, memory: Memory, quotes: Quotes, when: str | None
) -> Analysis:
    """Return the analysis of one sentence; memory and quotes are carried on to the next one.

    when: the article's date, ISO 8601, or None.
    """
    memory.next_sentence()
    frames = Frames(sentence)
    names, roles = tools.gazetteer.names(sentence), tools.gazetteer.roles(sentence)
    resolver = Resolver(sentence, names, roles, memory, when)
    resolver.city_country = tools.places.country_of
    goods = Goods(sentence, tools.gazetteer.goods(sentence))
    quoted = quotes.enter(sentence)
    said = Attributor(sentence, frames, tools.tables, quoted).find()
    own = [speech_of(one, sentence, resolver) for one in said if one.entry.speech]
    speeches = quotes.carry(sentence, own, quoted)
    resolver.speakers = [(one.content, one.party) for one in speeches if one.party is not None]
    frames.speaking = [
        (speech.content, one.source, one.cue[0])
        for one, speech in zip((o for o in said if o.entry.speech), own, strict=True)
        if one.source is not None
    ]
    finder = Finder(sentence, tools.words, frames, resolver, goods)
    mentions = finder.mentions()
    parts = Parts(sentence, frames, finder, tools.words, tools.tables)
    if tools.semantics is not None:
        mentions = sorted(
            [*mentions, *unknown(parts, mentions, tools.semantics)], key=lambda m: m.i
        )
    chosen = {mention.i: mention.entry.type for mention in mentions}
    judge = Judge(sentence, frames, tools.tables, chosen)
    filler = Filler(sentence, frames, finder, goods)
    drafts = [filler.draft(m, _judged(m, judge, finder)) for m in mentions]
    _remember(sentence, resolver, memory)
    composed = compose(drafts, sentence, frames, tools.compositions)
    return Analysis(parts, resolver, goods, tuple(composed), tuple(said), tuple(speeches), quoted)


def _judged(mention: Mention, judge: Judge, finder: Finder) -> Reading:
    """Return how a mention is presented; what a speaker asks for is done by saying it."""
    if mention.entry.actor == ("speaker",) and (cue := judge.frames.said_at(mention.i)) is not None:
        return judge.judge(cue)
    return judge.judge(mention.i, finder.effects.get(mention.i))


def completed(paragraph: Sequence[Analysis]) -> list[Analysis]:
    """Return the analyses of a whole paragraph with the speakers that follow their words.

    A speaker whose words were not found in the sentences around is left out.
    """
    speeches = reach_back([a.quoted for a in paragraph], [a.speeches for a in paragraph])
    filled = {id(one.said) for row in speeches for one in row if one.carried}
    found = []
    for analysis, row in zip(paragraph, speeches, strict=True):
        said = tuple(one for one in analysis.said if one.content)
        elsewhere = tuple(one for one in analysis.said if not one.content and id(one) in filled)
        kept = tuple(one for one in row if one.content)
        found.append(replace(analysis, said=said, elsewhere=elsewhere, speeches=kept))
    return found


def _remember(sentence: Sentence, resolver: Resolver, memory: Memory) -> None:
    """Note who the sentence named, subjects last, so that a pronoun finds them first."""
    heads = [
        i
        for i in range(len(sentence))
        if sentence.is_noun(i) and sentence.deps[i] not in {"compound", "amod", "nmod"}
    ]
    ordered = [i for i in heads if sentence.deps[i] == "poss"]
    ordered += [i for i in heads if sentence.deps[i] not in SUBJECTS | {"poss"}]
    ordered += [i for i in reversed(heads) if sentence.deps[i] in SUBJECTS]
    for i in heads:
        together = sentence.conjuncts(i)
        if len(together) == 2:
            memory.note_pair(tuple(p for c in together for p in resolver.resolve(c)))
    for i in ordered:
        for party in resolver.resolve(i) if not _only_a_place(i, sentence, resolver) else ():
            memory.note(party)


def _only_a_place(i: int, sentence: Sentence, resolver: Resolver) -> bool:
    """Return whether a capital only says where: "met in Doha" brings no Qatar into play."""
    known = covering(resolver.names, i)
    up = sentence.heads[i]
    where = sentence.deps[i] == "pobj" and sentence.words[up].lower() in {"in", "at", "near"}
    if known is None:
        return where and sentence.is_proper(i) and covering(resolver.roles, i) is None
    return where and known.form in {"capital", "place"}
