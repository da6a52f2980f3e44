"""Parties by proper names that no lexicon knows: introduced here with a title, or remembered."""

from __future__ import annotations

from dataclasses import replace

from reportedly.coding.cast.countries import country_of
from reportedly.coding.cast.known import (
    first_name_gender,
    gender_of,
    name_gender,
    title_gender,
)
from reportedly.coding.cast.memory import faded
from reportedly.coding.cast.nationals import DEMONYMS
from reportedly.coding.cast.party import Party
from reportedly.coding.cast.roles import held_sectors, role_party
from reportedly.coding.cast.scene import Scene, Who
from reportedly.coding.mentions.match import Match
from reportedly.coding.mentions.noun_phrases import (
    covering,
    left_edge,
    name_tokens,
    says_former,
    window,
    within,
)
from reportedly.lexicons import Role, State


def proper_party(scene: Scene, who: Who, i: int, first: int) -> Party:
    """Return the party of the proper name that ends the phrase from first to its head i."""
    s = scene.sentence
    owned = [s.subtree(k)[-1] + 1 for k in s.kids(i, "poss")]
    titles = within(scene.roles, max([first, *owned]), i)  # no title from a possessor
    begin, last = name_tokens(s, i, [*scene.names, *scene.roles])
    name = s.slice(begin, last)
    gender = name_gender(scene, begin, last)
    if titles:
        titled = _titled(scene, who, titles[-1], name, i, first)
        return replace(titled, gender=gender or gender_of(s, titles[-1].last))
    if (described := _described(scene, who, i)) is not None:
        gender = gender or described.gender
        return replace(described, name=name, named=True, gender=gender).at(begin, last, i)
    if (together := _titled_together(scene, who, i)) is not None:
        gender = gender or together.gender
        return replace(together, name=name, gender=gender).at(begin, last, i)
    known = scene.memory.person(name) or scene.memory.person(s.words[i])
    if known is not None and (begin == i or known.name == name):
        return faded(known).at(begin, last, i)
    country, _, rules = country_of(scene, who, first, i)
    before = covering(scene.names, begin - 1)
    national = before is not None and before.people  # "Spaniard Ana Ruiz"
    first = begin if national else _named_from(scene, first, i)
    country = country or _told_behind(scene, who, i)
    return Party(
        first=first,
        last=i,
        head=i,
        name=s.slice(first, i),
        country=country,
        person=True if title_gender(scene, begin) else None,
        gender=gender or first_name_gender(s, begin),
        rules=rules,
    )


def _described(scene: Scene, who: Who, i: int) -> Party | None:
    """Return the party of a role in apposition to the name: "Anna Keller, the minister"."""
    for k in scene.sentence.kids(i, "appos"):
        role = covering(scene.roles, k)
        if role is not None and isinstance(role.entry, Role) and role.entry.person:
            return role_party(scene, who, role, k, window(scene.sentence, k)[0])
    return None


def _named_from(scene: Scene, first: int, i: int) -> int:
    """Return where a name begins: behind what is told of its bearer, "unarmed Michael Brown"."""
    s, at = scene.sentence, first
    while at < i and not (s.words[at][0].isupper() or s.among(at, "name_joiners")):
        if s.tags[at] == "CD":  # "the two Koreas"
            return first
        at += 1
    return at


def _told_behind(scene: Scene, who: Who, i: int) -> str | None:
    """Return the country that words behind a name tell of somebody without a role: "Jo Park, an
    American of Korean descent"."""
    s = scene.sentence
    for k in s.kids(i, "appos"):
        first = window(s, k)[0]
        if s.tags[k] in {"NN", "NNP", "JJ"} and first > 0 and s.words[first - 1] in {"a", "an"}:
            match = covering(scene.names, k)
            if match is not None and isinstance(match.entry, State):
                return match.entry.code if match.form in DEMONYMS else None
            return country_of(scene, who, first, k)[0]
    return None


def _titled_together(scene: Scene, who: Who, i: int) -> Party | None:
    """Return one of those whose role several names share: "the envoys Anna Keller and Jo Diaz"."""
    s, top = scene.sentence, i
    while s.deps[top] == "conj" and s.is_proper(s.heads[top]):
        top = s.heads[top]
    above = s.heads[top]
    if s.deps[top] != "appos" or s.tags[above] != "NNS" or i not in s.conjuncts(above):
        return None
    role = covering(scene.roles, above)
    if role is None or not isinstance(role.entry, Role) or not role.entry.person:
        return None
    several = role_party(scene, who, role, above, window(s, above)[0])
    return replace(several, named=True, person=True, plural=False, bare=False)


def _titled(scene: Scene, who: Who, title: Match, name: str, i: int, first: int) -> Party:
    entry = title.entry
    assert isinstance(entry, Role)
    country, more, rules = country_of(scene, who, first, i)
    return Party(
        first=first,
        last=i,
        head=i,
        name=name,
        country=country,
        sectors=held_sectors(scene, entry, more, i),
        role=entry.name,
        former=says_former(scene.sentence, left_edge(scene.sentence, i), i),
        person=entry.person,
        rules=(entry.id, *rules),
    )
