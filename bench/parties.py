"""Who the parties of claims are taken for, beside marked mentions: who is who, as far as it shows.

Only actors, recipients and voices, as records show them; coder.mentions is scored by `gum`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.measure import Pair, overlap
from reportedly.records import Actor, Claim, Voice

#: least share of a mention and a party that is common to both
HALF = 0.5


#: left as they stand where the coder does not know whom they mean
UNKNOWN = frozenset("he she it they him her them his hers its their theirs we i us me".split())


def identity(party: Actor | Voice) -> str:
    """Return who a party is resolved to: the same for two parties that are one."""
    return (party.name or "").casefold()


def parties(claims: Sequence[Claim]) -> dict[Pair, str]:
    """Return who every actor, recipient and voice of the claims is, by its span.

    A pronoun that is left as it stands is taken for nobody.
    """
    found: dict[Pair, str] = {}
    for claim in claims:
        every: list[Actor | Voice] = [*claim.actors, *claim.recipients, *claim.voices]
        for one in every:
            if one.start is not None and one.end is not None and identity(one) not in UNKNOWN:
                found[one.start, one.end] = identity(one)
    return found


def touched(gold: Iterable[Pair], found: dict[Pair, str]) -> dict[Pair, str]:
    """Return who the marked mentions are that a party has most in common with, half at least.

    Where whole phrases are marked, relative clauses included, parties are shorter.
    """
    every = sorted(gold)
    near: dict[Pair, str] = {}
    for span in sorted(found):
        mention = max(every, key=lambda one: overlap([one], [span]), default=span)
        if mention in every and overlap([mention], [span]) >= HALF:
            near.setdefault(mention, found[span])
    return near
