"""One article → its claims: the steps in the order in which they are taken."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.coding.analysis import Analysis, completed
from reportedly.coding.cast.memory import Memory
from reportedly.coding.cast.remembering import remembered
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.cast.scene import scene_of
from reportedly.coding.circumstances.when import publication_day
from reportedly.coding.claims.about import about_of
from reportedly.coding.claims.assemble import Setting, assembled
from reportedly.coding.claims.confidence import measured
from reportedly.coding.claims.contexts import contexts_of
from reportedly.coding.claims.guard import Guarded, guarded
from reportedly.coding.claims.home import home_of
from reportedly.coding.claims.links import linked
from reportedly.coding.grammar.clauses import Clauses
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.support_verbs import lending_of
from reportedly.coding.mentions.goods import find_goods
from reportedly.coding.participants.composition import composed
from reportedly.coding.participants.filling import draft_of
from reportedly.coding.places.located import locate_all
from reportedly.coding.places.towns import country_at, without_towns
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.predicates.senses import chosen
from reportedly.coding.predicates.settings import of_leisure
from reportedly.coding.predicates.unseen import with_unseen
from reportedly.coding.presentation.scope import Judge, judged
from reportedly.coding.sentences.paragraphs import paragraphs
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.tools import Tools
from reportedly.coding.voices.cues import find_said
from reportedly.coding.voices.over_sentences import Quotation
from reportedly.coding.voices.voice import speakers_of, speeches_of, spoken_of
from reportedly.records import Article, Claim, Section, SectionKind


def claims_of(article: Article, tools: Tools) -> list[Claim]:
    """Return the claims of one article, in text order. Reads no file, no clock, no network."""
    return claims_in(article, list(analyses(article, tools)), tools)


def claims_in(article: Article, analysed: list[Analysis], tools: Tools) -> list[Claim]:
    """Return the claims of the article's judged sentences, in text order."""
    found = [claim for one in guarded_in(article, analysed, tools) for claim in one.claims]
    return sorted(found, key=lambda claim: (claim.trigger.start, claim.trigger.end, claim.id))


def guarded_in(article: Article, analysed: list[Analysis], tools: Tools) -> Iterator[Guarded]:
    """Yield the claims of each judged sentence, and what was taken back from them."""
    setting = setting_of(article, analysed, tools)
    least = measured().least if setting.about is not None else 0.0
    for one in analysed:
        published = publication_day(article, one.section)
        kept = guarded(list(assembled(one, setting)), one, published, least)
        yield Guarded(linked(kept.claims, one), kept.refused)


def setting_of(article: Article, analysed: list[Analysis], tools: Tools) -> Setting:
    """Return what the claims take from the article: its day, all its places, its contexts."""
    located = locate_all(analysed, tools.places)
    return Setting(
        article=article,
        located=located,
        home=home_of(analysed, located),
        organs=tools.organs,
        about=about_of(analysed),
        contexts=contexts_of(article, analysed, tools.vocabulary),
        times=tools.times,
        coder=tools.info,
        digest=tools.info_digest,
    )


def analyses(article: Article, tools: Tools) -> Iterator[Analysis]:
    """Yield every sentence of the article, judged, in text order."""
    parts = list(paragraphs(article, tools.datelines))
    when = article.published.value if article.published else None
    parsed = tools.parser.sentences((part.text, part.offset) for part in parts)
    leisure = of_leisure(article.text, *tools.vocabulary.leisure)
    memories = {comment: Memory(leisure=leisure) for comment in (True, False)}
    quotation, section = Quotation(), None
    held: list[Analysis] = []
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
            one, quotation = analysed(sentence, part.section, memory, quotation, when, tools)
            memories[comment] = remembered(one.resolver)
            held.append(one)
    yield from completed(held)


def analysed(
    sentence: Sentence,
    section: Section,
    memory: Memory,
    quotation: Quotation,
    when: str | None,
    tools: Tools,
) -> tuple[Analysis, Quotation]:
    """Return one sentence judged, and the quotation that the next one may begin in.

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
    said = find_said(Slots(clauses), vocabulary, quoted)
    own = speeches_of(said, Resolver(scene))
    speeches, quotation = quotation.carried(own, quoted)
    resolver = Resolver(scene).hearing(speakers_of(speeches))
    slots = Slots(clauses, lending_of(clauses, vocabulary), spoken_of(own))
    found = chosen(Evidence(slots, resolver, goods, vocabulary))
    found = with_unseen(found, tools.semantics)
    evidence = found.evidence
    judge = Judge(evidence.slots, vocabulary, found.types)
    single = [draft_of(found, one, judged(judge, one)) for one in found.mentions]
    drafts = composed(single, evidence.slots, vocabulary.compositions)
    return Analysis(section, evidence, judge, drafts, said, speeches, quoted), quotation
