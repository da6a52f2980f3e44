"""Who is who in a store: parties that are one, and what they are shown as. No database here.

Parties of one name that do not contradict one another are one; what persons judged goes first.
Descriptions that differ by case alone ("She", "she") are shown as one, each with its own country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from reportedly.records.identity import NO_COUNTRY, Coined, spelling

#: codes under which views tell parties apart by their names
UNTOLD = NO_COUNTRY - {"UNO", "EUR"}


class Party(NamedTuple):
    """A party as claims name it; empty where it is not known.

    key     actor_id, "=Name" where there is none, "@Name|COUNTRY" for a voice; with "#ARTICLE" for
            one article alone
    times   in how many claims
    """

    key: str
    actor_id: str
    name: str
    country: str
    role: str
    times: int


class Judged(NamedTuple):
    """What a person judged, and still holds: see the table actor_judgements."""

    verdict: str
    one: str
    one_name: str
    other: str = ""
    other_name: str = ""
    article: str = ""
    name: str = ""


class Identity(NamedTuple):
    """Whom views show for a party; actor_id and country empty where they are not known."""

    actor_id: str
    name: str
    country: str


def identities(
    parties: Sequence[Party], judged: Sequence[Judged], short: Mapping[str, str] | None = None
) -> dict[str, Identity]:
    """Return key → whom views show, for every party. judged: in the order in which it was made;
    short: key of a name that is only a surname → key of the full name that it stands for."""
    short = short or {}
    by_key: dict[str, list[Party]] = {}
    for party in sorted(parties):
        by_key.setdefault(party.key, []).append(party)
    found = _Found(by_key)
    groups = _grouped(by_key, found, judged, short)
    words = _Words(
        names=[(one, r.name) for r in judged if r.verdict == "named" for one in found.of(r.one, r)],
        first=[one for r in judged if r.verdict == "same" for one in found.of(r.one, r)],
        short=short.keys(),
    )
    shown = [(group, _identity(group, by_key, words)) for group in groups]
    return _told_apart(shown, by_key)


class _Words(NamedTuple):
    """What persons said of keys, in order: by which name they go, under which of two ids; short:
    those that are only surnames."""

    names: Sequence[tuple[str, str]]
    first: Sequence[str]
    short: Collection[str]


class _Found:
    """Finds the key that a judgement means, under another id where the store has been recoded."""

    def __init__(self, by_key: Mapping[str, Sequence[Party]]) -> None:
        self._keys = by_key
        self._names: dict[str, list[str]] = {}
        for key, parties in by_key.items():
            for name in {spelling(party.name) for party in parties if key[0] not in "@"}:
                self._names.setdefault(name, []).append(key)

    def of(self, key: str, row: Judged) -> list[str]:
        """Return the key, the one that has its name now, or nothing where that is not certain."""
        if row.article:
            key = f"{key}#{row.article}"
        if key in self._keys:
            return [key]
        name = row.one_name if key == row.one else row.other_name
        old = Coined.of(key)
        near = [
            other
            for other in self._names.get(spelling(name), ())
            if not (old and (new := Coined.of(other)) and old.contradicts(new))
        ]
        return near if len(near) == 1 else []


def _grouped(
    by_key: Mapping[str, Sequence[Party]],
    found: _Found,
    judged: Sequence[Judged],
    short: Mapping[str, str],
) -> list[list[str]]:
    """Return the keys of each who is one; no two that a person told apart are in one group."""
    same: dict[frozenset[str], bool] = {}
    for row in judged:
        pair = frozenset((*found.of(row.one, row), *found.of(row.other, row)))
        if len(pair) == 2 and row.verdict in ("same", "apart"):
            same.pop(pair, None)
            same[pair] = row.verdict == "same"
    apart = [pair for pair, one in same.items() if not one]
    joined = [tuple(sorted(pair)) for pair, one in reversed(same.items()) if one]
    group = {key: frozenset({key}) for key in by_key}
    fuller = [pair for pair in short.items() if by_key.keys() >= set(pair)]
    for one, other in (*joined, *_alike(by_key), *fuller):
        whole = group[one] | group[other]
        if not any(pair <= whole for pair in apart):
            group.update(dict.fromkeys(whole, whole))
    return sorted(sorted(members) for members in set(group.values()))


def _alike(by_key: Mapping[str, Sequence[Party]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of keys that are one by their names, unless a third would make it a guess."""
    named: dict[str, list[tuple[str, Coined]]] = {}
    yield from _cased(by_key)
    for key, parties in by_key.items():
        if key.startswith("@") and (known := parties[0].actor_id) in by_key:
            yield known, key
        who = coined_of(key, parties)
        if who is not None:
            named.setdefault(who.name, []).append((key, who))
    for rows in named.values():
        sure = [row for row in rows if _certain(row, rows)]
        for (one, a), (other, b) in combinations(sure, 2):
            if not a.contradicts(b):
                yield one, other


