"""What one marked party does to another: the claims of a text ranked for a given pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.coding.analysis import Analysis
from reportedly.coding.cast.party import Party
from reportedly.coding.claims.assemble import assembled, with_drafts
from reportedly.coding.claims.identity import identities_of
from reportedly.coding.participants.draft import Draft, thing
from reportedly.coding.pipeline import analyses, setting_of
from reportedly.coding.predicates.unseen import joining
from reportedly.coding.tools import Tools
from reportedly.records import Article, Claim, ClaimKind

Pair = tuple[int, int]

#: weights of the evidence that a claim is about the pair; set by hand on the train part of PLV
PARTY, BELOW, SWAPPED, DEPTH, BARE = 4.0, 1.0, 2.0, 0.3, 0.5
#: types in which guest and host, one side and the other, change places freely
MUTUAL = frozenset({"CONSULT", "COOPERATE"})


def ranked(article: Article, source: Pair, target: Pair, tools: Tools) -> list[Claim]:
    """Return the article's event claims that may join source and target, best first.

    source, target: offsets in the article's text. Claims that touch neither are left out.
    """
    found: list[tuple[float, int, Claim]] = []
    analysed = list(analyses(article, tools))
    setting = setting_of(article, analysed, tools)
    for analysis in analysed:
        scores = {
            draft.mention.i: _score(draft, analysis, source, target) for draft in analysis.drafts
        }
        for draft, claim in with_drafts(analysis, setting):
            score = scores[draft.mention.i]
            if claim.kind is ClaimKind.EVENT and score > 0:
                found.append((-score, claim.trigger.start, claim))
    for analysis in analysed if not found else ():
        for draft in _guessed(analysis, source, target, tools):
            guess = replace(analysis, drafts=(draft,))
            for claim in assembled(guess, setting):
                found.append((-claim.confidence, claim.trigger.start, claim))
    who = identities_of((claim for *_, claim in found), analysed, tools.known)
    return [who.identified(claim) for *_, claim in sorted(found, key=lambda row: row[:2])]


def _guessed(analysis: Analysis, source: Pair, target: Pair, tools: Tools) -> Iterator[Draft]:
    """Yield the draft of the word that joins the pair, its type told by its meaning alone."""
    s = analysis.sentence
    one, other = frozenset(s.covered(*source)), frozenset(s.covered(*target))
    if tools.semantics is None or not (one or other):
        return
    mention = joining(analysis.evidence, one, other, tools.semantics)
    if mention is None:
        return
    yield Draft(
        mention=mention,
        reading=analysis.judge.judge(mention.i),
        type=mention.entry.type,
        mode=None,
        actors=_party(analysis, one),
        recipients=_party(analysis, other),
        rules=(mention.entry.id,),
    )


def _party(analysis: Analysis, tokens: frozenset[int]) -> tuple[Party, ...]:
    """Return who the marked words name: resolved by their last word, else kept by their words."""
    if not tokens:
        return ()
    last = max(tokens)
    found = [p for t in sorted(tokens, reverse=True) for p in analysis.resolver.resolve(t)]
    return (found[0],) if found else (thing(analysis.sentence, last),)


def _score(draft: Draft, analysis: Analysis, source: Pair, target: Pair) -> float:
    s, i = analysis.sentence, draft.mention.i
    score = 0.0
    mutual = draft.entry.reciprocal or draft.type in MUTUAL
    every = (*draft.actors, *draft.recipients)
    acting = _names(every if mutual else draft.actors, analysis, source)
    acted = _names(every if mutual else draft.recipients, analysis, target)
    score += PARTY * acting + PARTY * acted
    if not acting and _names(draft.recipients, analysis, source):
        score -= SWAPPED
    if not acted and _names(draft.actors, analysis, target):
        score -= SWAPPED
    below = set(s.subtree(i))
    score += BELOW * (_touches(below, analysis, source) + _touches(below, analysis, target))
    score -= DEPTH * sum(1 for _ in s.path(i))
    if not s.is_verb(i) and i not in analysis.slots.lending.carriers:
        score -= BARE
    return score


def _names(parties: Iterable[Party], analysis: Analysis, span: Pair) -> bool:
    s = analysis.sentence
    return any(s.starts[p.first] < span[1] and span[0] < s.ends[p.last] for p in parties)


def _touches(tokens: set[int], analysis: Analysis, span: Pair) -> bool:
    s = analysis.sentence
    return any(s.starts[t] < span[1] and span[0] < s.ends[t] for t in tokens)
