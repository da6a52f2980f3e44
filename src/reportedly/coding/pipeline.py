"""One article → its claims: the steps in the order in which they are taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.coding.analysis import Analysis
from reportedly.coding.cast.figures import Figure
from reportedly.coding.cast.gathering import Cast, gathered
from reportedly.coding.cast.members import standings
from reportedly.coding.circumstances.when import publication_day
from reportedly.coding.claims.about import about_of
from reportedly.coding.claims.assemble import Setting, assembled
from reportedly.coding.claims.confidence import measured
from reportedly.coding.claims.contexts import contexts_of
from reportedly.coding.claims.guard import Guarded, guarded
from reportedly.coding.claims.home import dateline_country, ground_of
from reportedly.coding.claims.identity import identities_of
from reportedly.coding.claims.links import linked
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.support_verbs import lending_of
from reportedly.coding.participants.composition import composed
from reportedly.coding.participants.filling import draft_of
from reportedly.coding.places.located import locate_all
from reportedly.coding.places.outlets import outlet_of
from reportedly.coding.places.telling import told_of
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.predicates.senses import chosen
from reportedly.coding.predicates.unseen import with_unseen
from reportedly.coding.presentation.judging import judged
from reportedly.coding.presentation.scope import Judge
from reportedly.coding.staged import Staged, revoiced, sayings_of, staged_in
from reportedly.coding.tools import Tools
from reportedly.coding.voices.voice import spoken_of
from reportedly.records import Article, Claim


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
    kept = [
        guarded(list(assembled(one, setting)), one, publication_day(article, one.section), least)
        for one in analysed
    ]
    who = identities_of((claim for one in kept for claim in one.claims), analysed, tools.known)
    for one, found in zip(analysed, kept, strict=True):
        claims = [who.identified(claim) for claim in linked(found.claims, one)]
        yield Guarded(claims, found.refused)


def setting_of(article: Article, analysed: list[Analysis], tools: Tools) -> Setting:
    """Return what the claims take from the article: its day, all its places, its contexts."""
    located = locate_all(told_of(analysed, tools.places), tools.places, outlet_of(article))
    dateline = dateline_country(article, tools.datelines, tools.places)
    return Setting(
        article=article,
        located=located,
        ground=ground_of(analysed, located, dateline),
        organs=tools.organs,
        about=about_of(analysed),
        contexts=contexts_of(article, analysed, tools.vocabulary),
        times=tools.times,
        coder=tools.info,
        digest=tools.info_digest,
    )


def analyses(article: Article, tools: Tools) -> Iterator[Analysis]:
    """Yield every sentence of the article, judged, in text order."""
    rows = list(staged_in(article, tools))
    known = standings(cast_of(rows))
    knowing = [one.knowing(known.get(number, {})) for number, one in enumerate(rows)]
    for one in revoiced(knowing):
        yield analysed(one, tools)


def cast_of(rows: Sequence[Staged]) -> Cast:
    """Return who the sentences of an article speak of; its comments have a cast of their own."""
    sayings = sayings_of(rows)
    figures: list[Figure] = []
    for comments in (False, True):
        numbers = [n for n, one in enumerate(rows) if one.is_comment == comments]
        found = gathered({n: rows[n].resolver for n in numbers}, {n: sayings[n] for n in numbers})
        figures += found.figures
    return Cast(tuple(figures))


def analysed(one: Staged, tools: Tools) -> Analysis:
    """Return one sentence judged."""
    vocabulary = tools.vocabulary
    slots = Slots(one.clauses, lending_of(one.clauses, vocabulary), spoken_of(one.own))
    found = chosen(Evidence(slots, one.resolver, one.goods, vocabulary))
    found = with_unseen(found, tools.semantics)
    evidence = found.evidence
    judge = Judge(evidence.slots, vocabulary, found.types)
    single = [draft_of(found, mention, judged(judge, mention)) for mention in found.mentions]
    drafts = composed(single, evidence.slots, vocabulary.compositions)
    said, speeches = one.said, one.speeches
    return Analysis(one.section, evidence, judge, drafts, said, speeches, one.quoted, one.elsewhere)
