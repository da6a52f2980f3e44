"""Whose somebody is: the country that a demonym, possessor, city or "of" brings to a role."""

from __future__ import annotations

from reportedly.coding.cast.offices import sectors_of
from reportedly.coding.cast.scene import Scene, Who
from reportedly.coding.mentions.match import Match
from reportedly.coding.mentions.noun_phrases import covering, window, within
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Organisation, Person, Role, State

#: sectors of those who serve their own state; one leaves them with the office
OFFICIAL = frozenset({"GOV", "LEG", "MIL", "SPY", "JUD", "COP"})
#: sectors of those who belong to the country that they are in
AT_HOME = OFFICIAL | {"REB", "PRM"}
#: country, sectors and rules that a phrase brings
Country = tuple[str | None, tuple[str, ...], tuple[str, ...]]


def country_of(scene: Scene, who: Who, first: int, i: int) -> Country:
    """Return country, sectors and rules that names between first and i, or after i, bring."""
    owner = _owner(scene, i)
    for match in within(scene.names, first, i):
        if match.last in owner:
            return None, (), ()
        if isinstance(match.entry, State):
            return match.entry.code, (), (match.entry.id,)
        if isinstance(match.entry, Organisation) and _is_told(scene, match, i):
            return match.entry.country, sectors_of(match.entry, scene.when), (match.entry.id,)
        if isinstance(match.entry, Person) and match.last < i:
            return match.entry.country, (), (match.entry.id,)
    if owner:
        return None, (), ()
    known = _after(scene, who, i) or _of_owner(scene, who, i)
    if known is not None:
        return known
    if (seat := _seat(scene, first, i)) is not None:
        return seat, (), ()
    city = _city(scene, first, i)
    return (city, (), ()) if city else _shared(scene, i)


def _city(scene: Scene, first: int, i: int) -> str | None:
    """Return the country of a city in the phrase: "Istanbul prosecutors", "police in Kano"."""
    s = scene.sentence
    role = covering(scene.roles, i) or next(iter(within(scene.roles, first, i)), None)
    if role is None or not _serves(role):
        return None
    runs = [[k for k in range(first, role.first) if s.is_proper(k)]]
    for p in s.kids(i, "prep"):
        if s.among(p, "city_prepositions") and not _only_where(scene, p, i):
            runs += [_named_at(s, k) for k in s.kids(p, "pobj")]
    for run in runs:
        if len(run) == 1 and (s.words[run[0]].isupper() or _is_leader(s, run[0], i)):
            continue  # "USI" is hardly a town
        if run and all(s.is_proper(k) for k in run) and run[-1] - run[0] == len(run) - 1:
            found = scene.city_country(s, run[0], run[-1])
            if found:
                return found
    return None


def _is_leader(s: Sentence, k: int, i: int) -> bool:
    """Return whether the name at k is a leader's rather than a town's, before whom a town does not
    keep: "the Bush administration", "a Kennedy aide"; "Austin police" are the town's."""
    return s.among(k, "surnames_like_towns") and not s.among(i, "organs_that_stay")


def _named_at(s: Sentence, k: int) -> list[int]:
    """Return the tokens of the name at k, or of the area that k says what it is: "the Irbid
    region"."""
    first = window(s, k)[0]
    area = s.among(k, "kinds_of_place") and not s.is_proper(k) and s.is_proper(k - 1)
    return [t for t in range(first, k + 1) if s.is_proper(t)] if area else [*range(first, k + 1)]


def _is_told(scene: Scene, match: Match, i: int) -> bool:
    """Return whether a name is surely an organisation's: "Apple" of "an Apple executive"."""
    role = covering(scene.roles, i) or next(iter(within(scene.roles, match.last + 1, i)), None)
    firm = role is not None and isinstance(role.entry, Role) and "BUS" in role.entry.sector
    head = scene.sentence.among(i, "heads_of_firms")
    return match.form != "short" or match.entry.id in scene.memory.seen_ids or firm or head