def _cased(by_key: Mapping[str, Sequence[Party]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of keys without an id whose names differ by case alone; "US" is not "us"."""
    named: dict[str, list[str]] = {}
    for key in by_key:
        if key.startswith("=") and "#" not in key and not (key.isupper() and " " not in key):
            named.setdefault(key.casefold(), []).append(key)
    for keys in named.values():
        yield from ((keys[0], other) for other in keys[1:])


def coined_of(key: str, parties: Sequence[Party]) -> Coined | None:
    """Return what the key says of a name that no lexicon knows; a voice's key says it, too."""
    if key.startswith("@"):
        one = parties[0]
        return Coined.of(one.actor_id)
    return Coined.of(key)


def _certain(row: tuple[str, Coined], rows: Iterable[tuple[str, Coined]]) -> bool:
    """Return whether all who may be the same as this one may be the same as one another."""
    near = [other for _, other in rows if not row[1].contradicts(other)]
    return not any(one.contradicts(other) for one, other in combinations(near, 2))


def _identity(
    group: Sequence[str], by_key: Mapping[str, Sequence[Party]], words: _Words
) -> Identity:
    """Return what a group is shown as: by the person's word, else by its fullest id."""
    chosen = [key for key in words.first if key in group]
    head = (
        chosen[-1]
        if chosen
        else min(group, key=lambda key: (key in words.short, _rank(key, by_key[key])))
    )
    own = by_key[head]
    named = [name for key, name in words.names if key in group]
    cased = len(group) > 1 and len({key.casefold() for key in group}) == 1
    if cased and head.startswith("="):  # whose "the government" it is, each claim says
        every = [row for key in group for row in by_key[key]]
        return Identity("", named[-1] if named else _most(every), "")
    rows = own if any(row.country for row in own) else [r for key in group for r in by_key[key]]
    countries = Counter[str]()
    for row in rows:
        countries[row.country] += row.times * bool(row.country)
    return Identity(
        actor_id="" if head.startswith("=") else own[0].actor_id,
        name=named[-1] if named else _most(own),
        country=max(sorted(countries), key=lambda code: countries[code], default=""),
    )


def _rank(key: str, parties: Sequence[Party]) -> tuple[object, ...]:
    """Return a key by which the one that says most comes first: a lexicon's, then a full one."""
    who = coined_of(key, parties)
    sort = 3 if key.startswith("@") else 2 if key.startswith("=") else 1 if who else 0
    return sort, -(who.known if who else 0), -sum(party.times for party in parties), key


def _most(parties: Sequence[Party]) -> str:
    """Return the name that most claims have; of several the first in order."""
    times = Counter[str]()
    for party in parties:
        times[party.name] += party.times
    return min(times, key=lambda name: (-times[name], name))


def _told_apart(
    shown: Sequence[tuple[list[str], Identity]], by_key: Mapping[str, Sequence[Party]]
) -> dict[str, Identity]:
    """Return key → identity; two without a country that bear one name get what tells them apart."""
    named: dict[int, str] = {}
    bearers: dict[str, list[int]] = {}
    for at, (_, who) in enumerate(shown):
        if who.country in UNTOLD and who.actor_id:
            bearers.setdefault(who.name, []).append(at)
    for name, places in bearers.items():
        seen = Counter[str]()
        for at in places if len(places) > 1 else ():
            mark = _mark(shown[at][0], by_key)
            seen[mark] += 1
            words = [mark] if mark else []
            words += [str(seen[mark])] if seen[mark] > 1 else []
            named[at] = f"{name} ({' '.join(words)})" if words else name
    return {
        key: who._replace(name=named.get(at, who.name))
        for at, (group, who) in enumerate(shown)
        for key in group
    }


def _mark(group: Sequence[str], by_key: Mapping[str, Sequence[Party]]) -> str:
    """Return what tells one from another of the same name: the role, else nothing."""
    roles = Counter[str]()
    for key in group:
        for party in by_key[key]:
            roles[party.role] += party.times * bool(party.role)
    return min(roles, key=lambda role: (-roles[role], role), default="")
