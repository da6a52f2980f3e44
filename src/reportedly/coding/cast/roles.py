"""Parties that a role noun names: "the foreign minister", "Armenian and Azerbaijani forces"."""

from __future__ import annotations

from dataclasses import replace

from reportedly.coding.cast.countries import OFFICIAL, country_of
from reportedly.coding.cast.known import first_name_gender, gender_of, name_gender
from reportedly.coding.cast.memory import faded
from reportedly.coding.cast.party import Party
from reportedly.coding.cast.scene import Scene, Who
from reportedly.coding.mentions.match import Match
from reportedly.coding.mentions.noun_phrases import (
    covering,
    goes_by_initials,
    left_edge,
    name_tokens,
    says_former,
    within,
)
from reportedly.lexicons import Organisation, Role, State

#: sectors of those who fight; of a known group, they are its fighters
ARMED = frozenset({"MIL", "PRM", "REB", "UAF", "UNK", "CRM"})


def role_party(scene: Scene, who: Who, role: Match, i: int, first: int) -> Party:
    """Return the party of a phrase whose head is a role noun, with its apposed name."""
    s, entry = scene.sentence, role.entry
    assert isinstance(entry, Role)
    first = min(first, role.first)
    country, more, rules = country_of(scene, who, first, i)
    plural = s.tags[i] in {"NNS", "NNPS"}
    single = entry.person and not plural and not entry.collective
    named = _apposed(scene, i) if single else _first_named(scene, i, plural)
    single = single or named is not None
    name = s.slice(*named) if named else None
    if name is None and single and _definite(scene, i):
        holder = scene.memory.role_holder(entry.name, country)
        if holder is not None:
            return faded(holder).at(first, i, i)
    return Party(
        first=first,
        last=i,
        head=i,
        name=name or s.slice(first, i),
        country=country,
        sectors=held_sectors(scene, entry, more, i),
        role=entry.name,
        former=says_former(s, left_edge(s, i), i),
        named=entry.named or name is not None,
        person=True if single else None if plural or entry.person else False,
        plural=plural,
        collective=entry.collective and not single,
        gender=(name_gender(scene, *named) if named else None) or gender_of(s, i),
        rules=(entry.id, *rules),
    )


def shared_role(scene: Scene, who: Who, role: Match, i: int, first: int) -> tuple[Party, ...]:
    """Return one party a country of "Armenian and Azerbaijani forces", or ()."""
    s = scene.sentence
    if spread := _spread(scene, who, role, i, first):
        return spread
    states = [(m, m.entry) for m in within(scene.names, first, i) if isinstance(m.entry, State)]
    joined = any(s.among(k, "list_joiners") for k in range(first, i))
    if len(states) < 2 or not joined or role.first <= states[-1][0].last:
        return ()
    whole = role_party(scene, who, role, i, first)
    return tuple(
        replace(
            whole,
            first=match.first,
            last=i if match is states[-1][0] else match.last,
            name=f"{s.slice(match.first, match.last)} {s.slice(role.first, role.last)}",
            country=state.code,
            rules=(role.entry.id, state.id),
        )
        for match, state in states
    )


def _spread(scene: Scene, who: Who, role: Match, i: int, first: int) -> tuple[Party, ...]:
    """Return one party a country of "lawmakers in Poland and Hungary", or ()."""
    s = scene.sentence
    if within(scene.names, first, i):
        return ()
    for p in s.kids(i, "prep"):
        heads = [c for k in s.kids(p, "pobj") for c in s.conjuncts(k)]
        states = [q for c in heads for q in who.resolve(c) if q.is_state]
        if s.among(p, "country_prepositions") and len(states) > 1:
            whole = role_party(scene, who, role, i, first)
            return tuple(
                replace(
                    whole,
                    name=f"{whole.name} ({state.name})",
                    country=state.country,
                    rules=(role.entry.id, *state.rules),
                )
                for state in states
            )
    return ()


def held_sectors(scene: Scene, entry: Role, more: tuple[str, ...], i: int) -> tuple[str, ...]:
    """Return the sectors of a role; elites first for one that is over ("a former general")."""
    s = scene.sentence
    past = any(s.among(k, "over_for_good") for k in range(left_edge(s, i), i + 1))
    over = ("ELI",) if past and OFFICIAL & set(entry.sector) else ()
    if "REB" in more and not over and set(entry.sector) <= ARMED:
        return tuple(dict.fromkeys((*more, *entry.sector)))  # "Isis militants"
    return tuple(dict.fromkeys((*over, *entry.sector, *more)))


def _definite(scene: Scene, i: int) -> bool:
    s = scene.sentence
    return any(s.words[k].lower() == "the" for k in s.kids(i, "det"))


def _names_body(scene: Scene, k: int) -> bool:
    """Return whether a name is a body's or a state's: "Man held after raid: NYPD" names no man."""
    name = covering(scene.names, k)
    known = name is not None and isinstance(name.entry, Organisation | State)
    return known or goes_by_initials(scene.sentence, k)


def _first_named(scene: Scene, i: int, several: bool) -> tuple[int, int] | None:
    """Return the name of the person that a role of persons and states alike has: "a close ally,
    Ann Hale"."""
    found = None if several else _apposed(scene, i)
    return found if found and first_name_gender(scene.sentence, found[0]) else None


def _apposed(scene: Scene, i: int) -> tuple[int, int] | None:
    """Return where the name in apposition to a role stands: "the minister, Anna Keller"."""
    s = scene.sentence
    for k in s.kids(i, "appos"):
        if s.is_proper(k) and not covering(scene.roles, k) and not _names_body(scene, k):
            return name_tokens(s, k, scene.roles)
    return None
