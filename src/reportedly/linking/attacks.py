"""The attack that an article is about: the name that it goes by, said once and then understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reportedly.linking.wording import Wording, word_rows
from reportedly.linking.words import root_of, words_of
from reportedly.records import Claim

#: so much of what an article tells of attacks by a name has the one that it is about
_MOST = 0.6
_TYPE = "ASSAULT"


class Attack(NamedTuple):
    """The names of an attack told by such a word as "attack" or "massacre".

    names  those beside it and of its place; where it is told as known and without any, `main`
    main   those that most of its article's attacks have: it is about one attack. Empty without
    """

    names: frozenset[str]
    main: frozenset[str]


def attacks_of(claims: Sequence[Claim], wordings: Sequence[Wording]) -> list[Attack | None]:
    """Return the attacks that an article's claims tell of, in their order; None for other acts."""
    own = [_own(claim, wording) for claim, wording in zip(claims, wordings, strict=True)]
    main = _main([names for names in own if names])
    return [
        None if names is None else Attack(names or (main if _known(wording) else names), main)
        for names, wording in zip(own, wordings, strict=True)
    ]


@cache
def _roots() -> frozenset[str]:
    return frozenset(map(root_of, word_rows()["attacks"]))


def _own(claim: Claim, wording: Wording) -> frozenset[str] | None:
    if claim.type != _TYPE or _roots().isdisjoint(map(root_of, words_of(wording.form))):
        return None
    return wording.named | (words_of(claim.place.text) if claim.place else frozenset())


def _main(named: Sequence[frozenset[str]]) -> frozenset[str]:
    counts = Counter(name for names in named for name in names)
    most = max(counts.values(), default=0)
    if most < _MOST * len(named):
        return frozenset()
    return frozenset(name for name, count in counts.items() if count == most)


def _known(wording: Wording) -> bool:
    return wording.known and not wording.further and not wording.described
