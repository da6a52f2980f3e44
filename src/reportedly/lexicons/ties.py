"""Senses of one word that could both be meant: which tie, and which goes first (`over`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from reportedly.errors import LexiconError
from reportedly.lexicons.schema import Predicate

#: how much a condition says: the lemma itself most, "anything" least
SPECIFIC = {
    "@armed": 3,
    "@official": 2,
    "@politician": 4,
    "@person": 2,
    "@state": 2,
    "@good": 2,
    "@event": 2,
    "@clause": 2,
    "@hostile": 3,
    "@actor": 1,
    "@somebody": 1,
    "@doer": 1,
    "@media": 3,
    "@company": 3,
    "@number": 2,
    "@told": 3,
    "@any": 0,
    "@none": 1,
    "@infinitive": 3,
    "@undergone": 4,
    "@undone": 4,
}
#: what a condition in `not_with` keeps out besides itself
_WIDER = {
    "@any": frozenset(SPECIFIC) - {"@none"},
    "@actor": frozenset(
        {
            "@somebody",
            "@doer",
            "@state",
            "@person",
            "@armed",
            "@official",
            "@politician",
            "@media",
            "@company",
        }
    ),
    "@clause": frozenset({"@infinitive", "@undergone", "@undone"}),
    "@infinitive": frozenset({"@undergone", "@undone"}),
    "@event": frozenset({"@hostile"}),
}


def weight(entry: Predicate) -> tuple[int, int, int, int]:
    """Return how specific an entry is: particle, needs, how narrow they are, not_with."""
    narrow = sum(
        min(3 if word.startswith("@good:") else SPECIFIC.get(word, 4) for word in words)
        for words in entry.needs.values()
    )
    return (entry.particle is not None, len(entry.needs), narrow, len(entry.not_with))


def ordered(entries: Iterable[Predicate]) -> list[Predicate]:
    """Return the senses of one word in the order in which they are tried.

    `over` goes before everything, then weight; ids only order senses with the same result.
    """
    left = sorted(entries, key=lambda entry: (*(-part for part in weight(entry)), entry.id))
    found: list[Predicate] = []
    while left:
        later = {name for entry in left for name in entry.over}
        first = next((entry for entry in left if entry.id not in later), left[0])
        left.remove(first)
        found.append(first)
    return found


def tied(entries: Sequence[Predicate]) -> Iterator[tuple[Predicate, Predicate]]:
    """Yield each pair of senses that weigh the same, may both fit, and say different things."""
    for left, right in combinations(entries, 2):
        if (
            left.particle == right.particle
            and weight(left) == weight(right)
            and _result(left) != _result(right)
            and left.id not in right.over
            and right.id not in left.over
            and _together(left, right)
        ):
            yield left, right


def over_slips(shown: str, entry: Predicate, senses: Sequence[Predicate]) -> Iterator[LexiconError]:
    """Yield the slips in an entry's `over`. senses: all of its word, the entry's own, too."""
    by_id = {sense.id: sense for sense in senses}
    for name in entry.over:
        if name not in by_id:
            problem = f"over names {name!r}, no sense of {entry.lemma!r}"
            yield LexiconError(shown, entry.id, problem, found=name, allowed=by_id)
    if entry.id in _under(entry, by_id):
        yield LexiconError(shown, entry.id, "over leads back to this entry")


def _under(entry: Predicate, by_id: Mapping[str, Predicate]) -> set[str]:
    """Return the ids of the senses that an entry is chosen before, at any remove."""
    found: set[str] = set()
    left = list(entry.over)
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += by_id[name].over if name in by_id else ()
    return found


def _result(entry: Predicate) -> tuple[object, ...]:
    """Return what the entry says of an event, whatever brought it about."""
    return (
        entry.kind,
        entry.type,
        entry.mode,
        entry.cameo,
        entry.contexts,
        entry.actor,
        entry.recipient,
        entry.goods,
        entry.transfer,
        entry.content,
        entry.reciprocal,
    )


def _together(left: Predicate, right: Predicate) -> bool:
    """Return whether the conditions of both may hold at one place."""
    for one, other in ((left, right), (right, left)):
        for slot, words in one.needs.items():
            if _kept_out(words, other.not_with.get(slot, ())):
                return False
    shared = left.needs.keys() & right.needs.keys()
    return all(_overlap(left.needs[slot], right.needs[slot]) for slot in shared)


def _kept_out(words: Sequence[str], barred: Sequence[str]) -> bool:
    """Return whether none of the words may stand where the barred ones may not."""
    if "@any" in barred:
        return "@none" not in words
    out = {*barred, *(word for one in barred for word in _WIDER.get(one, ()))}
    return bool(barred) and all(word in out for word in words)


def _overlap(left: Sequence[str], right: Sequence[str]) -> bool:
    """Return whether one word, or the lack of one, may satisfy both lists."""
    if set(left) & set(right):
        return True
    filled = [[word for word in words if word != "@none"] for words in (left, right)]
    return all(filled) and any(word.startswith("@") for words in filled for word in words)
