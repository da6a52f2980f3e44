"""What a sentence leaves in the article's memory: who it named, subjects last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.cast.memory import Memory
from reportedly.coding.cast.party import Party
from reportedly.coding.cast.pronouns import genders_told
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.mentions.noun_phrases import covering

SEVERAL = frozenset({"NNS", "NNPS"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def remembered(resolver: Resolver) -> Memory:
    """Return the memory after the resolver's sentence.

    Subjects come last, so that a pronoun of the next sentence finds them first.
    """
    s, memory = resolver.sentence, resolver.scene.memory
    heads = [
        i for i in range(len(s)) if s.is_noun(i) and s.deps[i] not in {"compound", "amod", "nmod"}
    ]
    memory = memory.with_genders(genders_told(resolver.scene, resolver, len(s)))
    for i in heads:
        together = s.conjuncts(i)
        if len(together) == 2:
            memory = memory.with_pair(tuple(p for c in together for p in resolver.resolve(c)))
    named = [i for i in _subjects_last(resolver, heads) if not _only_a_place(resolver, i)]
    after = memory.noted([party for i in named for party in resolver.resolve(i)])
    subjects = [i for i in range(len(s)) if s.deps[i] in SUBJECTS]
    joined = next((s.conjuncts(i) for i in subjects if len(s.conjuncts(i)) > 1), [])
    return replace(
        after,
        topics=tuple(p for i in subjects for p in resolver.resolve(i)),
        together=tuple(p for i in joined for p in resolver.resolve(i)),
        claimants=_claimants(resolver),
        crowds=sum(s.tags[i] in SEVERAL and not s.among(i, "temporal_words") for i in heads),
    )


def _claimants(resolver: Resolver) -> tuple[Party, ...]:
    found: list[Party] = []
    for _, party in resolver.scene.speakers:
        if not any(party.same(one) for one in found):
            found.append(party)
    return tuple(found) if len(found) == 1 else ()


def _subjects_last(resolver: Resolver, heads: Sequence[int]) -> list[int]:
    deps = resolver.sentence.deps
    owners = [i for i in heads if deps[i] == "poss"]
    others = [i for i in heads if deps[i] not in SUBJECTS and deps[i] != "poss"]
    return owners + others + [i for i in reversed(heads) if deps[i] in SUBJECTS]


def _only_a_place(resolver: Resolver, i: int) -> bool:
    """Return whether a capital only says where: "met in Doha" brings no Qatar into play."""
    s, scene = resolver.sentence, resolver.scene
    up = s.heads[i]
    where = s.deps[i] == "pobj" and s.among(up, "position_prepositions")
    known = covering(scene.names, i)
    if known is None:
        return where and s.is_proper(i) and covering(scene.roles, i) is None
    return where and known.form in {"capital", "place"}
