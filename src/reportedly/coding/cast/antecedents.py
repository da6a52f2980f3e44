"""Whom a pronoun means by its own sentence: the subject of a clause above it, or the only one.

Where another noun may be meant as well, nobody: a deed laid on the wrong one is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from reportedly.coding.cast.known import gender_of
from reportedly.coding.cast.memory import Number, Pronoun, agrees, may_agree
from reportedly.coding.cast.party import Party
from reportedly.coding.cast.scene import Scene, Who
from reportedly.coding.mentions.noun_phrases import is_initials
from reportedly.coding.sentences.sentence import Sentence

SUBJECTS = ("nsubj", "nsubjpass")
PRONOUNS = ("PRP", "PRP$")
QUOTES = frozenset('"“”')
#: what is said of the subject is no second one: "she is a member", "named him envoy"
PREDICATED = frozenset({"attr", "oprd", "appos", "compound", "amod", "nmod", "npadvmod"})


class Fit(Enum):
    """Whether a pronoun may mean a noun."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Looked:
    """What the sentence says of a pronoun.

    parties  whom it means; () where that is not clear
    closed   whether somebody of the sentence is meant, so that none before it can be
    """

    parties: tuple[Party, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """A pronoun in its sentence, and the tokens that it cannot mean."""

    scene: Scene
    who: Who
    i: int
    kind: Pronoun
    barred: frozenset[int] = frozenset()

    @property
    def sentence(self) -> Sentence:
        """The parsed sentence."""
        return self.scene.sentence

    def fit(self, k: int) -> Fit:
        """Return whether the pronoun may mean the noun or pronoun at token k."""
        s = self.sentence
        parties = self.who.resolve(k)
        if any(p.same(q) for t in self.barred for q in self.who.resolve(t) for p in parties):
            return Fit.NO
        if s.tags[k] in PRONOUNS:
            return Fit.YES if kind_of(s, k) == self.kind else Fit.NO
        if not parties:
            return self._unnamed(k)
        if self.kind.number is Number.PERSON and only_initials(s, k):
            return Fit.NO
        genders = self.scene.memory.genders
        told = [party.gender or genders.get(party.name) for party in parties]
        if self.kind.number is Number.SEVERAL and not any(p.plural for p in parties):
            return Fit.MAYBE if parties[0].collective else Fit.NO
        if any(agrees(self.kind, p, g) for p, g in zip(parties, told, strict=True)):
            return Fit.YES
        if any(may_agree(self.kind, p, g) for p, g in zip(parties, told, strict=True)):
            return Fit.MAYBE
        if self.kind.number is Number.PERSON and s.deps[k] in SUBJECTS and s.is_proper(k):
            bare, told_of = parties[0], s.kid(k, "det")  # "the Post" is nobody
            known = (
                told_of is not None
                or bare.person is not None
                or bare.actor_id
                or bare.role
                or bare.country
            )
            return Fit.NO if known or told[0] else Fit.MAYBE
        return Fit.NO

    def _unnamed(self, k: int) -> Fit:
        s = self.sentence
        several = s.tags[k] in {"NNS", "NNPS"}
        fits = {Number.PERSON: False, Number.THING: not several, Number.SEVERAL: several}
        timely = s.among(k, "temporal_words")
        return Fit.MAYBE if fits[self.kind.number] and not timely else Fit.NO


def only_initials(s: Sentence, k: int) -> bool:
    """Return whether token k is letters of other words and no more: "ITV" is no "she"."""
    return is_initials(s.words[k]) and s.kid(k, "compound") is None


def kind_of(s: Sentence, i: int) -> Pronoun | None:
    """Return which third-person pronoun token i is, None for any other word."""
    if s.among(i, "personal_pronouns"):
        return Pronoun(Number.PERSON, gender_of(s, i))
    if s.among(i, "neutral_pronouns"):
        return Pronoun(Number.THING)
    return Pronoun(Number.SEVERAL) if s.among(i, "plural_pronouns") else None


def empty_it(s: Sentence, i: int) -> bool:
    """Return whether "it" stands for nothing: "it emerged that", "it is time to"."""
    if s.words[i].lower() != "it" or s.deps[i] not in {"nsubj", "nsubjpass", "expl"}:
        return False
    up = s.heads[i]
    clauses = [k for k in s.kids(up, "ccomp", "xcomp", "advcl", "acl") if k > up]
    if s.deps[i] == "expl" or s.among(up, "impersonal_verbs"):
        return s.deps[i] == "expl" or bool(clauses) or s.kid(up, "acomp", "oprd") is not None
    if s.lemmas[up] == "be":
        told = s.kids(up, "acomp", "attr", "oprd")
        below = [k for one in told for k in s.kids(one, "ccomp", "xcomp", "acl", "relcl")]
        timely = any(s.among(k, "temporal_words") for k in told)
        return bool(told and (clauses or below)) or timely
    return s.deps[i] == "nsubjpass" and any(_opened_by_that(s, k) for k in clauses)


def _opened_by_that(s: Sentence, k: int) -> bool:
    return any(s.words[mark].lower() == "that" for mark in s.kids(k, "mark"))


def looked(search: Search) -> Looked:
    """Return whom the pronoun means by its sentence."""
    s, who = search.sentence, search.who
    nouns = _nouns(search)
    subjects = [k for k in _subjects_above(search) if search.fit(k) is not Fit.NO]
    if not subjects:
        return _only(search, nouns)
    k = subjects[0]
    between = [n for n in nouns if n > k and search.fit(n) is Fit.YES]
    if between and search.kind.number is not Number.THING:
        told = s.tags[between[-1]] in PRONOUNS
        return Looked(who.resolve(between[-1]) if told else (), closed=True)
    if search.fit(k) is Fit.YES or s.is_proper(k) or _alone(search, k, nouns):
        return Looked(who.resolve(k), closed=True)
    return Looked(closed=True)


def _alone(search: Search, k: int, nouns: Sequence[int]) -> bool:
    """Return whether a body of people is all that "they" can mean: "the militia said they"."""
    return bool(search.who.resolve(k)) and all(search.fit(n) is Fit.NO for n in nouns if n != k)


def _only(search: Search, heads: Sequence[int]) -> Looked:
    """Return the only one of the nouns that the pronoun can mean."""
    fits = [k for k in heads if search.fit(k) is Fit.YES]
    named = [p for k in fits for p in search.who.resolve(k)]
    others = [k for k in heads if search.fit(k) is Fit.MAYBE]
    if search.kind.number is Number.THING:
        others = []  # any thing may be "it", but of acts it is seldom one
    if named and not others and all(p.same(named[0]) for p in named):
        return Looked((named[0],), closed=True)
    return Looked((), closed=bool(fits or others))


def _subjects_above(search: Search) -> Iterator[int]:
    """Yield the subjects before the pronoun of the clauses that it stands in, innermost first."""
    s, i = search.sentence, search.i
    for up in s.path(i):
        fronted = [c for c in s.kids(up, "advcl") if c < i and i not in s.subtree(c)]
        for k in [k for v in (up, *fronted) for k in s.kids(v, *SUBJECTS)]:
            head = _relative(s, k)
            barred = {k, head} & search.barred or quoted_apart(s, head, i)
            if head < i and i not in s.subtree(k) and not barred:
                yield head


def quoted_apart(s: Sentence, head: int, i: int) -> bool:
    """Return whether quotation marks part head and i: who says "his plan" means another's."""
    if QUOTES.isdisjoint(s.forms):
        return False
    return sum(s.words[k] in QUOTES for k in range(min(head, i), max(head, i))) % 2 == 1


def _relative(s: Sentence, k: int) -> int:
    """Return the noun that a relative pronoun stands for, k for any other word."""
    if not s.among(k, "relative_pronouns"):
        return k
    return next((s.heads[up] for up in (k, *s.path(k)) if s.deps[up] == "relcl"), k)


def _nouns(search: Search) -> list[int]:
    s, i = search.sentence, search.i
    return [
        k
        for k in range(i)
        if (s.is_noun(k) or s.tags[k] in PRONOUNS)
        and not quoted_apart(s, k, i)
        and s.deps[k] not in PREDICATED
        and k not in search.barred
        and not (s.is_noun(k) and i in s.subtree(k) and s.heads[i] == k)
    ]
