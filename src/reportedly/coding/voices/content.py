"""Which clause a reporting verb takes as its content, or stands beside.

"Moscow said that …"; "…, Moscow said, …"; "…, Yonhap reported, citing officials".
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.coding.grammar.taken_up import summed_up
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary
from reportedly.coding.voices.extent import aside, trim
from reportedly.coding.voices.layout import clause_above
from reportedly.coding.voices.quotation_marks import MARK_WORDS
from reportedly.lexicons import Cue


def _sums_up(s: Sentence, k: int) -> bool:
    return s.among(k, "told_nouns") or s.among(k, "taking_up_words")


@dataclass(frozen=True, slots=True)
class Contents:
    """The clauses around the reporting verbs of one sentence."""

    sentence: Sentence
    vocabulary: Vocabulary

    def above(self, i: int) -> list[int]:
        """Return the tokens of the clause above cue i, which only names its speaker."""
        s = self.sentence
        inside = set(s.subtree(i))
        top = self._conjunct(i)
        top = clause_above(s, s.heads[i]) if top is None else top
        while s.deps[top] in {"ccomp", "parataxis"} and self._cue_only(top):
            inside |= set(s.subtree(top))
            top = clause_above(s, s.heads[top])
        stop = next((t for t in range(i, len(s)) if s.words[t] == ";"), len(s))
        return trim(s, [t for t in s.subtree(top) if t not in inside and t < stop])

    def _conjunct(self, i: int) -> int | None:
        """Return the second clause that cue i opens: "was held and, his aunt says, beaten"."""
        s = self.sentence
        head, first = s.heads[i], s.subtree(i)[0]
        if s.deps[head] != "conj" or s.words[first - 1] not in {",", "-", "--", "–", "—", "("}:
            first += 1
        return head if i < head and first > 1 and s.tags[first - 2] == "CC" else None

    def inserted(self, i: int) -> bool:
        """Return whether the cue stands beside what is said: "…, officials said, …"."""
        s = self.sentence
        told = s.kid(i, "dobj") is None or self._told_to(i)
        beside = s.deps[i] in {"parataxis", "advcl", "ccomp"} and told and s.kid(i, "mark") is None
        beside = beside and not any(s.tags[k] == "WRB" for k in s.kids(i, "advmod"))
        if not beside and not (s.deps[i] == "advcl" and s.among(i, "citing_verbs")):
            return False
        tree = s.subtree(i)
        first, last = tree[0], tree[-1]
        near = {s.words[t] for t in (first - 1, first, last, last + 1) if 0 <= t < len(s)}
        return bool(near & {",", '"', "''", "-", "--", "–", "—", "(", ")"})

    def _told_to(self, i: int) -> bool:
        """Return whether the object of cue i is who is told: "…, aides tell the paper, …"."""
        s = self.sentence
        telling = s.among(i, "telling_verbs") and s.kid(i, "nsubj") is not None
        return telling and s.forms.isdisjoint(MARK_WORDS)

    def as_clause(self, i: int) -> bool:
        """Return whether the cue stands in "as …": "as Rome said", not "as Rome said it left"."""
        s = self.sentence
        opened = [k for k in s.kids(i, "mark", "advmod", "prep") if s.words[k].lower() == "as"]
        own = [k for k in s.kids(i, "ccomp", "xcomp", "dobj") if s.tags[k] not in {"PRP", "WDT"}]
        full = bool(own) and any(s.deps[k] != "prep" for k in opened)
        return s.deps[i] == "advcl" and bool(opened) and not full

    def _cue_only(self, i: int) -> bool:
        """Return whether clause i only names a speaker: "…, Yonhap reported, citing officials"."""
        return self.known(i) and not self.clauses(i) and self.inserted(i)

    def clauses(self, i: int, cue: Cue | None = None) -> list[int]:
        """Return the clauses that token i takes as its content; cue: its entry, where known."""
        s = self.sentence
        if cue is not None and cue.deed and "complement" not in cue.content:
            return []  # "charged with", "cleared of": its content has a slot of its own
        found = [k for k in s.kids(i, "ccomp", "xcomp", "parataxis") if k not in self.own_cues(i)]
        found = [k for k in found if not self._beside(i, k)]
        if not found:
            # a reason is not what is denied: "dismissed for killing"
            denies = cue is not None and cue.effect in {"denied", "doubted"}
            hung = s.kids(i, "dobj") if s.among(i, "blaming_verbs") else []
            for p in (p for k in (i, *hung) for p in s.kids(k, "prep")):
                reason = denies and s.among(p, "reason_prepositions")
                if s.among(p, "content_prepositions") and not reason:
                    found += s.kids(p, "pcomp")
        return found or self._behind_noun(i)

    def _beside(self, i: int, k: int) -> bool:
        """Return whether clause k stands before cue i as its equal: "Two fled; police said …"."""
        s = self.sentence
        start = min((s.subtree(n)[0] for n in s.kids(i, "nsubj", "nsubjpass")), default=i)
        if k > start or s.deps[k] == "xcomp":
            return False
        last = start - 1
        while last > k and s.words[last] == ",":
            last -= 1
        return last > k and (s.words[last] == ";" or s.tags[last] == "CC")

    def _behind_noun(self, i: int) -> list[int]:
        """Return the clause behind where it was said: "warned in a speech that Rome would fall"."""
        s = self.sentence
        if not self.known(i) or s.deps[i] == "acl":
            return []
        preps = [p for p in s.kids(i, "prep") if s.among(p, "circumstance_prepositions")]
        nouns = [
            n
            for p in preps
            for n in s.kids(p, "pobj")  # "in a report", but not "to the report that"
            if s.among(p, "within") or (s.lemmas[n], "noun") not in self.vocabulary.cues
        ]
        return [k for n in nouns for k in s.kids(n, "relcl", "acl") if self._complement(k)]

    def _complement(self, k: int) -> bool:
        """Return whether clause k has "that" as its conjunction, and a subject of its own."""
        s = self.sentence
        marks = (m for m in s.kids(k, "mark") if s.tags[m] == "IN" and s.lemmas[m] == "that")
        return any(marks) and s.kid(k, "nsubj", "nsubjpass", "csubj", "expl") is not None

    def taken_for_granted(self, i: int, head: int, *, whole: bool) -> set[int]:
        """Return the tokens under head that whoever reports it by cue i leaves to the article.

        They tell by the way what a party or a thing did: "raiders, who had burned a mill, are
        thought to have fled"; whole: also in the subject without a comma ("raiders who burned").
        """
        s = self.sentence
        found: set[int] = set()
        for k in s.subtree(head):
            if s.deps[k] not in {"relcl", "acl"} or s.kid(k, "mark") is not None:
                continue
            if k == i or k in s.path(i):  # "the rule, which he supported"
                continue
            modal = any(s.tags[a] == "MD" for a in s.kids(k, "aux"))
            noun = s.heads[k]
            subject = (
                whole and s.deps[noun] in {"nsubj", "nsubjpass"} and head in {noun, s.heads[noun]}
            )
            if subject or (not modal and aside(s, k)):
                found |= set(s.subtree(k))
        return found

    def answered(self, i: int, head: int) -> set[int]:
        """Return the tokens under head that answer what is said there: "he says it fell, which they
        deny" is not said by him."""
        s = self.sentence
        below = (k for k in s.subtree(head) if k != i and summed_up(s, k) is not None)
        return {
            t
            for k in below
            if s.among(k, "denying_verbs") or s.among(k, "naming_verbs")
            for t in s.subtree(s.heads[k] if _sums_up(s, s.heads[k]) else k)
        }

    def own_cues(self, i: int) -> set[int]:
        """Return the clauses beside cue i that only name another speaker."""
        s = self.sentence
        beside = s.kids(i, "parataxis", "ccomp")
        if len(beside) < 2:
            return {k for k in beside if s.deps[k] == "parataxis" and self.known(k)}
        return {k for k in beside if self.known(k) and not s.kids(k, "ccomp", "xcomp", "dobj")}

    def known(self, i: int) -> bool:
        """Return whether token i is a verb that reports."""
        return (self.sentence.lemmas[i], "verb") in self.vocabulary.cues