def _seat(scene: Scene, first: int, i: int) -> str | None:
    """Return the country of the town in "Oslo-based activists", or None."""
    s = scene.sentence
    for k in range(first + 2, i):
        if s.among(k, "words_of_seat") and s.words[k - 1] == "-" and s.is_proper(k - 2):
            begin = k - 2
            while begin > first and s.is_proper(begin - 1):
                begin -= 1
            return scene.city_country(s, begin, k - 2)
    return None


def _owner(scene: Scene, i: int) -> set[int]:
    """Return the words for whose somebody is who may be of another country: "Iran's neighbours"."""
    s = scene.sentence
    if not s.among(i, "related_people"):
        return set()
    return {t for k in s.kids(i, "poss") for t in s.subtree(k)}


def _serves(role: Match) -> bool:
    """Return whether a role is a body's, or of those who serve their state: a town tells whose.

    Brokers and boys from a town may be of another country.
    """
    entry = role.entry
    return not isinstance(entry, Role) or not entry.person or bool(AT_HOME & set(entry.sector))


def _of_owner(scene: Scene, who: Who, i: int) -> Country | None:
    """Return the country of a possessor that only memory knows: "his foreign minister".

    Not of somebody without an office: whom "her commanders" serve, her passport does not tell.
    """
    for k in scene.sentence.kids(i, "poss"):
        for party in who.resolve(k):
            private = not party.sectors and party.actor_id is None
            if private and party.person is True:
                return None
            somebody = private and scene.sentence.among(k, "personal_pronouns")
            return None if somebody else party.country, (), party.rules
    return None


def _after(scene: Scene, who: Who, i: int) -> Country | None:
    s = scene.sentence
    for p in s.kids(i, "prep"):
        if not s.among(p, "country_prepositions"):
            continue
        aside = s.among(p, "addressing") or _only_where(scene, p, i)
        for k in s.kids(p, "pobj"):
            if _lives(scene, i, k):
                continue
            known = covering(scene.names, k)
            firm = known.entry if known is not None and known.form == "short" else None
            if known is not None and isinstance(firm, Organisation) and _is_told(scene, known, i):
                return firm.country, (), (firm.id,)
            party = next(iter(who.resolve(k) or who.owner(k)), None)
            if party and party.country and not (party.is_state and aside):
                body = party.person is False and not party.is_state
                return party.country, party.sectors if body else (), party.rules
    return None


def _lives(scene: Scene, i: int, k: int) -> bool:
    """Return whether a town at token k tells where people live, and not whose they are."""
    role, known = covering(scene.roles, i), covering(scene.names, k)
    if role is None or _serves(role) or not scene.sentence.is_proper(k):
        return False
    return known is None or known.form in {"capital", "place"}


def _only_where(scene: Scene, p: int, i: int) -> bool:
    """Return whether preposition p tells where i is, and not whose: "tourists in Peru".

    Officials, rebels and bodies in a country are its own; gunmen, protesters and guests need
    not be, nor anybody by name.
    """
    s = scene.sentence
    if not s.among(p, "within"):
        return False
    role = covering(scene.roles, i)
    if role is None or not isinstance(role.entry, Role):
        return s.is_proper(i) and not s.among(i, "bodies")
    at_home = AT_HOME & set(role.entry.sector) and not s.among(i, "guests")
    return role.entry.person and not at_home


def _shared(scene: Scene, i: int) -> Country:
    """Return the country that stands once for two: "the Malian army and police"."""
    s = scene.sentence
    up = s.heads[i]
    bare = s.deps[i] == "conj" and s.kid(i, "det", "poss") is None and s.is_noun(up)
    if not bare or covering(scene.roles, up) is None:
        return None, (), ()
    first, _ = window(s, up)
    for match in within(scene.names, first, up):
        if isinstance(match.entry, State):
            return match.entry.code, (), (match.entry.id,)
    return None, (), ()
