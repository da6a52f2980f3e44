"""How far a claim tells of one particular act, and what is said where the act is in words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from reportedly.linking.wording import Wording, without
from reportedly.linking.words import (
    WORD,
    Weighed,
    common,
    heaviest,
    plain,
    root_of,
    weighed,
    words_of,
)
from reportedly.records import Claim

#: how many characters around an act tell whether it is a habit, or would have been done
_NEAR = 60
#: how many characters behind it tell what is asked, promised or blamed
_BEHIND = 160
#: … and whom it is said to stands at most so far behind it
_TO_WHOM = 40
#: so many words one after another are seldom the same by chance
_RUN = 5
#: how many words before an act, and how many behind it, tell that it is done time and again
_HABIT = (4, 3)
#: so many of an article's words tell what it is about all along
_TOPIC = 40
_CLAUSE = re.compile(r"[.;:!?\n]")


class Particular(NamedTuple):
    """How far a claim tells of one particular act.

    bare     told in the plural, or in the present, with no word that says which: "rallies"
    unreal   told as what would have been: "would have been hacked"
    habit    told as done time and again: "repeatedly demanded"
    topical  whether its article is about such acts all along
    alike    how many claims of its article are of its type and mode
    behind   the words behind the act, weighed, without the names of its parties
    content  roots of the rarer words of what is asked, promised or blamed, up to the end of the
             clause, without its parties
    runs     every five words of the sentence that stand one after another
    """

    bare: bool
    unreal: bool
    habit: bool
    topical: bool
    alike: int
    behind: Weighed
    content: frozenset[str]
    runs: frozenset[tuple[str, ...]]


class Topic(NamedTuple):
    """What an article is about all along: the roots of its heaviest words, and how many claims it
    has of each type and mode."""

    roots: frozenset[str]
    claims: dict[tuple[str | None, str | None], int]


def topic_of(words: Weighed, claims: list[Claim]) -> Topic:
    """Return what an article with these words and claims is about all along."""
    counts = dict[tuple[str | None, str | None], int]()
    for claim in claims:
        counts[claim.type, claim.mode] = counts.get((claim.type, claim.mode), 0) + 1
    return Topic(frozenset(map(root_of, heaviest(words, _TOPIC))), counts)


@cache
def _words(name: str) -> frozenset[str]:
    text = (files(__package__) / "data" / "wording.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name].split())


def particular_of(
    claim: Claim, wording: Wording, act: frozenset[str], left_out: frozenset[str], topic: Topic
) -> Particular:
    """Return how particular a claim is; `act` and `left_out` as wording_of has them."""
    text, start = claim.sentence.text, claim.trigger.start - claim.sentence.start
    end = start + len(claim.trigger.text)
    clause = _CLAUSE.split(text[:start])[-1][-_NEAR:]
    before = {plain(found) for found in WORD.findall(clause)[-3:]}
    every = [plain(word) for word in WORD.findall(text)]
    return Particular(
        bare=wording.plural and wording.first and not wording.modifiers,
        unreal="have" in before and not _words("unreal").isdisjoint(before),
        habit=_habit(text[:start], text[end:]),
        topical=not topic.roots.isdisjoint(act),
        alike=topic.claims[claim.type, claim.mode],
        behind=without(weighed(text[end : end + _BEHIND]), act, left_out),
        content=_content(claim, act, left_out),
        runs=frozenset(tuple(every[at : at + _RUN]) for at in range(len(every) - _RUN + 1)),
    )


def _content(claim: Claim, act: frozenset[str], left_out: frozenset[str]) -> frozenset[str]:
    start, end = claim.sentence.start, claim.trigger.end
    for party in claim.recipients:
        if end <= party.start <= end + _TO_WHOM:
            end = party.end
    said = _CLAUSE.split(claim.sentence.text[end - start : end - start + _BEHIND])[0]
    told = words_of(said) - left_out
    return frozenset(root_of(word) for word in told if not common(word)) - act


def _habit(left: str, right: str) -> bool:
    before, behind = _HABIT
    beside = [*WORD.findall(left)[-before:], *WORD.findall(right)[:behind]]
    return not _words("habit").isdisjoint(map(plain, beside))
