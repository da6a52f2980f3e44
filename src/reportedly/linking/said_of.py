"""Which claims are said of what was told right before: "It was the first raid since May"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reportedly.linking.wording import word_rows
from reportedly.linking.words import plain, words_of
from reportedly.records import Claim, Status

#: how many words "this first official visit" may have before the verb, and those behind it
_SUBJECT, _BEHIND = 5, 7
#: how many characters before a sentence may be what it speaks of
_BEFORE = 600
_BREAK = re.compile(r"[,.;:!?()\n]")
_DONE = (Status.HAPPENED, Status.ONGOING)


class _Words(NamedTuple):
    it: frozenset[str]
    was: frozenset[str]
    which: frozenset[str]
    further: frozenset[str]
    ordinals: frozenset[str]
    most: frozenset[str]
    clause: frozenset[str]


@cache
def _words() -> _Words:
    rows = word_rows()
    return _Words(*(rows[name] for name in _Words._fields))


def said_of(claims: Sequence[Claim]) -> dict[int, int]:
    """Return which of an article's claims, in text order, say of an earlier one what it was.

    By their places in `claims`: the claim, and that which its sentence speaks of. Both are of one
    type and done, and where both name somebody, somebody is in both.
    """
    found: dict[int, int] = {}
    for at, claim in enumerate(claims):
        if claim.status not in _DONE or not _says_what_it_was(claim):
            continue
        earlier = (n for n in range(at - 1, -1, -1) if _may_be(claims[n], claim))
        first = next(earlier, None)
        if first is not None:
            found[at] = found.get(first, first)
    return found


def _says_what_it_was(claim: Claim) -> bool:
    """Tell whether the sentence opens with "it was" or the like, and the act right after it, as the
    first or the most of its kind."""
    before = claim.sentence.text[: claim.trigger.start - claim.sentence.start]
    words, known = [plain(word) for word in before.split()], _words()
    if _BREAK.search(before) or not words or words[0] not in known.it:
        return False
    verb = next((n for n, word in enumerate(words[:_SUBJECT]) if word in known.was), None)
    behind = words[verb + 1 :] if verb is not None else []
    others = known.which | known.clause | (known.further - known.ordinals)
    particular = not (known.ordinals | known.most).isdisjoint(behind)
    return particular and len(behind) <= _BEHIND and others.isdisjoint(behind)


def _may_be(first: Claim, claim: Claim) -> bool:
    gap = claim.sentence.start - first.sentence.end
    if first.type != claim.type or first.status not in _DONE or not 0 <= gap <= _BEFORE:
        return False
    ours, theirs = _parties(first), _parties(claim)
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _parties(claim: Claim) -> frozenset[str]:
    return words_of(" ".join(party.name for party in (*claim.actors, *claim.recipients)))
