"""Which claims only deny what was told right before: "Chad says Mali burned it. Mali denies it"."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from reportedly.linking.presented import affirms, denies
from reportedly.linking.words import words_of
from reportedly.records import Actor, Claim

#: how many characters before a sentence may hold what it denies
_BEFORE = 300
#: types of acts in words, of which only an accusation is denied together with what it tells
_WORDS = frozenset({"REJECT", "REQUEST", "THREATEN", "CONSULT", "AGREE"})


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    entries: frozenset[str]
    all: frozenset[str]


@cache
def _table() -> _Table:
    text = (files(__package__) / "data" / "denials.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Table)


def denials_of(claims: Sequence[Claim]) -> dict[int, int]:
    """Return which of an article's claims, in text order, only deny which earlier one, by place.

    The denier acts in the earlier one, is acted upon, gives or gets. What it denies stands in the
    same sentence or shortly before it; where two deeds there may be meant, none is.
    """
    found: dict[int, int] = {}
    for at, claim in enumerate(claims):
        if not _is_bare(claim, claims):
            continue
        near = [n for n in range(at) if _may_be(claims[n], claim)]
        nearest = max((claims[n].sentence.start for n in near), default=None)
        last = [n for n in near if claims[n].sentence.start == nearest]
        deeds = [n for n in last if claims[n].type != "ACCUSE"]
        chosen = deeds or last
        if len(chosen) == 1:
            found[at] = chosen[0]
    return found


def _is_bare(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Tell whether a claim is a denial, and its sentence has no claim of what is denied."""
    if claim.type != "REJECT" or _table().entries.isdisjoint(claim.rules) or denies(claim):
        return False
    here = claim.sentence.start
    return not any(denies(other) for other in claims if other.sentence.start == here)


def _may_be(told: Claim, denial: Claim) -> bool:
    if not affirms(told) or told.type in _WORDS:
        return False
    if told.type == "ACCUSE" and told.mode != "allege":
        return False
    same = told.sentence.start == denial.sentence.start
    gap = denial.sentence.start - told.sentence.end
    if not same and not 0 <= gap <= _BEFORE:
        return False
    sides = told.recipients if told.type == "ACCUSE" else (*told.actors, *told.recipients)
    return _is_of(denial.actors, sides) and not _says_so(told, denial)


def _is_of(deniers: Sequence[Actor], sides: Sequence[Actor]) -> bool:
    """Tell whether everybody who denies it is told of, "both countries" of two."""
    if not deniers or not sides:
        return False
    first = deniers[0].text.split()[:1]
    if len(deniers) == 1 and first and first[0].lower() in _table().all:
        return len({party.name for party in sides}) == 2 or len(deniers) < len(sides)
    return all(any(_same(one, party) for party in sides) for one in deniers)


def _same(one: Actor, other: Actor) -> bool:
    if one.actor_id is not None and one.actor_id == other.actor_id:
        return True
    ours, theirs = words_of(one.name), words_of(other.name)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _says_so(told: Claim, denial: Claim) -> bool:
    """Tell whether the denier is who tells it."""
    names = {voice.name for voice in told.voices if voice.name}
    return any(actor.name in names for actor in denial.actors)
