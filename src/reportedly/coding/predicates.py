"""Which words of a sentence present events, wants, constraints or consequences, in which sense."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.coding.actors import Resolver
from reportedly.coding.frames import Frames
from reportedly.coding.goods import Goods
from reportedly.coding.party import Party
from reportedly.coding.phrases import counted, covering
from reportedly.coding.sentence import Sentence
from reportedly.lexicons import Lexicons, Predicate, Support
from reportedly.lexicons.ties import ordered

#: what one threatens with
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "REJECT"})
#: categories that plain "@good" leaves out: nothing of weight changes hands
IMMATERIAL = ("information.data", "information:", "support", "territory")
#: classes of conditions that ask for somebody
PARTIES = frozenset({"@actor", "@state", "@person", "@armed"})
#: slots of an event noun that its verb fills from the subject: "faces sanctions"
UNDERGONE = frozenset({"on", "against", "to", "for", "of"})
#: nouns that a capital before them says where of: "the Minsk agreement", "Geneva talks"
NAMED_AFTER = frozenset("agreement accord protocol treaty convention process summit talk".split())
NAMED_AFTER |= frozenset("conference declaration meeting negotiation pact".split())
ARMED = frozenset({"MIL", "REB", "PRM", "COP", "UAF", "SPY"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A predicate found at token i; last is its particle, or i. entry is the sense chosen.

    also  ids of entries that say the same thing at another word ("signed" the "accord")
    sure  for a predicate that no entry knows, how often such guesses were right; else None
    """

    i: int
    last: int
    entry: Predicate
    also: tuple[str, ...] = ()
    sure: float | None = None


class Words:
    """The predicates and support verbs of the lexicons, by lemma."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.predicates: dict[tuple[str, str], list[Predicate]] = {}
        for entry in lexicons.table(Predicate):
            self.predicates.setdefault((entry.lemma, entry.pos), []).append(entry)
        self.predicates = {word: ordered(entries) for word, entries in self.predicates.items()}
        self.support: dict[str, list[Support]] = {}
        for verb in lexicons.table(Support):
            self.support.setdefault(verb.lemma, []).append(verb)
        for verbs in self.support.values():
            verbs.sort(key=lambda verb: not verb.types)  # what holds for some types goes first

    def candidates(self, sentence: Sentence, i: int) -> Sequence[Predicate]:
        """Return the senses of token i's lemma in the order in which they are tried."""
        pos = pos_of(sentence, i)
        if pos is None and sentence.tags[i] == "NNP" and title_case(sentence):
            pos = "noun"
        return self.predicates.get((sentence.lemmas[i], pos), ()) if pos else ()


def pos_of(sentence: Sentence, i: int) -> str | None:
    """Return verb, noun or adjective for a token that can be a predicate, else None."""
    tag = sentence.tags[i]
    if tag.startswith("VB"):
        bare = sentence.deps[i] in {"aux", "auxpass", "amod", "compound"}
        return None if bare and sentence.kid(i, "agent") is None else "verb"
    if tag in {"NN", "NNS"}:
        return "noun"
    if tag == "MD":
        return "modal"
    if tag.startswith("JJ") and sentence.deps[i] in {"acomp", "ROOT", "conj", "oprd", "ccomp"}:
        return "adjective"
    return None


def title_case(sentence: Sentence) -> bool:
    """Return whether the sentence is set Like a Title, so that tags cannot tell a name."""
    long = [word for word in sentence.words if len(word) > 4 and word.isalpha()]
    return len(long) > 2 and all(word[0].isupper() for word in long)


