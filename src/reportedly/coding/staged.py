"""A sentence before anybody asks who is who: its names, roles, goods, and who speaks in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.coding.cast.gathering import Saying
from reportedly.coding.cast.memory import Memory
from reportedly.coding.cast.remembering import remembered
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.cast.scene import scene_of
from reportedly.coding.cast.standing import Standing
from reportedly.coding.grammar.clauses import Clauses
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.mentions.goods import Goods, find_goods
from reportedly.coding.places.towns import country_at, without_towns
from reportedly.coding.predicates.topics import after, befallen, in_peace, of_leisure
from reportedly.coding.sentences.paragraphs import paragraphs
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.tools import Tools
from reportedly.coding.voices.cues import find_said
from reportedly.coding.voices.over_sentences import Quotation, reach_back
from reportedly.coding.voices.quotation_marks import Run
from reportedly.coding.voices.quotations import Said
from reportedly.coding.voices.voice import Speech, speakers_of, speech_of, speeches_of
from reportedly.records import Article, Section, SectionKind


@dataclass(frozen=True, slots=True)
class Staged:
    """One sentence of a section with what the first pass over the article found.

    resolver   who its noun phrases name, by what stands before it
    said       attributions, in the order of their cues
    own        those of speech with their sources resolved
    speeches   the same with those carried over from the sentences around
    quoted     the stretches inside quotation marks
    elsewhere  attributions whose whole content stands in the sentences before or behind
    """

    section: Section
    resolver: Resolver
    goods: Goods
    clauses: Clauses
    said: tuple[Said, ...]
    own: tuple[Speech, ...]
    speeches: tuple[Speech, ...]
    quoted: tuple[Run, ...] = ()
    elsewhere: tuple[Said, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """The parsed sentence."""
        return self.resolver.sentence

    @property
    def is_comment(self) -> bool:
        """Whether it stands in a reader's comment."""
        return self.section.kind is SectionKind.COMMENT

    def knowing(self, cast: Mapping[int, Standing]) -> Staged:
        """Return the sentence with a resolver that knows who stands at which heads."""
        return replace(self, resolver=self.resolver.knowing(cast))


def staged_in(article: Article, tools: Tools) -> Iterator[Staged]:
    """Yield every sentence of the article in text order, with its speakers."""
    parts = list(paragraphs(article, tools.datelines))
    when = article.published.value if article.published else None
    parsed = tools.parser.sentences((part.text, part.offset) for part in parts)
    leisure = of_leisure(article.text, *tools.vocabulary.leisure)
    plot = of_leisure(article.text, *tools.vocabulary.plots)
    calamity = in_peace(article.text, *tools.vocabulary.calamity)
    campaign = in_peace(article.text, *tools.vocabulary.campaign)
    first = Memory(leisure=leisure, plot=plot, calamity=calamity, campaign=campaign)
    memories = dict.fromkeys((True, False), first)
    quotation, section = Quotation(), None
    held: list[Staged] = []
    for part, sentences in zip(parts, parsed, strict=True):
        if part.section is not section or not quotation.goes_on(part.text):
            yield from completed(held)
            held = []
        if part.section is not section:
            section, quotation = part.section, Quotation()
        quotation = quotation.at_paragraph(part.text)
        # a commenter's "he" must not change who the article's "he" is
        comment = part.section.kind is SectionKind.COMMENT
        for sentence in sentences:
            memory = memories[comment].next_sentence()
            befell = befallen(sentence, memory, tools.vocabulary.accidents)
            memory = replace(memory, befell=befell)
            one, quotation = staged(sentence, part.section, memory, quotation, when, tools)
            memories[comment] = after(befell, remembered(one.resolver))
            held.append(one)
    yield from completed(held)


def staged(
    sentence: Sentence,
    section: Section,
    memory: Memory,
    quotation: Quotation,
    when: str | None,
    tools: Tools,
) -> tuple[Staged, Quotation]:
    """Return one sentence with its speakers, and the quotation that the next one may begin in.

    memory: who the sentences before have named; when: the article's date, ISO 8601, or None.
    """
    index, vocabulary = tools.gazetteer, tools.vocabulary
    roles = index.roles(sentence)
    names = without_towns(index.names(sentence, roles), sentence, tools.places)
    roles = index.apart(sentence, roles, names)
    goods = find_goods(sentence, index.goods(sentence), tools.numerals, names)
    clauses = Clauses(sentence)
    scene = scene_of(sentence, names, roles, memory, when, country_at(tools.places))
    quoted, quotation = quotation.entered(sentence)
    said = tuple(find_said(Slots(clauses), vocabulary, quoted))
    own = speeches_of(said, Resolver(scene))
    speeches, quotation = quotation.carried(own, quoted)
    resolver = Resolver(scene).hearing(speakers_of(speeches, sentence))
    return Staged(section, resolver, goods, clauses, said, own, speeches, quoted), quotation


def completed(paragraph: Sequence[Staged]) -> list[Staged]:
    """Return the sentences of a whole paragraph with the speakers that follow their words.

    A speaker whose words were not found in the sentences around is left out.
    """
    speeches = reach_back([one.quoted for one in paragraph], [one.speeches for one in paragraph])
    filled = {id(one.said) for row in speeches for one in row if one.carried}
    found = []
    for one, row in zip(paragraph, speeches, strict=True):
        said = tuple(each for each in one.said if each.content)
        elsewhere = tuple(e for e in one.said if not e.content and id(e) in filled)
        kept = tuple(each for each in row if each.content)
        found.append(replace(one, said=said, elsewhere=elsewhere, speeches=kept))
    return found


def sayings_of(rows: Sequence[Staged]) -> list[tuple[Saying, ...]]:
    """Return of each sentence who says which of its tokens, innermost last."""
    where = {id(said): number for number, one in enumerate(rows) for said in one.said}
    where |= {id(said): number for number, one in enumerate(rows) for said in one.elsewhere}
    return [tuple(_sayings(number, one, where)) for number, one in enumerate(rows)]


def _sayings(number: int, one: Staged, where: Mapping[int, int]) -> Iterator[Saying]:
    for speech in sorted(one.speeches, key=lambda each: (each.depth, -len(each.content))):
        said = speech.said
        if said is not None and said.source is not None:
            yield speech.content, (where.get(id(said), number), said.source)
        else:
            yield speech.content, None


def revoiced(rows: Sequence[Staged]) -> list[Staged]:
    """Return the sentences with their speakers as the resolvers know them now."""
    heard = {
        id(said): speech_of(said, one.resolver)
        for one in rows
        for said in (*one.said, *one.elsewhere)
        if said.entry.speech
    }
    return [
        replace(one, speeches=tuple(_anew(speech, heard) for speech in one.speeches))
        for one in rows
    ]


def _anew(speech: Speech, heard: Mapping[int, Speech]) -> Speech:
    now = heard.get(id(speech.said))
    if now is None:
        return speech
    return replace(speech, voice=now.voice, party=now.party, beside=now.beside)
