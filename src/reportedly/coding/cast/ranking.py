"""Whom a third-person pronoun may mean, and what speaks for and against each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.coding.cast import bindings
from reportedly.coding.cast.antecedents import QUOTES, quoted_apart
from reportedly.coding.cast.figures import Figure
from reportedly.coding.cast.likeliest import Candidate
from reportedly.coding.cast.memory import Number, Pronoun
from reportedly.coding.cast.mentioned import Mentioned
from reportedly.coding.cast.pronouns import own_subjects
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.sentences.sentence import Sentence

#: how many sentences back a pronoun is looked for
REACH = 4
#: how many of a figure's mentions, and how many sentences back, tell what it does in the scene
PARTS, NEAR = 4, 2
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def candidates(
    mention: Mentioned,
    resolver: Resolver,
    figures: Sequence[Figure],
    at: Mapping[tuple[int, int], Figure],
    together: Sequence[Figure] = (),
) -> list[Candidate]:
    """Return the figures that the pronoun may mean with their facts, latest first.

    together: figures that this sentence and the one before name side by side, as one.
    """
    kind = mention.pronoun
    assert kind is not None
    own = own_subjects(resolver.scene, mention.head)
    doers = [at[mention.number, k] for k in own if (mention.number, k) in at]
    homes = {doer.country for doer in doers if doer.country}
    barred = {id(doer) for doer in doers}
    others = bindings.barred(resolver.sentence, mention.head)
    barred |= {id(at[mention.number, k]) for k in others if (mention.number, k) in at}
    barred |= {id(one) for one in figures if _is_land(one) and one.country in homes}
    near = [one for one in figures if mention.number - one.last.number <= REACH]
    near = [one for one in near if one.answers(kind) and id(one) not in barred]
    near = _without_speaker(near, mention, resolver)
    if bindings.is_tried(resolver.sentence, mention.head):
        near = [one for one in near if one.party is None or not bindings.is_judge(one.party)]
    if kind.number is Number.SEVERAL:
        near += [one for one in together if _is_free(one, barred)]
    settled = bindings.meant(resolver.sentence, mention.head)
    if settled is not None:
        meant = {id(at[mention.number, k]) for k in settled if (mention.number, k) in at}
        near = [one for one in near if id(one) in meant]
    near.sort(key=lambda one: (one.last.number, one.last.head), reverse=True)
    ruled = _ruled(mention, resolver, near)
    only = _alone(near, kind.gender)
    found = []
    for rank, figure in enumerate(near):
        pair = Pair(mention, resolver, figure, kind, id(figure) == only)
        told = id(figure) in ruled
        found.append(Candidate(figure, tuple(pair.facts(rank, told))))
    return found


def _alone(near: Sequence[Figure], gender: str | None) -> int | None:
    """Return which figure is the only one whose gender is known to be the pronoun's."""
    same = [id(one) for one in near if gender is not None and one.gender == gender]
    return same[0] if len(same) == 1 else None


def nobody(kind: Pronoun, candidates: int) -> tuple[str, ...]:
    """Return the facts of the choice that none of so many candidates is meant."""
    number = kind.number.value
    return ("none", f"none {number}", f"none {number} of {min(candidates, 3)}")


def _is_land(figure: Figure) -> bool:
    """Return whether the figure is a state: "Qatari commandos retook it" means no Qatar."""
    return figure.party is not None and figure.party.is_state


def _without_speaker(near: list[Figure], mention: Mentioned, resolver: Resolver) -> list[Figure]:
    """Return the figures without whoever speaks, who is no "he" inside quotation marks."""
    s, i, kind = resolver.sentence, mention.head, mention.pronoun
    one = kind is not None and kind.number is Number.PERSON and s.words[i] != "himself"
    speaker = resolver.scene.speaker(i) if one and quoted_apart(s, 0, i) else None
    if speaker is None:
        return near
    return [figure for figure in near if figure.party is None or not figure.party.same(speaker)]


def _is_free(joint: Figure, barred: Collection[int]) -> bool:
    return not any(id(member) in barred for member in joint.members)


def _ruled(mention: Mentioned, resolver: Resolver, figures: Sequence[Figure]) -> set[int]:
    """Return the figures that the pronoun means by what stands before it alone."""
    parties = resolver.resolve(mention.head)
    return {
        id(one)
        for party in parties
        for one in figures
        if one.party is not None and (one.party.same(party) or one.name == party.name)
    }