class Finder:
    """Chooses the predicates of one sentence."""

    def __init__(
        self, sentence: Sentence, words: Words, frames: Frames, resolver: Resolver, goods: Goods
    ) -> None:
        self.sentence, self.words, self.frames = sentence, words, frames
        self.resolver, self.goods = resolver, goods
        self.effects: dict[int, Support] = {}

    def mentions(self) -> list[Mention]:
        """Return the predicates of the sentence in text order, one sense each."""
        self._lend_subjects()
        found = (self._choose(i) for i in range(len(self.sentence)))
        return self._merged([mention for mention in found if mention is not None])

    def _merged(self, mentions: list[Mention]) -> list[Mention]:
        """Return the mentions with a verb and the event noun that it carries made one.

        "engaged in drills" is the drills; but "called off talks" is an entry of its own, which
        names the talks, and then the noun goes.
        """
        s = self.sentence
        by_token = {mention.i: mention for mention in mentions}
        for noun in mentions:
            verb = by_token.get(self.frames.support.get(noun.i, -1))
            if verb is None or noun.i not in by_token:
                continue
            named = any(s.lemmas[noun.i] in words for words in verb.entry.needs.values())
            kept, gone = (verb, noun) if named else (noun, verb)
            also = (*by_token[kept.i].also, gone.entry.id)
            by_token[kept.i] = replace(by_token[kept.i], also=also)
            by_token.pop(gone.i)
        return [by_token[mention.i] for mention in mentions if mention.i in by_token]

    def _lend_subjects(self) -> None:
        """Join event nouns to the verbs that carry them: "held talks", "sanctions were lifted"."""
        s = self.sentence
        for v in range(len(s)):
            if not s.is_verb(v):
                continue
            for support in self.words.support.get(s.lemmas[v], ()):
                if support.particle and self._particle(v, support.particle) is None:
                    continue
                for k in self._carried(v, support.noun):
                    if support.types and not self._of_types(k, support.types):
                        continue
                    if s.is_noun(k) and k not in self.frames.support:
                        self.frames.support[k] = v
                        self.effects[k] = support
                        if support.lends == "recipient":
                            self.frames.undergone.add(k)

    def _of_types(self, k: int, types: Sequence[str]) -> bool:
        """Return whether a sense of noun k is of one of the types."""
        return any(entry.type in types for entry in self.words.candidates(self.sentence, k))

    def _carried(self, v: int, slot: str) -> Iterable[int]:
        if slot == "object":
            return self.frames.objects(v)
        if slot == "subject":
            return self.frames.surface(v)
        return self.frames.prepositions(v, slot)

    def fires(self, i: int) -> bool:
        """Return whether token i presents something by itself."""
        return self._choose(i) is not None

    def _choose(self, i: int) -> Mention | None:
        entries = self.words.candidates(self.sentence, i)
        if not entries:
            return None
        verb = self.sentence.is_verb(i)
        has_particle = verb and self.sentence.kid(i, "prt") is not None
        for entry in entries:
            last = i
            if entry.particle:
                at = self._particle(i, entry.particle)
                if at is None:
                    continue
                last = at
            elif has_particle:
                continue
            self._govern(i, last)
            if self._holds(i, entry):
                return Mention(i, last, entry)
            self.frames.governed.pop(i, None)
        return None

    def _govern(self, i: int, particle: int) -> None:
        """Give the verb the object that the parser hung on its particle: "sent in the army"."""
        s = self.sentence
        if particle != i + 1 or s.deps[particle] != "prep" or s.kid(i, "dobj") is not None:
            return
        heads = [c for k in s.kids(particle, "pobj") for c in s.conjuncts(k)]
        if heads and not self.frames.passive(i):
            self.frames.governed[i] = heads

    def _particle(self, i: int, word: str) -> int | None:
        s = self.sentence
        for k in s.kids(i, "prt", "advmod", "prep", "npadvmod", "dative"):
            if k > i and s.words[k].lower() == word:
                # a preposition with an object of its own further off is no particle
                if s.deps[k] == "prep" and k > i + 1 and s.kid(k, "pobj") is not None:
                    continue
                return k
        return i + 1 if i + 1 < len(s) and s.words[i + 1].lower() == word else None

    def _holds(self, i: int, entry: Predicate) -> bool:
        needed = all(
            self._filled(i, slot, words)
            or (slot == "subject" and self._hidden_doer(i, words))
            or (slot in UNDERGONE and self._undergone(i))
            for slot, words in entry.needs.items()
        )
        return needed and not any(
            self._filled(i, slot, words) for slot, words in entry.not_with.items()
        )

    def _filled(self, i: int, slot: str, words: Sequence[str]) -> bool:
        tokens = self.frames.slot(i, slot)
        if not tokens:
            return "@none" in words
        return any(self.fits(t, word, slot) for t in tokens for word in words)

    def _undergone(self, i: int) -> bool:
        """Return whether somebody undergoes event noun i by the verb that carries it."""
        return any(self.resolver.resolve(t) for t in self.frames.undergoers(i))

    def _hidden_doer(self, i: int, words: Sequence[str]) -> bool:
        """Return whether a passive leaves out a doer who may be anybody: "was poisoned"."""
        if self.frames.slot(i, "subject"):
            return False
        anybody = any(word in PARTIES for word in words)
        return anybody and self.sentence.is_verb(i) and self.frames.passive(i)

    def fits(self, t: int, word: str, slot: str) -> bool:
        """Return whether token t is that lemma, or of that class ("@actor", "@good:arms")."""
        s = self.sentence
        t = counted(s, t)
        if not word.startswith("@"):
            name = covering(self.resolver.names, t)
            if name is not None and name.first < name.last:
                return False  # the "house" of the White House is no house
            return s.lemmas[t] == word or s.words[t].lower() == word
        if word == "@any":
            return True
        if word == "@clause":
            return s.is_verb(t)
        if word == "@infinitive":
            return s.is_verb(t) and any(s.tags[k] == "TO" for k in s.kids(t, "aux"))
        if word == "@number":
            return s.tags[t] == "CD" or s.kid(t, "nummod") is not None
        if word.startswith("@good"):
            found = self.goods.at(t)
            wanted = word.partition(":")[2]
            if found is not None and not wanted and f"{found.category}:".startswith(IMMATERIAL):
                return False
            return found is not None and f"{found.category}.".startswith(
                f"{wanted}." if wanted else ""
            )
        if word == "@hostile":
            return any(entry.type in HOSTILE for entry in self.words.candidates(s, t))
        if word == "@event":
            return bool(self.words.candidates(s, t))
        return any(_of_class(party, word) for party in self.who(t, slot))

    def who(self, t: int, slot: str) -> tuple[Party, ...]:
        """Return who token t names in that slot."""
        if slot == "modifier":
            venue = self.sentence.lemmas[self.sentence.heads[t]] in NAMED_AFTER
            known = covering(self.resolver.names, t)
            if venue and known is not None and known.form == "capital":
                return ()
            return self.resolver.adjective(t)
        t = counted(self.sentence, t)
        return self.resolver.resolve(t) or self.resolver.owner(t)


def _of_class(party: Party, word: str) -> bool:
    if word == "@actor":
        return True
    if word == "@armed":
        return bool(ARMED & set(party.sectors))
    if word == "@person":
        return party.person is True or (party.role is not None and party.plural)
    if word == "@state":
        return party.is_state or (party.country is not None and party.sectors[:1] == ("GOV",))
    return False
