"""Who says it: every source, cue and content of a sentence.

Finds direct and indirect speech, "according to", "as disclosed by", nouns such as "claim"
and "report", passive cues with an unknown source, and hedging adverbs such as "reportedly".
The notion of attribution (source, cue, content) is PolNeAR's (Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.coding.grammar.passive import agents, passive
from reportedly.coding.grammar.phrases import has_no, verdicts
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary, pos
from reportedly.coding.voices.content import Contents
from reportedly.coding.voices.extent import phrase, trim
from reportedly.coding.voices.layout import Layouts
from reportedly.coding.voices.quotation_marks import MARK_WORDS, Run, runs
from reportedly.coding.voices.quotations import FINITE, Quotations, Said
from reportedly.coding.voices.reach import modified_by
from reportedly.lexicons import Cue

ADJECTIVES = frozenset({"JJ", "CD", "VB"})


def find_said(
    slots: Slots, vocabulary: Vocabulary, quoted: Sequence[Run] | None = None
) -> tuple[Said, ...]:
    """Return the attributions of a sentence, in the order of their cues.

    quoted: its quoted runs, where the sentences before tell more than its own marks do.
    """
    s = slots.sentence
    quotations = Quotations(s, runs(s)[0] if quoted is None else quoted)
    cues = Cues(slots, vocabulary, Contents(s, vocabulary), quotations.quoted)
    return tuple(quotations.over(cues.found()))


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one sentence. quoted: tokens inside quotation marks."""

    slots: Slots
    vocabulary: Vocabulary
    contents: Contents
    quoted: frozenset[int]

    @property
    def sentence(self) -> Sentence:
        """The parsed sentence."""
        return self.slots.sentence

    def found(self) -> list[Said]:
        """Return what the cues attribute, before quotations are taken in."""
        layouts = Layouts(self.sentence, self.vocabulary)
        laid_out = not self.sentence.forms.isdisjoint(self.vocabulary.layouts)
        found: list[Said] = []
        for i in range(len(self.sentence)):
            for cue, kind in self._entries(i):
                said = self._said(i, cue, kind)
                if said is not None:
                    found.append(said)
                    if "subject" in cue.slots or kind != "verb":
                        break
            for source, at, content, cue, depth in layouts.at(i) if laid_out else ():
                found.append(Said(source, at, tuple(content), cue, depth))
        speakers = {said.source for said in found if said.entry.pos == "phrase"}
        found = [said for said in found if said.source is not None or said.cue[0] not in speakers]
        return [replace(a, quoted=a.cue[0] in self.quoted) for a in found if self._held(a, found)]

    def _held(self, said: Said, found: Sequence[Said]) -> bool:
        """Return whether an attitude is one that the article itself reports as real.

        Not so a mere possibility ("may want", "to criticize") and what another speaker says.
        """
        if said.entry.speech:
            return True
        s, i = self.sentence, said.cue[0]
        if said.source is None and s.deps[i] in {"acl", "prep", "advcl"}:
            return False
        if s.tags[i] == "VB" and any(s.tags[k] in {"TO", "MD"} for k in s.kids(i, "aux")):
            return False
        return not any(i in other.content for other in found if other is not said)

    def _entries(self, i: int) -> Iterator[tuple[Cue, str]]:
        """Yield the entries for token i with their part of speech, those with a particle first."""
        s, tables = self.sentence, self.vocabulary
        kind = pos(s, i)
        if not kind:
            return
        if s.deps[i] == "amod":
            for cue in tables.cues.get((s.words[i].lower(), "adjective"), ()):
                yield cue, "modifier"
            return
        key = (s.lemmas[i], kind)
        if key not in tables.cues and key not in tables.attitudes:
            return
        both = (*tables.cues.get(key, ()), *tables.attitudes.get(key, ()))
        both = tuple(one for one in both if not one.plural or s.tags[i] == "NNS")
        for cue in sorted(both, key=lambda one: one.particle is None):
            if cue.particle is None or self._particle(i, cue.particle) is not None:
                yield cue, kind

    def _depth(self, i: int) -> int:
        return sum(1 for _ in self.sentence.path(i))

    def _particle(self, i: int, word: str) -> int | None:
        s = self.sentence
        near = [*s.children[i], *verdicts(s, i)]
        return next((k for k in near if s.words[k].lower() == word), None)

    def _said(self, i: int, cue: Cue, kind: str) -> Said | None:
        if kind == "verb":
            return self._verb(i, cue)
        if kind == "noun":
            return self._noun(i, cue)
        if kind == "modifier":  # "the reported attack"
            head = self.sentence.heads[i]
            if "modified" not in cue.content or not self.sentence.is_noun(head):
                return None
            return Said(None, (i, i), tuple(modified_by(self.sentence, i)), cue, self._depth(i))
        if kind == "adjective":
            content = self.contents.clauses(i)
            sources = self.slots.clauses.copular(i)
            return self._make(i, cue, sources, content) if content and sources else None
        if kind == "adverb" and self.sentence.is_verb(self.sentence.heads[i]):
            return self._make(i, cue, [], [self.sentence.heads[i]])
        return None

    def _make(
        self,
        i: int,
        cue: Cue,
        sources: Iterable[int],
        heads: Iterable[int],
        last: int | None = None,
    ) -> Said | None:
        s, heads = self.sentence, list(heads)
        last = i if last is None else last
        source = next(iter(sources), None)
        barred = set(range(i, last + 1))
        if source is not None and (self._is_nobody(source) or has_no(s, source)):
            return None  # "no group said", "anyone who says"
        if source is not None:
            barred |= set(phrase(s, source, without=i))
            barred -= {t for h in heads if s.heads[s.heads[h]] == source for t in s.subtree(h)}
        for other in self.contents.own_cues(i):
            barred |= set(s.subtree(other))
        for h in heads:
            barred |= self.contents.answered(i, h)
            if source is None or s.is_noun(h):
                barred |= self.contents.taken_for_granted(i, h, whole=source is None)
        content = sorted({t for h in heads for t in s.subtree(h)} - barred)
        content = trim(s, content)
        if not content:
            return None
        return Said(source, (i, last), tuple(content), cue, self._depth(i))

    def _is_nobody(self, source: int) -> bool:
        """Return whether a source is no particular somebody, or a time: "everybody knows"."""
        s = self.sentence
        whoever = s.among(source, "no_determiners") or s.among(source, "whoever_words")
        vague = whoever or s.among(source, "temporal_words")
        return vague and not s.kids(source, "poss", "relcl")

    def _verb(self, i: int, cue: Cue) -> Said | None:
        s, slots = self.sentence, self.slots
        if s.deps[i] in {"aux", "auxpass", "amod"}:
            return None
        if not cue.slots and any(s.lemmas[k] != "it" for k in s.kids(i, "nsubj")):
            return None  # "it emerged that …" has no source; "the city emerged" says nothing
        if self.contents.as_clause(i):
            if s.among(i, "foretelling_verbs"):
                return None  # "left, as the premier promised": the article says that they left
            return self._make_outer(i, cue, slots.clauses.subjects(i) or s.kids(i, "nsubj"))
        clauses = self.contents.clauses(i, cue)
        if passive(s, i):
            return self._passive(i, cue, clauses)
        sources = [k for slot in cue.slots for k in slots.slot(i, slot)]
        if not clauses and cue.speech and self.contents.inserted(i):
            return self._make_outer(i, cue, sources)
        if not clauses or ("object" in cue.content and s.kid(i, "xcomp") is not None):
            clauses = clauses + [
                k
                for slot in cue.content
                for k in self._content_slot(i, slot)
                if k not in clauses and k not in sources
            ]
        if clauses:
            return self._make(i, cue, sources, clauses)
        return self._bare(i, cue, sources)

    def _passive(self, i: int, cue: Cue, clauses: list[int]) -> Said | None:
        """Return the attribution of a passive cue: "was accused by X of", "is believed to"."""
        s, sources = self.sentence, agents(self.sentence, i)
        inner = [slot for slot in cue.content if slot not in {"object", "complement", "subject"}]
        clauses = clauses or [k for slot in inner for k in self.slots.slot(i, slot)]
        if not clauses:  # hung on who did it: "accused by his party of lying"
            hung = [p for by in sources for p in s.kids(by, "prep") if s.lemmas[p] in inner]
            clauses = [k for p in hung for k in s.kids(p, "pcomp")]
        subjects = s.kids(i, "nsubjpass")
        if not subjects and "object" in cue.content:
            subjects = self.slots.clauses.objects(i)
        if clauses:
            hidden = not sources and not cue.hidden
            expletive = [k for k in subjects if s.lemmas[k] == "it"]
            marked = any(s.kid(k, "mark") is not None for k in clauses)
            heads = clauses + (subjects if not (expletive and marked) else [])
            return None if hidden else self._make(i, cue, sources, heads)
        wanted = "object" in cue.content and subjects and (sources or not cue.speech)
        return self._make(i, cue, sources, subjects) if wanted else None

    def _bare(self, i: int, cue: Cue, sources: Sequence[int]) -> Said | None:
        """Return a speaker whose words stand elsewhere: "Sanders asked.", "He added: "."""
        s = self.sentence
        finite = s.tags[i] in FINITE or s.kid(i, "aux") is not None
        alone = s.kid(i, "nsubj") is not None and s.kid(i, "dobj", "acomp", "attr") is None
        plain = cue.speech and cue.particle is None and "subject" in cue.slots
        if not (plain and finite and alone and sources and s.kid(i, "neg") is None):
            return None
        if s.deps[i] not in {"ROOT", "conj", "ccomp", "parataxis", "advcl", "dep"}:
            return None
        return Said(sources[0], (i, i), (), cue, self._depth(i))

    def _content_slot(self, i: int, slot: str) -> list[int]:
        if slot == "complement":
            return self._quoted(i)
        found = [k for k in self.slots.slot(i, slot) if self.sentence.heads[k] != k]
        return [k for k in found if slot != "object" or not self._stands(i, k)]

    def _stands(self, i: int, k: int) -> bool:
        """Return whether object k of denial i is none that is denied: "denied all knowledge of the
        raid", "brushed aside the raid"; nobody tells of the raid by that."""
        s = self.sentence
        known = s.among(i, "denying_verbs") and s.among(k, "knowing_nouns")
        return known or (s.among(i, "waving_away_verbs") and not s.among(k, "told_nouns"))

    def _quoted(self, i: int) -> list[int]:
        """Return the dependents of cue i that hold a quotation."""
        s = self.sentence
        if not self.quoted:
            return []
        return [
            k
            for k in s.children[i]
            if s.deps[k] in {"dobj", "dep", "nsubj", "attr", "intj", "advcl", "conj", "npadvmod"}
            and not MARK_WORDS.isdisjoint(s.words[t] for t in (k - 1, *s.subtree(k)) if t >= 0)
            and len(s.subtree(k)) > 2
        ]

    def _make_outer(self, i: int, cue: Cue, sources: Iterable[int]) -> Said | None:
        """Return the attribution whose content is the clause above the cue."""
        content = self.contents.above(i)
        if not content:
            return None
        source = next(iter(sources), None)
        inner = 1 if "subject" not in cue.slots else -2  # "…, Reuters said, citing officials"
        return Said(source, (i, i), tuple(content), cue, max(0, self._depth(i) + inner))

    def _participle(self, k: int) -> bool:
        """Return whether k is a bare participle: "the claim made by", no "that it had made"."""
        return self.sentence.tags[k] == "VBN" and self.sentence.kid(k, "aux", "auxpass") is None

    def _spoken_in(self, i: int) -> bool:
        """Return whether noun i is only what a speaker said it in: "said in a report that"."""
        s = self.sentence
        verb = s.heads[s.heads[i]]
        behind = set(self.contents.clauses(verb)) & set(s.children[i])
        return s.kid(verb, "nsubj") is not None and bool(behind)

    def _issuers(self, verb: int) -> list[int]:
        """Return who puts out what is said: "issued a denial that it had sold them"."""
        puts_out = self.sentence.among(verb, "authoring_verbs")
        return self.slots.clauses.subjects(verb) if puts_out else []

    def _noun(self, i: int, cue: Cue) -> Said | None:
        s, slots = self.sentence, self.slots
        content = [k for k in s.kids(i, "acl", "ccomp") if not self._participle(k)]
        if not content:
            content = [
                k for slot in cue.content for k in slots.slot(i, slot) if slot != "complement"
            ]
        if not content:
            return None
        sources = [k for slot in cue.slots for k in slots.slot(i, slot)]
        sources = [k for k in sources if k not in content and s.tags[k][:2] not in ADJECTIVES]
        if not sources and s.among(i, "denying_nouns") and s.deps[i] == "dobj":
            sources = self._issuers(s.heads[i])
        if not sources and (has_no(s, i) or self._spoken_in(i)):
            return None  # "there is no doubt that", "said in a report that"
        if s.among(i, "bare_reasons") and s.words[i - 1].lower() == "on":
            return None  # "on account of their ties"
        return self._make(i, cue, sources, content)