@dataclass(frozen=True, slots=True)
class Pair:
    """A pronoun and a figure that it may mean."""

    mention: Mentioned
    resolver: Resolver
    figure: Figure
    kind: Pronoun
    only: bool = False

    @property
    def sentence(self) -> Sentence:
        """The pronoun's sentence."""
        return self.resolver.sentence

    @property
    def back(self) -> int:
        """How many sentences back the figure was spoken of last."""
        return self.mention.number - self.figure.last.number

    def facts(self, rank: int, told: bool) -> Iterator[str]:
        """Yield each fact by itself, and with the number of the pronoun.

        rank: how many were spoken of later. told: whether the rules take it for this one.
        """
        number = self.kind.number.value
        for fact in (*self._of_figure(rank, told), *self._of_place()):
            yield fact
            yield f"{number}: {fact}"
        yield from self._of_parts()

    def _of_figure(self, rank: int, told: bool) -> Iterator[str]:
        figure, back = self.figure, self.back
        yield f"back {back}"
        yield f"rank {min(rank, 5)}"
        yield f"form {figure.last.form.value} back {min(back, 2)}"
        yield f"sort {figure.sort.value if figure.sort else None}"
        yield f"mentions {min(len(figure.links), 6)}"
        if figure.name is not None:
            yield "named"
        if told:
            yield "rule"
        if figure.members:
            yield f"together {len(figure.members)} back {min(back, 2)}"
        if self.kind.gender is not None and figure.gender == self.kind.gender:
            yield "gender"
            yield f"gender, only {self.only}"
        if self.kind.number is Number.SEVERAL:
            yield f"several {figure.several}"
        slots = [one.mention.slot.endswith("subject") for one in figure.links[-2:]]
        yield f"topic {sum(slots)} of {len(slots)}"

    def _of_parts(self) -> Iterator[str]:
        """Yield what the pronoun does beside what the figure did last: "fleeing was attacker"."""
        recent = [one.mention for one in self.figure.links[-PARTS:]]
        near = [one for one in recent if self.mention.number - one.number <= NEAR]
        done = {part for one in near for part in one.parts}
        for mine in self.mention.parts:
            yield from (f"{mine} was {part}" for part in done)
            if mine in done:
                yield "part kept"

    def _of_place(self) -> Iterator[str]:
        return self._here() if self.back == 0 else self._before()

    def _here(self) -> Iterator[str]:
        s, i, k = self.sentence, self.mention.head, self.figure.last.head
        mine = "subject" if s.deps[i] in SUBJECTS else s.deps[i]
        yield f"here {'subject' if s.deps[k] in SUBJECTS else s.deps[k]} for {mine}"
        above = list(s.path(i))
        if s.deps[k] in SUBJECTS and s.heads[k] in above:
            yield f"subject above, {min(above.index(s.heads[k]), 3)} up"
        if s.heads[k] in above:
            up = s.heads[k]
            dep = "subject" if s.deps[k] in SUBJECTS else s.deps[k]
            yield f"{dep} of {s.lemmas[up]} above"
        elif s.deps[k] == "pobj" and s.heads[s.heads[k]] in above:
            up = s.heads[s.heads[k]]
            yield f"{s.words[s.heads[k]].lower()} of {s.lemmas[up]} above"
        inside = i in s.subtree(k)
        if inside or k in above:
            yield "inside its phrase"
        if inside and mine == "poss":
            yield "its own owner"
        if s.heads[k] == s.heads[i]:
            yield "same head"
        if k == s.heads[i]:
            yield "owned by itself"
        if self._is_speaker():
            yield "speaker"
            if any(s.words[t] in QUOTES for t in range(min(i, k), max(i, k))):
                yield "speaker outside quotes"

    def _before(self) -> Iterator[str]:
        s, i, slot = self.sentence, self.mention.head, self.figure.last.slot
        mine = "subject" if s.deps[i] in SUBJECTS else "other"
        yield f"before {slot} for {mine}"
        if self.back == 1:
            yield f"just before {slot} for {mine}"
        if self.resolver.scene.speaker(i) is not None:
            yield "spoken"
            if self._is_speaker():
                yield "spoken, speaker"

    def _is_speaker(self) -> bool:
        speaker, party = self.resolver.scene.speaker(self.mention.head), self.figure.party
        return speaker is not None and party is not None and party.same(speaker)
