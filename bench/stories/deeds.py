"""Claims held against the deeds of a story: is the right one its doer?

A party of a claim is whoever its words are marked as; where the record gives those words another
name ("he": "Tom Hale"), it is whoever is marked by that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.measure import Pair
from bench.stories.marked import NOBODY, Deed, Mark, Story
from reportedly.records import Actor, Claim, ClaimKind, Status

#: what is told as a fact
FACTS = frozenset({Status.HAPPENED, Status.ONGOING})
#: acts of two sides, both of which a claim has as doers
BOTH_WAYS = frozenset({"CONSULT", "AGREE", "COOPERATE"})
#: somebody who is marked nowhere
OTHER = "?"
WORD = re.compile(r"\w+")
LITTLE = frozenset({"the", "a", "an", "of", "and", "his", "her", "its", "their", "mr", "mrs"})


class Held(NamedTuple):
    """A deed and the claim on its words, and what of the claim is right.

    claim      None where there is none
    by, to     whom the claim has as doers and as those it was done to, by letter
    reversed   a doer among those it was done to, or one it was done to among the doers
    laid       somebody is its doer who is not, by the story
    unfounded  told as a fact, which the story does not
    """

    story: Story
    deed: Deed
    claim: Claim | None = None
    by: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    reversed: bool = False
    laid: bool = False
    unfounded: bool = False

    @property
    def actors_right(self) -> bool:
        """Whether those who did it are there, and nobody besides."""
        return self.by == frozenset(self.deed.by)

    @property
    def recipients_right(self) -> bool:
        """Whether those it was done to are there, and nobody besides."""
        return self.to == frozenset(self.deed.to)

    @property
    def status_right(self) -> bool:
        """Whether it has the deed's status; happened and ongoing are near enough."""
        if self.claim is None:
            return False
        same = self.claim.status is self.deed.status
        return same or {self.claim.status, self.deed.status} <= FACTS


def held(story: Story, claims: Sequence[Claim]) -> list[Held]:
    """Return every deed with its claim, the one with the most parties right."""
    found = []
    for deed in story.deeds:
        span = deed.at(story.text)
        near = [one for one in claims if one.kind is ClaimKind.EVENT and touches(one, span)]
        tried = [against(story, deed, one) for one in near] or [Held(story, deed)]
        found.append(max(tried, key=_right))
    return found


def _right(one: Held) -> tuple[bool, bool, bool, bool]:
    return not one.reversed, not one.laid, one.actors_right, one.recipients_right


def against(story: Story, deed: Deed, claim: Claim) -> Held:
    """Hold one claim against the deed on whose words it stands."""
    by, to = everybody(story, claim.actors), everybody(story, claim.recipients)
    doers, others = frozenset(deed.by), frozenset(deed.to)
    if claim.type in BOTH_WAYS and by | to == doers | others:  # whoever stands first
        by, to = doers, others
    swapped = bool((by & others) - doers or (to & doers) - others)
    laid = bool(by - doers - {OTHER})
    told = claim.status in FACTS and deed.status not in FACTS
    return Held(story, deed, claim, by, to, swapped, laid, told)


def everybody(story: Story, parties: Iterable[Actor]) -> frozenset[str]:
    """Return the letters of the parties; OTHER for whoever is marked nowhere."""
    return frozenset(letter for one in parties for letter in of(story, one).split("+"))


def of(story: Story, party: Actor) -> str:
    """Return whom a party means by the story's marks."""
    own = _mark(story, (party.start, party.end))
    if party.name == party.text:
        return OTHER if own is None or own.of == NOBODY else own.of
    named = _called(story, party.name)
    if not named:
        return OTHER if own is None or own.of == NOBODY else own.of
    if own is not None and own.of in named:
        return own.of
    return min(named)


def _mark(story: Story, span: Pair) -> Mark | None:
    """Return the mark whose words are most nearly these."""

    def common(mark: Mark) -> float:
        both = min(mark.end, span[1]) - max(mark.start, span[0])
        return both / (max(mark.end, span[1]) - min(mark.start, span[0]))

    best = max(story.marks, key=common, default=None)
    return best if best is not None and common(best) > 0 else None


def _called(story: Story, name: str) -> set[str]:
    """Return who is marked by words of that name."""
    words = _words(name)
    return {
        mark.of
        for mark in story.marks
        if mark.of != NOBODY and (own := _words(story.text[mark.start : mark.end]))
        if own <= words or words <= own
    }


def _words(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(name.lower())) - LITTLE


def touches(claim: Claim, span: Pair) -> bool:
    """Return whether the claim's trigger shares a character with the span."""
    return claim.trigger.start < span[1] and span[0] < claim.trigger.end
