"""What a noun speaks of: a person, people, a body, a state, a place."""

from __future__ import annotations

from reportedly.coding.cast.party import Party, Sort
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.mentions.noun_phrases import covering, name_tokens
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Role, State

SEVERAL = frozenset({"NNS", "NNPS"})


def sort_of(resolver: Resolver, i: int) -> Sort | None:
    """Return what noun i speaks of; None where its word does not tell."""
    s, scene = resolver.sentence, resolver.scene
    known = covering(scene.names, i)
    if known is not None:
        return _of_known(resolver, i)
    role = covering(scene.roles, i)
    if role is not None and isinstance(role.entry, Role):
        return _of_role(s, role.entry, i)
    if s.is_proper(i):
        return _of_proper(resolver, i)
    return _of_word(s, i)


def _of_word(s: Sentence, i: int) -> Sort | None:
    several = s.tags[i] in SEVERAL
    if s.among(i, "people_nouns") or not s.is_noun(i):
        return (
            Sort.PEOPLE
            if several or s.among(i, "groups_of_people") or not s.is_noun(i)
            else Sort.PERSON
        )
    if s.among(i, "paired_nouns"):
        return Sort.STATE
    if s.among(i, "body_nouns"):
        return Sort.BODY
    return Sort.PLACE if s.among(i, "place_nouns") else None


def _of_role(s: Sentence, role: Role, i: int) -> Sort:
    if role.person:
        return Sort.PEOPLE if s.tags[i] in SEVERAL or role.collective else Sort.PERSON
    return Sort.BODY


def _of_known(resolver: Resolver, i: int) -> Sort | None:
    known = covering(resolver.scene.names, i)
    party = next(iter(resolver.resolve(i)), None)
    if known is not None and isinstance(known.entry, State):
        if party is not None and not party.is_state:
            return Sort.PEOPLE if party.plural else Sort.PERSON
        return Sort.STATE
    return _of_party(party)


def _of_party(party: Party | None) -> Sort | None:
    if party is None:
        return None
    if party.is_state:
        return Sort.STATE
    if party.person:
        return Sort.PERSON
    if party.plural:
        return Sort.PEOPLE
    return Sort.BODY if party.person is False else None


def _of_proper(resolver: Resolver, i: int) -> Sort | None:
    """Return what a name that no lexicon knows speaks of, by its words and whoever bears it."""
    s, scene = resolver.sentence, resolver.scene
    party = next(iter(resolver.resolve(i)), None)
    first, last = name_tokens(s, i, [*scene.names, *scene.roles])
    if (told := _of_party(party)) is not None:
        return told
    word = s.words[i].lower()
    names = {w.lower() for w in s.words[first : last + 1]}
    if s.among(i, "place_nouns") and not s.among(i, "body_nouns"):
        return Sort.PLACE
    if s.among(i, "body_nouns") or names & {"of", "for"} or word in {"inc", "ltd", "group"}:
        return Sort.BODY
    if party is not None and party.gender is not None:
        return Sort.PERSON
    if resolver.town(i) is not None:
        return Sort.PLACE
    return None
