"""Which clause a reporting verb takes as its content, or stands beside.

"Moscow said that …"; "…, Moscow said, …"; "…, Yonhap reported, citing officials".
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary
from reportedly.coding.voices.extent import trim
from reportedly.coding.voices.layout import clause_above
from reportedly.lexicons import Cue


@dataclass(frozen=True, slots=True)
class Contents:
    """The clauses around the reporting verbs of one sentence."""

    sentence: Sentence
    vocabulary: Vocabulary

    def above(self, i: int) -> list[int]:
        """Return the tokens of the clause above cue i, which only names its speaker."""
        s = self.sentence
        inside = set(s.subtree(i))
        top = clause_above(s, s.heads[i])
        while s.deps[top] in {"ccomp", "parataxis"} and self._cue_only(top):
            inside |= set(s.subtree(top))
            top = clause_above(s, s.heads[top])
        return trim(s, [t for t in s.subtree(top) if t not in inside])

    def inserted(self, i: int) -> bool:
        """Return whether the cue stands beside what is said: "…, officials said, …"."""
        s = self.sentence
        beside = s.deps[i] in {"parataxis", "advcl", "ccomp"} and s.kid(i, "mark", "dobj") is None
        beside = beside and not any(s.tags[k] == "WRB" for k in s.kids(i, "advmod"))
        if not beside and not (s.deps[i] == "advcl" and s.among(i, "citing_verbs")):
            return False
        tree = s.subtree(i)
        first, last = tree[0], tree[-1]
        near = {s.words[t] for t in (first - 1, first, last, last + 1) if 0 <= t < len(s)}
        return bool(near & {",", '"', "''", "-", "--", "–", "—", "(", ")"})

    def as_clause(self, i: int) -> bool:
        """Return whether the cue stands in "as …": "as Moscow said"."""
        s = self.sentence
        return s.deps[i] == "advcl" and any(
            s.words[k].lower() == "as" for k in s.kids(i, "mark", "advmod", "prep")
        )

    def _cue_only(self, i: int) -> bool:
        """Return whether clause i only names a speaker: "…, Yonhap reported, citing officials"."""
        return self.known(i) and not self.clauses(i) and self.inserted(i)

    def clauses(self, i: int, cue: Cue | None = None) -> list[int]:
        """Return the clauses that token i takes as its content; cue: its entry, where known."""
        s = self.sentence
        if cue is not None and cue.deed and "complement" not in cue.content:
            return []  # "charged with", "cleared of": its content has a slot of its own
        found = [k for k in s.kids(i, "ccomp", "xcomp", "parataxis") if k not in self.own_cues(i)]
        if not found:
            # a reason is not what is denied: "dismissed for killing"
            denies = cue is not None and cue.effect in {"denied", "doubted"}
            hung = s.kids(i, "dobj") if s.among(i, "blaming_verbs") else []
            for p in (p for k in (i, *hung) for p in s.kids(k, "prep")):
                reason = denies and s.among(p, "reason_prepositions")
                if s.among(p, "content_prepositions") and not reason:
                    found += s.kids(p, "pcomp")
        return found

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
