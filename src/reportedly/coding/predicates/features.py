"""A predicate phrase as features: what the semantic fallback sees of a verb or event noun.

Nothing of who the parties are goes in, only how they hang on the word: names would be learnt
instead of meanings (masking them helps, see docs/accuracy.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.coding.grammar.passive import passive
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.sentences.sentence import Sentence

#: tags of words that carry meaning
CONTENT = ("NN", "VB", "JJ", "RB", "RP", "IN", "MD", "TO")
#: words looked at on each side of the predicate
REACH = 7

Types = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Describes the predicates of one sentence. types: (lemma, pos) → type, as lexicons know."""

    slots: Slots
    types: Types

    @property
    def sentence(self) -> Sentence:
        """The parsed sentence."""
        return self.slots.sentence

    def features(
        self, i: int, actors: frozenset[int], recipients: frozenset[int]
    ) -> tuple[str, ...]:
        """Return the features of token i as predicate between actor and recipient tokens."""
        found = [*self._word(i), *self._dependents(i, actors | recipients)]
        found += self._above(i)
        found += self._around(i, actors, recipients)
        return tuple(dict.fromkeys(found))

    def core(self, i: int) -> tuple[str, ...]:
        """Return the lemmas whose vectors stand for the phrase: the word, then what it governs."""
        s = self.sentence
        below = [k for slot in ("object", "complement") for k in self.slots.slot(i, slot)]
        below += s.kids(i, "acomp")
        words = [s.lemmas[k] for k in below if not s.is_proper(k)]
        if s.lemmas[i] == "be" and words:  # "is opposed to": the adjective is the predicate
            return tuple(words)
        return (s.lemmas[i], *words)

    def _word(self, i: int) -> Iterator[str]:
        s = self.sentence
        yield f"l={s.lemmas[i]}"
        yield f"p={s.tags[i][:2]}"
        if s.is_verb(i) and passive(s, i):
            yield "passive"
        for k in s.kids(i, "prt"):
            yield f"t={s.words[k].lower()}"
            yield f"lt={s.lemmas[i]}_{s.words[k].lower()}"
        if s.kid(i, "neg") is not None:
            yield "negated"
        for k in s.kids(i, "aux"):
            yield f"x={s.lemmas[k]}"
        verb = self.slots.lending.carriers.get(i)
        if verb is not None:
            yield f"sv={s.lemmas[verb]}"

    def _dependents(self, i: int, parties: frozenset[int]) -> Iterator[str]:
        s = self.sentence
        for p in s.kids(i, "prep", "dative", "agent"):
            word = s.words[p].lower()
            yield f"pr={word}"
            yield f"lp={s.lemmas[i]}_{word}"
            for k in s.kids(p, "pobj", "pcomp"):
                if k not in parties and not s.is_proper(k):
                    yield f"po={word}_{s.lemmas[k]}"
                    yield f"o={s.lemmas[k]}"
        for slot in ("object", "complement"):
            for k in self.slots.slot(i, slot):
                if k in parties or s.is_proper(k):
                    yield f"{slot}=party"
                    continue
                yield f"o={s.lemmas[k]}"
                yield f"lo={s.lemmas[i]}_{s.lemmas[k]}"
                yield f"{slot}={self._kind(k)}"
                for m in s.kids(k, "amod", "compound"):
                    yield f"m={s.lemmas[m]}" if not s.is_proper(m) else "m=party"
        for k in s.kids(i, "acomp"):
            yield f"o={s.lemmas[k]}"
            yield f"lo={s.lemmas[i]}_{s.lemmas[k]}"
        for k in s.kids(i, "amod", "compound", "advmod"):
            yield f"m={s.lemmas[k]}" if not s.is_proper(k) else "m=party"

    def _kind(self, k: int) -> str:
        s = self.sentence
        pos = "verb" if s.is_verb(k) else "noun"
        return self.types.get((s.lemmas[k], pos), pos)

    def _above(self, i: int) -> Iterator[str]:
        s = self.sentence
        if s.heads[i] != i:
            yield f"d={s.deps[i]}"
            yield f"u={s.lemmas[s.heads[i]]}"
            yield f"uk={self._kind(s.heads[i])}"

    def _around(self, i: int, actors: frozenset[int], recipients: frozenset[int]) -> Iterator[str]:
        s = self.sentence
        near = [i, *actors, *recipients]
        first = max(0, min(near), i - REACH)
        last = min(len(s) - 1, max(max(near), i + REACH))
        row = []
        for t in range(first, last + 1):
            if t in actors:
                row.append("ACTOR")
            elif t in recipients:
                row.append("RECIPIENT")
            elif s.tags[t].startswith(CONTENT) and not s.is_proper(t):
                row.append(s.lemmas[t])
        row = [word for n, word in enumerate(row) if n == 0 or word != row[n - 1]]
        for n, word in enumerate(row):
            yield f"w={word}"
            if n:
                yield f"b={row[n - 1]}_{word}"
