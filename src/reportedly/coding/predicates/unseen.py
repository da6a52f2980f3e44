"""Predicates that no lexicon entry knows, placed by their meaning (`model.py`).

Two uses: a verb between two parties in a text that is coded, when the model is sure enough; and
the word that joins a given pair, where the caller knows that something joins them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportedly.coding.cast.party import Party
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.predicates.features import Phrasing
from reportedly.coding.predicates.mention import Mention
from reportedly.coding.predicates.model import Guess, Semantics
from reportedly.coding.predicates.senses import Chosen
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate

#: slots in which the second party of an unknown verb may stand, likeliest first
ACTED = ("object", "dative", "to", "with", "against", "on", "at", "over", "from", "for", "of", "in")
#: of these, what an unknown verb must fill to be coded without being asked about a pair
NEAR = ("object", "dative", "to", "with", "against", "on", "from")


@cache
def entry_of(name: str, lemma: str, pos: str) -> Predicate:
    """Return a predicate of that type for a word that has none; its id says where it is from."""
    return Predicate(
        id=f"fallback.{name.lower()}",
        source="semantic fallback",
        yes=(),
        no=(),
        lemma=lemma,
        pos=pos,
        type=name,
        recipient=ACTED,
    )


def with_unseen(found: Chosen, model: Semantics | None) -> Chosen:
    """Return the predicates with those that the model places; model None: as they are."""
    if model is None or found.setting.game:
        return found
    more = _unseen(found.evidence, found.mentions, model)
    mentions = tuple(sorted([*found.mentions, *more], key=lambda mention: mention.i))
    return replace(found, mentions=mentions)


def _unseen(evidence: Evidence, taken: Sequence[Mention], model: Semantics) -> list[Mention]:
    """Return mentions for the verbs between two parties that the lexicons do not know at all."""
    s = evidence.sentence
    busy = {mention.i for mention in taken} | {mention.last for mention in taken}
    busy |= set(evidence.slots.lending.carriers.values())
    found = []
    for i in range(len(s)):
        if i in busy or not s.is_verb(i) or not _free(evidence, i):
            continue
        actors = _parties(evidence, i, ("subject",))
        acted = actors and [
            p for p in _parties(evidence, i, NEAR) if not any(p.same(a) for a in actors)
        ]
        guess = _guess(evidence, i, actors, acted, model) if acted else None
        if guess is not None:
            entry = entry_of(guess.type, s.lemmas[i], "verb")
            found.append(Mention(i, i, entry, sure=guess.sure))
    return found


def _free(evidence: Evidence, i: int) -> bool:
    """Return whether no table knows the verb: as predicate, cue, operator or support."""
    s = evidence.sentence
    if s.deps[i] in {"aux", "auxpass", "amod", "compound"} or s.among(i, "empty_verbs"):
        return False
    return not evidence.vocabulary.knows(s.lemmas[i], "verb")


def _parties(evidence: Evidence, i: int, slots: Sequence[str]) -> list[Party]:
    return [
        p for slot in slots for k in evidence.slots.slot(i, slot) for p in evidence.who(k, slot)
    ]


def _guess(
    evidence: Evidence,
    i: int,
    actors: Sequence[Party],
    acted: Sequence[Party],
    model: Semantics,
) -> Guess | None:
    phrasing = Phrasing(evidence.slots, evidence.vocabulary.types)
    features = phrasing.features(i, _tokens(actors), _tokens(acted))
    return model.guess(features, phrasing.core(i))


def _tokens(parties: Sequence[Party]) -> frozenset[int]:
    return frozenset(t for party in parties for t in range(party.first, party.last + 1))


def joining(
    evidence: Evidence, one: frozenset[int], other: frozenset[int], model: Semantics
) -> Mention | None:
    """Return the word that joins two sets of tokens, with its likeliest type.

    None where neither set has a token in the sentence.
    """
    s, vocabulary = evidence.sentence, evidence.vocabulary
    i = meeting_point(s, one, other)
    if i is not None and (s.lemmas[i], "verb") in vocabulary.cues:
        i = _said(s, i, other or one)
    if i is None:
        return None
    phrasing = Phrasing(evidence.slots, vocabulary.types)
    guess = model.best(phrasing.features(i, one, other), phrasing.core(i))
    pos = "verb" if s.is_verb(i) else "noun"
    return Mention(i, i, entry_of(guess.type, s.lemmas[i], pos), sure=guess.sure)


def meeting_point(s: Sentence, one: frozenset[int], other: frozenset[int]) -> int | None:
    """Return the lowest word above both sets of tokens, or the verb above it if it is in one."""
    tops = [t for tokens in (one, other) if tokens for t in _tops(s, tokens)[:1]]
    if not tops:
        return None
    paths = [[top, *s.path(top)] for top in tops]
    for t in paths[0]:
        if all(t in path for path in paths):
            if t not in one and t not in other:
                return t
            return next((up for up in s.path(t) if s.is_verb(up)), t)
    return s.root


def _said(s: Sentence, cue: int, tokens: frozenset[int]) -> int:
    """Return the verb of the clause that is said and holds the tokens, else the cue itself."""
    for k in s.kids(cue, "ccomp", "xcomp"):
        if tokens & set(s.subtree(k)):
            return k
    return cue


def _tops(s: Sentence, tokens: frozenset[int]) -> list[int]:
    return [t for t in sorted(tokens) if s.heads[t] not in tokens or s.heads[t] == t]
